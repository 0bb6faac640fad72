//! Places in a text: spans, sides, words and sentences. Knows nothing of articles.

mod fold;
mod pair;
mod sentence;
mod span;
mod token;
mod visible;

pub use fold::{Key, fold, key, written_alike};
pub use pair::{Pair, Side};
pub use sentence::sentences;
pub use span::Span;
pub use token::{Token, tokens};
pub use visible::visible;
