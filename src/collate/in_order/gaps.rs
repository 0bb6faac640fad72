//! Gaps: the text between words, with the marks in it.

use super::lettering::is_blank;
use super::texts::Texts;
use crate::article::Article;
use crate::text::{Pair, Side, Span, begins_quoted_line};

/// A mark between words.
#[derive(Clone, Copy, Debug)]
struct GapMark {
    /// Its place in the text.
    place: usize,
    /// What it is.
    c: char,
}

impl GapMark {
    /// The place behind it.
    fn end(self) -> usize {
        self.place + self.c.len_utf8()
    }
}

/// What stands between two words, or before the first or behind the last one of a passage.
#[derive(Clone, Copy, Debug)]
pub(super) struct Gap<'t> {
    /// Where it stands.
    span: Span,
    text: &'t str,
    /// Whether it stands in a paragraph of quoted mail.
    quoted: bool,
}

/// What two gaps have not in common.
pub(super) struct Rest {
    /// Where it stands; empty on the side that has all its marks in common.
    pub spans: Pair<Span>,
    /// Whether nothing that both have stands before it.
    pub at_start: bool,
    /// Whether nothing that both have stands behind it.
    pub at_end: bool,
}

impl<'t> Gap<'t> {
    fn of(texts: &Texts<'t>, side: Side, at: usize, span: Span) -> Self {
        let article = texts.articles[side];
        let paragraph = &article.paragraphs[texts.paragraph(side, at) as usize];
        let text = span.of(&article.text);
        let quoted = text.contains('\n') && begins_quoted_line(&article.text, paragraph.span.start());
        Self { span, text, quoted }
    }

    /// The gap before a word of a passage, of which `start` is the first word.
    pub fn before(texts: &Texts<'t>, side: Side, at: usize, start: usize) -> Self {
        if at == start {
            return Self::of(texts, side, at, opening(texts, side, at));
        }
        let here = texts.span(side, at).start();
        let follows = texts.follows(side, at);
        let from = if follows { texts.span(side, at - 1).end() } else { here };
        Self::of(texts, side, at, Span::new(from, here))
    }

    /// The gap behind the last word of a passage.
    pub fn behind(texts: &Texts<'t>, side: Side, at: usize) -> Self {
        Self::of(texts, side, at, closing(texts, side, at))
    }

    fn marked(self) -> Marked {
        // Nearly all gaps are a space.
        let blank = self.text.bytes().all(|byte| matches!(byte, b' ' | b'\n'));
        let marks = if blank { Vec::new() } else { marks(self.text, self.span.start(), self.quoted) };
        Marked { span: self.span, marks }
    }
}

/// A gap with the marks in it.
struct Marked {
    span: Span,
    marks: Vec<GapMark>,
}

impl Marked {
    /// Takes away its first marks.
    fn without_first(&self, count: usize) -> Self {
        let start = count.checked_sub(1).map_or(self.span.start(), |last| self.marks[last].end());
        Self { span: Span::new(start, self.span.end()), marks: self.marks[count..].to_vec() }
    }

    fn head(&self, other: &Self) -> usize {
        let both = self.marks.iter().zip(&other.marks);
        both.take_while(|(a, b)| a.c == b.c).count()
    }

    fn tail(&self, other: &Self) -> usize {
        let both = self.marks.iter().rev().zip(other.marks.iter().rev());
        both.take_while(|(a, b)| a.c == b.c).count()
    }

    /// Where the marks stand that are left without `head` first and `tail` last ones.
    fn rest(&self, head: usize, tail: usize) -> Option<Span> {
        let left = self.marks.get(head..self.marks.len() - tail)?;
        let (first, last) = (left.first()?, left.last()?);
        Some(Span::new(first.place, last.end()))
    }

    /// Where nothing stands that could stand behind `head` marks and before `tail` ones: by the word behind it, or else by the one
    /// before.
    fn place(&self, head: usize, tail: usize, by: Neighbour) -> usize {
        let behind = self.marks.len().checked_sub(tail).filter(|_| tail > 0).map(|at| self.marks[at].place);
        let before = head.checked_sub(1).map(|at| self.marks[at].end());
        match by {
            Neighbour::Behind => behind.unwrap_or(self.span.end()),
            Neighbour::Before => before.unwrap_or(self.span.start()),
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Neighbour {
    Before,
    Behind,
}

/// What two gaps have not in common, if anything; what they begin with alike goes first.
pub(super) fn differing(left: Gap<'_>, right: Gap<'_>) -> Option<Rest> {
    if left.text == right.text {
        return None;
    }
    let (left, right) = (&left.marked(), &right.marked());
    let head = left.head(right);
    let shortest = left.marks.len().min(right.marks.len());
    let tail = left.tail(right).min(shortest - head);
    let (head, tail) = whole_numbers(left, right, head, tail);
    if head + tail == left.marks.len() && head + tail == right.marks.len() {
        return None;
    }
    let gaps = Pair::new(left, right);
    let found = Pair::from_fn(|side: Side| gaps[side].rest(head, tail));
    let by = Pair::from_fn(|side: Side| found[side].map(|rest| binds(gaps[side], rest)));
    let by = by.left.or(by.right).unwrap_or(Neighbour::Before);
    let spans = Pair::from_fn(|side: Side| {
        found[side].unwrap_or_else(|| {
            let place = gaps[side].place(head, tail, by);
            Span::new(place, place)
        })
    });
    Some(Rest { spans, at_start: head == 0, at_end: tail == 0 })
}

/// Leaves no number cut: `12` and `13` have nothing in common.
fn whole_numbers(left: &Marked, right: &Marked, mut head: usize, mut tail: usize) -> (usize, usize) {
    let counts = |mark: Option<&GapMark>| mark.is_some_and(|mark| mark.c.is_alphanumeric());
    let cut_behind =
        |marks: &[GapMark], head: usize| head > 0 && counts(marks.get(head - 1)) && counts(marks.get(head));
    while cut_behind(&left.marks, head) || cut_behind(&right.marks, head) {
        head -= 1;
    }
    let cut_before = |marks: &[GapMark], tail: usize| {
        let at = marks.len() - tail;
        tail > 0 && counts(marks.get(at)) && at.checked_sub(1).is_some_and(|at| counts(marks.get(at)))
    };
    while cut_before(&left.marks, tail) || cut_before(&right.marks, tail) {
        tail -= 1;
    }
    (head, tail)
}

/// Tells to which word a mark belongs that only one side has: one behind a space and right before a word opens.
fn binds(gap: &Marked, rest: Span) -> Neighbour {
    let opens = rest.end() == gap.span.end() && rest.start() > gap.span.start();
    if opens { Neighbour::Behind } else { Neighbour::Before }
}

/// What goes with words that only one side has: which marks before and behind them, and what the other side has in their place.
pub(super) struct Around {
    /// Where the words stand with their marks.
    pub own: Span,
    /// What the other side has there, mostly nothing.
    pub other: Span,
}

/// Tells which marks go with words that stand at `words` on one side alone, between `before` and `behind`, where the other side has only
/// `gap`: those that it has not, too. Marks before the words are given to the other side first, so that a clause takes the comma
/// behind it along.
pub(super) fn around(words: Span, before: Gap<'_>, behind: Gap<'_>, gap: Gap<'_>) -> Around {
    let (before, behind, gap) = (before.marked(), behind.marked(), gap.marked());
    let head = before.head(&gap);
    let rest = gap.without_first(head);
    let tail = behind.tail(&rest);
    let own = before.rest(head, 0).map_or(words, |marks| marks.join(words));
    let own = behind.rest(0, tail).map_or(own, |marks| own.join(marks));
    let place = rest.place(0, tail, Neighbour::Behind);
    Around { own, other: rest.rest(0, tail).unwrap_or(Span::new(place, place)) }
}

/// The text before the first word of a passage that belongs to it.
fn opening(texts: &Texts<'_>, side: Side, at: usize) -> Span {
    let (article, word) = (texts.articles[side], texts.words.rows[side][at]);
    let (first, here) = (texts.first_token(side, at) as usize, texts.span(side, at).start());
    let (paragraph, sentence) =
        (&article.paragraphs[word.paragraph as usize], &article.sentences[word.sentence as usize]);
    let from = if first == paragraph.tokens.start {
        paragraph.span.start()
    } else if first == sentence.tokens.start {
        sentence.span.start()
    } else {
        here
    };
    Span::new(from.min(here), here)
}

/// The text behind the last word of a passage that belongs to it.
fn closing(texts: &Texts<'_>, side: Side, at: usize) -> Span {
    let (article, row) = (texts.articles[side], &texts.words.rows[side]);
    let (word, from) = (row[at], texts.span(side, at).end());
    let next = word.token as usize + 1;
    let (paragraph, sentence) =
        (&article.paragraphs[word.paragraph as usize], &article.sentences[word.sentence as usize]);
    let to = if next == paragraph.tokens.end {
        paragraph.span.end()
    } else if next == sentence.tokens.end {
        sentence.span.end()
    } else {
        let adjacent = at + 1 < row.len() && texts.follows(side, at + 1);
        if adjacent { texts.span(side, at + 1).start() } else { from }
    };
    Span::new(from, to.max(from))
}

/// What counts of a stretch of text without words.
pub(super) fn marks_in(article: &Article, span: Span) -> String {
    marks(span.of(&article.text), span.start(), false).into_iter().map(|mark| mark.c).collect()
}

/// What counts of a text between words: all but white space, and, where it is quoted mail, but the marks with which each line begins
/// anew. At the ends of a line any white space is only that.
fn marks(text: &str, start: usize, quoted: bool) -> Vec<GapMark> {
    let mut found: Vec<GapMark> = Vec::new();
    let mut quotes = start == 0 && text.starts_with('\u{feff}');
    // The marks before the white space that ends here, and whether a line breaks in it.
    let (mut before, mut breaks) = (0, false);
    for (at, c) in text.char_indices() {
        quotes = match c {
            '\n' | '\r' => quoted,
            '>' | ' ' | '\t' | '\u{feff}' => quotes,
            _ => false,
        };
        if !c.is_whitespace() {
            found.extend((!quotes).then_some(GapMark { place: start + at, c }));
            (before, breaks) = (found.len(), false);
            continue;
        }
        breaks |= matches!(c, '\n' | '\r');
        if breaks {
            found.truncate(before);
        } else if !is_blank(c) {
            found.push(GapMark { place: start + at, c });
        }
    }
    found
}
