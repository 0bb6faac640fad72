//! The looks: each gives the style of a role.
//!
//! Blue is what both say, orange what differs inside it, so that the two stay apart for the common colour-blindnesses. Only the
//! link one stands on has a tint; no look fills the screen's background.

use ratatui::style::{Color, Modifier, Style};

use super::theme::Role;

/// The colours of a look in 24 bits, as `0xRRGGBB`.
struct Inks {
    verbatim: [u32; 2],
    edited: [u32; 2],
    reworded: [u32; 2],
    changed: [u32; 2],
    /// Marks and links of edited passages: calmer than the changed words.
    edit: u32,
    /// Behind the link one stands on.
    tint: u32,
    /// Behind the strip's window.
    window: u32,
    echo: u32,
    moved: u32,
    hidden: u32,
    quiet: u32,
    frame: u32,
    strong: u32,
}

const DARK: Inks = Inks {
    verbatim: [0x7fb8ee, 0xb8dcff],
    edited: [0x7cc4c9, 0xb2ecef],
    reworded: [0xb5a3ea, 0xd9ccff],
    changed: [0xf2a65a, 0xffbf73],
    edit: 0xb98752,
    tint: 0x1c3550,
    window: 0x33383f,
    echo: 0x5e7d99,
    moved: 0xe58fc4,
    hidden: 0x757b84,
    quiet: 0x8b929c,
    frame: 0x5b6470,
    strong: 0xf4f6f8,
};

const LIGHT: Inks = Inks {
    verbatim: [0x1f62ad, 0x0b4384],
    edited: [0x136f78, 0x07515a],
    reworded: [0x6a48b5, 0x4a2c91],
    changed: [0xb35200, 0x974200],
    edit: 0xb87333,
    tint: 0xdceafa,
    window: 0xd9dde2,
    echo: 0x7f93a8,
    moved: 0xa62b77,
    hidden: 0x83888f,
    quiet: 0x646b75,
    frame: 0xa3aab3,
    strong: 0x0d1117,
};

/// Gives the look for dark backgrounds.
pub(super) fn dark(role: Role) -> Style {
    inked(&DARK, role)
}

/// Gives the look for light backgrounds.
pub(super) fn light(role: Role) -> Style {
    inked(&LIGHT, role)
}

/// Gives the look in the terminal's own colours, of which none is sure to be seen as background.
pub(super) fn ansi16(role: Role) -> Style {
    let ink = |color: Color| Style::new().fg(color);
    match role {
        Role::Text | Role::Name | Role::Choice => Style::new(),
        Role::Verbatim | Role::VerbatimMark | Role::Edited => ink(Color::Cyan),
        Role::Slight => Style::new().underlined(),
        Role::Reworded | Role::RewordedMark => ink(Color::Blue).italic(),
        Role::Echo | Role::EchoMark => ink(Color::Cyan).dim(),
        Role::VerbatimNow | Role::EditedNow => ink(Color::Cyan).bold(),
        Role::RewordedNow => ink(Color::Blue).bold().italic(),
        Role::Changed => ink(Color::Red).bold().underlined(),
        Role::ChangedNow => ink(Color::Red).bold().underlined().reversed(),
        Role::EditedMark => ink(Color::Red),
        Role::Moved => ink(Color::Magenta),
        Role::LinkNow | Role::Cursor | Role::NameNow => ink(Color::Cyan).bold(),
        Role::Warning => ink(Color::Red).bold(),
        role => plain(role),
    }
}

/// Gives the look without colours.
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
        Role::Marked | Role::Window | Role::Chosen => style.reversed(),
        Role::Cursor | Role::LinkNow | Role::NameNow | Role::Figure | Role::Key | Role::Title | Role::Alone => {
            style.bold()
        }
        Role::Warning => style.bold().underlined(),
    }
}

fn inked(inks: &Inks, role: Role) -> Style {
    let ink = |color: u32| Style::new().fg(Color::from_u32(color));
    let now = |colors: [u32; 2]| ink(colors[1]).bg(Color::from_u32(inks.tint));
    match role {
        Role::Text | Role::Name | Role::Choice => Style::new(),
        Role::Verbatim | Role::VerbatimMark => ink(inks.verbatim[0]),
        Role::Edited => ink(inks.edited[0]),
        Role::Reworded | Role::RewordedMark => ink(inks.reworded[0]),
        Role::VerbatimNow => now(inks.verbatim),
        Role::EditedNow => now(inks.edited),
        Role::RewordedNow => now(inks.reworded),
        Role::Echo | Role::EchoMark => ink(inks.echo),
        Role::Changed => ink(inks.changed[0]).bold().underlined(),
        Role::ChangedNow => now(inks.changed).bold().underlined(),
        Role::Slight => Style::new().underlined().underline_color(Color::from_u32(inks.echo)),
        Role::Hidden => ink(inks.hidden).italic(),
        Role::Faded => ink(inks.hidden),
        Role::Marked => Style::new().add_modifier(Modifier::REVERSED),
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
    }
}
