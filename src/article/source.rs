//! The source of an article: the paper it is from, by which a rule finds next week's articles too.

use super::origin::Origin;
use crate::kinds::front;

/// The source of an article: what its metadata says, else where it came from.
pub(super) fn source(text: &str, origin: &Origin) -> String {
    front(text).0.source().unwrap_or_else(|| origin.source())
}
