//! Places in a text: spans, sides, words and sentences. Knows nothing of articles.

mod fingerprint;
mod fold;
mod glance;
mod pair;
mod piece;
mod plain;
mod quotation;
mod sentence;
mod span;
mod stop;
mod token;
mod visible;

pub use fingerprint::fingerprint;
pub use fold::{Key, fold, key, written_alike};
pub(crate) use glance::{count, first};
pub use pair::{Pair, Side};
pub use plain::Plain;
pub use quotation::quotations;
pub use sentence::sentences;
pub use span::Span;
pub use token::{Token, each_token, tokens};
pub use visible::{is_unseen_command, visible};

#[cfg(test)]
mod fingerprint_tests;
#[cfg(test)]
mod fold_tests;
#[cfg(test)]
mod glance_tests;
#[cfg(test)]
mod plain_tests;
#[cfg(test)]
mod quotation_tests;
#[cfg(test)]
mod sentence_tests;
#[cfg(test)]
mod token_tests;
#[cfg(test)]
mod visible_tests;
