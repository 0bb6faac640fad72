//! Carries out what the program asks for, off the screen's thread.

use std::io;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender};
use std::time::{Duration, Instant};

use super::arrival::Arrival;
use super::blame::blaming;
use super::clusters::{Curator, curating, listing};
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
/// How long the program stays, after the reader has left, for rules that are still being saved.
const LAST_SAVING: Duration = Duration::from_secs(5);

/// What is asked of the workers, and what they have not answered yet.
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
    /// What is not answered or kept yet.
    pending: Unkept,
    /// When the wait is over, and its ticket.
    waiting: Option<(Instant, u64)>,
}

/// What workers read: what was named, and an engine's clusters where these are gone through.
#[derive(Debug, Default)]
pub struct WhatIsRead {
    /// Files and folders.
    pub named: Named,
    /// The clusters.
    pub curator: Option<Curator>,
}

impl World {
    /// Starts the workers; what they find goes to `inbox`.
    ///
    /// # Errors
    ///
    /// The system gives no thread.
    pub fn start(keeping: Keeping, state: State, what: WhatIsRead, inbox: &Sender<Arrival>) -> io::Result<Self> {
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

    /// Reads all that is named in place of any reading before.
    pub fn read(&mut self, ticket: u64) {
        self.reader.ask_instead(ticket);
    }

    /// Reads one article anew.
    pub fn reread(&mut self, task: Reread) {
        self.rereader.ask_instead(task);
    }

    /// Collates in place of any collation before.
    pub fn collate(&mut self, job: Job) {
        self.collator.ask_instead(job);
    }

    /// Writes the result of taking over.
    pub fn write(&mut self, file: ResultFile) {
        self.writer.ask_next(file);
    }

    /// Reads two texts of the shelf in place of any others before.
    pub fn fetch(&mut self, task: Fetch) {
        self.fetcher.ask_instead(task);
    }

    /// Finds which version brought some words, in place of any others before.
    pub fn blame(&mut self, task: Blaming) {
        self.blamer.ask_instead(task);
    }

    /// Compares two versions in place of any others before.
    pub fn diff(&mut self, job: DiffJob) {
        self.differ.ask_instead(job);
    }

    /// Collates after any collation before.
    pub fn collate_next(&mut self, job: Job) {
        self.collator.ask_next(job);
    }

    /// Looks through all articles in place of any look before.
    pub fn gather(&mut self, gathering: Gathering) {
        self.gatherer.ask_instead(gathering);
    }

    /// Compares all articles in place of any comparison before.
    pub fn compare(&mut self, gathering: Gathering) {
        self.comparer.ask_instead(gathering);
    }

    /// Tells the story of all articles in place of any before.
    pub fn narrate(&mut self, gathering: Gathering) {
        self.narrator.ask_instead(gathering);
    }

    /// Looks through a list in place of any look before.
    pub fn narrow(&mut self, narrowing: Narrowing) {
        self.narrower.ask_instead(narrowing);
    }

    /// Counts in place of any count before.
    pub fn survey(&mut self, survey: Survey) {
        self.surveyor.ask_instead(survey);
    }

    /// Looks for words in place of any looked for before.
    pub fn search(&mut self, quest: Quest) {
        self.searcher.ask_instead(quest);
    }

    /// Looks for a passage in place of any looked for before.
    pub fn trace(&mut self, task: Tracing) {
        self.tracer.ask_instead(task);
    }

    /// Changes the rules file after any change before.
    pub fn save(&mut self, change: Change) {
        self.pending.unsaved += 1;
        self.saver.ask_next(change);
    }

    /// Keeps what is reviewed.
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

    /// Opens a cluster or keeps a decision.
    pub fn curate(&mut self, ask: ClusterAsk) {
        self.pending.unkept += usize::from(matches!(ask, ClusterAsk::Add(_)));
        self.curator.ask_next(ask);
    }

    /// Keeps a change in the notes after any before.
    pub fn note(&mut self, ticket: u64, change: NoteChange) {
        self.pending.unkept += 1;
        self.noter.ask_next((ticket, change));
    }

    /// Finds out what has changed since these articles were last read, and keeps what they hold now.
    pub fn record(&mut self, articles: Vec<Arc<Article>>) {
        self.recorder.ask_instead(articles);
    }

    /// Takes note of an answer that is passed on to the program.
    pub fn answered(&mut self, event: &Event) {
        self.pending.answered(event);
    }

    /// Begins to wait for a second digit; any wait before is off.
    pub fn wait(&mut self, ticket: u64, now: Instant) {
        self.waiting = Some((now + SECOND_DIGIT, ticket));
    }

    /// How long there is still to wait, if there is anything to wait for.
    pub fn left(&self, now: Instant) -> Option<Duration> {
        self.waiting.map(|(over, _)| over.saturating_duration_since(now))
    }

    /// The end of the wait, once, when it has come.
    pub fn waited(&mut self, now: Instant) -> Option<Event> {
        let (_, ticket) = self.waiting.take_if(|(over, _)| *over <= now)?;
        Some(Event::Waited(ticket))
    }

    /// Lets the last changes to the rules file be made; adds to what was noticed one sentence for each of all that was not. A signal
    /// cuts it short.
    pub fn finish(mut self, inbox: &Receiver<Arrival>, now: Instant, noticed: &mut Vec<String>) {
        let deadline = now + LAST_SAVING;
        let mut cut_short = None;
        while self.pending.unsaved + self.pending.unkept > 0 && cut_short.is_none() {
            match inbox.recv_timeout(deadline.saturating_duration_since(Instant::now())) {
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
