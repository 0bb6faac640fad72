//! How well the sentences of a story are put together, by what its writer knows.

use super::Story;
use super::bcubed::{Figures, bcubed};
use super::outlet::Atom;

/// A sentence: article and number.
pub type Told = (usize, usize);

/// What is said of a way to put sentences together.
#[derive(Clone, Copy, Debug, Default)]
pub struct Judged {
    /// By what stands together in any way: two sentences belong together where they carry a clause of one statement, so that a
    /// merged sentence belongs with all that carry either statement and a split one's halves with the whole, not with each other.
    pub related: Figures,
    /// By classes alone: two sentences belong together where they carry the main clauses of the same statements. A merged sentence
    /// is a class of its own, and so is what was split off.
    pub classes: Figures,
}

impl Judged {
    /// Gives the mean of several.
    pub fn mean(all: &[Judged]) -> Judged {
        let count = all.len().max(1) as f64;
        let mean = |of: fn(&Judged) -> Figures| Figures {
            precision: all.iter().map(|judged| of(judged).precision).sum::<f64>() / count,
            recall: all.iter().map(|judged| of(judged).recall).sum::<f64>() / count,
        };
        Judged { related: mean(|judged| judged.related), classes: mean(|judged| judged.classes) }
    }
}

/// Judges two relations of sentences: which are held to say the same at least in part, and which are held to be one class.
pub fn judge(story: &Story, related: impl Fn(Told, Told) -> bool, classed: impl Fn(Told, Told) -> bool) -> Judged {
    let mut told = Vec::new();
    let mut atoms: Vec<&[Atom]> = Vec::new();
    for (article, sentences) in story.iter().enumerate() {
        for (number, sentence) in sentences.iter().enumerate() {
            told.push((article, number));
            atoms.push(&sentence.atoms);
        }
    }
    let classes: Vec<_> = atoms.iter().map(|atoms| class(atoms)).collect();
    let meet = |a: usize, b: usize| atoms[a].iter().any(|atom| atoms[b].contains(atom));
    Judged {
        related: bcubed(told.len(), |a, b| related(told[a], told[b]), meet),
        classes: bcubed(told.len(), |a, b| classed(told[a], told[b]), |a, b| classes[a] == classes[b]),
    }
}

/// Gives what class a sentence with these clauses is of.
pub fn class_of(atoms: &[Atom]) -> (Vec<usize>, bool) {
    class(atoms)
}

/// Gives the statements whose main clauses a sentence carries, or the one of which it carries only what hung on it.
fn class(atoms: &[Atom]) -> (Vec<usize>, bool) {
    let mains: Vec<usize> = atoms.iter().filter(|atom| atom.1 == 0).map(|atom| atom.0).collect();
    if mains.is_empty() { (atoms.iter().map(|atom| atom.0).take(1).collect(), false) } else { (mains, true) }
}
