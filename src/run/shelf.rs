//! What can be compared in pairs, and how the texts are read when they are opened or measured.

use std::fmt;
use std::sync::Arc;

use anyhow::Result;

use super::job_queue::JobKind;
use super::versions::VersionsRead;
use crate::app::{Amount, ComparedShelf, CountedBlocks, DiffJob, Event, Fetch, Fetched, Shelf};
use crate::boilerplate::Rulebooks;
use crate::collate::{Cancel, Exactness, Fate};
use crate::page::Compared;
use crate::report::{Reported, describe_stat, set_aside};
use crate::text::{Pair, visible};

/// Reads two texts of the shelf, by their rows.
pub type Bring = dyn Fn(Pair<usize>) -> Result<VersionsRead> + Send + Sync;

/// A shelf, and how its texts are read.
#[derive(Clone)]
pub struct Shelved {
    /// The rows.
    pub shelf: Shelf,
    /// The rules for changes to ignore.
    pub rules: Rulebooks,
    /// Reads two texts.
    pub bring: Arc<Bring>,
}

impl Shelved {
    /// The part of it that the program shows.
    pub fn compared(&self, exactness: Exactness) -> ComparedShelf {
        ComparedShelf { shelf: self.shelf.clone(), exactness }
    }
}

impl fmt::Debug for Shelved {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("Shelved").field("shelf", &self.shelf).finish_non_exhaustive()
    }
}

/// How a worker reads and compares two texts of a shelf.
pub fn fetching(shelved: Option<Shelved>) -> JobKind<Fetch> {
    JobKind {
        work: Box::new(move |task, context| {
            shelved.as_ref().and_then(|shelved| fetched(task, shelved, context.cancel)).map(Event::Fetched)
        }),
        broken: |task, reason| Event::Failed(task.ticket, format!("comparing failed: {}", visible(reason))),
    }
}

fn fetched(task: &Fetch, shelved: &Shelved, cancel: &Cancel) -> Option<Fetched> {
    let (amount, compared) = measured(task, shelved, cancel)?;
    let compared = compared.filter(|_| task.opens);
    Some(Fetched { ticket: task.ticket, rows: task.rows, opens: task.opens, amount, compared })
}

/// Whether only one of the two folders has the file.
fn is_alone(task: &Fetch, shelved: &Shelved) -> bool {
    let fate = shelved.shelf.rows.get(task.rows.right).and_then(|row| row.fate);
    matches!(fate, Some(Fate::Added | Fate::Removed))
}

type Measured = (Amount, Option<Arc<Compared>>);

/// How much changed between two texts, and what, if anything did.
pub fn measured(task: &Fetch, shelved: &Shelved, cancel: &Cancel) -> Option<Measured> {
    let closed = |why: &str| (Amount::Closed(visible(why).into_owned()), None);
    Some(match (shelved.bring)(task.rows) {
        Err(error) => closed(&format!("{error:#}")),
        Ok(VersionsRead::Same) => (Amount::Identical, None),
        Ok(VersionsRead::Binary) => closed(if is_alone(task, shelved) { "binary" } else { "binary; the bytes differ" }),
        Ok(VersionsRead::Texts(articles, _)) => {
            let job = DiffJob {
                ticket: 0,
                articles: articles.map(Arc::new),
                session: Pair::default(),
                rules: Arc::new(shelved.rules.clone()),
                exactness: task.exactness,
                blocks: CountedBlocks::default(),
                kinds: task.opens,
            };
            let diffed = job.answer(cancel)?;
            let compared = &diffed.compared;
            if diffed.same {
                let told = match (set_aside(&Reported::of(compared)), compared.collation.marks) {
                    (Some(aside), _) => format!("nothing else that counts differs: {aside}"),
                    (None, 0) => "same words, punctuation and case".to_owned(),
                    (None, marks) => format!("no words differ; punctuation/case {marks} (not counted)"),
                };
                return Some((Amount::Same(told), None));
            }
            let amount = Amount::Changed(describe_stat(&Reported::of(compared)), compared.tally.words);
            (amount, Some(Arc::clone(compared)))
        }
    })
}
