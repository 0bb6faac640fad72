//! The rows of all links: each with its class, how much of the paragraph it covers, its first words, and why it is a link.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::list_row::Goal;
use super::list_row::ListRow;
use super::list_row::on_one_line;
use crate::article::{Article, ParagraphId};
use crate::collate::{Collation, Link, Match, ParagraphLink, share};
use crate::facts::{ChangeKind, ChangeKinds};
use crate::page::NOTED;
use crate::text::{Pair, Side, percent_of};

/// Bytes of a passage that are enough for its first words on any screen.
const FIRST: usize = 400;

/// A row for each of some links, seen from one pane.
#[derive(Debug)]
pub(in crate::app) struct LinkRows {
    pub collation: Arc<Collation>,
    /// The links, as indexes into the collation's alignment.
    pub links: Vec<usize>,
    /// The pane they are seen from, and its article.
    pub side: Side,
    pub article: Arc<Article>,
    /// The paragraphs that correspond in order.
    pub anchors: Vec<Pair<ParagraphId>>,
    /// The links that are reviewed, by their paragraphs.
    pub reviewed: HashSet<(ParagraphId, ParagraphId)>,
    /// The notes on links, by their paragraphs.
    pub noted: HashMap<(ParagraphId, ParagraphId), String>,
    /// The rows of notes on paragraphs, which follow.
    pub notes: Vec<ListRow>,
}

impl LinkRows {
    pub fn len(&self) -> usize {
        self.links.len() + self.notes.len()
    }

    /// Makes the row of a link.
    pub fn row(&self, at: usize) -> Option<ListRow> {
        let Some(link) = self.links.get(at) else {
            return self.notes.get(at.checked_sub(self.links.len())?).cloned();
        };
        match self.collation.alignment.get(*link)? {
            Link::Both(paragraph_link) => Some(self.row_of_link(paragraph_link)),
            Link::Only(..) => None,
        }
    }

    fn row_of_link(&self, paragraph_link: &ParagraphLink) -> ListRow {
        let found: Vec<&Match> =
            paragraph_link.matches.iter().filter_map(|&at| self.collation.matches.get(at)).collect();
        let (here, there) = (paragraph_link.paragraph_ids[self.side], paragraph_link.paragraph_ids[self.side.other()]);
        ListRow {
            class: Some(paragraph_link.class),
            fate: None,
            moved: paragraph_link.moved || found.iter().any(|found| found.moved),
            place: format!("{}¶{} → ¶{}", self.marks(paragraph_link), here.0 + 1, there.0 + 1),
            figure: String::new(),
            words: self.first_words(&found),
            lit: Vec::new(),
            why: self.why(paragraph_link, &found),
            goal: Goal::Link(paragraph_link.paragraph_ids),
        }
    }

    /// The marks of a link, that it is reviewed and that it has a note: each in a column that is there only if any link has the mark.
    fn marks(&self, paragraph_link: &ParagraphLink) -> String {
        let of = (paragraph_link.paragraph_ids.left, paragraph_link.paragraph_ids.right);
        let mark = |any: bool, has: bool, mark: &'static str| match (any, has) {
            (false, _) => "",
            (true, false) => " ",
            (true, true) => mark,
        };
        let reviewed = mark(!self.reviewed.is_empty(), self.reviewed.contains(&of), "✓");
        let noted = mark(!self.noted.is_empty(), self.noted.contains_key(&of), NOTED);
        if reviewed.is_empty() && noted.is_empty() { String::new() } else { format!("{reviewed}{noted} ") }
    }

    /// How much of the focused pane's paragraph is in the matches, in percent of its words; `None` if all of it is.
    fn part(&self, paragraph_link: &ParagraphLink, found: &[&Match]) -> Option<String> {
        let here = paragraph_link.paragraph_ids[self.side].0;
        let paragraph = self.article.paragraphs.get(here);
        let all = paragraph.map_or(0, |paragraph| paragraph.tokens.len());
        let shared: usize = found.iter().map(|found| found.passages[self.side].tokens.len()).sum();
        match percent_of(shared.min(all), all) {
            100 => None,
            part => Some(format!("{} % of ¶{} matches", share(part, shared), here + 1)),
        }
    }

    fn first_words(&self, found: &[&Match]) -> String {
        let text = &self.article.text;
        let first = found.iter().map(|found| found.passages[self.side].span).min_by_key(|span| span.start());
        let Some(span) = first else { return String::new() };
        let end = (span.start()..=span.end().min(span.start() + FIRST)).rev().find(|end| text.is_char_boundary(*end));
        on_one_line(end.and_then(|end| text.get(span.start()..end)).unwrap_or_default())
    }

    /// Returns why two paragraphs are linked: how many words they share, how many changed, which facts differ, and whether the match is moved
    /// or a repeat.
    fn why(&self, paragraph_link: &ParagraphLink, found: &[&Match]) -> String {
        let shared: usize = found.iter().map(|found| found.shared).sum();
        let changed = |side: Side| found.iter().map(|found| found.changed(side)).sum::<usize>();
        let changed = changed(Side::Left).max(changed(Side::Right));
        let noted = self
            .noted
            .get(&(paragraph_link.paragraph_ids.left, paragraph_link.paragraph_ids.right))
            .map(|text| format!("{NOTED} {text}"));
        let mut why: Vec<String> = noted.into_iter().collect();
        // Where there is little room, the end is cut.
        why.extend(paragraph_link.moved.then(|| self.moved_from(paragraph_link.paragraph_ids)));
        why.extend((!paragraph_link.moved && found.iter().any(|found| found.moved)).then(|| "partly moved".to_owned()));
        why.push(if shared == 1 { "1 word shared".to_owned() } else { format!("{shared} words shared") });
        if changed > 0 {
            why.push(format!("{changed} changed"));
        }
        let kinds = found.iter().fold(ChangeKinds::NONE, |all, found| all.and(found.kinds));
        let facts = kinds.telling();
        why.extend((!kinds.is_empty() && !facts.has(ChangeKind::Wording)).then(|| facts.names()));
        why.extend(paragraph_link.echo.then(|| "repeat of a better match".to_owned()));
        why.extend(self.part(paragraph_link, found));
        why.join(" · ")
    }

    /// Says where moved text would be in the other article if it had kept its place.
    fn moved_from(&self, paragraph_ids: Pair<ParagraphId>) -> String {
        let after = self.anchors.partition_point(|anchor| anchor[self.side] < paragraph_ids[self.side]);
        let before = after.checked_sub(1).and_then(|at| self.anchors.get(at));
        let next = self.anchors.iter().skip(after).find(|anchor| anchor[self.side] > paragraph_ids[self.side]);
        let number = |anchor: &Pair<ParagraphId>| anchor[self.side.other()].0 + 1;
        match (before, next) {
            (Some(before), _) => format!("moved: expected after ¶{}", number(before)),
            (None, Some(next)) => format!("moved: expected before ¶{}", number(next)),
            (None, None) => "moved".to_owned(),
        }
    }
}
