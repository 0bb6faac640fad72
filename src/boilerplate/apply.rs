//! Rules over an article: what they hide.
//!
//! Only places where a sentence begins are looked at, each in one walk for all rules at once, so the time is about linear in
//! the words of the article and of the rules; a text that says one thing over and over under a rule that does so too can
//! take their product.

use std::ops::Range;

use super::mask::{Hidden, HiddenBy, Mask};
use super::rule::{Fit, Rule, RuleSet, Scope, Unit};
use super::wordings::Wordings;
use crate::article::{Article, Paragraph, Sentence};
use crate::text::{Span, Token, tokens};

/// Gives what `rules` and the reader's `session` marks hide in `article`.
///
/// Rules that are switched off, hold elsewhere, or whose text has no words hide nothing. Where several hide the same, the
/// first of the file counts, and any rule before the session. What one of them hides side by side is one passage, and
/// between hidden passages of one paragraph no white space is left over.
pub fn mask(article: &Article, rules: &RuleSet, session: &[Span]) -> Mask {
    let mut hidden = hidden_by_rules(article, &rules.rules);
    hidden.extend(session.iter().map(|&span| Hidden { span: whole_words(article, span), by: HiddenBy::Session }));
    close_gaps(article, &Mask::new(hidden))
}

fn hidden_by_rules(article: &Article, rules: &[Rule]) -> Vec<Hidden> {
    let wordings = wordings(article, rules);
    let mut found = Vec::new();
    for paragraph in &article.paragraphs {
        for sentence in article.sentences.get(paragraph.sentences.clone()).unwrap_or_default() {
            let words = article.tokens.get(sentence.tokens.start..).unwrap_or_default();
            if sentence.tokens.is_empty() {
                continue;
            }
            let opening = Opening { article, paragraph, sentence };
            for (number, length) in wordings.beginning(words) {
                let span = rules.get(number).and_then(|rule| opening.hides(&rule.fit, length));
                found.extend(span.map(|span| (number, span)));
            }
        }
    }
    found.sort_unstable();
    let by = |number: usize| rules.get(number).map(|rule| HiddenBy::Rule(rule.id.clone()));
    found.into_iter().filter_map(|(number, span)| Some(Hidden { span, by: by(number)? })).collect()
}

fn wordings(article: &Article, rules: &[Rule]) -> Wordings {
    let source = article.origin.source();
    let holds = |scope: &Scope| match scope {
        Scope::Article(name) => article.is_called(name),
        Scope::Source(name) => *name == source,
        Scope::Everywhere => true,
    };
    let mut wordings = Wordings::new();
    for (number, rule) in rules.iter().enumerate().filter(|(_, rule)| rule.enabled && holds(&rule.scope)) {
        let text = rule.fit.text();
        wordings.add(&tokens(text, Span::new(0, text.len())), number);
    }
    wordings
}

/// A place where a sentence begins.
struct Opening<'a> {
    article: &'a Article,
    paragraph: &'a Paragraph,
    sentence: &'a Sentence,
}

impl Opening<'_> {
    /// Gives what `fit`, whose `length` words stand here, hides.
    fn hides(&self, fit: &Fit, length: usize) -> Option<Span> {
        let start = self.sentence.tokens.start;
        let words = start..start + length;
        match fit {
            Fit::Exactly(_) => ends_a_sentence(self.article, &words).then(|| place(self.article, &words)),
            Fit::BeginsSo(unit, _) => Some(place(self.article, self.unit(*unit, &words)?)),
            Fit::ToEnd(unit, _) => {
                let begun = place(self.article, self.unit(*unit, &words)?);
                Some(Span::new(begun.start(), self.article.paragraphs.last()?.span.end()))
            }
        }
    }

    /// Gives the words of the unit that begins here, if one does and has all of `words`.
    fn unit(&self, unit: Unit, words: &Range<usize>) -> Option<&Range<usize>> {
        let whole = match unit {
            Unit::Paragraph => &self.paragraph.tokens,
            Unit::Sentence => &self.sentence.tokens,
        };
        (whole.start == words.start && words.end <= whole.end).then_some(whole)
    }
}

fn ends_a_sentence(article: &Article, words: &Range<usize>) -> bool {
    article.sentences.binary_search_by(|s| s.tokens.end.cmp(&words.end)).is_ok()
}

/// Gives where the sentences of `words` stand, with all marks of the paragraph before its first word and after its last.
fn place(article: &Article, words: &Range<usize>) -> Span {
    let start = article.tokens.get(words.start).map_or(0, |word| word.span.start());
    let last =
        words.end.checked_sub(1).and_then(|last| article.tokens.get(last)).map_or(start, |word| word.span.start());
    let paragraph = |place| article.paragraphs.get(article.locus_at(place).0);
    let sentence = |place| article.sentences.get(article.sentence_at(place));
    let opened = paragraph(start).filter(|p| p.tokens.start == words.start).map(|p| p.span);
    let closed = paragraph(last).filter(|p| p.tokens.end == words.end).map(|p| p.span);
    let first = opened.or_else(|| Some(sentence(start)?.span)).map_or(start, Span::start);
    let end = closed.or_else(|| Some(sentence(last)?.span)).map_or(last, Span::end);
    Span::new(first, end)
}

/// Widens `span` so that it cuts no word and no character, and ends with the text.
fn whole_words(article: &Article, span: Span) -> Span {
    let words = &article.tokens;
    let first = words.get(words.partition_point(|word| word.span.end() <= span.start()));
    let last = words.partition_point(|word| word.span.start() < span.end()).checked_sub(1).and_then(|at| words.get(at));
    let cut = |word: Option<&Token>| word.map(|word| word.span).filter(|word| word.overlaps(span));
    let start = cut(first).map_or(span.start(), |word| word.start().min(span.start()));
    let end = cut(last).map_or(span.end(), |word| word.end().max(span.end()));
    let edge = |place: &usize| article.text.is_char_boundary(*place);
    let start = (0..=start.min(article.text.len())).rev().find(edge).unwrap_or(0);
    let end = (end.min(article.text.len())..=article.text.len()).find(edge).unwrap_or(start);
    Span::new(start, end)
}

fn close_gaps(article: &Article, mask: &Mask) -> Mask {
    let mut closed: Vec<Hidden> = Vec::with_capacity(mask.hidden().len());
    for next in mask.hidden() {
        let Some(last) = closed.last_mut() else {
            closed.push(next.clone());
            continue;
        };
        let gap = last.span.end()..next.span.start();
        let blank = article.text.get(gap).is_some_and(|gap| gap.trim().is_empty());
        if blank && last.by == next.by {
            last.span = last.span.join(next.span);
            continue;
        }
        let ends_in = last.span.end().saturating_sub(1);
        if blank && article.locus_at(ends_in) == article.locus_at(next.span.start()) {
            last.span = Span::new(last.span.start(), next.span.start());
        }
        closed.push(next.clone());
    }
    Mask::new(closed)
}
