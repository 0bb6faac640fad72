//! What is looked for: a text that is a single short sentence, such as a quotation from standard input, found word for word inside the
//! sentences of the others, however few its words are.

use super::reading::{Reading, Readings};
use crate::article::Article;
use crate::collate::cancel::Cancel;
use crate::collate::witness::Witness;
use crate::text::Key;

/// The most words of a text that is looked for rather than compared, as in `collate/inside.rs` (chosen).
const SHORT: usize = 30;
/// The most such texts that are looked for, each in all others (a limit).
const MOST: usize = 8;

/// Whether a text is looked for rather than compared: a single sentence of at most 30 words.
pub fn is_sought(article: &Article) -> bool {
    article.sentences.len() == 1 && article.tokens.len() <= SHORT
}

/// The readings that are looked for, each with the longer ones that have its words in a row. Takes time linear in all words for each.
pub(super) fn sought(witnesses: &[Witness<'_>], readings: &Readings, cancel: &Cancel) -> Vec<(usize, Vec<usize>)> {
    let is_wanted = |(_, reading): &(usize, &Reading)| {
        reading.places.iter().any(|place| is_sought(witnesses[place.article].article))
    };
    let wanted: Vec<(usize, &Reading)> = readings.all.iter().enumerate().filter(is_wanted).collect();
    if wanted.len() > MOST {
        return Vec::new();
    }
    let holding = |reading: &Reading| {
        let keys = readings.keys_of(reading);
        let others = cancel.watched(readings.all.iter().enumerate());
        others.filter(|(_, other)| holds(readings.keys_of(other), keys)).map(|(at, _)| at).collect()
    };
    wanted.into_iter().map(|(at, reading)| (at, holding(reading))).collect()
}

/// Whether a longer row of words has all of another in a row.
fn holds(longer: &[Key], keys: &[Key]) -> bool {
    keys.len() < longer.len() && longer.windows(keys.len()).any(|part| part == keys)
}
