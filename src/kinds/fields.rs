//! The fields of records: the keys of title, text, date and so on.

use super::meta::{Meta, host, is_day};
use super::reading::Fields;

/// Common keys of the text, the most specific first: trafilatura, news-please, fundus, CC-News and RealNews, NINJS, schema.org.
pub const TEXTS: &[&str] = &[
    "text",
    "maintext",
    "plaintext",
    "articleBody",
    "article_body",
    "body_text",
    "bodytext",
    "body",
    "content",
    "article",
    "fulltext",
    "full_text",
    "raw_text",
    "body_xhtml",
    "body_html",
    "story",
    "excerpt",
];
const TITLES: &[&str] = &["title", "headline", "name"];
const OUTLETS: &[&str] = &[
    "sitename",
    "outlet",
    "publisher",
    "publication",
    "newspaper",
    "site_name",
    "site",
    "source_domain",
    "source-hostname",
    "hostname",
    "domain",
    "infosource",
    "source",
];
const ADDRESSES: &[&str] = &["url", "source_url", "canonical_url", "link", "address", "source", "uri"];
const DATES: &[&str] = &[
    "date",
    "date_publish",
    "publishing_date",
    "publish_date",
    "published",
    "datePublished",
    "date_published",
    "pubdate",
    "published_at",
    "publication_date",
    "versioncreated",
    "created",
    "timestamp",
];
const BYLINES: &[&str] = &["author", "authors", "byline", "by"];
/// The keys under which a record may have one of its parts.
pub fn known(field: &str) -> &'static [&'static str] {
    match field {
        "text" => TEXTS,
        "title" => TITLES,
        "source" => OUTLETS,
        "address" => ADDRESSES,
        "date" => DATES,
        _ => BYLINES,
    }
}

/// Returns the usual spelling of a key that differs only in case.
pub fn field_spelled(name: &str) -> &str {
    let all = [TEXTS, TITLES, OUTLETS, ADDRESSES, DATES, BYLINES].into_iter().flatten();
    all.copied().find(|known| known.eq_ignore_ascii_case(name)).unwrap_or(name)
}

/// Returns that the text field is unknown.
pub fn unknown<'k>(fields: &Fields, keys: impl Iterator<Item = &'k str>) -> String {
    const SHOWN: usize = 12;
    let mut keys: Vec<&str> = keys.collect();
    let more = keys.len().saturating_sub(SHOWN);
    keys.truncate(SHOWN);
    let more = if more > 0 { format!(" and {more} more") } else { String::new() };
    let keys = keys.join(", ");
    match &fields.text {
        Some(named) => format!("has no \"{named}\"; it has {keys}{more}"),
        None => format!("has no known text field; name it with --field text=KEY (fields: {keys}{more})"),
    }
}

/// Collects the metadata of a record; `read` returns the value of a key.
pub fn gather_meta(fields: &Fields, read: &dyn Fn(&str) -> Option<String>) -> Meta {
    let find = |named: &Option<String>, keys: &[&str]| match named {
        Some(named) => read(named),
        None => keys.iter().find_map(|key| read(key)),
    };
    let address = ADDRESSES.iter().find_map(|key| read(key).filter(|it| host(it).is_some()));
    let outlet = match &fields.source {
        Some(named) => read(named),
        None => OUTLETS.iter().find_map(|key| read(key).filter(|it| host(it).is_none())),
    };
    let outlet =
        outlet.map(|it| host(&it).map(str::to_owned).unwrap_or(it)).map(|it| it.trim_start_matches("www.").to_owned());
    let date =
        find(&fields.date, DATES).map(|it| if is_day(&it) { it.get(..10).unwrap_or(&it).to_owned() } else { it });
    let title = find(&fields.title, TITLES);
    Meta { title, outlet, date, byline: find(&None, BYLINES), address }
}
