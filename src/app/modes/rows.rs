//! The rows of a list: made when they are looked at, and folded for comparing once, away from the keys where there are many.

use super::listing::Listing;
use super::shelf_list::with_amount;
use crate::app::desk::desk::Desk;
use crate::app::jobs::Goal;
use crate::app::jobs::ListRow;
use crate::collate::share;

/// A row of a list, with what has been found since the list was opened.
pub fn list_row(desk: &Desk, list: &Listing, at: usize) -> Option<ListRow> {
    let mut row = list.rows.row(at)?;
    if let Goal::Article(article) = row.goal {
        row.figure = covered_beside(desk, article);
    }
    if let Goal::Shelf(at) = row.goal {
        with_amount(desk, &mut row, at);
    }
    Some(row)
}

/// Says how much of an article is in that of the other pane, if it is known.
fn covered_beside(desk: &Desk, article: usize) -> String {
    let other = desk.row[desk.row.focus.other()].article;
    if article == other {
        return "beside".to_owned();
    }
    if !desk.sharing.knows(article, other) {
        return String::new();
    }
    let matrix = desk.sharing.matrix();
    if matrix.is_too_short(article, other) {
        return "too short".to_owned();
    }
    format!("{} % in {}", share(matrix.percent(article, other), matrix.shared(article, other)), other + 1)
}
