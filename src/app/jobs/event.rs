//! Events from the world outside, and requests to it.

use std::path::PathBuf;

use super::clusters::ClusterAsk;
use super::clusters::ClusterListing;
use super::clusters::ClusterNews;
use super::collate::Answer;
use super::collate::Job;
use super::collate::Masked;
use super::diff::DiffJob;
use super::diff::Diffed;
use super::edit::Edit;
use super::narrow::Narrowed;
use super::narrow::Narrowing;
use super::reading::Reopened;
use super::reading::Reread;
use super::result_file::ResultFile;
use super::saving::Saved;
use super::saving::Written;
use super::search::Hits;
use super::search::Quest;
use super::set::Compared;
use super::set::Gathered;
use super::set::Gathering;
use super::shelf::{Blamed, Blaming, Fetch, Fetched};
use super::story::Narrated;
use super::survey::Survey;
use super::survey::Surveyed;
use super::trace::Traced;
use super::trace::Tracing;
use crate::app::keys::Key;
use crate::app::layout::Gesture;
use crate::app::layout::Size;
use crate::app::layout::Target;
use crate::app::memory::NoteChange;
use crate::app::memory::Noted;
use crate::app::memory::OnDisk;
use crate::app::memory::Review;
use crate::app::memory::Since;
use crate::app::memory::Step;
use crate::boilerplate::{Rule, RuleId};

/// Something that happened.
#[derive(Clone, Debug)]
pub enum Event {
    /// A key was pressed.
    Key(Key),
    /// Text was pasted; it never acts as keys.
    Pasted(String),
    /// A mouse gesture.
    Pointed(Target, Gesture),
    /// The screen changed its size.
    Resized(Size),
    /// Everything named was read.
    Reopened(Reopened),
    /// What is hidden in a pair; what it shares is still being found.
    Masked(Masked),
    /// The comparison of a pair, or part of it.
    Answered(Answer),
    /// The answer to a question about all open articles.
    Surveyed(Surveyed),
    /// Which articles have which statement.
    Gathered(Gathered),
    /// How much of each open article is in each other, or part of that.
    Compared(Compared),
    /// The synopsis, or how far it has come.
    Narrated(Narrated),
    /// The rows of a list that match.
    Narrowed(Narrowed),
    /// The hits of a search.
    Found(Hits),
    /// Where else a passage is.
    Traced(Traced),
    /// The editor has closed the article with this index; or why it could not be opened or failed, in one sentence.
    Edited(usize, Result<(), String>),
    /// What changed from one version to the other.
    Diffed(Diffed),
    /// The editor has closed, with this text as the result; or why it could not be opened, in one sentence.
    ResultEdited(Result<String, String>),
    /// The result was written; or why not, in one sentence.
    ResultWritten(ResultFile, Result<(), String>),
    /// Two texts of the shelf were read and compared.
    Fetched(Fetched),
    /// Which version introduced some words.
    Blamed(Blamed),
    /// The text was not copied; the reason, in one sentence.
    NotCopied(String),
    /// A rule was saved or removed, or could not be.
    Saved(Saved),
    /// A review mark was saved; or why not, in one sentence.
    Kept(Result<(), String>),
    /// A note was saved, or not.
    Noted(Noted),
    /// News about an engine's clusters.
    Clusters(ClusterNews),
    /// What has changed since the articles were last read.
    Since(Since),
    /// The rules file has changed, perhaps by another program: its rules now, or why they cannot be read.
    RulesOnDisk(Result<Written, String>),
    /// Saving waits for another program; which file, in one sentence.
    Waiting(String),
    /// Files changed on disk.
    OnDisk(OnDisk),
    /// The wait with this ticket is over.
    Waited(u64),
    /// The work with this ticket failed; the reason, in one sentence.
    Failed(u64, String),
}

/// A request to the world outside.
#[derive(Clone, Debug)]
pub enum Effect {
    /// Read everything named, whole, and answer with [`Event::Reopened`] and this ticket.
    Read(u64),
    /// Compare a pair; cancels earlier comparisons.
    Collate(Job),
    /// Compare two versions; cancels earlier ones.
    Diff(DiffJob),
    /// Write the result of editing in a diff, and answer with [`Event::ResultWritten`].
    Write(ResultFile),
    /// Read two texts of the shelf and compare them; cancels earlier requests.
    Fetch(Fetch),
    /// Find which version introduced some words; cancels earlier requests.
    Blame(Blaming),
    /// Compare a pair after the earlier jobs; cancelled with them by a newer [`Effect::Collate`].
    CollateNext(Job),
    /// Find something out about all open articles; cancels earlier requests.
    Survey(Survey),
    /// Find which open articles have which statement; cancels earlier requests.
    Gather(Gathering),
    /// Find how much of each open article is in each other; cancels earlier requests.
    Compare(Gathering),
    /// Build the synopsis of all open articles; cancels earlier requests.
    Narrate(Gathering),
    /// Find the rows of a list that match what is typed; cancels earlier requests.
    Narrow(Narrowing),
    /// Search for words; cancels earlier searches.
    Search(Quest),
    /// Search for a passage in all articles; cancels earlier searches.
    Trace(Tracing),
    /// Copy a text to the clipboard; answers only if that fails, with [`Event::NotCopied`].
    Copy(String),
    /// Open a file in the reader's editor, and answer with [`Event::Edited`].
    Edit(Edit),
    /// Read single articles again, and answer with [`Event::Reopened`].
    Reread(Reread),
    /// Write a rule to this rules file.
    Save(PathBuf, Rule),
    /// Save that something is reviewed, or that it is not.
    Keep(Review),
    /// Change the notes file, and answer with [`Event::Noted`] and this ticket.
    Note(u64, NoteChange),
    /// Find which clusters there are, and answer with their rows in parts.
    ListClusters(ClusterListing),
    /// Do something with an engine's clusters, after the earlier requests.
    Curate(ClusterAsk),
    /// Remove a rule from this rules file.
    Remove(PathBuf, RuleId),
    /// Make a step in this rules file, and answer with this number; the step that undoes it says what it was made on.
    Step(u64, PathBuf, Step, Option<Step>),
    /// Answer with [`Event::Waited`] after the time in which another digit makes a count.
    Wait(u64),
    /// Turn mouse reports on or off.
    Mouse(bool),
    /// Stop until the shell continues the program.
    Suspend,
    /// Quit.
    Quit,
}
