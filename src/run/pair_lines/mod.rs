//! Pairs of texts in JSON lines: the options, and the comparison line by line.

mod lines;
mod wanted;

pub use lines::stream;
pub use wanted::PairLines;
