//! What comes in from the world, and what is asked of it.

use std::ops::Range;
use std::path::PathBuf;
use std::sync::Arc;

use super::carry::Edit;
use super::diff_job::{DiffJob, Diffed};
use super::geometry::Size;
use super::key::Key;
use super::notes::{NoteChange, Noted};
use super::pointer::{Gesture, Target};
use super::reviewed::Review;
use super::rows::{Narrowed, Narrowing};
use super::since::{OnDisk, Since};
use super::steps::Step;
use super::survey::{Survey, Surveyed};
use crate::article::Article;
use crate::boilerplate::{Mask, Rule, RuleId, RuleSet, Rulebooks};
use crate::collate::{Clusters, Collation, Depth, Matrix, Trace};
use crate::text::{Pair, Span};

/// Something that happened.
#[derive(Clone, Debug)]
pub enum Event {
    /// A key was pressed.
    Key(Key),
    /// Text was pasted, which never acts as keys.
    Pasted(String),
    /// Something is done with the mouse.
    Pointed(Target, Gesture),
    /// The screen has another size.
    Resized(Size),
    /// All that is named was read.
    Reopened(Reopened),
    /// It is known what is hidden of a pair; what it shares is still being found.
    Masked(Masked),
    /// A job is done, or part of it.
    Answered(Answer),
    /// Something is found out about all open articles.
    Surveyed(Surveyed),
    /// It is known which articles carry which statement.
    Gathered(Gathered),
    /// It is known how much of each open article stands in each other, or part of it.
    Compared(Compared),
    /// It is known which rows of a list are left.
    Narrowed(Narrowed),
    /// It is known where the words stand that are looked for.
    Found(Hits),
    /// It is known where a passage stands elsewhere.
    Traced(Traced),
    /// The editor has left the article of this index; where it could not be opened or failed, the reason, in one sentence.
    Edited(usize, Result<(), String>),
    /// It is known what changed from one version to the other.
    Diffed(Diffed),
    /// What was to be copied was not; the reason, in one sentence.
    NotCopied(String),
    /// A rule was saved or taken out, or could not be.
    Saved(Saved),
    /// A mark is kept for the next time, or could not be; then the reason, in one sentence.
    Kept(Result<(), String>),
    /// A note is kept for the next time, or is not.
    Noted(Noted),
    /// It is known what has changed since the articles were last read.
    Since(Since),
    /// The rules file was changed, perhaps by something else; the rules as they are there now, or why they cannot be read.
    RulesOnDisk(Result<Written, String>),
    /// Something was done on the disk.
    OnDisk(OnDisk),
    /// The wait with this ticket is over.
    Waited(u64),
    /// The work with this ticket broke off; the reason, in one sentence.
    Failed(u64, String),
}

/// Something to be done in the world.
#[derive(Clone, Debug)]
pub enum Effect {
    /// Read all that is named, whole, and answer with [`Event::Reopened`] and this ticket.
    Read(u64),
    /// Collate; the newest job wins.
    Collate(Job),
    /// Compare two versions; the newest wins.
    Diff(DiffJob),
    /// Collate after the jobs before, and with them called off by a newer [`Effect::Collate`].
    CollateNext(Job),
    /// Find something out about all open articles; the newest wins.
    Survey(Survey),
    /// Find which of all open articles carry which statement; the newest wins.
    Gather(Gathering),
    /// Find how much of each open article stands in each other; the newest wins.
    Compare(Gathering),
    /// Find which rows of a list what is typed fits; the newest wins.
    Narrow(Narrowing),
    /// Look for words; the newest wins.
    Search(Quest),
    /// Look for a passage in all articles; the newest wins.
    Trace(Tracing),
    /// Put a text on the reader's clipboard; answers only where that fails, with [`Event::NotCopied`].
    Copy(String),
    /// Open a file in the reader's editor, and answer with [`Event::Edited`].
    Edit(Edit),
    /// Read single articles anew, and answer with [`Event::Reopened`].
    Reread(Reread),
    /// Write a rule to this rules file.
    Save(PathBuf, Rule),
    /// Keep that something is reviewed, or that it is not.
    Keep(Review),
    /// Make a change in the notes file, and answer with [`Event::Noted`] and this ticket.
    Note(u64, NoteChange),
    /// Take a rule out of this rules file.
    Remove(PathBuf, RuleId),
    /// Make a step in this rules file, and answer with this number; the step that takes it back tells what it was made on.
    Step(u64, PathBuf, Step, Option<Step>),
    /// Answer with [`Event::Waited`] after the time in which a second key makes a digit a count.
    Wait(u64),
    /// Hear the mouse, or leave it to the terminal.
    Mouse(bool),
    /// Go back to the shell until it calls.
    Suspend,
    /// End.
    Quit,
}

/// All articles, read whole, to take the place of those that are open.
#[derive(Clone, Debug)]
pub struct Reopened {
    /// The reading's ticket.
    pub ticket: u64,
    /// In the order of their digits; not one where nothing could be opened.
    pub articles: Vec<Arc<Article>>,
    /// What was noticed meanwhile, one sentence each, safe to show.
    pub complaints: Vec<String>,
}

/// A pair to collate.
#[derive(Clone, Debug)]
pub struct Job {
    /// Which job it is; an answer to an older one is dropped.
    pub ticket: u64,
    /// The articles.
    pub articles: Pair<Arc<Article>>,
    /// What the reader hid in each, for this session.
    pub session: Pair<Vec<Span>>,
    /// The rules in force.
    pub rules: Arc<Rulebooks>,
}

/// What is hidden of a pair.
#[derive(Clone, Debug)]
pub struct Masked {
    /// The job's ticket.
    pub ticket: u64,
    /// What is hidden of each article.
    pub masks: Pair<Arc<Mask>>,
}

/// What came of a job.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The job's ticket.
    pub ticket: u64,
    /// What is hidden of each article.
    pub masks: Pair<Arc<Mask>>,
    /// What the two share.
    pub collation: Arc<Collation>,
    /// How far it was looked for; after anything but all, more will come.
    pub depth: Depth,
}

/// All open articles, to find out which carry which statement, or how much of each stands in each other.
#[derive(Clone, Debug)]
pub struct Gathering {
    /// Which gathering it is; an answer to an older one is dropped.
    pub ticket: u64,
    /// The open articles.
    pub articles: Vec<Arc<Article>>,
    /// What the reader hid in each, for this session.
    pub session: Vec<Vec<Span>>,
    /// The rules in force.
    pub rules: Arc<Rulebooks>,
}

/// Which articles carry which statement.
#[derive(Clone, Debug)]
pub struct Gathered {
    /// The gathering's ticket.
    pub ticket: u64,
    /// The statements of all open articles.
    pub clusters: Arc<Clusters>,
}

/// How much of each open article stands in each other, as far as it is known.
#[derive(Clone, Debug)]
pub struct Compared {
    /// The ticket of what was asked.
    pub ticket: u64,
    /// What is known.
    pub matrix: Arc<Matrix>,
    /// Articles, the first ones, of which every two have been compared.
    pub settled: usize,
    /// The articles so that families stand together, once all are compared.
    pub order: Option<Vec<usize>>,
}

/// Words to look for.
#[derive(Clone, Debug)]
pub struct Quest {
    /// Which quest it is; an answer to an older one is dropped.
    pub ticket: u64,
    /// The words as they were typed.
    pub query: String,
    /// The open articles.
    pub articles: Vec<Arc<Article>>,
}

/// Where the words stand.
#[derive(Clone, Debug)]
pub struct Hits {
    /// The quest's ticket.
    pub ticket: u64,
    /// Where they stand in each article, in order.
    pub hits: Arc<Vec<Vec<Span>>>,
}

/// A passage to look for.
#[derive(Clone, Debug)]
pub struct Tracing {
    /// Which one it is; an answer to an older one is dropped.
    pub ticket: u64,
    /// The article in which it stands, by its index.
    pub article: usize,
    /// Its words, as indexes into the article's tokens.
    pub tokens: Range<usize>,
    /// The open articles.
    pub articles: Vec<Arc<Article>>,
}

/// Where a passage stands elsewhere.
#[derive(Clone, Debug)]
pub struct Traced {
    /// The ticket of what was asked.
    pub ticket: u64,
    /// The article in which the passage stands, by its index.
    pub article: usize,
    /// Its words, as indexes into the article's tokens.
    pub tokens: Range<usize>,
    /// Where else it stands.
    pub traces: Vec<Trace>,
}

/// Articles to read anew.
#[derive(Clone, Debug)]
pub struct Reread {
    /// The reading's ticket.
    pub ticket: u64,
    /// The articles, by their indexes, and their files.
    pub files: Vec<(usize, PathBuf)>,
    /// The open articles.
    pub articles: Vec<Arc<Article>>,
}

/// What stands in a rules file after a change to it.
#[derive(Clone, Debug, Default)]
pub struct Written {
    /// The file.
    pub file: PathBuf,
    /// The rules.
    pub rules: RuleSet,
    /// The line with which each begins, from 1.
    pub lines: Vec<usize>,
}

/// What came of a change to a rules file.
#[derive(Clone, Debug)]
pub enum Saved {
    /// The rule is in the file.
    Added {
        /// The id with which it was to be saved.
        asked: RuleId,
        /// The id it has there, another one where that was taken.
        id: RuleId,
        /// The rules that are there now, others' included.
        written: Written,
    },
    /// The rule is out of the file; these are left.
    Removed(RuleId, Written),
    /// The rule to be taken out was never saved; the file was left as it was.
    NeverThere(RuleId),
    /// The file was left as it was; the reason, in one sentence.
    NotAdded(RuleId, String),
    /// The file was left as it was; the reason, in one sentence.
    NotRemoved(RuleId, String),
    /// The step of this number is made; these are the rules now.
    Stepped(u64, Written),
    /// The file was left as it was; the reason, in one sentence.
    NotStepped(u64, String),
}
