//! The margin of a diff: lines from the old to the new place of moved text.

use std::collections::BTreeMap;

use super::connectors::{Connector, LinkOrder, Look};
use super::visible_rows::End;
use crate::app::DiffView;
use crate::article::ParagraphId;
use crate::collate::{Class, Fate, Match};
use crate::page::{Row, SheetRow, Spot};
use crate::text::{Pair, Side, Span};

/// A row of a side's text on the screen.
struct VersionRow {
    row: u16,
    band: usize,
    paragraph_id: ParagraphId,
    span: Span,
}

/// Collects the moves with an end on the screen: whole paragraphs by their first rows, passages by their own. Costs the visible rows.
pub(super) fn connectors(diff: &DiffView, rows: &[(Spot, SheetRow)]) -> Vec<Connector> {
    let seen = Pair::from_fn(|side| seen(diff, side, rows));
    let compared = diff.sheet.compared();
    let now = diff.sheet.bands_at(diff.cursor).start;
    let mut found: BTreeMap<Pair<End>, (Look, Pair<ParagraphId>)> = BTreeMap::new();
    for side in Side::BOTH {
        for this in &seen[side] {
            let band = compared.bands.get(this.band);
            let whole = band.filter(|band| matches!(band.fate, Fate::Gone | Fate::Moved)).and_then(|band| band.home);
            let start = |side: Side, paragraph_id: ParagraphId| {
                compared.articles[side].paragraphs.get(paragraph_id.0).map_or(0, |paragraph| paragraph.span.start())
            };
            let places: Vec<Pair<usize>> = match whole {
                Some(home)
                    if start(side, this.paragraph_id) < this.span.end()
                        && start(side, this.paragraph_id) >= this.span.start() =>
                {
                    let here = start(side, this.paragraph_id);
                    let there = start(side.other(), home);
                    vec![Pair::from_fn(|at| if at == side { here } else { there })]
                }
                Some(_) => continue,
                None => {
                    let begins = |m: &&Match| m.moved && this.span.contains(m.passages[side].span.start());
                    let here = compared.matches_on(side, this.paragraph_id, this.span).filter(begins);
                    here.map(|m| m.passages.as_ref().map(|passage| passage.span.start())).collect()
                }
            };
            for places in places {
                let ends = Pair::from_fn(|side| end(diff, side, places[side], &seen[side]));
                let paragraph_ids = Pair::from_fn(|side| compared.articles[side].paragraph_id_at(places[side]));
                let here = Side::BOTH.iter().any(|&side| compared.band_of(side, paragraph_ids[side]) == now);
                let look = if here { Look::Now } else { Look::Shared(Class::Verbatim, LinkOrder::Moved) };
                let known = found.entry(ends).or_insert((look, paragraph_ids));
                if look > known.0 {
                    *known = (look, paragraph_ids);
                }
            }
        }
    }
    found.into_iter().map(|(ends, (look, paragraph_ids))| Connector { ends, look, paragraph_ids }).collect()
}

fn seen(diff: &DiffView, side: Side, rows: &[(Spot, SheetRow)]) -> Vec<VersionRow> {
    let page = &diff.sheet.pages()[side];
    let text = |(at, (spot, row)): (usize, &(Spot, SheetRow))| {
        let SheetRow::Beside(spots) = row else { return None };
        let Row::Text(span) = page.row(spots[side]?) else { return None };
        let paragraph_id = page.article().paragraph_id_at(span.start());
        Some(VersionRow { row: at as u16, band: diff.sheet.bands_at(*spot).start, paragraph_id, span })
    };
    rows.iter().enumerate().filter_map(text).collect()
}

/// Where a place is, seen from the screen.
fn end(diff: &DiffView, side: Side, place: usize, seen: &[VersionRow]) -> End {
    if let Some(here) = seen.iter().find(|seen| seen.span.contains(place)) {
        return End::At(here.row);
    }
    let compared = diff.sheet.compared();
    let start = diff.sheet.start_of(compared.band_of(side, compared.articles[side].paragraph_id_at(place)));
    if start <= diff.top { End::Above } else { End::Below }
}
