//! Quotations with who is quoted: `“It is shut,” Brand said.`

use super::fact::{Fact, Saying};
use super::finder::FactFinder;
use super::lexicon::FactWord;
use crate::text::{Span, Token, quotations};

/// Words that a quotation has at the least: fewer are a term, or a title.
const LEAST: usize = 3;

/// Words put into somebody's mouth.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quotation {
    /// Where it stands, with its marks.
    pub span: Span,
    /// Its words, as indexes into the article's.
    pub tokens: std::ops::Range<usize>,
    /// Where the one is named who is quoted, if the text says so near by.
    pub speaker: Option<Span>,
}

/// Finds the quotations of an article, in order. Linear.
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

/// Looks for who is quoted: the name nearest to a word of saying, in the sentence of the quotation or in the next one to it.
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
    let says = |token: &&Token| outside(token.span) && SAYING.iter().any(|word| finder.is_word(token.span, *word));
    let verbs = article.tokens[tokens].iter().filter(says).map(|token| token.span);
    let verb = verbs.min_by_key(|verb| away(*verb, quotation)).filter(|verb| away(*verb, quotation) <= FAR)?;
    // Only who stands right beside the word of saying is surely the one who speaks.
    let beside = |fact: &&Fact| stands_beside(finder, fact.span, verb);
    let found = names().find(beside).or_else(|| pronouns().find(beside));
    found.map(|fact| fact.span)
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
    if between.len() > TITLES {
        return false;
    }
    let text = between.of(finder.text());
    let words = text.split_whitespace();
    words.into_iter().all(|word| finder.is_said(word, FactWord::Title))
}

/// Bytes of titles between a name and a word of saying.
const TITLES: usize = 40;
/// Pronouns that stand for who speaks.
#[rustfmt::skip]
const SUBJECTS: &[&str] = &[
    "he", "she", "they", "er", "sie", "il", "elle", "él", "ella", "lui", "lei", "ele", "ela", "hij", "zij", "han", "hon", "on", "ona", "он", "она",
];
/// Words with which somebody is quoted: some of them vouch, or doubt.
const SAYING: [FactWord; 3] = [FactWord::Say, FactWord::Doubt, FactWord::Firm];
/// Bytes from the quotation to the word of saying.
const FAR: usize = 120;
