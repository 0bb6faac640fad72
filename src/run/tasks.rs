//! The costly work: collating a pair, and counting what a rule would hide.

use std::sync::Arc;

use super::comparing::masked;
use super::worker::{Craft, Hearing};
use crate::app::{Answer, DiffJob, Event, Gathered, Gathering, Job, Masked, Survey};
use crate::boilerplate::mask;
use crate::collate::{Depth, Witness, clusters, collate_to};
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

/// How something is found out about all open articles.
pub fn surveying() -> Craft<Survey> {
    Craft {
        work: Box::new(surveyed),
        broken: |survey, reason| {
            Event::Failed(survey.ticket, format!("looking through the articles broke off: {}", visible(reason)))
        },
    }
}

/// Words of both articles from which on the wording they share is told before what they reword is found.
const LONG: usize = 40_000;

/// How it is found out which articles carry which statement.
pub fn gathering() -> Craft<Gathering> {
    Craft {
        work: Box::new(gathered),
        broken: |task, reason| {
            Event::Failed(task.ticket, format!("looking through all articles broke off: {}", visible(reason)))
        },
    }
}

/// Masks all articles and puts their statements together; gives nothing where it is called off.
pub fn gathered(task: &Gathering, hearing: &Hearing<'_>) -> Option<Event> {
    let masks = masked(task, hearing.cancel)?;
    let witnesses: Vec<Witness<'_>> =
        task.articles.iter().zip(&masks).map(|(article, mask)| Witness { article, mask }).collect();
    let clusters = Arc::new(clusters(&witnesses, hearing.cancel)?);
    Some(Event::Gathered(Gathered { ticket: task.ticket, clusters }))
}

/// How two versions are compared.
pub fn diffing() -> Craft<DiffJob> {
    Craft {
        work: Box::new(diffed),
        broken: |task, reason| {
            let names = task.articles.as_ref().map(|article| visible(&article.name));
            let said = format!("comparing {} and {} broke off: {}", names.left, names.right, visible(reason));
            Event::Failed(task.ticket, said)
        },
    }
}

/// Compares two versions; gives nothing where it is called off.
pub fn diffed(task: &DiffJob, hearing: &Hearing<'_>) -> Option<Event> {
    task.answer(hearing.cancel).map(Event::Diffed)
}

/// Masks and collates a pair; gives nothing where it is called off. What is hidden is told at once.
pub fn collated(job: &Job, hearing: &Hearing<'_>) -> Option<Event> {
    let masks = Pair::from_fn(|side| Arc::new(mask(&job.articles[side], &job.rules, &job.session[side])));
    let witnesses = Pair::from_fn(|side| Witness { article: &job.articles[side], mask: &masks[side] });
    (hearing.tell)(Event::Masked(Masked { ticket: job.ticket, masks: masks.clone() }));
    let answer = |depth: Depth| {
        let collation = Arc::new(collate_to(depth, witnesses, hearing.cancel)?);
        Some(Event::Answered(Answer { ticket: job.ticket, masks: masks.clone(), collation, depth }))
    };
    if job.articles.left.tokens.len() + job.articles.right.tokens.len() >= LONG {
        (hearing.tell)(answer(Depth::Wording)?);
    }
    answer(Depth::Statements)
}

/// Finds something out about all open articles; gives nothing where it is called off.
pub fn surveyed(survey: &Survey, hearing: &Hearing<'_>) -> Option<Event> {
    survey.answer(hearing.cancel).map(Event::Surveyed)
}
