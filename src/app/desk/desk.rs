//! The desk: what is open and where the reader is, regardless of mode.

use std::sync::Arc;

use super::curating::Curating;
use super::diff_settings::{ChangeFilter, CountedBreaks, DiffOptions};
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

/// What is open and where the reader stands.
#[derive(Debug)]
pub struct Desk {
    /// The open articles.
    pub library: Library,
    /// The panes, and what those next to each other share.
    pub row: Row,
    /// The screen, and how the articles are seen on it.
    pub view: View,
    /// The open pair as two versions.
    pub diff: Diff,
    /// What else can be compared: files, or versions.
    pub shelving: Shelving,
    /// The rules in force.
    pub rules: Rules,
    /// What is kept from run to run.
    pub memory: Memory,
    /// What can be taken back.
    pub(in crate::app) history: History,
    /// What is looked for.
    pub finding: Searching,
    /// How much of every open article stands in every other.
    pub sharing: Sharing,
    /// The whole story, statement by statement.
    pub narrating: Narrating,
    /// The clusters of an engine's, where they are gone through.
    pub curating: Option<Box<Curating>>,
    /// What the reader has set.
    pub settings: Settings,
    /// What the program has to say, until the next key.
    pub message: Option<Message>,
    /// What is asked of the world.
    pub(in crate::app) outbox: Outbox,
}

/// The screen, and how the articles are seen on it.
#[derive(Debug)]
pub struct View {
    /// The screen.
    pub size: Size,
    /// What is lit.
    pub lit: Highlight,
    /// Whether the panes move together.
    pub locked: bool,
    /// Whether Hidden text folded or shown.
    pub folding: Folding,
}

/// The open pair as two versions of one text.
#[derive(Debug, Default)]
pub struct Diff {
    /// What stands in place of the panes, while it is shown.
    pub view: Option<Box<DiffView>>,
    /// The comparison that is awaited.
    pub(in crate::app) asked: Lookup<()>,
    /// The pair of which it was asked for last.
    pub(in crate::app) about: Pair<usize>,
    /// How the pair is compared.
    pub(in crate::app) manner: DiffOptions,
    /// The blocks in which more breaks count.
    pub(in crate::app) blocks: CountedBlocks,
    /// Whether it is said what does not count once the comparison is there.
    pub(in crate::app) tells_aside: bool,
    /// What is said of breaks once the comparison is there that the reader asked for.
    pub(in crate::app) counting: Option<CountedBreaks>,
    /// What is taken over into the new text.
    pub(in crate::app) taking: Taking,
}

/// What is kept from run to run, and what of it is on its way.
#[derive(Debug, Default)]
pub struct Memory {
    /// What the reader is done with.
    pub reviewed: Reviewed,
    /// What the reader has noted.
    pub notes: Notes,
    /// The change in the notes that is on its way.
    pub(in crate::app) noting: Lookup<()>,
    /// Where the reader last stood in each pair.
    pub(in crate::app) pairs: Pairs,
    /// Where the reader was the last time in these articles.
    pub(in crate::app) kept: SetPlaces,
    /// Whether the reader has done nothing yet, so that there is a place to come back to once all is read.
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

    /// The phase that everything else returns to: reading, or a diff.
    pub fn ground(&self) -> Phase {
        if self.diff.view.is_some() { Phase::Diffing } else { Phase::Reading }
    }

    /// Whether a comparison is awaited.
    pub fn awaits_diff(&self) -> bool {
        self.diff.asked.is_awaited()
    }

    /// Whether there is anything to compare: whether two articles are open.
    pub fn has_pair(&self) -> bool {
        // Only the second of two is ever empty.
        self.library.articles.len() > 2 || self.library.articles.iter().all(|article| !article.name.is_empty())
    }

    /// Whether the disk holds something else than what is open.
    pub fn is_stale(&self) -> bool {
        !self.library.stale.texts.is_empty() || !self.library.stale.new.is_empty()
    }

    /// What the open pair shares, as far as it is known.
    pub fn collation(&self) -> Option<&Arc<Collation>> {
        self.row.collation()
    }

    /// Whether more of what the open pair shares is being found.
    pub fn collating(&self) -> bool {
        let found = &self.row.pairing().found;
        found.is_awaited() || (found.is_open() && !self.library.is_reading() && self.diff.view.is_none())
    }

    /// Which articles carry which statement, as seen from the focused one; nothing until that is known of its text.
    pub(in crate::app) fn clusters(&self) -> Option<&Arc<Clusters>> {
        let pane = self.focused();
        self.library.clusters.known().filter(|clusters| clusters.is_of(pane.article, pane.open_article()))
    }

    /// The synopsis of the open articles; nothing until it is known of these texts.
    pub fn synopsis(&self) -> Option<&Synopsis> {
        self.narrating.synopsis(&self.library.articles)
    }

    /// The link one stands on.
    pub fn paragraph_link(&self) -> Option<&ParagraphLink> {
        self.collation()?;
        self.row.pairing().paragraph_link()
    }

    pub(in crate::app) fn link_of(&self, paragraph_ids: Pair<ParagraphId>) -> Option<usize> {
        self.collation()?;
        self.row.pairing().link_of(paragraph_ids)
    }

    /// The links that are lit in the order in which they are stepped through: that of the focused pane.
    pub fn stepping_order(&self, lit: Highlight) -> &[usize] {
        self.row.pairing().orders.lit(lit).map_or(&[], |order| &order[self.row.focus])
    }

    /// What the reader calls the rule that hides something of an article: its name.
    pub fn rule_name<'a>(&'a self, article: &Article, hidden: &'a Hidden) -> &'a str {
        match &hidden.by {
            HiddenBy::Session => "you",
            HiddenBy::Page => "the page",
            HiddenBy::Rule(id) => {
                self.rules.books.counting(id, article).map_or(id.0.as_str(), |rule| rule.name.as_str())
            }
        }
    }

    /// The key that sentences name for an action of reading, or its command where it has no key.
    pub fn key(&self, action: Action) -> String {
        self.settings.keymap.key(Phase::Reading, action)
    }

    /// The key that sentences name for an action in a diff.
    pub fn diff_key(&self, action: Action) -> String {
        self.settings.keymap.key(Phase::Diffing, action)
    }

    pub(in crate::app) fn say(&mut self, text: impl Into<String>) {
        self.message = Some(Message { text: text.into(), tone: Tone::News });
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
