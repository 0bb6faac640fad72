//! Letters inside a changed word: finds which letters of two similar words differ.

use unicode_segmentation::UnicodeSegmentation;

use crate::text::{Pair, Span};

/// The longest word that is compared, in letters with their accents: the work grows with the square (a limit).
const LONGEST: usize = 48;

/// The percentage of the longer word's letters that both must have to be two spellings of one word. Of the pairs in
/// `benches/changes/letters.tsv` (109 slips, spellings and forms, 149 other words) 23 are judged wrong with 60 (10 of the first, 13 of the
/// others), 27 with 50 (1 and 26), 25 with 55, 23 with 67 (18 and 5), 31 with 75.
pub(super) const IN_COMMON: usize = 60;

/// Returns the parts in which an old word and its replacement differ; nothing if either is not a single word, or the two have too few
/// letters in common.
pub fn letters_apart(old: &str, new: &str) -> Option<Pair<Vec<Span>>> {
    apart_with(old, new, IN_COMMON)
}

/// The same, with another share of common letters.
pub(super) fn apart_with(old: &str, new: &str, in_common: usize) -> Option<Pair<Vec<Span>>> {
    let (old, new) = (word(old)?, word(new)?);
    let kept = kept(&old, &new);
    let shared = kept.left.iter().filter(|kept| **kept).count();
    if shared * 100 < old.len().max(new.len()) * in_common || shared == old.len() && shared == new.len() {
        return None;
    }
    Some(Pair::new(stretches(&old, &kept.left), stretches(&new, &kept.right)))
}

/// Returns the letters of a text that is one word, each with its place.
fn word(text: &str) -> Option<Vec<(usize, &str)>> {
    let letters: Vec<(usize, &str)> = text.grapheme_indices(true).take(LONGEST + 1).collect();
    let is_word = !text.contains(char::is_whitespace) && text.contains(char::is_alphanumeric);
    (is_word && letters.len() <= LONGEST).then_some(letters)
}

/// Returns which letters of each are in the longest common subsequence.
fn kept(old: &[(usize, &str)], new: &[(usize, &str)]) -> Pair<Vec<bool>> {
    let wide = new.len() + 1;
    let mut longest = vec![0_usize; (old.len() + 1) * wide];
    let at = |one: usize, other: usize| one * wide + other;
    for one in (0..old.len()).rev() {
        for other in (0..new.len()).rev() {
            let same = old[one].1 == new[other].1;
            longest[at(one, other)] = match same {
                true => longest[at(one + 1, other + 1)] + 1,
                false => longest[at(one + 1, other)].max(longest[at(one, other + 1)]),
            };
        }
    }
    let mut kept = Pair::new(vec![false; old.len()], vec![false; new.len()]);
    let (mut one, mut other) = (0, 0);
    while one < old.len() && other < new.len() {
        if old[one].1 == new[other].1 {
            (kept.left[one], kept.right[other]) = (true, true);
            (one, other) = (one + 1, other + 1);
        } else if longest[at(one + 1, other)] >= longest[at(one, other + 1)] {
            one += 1;
        } else {
            other += 1;
        }
    }
    kept
}

/// Returns the parts of a word in which nothing is kept.
fn stretches(letters: &[(usize, &str)], kept: &[bool]) -> Vec<Span> {
    let mut found: Vec<Span> = Vec::new();
    for ((start, letter), _) in letters.iter().zip(kept).filter(|(_, kept)| !**kept) {
        let span = Span::new(*start, start + letter.len());
        match found.last_mut().filter(|last| last.end() == span.start()) {
            Some(last) => *last = last.join(span),
            None => found.push(span),
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::letters_apart;
    use crate::text::Side;

    /// Puts brackets around the letters that differ.
    fn told(old: &str, new: &str) -> Option<String> {
        let apart = letters_apart(old, new)?;
        let one = |side: Side, word: &str| {
            let mut out = word.to_owned();
            for span in apart[side].iter().rev() {
                out.insert(span.end(), ']');
                out.insert(span.start(), '[');
            }
            out
        };
        Some(format!("{} {}", one(Side::Left, old), one(Side::Right, new)))
    }

    #[test]
    fn letters_that_differ_are_told_of_single_words_that_are_much_alike() {
        let table = [
            ("labeled", "labelled", Some("labeled label[l]ed")),
            ("recieve", "receive", Some("rec[i]eve rece[i]ve")),
            ("kite", "kites", Some("kite kite[s]")),
            ("Kite", "kite", Some("[K]ite [k]ite")),
            ("old", "worn", None),
            ("same", "same", None),
            ("two words", "two word", None),
            ("", "a", None),
            ("1987", "1988", Some("198[7] 198[8]")),
            // A letter includes its accent.
            ("cafe\u{301}", "cafe", Some("caf[e\u{301}] caf[e]")),
            ("naïve", "naive", Some("na[ï]ve na[i]ve")),
        ];
        for (old, new, expected) in table {
            assert_eq!(told(old, new).as_deref(), expected, "{old} {new}");
        }
    }

    #[test]
    fn no_word_is_too_long() {
        let long = "a".repeat(100_000);
        assert_eq!(letters_apart(&long, "a"), None);
    }
}
