//! The costly work: collating a pair, and counting what a rule would hide.

use std::sync::Arc;

use super::worker::Craft;
use crate::app::{Answer, Event, Job, Survey, Surveyed};
use crate::boilerplate::{RuleSet, mask};
use crate::collate::{Cancel, Witness, collate};
use crate::text::{Pair, visible};

/// How a pair is collated.
pub fn collating() -> Craft<Job> {
    Craft {
        work: Box::new(collated),
        broken: |job, reason| {
            let names = job.articles.as_ref().map(|article| visible(&article.name));
            let said = format!("collating {} and {} broke off: {}", names.left, names.right, visible(reason));
            Event::Failed(job.ticket, said)
        },
    }
}

/// How it is counted what a rule would hide.
pub fn surveying() -> Craft<Survey> {
    Craft {
        work: Box::new(surveyed),
        broken: |survey, reason| {
            Event::Failed(survey.ticket, format!("counting what the rule hides broke off: {}", visible(reason)))
        },
    }
}

/// Masks and collates a pair; gives nothing where it is called off.
pub fn collated(job: &Job, cancel: &Cancel) -> Option<Event> {
    let masks = Pair::from_fn(|side| Arc::new(mask(&job.articles[side], &job.rules, &job.session[side])));
    let witnesses = Pair::from_fn(|side| Witness { article: &job.articles[side], mask: &masks[side] });
    let collation = Arc::new(collate(witnesses, cancel)?);
    Some(Event::Answered(Answer { ticket: job.ticket, masks, collation }))
}

/// Counts passages and words that the rule alone would hide in each article, none where it does not hold.
pub fn surveyed(survey: &Survey, cancel: &Cancel) -> Option<Event> {
    let rules = RuleSet { rules: vec![survey.rule.clone()] };
    let mut hidden = Vec::with_capacity(survey.articles.len());
    for article in &survey.articles {
        if cancel.is_cancelled() {
            return None;
        }
        let mask = mask(article, &rules, &[]);
        hidden.push((mask.hidden().len(), mask.hidden_words(article)));
    }
    Some(Event::Surveyed(Surveyed { ticket: survey.ticket, hidden }))
}
