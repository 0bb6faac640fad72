//! Recall: lines that need not be typed, because they were typed before or follow from what is typed.

use super::app::App;
use super::app::Mode;
use super::line::Line;
use super::prompt::Asked;

/// Lines remembered at most.
const REMEMBERED: usize = 200;

impl App {
    /// Puts the next candidate into the line, or the one before; after the last comes the first.
    pub(super) fn complete(&mut self, by: isize) {
        let count = self.candidates().len();
        if count == 0 {
            self.warn("there is nothing that this could become");
            return;
        }
        let Mode::Prompting(prompt) = &self.mode else { return };
        let next = match prompt.chosen {
            Some(at) => (at as isize + by).rem_euclid(count as isize) as usize,
            None if by < 0 => count - 1,
            None => 0,
        };
        let Some(candidate) = self.candidates().into_iter().nth(next) else { return };
        let Mode::Prompting(prompt) = &mut self.mode else { return };
        prompt.chosen = Some(next);
        prompt.line = Line::of(&candidate.command);
    }

    /// Calls up the line that was typed before, or after; past the last one comes what was typed now.
    pub(super) fn recall(&mut self, by: isize) {
        let Mode::Prompting(prompt) = &mut self.mode else { return };
        let lines: &[String] = match prompt.asked {
            Asked::Command => &self.history,
            Asked::Search => &self.searches,
            Asked::Filter | Asked::Words | Asked::Name | Asked::Note | Asked::Scope | Asked::Remark => &[],
        };
        let count = lines.len();
        let at = prompt.recalled.unwrap_or(count) as isize + by;
        if at < 0 || at > count as isize {
            self.say(if by < 0 { "there is no earlier line" } else { "there is no later line" });
            return;
        }
        let recalled = usize::try_from(at).ok().filter(|at| *at < count);
        let said = recalled.and_then(|at| lines.get(at)).unwrap_or(&prompt.typed);
        prompt.line = Line::of(said);
        prompt.chosen = None;
        prompt.recalled = recalled;
    }
}

/// Keeps a line as the last one, each once.
pub(super) fn remember(lines: &mut Vec<String>, said: &str) {
    if said.is_empty() {
        return;
    }
    lines.retain(|line| line != said);
    lines.push(said.to_owned());
    if lines.len() > REMEMBERED {
        lines.remove(0);
    }
}
