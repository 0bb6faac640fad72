//! Lit: all that is shared, one class of it, or what stands only here.

use crate::collate::{Class, Collation, Match, Tie};

/// What the panes light up, the margin links, and stepping stops at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lit {
    /// All that is shared.
    #[default]
    Shared,
    /// What is shared of one class.
    Class(Class),
    /// What is shared out of order.
    Moved,
    /// What is shared and differs in a fact: a number, a date, a name or a negation.
    Facts,
    /// The exact complement of all that is shared.
    OnlyHere,
}

impl Lit {
    /// The round in which the classes are stepped through.
    pub(in crate::app) const ROUND: [Lit; 6] = [
        Lit::Shared,
        Lit::Class(Class::Verbatim),
        Lit::Class(Class::Edited),
        Lit::Class(Class::Reworded),
        Lit::Moved,
        Lit::Facts,
    ];

    /// Gives the name that the reader sees.
    pub fn name(self) -> &'static str {
        match self {
            Lit::Shared => "shared",
            Lit::Class(class) => class.name(),
            Lit::Moved => "moved",
            Lit::Facts => "different in a fact",
            Lit::OnlyHere => "unmatched",
        }
    }

    /// Tells whether a match is lit.
    pub fn lights(self, found: &Match) -> bool {
        match self {
            Lit::Shared => true,
            Lit::Class(class) => found.class == class,
            Lit::Moved => found.moved,
            Lit::Facts => found.kinds.has_fact(),
            Lit::OnlyHere => false,
        }
    }

    /// Tells whether a link is drawn and stepped to: whether it has a match that is lit.
    pub fn links(self, collation: &Collation, tie: &Tie) -> bool {
        self == Lit::Shared || tie.matches.iter().filter_map(|&at| collation.matches.get(at)).any(|m| self.lights(m))
    }

    pub(in crate::app) fn next(self) -> Self {
        let at = Self::ROUND.iter().position(|lit| *lit == self).map_or(0, |at| at + 1);
        Self::ROUND[at % Self::ROUND.len()]
    }
}
