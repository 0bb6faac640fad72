//! Places in a text: spans, sides, words and sentences. Knows nothing of articles.

mod apart;
mod breaks;
mod broken;
mod fingerprint;
mod fold;
mod glance;
mod invisible;
mod named;
mod note;
mod opening;
mod pair;
mod piece;
mod plain;
mod plural;
mod quotation;
mod regional;
mod sentence;
mod sha256;
mod span;
mod stop;
mod stranger;
mod symbol;
mod token;
mod visible;
mod word_key;

pub use apart::told_apart;
pub use breaks::{break_len, breaks_line, flow, gap, is_unspaced, one_line, quote_len};
pub use broken::breaks_word;
pub use fingerprint::fingerprint;
pub use fold::{fold, key, letters, written_alike};
pub(crate) use glance::{count, count_pairs, first};
pub use named::named;
pub use pair::{Pair, Side};
pub use plain::Plain;
pub use plural::plural;
pub use quotation::quotations;
pub use sentence::sentences;
pub use sha256::sha256;
pub use span::Span;
pub use stranger::{strangers, with_strangers};
pub use token::{Token, each_token, tokens};
pub use visible::{is_unseen_command, visible};
pub use word_key::Key;

#[cfg(test)]
mod breaks_tests;
#[cfg(test)]
mod fingerprint_tests;
#[cfg(test)]
mod fold_tests;
#[cfg(test)]
mod glance_tests;
#[cfg(test)]
mod named_tests;
#[cfg(test)]
mod plain_tests;
#[cfg(test)]
mod quotation_tests;
#[cfg(test)]
mod regional_tests;
#[cfg(test)]
mod sentence_tests;
#[cfg(test)]
mod stranger_tests;
#[cfg(test)]
mod token_tests;
#[cfg(test)]
mod visible_tests;
