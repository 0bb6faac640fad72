//! Draws line breaks that differ in a diff: a sign where one side has the break, and a dot where the other does not.

use super::ink::Pen;
use super::role::Role;
use super::theme::Theme;
use crate::collate::TextBreak;
use crate::page::Glyph;
use crate::text::{Pair, Side};

/// The mark of a row with a break that differs.
pub(super) const BROKEN: &str = "↵";

/// A sign and how it looks.
pub(super) struct BreakSign {
    sign: &'static str,
    role: Role,
    over: Role,
}

/// What to draw on one side where the breaks differ.
pub(super) fn break_on(breaks: Pair<TextBreak>, side: Side) -> BreakSign {
    let role = if side == Side::Left { Role::Removed } else { Role::Added };
    BreakSign { sign: sign(breaks[side]), role, over: Role::Slight }
}

/// What to draw in one column where the breaks differ: the added break, else the removed one.
pub(super) fn break_woven(breaks: Pair<TextBreak>) -> BreakSign {
    match (breaks.left, breaks.right) {
        (TextBreak::None, _) | (TextBreak::Line, TextBreak::Paragraph) => {
            BreakSign { sign: sign(breaks.right), role: Role::Added, over: Role::Differs }
        }
        _ => BreakSign { sign: sign(breaks.left), role: Role::Removed, over: Role::Struck },
    }
}

/// Removes and returns the break in the white space of a glyph.
pub(super) fn taken_at(breaks: &mut Vec<(usize, Pair<TextBreak>)>, glyph: &Glyph<'_>) -> Option<Pair<TextBreak>> {
    if breaks.is_empty() || !glyph.symbol.trim().is_empty() {
        return None;
    }
    let at = breaks.iter().position(|(place, _)| glyph.span.contains(*place))?;
    Some(breaks.remove(at).1)
}

/// Draws a break.
pub(super) fn draw(BreakSign { sign, role, over }: BreakSign, theme: &Theme, pen: &mut Pen<'_>) {
    pen.text(sign, theme.style(role).patch(theme.style(over)));
}

fn sign(one: TextBreak) -> &'static str {
    match one {
        TextBreak::None => "·",
        TextBreak::Line => BROKEN,
        TextBreak::Paragraph => "¶",
    }
}
