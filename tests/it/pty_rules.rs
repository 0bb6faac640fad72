//! Rules made, listed and taken back on the screen.

use std::fs;

use super::stage::{LEFT, RIGHT, Stage};
use super::terminal::Terminal;

fn start(stage: &Stage) -> Terminal {
    Terminal::start(stage, &["left.txt", "right.txt"])
}

#[test]
fn an_expression_made_in_the_picker_is_saved_holds_the_next_time_and_is_taken_back() {
    let stage = Stage::bare().file("left.txt", format!("Weather: rain.\n\n{LEFT}")).file("right.txt", RIGHT);
    let mut terminal = start(&stage);
    terminal.wait_for_text("Weather: rain.");
    terminal.press("X");
    terminal.wait_for_text("Hide for good");
    terminal.press("jjjje\u{15}Weather: (rain|snow)\\.\r");
    terminal.wait_for_text("text that matches Weather: (rain|snow)");
    terminal.wait_for_text("1 passage here");
    terminal.press("\r");
    terminal.wait_for_text("Saved as");
    terminal.press("q");
    assert_eq!(terminal.wait_for_end(), 0);
    assert!(fs::read_to_string(stage.rules()).unwrap().contains("kind = \"pattern\", unit = \"words\""));
    let mut terminal = start(&stage);
    terminal.wait_for_text("hidden by");
    terminal.press("R");
    terminal.wait_for_text("1 of 1 on");
    terminal.press("\u{1b}");
    terminal.wait_for("no list", |screen| !screen.contents().contains("1 of 1 on"));
    terminal.press("u");
    terminal.wait_for_text("Undid the last saved step");
    terminal.wait_for_text("Weather: rain.");
    terminal.press("q");
    assert_eq!(terminal.wait_for_end(), 0);
    assert!(!fs::read_to_string(stage.rules()).unwrap_or_default().contains("[[rule]]"));
}

#[test]
fn a_broken_rules_file_is_told_where_there_are_no_rules() {
    let stage = Stage::set().with_rules("[[rule]]\nid = 3\n");
    let mut terminal = Terminal::start(&stage, &["left.txt", "right.txt"]);
    terminal.wait_for_text("Harbour council");
    terminal.press("R");
    terminal.wait_for_text("No rules apply: ");
    terminal.press("q");
    assert_eq!(terminal.wait_for_end(), 1);
}

#[test]
fn who_waits_for_another_program_that_saves_is_told() {
    let stage = Stage::set();
    fs::create_dir_all(stage.rules().parent().unwrap()).unwrap();
    let held = fs::File::create(stage.rules().with_file_name("rules.toml.lock")).unwrap();
    held.lock().unwrap();
    let mut terminal = start(&stage);
    terminal.wait_for_text("Harbour council");
    terminal.press("X");
    terminal.wait_for_text("Hide for good");
    terminal.press("\r");
    terminal.wait_for_text("waiting for another program that is saving rules.toml");
    drop(held);
    terminal.wait_for_text("Saved as");
    terminal.press("q");
    assert_eq!(terminal.wait_for_end(), 0);
}
