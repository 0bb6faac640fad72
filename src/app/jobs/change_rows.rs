//! The rows of all changes of a diff: each with what happened, its kinds, and its words.

use std::sync::Arc;

use super::list_row::{Goal, ListRow, on_one_line};
use crate::article::ParagraphId;
use crate::collate::{Fate, Variant, Weight};
use crate::facts::{ChangeKind, ChangeKinds};
use crate::page::{Compared, NOTED};
use crate::report::{describe_break, is_renumbered};
use crate::text::{Pair, Side, Span, named, plural, with_strangers};

/// The most differences of a change that are shown; no screen has room for more.
const MOST: usize = 12;
/// Bytes of a paragraph that are enough for its first words on any screen.
const FIRST: usize = 400;

/// A row for each of some changes.
#[derive(Debug)]
pub(in crate::app) struct ChangeRows {
    pub compared: Arc<Compared>,
    /// The changes, as bands; for each, whether it is reviewed, and its note.
    pub changes: Vec<(usize, bool, Option<String>)>,
}

impl ChangeRows {
    pub fn len(&self) -> usize {
        self.changes.len()
    }

    /// Makes the row of a change.
    pub fn row(&self, at: usize) -> Option<ListRow> {
        let (at, done, noted) = self.changes.get(at)?;
        let band = self.compared.bands.get(*at)?;
        let variants = variants(&self.compared, *at);
        let home =
            |side: Side| band.home.filter(|_| band.paragraph_ids[side].is_empty()).map(|home| home.0..home.0 + 1);
        let paragraph_ids =
            Pair::from_fn(|side| numbers(home(side).unwrap_or_else(|| band.paragraph_ids[side].clone())));
        let arrow = if paragraph_ids.left.is_empty() || paragraph_ids.right.is_empty() { "" } else { " → " };
        let whole = matches!(band.fate, Fate::Added | Fate::Removed | Fate::Moved | Fate::Gone) && variants.is_empty();
        let differing = if whole { Vec::new() } else { differing(&self.compared, *at) };
        let (words, lit) = match differing.as_slice() {
            [] if band.fate == Fate::Same => (self.breaks(*at), Vec::new()),
            [] => (self.first_words(*at), Vec::new()),
            some => self.differences(some),
        };
        let noted = noted.as_ref().map(|text| format!("{NOTED} {text}"));
        let why = [noted, Some(self.why(*at, &variants))].into_iter().flatten().collect::<Vec<_>>().join(" · ");
        Some(ListRow {
            fate: Some(band.fate),
            moved: self.compared.passages_moved(*at) > 0,
            place: format!("{} {}{arrow}{}", if *done { "✓" } else { " " }, paragraph_ids.left, paragraph_ids.right),
            words,
            lit,
            why,
            goal: Goal::Change(*at),
            ..ListRow::default()
        })
    }

    fn side(&self, band: usize) -> Side {
        let right = self.compared.bands.get(band).is_some_and(|band| !band.paragraph_ids.right.is_empty());
        if right { Side::Right } else { Side::Left }
    }

    /// Says what differs: `old → new`, with the new words highlighted.
    fn differences(&self, differing: &[DifferingPart]) -> (String, Vec<Span>) {
        let (mut words, mut lit) = (String::new(), Vec::new());
        for DifferingPart { spans, weight } in differing.iter().take(MOST) {
            let said = Pair::from_fn(|side: Side| {
                let text = spans[side].of(&self.compared.articles[side].text);
                // What nobody could tell by sight is named.
                on_one_line(&if *weight == Weight::Mark { named(text) } else { with_strangers(text) })
            });
            words.push_str(if words.is_empty() { "" } else { " · " });
            match (said.left.is_empty(), said.right.is_empty()) {
                (false, true) => words.push_str(&format!("− {}", said.left)),
                (true, false) => words.push_str(&format!("+ {}", said.right)),
                _ => words.push_str(&format!("{} → {}", said.left, said.right)),
            }
            lit.push(Span::new(words.len() - said.right.len(), words.len()));
        }
        (words, lit)
    }

    /// Says which breaks differ.
    fn breaks(&self, at: usize) -> String {
        let described = self.compared.breaks_in(at).take(MOST);
        let described = described.map(|(_, one)| describe_break(&self.compared.articles.right, one));
        described.collect::<Vec<_>>().join(" · ")
    }

    fn first_words(&self, at: usize) -> String {
        let Some(band) = self.compared.bands.get(at) else { return String::new() };
        let side = self.side(at);
        let text = &self.compared.articles[side].text;
        let Some(paragraph) = self.compared.articles[side].paragraphs.get(band.paragraph_ids[side].start) else {
            return String::new();
        };
        let (start, end) = (paragraph.span.start(), paragraph.span.end().min(paragraph.span.start() + FIRST));
        let end = (start..=end).rev().find(|end| text.is_char_boundary(*end)).unwrap_or(start);
        on_one_line(text.get(start..end).unwrap_or_default())
    }

    /// Says what happened, and what kind of change it is.
    fn why(&self, at: usize, variants: &[&Variant]) -> String {
        let Some(band) = self.compared.bands.get(at) else { return String::new() };
        let said = match band.fate {
            Fate::Same => "only breaks differ".to_owned(),
            Fate::Edited => "edited".to_owned(),
            Fate::Removed => "removed".to_owned(),
            Fate::Added => "added".to_owned(),
            Fate::Moved | Fate::Gone => "moved".to_owned(),
        };
        let shifted = self.compared.passages_moved(at);
        let shifted = (shifted > 0).then(|| format!("{} moved", plural(shifted, "passage")));
        let kinds = change_kinds(&self.compared, at);
        let marks = variants.iter().filter(|variant| variant.weight == Weight::Mark).count();
        let marks = (marks > 0 && marks == variants.len()).then(|| match is_renumbered(&self.compared, band) {
            true => "only the number of the item".to_owned(),
            false => "only punctuation or case".to_owned(),
        });
        [Some(said), shifted, kinds, marks].into_iter().flatten().collect::<Vec<_>>().join(" · ")
    }
}

/// The kinds of a change, as in “number, negation”; `None` if only wording differs.
pub fn change_kinds(compared: &Compared, at: usize) -> Option<String> {
    let all = variants(compared, at).into_iter().fold(ChangeKinds::NONE, |all, variant| all.and(variant.kinds));
    let kinds = all.telling();
    (!kinds.is_empty() && !kinds.has(ChangeKind::Wording)).then(|| kinds.names())
}

fn variants(compared: &Compared, at: usize) -> Vec<&Variant> {
    let Some(band) = compared.bands.get(at) else { return Vec::new() };
    let side = if band.paragraph_ids.right.is_empty() { Side::Left } else { Side::Right };
    let each = band.paragraph_ids[side].clone().flat_map(|at| compared.collation.matches_in(side, ParagraphId(at)));
    let all = each.filter_map(|&at| compared.collation.matches.get(at)).flat_map(|found| &found.variants);
    all.filter(|variant| variant.weight != Weight::Slight).collect()
}

/// Something that differs in a band.
pub struct DifferingPart {
    /// Where it stands; empty on a side that has nothing in its place.
    spans: Pair<Span>,
    weight: Weight,
}

/// What differs in a band, in the order of the new text: words that were replaced, and what only one side has.
pub fn differing(compared: &Compared, at: usize) -> Vec<DifferingPart> {
    let Some(band) = compared.bands.get(at) else { return Vec::new() };
    let stretch = Pair::from_fn(|side: Side| {
        let within = compared.articles[side].paragraphs.get(band.paragraph_ids[side].clone()).unwrap_or_default();
        within.iter().map(|paragraph| paragraph.span).reduce(Span::join).unwrap_or_default()
    });
    let found = |side: Side| {
        let each = band.paragraph_ids[side].clone();
        let each = each.flat_map(move |at| compared.collation.matches_in(side, ParagraphId(at)));
        each.filter_map(|&at| compared.collation.matches.get(at))
    };
    let side = if band.paragraph_ids.right.is_empty() { Side::Left } else { Side::Right };
    let counts = found(side).flat_map(|found| &found.variants).filter(|variant| variant.weight != Weight::Slight);
    let one = |one: &Variant| (one.spans[side].start(), DifferingPart { spans: one.spans, weight: one.weight });
    let mut all: Vec<(usize, DifferingPart)> = counts.map(one).collect();
    for this in Side::BOTH {
        for alone in compared.alone_on(this, stretch[this]) {
            // What the shown side lacks comes after the text that both have before it.
            let before = found(this).filter(|found| found.passages[this].span.end() <= alone.start());
            let place = if this == side {
                alone.start()
            } else {
                before.map(|found| found.passages[side].span.end()).max().unwrap_or(0)
            };
            let spans = Pair::from_fn(|one| if one == this { alone } else { Span::default() });
            all.push((place, DifferingPart { spans, weight: Weight::Changed }));
        }
    }
    all.sort_by_key(|(place, one)| (*place, one.spans.left.start()));
    all.into_iter().map(|(_, one)| one).collect()
}

fn numbers(paragraph_ids: std::ops::Range<usize>) -> String {
    match paragraph_ids.len() {
        0 => String::new(),
        1 => format!("¶{}", paragraph_ids.start + 1),
        _ => format!("¶{}-{}", paragraph_ids.start + 1, paragraph_ids.end),
    }
}
