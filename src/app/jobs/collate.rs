//! Compares a pair.

use std::sync::Arc;

use crate::article::Article;
use crate::boilerplate::{Mask, Rulebooks, mask};
use crate::collate::{Cancel, Collation, DecidedPair, Depth, Witness, collate_to, overrule, tell_kinds};
use crate::text::{Pair, Span};

/// A pair to compare.
#[derive(Clone, Debug)]
pub struct Job {
    /// The number of the job; answers to older ones are dropped.
    pub ticket: u64,
    /// The articles.
    pub articles: Pair<Arc<Article>>,
    /// What the reader hid in each, for this session.
    pub session: Pair<Vec<Span>>,
    /// The decisions on their sentences.
    pub decided: Vec<DecidedPair>,
    /// The rules in force.
    pub rules: Arc<Rulebooks>,
}

/// What is hidden in a pair.
#[derive(Clone, Debug)]
pub struct Masked {
    /// The job's ticket.
    pub ticket: u64,
    /// What is hidden in each article.
    pub masks: Pair<Arc<Mask>>,
}

/// The answer to a job.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The job's ticket.
    pub ticket: u64,
    /// What is hidden in each article.
    pub masks: Pair<Arc<Mask>>,
    /// What the two share.
    pub collation: Arc<Collation>,
    /// How far the comparison has come; unless this is all, more will follow.
    pub depth: Depth,
}

/// The number of words in both articles from which shared wording is reported before rewording is found.
const LONG: usize = 40_000;

/// A part of the answer that is sent before the whole is known.
#[derive(Clone, Debug)]
pub enum Early {
    /// What is hidden.
    Masked(Masked),
    /// The wording that the two share.
    Answered(Answer),
}

impl Job {
    /// Masks and compares the pair; sends at once what is hidden and, for long texts, the shared wording. `None` if cancelled.
    pub fn answer(&self, cancel: &Cancel, tell: &dyn Fn(Early)) -> Option<Answer> {
        let masks = Pair::from_fn(|side| Arc::new(mask(&self.articles[side], &self.rules, &self.session[side])));
        let witnesses = Pair::from_fn(|side| Witness { article: &self.articles[side], mask: &masks[side] });
        tell(Early::Masked(Masked { ticket: self.ticket, masks: masks.clone() }));
        let answer = |depth: Depth| {
            let mut collation = collate_to(depth, witnesses, cancel)?;
            overrule(&mut collation, witnesses, &self.decided);
            if depth == Depth::Statements {
                tell_kinds(witnesses.map(|witness| witness.article), &mut collation, cancel);
            }
            let collation = Arc::new(collation);
            (!cancel.is_cancelled()).then(|| Answer { ticket: self.ticket, masks: masks.clone(), collation, depth })
        };
        if self.articles.left.tokens.len() + self.articles.right.tokens.len() >= LONG {
            tell(Early::Answered(answer(Depth::Wording)?));
        }
        answer(Depth::Statements)
    }
}
