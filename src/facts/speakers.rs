//! Who is quoted: the name that stands where the text says who speaks.

use super::bare::possessive;
use super::credit::{Credit, has_ending, is_of_another, is_of_others_words, with_others};
use super::cues::{Cue, cues};
use super::fact::{Fact, Saying};
use super::finder::FactFinder;
use super::lexicon::FactWord;
use super::naming::{
    CLOSE, FAR, OFFICE, SET_OFF, SUBJECTS, at_the_head, away, begins_a_clause, follows, goes_on_to, is_adverb,
    is_an_adjective, is_another, is_held_by, is_of_an_office, is_office_of, is_spoken_to, opens_more, stands_beside,
};
use super::unsure::is_unsure;
use crate::text::{Pair, Span, is_office};

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
    near.retain(|cue| away(cue.span(), quotation) <= FAR && around.may_tell(*cue));
    near.sort_by_key(|cue| (around.is_apart(cue.span()), away(cue.span(), quotation)));
    for cue in near {
        let apart = around.is_apart(cue.span());
        match (around.speaker_at(cue).filter(|_| !apart || matches!(cue, Cue::Said(_))), cue) {
            (Some(name), cue) if is_unsure(finder, name, cue.span()) => return Spoken::Unnamed,
            (Some(speaker), cue) if apart && around.goes_on(cue, speaker) => return Spoken::By(speaker),
            (Some(_), _) if apart => return Spoken::Open,
            (Some(_), cue) if around.is_of_others_words(cue) => return Spoken::Unnamed,
            (Some(speaker), _) => return Spoken::By(speaker),
            (None, Cue::Said(_)) if !apart => return Spoken::Unnamed,
            (None, Cue::Said(_)) => return Spoken::Open,
            // `according to a statement`, `…, adding`: another word of saying may tell more.
            (None, _) => {}
        }
    }
    Spoken::Open
}

impl Around<'_> {
    /// Whether a sentence ends between the quotation and a place.
    fn is_apart(&self, place: Span) -> bool {
        let article = self.finder.article();
        let (first, last) = (
            article.sentence_at(self.quotation.start()),
            article.sentence_at(self.quotation.end().saturating_sub(1).max(self.quotation.start())),
        );
        // The full stop may stand within the marks.
        let words =
            self.quotation.of(&article.text).trim_end_matches(|c: char| !c.is_alphanumeric() && !".!?".contains(c));
        let between = if self.quotation.end() <= place.start() {
            Span::new(self.quotation.start() + words.len().saturating_sub(1), place.start())
        } else {
            Span::new(place.end(), self.quotation.start().max(place.end()))
        };
        let ends = has_ending(between.of(&article.text));
        ends && (!(first..=last).contains(&article.sentence_at(place.start())) || self.quotation.end() <= place.start())
    }

    /// Whether a word of saying is one, and may be of this quotation: `States` is of a name; and behind a quotation that ends what another
    /// sentence tells, the next sentence tells of something else.
    fn may_tell(&self, cue: Cue) -> bool {
        let named = |cue: Span| self.names().any(|fact| fact.span.overlaps(cue));
        let (article, quoted) = (self.finder.article(), self.quotation.of(self.finder.text()));
        let quoted = quoted.trim_end_matches(|c: char| !c.is_alphanumeric() && !".,!?".contains(c));
        let last = article.sentence_at(self.quotation.end().saturating_sub(1));
        let later = !quoted.ends_with(',') && article.sentence_at(cue.span().start()) != last;
        let over = (quoted.ends_with(['.', '!', '?']) || later) && self.is_within_a_sentence();
        let new = over && self.quotation.end() <= cue.span().start() && self.is_apart(cue.span());
        !new && !matches!(cue, Cue::Said(word) | Cue::Saying(word) if named(word))
    }

    fn is_of_others_words(&self, cue: Cue) -> bool {
        let names: Vec<Span> = self.names().map(|fact| fact.span).collect();
        is_of_others_words(self.finder, &names, cue.span(), self.quotation)
    }

    /// Whether the quotation may be of who spoke in the sentence before.
    fn goes_on(&self, cue: Cue, speaker: Span) -> bool {
        self.quotation.end() <= cue.span().start() || !is_of_another(self.finder, self.quotation, speaker)
    }

    /// Whether words of its sentence stand before the quotation.
    fn is_within_a_sentence(&self) -> bool {
        let article = self.finder.article();
        let sentence = article.sentences.get(article.sentence_at(self.quotation.start()));
        let before = sentence.and_then(|it| article.text.get(it.span.start()..self.quotation.start()));
        before.is_some_and(|before| before.contains(char::is_alphanumeric))
    }

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
            Cue::Said(verb) => {
                let near = self.beside(verb).or_else(|| self.behind_an_office(verb)).or_else(|| self.before_who(verb));
                near.or_else(|| at_the_head(self.finder, verb))
            }
            Cue::QuotedAs(verb) => self.before(verb),
            Cue::Quoted(name) => self.names().find(|fact| fact.span.overlaps(name)).map(|fact| fact.span),
            Cue::Saying(verb) => self.subject_of(verb),
            Cue::By(words) => self.by(words),
        }
    }

    /// Only who stands right beside the word of saying is surely the one who speaks.
    fn beside(&self, verb: Span) -> Option<Span> {
        let finder = self.finder;
        // `They vowed Congress would …`: but right behind a quotation, a name behind the word of saying begins what is said.
        let gap = self.finder.text().get(self.quotation.end()..verb.start());
        let ahead = !gap.is_some_and(|gap| gap.len() <= CLOSE && !gap.contains(char::is_alphanumeric));
        let beside = |name: Span| stands_beside(finder, name, verb) && !self.is_quoted_of(name, verb);
        let named = |fact: &&Fact| {
            let other = is_another(finder, fact.span, verb) || is_of_an_office(finder, fact.span, verb);
            beside(fact.span) && !other && !(ahead && begins_a_clause(finder, fact.span, verb))
        };
        let meant = |fact: &&Fact| beside(fact.span) && !begins_a_clause(finder, fact.span, verb);
        let found = self.names().find(named).or_else(|| self.pronouns().find(meant)).map(|fact| fact.span)?;
        let holder = self.names().find(|fact| {
            goes_on_to(finder, found, fact.span) || is_office_of(finder, Pair::new(found, fact.span), verb)
        });
        let found = holder.map_or_else(|| self.with_owner(found), |fact| fact.span);
        let names: Vec<Span> = self.names().map(|fact| fact.span).collect();
        Some(with_others(finder, &names, found, Credit { verb, quotation: self.quotation }))
    }

    /// Whether a name behind a word of saying begins the clause that goes on with the quotation: `The statement said Brandt “is innocent”`.
    /// English only, where the name stands behind the word of saying only at the head of a sentence: `Added Brandt “…”`.
    fn is_quoted_of(&self, name: Span, verb: Span) -> bool {
        let (article, text) = (self.finder.article(), self.finder.text());
        let sentence = article.sentences.get(article.sentence_at(verb.start()));
        let head = sentence.is_some_and(|it| it.span.start() == verb.start());
        let behind = text.get(name.end()..).unwrap_or_default();
        let opens = behind.starts_with(' ') && behind.trim_start().starts_with(['"', '“', '‘', '«', '„']);
        self.finder.language() == "en" && verb.end() <= name.start() && opens && !head
    }

    /// A name of one word with whose it is: `Lesk Mayor's Office`.
    fn with_owner(&self, name: Span) -> Span {
        let text = self.finder.text();
        let mut start = name.start();
        for (at, word) in text.get(..start).unwrap_or_default().split_inclusive(' ').rev().take(OWNERS).enumerate() {
            let (bare, capital) = (word.trim_end(), word.starts_with(char::is_uppercase));
            let owns = possessive(bare);
            if !capital || (at == 0) != owns || bare.ends_with([',', ':', ';', '”', '"']) {
                break;
            }
            start -= word.len();
        }
        if name.of(text).contains(' ') { name } else { Span::new(start, name.end()) }
    }

    /// Who stands before `, who said`.
    fn before_who(&self, verb: Span) -> Option<Span> {
        let text = self.finder.text();
        let stands = |name: Span| {
            let between = text.get(name.end()..verb.start()).unwrap_or_default();
            between.strip_prefix(", who").is_some_and(|rest| rest.split_whitespace().all(is_adverb))
        };
        self.names().map(|fact| fact.span).find(|name| stands(*name))
    }

    /// Who stands behind words like `according to`, where these stand at the quotation, and that is all the sentence says: in
    /// `Brandt asserted that it was “…”, according to Frost` it is not Frost who is quoted.
    fn by(&self, words: Span) -> Option<Span> {
        let (finder, text) = (self.finder, self.finder.text());
        let name = self.names().map(|fact| fact.span).find(|name| follows(finder, words, *name))?;
        let plain = |from: usize, to: usize| {
            text.get(from..to).is_some_and(|gap| gap.len() <= CLOSE && !gap.contains(char::is_alphanumeric))
        };
        let article = finder.article();
        let sentence = article.sentences.get(article.sentence_at(self.quotation.start()))?.span;
        let whole = plain(sentence.start().min(self.quotation.start()), self.quotation.start());
        let cut = text.get(name.end()..)?.trim_start_matches(['.', ' ']).starts_with(char::is_uppercase);
        let behind = whole && plain(self.quotation.end(), words.start()) && !cut;
        // `Laut Hafenmeister Tamm ist „…“`: in German the verb follows.
        let verb = || {
            let gap = text.get(name.end()..self.quotation.start()).unwrap_or_default().trim();
            let small = gap.chars().all(char::is_lowercase) && gap.len() <= VERB;
            finder.has_capital_nouns() && small && plain(sentence.start(), words.start())
        };
        (behind || plain(name.end(), self.quotation.start()) || verb()).then_some(name)
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
            let bare = |word: &str| word.trim_end_matches("'s").trim_end_matches("’s").to_owned();
            let titled = |word: &str| word.split('-').all(|part| is_office(&part.to_lowercase()));
            let office = |word: &&str| {
                let own = bare(word);
                (small(&own.as_str()) || titled(&own))
                    && !finder.is_said(word, FactWord::Pronoun)
                    && !finder.is_common(word)
            };
            let article = words.first().is_some_and(|first| {
                ["a", "an"].contains(first)
                    || [FactWord::The, FactWord::Article].iter().any(|it| finder.is_said(first, *it))
            });
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
            let own = possessive(fact.span.of(text));
            before.is_some_and(|before| before.split_whitespace().all(title)) && !shared && !own
        };
        let found = self.names().find(first).or_else(|| self.pronouns().find(first)).map(|fact| fact.span)?;
        let holder = self.names().map(|fact| fact.span).find(|next| is_held_by(self.finder, found, *next));
        let own = holder.or(Some(found).filter(|name| !is_an_adjective(self.finder, *name)));
        own.filter(|_| set_off)
    }
}

/// Words of an owner before a name at the most.
const OWNERS: usize = 4;
/// Bytes of a verb between a name and what is quoted at the most: `verzeichnete` (chosen).
const VERB: usize = 12;
