//! Drafts written from a seed and edited, with the truth about every word, and how a comparison's word on them is scored.
//!
//! Every word is known again by a number, so the truth needs no comparison: a word that both versions have stayed or was moved, any other was
//! added or removed.

#[path = "../story/prng.rs"]
pub mod prng;

pub mod block_edits;
pub mod draft;
pub mod edits;
pub mod found;
pub mod grammar;
pub mod judge;
pub mod peers;
pub mod prose;
pub mod score;
pub mod sentence_edits;
pub mod show;
pub mod text;
pub mod truth;
pub mod units;
pub mod word_edits;
pub mod words;
