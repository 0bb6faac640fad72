//! Articles: from bytes on a disk to a text with paragraphs, sentences and words.
//!
//! `bytes -> decode -> segment -> Article`. Only `load`, `heads` and `folder` touch the disk.

mod article;
mod bundle;
mod clues;
mod decode;
mod disk;
mod encodings;
mod ends;
mod evidence;
mod folder;
mod heads;
mod joint;
mod largest;
mod lines;
mod load;
mod marks;
mod names;
mod origin;
mod paragraphs;
mod segment;
mod signs;
mod source;
mod text_id;
mod units;
mod wrapped;

pub use article::{Article, Extent, Locus, Paragraph, Sentence};
pub use bundle::bundled;
pub use decode::{Decoded, Undecodable, decode};
pub use disk::DiskMap;
pub use folder::{contents, folders_in};
pub use heads::heads;
pub use largest::{largest, read_up_to, too_large};
pub use load::{Draft, Drafts, Loaded, START, begins_as_binary, drafts, load};
pub use origin::Origin;
pub use source::Sources;
pub use text_id::TextId;

#[cfg(test)]
mod decode_tests;
#[cfg(test)]
mod disk_tests;
#[cfg(test)]
mod heads_tests;
#[cfg(test)]
mod load_tests;
#[cfg(test)]
mod names_tests;
#[cfg(test)]
mod paragraphs_tests;
#[cfg(test)]
mod segment_tests;
#[cfg(test)]
mod source_tests;
#[cfg(test)]
mod wrapped_tests;
