//! `ibid diff` on a terminal: it opens, is walked through, and ends with the exit status of diff.

use super::stage::Stage;
use super::terminal::Terminal;

const OLD: &str =
    "The kites of Osterby fly on the sea wall.\n\nThe mayor wins the prize for the worst landing.\n\nDogs may come.\n";
const NEW: &str = "The kites of Osterby fly on the old wall.\n\nThe mayor wins the prize\nfor the worst landing.\n\nDogs may not come.\n";

fn stage() -> Stage {
    Stage::bare().file("old.txt", OLD).file("new.txt", NEW).file("wrapped.txt", OLD.replace(" the ", "\nthe "))
}

#[test]
fn it_is_walked_through_and_ends_with_one() {
    let mut terminal = Terminal::start(&stage(), &["diff", "old.txt", "new.txt"]);
    terminal.wait_for_text("change 1/2 · edited · ¶1 → ¶1");
    terminal.press("n");
    terminal.wait_for_text("change 2/2");
    terminal.press("D");
    terminal.wait_for_text("unmatched");
    terminal.press("D");
    terminal.wait_for_text("change 2/2");
    terminal.press("q");
    assert_eq!(terminal.wait_for_end(), 1);
    assert!(!terminal.screen().alternate_screen() && !terminal.screen().hide_cursor());
}

#[test]
fn what_is_the_same_opens_no_screen() {
    for (other, said) in
        [("wrapped.txt", "No difference in words, punctuation or case"), ("old.txt", "No differences: the same bytes")]
    {
        let mut terminal = Terminal::start(&stage(), &["diff", "old.txt", other]);
        assert_eq!(terminal.wait_for_end(), 0);
        assert!(terminal.shown().starts_with(said), "{}", terminal.shown());
        assert!(!terminal.screen().alternate_screen());
    }
}

#[test]
fn one_side_may_come_through_a_pipe() {
    let script = "\"$IBID\" diff old.txt - <new.txt; echo ended $?";
    let mut terminal = Terminal::run(&stage(), "sh", &["-c", script]);
    terminal.wait_for_text("change 1/2");
    terminal.press("q");
    terminal.wait_for_text("ended 1");
}

#[test]
fn what_is_asked_for_in_print_is_printed() {
    let table: &[(&str, &str)] = &[
        ("diff --format text old.txt new.txt", "[-sea-]{+old+}"),
        ("diff --format unified old.txt new.txt", "@@ -1,"),
        ("diff -q old.txt new.txt", "Files old.txt and new.txt differ"),
        ("diff --stat old.txt new.txt", "2 paragraphs edited"),
        ("--linear diff old.txt new.txt", "[-sea-]{+old+}"),
        ("diff --linear old.txt new.txt", "[-sea-]{+old+}"),
        ("log --linear old.txt new.txt", "old.txt"),
        ("--linear old.txt new.txt", "matching pairs of paragraphs"),
        // As git calls it, which shows what is printed.
        ("diff -- a.txt old.txt 1 100644 new.txt 2 100644", "[-sea-]{+old+}"),
    ];
    for (arguments, expected) in table {
        let script = format!("PAGER=cat \"$IBID\" {arguments}; echo ended $?");
        let mut terminal = Terminal::run(&stage(), "sh", &["-c", &script]);
        terminal.wait_for_text("ended ");
        assert!(terminal.shown().contains(expected), "{arguments}:\n{}", terminal.shown());
        assert!(!terminal.has_sent("\x1b[?1049h"), "{arguments}");
    }
    let mut dumb =
        Terminal::run(&stage(), "sh", &["-c", "TERM=dumb PAGER=cat \"$IBID\" diff old.txt new.txt; echo ended $?"]);
    dumb.wait_for_text("ended 1");
    assert!(dumb.shown().contains("[-sea-]{+old+}"), "{}", dumb.shown());
    for term in ["dumb", ""] {
        let script = format!("TERM={term} \"$IBID\" old.txt; echo ended $?");
        let mut dumb = Terminal::run(&stage(), "sh", &["-c", &script]);
        dumb.wait_for_text("ended 0");
        let said = "so nothing can be drawn; this is the text of the article";
        assert!(dumb.shown().contains(said) && dumb.shown().contains("sea"), "{}", dumb.shown());
    }
}

#[test]
fn long_texts_stand_before_they_are_compared() {
    let line =
        |at: usize| format!("Kite {at} of Osterby flew over the sea wall and came down behind barn {}.\n\n", at * 7);
    let long: String = (0..8_000).map(line).collect();
    let stage = Stage::bare().file("old.txt", long.clone()).file("new.txt", long.replace("Kite 3 ", "Kite three "));
    let stage = stage.file("wrapped.txt", long.replace(" over ", "\nover "));
    let mut terminal = Terminal::start(&stage, &["diff", "old.txt", "new.txt"]);
    terminal.wait_for_text("change 1/1");
    terminal.press("q");
    assert_eq!(terminal.wait_for_end(), 1);
    let script = "\"$IBID\" diff old.txt wrapped.txt; echo ended $?";
    let mut terminal = Terminal::run(&stage, "sh", &["-c", script]);
    terminal.wait_for_text("ended 0");
    assert!(terminal.shown().contains("No difference in words, punctuation or case"), "{}", terminal.shown());
}

#[test]
fn a_merge_says_how_many_conflicts_are_decided_and_what_decides_them() {
    let base = "The kites of Osterby fly on the sea wall.\n\nDogs may come.\n";
    let stage = Stage::bare().file("base.txt", base).file("ours.txt", base.replace("sea wall", "old wall"));
    let stage = stage.file("theirs.txt", base.replace("sea wall", "long new pier"));
    let mut terminal =
        Terminal::start(&stage, &["merge", "base.txt", "ours.txt", "theirs.txt", "--output", "merged.txt"]);
    terminal.wait_for_text("conflict 1/1");
    let shown = terminal.shown();
    assert!(shown.contains("0 of 1 decided") && shown.contains("& both"), "{shown}");
    terminal.press(">");
    terminal.wait_for_text("1 of 1 decided · :w writes the result");
    terminal.press("j");
    terminal.wait_for_text("✓ 1 of 1 decided · :w writes the result");
}

#[test]
fn the_list_of_two_folders_ends_as_what_is_printed_does() {
    let old = "The old ferry sails again from Monday.\n";
    for (new, status) in
        [("The old ferry sails again from Tuesday.\n", 1), ("The old ferry\nsails again from Monday.\n", 0)]
    {
        let stage = Stage::bare().file("a/x.txt", old).file("b/x.txt", new);
        let mut terminal = Terminal::start(&stage, &["diff", "a", "b"]);
        terminal.wait_for_text("x.txt");
        terminal.press("\u{1b}");
        terminal.wait_for("no list", |screen| !screen.contents().contains("Files · 1"));
        terminal.press("q");
        assert_eq!(terminal.wait_for_end(), status, "{new}");
        assert_eq!(stage.run(&["diff", "--format", "text", "a", "b"]).status, i32::try_from(status).ok());
    }
}

#[test]
fn nothing_to_undo_is_no_complaint_at_the_end() {
    let stage = Stage::bare().file("old.txt", "It rained on Monday.\n").file("new.txt", "It rained on Tuesday.\n");
    let mut terminal = Terminal::start(&stage, &["--no-rules", "diff", "old.txt", "new.txt"]);
    terminal.wait_for_text("change 1/1");
    terminal.press("u");
    terminal.wait_for_text("Nothing undone");
    terminal.press("q");
    assert_eq!(terminal.wait_for_end(), 1);
    assert!(!terminal.has_sent("was not saved"), "{}", terminal.shown());
}

#[test]
fn a_result_is_read_like_the_text_it_is_made_from() {
    let text = |day: &str| {
        format!(
            "See [the plan](http://example.org/plan) for it.\n\nThe old mill was sold {day}.\n\nWe all went home.\n"
        )
    };
    let stage = Stage::bare().file("n1.md", text("today")).file("n2.md", text("yesterday"));
    let mut terminal = Terminal::start(&stage, &["diff", "n1.md", "n2.md"]);
    terminal.wait_for_text("change 1/1");
    terminal.press("<");
    terminal.wait_for_text("No differences are left");
    terminal.wait_for("the same figures on both sides", |screen| {
        screen.contents().matches("100 % of 18 words").count() == 2
    });
}
