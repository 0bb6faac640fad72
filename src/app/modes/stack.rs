//! The stack of modes. The top one has the keys; a mode never sees another.

use super::mode::{Helping, Mode};
use super::turn::Turn;

/// The open modes, the top one last. If there is none, the reader is reading.
#[derive(Debug, Default)]
pub struct Modes(Vec<Mode>);

impl Modes {
    /// A single mode over the articles, which no key opens.
    #[cfg(test)]
    pub(crate) fn only(mode: Mode) -> Self {
        Self(vec![mode])
    }

    /// The mode that has the keys; `None` in reading.
    pub fn top(&self) -> Option<&Mode> {
        self.0.last()
    }

    pub(in crate::app) fn top_mut(&mut self) -> Option<&mut Mode> {
        self.0.last_mut()
    }

    /// The mode that is visible below the help and a line typed over it.
    pub fn seen(&self) -> Option<&Mode> {
        self.0.first().filter(|mode| !matches!(mode, Mode::Helping(_)))
    }

    /// The help, if it is open, even below a line that filters it.
    pub fn help(&self) -> Option<&Helping> {
        self.0.iter().find_map(|mode| if let Mode::Helping(help) = mode { Some(help) } else { None })
    }

    /// Does with the top mode what it asks for.
    pub(in crate::app) fn take(&mut self, turn: Turn) {
        match turn {
            Turn::Stay => {}
            Turn::Close => {
                self.0.pop();
            }
            Turn::Open(mode) => {
                if !mode.lies_over() {
                    self.0.clear();
                }
                self.0.push(mode);
            }
        }
    }

    /// The mode right below the top one.
    pub(in crate::app) fn beneath_mut(&mut self) -> Option<&mut Mode> {
        let at = self.0.len().checked_sub(2)?;
        self.0.get_mut(at)
    }

    /// Closes the top mode and returns it.
    pub(in crate::app) fn close(&mut self) -> Option<Mode> {
        self.0.pop()
    }

    /// Tells something to each mode; any that is done closes.
    pub(in crate::app) fn tell(&mut self, mut tell: impl FnMut(&mut Mode) -> Turn) {
        self.0.retain_mut(|mode| !matches!(tell(mode), Turn::Close));
    }
}
