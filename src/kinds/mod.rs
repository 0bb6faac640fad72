//! Kinds of files: from bytes to texts, with what each file says of itself.
//!
//! `tell` says what a file is by its first bytes and then by its ending, `read` hands it to the reader of that kind. A reader takes
//! bytes and gives texts; what it cannot read it refuses in one sentence. Nothing here touches the disk.

mod decode;
mod disk;
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
mod subtitles;
#[cfg(feature = "kinds")]
mod tell;
#[cfg(feature = "kinds")]
mod xml;

pub use decode::{Decoded, Undecodable, decode, decode_as};
pub use disk::DiskMap;
pub use front::front;
pub use kind::Kind;
pub use kind::Reader;
pub use meta::{Meta, host};
#[cfg(feature = "kinds")]
pub use read::read;
pub use reading::{Block, Fields, Furniture, Layout, Part, Reading, Refused, With};
#[cfg(feature = "kinds")]
pub use tell::{begins_as_binary, tell};

#[cfg(feature = "files")]
pub(crate) use decode::LONGEST;

/// Bytes of a file by which it is told what it is.
pub const START: u64 = 8192;

#[cfg(test)]
mod decode_tests;
#[cfg(test)]
mod disk_tests;
#[cfg(test)]
mod kinds_tests;
