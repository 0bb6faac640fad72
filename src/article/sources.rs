//! The sources that the reader named for files.

use std::path::Path;

use anyhow::{Result, anyhow, bail};
use globset::{GlobBuilder, GlobMatcher};

use super::article::Article;
use super::origin::Origin;

/// The sources that the reader named, each for the files whose paths match a pattern.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    named: Vec<(String, GlobMatcher)>,
}

impl Sources {
    /// Parses patterns of the form `NAME=GLOB`; the first that matches a file counts. A glob without a slash is matched against the file
    /// name, any other against the end of the path.
    ///
    /// # Errors
    ///
    /// Says what is wrong with the first invalid pattern.
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

    /// Appends a source for the files that match a pattern.
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
        let glob = built.map_err(|error| format!("`{glob}` is not a file pattern: {}", error.kind()))?;
        self.named.push((name.to_owned(), glob.compile_matcher()));
        Ok(())
    }

    /// Puts these before others, so that they take precedence.
    pub fn before(mut self, others: Sources) -> Self {
        self.named.extend(others.named);
        self
    }

    /// Sets the source of each article whose file matches a pattern.
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
