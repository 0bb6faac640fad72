//! Notes without a screen.

use std::fs;

use super::stage::Stage;

#[test]
fn a_note_is_written_on_a_paragraph_and_found_by_its_words() {
    let stage = Stage::set();
    let added = stage.run(&["notes", "add", "left.txt", "2", "Ask the owners"]);
    assert_eq!(added.status, Some(0), "{added:?}");
    assert!(added.out.is_empty() && added.err.ends_with("notes.toml: note added to left ¶2\n"), "{added:?}");
    let all = stage.run(&["notes", "list"]).out;
    assert!(all.starts_with("left.txt · ") || all.starts_with("left · "), "{all}");
    assert!(all.contains("\n  Ask the owners\n  on “The old ferry between Lunn and Orrin"), "{all}");
    // The same paragraph stands second in the other article, too.
    let here = stage.run(&["notes", "list", "right.txt"]).out;
    assert!(here.starts_with("right ¶2 (written on left) · "), "{here}");
    let stage = stage.file("other.txt", "Nobody asked the seals about any of it.");
    let none = stage.run(&["notes", "list", "other.txt"]);
    assert_eq!(
        (none.status, none.out.as_str(), none.err.as_str()),
        (Some(0), "", "ibid: no notes on these articles\n")
    );
    let json = stage.run(&["notes", "list", "--json", "right.txt"]).json();
    assert_eq!((json["notes"][0]["places"][0]["paragraph"].as_u64(), json["version"].as_u64()), (Some(2), Some(1)));
    assert_eq!(json["format"], "ibid-notes");
    let report = stage.run(&["report", "left.txt", "right.txt"]).out;
    assert!(report.contains("Ask the owners"), "{report}");
}

#[test]
fn a_note_shown_at_a_copy_of_its_paragraph_says_where_it_was_written() {
    let caption = "The ferry at the pier of Lunn on the morning of its last crossing to Orrin.\n";
    let stage = ["wire.txt", "gazette.txt", "herald.txt"].iter().fold(Stage::set(), |stage, file| {
        let own: String = format!("{file} has a line here that no other of these files would have.");
        stage.file(file, format!("{own}\n\n{caption}"))
    });
    stage.run(&["notes", "add", "wire.txt", "2", "Ask the port"]);
    let said = "Ask the port (written on wire)";
    for form in ["text", "markdown", "html"] {
        let report = |left: &str| stage.run(&["report", left, "herald.txt", "--format", form]).out;
        let (copy, own) = (report("gazette.txt"), report("wire.txt"));
        assert_eq!(copy.matches("Ask the port").count(), copy.matches(said).count(), "{copy}");
        assert!(copy.contains(said) && own.matches(said).count() + 1 == own.matches("Ask the port").count(), "{own}");
    }
    let json = stage.run(&["report", "gazette.txt", "herald.txt", "--format", "json"]).json();
    assert_eq!(json["pairs"][0]["notes"][0]["from"], "wire");
    let listed = |file: &str| stage.run(&["notes", "list", file]).out;
    assert!(listed("gazette.txt").starts_with("gazette ¶2 (written on wire) · "), "{}", listed("gazette.txt"));
    assert!(listed("wire.txt").starts_with("wire ¶2 · "), "{}", listed("wire.txt"));
}

#[test]
fn no_notes_is_said() {
    let stage = Stage::set();
    let none = stage.run(&["notes", "list"]);
    assert_eq!((none.status, none.err.as_str()), (Some(0), "ibid: no notes yet; ibid notes add makes one\n"));
    assert_eq!(stage.run(&["notes", "list", "--json"]).err, "");
}

#[test]
fn a_report_says_on_which_side_a_note_is() {
    let stage = Stage::set().file("alone.txt", "The seals slept.\n\nNobody asked the owners about any of the seals.");
    for (file, paragraph, text) in [("alone.txt", "2", "Here"), ("left.txt", "1", "There")] {
        stage.run(&["notes", "add", file, paragraph, text]);
    }
    let notes = stage.run(&["report", "left.txt", "alone.txt", "--format", "json"]).json()["pairs"][0]["notes"].clone();
    let sides = |at: usize| (notes[at]["left"].as_u64(), notes[at]["right"].as_u64(), notes[at]["text"].as_str());
    assert_eq!([sides(0), sides(1)], [(Some(0), None, Some("There")), (None, Some(1), Some("Here"))], "{notes}");
}

#[test]
fn a_second_note_stands_beside_the_first() {
    let stage = Stage::set();
    let said = stage.run(&["notes", "add", "left.txt", "2", "One"]).err;
    stage.run(&["notes", "add", "left.txt", "2", "Two"]);
    let file = said.strip_prefix("ibid: ").and_then(|said| said.split_once(": note added")).unwrap().0;
    let text = fs::read_to_string(file).unwrap();
    assert_eq!((text.matches("[[note]]").count(), text.contains("text = \"One / Two\"")), (1, true), "{text}");
}

#[test]
fn what_cannot_be_noted_is_said() {
    let stage = Stage::set();
    let cases: &[(&[&str], &str)] = &[
        (&["notes", "add", "left.txt", "9", "x"], "left has no paragraph 9; its last is 4"),
        (&["notes", "add", "left.txt", "0", "x"], "expected a number, 1 or more"),
        (&["notes", "add", "left.txt", "1", "  "], "the note is empty"),
        (&["--no-state", "notes", "list"], "--no-state"),
    ];
    for (arguments, said) in cases {
        let ran = stage.run(arguments);
        assert!(ran.status != Some(0) && ran.err.contains(said), "{arguments:?}: {ran:?}");
        assert_eq!(ran.err.lines().count(), 1, "{ran:?}");
    }
}
