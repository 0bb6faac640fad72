//! What kind of change a differing word is.

/// What kind of change words that differ are, the weightiest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ChangeKind {
    /// One says no where the other says yes.
    Negation,
    /// Another number, or one that only one side gives.
    Number,
    /// Another day or time, or one that only one side gives.
    Date,
    /// Another name, or one that only one side gives.
    Name,
    /// The words of a quotation.
    Quotation,
    /// How far what is said is vouched for: `said`, `claimed`; `will`, `may`.
    Hedging,
    /// Other words, and none of these.
    Wording,
}

impl ChangeKind {
    /// All kinds, the weightiest first.
    pub const ALL: [ChangeKind; 7] = [
        ChangeKind::Negation,
        ChangeKind::Number,
        ChangeKind::Date,
        ChangeKind::Name,
        ChangeKind::Quotation,
        ChangeKind::Hedging,
        ChangeKind::Wording,
    ];

    /// The name that the reader sees.
    pub fn name(self) -> &'static str {
        match self {
            ChangeKind::Negation => "negation",
            ChangeKind::Number => "number",
            ChangeKind::Date => "date",
            ChangeKind::Name => "name",
            ChangeKind::Quotation => "quotation",
            ChangeKind::Hedging => "hedging",
            ChangeKind::Wording => "wording",
        }
    }

    /// The mark that stands for it where there is no room for a name.
    pub fn mark(self) -> char {
        match self {
            ChangeKind::Negation => '¬',
            ChangeKind::Number => '#',
            ChangeKind::Date => 'D',
            ChangeKind::Name => 'N',
            ChangeKind::Quotation => '"',
            ChangeKind::Hedging => '?',
            ChangeKind::Wording => '~',
        }
    }

    /// Whether it is a fact: a number, a date, a name or a negation.
    pub fn is_fact(self) -> bool {
        self < ChangeKind::Quotation
    }
}

/// Some kinds of change.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ChangeKinds(u8);

impl ChangeKinds {
    /// No change at all.
    pub const NONE: ChangeKinds = ChangeKinds(0);

    /// One kind alone.
    pub fn only(kind: ChangeKind) -> Self {
        Self(1 << kind as u8)
    }

    /// Adds the kinds of another change.
    #[must_use]
    pub fn and(self, others: ChangeKinds) -> Self {
        Self(self.0 | others.0)
    }

    /// Whether a kind is among them.
    pub fn has(self, kind: ChangeKind) -> bool {
        self.0 & (1 << kind as u8) != 0
    }

    /// Whether there are none.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Whether a fact is among them.
    pub fn has_fact(self) -> bool {
        self.each().any(ChangeKind::is_fact)
    }

    /// The kinds, the weightiest first.
    pub fn each(self) -> impl Iterator<Item = ChangeKind> {
        ChangeKind::ALL.into_iter().filter(move |kind| self.has(*kind))
    }

    /// The weightiest.
    pub fn first(self) -> Option<ChangeKind> {
        self.each().next()
    }

    /// The facts among them.
    #[must_use]
    pub fn facts(self) -> Self {
        self.each().filter(|kind| kind.is_fact()).fold(Self::NONE, |facts, kind| facts.and(Self::only(kind)))
    }

    /// The kinds without mere wording where they say more.
    #[must_use]
    pub fn telling(self) -> Self {
        let more = Self(self.0 & !Self::only(ChangeKind::Wording).0);
        if more.is_empty() { self } else { more }
    }

    /// Their names, the weightiest first: `number, name`.
    pub fn names(self) -> String {
        self.each().map(ChangeKind::name).collect::<Vec<_>>().join(", ")
    }
}
