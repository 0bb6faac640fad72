//! Typed lines: commands, completion, earlier lines, and pasted text.

use super::candidates;
use proptest::prelude::{Just, Strategy, prop, prop_assert, prop_assert_eq, prop_oneof, proptest};

use super::app_tests::pair;
use super::reader::Reader;
use super::{Code, Effect, Event, Key, Line, Mode};
use crate::text::Side;

fn typed(reader: &Reader) -> Option<String> {
    let Some(Mode::Prompting(prompt)) = reader.app.modes.top() else { return None };
    let (before, after) = prompt.line.parts();
    Some(format!("{before}|{after}"))
}

fn paste(reader: &mut Reader, text: &str) {
    reader.send(Event::Pasted(text.to_owned()));
}

/// Types a line with its spaces.
fn say(reader: &mut Reader, line: &str) {
    reader.press(":");
    for c in line.chars() {
        reader.send(Event::Key(Key::plain(Code::Char(c))));
    }
}

#[test]
fn a_command_does_what_its_key_does() {
    let cases = [
        ("next-link", "n"),
        ("next-link 2", "2 n"),
        ("next link 2", "2 n"),
        ("3", "3 gg"),
        ("bottom", "G"),
        (" :hide ", "x"),
        ("HIDE", "x"),
        ("mark", "v"),
        ("help", "?"),
        ("other", "Tab"),
    ];
    for (line, keys) in cases {
        let (mut by_name, mut by_key) = (pair(), pair());
        say(&mut by_name, line);
        by_name.press("Enter");
        by_key.press(keys);
        for side in Side::BOTH {
            assert_eq!(by_name.at(side), by_key.at(side), "{line}");
        }
        assert_eq!(
            (by_name.app.modes.top(), by_name.app.desk.row.focus),
            (by_key.app.modes.top(), by_key.app.desk.row.focus),
            "{line}"
        );
    }
    let mut reader = pair();
    say(&mut reader, "article 3");
    assert_eq!(reader.press("Enter").app.desk.row.pair().left, 2);
    say(&mut reader, "q");
    assert!(matches!(reader.press("Enter").effects.last(), Some(Effect::Quit)));
}

#[test]
fn what_is_no_command_is_said_with_the_nearest() {
    let cases = [
        ("hid", "Unknown command: hid; did you mean hide?"),
        ("undp", "Unknown command: undp; did you mean undo?"),
        ("zzz", "Unknown command: zzz; Tab lists all"),
        ("article 9", "No article 9; 3 are open"),
        ("99", "This article has 5 paragraphs"),
        ("99999999999999999999999", "This article has 5 paragraphs"),
        ("lines", "The command lines is only for a diff"),
        ("", "No command given"),
        (":", "No command given"),
    ];
    for (line, said) in cases {
        let mut reader = pair();
        say(&mut reader, line);
        assert_eq!(reader.press("Enter").said(), said, "{line}");
        assert_eq!(reader.app.modes.top(), None, "{line}");
    }
    let mut reader = pair();
    say(&mut reader, "article");
    assert_eq!(reader.press("Enter").said(), "Which article? Type its number or name");
    assert_eq!(typed(&reader).as_deref(), Some("article |"));
    assert_eq!(pair().press("/ Enter").said(), "Nothing to search for");
}

#[test]
fn tab_completes_and_goes_round() {
    let mut reader = pair();
    say(&mut reader, "hid");
    let names: Vec<String> = candidates(&reader.app).into_iter().map(|it| it.command).collect();
    assert_eq!(names, ["hide", "hide-for-good", "show-hidden"]);
    assert_eq!(typed(reader.press("Tab")).as_deref(), Some("hide|"));
    assert_eq!(typed(reader.press("Tab")).as_deref(), Some("hide-for-good|"));
    assert_eq!(typed(reader.press("Tab Tab")).as_deref(), Some("hide|"));
    assert_eq!(typed(reader.press("Shift-Tab")).as_deref(), Some("show-hidden|"));
    reader.press("Esc :");
    assert!(candidates(&reader.app).len() > 15, "all of them");
    reader.press("Esc");
    say(&mut reader, "article ");
    assert_eq!(
        candidates(&reader.app).iter().map(|it| it.help.as_str()).collect::<Vec<_>>(),
        ["left", "right", "third"]
    );
    reader.press("Tab Tab Tab Enter");
    assert_eq!(reader.app.desk.row[Side::Left].article, 2);
    say(&mut reader, "zzz");
    assert_eq!(reader.press("Tab").said(), "No completions");
}

#[test]
fn lines_typed_before_come_back() {
    let mut reader = pair();
    for line in ["2", "bottom", "2"] {
        say(&mut reader, line);
        reader.press("Enter");
    }
    say(&mut reader, "he");
    assert_eq!(typed(reader.press("↑")).as_deref(), Some("2|"));
    assert_eq!(typed(reader.press("↑")).as_deref(), Some("bottom|"));
    assert_eq!(reader.press("↑").said(), "No earlier line");
    assert_eq!(typed(reader.press("↓ ↓")).as_deref(), Some("he|"), "what was being typed");
    assert_eq!(reader.press("↓").said(), "No later line");
}

#[test]
fn a_line_is_edited_by_whole_characters() {
    let table = [
        ("Left Left Backspace", "n|👩‍👩‍👧e\u{301}"),
        ("Left Left Del", "nä|e\u{301}"),
        ("Backspace Backspace", "nä|"),
        ("Home Del", "|ä👩‍👩‍👧e\u{301}"),
        ("Ctrl-a Right", "n|ä👩‍👩‍👧e\u{301}"),
        ("Left Ctrl-u", "|e\u{301}"),
        ("Left Ctrl-k", "nä👩‍👩‍👧|"),
        ("Home End Ctrl-w", "|"),
    ];
    for (keys, expected) in table {
        let mut reader = pair();
        reader.press(":");
        paste(&mut reader, "nä👩‍👩‍👧e\u{301}");
        let keys = keys.replace("Left", "←").replace("Right", "→");
        assert_eq!(typed(reader.press(&keys)).as_deref(), Some(expected), "{keys}");
    }
    let mut reader = pair();
    say(&mut reader, "one two  ");
    assert_eq!(typed(reader.press("Ctrl-w")).as_deref(), Some("one |"));
    assert_eq!(typed(reader.press("Ctrl-w")).as_deref(), Some("|"));
    reader.press("Backspace");
    assert_eq!(reader.app.modes.top(), None, "there is nothing left to take out");
}

#[test]
fn what_is_pasted_goes_into_the_line_and_never_acts_as_keys() {
    let mut reader = pair();
    paste(&mut reader, "qx:q\n");
    assert_eq!(reader.said(), "Nowhere to paste here");
    assert!(reader.effects.is_empty() && reader.app.desk.row[Side::Left].page.mask().hidden().is_empty());
    reader.press(":");
    paste(&mut reader, "q\r\n\u{1b}[31m\tx");
    assert_eq!(typed(&reader).as_deref(), Some("q  [31m x|"));
    paste(&mut reader, &"long ".repeat(10_000));
    assert!(typed(&reader).is_some_and(|line| line.len() < 4096));
    reader.press("Esc g");
    paste(&mut reader, "g");
    reader.press("G");
    assert_eq!(reader.app.desk.row[Side::Left].paragraph_id().0, 4, "the paste ended what was begun");
}

#[test]
fn what_can_do_nothing_now_says_why() {
    let table = [
        ("Z", "Z is not bound here; ? shows the keys"),
        ("Esc", "Nothing to cancel; q quits"),
        ("gg", "Already there"),
        ("G G", "Already there"),
        ("v k", "First sentence of the article"),
        ("v G j", "Last sentence of the article"),
        ("v ?", ""),
        ("X Z", "Z is not bound here; Esc leaves"),
        ("? k", "Top of the help"),
        ("? G j", "End of the help"),
        ("? Z", "Z is not bound here; Esc leaves"),
        (": PgDn", "PgDn is not bound here; Esc leaves"),
        (": ↑", "No earlier line"),
        ("u", "Nothing undone: no saved step to undo"),
        ("F5", "F5 is not bound here; ? shows the keys"),
        ("h", "Already in the left pane"),
    ];
    for (keys, said) in table {
        let mut reader = pair();
        assert_eq!(reader.press(keys).said(), said, "{keys}");
    }
}

#[derive(Clone, Debug)]
enum Doing {
    Press(&'static str),
    Paste(String),
}

const KEYS: &[&str] = &[
    ":",
    "/",
    "?",
    "Tab",
    "Shift-Tab",
    "↑",
    "↓",
    "←",
    "→",
    "Enter",
    "Backspace",
    "Del",
    "Ctrl-w",
    "Ctrl-u",
    "Ctrl-k",
    "Home",
    "End",
    "j",
    "G",
    "x",
    "X",
    "v",
    "n",
    "a",
    "1",
    "3",
    "u",
    "H",
    "f",
    "o",
    "q",
    "Esc",
    "g",
    "]",
    "Ctrl-o",
    "Space",
];

fn doing() -> impl Strategy<Value = Doing> {
    prop_oneof![
        6 => prop::sample::select(KEYS.to_vec()).prop_map(Doing::Press),
        1 => "\\PC{0,12}".prop_map(Doing::Paste),
        1 => Just(Doing::Paste("article 2\n\u{1b}\u{301}\u{200d}".to_owned())),
        1 => prop::sample::select(vec![": h e l p", ": m a r k Enter", ": a r t i c l e Space"]).prop_map(Doing::Press),
    ]
}

proptest! {
    #[test]
    fn whatever_is_pressed_and_pasted_esc_comes_back_to_reading(doings in prop::collection::vec(doing(), 0..40)) {
        let mut reader = pair();
        for doing in doings {
            match doing {
                Doing::Press(keys) => { reader.press(keys); }
                Doing::Paste(text) => paste(&mut reader, &text),
            }
            if let Some(Mode::Prompting(prompt)) = reader.app.modes.top() {
                let (before, after) = prompt.line.parts();
                prop_assert_eq!(format!("{before}{after}"), prompt.line.text());
            }
        }
        // The first drops half a typed key, the next the filter of the help, then the help closes, then what is below.
        reader.press("Esc Esc Esc Esc");
        prop_assert_eq!(reader.app.modes.top(), None);
        prop_assert!(reader.app.typed.keys.0.is_empty());
    }

    #[test]
    fn the_cursor_of_a_line_never_stands_inside_a_character(
        text in "[ae\u{301}\u{200d}👩🇩🇪 ]{0,12}",
        keys in prop::collection::vec(prop::sample::select(vec!["←", "→", "Del", "Backspace", "Ctrl-w", "Home", "End", "e", "Ctrl-k"]), 0..20),
    ) {
        use unicode_segmentation::UnicodeSegmentation;
        let mut line = Line::of(&text);
        for key in keys {
            line.edit(super::Keys::read(key).0[0]);
            let (before, _) = line.parts();
            let end = before.len();
            let borders: Vec<usize> = line.text().grapheme_indices(true).map(|(at, _)| at).collect();
            prop_assert!(end == line.text().len() || borders.contains(&end), "{:?} at {end}", line.text());
        }
    }
}
