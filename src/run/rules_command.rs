//! `ibid rules`: lists, checks, adds, removes and suggests rules.

use std::io::{ErrorKind, Write, stdin};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow, bail};

use super::day::today;
use super::ending::Ending;
use super::folders::usual_form;
use super::hiding::Format;
use super::hiding::{Adding, RulesTask};
use super::in_force::{InForce, folders, named_folders, team_file_for};
use super::loader::everything;
use super::opened::sources;
use super::opening::Openers;
use super::out::complain;
use super::request::Request;
use super::rule_told::{SHOWN, deed_told, rule_told};
use super::rules::Keeping;
use super::rules_file::RulesFile;
use super::terminal;
use super::wrapping::all_hung;
use crate::article::Article;
use crate::boilerplate::{
    Fit, Placed, Proposal, Reach, Rule, RuleId, RuleSet, RulesText, Sieve, new_rule, pattern, propose, rule_toml,
};
use crate::report::{ListedRule, Suggested, listed, suggested};
use crate::text::{beginning, one_line, plural, visible};

/// Runs a task on rules.
///
/// # Errors
///
/// Says why it cannot be done.
pub fn done(task: &RulesTask, request: &Request, out: &mut dyn Write) -> Result<Ending> {
    let keeping = Keeping::of(request.rules.clone());
    let team = |team: &Option<PathBuf>| team.as_ref().map_or(Ok(keeping.clone()), |folder| team_of(folder));
    let (text, ending) = match task {
        RulesTask::List(format) => list(&keeping, &request.names, *format),
        RulesTask::Check => check(&keeping, &request.names)?,
        RulesTask::Path(of) => (format!("{}\n", team(of)?.file()?.path.display()), Ending::Fine),
        RulesTask::Add(adding) => (add(&team(&adding.team)?, adding)?, Ending::Fine),
        RulesTask::Remove(of, ids) => (remove(&team(of)?, ids)?, Ending::Fine),
        RulesTask::Suggest(format) => suggest(&keeping, request, *format)?,
    };
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(ending),
        written => written.context("cannot write").map(|()| ending),
    }
}

/// The team's file for the articles of a folder.
fn team_of(folder: &Path) -> Result<Keeping> {
    let known = folder.canonicalize().with_context(|| format!("{}: cannot be found", folder.display()))?;
    let known = usual_form(known);
    Ok(Keeping::Usual(RulesFile { path: team_file_for(&known) }))
}

fn list(keeping: &Keeping, names: &[PathBuf], format: Format) -> (String, Ending) {
    let in_force = InForce::read(keeping, &named_folders(names));
    complain_of(&in_force.complaints);
    let books = &in_force.books;
    if format == Format::Text && in_force.complaints.is_empty() && books.each().next().is_none() {
        complain(&["no rules yet; ibid rules add makes one, and so does X on the screen".to_owned()]);
    }
    let text = match format {
        Format::Text => {
            let lines: String = books.each().map(|placed| line(placed, books.shadowing(placed))).collect();
            all_hung(&lines, terminal::seen_width())
        }
        Format::Json => {
            let all: Vec<ListedRule<'_>> = books
                .each()
                .map(|placed| ListedRule {
                    rule: placed.rule,
                    file: placed.book.file.display().to_string(),
                    line: placed.line().unwrap_or_default(),
                    below: match &placed.book.reach {
                        Reach::Everywhere => None,
                        Reach::Below(folder) => Some(folder.display().to_string()),
                    },
                    shadowed_by: books.shadowing(placed).map(place),
                })
                .collect();
            listed(&all)
        }
    };
    (text, Ending::with(in_force.complaints.len()))
}

/// The file and line of a rule.
fn place(placed: Placed<'_>) -> String {
    format!("{}:{}", placed.book.file.display(), placed.line().unwrap_or_default())
}

fn line(placed: Placed<'_>, shadowing: Option<Placed<'_>>) -> String {
    let rule = placed.rule;
    let off = if rule.enabled { "" } else { ", switched off" };
    let shadow = shadowing.map_or(String::new(), |shadowing| format!(", shadowed by {}", place(shadowing)));
    let told = rule_told(rule, &placed.book.reach);
    let said = format!("{}: {}: {told}{off}{shadow}", place(placed), rule.id.0);
    visible(&said).into_owned() + "\n"
}

fn check(keeping: &Keeping, names: &[PathBuf]) -> Result<(String, Ending)> {
    let mut files: Vec<PathBuf> = names.to_vec();
    if files.is_empty() {
        let books = InForce::read(keeping, &named_folders(&[])).books;
        files.push(keeping.file()?.path.clone());
        files.extend(books.books.into_iter().skip(1).filter(|book| book.made).map(|book| book.file));
    }
    let mut said = String::new();
    let mut mistakes = Vec::new();
    for file in &files {
        let named = !names.is_empty() || matches!(keeping, Keeping::Named(_));
        let missing = !file.exists();
        match (RulesFile { path: file.clone() }).read() {
            _ if missing && !named => said += &format!("{}: no rules file yet\n", visible(&file.to_string_lossy())),
            _ if missing => mistakes.push(format!("{}: no such file", file.display())),
            Ok(there) => {
                said +=
                    &format!("{}: {}, no errors\n", visible(&file.to_string_lossy()), plural(there.lines.len(), "rule"))
            }
            Err(error) => mistakes.push(format!("{error:#}")),
        }
    }
    complain_of(&mistakes);
    Ok((said, Ending::with(mistakes.len())))
}

fn add(keeping: &Keeping, adding: &Adding) -> Result<String> {
    if let Fit::Pattern(_, text) = &adding.fit {
        pattern(text).map_err(|reason| anyhow!("'{text}': {reason}"))?;
    }
    let mut written = None;
    let mut there = None;
    let change = |text: &mut RulesText| {
        let known = text.rules();
        let is_same = |rule: &&Rule| rule.fit == adding.fit && rule.scope == adding.scope && rule.does == adding.does;
        there = known.rules.iter().find(is_same).cloned();
        if there.is_some() {
            return;
        }
        let today = today();
        let mut rule = new_rule(adding.fit.clone(), adding.scope.clone(), &today, &known);
        rule.does = adding.does;
        rule.note.clone_from(&adding.note);
        if let Some(name) = &adding.name {
            rule.name.clone_from(name);
        }
        written = text.add(&rule).map(|id| (id, deed_told(&rule)));
    };
    let file = keeping.file()?;
    file.change(change)?;
    if let Some(rule) = there {
        let off = if rule.enabled { "" } else { ", switched off" };
        bail!("{}: this rule is there already: {}{off}", file.path.display(), rule.id.0);
    }
    let (id, deed) = written.context("the rule has no words to match")?;
    complain_of(&[format!("{}: rule added: {deed}", file.path.display())]);
    Ok(id.0 + "\n")
}

fn remove(keeping: &Keeping, ids: &[String]) -> Result<String> {
    let file = keeping.file()?;
    let known = file.read()?.rules;
    if let Some(unknown) = ids.iter().find(|id| known.get(&RuleId((*id).clone())).is_none()) {
        return Err(anyhow!("{}: no rule has the id {unknown}; nothing was removed", file.path.display()));
    }
    file.change(|text| {
        for id in ids {
            text.remove(&RuleId(id.clone()));
        }
    })?;
    complain_of(&[format!("{}: {} removed", file.path.display(), plural(ids.len(), "rule"))]);
    Ok(String::new())
}

fn suggest(keeping: &Keeping, request: &Request, format: Format) -> Result<(String, Ending)> {
    let (openers, unfit) = Openers::of(request);
    let mut loaded = everything(&request.names, &mut stdin().lock(), openers.how());
    let (sources, mistaken) = sources(request)?;
    sources.name(&mut loaded.articles);
    let in_force = InForce::read(keeping, &folders(&loaded.articles));
    let complaints = [loaded.complaints, unfit, mistaken, in_force.complaints.clone()].concat();
    complain_of(&complaints);
    complain_of(&loaded.notices);
    if loaded.articles.is_empty() {
        bail!("nothing could be opened");
    }
    let sieve = Sieve::over(&in_force.books);
    let articles: Vec<&Article> = loaded.articles.iter().collect();
    let hidden = |proposal: &Proposal| {
        articles.get(proposal.article).is_some_and(|article| sieve.mask(article, &[]).is_hidden(proposal.span))
    };
    let found = propose(&articles);
    let all = found.len();
    let proposals: Vec<Proposal> = found.into_iter().filter(|proposal| !hidden(proposal)).collect();
    let made = made(&proposals, in_force.books.all());
    let each: Vec<Suggested<'_>> = proposals
        .iter()
        .filter_map(|proposal| {
            let rule = made.iter().find(|rule| rule.fit == proposal.fit && rule.scope == proposal.scope)?;
            Some(Suggested { article: articles.get(proposal.article)?, proposal, rule })
        })
        .collect();
    if format == Format::Text && made.is_empty() {
        let said = match all {
            0 => "nothing looks like boilerplate",
            _ => "nothing else looks like boilerplate; rules hide the rest",
        };
        complain(&[said.to_owned()]);
    }
    let text = match format {
        Format::Json => suggested(&each),
        Format::Text => made.iter().map(|rule| annotate(rule, &each)).collect::<Vec<_>>().join("\n"),
    };
    Ok((text, Ending::with(complaints.len())))
}

/// Makes the rules that the proposals ask for, each once, with unused ids.
fn made(proposals: &[Proposal], mut known: RuleSet) -> Vec<Rule> {
    let today = today();
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

/// A rule ready for a rules file, under a comment that says where it matched and why it was proposed.
fn annotate(rule: &Rule, all: &[Suggested<'_>]) -> String {
    let mut told = String::new();
    for one in all.iter().filter(|one| one.rule.id == rule.id) {
        let line = one.article.text.get(..one.proposal.span.start()).unwrap_or_default().matches('\n').count() + 1;
        let text = beginning(&one_line(one.proposal.span.of(&one.article.text)), SHOWN);
        let file = one.article.origin.path().unwrap_or_else(|| one.article.name.clone());
        told += &format!("# {}:{line}: {}\n", visible(&file), visible(&text));
    }
    told + &rule_toml(rule)
}

fn complain_of(complaints: &[String]) {
    let shown: Vec<String> = complaints.iter().map(|complaint| visible(complaint).into_owned()).collect();
    complain(&shown);
}
