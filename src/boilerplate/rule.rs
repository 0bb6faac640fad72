//! A rule: what it fits, and where it holds.

/// What a rule is called in the file: short, unique, fit for a bare TOML key.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RuleId(pub String);

/// Something to hide wherever it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    /// Its id in the file.
    pub id: RuleId,
    /// What the reader calls it.
    pub name: String,
    /// What it fits.
    pub fit: Fit,
    /// Where it holds.
    pub scope: Scope,
    /// The day it was made, as `2026-11-22`; empty where the file does not say.
    pub created: String,
    /// The reader's remark.
    pub note: String,
    /// Whether it is switched on.
    pub enabled: bool,
}

/// What a rule fits. Texts are compared word by word as everywhere: case, quotes, punctuation and spacing do not count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fit {
    /// A run of whole sentences that reads exactly so; it may go over several paragraphs.
    Exactly(String),
    /// Each unit that begins with these words.
    BeginsSo(Unit, String),
    /// Everything from the unit that begins with these words to the end of the article.
    ToEnd(Unit, String),
}

/// The unit that a rule hides.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unit {
    /// A whole paragraph.
    Paragraph,
    /// A sentence.
    Sentence,
}

/// Where a rule holds.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scope {
    /// In the article of this name.
    Article(String),
    /// In all articles of this source.
    Source(String),
    /// In every article.
    Everywhere,
}

/// The rules in force, in the order of the file. Ids are unique.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RuleSet {
    /// The rules.
    pub rules: Vec<Rule>,
}
