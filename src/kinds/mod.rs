//! Kinds of files: from bytes to texts, with what each file says of itself.
//!
//! `tell` says what a file is by its first bytes and then by its ending, `read` hands it to the reader of that kind. A reader takes
//! bytes and gives texts; what it cannot read it refuses in one sentence. Nothing here touches the disk.

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
mod read;
mod reading;
mod records;
mod rows;
mod subtitles;
mod tell;
mod xml;

pub use decode::{Decoded, Undecodable, decode, decode_as};
pub use disk::DiskMap;
pub use kind::Kind;
pub use kind::Reader;
pub use markdown::front;
pub use meta::{Meta, host};
pub use read::read;
pub use reading::{Block, Fields, Furniture, Layout, Part, Reading, Refused, With};
pub use tell::{begins_as_binary, tell};

pub(crate) use decode::LONGEST;

/// Bytes of a file by which it is told what it is.
pub const START: u64 = 8192;

#[cfg(test)]
mod decode_tests;
#[cfg(test)]
mod disk_tests;
#[cfg(test)]
mod kinds_tests;
