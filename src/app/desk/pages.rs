//! Lays out the pages of all panes for another size or other hidden text.

use super::desk::Desk;
use super::follow::follow;
use super::follow::is_alongside;
use super::step::face_to_face;
use super::step::is_face_to_face;
use std::sync::Arc;
/// Lays out all pages for another size or other hidden text; what was side by side still is.
pub(in crate::app) fn set_pages(desk: &mut Desk) {
    let (faced, alongside) = (is_face_to_face(desk), is_alongside(desk));
    let geometry = desk.geometry();
    let (folding, measure) = (desk.view.folding, usize::from(geometry.panes.left.text.width));
    for ix in desk.row.places() {
        let Some(article) = desk.row.get(ix).map(|pane| pane.article) else { continue };
        let mask = Arc::clone(&desk.library.masks[article]);
        if let Some(pane) = desk.row.get_mut(ix) {
            pane.set(mask, folding, measure, geometry.rows());
        }
    }
    resize_diff(desk);
    if faced {
        face_to_face(desk);
    } else if alongside {
        follow(desk, desk.row.focus);
    }
}

/// Lays out the diff for another size.
pub(in crate::app) fn resize_diff(desk: &mut Desk) {
    let (size, measure, height) = (desk.view.size, desk.settings.measure, desk.geometry().rows());
    let edge = desk.settings.scroll_offset;
    if let Some(diff) = &mut desk.diff.view {
        diff.edge = edge;
        diff.resize(size, measure, height);
    }
}
