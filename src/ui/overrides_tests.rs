//! A theme file changes what it names, and each mistake is reported with its place.

use ratatui::style::{Color, Modifier, Style};

use super::overrides::Overrides;
use super::role::Role;
use super::theme::Theme;

const DEFAULT: &str = include_str!("../../assets/theme.toml");

fn dark(line: &str, role: Role) -> Style {
    let (overrides, misread) = Overrides::read(&format!("[dark]\n{line}\n"));
    assert!(misread.is_empty(), "{line}: {misread:?}");
    overrides.dark().style(role)
}

#[test]
fn the_default_file_is_the_looks_there_are() {
    let (overrides, misread) = Overrides::read(DEFAULT);
    assert!(misread.is_empty(), "{misread:?}");
    let [dark, light, _] = overrides.alone();
    for (role, _) in Role::ALL {
        assert_eq!(dark.style(role), Theme::dark().style(role), "[dark] {}", role.name());
        assert_eq!(light.style(role), Theme::light().style(role), "[light] {}", role.name());
        let lines = DEFAULT.lines().filter(|line| line.starts_with(&format!("{} =", role.name()))).count();
        assert_eq!(lines, 2, "{} stands in each of the looks", role.name());
    }
    assert_eq!((overrides.dark(), overrides.light()), (Theme::dark(), Theme::light()));
}

#[test]
fn a_role_takes_what_is_said_and_keeps_the_rest() {
    let changed = Theme::dark().style(Role::Changed);
    let now = Theme::dark().style(Role::VerbatimNow);
    let table = [
        ("changed = \"#010203\"", Role::Changed, changed.fg(Color::Rgb(1, 2, 3))),
        ("changed = 33", Role::Changed, changed.fg(Color::Indexed(33))),
        ("changed = \"33\"", Role::Changed, changed.fg(Color::Indexed(33))),
        ("changed = \"bright-red\"", Role::Changed, changed.fg(Color::LightRed)),
        ("changed = \"Cyan\"", Role::Changed, changed.fg(Color::Cyan)),
        ("verbatim-now = { bg = \"none\" }", Role::VerbatimNow, Style { bg: None, ..now }),
        ("changed = { bold = false }", Role::Changed, Style { add_modifier: Modifier::UNDERLINED, ..changed }),
        ("text = { reverse = true, dim = true }", Role::Text, Style::new().reversed().dim()),
        ("text = { underline = \"red\" }", Role::Text, Style::new().underlined().underline_color(Color::Red)),
        ("text.fg = \"red\"", Role::Text, Style::new().red()),
    ];
    for (line, role, expected) in table {
        assert_eq!(dark(line, role), expected, "{line}");
    }
}

#[test]
fn each_look_is_changed_by_itself() {
    let (overrides, _) = Overrides::read("[light]\nmoved = 1\n[sixteen]\nmoved = \"blue\"\n");
    assert_eq!(overrides.dark(), Theme::dark());
    assert_eq!(overrides.light().style(Role::Moved).fg, Some(Color::Indexed(1)));
    assert_eq!(overrides.sixteen().style(Role::Moved).fg, Some(Color::Blue));
    assert_eq!(Overrides::read("").0, Overrides::default());
}

#[test]
fn a_mistake_is_named_with_its_place_and_the_rest_holds() {
    let table = [
        ("verbtim = 1", "2:1: unknown role `verbtim`; the nearest is `verbatim`"),
        ("  edited_now = 1", "2:3: unknown role `edited_now`; the nearest is `edited-now`"),
        ("quiet = \"#12345\"", "2:9: \"#12345\" is not a colour here; expected \"#rrggbb\", 0 to 255, "),
        ("quiet = \"tomato-ish\"", "2:9: \"tomato-ish\" is not a colour here"),
        ("quiet = 256", "2:9: 256 is not a colour here"),
        ("quiet = -1", "2:9: -1 is not a colour here"),
        ("quiet = true", "2:9: `quiet` has type boolean; expected a colour, or { fg = "),
        ("quiet = { bold = 1 }", "2:18: `bold` has type integer; expected true or false"),
        ("quiet = { fg = [] }", "2:16: [] is not a colour here"),
        ("quiet = { blink = true }", "2:11: unknown key `blink`; expected `fg`, `bg`, `bold`"),
    ];
    for (line, expected) in table {
        let (overrides, misread) = Overrides::read(&format!("[dark]\n{line}\nmoved = 1\n"));
        let said: Vec<String> = misread.iter().map(ToString::to_string).collect();
        assert!(said.len() == 1 && said[0].starts_with(expected), "{line}: {said:?}");
        assert_eq!(overrides.dark().style(Role::Moved).fg, Some(Color::Indexed(1)), "{line}");
    }
}

#[test]
fn what_stands_in_no_look_is_named_too() {
    let table = [
        ("[drak]\nmoved = 1\n", "1:2: unknown section `drak`; expected `[dark]`, `[light]` or `[sixteen]`"),
        ("dark = 1\n", "1:1: `dark` is not a table"),
        ("[sixteen]\nmoved = \"#010203\"\n", "2:9: \"#010203\" is not a colour here; expected 0 to 15"),
        ("[sixteen]\nmoved = 16\n", "2:9: 16 is not a colour here; expected 0 to 15"),
        ("[dark]\nmoved = = 1\n", "2:"),
    ];
    for (text, expected) in table {
        let (overrides, misread) = Overrides::read(text);
        let said: Vec<String> = misread.iter().map(ToString::to_string).collect();
        assert!(said.len() == 1 && said[0].starts_with(expected), "{text}: {said:?}");
        assert_eq!(overrides, Overrides::default(), "{text}");
    }
}
