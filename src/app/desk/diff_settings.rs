//! How two versions are compared and set.

use std::sync::Arc;

use crate::collate::Exactness;
use crate::page::Compared;

/// Paragraphs shown around each change, unless the reader wants others.
const CONTEXT: usize = 1;

/// What a diff is opened with: what changed, what counts, and how many paragraphs are shown around each change.
#[derive(Clone, Debug)]
pub struct Version {
    /// What changed.
    pub compared: Arc<Compared>,
    /// What counts.
    pub exactness: Exactness,
    /// Paragraphs shown around what changed.
    pub context: usize,
}

/// How the open pair is compared and set; it holds until the reader changes it.
#[derive(Clone, Copy, Debug)]
pub(in crate::app) struct DiffOptions {
    /// What counts.
    pub exactness: Exactness,
    /// Paragraphs shown around each change.
    pub context: usize,
    /// How the two stand, if the reader has chosen; else the width decides.
    pub layout: Option<Layout>,
}

impl Default for DiffOptions {
    fn default() -> Self {
        Self { exactness: Exactness::default(), context: CONTEXT, layout: None }
    }
}

/// How two versions stand on the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// Beside each other.
    Beside,
    /// Woven into one column.
    Inline,
}
