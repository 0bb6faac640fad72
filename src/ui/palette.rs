//! The built-in themes: the style of each role.
//!
//! Blue is what both share, orange what differs inside it; all colours are chosen so that they can be told apart with the common kinds of
//! colour-blindness, at least as far as the tests of this file demand. Only the current link and the hits of a search have a tint; no theme
//! fills the screen's background.

use ratatui::style::{Color, Modifier, Style};

use super::role::Role;

/// The colours of a theme in 24 bits, as `0xRRGGBB`.
struct Inks {
    verbatim: [u32; 2],
    edited: [u32; 2],
    reworded: [u32; 2],
    changed: [u32; 2],
    /// Marks and links of edited passages: calmer than the changed words.
    edit: u32,
    /// Behind the current link.
    tint: u32,
    /// Behind the strip's window.
    window: u32,
    echo: u32,
    moved: u32,
    hidden: u32,
    quiet: u32,
    frame: u32,
    strong: u32,
    /// Hits of a search and the current one, each with its background.
    hits: [[u32; 2]; 2],
    /// Cells of the matrix, beginning with those that share least, each with its background.
    shades: [[u32; 2]; 4],
}

const DARK: Inks = Inks {
    verbatim: [0x8bc6ff, 0xa8c3e4],
    edited: [0x5aa89b, 0xb4f0f2],
    reworded: [0x9e8fd2, 0xd9cbff],
    changed: [0xf2a558, 0xffbf73],
    edit: 0xba8955,
    tint: 0x1c3550,
    window: 0x33383f,
    echo: 0x628098,
    moved: 0xf188b0,
    hidden: 0x777e87,
    quiet: 0x8d949d,
    frame: 0x5b6470,
    strong: 0xf4f6f8,
    hits: [[0xffecb3, 0x5a4400], [0x191400, 0xf0c64a]],
    shades: [[0xb9c6d3, 0x16222e], [0xd3e3f3, 0x1f3f60], [0xf4f8fc, 0x2f6499], [0x081420, 0x8bc6ff]],
};

const LIGHT: Inks = Inks {
    verbatim: [0x0465d3, 0x062e72],
    edited: [0x016b73, 0x04515a],
    reworded: [0x76598e, 0x4a2b90],
    changed: [0x9a4d00, 0x952f03],
    edit: 0xb87333,
    tint: 0xdceafa,
    window: 0xd9dde2,
    echo: 0x738ca5,
    moved: 0xa20e6b,
    hidden: 0x82868e,
    quiet: 0x636972,
    frame: 0xa3aab3,
    strong: 0x0d1117,
    hits: [[0x3a2c00, 0xffd35c], [0x191400, 0xd48a00]],
    shades: [[0x3d4650, 0xf0f5fa], [0x12304f, 0xcfe2f6], [0x061c38, 0x8fc0f0], [0xffffff, 0x0456b5]],
};

/// The theme for dark backgrounds.
pub(super) fn dark(role: Role) -> Style {
    inked(&DARK, role)
}

/// The theme for light backgrounds.
pub(super) fn light(role: Role) -> Style {
    inked(&LIGHT, role)
}

/// The theme in the terminal's own colours, none of which is sure to be visible as a background.
pub(super) fn ansi16(role: Role) -> Style {
    let ink = |color: Color| Style::new().fg(color);
    match role {
        Role::Text | Role::Name | Role::Choice => Style::new(),
        Role::Verbatim | Role::VerbatimMark => ink(Color::Cyan),
        Role::Edited => ink(Color::Green),
        Role::Slight => Style::new().underlined(),
        Role::Reworded | Role::RewordedMark => ink(Color::Blue).italic(),
        Role::Echo | Role::EchoMark => ink(Color::Cyan).dim(),
        Role::VerbatimNow => ink(Color::Cyan).bold(),
        Role::EditedNow => ink(Color::Green).bold(),
        Role::RewordedNow => ink(Color::Blue).bold().italic(),
        Role::Changed => ink(Color::Red).bold().underlined(),
        Role::ChangedNow => ink(Color::Red).bold().underlined().reversed(),
        Role::EditedMark | Role::Removed => ink(Color::Red),
        Role::Added => ink(Color::Green),
        Role::Shifted => ink(Color::Magenta).italic(),
        Role::Moved => ink(Color::Magenta),
        Role::LinkNow | Role::Cursor | Role::NameNow => ink(Color::Cyan).bold(),
        Role::Warning => ink(Color::Red).bold(),
        Role::ShadeLow => ink(Color::Cyan),
        Role::ShadeHigh => ink(Color::Cyan).bold(),
        Role::ShadeFull => ink(Color::Cyan).bold().reversed(),
        role => plain(role),
    }
}

/// The theme without colours.
pub(super) fn plain(role: Role) -> Style {
    let style = Style::new();
    match role {
        Role::Text | Role::Name | Role::Choice | Role::News => style,
        Role::Verbatim | Role::Edited => style.underlined(),
        Role::Reworded => style.underlined().italic(),
        Role::Echo => style.underlined().dim(),
        Role::VerbatimNow | Role::EditedNow => style.underlined().bold(),
        Role::RewordedNow => style.underlined().bold().italic(),
        Role::Changed => style.bold(),
        Role::ChangedNow => style.bold().reversed(),
        Role::Slight => style.italic().remove_modifier(Modifier::UNDERLINED),
        Role::Hidden | Role::EchoMark | Role::Quiet | Role::Frame | Role::OtherCursor | Role::Faded => style.dim(),
        Role::VerbatimMark | Role::EditedMark | Role::RewordedMark | Role::Moved => style,
        Role::ShadeLeast | Role::ShadeLow => style,
        Role::ShadeHigh => style.bold(),
        Role::ShadeFull => style.bold().underlined(),
        Role::Marked | Role::Letters | Role::Window | Role::Chosen | Role::Hit => style.reversed(),
        Role::HitNow => style.reversed().bold().underlined(),
        Role::Removed | Role::Added => style,
        Role::Shifted => style.italic(),
        Role::Differs => style.bold().underlined(),
        Role::Struck => style.crossed_out().dim(),
        Role::Cursor | Role::LinkNow | Role::NameNow | Role::Figure | Role::Key | Role::Title | Role::Alone => {
            style.bold()
        }
        Role::Warning => style.bold().underlined(),
    }
}

fn inked(inks: &Inks, role: Role) -> Style {
    let ink = |color: u32| Style::new().fg(Color::from_u32(color));
    let now = |colors: [u32; 2]| ink(colors[1]).bg(Color::from_u32(inks.tint));
    let found = |colors: [u32; 2]| ink(colors[0]).bg(Color::from_u32(colors[1]));
    match role {
        Role::Text | Role::Name | Role::Choice => Style::new(),
        Role::Verbatim | Role::VerbatimMark => ink(inks.verbatim[0]),
        Role::Edited => ink(inks.edited[0]),
        Role::Reworded => ink(inks.reworded[0]).italic(),
        Role::RewordedMark => ink(inks.reworded[0]),
        Role::VerbatimNow => now(inks.verbatim),
        Role::EditedNow => now(inks.edited),
        Role::RewordedNow => now(inks.reworded).italic(),
        Role::Echo | Role::EchoMark => ink(inks.echo),
        Role::Changed => ink(inks.changed[0]).bold().underlined(),
        Role::ChangedNow => now(inks.changed).bold().underlined(),
        Role::Slight => Style::new().underlined().underline_color(Color::from_u32(inks.echo)),
        Role::Hidden => ink(inks.hidden).italic(),
        Role::Faded => ink(inks.hidden),
        Role::Marked | Role::Letters => Style::new().add_modifier(Modifier::REVERSED),
        Role::Cursor | Role::LinkNow => ink(inks.strong).bold(),
        Role::EditedMark => ink(inks.edit),
        Role::Moved => ink(inks.moved),
        Role::Window => Style::new().bg(Color::from_u32(inks.window)),
        Role::Alone => ink(inks.strong),
        Role::NameNow | Role::Figure | Role::Title | Role::Key => ink(inks.strong).bold(),
        Role::OtherCursor | Role::Quiet | Role::News => ink(inks.quiet),
        Role::Warning => ink(inks.changed[0]).bold(),
        Role::Frame => ink(inks.frame),
        Role::Chosen => now(inks.verbatim).bold(),
        Role::ShadeLeast => found(inks.shades[0]),
        Role::ShadeLow => found(inks.shades[1]),
        Role::ShadeHigh => found(inks.shades[2]),
        Role::ShadeFull => found(inks.shades[3]).bold(),
        Role::Hit => found(inks.hits[0]),
        Role::HitNow => found(inks.hits[1]).bold(),
        Role::Removed => ink(inks.changed[0]),
        Role::Added => ink(inks.edited[0]),
        Role::Shifted => ink(inks.moved),
        Role::Differs => Style::new().bold().underlined(),
        Role::Struck => Style::new().crossed_out(),
    }
}
