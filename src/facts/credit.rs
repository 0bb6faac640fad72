//! Whether several speak, or the words are of somebody else than who tells of them.

use super::bare::possessive;
use super::fact::{Fact, Saying};
use super::finder::FactFinder;
use super::lexicon::FactWord;
use super::naming::is_past;
use super::numbers::BINDING;
use crate::text::Span;

/// A quotation, and the word that tells that it was said.
#[derive(Clone, Copy, Debug)]
pub(super) struct Credit {
    pub verb: Span,
    pub quotation: Span,
}

/// Adds to who speaks whoever speaks with them: `Brandt and Frost said`, `said Brandt and Frost.` In `he met Brandt and Frost said`, the first is
/// none of them.
pub(super) fn with_others(finder: &FactFinder<'_>, names: &[Span], found: Span, credit: Credit) -> Span {
    let (text, Credit { verb, quotation }) = (finder.text(), credit);
    let joined = |a: Span, b: Span| {
        a.end() <= b.start() && text.get(a.end()..b.start()).is_some_and(|gap| BINDING.contains(&gap.trim()))
    };
    let title = |word: &str| finder.is_said(&word.trim_end_matches('.').to_lowercase(), FactWord::Title);
    let article = finder.article();
    let opens = |name: Span| {
        let sentence = article.sentences.get(article.sentence_at(name.start())).map_or(0, |it| it.span.start());
        let from = if quotation.end() <= name.start() { sentence.max(quotation.end()) } else { sentence };
        let before = text.get(from..name.start()).unwrap_or_default();
        before.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).all(title)
    };
    let closed =
        |name: Span| text.get(name.end()..).is_none_or(|rest| rest.is_empty() || rest.starts_with(['.', ',', '\n']));
    let other = match found.end() <= verb.start() {
        true => names.iter().find(|name| joined(**name, found) && opens(**name)),
        false => names.iter().find(|name| joined(found, **name) && closed(**name)),
    };
    other.map_or(found, |other| found.join(*other))
}

/// Whether a quotation is told to be of another's words: `Brandt said it was like Frost's remarks about boats having “…”`. Behind a verb it is
/// not sure whose it is: `Frost's remarks about boats were “…”`.
pub(super) fn is_of_others_words(finder: &FactFinder<'_>, names: &[Span], verb: Span, quotation: Span) -> bool {
    let text = finder.text();
    names.iter().filter(|name| verb.end() <= name.start() && name.end() <= quotation.start()).any(|name| {
        let owns = possessive(name.of(text));
        let between = text.get(name.end()..quotation.start()).unwrap_or_default();
        let mut words = between.split_whitespace();
        let told = owns && words.by_ref().take(TOLD).any(|word| WORDS.contains(&word));
        let tells = |word: &str| BEING.contains(&word) || is_past(finder, word) || finder.is_said(word, FactWord::Say);
        told && words.next().is_some_and(|word| ABOUT.contains(&word)) && !words.any(tells)
    })
}

/// Whether a sentence begins with another name before its quotation, whose words these may be: `Brandt spoke of “the old boat”`; or tells of
/// another's words.
pub(super) fn is_of_another(finder: &FactFinder<'_>, quotation: Span, speaker: Span) -> bool {
    let article = finder.article();
    let Some(sentence) = article.sentences.get(article.sentence_at(quotation.start())) else { return false };
    let facts = finder.facts(sentence.tokens.clone());
    let words = |span: Span| article.tokens.get(article.tokens_in(span)).unwrap_or_default();
    let same = |name: Span| words(name).iter().any(|word| words(speaker).iter().any(|other| other.key == word.key));
    let first = |fact: &&Fact| {
        let before = article.text.get(sentence.span.start()..fact.span.start()).unwrap_or_default();
        before.split_whitespace().all(|word| finder.is_said(word.trim_end_matches('.'), FactWord::Title))
    };
    let head = facts.iter().filter(|fact| matches!(fact.says, Saying::Called(_))).find(first);
    let names: Vec<Span> =
        facts.iter().filter(|fact| matches!(fact.says, Saying::Called(_))).map(|fact| fact.span).collect();
    let opening = Span::new(sentence.span.start(), sentence.span.start());
    head.is_some_and(|fact| fact.span.end() <= quotation.start() && !same(fact.span))
        || is_of_others_words(finder, &names, opening, quotation)
}

/// Whether a sentence may end in some text: the full stop of `F.B.I.` or `J. K.` ends none.
pub(super) fn has_ending(text: &str) -> bool {
    let is_initial = |at: usize| {
        let mut before = text.get(..at).unwrap_or_default().chars().rev();
        let short = before.next().is_some_and(char::is_uppercase) && !before.next().is_some_and(char::is_alphanumeric);
        short && text.get(at + 1..).is_some_and(|rest| rest.contains(char::is_alphanumeric) || rest.starts_with(' '))
    };
    text.match_indices(['.', '!', '?']).any(|(at, mark)| mark != "." || !is_initial(at))
}

/// Words from an owner to what somebody said, at the most.
const TOLD: usize = 2;
/// What somebody said.
const WORDS: [&str; 9] =
    ["comment", "comments", "remark", "remarks", "words", "statement", "statements", "tweet", "tweets"];
/// Words behind these with which it is told what they are about.
const ABOUT: [&str; 4] = ["about", "on", "of", "that"];
/// Verbs with which something is said of them.
const BEING: [&str; 12] = ["is", "are", "was", "were", "be", "been", "as", "has", "have", "would", "could", "can"];
