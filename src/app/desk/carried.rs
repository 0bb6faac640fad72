//! Maps a place in a text to a newer version of the text.

/// The place in a new text that corresponds to a place in the old one. Text before the first change keeps its place, and text after the
/// last change moves with it.
pub(in crate::app) fn carried(old: &str, new: &str, place: usize) -> usize {
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
