//! Finds recurring paragraphs: articles of one source share them although they are about different things.
//!
//! Articles about one event share reporting, articles of one outlet share furniture. The rest of the articles shows which it is: two
//! articles are related if they have many of their longer words in common. Only what is in three unrelated articles recurs, or in two if
//! it is a line beside the story. A title is above its own story and in the lists of other pages.

use std::hash::BuildHasher;

use rustc_hash::{FxHashMap, FxHashSet};

use super::found::{Found, Reach, Why};
use super::sheet::{CuedArticle, Line};
use crate::article::Article;
use crate::boilerplate::loose::{Loosened, loosened};
use crate::boilerplate::rule::Fit;
use crate::text::{Key, Span, Token};

/// How many unrelated articles must have a paragraph. For a line before or after the story that is not prose, two are enough
/// (benches/constants.md).
const LEAST: usize = 3;
/// The fewest words of a line above the story that may be its title (benches/constants.md).
const TITLE: usize = 4;
/// The percentage of words of the smaller article that related articles have in common (benches/constants.md).
const KIN: usize = 20;
/// The fewest letters of a longer word (benches/constants.md).
const LONG: usize = 5;
/// The number of words in a row by which text is recognised (benches/constants.md).
const GRAM: usize = 5;
/// The most articles in which a run is looked up (a limit).
const MOST: usize = 64;

/// An index of all articles.
#[derive(Debug)]
pub struct Recurrence {
    /// The articles that have a paragraph, by its loose words.
    homes: FxHashMap<(String, u64), Vec<usize>>,
    /// The articles that have a run of words.
    grams: FxHashMap<u64, Vec<u32>>,
    /// The longer words of each article outside recurring paragraphs.
    words: Vec<FxHashSet<Key>>,
    sources: Vec<String>,
    /// Where the lines of a source are on its pages, by their words without numbers.
    standing: FxHashMap<(String, u64), Whereabouts>,
    /// The longer words of the story of each article.
    told: Vec<FxHashSet<Key>>,
}

/// In how many articles a line is, how often above the story, and how often first.
#[derive(Clone, Copy, Debug, Default)]
struct Whereabouts {
    anywhere: usize,
    above: usize,
    first: usize,
}

impl Recurrence {
    /// Indexes all articles.
    pub fn of(articles: &[&Article]) -> Self {
        let mut homes: FxHashMap<(String, u64), Vec<usize>> = FxHashMap::default();
        let mut grams: FxHashMap<u64, Vec<u32>> = FxHashMap::default();
        for (at, article) in articles.iter().enumerate() {
            for key in paragraphs(article).flatten() {
                let home = homes.entry((article.source.clone(), key)).or_default();
                if home.last() != Some(&at) {
                    home.push(at);
                }
            }
            for gram in article.tokens.windows(GRAM).map(gram) {
                let home = grams.entry(gram).or_default();
                if home.len() < MOST && home.last() != Some(&(at as u32)) {
                    home.push(at as u32);
                }
            }
        }
        let words = articles.iter().map(|article| own_words(article, &homes)).collect();
        let sources = articles.iter().map(|article| article.source.clone()).collect();
        Self { homes, grams, words, sources, standing: FxHashMap::default(), told: Vec::new() }
    }

    /// Adds the lines of the next article.
    pub(super) fn learn(&mut self, sheet: &CuedArticle<'_>) {
        let mut seen: FxHashSet<u64> = FxHashSet::default();
        for (at, line) in sheet.lines.iter().enumerate() {
            let Some(key) = wording(sheet, line).filter(|key| seen.insert(*key)) else { continue };
            let standing = self.standing.entry((sheet.article.source.clone(), key)).or_default();
            standing.anywhere += 1;
            standing.above += usize::from(at < sheet.body.start);
            standing.first += usize::from(at == 0);
        }
        let body = sheet.lines.get(sheet.body.clone()).unwrap_or_default();
        self.told.push(body.iter().flat_map(|line| long_words(sheet.article, line.words)).collect());
    }

    /// Returns the titles of an article: lines above its story that other pages have too, but not above theirs.
    pub(super) fn titles(&self, sheet: &CuedArticle<'_>) -> Vec<Span> {
        let above = sheet.lines.iter().take(sheet.body.start);
        above.filter(|line| self.is_title(sheet, line)).map(|line| line.span).collect()
    }

    fn is_title(&self, sheet: &CuedArticle<'_>, line: &Line<'_>) -> bool {
        let standing = self.standing(sheet, line);
        line.words.len() >= TITLE && standing.anywhere > 1 && standing.above == 1
    }

    fn standing(&self, sheet: &CuedArticle<'_>, line: &Line<'_>) -> Whereabouts {
        let key = wording(sheet, line).map(|key| (sheet.article.source.clone(), key));
        key.and_then(|key| self.standing.get(&key)).copied().unwrap_or_default()
    }

    /// Finds the paragraphs of an article that recur.
    pub(super) fn find(&self, at: usize, sheet: &CuedArticle<'_>) -> Vec<Found> {
        let source = self.sources.get(at).map_or("", String::as_str);
        let lines = sheet.lines.iter().zip(paragraphs(sheet.article)).enumerate();
        let each = lines.filter_map(|(line_at, (line, key))| {
            let homes = self.homes.get(&(source.to_owned(), key?))?;
            let is_beside = sheet.is_outside(line_at) && !line.tells();
            let is_title = line_at < sheet.body.start && self.is_title(sheet, line);
            if is_title || line_at == 0 && self.standing(sheet, line).first < LEAST {
                return None;
            }
            let numbered = loosened(line.words, &sheet.article.text).contains(&Loosened::Number);
            let fit = if numbered { Fit::Loosely } else { Fit::Exactly };
            let recurs = self.strangers(at, homes) || is_beside && self.tell_of_other_things(homes);
            recurs.then(|| Found {
                span: line.span,
                why: Why::Recurring(homes.len()),
                fit: fit(line.text.to_owned()),
                reach: Reach::Source,
            })
        });
        each.collect()
    }

    /// Whether a related article has at least half of a span.
    pub fn is_told_by_kin(&self, at: usize, article: &Article, span: Span) -> bool {
        let words = article.tokens.get(article.tokens_in(span)).unwrap_or_default();
        let mut told: FxHashMap<u32, usize> = FxHashMap::default();
        for home in words.windows(GRAM).filter_map(|words| self.grams.get(&gram(words))) {
            for other in home.iter().filter(|other| **other as usize != at) {
                *told.entry(*other).or_default() += 1;
            }
        }
        let all = words.len().saturating_sub(GRAM - 1);
        told.into_iter().any(|(other, count)| count * 2 >= all.max(1) && self.are_kin(at, other as usize))
    }

    /// Whether enough of the articles of `homes`, including `at`, are unrelated to each other.
    fn strangers(&self, at: usize, homes: &[usize]) -> bool {
        let mut strangers = vec![at];
        for &home in homes.iter().take(MOST) {
            if strangers.iter().all(|&other| other != home && !self.are_kin(other, home)) {
                strangers.push(home);
            }
            if strangers.len() >= LEAST {
                return true;
            }
        }
        false
    }

    /// Whether the stories of two of `homes` have little in common, apart from what is beside them.
    fn tell_of_other_things(&self, homes: &[usize]) -> bool {
        let told = |at: &usize| self.told.get(*at).filter(|words| !words.is_empty());
        let Some(first) = homes.first().and_then(told) else { return false };
        homes.iter().skip(1).take(MOST).filter_map(told).any(|other| !share(first, other))
    }

    fn are_kin(&self, a: usize, b: usize) -> bool {
        let (Some(a), Some(b)) = (self.words.get(a), self.words.get(b)) else { return false };
        share(a, b)
    }
}

/// Whether two sets of words have as much in common as those of related articles.
fn share(a: &FxHashSet<Key>, b: &FxHashSet<Key>) -> bool {
    let (small, large) = if a.len() < b.len() { (a, b) } else { (b, a) };
    let both = small.iter().filter(|key| large.contains(key)).count();
    both * 100 >= small.len() * KIN
}

/// Returns the key of a line, without numbers.
fn wording(sheet: &CuedArticle<'_>, line: &Line<'_>) -> Option<u64> {
    let mut words = loosened(line.words, &sheet.article.text);
    words.retain(|word| matches!(word, Loosened::Word(_)));
    (!words.is_empty()).then(|| rustc_hash::FxBuildHasher.hash_one(&words))
}

fn long_words<'a>(article: &'a Article, words: &'a [Token]) -> impl Iterator<Item = Key> + 'a {
    words.iter().filter(|word| word.span.of(&article.text).chars().count() >= LONG).map(|word| word.key)
}

/// Returns the key of each paragraph, without numbers and dates; `None` for one with only numbers.
fn paragraphs(article: &Article) -> impl Iterator<Item = Option<u64>> {
    article.paragraphs.iter().map(|paragraph| {
        let words = loosened(article.tokens.get(paragraph.tokens.clone())?, &article.text);
        let told = words.iter().any(|word| matches!(word, Loosened::Word(_)));
        told.then(|| rustc_hash::FxBuildHasher.hash_one(&words))
    })
}

fn gram(words: &[Token]) -> u64 {
    words.iter().fold(0, |hash, word| (hash ^ word.key.0).wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(23))
}

fn own_words(article: &Article, homes: &FxHashMap<(String, u64), Vec<usize>>) -> FxHashSet<Key> {
    let recurs = |key: Option<u64>| {
        key.and_then(|key| homes.get(&(article.source.clone(), key))).is_some_and(|homes| homes.len() >= LEAST)
    };
    let own = article.paragraphs.iter().zip(paragraphs(article)).filter(|(_, key)| !recurs(*key));
    let words = own.map(|(paragraph, _)| article.tokens.get(paragraph.tokens.clone()).unwrap_or_default());
    words.flat_map(|words| long_words(article, words)).collect()
}
