//! What happens to a mode after it handled something.

use super::mode::Mode;

/// What becomes of a mode once it has taken something in.
#[derive(Debug)]
pub(in crate::app) enum Turn {
    /// It stays as it is.
    Stay,
    /// It closes; what lies beneath has the keys again.
    Close,
    /// Another one opens.
    Open(Mode),
}
