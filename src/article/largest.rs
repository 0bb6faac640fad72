//! The size limit for texts. A larger file is reported instead of read.

use std::sync::atomic::{AtomicUsize, Ordering};

use crate::kinds::{Kind, LARGEST, LARGEST_OF_MANY, LONGEST};

/// A megabyte (defined).
const MEGABYTE: usize = 1 << 20;

/// The reader's limit. It is global, because texts are read in many places and on many threads, and it is set once.
static WANTED: AtomicUsize = AtomicUsize::new(LARGEST);

/// Returns the size limit for texts, in bytes.
pub fn largest() -> usize {
    WANTED.load(Ordering::Relaxed)
}

/// Returns the size limit for files of a kind, in bytes.
pub fn largest_of(kind: Kind) -> usize {
    if kind.holds_many() { largest().max(LARGEST_OF_MANY) } else { largest() }
}

/// Sets the size limit, in megabytes.
pub fn read_up_to(megabytes: usize) {
    WANTED.store(megabytes.saturating_mul(MEGABYTE).min(LONGEST), Ordering::Relaxed);
}

/// Returns a message that a text is over the limit and how to raise it. Its length may be unknown.
pub fn too_large(length: Option<u64>) -> String {
    too_large_for(largest(), length)
}

/// Returns the same message for another limit.
pub fn too_large_for(most: usize, length: Option<u64>) -> String {
    let needed = length.map_or(4 * most as u64, |length| length).div_ceil(MEGABYTE as u64);
    format!("is longer than {} MB; set IBID_LARGEST={needed} to read it", most / MEGABYTE)
}
