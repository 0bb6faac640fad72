//! Invented prose: sentences drawn from a small grammar, with common words more often than rare ones.

use super::grammar::GRAMMAR;
use super::prng::Prng;
use super::text::{Kind, Sentence, Word};
use super::words::{
    COUNTS, DAYS, DEEDS, HAPPENINGS, HELPERS, MANNERS, MONTHS, NOUNS, PEOPLE, PLACES, PROPERTIES, SPELLINGS,
};

/// How deep a sentence is nested at most.
const DEPTH: usize = 6;
/// How many ranks the most common words are short of those of a natural language, whose small words are in the grammar.
const SHIFT: usize = 8;

/// Somebody who writes on one topic: which words are common is drawn anew for each.
pub struct Author {
    prng: Prng,
    nouns: Vec<&'static str>,
    deeds: Vec<&'static str>,
    happenings: Vec<&'static str>,
    properties: Vec<&'static str>,
    people: Vec<&'static str>,
    places: Vec<&'static str>,
    next: u32,
}

impl Author {
    /// Gives the author of a seed.
    pub fn new(seed: u64) -> Self {
        let mut prng = Prng::new(seed);
        let mut nouns = shuffled(NOUNS.split_whitespace(), &mut prng);
        nouns.extend(SPELLINGS.iter().map(|(here, _)| *here));
        Self {
            nouns,
            deeds: shuffled(DEEDS.split_whitespace(), &mut prng),
            happenings: shuffled(HAPPENINGS.split_whitespace(), &mut prng),
            properties: shuffled(PROPERTIES.split_whitespace(), &mut prng),
            people: shuffled(PEOPLE.iter().map(|(name, _)| *name), &mut prng),
            places: shuffled(PLACES.iter().map(|(name, _)| *name), &mut prng),
            next: 0,
            prng,
        }
    }

    /// Draws a sentence.
    pub fn sentence(&mut self) -> Sentence {
        self.told("{s}")
    }

    /// Draws what a rule of the grammar gives, or a fixed text, with a capital.
    pub fn told(&mut self, template: &str) -> Sentence {
        let mut words = self.phrase(template);
        if let Some(first) = words.first_mut() {
            first.text = capitalised(&first.text);
        }
        words
    }

    /// As [`Author::told`], for the middle of a sentence.
    pub fn phrase(&mut self, template: &str) -> Vec<Word> {
        let mut words = Vec::new();
        self.expand(template, &mut words, DEPTH);
        for at in 1..words.len() {
            let text = words[at].text.as_str();
            let vowel =
                text.starts_with(['a', 'e', 'i', 'o', 'u']) && !text.starts_with("us") && !text.starts_with("uni");
            if vowel && words[at - 1].text == "a" {
                words[at - 1].text = "an".to_owned();
            }
        }
        words
    }

    /// Draws a word of a kind.
    pub fn word(&mut self, kind: Kind) -> Word {
        let tag = match kind {
            Kind::Thing => "n",
            Kind::Deed => "v",
            Kind::Property => "a",
            Kind::Manner => "m",
            Kind::Name => "person",
            Kind::Number => "count",
            Kind::Symbol => "sum",
            Kind::Function | Kind::Helper => "f",
        };
        let (text, kind) = self.lexeme(tag);
        self.coined(&text, kind)
    }

    /// Makes a word that has not stood anywhere.
    pub fn coined(&mut self, text: &str, kind: Kind) -> Word {
        self.next += 1;
        Word { id: self.next, text: text.to_owned(), kind, before: String::new(), after: String::new() }
    }

    /// Gives a number for something that has not stood anywhere.
    pub fn number(&mut self) -> u32 {
        self.next += 1;
        self.next
    }

    /// Gives the source of chance.
    pub fn prng(&mut self) -> &mut Prng {
        &mut self.prng
    }

    fn expand(&mut self, template: &str, words: &mut Vec<Word>, depth: usize) {
        for part in template.split(' ') {
            let is_mark = |c: char| !c.is_alphanumeric() && !matches!(c, '{' | '}');
            let core = part.trim_matches(is_mark);
            let (before, after) = part.split_once(core).unwrap_or_default();
            let from = words.len();
            match core.strip_prefix('{').and_then(|core| core.strip_suffix('}')) {
                Some(tag) => self.expand_tag(tag, words, depth),
                None => {
                    let kind = if HELPERS.contains(&core) { Kind::Helper } else { Kind::Function };
                    let word = self.coined(core, kind);
                    words.push(word);
                }
            }
            if let Some(first) = words.get_mut(from) {
                first.before.insert_str(0, before);
            }
            if let Some(last) = words.last_mut() {
                last.after.push_str(after);
            }
        }
    }

    fn expand_tag(&mut self, tag: &str, words: &mut Vec<Word>, depth: usize) {
        if let Some((_, ways)) = GRAMMAR.iter().find(|(name, _)| *name == tag) {
            let way = if depth == 0 { &ways[0] } else { self.prng.pick(ways) };
            return self.expand(way, words, depth.saturating_sub(1));
        }
        let (text, kind) = self.lexeme(tag);
        for text in text.split(" ") {
            let word = self.coined(text, kind);
            words.push(word);
        }
    }

    fn lexeme(&mut self, tag: &str) -> (String, Kind) {
        let prng = &mut self.prng;
        let common = |from: &[&'static str], prng: &mut Prng| from[rank(from.len(), prng)];
        match tag {
            "n" => (common(&self.nouns, prng).to_owned(), Kind::Thing),
            "ns" => (plural(common(&self.nouns, prng)), Kind::Thing),
            "b" => (common(&self.deeds, prng).to_owned(), Kind::Deed),
            "v" => (past(common(&self.deeds, prng)), Kind::Deed),
            "w" => (past(common(&self.happenings, prng)), Kind::Deed),
            "a" => (common(&self.properties, prng).to_owned(), Kind::Property),
            "m" => (shuffled(MANNERS.split_whitespace(), prng)[0].to_owned(), Kind::Manner),
            "person" => (common(&self.people, prng).to_owned(), Kind::Name),
            "place" => (common(&self.places, prng).to_owned(), Kind::Name),
            "day" => ((*prng.pick(DAYS)).to_owned(), Kind::Name),
            "month" => ((*prng.pick(MONTHS)).to_owned(), Kind::Name),
            "year" => (prng.between(1890, 2030).to_string(), Kind::Number),
            "count" if prng.chance(60) => ((*prng.pick(COUNTS)).to_owned(), Kind::Number),
            "count" => (grouped(prng.between(2, 40) * prng.between(1, 300)), Kind::Number),
            "sum" => {
                let sign = prng.pick(&["£", "$", "€"]);
                (format!("{sign}{}", grouped(prng.between(2, 9_000))), Kind::Symbol)
            }
            "percent" => (format!("{}%", prng.between(2, 60)), Kind::Symbol),
            "f" => (
                (*prng.pick(&["then", "also", "there", "again", "of", "with", "so", "now"])).to_owned(),
                Kind::Function,
            ),
            other => (other.to_owned(), Kind::Function),
        }
    }
}

/// Draws a rank below `end` by the law of Zipf and Mandelbrot, which spares a text the few words that would stand everywhere.
fn rank(end: usize, prng: &mut Prng) -> usize {
    (0..20).find_map(|_| prng.zipf(end + SHIFT).checked_sub(SHIFT)).unwrap_or_else(|| prng.below(end))
}

/// Gives a text with a capital.
pub fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or(String::new(), |first| first.to_uppercase().chain(chars).collect())
}

/// Writes a number with commas between thousands.
pub fn grouped(number: usize) -> String {
    if number < 2_000 { number.to_string() } else { format!("{},{:03}", number / 1_000, number % 1_000) }
}

fn shuffled(all: impl Iterator<Item = &'static str>, prng: &mut Prng) -> Vec<&'static str> {
    let mut all: Vec<&'static str> = all.collect();
    for at in (1..all.len()).rev() {
        all.swap(at, prng.below(at + 1));
    }
    all
}

fn plural(noun: &str) -> String {
    if let Some(stem) = noun.strip_suffix('y').filter(|stem| !stem.ends_with(['a', 'e', 'o', 'u'])) {
        return format!("{stem}ies");
    }
    let hisses = ["s", "x", "ch", "sh"].iter().any(|end| noun.ends_with(end));
    format!("{noun}{}", if hisses { "es" } else { "s" })
}

fn past(deed: &str) -> String {
    if let Some(stem) = deed.strip_suffix('y').filter(|stem| !stem.ends_with(['a', 'e', 'o', 'u'])) {
        return format!("{stem}ied");
    }
    let doubled = ["stop", "drop", "rot", "ship", "wrap", "admit", "prefer"].contains(&deed);
    let last = deed.chars().last().filter(|_| doubled).map(String::from).unwrap_or_default();
    if deed.ends_with('e') { format!("{deed}d") } else { format!("{deed}{last}ed") }
}
