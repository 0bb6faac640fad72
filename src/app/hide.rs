//! Hiding: what the reader takes out of sight, and takes back.

use std::sync::Arc;

use super::app::{App, Hiding, Mode};
use super::event::Effect;
use super::keymap::Action;
use crate::boilerplate::{Hidden, HiddenBy, Mask};
use crate::page::Folding;
use crate::text::Span;

impl App {
    /// Begins to mark, with the sentence at the cursor.
    pub(super) fn mark(&mut self) {
        let pane = self.focused();
        if pane.open_article().sentences.is_empty() {
            self.warn("there is nothing to mark");
            return;
        }
        let at = pane.open_article().sentence_at(pane.cursor);
        self.mode = Mode::Marking { from: at, to: at };
    }

    /// Takes a key while sentences are marked.
    pub(super) fn marking(&mut self, action: Action, count: Option<usize>) -> Vec<Effect> {
        let Mode::Marking { from, to } = self.mode else { return Vec::new() };
        let last = self.focused().open_article().sentences.len().saturating_sub(1);
        let times = count.unwrap_or(1);
        let (from, to) = match action {
            Action::Down => (from, to.saturating_add(times).min(last)),
            Action::Up => (from, to.saturating_sub(times)),
            Action::RightPane => (from.saturating_add(times).min(last), to.saturating_add(times).min(last)),
            Action::LeftPane => (from.saturating_sub(times), to.saturating_sub(times)),
            Action::Bottom => (from, last),
            Action::Hide => return self.hide(),
            Action::HideForGood => return self.ask(),
            Action::Suspend => return vec![Effect::Suspend],
            Action::Quit => return vec![Effect::Quit],
            _ => {
                self.mode = Mode::Reading;
                return Vec::new();
            }
        };
        self.mode = Mode::Marking { from, to };
        let height = self.geometry().rows();
        let pane = &mut self.panes[self.focus];
        pane.cursor = pane.open_article().sentences.get(to).map_or(pane.cursor, |sentence| sentence.span.start());
        pane.show_cursor(height);
        Vec::new()
    }

    /// Gives what a hiding would act on: the marked sentences, else the paragraph under the cursor; `None`, and says why, where
    /// that is hidden already.
    pub(super) fn target(&mut self) -> Option<Span> {
        let pane = self.focused();
        let paragraph = pane.open_article().paragraphs.get(pane.locus().0).map(|paragraph| paragraph.span);
        let Some(target) = self.marked().or(paragraph) else {
            self.warn("there is nothing to hide");
            return None;
        };
        let hidden = self.focused().page.mask().at(self.focused().cursor).filter(|_| self.marked().is_none());
        if let Some(name) = hidden.map(|hidden| self.rule_name(hidden).to_owned()) {
            self.warn(format!("already hidden by {name}; u takes the last hiding back, H shows what is hidden"));
            return None;
        }
        Some(target)
    }

    /// Hides the marked sentences, or the paragraph under the cursor, for this session.
    pub(super) fn hide(&mut self) -> Vec<Effect> {
        let Some(span) = self.target() else { return Vec::new() };
        self.mode = Mode::Reading;
        let index = self.focused().article;
        let words = self.articles[index].tokens_in(span).len();
        self.session[index].push(span);
        self.hidings.push(Hiding::Session(index, span));
        self.remask(index, |hidden| hidden.push(Hidden { span, by: HiddenBy::Session }));
        self.say(format!("{words} words hidden for this session; u takes it back, X hides for good"));
        self.collate()
    }

    /// Takes the last hiding back.
    pub(super) fn undo(&mut self) -> Vec<Effect> {
        match self.hidings.pop() {
            None => {
                self.warn("nothing was hidden that could be taken back");
                Vec::new()
            }
            Some(Hiding::Session(index, span)) => {
                self.session[index].retain(|hidden| *hidden != span);
                self.remask(index, |hidden| hidden.retain(|h| h.by != HiddenBy::Session || !span.covers(h.span)));
                self.say("shown again");
                self.collate()
            }
            Some(Hiding::Rule(id)) => {
                let mut rules = (*self.rules).clone();
                rules.rules.retain(|rule| rule.id != id);
                self.rules = Arc::new(rules);
                self.say("the rule is taken back");
                let mut effects = vec![Effect::Remove(id)];
                effects.extend(self.collate());
                effects
            }
        }
    }

    /// Shows hidden text, dimmed, or folds it again.
    pub(super) fn show_hidden(&mut self) {
        self.folding = match self.folding {
            Folding::Folded => Folding::Shown,
            Folding::Shown => Folding::Folded,
        };
        self.set_pages();
        let open = self.pair();
        let passages = self.masks[open.left].hidden().len() + self.masks[open.right].hidden().len();
        match (passages, self.folding) {
            (0, _) => self.say("nothing is hidden in these two"),
            (_, Folding::Shown) => self.say("hidden text is shown, dimmed; H folds it again"),
            (_, Folding::Folded) => self.say("hidden text is folded"),
        }
    }

    /// Changes what is known to be hidden of an article at once; the answer to the next job has the last word.
    fn remask(&mut self, index: usize, change: impl FnOnce(&mut Vec<Hidden>)) {
        let mut hidden = self.masks[index].hidden().to_vec();
        change(&mut hidden);
        self.masks[index] = Arc::new(Mask::new(hidden));
        self.set_pages();
    }
}
