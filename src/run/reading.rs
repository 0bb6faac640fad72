//! Reads everything named again, or single articles, off the screen's thread.

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

/// What to read.
#[derive(Clone, Debug, Default)]
pub struct Named {
    /// Files and folders.
    pub names: Vec<PathBuf>,
    /// The sources that the reader named.
    pub sources: Sources,
    /// How they are read.
    pub openers: Openers,
    /// Versions to compare two by two instead, and which differences count.
    pub shelved: Option<(Shelved, Exactness)>,
    /// Other remarks, one sentence each, to follow those from reading.
    pub remarks: Vec<String>,
    /// Decisions on sentences and articles.
    pub rulings: Arc<Rulings>,
}

/// How a worker reads everything named.
pub fn reading(named: Named) -> JobKind<u64> {
    JobKind {
        work: Box::new(move |ticket, _| Some(Event::Reopened(read(&named, *ticket)))),
        broken: |ticket, reason| Event::Failed(*ticket, format!("reading failed: {}", visible(reason))),
    }
}

/// How a worker reads single articles again.
pub fn rereading(named: Named) -> JobKind<Reread> {
    JobKind {
        work: Box::new(move |task, _| Some(Event::Reopened(reread(task, &named)))),
        broken: |task, reason| Event::Failed(task.ticket, format!("reading failed: {}", visible(reason))),
    }
}

/// Reads articles again; one that cannot be read stays unchanged.
fn reread(task: &Reread, named: &Named) -> Reopened {
    let (mut articles, mut complaints) = (task.articles.clone(), Vec::new());
    // Several articles may be in one file, which is read once.
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
            // An article that was alone in its file may now have company.
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
