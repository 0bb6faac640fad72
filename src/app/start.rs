//! The program at its start, and the questions it asks again whenever the pair or what is hidden changes.

use std::sync::Arc;

use super::app::{App, Mode, Typed};
use super::between::Known;
use super::diff_job::Manner;
use super::event::{Effect, Gathering};
use super::geometry::{Geometry, Size};
use super::jumps::Jumps;
use super::lit::Lit;
use super::notes::Notes;
use super::order::Orders;
use super::pair_places::{Pairs, SetPlaces};
use super::pane::Pane;
use super::reviewed::Reviewed;
use super::settings::Settings;
use super::sharing::Sharing;
use super::since::Stale;
use crate::article::Article;
use crate::boilerplate::{Mask, Rulebooks};
use crate::page::{Folding, Page};
use crate::text::{Pair, Side};

/// Articles up to which it is found out which statement stands in which: the work and the memory for it grow with them.
pub(super) const MOST_GATHERED: usize = 2_000;

impl App {
    /// Opens articles: the first two in the panes. A single article gets an empty one beside it.
    pub fn open(articles: Vec<Article>, rules: impl Into<Rulebooks>, day: &str, size: Size) -> (Self, Vec<Effect>) {
        let mut app = Self::laid_out(shared(articles), rules, day, size);
        let effects = app.collate_anew();
        (app, effects)
    }

    /// Opens the heads of articles, to be read until the whole ones take their places: nothing is collated before.
    pub fn open_heads(heads: Vec<Article>, rules: impl Into<Rulebooks>, day: &str, size: Size) -> (Self, Vec<Effect>) {
        let mut app = Self::laid_out(shared(heads), rules, day, size);
        let effects = vec![app.read_anew()];
        (app, effects)
    }

    pub(super) fn laid_out(articles: Vec<Arc<Article>>, rules: impl Into<Rulebooks>, day: &str, size: Size) -> Self {
        let articles = beside(articles);
        let bare = Arc::new(Mask::default());
        let masks = vec![bare; articles.len()];
        let geometry = Geometry::of(size);
        let panes = Pair::from_fn(|side| {
            let index = if side == Side::Left { 0 } else { 1 };
            let measure = usize::from(geometry.panes[side].text.width);
            let page = Page::new(Arc::clone(&articles[index]), Arc::clone(&masks[index]), Folding::Folded, measure);
            Pane::open(index, page, 0)
        });
        Self {
            orders: Orders::default(),
            lit: Lit::default(),
            reviewed: Reviewed::default(),
            notes: Notes::default(),
            jumps: Jumps::default(),
            anchors: Vec::new(),
            placed: false,
            locked: true,
            session: vec![Vec::new(); articles.len()],
            places: vec![0; articles.len()],
            pairs: Pairs::default(),
            kept: SetPlaces::default(),
            untouched: false,
            sought: None,
            stale: Stale::default(),
            masks,
            panes,
            beside: Pair::default(),
            articles,
            focus: Side::Left,
            size,
            diff: None,
            diff_awaited: None,
            landed: None,
            manner: Manner::default(),
            known: Known::default(),
            clusters: None,
            sharing: Sharing::default(),
            reading: false,
            collating: false,
            current: None,
            rules: Arc::new(rules.into()),
            folding: Folding::Folded,
            settings: Settings::default(),
            mode: Mode::Reading,
            typed: Typed::default(),
            noticed: Vec::new(),
            message: None,
            search: None,
            searches: Vec::new(),
            history: Vec::new(),
            hidings: Vec::new(),
            unsaved: Vec::new(),
            undone: Vec::new(),
            pending: Vec::new(),
            ticket: 0,
            to_read: 0,
            awaited: 0,
            tracing: 0,
            asks_apparatus: false,
            gathering: 0,
            noting: 0,
            day: day.to_owned(),
        }
    }

    /// Takes over what the reader has set, and asks for what that takes.
    pub fn set(&mut self, settings: Settings) -> Vec<Effect> {
        let panes = settings.panes;
        self.locked = settings.lock_scrolling;
        self.settings = settings;
        self.fill_row(panes);
        for seat in self.seats() {
            let edge = self.settings.scroll_offset;
            if let Some(pane) = self.pane_mut(seat) {
                pane.edge = edge;
            }
        }
        self.set_pages();
        self.forget_parted();
        self.ask_between()
    }

    /// Tells whether there is anything to compare: whether two articles are open.
    pub fn has_pair(&self) -> bool {
        // Only the second of two is ever empty.
        self.articles.len() > 2 || self.articles.iter().all(|article| !article.name.is_empty())
    }

    /// Asks for the collation of the open pair and, since something else is hidden now, for the statements of all articles.
    pub(super) fn collate_anew(&mut self) -> Vec<Effect> {
        if self.reading {
            return Vec::new();
        }
        self.renew_beside();
        let mut effects = self.collate();
        if (3..=MOST_GATHERED).contains(&self.articles.len()) {
            effects.push(self.gather());
        } else {
            self.clusters = None;
        }
        effects.extend(self.compare_anew());
        effects
    }

    /// Asks which of all articles carry which statement.
    pub(super) fn gather(&mut self) -> Effect {
        self.gathering = self.next_ticket();
        Effect::Gather(Gathering {
            ticket: self.gathering,
            articles: self.articles.clone(),
            session: self.session.clone(),
            rules: Arc::clone(&self.rules),
        })
    }

    /// Asks for the collation of the open pair; not while it is being read, since what is read will be collated.
    pub(super) fn collate(&mut self) -> Vec<Effect> {
        if self.reading {
            self.awaited = 0;
            return Vec::new();
        }
        self.diff_awaited = None;
        self.landed = None;
        self.call_off_beside();
        let job = self.job(self.pair());
        (self.awaited, self.collating) = (job.ticket, true);
        vec![Effect::Collate(job)]
    }

    /// Sets all pages anew, for another size or other hidden text; what stood face to face still does.
    pub(super) fn set_pages(&mut self) {
        let (faced, alongside) = (self.is_face_to_face(), self.is_alongside());
        let geometry = self.geometry();
        let (folding, measure) = (self.folding, usize::from(geometry.panes.left.text.width));
        for seat in self.seats() {
            let Some(article) = self.pane(seat).map(|pane| pane.article) else { continue };
            let mask = Arc::clone(&self.masks[article]);
            if let Some(pane) = self.pane_mut(seat) {
                pane.set(mask, folding, measure, geometry.rows());
            }
        }
        self.resize_diff();
        if faced {
            self.face_to_face();
        } else if alongside {
            self.follow(self.focus);
        }
    }
}

fn shared(articles: Vec<Article>) -> Vec<Arc<Article>> {
    articles.into_iter().map(Arc::new).collect()
}

/// Puts an empty article beside one that is alone, for the other pane.
pub(super) fn beside(mut articles: Vec<Arc<Article>>) -> Vec<Arc<Article>> {
    while articles.len() < 2 {
        articles.push(Arc::new(Article::of_text("", "")));
    }
    articles
}
