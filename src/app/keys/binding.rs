//! A binding: keys, and what they do.

use super::action::Action;
use super::phase::{Group, Phase};

/// Keys as they are by default, what they do, and how that is said.
#[derive(Clone, Copy, Debug)]
pub struct Binding {
    /// When it holds.
    pub phase: Phase,
    /// The keys that do it, as [`Keys::read`](super::Keys::read) reads them; the first is the one that hints name.
    pub keys: &'static [&'static str],
    /// What they do.
    pub action: Action,
    /// The chapter of the help in which it stands.
    pub group: Group,
    /// What they do, in a few words, for the hints at the bottom; empty where no hint is given.
    pub hint: &'static str,
    /// What they do, for the help and the README; an action's name in braces stands for its first key. Empty where no help is needed.
    pub help: &'static str,
}

/// An action without keys yet.
#[derive(Clone, Copy, Debug)]
pub(super) struct Unbound {
    phase: Phase,
    group: Group,
    action: Action,
}

/// An action, with when it holds and the chapter of the help in which it stands.
pub(super) const fn on(phase: Phase, group: Group, action: Action) -> Unbound {
    Unbound { phase, group, action }
}

impl Unbound {
    /// Binds keys to it, with what hints and help say of it.
    pub const fn by(self, keys: &'static [&'static str], hint: &'static str, help: &'static str) -> Binding {
        let Self { phase, group, action } = self;
        Binding { phase, keys, action, group, hint, help }
    }
}
