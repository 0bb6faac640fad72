//! A list over the screen: what is typed narrows it, and the chosen row is gone to.

use super::app::App;
use super::app::Mode;
use super::line::Line;
use crate::app::jobs::Effect;
use crate::app::jobs::Goal;
use crate::app::jobs::Listed;
use crate::app::jobs::Narrowed;
use crate::app::jobs::Narrowing;
use crate::app::jobs::Rows;
use crate::app::keys::Action;
use crate::app::keys::Found;
use crate::app::keys::Key;
use crate::app::keys::Keys;
use crate::app::keys::Phase;
use crate::article::Locus;
use crate::collate::Cancel;
use crate::text::{Pair, Side};

/// Rows up to which a list is narrowed at once.
const FEW: usize = 300;

/// A list to choose from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listing {
    /// What it is of.
    pub listed: Listed,
    /// All rows.
    pub rows: Rows,
    /// What is typed to narrow it.
    pub line: Line,
    /// The rows that are left, as indexes into `rows`.
    pub shown: Vec<usize>,
    /// The chosen one, as an index into `shown`.
    pub at: usize,
    /// The number of the narrowing that is awaited.
    awaited: Option<u64>,
    /// Whether to go to the first row that is left as soon as it is known which that is.
    goes: bool,
}

impl Listing {
    /// Opens a list on one of its rows.
    pub(super) fn of(listed: Listed, rows: Rows, at: usize) -> Self {
        let shown = (0..rows.len()).collect();
        Self { listed, rows, line: Line::default(), shown, at, awaited: None, goes: false }
    }

    /// Gives the chosen row, as an index into all rows.
    pub fn chosen(&self) -> Option<usize> {
        self.shown.get(self.at).copied()
    }

    /// Leaves these rows; the chosen one stays chosen if it is among them, unless the best comes first.
    fn leave(&mut self, shown: Vec<usize>) {
        let best_first = self.listed == Listed::Articles && !self.line.text().trim().is_empty();
        let chosen = self.chosen().filter(|_| !best_first);
        self.at = chosen.and_then(|row| shown.iter().position(|at| *at == row)).unwrap_or(0);
        self.shown = shown;
        self.awaited = None;
    }
}

impl App {
    /// Takes a key while a list is open.
    pub(super) fn listing(&mut self, key: Key) -> Vec<Effect> {
        let page = self.geometry().rows().saturating_sub(4).max(1) as isize;
        match self.settings.keymap.find(Phase::Listing, &Keys(vec![key])) {
            Found::Action(Action::Down) => self.choose_row(1),
            Found::Action(Action::Up) => self.choose_row(-1),
            Found::Action(Action::PageDown) => self.choose_row(page),
            Found::Action(Action::PageUp) => self.choose_row(-page),
            Found::Action(Action::Accept) => return self.go_to_chosen(),
            Found::Action(Action::Suspend) => return vec![Effect::Suspend],
            Found::Action(Action::Quit) => return vec![Effect::Quit],
            Found::Action(_) => self.mode = Mode::Reading,
            Found::Begun | Found::Nothing => return self.narrowed_by(key),
        }
        Vec::new()
    }

    fn narrowed_by(&mut self, key: Key) -> Vec<Effect> {
        let Mode::Listing(list) = &mut self.mode else { return Vec::new() };
        if list.line.edit(key) {
            return self.narrow();
        }
        self.say_means_nothing(&Keys(vec![key]));
        Vec::new()
    }

    /// Takes what was pasted into the line of a list.
    pub(super) fn pasted_into_list(&mut self, text: &str) -> Vec<Effect> {
        if let Mode::Listing(list) = &mut self.mode {
            list.line.insert(text);
        }
        self.narrow()
    }

    /// Leaves the rows that what is typed fits; where there are many, a worker finds them.
    fn narrow(&mut self) -> Vec<Effect> {
        let ticket = self.next_ticket();
        let Mode::Listing(list) = &mut self.mode else { return Vec::new() };
        let narrowing = Narrowing { ticket, rows: list.rows.clone(), typed: list.line.text().to_owned() };
        list.awaited = Some(ticket);
        list.goes = false;
        if list.rows.len() > FEW {
            return vec![Effect::Narrow(narrowing)];
        }
        narrowing.answer(&Cancel::default()).map_or_else(Vec::new, |narrowed| self.narrowed(narrowed))
    }

    /// Takes in which rows are left, unless something else is typed by now; goes to the chosen one where the reader waits for that.
    pub(super) fn narrowed(&mut self, narrowed: Narrowed) -> Vec<Effect> {
        let Mode::Listing(list) = &mut self.mode else { return Vec::new() };
        if list.awaited != Some(narrowed.ticket) {
            return Vec::new();
        }
        list.leave(narrowed.shown);
        if std::mem::take(&mut list.goes) { self.go_to_chosen() } else { Vec::new() }
    }

    /// Chooses the row so many further on, as far as there are any.
    pub(super) fn choose_row(&mut self, by: isize) {
        let Mode::Listing(list) = &mut self.mode else { return };
        let last = list.shown.len().saturating_sub(1);
        let to = list.at.saturating_add_signed(by).min(last);
        if to == list.at {
            self.say(if by > 0 { "the end of the list" } else { "the top of the list" });
            return;
        }
        list.at = to;
    }

    fn go_to_chosen(&mut self) -> Vec<Effect> {
        let Mode::Listing(list) = &mut self.mode else { return Vec::new() };
        if list.awaited.is_some() {
            list.goes = true;
            return Vec::new();
        }
        let Some(goal) = list.chosen().and_then(|at| list.rows.row(at)).map(|row| row.goal) else {
            self.warn("nothing here is so; Backspace widens the list again");
            return Vec::new();
        };
        self.mode = Mode::Reading;
        match goal {
            Goal::Link(loci) => {
                self.go_to_link(loci);
                Vec::new()
            }
            Goal::Place(article, place) => self.go_alongside(article, place),
            Goal::Article(article) => self.choose(article + 1),
        }
    }

    fn go_to_link(&mut self, loci: Pair<Locus>) {
        let Some(link) = self.link_of(loci) else {
            self.warn("these two paragraphs share nothing any more");
            return;
        };
        self.leave();
        self.row.pairing_mut().current = Some(link);
        self.face_to_face();
    }

    /// Brings a place in the other pane onto the cursor's row; where its article begins too late for that, both rows higher.
    fn put_beside(&mut self, side: Side, place: usize) {
        let height = self.geometry().rows();
        let spot = self.row[side].page.spot_of(place);
        let row = self.focused().row_of(self.focused().at(), height).max(0) as usize;
        let row = row.min(self.rows_above(side, spot, height));
        let pane = self.row.focused_mut();
        pane.put(pane.at(), row);
        let other = &mut self.row[side];
        other.put(spot, row);
        other.cursor = other.page.place_of(spot);
    }

    /// Goes to a place in the focused article; one in another article comes alongside, in the other pane.
    fn go_alongside(&mut self, article: usize, place: usize) -> Vec<Effect> {
        let Some(open) = self.articles.get(article).cloned() else { return Vec::new() };
        self.leave();
        let locus = open.locus_at(place).0 + 1;
        if self.focused().article == article {
            self.go_to_place(self.row.focus, Some(place));
            return Vec::new();
        }
        self.turn_to_neighbour(article);
        let side = self.row.focus.other();
        let new = self.row[side].article != article;
        if new {
            self.keep_places();
            self.put(side, article);
        }
        self.put_beside(side, place);
        self.say(format!("¶{locus} of {} alongside; {} goes back", open.name, self.key(Action::Back)));
        Vec::new()
    }
}
