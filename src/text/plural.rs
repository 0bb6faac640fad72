//! A count with its noun, for all messages: `1 word`, `2 words`, `0 matches`.

/// Returns a count with its noun, which is passed in the singular.
pub fn plural(count: usize, noun: &str) -> String {
    if count == 1 {
        return format!("1 {noun}");
    }
    match noun.strip_suffix('y') {
        Some(stem) if !stem.ends_with(['a', 'e', 'o', 'u']) => format!("{count} {stem}ies"),
        _ if noun.ends_with(['s', 'x', 'z']) || noun.ends_with("ch") || noun.ends_with("sh") => {
            format!("{count} {noun}es")
        }
        _ => format!("{count} {noun}s"),
    }
}

#[cfg(test)]
mod tests {
    use super::plural;

    #[test]
    fn one_and_many() {
        assert_eq!(plural(1, "word"), "1 word");
        assert_eq!(plural(0, "word"), "0 words");
        assert_eq!(plural(2, "match"), "2 matches");
        assert_eq!(plural(3, "copy"), "3 copies");
        assert_eq!(plural(4, "key"), "4 keys");
    }
}
