//! Who is quoted: the name that stands where the text says who speaks.

use super::cues::{Cue, cues};
use super::fact::{Fact, Saying};
use super::finder::FactFinder;
use super::lexicon::FactWord;
use crate::text::Span;

/// What a text says of who is quoted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Spoken {
    /// Who it is.
    By(Span),
    /// Somebody says it of whom no name stands there.
    Unnamed,
    /// It says nothing near by.
    Open,
}

/// What stands around a quotation, in its paragraph.
struct Around<'a> {
    finder: &'a FactFinder<'a>,
    quotation: Span,
    facts: Vec<Fact>,
}

/// Looks for who is quoted: by the word of saying that is nearest, in the sentence of the quotation or in the next one to it.
pub(super) fn speaker(finder: &FactFinder<'_>, quotation: Span, quoted: &[Span]) -> Spoken {
    let article = finder.article();
    let (first, last) = (
        article.sentence_at(quotation.start()),
        article.sentence_at(quotation.end().saturating_sub(1).max(quotation.start())),
    );
    let near = first.saturating_sub(1)..(last + 2).min(article.sentences.len());
    let paragraph_id = article.paragraph_id_at(quotation.start());
    let own = |at: &usize| {
        article.sentences.get(*at).is_some_and(|s| article.paragraph_id_at(s.span.start()) == paragraph_id)
    };
    let sentences: Vec<usize> = near.filter(own).collect();
    let ends = sentences.first().zip(sentences.last());
    let ends = ends.and_then(|(from, to)| article.sentences.get(*from).zip(article.sentences.get(*to)));
    let Some((from, to)) = ends else { return Spoken::Open };
    let tokens = from.tokens.start..to.tokens.end;
    let outside = |span: Span| !quoted.iter().any(|other| other.overlaps(span));
    let mut facts = finder.facts(tokens.clone());
    facts.retain(|fact| outside(fact.span));
    let around = Around { finder, quotation, facts };
    let mut near: Vec<Cue> = cues(finder, tokens).into_iter().filter(|cue| outside(cue.span())).collect();
    near.retain(|cue| away(cue.span(), quotation) <= FAR);
    near.sort_by_key(|cue| away(cue.span(), quotation));
    for cue in near {
        match (around.speaker_at(cue), cue) {
            (Some(speaker), _) => return Spoken::By(speaker),
            (None, Cue::Said(_)) => return Spoken::Unnamed,
            // `according to a statement`, `…, adding`: another word of saying may tell more.
            (None, _) => {}
        }
    }
    Spoken::Open
}

impl Around<'_> {
    fn names(&self) -> impl Iterator<Item = &Fact> {
        self.facts.iter().filter(|fact| matches!(fact.says, Saying::Called(_)))
    }

    fn pronouns(&self) -> impl Iterator<Item = &Fact> {
        let text = self.finder.text();
        self.facts.iter().filter(move |fact| {
            fact.says == Saying::Pronoun && SUBJECTS.contains(&fact.span.of(text).to_lowercase().as_str())
        })
    }

    fn speaker_at(&self, cue: Cue) -> Option<Span> {
        match cue {
            Cue::Said(verb) => self.beside(verb).or_else(|| self.behind_an_office(verb)),
            Cue::QuotedAs(verb) => self.before(verb),
            Cue::Quoted(name) => self.names().find(|fact| fact.span.overlaps(name)).map(|fact| fact.span),
            Cue::Saying(verb) => self.subject_of(verb),
            Cue::By(words) => self.names().find(|fact| follows(self.finder, words, fact.span)).map(|fact| fact.span),
        }
    }

    /// Only who stands right beside the word of saying is surely the one who speaks.
    fn beside(&self, verb: Span) -> Option<Span> {
        let finder = self.finder;
        let named = |fact: &&Fact| stands_beside(finder, fact.span, verb) && !is_another(finder, fact.span, verb);
        let meant = |fact: &&Fact| stands_beside(finder, fact.span, verb) && !begins_a_clause(finder, fact.span, verb);
        let found = self.names().find(named).or_else(|| self.pronouns().find(meant)).map(|fact| fact.span)?;
        let holder = self.names().find(|fact| goes_on_to(finder, found, fact.span));
        Some(holder.map_or(found, |fact| fact.span))
    }

    /// Who stands before `was quoted as saying`.
    fn before(&self, verb: Span) -> Option<Span> {
        let finder = self.finder;
        let ahead = |fact: &&Fact| fact.span.end() <= verb.start() && stands_beside(finder, fact.span, verb);
        let named = |fact: &&Fact| ahead(fact) && !is_another(finder, fact.span, verb);
        self.names().find(named).or_else(|| self.pronouns().find(ahead)).map(|fact| fact.span)
    }

    /// Who is named behind an office, where the word of saying follows the quotation: `” said harbour master Ada Brandt`, `” said the head
    /// of the union, Ada Brandt.`
    fn behind_an_office(&self, verb: Span) -> Option<Span> {
        let (finder, text) = (self.finder, self.finder.text());
        let gap = text.get(self.quotation.end()..verb.start())?;
        if gap.len() > CLOSE || gap.chars().any(char::is_alphanumeric) || is_spoken_to(text, verb) {
            return None;
        }
        self.names().map(|fact| fact.span).find(|name| {
            let Some(between) = text.get(verb.end()..name.start()).map(str::trim).filter(|it| it.len() <= SET_OFF)
            else {
                return false;
            };
            let words: Vec<&str> = between.split_whitespace().collect();
            let says = words.iter().any(|word| finder.is_said(word, FactWord::Say));
            let small = |word: &&str| word.chars().all(|c| c.is_lowercase() || c == '-') && !opens_more(word);
            let office =
                |word: &&str| small(word) && !finder.is_said(word, FactWord::Pronoun) && !finder.is_common(word);
            let article = words.first().is_some_and(|first| finder.is_said(first, FactWord::Article));
            let titled = (1..=OFFICE).contains(&words.len().saturating_sub(usize::from(article)))
                && words.iter().skip(usize::from(article)).all(office);
            let behind = text.get(name.end()..).unwrap_or_default();
            let closed = behind.starts_with([',', '.']);
            let set_off = article && closed && between.ends_with(',') && between.matches([',', '.', ';']).count() == 1;
            !says && (titled || set_off)
        })
    }

    /// Whose sentence it is that goes on with `…, saying`: it begins with the name.
    fn subject_of(&self, verb: Span) -> Option<Span> {
        let (article, text) = (self.finder.article(), self.finder.text());
        let sentence = article.sentences.get(article.sentence_at(verb.start()))?.span;
        let set_off = text.get(..verb.start())?.trim_end().ends_with(',');
        let title = |word: &str| self.finder.is_said(&word.trim_end_matches('.').to_lowercase(), FactWord::Title);
        let first = |fact: &&Fact| {
            let before = text.get(sentence.start()..fact.span.start());
            let behind = text.get(fact.span.end()..).unwrap_or_default().trim_start();
            let shared = ["and ", "'s ", "’s ", "or "].iter().any(|word| behind.starts_with(word));
            let own = fact.span.of(text).ends_with("'s") || fact.span.of(text).ends_with("’s");
            before.is_some_and(|before| before.split_whitespace().all(title)) && !shared && !own
        };
        self.names().find(first).or_else(|| self.pronouns().find(first)).map(|fact| fact.span).filter(|_| set_off)
    }
}

/// Whether a name stands right behind words like `according to`; titles and an office may stand between.
fn follows(finder: &FactFinder<'_>, words: Span, name: Span) -> bool {
    let Some(between) = finder.text().get(words.end()..name.start()) else { return false };
    let between: Vec<&str> = between.split_whitespace().collect();
    between.len() <= OFFICE
        && between.iter().all(|word| {
            let small = word.trim_end_matches('.').to_lowercase();
            finder.is_said(&small, FactWord::Title) && !opens_more(&small)
        })
}

fn is_spoken_to(text: &str, verb: Span) -> bool {
    ADDRESSED.contains(&verb.of(text).to_lowercase().as_str())
}

/// Whether a name beside a word of saying is not of who speaks: it is spoken to, or somebody speaks for it.
fn is_another(finder: &FactFinder<'_>, name: Span, verb: Span) -> bool {
    let text = finder.text();
    let spoken_to = verb.end() <= name.start() && is_spoken_to(text, verb);
    let before = text.get(..name.start()).and_then(|before| before.split_whitespace().next_back()).unwrap_or_default();
    spoken_to || name.end() <= verb.start() && FOR.contains(&before.to_lowercase().as_str())
}

/// Whether a pronoun behind a word of saying begins what is said: `said she gets it`.
fn begins_a_clause(finder: &FactFinder<'_>, pronoun: Span, verb: Span) -> bool {
    let rest = finder.text().get(pronoun.end()..).unwrap_or_default();
    let goes_on = rest.trim_start_matches([' ', '\n']).starts_with(char::is_alphabetic);
    verb.end() <= pronoun.start() && goes_on
}

/// Whether a name is an office's, and the one who holds it follows: `Lesk press secretary Marla Brandt`.
fn goes_on_to(finder: &FactFinder<'_>, name: Span, next: Span) -> bool {
    let Some(between) = finder.text().get(name.end()..next.start()) else { return false };
    let small = |word: &str| word.chars().all(|c| c.is_lowercase() || c == '-');
    let words: Vec<&str> = between.split_whitespace().collect();
    (1..=OFFICE).contains(&words.len())
        && words.iter().all(|word| small(word))
        && !words.iter().any(|word| finder.is_said(word, FactWord::Say) || opens_more(word))
        && words.last().is_some_and(|word| word.len() > ARTICLE && finder.is_said(word, FactWord::Title))
}

fn away(a: Span, b: Span) -> usize {
    if a.end() <= b.start() { b.start() - a.end() } else { a.start().saturating_sub(b.end()) }
}

/// Whether nothing but titles stands between a name and a word of saying.
fn stands_beside(finder: &FactFinder<'_>, name: Span, verb: Span) -> bool {
    let between = if name.end() <= verb.start() {
        Span::new(name.end(), verb.start())
    } else {
        Span::new(verb.end(), name.start().max(verb.end()))
    };
    let text = between.of(finder.text());
    let mut words = text.split_whitespace().map(|word| word.trim_end_matches('.').to_lowercase());
    let plain = words.all(|word| finder.is_said(&word, FactWord::Title) && !opens_more(&word));
    // `the captain, Ada Brandt, said`
    let before = finder.text().get(..name.start()).unwrap_or_default().trim_end();
    let set_off = text.trim() == "," && before.ends_with(',') && name.end() <= verb.start();
    (between.len() <= TITLES && plain) || set_off || name.end() <= verb.start() && is_apposition(finder, between)
}

/// Whether a small word opens a clause or tells a place, so that a name behind it is none of who speaks.
fn opens_more(word: &str) -> bool {
    CLAUSES.contains(&word) || FOR.contains(&word)
}

/// Whether what stands between a name and a word of saying is set off: `Brandt, who has sailed for forty years, said`.
fn is_apposition(finder: &FactFinder<'_>, between: Span) -> bool {
    let text = between.of(finder.text()).trim();
    let inside = text.strip_prefix(',').and_then(|text| text.strip_suffix(','));
    let inside = inside.or_else(|| text.strip_prefix('(').and_then(|text| text.strip_suffix(')')));
    let closed = |inside: &str| !inside.contains(['.', '?', '!', ';', '“', '”', '"']) || inside.len() <= SHORT;
    between.len() <= SET_OFF
        && inside.is_some_and(closed)
        && Cue::SAYING.iter().all(|word| !finder.holds(between, *word))
}

/// Words behind which stands who is spoken to.
const ADDRESSED: &[&str] = &["told", "tells", "tell", "asked", "asks", "ask"];
/// Words before a name for which somebody else speaks.
#[rustfmt::skip]
const FOR: &[&str] = &[
    "for", "of", "from", "to", "with", "at", "by", "von", "für", "aus", "bei", "de", "du", "des", "pour", "del", "para", "di", "per", "van", "voor", "av", "för", "z", "od", "от",
];
/// Words with which a clause or a place begins.
#[rustfmt::skip]
const CLAUSES: &[&str] = &[
    "that", "if", "whether", "as", "when", "because", "but", "and", "or", "on", "in", "dass", "daß", "ob", "que", "che", "dat", "att", "że", "что",
];
/// Letters of an article: a title is longer.
const ARTICLE: usize = 3;
/// Words of an office between the name of whose it is and that of who holds it.
const OFFICE: usize = 3;
/// Bytes that may be set off between a name and a word of saying; and those in which a full stop is of a short form: `D-Calif.`
const SET_OFF: usize = 120;
const SHORT: usize = 12;
/// Bytes of titles between a name and a word of saying.
const TITLES: usize = 40;
/// Pronouns that stand for who speaks.
#[rustfmt::skip]
const SUBJECTS: &[&str] = &[
    "he", "she", "they", "er", "sie", "il", "elle", "él", "ella", "lui", "lei", "ele", "ela", "hij", "zij", "han", "hon", "on", "ona", "он", "она",
];
/// Bytes from the end of a quotation to a word of saying that belongs to it.
const CLOSE: usize = 4;
/// Bytes from the quotation to the word of saying.
const FAR: usize = 120;
