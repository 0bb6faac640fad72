//! Carries out the expensive jobs, and reports those that fail.

use super::job_queue::{JobContext, JobKind};
use super::thread_pool::ThreadPool;
use crate::app::{DiffJob, Early, Event, FoldedArticles, Gathering, Job, Narrowing, Quest, Survey, Tracing};
use crate::article::Article;
use crate::text::{Pair, visible};

/// How a worker compares a pair.
pub fn collating() -> JobKind<Job> {
    JobKind {
        work: Box::new(collated),
        broken: |job, reason| {
            let what = format!("comparing {}", both(job.articles.as_ref().map(|article| &**article)));
            failed(job.ticket, &what, reason)
        },
    }
}

/// How a worker compares two versions.
pub fn diffing() -> JobKind<DiffJob> {
    JobKind {
        work: Box::new(|task, context| task.answer(context.cancel).map(Event::Diffed)),
        broken: |task, reason| {
            let what = format!("comparing {}", both(task.articles.as_ref().map(|article| &**article)));
            failed(task.ticket, &what, reason)
        },
    }
}

/// How a worker finds something out about all open articles.
pub fn surveying() -> JobKind<Survey> {
    JobKind { work: Box::new(surveyed), broken: |task, reason| failed(task.ticket, "searching the articles", reason) }
}

/// How a worker finds which articles have which statement.
pub fn gathering() -> JobKind<Gathering> {
    JobKind {
        work: Box::new(|task, context| task.clusters(&ThreadPool::all_hands(), context.cancel).map(Event::Gathered)),
        broken: |task, reason| failed(task.ticket, "searching all articles", reason),
    }
}

/// How a worker measures how much of each article is in each other.
pub fn comparing() -> JobKind<Gathering> {
    JobKind { work: Box::new(compared), broken: |task, reason| failed(task.ticket, "comparing all articles", reason) }
}

/// How a worker builds the synopsis.
pub fn narrating() -> JobKind<Gathering> {
    JobKind { work: Box::new(narrated), broken: |task, reason| failed(task.ticket, "telling the story", reason) }
}

/// How a worker finds the rows of a list that match what is typed.
pub fn narrowing() -> JobKind<Narrowing> {
    JobKind {
        work: Box::new(|task, context| task.answer(context.cancel).map(Event::Narrowed)),
        broken: |task, reason| failed(task.ticket, "filtering the list", reason),
    }
}

/// How a worker searches for words.
pub fn searching() -> JobKind<Quest> {
    let mut folded = FoldedArticles::new();
    JobKind {
        work: Box::new(move |task, context| task.answer(&mut folded, context.cancel).map(Event::Found)),
        broken: |task, reason| failed(task.ticket, "searching", reason),
    }
}

/// How a worker searches for a passage.
pub fn tracing() -> JobKind<Tracing> {
    JobKind {
        work: Box::new(|task, context| task.answer(context.cancel).map(Event::Traced)),
        broken: |task, reason| failed(task.ticket, "searching", reason),
    }
}

/// Masks and compares a pair; `None` if it is cancelled. Sends early results at once.
pub fn collated(job: &Job, context: &JobContext<'_>) -> Option<Event> {
    let tell = |early: Early| {
        (context.tell)(match early {
            Early::Masked(masked) => Event::Masked(masked),
            Early::Answered(answer) => Event::Answered(answer),
        });
    };
    job.answer(context.cancel, &tell).map(Event::Answered)
}

/// Finds something out about all open articles; `None` if it is cancelled.
pub fn surveyed(survey: &Survey, context: &JobContext<'_>) -> Option<Event> {
    survey.answer(context.cancel).map(Event::Surveyed)
}

/// Compares all articles; `None` if it is cancelled. Sends the figures of many articles in parts.
pub fn compared(task: &Gathering, context: &JobContext<'_>) -> Option<Event> {
    let tell = |part| (context.tell)(Event::Compared(part));
    task.compare(&ThreadPool::all_hands(), context.cancel, &tell).map(Event::Compared)
}

/// Builds the synopsis and reports progress; `None` if it is cancelled.
fn narrated(task: &Gathering, context: &JobContext<'_>) -> Option<Event> {
    let tell = |part| (context.tell)(Event::Narrated(part));
    task.narrate(&ThreadPool::all_hands(), context.cancel, &tell).map(Event::Narrated)
}

fn failed(ticket: u64, what: &str, reason: &str) -> Event {
    Event::Failed(ticket, format!("{what} failed: {}", visible(reason)))
}

fn both(articles: Pair<&Article>) -> String {
    let names = articles.map(|article| visible(&article.name));
    format!("{} and {}", names.left, names.right)
}
