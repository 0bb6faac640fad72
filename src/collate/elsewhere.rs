//! Where telling words stand, to know that words of one text are told nowhere in others.

use rustc_hash::FxHashMap;

use super::word_kind::Trait;

/// Letters of a telling word at the least: in languages whose function words are not known, most of these are shorter (chosen).
const LETTERS: usize = 4;
/// Different telling words of an addition at the least (benches/constants.md).
pub(super) const TELLING: usize = 4;
/// A sentence elsewhere has less than one in so many of them: else it may tell the same in other words (benches/constants.md).
const ELSEWHERE: usize = 4;

/// Whether a word tells something: it is a number in figures, or no function word and long enough.
pub(super) fn tells(kind: Trait, written: &str) -> bool {
    let is_figure = kind == Trait::Number && written.starts_with(char::is_numeric);
    is_figure || kind != Trait::Function && written.chars().nth(LETTERS - 1).is_some()
}

/// The sentences in which each telling word stands.
#[derive(Debug)]
pub(super) struct Elsewhere {
    sentences: FxHashMap<u32, Vec<u32>>,
    /// Sentences with a word from which on it counts as if all had it.
    common: usize,
}

impl Elsewhere {
    /// Notes the stems of telling words with the sentence of each, in the order of the sentences.
    pub fn new(telling: impl Iterator<Item = (u32, u32)>, common: usize) -> Self {
        let mut sentences: FxHashMap<u32, Vec<u32>> = FxHashMap::default();
        for (stem, sentence) in telling {
            let known = sentences.entry(stem).or_default();
            if known.last() != Some(&sentence) && known.len() <= common {
                known.push(sentence);
            }
        }
        Self { sentences, common }
    }

    /// Whether any sentence has a stem.
    pub fn has(&self, stem: u32) -> bool {
        self.sentences.contains_key(&stem)
    }

    /// Whether the stems of some words are enough to tell something, and no sentence has several of them; but for sentences for which
    /// `is_own` holds. Costs the sentences of each stem.
    pub fn lacks(&self, mut stems: Vec<u32>, is_own: impl Fn(u32) -> bool) -> bool {
        stems.sort_unstable();
        stems.dedup();
        let (mut met, mut everywhere): (Vec<u32>, usize) = (Vec::new(), 0);
        for sentences in stems.iter().filter_map(|stem| self.sentences.get(stem)) {
            match sentences.len() > self.common {
                true => everywhere += 1,
                false => met.extend(sentences.iter().copied().filter(|sentence| !is_own(*sentence))),
            }
        }
        met.sort_unstable();
        let most = met.chunk_by(|a, b| a == b).map(<[u32]>::len).max().unwrap_or(0);
        stems.len() >= TELLING && (everywhere + most) * ELSEWHERE < stems.len()
    }
}
