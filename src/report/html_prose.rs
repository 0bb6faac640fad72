//! An article as HTML, with each passage linked to its counterpart.

use super::Reported;
use super::escape::html as escaped;
use super::marked::around;
use super::phrases::{decided, line_between};
use crate::article::{Paragraph, ParagraphId};
use crate::collate::{Class, Match, Weight};
use crate::text::{Side, Span, closed_to, opened_from};

/// What is said of a byte. Where passages overlap the first that takes it has it: no echo before what it is an echo of, and the most alike
/// first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct ByteMark {
    of: Option<usize>,
    varied: Option<Weight>,
    is_hidden: bool,
}

/// A side of a pair that is being written.
struct Prose<'a> {
    number: usize,
    side: Side,
    reported: &'a Reported<'a>,
    /// Whether the place of each match is already written.
    placed: Vec<bool>,
}

/// Writes the paragraphs of one side of the pair with this number.
pub(super) fn prose(number: usize, side: Side, reported: &Reported<'_>) -> String {
    let placed = vec![false; reported.collation.matches.len()];
    let mut prose = Prose { number, side, reported, placed };
    let paragraphs = reported.articles[side].paragraphs.iter().enumerate();
    paragraphs.map(|(at, paragraph)| prose.paragraph(ParagraphId(at), paragraph)).collect()
}

impl Prose<'_> {
    fn paragraph(&mut self, paragraph_id: ParagraphId, paragraph: &Paragraph) -> String {
        let inks = self.inks(paragraph_id, paragraph.span);
        let place = self.reported.articles[self.side].placed(paragraph.span.start());
        let mut out = format!("<p dir=\"auto\"><span class=\"at\">{place}</span> ");
        out.push_str(&self.buried(paragraph_id, &inks));
        let mut at = paragraph.span.start();
        for passage in inks.chunk_by(|a, b| a.of == b.of) {
            let said = self.inked(at, passage);
            at += passage.len();
            match passage.first().and_then(|ink| ink.of) {
                Some(found) => out.push_str(&self.link(found, &said)),
                None => out.push_str(&said),
            }
        }
        out.push_str("</p>\n");
        out
    }

    /// Says of each byte of a paragraph what it is.
    fn inks(&self, paragraph_id: ParagraphId, within: Span) -> Vec<ByteMark> {
        let mut inks = vec![ByteMark { is_hidden: true, ..ByteMark::default() }; within.len()];
        let local = |span: Span| {
            let span = span.meet(within).unwrap_or_default();
            span.start().saturating_sub(within.start())..span.end().saturating_sub(within.start())
        };
        for span in self.reported.masks[self.side].visible(within) {
            inks[local(span)].iter_mut().for_each(|ink| ink.is_hidden = false);
        }
        let mut found: Vec<usize> = self.reported.collation.matches_in(self.side, paragraph_id).to_vec();
        // As on the screen.
        found.sort_by_key(|&at| (self.reported.collation.matches[at].echo, self.reported.collation.matches[at].class));
        for at in found {
            let m = &self.reported.collation.matches[at];
            let free = |ink: &&mut ByteMark| ink.of.is_none();
            inks[local(m.passages[self.side].span)].iter_mut().filter(free).for_each(|ink| ink.of = Some(at));
            for variant in m.variants.iter().filter(|_| m.class == Class::Edited) {
                let own = |ink: &&mut ByteMark| ink.of == Some(at);
                let varied = inks[local(variant.spans[self.side])].iter_mut().filter(own);
                varied.for_each(|ink| ink.varied = ink.varied.max(Some(variant.weight)));
            }
        }
        self.leave_edges(within, &mut inks);
        inks
    }

    /// Takes from a repeat of which another match has a part the punctuation and spaces where it was cut.
    fn leave_edges(&self, within: Span, inks: &mut [ByteMark]) {
        let text = self.reported.articles[self.side].text.as_str();
        let mut start = 0;
        while let Some(first) = inks.get(start).copied() {
            let len = inks[start..].iter().take_while(|ink| ink.of == first.of).count();
            let (from, to) = (within.start() + start, within.start() + start + len);
            let m = first.of.and_then(|at| self.reported.collation.matches.get(at));
            let passage = m.filter(|m| m.echo).map(|m| m.passages[self.side].span);
            if let (Some(passage), Some(cut)) = (passage, text.get(from..to)) {
                let words = cut.find(char::is_alphanumeric).map(|at| opened_from(text, from + at).max(from));
                let behind = cut.rfind(char::is_alphanumeric).map(|at| {
                    let last = cut[at..].chars().next().map_or(0, char::len_utf8);
                    closed_to(text, from + at + last).min(to)
                });
                let kept_from = if passage.start() < from { words.unwrap_or(to) } else { from };
                let kept_to = if passage.end() > to { behind.unwrap_or(from) } else { to };
                let bare = |place: &usize| !(kept_from..kept_to).contains(place);
                (from..to).filter(bare).for_each(|place| inks[place - within.start()].of = None);
            }
            start += len;
        }
    }

    /// Writes the places of the matches that lie wholly under others, so that links to them lead somewhere.
    fn buried(&mut self, paragraph_id: ParagraphId, inks: &[ByteMark]) -> String {
        let mut seen: Vec<usize> = inks.iter().filter_map(|ink| ink.of).collect();
        seen.dedup();
        seen.sort_unstable();
        let found = self.reported.collation.matches_in(self.side, paragraph_id).iter().copied();
        let under: Vec<usize> = found.filter(|at| seen.binary_search(at).is_err()).collect();
        under.into_iter().map(|at| format!("<span{}></span>", self.place(at))).collect()
    }

    /// The id of a match the first time it is written.
    fn place(&mut self, found: usize) -> String {
        match self.placed.get_mut(found) {
            Some(placed) if !*placed => {
                *placed = true;
                format!(" id=\"{}\"", self.id(self.side, found))
            }
            _ => String::new(),
        }
    }

    fn id(&self, side: Side, found: usize) -> String {
        let letter = match side {
            Side::Left => 'l',
            Side::Right => 'r',
        };
        format!("p{}{letter}{found}", self.number)
    }

    fn link(&mut self, found: usize, said: &str) -> String {
        let Some(m) = self.reported.collation.matches.get(found) else { return said.to_owned() };
        let mut kinds = vec!["m", m.class.name()];
        kinds.extend(m.moved.then_some("moved"));
        kinds.extend(m.echo.then_some("echo"));
        format!(
            "<a class=\"{}\"{} href=\"#{}\" data-m=\"{}-{found}\" title=\"{}\">{said}</a>",
            kinds.join(" "),
            self.place(found),
            self.id(self.side.other(), found),
            self.number,
            escaped(&self.title(m)),
        )
    }

    fn title(&self, m: &Match) -> String {
        let moved = if m.moved { ", moved" } else { "" };
        let echo = if m.echo { ", repeat" } else { "" };
        let other = self.side.other();
        let article = self.reported.articles[other];
        let (name, place) = (&article.name, article.placed(m.passages[other].span.start()));
        let only = (m.changed(self.side), m.changed(other));
        let changed =
            if only == (0, 0) { String::new() } else { format!("; changed words: {} here, {} there", only.0, only.1) };
        let said = around(", ", decided(m), "");
        format!("{}{moved}{echo}{said}: {place} of {name}{changed}", m.class.name())
    }

    fn inked(&self, mut at: usize, inks: &[ByteMark]) -> String {
        let article = self.reported.articles[self.side];
        let mut out = String::new();
        for same in inks.chunk_by(|a, b| a == b) {
            let span = Span::new(at, at + same.len());
            at = span.end();
            if article.text.get(span.range()).is_none() {
                continue;
            }
            let words = escaped(&line_between(article, span.start(), span.end()));
            let Some(ink) = same.first() else { continue };
            out.push_str(&match (ink.is_hidden, ink.varied) {
                (true, _) => format!("<span class=\"hid\">{words}</span>"),
                (false, Some(Weight::Changed)) => format!("<b>{words}</b>"),
                (false, Some(Weight::Slight | Weight::Mark)) => format!("<i>{words}</i>"),
                (false, None) => words,
            });
        }
        out
    }
}
