//! A page: an article set in a column, with the only map between places in the text and rows on the screen.
//!
//! `Article + Mask -> Block -> Row -> Glyph`. A page costs what is looked at, not what is loaded: making one lists its
//! blocks; the rows of a block are found when they are first asked for, and kept. A paragraph of many pages is several
//! blocks. The downside: its row before each of them ends early, as if it ended a paragraph.

mod aligned;
mod block;
mod both;
mod break_places;
mod cluster;
mod column_places;
mod compared;
mod folds;
mod glyph;
mod ink;
mod inline;
mod layout;
mod letters;
mod naming;
mod numbering;
mod rows;
mod setting_of;
mod settled;
mod sheet;
mod sheet_places;
mod spot;
mod taking;
mod versions;
mod woven;
mod wrap;

#[cfg(test)]
mod block_tests;
#[cfg(test)]
mod cluster_tests;
#[cfg(test)]
mod glyph_tests;
#[cfg(test)]
mod layout_tests;
#[cfg(test)]
mod letters_tests;
#[cfg(test)]
mod naming_tests;
#[cfg(test)]
mod sheet_tests;
#[cfg(test)]
mod taking_tests;
#[cfg(test)]
mod woven_tests;
#[cfg(test)]
mod wrap_tests;

pub use block::{Block, Folding};
pub use column_places::column_hits;
pub use compared::{Compared, Marked};
pub use folds::{Folds, Item};
pub use glyph::{Glyph, glyphs, widen_ambiguous};
pub use ink::{Ink, NOTED, Piece};
pub use inline::{Column, pieces, run_together};
pub use layout::Page;
pub use letters::letters_apart;
pub use naming::{NO_FILE, both_names, shortened, spoken};
pub use settled::changes;
pub use sheet::{Setting, Sheet, SheetRow};
pub use spot::{Row, Spot};
pub use taking::{TakeFrom, taken};
pub use versions::Versions;
pub use wrap::wrap;
