//! In order: two witnesses as versions of one text.
//!
//! `words -> common runs, the heaviest chain of them -> what is moved -> the gaps, finely -> cleaned -> matches`. Where lines and
//! paragraphs break plays no part, so that a text wrapped anew is the same text; where a text repeats itself it is walked
//! through from both ends. Long runs that stand off the chain are moved; only then
//! is what is left between its members compared word by word, so that no chance likeness takes a word from where it went.

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
