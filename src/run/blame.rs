//! Blame: which version each word came from. Compares each pair of neighbouring versions, starting with the newest.

use std::collections::{BTreeMap, BTreeSet};
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

/// Finds which version introduced each of some words of a version, and what was taken out between them; `None` if cancelled.
pub fn brought(shelved: &Shelved, Blaming { row, article, tokens, .. }: &Blaming, cancel: &Cancel) -> Option<Brought> {
    let mut removed = Vec::new();
    let tokens = tokens.0..tokens.1;
    let mut rows: Vec<Option<usize>> = vec![None; tokens.len()];
    // The words whose version is not known yet: their index, and their place in the version being looked at.
    let mut open: Vec<(usize, usize)> = tokens.enumerate().collect();
    let last = shelved.shelf.rows.len().saturating_sub(1);
    let mut now = *row;
    let mut text = Some(Arc::clone(article));
    while now < last && !open.is_empty() {
        let articles = match (shelved.bring)(Pair::new(now + 1, now)) {
            // The bytes are the same, so the words have not moved.
            Ok(VersionsRead::Same) => {
                now += 1;
                continue;
            }
            Ok(VersionsRead::Texts(articles, _)) => Some(*articles),
            // A version that cannot be read introduced nothing that is known; the version after it gets the words.
            _ => None,
        };
        let Some(articles) = articles else { break };
        let newer = text.take().filter(|text| text.text == articles.right.text);
        let newer = newer.unwrap_or_else(|| Arc::new(articles.right));
        let mask = Mask::default();
        let witnesses =
            Pair::new(Witness { article: &articles.left, mask: &mask }, Witness { article: &newer, mask: &mask });
        let collation = collate_in_order(witnesses, Exactness::WORDS, cancel)?;
        let kept = kept_words(Pair::new(&articles.left, &newer), &collation);
        removed.extend(taken_out(&articles.left, &open, &kept).map(|(word, text)| Removed { word, row: now, text }));
        open.retain_mut(|(word, place)| match kept.get(*place).copied().flatten() {
            Some(older) => {
                *place = older;
                true
            }
            None => {
                if let Some(row) = rows.get_mut(*word) {
                    *row = Some(now);
                }
                false
            }
        });
        text = Some(Arc::new(articles.left));
        now += 1;
    }
    let rows = rows.into_iter().map(|row| row.unwrap_or(now)).collect();
    Some(Brought { rows, removed })
}

/// What stood in the older version between two neighbouring words that stayed neighbours, and is nowhere in the newer one: with the word
/// whose sentence it was in. `open` has the words with their places in the newer version, `kept` its words with their places in the older.
fn taken_out<'a>(
    older: &'a Article,
    open: &'a [(usize, usize)],
    kept: &'a [Option<usize>],
) -> impl Iterator<Item = (usize, String)> + 'a {
    let still: BTreeSet<usize> = kept.iter().flatten().copied().collect();
    let sentence = |token: usize| {
        let at = older.tokens.get(token).map_or(0, |token| token.span.start());
        older.sentences.get(older.sentence_at(at)).map_or(0..0, |sentence| sentence.tokens.clone())
    };
    let was = |place: usize| kept.get(place).copied().flatten();
    let neighbours = open.windows(2).filter_map(|pair| match pair {
        [one, next] => Some([Some(*one), Some(*next)]),
        _ => None,
    });
    let first = open.first().filter(|(_, place)| *place == 0).map(|word| [None, Some(*word)]);
    let last = open.last().filter(|(_, place)| place + 1 == kept.len()).map(|word| [Some(*word), None]);
    let gaps = first.into_iter().chain(neighbours).chain(last).filter_map(move |[one, next]| {
        let from = one.map_or(Some(0), |(_, place)| Some(was(place)? + 1))?;
        let to = next.map_or(Some(older.tokens.len()), |(_, place)| was(place))?;
        let apart = one.zip(next).is_some_and(|(one, next)| (one.0 + 1, one.1 + 1) != next);
        (!apart && from < to && still.range(from..to).next().is_none()).then(|| {
            // The end of the first word's sentence, and the beginning of the next one's.
            let end = one.map_or(from, |_| sentence(from - 1).end.clamp(from, to));
            let start = next.map_or(to, |_| sentence(to).start.clamp(end, to));
            [(one, from..end), (next, start..to)]
        })
    });
    gaps.flatten().filter_map(|(word, gap)| {
        let (word, _) = word?;
        let words = older.tokens.get(gap)?;
        let span = words.first()?.span.join(words.last()?.span);
        Some((word, one_line(span.of(&older.text))))
    })
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
