//! Postings: the sentences of each stem, as lists in one block of memory.

use super::cancel::Cancel;
use super::sentences::Sentences;
use crate::text::Side;

/// A sentence in which a stem stands, and the stem's weight there.
pub(super) type Posting = (u32, u32);

/// The lists of all stems.
#[derive(Debug)]
pub(super) struct Postings {
    /// Where the list of each stem begins; the end of the last one stands behind.
    starts: Vec<u32>,
    places: Vec<Posting>,
}

impl Postings {
    /// Lists for each stem the open sentences of a side in which it says something. Linear in their words. Some are
    /// missing once `cancel` is raised.
    pub fn new(sentences: &Sentences<'_>, side: Side, open: &[bool], cancel: &Cancel) -> Self {
        let said = || {
            let each = cancel.watched(open.iter().enumerate()).filter(|(_, open)| **open);
            each.flat_map(|(at, _)| sentences.stems(side, at).map(move |(stem, weight)| (at as u32, stem, weight)))
                .filter(|(.., weight)| *weight > 0)
        };
        // Each list's length is counted two places on, so that filling the lists leaves their starts where they belong.
        let mut starts = vec![0u32; sentences.weights.len() + 2];
        for (_, stem, _) in said() {
            starts[stem as usize + 2] += 1;
        }
        let mut sum = 0;
        for start in &mut starts {
            sum += *start;
            *start = sum;
        }
        let mut places = vec![(0, 0); sum as usize];
        for (at, stem, weight) in said() {
            let next = &mut starts[stem as usize + 1];
            places[*next as usize] = (at, u32::try_from(weight).unwrap_or(u32::MAX));
            *next += 1;
        }
        Self { starts, places }
    }

    /// The list of a stem, in the order of the sentences.
    pub fn of(&self, stem: u32) -> &[Posting] {
        &self.places[self.starts[stem as usize] as usize..self.starts[stem as usize + 1] as usize]
    }

    /// The length of the list of a stem.
    pub fn count(&self, stem: u32) -> u32 {
        self.starts[stem as usize + 1] - self.starts[stem as usize]
    }
}
