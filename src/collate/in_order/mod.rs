//! Compares two witnesses as versions of one text, in order.
//!
//! `words -> common runs, the heaviest chain of them -> moves -> gaps, word by word -> cleaned -> matches`. Line and paragraph breaks do not
//! count, so a re-wrapped text is the same text. A repetitive text is walked through from both ends. Long runs off the chain are moves.
//! Only then are the gaps of the chain compared word by word, so that no chance match takes a word from the place it moved to.

mod alike;
mod anchors;
mod bands;
mod broken;
mod chain;
mod clean;
mod engine;
mod exact;
mod fine;
mod gaps;
mod kept;
mod lettering;
mod likeness;
mod matched;
mod moved;
mod numbering;
mod run;
mod seams;
mod slide;
mod small;
mod spaceless;
mod texts;
mod units;
mod variants;
mod walk;
mod wordless;

#[cfg(test)]
mod bands_tests;
#[cfg(test)]
mod in_order_tests;
#[cfg(test)]
mod properties_tests;

pub use bands::{Band, Fate, Tally, bands, tally};
pub use chain::{ChainStep, heaviest_chain};
pub use engine::collate_in_order;
pub use exact::{Breaks, Case, Diacritics, Exactness, Spaces};
pub use kept::kept_words;
