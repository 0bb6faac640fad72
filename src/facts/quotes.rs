//! Quotations with who is quoted: `“It is shut,” Brand said.`

use super::finder::FactFinder;
use super::speakers::{Spoken, speaker};
use crate::text::{Span, quotations};

/// Words that a quotation has at the least: fewer are a term, or a title.
const LEAST: usize = 3;

/// Words put into somebody's mouth.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quotation {
    /// Where it stands, with its marks.
    pub span: Span,
    /// Its words, as indexes into the article's.
    pub tokens: std::ops::Range<usize>,
    /// Where the one is named who is quoted, if the text says so near by.
    pub speaker: Option<Span>,
}

/// Finds the quotations of an article, in order. Linear.
pub fn quotations_of(finder: &FactFinder<'_>) -> Vec<Quotation> {
    let article = finder.article();
    let mut found = Vec::new();
    for paragraph in &article.paragraphs {
        let within = quotations(&article.text, paragraph.span);
        let mut last: Option<Span> = None;
        for span in &within {
            let from = article.tokens.partition_point(|token| token.span.start() < span.start());
            let to = article.tokens.partition_point(|token| token.span.end() <= span.end());
            if to < from + LEAST {
                continue;
            }
            let speaker = match speaker(finder, *span, &within) {
                Spoken::By(speaker) => Some(speaker),
                // Said by somebody whom no name is given of.
                Spoken::Unnamed => None,
                Spoken::Open => last,
            };
            last = speaker;
            found.push(Quotation { span: *span, tokens: from..to, speaker });
        }
    }
    found
}
