//! A diff as text: changed paragraphs with context, and the changed words in them.

use std::ops::Range;

use super::Reported;
use super::blocks::{Block, blocks};
use super::marked::{Marks, Tint, Tone, marked, toned, wrapped};
use super::phrases::describe_breaks;
use super::set_aside::set_aside;
use crate::article::ParagraphId;
use crate::collate::{Band, Class, Collation, Fate, Tally, bands, tally};
use crate::page::{Compared, Ink, NO_FILE, Piece, both_names, pieces};
use crate::text::{Pair, Side, is_ascii, plural, sign};

/// The width of lines in a file, in cells.
const WIDTH: usize = 80;
/// How many first words identify a paragraph that moved away.
const OPENING: usize = 8;

/// How a diff is written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Writing {
    /// The names of the two sides, safe to print.
    pub names: Pair<String>,
    /// The number of context paragraphs.
    pub context: usize,
    /// Whether it is coloured.
    pub tint: Tint,
    /// The cells of a line; `None` for those of a file.
    pub width: Option<usize>,
}

/// Writes what changed from the left version to the right one; nothing if nothing changed. Paragraphs count from 1.
pub fn diff(reported: &Reported<'_>, writing: &Writing) -> String {
    let blocks = blocks(reported);
    let mut out = String::new();
    for (at, hunk) in hunks(&blocks, writing.context).into_iter().enumerate() {
        if at == 0 {
            out.push_str(&files(writing));
        } else {
            out.push_str(&format!("\n{}\n", if is_ascii() { "..." } else { "…" }));
        }
        for block in &blocks[hunk] {
            out.push('\n');
            out.push_str(&written(reported.collation, block, writing));
        }
    }
    with_aside(out, reported, writing)
}

/// Adds what was set aside below a diff.
pub(super) fn with_aside(diff: String, reported: &Reported<'_>, writing: &Writing) -> String {
    match set_aside(reported).filter(|_| !diff.is_empty()) {
        Some(aside) => diff + &toned(&format!("\n{aside} (not counted)"), Tone::Heading, writing.tint) + "\n",
        None => diff,
    }
}

/// Writes how much changed, on one line.
pub fn stat(reported: &Reported<'_>, writing: &Writing) -> String {
    format!("{}: {}\n", both_names(writing.names.as_ref().map(String::as_str)), describe_stat(reported))
}

/// Returns how much changed.
pub fn describe_stat(reported: &Reported<'_>) -> String {
    let Tally { edited, added, removed, moved, shifted, words, marks, breaks: _ } =
        tally(reported.collation, &bands(reported.articles, reported.collation));
    let counts = [(edited, "edited"), (added, "added"), (removed, "removed"), (moved, "moved")];
    let any = counts.into_iter().filter(|(count, _)| *count > 0).enumerate();
    let said: Vec<String> = any
        .map(|(at, (count, what))| match at {
            0 => format!("{} {what}", plural(count, "paragraph")),
            _ => format!("{count} {what}"),
        })
        .collect();
    let said = if said.is_empty() { "no paragraph edited".to_owned() } else { said.join(", ") };
    let shifted = if shifted == 0 { String::new() } else { format!("; {} moved", plural(shifted, "passage")) };
    let marks = match (marks, reported.collation.marks) {
        (0, 0) => String::new(),
        (0, aside) => format!("; punctuation/case {aside} (not counted)"),
        (marks, _) => format!("; punctuation/case {marks}"),
    };
    let breaks = match reported.collation.breaks.as_slice() {
        [] => String::new(),
        changed => format!("; {}", describe_breaks(changed)),
    };
    let aside = set_aside(reported).map_or_else(String::new, |aside| format!("; {aside} (not counted)"));
    format!("{said}{shifted}; words {}{} +{}{marks}{breaks}{aside}", sign("−"), words.left, words.right)
}

/// Returns the first lines of a diff in words, with the names of the two versions; a file that only one side has stands alone.
fn files(writing: &Writing) -> String {
    let names = writing.names.as_ref().map(String::as_str);
    let (mark, name) = match names.map(|name| name == NO_FILE) {
        Pair { left: true, right: false } => ("+++", names.right),
        Pair { left: false, right: true } => ("---", names.left),
        _ => return self::names(writing),
    };
    // git's name of an object follows a tab.
    let (plain, object) = name.split_at(name.find('\t').unwrap_or(name.len()));
    let said = both_names(names.map(|name| if name == NO_FILE { name } else { plain }));
    toned(&format!("{mark} {said}{object}"), Tone::Heading, writing.tint) + "\n"
}

/// Returns the first lines of a diff, with the names of the two versions.
pub(super) fn names(writing: &Writing) -> String {
    let line = |mark: &str, name: &str| toned(&format!("{mark} {name}"), Tone::Heading, writing.tint);
    format!("{}\n{}\n", line("---", &writing.names.left), line("+++", &writing.names.right))
}

/// Returns the ranges of blocks that are shown: changes with this much context.
pub(super) fn hunks(blocks: &[Block], context: usize) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for (at, _) in blocks.iter().enumerate().filter(|(_, block)| block.fate != Fate::Same) {
        let start = at.saturating_sub(context);
        let end = at.saturating_add(context).saturating_add(1).min(blocks.len());
        match found.last_mut().filter(|last| start <= last.end) {
            Some(last) => last.end = end,
            None => found.push(start..end),
        }
    }
    found
}

fn written(collation: &Collation, block: &Block, writing: &Writing) -> String {
    let (tint, width) = (writing.tint, writing.width.unwrap_or(WIDTH));
    let moved = sign("⇄ ");
    let (margin, marks) = match block.fate {
        Fate::Same => ("  ", Marks::Words),
        Fate::Edited => ("~ ", Marks::Moves),
        Fate::Removed => ("- ", Marks::Moves),
        Fate::Added => ("+ ", Marks::Moves),
        Fate::Moved => (&*moved, Marks::Inside),
        Fate::Gone => return toned(&heading(collation, block), Tone::Heading, tint) + "\n" + &opening(block, writing),
    };
    let text = wrapped(&marked(&block.pieces, marks), margin, width, tint);
    if block.fate == Fate::Same {
        return text;
    }
    toned(&heading(collation, block), Tone::Heading, tint) + "\n" + &text
}

/// Returns the heading of a block: its paragraphs and what happened to them, and for one with copies, which copy it is.
pub(super) fn heading(collation: &Collation, block: &Block) -> String {
    let Pair { left, right } = block.paragraph_ids.as_ref().map(numbers);
    let to = sign(" → ");
    match block.fate {
        Fate::Same => String::new(),
        Fate::Edited if block.pieces.iter().all(is_of_marks) => {
            let what = if renumbers(&block.pieces) { "number of the item" } else { "punctuation or case" };
            format!("{left}{to}{right}  edited, {what} only")
        }
        Fate::Edited => format!("{left}{to}{right}  edited{}", copied(collation, block)),
        Fate::Removed => format!("{left}  removed"),
        Fate::Added => format!("{right}  added"),
        Fate::Moved if block.pieces.iter().all(is_verbatim) => {
            let order = if block.reordered { ", in another order" } else { "" };
            format!("{left}{to}{right}  moved here{order}{}", copied(collation, block))
        }
        Fate::Moved => format!("{left}{to}{right}  moved here, edited{}", copied(collation, block)),
        Fate::Gone => format!("{left}{to}{right}  moved away{}", copied(collation, block)),
    }
}

/// Returns how many copies there are of what was moved or changed, if there are several.
fn copied(collation: &Collation, block: &Block) -> String {
    let within = collation.matches_in(Side::Left, ParagraphId(block.paragraph_ids.left.start)).iter();
    let here = within.filter_map(|&at| collation.matches.get(at));
    let here = here.filter(|m| m.moved == (block.fate != Fate::Edited) && (m.moved || m.class != Class::Verbatim));
    let here = here.filter(|m| block.paragraph_ids.right.contains(&m.passages.right.paragraph_id.0));
    let Some(copies) = here.max_by_key(|m| m.shared).map(|m| m.copies) else { return String::new() };
    match (copies.left, copies.right) {
        (..=1, ..=1) => String::new(),
        (left, ..=1) => format!(", 1 of {left} copies before"),
        (..=1, right) => format!(", 1 of {right} copies now"),
        (left, right) => format!(", 1 of {left} copies before and {right} now"),
    }
}

/// Whether a band differs only in the numbers of items, of those in which only marks differ.
pub fn is_renumbered(compared: &Compared, band: &Band) -> bool {
    renumbers(&pieces(&compared.versions(), band))
}

/// Whether a piece has no changed or moved word.
fn is_of_marks(piece: &Piece) -> bool {
    piece.is_kept() || (matches!(piece.ink, Ink::OldMark | Ink::NewMark) && piece.moved.is_none())
}

/// Whether the marks that differ are numbers, as at the beginning of an item of a list.
fn renumbers(pieces: &[Piece]) -> bool {
    let digits = |ink: Ink| -> String {
        let of = pieces.iter().filter(|piece| piece.ink == ink);
        of.flat_map(|piece| piece.text.chars()).filter(|c| c.is_ascii_digit()).collect()
    };
    let is_number = |piece: &Piece| !piece.text.contains(char::is_alphabetic);
    let marks = pieces.iter().filter(|piece| matches!(piece.ink, Ink::OldMark | Ink::NewMark));
    digits(Ink::OldMark) != digits(Ink::NewMark) && marks.clone().all(is_number)
}

fn is_verbatim(piece: &Piece) -> bool {
    Piece { moved: None, ..piece.clone() }.is_kept()
}

fn numbers(paragraph_ids: &Range<usize>) -> String {
    match paragraph_ids.len() {
        0 => String::new(),
        1 => format!("{}{}", sign("¶"), paragraph_ids.start + 1),
        _ => format!("{}{}-{}", sign("¶"), paragraph_ids.start + 1, paragraph_ids.end),
    }
}

fn opening(block: &Block, writing: &Writing) -> String {
    wrapped(&[(Tone::Moved, opening_words(block))], &sign("⇄ "), writing.width.unwrap_or(WIDTH), writing.tint)
}

/// Returns the first words of a block, to identify a paragraph that moved away.
pub(super) fn opening_words(block: &Block) -> String {
    let text: String = block.pieces.iter().map(|piece| piece.text.as_str()).collect();
    let words: Vec<&str> = text.split_whitespace().collect();
    let more = match words.len() > OPENING {
        true if is_ascii() => " ...",
        true => " …",
        false => "",
    };
    format!("{}{more}", words.get(..OPENING).unwrap_or(&words).join(" "))
}
