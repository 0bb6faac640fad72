//! What changes on the disk while the program runs.

use std::fs;
use std::os::unix::fs::PermissionsExt;

use super::stage::{APPEAL, LEFT, RIGHT, Stage};
use super::terminal::Terminal;

/// An editor that keeps a backup and puts a new file in place of the old one, as many do.
const EDITOR: &str = "#!/bin/sh\n\
    [ \"$1\" = -w ] || exit 3\n\
    sed 's/Monday/Sunday/' \"$3\" >new~ && mv new~ \"$3\"\n";

fn open(arguments: &[&str]) -> (Stage, Terminal) {
    let stage = Stage::bare().file("in/left.txt", LEFT).file("in/right.txt", RIGHT);
    let mut terminal = Terminal::start(&stage, arguments);
    terminal.wait_for_text("match");
    (stage, terminal)
}

/// Puts a new file in place of an old one.
fn replaced(stage: &Stage, name: &str, text: &str) {
    fs::write(stage.path("in/.fresh"), text).unwrap();
    fs::rename(stage.path("in/.fresh"), stage.path(name)).unwrap();
}

#[test]
fn a_file_that_changes_is_offered_and_read_when_the_reader_wants() {
    let (stage, mut terminal) = open(&["in/left.txt", "in/right.txt"]);
    replaced(&stage, "in/left.txt", &LEFT.replace("Monday", "Sunday"));
    terminal.wait_for_text("left has changed on disk; :reload reloads it");
    terminal.press("\t");
    terminal.wait_for_text("changed on disk");
    assert!(terminal.shown().contains("from Monday"), "not read before it is asked for");
    terminal.press(":reload\r");
    terminal.wait_for_text("from Sunday");
    terminal.wait_for("nothing to offer", |screen| !screen.contents().contains("changed on disk"));
    replaced(&stage, "in/left.txt", &LEFT.replace("Monday", "Tuesday"));
    terminal.wait_for_text("left has changed on disk");
    terminal.press("\t");
    replaced(&stage, "in/left.txt", &LEFT.replace("Monday", "Sunday"));
    terminal.wait_for("the offer withdrawn", |screen| !screen.contents().contains("changed on disk"));
}

#[test]
fn new_articles_in_a_folder_are_offered() {
    let (stage, mut terminal) = open(&["in"]);
    fs::write(stage.path("in/picture.txt"), b"\x00\x01\x02\x00").unwrap();
    fs::write(stage.path("in/tea.txt"), "Tea was served, and nothing else.\n").unwrap();
    terminal.wait_for_text("In the folder: 1 new (tea); :reload opens them");
    terminal.press(":reload\r");
    terminal.wait_for_text("2 of 3 shown");
    terminal.press("3");
    terminal.wait_for_text("Tea was served");
}

#[test]
fn what_the_editor_writes_is_read_and_not_offered() {
    let stage = Stage::set().file("my editors/ed", EDITOR);
    fs::set_permissions(stage.path("my editors/ed"), fs::Permissions::from_mode(0o755)).unwrap();
    let line = "VISUAL=\"'./my editors/ed' -w\" exec \"$IBID\" left.txt right.txt";
    let mut terminal = Terminal::run(&stage, "sh", &["-c", line]);
    terminal.wait_for_text("match");
    terminal.press("e");
    terminal.wait_for_text("from Sunday");
    fs::write(stage.path("right.txt"), RIGHT.replace("Tickets", "Stamps")).unwrap();
    terminal.wait_for_text("right has changed on disk; :reload reloads it");
}

#[test]
fn nothing_is_watched_where_the_reader_wants_none() {
    let stage = Stage::set().file("mine.toml", "watch = false\n");
    let mut terminal = Terminal::start(&stage, &["--config", "mine.toml", "left.txt", "right.txt"]);
    terminal.wait_for_text("match");
    fs::write(stage.path("left.txt"), LEFT.replace("Monday", "Sunday")).unwrap();
    terminal.press(":reload\r");
    terminal.wait_for_text("from Sunday");
}

#[test]
fn rules_that_an_editor_changes_hold_at_once() {
    let stage = Stage::set().with_rules("# mine\n");
    let mut terminal = Terminal::start(&stage, &["left.txt", "right.txt"]);
    terminal.wait_for_text("Please support our newsroom");
    fs::write(stage.rules(), APPEAL).unwrap();
    terminal.wait_for_text("Rules reloaded from disk");
    terminal.wait_for_text("hidden by ‘appeal’");
    fs::write(stage.rules(), "[[rule").unwrap();
    terminal.wait_for_text("rules.toml:1:");
    terminal.press("\t");
    terminal.wait_for_text("hidden by ‘appeal’");
}

#[test]
fn a_folder_with_a_file_of_several_articles_holds_nothing_new() {
    let lines = "{\"title\":\"One\",\"text\":\"The hall opens on Monday, said the council.\"}\n\
                 {\"title\":\"Two\",\"text\":\"The hall opens on Monday, the council said.\"}\n";
    let stage = Stage::bare().file("in/both.jsonl", lines);
    let mut terminal = Terminal::start(&stage, &["in"]);
    terminal.wait_for_text("match");
    fs::write(stage.path("in/tea.txt"), "Tea was served, and nothing else.\n").unwrap();
    terminal.wait_for_text("In the folder: 1 new (tea)");
    replaced(&stage, "in/both.jsonl", &lines.replace("council said", "mayor said"));
    terminal.wait_for_text("On disk: 1 changed (both.jsonl#2), 1 new (tea)");
}

#[test]
fn what_a_command_of_the_settings_reads_is_watched_as_it_is_read() {
    let settings = "[open]\n\"*.deed\" = [\"sed\", \"s/^=//\", \"{}\"]\n";
    let stage = Stage::bare().file("mine.toml", settings).file("in/left.deed", format!("={LEFT}"));
    let stage = stage.file("in/right.txt", RIGHT);
    let mut terminal = Terminal::start(&stage, &["--config", "mine.toml", "in"]);
    terminal.wait_for_text("match");
    fs::write(stage.path("in/tea.txt"), "Tea was served, and nothing else.\n").unwrap();
    terminal.wait_for_text("In the folder: 1 new (tea)");
    replaced(&stage, "in/left.deed", &LEFT.replace("Monday", "Sunday"));
    terminal.wait_for_text("On disk: 1 changed (left.deed), 1 new (tea)");
    terminal.press(":reload\r");
    terminal.wait_for_text("from Sunday");
}
