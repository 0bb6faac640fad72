//! Carries out the expensive jobs, and reports those that fail.

use super::job_queue::{JobContext, JobKind};
use super::thread_pool::ThreadPool;
use crate::app::{DiffJob, Early, Event, FoldedArticles, Gathering, Job, Narrowing, Quest, Survey, Tracing};
use crate::article::Article;
use crate::text::{Pair, visible};

/// How a pair is collated.
pub fn collating() -> JobKind<Job> {
    JobKind {
        work: Box::new(collated),
        broken: |job, reason| {
            let what = format!("comparing {}", both(job.articles.as_ref().map(|article| &**article)));
            failed(job.ticket, &what, reason)
        },
    }
}

/// How two versions are compared.
pub fn diffing() -> JobKind<DiffJob> {
    JobKind {
        work: Box::new(|task, context| task.answer(context.cancel).map(Event::Diffed)),
        broken: |task, reason| {
            let what = format!("comparing {}", both(task.articles.as_ref().map(|article| &**article)));
            failed(task.ticket, &what, reason)
        },
    }
}

/// How something is found out about all open articles.
pub fn surveying() -> JobKind<Survey> {
    JobKind { work: Box::new(surveyed), broken: |task, reason| failed(task.ticket, "searching the articles", reason) }
}

/// How it is found out which articles carry which statement.
pub fn gathering() -> JobKind<Gathering> {
    JobKind {
        work: Box::new(|task, context| task.clusters(&ThreadPool::all_hands(), context.cancel).map(Event::Gathered)),
        broken: |task, reason| failed(task.ticket, "searching all articles", reason),
    }
}

/// How it is found out how much of each article stands in each other.
pub fn comparing() -> JobKind<Gathering> {
    JobKind { work: Box::new(compared), broken: |task, reason| failed(task.ticket, "comparing all articles", reason) }
}

/// How the story of all articles is told.
pub fn narrating() -> JobKind<Gathering> {
    JobKind { work: Box::new(narrated), broken: |task, reason| failed(task.ticket, "telling the story", reason) }
}

/// How the rows of a list are found that what is typed fits.
pub fn narrowing() -> JobKind<Narrowing> {
    JobKind {
        work: Box::new(|task, context| task.answer(context.cancel).map(Event::Narrowed)),
        broken: |task, reason| failed(task.ticket, "filtering the list", reason),
    }
}

/// How words are looked for.
pub fn searching() -> JobKind<Quest> {
    let mut folded = FoldedArticles::new();
    JobKind {
        work: Box::new(move |task, context| task.answer(&mut folded, context.cancel).map(Event::Found)),
        broken: |task, reason| failed(task.ticket, "searching", reason),
    }
}

/// How a passage is looked for.
pub fn tracing() -> JobKind<Tracing> {
    JobKind {
        work: Box::new(|task, context| task.answer(context.cancel).map(Event::Traced)),
        broken: |task, reason| failed(task.ticket, "searching", reason),
    }
}

/// Masks and collates a pair; gives nothing where it is called off. What is known early is told at once.
pub fn collated(job: &Job, context: &JobContext<'_>) -> Option<Event> {
    let tell = |early: Early| {
        (context.tell)(match early {
            Early::Masked(masked) => Event::Masked(masked),
            Early::Answered(answer) => Event::Answered(answer),
        });
    };
    job.answer(context.cancel, &tell).map(Event::Answered)
}

/// Finds something out about all open articles; gives nothing where it is called off.
pub fn surveyed(survey: &Survey, context: &JobContext<'_>) -> Option<Event> {
    survey.answer(context.cancel).map(Event::Surveyed)
}

/// Compares all articles; gives nothing where it is called off. Of many the figures are told in parts.
pub fn compared(task: &Gathering, context: &JobContext<'_>) -> Option<Event> {
    let tell = |part| (context.tell)(Event::Compared(part));
    task.compare(&ThreadPool::all_hands(), context.cancel, &tell).map(Event::Compared)
}

/// Tells the story of all articles, and meanwhile how far it is; gives nothing where it is called off.
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
