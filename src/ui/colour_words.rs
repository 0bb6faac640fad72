//! Reads colours as a theme file writes them.

use ratatui::style::Color;
use toml_edit::Item;

/// A colour of a theme file; `None` is the terminal's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Paint(pub Option<Color>);

/// Which colours are allowed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum AllowedColours {
    /// Any.
    All,
    /// Only the terminal's own sixteen.
    Sixteen,
}

impl AllowedColours {
    /// Says what is allowed.
    pub fn expected(self) -> &'static str {
        match self {
            AllowedColours::All => "\"#rrggbb\", 0 to 255, a name like \"cyan\" or \"bright-cyan\", or \"none\"",
            AllowedColours::Sixteen => "0 to 15, a name like \"cyan\" or \"bright-cyan\", or \"none\"",
        }
    }

    fn has(self, color: Color) -> bool {
        match color {
            Color::Rgb(..) => self == AllowedColours::All,
            Color::Indexed(index) => self == AllowedColours::All || index < 16,
            _ => true,
        }
    }
}

/// Reads a colour; `None` if it is not one, or not allowed.
pub(super) fn paint(item: &Item, colours: AllowedColours) -> Option<Paint> {
    let color = match (item.as_str(), item.as_integer()) {
        (Some("none"), _) => return Some(Paint(None)),
        (Some(word), _) => word.parse().ok()?,
        (None, Some(index)) => Color::Indexed(u8::try_from(index).ok()?),
        (None, None) => return None,
    };
    colours.has(color).then_some(Paint(Some(color)))
}
