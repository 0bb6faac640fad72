//! Short texts, such as a quotation to look for: finds their sentences word for word inside longer sentences of the other side. The words are
//! too few to be evidence between articles, but a reader who looks for them must not be told that they are not there.

use super::cancel::Cancel;
use super::clause::{Clause, SharedWords};
use super::clauses::in_order;
use super::witness::{Word, Words};
use super::word_kind::Trait;
use crate::text::{Pair, Side};

/// The most words of a text that is looked for rather than compared: as many as a short quotation has in `short.rs` (chosen).
const SHORT: usize = 30;

/// Adds a clause for each sentence of a short text that the longer text has in a row inside a longer sentence, unless its wording has a match
/// already. If a single sentence is looked for in an article, its words alone match there, not the whole sentence around them. Takes time
/// linear in the words of the longer text.
pub(super) fn with_inside(words: &Words, clauses: &mut Vec<Clause>, cancel: &Cancel) {
    let lengths = words.rows.as_ref().map(Vec::len);
    let side = if lengths.left < lengths.right { Side::Left } else { Side::Right };
    let other = side.other();
    if lengths[side] > SHORT || lengths[side] == lengths[other] {
        return;
    }
    let is_one = words.rows[side].iter().all(|word| word.sentence == words.rows[side][0].sentence);
    let is_sought = is_one && lengths[other] > SHORT;
    let is_worded = |clause: &Clause| (!clause.reworded && !is_sought) || clause.has_same_words(words);
    let mut at = 0;
    for sentence in words.rows[side].chunk_by(|a, b| a.sentence == b.sentence) {
        let within = at..at + sentence.len();
        at = within.end;
        let is_enough = (sentence.len() > 1 || lengths[side] == 1) && says_something(words, sentence);
        let of_it = |clause: &Clause| clause.start[side] < within.end && within.start < clause.end[side];
        if !is_enough || clauses.iter().any(|clause| of_it(clause) && is_worded(clause)) {
            continue;
        }
        let places = places(&words.rows[other], sentence, cancel);
        let is_free = |place: &usize| {
            let end = place + sentence.len();
            !clauses.iter().any(|clause| !of_it(clause) && clause.start[other] < end && *place < clause.end[other])
        };
        let free = places.iter().copied().find(is_free);
        let Some(place) = free.or(places.first().copied()) else { continue };
        clauses.retain(|clause| !of_it(clause));
        let start = Pair::from_fn(|of| if of == side { within.start } else { place });
        let weight = sentence.iter().map(|word| words.weights[word.id as usize]).sum();
        let shared = SharedWords { count: sentence.len(), weight };
        let salt = words.salt(start, start.map(|at| at + sentence.len()));
        let found = Clause::reworded(start, start.map(|at| at + sentence.len()), shared, salt);
        clauses.push(Clause { reworded: false, echo: free.is_none(), ..found });
    }
    in_order(clauses, cancel);
}

fn says_something(words: &Words, sentence: &[Word]) -> bool {
    sentence.iter().any(|word| words.kinds[words.stems[word.id as usize] as usize] != Trait::Function)
}

/// Returns where the words of a sentence stand in a row, inside one paragraph; nowhere if they are a whole sentence there too.
fn places(row: &[Word], sentence: &[Word], cancel: &Cancel) -> Vec<usize> {
    let ids = || sentence.iter().map(|word| word.id);
    let is_same = |part: &[Word]| {
        part.iter().map(|word| word.id).eq(ids()) && part.iter().all(|word| word.paragraph == part[0].paragraph)
    };
    let windows = cancel.watched(row.windows(sentence.len()).enumerate());
    let found: Vec<usize> = windows.filter(|(_, part)| is_same(part)).map(|(at, _)| at).collect();
    let sentence_at = |at: usize| row.get(at).map(|word| word.sentence);
    let is_whole = |at: &usize| {
        let (first, last) = (sentence_at(*at), sentence_at(at + sentence.len() - 1));
        first == last && sentence_at(at + sentence.len()) != last && at.checked_sub(1).and_then(sentence_at) != first
    };
    if found.iter().any(is_whole) { Vec::new() } else { found }
}
