//! Applies rules to an article: finds what they hide.
//!
//! Rules are prepared once for any number of articles. Each article is scanned once for all wordings together, however many there are;
//! loose rules are found by three-word runs, and regular expressions are first tried all together. So the time is about linear in the
//! words of the articles. Only a repetitive text under a repetitive rule can take the product of their lengths.

use rustc_hash::FxHashMap;

use super::loose::Loose;
use super::mask::{Hidden, HiddenBy, Mask};
use super::opening::{Ground, Opening, sentences};
use super::patterns::Patterns;
use super::rule::{Does, Fit, Rule, RuleId, RuleSet, Scope, Unit};
use super::rulebook::{Reach, Rulebooks};
use super::wordings::Wordings;
use crate::article::Article;
use crate::kinds::Furniture;
use crate::text::{Span, Token, tokens};

/// Returns what `rules` and the reader's `session` marks hide in `article`. For many articles, a [`Sieve`] is faster.
///
/// Rules that are switched off, out of scope or without words hide nothing. If several hide the same text, the first of the file counts,
/// and any rule before the session. Adjacent passages hidden by one rule become one, and no white space is left between hidden passages
/// of one paragraph.
pub fn mask(article: &Article, rules: &Rulebooks, session: &[Span]) -> Mask {
    Sieve::over(rules).mask(article, session)
}

/// Returns what is left out of `article` as a version of a text: what [`mask`] hides, and what the rules say is no change.
pub fn mask_in_diff(article: &Article, rules: &Rulebooks, session: &[Span]) -> Mask {
    Sieve::over(rules).mask_in_diff(article, session)
}

/// Rules prepared to be applied to articles.
#[derive(Debug)]
pub struct Sieve<'a> {
    rules: Vec<Held<'a>>,
    /// The wordings at the start of units, by rule number. Those of a second end have numbers after all rules.
    openings: Wordings,
    phrases: Wordings,
    loose: Loose,
    patterns: Patterns,
}

/// A rule, with the reach of its file.
#[derive(Debug)]
struct Held<'a> {
    rule: &'a Rule,
    reach: &'a Reach,
    /// Earlier rules with the same id, which replace it wherever they apply.
    before: Vec<usize>,
}

impl<'a> Sieve<'a> {
    /// Prepares `rules` that apply to all articles.
    pub fn of(rules: &'a RuleSet) -> Self {
        Self::holding(rules.rules.iter().map(|rule| (rule, &Reach::Everywhere)))
    }

    /// Prepares the rules of all `books`.
    pub fn over(books: &'a Rulebooks) -> Self {
        Self::holding(books.each().map(|placed| (placed.rule, &placed.book.reach)))
    }

    fn holding(rules: impl Iterator<Item = (&'a Rule, &'a Reach)>) -> Self {
        let mut known: FxHashMap<&RuleId, Vec<usize>> = FxHashMap::default();
        let rules: Vec<Held<'a>> = rules
            .enumerate()
            .map(|(number, (rule, reach))| {
                let same = known.entry(&rule.id).or_default();
                let before = same.clone();
                same.push(number);
                Held { rule, reach, before }
            })
            .collect();
        let (mut openings, mut phrases, mut loose) = (Wordings::new(), Wordings::new(), Loose::default());
        let mut patterns = Vec::new();
        for (number, rule) in rules.iter().map(|held| held.rule).enumerate().filter(|(_, rule)| rule.enabled) {
            let text = rule.fit.text();
            match &rule.fit {
                Fit::Loosely(_) => loose.add(text, number),
                Fit::Contains(..) => phrases.add(&words(text), number),
                Fit::Pattern(..) => patterns.push((number, text)),
                Fit::Exactly(_) | Fit::BeginsSo(..) | Fit::ToEnd(..) => openings.add(&words(text), number),
                Fit::Between(_, ends) => {
                    openings.add(&words(&ends.from), number);
                    openings.add(&words(&ends.to), rules.len() + number);
                }
            }
        }
        Self { rules, openings, phrases, loose, patterns: Patterns::of(&patterns) }
    }

    /// Returns what the rules and the reader's `session` marks hide in `article`, like [`mask`].
    pub fn mask(&self, article: &Article, session: &[Span]) -> Mask {
        self.masked(article, session, |does| does == Does::Hide)
    }

    /// The same, with what is no change between two versions, as [`mask_in_diff`] does.
    pub fn mask_in_diff(&self, article: &Article, session: &[Span]) -> Mask {
        self.masked(article, session, |_| true)
    }

    fn masked(&self, article: &Article, session: &[Span], counts: impl Fn(Does) -> bool) -> Mask {
        let mut found = self.places(article);
        found.retain(|(number, _)| self.rules.get(*number).is_some_and(|held| counts(held.rule.does)));
        let by = |number: usize| self.rules.get(number).map(|held| HiddenBy::Rule(held.rule.id.clone()));
        let mut hidden: Vec<Hidden> =
            found.into_iter().filter_map(|(number, span)| Some(Hidden { span, by: by(number)? })).collect();
        hidden.extend(page_parts(article));
        hidden.extend(session.iter().map(|&span| Hidden { span: whole_words(article, span), by: HiddenBy::Session }));
        close_gaps(article, &Mask::new(hidden))
    }

    /// Returns each place in `article` that a rule matches, with the number of the rule, in order.
    pub fn places(&self, article: &Article) -> Vec<(usize, Span)> {
        let mut found = Vec::new();
        self.by_wording(article, &mut found);
        for (number, sentences) in self.loose.fitting(article) {
            found.extend(self.rule(number, article).and_then(|_| Some((number, self::sentences(article, sentences)?))));
        }
        self.by_pattern(article, &mut found);
        found.sort_unstable();
        found
    }

    /// Returns a rule if it applies to `article`.
    fn rule(&self, number: usize, article: &Article) -> Option<&Rule> {
        let Held { rule, reach, before } = self.rules.get(number)?;
        let holds = match &rule.scope {
            Scope::Article(name) => article.is_called(name),
            Scope::Source(name) => *name == article.source,
            Scope::Everywhere => true,
        };
        let shadowed = || before.iter().any(|it| self.rules.get(*it).is_some_and(|held| held.reach.covers(article)));
        (holds && reach.covers(article) && !shadowed()).then_some(*rule)
    }

    fn by_wording(&self, article: &Article, found: &mut Vec<(usize, Span)>) {
        let mut ends = Vec::new();
        for paragraph in &article.paragraphs {
            let ground = Ground::of(article, paragraph);
            for sentence in article.sentences.get(paragraph.sentences.clone()).unwrap_or_default() {
                let words = article.tokens.get(sentence.tokens.start..).unwrap_or_default();
                if sentence.tokens.is_empty() {
                    continue;
                }
                let opening = Opening { article, paragraph, sentence, ground: &ground };
                for (number, length) in self.openings.beginning(words) {
                    let Some(rule) = self.rule(number % self.rules.len().max(1), article) else { continue };
                    match &rule.fit {
                        Fit::Between(unit, _) => {
                            ends.extend(opening.unit_span(*unit, length).map(|span| (number, span)))
                        }
                        fit => found.extend(opening.hides(fit, length).map(|span| (number, span))),
                    }
                }
                self.phrases_of(&opening, found);
            }
        }
        found.extend(self.between(ends));
    }

    fn phrases_of(&self, opening: &Opening<'_>, found: &mut Vec<(usize, Span)>) {
        if self.phrases.is_empty() {
            return;
        }
        let within = opening.article.tokens.get(..opening.paragraph.tokens.end).unwrap_or_default();
        let begins = |at: &usize| within.get(*at).is_some_and(|word| !word.key.is_sign());
        for at in opening.sentence.tokens.clone().filter(begins) {
            for (number, length) in self.phrases.beginning(within.get(at..).unwrap_or_default()) {
                let Some(rule) = self.rule(number, opening.article) else { continue };
                if let Fit::Contains(unit, _) = rule.fit {
                    found.extend(opening.around(unit, at..at + length).map(|span| (number, span)));
                }
            }
        }
    }

    /// Pairs start marks and end marks, each start with the next end.
    fn between(&self, ends: Vec<(usize, Span)>) -> Vec<(usize, Span)> {
        let count = self.rules.len();
        let lasts: Vec<(usize, Span)> = {
            let mut lasts: Vec<_> = ends
                .iter()
                .filter(|(number, _)| *number >= count)
                .map(|(number, span)| (number - count, *span))
                .collect();
            lasts.sort_unstable();
            lasts
        };
        let firsts = ends.into_iter().filter(|(number, _)| *number < count);
        let stretch = firsts.filter_map(|(number, first)| {
            let next = lasts.partition_point(|(other, last)| (*other, last.start()) < (number, first.start()));
            let (_, last) = lasts.get(next).filter(|(other, _)| *other == number)?;
            Some((number, first.join(*last)))
        });
        stretch.collect()
    }

    fn by_pattern(&self, article: &Article, found: &mut Vec<(usize, Span)>) {
        if self.patterns.is_empty() {
            return;
        }
        for paragraph in &article.paragraphs {
            let (start, ground) = (paragraph.span.start(), Ground::of(article, paragraph));
            for (number, range) in self.patterns.fitting(paragraph.span.of(&article.text)) {
                let Some(rule) = self.rule(number, article) else { continue };
                let Fit::Pattern(unit, _) = &rule.fit else { continue };
                let matched = Span::new(start + range.start, start + range.end);
                // What else such a word says would be a change that nobody is told of.
                let span = if rule.does == Does::IgnoreInDiff && *unit == Unit::Words {
                    without_parts(article, matched)
                } else {
                    Some(whole_words(article, matched))
                };
                found.extend(span.and_then(|span| ground.place_of_match(*unit, span)).map(|span| (number, span)));
            }
        }
    }
}

/// What the page itself says is not part of `article`.
pub(super) fn hidden_by_page(article: &Article) -> Mask {
    Mask::new(page_parts(article).collect())
}

fn page_parts(article: &Article) -> impl Iterator<Item = Hidden> + '_ {
    let parts = article.paragraphs.iter().filter(|paragraph| paragraph.furniture == Furniture::Surely);
    parts.map(|paragraph| Hidden { span: paragraph.span, by: HiddenBy::Page })
}

fn words(text: &str) -> Vec<Token> {
    // A wording may span a sentence border that lost its space.
    tokens(text, Span::new(0, text.len()))
}

/// Leaves out the words at the ends of `span` that it holds only in part; nothing where no more is left.
fn without_parts(article: &Article, span: Span) -> Option<Span> {
    let cut = |place: usize| {
        let word = article.tokens.get(article.tokens.partition_point(|word| word.span.end() <= place))?.span;
        (word.start() < place).then_some(word)
    };
    let start = cut(span.start()).map_or(span.start(), |word| word.end());
    let end = cut(span.end()).map_or(span.end(), |word| word.start());
    (start < end).then(|| Span::new(start, end))
}

/// Widens `span` so that it cuts no word and no character and stays inside the text.
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
        if blank && article.paragraph_id_at(ends_in) == article.paragraph_id_at(next.span.start()) {
            last.span = Span::new(last.span.start(), next.span.start());
        }
        closed.push(next.clone());
    }
    Mask::new(closed)
}
