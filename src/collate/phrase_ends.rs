//! Where phrases begin and end: what is told as an addition is a clause or a phrase, and no torn piece of one.

use std::ops::Range;

use super::witness::{Witness, Word};
use crate::text::fold;

/// Marks at which a clause may begin or end (chosen).
const PARTING: &[char] = &[',', ';', ':', '(', ')', '–', '—', '،', '؛'];
/// Words with which a clause or a phrase may begin, folded and in order, in a few languages.
#[rustfmt::skip]
const OPENERS: &[&str] = &[
    "aber", "about", "after", "against", "although", "amid", "and", "as", "at", "auf", "aunque", "aus", "because",
    "before", "bei", "but", "by", "con", "cuando", "dans", "dass", "depuis", "desde", "despite", "donde", "durch",
    "during", "e", "en", "even", "following", "for", "from", "im", "in", "including", "ma", "mais", "mit", "nach",
    "obwohl", "oder", "on", "or", "ou", "over", "para", "pero", "por", "porque", "pour", "que", "qui", "seit",
    "since", "so", "that", "though", "through", "to", "und", "until", "weil", "wenn", "when", "where",
    "which", "while", "who", "whose", "with", "without", "während", "y",
];
/// The part of a run of visible words from the first place where a phrase begins to the last where one ends; none where nothing is left, or
/// where of two brackets or marks of a quotation it has one.
pub(super) fn whole_phrases(witness: Witness<'_>, row: &[Word], run: Range<usize>) -> Option<Range<usize>> {
    let article = witness.article;
    let span = |at: usize| article.tokens[row[at].token as usize].span;
    let parts = |at: &usize| {
        let at = *at;
        if at >= row.len() || !is_beside(row, at) {
            return true;
        }
        let between = article.text.get(span(at - 1).end()..span(at).start()).unwrap_or_default();
        between.contains(PARTING) || OPENERS.binary_search(&fold(span(at).of(&article.text)).as_str()).is_ok()
    };
    let start = (run.start..run.end).find(parts)?;
    let end = (start + 1..=run.end).rev().find(parts)?;
    is_closed(span(start).join(span(end - 1)).of(&article.text)).then_some(start..end)
}

/// Whether a visible word stands right behind the one before it, in the same sentence.
pub(super) fn is_beside(row: &[Word], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| row.get(before)).zip(row.get(at));
    before.is_some_and(|(before, word)| before.sentence == word.sentence && before.token + 1 == word.token)
}

/// Whether what opens in a text closes in it.
fn is_closed(text: &str) -> bool {
    let count = |mark: char| text.matches(mark).count();
    // The closing mark of German is the opening one of English.
    let (low, high, last) = (count('„'), count('“'), count('”'));
    let quoted = if low == 0 { high == last } else { low == high + last };
    quoted && count('(') == count(')') && count('«') == count('»') && count('"') % 2 == 0
}

#[cfg(test)]
mod tests {
    use super::{OPENERS, is_closed};

    #[test]
    fn the_words_are_in_order() {
        assert!(OPENERS.is_sorted());
    }

    #[test]
    fn half_a_bracket_or_quotation_is_not_closed() {
        for text in ["R-Ohio) admitted it", "an emphatic “yes", "il dit «non", "er sagte „nein", "a \"no"] {
            assert!(!is_closed(text), "{text}");
        }
        for text in ["(the first) of all", "an emphatic “yes”", "il dit «non»", "er sagte „nein“", "a \"no\", it's"]
        {
            assert!(is_closed(text), "{text}");
        }
    }
}
