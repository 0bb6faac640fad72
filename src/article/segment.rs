//! From text to paragraphs, sentences and words.

use super::article::{Paragraph, Sentence};
use super::paragraphs::paragraphs;
use crate::text::{Token, each_token, sentences};

/// The parts of a text.
#[derive(Debug, Default)]
pub struct Parts {
    /// In order; only white space stands between them.
    pub paragraphs: Vec<Paragraph>,
    /// In order, each inside one paragraph.
    pub sentences: Vec<Sentence>,
    /// In order, each inside one sentence.
    pub tokens: Vec<Token>,
}

/// Parts a text into paragraphs, sentences and words.
pub fn segment(text: &str) -> Parts {
    let mut parts = Parts::default();
    for paragraph in paragraphs(text) {
        let (first_sentence, first_token) = (parts.sentences.len(), parts.tokens.len());
        for span in sentences(text, paragraph) {
            let start = parts.tokens.len();
            parts.tokens.extend(each_token(text, span));
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
