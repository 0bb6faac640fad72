//! Comparing: how much of every open article stands in every other, told in parts as it is found.

use std::sync::Arc;

use super::crew::Crew;
use super::worker::{Craft, Hearing};
use crate::app::{Compared, Event, Gathering, Narrowing};
use crate::boilerplate::{Mask, Sieve};
use crate::collate::{Cancel, Census, Witness, by_likeness};
use crate::text::visible;

/// Articles from which on the figures are told in parts, and in how many.
const MANY: usize = 300;
const PARTS: usize = 10;
/// Articles that are masked before it is seen again whether anybody still waits.
const TOGETHER: usize = 64;

/// How it is found out how much of each article stands in each other.
pub fn comparing() -> Craft<Gathering> {
    Craft {
        work: Box::new(compared),
        broken: |task, reason| {
            Event::Failed(task.ticket, format!("comparing all articles broke off: {}", visible(reason)))
        },
    }
}

/// How the rows of a list are found that what is typed fits.
pub fn narrowing() -> Craft<Narrowing> {
    Craft {
        work: Box::new(|task, hearing| task.answer(hearing.cancel).map(Event::Narrowed)),
        broken: |task, reason| {
            Event::Failed(task.ticket, format!("looking through the list broke off: {}", visible(reason)))
        },
    }
}

/// Masks all articles and compares every two of them; gives nothing where it is called off.
pub fn compared(task: &Gathering, hearing: &Hearing<'_>) -> Option<Event> {
    let masks = masked(task, hearing.cancel)?;
    let each = task.articles.iter().zip(&masks);
    let witnesses: Vec<Witness<'_>> = each.map(|(article, mask)| Witness { article, mask }).collect();
    let census = Census::new(&witnesses);
    let crew = Crew::all_hands();
    let grams = crew.share(&crew.shards(1), |shard| census.grams(*shard, hearing.cancel))?;
    let index = census.index(grams);
    let all = witnesses.len();
    let parts = if all < MANY { 1 } else { PARTS };
    let shards = crew.shards(parts);
    let mut cells = Vec::new();
    for (part, shards) in shards.chunks(shards.len().div_ceil(parts)).enumerate() {
        cells.extend(crew.share(shards, |shard| index.cells(*shard, hearing.cancel))?.concat());
        if part + 1 < parts {
            let matrix = Arc::new(index.so_far(&cells));
            let settled = all * (part + 1) / parts;
            (hearing.tell)(Event::Compared(Compared { ticket: task.ticket, matrix, settled, order: None }));
        }
    }
    let matrix = Arc::new(index.matrix(vec![cells]));
    let names: Vec<&str> = task.articles.iter().map(|article| article.name.as_str()).collect();
    let order = Some(by_likeness(&matrix, &names, hearing.cancel)?);
    Some(Event::Compared(Compared { ticket: task.ticket, matrix, settled: all, order }))
}

/// Gives what is hidden of each article; nothing once `cancel` is raised.
pub fn masked(task: &Gathering, cancel: &Cancel) -> Option<Vec<Mask>> {
    let sieve = Sieve::over(&task.rules);
    let each: Vec<_> = task.articles.iter().zip(&task.session).collect();
    let some: Vec<&[_]> = each.chunks(TOGETHER).collect();
    let masks = Crew::all_hands().share(&some, |some| {
        let mask = |(article, session): &(&Arc<_>, &Vec<_>)| sieve.mask(article, session);
        (!cancel.is_cancelled()).then(|| some.iter().map(mask).collect::<Vec<Mask>>())
    })?;
    Some(masks.into_iter().flatten().collect())
}
