//! The screen: what the reader sees and does.

use std::fs;

use vt100::Screen;

use super::stage::{LEFT, RIGHT, Stage};
use super::terminal::Terminal;

/// A sentence that both of the long articles hold, far from their beginnings.
const FAR: &str = "Seven bells were cast for the chapel at Orrin, and not one of them ever rang in tune.";

fn shows(text: &str) -> impl Fn(&Screen) -> bool + '_ {
    move |screen| screen.contents().contains(text)
}

fn hides(text: &str) -> impl Fn(&Screen) -> bool + '_ {
    move |screen| !screen.contents().contains(text) && screen.contents().contains("Harbour council")
}

/// An article of many paragraphs of its own around the far sentence.
fn long(before: usize, word: &str) -> String {
    let own = |n: usize| format!("{word} {n}: {word}al{n}, {word}ing{n} or {word}er{n}, {word}ish{n}.\n\n");
    let (first, rest): (String, String) = ((0..before).map(own).collect(), (before..60).map(own).collect());
    format!("{first}{FAR}\n\n{rest}")
}

#[test]
fn the_names_and_the_text_of_both_articles_are_shown() {
    let mut terminal = Terminal::start(&Stage::set(), &["left.txt", "right.txt"]);
    for text in ["left", "right", "Harbour council meets.", "Fishermen had complained"] {
        terminal.wait_for_text(text);
    }
    assert!(terminal.screen().alternate_screen() && !terminal.screen().hide_cursor());
}

#[test]
fn n_steps_to_what_the_two_share() {
    let stage = Stage::bare().file("left.txt", long(40, "gull")).file("right.txt", long(25, "crab"));
    let mut terminal = Terminal::start(&stage, &["left.txt", "right.txt"]);
    terminal.wait_for_text("gull 1: gullal1");
    assert!(!terminal.shown().contains("Seven bells"));
    terminal.press_until("n", |screen| screen.contents().matches("Seven bells").count() == 2);
    let row = |screen: &Screen| {
        let rows: Vec<String> = screen.rows(0, 100).collect();
        rows.iter().filter(|row| row.contains("Seven bells")).map(|row| row.matches("Seven bells").count()).max()
    };
    assert_eq!(row(terminal.screen()), Some(2), "not face to face:\n{}", terminal.shown());
}

#[test]
fn x_hides_for_this_session_and_u_takes_it_back() {
    let stage = Stage::bare().file("left.txt", format!("Weather: rain.\n\n{LEFT}")).file("right.txt", RIGHT);
    let mut terminal = Terminal::start(&stage, &["left.txt", "right.txt"]);
    terminal.wait_for_text("Weather: rain.");
    terminal.press("x");
    terminal.wait_for("hidden paragraph", hides("Weather: rain."));
    terminal.press("u");
    terminal.wait_for("the paragraph again", shows("Weather: rain."));
    assert!(!stage.rules().exists());
}

#[test]
fn a_rule_is_saved_and_holds_the_next_time() {
    let stage = Stage::bare().file("left.txt", format!("Weather: rain.\n\n{LEFT}")).file("right.txt", RIGHT);
    let mut terminal = Terminal::start(&stage, &["left.txt", "right.txt"]);
    terminal.wait_for_text("Weather: rain.");
    terminal.press("X");
    terminal.press("\r");
    terminal.wait_for_text("Saved as");
    terminal.press("q");
    assert_eq!(terminal.wait_for_end(), 0);
    let rules = fs::read_to_string(stage.rules()).unwrap();
    assert!(rules.contains("Weather: rain."), "{rules}");
    let mut again = Terminal::start(&stage, &["left.txt", "right.txt"]);
    again.wait_for("an article without it", hides("Weather: rain."));
    let report = stage.run(&["report", "left.txt", "right.txt", "--format", "json"]).json();
    assert_eq!(report["pairs"][0]["left"]["hidden"].as_array().unwrap().len(), 1);
    let [left, right] = ["left.txt", "right.txt"].map(|name| stage.folder().join(name).display().to_string());
    let elsewhere = stage.run(&["report", &left, &right, "--format", "json"]).json();
    assert_eq!(elsewhere["pairs"][0]["left"]["hidden"].as_array().unwrap().len(), 1, "however the files are named");
}

#[test]
fn a_rule_that_could_not_be_saved_is_told_again_after_leaving() {
    let mut terminal = Terminal::start(&Stage::set(), &["--no-rules", "left.txt", "right.txt"]);
    terminal.wait_for_text("Harbour council");
    terminal.press("X");
    terminal.press("\r");
    terminal.wait_for_text("Not saved");
    terminal.press("q");
    assert_eq!(terminal.wait_for_end(), 1);
    assert!(terminal.shown().contains("ibid: a rule was not saved: "), "{}", terminal.shown());
}

#[test]
fn a_rule_is_saved_even_when_the_reader_leaves_at_once() {
    let stage = Stage::set();
    let mut terminal = Terminal::start(&stage, &["left.txt", "right.txt"]);
    terminal.wait_for_text("Harbour council");
    terminal.press("X\rq");
    assert_eq!(terminal.wait_for_end(), 0);
    assert!(fs::read_to_string(stage.rules()).unwrap().contains("Harbour council meets."));
}

#[test]
fn a_lonely_digit_chooses_an_article_after_a_while() {
    let stage = Stage::set().file("third.txt", "Quite another matter.\n");
    let mut terminal = Terminal::start(&stage, &["left.txt", "right.txt", "third.txt"]);
    terminal.wait_for_text("Harbour council");
    terminal.press("3");
    terminal.wait_for_text("Quite another matter.");
}

#[test]
fn a_complaint_is_shown_and_told_again_after_leaving() {
    let stage = Stage::set().with_rules("rule = 3 3\n");
    let mut terminal = Terminal::start(&stage, &["left.txt", "right.txt", "none.txt"]);
    terminal.wait_for_text("none.txt: ");
    terminal.wait_for_text("(and 1 more;");
    terminal.press("?");
    terminal.wait_for("both complaints", |screen| {
        let shown = screen.contents();
        shown.contains("Warnings") && shown.contains("none.txt: ") && shown.contains("rules.toml:1:")
    });
    terminal.press("\u{3}");
    assert_eq!(terminal.wait_for_end(), 1);
    let shown = terminal.shown().replace('\n', "");
    assert!(shown.contains("ibid: none.txt: ") && shown.contains("rules.toml:1:"), "{shown}");
}

#[test]
fn the_panes_follow_the_size_of_the_window() {
    let mut terminal = Terminal::start(&Stage::set(), &["left.txt", "right.txt"]);
    terminal.wait_for_text("Harbour council");
    terminal.resize(160, 40);
    terminal.wait_for("text at the right", |screen| {
        screen.rows(110, 50).any(|row| !row.trim().is_empty()) && screen.contents().contains("Harbour council")
    });
    for (width, height) in [(12, 3), (1, 1), (200, 2), (3, 50)] {
        terminal.resize(width, height);
    }
    terminal.resize(90, 25);
    terminal.wait_for_text("Harbour council");
    terminal.press("q");
    assert_eq!(terminal.wait_for_end(), 0);
}

#[test]
fn a_key_and_a_new_size_that_come_at_once_are_both_heard() {
    for keys_first in [true, false] {
        let mut terminal = Terminal::start(&Stage::set(), &["left.txt", "right.txt"]);
        terminal.wait_for_text("n steps to the next");
        terminal.signal("STOP");
        if keys_first {
            terminal.press("n");
        }
        terminal.resize(160, 40);
        if !keys_first {
            terminal.press("n");
        }
        terminal.signal("CONT");
        terminal.wait_for("match on the wide screen", |screen| {
            screen.contents().contains("match 1/") && screen.rows(110, 50).any(|row| !row.trim().is_empty())
        });
    }
}

#[test]
fn an_article_may_come_from_the_standard_input_while_keys_come_from_the_terminal() {
    let mut terminal = Terminal::run(&Stage::set(), "/bin/sh", &["-c", "\"$IBID\" - right.txt <left.txt"]);
    terminal.wait_for_text("Harbour council");
    terminal.press("x");
    terminal.wait_for_text("for this session");
    terminal.press("q");
    assert_eq!(terminal.wait_for_end(), 0);
}

#[test]
fn escape_sequences_of_an_article_are_not_sent_on() {
    let hostile = "Take \x1b]0;owned\x07 this \x1b[31mred\x1b[0m \u{9b}2J \x1b]52;c;b3duZWQ=\x07 \x1bc lure.\n";
    let stage = Stage::bare().file("left.txt", hostile).file("right\x1b]0;name\x07.txt", RIGHT);
    let mut terminal = Terminal::start(&stage, &["--theme", "dark", "left.txt", "right\x1b]0;name\x07.txt"]);
    terminal.wait_for_text("owned");
    terminal.wait_for_text("lure.");
    terminal.press("X");
    terminal.press("\r");
    terminal.wait_for_text("Saved as");
    terminal.press("q");
    assert_eq!(terminal.wait_for_end(), 0);
    let sent = String::from_utf8(terminal.sent.clone()).unwrap();
    // The program's own title stands between these two; nothing else may.
    let mut parts = sent.split("\x1b]2;");
    let mut sent = parts.next().unwrap().to_owned();
    for part in parts {
        let (title, rest) = part.split_once('\x07').unwrap();
        assert!(title.ends_with("– ibid") && !title.contains(char::is_control), "{title:?}");
        sent.push_str(rest);
    }
    for own in ["\x1b]", "\x07", "\u{9b}", "\x1b[31mred", "\x1bc"] {
        assert!(!sent.contains(own), "{own:?} was sent");
    }
}

#[test]
fn no_colour_is_sent_where_none_is_wanted() {
    for line in ["NO_COLOR=1 \"$IBID\" left.txt right.txt", "\"$IBID\" --color never left.txt right.txt"] {
        let mut terminal = Terminal::run(&Stage::set(), "/bin/sh", &["-c", line]);
        terminal.wait_for_text("Harbour council");
        terminal.press("X");
        terminal.press("\r");
        terminal.wait_for_text("Saved as");
        terminal.press("q");
        terminal.wait_for_end();
        let sent = String::from_utf8_lossy(&terminal.sent).into_owned();
        assert!(!sent.contains("\x1b[38;") && !sent.contains("\x1b[48;"), "{line}: {sent:?}");
    }
}

#[test]
fn what_is_reviewed_is_so_the_next_time_and_in_a_renamed_file() {
    let stage = Stage::set().file("renamed.txt", LEFT).file("changed.txt", LEFT.replace("Monday", "Sunday"));
    let mut terminal = Terminal::start(&stage, &["left.txt", "right.txt"]);
    terminal.press_until("n", shows("match 1/"));
    terminal.press("r");
    terminal.wait_for_text("¶2 → ¶2 reviewed");
    terminal.press("q");
    assert_eq!(terminal.wait_for_end(), 0);
    for (name, reviewed) in [("renamed.txt", true), ("changed.txt", false)] {
        let mut again = Terminal::start(&stage, &[name, "right.txt"]);
        again.press_until("n", shows("match 1/"));
        assert_eq!(again.shown().contains("✓ reviewed"), reviewed, "{name}\n{}", again.shown());
    }
    let mut stateless = Terminal::start(&stage, &["--no-state", "left.txt", "right.txt"]);
    stateless.press_until("n", shows("match 1/"));
    assert!(!stateless.shown().contains("✓ reviewed"));
}

#[test]
fn the_wheel_and_clicks_are_heard_until_the_mouse_is_given_back() {
    let stage = Stage::bare().file("left.txt", long(40, "gull")).file("right.txt", long(25, "crab"));
    let mut terminal = Terminal::start(&stage, &["left.txt", "right.txt"]);
    terminal.wait_for_text("gull 1: gullal1");
    let heard = |screen: &Screen| screen.mouse_protocol_mode() != vt100::MouseProtocolMode::None;
    terminal.wait_for("mouse that is heard", heard);
    terminal.press("\x1b[<65;10;10M\x1b[<65;10;10M\x1b[<65;10;10M\x1b[<65;10;10M");
    terminal.wait_for("scrolled pane", |screen| !screen.contents().contains("gull 1: gullal1"));
    terminal.press("M");
    terminal.wait_for("mouse that is the terminal's", |screen| !heard(screen));
    terminal.press("M");
    terminal.wait_for("mouse that is heard", heard);
    terminal.press("q");
    assert_eq!(terminal.wait_for_end(), 0);
    assert!(!heard(terminal.screen()), "the mouse is given back");
    let mut mouseless = Terminal::start(&stage, &["--no-mouse", "--no-state", "left.txt", "right.txt"]);
    mouseless.wait_for_text("gull 1: gullal1");
    mouseless.press_until("n", shows("Seven bells"));
    assert!(!heard(mouseless.screen()));
}
