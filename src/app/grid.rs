//! The matrix as the reader walks it: a cell for every ordered pair of articles.

use super::app::App;
use super::app::Mode;
use crate::app::jobs::Effect;
use crate::app::keys::Action;
use crate::app::layout::Tableau;
use crate::text::Side;

/// Where the reader stands in the matrix.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Grid {
    /// The row of the chosen cell, as a place in the order shown.
    pub row: usize,
    /// Its column.
    pub column: usize,
    /// The first row and the first column in view.
    pub first: (usize, usize),
    /// In which order the articles stand.
    pub sorted: Sorted,
}

/// In which order the articles of the matrix stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sorted {
    /// Families together.
    #[default]
    ByLikeness,
    /// As they were opened.
    AsOpened,
}

impl App {
    /// Opens the matrix on the cell of the open pair.
    pub(super) fn open_matrix(&mut self) -> Vec<Effect> {
        if !self.has_pair() {
            self.warn("only one article is open: there is no other to compare it with");
            return Vec::new();
        }
        self.mode = Mode::Matrix(Box::default());
        let open = self.row.pair();
        self.stand_on((open.left, open.right));
        self.compare()
    }

    /// Gives the article that stands at a place in the order of the matrix.
    pub fn article_in(&self, grid: &Grid, place: usize) -> usize {
        match grid.sorted {
            Sorted::ByLikeness => self.sharing.article_at(place),
            Sorted::AsOpened => place,
        }
    }

    /// Gives the articles of the chosen cell: of which it tells how much stands in which.
    pub fn cell(&self) -> Option<(usize, usize)> {
        let Mode::Matrix(grid) = &self.mode else { return None };
        Some((self.article_in(grid, grid.row), self.article_in(grid, grid.column)))
    }

    /// Takes an action while the matrix is open.
    pub(super) fn in_matrix(&mut self, action: Action, count: Option<usize>) -> Vec<Effect> {
        match action {
            Action::Suspend => return vec![Effect::Suspend],
            Action::Quit => return vec![Effect::Quit],
            Action::Cancel => self.mode = Mode::Reading,
            Action::Accept => return self.open_cell(),
            Action::Articles => return self.list_articles(),
            Action::Sort => self.sort_otherwise(),
            Action::NextLink => self.step_cells(count.unwrap_or(1), 1),
            Action::PreviousLink => self.step_cells(count.unwrap_or(1), -1),
            _ => self.walk_matrix(action, count),
        }
        Vec::new()
    }

    /// Moves to another cell, as far as there are any.
    pub(super) fn walk_matrix(&mut self, action: Action, count: Option<usize>) {
        let tableau = self.tableau();
        let last = self.articles.len().saturating_sub(1);
        let Mode::Matrix(grid) = &mut self.mode else { return };
        let times = count.unwrap_or(1);
        let (half, page) = ((tableau.rows / 2).max(1), tableau.rows.saturating_sub(1).max(1));
        let numbered = |otherwise: usize| count.map_or(otherwise, |count| count.saturating_sub(1)).min(last);
        let (row, column) = (grid.row, grid.column);
        let (to_row, to_column) = match action {
            Action::Down => (row.saturating_add(times), column),
            Action::Up => (row.saturating_sub(times), column),
            Action::RightPane => (row, column.saturating_add(times)),
            Action::LeftPane => (row, column.saturating_sub(times)),
            Action::HalfDown => (row.saturating_add(half.saturating_mul(times)), column),
            Action::HalfUp => (row.saturating_sub(half.saturating_mul(times)), column),
            Action::PageDown => (row.saturating_add(page.saturating_mul(times)), column),
            Action::PageUp => (row.saturating_sub(page.saturating_mul(times)), column),
            Action::Top => (numbered(0), column),
            Action::Bottom => (numbered(last), column),
            Action::FirstColumn => (row, 0),
            Action::LastColumn => (row, last),
            _ => (row, column),
        };
        (grid.row, grid.column) = (to_row.min(last), to_column.min(last));
        if (grid.row, grid.column) == (row, column) {
            self.say("the matrix ends here");
        }
        self.show_cell();
    }

    /// Steps to the next cell of two articles that share something, row by row; past an end it begins again at the other.
    fn step_cells(&mut self, times: usize, by: isize) {
        for _ in 0..times.min(self.articles.len()) {
            let Some((to, wrapped)) = self.next_cell(by) else {
                let known = self.sharing.is_ordered();
                self.say(if known { "no two articles share anything" } else { "still comparing" });
                return;
            };
            if wrapped {
                self.say(if by > 0 {
                    "past the last pair: on from the first"
                } else {
                    "before the first pair: on from the last"
                });
            }
            if let Mode::Matrix(grid) = &mut self.mode {
                (grid.row, grid.column) = to;
            }
        }
        self.show_cell();
    }

    /// Finds the next cell of two articles that share something, and whether an end was passed. Costs a look at each empty row.
    fn next_cell(&self, by: isize) -> Option<((usize, usize), bool)> {
        let Mode::Matrix(grid) = &self.mode else { return None };
        let count = self.articles.len();
        let place = |article: usize| match grid.sorted {
            Sorted::ByLikeness => self.sharing.place_of(article),
            Sorted::AsOpened => article,
        };
        for step in 0..=count {
            let row = (grid.row as isize + by * step as isize).rem_euclid(count.max(1) as isize) as usize;
            let partners = self.sharing.matrix().partners(self.article_in(grid, row));
            let columns = partners.into_iter().map(place);
            let column = match (by > 0, step) {
                (true, 0) => columns.filter(|column| *column > grid.column).min(),
                (true, _) => columns.min(),
                (false, 0) => columns.filter(|column| *column < grid.column).max(),
                (false, _) => columns.max(),
            };
            if let Some(column) = column {
                let wrapped = step > 0 && if by > 0 { row <= grid.row } else { row >= grid.row };
                return Some(((row, column), wrapped));
            }
        }
        None
    }

    /// Puts the pair of the chosen cell into the panes, the row's article on the left.
    fn open_cell(&mut self) -> Vec<Effect> {
        let Some((left, right)) = self.cell() else { return Vec::new() };
        if left == right {
            self.warn("an article beside itself tells nothing; choose another column");
            return Vec::new();
        }
        self.mode = Mode::Reading;
        if (self.row.pair().left, self.row.pair().right) == (left, right) {
            self.say("these two stand here already");
            return Vec::new();
        }
        self.leave();
        self.keep_places();
        self.put(Side::Left, left);
        self.put(Side::Right, right);
        self.return_to_pair();
        Vec::new()
    }

    fn sort_otherwise(&mut self) {
        let Some(cell) = self.cell() else { return };
        let known = self.sharing.is_ordered();
        let Mode::Matrix(grid) = &mut self.mode else { return };
        grid.sorted = match grid.sorted {
            Sorted::ByLikeness => Sorted::AsOpened,
            Sorted::AsOpened => Sorted::ByLikeness,
        };
        let said = match (grid.sorted, known) {
            (Sorted::AsOpened, _) => "in the order in which they were opened",
            (Sorted::ByLikeness, true) => "by likeness: families stand together",
            (Sorted::ByLikeness, false) => "by likeness, as soon as all are compared",
        };
        self.say(said);
        self.stand_on(cell);
    }

    /// Stands on the cell of two articles, wherever it is now.
    pub(super) fn stand_on(&mut self, (row, column): (usize, usize)) {
        let last = self.articles.len().saturating_sub(1);
        let places = [row, column].map(|article| self.sharing.place_of(article.min(last)));
        let Mode::Matrix(grid) = &mut self.mode else { return };
        [grid.row, grid.column] = match grid.sorted {
            Sorted::ByLikeness => places,
            Sorted::AsOpened => [row.min(last), column.min(last)],
        };
        self.show_cell();
    }

    /// Gives the parts of the matrix on the screen.
    pub fn tableau(&self) -> Tableau {
        Tableau::of(self.geometry().body(), self.articles.len())
    }

    /// Scrolls as little as brings the chosen cell into view.
    pub(super) fn show_cell(&mut self) {
        let (tableau, count) = (self.tableau(), self.articles.len());
        let Mode::Matrix(grid) = &mut self.mode else { return };
        let shown = |first: usize, at: usize, room: usize| {
            let first = first.min(at).max((at + 1).saturating_sub(room));
            first.min(count.saturating_sub(room))
        };
        grid.first = (shown(grid.first.0, grid.row, tableau.rows), shown(grid.first.1, grid.column, tableau.columns));
    }
}
