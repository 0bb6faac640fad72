//! Highlight: all that is shared, one class of it, or what no match was found for.

use crate::collate::{Class, Collation, Match, ParagraphLink};

/// What the panes light up, the margin links, and stepping stops at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Highlight {
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
    /// What no match was found for in any other article.
    InNone,
}

impl Highlight {
    /// The round in which the classes are stepped through.
    pub(in crate::app) const ROUND: [Highlight; 6] = [
        Highlight::Shared,
        Highlight::Class(Class::Verbatim),
        Highlight::Class(Class::Edited),
        Highlight::Class(Class::Reworded),
        Highlight::Moved,
        Highlight::Facts,
    ];

    /// The name that the reader sees.
    pub fn name(self) -> &'static str {
        match self {
            Highlight::Shared => "shared",
            Highlight::Class(class) => class.name(),
            Highlight::Moved => "moved",
            Highlight::Facts => "fact-changing",
            Highlight::OnlyHere => "unmatched",
            Highlight::InNone => "unmatched anywhere",
        }
    }

    /// Whether what has no match is lit, and not what is shared.
    pub fn is_unmatched(self) -> bool {
        matches!(self, Highlight::OnlyHere | Highlight::InNone)
    }

    /// Whether a match is lit.
    pub fn lights(self, found: &Match) -> bool {
        match self {
            Highlight::Shared => true,
            Highlight::Class(class) => found.class == class,
            Highlight::Moved => found.moved,
            Highlight::Facts => found.kinds.has_fact(),
            Highlight::OnlyHere | Highlight::InNone => false,
        }
    }

    /// Whether a link is drawn and stepped to: whether it has a match that is lit.
    pub fn links(self, collation: &Collation, paragraph_link: &ParagraphLink) -> bool {
        self == Highlight::Shared
            || paragraph_link.matches.iter().filter_map(|&at| collation.matches.get(at)).any(|m| self.lights(m))
    }

    pub(in crate::app) fn next(self) -> Self {
        let at = Self::ROUND.iter().position(|lit| *lit == self).map_or(0, |at| at + 1);
        Self::ROUND[at % Self::ROUND.len()]
    }
}
