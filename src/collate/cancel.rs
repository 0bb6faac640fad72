//! The flag by which a collation that nobody waits for any more is given up.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// Items that are gone through between two looks at the flag.
const STRIDE: usize = 256;

/// A flag shared between who asks for a collation and who makes it. A clone is the same flag.
#[derive(Clone, Debug, Default)]
pub struct Cancel {
    raised: Arc<AtomicBool>,
    /// Looks that are left before it raises itself.
    #[cfg(test)]
    looks: Option<Arc<std::sync::atomic::AtomicUsize>>,
}

impl Cancel {
    /// Raises the flag.
    pub fn cancel(&self) {
        self.raised.store(true, Ordering::Relaxed);
    }

    /// Whether the flag is raised.
    pub fn is_cancelled(&self) -> bool {
        #[cfg(test)]
        self.count_down();
        self.raised.load(Ordering::Relaxed)
    }

    /// Goes through items until the flag is raised. Nothing is told of where it failed: once it did, every later pass ends before
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

#[cfg(test)]
impl Cancel {
    /// A flag that is raised after so many looks at it.
    pub(super) fn after(looks: usize) -> Self {
        Self { looks: Some(Arc::new(looks.into())), ..Self::default() }
    }

    fn count_down(&self) {
        let Some(looks) = &self.looks else { return };
        if looks.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |left| left.checked_sub(1)).is_err() {
            self.cancel();
        }
    }
}
