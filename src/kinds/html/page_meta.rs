//! Metadata of a page: JSON-LD, Open Graph and other `meta` elements, `time`, and the address.

use dom_query::{Document, NodeRef};
use dom_smoothie::Readability;
use serde_json::Value;

use super::super::meta::{Meta, host, is_day, line};
use super::walk::page;

/// What a page says about its article.
#[derive(Clone, Debug, Default)]
pub struct PageMeta {
    /// The metadata that every kind of file has.
    pub meta: Meta,
    /// The text of the article, if the page provides it for machines.
    pub body: String,
    /// The blocks that the rules of Readability select.
    pub taken: Vec<String>,
}

/// Reads what a page says about its article.
pub fn page_meta(document: &Document) -> PageMeta {
    let data = Data::of(document);
    let metas = Metas::of(document);
    let address = link(document, "link[rel='canonical']").or_else(|| metas.first(&["og:url", "twitter:url"]));
    let address = address.filter(|it| host(it).is_some());
    let title = data.title.clone().or_else(|| metas.first(TITLES)).or_else(|| heading(document));
    let outlet = data.outlet.clone().filter(|it| host(it).is_none()).or_else(|| metas.first(OUTLETS));
    let date = data.date.clone().or_else(|| metas.first(DATES)).or_else(|| time(document));
    let date = date.or_else(|| address.as_deref().and_then(day_in));
    let named = |it: &String| host(it).is_none() && !it.starts_with("//");
    let byline =
        data.byline.clone().or_else(|| metas.all(AUTHORS).into_iter().find(named)).or_else(|| author(document));
    PageMeta {
        meta: Meta { title, outlet, date: date.map(plain_day), byline, address },
        body: data.body,
        taken: taken(document),
    }
}

/// Nodes of a page from which on the rules of Readability are not applied, because they may go through it several times.
const LARGE: usize = 60_000;

/// Returns the blocks that the rules of Readability select.
fn taken(document: &Document) -> Vec<String> {
    if document.root().descendants_it().take(LARGE).count() == LARGE {
        return Vec::new();
    }
    let article = Readability::with_document(document.clone(), None, None).and_then(|mut reader| reader.parse());
    let blocks = |content: &str| page(&Document::from(content)).blocks.into_iter().map(|block| block.text).collect();
    article.map(|article| blocks(&article.content)).unwrap_or_default()
}

const TITLES: &[&str] =
    &["og:title", "twitter:title", "parsely-title", "citation_title", "dc.title", "dcterms.title", "sailthru.title"];
const OUTLETS: &[&str] = &["og:site_name", "citation_journal_title", "dc.publisher", "publisher", "application-name"];
const DATES: &[&str] = &[
    "article:published_time",
    "article:published",
    "og:published_time",
    "datepublished",
    "date",
    "dc.date",
    "dc.date.issued",
    "dcterms.date",
    "dcterms.created",
    "pubdate",
    "publishdate",
    "publish-date",
    "publish_date",
    "publication_date",
    "parsely-pub-date",
    "sailthru.date",
    "citation_publication_date",
    "citation_date",
    "originalpublicationdate",
    "ptime",
    "cxenseparse:recs:publishtime",
];
const AUTHORS: &[&str] = &[
    "author",
    "article:author",
    "parsely-author",
    "sailthru.author",
    "byl",
    "dc.creator",
    "dcterms.creator",
    "citation_author",
    "twitter:data1",
];

/// Returns the `meta` elements of a page.
struct Metas(Vec<(String, String)>);

impl Metas {
    fn of(document: &Document) -> Self {
        let read = |node: NodeRef<'_>| {
            let name = ["property", "name", "itemprop"].iter().find_map(|key| node.attr(key))?;
            Some((name.trim().to_lowercase(), line(&node.attr("content")?)?))
        };
        let found =
            document.try_select("meta").map(|found| found.nodes().iter().copied().filter_map(read).take(500).collect());
        Self(found.unwrap_or_default())
    }

    fn first(&self, names: &[&str]) -> Option<String> {
        self.all(names).into_iter().next()
    }

    /// Returns the values of `names`, in their order.
    fn all(&self, names: &[&str]) -> Vec<String> {
        let under = |name: &&str| {
            self.0.iter().filter(|(key, _)| key == *name).map(|(_, value)| value.clone()).collect::<Vec<_>>()
        };
        names.iter().filter(|name| **name != "twitter:data1" || self.labelled()).flat_map(under).collect()
    }

    /// Whether the first label of a card names the author.
    fn labelled(&self) -> bool {
        self.0.iter().any(|(key, value)| key == "twitter:label1" && value.to_lowercase().contains("by"))
    }
}

fn link(document: &Document, selector: &str) -> Option<String> {
    document.try_select(selector).and_then(|found| found.attr("href")).and_then(|it| line(&it))
}

/// Returns the only first-rank heading, else the title of the page without the name of its site.
fn heading(document: &Document) -> Option<String> {
    let headings = document.try_select("h1").map(|found| found.nodes().to_vec()).unwrap_or_default();
    if let [only] = headings.as_slice()
        && let Some(text) = line(&only.text())
    {
        return Some(text);
    }
    let title = line(&document.try_select("title")?.first().text())?;
    let parts = [" | ", " - ", " – ", " — ", " « ", " » ", " · "].iter().find_map(|mark| title.rsplit_once(mark));
    Some(
        parts.map(|(first, _)| first).filter(|first| first.split_whitespace().count() > 2).unwrap_or(&title).to_owned(),
    )
}

fn time(document: &Document) -> Option<String> {
    let places = [
        "[itemprop='datePublished']",
        "time[pubdate]",
        "article time[datetime]",
        "header time[datetime]",
        "main time[datetime]",
        "time[datetime]",
        "abbr.published",
    ];
    let value = |selector: &&str| {
        let found = document.try_select(selector)?;
        ["datetime", "content", "title"].iter().find_map(|key| found.attr(key)).and_then(|it| line(&it))
    };
    places.iter().find_map(value).filter(|it| it.starts_with(|c: char| c.is_ascii_digit()))
}

fn author(document: &Document) -> Option<String> {
    let places = [
        "[itemprop='author'] [itemprop='name']",
        "[itemprop='author']",
        "a[rel='author']",
        ".byline a",
        ".author-name",
        ".byline-name",
        ".author a",
        ".byline",
    ];
    let value =
        |selector: &&str| line(&document.try_select(selector)?.first().text()).filter(|it| it.chars().count() < 80);
    let said = places.iter().find_map(value)?;
    line(said.trim_start_matches("By ").trim_start_matches("by ")).filter(|it| !it.is_empty())
}

/// Returns the date in an address: `/2031/04/15/`.
fn day_in(address: &str) -> Option<String> {
    let parts: Vec<&str> = address.split(['/', '-', '_', '.']).collect();
    parts.windows(3).find_map(|three| {
        let number = |part: &str, most: u32| part.parse().ok().filter(|it| (1..=most).contains(it));
        let (year, month, day) = (number(three[0], 2100)?, number(three[1], 12)?, number(three[2], 31)?);
        (year >= 1990 && three[0].len() == 4).then(|| format!("{year:04}-{month:02}-{day:02}"))
    })
}

/// Shortens a date to its day, if it begins with one.
fn plain_day(date: String) -> String {
    if is_day(&date) { date.get(..10).unwrap_or(&date).to_owned() } else { date }
}

/// The JSON-LD of a page.
#[derive(Default)]
struct Data {
    title: Option<String>,
    outlet: Option<String>,
    date: Option<String>,
    byline: Option<String>,
    body: String,
}

/// The most values that are read in a page's data, in all: more than the longest page has.
const MOST: usize = 20_000;

impl Data {
    fn of(document: &Document) -> Self {
        let mut data = Self::default();
        let scripts = document.try_select("script[type='application/ld+json']");
        for script in scripts.map(|found| found.nodes().to_vec()).unwrap_or_default() {
            let text = script.text();
            let text = text
                .trim()
                .trim_start_matches("<![CDATA[")
                .trim_start_matches("//<![CDATA[")
                .trim_end_matches("//]]>")
                .trim();
            // The JSON parser limits the nesting depth itself.
            let Ok(value) = serde_json::from_str::<Value>(&text.replace(['\n', '\r', '\t'], " ")) else { continue };
            data.add(&value);
        }
        data
    }

    fn add(&mut self, value: &Value) {
        let mut waiting = vec![value];
        let mut seen = 0;
        while let Some(value) = waiting.pop() {
            seen += 1;
            if seen > MOST {
                return;
            }
            match value {
                Value::Array(items) => waiting.extend(items.iter().rev()),
                Value::Object(object) => {
                    if is_article(&object.get("@type").cloned().unwrap_or_default()) {
                        self.article(value);
                    }
                    waiting
                        .extend(["@graph", "mainEntity", "mainEntityOfPage"].iter().filter_map(|key| object.get(*key)));
                }
                _ => {}
            }
        }
    }

    fn article(&mut self, article: &Value) {
        let text = |key: &str| article.get(key).and_then(Value::as_str).and_then(unescaped);
        self.title = self.title.take().or_else(|| text("headline")).or_else(|| text("name"));
        self.date = self.date.take().or_else(|| text("datePublished")).or_else(|| text("dateCreated"));
        self.outlet = self.outlet.take().or_else(|| names(article.get("publisher")?));
        self.byline = self.byline.take().or_else(|| names(article.get("author")?).filter(|it| host(it).is_none()));
        if let Some(body) = article.get("articleBody").and_then(Value::as_str)
            && self.body.len() < body.len()
        {
            body.clone_into(&mut self.body);
        }
    }
}

fn is_article(kind: &Value) -> bool {
    const KINDS: &[&str] = &["Article", "Posting", "Report", "Review", "WebPage", "Recipe", "HowTo"];
    let is = |it: &Value| it.as_str().is_some_and(|it| KINDS.iter().any(|kind| it.ends_with(kind)) && it != "WebPage");
    kind.as_array().map_or_else(|| is(kind), |kinds| kinds.iter().any(is))
}

/// Returns the names of one person or several.
fn names(value: &Value) -> Option<String> {
    let name = |value: &Value| value.as_str().or_else(|| value.get("name").and_then(Value::as_str)).and_then(unescaped);
    let all: Vec<String> = match value {
        Value::Array(items) => items.iter().take(20).filter_map(name).collect(),
        one => name(one).into_iter().collect(),
    };
    line(&all.join(", "))
}

/// Returns a value on one line; many sites put HTML entities into their data.
fn unescaped(value: &str) -> Option<String> {
    if !value.contains('&') {
        return line(value);
    }
    line(&Document::fragment(value).text())
}
