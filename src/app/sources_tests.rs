//! Lists of what is found in all articles: differences (numbers, dates, names), quotations, origins.

use super::reader::Reader;
use super::{Listed, Mode, Phase, help_sheet, list_row};
use crate::text::Side;

const ONE: &str = "The ferry Marlet sank off Cape Tolle on Sunday with 340 islanders on board.\n\n\
    \u{201c}We heard the bell ring twice and then there was nothing but fog on the water,\u{201d} Brannoch said.\n\n\
    The harbour office will publish the passenger list before the end of the week.";
const TWO: &str = "The ferry Marlet sank off Cape Tolle on Sunday with 430 islanders on board.\n\n\
    \u{201c}We heard the bell ring twice and then there was nothing but fog,\u{201d} said Brannoch.\n\n\
    A choir of fishermen has sung on the quay every evening since the storm.";
const THREE: &str = "Orchard owners near Lesk expect the smallest harvest of winter pears in forty years.";

fn reader() -> Reader {
    Reader::open(&[("one.txt", ONE), ("two.txt", TWO), ("three.txt", THREE)], (120, 30))
}

/// The kind of the open list, and why each row is listed.
fn listed(reader: &Reader) -> (Listed, Vec<String>) {
    let Some(Mode::Listing(list)) = reader.app.modes.top() else { panic!("no list: {}", reader.said()) };
    let row = |at: &usize| list_row(&reader.app.desk, list, *at).expect("a row").why;
    (list.listed, list.shown.iter().map(row).collect())
}

#[test]
fn figures_that_differ_lead_to_both_statements() {
    let mut reader = reader();
    reader.press("F");
    assert_eq!(
        listed(&reader),
        (Listed::Figures, vec!["number: \u{201c}340\u{201d} in 1 \u{b7} \u{201c}430\u{201d} in 2".to_owned()])
    );
    reader.press("Enter");
    assert_eq!(reader.app.desk.row.articles(), [0, 1]);
    assert!(reader.at(Side::Left).0.contains("340") && reader.at(Side::Right).0.contains("430"));
    reader.press(": q u o t a t i o n s Enter");
    assert_eq!(listed(&reader).0, Listed::Quotations);
}

#[test]
fn quotations_say_how_each_article_has_them_and_to_whom_it_credits_them() {
    let mut reader = reader();
    reader.press("Q");
    let wanted = [
        "the longest version \u{b7} credited to \u{201c}Brannoch\u{201d}",
        "cut \u{b7} credited to \u{201c}Brannoch\u{201d}",
    ];
    assert_eq!(listed(&reader), (Listed::Quotations, wanted.map(str::to_owned).to_vec()));
    reader.press("\u{2193} Enter");
    assert_eq!((reader.app.desk.row.focus, reader.app.modes.top().is_none()), (Side::Right, true));
    assert!(reader.at(Side::Right).0.contains("We heard the bell"));
}

#[test]
fn no_version_of_the_same_words_is_called_the_longest_and_one_alone_is_said_to_be_found() {
    let three =
        "\u{201c}We heard the bell ring twice and then there was nothing but fog on the water,\" said Brannoch.";
    let mut reader = Reader::open(&[("one.txt", ONE), ("three.txt", three)], (120, 30));
    reader.press("Q");
    let wanted = "the same words \u{b7} credited to \u{201c}Brannoch\u{201d}";
    assert_eq!(listed(&reader), (Listed::Quotations, vec![wanted.to_owned(); 2]));
    let mut reader = Reader::open(&[("one.txt", ONE), ("three.txt", THREE)], (120, 30));
    reader.press("Q");
    let wanted = "found in one article \u{b7} credited to \u{201c}Brannoch\u{201d}";
    assert_eq!(listed(&reader), (Listed::Quotations, vec![wanted.to_owned()]));
}

#[test]
fn no_figure_differs_is_said_of_what_was_found() {
    let mut reader = Reader::open(&[("one.txt", ONE), ("three.txt", THREE)], (120, 30));
    reader.press("F");
    assert_eq!(reader.said(), "Found no statement in two articles, so no facts to compare");
    assert!(reader.app.modes.top().is_none());
    let mut reader = Reader::open(&[("one.txt", ONE), ("copy.txt", ONE)], (120, 30));
    reader.press("F");
    assert!(reader.said().starts_with("Found no number, date or name that differs in "), "{}", reader.said());
}

#[test]
fn the_matrix_knows_the_origins_and_shows_the_evidence() {
    let texts =
        ["one", "two", "three"].map(|name| format!("{ONE} The {name} paper adds its own last line here today."));
    let all = [("one.txt", texts[0].as_str()), ("two.txt", texts[1].as_str()), ("three.txt", THREE)];
    let mut reader = Reader::open(&all, (120, 30));
    reader.press("m");
    let articles = &reader.app.desk.library.articles;
    let origins = reader.app.desk.sharing.origins(articles).expect("they are known");
    assert_eq!(origins.families.len(), 2);
    reader.press("o");
    let (of, rows) = listed(&reader);
    assert_eq!((of, rows.len()), (Listed::Origins, 4), "{rows:?}");
    assert!(rows[0].starts_with("origin 1: ") && rows[2].starts_with("too short to tell"), "{rows:?}");
    reader.press("Esc : o r i g i n s Enter");
    assert_eq!(listed(&reader).0, Listed::Origins);
    reader.press("\u{2193} \u{2193} \u{2193} Enter");
    assert_eq!(reader.app.desk.row.articles(), [0, 1], "the pair that shares it");
}

#[test]
fn the_legend_is_the_marks_alone() {
    let mut reader = reader();
    for keys in ["K", "m K", "S K"] {
        reader.press(keys);
        assert_eq!(reader.app.phase(), Phase::Helping);
        let lines = help_sheet(&reader.app).columns.concat();
        let headings: Vec<_> = lines.iter().filter(|line| matches!(line, super::HelpLine::Heading(_))).collect();
        assert_eq!(headings, [&super::HelpLine::Heading("Marks")], "{keys}");
        reader.press("Esc");
    }
}
