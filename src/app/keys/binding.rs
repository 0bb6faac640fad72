//! A binding: keys, and what they do.

use super::action::Action;
use super::phase::{Group, Phase};

/// The default keys of an action, and how it is described.
#[derive(Clone, Copy, Debug)]
pub struct Binding {
    /// The phase it applies in.
    pub phase: Phase,
    /// The default keys, as [`Keys::read`](super::Keys::read) reads them; hints name the first.
    pub keys: &'static [&'static str],
    /// The action.
    pub action: Action,
    /// Its chapter in the help.
    pub group: Group,
    /// A few words for the hints at the bottom; empty for no hint.
    pub hint: &'static str,
    /// The description for the help and the manual; an action's name in braces stands for its first key. Empty if it needs none.
    pub help: &'static str,
}

/// An action without keys yet.
#[derive(Clone, Copy, Debug)]
pub(super) struct Unbound {
    phase: Phase,
    group: Group,
    action: Action,
}

/// An action, with its phase and its chapter in the help.
pub(super) const fn on(phase: Phase, group: Group, action: Action) -> Unbound {
    Unbound { phase, group, action }
}

impl Unbound {
    /// Binds keys to it, with its hint and help.
    pub const fn by(self, keys: &'static [&'static str], hint: &'static str, help: &'static str) -> Binding {
        let Self { phase, group, action } = self;
        Binding { phase, keys, action, group, hint, help }
    }
}
