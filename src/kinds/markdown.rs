//! Texts that are read as they are: the metadata between two fences at their head, and a title where one can be told.

use super::decode::Decoded;
use super::meta::{Meta, host, line};
use super::reading::Reading;
use super::typeset;

/// The most lines of a file's metadata.
const MOST_LINES: usize = 60;
/// Words of a title at most, and bytes of its line.
const TITLE: (usize, usize) = (24, 200);

const TITLES: &[&str] = &["title", "headline"];
/// What a file that tells of its source calls it, the most telling first.
const OUTLETS: &[&str] = &["source", "publisher", "publication", "outlet", "site_name", "site", "website"];
/// Under which names it may tell its address, whose host is then the source.
const ADDRESSES: &[&str] = &["canonical_url", "canonical", "source_url", "original_url", "url", "link", "permalink"];
const DATES: &[&str] = &["date", "published", "publish_date", "date_published", "pubdate", "published_at", "created"];
const BYLINES: &[&str] = &["author", "authors", "byline", "by"];

/// Reads Markdown: its text stays as it is, and with it goes how it is set.
pub fn markdown(decoded: Decoded) -> Reading {
    let (told, from) = front(&decoded.text);
    let heading = || {
        let body = decoded.text.get(from..).unwrap_or_default();
        body.lines().take(40).find_map(|it| it.strip_prefix("# ")).and_then(|it| line(it.trim_end_matches('#')))
    };
    let title = told.title.clone().or_else(heading);
    let typeset = typeset::markdown(&decoded.text, from);
    Reading { typeset, ..Reading::own(decoded, from, Meta { title, ..told }) }
}

/// Reads plain text.
pub fn plain(decoded: Decoded) -> Reading {
    let (told, from) = front(&decoded.text);
    let title = told.title.clone().or_else(|| title(decoded.text.get(from..).unwrap_or_default()));
    Reading::own(decoded, from, Meta { title, ..told })
}

/// Gives what a block of metadata at the head of a text says, and where the text goes on behind it: `source: NAME` between two lines of
/// `---` or `+++`.
pub fn front(text: &str) -> (Meta, usize) {
    let mut lines = text.split_inclusive('\n');
    let first = lines.next().unwrap_or_default();
    let fence = first.trim();
    if !matches!(fence, "---" | "+++") {
        return (Meta::default(), 0);
    }
    let mut from = first.len();
    let mut block: Vec<&str> = Vec::new();
    for row in lines.take(MOST_LINES) {
        from += row.len();
        let end = row.trim() == fence || (fence == "---" && row.trim() == "...");
        if end {
            return if block.iter().any(|row| pair(row).is_some()) {
                (meta(&block), from)
            } else {
                (Meta::default(), 0)
            };
        }
        // Between two rules there may be prose.
        if !row.trim().is_empty() && !row.starts_with([' ', '\t', '-', '#', '[', ']']) && pair(row).is_none() {
            return (Meta::default(), 0);
        }
        block.push(row);
    }
    (Meta::default(), 0)
}

fn pair(row: &str) -> Option<(&str, &str)> {
    let (name, value) = row.split_once([':', '='])?;
    let named = name.trim().chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | '"'));
    (named && !name.trim().is_empty()).then_some((name.trim().trim_matches('"'), value.trim()))
}

fn meta(block: &[&str]) -> Meta {
    let value = |key: &str| {
        block.iter().find_map(|row| {
            let (name, value) = pair(row)?;
            let value = value.trim_matches(['"', '\'', '[', ']']).trim();
            name.eq_ignore_ascii_case(key).then(|| line(value))?
        })
    };
    let first = |keys: &[&str]| keys.iter().find_map(|key| value(key));
    let address = first(ADDRESSES).filter(|it| host(it).is_some());
    let outlet = first(OUTLETS).map(|it| host(&it).map(str::to_owned).unwrap_or(it));
    Meta { title: first(TITLES), outlet, date: first(DATES), byline: first(BYLINES), address }
}

/// Gives the title that a plain text begins with: a short first line without a full stop, with a blank line or a longer one behind it.
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
    let longer = rest.len() * 2 >= title.len() * 3 || (blank && rest.len() > title.len());
    let told = words <= TITLE.0 && title.len() <= TITLE.1 && begins && !marks && !stops && longer;
    if told { line(title) } else { None }
}
