//! The terminal's answer about its background colour, separated from typed keys.
//!
//! A library that asks and waits for the answer reads the terminal beside the thread that reads keys: it swallows keys typed meanwhile, and
//! an answer that arrives after it gave up is taken for keys (`]11;rgb:…` chooses articles). So ibid asks once, waits for nothing, and
//! `keyboard` separates the answer from the keys whenever it arrives. The first frame is drawn at once in the terminal's own colours, which
//! fit any background; the theme follows with the answer, or after [`PATIENCE`] without one.

use std::time::Duration;

use xterm_color::Color;

/// Asks for the background colour. Ends with the one terminator that all terminals know.
pub const QUESTION: &str = "\x1b]11;?\x07";
/// How long the theme waits for the answer.
pub const PATIENCE: Duration = Duration::from_millis(100);
/// How an answer begins.
const BEGINNING: &str = "11;";

/// The brightness of the terminal's background.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Background {
    /// Light text on a dark background.
    Dark,
    /// Dark text on a light background.
    Light,
}

/// Whether the terminal is asked for its background.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asking {
    /// It is asked.
    Asked,
    /// It is not: the background is known, or does not matter.
    Needless,
}

impl Background {
    /// Reads the background from an answer such as `11;rgb:1e1e/1e1e/1e1e`; `None` if it answers something else.
    pub fn of_answer(answer: &str) -> Option<Self> {
        let colour = Color::parse(answer.strip_prefix(BEGINNING)?.as_bytes()).ok()?;
        Some(if colour.perceived_lightness() > 0.5 { Background::Light } else { Background::Dark })
    }
}
