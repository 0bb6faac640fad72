//! Splits a text into units to merge: sentences, each with the white space before it.

use rustc_hash::FxHashMap;

use crate::article::Article;
use crate::text::{Key, Span, break_len, gap, short_sentences};

/// A value for the base and each version.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Trio<T> {
    /// Of the base.
    pub base: T,
    /// Of our version.
    pub ours: T,
    /// Of their version.
    pub theirs: T,
}

/// One of the three.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Which {
    /// The base.
    Base,
    /// Our version.
    Ours,
    /// Their version.
    Theirs,
}

impl Which {
    /// The other version.
    pub fn other(self) -> Self {
        match self {
            Which::Ours => Which::Theirs,
            Which::Theirs => Which::Ours,
            Which::Base => Which::Base,
        }
    }
}

impl<T> Trio<T> {
    /// Returns the requested one.
    pub fn of(&self, which: Which) -> &T {
        match which {
            Which::Base => &self.base,
            Which::Ours => &self.ours,
            Which::Theirs => &self.theirs,
        }
    }

    /// Applies a function to each.
    pub fn map<U>(self, mut make: impl FnMut(T) -> U) -> Trio<U> {
        Trio { base: make(self.base), ours: make(self.ours), theirs: make(self.theirs) }
    }
}

/// Merges a value: the version that changed it wins, ours if both did.
pub fn settled<T: PartialEq>(base: &T, ours: T, theirs: T) -> T {
    if ours == *base { theirs } else { ours }
}

/// A sentence.
#[derive(Clone, Debug)]
pub struct MergeUnit {
    /// Its span, without white space at its ends.
    pub span: Span,
    /// The span of its item number, if it begins an item of a numbered list.
    pub number: Option<Span>,
    /// Whether this number is one more than that of the item before.
    pub counts: bool,
    /// Whether a paragraph begins with it.
    pub opens: bool,
    /// Identifies its text, ignoring white space and item number, across all three texts.
    pub said: u32,
    /// The keys of its words.
    pub words: Vec<Key>,
}

/// A text with its units.
#[derive(Clone, Debug)]
pub struct MergeText<'a> {
    /// The text.
    pub text: &'a str,
    /// Its units, in order; only white space is between them.
    pub units: Vec<MergeUnit>,
}

impl MergeText<'_> {
    /// Returns the white space before a unit, or after the last one.
    pub fn blank(&self, at: usize) -> &str {
        let from = at.checked_sub(1).and_then(|before| self.units.get(before)).map_or(0, |unit| unit.span.end());
        let to = self.units.get(at).map_or(self.text.len(), |unit| unit.span.start());
        &self.text[from.min(to)..to]
    }

    /// Returns some units as they are written.
    pub fn stretch(&self, from: usize, to: usize) -> &str {
        let span = |at: usize| self.units.get(at).map_or(Span::default(), |unit| unit.span);
        span(from).join(span(to)).of(self.text)
    }

    /// Returns the paragraph of a unit.
    pub fn paragraph(&self, at: usize) -> &str {
        let from = (0..=at).rev().find(|at| self.units.get(*at).is_none_or(|unit| unit.opens)).unwrap_or(0);
        let to = (at + 1..self.units.len()).take_while(|at| !self.units[*at].opens).last().unwrap_or(at);
        self.stretch(from, to)
    }
}

/// Splits the three texts into units; the numbers of items are counted anew.
pub fn texts(articles: Trio<&Article>) -> Trio<MergeText<'_>> {
    split(articles, count)
}

/// Splits the three texts into units; the numbers of items are words like others.
pub fn texts_as_numbered(articles: Trio<&Article>) -> Trio<MergeText<'_>> {
    split(articles, |_, _| ())
}

fn split(articles: Trio<&Article>, count: impl Fn(&str, &mut [MergeUnit])) -> Trio<MergeText<'_>> {
    let mut known = FxHashMap::default();
    articles.map(|article| {
        let mut units = units(article, &mut known);
        count(&article.text, &mut units);
        for unit in &mut units {
            unit.said = number(&mut known, line_of(&article.text, unit));
        }
        MergeText { text: &article.text, units }
    })
}

fn number(known: &mut FxHashMap<String, u32>, said: String) -> u32 {
    let next = known.len() as u32;
    *known.entry(said).or_insert(next)
}

fn units(article: &Article, known: &mut FxHashMap<String, u32>) -> Vec<MergeUnit> {
    let text = article.text.as_str();
    let mut units: Vec<MergeUnit> = Vec::with_capacity(article.sentences.len());
    let mut end = 0;
    let none = number(known, String::new());
    for paragraph in &article.paragraphs {
        let (from, to) = (paragraph.span.start().max(end), paragraph.span.end());
        let sentences = short_sentences(text, Span::new(from, to));
        let later = sentences.iter().skip(1).map(|sentence| sentence.start());
        let mut starts: Vec<usize> = std::iter::once(from).chain(later).filter(|at| (from..to).contains(at)).collect();
        starts.dedup();
        for (at, start) in starts.iter().enumerate() {
            let stop = starts.get(at + 1).copied().unwrap_or(to);
            let said = text[*start..stop].trim_end();
            let span = Span::new(*start, start + said.len());
            let words = article.tokens_in(span).map(|token| article.tokens[token].key).collect();
            units.push(MergeUnit { span, number: None, counts: false, opens: at == 0, said: none, words });
        }
        end = to;
    }
    units.retain(|unit| !unit.span.is_empty());
    units
}

/// Finds the numbers of items in numbered lists.
fn count(text: &str, units: &mut [MergeUnit]) {
    let opening: Vec<usize> = (0..units.len()).filter(|at| units[*at].opens).collect();
    let found: Vec<Option<(Span, u32)>> = opening.iter().map(|at| item_number(text, units[*at].span)).collect();
    let value = |at: Option<usize>| at.and_then(|at| found.get(at).copied().flatten()).map(|(_, value)| value);
    for (at, unit) in opening.iter().enumerate() {
        let Some((span, own)) = found[at] else { continue };
        let follows = value(at.checked_sub(1)).is_some_and(|before| before + 1 == own);
        if follows || value(Some(at + 1)).is_some_and(|next| next == own + 1) {
            units[*unit].number = Some(span);
            units[*unit].counts = follows;
        }
    }
}

/// The most digits of an item's number (chosen).
const DIGITS: usize = 3;

fn item_number(text: &str, unit: Span) -> Option<(Span, u32)> {
    let said = unit.of(text);
    let digits = said.bytes().take_while(u8::is_ascii_digit).count();
    let marked = said[digits..].starts_with(['.', ')']) && said[digits + 1..].starts_with([' ', '\t']);
    let value = said.get(..digits).filter(|_| marked && digits <= DIGITS)?.parse().ok()?;
    Some((Span::new(unit.start(), unit.start() + digits), value))
}

/// Returns the text of a unit: white space counts as one space, or as nothing at a line break that needs none. A non-breaking space is
/// kept.
pub fn line_of(text: &str, unit: &MergeUnit) -> String {
    let from = unit.number.map_or(unit.span.start(), |number| number.end());
    one_line(text, Span::new(from, unit.span.end()))
}

/// Returns a stretch of a text as one line.
pub fn one_line(text: &str, span: Span) -> String {
    let mut line = String::with_capacity(span.len());
    let mut at = span.start();
    while at < span.end() {
        let rest = &text[at..span.end()];
        let plain = rest.find([' ', '\t', '\n', '\r', '\x0b', '\x0c']).unwrap_or(rest.len());
        line.push_str(&rest[..plain]);
        at += plain;
        if at >= span.end() {
            break;
        }
        match break_len(text, at).min(span.end() - at) {
            0 => {
                let blank = &text[at..span.end()];
                line.push(' ');
                at += blank.len() - blank.trim_start_matches([' ', '\t', '\n', '\r', '\x0b', '\x0c']).len();
            }
            len => {
                line.push_str(gap(line.chars().next_back(), text[at + len..].chars().next()));
                at += len;
            }
        }
    }
    line
}
