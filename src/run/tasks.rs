//! The costly work: each job answers for itself; here stands what carries it out, and what is said where it breaks off.

use super::thread_pool::ThreadPool;
use super::worker::{Craft, Hearing};
use crate::app::{DiffJob, Early, Event, FoldedArticles, Gathering, Job, Narrowing, Quest, Survey, Tracing};
use crate::article::Article;
use crate::text::{Pair, visible};

/// How a pair is collated.
pub fn collating() -> Craft<Job> {
    Craft {
        work: Box::new(collated),
        broken: |job, reason| {
            let what = format!("comparing {}", both(job.articles.as_ref().map(|article| &**article)));
            failed(job.ticket, &what, reason)
        },
    }
}

/// How two versions are compared.
pub fn diffing() -> Craft<DiffJob> {
    Craft {
        work: Box::new(|task, hearing| task.answer(hearing.cancel).map(Event::Diffed)),
        broken: |task, reason| {
            let what = format!("comparing {}", both(task.articles.as_ref().map(|article| &**article)));
            failed(task.ticket, &what, reason)
        },
    }
}

/// How something is found out about all open articles.
pub fn surveying() -> Craft<Survey> {
    Craft { work: Box::new(surveyed), broken: |task, reason| failed(task.ticket, "searching the articles", reason) }
}

/// How it is found out which articles carry which statement.
pub fn gathering() -> Craft<Gathering> {
    Craft {
        work: Box::new(|task, hearing| task.clusters(&ThreadPool::all_hands(), hearing.cancel).map(Event::Gathered)),
        broken: |task, reason| failed(task.ticket, "searching all articles", reason),
    }
}

/// How it is found out how much of each article stands in each other.
pub fn comparing() -> Craft<Gathering> {
    Craft { work: Box::new(compared), broken: |task, reason| failed(task.ticket, "comparing all articles", reason) }
}

/// How the story of all articles is told.
pub fn narrating() -> Craft<Gathering> {
    Craft { work: Box::new(narrated), broken: |task, reason| failed(task.ticket, "telling the story", reason) }
}

/// How the rows of a list are found that what is typed fits.
pub fn narrowing() -> Craft<Narrowing> {
    Craft {
        work: Box::new(|task, hearing| task.answer(hearing.cancel).map(Event::Narrowed)),
        broken: |task, reason| failed(task.ticket, "filtering the list", reason),
    }
}

/// How words are looked for.
pub fn searching() -> Craft<Quest> {
    let mut folded = FoldedArticles::new();
    Craft {
        work: Box::new(move |task, hearing| task.answer(&mut folded, hearing.cancel).map(Event::Found)),
        broken: |task, reason| failed(task.ticket, "searching", reason),
    }
}

/// How a passage is looked for.
pub fn tracing() -> Craft<Tracing> {
    Craft {
        work: Box::new(|task, hearing| task.answer(hearing.cancel).map(Event::Traced)),
        broken: |task, reason| failed(task.ticket, "searching", reason),
    }
}

/// Masks and collates a pair; gives nothing where it is called off. What is known early is told at once.
pub fn collated(job: &Job, hearing: &Hearing<'_>) -> Option<Event> {
    let tell = |early: Early| {
        (hearing.tell)(match early {
            Early::Masked(masked) => Event::Masked(masked),
            Early::Answered(answer) => Event::Answered(answer),
        });
    };
    job.answer(hearing.cancel, &tell).map(Event::Answered)
}

/// Finds something out about all open articles; gives nothing where it is called off.
pub fn surveyed(survey: &Survey, hearing: &Hearing<'_>) -> Option<Event> {
    survey.answer(hearing.cancel).map(Event::Surveyed)
}

/// Compares all articles; gives nothing where it is called off. Of many the figures are told in parts.
pub fn compared(task: &Gathering, hearing: &Hearing<'_>) -> Option<Event> {
    let tell = |part| (hearing.tell)(Event::Compared(part));
    task.compare(&ThreadPool::all_hands(), hearing.cancel, &tell).map(Event::Compared)
}

/// Tells the story of all articles, and meanwhile how far it is; gives nothing where it is called off.
fn narrated(task: &Gathering, hearing: &Hearing<'_>) -> Option<Event> {
    let tell = |part| (hearing.tell)(Event::Narrated(part));
    task.narrate(&ThreadPool::all_hands(), hearing.cancel, &tell).map(Event::Narrated)
}

fn failed(ticket: u64, what: &str, reason: &str) -> Event {
    Event::Failed(ticket, format!("{what} failed: {}", visible(reason)))
}

fn both(articles: Pair<&Article>) -> String {
    let names = articles.map(|article| visible(&article.name));
    format!("{} and {}", names.left, names.right)
}
