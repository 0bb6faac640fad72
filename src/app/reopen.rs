//! Reopening: all that is named read anew, in place of what is open; the reader keeps the place.

use std::collections::HashMap;
use std::sync::Arc;

use super::app::{App, Message, Mode, Tone};
use super::between::Between;
use super::event::{Effect, Reopened};
use super::grid::Grid;
use super::jumps::Jumps;
use super::keymap::Action;
use super::pair_places::{Stood, StoodIn};
use super::row::Seat;
use super::sharing::Sharing;
use super::start::beside;
use super::undo::Hiding;
use crate::article::{Article, Extent, Origin};
use crate::boilerplate::Mask;
use crate::page::Page;
use crate::text::{Pair, Side, Span};

/// What is said to whoever asks for what is not there yet.
pub(super) const STILL_READING: &str = "still reading";

impl App {
    /// Says what was noticed in reading, one sentence each, safe to show: the first complaint, how many more there are, and where all are
    /// listed.
    pub fn greet(&mut self, complaints: &[String]) {
        self.noticed = complaints.to_vec();
        let text = match complaints {
            [] => return,
            [only] => only.clone(),
            [first, more @ ..] => format!("{first} (and {} more; {} lists all)", more.len(), self.key(Action::Help)),
        };
        self.message = Some(Message { text, tone: Tone::Warning });
    }

    /// Asks for all that is named to be read, whole, whatever is open by now.
    pub(super) fn read_anew(&mut self) -> Effect {
        self.reading = true;
        self.to_read = self.next_ticket();
        Effect::Read(self.to_read)
    }

    /// Tells whether an action needs more than the heads of articles that are all there is so far.
    pub(super) fn must_wait_for(&self, action: Action) -> bool {
        let needs_all = matches!(
            action,
            Action::NextLink
                | Action::PreviousLink
                | Action::NextMatch
                | Action::PreviousMatch
                | Action::Pull
                | Action::NextClass
                | Action::OnlyHere
                | Action::Matches
                | Action::Matrix
                | Action::Articles
                | Action::Review
                | Action::Note
                | Action::Mark
                | Action::Hide
                | Action::HideForGood
                | Action::Rules
                | Action::Proposals
                | Action::ShowHidden
        );
        needs_all && self.reading && self.collation().is_none()
    }

    /// Goes on with what is open where the reading with this ticket broke off.
    pub(super) fn read_in_vain(&mut self, ticket: u64) -> Vec<Effect> {
        if !self.reading || ticket != self.to_read {
            return Vec::new();
        }
        self.reading = false;
        self.collate_anew()
    }

    /// Takes in articles in place of those that are open, and asks what they share. An article is known again by its origin;
    /// cursor, marks and what was hidden for this session stay with it as far as its text is the same.
    pub(super) fn reopened(&mut self, reopened: Reopened) -> Vec<Effect> {
        if reopened.ticket != self.to_read {
            return Vec::new();
        }
        self.message.take_if(|message| message.text == STILL_READING);
        self.greet(&reopened.complaints);
        if reopened.articles.is_empty() {
            self.warn("nothing could be opened");
            return self.read_in_vain(reopened.ticket);
        }
        self.reading = false;
        if self.is_open(&reopened.articles) {
            self.offer();
            return Vec::new();
        }
        self.keep_places();
        let old = std::mem::replace(&mut self.articles, beside(reopened.articles));
        let was = known_again(&self.articles, &old);
        self.carry_mode((&old, &was));
        self.sharing = Sharing::default();
        self.show_cell();
        self.carry_hidden((&old, &was));
        let place = |(at, from): (usize, &Option<usize>)| {
            let from = (*from)?;
            Some(carried((&old.get(from)?.text, &self.articles.get(at)?.text), *self.places.get(from)?))
        };
        self.places = was.iter().enumerate().map(|from| place(from).unwrap_or(0)).collect();
        self.carry_pairs((&old, &was));
        self.carry_panes(&was);
        if (0..old.len()).any(|at| was.get(at) != Some(&Some(at))) {
            self.jumps = Jumps::default();
        }
        if old.iter().any(|article| article.extent == Extent::Head) {
            self.fill_row(self.settings.panes);
        }
        self.clusters = None;
        self.current = None;
        self.know(None);
        let searched = self.look_again();
        self.came_back();
        self.offer();
        let mut effects: Vec<Effect> = self.collate_anew().into_iter().chain(searched).collect();
        match self.has_pair() {
            true if self.diff.is_some() => effects.extend(self.diff_pair()),
            true => {}
            false => self.diff = None,
        }
        effects
    }

    /// Tells whether these very articles are open.
    fn is_open(&self, articles: &[Arc<Article>]) -> bool {
        let open = self.articles.iter().filter(|open| !open.name.is_empty());
        open.clone().count() == articles.len() && open.zip(articles).all(|(open, new)| Arc::ptr_eq(open, new))
    }

    /// Goes on marking the sentences that stand where the marked ones stood. A hide question or a list is not kept open: what it
    /// was about may have changed.
    fn carry_mode(&mut self, (old, was): (&[Arc<Article>], &[Option<usize>])) {
        let from = self.focused().article;
        let now = was.iter().position(|known| *known == Some(from)).and_then(|at| self.articles.get(at));
        let cell = self.cell().filter(|_| self.has_pair());
        self.mode = match (std::mem::replace(&mut self.mode, Mode::Reading), now) {
            (Mode::Matrix(grid), _) => cell.map_or(Mode::Reading, |(row, column)| {
                let known = |article: usize| was.iter().position(|from| *from == Some(article)).unwrap_or(0);
                Mode::Matrix(Box::new(Grid { row: known(row), column: known(column), ..*grid }))
            }),
            (Mode::Marking { from: first, to }, Some(new)) if !new.sentences.is_empty() => {
                let place = |at: usize| old[from].sentences.get(at).map_or(0, |sentence| sentence.span.start());
                Mode::Marking { from: new.sentence_at(place(first)), to: new.sentence_at(place(to)) }
            }
            (Mode::Marking { .. } | Mode::Picking(_) | Mode::Listing(_) | Mode::Ruling(_) | Mode::Proposing(_), _) => {
                Mode::Reading
            }
            (Mode::Prompting(prompt), _) if prompt.beneath.is_some() => Mode::Reading,
            (mode, _) => mode,
        };
    }

    /// Keeps where the reader stood in pairs of which both articles are still open.
    fn carry_pairs(&mut self, (old, was): (&[Arc<Article>], &[Option<usize>])) {
        let now = |from: usize| was.iter().position(|known| *known == Some(from));
        let moved = |from: usize, to: usize, stood: Stood| {
            let texts = (&*old.get(from)?.text, &*self.articles.get(to)?.text);
            Some(Stood { cursor: carried(texts, stood.cursor), ..stood })
        };
        let carried = self.pairs.iter().filter_map(|((one, other), stood)| {
            let (first, second) = (now(*one)?, now(*other)?);
            let places = (moved(*one, first, stood.places.0)?, moved(*other, second, stood.places.1)?);
            let turned = first > second;
            let (key, places) =
                if turned { ((second, first), (places.1, places.0)) } else { ((first, second), places) };
            Some((key, StoodIn { places, link: None }))
        });
        self.pairs = carried.collect();
    }

    /// Keeps what is hidden wherever the same words still stand there.
    fn carry_hidden(&mut self, (old, was): (&[Arc<Article>], &[Option<usize>])) {
        let known = |at: &usize| was[*at].map(|from| (from, &old[from], &self.articles[*at]));
        let bare = Arc::new(Mask::default());
        let (mut session, mut masks) = (vec![Vec::new(); was.len()], vec![bare; was.len()]);
        for at in 0..was.len() {
            let Some((from, before, after)) = known(&at) else { continue };
            let same =
                |span: Span| before.text.get(span.range()).is_some_and(|it| Some(it) == after.text.get(span.range()));
            session[at] = self.session[from].iter().copied().filter(|span| same(*span)).collect();
            let hidden = self.masks[from].hidden().iter().filter(|hidden| same(hidden.span));
            masks[at] = Arc::new(Mask::new(hidden.cloned().collect()));
        }
        (self.session, self.masks) = (session, masks);
        let hidings = std::mem::take(&mut self.hidings);
        let kept = hidings.into_iter().filter_map(|hiding| match hiding {
            Hiding::Session(from, span) => {
                let at = was.iter().position(|known| *known == Some(from))?;
                self.session[at].contains(&span).then_some(Hiding::Session(at, span))
            }
            other => Some(other),
        });
        self.hidings = kept.collect();
        self.undone.clear();
    }

    /// Shows the same articles in the panes; in place of one that is gone, the first that the other pane does not show.
    fn carry_panes(&mut self, was: &[Option<usize>]) {
        let now = |index: usize| was.iter().position(|from| *from == Some(index));
        let known = self.pair().map(now);
        let first_but = |other: Option<usize>| usize::from(other == Some(0));
        let left = known.left.unwrap_or_else(|| first_but(known.right));
        let open = Pair::new(left, known.right.unwrap_or_else(|| first_but(Some(left))));
        for side in Side::BOTH {
            self.beside[side].retain_mut(|neighbour| {
                neighbour.between = Between::default();
                let kept = now(neighbour.pane.article).filter(|at| *at != open.left && *at != open.right);
                neighbour.pane.article = kept.unwrap_or(neighbour.pane.article);
                kept.is_some()
            });
        }
        for seat in self.seats() {
            let (index, known) = match seat.out {
                0 => (Some(open[seat.side]), known[seat.side]),
                _ => (self.pane(seat).map(|pane| pane.article), Some(0)),
            };
            let Some(index) = index else { continue };
            self.turn_to_new(seat, index);
            if let Some(pane) = self.pane_mut(seat).filter(|_| known.is_none()) {
                pane.cursor = 0;
                pane.top = pane.page.first();
            }
        }
    }

    /// Shows an article that has taken the place of another in a pane.
    fn turn_to_new(&mut self, seat: Seat, index: usize) {
        let geometry = self.geometry();
        let (folding, measure) = (self.folding, usize::from(geometry.panes.left.text.width));
        let (article, mask) = (Arc::clone(&self.articles[index]), Arc::clone(&self.masks[index]));
        let cursor = self.places.get(index).copied().unwrap_or(0);
        if let Some(pane) = self.pane_mut(seat) {
            pane.article = index;
            pane.turn_to((Page::new(article, mask, folding, measure), cursor), geometry.rows());
        }
    }
}

/// Gives the place in a new text that a place in the old one has become: what stands before all that has changed stays, and what
/// stands behind it goes along.
pub(super) fn carried((old, new): (&str, &str), place: usize) -> usize {
    let same = old.bytes().zip(new.bytes()).take_while(|(one, other)| one == other).count();
    if place <= same {
        return place;
    }
    let behind = old.bytes().rev().zip(new.bytes().rev()).take_while(|(one, other)| one == other).count();
    match old.len().saturating_sub(place) {
        rest if rest <= behind => new.len().saturating_sub(rest),
        _ => (same..=place.min(new.len())).rev().find(|at| new.is_char_boundary(*at)).unwrap_or(same.min(new.len())),
    }
}

/// Gives for each new article the index of the old one that it is.
fn known_again(new: &[Arc<Article>], old: &[Arc<Article>]) -> Vec<Option<usize>> {
    let known: HashMap<&Origin, usize> = old.iter().enumerate().map(|(at, article)| (&article.origin, at)).collect();
    new.iter().map(|article| known.get(&article.origin).copied()).collect()
}
