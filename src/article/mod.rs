//! Articles: from bytes on a disk to a text with paragraphs, sentences and words.
//!
//! `bytes -> kinds -> segment -> Article`. Only `load`, `heads` and `folder` access the disk.

mod article;
#[cfg(feature = "files")]
mod bounded;
mod bundle;
mod cells;
mod clues;
#[cfg(feature = "files")]
mod draft;
mod ends;
mod evidence;
#[cfg(feature = "files")]
mod folder;
#[cfg(feature = "files")]
mod heads;
mod joint;
#[cfg(feature = "files")]
mod largest;
mod lines;
#[cfg(feature = "files")]
mod load;
mod marks;
#[cfg_attr(not(feature = "files"), allow(dead_code, reason = "files that are opened together are named"))]
mod names;
mod origin;
mod paragraphs;
mod parts;
mod segment;
mod signs;
mod source;
#[cfg(feature = "files")]
mod sources;
mod text_id;
mod units;
mod wrapped;

pub use crate::kinds::{
    Accent, AccentKind, Block, Decoded, DiskMap, Furniture, Layout, Meta, Pad, Part, Reading, Typeset, Undecodable,
    decode,
};
#[cfg(feature = "kinds")]
pub use crate::kinds::{Kind, Refused, With, read};
pub use article::{Article, Extent};
#[cfg(feature = "files")]
#[doc(hidden)]
pub use bounded::{Bytes, bounded};
#[doc(hidden)]
pub use bundle::{bundled, is_bundled};
#[cfg(feature = "files")]
pub use draft::{Draft, Helper, How, NoHelp};
#[cfg(feature = "files")]
pub use folder::{contents, folders_in};
#[cfg(feature = "files")]
#[doc(hidden)]
pub use heads::heads;
#[cfg(feature = "files")]
#[doc(hidden)]
pub use largest::{largest, read_up_to, too_large};
#[cfg(feature = "files")]
pub use load::{Drafts, Loaded, drafts, load, reason};
pub use origin::Origin;
pub use parts::{Paragraph, ParagraphId, Sentence};
#[cfg(feature = "files")]
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
mod signs_tests;
#[cfg(test)]
mod source_tests;
#[cfg(test)]
mod wrapped_tests;
