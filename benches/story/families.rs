//! Many articles of which some come from one source, the rest from nobody, with the truth about which.
//!
//! Words are drawn by Zipf's law, so that independent articles share phrases by chance; they share collocations and stock sentences
//! on purpose. A family is a source and its takers: wire copy with few edits, articles that took part of it, and briefs of a few
//! sentences. One family is a wire story in very many outlets, each with edits of its own.

use std::collections::BTreeMap;

use super::prng::Prng;

/// Words of the language.
const LANGUAGE: usize = 30_000;
/// Collocations and stock sentences of the language.
const COLLOCATIONS: usize = 3_000;
const STOCK: usize = 80;
/// Words of an article, about 3 kB.
const LENGTH: usize = 560;

/// A word as it came from a source: family, sentence, word; none where it is an article's own.
type Origin = Option<(u32, u32, u32)>;

/// The articles and what is true of them.
#[derive(Debug, Default)]
pub struct Library {
    /// The texts.
    pub texts: Vec<String>,
    /// For each pair of articles of one family, the earlier first: words of the source that both kept, and sentences of it that
    /// both took.
    pub kin: BTreeMap<(usize, usize), (usize, usize)>,
    /// Articles of the wire story that very many have; they come first.
    pub widest: usize,
}

/// A sentence on its way into print.
#[derive(Clone, Debug, Default)]
pub struct Sentence {
    words: Vec<(usize, Origin)>,
}

/// Writes so many articles; about a third of them stand in families.
pub fn library(seed: u64, articles: usize) -> Library {
    let mut prng = Prng::new(seed);
    let language = Language::drawn(&mut prng);
    let mut written: Vec<Vec<Sentence>> = Vec::new();
    let mut families: Vec<std::ops::Range<usize>> = Vec::new();
    planted(&language, articles, &mut prng, |family, article| {
        let at = written.len();
        match (family, families.len()) {
            (Some(family), known) if family == known => families.push(at..at + 1),
            (Some(family), _) => families[family].end = at + 1,
            (None, _) => {}
        }
        written.push(article);
    });
    let widest = families.first().map_or(0, |family| family.end);
    let kin = families.into_iter().flat_map(|family| kin(family, &written)).collect();
    Library { texts: written.iter().map(|article| language.set(article)).collect(), kin, widest }
}

/// Writes so many articles one by one, those of each family first, and gives each with the number of its family.
pub fn planted(
    language: &Language,
    articles: usize,
    prng: &mut Prng,
    mut take: impl FnMut(Option<usize>, Vec<Sentence>),
) {
    let (large, mut written) = (articles / 40, 0);
    for family in 0u32.. {
        if written * 3 >= articles {
            break;
        }
        let size = if family == 0 { large.max(2) } else { prng.between(2, 12) };
        let source = language.source(family, prng);
        for _ in 0..size {
            take(Some(family as usize), language.taken(&source, family == 0, prng));
        }
        written += size;
    }
    for _ in written..articles {
        take(None, language.article(LENGTH, prng));
    }
}

/// A language in which articles are written.
#[derive(Debug)]
pub struct Language {
    words: Vec<String>,
    collocations: Vec<Vec<usize>>,
    stock: Vec<Sentence>,
}

impl Language {
    /// Draws a language.
    pub fn drawn(prng: &mut Prng) -> Self {
        let words = (0..LANGUAGE).map(spelled).collect();
        let collocations =
            (0..COLLOCATIONS).map(|_| (0..prng.between(2, 5)).map(|_| prng.zipf(LANGUAGE)).collect()).collect();
        let mut language = Self { words, collocations, stock: Vec::new() };
        language.stock = (0..STOCK).map(|_| language.sentence(prng)).collect();
        language
    }

    /// Writes a sentence.
    pub fn sentence(&self, prng: &mut Prng) -> Sentence {
        let length = prng.between(9, 28);
        let mut words = Vec::new();
        while words.len() < length {
            if prng.chance(8) {
                let known: &Vec<usize> = &self.collocations[prng.zipf(COLLOCATIONS)];
                words.extend(known.iter().map(|&word| (word, None)));
            } else {
                words.push((prng.zipf(LANGUAGE), None));
            }
        }
        Sentence { words }
    }

    /// Writes an article of about so many words, with up to two stock sentences.
    pub fn article(&self, length: usize, prng: &mut Prng) -> Vec<Sentence> {
        let mut sentences: Vec<Sentence> = Vec::new();
        while sentences.iter().map(|sentence| sentence.words.len()).sum::<usize>() < length {
            sentences.push(self.sentence(prng));
        }
        for _ in 0..prng.below(3) {
            let stock = self.stock[prng.zipf(STOCK)].clone();
            sentences.insert(prng.below(sentences.len() + 1), stock);
        }
        sentences
    }

    fn source(&self, family: u32, prng: &mut Prng) -> Vec<Sentence> {
        let mut source = Vec::new();
        while source.iter().map(|sentence: &Sentence| sentence.words.len()).sum::<usize>() < LENGTH {
            source.push(self.sentence(prng));
        }
        for (sentence, at) in source.iter_mut().zip(0u32..) {
            for (word, place) in sentence.words.iter_mut().zip(0u32..) {
                word.1 = Some((family, at, place));
            }
        }
        source
    }

    /// Writes what a taker makes of a source: nearly all of it, part of it among its own, or a few sentences.
    fn taken(&self, source: &[Sentence], wire: bool, prng: &mut Prng) -> Vec<Sentence> {
        let kind = if wire { 0 } else { prng.below(10) };
        let taken = match kind {
            0..=4 => (prng.between(75, 100), prng.between(0, 8), prng.between(0, 60)),
            5..=7 => (prng.between(40, 75), prng.between(3, 18), LENGTH / 2),
            _ => (prng.between(22, 35), prng.between(3, 12), LENGTH * 3 / 4),
        };
        self.taken_from(source, taken, prng)
    }

    /// Writes what takes so much of the sentences of a source, with so many words changed, in percent, and so many words of its own.
    pub fn taken_from(
        &self,
        source: &[Sentence],
        (share, edits, own): (usize, usize, usize),
        prng: &mut Prng,
    ) -> Vec<Sentence> {
        let mut sentences = self.article(own, prng);
        let mut at = 0;
        for sentence in source {
            if prng.chance(share) {
                at = (at + prng.below(2)).min(sentences.len());
                sentences.insert(at, self.edited(sentence, edits, prng));
                at += 1;
            }
        }
        sentences
    }

    fn edited(&self, sentence: &Sentence, percent: usize, prng: &mut Prng) -> Sentence {
        let mut words = Vec::new();
        for &word in &sentence.words {
            match prng.below(300) {
                chance if chance < percent * 2 => words.push((prng.zipf(LANGUAGE), None)),
                chance if chance < percent * 5 / 2 => (),
                chance if chance < percent * 3 => words.extend([(prng.zipf(LANGUAGE), None), word]),
                _ => words.push(word),
            }
        }
        Sentence { words }
    }

    /// Sets sentences as an article is.
    pub fn set(&self, sentences: &[Sentence]) -> String {
        let mut text = String::new();
        for (at, sentence) in sentences.iter().enumerate() {
            for (place, word) in sentence.words.iter().enumerate() {
                let word = &self.words[word.0];
                if place == 0 {
                    text += &super::words::capitalised(word);
                } else {
                    text.push(' ');
                    text += word;
                }
            }
            text += if at % 3 == 2 { ".\n\n" } else { ". " };
        }
        text
    }
}

/// Spells the word of a rank: the more common, the shorter.
fn spelled(rank: usize) -> String {
    const CONSONANTS: &[u8] = b"bdfghklmnprstvwz";
    const VOWELS: &[u8] = b"aeiou";
    let mut text = String::new();
    let mut rest = rank;
    loop {
        text.push(char::from(CONSONANTS[rest % CONSONANTS.len()]));
        rest /= CONSONANTS.len();
        text.push(char::from(VOWELS[rest % VOWELS.len()]));
        rest /= VOWELS.len();
        if rest == 0 {
            return text + "n";
        }
        rest -= 1;
    }
}

/// Counts what the articles of a family share of its source, pair by pair.
fn kin(family: std::ops::Range<usize>, written: &[Vec<Sentence>]) -> Vec<((usize, usize), (usize, usize))> {
    let origins: Vec<Vec<(u32, u32, u32)>> = written[family.clone()]
        .iter()
        .map(|article| {
            let mut origins: Vec<_> = article.iter().flat_map(|s| s.words.iter().filter_map(|word| word.1)).collect();
            origins.sort_unstable();
            origins
        })
        .collect();
    let mut found = Vec::new();
    for a in 0..origins.len() {
        for b in a + 1..origins.len() {
            let both: Vec<_> = origins[a].iter().filter(|word| origins[b].binary_search(word).is_ok()).collect();
            let sentences = both.chunk_by(|a, b| a.1 == b.1).count();
            found.push(((family.start + a, family.start + b), (both.len(), sentences)));
        }
    }
    found
}
