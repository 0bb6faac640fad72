//! Paragraphs: which lines belong together.
//!
//! Two kinds of file are about. In the one a line is a paragraph, however long; blank lines stand between paragraphs,
//! or only around a heading, or nowhere, and two lines without a blank one between are a caption and its picture's
//! name, or a dateline, or a break that the author meant. In the other, paragraphs were wrapped by hand to a width, and
//! a line break counts as a space. So the one question is whether a text is wrapped, and it is asked of the lines
//! themselves: they are of a prose width, most end in mid-sentence, nearly all of those are so full that the next word
//! would not have fitted, enough of the next lines begin with a small letter, and hardly any line is wider. A block of
//! four lines or more answers for itself, so that a wrapped quotation is joined in a text that is not wrapped; a
//! smaller one goes with the file.
//!
//! In a wrapped block a paragraph still ends without a blank line: at a line that is far from full, before an indented
//! line, before an item of a list. A line in mid-sentence before a small letter never ends one, however short it is.
//!
//! The price: a wrapped text of one or two lines, none of which goes on with a small letter, is taken for separate
//! paragraphs, and so is one that was written with a sentence on each line. Fusing a caption with a lede would be
//! worse.

use super::lines::{Line, Opening, blocks};
use crate::text::Span;

/// Finds the paragraphs of a text, in order, without white space at their ends.
pub fn paragraphs(text: &str) -> Vec<Span> {
    let blocks = blocks(text);
    let file = wrap(&blocks);
    let mut found = Vec::new();
    for block in &blocks {
        let own = if block.len() >= 4 { wrap(std::slice::from_ref(block)) } else { None };
        match own.or(file) {
            Some(width) => found.extend(joined(block, width)),
            None => found.extend(block.iter().map(|line| line.span)),
        }
    }
    found
}

/// Gives the width in cells to which `blocks` are wrapped, if they are.
fn wrap(blocks: &[Vec<Line>]) -> Option<usize> {
    let joints: Vec<(&Line, &Line)> = blocks.iter().flat_map(|block| block.iter().zip(block.iter().skip(1))).collect();
    let open: Vec<(&Line, &Line)> =
        joints.iter().copied().filter(|(line, next)| !line.ends_sentence && next.opening != Opening::Item).collect();
    let mut widths: Vec<usize> = joints.iter().map(|(line, _)| line.width).collect();
    widths.sort_unstable();
    let median = *widths.get(widths.len() / 2)?;
    let full = *widths.get(widths.len() * 9 / 10)?;
    let all: usize = blocks.iter().map(Vec::len).sum();
    let wide = blocks.iter().flatten().filter(|line| line.width > full * 5 / 4).count();
    let prose = (45..=100).contains(&median);
    let mostly_open = open.len() * 2 > joints.len();
    let mostly_full =
        open.iter().filter(|(line, next)| reaches(line, next, full * 85 / 100)).count() * 4 >= open.len() * 3;
    (prose && mostly_open && mostly_full && wide * 10 <= all && goes_on_small(&open)).then_some(full)
}

/// Tells whether a line is so full that with the next word it would be wider than `width`.
fn reaches(line: &Line, next: &Line, width: usize) -> bool {
    line.width + 1 + next.first_word > width
}

/// Tells whether enough lines in mid-sentence are followed by a small letter; so are all where no script has any.
fn goes_on_small(open: &[(&Line, &Line)]) -> bool {
    let count = |opening: Opening| open.iter().filter(|(_, next)| next.opening == opening).count();
    let (small, capital) = (count(Opening::Small), count(Opening::Capital));
    small * 10 >= (small + capital) * 3
}

/// Joins the lines of a wrapped block to paragraphs.
fn joined(block: &[Line], width: usize) -> Vec<Span> {
    let mut found: Vec<Span> = Vec::new();
    let mut first: Option<&Line> = None;
    let mut before: Option<&Line> = None;
    for line in block {
        let goes_on = before.zip(first).is_some_and(|(before, first)| !parts(first, before, line, width));
        match found.last_mut().filter(|_| goes_on) {
            Some(last) => *last = last.join(line.span),
            None => {
                found.push(line.span);
                first = Some(line);
            }
        }
        before = Some(line);
    }
    found
}

/// Tells whether a new paragraph begins with `line`, where the one so far goes from `first` to `before`.
fn parts(first: &Line, before: &Line, line: &Line, width: usize) -> bool {
    if !before.ends_sentence && line.opening == Opening::Small {
        return false;
    }
    let short = !reaches(before, line, width * 3 / 4);
    let indented = line.indent >= before.indent + 2 && first.opening != Opening::Item;
    let item = line.opening == Opening::Item && (before.ends_sentence || first.opening == Opening::Item);
    short || indented || item
}
