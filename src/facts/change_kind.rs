//! Kinds of changes.

/// The kind of a change, the most important first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ChangeKind {
    /// One side negates what the other says.
    Negation,
    /// A different number, or one that only one side has.
    Number,
    /// A different day or time, or one that only one side has.
    Date,
    /// A different name, or one that only one side has.
    Name,
    /// The words of a quotation.
    Quotation,
    /// A different degree of certainty: `said`, `claimed`; `will`, `may`.
    Certainty,
    /// Any other change of words.
    Wording,
}

impl ChangeKind {
    /// All kinds, the most important first.
    pub const ALL: [ChangeKind; 7] = [
        ChangeKind::Negation,
        ChangeKind::Number,
        ChangeKind::Date,
        ChangeKind::Name,
        ChangeKind::Quotation,
        ChangeKind::Certainty,
        ChangeKind::Wording,
    ];

    /// Returns its name for the reader.
    pub fn name(self) -> &'static str {
        match self {
            ChangeKind::Negation => "negation",
            ChangeKind::Number => "number",
            ChangeKind::Date => "date",
            ChangeKind::Name => "name",
            ChangeKind::Quotation => "quotation",
            ChangeKind::Certainty => "certainty",
            ChangeKind::Wording => "wording",
        }
    }

    /// Returns its mark, for where there is no room for the name.
    pub fn mark(self) -> char {
        match self {
            ChangeKind::Negation => '¬',
            ChangeKind::Number => '#',
            ChangeKind::Date => 'D',
            ChangeKind::Name => 'N',
            ChangeKind::Quotation => '"',
            ChangeKind::Certainty => '?',
            ChangeKind::Wording => '~',
        }
    }

    /// Whether it is a fact: a number, a date, a name or a negation.
    pub fn is_fact(self) -> bool {
        self < ChangeKind::Quotation
    }
}

/// A set of kinds of changes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ChangeKinds(u8);

impl ChangeKinds {
    /// The empty set.
    pub const NONE: ChangeKinds = ChangeKinds(0);

    /// Makes a set of one kind.
    pub fn only(kind: ChangeKind) -> Self {
        Self(1 << kind as u8)
    }

    /// Adds the kinds of another change.
    #[must_use]
    pub fn and(self, others: ChangeKinds) -> Self {
        Self(self.0 | others.0)
    }

    /// Returns these without one.
    pub fn without(self, kind: ChangeKind) -> Self {
        self.each().filter(|other| *other != kind).fold(Self::NONE, |kinds, other| kinds.and(Self::only(other)))
    }

    /// Whether it contains a kind.
    pub fn has(self, kind: ChangeKind) -> bool {
        self.0 & (1 << kind as u8) != 0
    }

    /// Whether it is empty.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Whether it contains a fact.
    pub fn has_fact(self) -> bool {
        self.each().any(ChangeKind::is_fact)
    }

    /// Returns the kinds, the most important first.
    pub fn each(self) -> impl Iterator<Item = ChangeKind> {
        ChangeKind::ALL.into_iter().filter(move |kind| self.has(*kind))
    }

    /// Returns the most important kind.
    pub fn first(self) -> Option<ChangeKind> {
        self.each().next()
    }

    /// Returns the facts among them.
    #[must_use]
    pub fn facts(self) -> Self {
        self.each().filter(|kind| kind.is_fact()).fold(Self::NONE, |facts, kind| facts.and(Self::only(kind)))
    }

    /// Returns the kinds without `wording` if there are others.
    #[must_use]
    pub fn telling(self) -> Self {
        let more = Self(self.0 & !Self::only(ChangeKind::Wording).0);
        if more.is_empty() { self } else { more }
    }

    /// Returns their names, the most important first: `number, name`.
    pub fn names(self) -> String {
        self.each().map(ChangeKind::name).collect::<Vec<_>>().join(", ")
    }
}
