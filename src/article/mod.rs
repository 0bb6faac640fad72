//! Articles: from bytes on a disk to a text with paragraphs, sentences and words.
//!
//! `bytes -> kinds -> segment -> Article`. Only `load`, `heads` and `folder` touch the disk.

mod article;
mod bundle;
mod cells;
mod clues;
mod draft;
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
mod parts;
mod segment;
mod signs;
mod source;
mod sources;
mod text_id;
mod units;
mod wrapped;

pub use crate::kinds::{DiskMap, decode};
pub use article::{Article, Extent};
pub use bundle::bundled;
pub use draft::{Draft, Helper, How, NoHelp};
pub use folder::{contents, folders_in};
pub use heads::heads;
pub use largest::{largest, read_up_to, too_large};
pub use load::{Drafts, Loaded, drafts, load, reason};
pub use origin::Origin;
pub use parts::{Locus, Paragraph, Sentence};
pub use sources::Sources;
pub use text_id::TextId;

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
