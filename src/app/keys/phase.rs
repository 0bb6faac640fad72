//! The phases, in which keys have different meanings, and the chapters of the help.

/// When a binding applies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Phase {
    /// Reading.
    Reading,
    /// Marking sentences.
    Marking,
    /// Choosing a hide rule.
    Picking,
    /// Reading the help.
    Helping,
    /// Typing a line at the bottom.
    Prompting,
    /// In the list of rules.
    Ruling,
    /// In the proposals.
    Proposing,
    /// Choosing from a list.
    Listing,
    /// Reading a diff.
    Diffing,
    /// In the matrix.
    Matrix,
    /// In the synopsis.
    Synopsis,
}

impl Phase {
    /// All phases.
    pub const ALL: [Phase; 11] = [
        Phase::Reading,
        Phase::Marking,
        Phase::Picking,
        Phase::Helping,
        Phase::Prompting,
        Phase::Ruling,
        Phase::Proposing,
        Phase::Listing,
        Phase::Diffing,
        Phase::Matrix,
        Phase::Synopsis,
    ];

    /// Its name in the configuration.
    pub fn name(self) -> &'static str {
        match self {
            Phase::Reading => "reading",
            Phase::Marking => "marking",
            Phase::Picking => "picking",
            Phase::Helping => "helping",
            Phase::Prompting => "prompting",
            Phase::Ruling => "ruling",
            Phase::Proposing => "proposing",
            Phase::Listing => "listing",
            Phase::Diffing => "diffing",
            Phase::Matrix => "comparing",
            Phase::Synopsis => "story",
        }
    }
}

/// A chapter of the help.
#[expect(missing_docs, reason = "each is named as its heading")]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Group {
    Matches,
    Changes,
    Finding,
    Moving,
    Articles,
    Hiding,
    Clusters,
    Program,
}

impl Group {
    /// All chapters, in the order of the help.
    pub const ALL: [Group; 8] = [
        Group::Matches,
        Group::Changes,
        Group::Finding,
        Group::Moving,
        Group::Articles,
        Group::Hiding,
        Group::Clusters,
        Group::Program,
    ];

    /// The heading.
    pub fn title(self) -> &'static str {
        match self {
            Group::Matches => "Matches",
            Group::Changes => "Changes",
            Group::Finding => "Finding",
            Group::Moving => "Moving",
            Group::Articles => "Articles",
            Group::Hiding => "Hiding",
            Group::Clusters => "Clusters",
            Group::Program => "Program",
        }
    }
}
