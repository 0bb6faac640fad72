//! The rules in force: the reader's own, and those kept beside the articles.
//!
//! The reader's own file comes first, or the one named with `--rules` in its place; then `.ibid/rules.toml` in the folder
//! of each article, by path. Where two rules have one id, the first counts and the other is shadowed: so a reader changes or
//! switches off a team's rule by writing one of the same id.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::rules::{Keeping, UNWANTED};
use super::rules_file::RulesFile;
use crate::article::{Article, Origin};
use crate::boilerplate::{Rule, RuleId, RuleSet};

/// A rule and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placed {
    /// The rule.
    pub rule: Rule,
    /// The file.
    pub file: PathBuf,
    /// The line with which it begins, from 1.
    pub line: usize,
    /// The file and line of the rule of the same id that counts instead.
    pub shadowed_by: Option<(PathBuf, usize)>,
}

/// The rules in force, those that are shadowed with them, and one sentence about each file that cannot be read.
#[derive(Debug, Default)]
pub struct InForce {
    /// In the order in which they count.
    pub placed: Vec<Placed>,
    /// One sentence each.
    pub complaints: Vec<String>,
    /// How many of `placed` are of the reader's own file.
    own: usize,
}

impl InForce {
    /// Reads them all; with rules that are kept nowhere there are none beside the articles either.
    pub fn read(keeping: &Keeping, folders: &[PathBuf]) -> Self {
        let mut found = Self::default();
        match keeping.placed() {
            Ok(placed) => found.take(placed),
            Err(error) => found.complaints.push(format!("{error:#}; going on without rules")),
        }
        found.own = found.placed.len();
        if matches!(keeping, Keeping::Nowhere(UNWANTED)) {
            return found;
        }
        for folder in folders {
            let file = beside(folder);
            if keeping.file().is_ok_and(|own| same(&own.path, &file)) {
                continue;
            }
            match (RulesFile { path: file.clone() }).placed() {
                Ok(placed) => found.take(placed.into_iter().map(|(rule, line)| (rule, file.clone(), line)).collect()),
                Err(error) => found.complaints.push(format!("{error:#}; going on without these rules")),
            }
        }
        found
    }

    fn take(&mut self, rules: Vec<(Rule, PathBuf, usize)>) {
        let known: BTreeMap<RuleId, (PathBuf, usize)> = self
            .placed
            .iter()
            .rev()
            .map(|placed| (placed.rule.id.clone(), (placed.file.clone(), placed.line)))
            .collect();
        self.placed.extend(rules.into_iter().map(|(rule, file, line)| {
            let shadowed_by = known.get(&rule.id).cloned();
            Placed { rule, file, line, shadowed_by }
        }));
    }

    /// Gives the rules that count.
    pub fn rules(&self) -> RuleSet {
        let counting = self.placed.iter().filter(|placed| placed.shadowed_by.is_none());
        RuleSet { rules: counting.map(|placed| placed.rule.clone()).collect() }
    }

    /// Gives the rules kept beside the articles, also those that are shadowed: by which depends on the reader's own, which
    /// change while the program runs.
    pub fn beside(&self) -> Vec<Rule> {
        self.placed.iter().skip(self.own).map(|placed| placed.rule.clone()).collect()
    }
}

/// Puts rules behind the reader's `own`; of those with one id the first counts.
pub fn behind(own: RuleSet, beside: &[Rule]) -> RuleSet {
    let mut rules = own;
    for rule in beside {
        if rules.get(&rule.id).is_none() {
            rules.rules.push(rule.clone());
        }
    }
    rules
}

/// Gives the folders in which the articles stand, each once, in order.
pub fn folders(articles: &[Article]) -> Vec<PathBuf> {
    let folder = |article: &Article| match &article.origin {
        Origin::File { place, .. } => place.parent().map(Path::to_path_buf),
        Origin::Stdin | Origin::Bundled(_) => None,
    };
    let mut folders: Vec<PathBuf> = articles.iter().filter_map(folder).collect();
    folders.sort();
    folders.dedup();
    folders
}

/// Gives the folders in which what is named stands, or that are named; the one the program was started in for no name.
pub fn named_folders(names: &[PathBuf]) -> Vec<PathBuf> {
    let here = |folder: &Path| if folder.as_os_str().is_empty() { PathBuf::from(".") } else { folder.to_owned() };
    let folder =
        |name: &PathBuf| if name.is_dir() { name.clone() } else { name.parent().map(here).unwrap_or_default() };
    if names.is_empty() {
        return vec![PathBuf::from(".")];
    }
    let mut folders: Vec<PathBuf> = names.iter().map(folder).collect();
    folders.sort();
    folders.dedup();
    folders
}

fn beside(folder: &Path) -> PathBuf {
    folder.join(".ibid").join("rules.toml")
}

fn same(a: &Path, b: &Path) -> bool {
    a == b || matches!((a.canonicalize(), b.canonicalize()), (Ok(a), Ok(b)) if a == b)
}
