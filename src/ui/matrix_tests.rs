//! The matrix as the reader sees it.

use std::sync::Arc;

use super::desk::{characters, drawn, layers, open};
use crate::app::{App, Compared, Effect, Event, Keys, update};
use crate::article::Article;
use crate::boilerplate::{Mask, RuleSet};
use crate::collate::{Cancel, Witness, matrix};
use crate::report::{MatrixShown, matrix_text};

const WIRE: [&str; 6] = [
    "The ferry to the outer skerries will carry no goats this winter, the harbour board decided on Monday.",
    "Two of the animals had eaten the captain's tide table and a good part of the passenger list.",
    "A petition with four hundred names was handed in by the cheese makers of the northern shore.",
    "They say that without the ferry their milk turns before it has reached the smallest market.",
    "The board will meet again in March, when the ice has left the mouth of the river.",
    "Until then a man with a rowing boat has offered to take the goats across one at a time.",
];
const OTHER: &str =
    "Rain fell on the brass band all afternoon. Nobody left, since the tuba player had locked the gate.";

/// Articles with these sentences of the wire story.
fn articles() -> Vec<Article> {
    let taken = |lines: &[usize]| lines.iter().map(|&line| WIRE[line]).collect::<Vec<_>>().join(" ");
    let own = "Our reporter adds that the goats were not asked at all.";
    [
        ("skerry-post", taken(&[0, 1, 2, 3, 4, 5])),
        ("brass-band", OTHER.to_owned()),
        ("the-tide-table-weekly", format!("{} {own}", taken(&[0, 1, 4]))),
        ("north-shore", taken(&[2, 3])),
        ("band-again", format!("{OTHER} The gate was oiled in the evening.")),
        ("rowing-boat", format!("{} {own}", taken(&[0, 5]))),
    ]
    .map(|(name, text)| Article::of_text(name, &text))
    .to_vec()
}

fn shown(size: (u16, u16), keys: &[&str]) -> App {
    open((articles(), RuleSet::default()), size, keys)
}

#[test]
fn the_matrix() {
    insta::assert_snapshot!(layers(&drawn(&shown((80, 24), &["m", "j"]))));
}

#[test]
fn the_matrix_as_opened_on_a_wide_screen() {
    insta::assert_snapshot!(characters(&drawn(&shown((140, 16), &["m", "s", "G", "$"]))));
}

#[test]
fn the_matrix_on_the_smallest_screen() {
    insta::assert_snapshot!(characters(&drawn(&shown((40, 10), &["m", "G", "$"]))));
}

#[test]
fn more_articles_than_have_room_scroll_both_ways_and_keep_their_titles() {
    let many = (0..60).map(|at| Article::of_text(&format!("letter-{at:02}"), WIRE[at % 6])).collect();
    let app = open((many, RuleSet::default()), (80, 24), &["m", "s", "40G", "33l"]);
    insta::assert_snapshot!(characters(&drawn(&app)));
}

#[test]
fn figures_come_in_as_they_are_found() {
    let mut app = shown((100, 24), &[]);
    let asked = Keys::read("m").0.into_iter().flat_map(|key| update(&mut app, Event::Key(key)));
    let Some(Effect::Compare(all)) = asked.last() else { panic!("nothing is asked") };
    let mask = Mask::default();
    let witnesses: Vec<Witness<'_>> = all.articles.iter().map(|article| Witness { article, mask: &mask }).collect();
    let matrix = Arc::new(matrix(&witnesses, &Cancel::default()).unwrap());
    let of = all.articles.iter().map(|article| article.id).collect();
    update(
        &mut app,
        Event::Compared(Compared {
            ticket: all.ticket,
            of,
            matrix,
            settled: 4,
            order: None,
            origins: None,
            goes_on: true,
        }),
    );
    insta::assert_snapshot!(characters(&drawn(&app)));
}

#[test]
fn articles_to_choose_from() {
    insta::assert_snapshot!(layers(&drawn(&shown((120, 12), &["b", "b", "a", "n"]))));
}

/// The numbers of each row, in the report or on the screen.
fn figures(rows: &str, name: &str) -> Vec<String> {
    let row = rows.lines().find(|line| line.contains(name)).unwrap_or_default();
    let behind = row.split_once(name).map_or("", |(_, rest)| rest);
    let parts = behind.split(['│', ' ', '░', '▒', '▓', '█', '▸']).filter(|part| !part.is_empty());
    parts.map(str::to_owned).collect()
}

#[test]
fn the_screen_has_the_numbers_of_the_report() {
    let articles = articles();
    let mask = Mask::default();
    let witnesses: Vec<Witness<'_>> = articles.iter().map(|article| Witness { article, mask: &mask }).collect();
    let matrix = matrix(&witnesses, &Cancel::default()).unwrap();
    let borrowed: Vec<&Article> = articles.iter().collect();
    let printed =
        matrix_text(&MatrixShown { articles: &borrowed, matrix: &matrix, quoted: 0, decided: &[], width: None });
    let drawn = characters(&drawn(&shown((140, 24), &["m", "s"])));
    let body = drawn.lines().skip(2).collect::<Vec<_>>().join("\n");
    for article in &articles {
        let (report, screen) = (figures(&printed, &article.name), figures(&body, &article.name));
        assert_eq!(report, screen, "{}:\n{printed}\n{body}", article.name);
        assert_eq!(report.len(), 7, "{printed}");
    }
}

#[test]
fn a_text_of_a_few_words_is_not_said_to_share_nothing() {
    let mut all = articles();
    all.push(Article::of_text("quotation", "asked at all"));
    let mask = Mask::default();
    let witnesses: Vec<Witness<'_>> = all.iter().map(|article| Witness { article, mask: &mask }).collect();
    let matrix = matrix(&witnesses, &Cancel::default()).unwrap();
    let borrowed: Vec<&Article> = all.iter().collect();
    let printed =
        matrix_text(&MatrixShown { articles: &borrowed, matrix: &matrix, quoted: 0, decided: &[], width: None });
    assert!(printed.contains("\n?: too short to tell"), "{printed}");
    let app = open((all, RuleSet::default()), (140, 24), &["m", "s", "G", "0"]);
    let drawn = characters(&drawn(&app));
    let (report, screen) = (figures(&printed, "quotation"), figures(&drawn, "quotation"));
    assert_eq!(&report[1..], ["?", "?", "?", "?", "?", "?", "·"], "{printed}");
    assert_eq!(report, screen, "{drawn}");
    assert!(drawn.contains("‘quotation’ and ‘skerry-post’: too short to tell here; open the pair"), "{drawn}");
}

#[test]
fn a_printed_matrix_fits_the_terminal() {
    let articles = articles();
    let mask = Mask::default();
    let witnesses: Vec<Witness<'_>> = articles.iter().map(|article| Witness { article, mask: &mask }).collect();
    let matrix = matrix(&witnesses, &Cancel::default()).unwrap();
    let borrowed: Vec<&Article> = articles.iter().collect();
    let shown = MatrixShown { articles: &borrowed, matrix: &matrix, quoted: 0, decided: &[], width: None };
    for width in [30, 40, 60, 80] {
        let text = matrix_text(&MatrixShown { width: Some(width), ..shown });
        let is_figure = |cell: &str| cell == "·" || cell.bytes().all(|byte| byte.is_ascii_digit());
        let row = |line: &&str| line.split_whitespace().last().is_some_and(is_figure);
        let rows: Vec<&str> = text.lines().filter(row).collect();
        assert!(rows.iter().all(|row| row.chars().count() <= width), "{text}");
        let own = rows.iter().filter(|row| row.contains('·')).count();
        assert_eq!(own, articles.len(), "{text}");
    }
}
