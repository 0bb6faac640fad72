//! Splits a text into paragraphs, sentences and words. A repeated paragraph is split as it was the first time.

use rustc_hash::FxHashMap;

use super::paragraphs::paragraphs;
use super::parts::{Paragraph, Sentence};
use crate::kinds::{Block, Furniture, Part, Typeset};
use crate::text::{Span, Token, each_token, sentences};

/// The parts of a text.
#[derive(Debug, Default)]
pub struct Parts {
    /// In order; there is only white space between them.
    pub paragraphs: Vec<Paragraph>,
    /// In order, each inside one paragraph.
    pub sentences: Vec<Sentence>,
    /// In order, each inside one sentence.
    pub tokens: Vec<Token>,
}

/// Splits a text into paragraphs, sentences and words.
pub fn segment(text: &str) -> Parts {
    segment_from(text, 0)
}

/// Splits a text from a byte on; what is before it is not part of the article.
pub fn segment_from(text: &str, from: usize) -> Parts {
    let text_from = text.get(from..).unwrap_or_default();
    let found = with_unseen(text_from, paragraphs(text_from));
    let block = |span: Span| Block {
        span: Span::new(span.start() + from, span.end() + from),
        part: Part::Prose,
        furniture: Furniture::No,
    };
    of_blocks(text, &found.into_iter().map(block).collect::<Vec<_>>())
}

/// Adds invisible characters on lines of their own to the paragraph before them, or else to the first one. So only white space is left
/// between paragraphs, and every character of the text is in one.
fn with_unseen(text: &str, mut found: Vec<Span>) -> Vec<Span> {
    let mut end = 0;
    for at in 0..=found.len() {
        let next = found.get(at).map_or(text.len(), |span| span.start());
        let gap = text.get(end..next).unwrap_or_default();
        if !gap.trim().is_empty() {
            let (seen, before) = (end + gap.trim_end().len(), next - gap.trim_start().len());
            match at.checked_sub(1) {
                Some(last) => found[last] = Span::new(found[last].start(), seen),
                None if found.is_empty() => return vec![Span::new(text.len() - text.trim_start().len(), seen)],
                None => found[0] = Span::new(before, found[0].end()),
            }
        }
        end = found.get(at).map_or(end, |span| span.end());
    }
    found
}

/// Splits a text whose paragraphs are known.
pub fn of_blocks(text: &str, blocks: &[Block]) -> Parts {
    let mut parts = Parts { tokens: Vec::with_capacity(text.len() / WORD), ..Parts::default() };
    let mut known: FxHashMap<&str, usize> = FxHashMap::default();
    for (at, &Block { span: paragraph, part, furniture }) in blocks.iter().enumerate() {
        let (first_sentence, first_token) = (parts.sentences.len(), parts.tokens.len());
        match *known.entry(paragraph.of(text)).or_insert(at) {
            same if same < at => parts.copy(same, paragraph),
            _ => parts.part(text, paragraph),
        }
        parts.paragraphs.push(Paragraph {
            span: paragraph,
            sentences: first_sentence..parts.sentences.len(),
            tokens: first_token..parts.tokens.len(),
            part,
            furniture,
        });
    }
    parts
}

/// The bytes of a short word with what is around it (benches/constants.md).
const WORD: usize = 4;

impl Parts {
    /// Splits a paragraph into sentences and words.
    fn part(&mut self, text: &str, paragraph: Span) {
        for span in sentences(text, paragraph) {
            let start = self.tokens.len();
            self.tokens.extend(each_token(text, span, span.start() == paragraph.start()));
            self.sentences.push(Sentence { span, tokens: start..self.tokens.len() });
        }
    }

    /// Splits a paragraph like an earlier one with the same text.
    fn copy(&mut self, earlier: usize, paragraph: Span) {
        let Some(Paragraph { span, sentences, tokens, .. }) = self.paragraphs.get(earlier).cloned() else { return };
        let moved = |old: Span| {
            let start = paragraph.start() + old.start() - span.start();
            Span::new(start, start + old.len())
        };
        let later = self.tokens.len() - tokens.start;
        for at in tokens {
            let token = self.tokens[at];
            self.tokens.push(Token { span: moved(token.span), ..token });
        }
        for at in sentences {
            let Sentence { span, tokens } = &self.sentences[at];
            let (span, tokens) = (moved(*span), tokens.start + later..tokens.end + later);
            self.sentences.push(Sentence { span, tokens });
        }
    }
}

/// Removes the words that are not shown, and sets what each paragraph is.
pub fn dressed(mut parts: Parts, text: &str, typeset: &Typeset) -> Parts {
    if typeset.parts.is_empty() && typeset.unseen.is_empty() {
        return parts;
    }
    // How many words before each one are kept.
    let mut before = Vec::with_capacity(parts.tokens.len() + 1);
    let mut stay = 0;
    let hidden = |span: Span| typeset.hides(span.start()) && typeset.hides(span.end().saturating_sub(1));
    for token in &parts.tokens {
        before.push(stay);
        stay += usize::from(!hidden(token.span));
    }
    before.push(stay);
    parts.tokens.retain(|token| !hidden(token.span));
    let anew = |at: usize| before.get(at).copied().unwrap_or(stay);
    for sentence in &mut parts.sentences {
        sentence.tokens = anew(sentence.tokens.start)..anew(sentence.tokens.end);
    }
    let mut end = 0;
    for paragraph in &mut parts.paragraphs {
        paragraph.tokens = anew(paragraph.tokens.start)..anew(paragraph.tokens.end);
        paragraph.part = typeset.part_at(paragraph.span.start());
        if matches!(paragraph.part, Part::Item | Part::Verbatim) {
            paragraph.span = Span::new(indented(text, paragraph.span.start()).max(end), paragraph.span.end());
        }
        end = paragraph.span.end();
    }
    parts
}

/// Returns where the white space before `start` begins on its line.
fn indented(text: &str, start: usize) -> usize {
    let before = text.get(..start).unwrap_or_default();
    before.trim_end_matches([' ', '\t']).len()
}
