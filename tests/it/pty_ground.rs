//! The ground of the terminal: asked for, answered soon, late or never; and what a theme file makes of the looks.

use super::stage::Stage;
use super::terminal::Terminal;

const QUESTION: &str = "\x1b]11;?\x07";
const WHITE: &str = "\x1b]11;rgb:ffff/ffff/ffff\x1b\\";
const BLACK: &str = "\x1b]11;rgb:0000/0000/0000\x07";
/// Colours of verbatim words of 256, on light and on dark ground.
const ON_LIGHT: &str = "\x1b[38;5;26";
const ON_DARK: &str = "\x1b[38;5;117";

fn articles() -> [&'static str; 2] {
    ["left.txt", "right.txt"]
}

#[test]
fn the_look_follows_the_answer() {
    for (answer, look, other) in [(WHITE, ON_LIGHT, ON_DARK), (BLACK, ON_DARK, ON_LIGHT)] {
        let mut terminal = Terminal::start(&Stage::set(), &articles());
        terminal.wait_for_sent(QUESTION);
        terminal.press(answer);
        terminal.wait_for_sent(look);
        terminal.press("q");
        assert_eq!(terminal.wait_for_end(), 0);
        // On a slow machine the answer may come when the look is already the one for want of an answer.
        assert!(look == ON_LIGHT || !terminal.has_sent(other), "{answer:?}");
    }
}

#[test]
fn a_terminal_that_never_answers_is_taken_for_dark() {
    let mut terminal = Terminal::start(&Stage::set(), &articles());
    terminal.wait_for_text("Harbour council");
    terminal.wait_for_sent(ON_DARK);
    terminal.press("q");
    assert_eq!(terminal.wait_for_end(), 0);
    assert!(!terminal.has_sent(ON_LIGHT));
}

#[test]
fn a_late_answer_changes_the_look_and_is_no_key() {
    // Its digits would put the eleventh article into a pane, or say that there is none.
    let mut terminal = Terminal::start(&Stage::set(), &articles());
    terminal.wait_for_sent(ON_DARK);
    terminal.press(WHITE);
    terminal.wait_for_sent(ON_LIGHT);
    terminal.press("x");
    terminal.wait_for_text("for this session");
    assert!(!terminal.shown().contains("11"), "{}", terminal.shown());
    terminal.press(BLACK);
    terminal.press("u");
    terminal.wait_for("the paragraph again", |screen| screen.contents().contains("Harbour council"));
    terminal.press("q");
    assert_eq!(terminal.wait_for_end(), 0);
}

#[test]
fn keys_typed_ahead_and_around_the_answer_are_not_lost() {
    for keys in [[WHITE, "\r", "q"], ["\r", BLACK, "q"], ["\r", "q", WHITE], ["\r", "q", ""]] {
        let stage = Stage::set();
        let mut terminal = Terminal::start(&stage, &articles());
        terminal.press("X");
        terminal.wait_for_sent(QUESTION);
        keys.iter().for_each(|keys| terminal.press(keys));
        assert_eq!(terminal.wait_for_end(), 0, "{keys:?}");
        assert!(stage.rules().exists(), "{keys:?}");
    }
}

#[test]
fn the_shell_does_not_get_the_answer() {
    let line = "\"$IBID\" left.txt right.txt; echo gone; cat -v";
    let mut terminal = Terminal::run(&Stage::set(), "/bin/sh", &["-c", line]);
    terminal.press("q");
    terminal.wait_for_sent(QUESTION);
    terminal.press(WHITE);
    terminal.wait_for_text("gone");
    terminal.press("through\n\x04");
    terminal.wait_for_end();
    assert!(terminal.shown().contains("through") && !terminal.shown().contains("rgb:"), "{}", terminal.shown());
}

#[test]
fn nothing_is_asked_where_the_ground_is_known_or_does_not_matter() {
    let lines = [
        "\"$IBID\" --theme light left.txt right.txt",
        "COLORFGBG='0;15' \"$IBID\" left.txt right.txt",
        "NO_COLOR=1 \"$IBID\" left.txt right.txt",
        "TERM=linux \"$IBID\" left.txt right.txt",
        "\"$IBID\" --color 16 left.txt right.txt",
    ];
    for line in lines {
        let mut terminal = Terminal::run(&Stage::set(), "/bin/sh", &["-c", line]);
        terminal.wait_for_text("Harbour council");
        terminal.press("q");
        assert_eq!(terminal.wait_for_end(), 0, "{line}");
        assert!(!terminal.has_sent(QUESTION) && !terminal.has_sent("$p"), "{line}");
    }
}

#[test]
fn a_theme_file_changes_the_look_and_its_mistakes_are_told() {
    let text = "[dark]\nverbatim = 201\nverbtim = 1\n";
    let stages = [
        (Stage::set().with_theme(text), vec!["--theme", "dark", "left.txt", "right.txt"]),
        (Stage::set().file("mine.toml", text), vec!["--theme", "mine.toml", "left.txt", "right.txt"]),
    ];
    for (stage, arguments) in stages {
        let mut terminal = Terminal::start(&stage, &arguments);
        terminal.wait_for_sent("\x1b[38;5;201");
        terminal.wait_for_text("unknown role");
        terminal.press("q");
        assert_eq!(terminal.wait_for_end(), 1);
        assert!(
            terminal.shown().replace('\n', "").contains(".toml:3:1: unknown role `verbtim`; the nearest is `verbatim`")
        );
    }
}

#[test]
fn a_theme_file_that_is_not_there_is_told_only_where_it_was_named() {
    let mut terminal = Terminal::start(&Stage::set(), &["--theme", "none.toml", "left.txt", "right.txt"]);
    terminal.wait_for_text("none.toml: cannot read the theme");
    terminal.press("q");
    assert_eq!(terminal.wait_for_end(), 1);
}

#[test]
fn what_the_terminal_offers_is_taken_up_followed_and_given_back() {
    let mut terminal = Terminal::start(&Stage::set(), &articles());
    terminal.wait_for_sent(QUESTION);
    terminal.press("\x1b[?2031;2$y\x1b[?1004;2$y\x1b[?0u");
    terminal.press(BLACK);
    terminal.wait_for_sent(ON_DARK);
    ["\x1b[?2031h", "\x1b[?1004h", "\x1b[>1u"].iter().for_each(|order| terminal.wait_for_sent(order));
    // The reader turns the desktop light; the terminal says so, is asked, and answers.
    let asked = |terminal: &Terminal| String::from_utf8_lossy(&terminal.sent).matches(QUESTION).count();
    let before = asked(&terminal);
    terminal.press("\x1b[?997;2n");
    terminal.wait_for("a question", |_| true);
    terminal.press(WHITE);
    terminal.wait_for_sent(ON_LIGHT);
    assert!(asked(&terminal) > before);
    terminal.press("q");
    assert_eq!(terminal.wait_for_end(), 0);
    for order in ["\x1b[?2031l", "\x1b[?1004l", "\x1b[<u"] {
        assert!(terminal.has_sent(order), "{order:?}");
    }
}

#[test]
fn what_is_not_offered_is_not_taken_up() {
    let mut terminal = Terminal::start(&Stage::set(), &articles());
    terminal.wait_for_sent(QUESTION);
    terminal.press("\x1b[?2031;0$y\x1b[?1004;0$y");
    terminal.press(BLACK);
    terminal.wait_for_sent(ON_DARK);
    terminal.press("q");
    assert_eq!(terminal.wait_for_end(), 0);
    assert!(["\x1b[?2031h", "\x1b[?1004h", "\x1b[>1u"].iter().all(|order| !terminal.has_sent(order)));
}

#[test]
fn the_window_says_what_is_open_and_then_what_it_said_before() {
    let mut terminal = Terminal::start(&Stage::set(), &articles());
    terminal.wait_for_sent("\x1b[22;2t");
    terminal.wait_for_sent("\x1b]2;left · right – ibid\x07");
    terminal.press("q");
    assert_eq!(terminal.wait_for_end(), 0);
    assert!(terminal.has_sent("\x1b[23;2t"));
    let mut terminal = Terminal::run(&Stage::set(), "/bin/sh", &["-c", "TERM=linux \"$IBID\" left.txt right.txt"]);
    terminal.wait_for_text("Harbour council");
    terminal.press("q");
    assert_eq!(terminal.wait_for_end(), 0);
    assert!(!terminal.has_sent("\x1b]") && !terminal.has_sent("\x1b[22;2t"));
}
