//! In what those who tell a statement contradict each other.

/// In what those who tell a statement contradict each other.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Odds {
    /// Each has a number that the other has not.
    pub number: bool,
    /// Each has a name that the other has not.
    pub name: bool,
    /// One denies what the other says.
    pub negation: bool,
}

impl Odds {
    /// Tells whether there are any.
    pub fn any(self) -> bool {
        self.number || self.name || self.negation
    }

    /// Gives the mark of each, and its name.
    pub fn named(self) -> impl Iterator<Item = (char, &'static str)> {
        let all = [(self.negation, '¬', "negation"), (self.number, '#', "number"), (self.name, 'N', "name")];
        all.into_iter().filter(|(is, ..)| *is).map(|(_, mark, name)| (mark, name))
    }
}
