//! What comes in from the world, and what is asked of it.

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
    /// The story of all open articles is told, or part of the way is gone.
    Narrated(Narrated),
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
    /// The editor has left the result, which says this; or why it could not be opened, in one sentence.
    ResultEdited(Result<String, String>),
    /// The result was written, or the reason why not, in one sentence.
    ResultWritten(ResultFile, Result<(), String>),
    /// Two texts of the shelf were read and compared.
    Fetched(Fetched),
    /// It is known which version brought some words.
    Blamed(Blamed),
    /// What was to be copied was not; the reason, in one sentence.
    NotCopied(String),
    /// A rule was saved or taken out, or could not be.
    Saved(Saved),
    /// A mark is kept for the next time, or could not be; then the reason, in one sentence.
    Kept(Result<(), String>),
    /// A note is kept for the next time, or is not.
    Noted(Noted),
    /// Something is known of an engine's clusters.
    Clusters(ClusterNews),
    /// It is known what has changed since the articles were last read.
    Since(Since),
    /// The rules file was changed, perhaps by something else; the rules as they are there now, or why they cannot be read.
    RulesOnDisk(Result<Written, String>),
    /// Saving waits for another program; for which file, in one sentence.
    Waiting(String),
    /// Something was done on the disk.
    OnDisk(OnDisk),
    /// The wait with this ticket is over.
    Waited(u64),
    /// The work with this ticket failed; the reason, in one sentence.
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
    /// Write the result of taking over, and answer with [`Event::ResultWritten`].
    Write(ResultFile),
    /// Read two texts of the shelf and compare them; the newest wins.
    Fetch(Fetch),
    /// Find which version brought some words; the newest wins.
    Blame(Blaming),
    /// Collate after the jobs before, and with them called off by a newer [`Effect::Collate`].
    CollateNext(Job),
    /// Find something out about all open articles; the newest wins.
    Survey(Survey),
    /// Find which of all open articles carry which statement; the newest wins.
    Gather(Gathering),
    /// Find how much of each open article stands in each other; the newest wins.
    Compare(Gathering),
    /// Tell the story of all open articles statement by statement; the newest wins.
    Narrate(Gathering),
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
    /// Find which clusters there are, and answer with their rows in parts.
    ListClusters(ClusterListing),
    /// Do something about an engine's clusters, after what was asked before.
    Curate(ClusterAsk),
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
