//! The clusters of an engine as JSON, CSV and text. The schema of the JSON is `assets/clusters.schema.json`; a breaking change raises
//! [`CLUSTERS_VERSION`].

use serde::Serialize;

use super::escape::csv_row;
use super::indent::on_one_line;
use crate::article::Article;
use crate::curation::Likenesses;
use crate::text::{beginning, plural, visible};

/// The version of the JSON.
pub const CLUSTERS_VERSION: u32 = 1;
/// Characters of a title that a line has room for.
const TITLE: usize = 60;

/// Outlets that a line names.
const OUTLETS: usize = 3;

/// A cluster to be printed.
#[derive(Clone, Copy, Debug)]
pub struct ClusterShown<'a> {
    /// Its name.
    pub id: &'a str,
    /// Texts in it.
    pub size: u64,
    /// How similar they are, if known.
    pub likenesses: Option<Likenesses>,
    /// The id and the text of each.
    pub members: &'a [(&'a str, &'a Article)],
    /// The names of the engine's clusters of which it is made, where decisions have changed it.
    pub of: &'a [String],
    /// What else than the cluster of its name it is made of.
    pub with: &'a [String],
}

#[derive(Serialize)]
struct ClusterJson<'a> {
    id: &'a str,
    size: u64,
    least: Option<usize>,
    median: Option<usize>,
    compared: usize,
    members: Vec<MemberJson<'a>>,
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    of: &'a [String],
}

#[derive(Serialize)]
struct MemberJson<'a> {
    id: &'a str,
    words: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    outlet: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<&'a str>,
    place: String,
}

/// Returns the JSON before the clusters.
pub fn clusters_json_head() -> String {
    format!("{{\"format\":\"ibid-clusters\",\"version\":{CLUSTERS_VERSION},\"clusters\":[")
}

/// Writes a cluster as JSON; `first` says whether it is the first.
pub fn cluster_json<'a>(cluster: &ClusterShown<'a>, first: bool) -> String {
    let member = |&(id, article): &(&'a str, &'a Article)| MemberJson {
        id,
        words: article.tokens.len(),
        title: article.meta.title.as_deref(),
        outlet: article.meta.outlet.as_deref(),
        date: article.meta.date.as_deref(),
        place: article.origin.place().map_or(String::new(), |place| place.display().to_string()),
    };
    let json = ClusterJson {
        id: cluster.id,
        size: cluster.size,
        least: cluster.likenesses.map(|it| it.least),
        median: cluster.likenesses.map(|it| it.median),
        compared: cluster.likenesses.map_or(0, |it| it.compared),
        members: cluster.members.iter().map(member).collect(),
        of: cluster.of,
    };
    format!("{}\n{}", if first { "" } else { "," }, on_one_line(&json))
}

/// Returns the JSON after the clusters.
pub fn clusters_json_end() -> &'static str {
    "\n]}\n"
}

/// Returns the header row.
pub fn clusters_csv_head() -> String {
    csv_row(&["cluster", "size", "least", "median", "id", "words", "title", "outlet", "date"])
}

/// Writes a cluster as CSV, one row for each member.
pub fn cluster_csv(cluster: &ClusterShown<'_>) -> String {
    let figure =
        |of: fn(&Likenesses) -> usize| cluster.likenesses.as_ref().map_or(String::new(), |it| of(it).to_string());
    let (size, least, median) = (cluster.size.to_string(), figure(|it| it.least), figure(|it| it.median));
    let row = |(id, article): &(&str, &Article)| {
        let (meta, words) = (&article.meta, article.tokens.len().to_string());
        let told = [&meta.title, &meta.outlet, &meta.date].map(|it| it.as_deref().unwrap_or_default());
        csv_row(&[cluster.id, &size, &least, &median, id, &words, told[0], told[1], told[2]])
    };
    cluster.members.iter().map(row).collect()
}

/// Writes a cluster as a line of text: its number, its size, the least and the median similarity, its name and the title of the longest
/// text.
pub fn cluster_line(number: usize, cluster: &ClusterShown<'_>) -> String {
    let unknown = if cluster.size == 1 { "-" } else { "?" };
    let figure = |of: fn(&Likenesses) -> usize| {
        cluster.likenesses.as_ref().map_or(unknown.to_owned(), |it| format!("{} %", of(it)))
    };
    let longest = cluster.members.iter().max_by_key(|(_, article)| article.tokens.len());
    let called = longest.map_or("", |(_, article)| article.called());
    let called = beginning(called, TITLE);
    let named = cluster.with.iter().fold(cluster.id.to_owned(), |named, name| format!("{named} + {name}"));
    let (least, median) = (figure(|it| it.least), figure(|it| it.median));
    let (named, called) = (visible(&named), visible(&called));
    format!("{number:>6}  {:>6}  {least:>5}  {median:>6}  {named:<7}  {called}{}\n", cluster.size, outlets(cluster))
}

/// The outlets of the texts of a cluster, as far as their rows name them: the first, and how many more.
fn outlets(cluster: &ClusterShown<'_>) -> String {
    let mut all: Vec<&str> = Vec::new();
    for (_, article) in cluster.members {
        all.extend(article.meta.outlet.as_deref().filter(|outlet| !all.contains(outlet)));
    }
    let named: Vec<&str> = all.iter().take(OUTLETS).copied().collect();
    let more = all.len() - named.len();
    let more = if more == 0 { String::new() } else { format!(" and {more} more") };
    if named.is_empty() { String::new() } else { format!("  ({}{more})", visible(&named.join(", "))) }
}

/// Returns how many clusters there are, how many texts are in them, and how many texts are in none or alone in one.
pub fn describe_clusters([clusters, members, alone]: [u64; 3]) -> String {
    let counted = |count: u64, noun: &str| plural(usize::try_from(count).unwrap_or(usize::MAX), noun);
    let (clusters, texts) = (counted(clusters, "cluster"), counted(members, "text"));
    let verb = if alone == 1 { "is" } else { "are" };
    format!("{clusters} of {texts}; {} {verb} in no cluster or alone in one\n\n", counted(alone, "text"))
}

/// Returns the header lines for [`cluster_line`].
pub fn cluster_line_head() -> &'static str {
    "least, median: how much of the least similar and the median pair is in both,\n\
     in runs of five or more words, eight in all; in short texts, in runs of two\n\
     -: only one text; ?: the texts have no words; in brackets: the outlets\n\n\
     number   texts  least  median  cluster  longest text\n"
}
