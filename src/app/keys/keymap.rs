//! The keymap in force: the default one with the reader's changes.

use super::action::Action;
use super::binding::Binding;
use super::bindings::BINDINGS;
use super::key::Keys;
use super::phase::Phase;

/// Which keys do what. In a phase no two of its sequences are equal, and none begins another.
#[derive(Clone, Debug)]
pub struct Keymap {
    rows: Vec<Bound>,
}

/// A binding with its present keys.
#[derive(Clone, Debug)]
pub struct Bound {
    /// The action, and how it is described.
    pub binding: &'static Binding,
    /// The keys; messages name the first. Empty if the reader removed them.
    pub keys: Vec<Keys>,
    chosen: bool,
}

/// The reader's keys for an action.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Override {
    /// The phase they apply in.
    pub phase: Phase,
    /// The action.
    pub action: Action,
    /// The keys; empty to remove them.
    pub keys: Vec<Keys>,
}

/// Keys that cannot be told apart; one of the two actions has lost its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clash {
    /// The phase.
    pub phase: Phase,
    /// The action that keeps its keys, and these keys.
    pub kept: (Action, Keys),
    /// The action that lost its keys, and these keys.
    pub lost: (Action, Keys),
}

/// What the keys typed so far mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// They ask for this action.
    Action(Action),
    /// They begin a longer sequence.
    Begun,
    /// They are not bound.
    Nothing,
}

impl Default for Keymap {
    fn default() -> Self {
        let read = |binding: &'static Binding| Bound {
            binding,
            keys: binding.keys.iter().map(|keys| Keys::read(keys)).collect(),
            chosen: false,
        };
        Self { rows: BINDINGS.iter().map(read).collect() }
    }
}

impl Keymap {
    /// Changes the default keymap. The reader's keys win over default ones, shorter over longer, earlier over later.
    pub fn with(overrides: &[Override]) -> (Self, Vec<Clash>) {
        let mut map = Self::default();
        for change in overrides {
            let row = map.rows.iter_mut().find(|row| row.is(change.phase, change.action));
            if let Some(row) = row {
                row.keys.clone_from(&change.keys);
                row.chosen = true;
            }
        }
        let clashes = map.part_clashes();
        (map, clashes)
    }

    /// All bindings, in the order of the help.
    pub fn rows(&self) -> &[Bound] {
        &self.rows
    }

    /// Looks keys up.
    pub fn find(&self, phase: Phase, typed: &Keys) -> Found {
        let here = || self.rows.iter().filter(|row| row.binding.phase == phase);
        if let Some(row) = here().find(|row| row.keys.contains(typed)) {
            return Found::Action(row.binding.action);
        }
        let begun = here().flat_map(|row| &row.keys).any(|keys| keys.0.starts_with(&typed.0));
        if begun { Found::Begun } else { Found::Nothing }
    }

    /// The key that messages name for an action: its first one, or the command if it has none.
    pub fn key(&self, phase: Phase, action: Action) -> String {
        let keys = self.rows.iter().find(|row| row.is(phase, action)).and_then(|row| row.keys.first());
        keys.map_or_else(|| format!(":{}", action.name()), Keys::to_string)
    }

    fn part_clashes(&mut self) -> Vec<Clash> {
        let mut clashes = Vec::new();
        while let Some((clash, at)) = self.first_clash() {
            if let Some(row) = self.rows.get_mut(at) {
                row.keys.retain(|keys| *keys != clash.lost.1);
            }
            clashes.push(clash);
        }
        clashes
    }

    /// Finds two sequences that cannot be told apart, and which row loses its keys.
    fn first_clash(&self) -> Option<(Clash, usize)> {
        let all =
            || self.rows.iter().enumerate().flat_map(|(at, row)| row.keys.iter().map(move |keys| (at, row, keys)));
        let chosen = all().filter(|(_, row, _)| row.chosen);
        chosen.flat_map(|mine| all().map(move |other| (mine, other))).find_map(
            |((at, row, keys), (to, other, others))| {
                let met = at != to && row.binding.phase == other.binding.phase;
                let alike = keys.0.starts_with(&others.0) || others.0.starts_with(&keys.0);
                if !met || !alike {
                    return None;
                }
                let mine = (row.binding.action, keys.clone());
                let theirs = (other.binding.action, others.clone());
                let wins = !other.chosen || (keys.0.len(), at) < (others.0.len(), to);
                let (kept, lost, loser) = if wins { (mine, theirs, to) } else { (theirs, mine, at) };
                Some((Clash { phase: row.binding.phase, kept, lost }, loser))
            },
        )
    }
}

impl Bound {
    /// The name of the action.
    pub fn name(&self) -> &'static str {
        self.binding.action.name()
    }

    fn is(&self, phase: Phase, action: Action) -> bool {
        self.binding.phase == phase && self.binding.action == action
    }
}
