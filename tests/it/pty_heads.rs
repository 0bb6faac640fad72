//! Long articles on the screen: their heads first, then all of them.

use std::fmt::Write;

use super::stage::Stage;
use super::terminal::Terminal;

/// An article of some 300 kB with a sentence at its end.
fn long(word: &str, end: &str) -> String {
    let mut text = String::new();
    for n in 0..2_000 {
        let _ = write!(
            text,
            "Entry {n} of the {word} ledger names {word}{n} and the {word} that was owed since the year of the flood, and {word} besides.\n\n"
        );
    }
    text + end + "\n"
}

const END: &str = "Seven bells were cast for the chapel at Orrin, and not one of them ever rang in tune.";

#[test]
fn a_long_article_is_shown_from_its_first_word_and_read_to_its_last() {
    let stage = Stage::bare().file("left.txt", long("wool", END)).file("right.txt", long("peat", END));
    let mut terminal = Terminal::start(&stage, &["left.txt", "right.txt"]);
    terminal.wait_for_text("Entry 0 of the wool");
    terminal.wait_for_text("Entry 0 of the peat");
    terminal.press("jj");
    terminal.press_until("ggN", |screen| screen.contents().matches("Seven bells").count() == 2);
    assert!(!terminal.shown().contains("reading …"), "{}", terminal.shown());
    terminal.press("q");
    assert_eq!(terminal.wait_for_end(), 0);
    let first = terminal.sent.windows(7).position(|bytes| bytes == "reading".as_bytes());
    let collating = terminal.sent.windows(9).position(|bytes| bytes == "comparing".as_bytes());
    assert!(first.is_some_and(|first| collating.is_none_or(|collating| first < collating)));
}

#[test]
fn what_is_noticed_in_reading_on_is_said_on_the_screen_and_after_it() {
    let stage = Stage::bare().file("left.txt", long("wool", END)).file("right.txt", long("peat", END));
    let stage = stage.file("empty.txt", " \n");
    let names = ["left.txt", "none.txt", "right.txt", "left.txt", "empty.txt"];
    let mut terminal = Terminal::start(&stage, &names);
    terminal.wait_for_text("none.txt: no such file (and 2 more; ? lists all)");
    terminal.press("q");
    assert_eq!(terminal.wait_for_end(), 1);
    let shown = terminal.shown();
    let said: Vec<&str> = shown.lines().map(str::trim_end).filter(|line| line.starts_with("ibid: ")).collect();
    let expected =
        ["ibid: none.txt: no such file", "ibid: left.txt: named twice, opened once", "ibid: empty.txt: is empty"];
    assert_eq!(said, expected);
    let report = stage.run(&[&["report"][..], &names].concat());
    assert_eq!(report.err.lines().collect::<Vec<_>>(), expected);
}

#[test]
fn what_turns_out_to_be_no_text_is_said_without_the_screen() {
    let stage = Stage::bare().file("odd.txt", long("wool", &"\0".repeat(100_000)));
    let mut terminal = Terminal::start(&stage, &["odd.txt"]);
    assert_eq!(terminal.wait_for_end(), 2);
    for said in ["ibid: odd.txt: is not a text file (binary)", "ibid: nothing could be opened"] {
        assert!(terminal.shown().contains(said), "{}", terminal.shown());
    }
}
