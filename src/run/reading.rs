//! Reading: everything that is named, whole, away from the screen, or one article anew.

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::job_queue::JobKind;
use super::loader::{Everything, everything};
use super::opening::Openers;
use super::shelf::Shelved;
use crate::app::{Event, Reopened, Reread};
use crate::article::{Article, Sources};
use crate::collate::Exactness;
use crate::curation::Rulings;
use crate::text::visible;

/// What is to be read.
#[derive(Clone, Debug, Default)]
pub struct Named {
    /// Files and folders.
    pub names: Vec<PathBuf>,
    /// The sources that the reader named.
    pub sources: Sources,
    /// How they are read.
    pub openers: Openers,
    /// What is compared two by two instead, and what counts there.
    pub shelved: Option<(Shelved, Exactness)>,
    /// What was noticed besides, one sentence each, to be said after what is noticed in reading.
    pub remarks: Vec<String>,
    /// What somebody decided of sentences and articles.
    pub rulings: Arc<Rulings>,
}

/// How all that is named is read.
pub fn reading(named: Named) -> JobKind<u64> {
    JobKind {
        work: Box::new(move |ticket, _| Some(Event::Reopened(read(&named, *ticket)))),
        broken: |ticket, reason| Event::Failed(*ticket, format!("reading failed: {}", visible(reason))),
    }
}

/// How single articles are read anew.
pub fn rereading(named: Named) -> JobKind<Reread> {
    JobKind {
        work: Box::new(move |task, _| Some(Event::Reopened(reread(task, &named)))),
        broken: |task, reason| Event::Failed(task.ticket, format!("reading failed: {}", visible(reason))),
    }
}

/// Reads articles anew; one that cannot be read stays as it was.
fn reread(task: &Reread, named: &Named) -> Reopened {
    let (mut articles, mut complaints) = (task.articles.clone(), Vec::new());
    // Several articles may stand in one file, which is read once.
    let mut files: BTreeMap<&Path, BTreeMap<Option<PathBuf>, Article>> = BTreeMap::new();
    for (at, path) in &task.files {
        let Some(old) = articles.get_mut(*at) else { continue };
        let path =
            if path.exists() { path } else { task.articles.get(*at).and_then(|it| it.origin.file()).unwrap_or(path) };
        let read = files.entry(path).or_insert_with(|| {
            let mut read = everything(std::slice::from_ref(path), &mut io::empty(), named.openers.how());
            named.sources.name(&mut read.articles);
            complaints.extend(read.complaints.iter().map(|complaint| visible(complaint).into_owned()));
            read.articles.into_iter().map(|article| (article.origin.place().cloned(), article)).collect()
        });
        let new = match read.remove(&old.origin.place().cloned()) {
            // What stood there alone may stand beside others now.
            None if !old.origin.is_part() => read.pop_first().map(|(_, first)| first),
            new => new,
        };
        if let Some(new) = new.filter(|new| new.text != old.text || new.disk != old.disk || new.meta != old.meta) {
            *old = Arc::new(Article { name: old.name.clone(), origin: old.origin.clone(), ..new });
        }
    }
    Reopened { ticket: task.ticket, articles, complaints }
}

fn read(named: &Named, ticket: u64) -> Reopened {
    let Everything { mut articles, complaints, notices } =
        everything(&named.names, &mut io::empty(), named.openers.how());
    named.sources.name(&mut articles);
    let mut idle = Rulings::clone(&named.rulings).renamed(&articles).idle(&articles);
    (idle.sentences, idle.whole) = (0, 0);
    let noticed = complaints.iter().chain(&notices).chain(&named.remarks).cloned().chain(idle.said());
    let complaints = noticed.map(|complaint| visible(&complaint).into_owned());
    Reopened { ticket, articles: articles.into_iter().map(Arc::new).collect(), complaints: complaints.collect() }
}
