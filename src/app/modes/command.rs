//! Commands: actions by name.

use crate::app::desk::desk::Desk;
use crate::app::keys::Action;
use crate::app::keys::Bound;
use crate::app::keys::Phase;
use crate::app::keys::actions_in;
use crate::app::keys::written;
use crate::app::keys::{PhaseKeys, help_on};
use crate::app::settings::nearest;
/// The most articles that are offered.
const MOST: usize = 200;
/// Commands that take an article's name or number.
const OPENING: [&str; 2] = ["article ", "open "];
/// Other names of actions.
const ALIASES: &[(&str, Action)] =
    &[("q", Action::Quit), ("goto", Action::Top), ("open", Action::Articles), ("w", Action::Write)];

/// A command that the typed text could become.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// The whole command.
    pub command: String,
    /// What it does.
    pub help: String,
    /// The keys that do the same.
    pub keys: String,
}

/// Reads a command: an action and a count; `None` if nothing is typed.
///
/// # Errors
///
/// Says which word is not a command, and which one may have been meant.
pub(in crate::app) fn meant(ground: Phase, typed: &str) -> Result<Option<(Action, Option<usize>)>, String> {
    let typed = typed.trim_start_matches([':', ' ']).trim_end();
    if typed.is_empty() {
        return Ok(None);
    }
    let (name, number) = match typed.rsplit_once(char::is_whitespace) {
        Some((name, last)) if is_number(last) => (name, number(last)),
        None if is_number(typed) => return Ok(Some((Action::Top, number(typed)))),
        _ => (typed, None),
    };
    let name = name.split_whitespace().collect::<Vec<_>>().join("-").to_lowercase();
    let found = named(ground, &name).map(|action| Some((action, number)));
    found.ok_or_else(|| unknown(ground, &name))
}

/// The file to write the result to, and whether existing content may be replaced, if a command says that.
pub(in crate::app) fn writing(typed: &str) -> Option<(&str, bool)> {
    let typed = typed.trim_start_matches([':', ' ']);
    let forced = ["w! ", "write! "].iter().find_map(|command| typed.strip_prefix(command)).map(|file| (file, true));
    let plain = ["w ", "write "].iter().find_map(|command| typed.strip_prefix(command)).map(|file| (file, false));
    forced.or(plain).map(|(file, forced)| (file.trim(), forced)).filter(|(file, _)| !file.is_empty())
}

/// The name or number of the article to open, if a command says that.
pub(in crate::app) fn opening(typed: &str) -> Option<&str> {
    let typed = typed.trim_start_matches([':', ' ']);
    OPENING.iter().find_map(|command| typed.strip_prefix(command)).map(str::trim)
}

fn is_number(word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii_digit())
}

/// A number; one that is too large becomes the largest.
fn number(word: &str) -> Option<usize> {
    Some(word.parse().unwrap_or(usize::MAX))
}

/// Finds the command with this name, or the only one that begins with it.
fn named(ground: Phase, name: &str) -> Option<Action> {
    let commands = || commands(ground);
    let alias = ALIASES.iter().find(|(alias, _)| *alias == name).map(|(_, action)| *action);
    let exact = alias.or_else(|| commands().find(|action| action.name() == name));
    let mut begun = commands().filter(|action| action.name().starts_with(name));
    exact.or_else(|| begun.next().filter(|_| begun.next().is_none()))
}

fn unknown(ground: Phase, name: &str) -> String {
    if actions_in(Phase::Diffing).any(|action| action.name() == name) {
        return format!("The command {name} is only for a diff");
    }
    match nearest(name, commands(ground).map(Action::name)) {
        Some(near) => format!("Unknown command: {name}; did you mean {near}?"),
        None => format!("Unknown command: {name}; Tab lists all"),
    }
}

/// The actions that are commands: those of reading, or of a diff and reading, except those that only make sense as keys.
fn commands(ground: Phase) -> impl Iterator<Item = Action> {
    let own = move |action: &Action| actions_in(ground).any(|own| own == *action);
    let others = actions_in(Phase::Reading).filter(move |action| ground == Phase::Diffing && !own(action));
    actions_in(ground).chain(others).filter(|action| !matches!(action, Action::Command | Action::Cancel))
}

/// The completions of a command line: names that begin with it, then names with a later word that does, and numbers of articles.
pub(in crate::app) fn command_candidates(desk: &Desk, typed: &str) -> Vec<Candidate> {
    let typed = typed.trim_start_matches([':', ' ']).to_lowercase();
    if let Some(said) = opening(&typed) {
        return articles(desk, said);
    }
    let name = typed.split_whitespace().collect::<Vec<_>>().join("-");
    let own = |action: Action| actions_in(desk.ground()).any(|own| own == action);
    let here = |row: &&Bound| {
        row.binding.phase == desk.ground() || row.binding.phase == Phase::Reading && !own(row.binding.action)
    };
    let rows = || desk.settings.keymap.rows().iter().filter(here);
    let commands = || rows().filter(|row| commands(desk.ground()).any(|action| action == row.binding.action));
    let begun = commands().filter(|row| row.binding.action.name().starts_with(&name));
    let later = format!("-{name}");
    let inside = commands().filter(|row| !name.is_empty() && row.name().contains(&later));
    let candidate = |row: &Bound| Candidate {
        command: row.name().to_owned(),
        help: help_on(PhaseKeys { keymap: &desk.settings.keymap, phase: desk.ground() }, row).replace('`', ""),
        keys: if row.keys.is_empty() { String::new() } else { written(row, "") },
    };
    begun.chain(inside).map(candidate).collect()
}

/// The articles whose number begins with it, or whose name contains it.
fn articles(desk: &Desk, said: &str) -> Vec<Candidate> {
    let open = desk.library.articles.iter().enumerate().filter(|(_, article)| !article.name.is_empty());
    let named = open.map(|(index, article)| (format!("{}", index + 1), article.name.clone()));
    let begun = named.filter(|(digits, name)| digits.starts_with(said) || name.to_lowercase().contains(said));
    begun
        .take(MOST)
        .map(|(digits, name)| Candidate { command: format!("article {digits}"), help: name, keys: String::new() })
        .collect()
}
