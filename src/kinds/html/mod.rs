//! Reads HTML: the article of a page, its furniture and its metadata.
//!
//! `page` splits the text where a browser would, `page_meta` reads what the page says about itself, `features` turns what is known of each
//! block into numbers, and `choose` decides with trees that were fitted to real pages (`forest`) whether it belongs to the article. Nothing
//! is dropped: what surely belongs to the page is hidden as by a rule, and the reader decides about the rest.

mod choose;
mod features;
mod forest;
mod landmarks;
mod letters;
mod page;
mod page_meta;
mod walk;
mod words;

#[cfg(test)]
mod html_tests;

use dom_query::Document;
use encoding_rs::Encoding;

use super::decode::Decoded;
use super::kind::Kind;
use super::meta::Meta;
use super::reading::{Furniture, Part, Reading, Refused, remarks};
use super::setting::{PieceKind, set};
pub use choose::among;
pub use features::features;
pub use letters::Features;
pub use page::{Block as PageBlock, Page, Tag};
pub use page_meta::{PageMeta, page_meta};
pub use walk::page;

/// The longest page that is read, in bytes: many times the longest that people write.
const LONGEST: usize = 32 << 20;

/// Reads the article of a page.
///
/// # Errors
///
/// Says that the page is too long or contains no text.
pub fn article(decoded: &Decoded) -> Result<Reading, Refused> {
    if decoded.text.len() > LONGEST {
        return Err(Refused::new(Kind::Html, "is a web page of more than 32 MB; --as text shows its source"));
    }
    if decoded.text.contains("class=\"ocr_page\"") || decoded.text.contains("class='ocr_page'") {
        return whole(&decoded.text).ok_or_else(|| Refused::new(Kind::Html, "is a web page without text"));
    }
    let document = parsed(&decoded.text);
    let (page, told) = (page(&document), page_meta(&document));
    let furniture = choose::choose(&page, &told);
    let read =
        reading(&page, &furniture, told.meta).ok_or_else(|| Refused::new(Kind::Html, "is a web page without text"))?;
    Ok(Reading { remarks: remarks(decoded), ..read })
}

/// Reads HTML that is all article.
pub fn fragment(text: &str, meta: Meta) -> Option<Reading> {
    if text.len() > LONGEST {
        return None;
    }
    let page = page(&parsed(text));
    reading(&page, &vec![Furniture::No; page.blocks.len()], meta)
}

/// Reads a page that is all text, such as a scanned one.
pub fn whole(text: &str) -> Option<Reading> {
    fragment(text, Meta::default())
}

/// Whether a text has the markup of a page.
pub fn is_marked_up(text: &str) -> bool {
    let start = text.trim_start();
    start.starts_with('<')
        && ["</p>", "</div>", "<br", "</h", "</li>", "</body>"].iter().any(|mark| text.contains(mark))
}

/// Finds the encoding that a page declares.
pub fn charset(bytes: &[u8]) -> Option<&'static Encoding> {
    let start = String::from_utf8_lossy(bytes.get(..4096).unwrap_or(bytes)).to_ascii_lowercase();
    let (_, rest) = start.split_once("charset=")?;
    let rest = rest.trim_start_matches(['"', '\'', ' ']);
    let name = rest.split(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | ':'))).next()?;
    Encoding::for_label(name.as_bytes())
}

fn parsed(text: &str) -> Document {
    Document::from(shallow(text))
}

/// Nested elements from which on a page is taken for an attack: parsing elements that are closed late takes quadratic time.
const DEEPEST: usize = 1_500;

/// Removes elements of a page that are nested too deep; their text is kept.
fn shallow(text: &str) -> String {
    let (mut deep, mut deepest) = (0isize, 0isize);
    for (at, _) in text.match_indices('<') {
        match text.as_bytes().get(at + 1) {
            Some(b'/') => deep -= 1,
            Some(byte) if byte.is_ascii_alphabetic() && !is_void(&text[at + 1..]) => deep += 1,
            _ => {}
        }
        deepest = deepest.max(deep);
    }
    if deepest < DEEPEST as isize {
        return text.to_owned();
    }
    let (mut out, mut deep) = (String::with_capacity(text.len()), 0isize);
    for part in text.split_inclusive('>') {
        let Some((before, tag)) = part.rsplit_once('<') else {
            out.push_str(part);
            continue;
        };
        let opens = tag.starts_with(|c: char| c.is_ascii_alphabetic()) && !is_void(tag);
        let closes = tag.starts_with('/');
        deep = (deep + isize::from(opens) - isize::from(closes)).max(0);
        let keep = deep < DEEPEST as isize && !(closes && deep + 1 >= DEEPEST as isize);
        out.push_str(if keep { part } else { before });
    }
    out
}

fn is_void(tag: &str) -> bool {
    const VOID: &[&str] = &[
        "br", "img", "meta", "link", "input", "hr", "source", "wbr", "area", "col", "embed", "p", "li", "option", "td",
        "tr", "dt", "dd",
    ];
    let name = tag.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
    VOID.iter().any(|void| void.eq_ignore_ascii_case(name))
}

/// Joins the blocks of a page into a text.
fn reading(page: &Page, furniture: &[Furniture], meta: Meta) -> Option<Reading> {
    let (mut text, mut blocks) = (String::new(), Vec::with_capacity(page.blocks.len()));
    for (block, furniture) in page.blocks.iter().zip(furniture) {
        let part = match block.tag {
            Tag::Heading(_) => Part::Heading,
            Tag::Item | Tag::Term => Part::Item,
            Tag::Quote => Part::Quote,
            Tag::Caption => Part::Caption,
            Tag::Cell => Part::Cell,
            Tag::Verbatim => Part::Verbatim,
            Tag::Paragraph | Tag::Other => Part::Prose,
        };
        set(&mut text, &mut blocks, &block.text, PieceKind { part, furniture: *furniture });
    }
    (!blocks.is_empty()).then(|| Reading::extracted(text, blocks, meta))
}
