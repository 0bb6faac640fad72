//! Exactness: what of a text counts when two versions are compared.

/// What counts when two versions of a text are compared. White space, and where a line or a paragraph breaks, never does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exactness {
    /// The words alone: their letters and digits.
    Words,
    /// Marks too: punctuation, case, the style of quotes, characters one cannot see.
    Marks(Case, Spaces),
}

impl Default for Exactness {
    fn default() -> Self {
        Exactness::Marks(Case::default(), Spaces::default())
    }
}

impl Exactness {
    /// Whether marks count.
    pub fn heeds_marks(self) -> bool {
        matches!(self, Exactness::Marks(..))
    }

    /// The other strength: words alone for marks too, and back.
    pub fn turned(self) -> Self {
        if self.heeds_marks() { Exactness::Words } else { Exactness::default() }
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

/// Whether it counts that white space parts a word in two.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Spaces {
    /// It does; how much of it there is does not.
    #[default]
    AsOne,
    /// It does not.
    Ignored,
}
