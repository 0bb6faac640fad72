//! The longest text that is read: one that is far longer than any article is named, and not waited for.

use std::sync::atomic::{AtomicUsize, Ordering};

use crate::kinds::{Kind, LARGEST, LARGEST_OF_MANY, LONGEST};

/// A megabyte.
const MEGABYTE: usize = 1 << 20;

/// What the reader wants. It is global since texts are read in many places and on many threads, and it is set once.
static WANTED: AtomicUsize = AtomicUsize::new(LARGEST);

/// The bytes of the longest text that is read.
pub fn largest() -> usize {
    WANTED.load(Ordering::Relaxed)
}

/// The bytes of the longest file of a kind that is read.
pub fn largest_of(kind: Kind) -> usize {
    if kind.holds_many() { largest().max(LARGEST_OF_MANY) } else { largest() }
}

/// Lets texts of so many megabytes be read.
pub fn read_up_to(megabytes: usize) {
    WANTED.store(megabytes.saturating_mul(MEGABYTE).min(LONGEST), Ordering::Relaxed);
}

/// Says of a text that it is longer than is read, and how to lift that; how long it is may not be known.
pub fn too_large(length: Option<u64>) -> String {
    too_large_for(largest(), length)
}

/// The same of a file of which no more bytes than these are read.
pub fn too_large_for(most: usize, length: Option<u64>) -> String {
    let needed = length.map_or(4 * most as u64, |length| length).div_ceil(MEGABYTE as u64);
    format!("is longer than {} MB; set IBID_LARGEST={needed} to read it", most / MEGABYTE)
}
