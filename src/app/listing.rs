//! A list over the screen: what is typed narrows it, and the chosen row is gone to.

use super::app::{App, Mode};
use super::bound::Found;
use super::event::Effect;
use super::key::{Key, Keys};
use super::keymap::{Action, Phase};
use super::line::Line;
use crate::article::Locus;
use crate::collate::Class;
use crate::text::{Pair, Plain, Side, Span};

/// Characters of a passage that a row of a list tells at most.
pub(super) const TOLD: usize = 1200;

/// What a list is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Listed {
    /// What the open pair shares.
    Matches,
    /// Where a passage stands in other articles.
    Elsewhere,
    /// A sentence as each article has it.
    Readings,
}

/// A list to choose from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listing {
    /// What it is of.
    pub listed: Listed,
    /// All rows.
    pub rows: Vec<ListRow>,
    /// What is typed to narrow it.
    pub line: Line,
    /// The rows that are left, as indexes into `rows`.
    pub shown: Vec<usize>,
    /// The chosen one, as an index into `shown`.
    pub at: usize,
    /// What is compared with what is typed, row by row.
    told: Vec<String>,
}

/// A row of a list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ListRow {
    /// How alike it is to what is read; none for that itself.
    pub class: Option<Class>,
    /// Whether it stands out of order.
    pub moved: bool,
    /// Where it stands.
    pub place: String,
    /// How much of it is shared.
    pub figure: String,
    /// What it says, on one line.
    pub words: String,
    /// The stretches of `words` that differ.
    pub lit: Vec<Span>,
    /// Why it stands here.
    pub why: String,
    /// Where it leads.
    pub goal: Goal,
}

/// Where a row of a list leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Goal {
    /// To two paragraphs that share something.
    Link(Pair<Locus>),
    /// To a place in an article, by its index.
    Place(usize, usize),
}

impl Default for Goal {
    fn default() -> Self {
        Goal::Place(0, 0)
    }
}

impl Listing {
    /// Opens a list on one of its rows.
    pub(super) fn of(listed: Listed, rows: Vec<ListRow>, at: usize) -> Self {
        let told = rows.iter().map(told).collect();
        Self { listed, shown: (0..rows.len()).collect(), rows, line: Line::default(), at, told }
    }

    /// Gives the chosen row.
    pub fn chosen(&self) -> Option<&ListRow> {
        self.rows.get(*self.shown.get(self.at)?)
    }

    /// Takes what was pasted into the line.
    pub(super) fn pasted(&mut self, text: &str) {
        self.line.insert(text);
        self.narrow();
    }

    /// Leaves the rows in which all words that are typed stand; the chosen one stays chosen if it is among them.
    fn narrow(&mut self) {
        let chosen = self.shown.get(self.at).copied();
        let typed = Plain::of(self.line.text());
        let words: Vec<&str> = typed.text().split_whitespace().collect();
        let fits = |at: &usize| self.told.get(*at).is_some_and(|told| words.iter().all(|word| told.contains(word)));
        self.shown = (0..self.rows.len()).filter(fits).collect();
        self.at = chosen.and_then(|row| self.shown.iter().position(|at| *at == row)).unwrap_or(0);
    }
}

fn told(row: &ListRow) -> String {
    let class = row.class.map_or("", Class::name);
    let moved = if row.moved { "moved" } else { "" };
    let all = [class, moved, &row.place, &row.figure, &row.words, &row.why].join(" ");
    Plain::of(&all).text().to_owned()
}

/// Gives a stretch of a text on one line, however long.
pub(super) fn on_one_line_whole(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Gives a stretch of a text on one line, its white space single spaces; what is too long is cut.
pub(super) fn on_one_line(text: &str) -> String {
    let mut words = String::new();
    for word in text.split_whitespace() {
        if words.len() + word.len() > TOLD {
            words.push('…');
            break;
        }
        if !words.is_empty() {
            words.push(' ');
        }
        words.push_str(word);
    }
    words
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
            Found::Begun | Found::Nothing => self.narrowed_by(key),
        }
        Vec::new()
    }

    fn narrowed_by(&mut self, key: Key) {
        let Mode::Listing(list) = &mut self.mode else { return };
        if list.line.edit(key) {
            list.narrow();
        } else {
            self.say_means_nothing(&Keys(vec![key]));
        }
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
        let Mode::Listing(list) = &self.mode else { return Vec::new() };
        let Some(goal) = list.chosen().map(|row| row.goal) else {
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
        }
    }

    fn go_to_link(&mut self, loci: Pair<Locus>) {
        let Some(link) = self.link_of(loci) else {
            self.warn("these two paragraphs share nothing any more");
            return;
        };
        self.leave();
        self.current = Some(link);
        self.face_to_face();
    }

    /// Brings a place in the other pane onto the cursor's row; where its article begins too late for that, both rows higher.
    fn put_beside(&mut self, side: Side, place: usize) {
        let height = self.geometry().rows();
        let spot = self.panes[side].page.spot_of(place);
        let row = self.focused().row_of(self.focused().at(), height).max(0) as usize;
        let row = row.min(self.rows_above(side, spot, height));
        let pane = &mut self.panes[self.focus];
        pane.put(pane.at(), row);
        let other = &mut self.panes[side];
        other.put(spot, row);
        other.cursor = other.page.place_of(spot);
    }

    /// Goes to a place in the focused article; one in another article comes alongside, in the other pane.
    fn go_alongside(&mut self, article: usize, place: usize) -> Vec<Effect> {
        let Some(open) = self.articles.get(article).cloned() else { return Vec::new() };
        self.leave();
        let locus = open.locus_at(place).0 + 1;
        if self.focused().article == article {
            self.go_to_place(self.focus, Some(place));
            return Vec::new();
        }
        let side = self.focus.other();
        let new = self.panes[side].article != article;
        if new {
            self.keep_places();
            self.sought = None;
            self.put(side, article);
        }
        self.put_beside(side, place);
        self.say(format!("¶{locus} of {} alongside; {} goes back", open.name, self.key(Action::Back)));
        if !new {
            return Vec::new();
        }
        self.know(None);
        self.current = None;
        self.collate()
    }
}
