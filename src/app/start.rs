//! The program at its start.

use super::app::App;
use crate::app::desk::collating::collate_anew;
use crate::app::desk::curating::Curating;
use crate::app::desk::deciding::say_open;
use crate::app::desk::desk::Desk;
use crate::app::desk::desk::Diff;
use crate::app::desk::desk::Memory;
use crate::app::desk::desk::View;
use crate::app::desk::diff_job::diff_pair;
use crate::app::desk::diff_settings::{DiffOpening, DiffOptions, Version, VersionComparison};
use crate::app::desk::diff_view::DiffView;
use crate::app::desk::finding::Searching;
use crate::app::desk::highlight::Highlight;
use crate::app::desk::history::History;
use crate::app::desk::library::Library;
use crate::app::desk::library::beside;
use crate::app::desk::narrating::Narrating;
use crate::app::desk::pages::set_pages;
use crate::app::desk::pair_places::stands;
use crate::app::desk::pane::Pane;
use crate::app::desk::panes::fill_row;
use crate::app::desk::reopen::read_anew;
use crate::app::desk::row::Row;
use crate::app::desk::rules::Rules;
use crate::app::desk::sharing::Sharing;
use crate::app::desk::shelf_state::Shelving;
use crate::app::desk::shelving::measure_next;
use crate::app::desk::status::Typed;
use crate::app::desk::together::settle;
use crate::app::modes::clusters::list_clusters;
use crate::app::modes::shelf_list::list_shelf;
use crate::app::modes::stack::Modes;
use std::sync::Arc;

use crate::app::jobs::ClusterListing;
use crate::app::jobs::Effect;
use crate::app::jobs::Listed;
use crate::app::jobs::Outbox;
use crate::app::jobs::Shelf;
use crate::app::layout::Geometry;
use crate::app::layout::Size;
use crate::app::settings::Settings;
use crate::article::Article;
use crate::boilerplate::{Mask, Rulebooks};
use crate::collate::Exactness;
use crate::curation::Rulings;
use crate::page::{Folding, Page};
use crate::report::{Reported, set_aside};
use crate::text::{Pair, Side};

/// Opens articles: the first two in the panes. A single article gets an empty one beside it.
pub fn open(articles: Vec<Article>, rules: impl Into<Rulebooks>, day: &str, size: Size) -> (App, Vec<Effect>) {
    let mut app = laid_out(shared(articles), rules, day, size);
    collate_anew(&mut app.desk);
    let before = stands(&app.desk);
    settle(&mut app.desk, &before);
    let effects = app.desk.outbox.take();
    (app, effects)
}

/// Opens the beginnings of articles until the whole ones replace them: nothing is compared before.
pub fn open_heads(heads: Vec<Article>, rules: impl Into<Rulebooks>, day: &str, size: Size) -> (App, Vec<Effect>) {
    let mut app = laid_out(shared(heads), rules, day, size);
    read_anew(&mut app.desk);
    let effects = app.desk.outbox.take();
    (app, effects)
}

pub(super) fn laid_out(articles: Vec<Arc<Article>>, rules: impl Into<Rulebooks>, day: &str, size: Size) -> App {
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
    let library = Library {
        hidden_by_hand: vec![Vec::new(); articles.len()],
        cursors: vec![0; articles.len()],
        articles,
        masks,
        ..Library::default()
    };
    let desk = Desk {
        library,
        row: Row::of(panes),
        view: View { size, lit: Highlight::default(), locked: true, folding: Folding::Folded },
        diff: Diff::default(),
        shelving: Shelving::default(),
        rules: Rules { books: Arc::new(rules.into()), ..Rules::default() },
        memory: Memory { day: day.to_owned(), ..Memory::default() },
        history: History::default(),
        finding: Searching::default(),
        sharing: Sharing::default(),
        narrating: Narrating::default(),
        curating: None,
        settings: Settings::default(),
        message: None,
        outbox: Outbox::default(),
    };
    App { desk, modes: Modes::default(), typed: Typed::default() }
}

/// Takes the reader's settings, and asks for what they need.
pub fn take_settings(desk: &mut Desk, settings: Settings) -> Vec<Effect> {
    let panes = settings.panes;
    desk.view.locked = settings.lock_scrolling;
    desk.settings = settings;
    fill_row(desk, panes);
    for place in desk.row.places() {
        if let Some(pane) = desk.row.get_mut(place) {
            pane.edge = desk.settings.scroll_offset;
        }
    }
    set_pages(desk);
    let before = stands(desk);
    settle(desk, &before);
    desk.outbox.take()
}

/// Opens clusters: asks which exist, and lists them over the open one if requested.
pub fn curate(app: &mut App, curating: Curating, lists: bool) -> Vec<Effect> {
    let App { desk, modes, .. } = app;
    desk.curating = Some(Box::new(curating));
    desk.ask(Effect::ListClusters(ClusterListing::All));
    match lists {
        true => modes.take(list_clusters(desk, Listed::Clusters)),
        false => say_open(desk),
    }
    desk.outbox.take()
}

/// Takes decisions on sentences, and compares again if they change anything.
pub fn take_rulings(app: &mut App, rulings: Rulings) -> Vec<Effect> {
    if rulings.is_empty() {
        return Vec::new();
    }
    app.desk.library.rulings = Arc::new(rulings);
    collate_anew(&mut app.desk);
    app.desk.outbox.take()
}

fn shared(articles: Vec<Article>) -> Vec<Arc<Article>> {
    articles.into_iter().map(Arc::new).collect()
}

/// Opens two versions as a diff; what else they share is asked only when the reader goes on to reading.
pub fn open_diff(version: Version, rules: Rulebooks, day: &str, size: Size) -> (App, Vec<Effect>) {
    let Version { compared, exactness, context, goes_to } = version;
    let articles = match &compared {
        VersionComparison::Known(compared) => compared.articles.as_ref().map(Arc::clone),
        VersionComparison::Awaited(articles) => articles.as_ref().map(Arc::clone),
    };
    let mut app = laid_out(vec![articles.left, articles.right], rules, day, size);
    app.desk.diff.manner = DiffOptions { exactness, context, layout: None, ..DiffOptions::default() };
    app.desk.diff.taking.goes_to = goes_to;
    let VersionComparison::Known(compared) = compared else {
        set_pages(&mut app.desk);
        app.desk.diff.opening = DiffOpening::Awaited;
        app.desk.diff.tells_aside = true;
        diff_pair(&mut app.desk);
        let effects = app.desk.outbox.take();
        return (app, effects);
    };
    for side in Side::BOTH {
        let article = app.desk.row[side].article;
        app.desk.library.masks[article] = Arc::clone(&compared.shown[side]);
    }
    set_pages(&mut app.desk);
    let mut view = DiffView::new(compared, app.desk.diff.manner, app.desk.view.size, app.desk.settings.measure);
    view.go_first(app.desk.geometry().rows());
    if let Some(aside) = set_aside(&Reported::of(view.sheet.compared())) {
        app.desk.say(format!("Not counted: {aside}"));
    }
    app.desk.diff.view = Some(Box::new(view));
    (app, Vec::new())
}

/// A shelf opened instead of articles, and which differences count.
#[derive(Clone, Debug)]
pub struct ComparedShelf {
    /// The texts.
    pub shelf: Shelf,
    /// Which differences count.
    pub exactness: Exactness,
}

/// Opens the list of what can be compared in pairs; how much changed is found row by row.
pub fn open_shelf(
    ComparedShelf { shelf, exactness }: ComparedShelf,
    rules: impl Into<Rulebooks>,
    day: &str,
    size: Size,
) -> (App, Vec<Effect>) {
    let mut app = laid_out(Vec::new(), rules, day, size);
    app.desk.shelving.shelf = Some(shelf);
    app.desk.diff.manner.exactness = exactness;
    let turn = list_shelf(&mut app.desk);
    app.modes.take(turn);
    measure_next(&mut app.desk);
    let effects = app.desk.outbox.take();
    (app, effects)
}

/// Lists what can be compared again, once it is known what the reader has read.
pub fn list_anew(app: &mut App) {
    if app.desk.shelving.shelf.is_some() {
        let turn = list_shelf(&mut app.desk);
        app.modes = Modes::default();
        app.modes.take(turn);
    }
}
