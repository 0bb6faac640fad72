//! A diff as one HTML page that needs nothing else.

use super::Reported;
use super::blocks::{Block, blocks};
use super::diff::{Writing, heading, hunks, opening_words, stat};
use super::escape::html as escaped;
use super::html::page;
use super::marked::{Marks, Tone, around, tones};
use crate::collate::Fate;

/// Writes what changed from the left version to the right one, paragraph by paragraph. Paragraphs count from 1.
pub fn diff_html(reported: &Reported<'_>, writing: &Writing) -> String {
    let blocks = blocks(reported);
    let names = writing.names.as_ref().map(|name| escaped(name));
    let title = format!("{} and {}", names.left, names.right);
    let mut out = page(&title, "What changed");
    out.push_str("<ul class=\"legend\" aria-label=\"What the marks mean\">\n");
    out.push_str(
        "<li><del>words</del> only in the old version</li>\n<li><ins>words</ins> only in the new one</li>\n</ul>\n",
    );
    out.push_str(&format!(
        "</header>\n<main>\n<p class=\"figures\">{}</p>\n",
        escaped(stat(reported, writing).trim_end())
    ));
    for hunk in hunks(&blocks, writing.context) {
        out.push_str("<section class=\"hunk\">\n");
        blocks[hunk].iter().for_each(|block| out.push_str(&section(reported, block)));
        out.push_str("</section>\n");
    }
    out.push_str("</main>\n</body>\n</html>\n");
    out
}

fn section(reported: &Reported<'_>, block: &Block) -> String {
    let heading = match block.fate {
        Fate::Same => String::new(),
        _ => format!("<h3>{}</h3>\n", escaped(&heading(reported.collation, block))),
    };
    format!("{heading}<p>{}</p>\n", said(block))
}

fn said(block: &Block) -> String {
    let marks = match block.fate {
        Fate::Gone => return escaped(&opening_words(block)),
        Fate::Moved => Marks::Inside,
        _ => Marks::Words,
    };
    let each = tones(&block.pieces, marks).into_iter().map(|(tone, text)| match tone {
        Tone::Old => around("<del>", &escaped(&text), "</del>"),
        Tone::New => around("<ins>", &escaped(&text), "</ins>"),
        Tone::OldMark => around("<del class=\"mark\">", &escaped(&text), "</del>"),
        Tone::NewMark => around("<ins class=\"mark\">", &escaped(&text), "</ins>"),
        _ => escaped(&text),
    });
    each.collect::<String>().trim().to_owned()
}
