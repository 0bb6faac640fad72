//! The message to the reader, and incomplete key sequences.

use crate::app::keys::Keys;

/// Keys typed that are not a command yet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Typed {
    /// The beginning of a sequence.
    pub keys: Keys,
    /// A count.
    pub count: Option<usize>,
    /// The pause that is awaited after the last digit of the count.
    pub pause: Option<u64>,
}

/// A message to the reader.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// The sentence.
    pub text: String,
    /// How it is meant.
    pub tone: Tone,
}

/// How a message is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Something done.
    News,
    /// Something that could not be done.
    Warning,
    /// Something said before the reader's place, which is shown with it.
    Beside,
}

/// The message for whoever asks for what is not known yet.
pub(in crate::app) const STILL_READING: &str = "Still reading";
