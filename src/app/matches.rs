//! The list of all matches: every link with its class, how much of the paragraph it is, its first words, and why it is one.

use super::app::{App, Mode};
use super::listing::{Goal, ListRow, Listed, Listing, on_one_line};
use super::lit::Lit;
use super::noting::NOTED;
use crate::article::Locus;
use crate::collate::{Collation, Link, Match, Tie};
use crate::text::{Pair, Side};

/// Bytes of a passage that are enough for its first words on any screen.
const FIRST: usize = 400;

impl App {
    /// Lists what is lit of what the open pair shares, from the link on which the reader stands.
    pub(super) fn list_matches(&mut self) {
        let lit = if self.lit == Lit::OnlyHere { Lit::Shared } else { self.lit };
        let notes = self.note_rows();
        if self.stepping_order(lit).is_empty() && notes.is_empty() {
            self.say_why_none(lit);
            return;
        }
        let Some(collation) = self.collation.clone() else { return };
        let order = self.stepping_order(lit);
        let tie = |link: &usize| match collation.alignment.get(*link) {
            Some(Link::Both(tie)) => Some(tie),
            _ => None,
        };
        let links = order.iter().filter_map(tie).map(|tie| self.row_of_link(&collation, tie));
        let rows: Vec<ListRow> = links.chain(notes).collect();
        let at = self.stand(lit).0.min(rows.len().saturating_sub(1));
        self.mode = Mode::Listing(Box::new(Listing::of(Listed::Matches, rows, at)));
    }

    fn row_of_link(&self, collation: &Collation, tie: &Tie) -> ListRow {
        let found: Vec<&Match> = tie.matches.iter().filter_map(|&at| collation.matches.get(at)).collect();
        let (here, there) = (tie.loci[self.focus], tie.loci[self.focus.other()]);
        ListRow {
            class: Some(tie.class),
            moved: tie.moved,
            place: format!("¶{} → ¶{}", here.0 + 1, there.0 + 1),
            figure: format!("{} %", self.covered(tie, &found)),
            words: self.first_words(&found),
            lit: Vec::new(),
            why: self.why(tie, &found),
            goal: Goal::Link(tie.loci),
        }
    }

    /// Gives how much of the focused pane's paragraph is shared, in percent of its words.
    fn covered(&self, tie: &Tie, found: &[&Match]) -> usize {
        let paragraph = self.focused().open_article().paragraphs.get(tie.loci[self.focus].0);
        let all = paragraph.map_or(0, |paragraph| paragraph.tokens.len());
        let shared: usize = found.iter().map(|found| found.passages[self.focus].tokens.len()).sum();
        (shared.min(all) * 100).checked_div(all).unwrap_or(0)
    }

    fn first_words(&self, found: &[&Match]) -> String {
        let text = &self.focused().open_article().text;
        let first = found.iter().map(|found| found.passages[self.focus].span).min_by_key(|span| span.start());
        let Some(span) = first else { return String::new() };
        let end = (span.start()..=span.end().min(span.start() + FIRST)).rev().find(|end| text.is_char_boundary(*end));
        on_one_line(end.and_then(|end| text.get(span.start()..end)).unwrap_or_default())
    }

    /// Says why two paragraphs are linked: words shared and changed, how rare they are, and what is out of order or repeated.
    fn why(&self, tie: &Tie, found: &[&Match]) -> String {
        let shared: usize = found.iter().map(|found| found.shared).sum();
        let changed = |side: Side| found.iter().map(|found| found.changed(side)).sum::<usize>();
        let changed = changed(Side::Left).max(changed(Side::Right));
        let rarity: usize = found.iter().map(|found| found.rarity).sum();
        let noted = self.note_of(tie).map(|standing| format!("{NOTED} {}", standing.note.text));
        let mut why: Vec<String> = noted.into_iter().collect();
        why.push(if shared == 1 { "1 word shared".to_owned() } else { format!("{shared} words shared") });
        if changed > 0 {
            why.push(format!("{changed} changed"));
        }
        why.push(format!("rarity {rarity}"));
        why.extend(tie.moved.then(|| self.moved_from(tie.loci)));
        why.extend(tie.echo.then(|| "a repetition".to_owned()));
        why.join(" · ")
    }

    /// Says where what is moved would stand in the other article if it had kept its place.
    fn moved_from(&self, loci: Pair<Locus>) -> String {
        let after = self.anchors.partition_point(|anchor| anchor[self.focus] < loci[self.focus]);
        let before = after.checked_sub(1).and_then(|at| self.anchors.get(at));
        let next = self.anchors.iter().skip(after).find(|anchor| anchor[self.focus] > loci[self.focus]);
        let number = |anchor: &Pair<Locus>| anchor[self.focus.other()].0 + 1;
        match (before, next) {
            (Some(before), _) => format!("moved: in order it would follow ¶{}", number(before)),
            (None, Some(next)) => format!("moved: in order it would precede ¶{}", number(next)),
            (None, None) => "moved".to_owned(),
        }
    }
}
