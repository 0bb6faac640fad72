//! Reads and writes scopes as a reader types them.

use super::command::Candidate;
use crate::app::desk::desk::Desk;
use crate::boilerplate::Scope;

const EVERYWHERE: &str = "everywhere";
const SOURCE: &str = "source ";
const ARTICLE: &str = "article ";

/// Writes where a rule applies.
pub(in crate::app) fn written_scope(scope: &Scope) -> String {
    match scope {
        Scope::Article(name) => format!("{ARTICLE}{name}"),
        Scope::Source(name) => format!("{SOURCE}{name}"),
        Scope::Everywhere => EVERYWHERE.to_owned(),
    }
}

/// Reads where a rule applies.
///
/// # Errors
///
/// Says what can be typed.
pub(in crate::app) fn read_scope(said: &str) -> Result<Scope, String> {
    let named = |before: &str| said.strip_prefix(before).map(str::trim).filter(|name| !name.is_empty());
    match (named(SOURCE), named(ARTICLE)) {
        (Some(name), _) => Ok(Scope::Source(name.to_owned())),
        (None, Some(name)) => Ok(Scope::Article(name.to_owned())),
        (None, None) if said == EVERYWHERE => Ok(Scope::Everywhere),
        (None, None) => Err("Type everywhere, source NAME or article NAME; Tab completes".to_owned()),
    }
}

/// The completions of a scope: everywhere, and the sources and names of the open articles; after a whole one, the others too.
pub(in crate::app) fn scope_candidates(desk: &Desk, typed: &str) -> Vec<Candidate> {
    let open = || desk.library.articles.iter().filter(|article| !article.name.is_empty());
    let candidate = |command: String, help: String| Candidate { command, help, keys: String::new() };
    let mut all = vec![candidate(EVERYWHERE.to_owned(), "in all articles".to_owned())];
    for article in open().filter(|article| !article.source.is_empty()) {
        let command = format!("{SOURCE}{}", article.source);
        if all.iter().all(|known| known.command != command) {
            let count = open().filter(|other| other.source == article.source).count();
            all.push(candidate(command, format!("in its articles, {count} of them open")));
        }
    }
    all.extend(open().map(|article| candidate(format!("{ARTICLE}{}", article.name), "in this one only".to_owned())));
    if all.iter().any(|candidate| candidate.command == typed) {
        return all;
    }
    all.retain(|candidate| candidate.command.starts_with(typed));
    all
}
