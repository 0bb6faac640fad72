//! What happens to a mode after it handled something.

use super::mode::Mode;

/// What happens to a mode after it handled something.
#[derive(Debug)]
pub(in crate::app) enum Turn {
    /// It stays open.
    Stay,
    /// It closes; what is below has the keys again.
    Close,
    /// Another one opens.
    Open(Mode),
}
