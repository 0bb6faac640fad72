//! The source of an article: its outlet, so that a rule can apply to next week's articles too.

use super::origin::Origin;
use crate::kinds::front;

/// Returns the source of an article: what its metadata says, or else where it came from.
pub(super) fn source(text: &str, origin: &Origin) -> String {
    front(text).0.source().unwrap_or_else(|| origin.source())
}
