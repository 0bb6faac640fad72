//! Finds quotations with their speakers: `“It is shut,” Brand said.`

use rustc_hash::FxHashMap;

use super::fact::Saying;
use super::finder::FactFinder;
use super::speakers::{Spoken, speaker};
use crate::text::{Key, Span, quotations};

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
    let mut full_names = FullNames { finder, known: FxHashMap::default() };
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
                Spoken::Open => last,
            };
            let speaker = speaker.map(|name| full_names.apart(name));
            last = speaker;
            found.push(Quotation { span: *span, tokens: from..to, speaker });
        }
    }
    found
}

/// The longer names that hold a word by which somebody is named.
struct FullNames<'f, 'a> {
    finder: &'f FactFinder<'a>,
    /// The names, in order, by the word.
    known: FxHashMap<Key, Vec<(Span, Vec<String>)>>,
}

impl FullNames<'_, '_> {
    /// Returns a name of one word as the article last gave it in full, if there it is part of the names of several.
    fn apart(&mut self, name: Span) -> Span {
        let article = self.finder.article();
        let [word] = article.tokens.get(article.tokens_in(name)).unwrap_or_default() else { return name };
        let (key, finder) = (word.key, self.finder);
        let names = self.known.entry(key).or_insert_with(|| longer(finder, key));
        let within = |one: &Vec<String>, other: &Vec<String>| one.iter().all(|word| other.contains(word));
        let Some((_, first)) = names.first() else { return name };
        if names.iter().all(|(_, other)| within(first, other) || within(other, first)) {
            return name;
        }
        names.iter().map(|(span, _)| *span).take_while(|span| span.end() <= name.start()).last().unwrap_or(name)
    }
}

/// The names of more than one word in which a word stands.
fn longer(finder: &FactFinder<'_>, key: Key) -> Vec<(Span, Vec<String>)> {
    let article = finder.article();
    let mut found: Vec<(Span, Vec<String>)> = Vec::new();
    for token in article.tokens.iter().filter(|token| token.key == key) {
        if found.last().is_some_and(|(span, _)| span.overlaps(token.span)) {
            continue;
        }
        let Some(sentence) = article.sentences.get(article.sentence_at(token.span.start())) else { continue };
        let facts = finder.facts(sentence.tokens.clone()).into_iter();
        let names = facts.filter(|fact| fact.span.overlaps(token.span)).filter_map(|fact| match fact.says {
            Saying::Called(words) if words.len() > 1 => Some((fact.span, words)),
            _ => None,
        });
        found.extend(names);
    }
    found
}
