//! The longest text that is read: one that is far longer than any article is named, and not waited for.

use std::sync::atomic::{AtomicUsize, Ordering};

use crate::kinds::LONGEST;

/// Bytes of the longest text that is read, if the reader wants no longer one: a hundred novels. A report on two
/// texts of this size takes six seconds of a processor and 1.7 GB, a diff ten and 1.9 GB (`benches/README.md`, what nothing bounds but size).
const USUAL: usize = 64 << 20;
/// A megabyte.
const MEGABYTE: usize = 1 << 20;

/// What the reader wants. It is global since texts are read in many places and on many threads, and it is set once.
static WANTED: AtomicUsize = AtomicUsize::new(USUAL);

/// Gives the bytes of the longest text that is read.
pub fn largest() -> usize {
    WANTED.load(Ordering::Relaxed)
}

/// Lets texts of so many megabytes be read.
pub fn read_up_to(megabytes: usize) {
    WANTED.store(megabytes.saturating_mul(MEGABYTE).min(LONGEST), Ordering::Relaxed);
}

/// Says of a text that it is longer than is read, and how to lift that; how long it is may not be known.
pub fn too_large(length: Option<u64>) -> String {
    let needed = length.map_or(4 * largest() as u64, |length| length).div_ceil(MEGABYTE as u64);
    format!("is longer than {} MB; set IBID_LARGEST={needed} to read it", largest() / MEGABYTE)
}
