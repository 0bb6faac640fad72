//! Finds the role of each place in a row of a diff.

use super::role::Role;
use crate::article::ParagraphId;
use crate::collate::{Fate, Match, Weight};
use crate::page::{Compared, Ink, letters_apart};
use crate::text::{Pair, Side, Span};

/// What changed on a row of one side.
pub(super) struct Changed<'a> {
    side: Side,
    fate: Fate,
    /// The paragraph that this one moved from or to as a whole.
    home: Option<ParagraphId>,
    /// Text that only this side has.
    alone: Vec<Span>,
    /// Matches with the other side.
    shared: Vec<&'a Match>,
    /// Letters that differ inside replaced words.
    letters: Vec<Span>,
}

impl<'a> Changed<'a> {
    /// Finds what changed on a row of a paragraph.
    pub fn on(compared: &'a Compared, side: Side, paragraph_id: ParagraphId, row: Span) -> Self {
        let band = compared.bands.get(compared.band_of(side, paragraph_id));
        let (fate, home) = band.map_or((Fate::Same, None), |band| (band.fate, band.home));
        let alone = compared.alone_on(side, row).collect();
        let letters = letters_on(compared, side, paragraph_id, row);
        Self { side, fate, home, alone, shared: compared.matches_on(side, paragraph_id, row).collect(), letters }
    }

    /// Whether the byte at `place` is a letter that differs inside a replaced word.
    pub fn is_letter(&self, place: usize) -> bool {
        self.letters.iter().any(|span| span.contains(place))
    }

    /// The role of the byte at `place`, and the one drawn over it.
    pub fn role(&self, place: usize) -> (Role, Option<Role>) {
        let whole = matches!(self.fate, Fate::Removed | Fate::Added);
        let own = if self.side == Side::Left { Role::Removed } else { Role::Added };
        let changed = (own, (!whole).then_some(Role::Differs));
        if self.alone.iter().any(|span| span.contains(place)) {
            return changed;
        }
        let Some(found) = self.shared.iter().find(|m| m.passages[self.side].span.contains(place)) else {
            return (if whole { own } else { Role::Text }, None);
        };
        let apart = found.moved && Some(found.passages[self.side.other()].paragraph_id) != self.home;
        let base = if apart { Role::Shifted } else { Role::Text };
        let near = found.variants.iter().filter(|variant| variant.spans[self.side].contains(place));
        match near.map(|variant| variant.weight).max() {
            Some(Weight::Changed) => changed,
            Some(Weight::Mark) => (own, Some(Role::Slight)),
            Some(Weight::Slight) => (base, Some(Role::Slight)),
            None => (base, None),
        }
    }
}

/// The letters on a row that differ inside replaced words.
fn letters_on(compared: &Compared, side: Side, paragraph_id: ParagraphId, row: Span) -> Vec<Span> {
    let variants = compared.matches_on(side, paragraph_id, row).flat_map(|found| &found.variants);
    let here = variants.filter(|variant| variant.weight == Weight::Changed && variant.spans[side].overlaps(row));
    let placed = here.filter_map(|variant| {
        let words = Pair::from_fn(|side: Side| variant.spans[side].of(&compared.articles[side].text));
        let apart = letters_apart(words.left, words.right)?;
        let start = variant.spans[side].start();
        Some(apart[side].iter().map(|span| Span::new(start + span.start(), start + span.end())).collect::<Vec<_>>())
    });
    placed.flatten().collect()
}

/// The role of a piece in one column, and the one drawn over it; `home` is the paragraph that its own moved from or to as a whole.
pub(super) fn woven(
    ink: Ink,
    moved: Option<ParagraphId>,
    fate: Fate,
    home: Option<ParagraphId>,
) -> (Role, Option<Role>) {
    let whole = matches!(fate, Fate::Removed | Fate::Added);
    let base = if moved.is_some() && moved != home { Role::Shifted } else { Role::Text };
    match ink {
        Ink::Plain => (base, None),
        Ink::Slight => (base, Some(Role::Slight)),
        Ink::Old => (Role::Removed, (!whole).then_some(Role::Struck)),
        Ink::New => (Role::Added, (!whole).then_some(Role::Differs)),
        Ink::OldMark => (Role::Removed, (!whole).then_some(Role::Struck)),
        Ink::NewMark => (Role::Added, (!whole).then_some(Role::Slight)),
        Ink::Went if fate == Fate::Gone => (Role::Faded, None),
        Ink::Went => (Role::Shifted, Some(Role::Struck)),
        Ink::Hidden => (Role::Hidden, None),
        Ink::Note => (Role::Moved, None),
    }
}
