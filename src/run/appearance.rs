//! The appearance: which theme the screen has, as far as the terminal is known.

use super::background::{Asking, Background};
use super::colours::{Colours, Depth};
use super::terminal::Colouring;
use crate::ui::{Overrides, Theme};

/// How the screen is coloured, and what the reader changed of the looks.
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
    /// The look of the first frame. Where the background is still asked for, it is the one that fits any.
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

    /// The look for what the terminal said of its background; one that says nothing is taken for dark, as most are.
    pub fn on(&self, background: Option<Background>) -> Theme {
        let Colours::Asked(depth) = self.colours else { return self.theme() };
        self.underlined(match background {
            Some(Background::Light) => fitted(self.overrides.light(), depth),
            Some(Background::Dark) | None => fitted(self.overrides.dark(), depth),
        })
    }

    /// Whether the terminal has to be asked for its background.
    pub fn asking(&self) -> Asking {
        // Only where answers come as keys do: elsewhere it is not known what becomes of them.
        let known = cfg!(unix) && matches!(self.colours, Colours::Asked(_));
        if known { Asking::Asked } else { Asking::Needless }
    }

    /// Whether colours are sent.
    pub fn colouring(&self) -> Colouring {
        if self.colours == Colours::Plain { Colouring::Needless } else { Colouring::Forced }
    }
}

fn fitted(theme: Theme, depth: Depth) -> Theme {
    match depth {
        Depth::Table => theme.tabled(),
        Depth::Full => theme,
    }
}
