//! Spans, sides, words and sentences of a text. This room knows nothing of articles.

mod apart;
mod beginning;
mod breaks;
mod broken;
mod diacritics;
mod direction;
mod edges;
mod fingerprint;
mod fold;
mod glance;
mod invisible;
mod named;
mod note;
mod offices;
mod opening;
mod pair;
mod percent;
mod piece;
mod plain;
mod plural;
mod quotation;
mod regional;
mod sentence;
mod sha256;
mod sign;
mod span;
mod stop;
mod stranger;
mod symbol;
mod token;
mod visible;
mod word_key;

pub use breaks::one_line;
pub use direction::is_from_right;
pub use fold::{fold, key};
pub use pair::{Pair, Side};
pub use sentence::{sentences, short_sentences};
pub use span::Span;
pub use token::{Token, tokens};
pub use visible::visible;
pub use word_key::Key;

// Shared by the rooms of the program.
pub(crate) use glance::{count, count_pairs, first};
#[doc(hidden)]
pub use {
    apart::told_apart,
    beginning::beginning,
    breaks::{break_len, breaks_line, flow, gap, is_unspaced, quote_len},
    broken::breaks_word,
    diacritics::without_diacritics,
    edges::{closed_to, opened_from, unpaired},
    fingerprint::fingerprint,
    fold::{letters, written_alike},
    named::named,
    offices::{is_office, offices},
    opening::begins_quoted_line,
    percent::percent_of,
    plain::Plain,
    plural::plural,
    quotation::quotations,
    sha256::sha256,
    sign::{draw_in_ascii, is_ascii, sign},
    stranger::{strangers, with_strangers},
    token::each_token,
    visible::is_unseen_command,
};

#[cfg(test)]
mod breaks_tests;
#[cfg(test)]
mod diacritics_tests;
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
