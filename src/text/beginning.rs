//! The beginning of a text that has no room as a whole.

use super::sign;

/// Returns a text of at most `most` characters as it is, and of a longer one the beginning with an ellipsis.
pub fn beginning(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        None => text.to_owned(),
        Some(_) => text.chars().take(most.saturating_sub(1)).chain(sign("…").chars()).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::beginning;

    #[test]
    fn what_is_left_out_is_marked() {
        assert_eq!(beginning("Fähre", 5), "Fähre");
        assert_eq!(beginning("Fähren", 5), "Fähr…");
        assert_eq!(beginning("", 5), "");
    }
}
