//! Reads plain text and Markdown as they are, with a title if there is one.

use super::decode::Decoded;
use super::front::front;
use super::meta::{Meta, line};
use super::reading::Reading;
use super::typesetting;

/// The most words of a title, and bytes of its line.
const TITLE: (usize, usize) = (24, 200);

/// Lines with text below a title, one of which is clearly longer.
const HEAD: usize = 6;

/// Reads Markdown: the text is unchanged; how it is shown is described separately.
pub fn markdown(decoded: Decoded) -> Reading {
    let (told, from) = front(&decoded.text);
    let heading = || {
        let body = decoded.text.get(from..).unwrap_or_default();
        body.lines().take(40).find_map(|it| it.strip_prefix("# ")).and_then(|it| line(it.trim_end_matches('#')))
    };
    let title = told.title.clone().or_else(heading);
    let typeset = typesetting::markdown(&decoded.text, from);
    Reading { typeset, ..Reading::own(decoded, from, Meta { title, ..told }) }
}

/// Reads plain text.
pub fn plain(decoded: Decoded) -> Reading {
    let (told, from) = front(&decoded.text);
    let title = told.title.clone().or_else(|| title(decoded.text.get(from..).unwrap_or_default()));
    Reading::own(decoded, from, Meta { title, ..told })
}

/// Returns the title at the start of a plain text: a short first line without a full stop, followed by a blank or longer line.
fn title(text: &str) -> Option<String> {
    let mut lines = text.lines().skip_while(|row| row.trim().is_empty());
    let first = lines.next()?;
    let next = lines.next()?;
    let blank = next.trim().is_empty();
    let rest = if blank { lines.find(|row| !row.trim().is_empty())? } else { next };
    let title = first.trim();
    let words = title.split_whitespace().count();
    let marks = title.starts_with(['#', '>', '|', '-', '*', '+', '=', '<', '{', '[', '(', '@', '/']);
    let begins = title.starts_with(|c: char| !c.is_lowercase());
    let stops = title.ends_with(['.', ',', ';', ':', '-', '。', '，', '、', '؛']) || first.starts_with([' ', '\t']);
    // There may be a date, a byline or a caption between the title and the text.
    let mut below = std::iter::once(rest).chain(lines.filter(|row| !row.trim().is_empty())).take(HEAD);
    let clearly = |row: &str| row.len() * 2 >= title.len() * 3;
    let longer = clearly(rest) || (blank && (rest.len() > title.len() || below.any(clearly)));
    let told = words <= TITLE.0 && title.len() <= TITLE.1 && begins && !marks && !stops && longer;
    if told { line(title) } else { None }
}
