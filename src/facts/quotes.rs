//! Finds quotations with their speakers: `“It is shut,” Brand said.`

use rustc_hash::FxHashMap;

use super::credit::is_of_another;
use super::fact::Saying;
use super::finder::FactFinder;
use super::speakers::{Spoken, speaker};
use crate::text::{Key, Span, is_office, quotations};

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

/// Finds the quotations of an article, in order. Takes linear time; a name that several share costs its places.
pub fn quotations_of(finder: &FactFinder<'_>) -> Vec<Quotation> {
    let article = finder.article();
    let mut found = Vec::new();
    let mut full_names = FullNames { finder, known: FxHashMap::default(), speak: Vec::new() };
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
                Spoken::Open => last.filter(|name| !is_of_another(finder, *span, *name)),
            };
            let speaker = speaker.map(|name| full_names.apart(name));
            last = speaker;
            found.push(Quotation { span: *span, tokens: from..to, speaker });
        }
    }
    found
}

/// The names that end with a word, in order, and where it first stands alone.
struct Longer {
    names: Vec<(Span, Vec<String>)>,
    alone: Option<Span>,
}

/// The longer names that hold a word by which somebody is named.
struct FullNames<'f, 'a> {
    finder: &'f FactFinder<'a>,
    /// By the word.
    known: FxHashMap<Key, Longer>,
    /// The keys of the longer names that were credited so far.
    speak: Vec<Vec<Key>>,
}

impl FullNames<'_, '_> {
    /// Returns a name of one word as the article last gave it in full, if there it is part of the names of several. If the word alone has
    /// stood for another of them before that, who is meant is not sure, and it is given as it stands there, with its title: `Mrs. Brandt`.
    fn apart(&mut self, name: Span) -> Span {
        let article = self.finder.article();
        let keys = |span: Span| -> Vec<Key> {
            article.tokens.get(article.tokens_in(span)).unwrap_or_default().iter().map(|token| token.key).collect()
        };
        let words = keys(name);
        let [key] = words[..] else {
            self.speak.push(words);
            return name;
        };
        let finder = self.finder;
        let Longer { names, alone } = self.known.entry(key).or_insert_with(|| longer(finder, key));
        let within = |one: &Vec<String>, other: &Vec<String>| one.iter().all(|word| other.contains(word));
        let differ = |one: &Vec<String>, other: &Vec<String>| {
            !within(one, other) && !within(other, one) || is_younger(one) != is_younger(other)
        };
        let before = |place: usize| {
            names.partition_point(|(span, _)| span.end() <= place).checked_sub(1).and_then(|at| names.get(at))
        };
        let Some((_, first)) = names.first() else { return name };
        let Some((last, whole)) = before(name.start()) else { return name };
        if !names.iter().any(|(_, other)| differ(first, other)) {
            return if is_younger(first) { *last } else { name };
        }
        let meant = alone.filter(|alone| alone.end() <= last.start()).and_then(|alone| before(alone.start()));
        let another = meant.is_some_and(|(_, other)| differ(whole, other));
        if another && !self.speak.contains(&keys(*last)) { with_title(finder, name) } else { *last }
    }
}

/// A name with the titles before it.
fn with_title(finder: &FactFinder<'_>, name: Span) -> Span {
    let before = finder.text().get(..name.start()).unwrap_or_default();
    let mut start = name.start();
    for word in before.split_inclusive(' ').rev().take(TITLES) {
        let bare = word.trim_end().trim_end_matches('.');
        let capital = bare.starts_with(char::is_uppercase);
        if !capital || !is_office(&bare.to_lowercase()) {
            break;
        }
        start -= word.len();
    }
    Span::new(start, name.end())
}

/// Titles before a name at the most.
const TITLES: usize = 3;

/// The names of more than one word that end with a word: in `Brandt Bridge` nobody is named.
fn longer(finder: &FactFinder<'_>, key: Key) -> Longer {
    let article = finder.article();
    let mut found: Vec<(Span, Vec<String>)> = Vec::new();
    let mut alone = None;
    let ends = |name: Span| {
        let own = article.tokens.get(article.tokens_in(name)).unwrap_or_default().iter().rev();
        let mut own = own.skip_while(|token| YOUNGER.contains(&token.span.of(&article.text).to_lowercase().as_str()));
        own.next().is_some_and(|token| token.key == key)
    };
    for token in article.tokens.iter().filter(|token| token.key == key) {
        if found.last().is_some_and(|(span, _)| span.overlaps(token.span)) {
            continue;
        }
        let Some(sentence) = article.sentences.get(article.sentence_at(token.span.start())) else { continue };
        let facts = finder.facts(sentence.tokens.clone()).into_iter();
        let names = facts.filter(|fact| fact.span.overlaps(token.span)).filter_map(|fact| match fact.says {
            Saying::Called(words) if words.len() > 1 && ends(fact.span) => Some((fact.span, words)),
            _ => None,
        });
        let before = found.len();
        found.extend(names);
        if before == found.len() {
            alone = alone.or(Some(token.span));
        }
    }
    Longer { names: found, alone }
}

fn is_younger(words: &[String]) -> bool {
    words.iter().any(|word| YOUNGER.contains(&word.as_str()))
}

/// Words behind a name that tell two of one name apart.
const YOUNGER: [&str; 5] = ["jr", "sr", "ii", "iii", "iv"];
