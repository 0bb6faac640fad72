//! Completions and earlier lines of the prompt.

use super::command::Candidate;
use super::command::command_candidates;
use super::mode::Asked;
use super::mode::Prompt;
use super::scopes::scope_candidates;
use crate::app::desk::desk::Desk;
use crate::app::keys::line::Line;

/// The most lines that are remembered.
const REMEMBERED: usize = 200;

/// Completes the line with the next or previous candidate; after the last comes the first.
pub(in crate::app) fn complete(prompt: &mut Prompt, desk: &mut Desk, by: isize) {
    let candidates = candidates_of(prompt, desk);
    let count = candidates.len();
    if count == 0 {
        desk.warn("No completions");
        return;
    }
    let next = match prompt.chosen {
        Some(at) => (at as isize + by).rem_euclid(count as isize) as usize,
        None if by < 0 => count - 1,
        None => 0,
    };
    let Some(candidate) = candidates.get(next) else { return };
    prompt.chosen = Some(next);
    prompt.line = Line::of(&candidate.command);
}

/// Recalls the line typed before, or after; past the last one comes the text typed now.
pub(in crate::app) fn recall(prompt: &mut Prompt, desk: &mut Desk, by: isize) {
    let lines: &[String] = match prompt.asked {
        Asked::Command => &desk.history.commands,
        Asked::Search => &desk.finding.searches,
        Asked::Filter | Asked::Words | Asked::Name | Asked::Note | Asked::Scope | Asked::Remark | Asked::Relation => {
            &[]
        }
    };
    let count = lines.len();
    let at = prompt.recalled.unwrap_or(count) as isize + by;
    if at < 0 || at > count as isize {
        desk.say(if by < 0 { "No earlier line" } else { "No later line" });
        return;
    }
    let recalled = usize::try_from(at).ok().filter(|at| *at < count);
    let said = recalled.and_then(|at| lines.get(at)).unwrap_or(&prompt.typed);
    prompt.line = Line::of(said);
    prompt.chosen = None;
    prompt.recalled = recalled;
}

/// Remembers a line as the latest, each once.
pub(in crate::app) fn remember(lines: &mut Vec<String>, said: &str) {
    if said.is_empty() {
        return;
    }
    lines.retain(|line| line != said);
    lines.push(said.to_owned());
    if lines.len() > REMEMBERED {
        lines.remove(0);
    }
}

/// The completions of a command, or of a rule's scope.
pub(in crate::app) fn candidates_of(prompt: &Prompt, desk: &Desk) -> Vec<Candidate> {
    match prompt.asked {
        Asked::Command => command_candidates(desk, &prompt.typed),
        Asked::Scope => scope_candidates(desk, &prompt.typed),
        _ => Vec::new(),
    }
}
