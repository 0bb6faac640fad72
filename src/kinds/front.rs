//! Front matter: metadata between two fences at the start of a text.

use super::meta::{Meta, host, line};

/// The most lines of a file's metadata.
const MOST_LINES: usize = 60;

/// Keys of the source in a file's metadata, the most specific first.
const OUTLETS: &[&str] = &["source", "publisher", "publication", "outlet", "site_name", "site", "website"];

/// Keys of the address, whose host is the source if nothing else names it.
const ADDRESSES: &[&str] = &["canonical_url", "canonical", "source_url", "original_url", "url", "link", "permalink"];

const DATES: &[&str] = &["date", "published", "publish_date", "date_published", "pubdate", "published_at", "created"];

const BYLINES: &[&str] = &["author", "authors", "byline", "by"];

const TITLES: &[&str] = &["title", "headline"];

/// Returns the metadata block at the head of a text, and where the text begins after it: `source: NAME` between two lines of `---` or
/// `+++`.
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
        // There may be prose between two horizontal rules.
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
