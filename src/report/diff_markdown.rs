//! A diff as Markdown, to paste into an issue or a review: changed paragraphs with context.

use super::Reported;
use super::blocks::{Block, blocks};
use super::diff::{Writing, heading, hunks, opening_words, stat};
use super::escape::markdown as escaped;
use super::marked::{Marks, Tone, around, tones};
use crate::collate::Fate;
use crate::page::{both_names, run_together};
use crate::text::is_ascii;

/// Writes what changed from the left version to the right one: old words struck out, new ones in bold. Paragraphs count from 1.
pub fn diff_markdown(reported: &Reported<'_>, writing: &Writing) -> String {
    let blocks = blocks(reported);
    let writing = Writing { names: writing.names.as_ref().map(|name| escaped(name)), ..writing.clone() };
    let names = both_names(writing.names.as_ref().map(String::as_str));
    let mut out = format!("## {names}\n\n{}", stat(reported, &writing));
    for (at, hunk) in hunks(&blocks, writing.context).into_iter().enumerate() {
        if at > 0 {
            out.push_str(&format!("\n{}\n", if is_ascii() { "..." } else { "…" }));
        }
        for block in &blocks[hunk] {
            if block.fate != Fate::Same {
                // Markdown has no mark for what moved.
                let moved = block.fate == Fate::Edited && block.pieces.iter().any(|piece| piece.moved.is_some());
                let moved = if moved { ", with moved text" } else { "" };
                out.push_str(&format!("\n### {}{moved}\n", heading(reported.collation, block)));
            }
            out.push_str(&format!("\n{}\n", opening_of(block)));
        }
    }
    out
}

fn opening_of(block: &Block) -> String {
    let marks = match block.fate {
        Fate::Gone => return escaped(&opening_words(block)),
        Fate::Moved => Marks::Inside,
        _ => Marks::Words,
    };
    let mut out = String::new();
    let mut old = String::new();
    for (tone, text) in tones(&block.pieces, marks) {
        match tone {
            Tone::Old | Tone::OldMark => out.push_str(&around("\u{1}", &text, "\u{1}")),
            Tone::New | Tone::NewMark => {
                out.push_str(if run_together(&old, &text) { " " } else { "" });
                out.push_str(&around("\u{2}", &text, "\u{2}"));
            }
            _ => out.push_str(&text),
        }
        old = if matches!(tone, Tone::Old | Tone::OldMark) { text } else { String::new() };
    }
    // Control characters are made visible in pieces, so that none of these is the text's own.
    escaped(out.trim()).replace('\u{1}', "~~").replace('\u{2}', "**")
}
