//! The program as a value: what is open, where the reader stands, what a key does. Without terminal, files or clock.
//!
//! `Event -> update(&mut App) -> Vec<Effect>`; effects are carried out in `run`, which answers with events.

mod app;
mod arrive;
mod event;
mod geometry;
mod help;
mod hide;
mod key;
mod keymap;
mod motion;
mod pane;
mod picker;
mod place;
mod reopen;
mod start;
mod step;
mod update;

#[cfg(test)]
mod app_tests;
#[cfg(test)]
mod hide_tests;
#[cfg(test)]
mod properties_tests;
#[cfg(test)]
pub(crate) mod reader;
#[cfg(test)]
mod reopen_tests;

pub use app::{App, Message, Mode, Tone, Typed};
pub use event::{Answer, Effect, Event, Gathered, Gathering, Job, Masked, Reopened, Saved, Survey, Surveyed};
pub use geometry::{Area, Geometry, LEAST, PaneArea, Size};
pub use help::{HelpLine, HelpSheet};
pub use key::{Code, Key, Keys};
pub use keymap::{Action, BINDINGS, Binding, Group, HelpRow, Phase, help, markdown, said, written};
pub use pane::Pane;
pub use picker::{FITS, FitChoice, Picker, SCOPES, ScopeChoice};
pub use place::Standing;
pub use reopen::greeting;
pub use update::update;
