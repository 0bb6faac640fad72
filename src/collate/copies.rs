//! Counts the copies of a passage in its own text, sentence for sentence. Which of them corresponds to the other side is open.

use std::hash::Hasher;

use rustc_hash::{FxHashMap, FxHasher};

use super::cancel::Cancel;
use super::collation::{Match, Passage};
use super::witness::Word;
use crate::text::{Pair, Side};

/// The most sentences of a passage whose copies are counted (a limit).
const MOST: usize = 16;

/// Counts the copies of each passage on its own side. A passage that is not whole sentences counts as the only one. Takes linear time.
pub(super) fn count_copies(matches: &mut [Match], rows: Pair<&[Word]>, cancel: &Cancel) {
    for side in Side::BOTH {
        let sentences = sentences(rows[side], cancel);
        let mut counted: Vec<FxHashMap<u64, usize>> = vec![FxHashMap::default(); MOST + 1];
        for m in cancel.watched(&mut *matches) {
            let Some(within) = whole(&sentences, &m.passages[side]) else { continue };
            if !all_recur(within) {
                continue;
            }
            let times = &mut counted[within.len()];
            if times.is_empty() {
                let may_recur = |part: &&[ComparedSentence]| is_of_one_paragraph(part) && all_recur(part);
                let inside = sentences.windows(within.len()).filter(may_recur);
                inside.for_each(|part| *times.entry(hash(part)).or_insert(0) += 1);
            }
            m.copies[side] = times.get(&hash(within)).copied().unwrap_or(1);
        }
    }
}

/// A sentence as it is compared.
struct ComparedSentence {
    first: u32,
    last: u32,
    paragraph: u32,
    hash: u64,
    /// Whether another sentence has the same words. Few have, and only a passage of such sentences can have copies.
    recurs: bool,
}

fn sentences(row: &[Word], cancel: &Cancel) -> Vec<ComparedSentence> {
    let sentence = |words: &[Word]| {
        let mut hasher = FxHasher::default();
        words.iter().for_each(|word| hasher.write_u32(word.id));
        hasher.write_usize(words.len());
        let (first, last) = (words[0], words[words.len() - 1]);
        ComparedSentence {
            first: first.token,
            last: last.token,
            paragraph: first.paragraph,
            hash: hasher.finish(),
            recurs: false,
        }
    };
    let mut found: Vec<ComparedSentence> =
        cancel.watched(row.chunk_by(|a, b| a.sentence == b.sentence)).map(sentence).collect();
    let mut hashes: Vec<u64> = found.iter().map(|sentence| sentence.hash).collect();
    hashes.sort_unstable();
    let several: Vec<u64> = hashes.chunk_by(|a, b| a == b).filter(|same| same.len() > 1).map(|same| same[0]).collect();
    for sentence in cancel.watched(&mut found) {
        sentence.recurs = several.binary_search(&sentence.hash).is_ok();
    }
    found
}

fn all_recur(part: &[ComparedSentence]) -> bool {
    part.iter().all(|sentence| sentence.recurs)
}

/// Returns the sentences of a passage, if it is whole ones and not too many.
fn whole<'s>(sentences: &'s [ComparedSentence], passage: &Passage) -> Option<&'s [ComparedSentence]> {
    let (first, last) = (passage.tokens.start as u32, passage.tokens.end.checked_sub(1)? as u32);
    let start = sentences.binary_search_by_key(&first, |sentence| sentence.first).ok()?;
    let end = sentences.binary_search_by_key(&last, |sentence| sentence.last).ok()?;
    sentences.get(start..=end).filter(|within| within.len() <= MOST)
}

fn is_of_one_paragraph(part: &[ComparedSentence]) -> bool {
    part.first().map(|sentence| sentence.paragraph) == part.last().map(|sentence| sentence.paragraph)
}

fn hash(sentences: &[ComparedSentence]) -> u64 {
    let mut hasher = FxHasher::default();
    sentences.iter().for_each(|sentence| hasher.write_u64(sentence.hash));
    hasher.finish()
}
