use super::Theme;
use super::desk::{LEFT, RIGHT, characters, desk, drawn, open};
use super::reading_place::reading_place;
use crate::app::{App, Phase};
use crate::article::Article;
use crate::boilerplate::RuleSet;

#[test]
fn the_terminal_s_cursor_stands_where_one_reads() {
    let reading = [&[][..], &["j", "j"], &["n"], &["Tab", "G"], &["v", "j"], &["D"], &["D", "n"], &["D", "v", "n"]];
    for keys in reading.into_iter().chain([&["m"][..], &["m", "j"], &["m", "l"], &["S"], &["S", "j"]]) {
        let app = desk((100, 30), keys);
        let place = reading_place(&app, &Theme::lettered()).unwrap_or_else(|| panic!("{keys:?}"));
        let cells = drawn(&app);
        let mark = (0..=place.x).rev().any(|x| cells.cell((x, place.y)).is_some_and(|cell| cell.symbol() == "▸"));
        assert!(mark, "{keys:?}: the cursor's row at {place}");
    }
}

#[test]
fn in_the_matrix_it_is_on_the_chosen_cell_and_in_the_help_on_its_first_row() {
    for keys in [&["m"][..], &["m", "l"], &["m", "j", "h"]] {
        let app = desk((100, 30), keys);
        let place = reading_place(&app, &Theme::lettered()).unwrap_or_else(|| panic!("{keys:?}"));
        assert_eq!(drawn(&app).cell(place).map(|cell| cell.symbol()), Some("▸"), "{keys:?}");
    }
    let app = desk((100, 30), &["?"]);
    let place = reading_place(&app, &Theme::lettered()).expect("the help has rows");
    assert_eq!(drawn(&app).cell(place).map(|cell| cell.symbol()), Some("M"), "Marks come first");
}

/// The row of the screen with the terminal's cursor, and the column.
fn row_with_cursor(app: &App) -> (String, usize) {
    let place = reading_place(app, &Theme::lettered()).expect("a place");
    let rows = characters(&drawn(app));
    (rows.lines().nth(place.y.into()).unwrap_or_default().to_owned(), place.x.into())
}

#[test]
fn it_is_set_in_every_mode() {
    let keys = |phase: Phase| match phase {
        Phase::Reading => "Tab",
        Phase::Marking => "v",
        Phase::Picking => "X",
        Phase::Helping => "?",
        Phase::Prompting => "/",
        Phase::Ruling => "R",
        Phase::Proposing => "B",
        Phase::Listing => "L",
        Phase::Diffing => "D",
        Phase::Matrix => "m",
        Phase::Synopsis => "S",
    };
    for size in [(40, 10), (80, 24), (120, 40)] {
        for phase in Phase::ALL {
            let app = match phase {
                Phase::Proposing => proposals(size),
                _ => desk(size, &[keys(phase)]),
            };
            assert_eq!(app.phase(), phase);
            let place = reading_place(&app, &Theme::lettered());
            assert!(place.is_some_and(|at| at.x < size.0 && at.y < size.1), "{phase:?} at {size:?}: {place:?}");
        }
    }
}

#[test]
fn it_is_in_the_list_of_rules_when_the_last_one_is_deleted() {
    assert_eq!(desk((100, 30), &["R", "d"]).phase(), Phase::Ruling);
    assert!(reading_place(&desk((100, 30), &["R", "d"]), &Theme::lettered()).is_some());
}

/// Two articles with boilerplate to propose a rule for.
fn proposals(size: (u16, u16)) -> App {
    let appeal = "Like this story? Our harbour paper lives from its readers. Please subscribe to our newsletter.";
    let texts =
        [("a.txt", LEFT), ("b.txt", RIGHT)].map(|(name, text)| Article::of_text(name, &format!("{text}\n\n{appeal}")));
    open((texts.to_vec(), RuleSet::default()), size, &["B"])
}

#[test]
fn it_is_on_the_chosen_row_of_a_list_and_at_the_caret_while_one_types() {
    for keys in [&["L"][..], &["L", "↓"], &["*"], &["*", "↓"], &["b", "↓"], &["L", "e", "↓"], &["R"]] {
        let (row, at) = row_with_cursor(&desk((100, 30), keys));
        let here: String = row.chars().skip(at).take(2).collect();
        assert_eq!(here, "▸ ", "{keys:?}: {row}");
    }
    for (keys, typed) in
        [(&["L", "e", "e"][..], "/ee"), (&["L", "↓", "e"], "/e"), (&["/", "q", "u"], "/qu"), (&["S", "/", "q"], "/q")]
    {
        let (row, at) = row_with_cursor(&desk((100, 30), keys));
        let before: String = row.chars().take(at).collect();
        assert!(before.ends_with(typed), "{keys:?}: {row}");
    }
    assert!(row_with_cursor(&desk((100, 30), &["L", "e", "Backspace"])).0.contains("▸"), "nothing is typed any more");
}

#[test]
fn in_the_hide_question_it_is_on_the_row_that_was_changed_last() {
    for (keys, row) in
        [(&["X"][..], "what"), (&["X", "Tab"], "where"), (&["X", "Tab", "j"], "what"), (&["X", "t"], "file")]
    {
        assert!(row_with_cursor(&desk((100, 30), keys)).0.contains(row), "{keys:?}");
    }
    assert!(row_with_cursor(&proposals((100, 30))).0.contains("text"));
}

#[test]
fn the_row_of_the_cursor_shows_both_the_cursor_and_that_it_is_reviewed() {
    for size in [(80, 24), (120, 35)] {
        let screen = characters(&drawn(&desk(size, &["n", "r"])));
        let row = screen.lines().find(|row| row.contains('▸')).unwrap_or_default().to_owned();
        assert_eq!(row.matches('✓').count(), 2, "in both panes: {row}");
        assert!(row.contains('~') && row.contains('›'), "{row}");
    }
}
