//! Finds quotations with their speakers: `“It is shut,” Brand said.`

use super::finder::FactFinder;
use super::speakers::{Spoken, speaker};
use crate::text::{Span, quotations};

/// The fewest words of a quotation: fewer are a term or a title.
const LEAST: usize = 3;

/// A quotation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quotation {
    /// Its span, with its marks.
    pub span: Span,
    /// Its words, as indexes into the article's.
    pub tokens: std::ops::Range<usize>,
    /// The span of the speaker's name, if the text gives it near by.
    pub speaker: Option<Span>,
}

/// Finds the quotations of an article, in order. Takes linear time.
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
