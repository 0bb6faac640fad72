//! Makes two spellings that look alike distinguishable, such as a Latin and a Cyrillic `a`.

use unicode_normalization::UnicodeNormalization;
use unicode_security::confusable_detection::skeleton;

use super::pair::Pair;
use super::stranger::script;

/// Rewrites two texts that look the same but differ. Each character that the other lacks is named by its script (`‹Cyrillic сор›`) or its
/// code point (`co‹U+2011›op`). Returns `None` if readers can see the difference anyway. Takes linear time.
pub fn told_apart(left: &str, right: &str) -> Option<Pair<String>> {
    if left == right || (left.is_ascii() && right.is_ascii()) || shape(left) != shape(right) {
        return None;
    }
    let by = |name: fn(char) -> String| Pair::new(named(left, right, name), named(right, left, name));
    let scripts = by(name);
    let named = if scripts.left.nfkc().eq(scripts.right.nfkc()) { by(number) } else { scripts };
    (named.left != left || named.right != right).then_some(named)
}

fn shape(text: &str) -> String {
    let plain: String = text.nfkc().collect();
    skeleton(&plain).collect()
}

/// Names the characters of a text that the other lacks.
fn named(text: &str, other: &str, name: fn(char) -> String) -> String {
    let mut out = String::with_capacity(text.len() * 2);
    let mut open: Option<String> = None;
    for c in text.chars() {
        let name = (is_named(c) && !other.contains(c)).then(|| name(c));
        let shown = !matches!(c, '\u{2010}' | '\u{2011}' | '\u{300}'..='\u{36f}');
        if open != name {
            out.push_str(if open.is_some() { "›" } else { "" });
            if let Some(name) = &name {
                out.extend(["‹", name.as_str(), if shown { " " } else { "" }]);
            }
            open = name;
        }
        if open.is_none() || shown {
            out.push(c);
        }
    }
    out.push_str(if open.is_some() { "›" } else { "" });
    out
}

/// Whether a character is a letter, combines with one or is a hyphen. Differences in other marks are visible.
fn is_named(c: char) -> bool {
    !c.is_ascii() && (c.is_alphanumeric() || matches!(c, '\u{2010}' | '\u{2011}' | '\u{300}'..='\u{36f}'))
}

fn name(c: char) -> String {
    script(c).filter(|name| name != "Latin").unwrap_or_else(|| number(c))
}

fn number(c: char) -> String {
    format!("U+{:04X}", c as u32)
}

#[cfg(test)]
mod tests {
    use super::{Pair, told_apart};

    #[test]
    fn what_looks_the_same_is_told_apart_and_what_does_not_stays() {
        let cases = [
            ("co\u{2011}op", "co-op", "co‹U+2011›op", "co-op"),
            ("caf\u{e9}", "cafe\u{301}", "caf‹U+00E9 \u{e9}›", "cafe‹U+0301›"),
            ("5 \u{212a}", "5 K", "5 ‹U+212A \u{212a}›", "5 K"),
            ("5 \u{2126}", "5 \u{3a9}", "5 ‹U+2126 \u{2126}›", "5 ‹U+03A9 \u{3a9}›"),
            ("\u{441}\u{43e}\u{440}", "cop", "‹Cyrillic \u{441}\u{43e}\u{440}›", "cop"),
        ];
        for (left, right, named, other) in cases {
            assert_eq!(told_apart(left, right), Some(Pair::new(named.to_owned(), other.to_owned())), "{left:?}");
        }
        for (left, right) in
            [("caf\u{e9}", "cafe"), ("\u{201c}", "\""), ("l", "I"), ("same", "same"), ("\u{2014}", "\u{2013}")]
        {
            assert_eq!(told_apart(left, right), None, "{left:?} {right:?}");
        }
    }
}
