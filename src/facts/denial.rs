//! Tells whether one side denies the very statement that the other side makes.

use super::fact::{Fact, Saying, on};
use super::finder::FactFinder;
use super::lexicon::FactWord;
use super::pole::Pole;
use crate::text::{Pair, Side, Span, Token, fold};

/// How many words on either side of a change are read for its clause (a limit; that of the facts around a passage).
const AROUND: usize = 60;
/// The least telling words of a clause: of fewer, it is unclear what is denied.
const TELLING: usize = 2;
/// How many telling words on either side of a change must be the same: of 183 told on real sentences, five of seven wrong ones had another
/// object behind five words that are the same.
const NEAR: usize = 8;
/// What ends a clause.
const ENDS: [char; 20] =
    [',', ';', ':', '.', '!', '?', '(', ')', '[', ']', '—', '–', '…', '"', '“', '”', '„', '«', '»', '\n'];
/// Words that deny only what they stand before: at the head of a sentence it depends on the rest of it what they mean.
const WITHOUT: [&str; 10] = ["without", "ohne", "sans", "sin", "sem", "senza", "zonder", "utan", "bez", "без"];
/// Words before what is told of somebody or something: `is unsafe`. Elsewhere `unsafe` says which of several is meant.
const BEING: [&str; 10] = ["is", "are", "was", "were", "be", "been", "being", "not", "remains", "remained"];

/// Whether a change denies what the other side says: its clause has a negation more, and the words near it that tell something are the
/// same. Where anything else differs there, the negation may be of that: on real pairs most were.
pub(super) fn denies(finders: Pair<&FactFinder<'_>>, facts: Pair<&[Fact]>, spans: Pair<Span>) -> bool {
    let says = |side: Side, saying: &Saying| on(facts[side], spans[side]).any(|fact| fact.says == *saying);
    let negates = |side: Side| says(side, &Saying::Not);
    let word = Pair::from_fn(|side: Side| spans[side].of(finders[side].text()));
    let contrary = finders.left.contrary(word.left, word.right) || finders.right.contrary(word.left, word.right);
    let opposed = has_opposed(finders, spans);
    let one = Side::BOTH.into_iter().any(|side| {
        let other = side.other();
        negates(side) && !negates(other) && !says(other, &Saying::Unsaid)
    });
    let opposite = contrary && Side::BOTH.iter().all(|&side| is_told_of_it(finders[side], spans[side]));
    if !one && !opposite && !opposed {
        return false;
    }
    let clauses = Pair::from_fn(|side: Side| StatedClause::around(finders[side], facts[side], spans[side]));
    // `Without divers, it would still lie there`, `With divers, it was taken out`
    if Side::BOTH.iter().any(|&side| opens_with_without(finders[side], spans[side])) {
        return false;
    }
    let by = match () {
        () if contrary => Denial::Prefix,
        () if opposed => Denial::Opposite,
        () => Denial::Negation,
    };
    clauses.left.denies(&clauses.right, by)
}

/// Whether a sentence begins with a word that denies only what it stands before.
fn opens_with_without(finder: &FactFinder<'_>, span: Span) -> bool {
    let article = finder.article();
    let sentence = article.sentences.get(article.sentence_at(span.start()));
    let first = sentence.and_then(|sentence| article.tokens.get(sentence.tokens.start)).map(|token| token.span);
    first
        .is_some_and(|first| first.overlaps(span) && WITHOUT.contains(&first.of(finder.text()).to_lowercase().as_str()))
}

/// How a statement is denied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Denial {
    /// By a negation that only one side has.
    Negation,
    /// By a prefix: `unsafe`.
    Prefix,
    /// By a word of which the other side has the opposite: `refused`, `agreed`.
    Opposite,
}

/// Whether a word of one side is the opposite of a word of the other.
fn has_opposed(finders: Pair<&FactFinder<'_>>, spans: Pair<Span>) -> bool {
    let poles = |side: Side| {
        let words = finders[side].within_span(spans[side]).iter().take(OPPOSED + 1);
        words.flat_map(|token| poles(finders[side], token.span.of(finders[side].text()))).collect::<Vec<Pole>>()
    };
    let left = poles(Side::Left);
    !left.is_empty() && poles(Side::Right).iter().any(|theirs| left.iter().any(|ours| ours.is_opposite(theirs)))
}

/// What a word answers, if it has an opposite.
fn poles(finder: &FactFinder<'_>, word: &str) -> Vec<Pole> {
    let found = finder.meanings(&word.to_lowercase()).iter();
    found.filter_map(|m| if let FactWord::Pole(pole) = m { Some(*pole) } else { None }).collect()
}

/// Whether two words are opposites: `agreed`, `refused`.
fn is_opposite(finder: &FactFinder<'_>, a: &str, b: &str) -> bool {
    let others = poles(finder, b);
    poles(finder, a).iter().any(|a| others.iter().any(|b| a.is_opposite(b)))
}

/// Words of a change in which one may be the opposite of another: in longer ones, other things are told.
const OPPOSED: usize = 4;

/// Whether a word is told of something, and does not only say which one is meant: `the gate is unsafe`, `an unsafe gate`.
fn is_told_of_it(finder: &FactFinder<'_>, span: Span) -> bool {
    let before = finder.word_before(span.start());
    finder.language() != "en" || before.is_some_and(|word| BEING.contains(&word.to_lowercase().as_str()))
}

/// A clause: the words around a change, up to the next mark on either side. Of its words only those that tell something are kept, in small
/// letters, and negations as `None`.
struct StatedClause<'f, 'a> {
    finder: &'f FactFinder<'a>,
    /// Those before the change, the last one first.
    before: Vec<Option<String>>,
    within: Vec<Option<String>>,
    behind: Vec<Option<String>>,
    /// Whether the words behind it that tell something are part of a date.
    dated: Vec<bool>,
}

impl<'f, 'a> StatedClause<'f, 'a> {
    fn around(finder: &'f FactFinder<'a>, facts: &[Fact], span: Span) -> Self {
        let words = clause(finder, span);
        let is_not =
            |token: &Token| facts.iter().any(|fact| fact.says == Saying::Not && fact.span.overlaps(token.span));
        // French and Italian write short words to the one behind: `n'a pas`, `d'armes`.
        let joins = matches!(finder.language(), "fr" | "it");
        let small = |token: &Token| {
            let small = token.span.of(finder.text()).to_lowercase().replace('’', "'");
            let own = small.rsplit_once('\'').filter(|(_, own)| joins && !own.is_empty());
            own.map(|(_, own)| own.to_owned()).unwrap_or(small)
        };
        let told = |token: &Token| if is_not(token) { None } else { Some(small(token)) };
        let light = |word: &Option<String>| word.as_ref().is_some_and(|word| finder.is_said(word, FactWord::Light));
        let telling =
            |words: &[Token]| words.iter().map(told).filter(|word| !light(word)).collect::<Vec<Option<String>>>();
        let from = words.partition_point(|token| token.span.end() <= span.start());
        let to = words.partition_point(|token| token.span.start() < span.end()).max(from);
        let (before, rest) = words.split_at(from);
        let (within, behind) = rest.split_at(to - from);
        let mut before = telling(before);
        before.reverse();
        let is_date = |token: &Token| {
            let dates = facts.iter().filter(|fact| matches!(fact.says, Saying::When(_)));
            dates.into_iter().any(|fact| fact.span.overlaps(token.span))
        };
        let counts = |token: &&Token| told(token).is_some() && !light(&told(token));
        let dated = behind.iter().filter(counts).map(is_date).collect();
        Self { finder, before, within: telling(within), behind: telling(behind), dated }
    }

    /// Whether two clauses state the same, and one of them denies it: the words of the change are the same, and so are those near it. Before
    /// it, where most often that stands of which something is told, one may not begin sooner than the other; behind it, one may go on with a preposition.
    fn denies(&self, other: &Self, by: Denial) -> bool {
        // `said`, `stated`: who says so, the two have in common.
        let says = |word: &str| self.finder.is_said(word, FactWord::Say);
        let same_word = |a: &str, b: &str| is_form(self.finder, a, b) || says(a) && says(b);
        let one = |a: &str, b: &str| match by {
            Denial::Negation => same_word(a, b),
            Denial::Prefix => same_word(a, b) || self.finder.contrary(a, b),
            Denial::Opposite => same_word(a, b) || is_opposite(self.finder, a, b),
        };
        let contrary = by != Denial::Negation;
        let same = |a: &Near<'_>, b: &Near<'_>| a.telling.iter().zip(&b.telling).all(|(a, b)| one(a, b));
        let as_many = |a: &Near<'_>, b: &Near<'_>| a.telling.len() == b.telling.len();
        let before = (near(&self.before, NEAR), near(&other.before, NEAR));
        let within = (near(&self.within, AROUND), near(&other.within, AROUND));
        let shared = telling(&self.behind).min(telling(&other.behind)).min(NEAR);
        let behind = (near(&self.behind, shared), near(&other.behind, shared));
        let told = before.0.telling.len() + within.0.telling.len() + shared;
        let negations = |a: &Near<'_>, b: &Near<'_>, c: &Near<'_>| a.negations + b.negations + c.negations;
        let (ours, theirs) = (negations(&before.0, &within.0, &behind.0), negations(&before.1, &within.1, &behind.1));
        told >= TELLING
            && (ours == theirs) == contrary
            && as_many(&before.0, &before.1)
            && as_many(&within.0, &within.1)
            && self.goes_on(shared)
            && other.goes_on(shared)
            && [before, within, behind].iter().all(|(a, b)| same(a, b))
    }

    /// Whether the clause ends behind so many telling words, or what it goes on with is no part of the same: `of the town`. In `if no list is
    /// given` and `if the list is long` another thing is told.
    fn goes_on(&self, shared: usize) -> bool {
        let next = self.behind.iter().flatten().nth(shared);
        let dated = self.dated.get(shared).copied().unwrap_or_default();
        let joins = |word: &String| dated || self.finder.is_common(word) || self.finder.is_said(word, FactWord::Year);
        shared >= NEAR || shared > 0 && next.is_none_or(joins) || shared == 0 && next.is_none()
    }
}

/// Words near a change.
struct Near<'a> {
    telling: Vec<&'a str>,
    negations: usize,
}

/// Counts the words that tell something.
fn telling(words: &[Option<String>]) -> usize {
    words.iter().flatten().count()
}

/// Returns the first so many words that tell something, and the negations before the last of them or right behind it.
fn near(words: &[Option<String>], most: usize) -> Near<'_> {
    let mut found = Near { telling: Vec::new(), negations: 0 };
    for word in words {
        match word {
            None => found.negations += 1,
            Some(word) if found.telling.len() < most => found.telling.push(word),
            Some(_) => break,
        }
    }
    found
}

/// The words of the clause around a stretch; if this goes over several, all of them.
fn clause<'a>(finder: &FactFinder<'a>, span: Span) -> &'a [Token] {
    let article = finder.article();
    let all = &article.tokens;
    let place = span.start().min(article.text.len().saturating_sub(1));
    let within = article.sentences.get(article.sentence_at(place)).map_or(0..0, |sentence| sentence.tokens.clone());
    let (first, last) = (
        all.partition_point(|token| token.span.end() <= span.start()),
        all.partition_point(|token| token.span.start() < span.end()),
    );
    let ends = |at: usize| {
        let (Some(a), Some(b)) = (all.get(at), all.get(at + 1)) else { return true };
        article.text.get(a.span.end()..b.span.start()).is_none_or(|gap| gap.contains(ENDS))
    };
    let mut from = first;
    while from > within.start && first - from < AROUND && !ends(from - 1) {
        from -= 1;
    }
    let mut to = last.max(first);
    while to < within.end && to - last.min(to) < AROUND && (to == from || !ends(to - 1)) {
        to += 1;
    }
    all.get(from..to).unwrap_or_default()
}

/// Endings by which two forms of an English word differ.
const ENDINGS: [&str; 8] = ["", "s", "es", "ed", "d", "ing", "e", "y"];
/// Letters that they have in common at the least.
const STEM: usize = 2;
/// Letters that two forms of a word have in common in other languages, and that either ends in: `sobrevivió`, `sobrevivieron`.
const INFLECTED: (usize, usize) = (4, 4);

/// Whether two words in small letters are one, or forms of one: `harbour`, `harbor`; `agree`, `agreed`; `see`, `saw`.
pub(super) fn is_form(finder: &FactFinder<'_>, a: &str, b: &str) -> bool {
    if a == b || fold(a) == fold(b) {
        return true;
    }
    let common: usize = a.chars().zip(b.chars()).take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8()).sum();
    let rest = |word: &str| word.get(common..).unwrap_or_default().to_owned();
    if finder.language() != "en" {
        let (stem, ending) = INFLECTED;
        let ends = |word: &str| rest(word).chars().all(char::is_alphabetic) && rest(word).chars().count() <= ending;
        return a.chars().zip(b.chars()).take_while(|(a, b)| a == b).count() >= stem && ends(a) && ends(b);
    }
    let ends = |word: &str| ENDINGS.contains(&rest(word).as_str());
    let past = |past: &str, word: &str| finder.present(past).is_some_and(|present| present == word);
    common >= STEM && ends(a) && ends(b) || past(a, b) || past(b, a)
}
