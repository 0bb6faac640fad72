//! The source of an article: the paper it is from, by which a rule finds next week's articles too.

use std::path::Path;

use anyhow::{Result, anyhow, bail};
use globset::{GlobBuilder, GlobMatcher};

use super::article::Article;
use super::origin::Origin;

/// What a file that tells of its source calls it, the most telling first.
const KEYS: &[&str] = &["source", "publisher", "publication", "outlet", "site_name", "site", "website"];
/// Under which names it may tell its address instead, whose host is then the source.
const ADDRESSES: &[&str] = &["canonical_url", "canonical", "source_url", "original_url", "url", "link", "permalink"];
/// The most lines of a file's metadata.
const MOST_LINES: usize = 60;

/// Gives the source of an article: what its metadata says, else where it came from.
pub(super) fn source(text: &str, origin: &Origin) -> String {
    told(text).unwrap_or_else(|| origin.source())
}

/// Gives the source that a block of metadata at the head of a text names, if there is one: `source: NAME` between two
/// lines of `---` or `+++`.
fn told(text: &str) -> Option<String> {
    let mut lines = text.lines().map(str::trim);
    let fence = lines.next().filter(|line| matches!(*line, "---" | "+++"))?;
    let block: Vec<&str> = lines.clone().take(MOST_LINES).take_while(|line| *line != fence).collect();
    lines.nth(block.len()).filter(|line| *line == fence)?;
    let value = |key: &str| {
        block.iter().find_map(|line| {
            let (name, value) = line.split_once([':', '='])?;
            let value = value.trim().trim_matches(['"', '\'']).trim();
            (name.trim().eq_ignore_ascii_case(key) && !value.is_empty()).then(|| value.to_owned())
        })
    };
    let host_of = |address: String| host(&address).map(str::to_owned);
    let named = KEYS.iter().find_map(|key| value(key)).map(|it| host_of(it.clone()).unwrap_or(it));
    named.or_else(|| ADDRESSES.iter().find_map(|key| value(key).and_then(host_of)))
}

/// Gives the host of an address of the web, without the `www.` that says nothing.
fn host(address: &str) -> Option<&str> {
    let rest = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://"))?;
    let host = rest.split(['/', '?', '#', ':']).next()?;
    let host = host.strip_prefix("www.").unwrap_or(host);
    (!host.is_empty()).then_some(host)
}

/// The sources that the reader named, each for the files whose paths fit a pattern.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    named: Vec<(String, GlobMatcher)>,
}

impl Sources {
    /// Reads `NAME=GLOB`, one each; the first that fits a file counts. A glob without a slash fits a file's own name, any
    /// other the end of its path.
    ///
    /// # Errors
    ///
    /// Says what is wrong with the first that cannot be read.
    pub fn of(named: &[String]) -> Result<Self> {
        let mut sources = Self::default();
        for named in named {
            let (name, glob) = named.split_once('=').unwrap_or_default();
            if name.is_empty() || glob.is_empty() {
                bail!("--source {named}: expected NAME=GLOB");
            }
            sources.add(name, glob).map_err(|reason| anyhow!("--source {named}: {reason}"))?;
        }
        Ok(sources)
    }

    /// Adds a source for the files that fit a pattern, behind the others.
    ///
    /// # Errors
    ///
    /// Says what is wrong with the pattern.
    pub fn add(&mut self, name: &str, glob: &str) -> Result<(), String> {
        if name.is_empty() || glob.is_empty() {
            return Err("a source needs a name and a pattern".to_owned());
        }
        let anywhere =
            if glob.starts_with('/') || glob.starts_with("**") { glob.to_owned() } else { format!("**/{glob}") };
        let built = GlobBuilder::new(&anywhere).literal_separator(true).build();
        let glob = built.map_err(|error| format!("`{glob}` is no pattern for files: {}", error.kind()))?;
        self.named.push((name.to_owned(), glob.compile_matcher()));
        Ok(())
    }

    /// Puts these before others: of two that fit a file the first counts.
    pub fn before(mut self, others: Sources) -> Self {
        self.named.extend(others.named);
        self
    }

    /// Gives each article the source that was named for its file, if one was.
    pub fn name(&self, articles: &mut [Article]) {
        for article in articles {
            let path = match &article.origin {
                Origin::File { place, .. } => place.as_path(),
                Origin::Stdin => Path::new("stdin"),
                Origin::Bundled(_) => Path::new(&article.name),
            };
            if let Some((name, _)) = self.named.iter().find(|(_, glob)| glob.is_match(path)) {
                article.source.clone_from(name);
            }
        }
    }
}
