//! Kinds of files: from bytes to texts, with what each file says of itself.
//!
//! `tell` says what a file is by its first bytes and then by its ending, `reading` hands it to the reader of that kind. A reader takes
//! bytes and gives texts; what it cannot read it refuses in one sentence. Nothing here touches the disk.

mod block;
mod decode;
mod disk;
mod elements;
mod encodings;
mod escapes;
mod fields;
pub mod html;
mod kind;
mod mail;
mod markdown;
mod meta;
mod pack;
mod reading;
mod records;
mod rows;
mod subtitles;
mod tell;
mod typeset;
mod xml;

pub use decode::{Decoded, Undecodable, decode, decode_as};
pub use disk::DiskMap;
pub use kind::Kind;
pub use kind::Reader;
pub use markdown::front;
pub use meta::{Meta, host};
pub use reading::{Block, Fields, Furniture, Layout, Part, Reading, Refused, With, read};
pub use tell::{begins_as_binary, tell};
pub use typeset::{Accent, AccentKind, Typeset, is_in};

pub(crate) use decode::LONGEST;

/// Bytes of a file by which it is told what it is.
pub const START: u64 = 8192;

/// Bytes of the longest text that is read where the reader wants no longer one: a hundred novels. A report on two texts of this size takes
/// six seconds of a processor and 1.7 GB, a diff ten and 1.9 GB (`benches/README.md`, what nothing bounds but size).
pub const LARGEST: usize = 64 << 20;
/// Bytes of the longest file of many articles: as many as fit the memory of a small machine.
pub const LARGEST_OF_MANY: usize = 1 << 30;

#[cfg(test)]
mod decode_tests;
#[cfg(test)]
mod disk_tests;
#[cfg(test)]
mod kinds_tests;
#[cfg(test)]
mod typeset_tests;
