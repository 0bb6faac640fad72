//! Themes: the style of each role.

use ratatui::style::{Color, Modifier, Style};

use super::palette::{ansi16, dark, light, plain};
use super::role::Role;
use super::table::nearest;

/// The modifier that, together with the usual one, means a double underline; no role uses it otherwise. Ratatui knows only one kind of
/// underline.
pub const SECOND_UNDERLINE: Modifier = Modifier::RAPID_BLINK;

/// A style for each role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Theme {
    styles: [Style; Role::ALL.len()],
}

impl Theme {
    /// The style of a role.
    pub fn style(&self, role: Role) -> Style {
        self.styles.get(role as usize).copied().unwrap_or_default()
    }

    /// For dark backgrounds, in 24-bit colours.
    pub fn dark() -> Self {
        Self::of(dark)
    }

    /// For light backgrounds, in 24-bit colours.
    pub fn light() -> Self {
        Self::of(light)
    }

    /// In the terminal's own sixteen colours, on any background.
    pub fn ansi16() -> Self {
        Self::of(ansi16)
    }

    /// The nearest theme in the usual table of 256 colours, for terminals that know no others. These may misread a colour they do not know,
    /// so it sets none for underlines.
    pub fn tabled(self) -> Self {
        let tabled = |style: Style| Style {
            fg: style.fg.map(nearest),
            bg: style.bg.map(nearest),
            underline_color: None,
            ..style
        };
        Self { styles: self.styles.map(tabled) }
    }

    /// Without colours.
    pub fn plain() -> Self {
        Self::of(plain)
    }

    /// Returns the theme with changed words underlined twice, for terminals that can draw that.
    pub fn underlined_twice(self) -> Self {
        let twice = |theme: Self, role: Role| {
            let style = theme.style(role);
            let underlined = style.add_modifier.contains(Modifier::UNDERLINED);
            if underlined { theme.with(role, style.add_modifier(SECOND_UNDERLINE)) } else { theme }
        };
        [Role::Changed, Role::ChangedNow, Role::Differs].into_iter().fold(self, twice)
    }

    /// A theme with a colour of its own for each role, so that tests can tell them apart.
    pub fn lettered() -> Self {
        Self::of(|role| Style::new().fg(Color::Indexed(role as u8)))
    }

    /// Without any style.
    #[cfg(test)]
    pub fn blank() -> Self {
        Self::of(|_| Style::new())
    }

    /// The theme with another style for a role.
    pub(super) fn with(mut self, role: Role, style: Style) -> Self {
        if let Some(known) = self.styles.get_mut(role as usize) {
            *known = style;
        }
        self
    }

    fn of(look: impl Fn(Role) -> Style) -> Self {
        Self { styles: Role::ALL.map(|(role, _)| look(role)) }
    }
}
