//! Loose matching: ignores numbers and dates, so that a line is recognised on another day.

use std::ops::Range;
use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use super::propose::DATES;
use crate::article::Article;
use crate::text::{Key, Span, Token, key, tokens};

/// How many of ten words may differ: two (chosen).
const ALIKE: usize = 8;
/// In a text of fewer words, no word may differ (chosen).
const LEAST: usize = 5;
/// The number of words in a row by which a rule is found (chosen).
const GRAM: usize = 3;
/// The most words of a rule that are compared (a limit).
pub const LONGEST: usize = 600;

/// A word, or something that changes every day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Loosened {
    /// A word.
    Word(Key),
    /// One or more numbers, months and weekdays in a row.
    Number,
}

/// Replaces the numbers and dates of `words` with wildcards, one for each run, and drops symbols.
pub fn loosened(words: &[Token], text: &str) -> Vec<Loosened> {
    let mut loosened: Vec<Loosened> = Vec::with_capacity(words.len());
    for word in words.iter().filter(|word| !word.key.is_sign()) {
        let number = word.span.of(text).starts_with(char::is_numeric) || DAYS.contains(&word.key);
        if number && loosened.last() == Some(&Loosened::Number) {
            continue;
        }
        loosened.push(if number { Loosened::Number } else { Loosened::Word(word.key) });
    }
    loosened
}

/// The names of months and weekdays.
static DAYS: LazyLock<FxHashSet<Key>> =
    LazyLock::new(|| DATES.iter().flat_map(|list| list.split('|')).filter(|name| name.len() >= 3).map(key).collect());

/// Loose rules, found by any three consecutive words.
#[derive(Debug, Default)]
pub struct Loose {
    rules: Vec<LooseRule>,
    grams: FxHashMap<[Loosened; GRAM], Vec<(u32, u32)>>,
    /// Rules of few words, which must be equal except for numbers.
    brief: FxHashMap<Vec<Loosened>, Vec<u32>>,
}

#[derive(Debug)]
struct LooseRule {
    number: usize,
    words: Vec<Loosened>,
}

impl Loose {
    /// Adds a rule as `number`.
    pub fn add(&mut self, text: &str, number: usize) {
        let words = loosened(&tokens(text, Span::new(0, text.len())), text);
        let at = self.rules.len() as u32;
        if words.is_empty() || words.len() > LONGEST {
            return;
        }
        if words.len() < LEAST {
            self.brief.entry(words.clone()).or_default().push(at);
        } else {
            for (place, gram) in words.windows(GRAM).enumerate() {
                if let Ok(gram) = <[Loosened; GRAM]>::try_from(gram) {
                    self.grams.entry(gram).or_default().push((at, place as u32));
                }
            }
        }
        self.rules.push(LooseRule { number, words });
    }

    /// Returns each rule that matches, with the range of sentences it matches.
    pub fn fitting(&self, article: &Article) -> Vec<(usize, Range<usize>)> {
        if self.rules.is_empty() {
            return Vec::new();
        }
        let page = Page::of(article);
        let mut tried = FxHashSet::default();
        let mut found = Vec::new();
        for (sentence, start) in page.starts.iter().enumerate().take(article.sentences.len()) {
            let end = page.starts.get(sentence + 1).copied().unwrap_or(*start);
            for last in sentence + 1..=(sentence + 2).min(article.sentences.len()) {
                let until = page.starts.get(last).copied().unwrap_or(end);
                let words = page.words.get(*start..until).unwrap_or_default();
                if words.len() >= LEAST {
                    break;
                }
                for at in self.brief.get(words).into_iter().flatten() {
                    found.extend(self.rules.get(*at as usize).map(|rule| (rule.number, sentence..last)));
                }
            }
        }
        for (place, gram) in page.words.windows(GRAM).enumerate() {
            let Ok(gram) = <[Loosened; GRAM]>::try_from(gram) else { continue };
            for &(at, within) in self.grams.get(&gram).into_iter().flatten() {
                let Some(sentence) = page.sentence_near(place.saturating_sub(within as usize)) else { continue };
                if !tried.insert((at, sentence)) {
                    continue;
                }
                let rule = self.rules.get(at as usize);
                found.extend(rule.and_then(|rule| Some((rule.number, page.fit(&rule.words, sentence)?))));
            }
        }
        found
    }
}

/// An article with its numbers replaced.
struct Page {
    words: Vec<Loosened>,
    /// The index in `words` where each sentence begins, and the end.
    starts: Vec<usize>,
}

impl Page {
    fn of(article: &Article) -> Self {
        let (mut words, mut starts) = (Vec::with_capacity(article.tokens.len()), Vec::new());
        for sentence in &article.sentences {
            starts.push(words.len());
            words.extend(loosened(article.tokens.get(sentence.tokens.clone()).unwrap_or_default(), &article.text));
        }
        starts.push(words.len());
        Self { words, starts }
    }

    /// Returns the sentence that begins nearest to `place`.
    fn sentence_near(&self, place: usize) -> Option<usize> {
        let next = self.starts.partition_point(|start| *start < place).min(self.starts.len().checked_sub(2)?);
        let before = next.saturating_sub(1);
        let far = |sentence: usize| self.starts.get(sentence).map_or(usize::MAX, |start| start.abs_diff(place));
        Some(if far(before) < far(next) { before } else { next })
    }

    /// Returns the run of sentences from `first` that is most similar to `rule`, if it is similar enough.
    fn fit(&self, rule: &[Loosened], first: usize) -> Option<Range<usize>> {
        let start = *self.starts.get(first)?;
        let next = self.starts.partition_point(|end| *end < start + rule.len()).max(first + 1);
        let lasts = [next.saturating_sub(1), next, next + 1]
            .into_iter()
            .filter(|last| *last > first && *last < self.starts.len());
        let fits = lasts.filter_map(|last| {
            let words = self.words.get(start..*self.starts.get(last)?)?;
            let close = words.len().abs_diff(rule.len()) * 4 <= rule.len();
            let both = if close { shared(rule, words) } else { 0 };
            (both * 2 * 10 >= (rule.len() + words.len()) * ALIKE)
                .then_some((both * 2 * 1000 / (rule.len() + words.len()), first..last))
        });
        fits.max_by_key(|(score, run)| (*score, std::cmp::Reverse(run.end))).map(|(_, run)| run)
    }
}

/// Returns the length of the longest common subsequence of two texts, in words.
fn shared(a: &[Loosened], b: &[Loosened]) -> usize {
    let mut row = vec![0_usize; b.len() + 1];
    for word in a {
        let mut diagonal = 0;
        let mut left = 0;
        for (other, cell) in b.iter().zip(row.iter_mut().skip(1)) {
            let up = *cell;
            *cell = if word == other { diagonal + 1 } else { up.max(left) };
            diagonal = up;
            left = *cell;
        }
    }
    row.last().copied().unwrap_or(0)
}
