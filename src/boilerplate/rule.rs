//! A rule: what it matches, and where it applies.

/// The id of a rule in the file: short, unique and valid as a bare TOML key.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RuleId(pub String);

/// A rule: something to hide wherever it occurs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    /// Its id in the file.
    pub id: RuleId,
    /// Its name for the reader.
    pub name: String,
    /// What it matches.
    pub fit: Fit,
    /// What it does with what it matches.
    pub does: Does,
    /// Where it applies.
    pub scope: Scope,
    /// The day it was made, as `2026-11-22`; empty if the file does not say.
    pub created: String,
    /// The reader's remark.
    pub note: String,
    /// Whether it is switched on.
    pub enabled: bool,
}

/// What a rule does with what it matches.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Does {
    /// Hides it.
    #[default]
    Hide,
    /// Shows it, but ignores it between two versions: a time stamp, a page number, a running head.
    IgnoreInDiff,
}

/// What a rule matches. Texts are compared word by word: case, quotes, punctuation and spacing do not count.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Fit {
    /// A run of whole sentences with exactly this text. It may span several paragraphs.
    Exactly(String),
    /// A run of whole sentences with nearly this text: numbers and dates may differ, and so may one in five of the other words.
    Loosely(String),
    /// Each unit that begins with these words.
    BeginsSo(Unit, String),
    /// Each unit that contains this phrase.
    Contains(Unit, String),
    /// Each unit that this regular expression matches; `^` and `$` are the ends of a paragraph.
    Pattern(Unit, String),
    /// Everything from the unit that begins with these words to End of the article; where several do, from the first,
    /// since the tail of a page often says its opening words again.
    ToEnd(Unit, String),
    /// Everything from a unit that begins with some words to the next unit that begins with others, inclusive; nothing if there is no such
    /// unit.
    Between(Unit, Ends),
}

/// The two ends of a passage.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Ends {
    /// The first words of its first unit.
    pub from: String,
    /// The first words of its last unit.
    pub to: String,
}

/// The unit that a rule hides.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unit {
    /// A whole paragraph.
    Paragraph,
    /// A sentence.
    Sentence,
    /// Only the words of the rule: an introduction to a sentence, or a credit after it.
    Words,
}

/// Where a rule holds.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scope {
    /// In the article with this name, even if it has a longer or shorter one beside other files.
    Article(String),
    /// In all articles of this source.
    Source(String),
    /// In every article.
    Everywhere,
}

/// A set of rules, in the order of the file. Ids are unique.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RuleSet {
    /// The rules.
    pub rules: Vec<Rule>,
}

impl RuleId {
    /// Returns this id, or if it is `taken`, the id with `-2`, `-3` and so on. An empty id becomes `rule`.
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
    /// Returns its name in the file.
    pub fn name(self) -> &'static str {
        match self {
            Unit::Paragraph => "paragraph",
            Unit::Sentence => "sentence",
            Unit::Words => "words",
        }
    }
}

impl Fit {
    /// Returns the name of its kind in the file.
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

    /// Returns the unit it hides, if there is a choice.
    pub fn unit(&self) -> Option<Unit> {
        match self {
            Fit::Exactly(_) | Fit::Loosely(_) => None,
            Fit::BeginsSo(unit, _) | Fit::Contains(unit, _) | Fit::Pattern(unit, _) => Some(*unit),
            Fit::ToEnd(unit, _) | Fit::Between(unit, _) => Some(*unit),
        }
    }

    /// Returns its wording, or the wording with which its passage begins.
    pub fn text(&self) -> &str {
        match self {
            Fit::Exactly(text) | Fit::Loosely(text) | Fit::BeginsSo(_, text) | Fit::Contains(_, text) => text,
            Fit::Pattern(_, text) | Fit::ToEnd(_, text) => text,
            Fit::Between(_, ends) => &ends.from,
        }
    }
}

impl RuleSet {
    /// Returns the rule with this id.
    pub fn get(&self, id: &RuleId) -> Option<&Rule> {
        self.rules.iter().find(|rule| rule.id == *id)
    }
}
