//! What edits of sentences and of blocks have in common: where they find a place, and what they put there.

use std::collections::BTreeSet;

use super::edits::Desk;
use super::text::{Block, Kind, Sentence, Shape, Word, keys, picked};
use super::word_edits;

/// How many times as many words what is moved goes past, so that there is no doubt what was moved.
pub const PAST: usize = 2;
/// The fewest words of what is moved.
pub const MOVABLE: usize = 3;
/// The fewest words of what is moved and edited.
pub const EDITABLE: usize = 7;
/// Of a hundred words of the shorter sentence, how many two sentences may share in order and be told apart.
const UNLIKE: usize = 34;

/// Tells whether the borders of a stretch of the row of words stand apart from all other edits.
pub fn is_apart(desk: &Desk<'_>, from: usize, to: usize) -> bool {
    desk.is_clean_at(from) && desk.is_clean_at(to)
}

/// Writes down that the borders of a stretch of the row of words are near an edit.
pub fn note_borders(desk: &mut Desk<'_>, from: usize, to: usize) {
    desk.note_near(from);
    desk.note_near(to);
}

/// Draws a sentence that stands nowhere and is unlike another.
pub fn fresh(desk: &mut Desk<'_>, unlike: &[Word]) -> Sentence {
    let known: BTreeSet<Vec<String>> = desk.doc.blocks.iter().flat_map(|b| &b.sentences).map(|s| keys(s)).collect();
    let unlike = keys(unlike);
    let mut sentence = desk.author.sentence();
    for _ in 0..50 {
        let said = keys(&sentence);
        let most = unlike.len().min(said.len()) * UNLIKE / 100;
        if !known.contains(&said) && common(&said, &unlike) <= most {
            break;
        }
        sentence = desk.author.sentence();
    }
    sentence
}

/// Counts the words that two rows share in order.
fn common(a: &[String], b: &[String]) -> usize {
    let mut row = vec![0; b.len() + 1];
    for a in a {
        let mut corner = 0;
        for (at, b) in b.iter().enumerate() {
            let above = row[at + 1];
            row[at + 1] = if a == b { corner + 1 } else { above.max(row[at]) };
            corner = above;
        }
    }
    row[b.len()]
}

/// Gives all sentences of paragraphs.
pub fn sentences(desk: &Desk<'_>) -> Vec<(usize, usize)> {
    let each = desk.doc.blocks.iter().enumerate().filter(|(_, block)| block.shape == Shape::Prose);
    each.flat_map(|(b, block)| (0..block.sentences.len()).map(move |s| (b, s))).collect()
}

/// Gives where a sentence begins and ends in the row of words.
pub fn extent(desk: &Desk<'_>, (block, sentence): (usize, usize)) -> (usize, usize) {
    let from = desk.words_before((block, sentence, 0));
    (from, from + desk.doc.blocks[block].sentences[sentence].len())
}

/// Gives where a block begins and ends in the row of words.
pub fn block_extent(desk: &Desk<'_>, block: usize) -> (usize, usize) {
    let from = desk.words_before((block, 0, 0));
    (from, from + desk.doc.blocks[block].words().count())
}

/// Picks a sentence that stands apart from all edits.
pub fn clean_sentence(desk: &mut Desk<'_>, fits: impl Fn(&Block, &Sentence) -> bool) -> Option<(usize, usize)> {
    let all: Vec<(usize, usize)> = sentences(desk)
        .into_iter()
        .filter(|&(b, s)| {
            let block = &desk.doc.blocks[b];
            let (from, to) = extent(desk, (b, s));
            fits(block, &block.sentences[s]) && desk.is_clean(&block.sentences[s]) && is_apart(desk, from, to)
        })
        .collect();
    picked(all.into_iter(), desk.author.prng())
}

/// Picks a block that stands apart from all edits.
pub fn clean_block(desk: &mut Desk<'_>, fits: impl Fn(&Block) -> bool) -> Option<usize> {
    let all: Vec<usize> = (0..desk.doc.blocks.len())
        .filter(|&at| {
            let (from, to) = block_extent(desk, at);
            let block = &desk.doc.blocks[at];
            fits(block) && desk.is_clean(block.words()) && is_apart(desk, from, to)
        })
        .collect();
    picked(all.into_iter(), desk.author.prng())
}

/// Tells whether words stand nowhere else in the text in a row of their own.
pub fn is_unique(desk: &Desk<'_>, words: &[Word]) -> bool {
    let row: Vec<String> = desk.places().map(|(_, word)| word.text.to_lowercase()).collect();
    let sought = keys(words);
    row.windows(sought.len()).filter(|window| *window == sought).count() == 1
}

/// Edits a word or two inside what was moved.
pub fn inside(desk: &mut Desk<'_>, words: &[Word]) -> Option<String> {
    let inner: BTreeSet<u32> = words.iter().map(|word| word.id).collect();
    let mut told = Vec::new();
    for _ in 0..(words.len() / 12).clamp(1, 3) {
        let all: Vec<_> = desk
            .places()
            .filter(|((_, _, w), word)| {
                let plain = matches!(word.kind, Kind::Thing | Kind::Deed | Kind::Property | Kind::Name);
                plain && *w > 0 && inner.contains(&word.id) && !desk.ledger.changed.contains_key(&word.id)
            })
            .map(|(place, _)| place)
            .collect();
        let place = picked(all.into_iter(), desk.author.prng())?;
        let old = desk.sentence((place.0, place.1))[place.2].clone();
        let new = (0..20)
            .map(|_| desk.author.word(old.kind))
            .find(|new| new.text.to_lowercase() != old.text.to_lowercase())?;
        told.push(word_edits::put(desk, place, 1, vec![new]));
    }
    Some(told.join("; "))
}
