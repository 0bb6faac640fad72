//! What counts when two versions are compared.

/// What counts when two versions of a text are compared. White space never does, and line and paragraph breaks do only on request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Exactness {
    /// Which marks count besides the words; `None` if only words do.
    marks: Option<(Case, Spaces)>,
    /// Whether diacritics count.
    diacritics: Diacritics,
    /// The fewest words of a change that counts.
    least: usize,
    /// Which breaks count.
    breaks: Breaks,
}

impl Default for Exactness {
    fn default() -> Self {
        Self::marks(Case::default(), Spaces::default())
    }
}

impl Exactness {
    /// Compares only words: their letters and digits.
    pub const WORDS: Self = Self { marks: None, diacritics: Diacritics::Heeded, least: 0, breaks: Breaks::Ignored };

    /// Compares marks too: punctuation, case, the style of quotes, invisible characters.
    pub const fn marks(case: Case, spaces: Spaces) -> Self {
        Self { marks: Some((case, spaces)), diacritics: Diacritics::Heeded, least: 0, breaks: Breaks::Ignored }
    }

    /// Sets whether diacritics count.
    pub const fn with_diacritics(self, diacritics: Diacritics) -> Self {
        Self { diacritics, ..self }
    }

    /// Sets the fewest words of a change that counts; marks do not count then.
    pub const fn with_least(self, least: usize) -> Self {
        Self { least, ..self }
    }

    /// Sets which breaks count.
    pub const fn with_breaks(self, breaks: Breaks) -> Self {
        Self { breaks, ..self }
    }

    /// Returns which breaks count.
    pub fn breaks(self) -> Breaks {
        self.breaks
    }

    /// Whether marks count.
    pub fn heeds_marks(self) -> bool {
        self.marks.is_some() && self.least == 0
    }

    /// Switches between comparing only words and marks too.
    pub fn turned(self) -> Self {
        let other = if self.marks.is_some() { Self::WORDS } else { Self::default() };
        other.with_diacritics(self.diacritics).with_least(self.least).with_breaks(self.breaks)
    }

    /// Whether capitals count, if marks do.
    pub(super) fn case(self) -> Case {
        self.marks.map_or(Case::Heeded, |(case, _)| case)
    }

    /// Whether white space inside a word counts, if marks do.
    pub(super) fn spaces(self) -> Spaces {
        self.marks.map_or(Spaces::AsOne, |(_, spaces)| spaces)
    }

    /// The fewest words of a change that counts; 0 where all do.
    pub(super) fn least(self) -> usize {
        self.least
    }

    /// Whether diacritics count.
    pub(super) fn diacritics(self) -> Diacritics {
        self.diacritics
    }
}

/// Whether capitals count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Case {
    /// They do.
    #[default]
    Heeded,
    /// They do not.
    Ignored,
}

/// Whether it counts if white space splits a word in two.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Spaces {
    /// It does; the amount of white space does not.
    #[default]
    AsOne,
    /// It does not count.
    Ignored,
}

/// Whether accents, vowel points and other marks on letters count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Diacritics {
    /// They count: `resume` is not `résumé`.
    #[default]
    Heeded,
    /// They do not.
    Ignored,
}

/// Which breaks of a text count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Breaks {
    /// None.
    #[default]
    Ignored,
    /// Paragraph breaks: blank lines.
    Paragraphs,
    /// Line breaks and blank lines.
    Lines,
}

impl Breaks {
    /// These and others.
    pub fn with(self, other: Self) -> Self {
        self.max(other)
    }
}
