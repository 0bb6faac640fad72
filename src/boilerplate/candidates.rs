//! The rules that could hide a marked passage, from narrow to broad, and what each would hide.

use rustc_hash::FxHashMap;

use super::apply::{Sieve, hidden_by_page};
use super::mark::{Choice, Marked, folded};
use super::mask::{HiddenBy, Mask};
use super::rule::{Ends, Fit, Rule, RuleSet, Scope, Unit};
use super::rulebook::Reach;
use crate::article::{Article, Sentence};
use crate::text::{Key, Span, Token};

/// The most words of a proposed phrase (chosen).
const PHRASE: usize = 5;
/// The number of words that identify the end of a passage (chosen).
const OPENING: usize = 6;

/// A way to hide the marked passage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// Its kind.
    pub way: Way,
    /// What such a rule would match.
    pub fit: Fit,
}

/// The ways to hide the marked passage, from narrow to broad.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Way {
    /// Exactly this text.
    Exactly,
    /// This text, with other numbers and dates and small changes.
    Loosely,
    /// Text that begins like this.
    BeginsSo,
    /// Text that contains a phrase: at first the rarest, which the reader can change.
    Contains,
    /// Text that a regular expression matches: at first one for the marked words, which the reader can change.
    Pattern,
    /// Everything from here to the end.
    ToEnd,
    /// Everything from here to a second mark.
    Between,
}

/// What a rule would hide in one article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Effect {
    /// The passages.
    pub spans: Vec<Span>,
    /// The number of words in them.
    pub words: usize,
    /// The number of words of the article, without those that the page hides.
    pub of: usize,
}

/// A warning before a rule is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Warning {
    /// It hides this many words that another article (an index) also has, which is a sign of reporting.
    Shared(usize, usize),
    /// It hides more than a third of this article.
    Much(usize),
    /// It hides all of this article.
    All(usize),
}

impl Effect {
    /// Returns what `rule` alone would hide in each article, for a file with this reach, beyond what the page hides without any rule.
    pub fn of(rule: &Rule, reach: &Reach, articles: &[&Article]) -> Vec<Effect> {
        let alone = RuleSet { rules: vec![Rule { enabled: true, ..rule.clone() }] };
        let sieve = Sieve::of(&alone);
        let each = articles.iter().map(|article| {
            let page = hidden_by_page(article);
            let mask = if reach.covers(article) { sieve.mask(article, &[]) } else { Mask::default() };
            let by_rule = mask.hidden().iter().filter(|hidden| matches!(hidden.by, HiddenBy::Rule(_)));
            let parts = by_rule.flat_map(|hidden| page.visible(hidden.span));
            let spans: Vec<Span> = parts.map(|part| trimmed(article, part)).filter(|part| !part.is_empty()).collect();
            let words = spans.iter().map(|span| article.tokens_in(*span).len()).sum();
            Effect { spans, words, of: article.tokens.len() - page.hidden_words(article) }
        });
        each.collect()
    }

    /// Returns the warnings for each article. `shared` are the passages of each article that another also has, as the collation found them.
    pub fn warnings(effects: &[Effect], articles: &[&Article], shared: &[Vec<Span>]) -> Vec<Warning> {
        let mut warnings = Vec::new();
        for (at, (effect, article)) in effects.iter().zip(articles).enumerate() {
            let told = shared.get(at).map_or(&[][..], Vec::as_slice);
            let common: usize = effect
                .spans
                .iter()
                .flat_map(|hidden| told.iter().filter_map(|span| hidden.meet(*span)))
                .map(|span| article.tokens_in(span).len())
                .sum();
            if common > 0 {
                warnings.push(Warning::Shared(at, common));
            }
            if effect.words > 0 && effect.words == effect.of {
                warnings.push(Warning::All(at));
            } else if effect.words * 3 > effect.of {
                warnings.push(Warning::Much(at));
            }
        }
        warnings
    }
}

fn trimmed(article: &Article, span: Span) -> Span {
    let text = span.of(&article.text);
    let start = span.start() + (text.len() - text.trim_start().len());
    Span::new(start, start + text.trim().len())
}

/// Returns all ways to hide the marked passage that make sense, from narrow to broad. The last needs a `second` mark after the first.
/// `articles` show which phrase is rare.
pub fn candidates(marked: &Marked<'_>, second: Option<Span>, articles: &[&Article]) -> Vec<Candidate> {
    let chosen = |choice: Choice| {
        let rule = Marked { choice, ..*marked }.rule(Scope::Everywhere, "", &RuleSet::default());
        rule.map(|rule| rule.fit)
    };
    let exactly = chosen(Choice::Exactly);
    let text = exactly.as_ref().map(|fit| fit.text().to_owned());
    let pattern = text.as_ref().map(|text| Fit::Pattern(Unit::Words, as_pattern(text)));
    let ways = [
        (Way::Exactly, exactly),
        (Way::Loosely, text.map(Fit::Loosely)),
        (Way::BeginsSo, chosen(Choice::BeginsSo)),
        (Way::Contains, rarest(marked, articles).map(|phrase| Fit::Contains(extent(marked), phrase))),
        (Way::Pattern, pattern),
        (Way::ToEnd, chosen(Choice::ToEnd)),
        (Way::Between, second.and_then(|second| up_to(marked, second))),
    ];
    ways.into_iter().filter_map(|(way, fit)| Some(Candidate { way, fit: fit? })).collect()
}

fn extent(marked: &Marked<'_>) -> Unit {
    let paragraph = marked.article.paragraphs.get(marked.article.paragraph_id_at(marked.span.start()).0);
    if paragraph.is_some_and(|paragraph| marked.span.covers(paragraph.span)) { Unit::Paragraph } else { Unit::Sentence }
}

/// Returns the rarest phrase of the marked words inside one sentence.
fn rarest(marked: &Marked<'_>, articles: &[&Article]) -> Option<String> {
    let mut counts: FxHashMap<Key, usize> = FxHashMap::default();
    for article in articles {
        article.tokens.iter().for_each(|word| *counts.entry(word.key).or_default() += 1);
    }
    let sentences = marked.article.sentences.iter().filter(|sentence| sentence.span.overlaps(marked.span));
    let words = |sentence: &Sentence| marked.article.tokens.get(sentence.tokens.clone()).unwrap_or_default();
    let phrases = sentences.flat_map(|sentence| {
        let words = words(sentence);
        words.windows(PHRASE.min(words.len()).max(1))
    });
    let often =
        |phrase: &[Token]| -> usize { phrase.iter().map(|word| counts.get(&word.key).copied().unwrap_or(0)).sum() };
    let rarest = phrases.min_by_key(|phrase| often(phrase))?;
    let span = rarest.first()?.span.join(rarest.last()?.span);
    Some(folded(span.of(&marked.article.text)))
}

/// Returns the passage from this mark to the sentence in which the second ends.
fn up_to(marked: &Marked<'_>, second: Span) -> Option<Fit> {
    let opening = |place: usize| {
        let sentence = marked.article.sentences.get(marked.article.sentence_at(place))?;
        let words = marked.article.tokens.get(sentence.tokens.clone())?;
        let last = words.get(OPENING.min(words.len()).checked_sub(1)?)?;
        Some(folded(words.first()?.span.join(last.span).of(&marked.article.text)))
    };
    if second.start() < marked.span.start() {
        return None;
    }
    let to = opening(second.end().saturating_sub(1).max(second.start()))?;
    Some(Fit::Between(Unit::Sentence, Ends { from: opening(marked.span.start())?, to }))
}

/// Returns a regular expression for `text` that allows any numbers and spacing.
fn as_pattern(text: &str) -> String {
    let mut pattern = String::new();
    let mut in_number = false;
    for c in text.chars() {
        let digit = c.is_ascii_digit();
        if digit && !in_number {
            pattern.push_str("[0-9]+");
        }
        if c.is_whitespace() {
            pattern.push_str(r"\s+");
        } else if !digit {
            pattern.push_str(&regex::escape(c.encode_utf8(&mut [0; 4])));
        }
        in_number = digit;
    }
    pattern
}
