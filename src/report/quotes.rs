//! Coverage without quotations: a quotation that two articles share comes from the speaker and is no sign of copying.

use crate::article::{Article, Paragraph};
use crate::boilerplate::Mask;
use crate::collate::{Class, Collation, Coverage, Covering, Match, Weight};
use crate::text::{Pair, Side, Span, quotations};

/// Finds the quotations of an article, in order, including fully quoted paragraphs. Each is inside one paragraph.
pub fn quoted(article: &Article) -> Vec<Span> {
    let of = |paragraph: &Paragraph| match article.is_quoted(paragraph) {
        true => vec![paragraph.span],
        false => quotations(&article.text, paragraph.span),
    };
    article.paragraphs.iter().flat_map(of).collect()
}

/// Recounts the coverage of a collation so that visible words in quotations are neither shared nor in the denominator. The matches stay, but
/// one that depends on its quotation does not count for the words around it.
pub fn without_quotations(collation: &mut Collation, articles: Pair<&Article>, masks: Pair<&Mask>) {
    let anew = Pair::from_fn(|side| coverage(collation, side, articles[side], masks[side]));
    collation.coverage = anew;
}

fn coverage(collation: &Collation, side: Side, article: &Article, mask: &Mask) -> Coverage {
    let hidden = within(article, mask.hidden().iter().map(|hidden| hidden.span));
    let quoted = within(article, quoted(article).into_iter());
    let holding = collation.matches.iter().filter(|found| holds_without(found, side, article, &quoted));
    let covering = Covering::of(side, article.tokens.len(), holding);
    let mut sum = Coverage::default();
    for token in 0..article.tokens.len() {
        if hidden[token] {
            sum.hidden += 1;
            continue;
        }
        if quoted[token] {
            continue;
        }
        sum.words += 1;
        covering.count(token, &mut sum);
    }
    sum
}

/// Whether a match would be one without its quotations: at least half of the words around them are the same on both sides, or, where
/// it is reworded, most of it is no quotation.
fn holds_without(found: &Match, side: Side, article: &Article, quoted: &[bool]) -> bool {
    let tokens = found.passages[side].tokens.clone();
    let around: Vec<usize> = tokens.clone().filter(|&token| !quoted[token]).collect();
    if around.len() == tokens.len() {
        return true;
    }
    if found.class == Class::Reworded {
        return around.len() * 2 > tokens.len();
    }
    let changed = || found.variants.iter().filter(|variant| variant.weight == Weight::Changed);
    let differs = |token: &&usize| changed().any(|variant| variant.spans[side].overlaps(article.tokens[**token].span));
    around.iter().filter(differs).count() * 2 <= around.len()
}

/// Tells of each word whether one of `spans`, which are in order, has a part of it.
fn within(article: &Article, spans: impl Iterator<Item = Span>) -> Vec<bool> {
    let mut spans = spans.peekable();
    let each = article.tokens.iter().map(|token| {
        while spans.next_if(|span| span.end() <= token.span.start()).is_some() {}
        spans.peek().is_some_and(|span| span.overlaps(token.span))
    });
    each.collect()
}
