//! How the program ends.

/// How the program ended, as its exit status.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// All went well.
    Fine,
    /// It did what was asked, but had warnings.
    Complaints,
    /// Ended by a signal.
    Signal(i32),
    /// Two versions differ.
    Different,
}

impl Ending {
    /// The exit status: 0, 1, or 128 and the signal's number. 2 is left for errors.
    pub fn status(self) -> u8 {
        match self {
            Ending::Fine => 0,
            Ending::Complaints | Ending::Different => 1,
            Ending::Signal(number) => u8::try_from(128 + number).unwrap_or(u8::MAX),
        }
    }

    /// The ending of a run with this many warnings.
    pub fn with(complaints: usize) -> Self {
        if complaints == 0 { Ending::Fine } else { Ending::Complaints }
    }
}
