//! Three-way merging of prose: two versions with a common base become one.
//!
//! `three articles -> units (sentences) -> which unit of each version is which of the base -> edits -> woven -> text`. Sentences and
//! paragraph breaks are merged. White space is ignored, so a re-wrapped text has no edits; a passage that one version moved keeps the edits
//! of the other. If both versions changed one sentence, or disagree about where something goes, that is a conflict.

mod aligned;
mod bags;
mod blanks;
mod chain;
mod doubled;
mod edits;
mod meeting;
mod merged;
mod moves;
mod one_place;
mod part_break;
mod printed;
mod sides;
mod text;
mod two;
mod weave;
mod words;
mod woven;
mod wrapping;

#[cfg(test)]
mod merge_tests;
#[cfg(test)]
mod two_tests;

pub use merged::{MergePart, Merged, Names};
pub use text::Trio;
pub use two::merge_two;
pub use wrapping::{UNWRAPPED, hanging, widest, wrapped};

use crate::article::Article;

/// Merges two versions of one text. Takes about as long as comparing one of them with the base.
pub fn merge(articles: Trio<&Article>) -> Merged {
    merged(articles, |woven| woven)
}

/// Merges, and takes ours or theirs in every conflict.
pub fn merge_taking(articles: Trio<&Article>, ours: bool) -> String {
    let which = if ours { text::Which::Ours } else { text::Which::Theirs };
    merged(articles, |woven| woven::decided(woven, which)).text(&Names::default())
}

fn merged(articles: Trio<&Article>, decide: impl Fn(Vec<woven::Woven>) -> Vec<woven::Woven>) -> Merged {
    if let Some(text) = only_change(articles.map(|article| article.text.as_str())) {
        return Merged { parts: vec![MergePart::Text(text.to_owned())] };
    }
    let texts = text::texts(articles);
    let sides =
        sides::Sides { ours: edits::edits(&texts.base, &texts.ours), theirs: edits::edits(&texts.base, &texts.theirs) };
    let woven = doubled::asked(&texts, weave::woven(&texts, sides, woven::Decides::Change));
    printed::printed(&texts, &decide(woven))
}

/// Returns the result if one version changed nothing, or both changed the same.
fn only_change(texts: Trio<&str>) -> Option<&str> {
    if texts.base == texts.ours {
        return Some(texts.theirs);
    }
    (texts.base == texts.theirs || texts.ours == texts.theirs).then_some(texts.ours)
}
