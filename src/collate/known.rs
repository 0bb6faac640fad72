//! Everything known about two witnesses when their sentences are compared.

use super::alike::Alike;
use super::clause::Clause;
use super::sentences::Sentences;
use super::traits::Traits;
use super::witness::{Witness, Words};
use crate::text::Pair;

/// What is known of both witnesses.
#[derive(Clone, Copy)]
pub(super) struct Known<'a> {
    /// The witnesses.
    pub witnesses: Pair<Witness<'a>>,
    /// Their words.
    pub words: &'a Words,
    /// What the words are.
    pub traits: &'a Traits,
    /// Their sentences.
    pub sentences: &'a Sentences<'a>,
    /// How alike these are.
    pub alike: &'a Alike<'a>,
    /// Which words are quoted.
    pub quoted: &'a Pair<Vec<bool>>,
    /// Stock phrases that stand in both: two sentences that share nothing else make no statement.
    pub stock: &'a [Clause],
}
