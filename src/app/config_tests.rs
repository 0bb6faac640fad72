//! The configuration: the defaults, and mistakes with their places.

use super::take_settings;
use super::{Keys, OPTIONS, Phase, Settings, configured, keymap_toml};
use crate::app::Action;

const FILE: &str = include_str!("../../assets/config.toml");

fn misread(text: &str) -> Vec<String> {
    configured(text).1.iter().map(ToString::to_string).collect()
}

fn same(one: &Settings, other: &Settings) {
    assert_eq!(format!("{one:?}").replace("chosen: true", "chosen: false"), format!("{other:?}"));
}

#[test]
fn the_default_file_says_exactly_what_is_so_without_it() {
    assert!(FILE.contains(&keymap_toml()), "assets/config.toml must end with this:\n{}", keymap_toml());
    let (settings, misread) = configured(FILE);
    assert_eq!(misread, []);
    same(&settings, &Settings::default());
    for option in OPTIONS {
        assert!(FILE.contains(&format!("\n{option} = ")) || FILE.contains(&format!("\n[{option}]")), "{option}");
    }
    let open = FILE.replace("\n# [", "\n[");
    let keys = open.lines().map(|line| if line.contains(" = [") { line.trim_start_matches("# ") } else { line });
    let (settings, misread) = configured(&keys.collect::<Vec<_>>().join("\n"));
    assert_eq!(misread, [], "its comments are what can be written");
    same(&settings, &Settings::default());
}

#[test]
fn settings_are_read() {
    let text = "theme = \"light\"\nmeasure = 60\nscroll-offset = 5\nmouse = false\npanes = 3\nlock-scrolling = false\n\
        [keys]\nnext-link = [\"Ctrl-n\", \"zz\"]\nundo = []\n[keys.marking]\nhide = \"enter\"\n";
    let (settings, misread) = configured(text);
    assert_eq!(misread, []);
    assert_eq!((settings.theme.as_deref(), settings.measure, settings.scroll_offset), (Some("light"), 60, 5));
    assert_eq!((settings.mouse, settings.panes, settings.lock_scrolling), (false, 3, false));
    assert_eq!(settings.keymap.key(Phase::Reading, Action::NextLink), "Ctrl-n");
    assert_eq!(settings.keymap.key(Phase::Reading, Action::Undo), ":undo");
    assert_eq!(settings.keymap.key(Phase::Marking, Action::Hide), "Enter");
    assert_eq!(settings.keymap.key(Phase::Reading, Action::Hide), "x");
    same(&configured("").0, &Settings::default());
}

#[test]
fn mistakes_are_listed_in_the_order_of_their_lines() {
    let said =
        misread("measure = 1\ntheme = 3\n[sources]\na = 1\n[keys]\nnext-link = 5\n[open]\n\"*.x\" = []\n[odd]\n");
    let lines: Vec<usize> = said.iter().map(|line| line.split(':').next().unwrap().parse().unwrap()).collect();
    assert_eq!(lines, [1, 2, 4, 6, 8, 9], "{said:?}");
}

#[test]
fn a_command_that_opens_files_names_its_file() {
    assert_eq!(misread("[open]\n\"*.deed\" = [\"cat\", \"{}\"]"), [""; 0]);
    for command in ["[]", "[\"cat\", 1]", "\"cat {}\""] {
        let said = misread(&format!("[open]\n\"*.deed\" = {command}"));
        assert!(matches!(said.as_slice(), [one] if one.starts_with("2:12: ")), "{command}: {said:?}");
    }
    assert_eq!(
        misread("[open]\n\"*.deed\" = [\"cat\"]"),
        ["2:12: `*.deed` does not say where the file goes: put \"{}\" in the command"]
    );
}

#[test]
fn each_mistake_is_said_with_its_place_and_the_default_stands() {
    let cases = [
        ("mesure = 60", "1:1: unknown setting `mesure`; did you mean `measure`?"),
        ("qqq = 60", "1:1: unknown setting `qqq`"),
        ("\nmeasure = 10", "2:11: `measure` is 10; expected a whole number from 20 to 200"),
        ("measure = \"wide\"", "1:11: `measure` is \"wide\"; expected a whole number from 20 to 200"),
        ("measure = 60.5", "1:11: `measure` is 60.5; expected a whole number from 20 to 200"),
        ("measure = -1", "1:11: `measure` is -1; expected a whole number from 20 to 200"),
        ("mouse = 1", "1:9: `mouse` is 1; expected true or false"),
        ("theme = true", "1:9: `theme` is true; expected a name in quotes"),
        ("panes = [2]", "1:9: `panes` has type array; expected a whole number from 2 to 4"),
        ("sources = 1", "1:11: `sources` is 1; expected a table of names and file patterns: [sources]"),
        (
            "[sources]\ngull = 3",
            "2:8: `gull` is 3; expected a file pattern in quotes, or several like [\"a-*\", \"b-*\"]",
        ),
        (
            "[sources]\ngull = [\"a-*\", 3]",
            "2:8: `gull` has type array; expected a file pattern in quotes, or several like [\"a-*\", \"b-*\"]",
        ),
        (
            "[sources]\ngull = [\"a-*\", \"[x\"]",
            "2:16: `[x` is not a file pattern: unclosed character class; missing ']'",
        ),
        ("[sources]\ngull = \"\"", "2:8: a source needs a name and a pattern"),
        ("keys = 1", "1:8: `keys` is 1; expected a table of actions and their keys: [keys]"),
        ("[keys]\nnext-lnk = \"z\"", "2:1: unknown action `next-lnk`; did you mean `next-link`?"),
        ("[keys]\naccept = \"z\"", "2:1: unknown action `accept`"),
        (
            "[keys]\nhide = 3",
            "2:8: `hide`: integer; expected a key like \"x\", several like [\"x\", \"Ctrl-x\"], or none: []",
        ),
        ("[keys]\nhide = [3]", "2:8: `hide`: expected a key like \"x\", several like [\"x\", \"Ctrl-x\"], or none: []"),
        ("[keys]\nquit = []", "2:8: `quit`: this action needs at least one key"),
        ("[keys]\nhide = \"3x\"", "2:8: `hide`: `3x` begins with a digit, and digits are counts"),
        (
            "[keys]\nhide = [\"x\", \"x x x\"]",
            "2:8: `hide`: `xxx` can never be typed, because `x` acts at once; keep one of them",
        ),
        ("[keys]\narticle = \"a\"", "2:11: `article`: digits choose articles; they cannot be changed"),
        (
            "[keys.prompting]\naccept = \"y\"",
            "2:10: `accept`: `y` types text; expected one key that does not, such as \"Ctrl-x\"",
        ),
        ("[keys]\nhide = \"n\"", "2:8: `n` is bound to both hide and next-link; hide keeps it"),
        ("[keys]\nhide = \"[\"", "2:8: `[c` of previous-match cannot be told apart from `[` of hide, and is ignored"),
    ];
    for (text, expected) in cases {
        let said = misread(text);
        assert_eq!(said.first().map(String::as_str), Some(expected), "{text}");
    }
    assert!(misread("[keys]\nhide = \"Alt-x\"")[0].starts_with("2:8: `hide`: \"Alt-x\" is not a key; write keys as"));
    let (settings, said) = configured("measure = 60\nmouse = 3\nscroll-offset = 7\n");
    assert_eq!((settings.measure, settings.mouse, settings.scroll_offset, said.len()), (60, true, 7, 1));
}

#[test]
fn with_a_mistake_in_the_syntax_all_is_as_by_default() {
    let (settings, misread) = configured("measure = 60\nmouse = = 3\n");
    assert_eq!((misread.len(), misread[0].line), (1, 2));
    same(&settings, &Settings::default());
}

#[test]
fn a_column_is_as_wide_as_the_reader_wants_it() {
    let mut reader = super::app_tests::pair();
    take_settings(&mut reader.app.desk, configured("measure = 22\nscroll-offset = 0").0);
    assert_eq!(reader.app.desk.geometry().panes.left.text.width, 22);
    assert_eq!(reader.press("Ctrl-d Ctrl-u j").said(), "");
    assert_eq!(Keys::read("j").0.len(), 1);
}

#[test]
fn keys_that_no_terminal_sends_are_mistakes() {
    for (key, said) in [
        ("Ctrl-m", "terminals send it as Enter"),
        ("Ctrl-[", "terminals send it as Esc"),
        ("Ctrl-Enter", "terminals send it as Enter"),
        ("Ctrl-Backspace", "terminals send it as Ctrl-h"),
        ("Ctrl-1", "terminals do not send it"),
        ("Ctrl-ß", "terminals do not send it"),
        ("g Ctrl-Tab", "terminals do not send it"),
        ("q q q q q", "is not a key"),
    ] {
        let found = misread(&format!("[keys]\nhide = {key:?}"));
        assert!(
            found.len() == 1 && found[0].starts_with("2:8: `hide`: ") && found[0].ends_with(said),
            "{key}: {found:?}"
        );
    }
    for key in ["Ctrl-x", "Ctrl-Space", "Ctrl-PgDn", "Ctrl-5", "z z z", "g \u{2193}", "Ctrl-i"] {
        let found = misread(&format!("[keys]\nforward = {key:?}"));
        assert!(!found.iter().any(|it| it.contains("typed")), "{key}: {found:?}");
    }
}
