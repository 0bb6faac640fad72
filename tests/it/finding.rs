//! Finding and carrying away on a real terminal: search, the clipboard, the editor.

use std::fs;
use std::os::unix::fs::PermissionsExt;

use super::stage::Stage;
use super::terminal::Terminal;

/// An editor that shows where it was opened, takes a line, and writes it at the beginning of the file.
const EDITOR: &str = "#!/bin/sh\n\
    echo \"opened at $1\"\n\
    read -r line\n\
    { echo \"$line\"; echo; cat \"$2\"; } >new && cat new >\"$2\"\n";

#[test]
fn a_search_is_counted_lit_and_ended() {
    let mut terminal = Terminal::start(&Stage::set(), &["left.txt", "right.txt"]);
    terminal.wait_for_text("Harbour council");
    terminal.press("/FERRY");
    terminal.wait_for_text("1 here · 1 in right");
    terminal.press("\r");
    terminal.wait_for_text("1 of 1 here");
    terminal.press("n");
    terminal.wait_for_text("Now in right");
    terminal.press("\x1b");
    terminal.wait_for("the search ended", |screen| !screen.contents().contains("/FERRY"));
}

#[test]
fn a_copy_is_sent_to_the_terminal() {
    let mut terminal = Terminal::run(&Stage::set(), "sh", &["-c", "unset TMUX STY; exec \"$IBID\" left.txt right.txt"]);
    terminal.wait_for_text("Harbour council");
    terminal.press("y");
    // What "Harbour council meets." begins with.
    terminal.wait_for_sent("\x1b]52;c;SGFyYm91ciBjb3VuY2lsIG1lZXRzLg");
    terminal.wait_for_text("Copied 3 words");
}

#[test]
fn the_editor_gets_the_keys_and_what_it_wrote_is_read() {
    let stage = Stage::set().file("ed", EDITOR);
    fs::set_permissions(stage.path("ed"), fs::Permissions::from_mode(0o755)).unwrap();
    let mut terminal = Terminal::run(&stage, "sh", &["-c", "VISUAL=./ed exec \"$IBID\" left.txt right.txt"]);
    terminal.wait_for_text("match");
    terminal.press("3gge");
    terminal.wait_for_text("opened at +5");
    assert!(!terminal.screen().alternate_screen());
    terminal.press("Quails crossed the quay.\r");
    terminal.wait_for("the same place further down", |screen| {
        screen.alternate_screen() && screen.contents().contains("¶4 → ¶1")
    });
    terminal.press("gg");
    terminal.wait_for_text("Quails crossed");
    assert!(fs::read_to_string(stage.path("left.txt")).unwrap().starts_with("Quails crossed the quay.\n\n"));
    terminal.press("/quails");
    terminal.wait_for_text("1 here");
    terminal.press("\r");
    terminal.wait_for_text("1 of 1 here");
    terminal.press("q");
    assert_eq!(terminal.wait_for_end(), 0);
}

#[test]
fn an_editor_that_does_not_start_is_said() {
    let mut terminal =
        Terminal::run(&Stage::set(), "sh", &["-c", "VISUAL=./nothing exec \"$IBID\" left.txt right.txt"]);
    terminal.wait_for_text("match");
    terminal.press("e");
    terminal.wait_for_text("could not be started");
}
