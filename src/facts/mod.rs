//! Facts of a text, and in which of them two passages differ: numbers, dates, names, negations, and words of certainty and doubt.
//!
//! `words -> language -> facts of a sentence -> what differs`. The words come from a readable table, `assets/changes.txt`.

mod bare;
mod bounds;
mod change_kind;
mod credit;
mod cues;
mod dates;
mod denial;
mod differ;
mod fact;
mod figure;
mod finder;
mod frame;
mod language;
mod lexicon;
mod names;
mod naming;
mod numbers;
mod numerals;
mod pole;
mod quotes;
mod row;
mod shares;
mod speakers;
mod swap;
mod unsure;

#[cfg(test)]
mod facts_tests;
#[cfg(test)]
mod figures_tests;
#[cfg(test)]
mod unsure_tests;
#[cfg(test)]
mod variants_tests;

pub use change_kind::{ChangeKind, ChangeKinds};
pub use differ::{at_odds, changed, conflicts, stands_near};
pub use fact::{DayTime, Fact, Saying};
pub use figure::{Figure, Leeway};
pub use finder::FactFinder;
pub use frame::Frame;
pub use naming::is_pronoun;
pub use quotes::{Quotation, quotations_of};
pub use swap::{may_be_swapped, swapped};
