//! Carries out what the program asks for, off the screen's thread.

use std::io;
use std::sync::Arc;
use std::time::{Duration, Instant};

use super::arrival::Arrival;
use super::blame::blaming;
use super::clusters::{Curator, curating, listing};
use super::inbox::{Inbox, Post};
use super::job_queue::JobQueue;
use super::notes_file::noting;
use super::reading::{Named, reading, rereading};
use super::result_file::writing;
use super::rules::Keeping;
use super::saving::{Change, saving};
use super::sets::recording;
use super::shelf::fetching;
use super::state::{self, State};
use super::tasks::{collating, comparing, diffing, gathering, narrating, narrowing, searching, surveying, tracing};
use super::unkept::Unkept;
use super::workers::Workers;
use crate::app::{
    Blaming, ClusterAsk, ClusterListing, DiffJob, Event, Fetch, Gathering, Job, Narrowing, NoteChange, Quest, Reread,
    ResultFile, Review, Survey, Tracing,
};
use crate::article::Article;

/// How long a digit waits for a second one.
const SECOND_DIGIT: Duration = Duration::from_millis(500);
/// How long the program waits, after the reader has left, for rules that are still being saved.
const LAST_SAVING: Duration = Duration::from_secs(5);

/// The workers' queues, and what they have not answered yet.
pub struct World {
    collator: JobQueue<Job>,
    writer: JobQueue<ResultFile>,
    fetcher: JobQueue<Fetch>,
    blamer: JobQueue<Blaming>,
    differ: JobQueue<DiffJob>,
    gatherer: JobQueue<Gathering>,
    comparer: JobQueue<Gathering>,
    narrator: JobQueue<Gathering>,
    narrower: JobQueue<Narrowing>,
    surveyor: JobQueue<Survey>,
    searcher: JobQueue<Quest>,
    tracer: JobQueue<Tracing>,
    saver: JobQueue<Change>,
    keeper: JobQueue<Review>,
    noter: JobQueue<(u64, NoteChange)>,
    recorder: JobQueue<Vec<Arc<Article>>>,
    reader: JobQueue<u64>,
    rereader: JobQueue<Reread>,
    lister: JobQueue<ClusterListing>,
    curator: JobQueue<ClusterAsk>,
    /// What is not answered or saved yet.
    pending: Unkept,
    /// When the wait ends, and its ticket.
    waiting: Option<(Instant, u64)>,
}

/// What the workers read: the named files, and an engine's clusters if these are shown.
#[derive(Debug, Default)]
pub struct WhatIsRead {
    /// Files and folders.
    pub named: Named,
    /// The clusters.
    pub curator: Option<Curator>,
}

impl World {
    /// Starts the workers; their answers go to `inbox`.
    ///
    /// # Errors
    ///
    /// The system cannot start a thread.
    pub fn start(keeping: Keeping, state: State, what: WhatIsRead, inbox: &Post) -> io::Result<Self> {
        let WhatIsRead { named, curator } = what;
        let workers = Workers::start()?;
        let shelved = named.shelved.as_ref().map(|(shelved, _)| shelved.clone());
        Ok(Self {
            collator: JobQueue::of(collating(), &workers, inbox),
            writer: JobQueue::of(writing(), &workers, inbox),
            fetcher: JobQueue::of(fetching(shelved.clone()), &workers, inbox),
            blamer: JobQueue::of(blaming(shelved), &workers, inbox),
            differ: JobQueue::of(diffing(), &workers, inbox),
            gatherer: JobQueue::of(gathering(), &workers, inbox),
            comparer: JobQueue::of(comparing(), &workers, inbox),
            narrator: JobQueue::of(narrating(), &workers, inbox),
            narrower: JobQueue::of(narrowing(), &workers, inbox),
            tracer: JobQueue::of(tracing(), &workers, inbox),
            searcher: JobQueue::of(searching(), &workers, inbox),
            surveyor: JobQueue::of(surveying(), &workers, inbox),
            saver: JobQueue::of(saving(keeping), &workers, inbox),
            noter: JobQueue::of(noting(state.notes()), &workers, inbox),
            recorder: JobQueue::of(recording(state.set().clone()), &workers, inbox),
            keeper: JobQueue::of(state::keeping(state), &workers, inbox),
            reader: JobQueue::of(reading(named.clone()), &workers, inbox),
            rereader: JobQueue::of(rereading(named), &workers, inbox),
            lister: JobQueue::of(listing(curator.clone()), &workers, inbox),
            curator: JobQueue::of(curating(curator), &workers, inbox),
            pending: Unkept::default(),
            waiting: None,
        })
    }

    /// Reads everything named, and cancels earlier readings.
    pub fn read(&mut self, ticket: u64) {
        self.reader.ask_instead(ticket);
    }

    /// Reads an article again.
    pub fn reread(&mut self, task: Reread) {
        self.rereader.ask_instead(task);
    }

    /// Compares a pair, and cancels earlier comparisons.
    pub fn collate(&mut self, job: Job) {
        self.collator.ask_instead(job);
    }

    /// Writes the result of a diff or merge.
    pub fn write(&mut self, file: ResultFile) {
        self.writer.ask_next(file);
    }

    /// Reads two texts of the shelf, and cancels earlier ones.
    pub fn fetch(&mut self, task: Fetch) {
        self.fetcher.ask_instead(task);
    }

    /// Finds which version introduced some words, and cancels earlier requests.
    pub fn blame(&mut self, task: Blaming) {
        self.blamer.ask_instead(task);
    }

    /// Compares two versions, and cancels earlier comparisons.
    pub fn diff(&mut self, job: DiffJob) {
        self.differ.ask_instead(job);
    }

    /// Compares a pair after the earlier ones.
    pub fn collate_next(&mut self, job: Job) {
        self.collator.ask_next(job);
    }

    /// Finds the statements of all articles, and cancels earlier requests.
    pub fn gather(&mut self, gathering: Gathering) {
        self.gatherer.ask_instead(gathering);
    }

    /// Compares all articles, and cancels earlier comparisons.
    pub fn compare(&mut self, gathering: Gathering) {
        self.comparer.ask_instead(gathering);
    }

    /// Builds the synopsis, and cancels earlier ones.
    pub fn narrate(&mut self, gathering: Gathering) {
        self.narrator.ask_instead(gathering);
    }

    /// Filters a list, and cancels earlier filters.
    pub fn narrow(&mut self, narrowing: Narrowing) {
        self.narrower.ask_instead(narrowing);
    }

    /// Finds something out about all articles, and cancels earlier requests.
    pub fn survey(&mut self, survey: Survey) {
        self.surveyor.ask_instead(survey);
    }

    /// Searches for words, and cancels earlier searches.
    pub fn search(&mut self, quest: Quest) {
        self.searcher.ask_instead(quest);
    }

    /// Searches for a passage, and cancels earlier searches.
    pub fn trace(&mut self, task: Tracing) {
        self.tracer.ask_instead(task);
    }

    /// Changes a rules file, after earlier changes.
    pub fn save(&mut self, change: Change) {
        self.pending.unsaved += 1;
        self.saver.ask_next(change);
    }

    /// Saves what is reviewed.
    pub fn keep(&mut self, review: Review) {
        self.pending.unkept += 1;
        self.keeper.ask_next(review);
    }

    /// Finds which clusters there are.
    pub fn list_clusters(&mut self, listing: ClusterListing) {
        match listing {
            ClusterListing::All => self.lister.ask_instead(listing),
            ClusterListing::Groups(_) => self.lister.ask_next(listing),
        }
    }

    /// Opens a cluster or saves a decision.
    pub fn curate(&mut self, ask: ClusterAsk) {
        self.pending.unkept += usize::from(matches!(ask, ClusterAsk::Add(_)));
        self.curator.ask_next(ask);
    }

    /// Saves a change in the notes, after earlier ones.
    pub fn note(&mut self, ticket: u64, change: NoteChange) {
        self.pending.unkept += 1;
        self.noter.ask_next((ticket, change));
    }

    /// Finds what changed since these articles were last read, and saves their present content.
    pub fn record(&mut self, articles: Vec<Arc<Article>>) {
        self.recorder.ask_instead(articles);
    }

    /// Notes an answer that is passed on to the program.
    pub fn answered(&mut self, event: &Event) {
        self.pending.answered(event);
    }

    /// Begins to wait for a second digit; any earlier wait ends.
    pub fn wait(&mut self, ticket: u64, now: Instant) {
        self.waiting = Some((now + SECOND_DIGIT, ticket));
    }

    /// How long is left to wait, if it waits.
    pub fn left(&self, now: Instant) -> Option<Duration> {
        self.waiting.map(|(over, _)| over.saturating_duration_since(now))
    }

    /// Returns the end of the wait, once, when it has come.
    pub fn waited(&mut self, now: Instant) -> Option<Event> {
        let (_, ticket) = self.waiting.take_if(|(over, _)| *over <= now)?;
        Some(Event::Waited(ticket))
    }

    /// Waits for the last changes to rules files; adds one sentence to what was noticed for each that was not saved. A signal cuts it
    /// short.
    pub fn finish(mut self, inbox: &mut Inbox, now: Instant, noticed: &mut Vec<String>) {
        let deadline = now + LAST_SAVING;
        let mut cut_short = None;
        while self.pending.unsaved + self.pending.unkept > 0 && cut_short.is_none() {
            match inbox.wait(Some(deadline.saturating_duration_since(Instant::now()))) {
                Ok(Arrival::Event(event)) => self.answered(&event),
                Ok(
                    Arrival::Resized
                    | Arrival::Stopped
                    | Arrival::Continued
                    | Arrival::Background(_)
                    | Arrival::Offered(_)
                    | Arrival::Rethemed
                    | Arrival::Deaf(_)
                    | Arrival::Pointed(..),
                ) => {}
                Ok(Arrival::Ended(_)) | Err(_) => {
                    cut_short = Some("quit before the last change was saved".to_owned());
                }
            }
        }
        self.pending.tell(noticed);
        noticed.extend(cut_short);
    }
}
