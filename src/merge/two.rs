//! Combines two versions without a base.

use super::edits::edits_in_place;
use super::merged::Merged;
use super::printed::printed;
use super::sides::Sides;
use super::text::{MergeText, Trio, texts_as_numbered};
use super::weave::woven;
use super::woven::Decides;
use crate::article::Article;

/// Combines two versions without a base, with a conflict wherever they differ in more than white space: with the left side taken everywhere
/// the text reads as the left version, with the right side as the right one.
pub fn merge_two(left: &Article, right: &Article) -> Merged {
    let texts = texts_as_numbered(Trio { base: left, ours: left, theirs: right });
    let of = |side: &MergeText<'_>| edits_in_place(&texts.base, side);
    let sides = Sides { ours: of(&texts.ours), theirs: of(&texts.theirs) };
    printed(&texts, &woven(&texts, sides, Decides::Reader))
}
