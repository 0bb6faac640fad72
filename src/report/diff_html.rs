//! A diff as a self-contained HTML page.

use super::Reported;
use super::blocks::{Block, blocks};
use super::diff::{Writing, heading, hunks, opening_words, stat};
use super::escape::html as escaped;
use super::html::page;
use super::marked::{around, letters};
use crate::article::ParagraphId;
use crate::collate::Fate;
use crate::page::{Ink, Piece, both_names, run_together};
use crate::text::{Pair, Span, plural};

/// The legend: how the page writes something, the mark, and what it means.
const LEGEND: [(&str, &str, &str); 7] = [
    ("<del>", "<del>words</del>", "removed"),
    ("<ins>", "<ins>words</ins>", "added"),
    ("</b>", "<ins>wor<b>d</b>s</ins>", "the letters that differ"),
    (" class=\"mark\">", "<ins class=\"mark\">words</ins>", "thin: punctuation, case or the number of an item"),
    (
        "<p dir=\"auto\" class=\"moved\">",
        "<span class=\"moved\">words</span>",
        "a paragraph that moved, here or to where its heading says",
    ),
    ("class=\"came\"", "<span class=\"came\" data-at=\"¶3\">words</span>", "moved here, from ¶3 of the old version"),
    ("class=\"went\"", "<span class=\"went\" data-at=\"¶9\">words</span>", "moved away, to ¶9 of the new one"),
];

/// Writes what changed from the left version to the right one, paragraph by paragraph. Paragraphs count from 1.
pub fn diff_html(reported: &Reported<'_>, writing: &Writing) -> String {
    let names = writing.names.as_ref().map(|name| escaped(name));
    let body = changes(reported, writing);
    let mut out = head(&format!("{} and {}", names.left, names.right), &body);
    out.push_str(&figures(reported, writing));
    out.push_str("</header>\n<main>\n");
    out.push_str(&body);
    out.push_str(END);
    out
}

/// A file of two folders that differs.
#[derive(Debug)]
pub enum DiffedFile<'a> {
    /// Texts, and how their differences are written.
    Texts(Reported<'a>, Writing),
    /// Not text; with the names of both, safe to print.
    Binary(Pair<String>),
}

/// Writes what changed in several files, one after another, on one page.
pub fn diffs_html(files: &[DiffedFile<'_>]) -> String {
    let mut body = String::new();
    for file in files {
        let names = match file {
            DiffedFile::Texts(_, writing) => &writing.names,
            DiffedFile::Binary(names) => names,
        };
        body.push_str(&format!("<h2>{}</h2>\n", escaped(&both_names(names.as_ref().map(String::as_str)))));
        match file {
            DiffedFile::Texts(reported, writing) => {
                body.push_str(&figures(reported, writing));
                body.push_str(&changes(reported, writing));
            }
            DiffedFile::Binary(_) => body.push_str("<p class=\"figures\">Binary files differ</p>\n"),
        }
    }
    let mut out = head("What changed", &body);
    out.push_str("</header>\n<main>\n");
    out.push_str(&body);
    out.push_str(END);
    out
}

const END: &str = "</main>\n</body>\n</html>\n";

/// Writes the beginning of a page with the legend of what its body has; `title` is escaped already.
fn head(title: &str, body: &str) -> String {
    let mut out = page(title, "What changed");
    let lines: String = LEGEND
        .iter()
        .filter(|(written, ..)| body.contains(written))
        .map(|(_, sample, meaning)| format!("<li>{sample} {meaning}</li>\n"))
        .collect();
    if !lines.is_empty() {
        out.push_str(&format!("<ul class=\"legend\" aria-label=\"What the marks mean\">\n{lines}</ul>\n"));
    }
    out
}

fn figures(reported: &Reported<'_>, writing: &Writing) -> String {
    format!("<p class=\"figures\">{}</p>\n", escaped(stat(reported, writing).trim_end()))
}

fn changes(reported: &Reported<'_>, writing: &Writing) -> String {
    let blocks = blocks(reported);
    let mut out = String::new();
    let mut shown = 0;
    let hunks = hunks(&blocks, writing.context);
    if hunks.is_empty() {
        return out;
    }
    for hunk in hunks {
        out.push_str(&skipped(&blocks[shown..hunk.start]));
        shown = hunk.end;
        out.push_str("<section class=\"hunk\">\n");
        blocks[hunk].iter().for_each(|block| out.push_str(&section(reported, block)));
        out.push_str("</section>\n");
    }
    out + &skipped(&blocks[shown..])
}

/// Says how many paragraphs are left out.
fn skipped(blocks: &[Block]) -> String {
    match blocks.iter().map(|block| block.paragraph_ids.right.len()).sum() {
        0 => String::new(),
        count => format!("<p class=\"skipped\">{} without changes</p>\n", plural(count, "paragraph")),
    }
}

fn section(reported: &Reported<'_>, block: &Block) -> String {
    let moved = if matches!(block.fate, Fate::Moved | Fate::Gone) { " class=\"moved\"" } else { "" };
    let mark = if moved.is_empty() { "" } else { "⇄ " };
    let heading = match block.fate {
        Fate::Same => String::new(),
        _ => format!("<h3{moved}>{mark}{}</h3>\n", escaped(&heading(reported.collation, block))),
    };
    format!("<div class=\"band\">\n{heading}<p dir=\"auto\"{moved}>{}</p>\n</div>\n", opening_of(block))
}

fn opening_of(block: &Block) -> String {
    if block.fate == Fate::Gone {
        return escaped(&opening_words(block));
    }
    let came = |piece: &Piece| piece.moved.filter(|_| piece.ink != Ink::Went && block.fate != Fate::Moved);
    let mut out = String::new();
    for together in block.pieces.chunk_by(|a, b| came(a) == came(b)) {
        let text = changed(together);
        match together.first().and_then(came) {
            Some(from) => out.push_str(&moved("came", from, &text)),
            None => out.push_str(&text),
        }
    }
    out.trim().to_owned()
}

/// Writes the changes, with a space between old words and those that replace them.
fn changed(pieces: &[Piece]) -> String {
    let mut out = String::new();
    let mut old = String::new();
    let mut at = 0;
    for alike in pieces.chunk_by(|a, b| a.ink == b.ink && (a.ink != Ink::Went || a.moved == b.moved)) {
        let (text, Some(first)) = (alike.iter().map(|piece| piece.text.as_str()).collect::<String>(), alike.first())
        else {
            continue;
        };
        let apart = (alike.len() == 1).then(|| letters(pieces, at)).flatten();
        at += alike.len();
        let safe = apart.map_or_else(|| escaped(&text), |apart| lettered(&text, &apart));
        match first.ink {
            Ink::Old => out.push_str(&around("<del>", &safe, "</del>")),
            Ink::OldMark => out.push_str(&around("<del class=\"mark\">", &safe, "</del>")),
            Ink::New | Ink::NewMark => {
                out.push_str(if run_together(&old, &text) { " " } else { "" });
                let open = if first.ink == Ink::New { "<ins>" } else { "<ins class=\"mark\">" };
                out.push_str(&around(open, &safe, "</ins>"));
            }
            Ink::Went => out.push_str(&moved("went", first.moved.unwrap_or_default(), &safe)),
            _ => out.push_str(&safe),
        }
        old = if matches!(first.ink, Ink::Old | Ink::OldMark) { text } else { String::new() };
    }
    out
}

/// Writes a changed word with its differing letters marked.
fn lettered(word: &str, apart: &[Span]) -> String {
    let mut out = String::new();
    let mut from = 0;
    for span in apart {
        out.push_str(&escaped(&word[from..span.start()]));
        out.push_str(&format!("<b>{}</b>", escaped(span.of(word))));
        from = span.end();
    }
    out + &escaped(&word[from..])
}

fn moved(way: &str, paragraph_id: ParagraphId, text: &str) -> String {
    let number = paragraph_id.0 + 1;
    let title = if way == "came" { "moved from" } else { "moved to" };
    around(&format!("<span class=\"{way}\" data-at=\"¶{number}\" title=\"{title} ¶{number}\">"), text, "</span>")
}
