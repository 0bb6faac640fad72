//! Reading: everything that is named, whole, away from the screen; two threads part long texts into words.

use std::io::{self, Read};
use std::panic::resume_unwind;
use std::path::PathBuf;
use std::sync::{Arc, Mutex};
use std::thread;

use super::worker::Craft;
use crate::app::{Event, Reopened, Reread};
use crate::article::{Article, Draft, Drafts, Sources, drafts};
use crate::text::visible;

/// Bytes of text from which on a second thread is worth while.
const MUCH: usize = 1 << 18;

/// What is to be read.
#[derive(Clone, Debug, Default)]
pub struct Named {
    /// Files and folders.
    pub names: Vec<PathBuf>,
    /// The sources that the reader named.
    pub sources: Sources,
    /// What was noticed besides, one sentence each, to be said after what is noticed in reading.
    pub remarks: Vec<String>,
}

/// How all that is named is read.
pub fn reading(named: Named) -> Craft<u64> {
    Craft {
        work: Box::new(move |ticket, _| Some(Event::Reopened(read(&named, *ticket)))),
        broken: |ticket, reason| Event::Failed(*ticket, format!("reading broke off: {}", visible(reason))),
    }
}

/// How single articles are read anew, which may be of a source that the reader named.
pub fn rereading(sources: Sources) -> Craft<Reread> {
    Craft {
        work: Box::new(move |task, _| Some(Event::Reopened(reread(task, &sources)))),
        broken: |task, reason| Event::Failed(task.ticket, format!("reading broke off: {}", visible(reason))),
    }
}

/// Reads articles anew; one that cannot be read stays as it was.
fn reread(task: &Reread, sources: &Sources) -> Reopened {
    let (mut articles, mut complaints) = (task.articles.clone(), Vec::new());
    for (article, path) in &task.files {
        let (mut read, told) = everything(std::slice::from_ref(path), &mut io::empty());
        sources.name(&mut read);
        complaints.extend(told.iter().map(|complaint| visible(complaint).into_owned()));
        if let (Some(new), Some(old)) = (read.into_iter().next(), articles.get_mut(*article))
            && new.text != old.text
        {
            *old = Arc::new(Article { name: old.name.clone(), origin: old.origin.clone(), ..new });
        }
    }
    Reopened { ticket: task.ticket, articles, complaints }
}

fn read(named: &Named, ticket: u64) -> Reopened {
    let (mut articles, complaints) = everything(&named.names, &mut io::empty());
    named.sources.name(&mut articles);
    let complaints = complaints.iter().chain(&named.remarks).map(|complaint| visible(complaint).into_owned());
    Reopened { ticket, articles: articles.into_iter().map(Arc::new).collect(), complaints: complaints.collect() }
}

/// Opens everything named, `-` being `stdin`; gives the articles in their order, and complaints.
pub fn everything(names: &[PathBuf], stdin: &mut dyn Read) -> (Vec<Article>, Vec<String>) {
    let Drafts { drafts, complaints } = drafts(names, stdin);
    (finished(drafts), complaints)
}

fn finished(drafts: Vec<Draft>) -> Vec<Article> {
    let much = drafts.len() > 1 && drafts.iter().map(Draft::size).sum::<usize>() >= MUCH;
    let waiting = Mutex::new(drafts.into_iter().enumerate());
    let mut done = thread::scope(|scope| {
        let other =
            much.then(|| thread::Builder::new().name("reader".to_owned()).spawn_scoped(scope, || work(&waiting)));
        let mut done = work(&waiting);
        // Where the system gives no thread, the work is done already.
        if let Some(Ok(other)) = other {
            done.extend(other.join().unwrap_or_else(|panic| resume_unwind(panic)));
        }
        done
    });
    done.sort_unstable_by_key(|(at, _)| *at);
    done.into_iter().map(|(_, article)| article).collect()
}

/// Takes drafts and finishes them until there are no more; each goes with its place in the order.
fn work(waiting: &Mutex<impl Iterator<Item = (usize, Draft)>>) -> Vec<(usize, Article)> {
    let next = || waiting.lock().ok()?.next();
    std::iter::from_fn(next).map(|(at, draft)| (at, draft.article())).collect()
}
