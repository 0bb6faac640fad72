//! Finds quotations with their speakers: `“It is shut,” Brand said.`

use super::fact::{Fact, Saying};
use super::finder::FactFinder;
use super::lexicon::FactWord;
use crate::text::{Span, Token, quotations};

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

/// Finds the quotations of an article, in order. Takes linear time.
pub fn quotations_of(finder: &FactFinder<'_>) -> Vec<Quotation> {
    let article = finder.article();
    let mut found = Vec::new();
    for paragraph in &article.paragraphs {
        let within = quotations(&article.text, paragraph.span);
        let mut last: Option<Span> = None;
        for span in &within {
            let from = article.tokens.partition_point(|token| token.span.start() < span.start());
            let to = article.tokens.partition_point(|token| token.span.end() <= span.end());
            if to < from + LEAST {
                continue;
            }
            let speaker = speaker(finder, *span, &within).or(last);
            last = speaker;
            found.push(Quotation { span: *span, tokens: from..to, speaker });
        }
    }
    found
}

/// Finds the speaker: the name nearest to a word of saying, in the sentence of the quotation or the one next to it.
fn speaker(finder: &FactFinder<'_>, quotation: Span, quoted: &[Span]) -> Option<Span> {
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
    let (from, to) = (sentences.first()?, sentences.last()?);
    let tokens = article.sentences.get(*from)?.tokens.start..article.sentences.get(*to)?.tokens.end;
    let outside = |span: Span| !quoted.iter().any(|other| other.overlaps(span));
    let facts = finder.facts(tokens.clone());
    let names = || facts.iter().filter(|fact| matches!(fact.says, Saying::Called(_)) && outside(fact.span));
    let pronouns = || {
        facts.iter().filter(|fact| {
            fact.says == Saying::Pronoun
                && outside(fact.span)
                && SUBJECTS.contains(&fact.span.of(&article.text).to_lowercase().as_str())
        })
    };
    // In English, words of certainty and doubt include `must` and `may`; words of saying are listed separately.
    let saying = if finder.language() == "en" { &SAYING[..1] } else { &SAYING[..] };
    let says = |token: &&Token| outside(token.span) && saying.iter().any(|word| finder.is_word(token.span, *word));
    let verbs = article.tokens[tokens].iter().filter(says).map(|token| token.span);
    let verb = verbs.min_by_key(|verb| away(*verb, quotation)).filter(|verb| away(*verb, quotation) <= FAR)?;
    // Only a name directly beside the word of saying is certainly the speaker.
    let named = |fact: &&Fact| stands_beside(finder, fact.span, verb) && !is_another(finder, fact.span, verb);
    let meant = |fact: &&Fact| stands_beside(finder, fact.span, verb) && !begins_a_clause(finder, fact.span, verb);
    let found = names().find(named).or_else(|| pronouns().find(meant)).map(|fact| fact.span)?;
    Some(names().find(|fact| goes_on_to(finder, found, fact.span)).map_or(found, |fact| fact.span))
}

/// Whether a name beside a word of saying is not the speaker: somebody speaks to it or for it.
fn is_another(finder: &FactFinder<'_>, name: Span, verb: Span) -> bool {
    let text = finder.text();
    let spoken_to = verb.end() <= name.start() && ADDRESSED.contains(&verb.of(text).to_lowercase().as_str());
    let before = text.get(..name.start()).and_then(|before| before.split_whitespace().next_back()).unwrap_or_default();
    spoken_to || name.end() <= verb.start() && FOR.contains(&before.to_lowercase().as_str())
}

/// Whether a pronoun after a word of saying begins what is said: `said she gets it`.
fn begins_a_clause(finder: &FactFinder<'_>, pronoun: Span, verb: Span) -> bool {
    let rest = finder.text().get(pronoun.end()..).unwrap_or_default();
    let goes_on = rest.trim_start_matches([' ', '\n']).starts_with(char::is_alphabetic);
    verb.end() <= pronoun.start() && goes_on
}

/// Whether a name belongs to an office whose holder follows: `Lesk press secretary Marla Brandt`.
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

/// Whether there are only titles between a name and a word of saying.
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

/// Whether a word begins a clause or a place, so that a name after it is not the speaker.
fn opens_more(word: &str) -> bool {
    CLAUSES.contains(&word) || FOR.contains(&word)
}

/// Whether the text between a name and a word of saying is a parenthesis: `Brandt, who has sailed for forty years, said`.
fn is_apposition(finder: &FactFinder<'_>, between: Span) -> bool {
    let text = between.of(finder.text()).trim();
    let inside = text.strip_prefix(',').and_then(|text| text.strip_suffix(','));
    let inside = inside.or_else(|| text.strip_prefix('(').and_then(|text| text.strip_suffix(')')));
    let closed = |inside: &str| !inside.contains(['.', '?', '!', ';', '“', '”', '"']) || inside.len() <= SHORT;
    between.len() <= SET_OFF && inside.is_some_and(closed) && SAYING.iter().all(|word| !finder.holds(between, *word))
}

/// Words followed by the person spoken to.
const ADDRESSED: &[&str] = &["told", "tells", "tell", "asked", "asks", "ask"];
/// Words before a name for which somebody else speaks.
#[rustfmt::skip]
const FOR: &[&str] = &[
    "for", "of", "from", "to", "with", "at", "by", "von", "für", "aus", "bei", "de", "du", "des", "pour", "del", "para", "di", "per", "van", "voor", "av", "för", "z", "od", "от",
];
/// Words that begin a clause or a place.
#[rustfmt::skip]
const CLAUSES: &[&str] = &[
    "that", "if", "whether", "as", "when", "because", "but", "and", "or", "on", "in", "dass", "daß", "ob", "que", "che", "dat", "att", "że", "что",
];
/// The most letters of an article: a title is longer.
const ARTICLE: usize = 3;
/// The most words of an office between its organisation and its holder.
const OFFICE: usize = 3;
/// The most bytes of a parenthesis between a name and a word of saying; and of one with an abbreviation, `D-Calif.`
const SET_OFF: usize = 120;
const SHORT: usize = 12;
/// The most bytes of titles between a name and a word of saying.
const TITLES: usize = 40;
/// Pronouns for the speaker.
#[rustfmt::skip]
const SUBJECTS: &[&str] = &[
    "he", "she", "they", "er", "sie", "il", "elle", "él", "ella", "lui", "lei", "ele", "ela", "hij", "zij", "han", "hon", "on", "ona", "он", "она",
];
/// Words of saying; some of them express certainty or doubt.
const SAYING: [FactWord; 3] = [FactWord::Say, FactWord::Doubt, FactWord::Firm];
/// The most bytes from the quotation to the word of saying.
const FAR: usize = 120;
