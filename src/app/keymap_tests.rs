//! The keymap: changed keys, their names, and what cannot be told apart.

use super::{HelpLine, help_filter, help_row, help_sheet, take_settings};
use proptest::prelude::{any, prop, prop_assert, proptest};

use super::{Action, Asked, BINDINGS, Found, Keymap, Keys, Mode, Override, Phase, Settings, action_named, markdown};
use crate::app::app_tests::pair;

fn change(phase: Phase, action: Action, keys: &[&str]) -> Override {
    Override { phase, action, keys: keys.iter().map(|keys| Keys::read(keys)).collect() }
}

fn told_apart(keymap: &Keymap) -> Result<(), String> {
    for (at, row) in keymap.rows().iter().enumerate() {
        for other in keymap.rows().iter().skip(at + 1).filter(|other| other.binding.phase == row.binding.phase) {
            for (keys, others) in row.keys.iter().flat_map(|keys| other.keys.iter().map(move |others| (keys, others))) {
                if keys.0.starts_with(&others.0) || others.0.starts_with(&keys.0) {
                    return Err(format!("{keys} of {} and {others} of {}", row.name(), other.name()));
                }
            }
        }
    }
    Ok(())
}

#[test]
fn every_action_has_a_name_of_its_own() {
    for binding in BINDINGS {
        let name = binding.action.name();
        assert_eq!(action_named(name), Some(binding.action), "{name}");
        assert!(name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-'), "{name}");
        assert!(Phase::ALL.iter().all(|phase| phase.name() != name), "{name} is a phase");
    }
    assert_eq!(action_named("nonsense"), None);
}

#[test]
fn no_action_stands_twice_in_a_phase() {
    for (at, binding) in BINDINGS.iter().enumerate() {
        let twice = BINDINGS.iter().skip(at + 1).any(|it| (it.phase, it.action) == (binding.phase, binding.action));
        assert!(!twice, "{:?} {}", binding.phase, binding.action.name());
    }
    assert_eq!(told_apart(&Keymap::default()), Ok(()));
}

#[test]
fn keys_are_written_as_they_are_read() {
    for written in ["j", "gg", "]c", "Ctrl-d", "Ctrl-x Enter", "g Space", "PgDn", "↑", "Del", "F1"] {
        assert_eq!(Keys::read(written).to_string(), written);
        assert_eq!(Keys::spelled(written), Ok(Keys::read(written)), "{written}");
    }
    for (spelled, written) in [
        ("ctrl-D", "Ctrl-d"),
        ("C-x", "Ctrl-x"),
        ("^x", "Ctrl-x"),
        ("esc", "Esc"),
        ("pagedown", "PgDn"),
        ("up", "↑"),
        ("-", "-"),
        ("^", "^"),
    ] {
        assert_eq!(Keys::spelled(spelled), Ok(Keys::read(written)), "{spelled}");
    }
    for wrong in ["", " ", "Alt-x", "Ctrl-", "Ctrl-abc", "F1-x", "<Esc>", "abcdefgh", "a\u{7}", "Entr-"] {
        assert!(Keys::spelled(wrong).is_err(), "{wrong:?}");
    }
}

#[test]
fn a_changed_key_does_it_and_the_old_one_nothing_and_all_sentences_name_it() {
    let mut reader = pair();
    let changes = [
        change(Phase::Reading, Action::NextLink, &["Ctrl-x n"]),
        change(Phase::Reading, Action::Help, &["W"]),
        change(Phase::Reading, Action::Undo, &[]),
    ];
    let (keymap, clashes) = Keymap::with(&changes);
    assert_eq!(clashes, []);
    take_settings(&mut reader.app.desk, Settings { keymap, ..Settings::default() });
    reader.press("n");
    assert_eq!(reader.said(), "n is not bound here; W shows the keys");
    reader.press("Ctrl-x n");
    assert!(reader.app.desk.paragraph_link().is_some());
    reader.press("x");
    assert!(reader.said().contains("; :undo undoes, X hides for good"), "{}", reader.said());
    reader.press(": u n d o Enter");
    assert_eq!(reader.said(), "Shown again");
}

#[test]
fn the_readers_keys_win_and_what_has_lost_its_own_is_said() {
    let cases: [(&[Override], &str); 5] = [
        (&[change(Phase::Reading, Action::Hide, &["n"])], "hide n over next-link n"),
        (&[change(Phase::Reading, Action::Hide, &["g"])], "hide g over pull gm, hide g over top gg"),
        (&[change(Phase::Reading, Action::Hide, &["xy"])], ""),
        (&[change(Phase::Reading, Action::Hide, &["ny"])], "hide ny over next-link n"),
        (&[change(Phase::Reading, Action::NextLink, &["N"]), change(Phase::Reading, Action::PreviousLink, &["n"])], ""),
    ];
    for (changes, expected) in cases {
        let (keymap, clashes) = Keymap::with(changes);
        let said: Vec<String> = clashes
            .iter()
            .map(|it| format!("{} {} over {} {}", it.kept.0.name(), it.kept.1, it.lost.0.name(), it.lost.1))
            .collect();
        assert_eq!(said.join(", "), expected);
        assert_eq!(told_apart(&keymap), Ok(()));
        for wanted in changes {
            for keys in &wanted.keys {
                assert_eq!(keymap.find(wanted.phase, keys), Found::Action(wanted.action), "{keys}");
            }
        }
    }
}

#[test]
fn the_help_is_narrowed_as_one_types() {
    let mut reader = pair();
    let all = help_sheet(&reader.press("?").app).columns.concat().len();
    reader.press("/ H I D E");
    let narrowed = help_sheet(&reader.app).columns.concat();
    assert!(narrowed.len() < all && !narrowed.is_empty());
    assert!(matches!(reader.app.modes.top(), Some(Mode::Prompting(prompt)) if prompt.asked == Asked::Filter));
    reader.press("Enter");
    assert_eq!((help_filter(&reader.app), help_sheet(&reader.app).columns.concat()), ("HIDE", narrowed));
    reader.press("Esc");
    assert_eq!((help_filter(&reader.app), help_row(&reader.app)), ("", Some(0)));
    reader.press("/ q q q Esc");
    assert_eq!((help_filter(&reader.app), help_row(&reader.app)), ("", Some(0)));
    assert_eq!(reader.press("Esc").app.modes.top(), None);
    reader.press("? / next-class");
    let found = help_sheet(&reader.app).columns.concat();
    assert!(
        matches!(&found[..], [HelpLine::Heading("Matches"), HelpLine::Keys(keys, _), ..] if keys == "f"),
        "{found:?}"
    );
}

#[test]
fn what_the_manual_shows_names_no_placeholder() {
    assert!(!markdown().contains('{'));
}

proptest! {
    #[test]
    fn whatever_is_changed_the_keys_stay_told_apart(
        picks in prop::collection::vec((any::<prop::sample::Index>(), prop::collection::vec("[gxn]{1,3}", 0..3)), 0..12),
    ) {
        let mut changes: Vec<Override> = Vec::new();
        for (index, keys) in picks {
            let binding = index.get(BINDINGS);
            let keys = keys.iter().map(|keys| Keys::read(keys)).collect();
            changes.push(Override { phase: binding.phase, action: binding.action, keys });
        }
        let (keymap, _) = Keymap::with(&changes);
        let apart = told_apart(&keymap);
        prop_assert!(apart.is_ok(), "{apart:?}");
    }
}

#[test]
fn the_help_begins_with_the_marks_and_has_the_keys_of_what_is_shown_alone() {
    let mut reader = pair();
    reader.press("?");
    let lines = help_sheet(&reader.app).columns.concat();
    assert_eq!(lines[0], HelpLine::Heading("Marks"));
    let says = |lines: &[HelpLine], wanted: &str| {
        lines.iter().any(|line| matches!(line, HelpLine::Keys(_, text) if text.contains(wanted)))
    };
    assert!(says(&lines, "list what is highlighted") && !says(&lines, "sort by similarity"));
    assert!(!says(&lines, "list the clusters"), "no clusters are open");
    let found = help_sheet(&reader.press("/ c l u s t e r s Enter").app).columns.concat();
    assert!(says(&found, "list the clusters"), "but they are found");
    reader.press("Esc");
    reader.press("/ r e w o r d e d Enter");
    let found = help_sheet(&reader.app).columns.concat();
    assert_eq!(found[0], HelpLine::Heading("Marks"), "marks are found too");
    reader.press("Esc Esc m ?");
    let lines = help_sheet(&reader.app).columns.concat();
    assert!(says(&lines, "sort by similarity") && !says(&lines, "list what is highlighted"));
    assert!(says(&lines, "row down"), "what means the same as in reading is told too");
    reader.press("/ p i c k Enter");
    assert!(
        matches!(reader.press("Esc Esc").app.modes.top(), Some(Mode::Matrix(_))),
        "it goes back to where it was opened"
    );
    reader.press("? Ctrl-c");
}
