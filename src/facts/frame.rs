//! How the words around a change stand to each other.

/// How the words around a change stand to each other on the two sides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Frame {
    /// Most of them are others.
    Other,
    /// They are much the same.
    Alike,
    /// No other word differs.
    Same,
}
