//! Wraps the lines of a report for a terminal, with hanging indents.

use crate::page::glyphs;
use crate::text::Span;

/// The least cells for text; a narrower terminal wraps by itself.
const LEAST: usize = 24;
/// Cells of the marks before a text.
const MARKS: usize = 3;
/// Digits of a number in a list.
const DIGITS: usize = 2;
/// The indent of wrapped lines that have no margin of their own.
const STEP: usize = 2;

/// Wraps the lines of a text, if they have a width.
pub(super) fn all_hung(text: &str, width: Option<usize>) -> String {
    let Some(width) = width else { return text.to_owned() };
    text.split_inclusive('\n').map(|line| hung(line, width)).collect()
}

/// Wraps a line between words; keeps its line end.
pub(super) fn hung(line: &str, width: usize) -> String {
    let said = line.trim_end_matches(['\r', '\n']);
    let end = line.get(said.len()..).unwrap_or_default();
    if cells(said) <= width {
        return line.to_owned();
    }
    let start = margin(said, width / 2);
    let hang = cells(said.get(..start).unwrap_or_default());
    // Below a text that begins too far right there would be no room.
    let hang = if start == 0 || width < hang + LEAST { STEP } else { hang };
    if width < hang + LEAST {
        return line.to_owned();
    }
    let (before, rest) = said.split_at(start);
    let (mut out, mut used, mut blank) = (before.to_owned(), cells(before), true);
    for word in words(rest) {
        let wide = cells(word);
        if !blank && used + 1 + wide > width {
            out.push('\n');
            out.push_str(&" ".repeat(hang));
            (used, blank) = (hang, true);
        }
        if !blank {
            out.push(' ');
            used += 1;
        }
        out.push_str(word);
        used += wide;
        blank = false;
    }
    out + end
}

/// The words of a text, between single spaces; a percent sign is of one word with its number.
fn words(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut start = 0;
    for (at, _) in text.match_indices(' ') {
        let is_number = text.get(start..at).is_some_and(|word| word.ends_with(|c: char| c.is_ascii_digit()));
        if !(is_number && text.get(at + 1..).is_some_and(|rest| rest.starts_with('%'))) {
            found.extend(text.get(start..at));
            start = at + 1;
        }
    }
    found.extend(text.get(start..));
    found
}

/// Finds where the text of a line begins: after the last gap of two spaces in its first cells, else after its indent.
fn margin(line: &str, most: usize) -> usize {
    let indent = line.len() - line.trim_start_matches(' ').len();
    let rest = line.get(indent..).unwrap_or_default();
    let first = first_word(rest);
    // A line of marks has its text after them, and so has a line of a numbered list.
    let numbered = (1..=DIGITS).contains(&first.len()) && is_number(first);
    let paragraph = ["¶", "p."].iter().any(|sign| first.strip_prefix(sign).is_some_and(is_number));
    let numbered = paragraph || numbered && !rest.get(first.len()..).unwrap_or_default().starts_with(" %");
    let indent = if is_marks(first) || numbered { indent + first.len() + 1 } else { indent };
    let gaps = line.match_indices("  ").map(|(at, gap)| at + gap.len());
    let ends = gaps.map(|at| line.len() - line.get(at..).unwrap_or_default().trim_start_matches(' ').len());
    // A mark after a gap is explained behind it, or stands in a row of marks.
    let texts = ends.filter(|at| line.get(*at..).is_some_and(|rest| !rest.is_empty() && !is_marks(first_word(rest))));
    texts.take_while(|at| cells(line.get(..*at).unwrap_or_default()) <= most).last().unwrap_or(indent).max(indent)
}

fn first_word(text: &str) -> &str {
    text.split(' ').next().unwrap_or_default()
}

fn is_number(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether a word is marks of a report; in ASCII, what is moved has an x behind another mark.
fn is_marks(word: &str) -> bool {
    let marks = word.strip_suffix('x').unwrap_or(word);
    !marks.is_empty() && cells(word) <= MARKS && !marks.contains(char::is_alphanumeric)
}

fn cells(text: &str) -> usize {
    glyphs(text, Span::new(0, text.len())).map(|glyph| glyph.width).sum()
}

#[cfg(test)]
mod tests {
    use super::hung;

    #[test]
    fn the_rest_of_a_line_goes_on_below_its_text() {
        let line = "  ~  the council agreed on Tuesday to close the northern quay for a year\n";
        assert_eq!(hung(line, 40), "  ~  the council agreed on Tuesday to\n     close the northern quay for a year\n");
        assert_eq!(hung(line, 80), line);
        let moved = "  ~⇄ the council agreed on Tuesday to close the northern quay for a year\n";
        assert_eq!(hung(moved, 40), "  ~⇄ the council agreed on Tuesday to\n     close the northern quay for a year\n");
        let flat = "16 % of a's words are in another article that was opened";
        assert_eq!(hung(flat, 40), "16 % of a's words are in another article\n  that was opened");
    }

    #[test]
    fn numbered_lines_and_legends_go_on_below_their_text() {
        let title = "  1 Council agrees to close the northern quay for a year";
        assert_eq!(hung(title, 40), "  1 Council agrees to close the northern\n    quay for a year");
        let placed = "  ¶12 “We have bought the handsomest front door on the coast,” he said";
        let wrapped = "  ¶12 “We have bought the handsomest front\n      door on the coast,” he said";
        assert_eq!(hung(placed, 42), wrapped);
        let moved = "  =x the council agreed on Tuesday to close the northern quay";
        assert_eq!(hung(moved, 40), "  =x the council agreed on Tuesday to\n     close the northern quay");
        let row = "     │  ≈  ·   the council agreed on Tuesday to close it";
        assert_eq!(hung(row, 40), "     │  ≈  ·   the council agreed on\n               Tuesday to close it");
        let legend = "│ the same words  ~ edited  ≈ reworded  ⇄ out of order  ● unmatched  ○ a weak match only";
        let wrapped = "│ the same words  ~ edited  ≈ reworded  ⇄ out of order  ● unmatched  ○ a weak\n  match only";
        assert_eq!(hung(legend, 78), wrapped);
    }

    #[test]
    fn where_there_is_no_room_below_the_text_words_still_stay_whole() {
        let row = "     1       2   90 %    90 %  1        Council agrees to close the quay";
        let said = hung(row, 40);
        assert!(said.lines().count() == 2 && said.ends_with("\n  Council agrees to close the quay"), "{said}");
    }

    #[test]
    fn a_percentage_is_not_torn() {
        let line = "75 % of a's words are in b: 11 % verbatim, 2 % reworded";
        assert_eq!(hung(line, 30), "75 % of a's words are in b:\n  11 % verbatim, 2 % reworded");
        assert_eq!(hung(line, 45), "75 % of a's words are in b: 11 % verbatim,\n  2 % reworded");
    }

    #[test]
    fn no_character_is_lost() {
        let line =
            "     ●  ·   渡し船 and a-word-that-is-longer-than-all-of-the-line-that-it-stands-in, then  two spaces";
        for width in 0..90 {
            let plain = |text: &str| text.replace(['\n', ' '], "");
            assert_eq!(plain(&hung(line, width)), plain(line), "{width}");
        }
    }
}
