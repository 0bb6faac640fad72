//! A page: an article set in a column, and the one map between places in the text and rows on the screen.
//!
//! `Article + Mask -> Block -> Row -> Glyph`. A page costs what is looked at, not what is loaded: making one lists its
//! blocks; the rows of a block are found when they are first asked for, and kept. A paragraph of many pages is several
//! blocks. The downside: its row before each of them ends early, as if it ended a paragraph.

mod block;
mod cluster;
mod glyph;
mod layout;
mod spot;
mod wrap;

#[cfg(test)]
mod block_tests;
#[cfg(test)]
mod glyph_tests;
#[cfg(test)]
mod layout_tests;
#[cfg(test)]
mod wrap_tests;

pub use block::{Block, Folding};
pub use glyph::{Glyph, glyphs};
pub use layout::Page;
pub use spot::{Row, Spot};
pub use wrap::wrap;
