//! A collation as text.

use super::Reported;

/// Writes a report to read.
pub fn text(_reported: &Reported<'_>) -> String {
    String::new()
}
