//! Pairs of texts in lines of JSON: what is wanted of them, and the way through them.

mod lines;
mod wanted;

pub use lines::stream;
pub use wanted::PairLines;
