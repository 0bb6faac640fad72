//! A flag that cancels a collation nobody waits for.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// How many items are processed between two checks of the flag (chosen).
const STRIDE: usize = 256;

/// A cancellation flag, shared by the caller of a collation and the collation itself. A clone is the same flag.
#[derive(Clone, Debug, Default)]
pub struct Cancel {
    raised: Arc<AtomicBool>,
    /// Checks that are left before it raises itself.
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

    /// Iterates over items until the flag is raised. It does not report where it stopped: once the flag is raised, every later pass ends before
    /// its first item, and the caller checks the flag.
    pub(super) fn watched<I: IntoIterator>(&self, items: I) -> impl Iterator<Item = I::Item> {
        let goes_on = |at: usize| !at.is_multiple_of(STRIDE) || !self.is_cancelled();
        items.into_iter().enumerate().take_while(move |(at, _)| goes_on(*at)).map(|(_, item)| item)
    }

    /// Like [`Cancel::watched`], in chunks, so that the work on each chunk is a plain loop.
    pub(super) fn parts<'a, T>(&self, items: &'a [T]) -> impl Iterator<Item = &'a [T]> {
        items.chunks(STRIDE).take_while(|_| !self.is_cancelled())
    }
}

#[cfg(test)]
impl Cancel {
    /// Makes a flag that is raised after this many checks.
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
