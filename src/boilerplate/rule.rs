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
    /// What comes of what it fits.
    pub does: Does,
    /// Where it holds.
    pub scope: Scope,
    /// The day it was made, as `2026-11-22`; empty where the file does not say.
    pub created: String,
    /// The reader's remark.
    pub note: String,
    /// Whether it is switched on.
    pub enabled: bool,
}

/// What comes of what a rule fits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Does {
    /// It is hidden.
    #[default]
    Hide,
    /// It is read as ever, but is no change between two versions: a time stamp, the number of a page, a running head.
    IgnoreInDiff,
}

/// What a rule fits. Texts are compared word by word as everywhere: case, quotes, punctuation and spacing do not count.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Fit {
    /// A run of whole sentences that reads exactly so; it may go over several paragraphs.
    Exactly(String),
    /// A run of whole sentences that reads nearly so: numbers and dates are free, and of other words every fifth.
    Loosely(String),
    /// Each unit that begins with these words.
    BeginsSo(Unit, String),
    /// Each unit in which this phrase stands.
    Contains(Unit, String),
    /// Each unit in which this regular expression fits; `^` and `$` are the ends of a paragraph.
    Pattern(Unit, String),
    /// Everything from the unit that begins with these words to End of the article; where several do, from the first,
    /// since the tail of a page often says its opening words again.
    ToEnd(Unit, String),
    /// Everything from a unit that begins with some words to the next that begins with others, both with it; nothing where
    /// no other follows.
    Between(Unit, Ends),
}

/// The two ends of a stretch.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Ends {
    /// The words its first unit begins with.
    pub from: String,
    /// The words its last unit begins with.
    pub to: String,
}

/// The unit that a rule hides.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unit {
    /// A whole paragraph.
    Paragraph,
    /// A sentence.
    Sentence,
    /// The words that the rule names and no others: what leads into a sentence, or a credit behind it.
    Words,
}

/// Where a rule holds.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scope {
    /// In the article of this name; also where it has a longer or shorter one, being opened beside others.
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

impl RuleId {
    /// This id, or with `-2`, `-3` and so on behind it where it is `taken`; an empty one becomes `rule`.
    pub fn free(&self, taken: impl Fn(&RuleId) -> bool) -> RuleId {
        let wanted = if self.0.is_empty() { RuleId("rule".to_owned()) } else { self.clone() };
        if !taken(&wanted) {
            return wanted;
        }
        let mut number = 2_usize;
        loop {
            let next = RuleId(format!("{}-{number}", wanted.0));
            if !taken(&next) {
                return next;
            }
            number += 1;
        }
    }
}

impl Does {
    /// What it is called in the file.
    pub fn name(self) -> &'static str {
        match self {
            Does::Hide => "hide",
            Does::IgnoreInDiff => "ignore-in-diff",
        }
    }
}

impl Unit {
    /// What it is called in the file.
    pub fn name(self) -> &'static str {
        match self {
            Unit::Paragraph => "paragraph",
            Unit::Sentence => "sentence",
            Unit::Words => "words",
        }
    }
}

impl Fit {
    /// What its kind is called in the file.
    pub fn kind(&self) -> &'static str {
        match self {
            Fit::Exactly(_) => "exactly",
            Fit::Loosely(_) => "loosely",
            Fit::BeginsSo(..) => "begins",
            Fit::Contains(..) => "contains",
            Fit::Pattern(..) => "pattern",
            Fit::ToEnd(..) => "to-end",
            Fit::Between(..) => "span",
        }
    }

    /// The unit it hides, where there is a choice.
    pub fn unit(&self) -> Option<Unit> {
        match self {
            Fit::Exactly(_) | Fit::Loosely(_) => None,
            Fit::BeginsSo(unit, _) | Fit::Contains(unit, _) | Fit::Pattern(unit, _) => Some(*unit),
            Fit::ToEnd(unit, _) | Fit::Between(unit, _) => Some(*unit),
        }
    }

    /// The wording it is about, or with which what it is about begins.
    pub fn text(&self) -> &str {
        match self {
            Fit::Exactly(text) | Fit::Loosely(text) | Fit::BeginsSo(_, text) | Fit::Contains(_, text) => text,
            Fit::Pattern(_, text) | Fit::ToEnd(_, text) => text,
            Fit::Between(_, ends) => &ends.from,
        }
    }
}

impl RuleSet {
    /// The rule of this id.
    pub fn get(&self, id: &RuleId) -> Option<&Rule> {
        self.rules.iter().find(|rule| rule.id == *id)
    }
}
