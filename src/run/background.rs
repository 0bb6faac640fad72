//! The terminal's answer about its background colour, separated from typed keys.
//!
//! A library that asks and waits for the answer itself reads the terminal beside the thread that reads keys: it swallows keys
//! that are typed meanwhile, and an answer that comes after it gave up is read as keys (`]11;rgb:…` chooses articles). So the
//! question is sent once, nobody waits for the answer, and `keyboard` tells it from keys whenever it comes. The first frame is
//! drawn at once, in the terminal's own colours, which fit any background; the look follows when the answer is there, or for want
//! of one when [`PATIENCE`] is over.

use std::time::Duration;

use xterm_color::Color;

/// Asks for the colour of the background. It ends with the one end that all terminals know.
pub const QUESTION: &str = "\x1b]11;?\x07";
/// How long the look waits for the answer.
pub const PATIENCE: Duration = Duration::from_millis(100);
/// How an answer begins.
const BEGINNING: &str = "11;";

/// What the terminal's text stands on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Background {
    /// Light letters on dark background.
    Dark,
    /// Dark letters on light background.
    Light,
}

/// Whether the terminal is asked for its background.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asking {
    /// It is.
    Asked,
    /// It is not: the background is known, or does not matter.
    Needless,
}

impl Background {
    /// Tells the background by what the terminal answered, as `11;rgb:1e1e/1e1e/1e1e`; nothing where that answers something else.
    pub fn of_answer(answer: &str) -> Option<Self> {
        let colour = Color::parse(answer.strip_prefix(BEGINNING)?.as_bytes()).ok()?;
        Some(if colour.perceived_lightness() > 0.5 { Background::Light } else { Background::Dark })
    }
}
