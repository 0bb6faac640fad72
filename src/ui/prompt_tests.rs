//! The prompt on the screen.

use crate::app::take_settings;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::layout::Position;

use super::desk::{characters, desk, drawn, layers};
use super::{Theme, draw};
use crate::app::{Action, Event, Keymap, Keys, Override, Phase, Settings, update};

fn cursor(keys: &[&str], width: u16) -> (Position, String) {
    let app = desk((width, 24), keys);
    let mut terminal = Terminal::new(TestBackend::new(width, 24)).unwrap();
    terminal.draw(|frame| draw(frame, &app, &Theme::lettered())).unwrap();
    let row = characters(terminal.backend().buffer()).lines().nth(22).unwrap_or_default().to_owned();
    (terminal.get_cursor_position().unwrap(), row)
}

#[test]
fn commanding() {
    insta::assert_snapshot!(layers(&drawn(&desk((80, 24), &[": h i Tab"]))));
}

#[test]
fn commanding_on_the_smallest_screen() {
    insta::assert_snapshot!(characters(&drawn(&desk((40, 10), &[": n Shift-Tab"]))));
}

#[test]
fn searching_the_help() {
    insta::assert_snapshot!(characters(&drawn(&desk((80, 24), &["? / h i d e"]))));
    insta::assert_snapshot!(characters(&drawn(&desk((80, 14), &["? / h i d e Enter j"]))));
}

#[test]
fn the_cursor_stands_behind_what_is_typed_and_never_off_the_screen() {
    assert_eq!(cursor(&[": h e"], 80), (Position { x: 4, y: 22 }, " :he".to_owned()));
    assert_eq!(cursor(&[": h e ←"], 80).0, Position { x: 3, y: 22 });
    let long = format!(": {}", "ab ".repeat(60));
    let (at, row) = cursor(&[&long], 40);
    assert!(at.x < 39 && row.starts_with(" :…") && row.ends_with("b"), "{at:?} {row}");
    let (at, row) = cursor(&[&format!("{long} Home")], 40);
    assert!(at.x == 2 && row.starts_with(" :abab") && row.ends_with('…'), "{at:?} {row}");
}

#[test]
fn what_there_is_to_say_does_not_cover_the_line() {
    let rows = characters(&drawn(&desk((80, 24), &[": z z z Tab"])));
    let rows: Vec<&str> = rows.lines().skip(21).collect();
    assert_eq!(rows[..2], [" No completions", " :zzz"]);
}

#[test]
fn nothing_pasted_reaches_a_cell_as_it_is() {
    let mut app = desk((80, 24), &[":"]);
    let _ = update(&mut app, Event::Pasted("\u{1b}[31m\u{202e}\u{7}x".to_owned()));
    for cell in drawn(&app).content() {
        assert!(cell.symbol().chars().all(|c| !c.is_control() && c != '\u{202e}'), "{:?}", cell.symbol());
    }
}

#[test]
fn a_changed_key_shows_in_the_help_the_hints_and_where_one_stands() {
    let change = |action, keys: &[&str]| Override {
        phase: Phase::Reading,
        action,
        keys: keys.iter().map(|keys| Keys::read(keys)).collect(),
    };
    let changes = [change(Action::NextLink, &["z"]), change(Action::Hide, &[]), change(Action::Bottom, &["Ctrl-e"])];
    let mut app = desk((100, 24), &[]);
    take_settings(&mut app.desk, Settings { keymap: Keymap::with(&changes).0, ..Settings::default() });
    let screen = characters(&drawn(&app));
    assert!(screen.contains("z goes to it") && screen.contains("z next  N previous"), "{screen}");
    assert!(!screen.contains("x hide"), "{screen}");
    for key in ["1", "2"] {
        let _ = update(&mut app, Event::Key(Keys::read(key).0[0]));
    }
    assert!(characters(&drawn(&app)).contains("12 times z N j k · Ctrl-e goes to that paragraph"));
    for key in ["Esc", "?", "/", "z", "Enter"] {
        let _ = update(&mut app, Event::Key(Keys::read(key).0[0]));
    }
    assert!(characters(&drawn(&app)).contains("│ z                 next match"), "{}", characters(&drawn(&app)));
}
