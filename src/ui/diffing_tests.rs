//! A diff on the screen, as characters and as roles.

use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::style::Modifier;

use super::desk::{characters, desk, drawn, layers, open};
use super::{Theme, draw};
use crate::app::App;
use crate::article::Article;
use crate::boilerplate::RuleSet;

const OLD: &str = "\
The kites of Osterby fly on the sea wall.

Every autumn the children build them from grey sails and glue. Nobody counts them.

A committee has studied the hens of the low farms since 1987.

The mayor usually wins the prize for the worst landing.

The ferry from Lund runs every hour until the lamps are lit.

In winter the sails are mended in the old net loft. The stove there is fed with driftwood and broken chairs.

Visitors may borrow a kite at the harbour office for a coin.

Bring your own needle.";

const NEW: &str = "\
The kites of Osterby fly on the sea wall.

A committee has studied the hens of the low farms since 1988.

Every autumn the children build them from gray and worn sails and glue. Nobody counts them. The stove there is fed with driftwood and broken chairs.

The ferry from Lund runs every hour until the lamps are lit.

In winter the sails are mended in the old net loft.

Visitors may borrow a kite at the harbour office for a coin.

Dogs are not allowed on the wall on kite days.

Bring your own needle.";

fn diff(size: (u16, u16), keys: &[&str]) -> App {
    let articles = vec![Article::of_text("old.txt", OLD), Article::of_text("new.txt", NEW)];
    open((articles, RuleSet::default()), size, &[&["D"], keys].concat())
}

#[test]
fn side_by_side() {
    insta::assert_snapshot!(layers(&drawn(&diff((120, 34), &["n"]))));
}

#[test]
fn in_one_column() {
    insta::assert_snapshot!(layers(&drawn(&diff((80, 24), &["n", "n"]))));
}

#[test]
fn a_fold_and_what_moved() {
    insta::assert_snapshot!(characters(&drawn(&diff((110, 20), &["-", "gm"]))));
}

#[test]
fn its_help_shows_its_keys() {
    insta::assert_snapshot!(characters(&drawn(&diff((100, 44), &["?"]))));
}

#[test]
fn on_the_smallest_screen() {
    insta::assert_snapshot!(characters(&drawn(&diff((40, 10), &["n"]))));
}

#[test]
fn hidden_text_is_folded_there_too() {
    insta::assert_snapshot!(characters(&drawn(&desk((120, 30), &["D"]))));
}

#[test]
fn right_to_left_paragraphs_stand_at_the_right_edge_with_their_marks() {
    let (old, new) = ("הסירה יצאה אל הנמל\n\nA line.", "הסירה חזרה אל הנמל\n\nA line.");
    for (size, last) in [((120, 20), "~‹"), ((80, 20), "~◂")] {
        let articles = vec![Article::of_text("old.txt", old), Article::of_text("new.txt", new)];
        let shown = characters(&drawn(&open((articles, RuleSet::default()), size, &["D", "gg"])));
        let row = shown.lines().find(|row| row.contains("חזרה")).expect("the row");
        let behind = row.rsplit_once("הנמל").expect("the last word").1;
        assert!(behind.trim_start().starts_with(last), "{shown}");
        let line = shown.lines().find(|row| row.contains("A line.")).expect("the other row");
        let cells = |row: &str, word: &str| row[..row.rfind(word).expect("the word")].chars().count();
        assert!(cells(row, "הנמל") > cells(line, "A line.") + 15, "{shown}");
    }
}

#[test]
fn without_colours_old_and_new_words_are_told_apart() {
    let app = diff((80, 24), &["n"]);
    let mut terminal = Terminal::new(TestBackend::new(80, 24)).unwrap();
    terminal.draw(|frame| draw(frame, &app, &Theme::plain())).unwrap();
    let buffer = terminal.backend().buffer();
    let marked = |modifier: Modifier| -> String {
        let cells = buffer.content.iter().filter(|cell| cell.modifier.contains(modifier));
        cells.map(|cell| cell.symbol().to_owned()).collect()
    };
    assert!(marked(Modifier::CROSSED_OUT).contains("1987"));
    assert!(marked(Modifier::BOLD | Modifier::UNDERLINED).contains("1988"));
}

#[test]
fn the_bottom_line_names_the_kinds_that_the_list_names() {
    let old = "Mayor Anna Lund said the plan was safe. The harbour board of the town will pay 40 crowns for it.";
    let new = "Mayor Anna Lund said the plan was not safe. The harbour board of the town will pay 50 crowns for it.";
    let shown = |keys: &[&str]| {
        let articles = vec![Article::of_text("old.txt", old), Article::of_text("new.txt", new)];
        characters(&drawn(&open((articles, RuleSet::default()), (100, 24), keys)))
    };
    let row = |screen: &str, from_below: usize| screen.lines().rev().nth(from_below).unwrap_or_default().to_owned();
    let list = shown(&["D", "L"]);
    assert!(list.contains("edited · negation, number"), "{list}");
    let said = row(&shown(&["D", "n"]), 1);
    assert!(said.contains("change 1/1 · edited · negation, number · ¶1 → ¶1 · + ‘not’ · ‘40’ → ‘50’"), "{said}");
}

#[test]
fn the_row_of_the_cursor_shows_both_the_cursor_and_that_it_is_reviewed() {
    let screen = characters(&drawn(&diff((80, 24), &["n", "r"])));
    let row = screen.lines().find(|row| row.contains('▸')).unwrap_or_default().to_owned();
    assert!(row.contains('✓'), "{row}");
    let screen = characters(&drawn(&diff((80, 24), &["n", "r", "n"])));
    let row = screen.lines().find(|row| row.contains('✓')).unwrap_or_default().to_owned();
    assert!(row.trim_start().starts_with('✓'), "in the first column once the cursor has left: {row}");
}
