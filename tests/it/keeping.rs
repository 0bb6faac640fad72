//! What is kept from run to run: notes, places, and what the articles of a set held.

use std::fs;

use serde_json::json;
use vt100::Screen;

use super::schema::violations;
use super::stage::{LEFT, RIGHT, Stage};
use super::terminal::Terminal;

fn shows(text: &str) -> impl Fn(&Screen) -> bool + '_ {
    move |screen| screen.contents().contains(text)
}

fn left(mut terminal: Terminal) {
    terminal.press("q");
    assert_eq!(terminal.wait_for_end(), 0, "{}", terminal.shown());
}

/// An article of many paragraphs of its own.
fn long(word: &str) -> String {
    let own = |n: usize| format!("Note {n} of the {word} speaks of {word}{n} and of nothing else.\n\n");
    (1..=60).map(own).collect()
}

fn folder() -> Stage {
    let stage = Stage::bare().file("in/a.txt", long("gull")).file("in/b.txt", long("crab"));
    stage.file("in/c.txt", long("seal"))
}

#[test]
fn notes_are_there_the_next_time_and_in_reports() {
    let stage = Stage::set().file("renamed.txt", LEFT);
    let mut terminal = Terminal::start(&stage, &["left.txt", "right.txt"]);
    terminal.press_until("n", shows("match 1/"));
    terminal.press("iask <b>the</b> clerk\r");
    terminal.wait_for_text("Note added");
    terminal.press("Giwhat gift?\r");
    terminal.press_until("\t\t", shows("† what gift?"));
    left(terminal);
    let mut again = Terminal::start(&stage, &["renamed.txt", "right.txt"]);
    again.press_until("n", shows("match 1/"));
    again.wait_for_text("† ask <b>the</b> clerk");
    left(again);
    let mut stateless = Terminal::start(&stage, &["--no-state", "left.txt", "right.txt"]);
    stateless.press_until("n", shows("match 1/"));
    assert!(!stateless.shown().contains("ask <b>"));
    stateless.press("ifor now\r");
    stateless.wait_for_text("Note kept for this session only");
    left(stateless);
    let report = |form: &str| stage.run(&["report", "left.txt", "right.txt", "--format", form]);
    assert!(report("text").out.contains("  †  ask <b>the</b> clerk\n"));
    assert!(report("markdown").out.contains("**Note:** ask \\<b\\>the\\</b\\> clerk\n"), "{}", report("markdown").out);
    assert!(report("html").out.contains("ask &lt;b&gt;the&lt;/b&gt; clerk</li>"), "{}", report("html").out);
    let json = report("json").json();
    let notes: Vec<_> = json["pairs"][0]["notes"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| (&it["text"], &it["left"], &it["right"]))
        .collect();
    let on_matches =
        [(&json!("ask <b>the</b> clerk"), &json!(1), &json!(1)), (&json!("what gift?"), &json!(3), &json!(3))];
    assert_eq!(notes, on_matches, "each is on the match of its row");
    let schema = serde_json::from_str(include_str!("../../assets/report.schema.json")).unwrap();
    assert_eq!(violations(&schema, &json), [""; 0]);
    let bare = stage.run(&["--no-state", "report", "left.txt", "right.txt", "--format", "json"]);
    assert_eq!(bare.json()["pairs"][0].get("notes"), None);
}

#[test]
fn a_broken_notes_file_is_said_and_left_alone() {
    let broken = "[[note]]\ntext = \"half\n";
    let stage = Stage::set().file(".state/ibid/notes.toml", broken);
    let mut terminal = Terminal::start(&stage, &["left.txt", "right.txt"]);
    terminal.wait_for_text("notes.toml:2:");
    terminal.press("ilost?\r");
    terminal.wait_for_text("Note not saved");
    terminal.press("q");
    assert_eq!(terminal.wait_for_end(), 1);
    assert!(terminal.shown().replace('\n', "").contains("a note was not saved: "), "{}", terminal.shown());
    assert_eq!(fs::read_to_string(stage.path(".state/ibid/notes.toml")).unwrap(), broken);
}

#[test]
fn a_note_is_kept_even_when_the_reader_leaves_at_once() {
    let stage = Stage::set();
    let mut terminal = Terminal::start(&stage, &["left.txt", "right.txt"]);
    terminal.wait_for_text("Harbour council");
    terminal.press("iin haste\rq");
    assert_eq!(terminal.wait_for_end(), 0);
    assert!(fs::read_to_string(stage.path(".state/ibid/notes.toml")).unwrap().contains("text = \"in haste\""));
}

#[test]
fn a_folder_is_found_as_it_was_left() {
    let stage = folder();
    let mut terminal = Terminal::start(&stage, &["in"]);
    terminal.wait_for_text("Note 1 of the gull");
    terminal.press("s12gg\t3");
    terminal.wait_for_text("Note 1 of the seal");
    terminal.press("40gg");
    terminal.wait_for_text("¶40 of 60");
    left(terminal);
    let changed = stage.clone().file("in/d.txt", long("tern")).file("in/a.txt", format!("New.\n\n{}", long("gull")));
    fs::remove_file(stage.path("in/b.txt")).unwrap();
    let mut again = Terminal::start(&changed, &["in/"]);
    again.wait_for_text("Since last time: 1 new (d), 1 changed (a), 1 gone (b)");
    for text in ["Note 12 of the gull", "Note 40 of the seal"] {
        again.wait_for_text(text);
    }
    left(again);
    let mut stateless = Terminal::start(&changed, &["--no-state", "in"]);
    stateless.wait_for_text("Note 1 of the gull");
    assert!(!stateless.shown().contains("since last time"));
}

#[test]
fn two_files_keep_their_places_and_a_signal_keeps_them_too() {
    let stage = folder();
    let mut terminal = Terminal::start(&stage, &["in/a.txt", "in/b.txt"]);
    terminal.wait_for_text("Note 1 of the gull");
    terminal.press("s30gg\t50gg");
    terminal.wait_for_text("¶50 of 60");
    terminal.signal("TERM");
    terminal.wait_for_end();
    let mut again = Terminal::start(&stage, &["in/b.txt", "in/a.txt"]);
    for text in ["Note 30 of the gull", "Note 50 of the crab"] {
        again.wait_for_text(text);
    }
}

#[test]
fn a_damaged_state_costs_only_itself() {
    let stage = folder();
    let mut terminal = Terminal::start(&stage, &["in"]);
    terminal.wait_for_text("Note 1 of the gull");
    left(terminal);
    for entry in fs::read_dir(stage.path(".state/ibid/sets")).unwrap() {
        fs::write(entry.unwrap().path(), b"\xff\x00[[[").unwrap();
    }
    let mut again = Terminal::start(&stage, &["in"]);
    again.wait_for_text("Note 1 of the gull");
    again.press("9gg");
    again.wait_for_text("¶9 of 60");
    left(again);
    assert!(Stage::set().run(&["left.txt", "right.txt"]).out.contains(&RIGHT[..20]));
}

#[test]
fn marks_that_cannot_be_read_or_kept_are_told_after_leaving() {
    let stage = Stage::set();
    std::fs::create_dir_all(stage.path(".state/ibid/reviewed")).unwrap();
    let mut terminal = Terminal::start(&stage, &["left.txt", "right.txt"]);
    terminal.wait_for_text("Harbour council");
    terminal.press_until("n", |screen| screen.contents().contains("1/3"));
    terminal.press("r");
    terminal.wait_for_text("Mark not saved");
    terminal.press("q");
    assert_eq!(terminal.wait_for_end(), 1);
    for said in ["continuing without review marks", "ibid: review marks were not saved: "] {
        assert!(terminal.shown().contains(said), "{}", terminal.shown());
    }
}
