//! Finds the role of each place in a row of text.

use std::cmp::Reverse;
use std::iter;

use super::pane_context::PaneContext;
use super::role::Role;
use crate::app::{Highlight, in_none};
use crate::article::ParagraphId;
use crate::collate::{Class, Match, Passage, Weight, in_full};
use crate::text::{Side, Span};

/// The passages on one row, in order of precedence.
pub(super) struct Passages<'a> {
    side: Side,
    lit: Highlight,
    found: Vec<Found<'a>>,
    /// The stretches on the row that no other article has, if these are highlighted.
    alone: Option<Vec<Span>>,
}

/// A match with a passage on the row.
struct Found<'a> {
    this: &'a Match,
    /// Whether it belongs to the current link.
    now: bool,
}

/// What the gutter shows for a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Mark {
    /// The class of most of the row's shared text.
    pub class: Class,
    /// Whether something on it is out of order.
    pub moved: bool,
    /// Whether all of its shared text is repeats.
    pub echo: bool,
}

impl<'a> Passages<'a> {
    /// Finds the passages on the row `row` of a paragraph. Costs the paragraph's matches.
    pub fn on(seen: &PaneContext<'a>, paragraph_id: ParagraphId, row: Span) -> Self {
        let (lit, side) = (seen.app.desk.view.lit, seen.side());
        let Some(collation) = seen.pair.collation else {
            return Self { side, lit: Highlight::Shared, found: Vec::new(), alone: None };
        };
        let now = seen.pair.now.map_or(&[][..], |paragraph_link| &paragraph_link.matches);
        let mut found: Vec<Found<'_>> = collation
            .matches_on(side, paragraph_id, row)
            .filter_map(|at| Some((at, collation.matches.get(at)?)))
            .filter(|(_, this)| lit.is_unmatched() || lit.lights(this))
            .map(|(at, this)| Found { this, now: now.binary_search(&at).is_ok() })
            .collect();
        found.sort_by_key(|found| (Reverse(found.now), found.this.echo, found.this.class));
        let lit_alone = match lit {
            Highlight::OnlyHere => Some(collation.unmatched(side)),
            Highlight::InNone => in_none(&seen.app.desk, seen.ix).map(|all| all.as_slice()),
            _ => None,
        };
        let alone = lit_alone.map(|all| {
            let first = all.partition_point(|stretch| stretch.span.end() <= row.start());
            let here = all.iter().skip(first).take_while(|stretch| stretch.span.start() < row.end());
            // Its marks are looked for only on the rows with its ends, because it may be long.
            let shown = |stretch: &Passage| match stretch.span.meet(row) {
                Some(span) if span == row => Some(row),
                _ => in_full(seen.pane.open_article(), stretch).meet(row),
            };
            here.filter_map(shown).collect()
        });
        Self { side, lit, found, alone }
    }

    /// The role of the byte at `place`, and the one drawn over it in a word that is spelled differently on the other side.
    pub fn role(&self, place: usize) -> (Role, Option<Role>) {
        let here = |found: &&Found<'_>| found.this.passages[self.side].span.contains(place);
        // A mark between matches is not unmatched text: only words are.
        if self.lit.is_unmatched() {
            let Some(alone) = &self.alone else { return (Role::Text, None) };
            return (if alone.iter().any(|alone| alone.contains(place)) { Role::Alone } else { Role::Faded }, None);
        }
        let Some(found) = self.found.iter().find(here) else { return (Role::Text, None) };
        let role = match (found.now, found.this.echo, found.this.class) {
            (false, true, _) => return (Role::Echo, None),
            (true, _, Class::Verbatim) => Role::VerbatimNow,
            (true, _, Class::Edited) => Role::EditedNow,
            (true, _, Class::Reworded) => Role::RewordedNow,
            (false, _, Class::Verbatim) => Role::Verbatim,
            (false, _, Class::Edited) => Role::Edited,
            (false, _, Class::Reworded) => Role::Reworded,
        };
        match self.variant(found.this, place) {
            Some(Weight::Changed) if found.now => (Role::ChangedNow, None),
            Some(Weight::Changed) => (Role::Changed, None),
            Some(Weight::Slight | Weight::Mark) => (role, Some(Role::Slight)),
            None => (role, None),
        }
    }

    /// The spans at whose ends the role may change, for a row of the paragraph.
    pub fn spans(&self, row: Span) -> impl Iterator<Item = Span> {
        let side = self.side;
        let variants = move |this: &'a Match| {
            let first = this.variants.partition_point(|variant| variant.spans[side].end() <= row.start());
            let here = this.variants.iter().skip(first).map(move |variant| variant.spans[side]);
            here.take_while(move |span| span.start() < row.end())
        };
        let found = self.found.iter().map(|found| found.this);
        let alone = self.alone.iter().flatten().copied();
        found.flat_map(move |this| iter::once(this.passages[side].span).chain(variants(this))).chain(alone)
    }

    /// How much the word at `place` differs from the other side; variants are in order, and empty ones contain no place.
    fn variant(&self, this: &Match, place: usize) -> Option<Weight> {
        let before = this.variants.partition_point(|variant| variant.spans[self.side].start() <= place);
        let nearest = this.variants[..before].iter().rev().find(|variant| !variant.spans[self.side].is_empty())?;
        nearest.spans[self.side].contains(place).then_some(nearest.weight)
    }

    /// Summarises the row for the gutter.
    pub fn mark(&self, row: Span) -> Option<Mark> {
        if self.lit.is_unmatched() {
            return None;
        }
        let echo = self.found.iter().all(|found| found.this.echo);
        let counted = || self.found.iter().filter(|found| found.this.echo == echo);
        let cells = |class: Class| -> usize {
            let these = counted().filter(|found| found.this.class == class);
            these.filter_map(|found| found.this.passages[self.side].span.meet(row)).map(Span::len).sum()
        };
        let class = Class::ALL.into_iter().rev().max_by_key(|class| cells(*class))?;
        let moved = counted().any(|found| found.this.moved);
        (!self.found.is_empty()).then_some(Mark { class, moved, echo })
    }
}
