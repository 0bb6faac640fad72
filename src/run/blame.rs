//! Blame: which version each word came from. Compares each pair of neighbouring versions, starting with the newest.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::job_queue::JobKind;
use super::shelf::Shelved;
use super::versions::VersionsRead;
use crate::app::{Blamed, Blaming, Event};
use crate::boilerplate::Mask;
use crate::collate::{Cancel, Exactness, Witness, collate_in_order, kept_words};
use crate::text::{Pair, visible};

/// Finds which version introduced each of some words of a version; `None` if cancelled.
pub fn brought(
    shelved: &Shelved,
    Blaming { row, article, tokens, .. }: &Blaming,
    cancel: &Cancel,
) -> Option<Vec<usize>> {
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
    Some(rows.into_iter().map(|row| row.unwrap_or(now)).collect())
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
    let words = brought(shelved, task, cancel)?;
    Some(Blamed { ticket: task.ticket, rows: counted(&words) })
}

/// Counts how many words each version introduced, the newest first.
pub fn counted(words: &[usize]) -> Vec<(usize, usize)> {
    let mut rows: BTreeMap<usize, usize> = BTreeMap::new();
    for row in words {
        *rows.entry(*row).or_default() += 1;
    }
    rows.into_iter().collect()
}
