//! The metadata of an article in JSON.

use serde::Serialize;

use crate::article::Article;
use crate::text::sha256;

/// The metadata of an article, and the text to which offsets refer.
#[derive(Serialize)]
pub(super) struct KnownJson<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    outlet: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    byline: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    address: Option<&'a str>,
    /// `file` or `extracted`.
    text: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    sha256: Option<String>,
}

/// Returns the metadata of an article for JSON.
pub(super) fn known_json(article: &Article) -> KnownJson<'_> {
    let meta = &article.meta;
    KnownJson {
        title: meta.title.as_deref(),
        outlet: meta.outlet.as_deref(),
        date: meta.date.as_deref(),
        byline: meta.byline.as_deref(),
        address: meta.address.as_deref(),
        text: if article.extracted { "extracted" } else { "file" },
        sha256: article.extracted.then(|| sha256(article.text.as_bytes())),
    }
}
