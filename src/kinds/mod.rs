//! Kinds of files: turns bytes into texts with metadata.
//!
//! `tell` detects what a file is by its first bytes and then by its extension, `read` passes it to the reader of that kind. A reader takes
//! bytes and returns texts, or says in one sentence why it cannot read them. Nothing here touches the disk.

mod block;
#[cfg(feature = "kinds")]
mod collatex;
#[cfg(feature = "kinds")]
mod columns;
mod decode;
mod disk;
#[cfg(feature = "kinds")]
mod docx;
#[cfg(feature = "kinds")]
mod elements;
mod encodings;
#[cfg(feature = "kinds")]
mod escapes;
#[cfg(feature = "kinds")]
mod fields;
mod front;
#[cfg(feature = "kinds")]
pub mod html;
mod kind;
#[cfg(feature = "kinds")]
mod mail;
#[cfg(feature = "kinds")]
mod markdown;
mod meta;
#[cfg(feature = "kinds")]
mod pack;
#[cfg(feature = "kinds")]
mod read;
mod reading;
#[cfg(feature = "kinds")]
mod records;
#[cfg(feature = "kinds")]
mod rows;
#[cfg(feature = "kinds")]
mod setting;
#[cfg(feature = "kinds")]
mod subtitles;
#[cfg(feature = "kinds")]
mod tell;
mod typeset;
#[cfg(feature = "kinds")]
mod typesetting;
#[cfg(feature = "kinds")]
mod xml;

pub use decode::{Decoded, Undecodable, decode, decode_as};
pub use disk::DiskMap;
#[cfg(feature = "kinds")]
pub use docx::drafts;
#[cfg(feature = "kinds")]
pub use fields::field_spelled;
pub use front::front;
pub use kind::Kind;
pub use kind::Reader;
pub use meta::{Meta, host};
#[cfg(feature = "kinds")]
pub use read::read;
pub use reading::{Block, Fields, Furniture, Layout, Part, Reading, Refused, With};
#[cfg(feature = "kinds")]
pub use tell::{begins_as_binary, tell};
pub use typeset::{Accent, AccentKind, Pad, Typeset, is_in};

#[cfg(feature = "files")]
pub(crate) use decode::LONGEST;

/// The number of bytes by which the kind of a file is detected.
pub const START: u64 = 8192;

/// The longest text that is read by default, in bytes: a hundred novels. A report on two texts of this size takes six seconds of processor
/// time and 1.7 GB, a diff ten seconds and 1.9 GB (`benches/README.md`, what nothing bounds but size).
pub const LARGEST: usize = 64 << 20;
/// The longest file of many articles, in bytes: as much as fits into the memory of a small machine.
pub const LARGEST_OF_MANY: usize = 1 << 30;

#[cfg(test)]
mod decode_tests;
#[cfg(test)]
mod disk_tests;
#[cfg(test)]
mod docx_tests;
#[cfg(test)]
mod kinds_tests;
#[cfg(test)]
mod typeset_tests;
