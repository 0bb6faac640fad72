//! How the name of who speaks stands to a word of saying.

use super::bare::possessive;
use super::cues::Cue;
use super::finder::FactFinder;
use super::lexicon::FactWord;
use crate::text::{Pair, Span, Token, is_office};

/// Whether a name stands right behind words like `according to`; titles and an office may stand between.
pub(super) fn follows(finder: &FactFinder<'_>, words: Span, name: Span) -> bool {
    let Some(between) = finder.text().get(words.end()..name.start()) else { return false };
    let mut between: Vec<&str> = between.split_whitespace().collect();
    // `laut der Bürgermeisterin Ada Lindt`
    if finder.has_capital_nouns() && between.first().is_some_and(|word| finder.is_said(word, FactWord::The)) {
        between.remove(0);
    }
    between.len() <= OFFICE
        && between.iter().all(|word| {
            let small = word.trim_end_matches('.').to_lowercase();
            finder.is_said(&small, FactWord::Title) && !opens_more(&small)
        })
}

/// Whether a word may stand between who speaks and the word of saying: `she later said`.
pub(super) fn is_adverb(word: &str) -> bool {
    ADVERBS.contains(&word) || word.len() > ARTICLE + 1 && word.ends_with("ly")
}

/// Words between who speaks and the word of saying.
const ADVERBS: &[&str] = &["also", "then", "later", "once", "again", "even", "further", "still", "now", "has", "had"];

pub(super) fn is_spoken_to(text: &str, verb: Span) -> bool {
    ADDRESSED.contains(&verb.of(text).to_lowercase().as_str())
}

/// Whether a name beside a word of saying is not of who speaks: it is spoken to, or somebody speaks for it.
pub(super) fn is_another(finder: &FactFinder<'_>, name: Span, verb: Span) -> bool {
    let spoken_to = verb.end() <= name.start() && is_spoken_to(finder.text(), verb);
    spoken_to || name.end() <= verb.start() && is_spoken_for(finder, name)
}

/// Whether somebody speaks for a name: `a spokesman for Mr. Brandt`, `a man from the mayor's Office`; but `a statement from the Herald`.
fn is_spoken_for(finder: &FactFinder<'_>, name: Span) -> bool {
    let tells = |word: &str| is_past(finder, word) || finder.is_said(word, FactWord::Say);
    let article = finder.article();
    let paragraph = article.paragraphs.get(article.paragraph_id_at(name.start()).0).map_or(0, |it| it.span.start());
    let before = finder.text().get(paragraph..name.start()).unwrap_or_default();
    let mut words = before.rsplit(char::is_whitespace).filter(|word| !word.is_empty()).take(OWNER).peekable();
    // `with UN human rights chief Brandt`: words before an office say of what it is.
    let mut held = words.peek().is_some_and(|word| is_office(&word.to_lowercase()));
    let mut owned = false;
    while let Some(word) = words.peek() {
        let small = word.trim_end_matches('.').to_lowercase();
        if FOR.contains(&small.as_str()) {
            break;
        }
        owned |= possessive(word);
        let titled = finder.is_said(&small, FactWord::Title) || finder.is_said(&small, FactWord::The);
        let of_owner = owned && (word.starts_with(char::is_uppercase) || word.ends_with('s'));
        held &= !CLAUSES.contains(&small.as_str());
        let of_office = held && word.ends_with(char::is_alphanumeric) && !tells(word);
        if !of_owner && !titled && !of_office {
            return false;
        }
        words.next();
    }
    let speaks = words.next().is_some();
    speaks && !words.next().is_some_and(|word| WRITTEN.contains(&word.to_lowercase().as_str()))
}

/// Whether a name only tells of which office somebody is who is not named: `said the Lesk leader of the union`, `the Lesk speaker said`.
pub(super) fn is_of_an_office(finder: &FactFinder<'_>, name: Span, verb: Span) -> bool {
    let text = finder.text();
    if name.end() <= verb.start() {
        let between = text.get(name.end()..verb.start()).unwrap_or_default();
        let office = |word: &str| finder.is_said(&word.to_lowercase(), FactWord::Title) && !is_adverb(word);
        return !finder.has_letters_for_words()
            && !between.contains([',', '('])
            && between.split_whitespace().any(office);
    }
    let mut between = text.get(verb.end()..name.start()).unwrap_or_default().split_whitespace();
    let the = between.any(|word| finder.is_said(word, FactWord::The));
    let next = text.get(name.end()..).and_then(|behind| behind.strip_prefix(' ')).unwrap_or_default();
    let next = next.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    the && next.starts_with(char::is_lowercase)
        && finder.is_said(next, FactWord::Title)
        && !opens_more(next)
        && next.len() > ARTICLE
}

/// Whether a pronoun behind a word of saying begins what is said: `said she gets it`.
pub(super) fn begins_a_clause(finder: &FactFinder<'_>, pronoun: Span, verb: Span) -> bool {
    let rest = finder.text().get(pronoun.end()..).unwrap_or_default();
    let goes_on = rest.trim_start_matches([' ', '\n']).starts_with(char::is_alphabetic);
    verb.end() <= pronoun.start() && goes_on
}

/// Whether a name is an office's, and the one who holds it follows: `Lesk press secretary Marla Brandt`.
pub(super) fn goes_on_to(finder: &FactFinder<'_>, name: Span, next: Span) -> bool {
    let Some(between) = finder.text().get(name.end()..next.start()) else { return false };
    let small = |word: &str| word.chars().all(|c| c.is_lowercase() || c == '-');
    let words: Vec<&str> = between.split_whitespace().collect();
    let title = |word: &&str| finder.is_said(&word.to_lowercase(), FactWord::Title);
    // `Foreign Secretary Ada Brandt`
    if words.len() == 1 && words.iter().all(title) && !name.of(finder.text()).contains(' ') {
        return !words.iter().any(|word| opens_more(&word.to_lowercase()) || word.len() <= ARTICLE);
    }
    (1..=OFFICE).contains(&words.len())
        && words.iter().all(|word| small(word))
        && !words.iter().any(|word| finder.is_said(word, FactWord::Say) || opens_more(word))
        && words.last().is_some_and(|word| word.len() > ARTICLE && finder.is_said(word, FactWord::Title))
}

/// Whether a name is the end of an office's, and the one who holds it is set off behind it: `the Minister for Coasts and Waterways, Ada
/// Brandt, said`.
pub(super) fn is_office_of(finder: &FactFinder<'_>, names: Pair<Span>, verb: Span) -> bool {
    let text = finder.text();
    let between = |from: usize, to: usize| text.get(from..to).is_some_and(|gap| gap.trim() == ",");
    let before = text.get(..names.left.start()).and_then(|before| before.split_whitespace().next_back());
    let goes_on = before.is_some_and(|word| opens_more(&word.to_lowercase()));
    let full = names.right.of(text).split_whitespace().count() > 1;
    goes_on && full && between(names.left.end(), names.right.start()) && between(names.right.end(), verb.start())
}

/// The same at the head of a sentence, where a verb may stand between: in `Brandt met mayor Frost` no office is Brandt's.
pub(super) fn is_held_by(finder: &FactFinder<'_>, name: Span, next: Span) -> bool {
    let words = finder.text().get(name.end()..next.start()).unwrap_or_default().split_whitespace();
    goes_on_to(finder, name, next) && !words.into_iter().any(|word| is_past(finder, word))
}

/// Whether a name of one word only says of which country somebody is: `Chinese officials`.
pub(super) fn is_an_adjective(finder: &FactFinder<'_>, name: Span) -> bool {
    let (word, text) = (name.of(finder.text()), finder.text());
    let next = text.get(name.end()..).and_then(|behind| behind.strip_prefix(' '));
    let next = next.and_then(|behind| behind.split_whitespace().next()).unwrap_or_default();
    let thing = next.starts_with(char::is_lowercase) && !is_past(finder, next) && !is_adverb(next);
    finder.language() == "en" && OF_COUNTRIES.iter().any(|ending| word.ends_with(ending)) && thing
}

pub(super) fn is_past(finder: &FactFinder<'_>, word: &str) -> bool {
    word.ends_with("ed") || finder.present(word).is_some()
}

/// Endings of words that say of which country somebody is.
const OF_COUNTRIES: &[&str] = &["ese", "ish", "ian", "ians", "ean", "rican"];

pub(super) fn away(a: Span, b: Span) -> usize {
    if a.end() <= b.start() { b.start() - a.end() } else { a.start().saturating_sub(b.end()) }
}

/// Whether nothing but titles stands between a name and a word of saying.
pub(super) fn stands_beside(finder: &FactFinder<'_>, name: Span, verb: Span) -> bool {
    let between = if name.end() <= verb.start() {
        Span::new(name.end(), verb.start())
    } else {
        Span::new(verb.end(), name.start().max(verb.end()))
    };
    let ahead = name.end() <= verb.start();
    // The full stop of a short form: `the F.B.I. said`, `Brandt Jr. said`.
    let short = ahead && name.of(finder.text()).ends_with(|c: char| c.is_uppercase() || c == 'r');
    let text = between.of(finder.text());
    let text = text.strip_prefix('.').filter(|_| short).unwrap_or(text);
    let mut words = text.split_whitespace().map(|word| word.trim_end_matches('.').to_lowercase());
    let plain =
        words.all(|word| finder.is_said(&word, FactWord::Title) && !opens_more(&word) || ahead && is_adverb(&word));
    // `the captain, Ada Brandt, said`
    let before = finder.text().get(..name.start()).unwrap_or_default().trim_end();
    let set_off = text.trim() == "," && before.ends_with(',') && name.end() <= verb.start();
    (between.len() <= TITLES && plain) || set_off || name.end() <= verb.start() && is_apposition(finder, between)
}

/// Whether a small word opens a clause or tells a place, so that a name behind it is none of who speaks.
pub(super) fn opens_more(word: &str) -> bool {
    CLAUSES.contains(&word) || FOR.contains(&word)
}

/// Whether what stands between a name and a word of saying is set off: `Brandt, who has sailed for forty years, said`.
fn is_apposition(finder: &FactFinder<'_>, between: Span) -> bool {
    let text = between.of(finder.text()).trim();
    let inside = text.strip_prefix(',').and_then(|text| text.strip_suffix(','));
    let inside = inside.or_else(|| text.strip_prefix('(').and_then(|text| text.strip_suffix(')')));
    let closed = |inside: &str| !inside.contains(['.', '?', '!', ';', '“', '”', '"']) || inside.len() <= SHORT;
    // `States` is of a name.
    let small = |word: &Token| word.span.of(finder.text()).starts_with(char::is_lowercase);
    let says = |word: &Token| small(word) && Cue::SAYING.iter().any(|it| finder.is_word(word.span, *it));
    between.len() <= SET_OFF && inside.is_some_and(closed) && !finder.within_span(between).iter().any(says)
}

/// Who stands at the head of a sentence before a word of saying, in a language that gives all nouns a capital, where the first words of a
/// sentence are not known as names: `Ada Lindt, die Direktorin, sagte:`. Two capitals in a row and one who speaks are asked for, and that
/// nobody else follows who may be the one: `Vor Zuhörern sagte Lindt`.
pub(super) fn at_the_head(finder: &FactFinder<'_>, verb: Span) -> Option<Span> {
    let (article, text) = (finder.article(), finder.text());
    let sentence = article.sentences.get(article.sentence_at(verb.start()))?;
    let tokens = article.tokens.get(sentence.tokens.clone())?;
    let said = verb.of(text);
    if !finder.has_capital_nouns() || said.ends_with("en") {
        return None;
    }
    let capital = |span: Span| span.of(text).starts_with(char::is_uppercase);
    let goes_on = |at: usize| {
        let before = at.checked_sub(1).and_then(|before| tokens.get(before));
        let gap = before.and_then(|before| text.get(before.span.end()..tokens.get(at)?.span.start()));
        at == 0 || gap.is_some_and(|gap| !gap.is_empty() && gap.chars().all(char::is_whitespace))
    };
    let head = tokens
        .iter()
        .enumerate()
        .take_while(|(at, token)| token.span.end() <= verb.start() && capital(token.span) && goes_on(*at));
    let head: Vec<Span> = head.map(|(_, token)| token.span).collect();
    let titled = |span: &Span| finder.is_word(*span, FactWord::Title);
    let own = head.get(head.iter().take_while(|span| titled(span)).count()..).unwrap_or_default();
    let first = *own.first()?;
    let plain = |span: &Span| {
        let word = span.of(text).to_lowercase();
        !OPENING.contains(&word.as_str())
            && !finder.is_common(&word)
            && ![FactWord::Article, FactWord::Not, FactWord::Pronoun].iter().any(|it| finder.is_said(&word, *it))
    };
    if !(2..=HEAD).contains(&head.len())
        || own.len() + usize::from(own.len() < head.len()) < 2
        || !own.iter().all(plain)
    {
        return None;
    }
    let name = first.join(*own.last()?);
    let between = Span::new(name.end(), verb.start());
    let beside = between.of(text).split_whitespace().all(is_adverb) || is_apposition(finder, between);
    let behind = text.get(verb.end()..)?.trim_start_matches(' ');
    let another = behind.starts_with(char::is_uppercase)
        || behind.split_whitespace().next().is_some_and(|word| {
            finder.is_said(word, FactWord::Pronoun) || finder.is_said(word, FactWord::Article) && !TO.contains(&word)
        });
    (beside && !another).then_some(name)
}

/// Words at the head of a German sentence that have a capital there and are of no name.
#[rustfmt::skip]
const OPENING: &[&str] = &[
    "vor", "bei", "unter", "gegenüber", "wegen", "trotz", "während", "gegen", "seit", "durch", "zwischen", "beim", "laut", "zur", "hinter", "neben",
    "auch", "dann", "später", "danach", "zuvor", "bereits", "erst", "schon", "kurz", "am", "im", "vom", "zum", "ins", "ans", "ihrem", "gestern", "heute",
    "montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag", "so", "wie", "als", "wer", "was", "dort", "hier", "doch", "aber",
];
/// Words of a name at the head of a sentence at the most, with a title.
const HEAD: usize = 4;
/// Articles with which it is told when or to whom something was said.
const TO: &[&str] = &["am", "im", "zum", "zur", "beim", "dem", "den", "der"];

/// Words behind which stands who is spoken to.
const ADDRESSED: &[&str] = &["told", "tells", "tell", "asked", "asks", "ask", "urged", "urges"];
/// Words behind which a name stands that wrote what is quoted.
const WRITTEN: &[&str] =
    &["statement", "release", "letter", "report", "email", "e-mail", "message", "memo", "post", "tweet"];
/// Words before a name that tell whose it is, at the most.
const OWNER: usize = 6;
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
pub(super) const OFFICE: usize = 3;
/// Bytes that may be set off between a name and a word of saying; and those in which a full stop is of a short form: `D-Calif.`
pub(super) const SET_OFF: usize = 120;
const SHORT: usize = 12;
/// Bytes of titles between a name and a word of saying.
const TITLES: usize = 40;
/// Pronouns that stand for who speaks.
#[rustfmt::skip]
pub(super) const SUBJECTS: &[&str] = &[
    "he", "she", "they", "er", "sie", "il", "elle", "él", "ella", "lui", "lei", "ele", "ela", "hij", "zij", "han", "hon", "on", "ona", "он", "она",
];
/// Whether a speaker is only a pronoun, which names nobody.
pub fn is_pronoun(speaker: &str) -> bool {
    SUBJECTS.contains(&speaker.to_lowercase().as_str())
}

/// Bytes from the end of a quotation to a word of saying that belongs to it.
pub(super) const CLOSE: usize = 4;
/// Bytes from the quotation to the word of saying.
pub(super) const FAR: usize = 120;
