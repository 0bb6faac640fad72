//! Highlights: all that is shared, one class of it, or what has no match.

use crate::collate::{Class, Collation, Match, ParagraphLink};

/// What the panes highlight, the margin links, and stepping stops at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Highlight {
    /// All that is shared.
    #[default]
    Shared,
    /// One class of what is shared.
    Class(Class),
    /// What is shared in another order.
    Moved,
    /// What is shared and differs in a fact: a number, a date, a name or a negation.
    Facts,
    /// Everything that is not shared.
    OnlyHere,
    /// What has no match in any other article.
    InNone,
}

impl Highlight {
    /// The order in which the classes are stepped through.
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
            Highlight::Facts => "a fact differs",
            Highlight::OnlyHere => "unmatched",
            Highlight::InNone => "unmatched in all others",
        }
    }

    /// What the reader calls the matches that it highlights.
    pub fn matches(self) -> String {
        match self {
            Highlight::Shared => "matches".to_owned(),
            Highlight::Facts => format!("matches in which {} or is missing", self.name()),
            _ => format!("{} matches", self.name()),
        }
    }

    /// Whether unmatched text is highlighted, not shared text.
    pub fn is_unmatched(self) -> bool {
        matches!(self, Highlight::OnlyHere | Highlight::InNone)
    }

    /// Whether a match is highlighted.
    pub fn lights(self, found: &Match) -> bool {
        match self {
            Highlight::Shared => true,
            Highlight::Class(class) => found.class == class,
            Highlight::Moved => found.moved,
            Highlight::Facts => found.kinds.has_fact(),
            Highlight::OnlyHere | Highlight::InNone => false,
        }
    }

    /// Whether a link is drawn and stepped to: whether it has a highlighted match.
    pub fn links(self, collation: &Collation, paragraph_link: &ParagraphLink) -> bool {
        self == Highlight::Shared
            || paragraph_link.matches.iter().filter_map(|&at| collation.matches.get(at)).any(|m| self.lights(m))
    }

    pub(in crate::app) fn next(self) -> Self {
        let at = Self::ROUND.iter().position(|lit| *lit == self).map_or(0, |at| at + 1);
        Self::ROUND[at % Self::ROUND.len()]
    }
}
