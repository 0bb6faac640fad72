//! Aligns the columns of Markdown tables: how many spaces are shown before which byte.

use unicode_width::UnicodeWidthStr;

use super::typeset::Pad;
use crate::text::Span;

/// The most cells, with what is between them, of a table that is aligned; no screen has more.
const WIDEST: usize = 400;

/// Adds the alignment of the table in a stretch of a text.
pub fn align(text: &str, table: Span, pads: &mut Vec<Pad>) {
    let mut lines: Vec<Vec<Span>> = Vec::new();
    let mut at = table.start();
    for line in table.of(text).split_inclusive('\n') {
        lines.push(pieces(line.trim_end(), at));
        at += line.len();
    }
    // The line below the heading says with colons which columns are right-aligned.
    let rights: Vec<bool> =
        lines.get(1).map_or_else(Vec::new, |rule| rule.iter().map(|it| is_right(it.of(text))).collect());
    let mut widths: Vec<usize> = Vec::new();
    for line in &lines {
        for (column, piece) in line.iter().enumerate() {
            let width = piece.of(text).width();
            match widths.get_mut(column) {
                Some(widest) => *widest = width.max(*widest),
                None => widths.push(width),
            }
        }
    }
    let whole = widths.iter().sum::<usize>() + widths.len().saturating_sub(1);
    if whole > WIDEST {
        return;
    }
    for line in &lines {
        for (column, piece) in line.iter().enumerate() {
            let missing = widths.get(column).map_or(0, |widest| widest.saturating_sub(piece.of(text).width()));
            let right = rights.get(column).copied().unwrap_or_default();
            // The end of a line needs no spaces after it.
            if missing == 0 || (column + 1 == line.len() && !right) || piece.start() == piece.end() {
                continue;
            }
            let place = if right { piece.start() } else { piece.end() };
            pads.push(Pad { place, cells: missing, whole });
        }
    }
}

/// Returns the parts of a line between its pipes; an escaped pipe separates nothing.
fn pieces(line: &str, at: usize) -> Vec<Span> {
    let (mut found, mut start, mut escaped) = (Vec::new(), 0, false);
    for (place, byte) in line.bytes().enumerate() {
        if byte == b'|' && !escaped {
            found.push(Span::new(at + start, at + place));
            start = place + 1;
        }
        escaped = byte == b'\\' && !escaped;
    }
    found.push(Span::new(at + start, at + line.len()));
    found
}

/// Whether the delimiter row aligns the column to the right.
fn is_right(rule: &str) -> bool {
    let rule = rule.trim();
    rule.ends_with(':') && !rule.starts_with(':')
}

#[cfg(test)]
mod tests {
    use super::align;
    use crate::text::Span;

    /// A table as it is shown.
    fn set(text: &str) -> String {
        let mut pads = Vec::new();
        align(text, Span::new(0, text.len()), &mut pads);
        let mut set = text.to_owned();
        for pad in pads.iter().rev() {
            set.insert_str(pad.place, &" ".repeat(pad.cells));
        }
        set
    }

    #[test]
    fn columns_stand_below_each_other() {
        assert_eq!(
            set("| a | fare |\n|---|---:|\n| Lunn | 4 |\n| 渡 | 12 |\n"),
            "| a    | fare |\n|---   |  ---:|\n| Lunn |    4 |\n| 渡   |   12 |\n"
        );
        assert_eq!(set("a|b\n-|-\nlong|x\n"), "a   |b\n-   |-\nlong|x\n");
        assert_eq!(set("| a \\| b | c |\n|---|---|\n| d | e |\n"), "| a \\| b | c |\n|---     |---|\n| d      | e |\n");
        let even = "| a | b |\n|---|---|\n";
        assert_eq!(set(even), even);
    }
}
