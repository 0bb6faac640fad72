//! DiffJob: the open pair as two versions of one text. What came of it is shown in place of the panes, and the reader keeps the place.

use std::sync::Arc;

use super::app::{App, Mode};
use super::diff_view::{DiffView, Layout};
use super::event::Effect;
use super::geometry::Size;
use super::keymap::Action;
use super::reopen::STILL_READING;
use crate::article::Article;
use crate::boilerplate::{Rulebooks, mask};
use crate::collate::{Cancel, Exactness, Witness, collate_in_order};
use crate::page::Compared;
use crate::text::{Pair, Side, Span};

/// Paragraphs shown around each change, unless the reader wants others.
const CONTEXT: usize = 1;

/// Two versions to compare.
#[derive(Clone, Debug)]
pub struct DiffJob {
    /// Which comparison it is; an answer to an older one is dropped.
    pub ticket: u64,
    /// The articles.
    pub articles: Pair<Arc<Article>>,
    /// What the reader hid in each, for this session.
    pub session: Pair<Vec<Span>>,
    /// The rules in force.
    pub rules: Arc<Rulebooks>,
    /// What counts.
    pub exactness: Exactness,
}

/// What came of a comparison.
#[derive(Clone, Debug)]
pub struct Diffed {
    /// The ticket of what was asked.
    pub ticket: u64,
    /// Whether the two say the same.
    pub same: bool,
    /// What changed.
    pub compared: Arc<Compared>,
}

/// What a diff is opened with: what changed, what counts, and how many paragraphs are shown around each change.
#[derive(Clone, Debug)]
pub struct Version {
    /// What changed.
    pub compared: Arc<Compared>,
    /// What counts.
    pub exactness: Exactness,
    /// Paragraphs shown around what changed.
    pub context: usize,
}

/// How the open pair is compared and set; it holds until the reader changes it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Manner {
    /// What counts.
    pub exactness: Exactness,
    /// Paragraphs shown around each change.
    pub context: usize,
    /// How the two stand, if the reader has chosen; else the width decides.
    pub layout: Option<Layout>,
}

impl Default for Manner {
    fn default() -> Self {
        Self { exactness: Exactness::default(), context: CONTEXT, layout: None }
    }
}

impl DiffJob {
    /// Masks the two and compares them; nothing once `cancel` is raised.
    pub fn answer(&self, cancel: &Cancel) -> Option<Diffed> {
        let masks = Pair::from_fn(|side| Arc::new(mask(&self.articles[side], &self.rules, &self.session[side])));
        let witnesses = Pair::from_fn(|side| Witness { article: &self.articles[side], mask: &masks[side] });
        let collation = collate_in_order(witnesses, self.exactness, cancel)?;
        let same = collation.is_same();
        let articles = self.articles.as_ref().map(Arc::clone);
        let compared = Arc::new(Compared::of(articles, masks, collation));
        Some(Diffed { ticket: self.ticket, same, compared })
    }
}

impl App {
    /// Opens two versions as a diff; what else they share is asked only when the reader goes on to read them.
    pub fn open_diff(version: Version, rules: Rulebooks, day: &str, size: Size) -> (Self, Vec<Effect>) {
        let Version { compared, exactness, context } = version;
        let articles = compared.articles.as_ref().map(Arc::clone);
        let mut app = Self::laid_out(vec![articles.left, articles.right], rules, day, size);
        for side in Side::BOTH {
            let article = app.panes[side].article;
            app.masks[article] = Arc::clone(&compared.masks[side]);
        }
        app.set_pages();
        app.manner = Manner { exactness, context, layout: None };
        let mut view = DiffView::new(compared, app.manner, (app.size, app.settings.measure));
        view.go_first(app.geometry().rows());
        app.diff = Some(Box::new(view));
        (app, Vec::new())
    }

    /// Asks what changed from the left article to the right one.
    pub(super) fn diff_pair(&mut self) -> Vec<Effect> {
        if !self.has_pair() {
            self.warn("only one article is open: there is nothing to compare it with");
            return Vec::new();
        }
        if self.reading {
            self.warn(STILL_READING);
            return Vec::new();
        }
        let open = self.pair();
        let ticket = self.next_ticket();
        self.diff_awaited = Some(ticket);
        vec![Effect::Diff(DiffJob {
            ticket,
            articles: open.map(|index| Arc::clone(&self.articles[index])),
            session: open.map(|index| self.session[index].clone()),
            rules: Arc::clone(&self.rules),
            exactness: self.manner.exactness,
        })]
    }

    /// Takes in what came of the newest comparison, and shows it.
    pub(super) fn diffed(&mut self, found: Diffed) -> Vec<Effect> {
        if self.diff_awaited != Some(found.ticket) {
            return Vec::new();
        }
        self.diff_awaited = None;
        match found.same {
            true if self.diff.is_some() && found.compared.collation.marks > 0 => {
                self.manner.exactness = Exactness::default();
                self.say_same(found.compared.collation.marks);
                Vec::new()
            }
            true if self.diff.is_some() => {
                let effects = self.leave_diff();
                self.say_same(0);
                effects
            }
            true => {
                self.say_same(found.compared.collation.marks);
                Vec::new()
            }
            false if self.diff.is_none() && self.mode != Mode::Reading => {
                self.say(format!("the two are compared; {} shows it", self.key(Action::Diff)));
                Vec::new()
            }
            false => {
                self.show_diff(found.compared);
                Vec::new()
            }
        }
    }

    fn say_same(&mut self, marks: usize) {
        match marks {
            0 => self.say("No differences"),
            1 => self.say("No word differs; 1 mark does"),
            _ => self.say(format!("No word differs; {marks} marks do")),
        }
    }

    /// Turns from words alone to marks too, and back.
    pub(super) fn turn_marks(&mut self) -> Vec<Effect> {
        self.manner.exactness = self.manner.exactness.turned();
        self.say(if self.manner.exactness.heeds_marks() { "Words and marks" } else { "Words only, without marks" });
        self.diff_pair()
    }

    /// Shows what changed, with the cursor where the reader stands.
    fn show_diff(&mut self, compared: Arc<Compared>) {
        let height = self.geometry().rows();
        let (side, place, row) = match &self.diff {
            Some(diff) => {
                let (side, place) = diff.standing_at(self.focus);
                let place = diff.carried_to(&compared.articles[side], (side, place));
                (side, place, diff.row_of(diff.cursor, height))
            }
            None => {
                let pane = self.focused();
                (self.focus, pane.cursor, pane.row_of(pane.at(), height))
            }
        };
        let mut view = DiffView::new(compared, self.manner, (self.size, self.settings.measure));
        if let Some(old) = &self.diff {
            view.take_over(old);
        }
        view.edge = self.settings.scroll_offset;
        view.put(view.sheet.spot_of(side, place), row, height);
        if self.diff.is_none() && self.focused().top == self.focused().page.first() {
            view.show_top(height);
        }
        if self.diff.is_none() {
            view.entered = Some(view.cursor);
        }
        self.focus = side;
        self.diff = Some(Box::new(view));
    }

    /// Goes back to reading, with both panes at what the cursor stands on; where it was not moved, they stand as they did.
    pub(super) fn leave_diff(&mut self) -> Vec<Effect> {
        let Some(diff) = self.diff.take() else { return Vec::new() };
        if self.beside.left.len() + self.beside.right.len() > 0 {
            // Alone on the screen the two may have been set in another width.
            self.set_pages();
        }
        self.diff_awaited = None;
        if diff.entered != Some(diff.cursor) {
            self.go_where(&diff);
        }
        if self.collation().is_some() || self.collating {
            return Vec::new();
        }
        let effects = self.collate_anew();
        self.landed = Some(Pair::from_fn(|side| self.panes[side].locus()));
        effects
    }

    /// Brings both panes to where the cursor of a diff stands, on the same row of the screen.
    fn go_where(&mut self, diff: &DiffView) {
        let height = self.geometry().rows();
        let row = diff.row_of(diff.cursor, height).clamp(0, height.saturating_sub(1).cast_signed()).unsigned_abs();
        self.leave();
        self.focus = diff.standing_at(self.focus).0;
        for side in Side::BOTH {
            let pane = &mut self.panes[side];
            let place = diff.carried_to(pane.open_article(), (side, diff.place_on(side)));
            pane.cursor = pane.page.place_of(pane.page.spot_of(place));
            pane.put(pane.at(), row);
            pane.show_cursor(height);
        }
        let loci = Pair::from_fn(|side| self.panes[side].locus());
        self.current = self.link_of(loci);
    }

    /// Sets the diff for another size.
    pub(super) fn resize_diff(&mut self) {
        let (size, measure, height) = (self.size, self.settings.measure, self.geometry().rows());
        let edge = self.settings.scroll_offset;
        if let Some(diff) = &mut self.diff {
            diff.edge = edge;
            diff.resize((size, measure), height);
        }
    }
}
