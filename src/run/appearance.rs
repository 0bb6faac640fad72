//! The appearance: which theme the screen uses, given what is known of the terminal.

use super::background::{Asking, Background};
use super::colours::{ColourDepth, Colours};
use super::terminal::Colouring;
use crate::ui::{Overrides, Theme};

/// How the screen is coloured, and what the reader's theme file changes.
#[derive(Debug)]
pub struct Appearance {
    /// How the screen is coloured.
    pub colours: Colours,
    /// What the theme file changes.
    pub overrides: Overrides,
    /// Whether the terminal is known to draw double underlines.
    pub double: bool,
}

impl Appearance {
    /// The theme of the first frame: one that fits any background while the terminal's answer is awaited.
    pub fn theme(&self) -> Theme {
        self.underlined(match self.colours {
            Colours::Plain => Theme::plain(),
            Colours::Asked(_) if self.asking() == Asking::Needless => return self.on(None),
            Colours::Sixteen | Colours::Asked(_) => self.overrides.sixteen(),
            Colours::Dark(depth) => fitted(self.overrides.dark(), depth),
            Colours::Light(depth) => fitted(self.overrides.light(), depth),
        })
    }

    fn underlined(&self, theme: Theme) -> Theme {
        if self.double { theme.underlined_twice() } else { theme }
    }

    /// The theme for the background the terminal reported; dark if it did not answer, as most terminals are.
    pub fn on(&self, background: Option<Background>) -> Theme {
        let Colours::Asked(depth) = self.colours else { return self.theme() };
        self.underlined(match background {
            Some(Background::Light) => fitted(self.overrides.light(), depth),
            Some(Background::Dark) | None => fitted(self.overrides.dark(), depth),
        })
    }

    /// Whether to ask the terminal for its background.
    pub fn asking(&self) -> Asking {
        // Only on Unix, where answers arrive the way keys do; elsewhere nobody reads them.
        let known = cfg!(unix) && matches!(self.colours, Colours::Asked(_));
        if known { Asking::Asked } else { Asking::Needless }
    }

    /// Whether colours are sent.
    pub fn colouring(&self) -> Colouring {
        if self.colours == Colours::Plain { Colouring::Needless } else { Colouring::Forced }
    }
}

fn fitted(theme: Theme, depth: ColourDepth) -> Theme {
    match depth {
        ColourDepth::Table => theme.tabled(),
        ColourDepth::Full => theme,
    }
}
