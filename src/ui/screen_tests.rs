//! Whole screens: characters and, below them, a letter for each role; and that drawing never fails.

use proptest::collection::vec;
use proptest::prelude::{Just, Strategy, any, prop_oneof, proptest};
use proptest::sample::select;
use ratatui::Terminal;
use ratatui::backend::TestBackend;

use super::desk::{characters, desk, drawn, layers, open};
use super::{Role, Theme, draw};
use crate::app::{Event, Helping, Mode, Modes, Phase, Size, update};
use crate::article::Article;
use crate::boilerplate::RuleSet;
use crate::page::Spot;

#[test]
fn reading() {
    insta::assert_snapshot!(layers(&drawn(&desk((80, 24), &[]))));
}

#[test]
fn stepping() {
    insta::assert_snapshot!(layers(&drawn(&desk((80, 24), &["n"]))));
}

#[test]
fn wide_and_moved() {
    insta::assert_snapshot!(layers(&drawn(&desk((120, 30), &["4n"]))));
}

#[test]
fn hidden_text_shown() {
    insta::assert_snapshot!(layers(&drawn(&desk((60, 30), &["H", "G"]))));
}

#[test]
fn marking() {
    insta::assert_snapshot!(layers(&drawn(&desk((80, 12), &["v", "j"]))));
}

#[test]
fn asking_what_to_hide() {
    insta::assert_snapshot!(layers(&drawn(&desk((80, 24), &["X", "j", "Tab", "Tab"]))));
}

#[test]
fn choosing_among_all_ways_on_a_wide_screen() {
    insta::assert_snapshot!(layers(&drawn(&desk((120, 30), &["X", "]", "]", "n"]))));
}

#[test]
fn an_expression_is_edited_in_place() {
    insta::assert_snapshot!(characters(&drawn(&desk(
        (80, 24),
        &["X", "4j", "j", "j", "j", "j", "e", "Ctrl-u", "(", "s"]
    ))));
}

#[test]
fn the_hide_question_on_the_smallest_screen() {
    insta::assert_snapshot!(characters(&drawn(&desk((40, 10), &["X", "j"]))));
}

#[test]
fn listing_rules() {
    insta::assert_snapshot!(layers(&drawn(&desk((80, 24), &["X", "Enter", "R", "j", "Space"]))));
    insta::assert_snapshot!(characters(&drawn(&desk((40, 10), &["R"]))));
}

#[test]
fn proposing() {
    let appeal = "Please support our paper with a donation today. Subscribe to our newsletter here.";
    let articles = ["a.txt", "b.txt"].map(|name| {
        let story = format!("{name} tells of a heron that stood all night upon the weir and never moved.");
        Article::of_text(name, &format!("{story}\n\n{appeal}"))
    });
    for size in [(80, 24), (40, 10)] {
        let app = open((articles.to_vec(), RuleSet::default()), size, &["B"]);
        insta::assert_snapshot!(characters(&drawn(&app)));
    }
}

#[test]
fn helping() {
    insta::assert_snapshot!(characters(&drawn(&desk((80, 24), &["?", "j", "j"]))));
    insta::assert_snapshot!(characters(&drawn(&desk((160, 40), &["?"]))));
}

#[test]
fn too_small() {
    let rows = characters(&drawn(&desk((32, 9), &[])));
    assert_eq!(rows.trim_end(), "ibid needs at least 40 x 10\ncells; this is 32 x 9");
}

#[test]
fn alone() {
    let app = open((vec![Article::of_text("alone.txt", "All by itself.")], RuleSet::default()), (80, 10), &[]);
    insta::assert_snapshot!(characters(&drawn(&app)));
}

#[test]
fn nothing_unsafe_reaches_a_cell() {
    let evil = "He\u{1b}[31mllo\u{7} \u{202e}there\u{9b}2J, says the very same sentence twice over here.";
    let articles = ["a\u{1b}]0;x\u{7}.txt", "b\n\r\u{85}.txt"].map(|name| Article::of_text(name, evil)).to_vec();
    for keys in [&[][..], &["n"], &["X"], &["v"], &["x", "H"], &["2"]] {
        let buffer = drawn(&open((articles.clone(), RuleSet::default()), (100, 24), keys));
        for cell in buffer.content() {
            assert!(!cell.symbol().chars().any(|c| c.is_control() || c == '\u{202e}'), "{:?}", cell.symbol());
        }
    }
}

#[test]
fn every_role_has_a_letter_of_its_own() {
    let mut letters: Vec<char> = Role::ALL.iter().map(|(_, letter)| *letter).collect();
    letters.sort_unstable();
    letters.dedup();
    assert_eq!(letters.len(), Role::ALL.len());
    for (at, (role, _)) in Role::ALL.iter().enumerate() {
        assert_eq!(*role as usize, at, "{role:?} stands in its place");
    }
}

#[test]
fn the_classes_differ_in_every_theme() {
    let full = [Theme::dark(), Theme::light(), Theme::ansi16(), Theme::plain()];
    for theme in full.into_iter().chain([Theme::dark().tabled(), Theme::light().tabled()]) {
        let shared = [Role::Text, Role::Verbatim, Role::Reworded, Role::Changed, Role::VerbatimNow, Role::ChangedNow];
        for (at, one) in shared.iter().enumerate() {
            for other in &shared[at + 1..] {
                assert_ne!(theme.style(*one), theme.style(*other), "{one:?} {other:?}");
            }
        }
    }
}

fn texts() -> impl Strategy<Value = String> {
    prop_oneof![
        Just(super::desk::LEFT.to_owned()),
        Just(super::desk::RIGHT.to_owned()),
        Just(String::new()),
        any::<String>()
    ]
}

proptest! {
    #[test]
    fn draws_at_any_size_in_any_mode(
        texts in vec(texts(), 1..6),
        keys in vec(select(vec!["n", "N", "j", "G", "gg", "Tab", "v", "X", "x", "H", "?", "u", "2", "Ctrl-d", "Esc", "Enter", "L", "/", "e", "↓", "R", "B", "]", "y", "Space", "d", "J", "|", "\\"]), 0..12),
        (width, height) in (0..=250_u16, 0..=70_u16),
        (screen, top) in ((0..=250_u16, 0..=70_u16), (0..9_usize, 0..9_usize, 0..9999_usize)),
    ) {
        let articles = texts.iter().enumerate().map(|(at, text)| Article::of_text(&format!("a{at}"), text)).collect();
        let mut app = open((articles, RuleSet::default()), (190, 30), &keys);
        update(&mut app, Event::Resized(Size { width, height }));
        drawn(&app);
        let focus = app.desk.row.focus;
        app.desk.row[focus].top = Spot { block: top.0, row: top.1 };
        app.desk.row[focus].cursor = top.2;
        drawn(&app);
        app.modes = Modes::only(Mode::Helping(Helping { of: Phase::Reading, list: None, legend: false, row: top.2, filter: String::new() }));
        let mut terminal = Terminal::new(TestBackend::new(screen.0, screen.1)).unwrap();
        terminal.draw(|frame| draw(frame, &app, &Theme::dark())).unwrap();
    }
}
