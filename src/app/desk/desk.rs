//! The desk: what is open and where the reader is, regardless of mode.

use std::sync::Arc;

use super::curating::Curating;
use super::diff_settings::{ChangeFilter, CountedBreaks, DiffOpening, DiffOptions};
use super::diff_view::DiffView;
use super::finding::Searching;
use super::highlight::Highlight;
use super::history::History;
use super::library::Library;
use super::narrating::Narrating;
use super::pane::Pane;
use super::placing::placed;
use super::row::Row;
use super::rules::Rules;
use super::sharing::Sharing;
use super::shelf_state::Shelving;
use super::status::Message;
use super::status::Tone;
use super::taking_state::Taking;
use crate::app::jobs::CountedBlocks;
use crate::app::jobs::Effect;
use crate::app::jobs::Gathering;
use crate::app::jobs::Lookup;
use crate::app::jobs::Outbox;
use crate::app::jobs::Ticket;
use crate::app::keys::Action;
use crate::app::keys::Phase;
use crate::app::layout::Geometry;
use crate::app::layout::Size;
use crate::app::memory::Notes;
use crate::app::memory::Pairs;
use crate::app::memory::Reviewed;
use crate::app::memory::SetPlaces;
use crate::app::settings::Settings;
use crate::article::{Article, ParagraphId};
use crate::boilerplate::{Hidden, HiddenBy};
use crate::collate::{Clusters, Collation, ParagraphLink, Synopsis};
use crate::page::Folding;
use crate::text::Pair;

/// What is open and where the reader is.
#[derive(Debug)]
pub struct Desk {
    /// The open articles.
    pub library: Library,
    /// The panes, and what those next to each other share.
    pub row: Row,
    /// The screen, and how the articles are shown on it.
    pub view: View,
    /// The open pair as two versions.
    pub diff: Diff,
    /// What else can be compared: files, or versions.
    pub shelving: Shelving,
    /// The rules in force.
    pub rules: Rules,
    /// What is kept between runs.
    pub memory: Memory,
    /// What can be undone.
    pub(in crate::app) history: History,
    /// The searches.
    pub finding: Searching,
    /// How much of every open article is in every other.
    pub sharing: Sharing,
    /// The synopsis.
    pub narrating: Narrating,
    /// An engine's clusters, if these are shown.
    pub curating: Option<Box<Curating>>,
    /// What the reader has set.
    pub settings: Settings,
    /// The message shown until the next key.
    pub message: Option<Message>,
    /// The requests to the world outside.
    pub(in crate::app) outbox: Outbox,
}

/// The screen, and how the articles are shown on it.
#[derive(Debug)]
pub struct View {
    /// The screen.
    pub size: Size,
    /// What is highlighted.
    pub lit: Highlight,
    /// Whether the panes move together.
    pub locked: bool,
    /// Whether hidden text is folded or shown.
    pub folding: Folding,
}

/// The open pair as two versions of one text.
#[derive(Debug, Default)]
pub struct Diff {
    /// The diff, while it is shown instead of the panes.
    pub view: Option<Box<DiffView>>,
    /// The comparison that is awaited.
    pub(in crate::app) asked: Lookup<()>,
    /// What came of the comparison with which the diff was opened.
    pub opening: DiffOpening,
    /// The pair it was last asked for.
    pub(in crate::app) about: Pair<usize>,
    /// How the pair is compared.
    pub(in crate::app) manner: DiffOptions,
    /// The blocks in which more breaks count.
    pub(in crate::app) blocks: CountedBlocks,
    /// Whether to say what does not count when the comparison arrives.
    pub(in crate::app) tells_aside: bool,
    /// What to say about breaks when the comparison that the reader asked for arrives.
    pub(in crate::app) counting: Option<CountedBreaks>,
    /// What was taken into the new text.
    pub(in crate::app) taking: Taking,
}

/// What is kept between runs, and what is being saved.
#[derive(Debug, Default)]
pub struct Memory {
    /// What the reader has reviewed.
    pub reviewed: Reviewed,
    /// The reader's notes.
    pub notes: Notes,
    /// The change in the notes that is being saved.
    pub(in crate::app) noting: Lookup<()>,
    /// Where the reader was in each pair.
    pub(in crate::app) pairs: Pairs,
    /// Where the reader was in these articles the last time.
    pub(in crate::app) kept: SetPlaces,
    /// Whether the reader has done nothing yet, so that the last place can be restored when all is read.
    pub(in crate::app) untouched: bool,
    /// Today, as `2026-11-22`.
    pub(in crate::app) day: String,
}

impl Diff {
    /// Which changes are stepped through.
    pub fn filter(&self) -> ChangeFilter {
        self.manner.filter
    }
}

impl Desk {
    /// The screen's parts.
    pub fn geometry(&self) -> Geometry {
        let (size, measure) = (self.view.size, self.settings.measure);
        if self.diff.view.is_some() {
            return Geometry::with(size, measure);
        }
        placed(&self.row, size, measure)
    }

    /// The pane that keys act on.
    pub fn focused(&self) -> &Pane {
        self.row.focused()
    }

    /// The phase below all modes: reading, or a diff.
    pub fn ground(&self) -> Phase {
        if self.diff.view.is_some() { Phase::Diffing } else { Phase::Reading }
    }

    /// Whether a comparison of versions is awaited.
    pub fn awaits_diff(&self) -> bool {
        self.diff.asked.is_awaited()
    }

    /// Whether there are two articles to compare.
    pub fn has_pair(&self) -> bool {
        // Only the second of two is ever empty.
        self.library.articles.len() > 2 || self.library.articles.iter().all(|article| !article.name.is_empty())
    }

    /// Whether files on disk differ from what is open.
    pub fn is_stale(&self) -> bool {
        !self.library.stale.texts.is_empty() || !self.library.stale.new.is_empty()
    }

    /// What the open pair shares, as far as it is known.
    pub fn collation(&self) -> Option<&Arc<Collation>> {
        self.row.collation()
    }

    /// Whether the comparison of the open pair is still running.
    pub fn collating(&self) -> bool {
        let found = &self.row.pairing().found;
        found.is_awaited() || (found.is_open() && !self.library.is_reading() && self.diff.view.is_none())
    }

    /// Which articles have which statement, as seen from the focused one; `None` until that is known for its present text.
    pub(in crate::app) fn clusters(&self) -> Option<&Arc<Clusters>> {
        let pane = self.focused();
        self.library.clusters.known().filter(|clusters| clusters.is_of(pane.article, pane.open_article()))
    }

    /// The synopsis of the open articles; `None` until it is known for their present texts.
    pub fn synopsis(&self) -> Option<&Synopsis> {
        self.narrating.synopsis(&self.library.articles)
    }

    /// The current link.
    pub fn paragraph_link(&self) -> Option<&ParagraphLink> {
        self.collation()?;
        self.row.pairing().paragraph_link()
    }

    pub(in crate::app) fn link_of(&self, paragraph_ids: Pair<ParagraphId>) -> Option<usize> {
        self.collation()?;
        self.row.pairing().link_of(paragraph_ids)
    }

    /// The highlighted links in the order of stepping, which is that of the focused pane.
    pub fn stepping_order(&self, lit: Highlight) -> &[usize] {
        self.row.pairing().orders.lit(lit).map_or(&[], |order| &order[self.row.focus])
    }

    /// The name of the rule that hides something in an article.
    pub fn rule_name<'a>(&'a self, article: &Article, hidden: &'a Hidden) -> &'a str {
        match &hidden.by {
            HiddenBy::Session => "you",
            HiddenBy::Page => "the page",
            HiddenBy::Rule(id) => {
                self.rules.books.counting(id, article).map_or(id.0.as_str(), |rule| rule.name.as_str())
            }
        }
    }

    /// The key for an action as messages name it, or its command if it has no key.
    pub fn key(&self, action: Action) -> String {
        self.settings.keymap.key(Phase::Reading, action)
    }

    /// The key for an action in a diff, as messages name it.
    pub fn diff_key(&self, action: Action) -> String {
        self.settings.keymap.key(Phase::Diffing, action)
    }

    pub(in crate::app) fn say(&mut self, text: impl Into<String>) {
        self.message = Some(Message { text: text.into(), tone: Tone::News });
    }

    /// Says, before the place that is reached, that stepping went on from the other end.
    pub(in crate::app) fn say_wrapped(&mut self) {
        self.message = Some(Message { text: "Wrapped".to_owned(), tone: Tone::Beside });
    }

    pub(in crate::app) fn warn(&mut self, text: impl Into<String>) {
        self.message = Some(Message { text: text.into(), tone: Tone::Warning });
    }

    pub(in crate::app) fn ask(&mut self, effect: Effect) {
        self.outbox.push(effect);
    }

    /// All open articles with what is hidden in them, for a question about all.
    pub(in crate::app) fn gathering(&self, ticket: Ticket) -> Gathering {
        Gathering {
            rulings: Arc::clone(&self.library.rulings),
            ticket,
            articles: self.library.articles.clone(),
            session: self.library.hidden_by_hand.clone(),
            rules: Arc::clone(&self.rules.books),
        }
    }

    pub(in crate::app) fn next_ticket(&mut self) -> Ticket {
        self.outbox.next_ticket()
    }
}
