//! Replaces open articles with newly read ones, and carries the reader's work over.

use super::carried::carried;
use super::collating::collate_anew;
use super::desk::Desk;
use super::history::Hiding;
use crate::app::keys::Action;
use crate::app::layout::PaneIx;
use std::collections::HashMap;
use std::sync::Arc;

use crate::app::jobs::Effect;
use crate::app::memory::Stood;
use crate::app::memory::StoodIn;
use crate::article::{Article, Origin, is_bundled};
use crate::boilerplate::Mask;
use crate::page::Page;
use crate::text::{Pair, Span};

/// The articles open before, and which of them each new article is.
#[derive(Debug)]
pub(in crate::app) struct Former {
    /// The articles that were open.
    pub articles: Vec<Arc<Article>>,
    /// For each new article, the index of the old one that it is.
    pub was: Vec<Option<usize>>,
}

impl Former {
    /// The present index of an old article.
    pub fn now(&self, old: usize) -> Option<usize> {
        self.was.iter().position(|known| *known == Some(old))
    }
}

/// Asks to read everything named, whole, whatever is open now.
pub(in crate::app) fn read_anew(desk: &mut Desk) {
    let ticket = desk.next_ticket();
    desk.library.reading.ask(ticket);
    desk.ask(Effect::Read(ticket));
}

/// Keeps what is open if the reading with this ticket failed.
pub(in crate::app) fn read_in_vain(desk: &mut Desk, ticket: u64) {
    if desk.library.reading.give_up(ticket) {
        collate_anew(desk);
    }
}

/// Whether exactly these articles are open.
pub(in crate::app) fn is_open(desk: &Desk, articles: &[Arc<Article>]) -> bool {
    let open = desk.library.articles.iter().filter(|open| !open.name.is_empty());
    open.clone().count() == articles.len() && open.zip(articles).all(|(open, new)| Arc::ptr_eq(open, new))
}

/// Keeps the reader's places in pairs whose articles are both still open.
pub(in crate::app) fn carry_pairs(desk: &mut Desk, former: &Former) {
    let moved = |from: usize, to: usize, stood: Stood| {
        let (old, new) = (former.articles.get(from)?, desk.library.articles.get(to)?);
        Some(Stood { cursor: carried(&old.text, &new.text, stood.cursor), ..stood })
    };
    let carried = desk.memory.pairs.iter().filter_map(|((one, other), stood)| {
        let (first, second) = (former.now(*one)?, former.now(*other)?);
        let places = (moved(*one, first, stood.places.0)?, moved(*other, second, stood.places.1)?);
        let turned = first > second;
        let (key, places) = if turned { ((second, first), (places.1, places.0)) } else { ((first, second), places) };
        Some((key, StoodIn { places, link: None }))
    });
    desk.memory.pairs = carried.collect();
}

/// Keeps what is hidden wherever the same words are still there.
pub(in crate::app) fn carry_hidden(desk: &mut Desk, former: &Former) {
    let was = &former.was;
    let known = |at: &usize| was[*at].map(|from| (from, &former.articles[from], &desk.library.articles[*at]));
    let bare = Arc::new(Mask::default());
    let (mut session, mut masks) = (vec![Vec::new(); was.len()], vec![bare; was.len()]);
    for at in 0..was.len() {
        let Some((from, before, after)) = known(&at) else { continue };
        let same =
            |span: Span| before.text.get(span.range()).is_some_and(|it| Some(it) == after.text.get(span.range()));
        session[at] = desk.library.hidden_by_hand[from].iter().copied().filter(|span| same(*span)).collect();
        let hidden = desk.library.masks[from].hidden().iter().filter(|hidden| same(hidden.span));
        masks[at] = Arc::new(Mask::new(hidden.cloned().collect()));
    }
    (desk.library.hidden_by_hand, desk.library.masks) = (session, masks);
    let hidings = std::mem::take(&mut desk.history.done);
    let kept = hidings.into_iter().filter_map(|hiding| match hiding {
        Hiding::Session(passages) => {
            let now = |(from, span): (usize, Span)| {
                let at = former.now(from)?;
                desk.library.hidden_by_hand[at].contains(&span).then_some((at, span))
            };
            let kept: Vec<(usize, Span)> = passages.into_iter().filter_map(now).collect();
            (!kept.is_empty()).then_some(Hiding::Session(kept))
        }
        other => Some(other),
    });
    desk.history.done = kept.collect();
    desk.history.undone.clear();
}

/// Shows the same articles in the panes; instead of one that is gone, the first that the other pane does not show.
pub(in crate::app) fn carry_panes(desk: &mut Desk, former: &Former) {
    let now = |index: usize| former.now(index);
    let known = desk.row.pair().map(now);
    let first_but = |other: Option<usize>| usize::from(other == Some(0));
    let left = known.left.unwrap_or_else(|| first_but(known.right));
    let open = Pair::new(left, known.right.unwrap_or_else(|| first_but(Some(left))));
    let gone = |pane: &PaneIx| {
        let out = desk.row.out(*pane) > 0;
        let kept = desk.row.get(*pane).and_then(|pane| now(pane.article));
        out && kept.is_none_or(|at| at == open.left || at == open.right)
    };
    let mut gone: Vec<PaneIx> = desk.row.places().filter(gone).collect();
    while let Some(pane) = gone.pop() {
        desk.row.remove(pane);
    }
    for pane in desk.row.places() {
        let (index, known) = match desk.row.out(pane) {
            0 => (Some(open[desk.row.side(pane)]), known[desk.row.side(pane)]),
            _ => (desk.row.get(pane).and_then(|pane| now(pane.article)), Some(0)),
        };
        let Some(index) = index else { continue };
        turn_to_new(desk, pane, index);
        if let Some(pane) = desk.row.get_mut(pane).filter(|_| known.is_none()) {
            pane.cursor = 0;
            pane.top = pane.page.first();
        }
    }
    desk.row.forget_all();
}

/// Shows an article that replaced another in a pane.
pub(in crate::app) fn turn_to_new(desk: &mut Desk, ix: PaneIx, index: usize) {
    let geometry = desk.geometry();
    let (folding, measure) = (desk.view.folding, usize::from(geometry.panes.left.text.width));
    let (article, mask) = (Arc::clone(&desk.library.articles[index]), Arc::clone(&desk.library.masks[index]));
    let cursor = desk.library.cursors.get(index).copied().unwrap_or(0);
    if let Some(pane) = desk.row.get_mut(ix) {
        pane.article = index;
        pane.turn_to(Page::new(article, mask, folding, measure), cursor, geometry.rows());
    }
}

/// For each new article, the index of the old one that it is.
pub(in crate::app) fn known_again(new: &[Arc<Article>], old: &[Arc<Article>]) -> Vec<Option<usize>> {
    let known: HashMap<&Origin, usize> = old.iter().enumerate().map(|(at, article)| (&article.origin, at)).collect();
    new.iter().map(|article| known.get(&article.origin).copied()).collect()
}

/// Says what was noticed in reading, one sentence each, safe to show; if nothing was, greets a reader of the bundled articles.
pub fn greet(desk: &mut Desk, complaints: &[String]) {
    complain(desk, complaints);
    if complaints.is_empty() {
        welcome(desk);
    }
}

/// Says the first warning, how many more there are, and where all are listed.
pub(in crate::app) fn complain(desk: &mut Desk, complaints: &[String]) {
    desk.library.noticed = complaints.to_vec();
    let text = match complaints {
        [] => return,
        [only] => only.clone(),
        [first, more @ ..] => format!("{first} (and {} more; {} lists all)", more.len(), desk.key(Action::Help)),
    };
    desk.warn(text);
}

/// Explains the marks and three keys to a reader of the bundled articles, until a key is pressed.
fn welcome(desk: &mut Desk) {
    if desk.library.articles.iter().all(|article| is_bundled(article)) && desk.message.is_none() {
        let key = |action| desk.key(action);
        let (next, help, quit) = (key(Action::NextLink), key(Action::Help), key(Action::Quit));
        desk.say(format!("│ verbatim  ~ edited  ≈ reworded  ⇄ moved · {next} next match, {help} help, {quit} quit"));
    }
}
