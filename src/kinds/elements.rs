//! XML elements of news and editions, and entities.

/// Roots of documents that hold articles.
pub const ROOTS: &[&str] = &[
    "tei",
    "teicorpus",
    "nitf",
    "newsitem",
    "newsmessage",
    "packageitem",
    "alto",
    "article",
    "html",
    "text",
    "book",
    "doc",
];
/// Elements with metadata and no text.
pub const HEADS: &[&str] = &[
    "teiheader",
    "itemmeta",
    "contentmeta",
    "catalogref",
    "rightsinfo",
    "header",
    "description",
    "styles",
    "partmeta",
    "assert",
    "sourcedesc",
    "docdata",
    "ref-list",
];
/// Elements that do not separate text.
pub const INLINE: &[&str] = &[
    "hi",
    "emph",
    "ref",
    "name",
    "persname",
    "placename",
    "orgname",
    "rs",
    "date",
    "time",
    "foreign",
    "q",
    "w",
    "c",
    "pc",
    "seg",
    "num",
    "choice",
    "corr",
    "reg",
    "del",
    "orig",
    "sic",
    "add",
    "supplied",
    "unclear",
    "gap",
    "i",
    "b",
    "em",
    "strong",
    "a",
    "span",
    "person",
    "org",
    "location",
    "chron",
    "event",
    "function",
    "money",
    "virtloc",
    "u",
    "sup",
    "sub",
    "italic",
    "bold",
    "xref",
    "ext-link",
    "term",
    "abbr",
    "expan",
    "ex",
    "lb",
    "pb",
    "cb",
    "milestone",
    "anchor",
    "string",
    "sp",
    "hyp",
    "city",
    "country",
    "state",
    "region",
    "measure",
];
/// Elements whose text is left out.
pub const SKIPPED: &[&str] = &["fw", "figdesc", "script", "style", "media-metadata", "del"];
/// Returns the character of an entity. Entities that a document defines itself are not expanded.
pub fn meant(name: &str) -> String {
    let number = |digits: &str, base| u32::from_str_radix(digits, base).ok().and_then(char::from_u32);
    let c = match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        "nbsp" => Some('\u{a0}'),
        "mdash" => Some('—'),
        "ndash" => Some('–'),
        "rsquo" => Some('’'),
        "lsquo" => Some('‘'),
        "rdquo" => Some('”'),
        "ldquo" => Some('“'),
        "hellip" => Some('…'),
        name => match name.strip_prefix('#') {
            Some(digits) => digits.strip_prefix(['x', 'X']).map_or_else(|| number(digits, 10), |hex| number(hex, 16)),
            None => None,
        },
    };
    c.map_or_else(|| format!("&{name};"), String::from)
}

/// Returns a value with its entities decoded.
pub fn unentitied(value: &str) -> String {
    let mut out = String::new();
    let mut rest = value;
    while let Some((before, after)) = rest.split_once('&') {
        out.push_str(before);
        let Some((name, behind)) = after.split_once(';').filter(|(name, _)| name.len() < 12) else {
            out.push('&');
            rest = after;
            continue;
        };
        out.push_str(&meant(name));
        rest = behind;
    }
    out + rest
}
