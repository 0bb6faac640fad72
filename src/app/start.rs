//! The program at its start, and the questions it asks again whenever the pair or what is hidden changes.

use std::sync::Arc;

use super::app::App;
use super::app::Mode;
use super::app::Typed;
use super::diff_job::Manner;
use super::jumps::Jumps;
use super::lit::Lit;
use super::pane::Pane;
use super::row::Row;
use super::sharing::Sharing;
use super::since::Stale;
use crate::app::jobs::Effect;
use crate::app::jobs::Gathering;
use crate::app::layout::Geometry;
use crate::app::layout::Size;
use crate::app::memory::Notes;
use crate::app::memory::Pairs;
use crate::app::memory::Reviewed;
use crate::app::memory::SetPlaces;
use crate::app::settings::Settings;
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
        let mut effects = app.collate_anew();
        let before = app.stands();
        app.settle(&before, &mut effects);
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
            lit: Lit::default(),
            reviewed: Reviewed::default(),
            notes: Notes::default(),
            jumps: Jumps::default(),
            locked: true,
            session: vec![Vec::new(); articles.len()],
            places: vec![0; articles.len()],
            pairs: Pairs::default(),
            kept: SetPlaces::default(),
            untouched: false,
            stale: Stale::default(),
            masks,
            row: Row::of(panes),
            articles,
            size,
            diff: None,
            diff_awaited: None,
            manner: Manner::default(),
            clusters: None,
            sharing: Sharing::default(),
            reading: false,
            rules: Arc::new(rules.into()),
            folding: Folding::Folded,
            settings: Settings::default(),
            mode: Mode::Reading,
            typed: Typed::default(),
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
        for place in self.row.places() {
            if let Some(pane) = self.row.get_mut(place) {
                pane.edge = self.settings.scroll_offset;
            }
        }
        self.set_pages();
        let (before, mut effects) = (self.stands(), Vec::new());
        self.settle(&before, &mut effects);
        effects
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
        self.row.pairings_mut().for_each(|pairing| pairing.found.renew());
        self.row.pairing_mut().landed = None;
        self.row.hurries = true;
        self.diff_awaited = None;
        let mut effects = Vec::new();
        self.ask_what_the_pair_shares(&mut effects);
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

    /// Sets all pages anew, for another size or other hidden text; what stood face to face still does.
    pub(super) fn set_pages(&mut self) {
        let (faced, alongside) = (self.is_face_to_face(), self.is_alongside());
        let geometry = self.geometry();
        let (folding, measure) = (self.folding, usize::from(geometry.panes.left.text.width));
        for seat in self.row.places() {
            let Some(article) = self.row.get(seat).map(|pane| pane.article) else { continue };
            let mask = Arc::clone(&self.masks[article]);
            if let Some(pane) = self.row.get_mut(seat) {
                pane.set(mask, folding, measure, geometry.rows());
            }
        }
        self.resize_diff();
        if faced {
            self.face_to_face();
        } else if alongside {
            self.follow(self.row.focus);
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
