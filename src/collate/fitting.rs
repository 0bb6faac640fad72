//! Exposes the features of the rule for reworded statements, so that it can be fitted to labelled articles.

use super::alike::Alike;
use super::cancel::Cancel;
use super::clauses::clauses;
use super::ends::with_ends;
use super::engine::{KIN, with_marks};
use super::fitted::{Features, chance, verdict};
use super::kindred::kindred;
use super::known::Known;
use super::points::open;
use super::quoted::quoted;
use super::reworded::{Prospects, candidates};
use super::runs::{maximal_runs, runs};
use super::seeds::seeds;
use super::sentences::{Bags, Sentences};
use super::short::short;
use super::stock::stock;
use super::telling::Telling;
use super::traits::Traits;
use super::witness::{Witness, Words};
use crate::text::{Pair, Span};

/// Two sentences that may make the same statement, with their features.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Weighed {
    /// Where they stand.
    pub spans: Pair<Span>,
    /// The features.
    pub features: Features,
    /// The margin over the threshold; negative if it is not reached.
    pub margin: i64,
}

impl Weighed {
    /// The probability that the two make the same statement.
    pub fn chance(&self) -> f64 {
        chance(self.margin)
    }
}

/// Returns all pairs of sentences that are considered for rewording when two witnesses are collated.
pub fn weighed(witnesses: Pair<Witness<'_>>, cancel: &Cancel) -> Vec<Weighed> {
    let words = Words::new(witnesses, cancel);
    let traits = Traits::new(&words, witnesses.map(|witness| witness.article), cancel);
    let telling = Telling::new(&words, &traits, cancel);
    let maximal = maximal_runs(&words, &telling, seeds(&words.rows, cancel), cancel);
    let mut clauses = clauses(&words, &telling, runs(&words, &maximal, cancel), cancel);
    let quoted = quoted(witnesses, &words, cancel);
    let stock = stock(&words, &traits, &quoted, &mut clauses);
    let bags = Bags::new(&words, cancel);
    let plain = Sentences::new(&bags, &words, cancel);
    let sentences = plain.by_content(&bags, &traits, cancel);
    with_ends(&words, &plain, &mut clauses, cancel);
    let alike = Alike::new(&bags, &traits, cancel);
    let known = Known {
        witnesses,
        words: &words,
        traits: &traits,
        sentences: &sentences,
        alike: &alike,
        quoted: &quoted,
        stock: &stock,
    };
    let kin = kindred(&plain, &open(&plain, &maximal, &clauses, cancel), KIN, cancel);
    let spans = |pair: Pair<usize>| {
        Pair::from_fn(|side| {
            let row = &words.rows[side][sentences.bags[side][pair[side]].words.clone()];
            let tokens = row[0].token as usize..row[row.len() - 1].token as usize + 1;
            with_marks(witnesses[side].article, &tokens, row[0].sentence as usize)
        })
    };
    clauses.extend(short(&known, &clauses, &kin, cancel));
    let found = candidates(&known, Prospects { clauses: &clauses, kin: &kin }, |_| true, cancel);
    found
        .into_iter()
        .map(|candidate| Weighed {
            spans: spans(candidate.pair),
            features: candidate.features,
            margin: verdict(&candidate.features),
        })
        .collect()
}
