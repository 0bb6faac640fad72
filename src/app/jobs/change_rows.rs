//! The rows of all changes of a diff: each with what became of it, its kinds, and what it says.

use std::sync::Arc;

use super::list_row::{Goal, ListRow, on_one_line};
use crate::article::ParagraphId;
use crate::collate::{Fate, Variant, Weight};
use crate::facts::{ChangeKind, ChangeKinds};
use crate::page::{Compared, NOTED};
use crate::text::{Pair, Side, Span, plural};

/// Differences told of a change at most; no screen has room for more.
const MOST: usize = 12;
/// Bytes of a paragraph that are enough for its first words on any screen.
const FIRST: usize = 400;

/// A row for each of some changes.
#[derive(Debug)]
pub(in crate::app) struct ChangeRows {
    pub compared: Arc<Compared>,
    /// The changes, as bands; for each whether the reader is done with it, and what is noted of it.
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
        let variants = self.variants(*at);
        let home =
            |side: Side| band.home.filter(|_| band.paragraph_ids[side].is_empty()).map(|home| home.0..home.0 + 1);
        let paragraph_ids =
            Pair::from_fn(|side| numbers(home(side).unwrap_or_else(|| band.paragraph_ids[side].clone())));
        let arrow = if paragraph_ids.left.is_empty() || paragraph_ids.right.is_empty() { "" } else { " → " };
        let (words, lit) = match variants.as_slice() {
            [] => (self.first_words(*at), Vec::new()),
            some => self.differences(some),
        };
        let noted = noted.as_ref().map(|text| format!("{NOTED} {text}"));
        let why = [noted, Some(self.why(*at, &variants))].into_iter().flatten().collect::<Vec<_>>().join(" · ");
        Some(ListRow {
            fate: Some(band.fate),
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

    fn variants(&self, at: usize) -> Vec<&Variant> {
        let Some(band) = self.compared.bands.get(at) else { return Vec::new() };
        let (side, collation) = (self.side(at), &self.compared.collation);
        let each = band.paragraph_ids[side].clone().flat_map(|at| collation.matches_in(side, ParagraphId(at)));
        let all = each.filter_map(|&at| collation.matches.get(at)).flat_map(|found| &found.variants);
        all.filter(|variant| variant.weight != Weight::Slight).collect()
    }

    /// Says what differs: `old → new`, the new words lit.
    fn differences(&self, variants: &[&Variant]) -> (String, Vec<Span>) {
        let (mut words, mut lit) = (String::new(), Vec::new());
        for variant in variants.iter().take(MOST) {
            let said =
                Pair::from_fn(|side: Side| on_one_line(variant.spans[side].of(&self.compared.articles[side].text)));
            words.push_str(if words.is_empty() { "" } else { " · " });
            match (said.left.is_empty(), said.right.is_empty()) {
                (false, true) => words.push_str(&format!("[-{}-]", said.left)),
                (true, false) => words.push_str(&format!("{{+{}+}}", said.right)),
                _ => words.push_str(&format!("{} → {}", said.left, said.right)),
            }
            lit.push(Span::new(words.len() - said.right.len(), words.len()));
        }
        (words, lit)
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

    /// Says what became of it, and of what kind the change is.
    fn why(&self, at: usize, variants: &[&Variant]) -> String {
        let Some(band) = self.compared.bands.get(at) else { return String::new() };
        let said = match band.fate {
            Fate::Same => "unchanged".to_owned(),
            Fate::Edited => "edited".to_owned(),
            Fate::Removed => "removed".to_owned(),
            Fate::Added => "added".to_owned(),
            Fate::Moved => "moved here".to_owned(),
            Fate::Gone => "moved away".to_owned(),
        };
        let kinds = variants.iter().fold(ChangeKinds::NONE, |all, variant| all.and(variant.kinds)).telling();
        let kinds = (!kinds.is_empty() && !kinds.has(ChangeKind::Wording)).then(|| kinds.names());
        let marks = variants.iter().filter(|variant| variant.weight == Weight::Mark).count();
        let marks = (marks > 0 && marks == variants.len()).then(|| plural(marks, "mark"));
        [Some(said), kinds, marks].into_iter().flatten().collect::<Vec<_>>().join(" · ")
    }
}

fn numbers(paragraph_ids: std::ops::Range<usize>) -> String {
    match paragraph_ids.len() {
        0 => String::new(),
        1 => format!("¶{}", paragraph_ids.start + 1),
        _ => format!("¶{}-{}", paragraph_ids.start + 1, paragraph_ids.end),
    }
}
