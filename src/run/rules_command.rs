//! The rules without a screen: listed, checked, added, removed, suggested.

use std::io::{ErrorKind, Write, stdin};
use std::path::PathBuf;
use std::time::SystemTime;

use anyhow::{Context, Result, anyhow, bail};

use super::day::day;
use super::hiding::{Adding, RulesTask};
use super::in_force::{InForce, Placed, folders, named_folders};
use super::request::{Ending, Format, Request};
use super::rules::Keeping;
use super::rules_file::RulesFile;
use super::start::complain;
use crate::article::{Article, Sources, load};
use crate::boilerplate::{Proposal, Rule, RuleId, RuleSet, RulesText, Scope, Sieve, propose};
use crate::report::{Listed, Suggested, listed, suggested};
use crate::text::visible;

/// The most characters of a rule's text in a list.
const SHOWN: usize = 60;

/// Does something about the rules.
///
/// # Errors
///
/// Says what keeps it from being done.
pub fn done(task: &RulesTask, request: &Request, out: &mut dyn Write) -> Result<Ending> {
    let keeping = Keeping::of(request.rules.clone());
    let (text, ending) = match task {
        RulesTask::List(format) => list(&keeping, &request.names, *format),
        RulesTask::Check => check(&keeping, &request.names)?,
        RulesTask::Path => (format!("{}\n", keeping.file()?.path.display()), Ending::Fine),
        RulesTask::Add(adding) => (add(&keeping, adding)?, Ending::Fine),
        RulesTask::Remove(ids) => (remove(&keeping, ids)?, Ending::Fine),
        RulesTask::Suggest(format) => suggest(&keeping, request, *format)?,
    };
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(ending),
        written => written.context("cannot write").map(|()| ending),
    }
}

fn list(keeping: &Keeping, names: &[PathBuf], format: Format) -> (String, Ending) {
    let in_force = InForce::read(keeping, &named_folders(names));
    complain_of(&in_force.complaints);
    let each = || in_force.placed.iter();
    let text = match format {
        Format::Text => each().map(line).collect(),
        Format::Json => {
            let place = |(file, line): &(PathBuf, usize)| format!("{}:{line}", file.display());
            let all: Vec<Listed<'_>> = each()
                .map(|placed| Listed {
                    rule: &placed.rule,
                    file: placed.file.display().to_string(),
                    line: placed.line,
                    shadowed_by: placed.shadowed_by.as_ref().map(place),
                })
                .collect();
            listed(&all)
        }
    };
    (text, Ending::with(in_force.complaints.len()))
}

fn line(placed: &Placed) -> String {
    let rule = &placed.rule;
    let scope = match &rule.scope {
        Scope::Article(name) => format!("in {name}"),
        Scope::Source(name) => format!("in articles of {name}"),
        Scope::Everywhere => "everywhere".to_owned(),
    };
    let text: String = rule.fit.text().chars().take(SHOWN).collect();
    let cut = if text.len() < rule.fit.text().len() { "…" } else { "" };
    let off = if rule.enabled { "" } else { ", switched off" };
    let shadow = placed.shadowed_by.as_ref();
    let shadow = shadow.map_or(String::new(), |(file, line)| format!(", shadowed by {}:{line}", file.display()));
    let unit = rule.fit.unit().map_or(String::new(), |unit| format!(" {}", unit.name()));
    let said = format!(
        "{}:{}: {}: {}{unit} “{text}{cut}” {scope}{off}{shadow}",
        placed.file.display(),
        placed.line,
        rule.id.0,
        rule.fit.kind(),
    );
    visible(&said).into_owned() + "\n"
}

fn check(keeping: &Keeping, names: &[PathBuf]) -> Result<(String, Ending)> {
    let mut files: Vec<PathBuf> = names.to_vec();
    if files.is_empty() {
        files.push(keeping.file()?.path.clone());
        files.extend(Some(PathBuf::from(".ibid/rules.toml")).filter(|file| file.exists()));
    }
    let mut said = String::new();
    let mut mistakes = Vec::new();
    for file in &files {
        let missing = !names.is_empty() && !file.exists();
        match (RulesFile { path: file.clone() }).placed() {
            _ if missing => mistakes.push(format!("{}: there is no such file", file.display())),
            Ok(rules) => said += &format!("{}: {} rules, no mistake\n", visible(&file.to_string_lossy()), rules.len()),
            Err(error) => mistakes.push(format!("{error:#}")),
        }
    }
    complain_of(&mistakes);
    Ok((said, Ending::with(mistakes.len())))
}

fn add(keeping: &Keeping, adding: &Adding) -> Result<String> {
    let mut written = None;
    let change = |text: &mut RulesText| {
        let today = day(SystemTime::now());
        let mut rule = Rule::new(adding.fit.clone(), adding.scope.clone(), &today, &text.rules());
        rule.note.clone_from(&adding.note);
        if let Some(name) = &adding.name {
            rule.name.clone_from(name);
        }
        written = text.add(&rule);
    };
    keeping.file()?.change(change)?;
    written.map(|id| id.0 + "\n").context("the rule has no words to know anything by")
}

fn remove(keeping: &Keeping, ids: &[String]) -> Result<String> {
    let file = keeping.file()?;
    let known = file.read()?;
    if let Some(unknown) = ids.iter().find(|id| known.get(&RuleId((*id).clone())).is_none()) {
        return Err(anyhow!("{}: has no rule of the id {unknown}; nothing was removed", file.path.display()));
    }
    file.change(|text| {
        for id in ids {
            text.remove(&RuleId(id.clone()));
        }
    })?;
    Ok(String::new())
}

fn suggest(keeping: &Keeping, request: &Request, format: Format) -> Result<(String, Ending)> {
    let mut loaded = load(&request.names, &mut stdin().lock());
    Sources::of(&request.sources)?.name(&mut loaded.articles);
    let in_force = InForce::read(keeping, &folders(&loaded.articles));
    let complaints = [loaded.complaints, in_force.complaints.clone()].concat();
    complain_of(&complaints);
    if loaded.articles.is_empty() {
        bail!("nothing could be opened");
    }
    let rules = in_force.rules();
    let sieve = Sieve::of(&rules);
    let articles: Vec<&Article> = loaded.articles.iter().collect();
    let hidden = |proposal: &Proposal| {
        articles.get(proposal.article).is_some_and(|article| sieve.mask(article, &[]).is_hidden(proposal.span))
    };
    let proposals: Vec<Proposal> = propose(&articles).into_iter().filter(|proposal| !hidden(proposal)).collect();
    let made = made(&proposals, rules);
    let each: Vec<Suggested<'_>> = proposals
        .iter()
        .filter_map(|proposal| {
            let rule = made.iter().find(|rule| rule.fit == proposal.fit && rule.scope == proposal.scope)?;
            Some(Suggested { article: articles.get(proposal.article)?, proposal, rule })
        })
        .collect();
    let text = match format {
        Format::Json => suggested(&each),
        Format::Text => made.iter().map(|rule| told(rule, &each)).collect::<Vec<_>>().join("\n"),
    };
    Ok((text, Ending::with(complaints.len())))
}

/// Makes the rules that the proposals ask for, each once, with ids that are free.
fn made(proposals: &[Proposal], mut known: RuleSet) -> Vec<Rule> {
    let today = day(SystemTime::now());
    let mut made: Vec<Rule> = Vec::new();
    for proposal in proposals {
        if made.iter().any(|rule| rule.fit == proposal.fit && rule.scope == proposal.scope) {
            continue;
        }
        let rule = proposal.rule(&today, &known);
        known.rules.push(rule.clone());
        made.push(rule);
    }
    made
}

/// Gives a rule as it can be put into a rules file, under a comment that says where and why.
fn told(rule: &Rule, all: &[Suggested<'_>]) -> String {
    let mut told = String::new();
    for one in all.iter().filter(|one| one.rule.id == rule.id) {
        let line = one.article.text.get(..one.proposal.span.start()).unwrap_or_default().matches('\n').count() + 1;
        let text: String = one.proposal.span.of(&one.article.text).chars().take(SHOWN).collect();
        told += &format!("# {}:{line}: {}\n", visible(&one.article.name), visible(&text));
    }
    told + &rule.toml()
}

fn complain_of(complaints: &[String]) {
    let shown: Vec<String> = complaints.iter().map(|complaint| visible(complaint).into_owned()).collect();
    complain(&shown);
}
