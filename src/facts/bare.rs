//! Words of names without what is joined to them.

use super::lexicon::FactWords;

/// Letters that words of a name keep where names have endings.
const KEPT: usize = 4;

/// Returns a word without its ending, if names are inflected.
pub(super) fn plain(word: &str, lexicon: &FactWords) -> String {
    let word = word.replace(['.', '-'], "");
    if !lexicon.inflects {
        return word;
    }
    let mut letters: Vec<char> = word.chars().collect();
    for _ in 0..3 {
        let ending = letters.last().is_some_and(|c| "aeiouyąęmwаеиоуыэюяйьмгвх".contains(*c));
        if !ending || letters.len() <= KEPT {
            break;
        }
        letters.pop();
    }
    letters.into_iter().collect()
}

/// A word without a possessive, and without what says how something is to do with it: `Atlanta-based`.
pub(super) fn bare(word: &str) -> String {
    let word = word.strip_suffix("'s").or(word.strip_suffix('\'')).unwrap_or(word);
    JOINED.iter().find_map(|behind| word.strip_suffix(behind)).unwrap_or(word).to_owned()
}

/// What is joined to a name.
const JOINED: [&str; 7] = ["-based", "-led", "-born", "-backed", "-run", "-owned", "-area"];

/// Whether a word is of an owner: `Brandt's`.
pub(super) fn possessive(word: &str) -> bool {
    word.ends_with("'s") || word.ends_with("’s")
}
