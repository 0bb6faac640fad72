//! Blame: which version each word came from. Compares each version with those it was made from, starting with the newest; a word that several
//! of them have comes from the first, as with `git blame`.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};
use std::mem;
use std::ops::Range;
use std::sync::Arc;

use super::job_queue::JobKind;
use super::shelf::Shelved;
use super::versions::VersionsRead;
use crate::app::{Blamed, Blaming, Event};
use crate::article::Article;
use crate::boilerplate::Mask;
use crate::collate::{Cancel, Exactness, Witness, collate_in_order, kept_words};
use crate::text::{Pair, beginning, one_line, visible};

/// The most characters of a passage that was taken out.
pub const SHOWN: usize = 60;

/// What versions did to some words of a version.
#[derive(Debug, Default)]
pub struct Brought {
    /// Which version introduced each word.
    pub rows: Vec<usize>,
    /// What was taken out beside words that stayed.
    pub removed: Vec<Removed>,
}

/// Words that a version took out without putting others in their place.
#[derive(Debug)]
pub struct Removed {
    /// The index of the word beside which they stood, in the same sentence.
    pub word: usize,
    /// The version.
    pub row: usize,
    /// What they said.
    pub text: String,
}

/// Words whose version is not known yet, in one of the versions they are in.
#[derive(Debug)]
struct OpenWords {
    article: Arc<Article>,
    words: Vec<OpenWord>,
    seams: Vec<WordSeam>,
}

/// One of the words, and its place among the words of a version.
#[derive(Clone, Copy, Debug)]
struct OpenWord {
    word: usize,
    place: usize,
}

/// Between two neighbouring words; at the beginning or the end of the text there is only one.
#[derive(Clone, Copy, Debug)]
struct WordSeam {
    before: Option<OpenWord>,
    after: Option<OpenWord>,
}

/// Finds which version introduced each of some words of a version, and what was taken out between them; `None` if cancelled.
pub fn brought(shelved: &Shelved, Blaming { row, article, tokens, .. }: &Blaming, cancel: &Cancel) -> Option<Brought> {
    let mut brought = Brought { rows: vec![*row; tokens.1 - tokens.0], removed: Vec::new() };
    let mut open = BTreeMap::from([(*row, OpenWords::of(article, tokens.0..tokens.1))]);
    // A version comes before those it was made from, so whatever leads to one is done before it.
    while let Some((now, mut rest)) = open.pop_first() {
        let mut removed = BTreeMap::new();
        let parents = shelved.shelf.rows.get(now).map_or(&[][..], |row| &row.parents);
        for parent in parents {
            if rest.words.is_empty() && rest.seams.is_empty() {
                break;
            }
            let passed = match (shelved.bring)(Pair::new(*parent, now)) {
                // The bytes are the same, so the words have not moved.
                Ok(VersionsRead::Same) => OpenWords {
                    article: Arc::clone(&rest.article),
                    words: mem::take(&mut rest.words),
                    seams: mem::take(&mut rest.seams),
                },
                Ok(VersionsRead::Texts(articles, _)) => rest.pass(*articles, &mut removed, cancel)?,
                // A version that cannot be read introduced nothing that is known; the version after it gets the words.
                _ => continue,
            };
            match open.entry(*parent) {
                Entry::Vacant(entry) => drop(entry.insert(passed)),
                Entry::Occupied(mut entry) => {
                    entry.get_mut().words.extend(passed.words);
                    entry.get_mut().seams.extend(passed.seams);
                }
            }
        }
        for OpenWord { word, .. } in rest.words {
            if let Some(row) = brought.rows.get_mut(word) {
                *row = now;
            }
        }
        let removed = removed.into_values().flatten();
        brought.removed.extend(removed.map(|(word, text)| Removed { word, row: now, text }));
    }
    Some(brought)
}

/// What was taken out at each seam, by the place of the word before it.
type Gaps = BTreeMap<Option<usize>, Vec<(usize, String)>>;

impl OpenWords {
    fn of(article: &Arc<Article>, tokens: Range<usize>) -> Self {
        let all = article.tokens.len();
        let words: Vec<OpenWord> = tokens.enumerate().map(|(word, place)| OpenWord { word, place }).collect();
        let first =
            words.first().filter(|first| first.place == 0).map(|first| WordSeam { before: None, after: Some(*first) });
        let last =
            words.last().filter(|last| last.place + 1 == all).map(|last| WordSeam { before: Some(*last), after: None });
        let between = words.windows(2).filter_map(|pair| match pair {
            [before, after] => Some(WordSeam { before: Some(*before), after: Some(*after) }),
            _ => None,
        });
        let seams = first.into_iter().chain(between).chain(last).collect();
        Self { article: Arc::clone(article), words, seams }
    }

    /// Passes on to the older of two texts what it has already, and notes what stood there between words that are neighbours now.
    fn pass(&mut self, articles: Pair<Article>, removed: &mut Gaps, cancel: &Cancel) -> Option<Self> {
        let Pair { left: older, right: newer } = articles;
        let newer = if newer.text == self.article.text { Arc::clone(&self.article) } else { Arc::new(newer) };
        let mask = Mask::default();
        let witnesses = Pair::new(Witness { article: &older, mask: &mask }, Witness { article: &newer, mask: &mask });
        let collation = collate_in_order(witnesses, Exactness::WORDS, cancel)?;
        let kept = kept_words(Pair::new(&older, &newer), &collation);
        let still: BTreeSet<usize> = kept.iter().cloned().flatten().collect();
        let first = |word: OpenWord| Some(OpenWord { place: kept.get(word.place)?.clone().next()?, ..word });
        let last = |word: OpenWord| Some(OpenWord { place: kept.get(word.place)?.clone().last()?, ..word });
        let (mut words, mut seams) = (Vec::new(), Vec::new());
        self.words.retain(|word| first(*word).map(|older| words.push(older)).is_none());
        self.seams.retain(|seam| {
            let [before, after] = [seam.before.map(last), seam.after.map(first)];
            // A seam of words that are not both older is new.
            let (Some(before), Some(after)) = (flat(before), flat(after)) else { return true };
            let gap = before.map_or(0, |word| word.place + 1)..after.map_or(older.tokens.len(), |word| word.place);
            let key = seam.before.map(|word| word.place);
            if gap.start == gap.end {
                // Where another parent had nothing between them, nothing was taken out here.
                removed.remove(&key);
                seams.push(WordSeam { before, after });
                return false;
            }
            if gap.start < gap.end && still.range(gap.clone()).next().is_none() {
                removed.entry(key).or_insert_with(|| taken_out(&older, *seam, gap));
            }
            true
        });
        Some(Self { article: Arc::new(older), words, seams })
    }
}

/// What is there of a word that need not be: `None` if it should be there and is not.
fn flat(word: Option<Option<OpenWord>>) -> Option<Option<OpenWord>> {
    match word {
        Some(None) => None,
        Some(word) => Some(word),
        None => Some(None),
    }
}

/// What stood in a gap of the older version that is nowhere in the newer one: with the word whose sentence it was in.
fn taken_out(older: &Article, seam: WordSeam, gap: Range<usize>) -> Vec<(usize, String)> {
    let sentence = |token: usize| {
        let at = older.tokens.get(token).map_or(0, |token| token.span.start());
        older.sentences.get(older.sentence_at(at)).map_or(0..0, |sentence| sentence.tokens.clone())
    };
    let (from, to) = (gap.start, gap.end);
    // The end of the first word's sentence, and the beginning of the next one's.
    let end = seam.before.map_or(from, |_| sentence(from - 1).end.clamp(from, to));
    let start = seam.after.map_or(to, |_| sentence(to).start.clamp(end, to));
    let parts = [(seam.before, from..end), (seam.after, start..to)];
    let told = parts.into_iter().filter_map(|(word, gap)| {
        let words = older.tokens.get(gap)?;
        let span = words.first()?.span.join(words.last()?.span);
        Some((word?.word, one_line(span.of(&older.text))))
    });
    told.collect()
}

/// How a worker finds which version introduced some words.
pub fn blaming(shelved: Option<Shelved>) -> JobKind<Blaming> {
    JobKind {
        work: Box::new(move |task, context| {
            shelved.as_ref().and_then(|shelved| blamed(task, shelved, context.cancel)).map(Event::Blamed)
        }),
        broken: |task, reason| Event::Failed(task.ticket, format!("comparing failed: {}", visible(reason))),
    }
}

/// Finds which version introduced the words of a sentence.
fn blamed(task: &Blaming, shelved: &Shelved, cancel: &Cancel) -> Option<Blamed> {
    // With a word on either side, what was taken out between the sentence and its neighbours is found, too.
    let (start, end) = task.tokens;
    let from = start.saturating_sub(1);
    let around = Blaming { tokens: (from, (end + 1).min(task.article.tokens.len())), ..task.clone() };
    let Brought { rows, removed } = brought(shelved, &around, cancel)?;
    let own = start - from..end - from;
    let beside = removed.into_iter().filter(|it| own.contains(&it.word));
    Some(Blamed {
        ticket: task.ticket,
        row: task.row,
        rows: counted(rows.get(own.clone()).unwrap_or_default()),
        removed: beside.map(|it| (it.row, beginning(&it.text, SHOWN))).collect(),
    })
}

/// Counts how many words each version introduced, the newest first.
pub fn counted(words: &[usize]) -> Vec<(usize, usize)> {
    let mut rows: BTreeMap<usize, usize> = BTreeMap::new();
    for row in words {
        *rows.entry(*row).or_default() += 1;
    }
    rows.into_iter().collect()
}
