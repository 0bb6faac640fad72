//! The parts of the matrix on the screen: titles on the left, cells beside them.

use super::geometry::Area;

/// Columns and rows of the border and the space inside it.
const AROUND: u16 = 4;
const BORDER: u16 = 2;
/// The row of column numbers.
const HEAD: u16 = 1;
/// Columns between two parts of a title.
const BETWEEN: u16 = 2;
/// Columns for a number of words.
const WORDS: u16 = 7;
/// The most columns a name takes beyond what the cells need.
const SPARE: u16 = 12;

/// How wide the parts of the matrix are, in cells, and how many rows and columns of it are in view.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tableau {
    /// Everything inside the border.
    pub inner: Area,
    /// An article's number.
    pub number: u16,
    /// Its name.
    pub name: u16,
    /// Its source; 0 if there is no room for it.
    pub source: u16,
    /// Its words; 0 if there is no room for them.
    pub words: u16,
    /// A cell; wide enough for a shade from five columns on.
    pub cell: u16,
    /// Rows in view.
    pub rows: usize,
    /// Columns in view.
    pub columns: usize,
}

impl Tableau {
    /// Divides an area for this many articles.
    pub fn of(body: Area, articles: usize) -> Self {
        let inner = Area {
            x: body.x + AROUND / 2,
            y: body.y + BORDER / 2,
            width: body.width.saturating_sub(AROUND),
            height: body.height.saturating_sub(BORDER),
        };
        let digits = articles.max(10).ilog10() as u16 + 1;
        let (name, source, words) = match body.width {
            0..60 => (9, 0, 0),
            60..100 => (18, 0, WORDS),
            100..140 => (24, 14, WORDS),
            _ => (36, 20, WORDS),
        };
        let mut tableau = Self { inner, number: digits, name, source, words, ..Self::default() };
        let room = |tableau: &Self| inner.width.saturating_sub(tableau.titles());
        let all = |cell: u16| usize::from(cell).saturating_mul(articles);
        let shaded = body.width >= 100 || all(5) <= usize::from(room(&tableau));
        tableau.cell = (if shaded { 5 } else { 4 }).max(digits + 1);
        let spare = usize::from(room(&tableau)).saturating_sub(all(tableau.cell)).min(usize::from(SPARE)) as u16;
        tableau.name += spare;
        tableau.rows = usize::from(inner.height.saturating_sub(HEAD)).max(1);
        tableau.columns = usize::from(room(&tableau) / tableau.cell).max(1);
        tableau
    }

    /// The columns before the first cell.
    pub fn titles(&self) -> u16 {
        let parts = [self.source, self.words].into_iter().filter(|part| *part > 0);
        self.number + BETWEEN + self.name + BETWEEN + parts.map(|part| part + BETWEEN).sum::<u16>()
    }
}
