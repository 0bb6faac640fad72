//! Cleaned articles, rules and proposals as JSON. Offsets are bytes of the files on disk, ends exclusive.

use serde::Serialize;

use super::indent::indented;
use crate::article::Article;
use crate::boilerplate::{Does, Fit, HiddenBy, Mask, Proposal, Rule, Scope, kept, text_of};

/// The version of these forms.
const VERSION: u32 = 1;

/// An article with its mask.
#[derive(Clone, Copy, Debug)]
pub struct Cleaned<'a> {
    /// The article.
    pub article: &'a Article,
    /// What is hidden of it.
    pub mask: &'a Mask,
}

/// A rule with its place.
#[derive(Clone, Debug)]
pub struct ListedRule<'a> {
    /// The rule.
    pub rule: &'a Rule,
    /// Its file.
    pub file: String,
    /// Its line, from 1.
    pub line: usize,
    /// The folder to whose articles it applies, if not to all.
    pub below: Option<String>,
    /// The place of the rule with the same id that shadows it.
    pub shadowed_by: Option<String>,
}

/// A proposal with its rule.
#[derive(Clone, Debug)]
pub struct Suggested<'a> {
    /// The article.
    pub article: &'a Article,
    /// What is proposed.
    pub proposal: &'a Proposal,
    /// The rule.
    pub rule: &'a Rule,
}

#[derive(Serialize)]
struct Whole<T> {
    format: &'static str,
    version: u32,
    #[serde(flatten)]
    content: T,
}

#[derive(Serialize)]
struct Articles<'a> {
    articles: Vec<ArticleJson<'a>>,
}

#[derive(Serialize)]
struct ArticleJson<'a> {
    name: &'a str,
    path: Option<String>,
    source: &'a str,
    text: String,
    hidden: Vec<HiddenByRuleJson<'a>>,
}

#[derive(Serialize)]
struct HiddenByRuleJson<'a> {
    start: usize,
    end: usize,
    text: &'a str,
    rule: Option<&'a str>,
}

#[derive(Serialize)]
struct RulesJson<'a> {
    rules: Vec<ListedJson<'a>>,
}

#[derive(Serialize)]
struct ListedJson<'a> {
    file: &'a str,
    line: usize,
    below: Option<&'a str>,
    shadowed_by: Option<&'a str>,
    rule: RuleJson<'a>,
}

#[derive(Serialize)]
struct RuleJson<'a> {
    id: &'a str,
    name: &'a str,
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    unit: Option<&'static str>,
    text: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    to: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    does: Option<&'static str>,
    scope: ScopeJson<'a>,
    created: &'a str,
    note: &'a str,
    enabled: bool,
}

#[derive(Serialize)]
#[serde(rename_all = "lowercase")]
enum ScopeJson<'a> {
    Article(&'a str),
    Source(&'a str),
    Everywhere,
}

#[derive(Serialize)]
struct ProposalsJson<'a> {
    proposals: Vec<ProposalJson<'a>>,
}

#[derive(Serialize)]
struct ProposalJson<'a> {
    name: &'a str,
    path: Option<String>,
    start: usize,
    end: usize,
    text: &'a str,
    kind: &'static str,
    why: String,
    rule: RuleJson<'a>,
}

/// Writes cleaned articles.
pub fn cleaned(all: &[Cleaned<'_>]) -> String {
    let articles = all.iter().map(|one| ArticleJson {
        name: &one.article.name,
        path: one.article.origin.path(),
        source: &one.article.source,
        text: text_of(one.article, &kept(one.article, one.mask)),
        hidden: hidden(one),
    });
    written("ibid-clean", Articles { articles: articles.collect() })
}

/// Writes the rules in force.
pub fn listed(all: &[ListedRule<'_>]) -> String {
    let rules = all.iter().map(|one| ListedJson {
        file: &one.file,
        line: one.line,
        below: one.below.as_deref(),
        shadowed_by: one.shadowed_by.as_deref(),
        rule: rule(one.rule),
    });
    written("ibid-rules", RulesJson { rules: rules.collect() })
}

/// Writes proposals.
pub fn suggested(all: &[Suggested<'_>]) -> String {
    let proposals = all.iter().map(|one| {
        let place = one.article.disk.on_disk(one.proposal.span);
        ProposalJson {
            name: &one.article.name,
            path: one.article.origin.path(),
            start: place.start(),
            end: place.end(),
            text: one.proposal.span.of(&one.article.text),
            kind: one.proposal.why.name(),
            why: one.proposal.why.describe(),
            rule: rule(one.rule),
        }
    });
    written("ibid-proposals", ProposalsJson { proposals: proposals.collect() })
}

fn written<T: Serialize>(format: &'static str, content: T) -> String {
    indented(&Whole { format, version: VERSION, content })
}

fn hidden<'a>(one: &Cleaned<'a>) -> Vec<HiddenByRuleJson<'a>> {
    let each = one.mask.hidden().iter().map(|hidden| {
        let place = one.article.disk.on_disk(hidden.span);
        let rule = match &hidden.by {
            HiddenBy::Rule(id) => Some(id.0.as_str()),
            HiddenBy::Session | HiddenBy::Page => None,
        };
        HiddenByRuleJson { start: place.start(), end: place.end(), text: hidden.span.of(&one.article.text), rule }
    });
    each.collect()
}

fn rule(rule: &Rule) -> RuleJson<'_> {
    let to = match &rule.fit {
        Fit::Between(_, ends) => Some(ends.to.as_str()),
        _ => None,
    };
    RuleJson {
        id: &rule.id.0,
        name: &rule.name,
        kind: rule.fit.kind(),
        unit: rule.fit.unit().map(|unit| unit.name()),
        text: rule.fit.text(),
        to,
        does: (rule.does != Does::Hide).then(|| rule.does.name()),
        scope: match &rule.scope {
            Scope::Article(name) => ScopeJson::Article(name),
            Scope::Source(name) => ScopeJson::Source(name),
            Scope::Everywhere => ScopeJson::Everywhere,
        },
        created: &rule.created,
        note: &rule.note,
        enabled: rule.enabled,
    }
}
