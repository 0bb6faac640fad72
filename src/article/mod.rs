//! Articles: from bytes on a disk to a text with paragraphs, sentences and words.
//!
//! `bytes -> decode -> segment -> Article`. Only `load` touches the disk.

mod article;
mod decode;
mod disk;
mod load;
mod origin;
mod segment;

pub use article::{Article, Locus, Paragraph, Sentence};
pub use decode::{Decoded, Undecodable, decode};
pub use disk::DiskMap;
pub use load::{Loaded, bundled, load};
pub use origin::Origin;
