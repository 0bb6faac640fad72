//! Places on a sheet: which row shows which place of either text, and what is marked beside it.

use super::column_places::{letters_before, offset_of, places_behind};
use super::compared::Marked;
use super::folds::Item;
use super::ink::Ink;
use super::inline::Column;
use super::rows::Rows;
use super::sheet::{Setting, Sheet, SheetRow};
use super::spot::{Row, Spot};
use crate::article::ParagraphId;
use crate::text::{Side, Span};

impl Sheet {
    /// Returns the row that shows the byte at `place` of a side, or its fold.
    pub fn spot_of(&self, side: Side, place: usize) -> Spot {
        let (article, page) = (&self.compared().articles[side], &self.pages()[side]);
        let paragraph_id = article.paragraph_id_at(place);
        let band = self.compared().band_of(side, paragraph_id);
        let start = self.start_of(band);
        let Some(Item::Band(_)) = self.items().get(start.block) else { return start };
        let row = match self.setting() {
            Setting::Inline(_) => {
                let letters = letters_in(&article.text, Span::new(self.band_start(band, side), place));
                let above = |column: &Column| {
                    let at = offset_of(column, side, letters);
                    column.rows().partition_point(|row| row.start() <= at)
                };
                self.column(band).map_or(0, above).saturating_sub(1)
            }
            Setting::Beside(_) => {
                let Some(first) = self.first_of(band, side) else { return start };
                let inside = page.between(first, page.spot_of(place), usize::MAX).max(0).unsigned_abs();
                self.across(band).iter().position(|row| row[side] == Some(inside)).unwrap_or(0)
            }
        };
        Spot { row: row.min(self.tall(band).saturating_sub(1)), ..start }
    }

    /// Returns the place in a side's text for a row; if that side has nothing there, the nearest above in its band, or `None` if it has
    /// nothing in the band.
    pub fn place_of(&self, spot: Spot, side: Side) -> Option<usize> {
        let spot = self.nearest(spot);
        let band = self.bands_at(spot).start;
        let paragraphs = &self.compared().articles[side].paragraphs;
        let paragraph_ids = self.compared().bands.get(band)?.paragraph_ids[side].clone();
        let within = paragraphs.get(paragraph_ids)?;
        let (first, last) = (within.first()?.span, within.last()?.span);
        match (self.setting(), self.items().get(spot.block)?) {
            (_, Item::Fold(_)) => Some(first.start()),
            (Setting::Inline(_), _) => {
                let column = self.column(band)?;
                let start = column.rows().get(spot.row).or(column.rows().last()).map_or(0, |row| row.start());
                let whole = Span::new(first.start(), last.end());
                let text = &self.compared().articles[side].text;
                let place = place_behind(text, whole, letters_before(column, side, start));
                Some(self.pages()[side].place_of(self.pages()[side].spot_of(place)))
            }
            (Setting::Beside(_), _) => {
                let rows = self.across(band);
                let upwards = rows.get(..=spot.row).unwrap_or(rows).iter().rev();
                let inside = upwards.chain(rows).find_map(|row| row[side])?;
                let here = self.pages()[side].step(self.first_of(band, side)?, inside.cast_signed());
                Some(self.pages()[side].place_of(here))
            }
        }
    }

    /// Returns the paragraph at the row on a side, or the nearest before it that has one there.
    pub fn paragraph_id_near(&self, spot: Spot, side: Side) -> ParagraphId {
        if let Some(place) = self.place_of(spot, side) {
            return self.compared().articles[side].paragraph_id_at(place);
        }
        let band = self.bands_at(spot).start;
        let before = self.compared().bands.get(..band).unwrap_or_default();
        let near = before.iter().rev().find(|band| !band.paragraph_ids[side].is_empty());
        ParagraphId(near.map_or(0, |band| band.paragraph_ids[side].end.saturating_sub(1)))
    }

    /// Returns what is marked beside a row: on a side's page, or in one column.
    pub fn marked(&self, row: &SheetRow, side: Side) -> Marked {
        match row {
            SheetRow::Beside(spots) => {
                let page = &self.pages()[side];
                let Some(Row::Text(span)) = spots[side].map(|spot| page.row(spot)) else { return Marked::default() };
                self.compared().marked(side, page.article().paragraph_id_at(span.start()), span)
            }
            SheetRow::Inline(band, row) => {
                let inks = || self.column(*band).into_iter().flat_map(|column| column.inks_on(*row));
                let changed = inks().any(|(ink, _)| matches!(ink, Ink::Old | Ink::New | Ink::OldMark | Ink::NewMark));
                let broken = self.column(*band).is_some_and(|column| !column.breaks_on(*row).is_empty());
                Marked { changed, moved: inks().any(|(_, moved)| moved.is_some()), broken }
            }
            SheetRow::Fold(_) | SheetRow::Gap => Marked::default(),
        }
    }

    /// Marks where breaks differ in a band's column.
    pub(super) fn place_breaks(&self, band: usize, column: &mut Column) {
        let text = &self.compared().articles.right.text;
        let (mut counts, mut breaks) = (Vec::new(), Vec::new());
        let (mut from, mut before) = (self.band_start(band, Side::Right), 0);
        for (place, one) in self.compared().breaks_in(band) {
            before += letters_in(text, Span::new(from, place.max(from)));
            from = place.max(from);
            counts.push(before);
            breaks.push(one.breaks);
        }
        column.breaks = places_behind(column, Side::Right, &counts).into_iter().zip(breaks).collect();
    }

    /// Returns where a side's text of a band begins.
    fn band_start(&self, band: usize, side: Side) -> usize {
        let paragraph_ids =
            self.compared().bands.get(band).map(|band| band.paragraph_ids[side].clone()).unwrap_or_default();
        let first = self.compared().articles[side].paragraphs.get(paragraph_ids.start);
        first.filter(|_| !paragraph_ids.is_empty()).map_or(0, |paragraph| paragraph.span.start())
    }
}

/// Counts the letters of a stretch, ignoring white space.
fn letters_in(text: &str, stretch: Span) -> usize {
    text.get(stretch.range()).unwrap_or_default().chars().filter(|c| !c.is_whitespace()).count()
}

/// Returns the place in a stretch that has so many letters before it, ignoring white space.
fn place_behind(text: &str, stretch: Span, letters: usize) -> usize {
    let within = text.get(stretch.range()).unwrap_or_default();
    let place = within.char_indices().filter(|(_, c)| !c.is_whitespace()).nth(letters);
    place
        .map_or(stretch.end(), |(at, _)| stretch.start() + at)
        .min(stretch.end().saturating_sub(1).max(stretch.start()))
}
