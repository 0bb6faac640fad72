//! The flag by which a collation that nobody waits for any more is given up.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// Items that are gone through between two looks at the flag.
const STRIDE: usize = 256;

/// A flag shared between who asks for a collation and who makes it. A clone is the same flag.
#[derive(Clone, Debug, Default)]
pub struct Cancel(Arc<AtomicBool>);

impl Cancel {
    /// Raises the flag.
    pub fn cancel(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    /// Tells whether the flag is raised.
    pub fn is_cancelled(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }

    /// Goes through items until the flag is raised. Nothing is told of where it broke off: once it did, every later pass ends before
    /// its first item, and who asked for the whole looks at the flag.
    pub(super) fn watched<I: IntoIterator>(&self, items: I) -> impl Iterator<Item = I::Item> {
        let goes_on = |at: usize| !at.is_multiple_of(STRIDE) || !self.is_cancelled();
        items.into_iter().enumerate().take_while(move |(at, _)| goes_on(*at)).map(|(_, item)| item)
    }
    /// As [`Cancel::watched`], a part of the items at a time, so that what is done to each part is a plain loop.
    pub(super) fn parts<'a, T>(&self, items: &'a [T]) -> impl Iterator<Item = &'a [T]> {
        items.chunks(STRIDE).take_while(|_| !self.is_cancelled())
    }
}
