//! Compares two versions.

use std::sync::Arc;

use super::counted_blocks::CountedBlocks;
use crate::article::Article;
use crate::boilerplate::{Does, Rulebooks, mask, mask_in_diff};
use crate::collate::{Cancel, Exactness, Witness, collate_in_order, tell_kinds};
use crate::page::Compared as ComparedVersions;
use crate::text::{Pair, Side, Span};

/// Two versions to compare.
#[derive(Clone, Debug)]
pub struct DiffJob {
    /// The number of the comparison; answers to older ones are dropped.
    pub ticket: u64,
    /// The articles.
    pub articles: Pair<Arc<Article>>,
    /// What the reader hid in each, for this session.
    pub session: Pair<Vec<Span>>,
    /// The rules in force.
    pub rules: Arc<Rulebooks>,
    /// Which differences count.
    pub exactness: Exactness,
    /// Blocks in which more breaks count.
    pub blocks: CountedBlocks,
    /// Whether to find the kind of each change; an output that does not show it need not wait.
    pub kinds: bool,
}

/// The answer to a comparison.
#[derive(Clone, Debug)]
pub struct Diffed {
    /// The ticket of the question.
    pub ticket: u64,
    /// Whether nothing that counts differs.
    pub same: bool,
    /// The comparison.
    pub compared: Arc<ComparedVersions>,
}

impl DiffJob {
    /// Masks and compares the two; `None` if cancelled.
    pub fn answer(&self, cancel: &Cancel) -> Option<Diffed> {
        let masks =
            Pair::from_fn(|side| Arc::new(mask_in_diff(&self.articles[side], &self.rules, &self.session[side])));
        let witnesses = Pair::from_fn(|side| Witness { article: &self.articles[side], mask: &masks[side] });
        let articles = self.articles.as_ref().map(|article| &**article);
        let heeded = self.blocks.widest(self.exactness.breaks());
        let mut collation = collate_in_order(witnesses, self.exactness.with_breaks(heeded), cancel)?;
        self.blocks.narrow(articles, self.exactness.breaks(), &mut collation.breaks);
        if self.kinds {
            tell_kinds(articles, &mut collation, cancel);
        }
        let same = collation.is_same();
        let articles = self.articles.as_ref().map(Arc::clone);
        let mut compared = ComparedVersions::of(articles, masks, collation);
        if self.rules.each().any(|placed| placed.rule.does == Does::IgnoreInDiff) {
            let hidden = |side: Side| Arc::new(mask(&self.articles[side], &self.rules, &self.session[side]));
            compared = compared.showing(Pair::from_fn(hidden));
        }
        let compared = Arc::new(compared);
        Some(Diffed { ticket: self.ticket, same, compared })
    }
}
