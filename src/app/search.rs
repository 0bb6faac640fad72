//! Search: words looked for in all articles at once; their hits are lit in both panes and stepped through until the search ends.

use std::sync::Arc;

use super::app::{App, Mode};
use super::event::{Effect, Hits, Quest};
use super::keymap::Action;
use super::prompt::Asked;
use super::row::Seat;
use crate::article::{Article, TextId};
use crate::page::Folding;
use crate::text::Span;

/// What is looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Search {
    /// The words as they were typed.
    pub query: String,
    /// Where they stand in each open article, in order; `None` until it is known.
    hits: Option<Arc<Vec<Vec<Span>>>>,
    /// The texts in which they are looked for; places in them mean nothing in any other.
    of: Vec<TextId>,
    /// The hit one stands on: the article, and which of its hits.
    pub now: Option<(usize, usize)>,
    /// The number of the quest that is awaited.
    ticket: u64,
    /// Whether to go to the first hit once they are known.
    goes: bool,
}

impl Search {
    /// Tells whether it is known where the words stand.
    pub fn is_done(&self) -> bool {
        self.hits.is_some()
    }

    /// Gives the hits in an article, which is the one of this index; none as long as they are not known.
    pub fn hits_in(&self, at: usize, article: &Article) -> &[Span] {
        let hits = self.hits.as_ref().filter(|_| self.of.get(at) == Some(&article.id));
        hits.and_then(|hits| hits.get(at)).map_or(&[], Vec::as_slice)
    }
}

impl App {
    /// Looks for what is typed at the moment, if something else is looked for so far.
    pub(super) fn look_for_typed(&mut self) -> Vec<Effect> {
        let Mode::Prompting(prompt) = &self.mode else { return Vec::new() };
        let typed = prompt.line.text().trim();
        let known = self.search.as_ref().map_or("", |search| search.query.as_str());
        if prompt.asked != Asked::Search || typed == known {
            return Vec::new();
        }
        let typed = typed.to_owned();
        self.look_for(typed)
    }

    fn look_for(&mut self, query: String) -> Vec<Effect> {
        if query.is_empty() {
            self.search = None;
            return Vec::new();
        }
        let (ticket, articles) = (self.next_ticket(), self.articles.clone());
        let of = articles.iter().map(|article| article.id).collect();
        self.search = Some(Search { query: query.clone(), hits: None, of, now: None, ticket, goes: false });
        vec![Effect::Search(Quest { ticket, query, articles })]
    }

    /// Looks for the same in articles that have taken the place of others.
    pub(super) fn look_again(&mut self) -> Vec<Effect> {
        let query = self.search.as_ref().map(|search| search.query.clone());
        query.map_or_else(Vec::new, |query| self.look_for(query))
    }

    /// Goes to the first hit of what was typed, as soon as it is known; where nothing was, of what was looked for last.
    pub(super) fn searched(&mut self, said: &str) -> Vec<Effect> {
        let last = self.searches.last().cloned().unwrap_or_default();
        let query = if said.is_empty() { last } else { said.to_owned() };
        let effects = match &self.search {
            Some(search) if search.query == query => Vec::new(),
            _ => self.look_for(query),
        };
        if let Some(search) = &mut self.search {
            search.goes = true;
        }
        self.go_to_first_hit();
        effects
    }

    /// Takes in where the words stand, unless others are looked for by now.
    pub(super) fn found(&mut self, found: Hits) -> Vec<Effect> {
        if let Some(search) = self.search.as_mut().filter(|search| search.ticket == found.ticket) {
            search.hits = Some(found.hits);
            self.go_to_first_hit();
        }
        Vec::new()
    }

    /// Goes to the first hit at the cursor or after it, if the reader waits for that and the hits are known.
    fn go_to_first_hit(&mut self) {
        let Some(search) = self.search.as_mut().filter(|search| search.goes && search.hits.is_some()) else { return };
        search.goes = false;
        let cursor = self.focused().cursor;
        let hits = self.hits_of(Seat::of(self.focus));
        let after = hits.partition_point(|hit| hit.end() <= cursor);
        let here = if after < hits.len() { after } else { 0 };
        if !hits.is_empty() {
            self.go_to_hit(Seat::of(self.focus), here);
            return;
        }
        let with_hits: Vec<Seat> =
            self.shown_seats().into_iter().filter(|seat| !self.hits_of(*seat).is_empty()).collect();
        let Some(seat) = with_hits.first().copied() else { return self.say_where_else() };
        self.go_to_hit(seat, 0);
        if with_hits.len() == 1 {
            self.say(format!("only in {}", self.focused().open_article().name));
        } else {
            self.say(format!("on in {}", self.focused().open_article().name));
        }
    }

    fn say_where_else(&mut self) {
        let Some(search) = &self.search else { return };
        let elsewhere = (0..self.articles.len()).find(|at| !search.hits_in(*at, &self.articles[*at]).is_empty());
        let query = &search.query;
        let none = if self.shown_seats().len() > 2 { "none of these" } else { "neither of these two" };
        self.warn(match elsewhere {
            Some(article) => {
                format!("“{query}” is in {none}, but in {} {}", article + 1, self.articles[article].name)
            }
            None => format!("“{query}” is in no open article"),
        });
    }

    /// Gives the hits in a pane's article.
    pub fn hits_of(&self, seat: Seat) -> &[Span] {
        let pane = self.pane(seat);
        self.search.as_ref().zip(pane).map_or(&[], |(search, pane)| search.hits_in(pane.article, pane.open_article()))
    }

    /// Steps through the hits: those of the first pane that is shown, then those of the next one.
    pub(super) fn step_hits(&mut self, times: isize) {
        if self.search.as_ref().is_some_and(|search| !search.is_done()) {
            self.say("still searching");
            return;
        }
        let seats = self.shown_seats();
        let all: usize = seats.iter().map(|seat| self.hits_of(*seat).len()).sum();
        let all = all as isize;
        if all == 0 {
            self.say_where_else();
            return;
        }
        let (at, on_it) = self.hit_at_cursor();
        let to = at as isize + times - isize::from(times > 0 && !on_it);
        let (article, mut next) = (self.focused().article, to.rem_euclid(all) as usize);
        for seat in seats {
            let hits = self.hits_of(seat).len();
            if next < hits {
                self.go_to_hit(seat, next);
                break;
            }
            next -= hits;
        }
        if to < 0 || to >= all {
            self.say(if to < 0 {
                "before the first hit: on from the last"
            } else {
                "past the last hit: on from the first"
            });
        } else if self.focused().article != article {
            self.say(format!("on in {}", self.focused().open_article().name));
        }
    }

    /// Gives the place among the hits of all panes of the hit one stands on, else of the first one at the cursor or after it; and
    /// whether one stands on it.
    fn hit_at_cursor(&self) -> (usize, bool) {
        let focus = Seat::of(self.focus);
        let before = self.shown_seats().into_iter().take_while(|seat| *seat != focus);
        let before: usize = before.map(|seat| self.hits_of(seat).len()).sum();
        let (pane, hits) = (self.focused(), self.hits_of(focus));
        let now = self.search.as_ref().and_then(|search| search.now).filter(|(article, _)| *article == pane.article);
        let on_row = |at: &usize| hits.get(*at).is_some_and(|hit| pane.page.spot_of(hit.start()) == pane.at());
        match now.map(|(_, at)| at).filter(on_row) {
            Some(at) => (before + at, true),
            None => (before + hits.partition_point(|hit| hit.end() <= pane.cursor), false),
        }
    }

    fn go_to_hit(&mut self, seat: Seat, at: usize) {
        let Some(hit) = self.hits_of(seat).get(at).copied() else { return };
        self.leave();
        self.sit(seat);
        let (side, article) = (self.focus, self.focused().article);
        if let Some(search) = &mut self.search {
            search.now = Some((article, at));
        }
        self.go_to_place(side, Some(hit.start()));
        if self.folding == Folding::Folded && self.panes[side].page.mask().at(hit.start()).is_some() {
            self.say(format!("in hidden text; {} shows it", self.key(Action::ShowHidden)));
        }
    }
}
