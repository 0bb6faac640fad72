//! Finds names: runs of capitalised words; in German, where all nouns are capitalised, nouns in the position of names.

use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};

use super::bare::{bare, plain, possessive};
use super::fact::{Fact, Saying};
use super::lexicon::{FactWord, FactWords};
use super::row::{Cell, Row, numbers_item, opens, small};
use crate::article::{Article, Sentence};
use crate::text::Token;

/// Short words inside names: `Ministry for Coasts`.
pub(super) const BINDING: &[&str] =
    &["of", "for", "de", "la", "du", "von", "van", "der", "al", "bin", "del", "di", "da", "dos", "do"];
/// The highest percentage of capitalised words in a sentence: headlines have more, and there a capital means nothing.
const MANY: usize = 60;
/// Words with at most this many letters are ignored for that.
const LONG: usize = 3;
/// Letters of a row of initials at the most: `UNICEF`.
const INITIALS: usize = 6;
/// The words that an article uses as names.
#[derive(Debug, Default)]
pub(super) struct KnownNames {
    words: FxHashSet<String>,
    small: FxHashSet<String>,
}

impl KnownNames {
    /// Finds the names in sentences of an article. Takes linear time.
    pub fn new(article: &Article, sentences: &[Sentence], lexicon: &'static FactWords) -> Self {
        let parts = sentences.iter().flat_map(|sentence| parts(sentence.tokens.clone()));
        if lexicon.capital { Self::beside_nouns(article, parts, lexicon) } else { Self::by_capitals(article, parts) }
    }

    /// In a language that capitalises all nouns, a word in the position of a name is one.
    fn beside_nouns(article: &Article, parts: impl Iterator<Item = Range<usize>>, lexicon: &'static FactWords) -> Self {
        let mut words = FxHashSet::default();
        for part in parts {
            let row = Row::new(article, lexicon, part);
            let named = |(at, cell): &(usize, &Cell)| cell.capital && !cell.first && stands_as_name(&row, *at);
            words.extend(row.cells.iter().enumerate().filter(named).map(|(_, cell)| bare(&cell.small)));
        }
        Self { words, small: FxHashSet::default() }
    }

    /// In other languages, a word that is capitalised more often than not is one. Words are counted as written and folded afterwards, because
    /// there are far fewer spellings than words.
    fn by_capitals(article: &Article, parts: impl Iterator<Item = Range<usize>>) -> Self {
        // Only what stands there with a capital is ever asked for.
        let parts: Vec<Range<usize>> = parts.collect();
        let tokens = || parts.iter().flat_map(|part| article.tokens.get(part.clone()).unwrap_or_default());
        let words = || tokens().map(|token| token.span.of(&article.text));
        let asked: FxHashSet<String> =
            words().filter(|word| has_capital(word)).map(|word| bare(&small(word))).collect();
        let is_asked = |word: &str| match word.bytes().all(|byte| byte.is_ascii_lowercase()) {
            true => asked.contains(word),
            false => has_capital(word) || asked.contains(&bare(&small(word))),
        };
        let mut written: FxHashMap<&str, i32> = FxHashMap::default();
        for part in parts.iter().cloned() {
            let words = SpelledWords::of(article, part);
            if words.is_headline() {
                continue;
            }
            for (word, first) in words.filter(|(word, _)| is_asked(word)) {
                match has_capital(word) {
                    true if !first => *written.entry(word).or_default() += 1,
                    true => {}
                    false => *written.entry(word).or_default() -= 1,
                }
            }
        }
        let mut tally: FxHashMap<String, i32> = FxHashMap::default();
        let mut without = FxHashSet::default();
        for (word, count) in written {
            let name = bare(&small(word));
            if !has_capital(word) {
                without.insert(name.clone());
            }
            *tally.entry(name).or_default() += count;
        }
        let words = tally.into_iter().filter(|(_, tally)| *tally > 0).map(|(word, _)| word).collect();
        Self { words, small: without }
    }

    fn is_name(&self, row: &Row<'_>, at: usize) -> bool {
        let Some(cell) = row.cells.get(at) else { return false };
        let title = |cell: &Cell| {
            let titled = |m: &FactWord| matches!(m, FactWord::Title | FactWord::Article);
            bare(&cell.small).split('-').all(|part| row.lexicon.meanings(part).iter().any(titled))
        };
        let word = bare(&cell.small);
        let common = row.lexicon.common.contains(word.as_str()) && !cell.capitals;
        if cell.taken || !cell.capital || title(cell) || common || word.chars().count() < 2 {
            return false;
        }
        // `Added Brandt: “…`
        let says = cell.first && row.lexicon.is(&word, FactWord::Say);
        if cell.first && !cell.capitals && row.lexicon.is(&word, FactWord::Opening) {
            return false;
        }
        if row.lexicon.is(&word, FactWord::Not) || row.lexicon.is(&word, FactWord::Pronoun) || says {
            return false;
        }
        // A first word in capitals may only open the text: `SMILING`.
        let opens = cell.first && word.chars().count() > INITIALS;
        if self.words.contains(&word) || cell.capitals && !opens && !self.small.contains(&word) {
            return true;
        }
        if row.lexicon.capital {
            return !cell.first && stands_as_name(row, at);
        }
        let next = row.cells.get(at + 1).is_some_and(|next| next.capital && row.goes_on(at + 1) && !title(next));
        !cell.first || next && !self.small.contains(&word)
    }
}

/// The words of a part of a sentence as they are written, and whether a sentence or a quotation begins with each.
#[derive(Clone)]
struct SpelledWords<'a> {
    text: &'a str,
    tokens: &'a [Token],
    /// Where the word before ends; none of the part has been gone through where there is none.
    end: Option<usize>,
    /// The word before, if it is the first of the part.
    label: Option<&'a str>,
}

impl<'a> SpelledWords<'a> {
    fn of(article: &'a Article, part: Range<usize>) -> Self {
        Self { text: &article.text, tokens: article.tokens.get(part).unwrap_or_default(), end: None, label: None }
    }

    fn is_headline(&self) -> bool {
        let long = self.clone().filter(|(word, _)| word.chars().nth(LONG).is_some());
        let (capitals, all) =
            long.fold((0, 0), |(capitals, all), (word, _)| (capitals + usize::from(has_capital(word)), all + 1));
        capitals * 100 > all * MANY
    }
}

impl<'a> Iterator for SpelledWords<'a> {
    type Item = (&'a str, bool);

    fn next(&mut self) -> Option<Self::Item> {
        let (token, rest) = self.tokens.split_first()?;
        let start = token.span.start();
        let gap = |end: usize| self.text.get(end.min(start)..start).unwrap_or_default();
        let opened = |end| opens(gap(end)) || self.label.is_some_and(|label| numbers_item(label, gap(end)));
        let first = self.end.is_none_or(opened);
        self.label = Some(token.span.of(self.text)).filter(|_| self.end.is_none());
        (self.tokens, self.end) = (rest, Some(token.span.end()));
        Some((token.span.of(self.text), first))
    }
}

fn has_capital(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}

/// Whether a noun of a language that capitalises all nouns is in the position of a name: two in a row, or after a title, without an
/// article before.
fn stands_as_name(row: &Row<'_>, at: usize) -> bool {
    let capital = |at: usize| row.cells.get(at).is_some_and(|cell| cell.capital && !cell.first);
    let is = |at: usize, meaning: FactWord| row.lexicon.is(row.small(at), meaning);
    let Some(before) = at.checked_sub(1) else { return false };
    let titled = is(before, FactWord::Title) && row.goes_on(at);
    let said = is(before, FactWord::Say) && row.goes_on(at) && !is(at, FactWord::Title);
    let behind = capital(at + 1) && row.goes_on(at + 1) && !is(before, FactWord::Article) && !is(at, FactWord::Title);
    let ahead =
        capital(before) && row.goes_on(at) && !before.checked_sub(1).is_some_and(|at| is(at, FactWord::Article));
    titled || said || behind || ahead && !is(before, FactWord::Title)
}

/// Finds the names of a row and marks their words as taken.
pub(super) fn names(row: &mut Row<'_>, known: &KnownNames) -> Vec<Fact> {
    if is_headline(row) && row.cells.len() > 3 {
        return in_headline(row, known);
    }
    let mut found = Vec::new();
    let mut at = 0;
    while at < row.cells.len() {
        if !known.is_name(row, at) && !is_initial(row, at, known) {
            at += 1;
            continue;
        }
        let mut end = at + 1;
        loop {
            let binds = BINDING.contains(&row.small(end)) && known.is_name(row, end + 1) && row.goes_on(end);
            let named = known.is_name(row, end) || is_initial(row, end, known);
            if (row.goes_on(end) || is_initial(row, end - 1, known)) && named && !possessive(row.small(end - 1)) {
                end += 1;
            } else if binds && row.goes_on(end + 1) {
                end += 2;
            } else {
                break;
            }
        }
        found.push(called(row, at..end));
        row.take(at..end);
        at = end;
    }
    found
}

/// Whether a word is an initial of a name that follows: `J. K. Rowling`.
fn is_initial(row: &Row<'_>, at: usize, known: &KnownNames) -> bool {
    let letter = row.cells.get(at).is_some_and(|cell| cell.capital && !cell.taken && cell.small.chars().count() == 1);
    let next = row.cells.get(at + 1).is_some_and(|next| !next.first) && matches!(row.gap(at + 1), "." | ". ");
    letter && next && (known.is_name(row, at + 1) || is_initial(row, at + 1, known))
}

/// In a headline, only what is a name elsewhere in the article is one.
fn in_headline(row: &mut Row<'_>, known: &KnownNames) -> Vec<Fact> {
    let is_known = |row: &Row<'_>, at: usize| {
        known.is_name(row, at)
            && known.words.contains(&bare(row.small(at)))
            && !known.small.contains(&bare(row.small(at)))
    };
    let mut found = Vec::new();
    let mut at = 0;
    while at < row.cells.len() {
        let mut end = at;
        while end < row.cells.len() && is_known(row, end) && (end == at || row.goes_on(end)) {
            end += 1;
        }
        if end > at {
            found.push(called(row, at..end));
            row.take(at..end);
        }
        at = end.max(at + 1);
    }
    found
}

fn called(row: &Row<'_>, range: Range<usize>) -> Fact {
    let whole: Vec<String> = row.cells[range.clone()].iter().map(|cell| bare(&cell.small)).collect();
    let one = |words: &str| {
        let found = row.lexicon.meanings(words).iter();
        found.filter_map(|m| if let FactWord::One(name) = m { Some((*name).to_owned()) } else { None }).next()
    };
    let mut words = Vec::new();
    let mut at = 0;
    while at < whole.len() {
        // The longest row of words that is one name: `United States` in `United States Court`.
        let known = (1..=whole.len() - at).rev().find_map(|len| Some((one(&whole[at..at + len].join(" "))?, len)));
        let (word, len) = known.unwrap_or_else(|| (plain(&whole[at], row.lexicon), 1));
        if !BINDING.contains(&word.as_str()) && word.chars().nth(1).is_some() {
            words.push(word);
        }
        at += len;
    }
    Fact { span: row.span(range), says: Saying::Called(words) }
}

fn is_headline(row: &Row<'_>) -> bool {
    let long = || row.cells.iter().filter(|cell| cell.small.chars().nth(LONG).is_some());
    let capitals = long().filter(|cell| cell.capital).count();
    !row.lexicon.capital && capitals * 100 > long().count() * MANY
}

/// How many words of a sentence are examined together.
const TOGETHER: usize = 400;

fn parts(tokens: Range<usize>) -> impl Iterator<Item = Range<usize>> {
    let end = tokens.end;
    tokens.step_by(TOGETHER).map(move |from| from..(from + TOGETHER).min(end))
}
