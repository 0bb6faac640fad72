//! From text to paragraphs, sentences and words.

use super::article::{Paragraph, Sentence};
use crate::text::{Span, Token, sentences, tokens};

/// The parts of a text.
#[derive(Debug, Default)]
pub struct Parts {
    pub paragraphs: Vec<Paragraph>,
    pub sentences: Vec<Sentence>,
    pub tokens: Vec<Token>,
}

/// Parts a text into paragraphs, sentences and words.
pub fn segment(text: &str) -> Parts {
    let mut parts = Parts::default();
    for paragraph in paragraphs(text) {
        let (first_sentence, first_token) = (parts.sentences.len(), parts.tokens.len());
        for span in sentences(text, paragraph) {
            let start = parts.tokens.len();
            parts.tokens.extend(tokens(text, span));
            parts.sentences.push(Sentence { span, tokens: start..parts.tokens.len() });
        }
        parts.paragraphs.push(Paragraph {
            span: paragraph,
            sentences: first_sentence..parts.sentences.len(),
            tokens: first_token..parts.tokens.len(),
        });
    }
    parts
}

fn paragraphs(text: &str) -> Vec<Span> {
    let mut found = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let start = at + line.len() - line.trim_start().len();
        let trimmed = line.trim();
        if !trimmed.is_empty() {
            found.push(Span::new(start, start + trimmed.len()));
        }
        at += line.len();
    }
    found
}
