//! Undo: hidings and steps in the rules, taken back and made again.

use super::app::App;
use super::event::Effect;
use super::notes::NoteChange;
use super::steps::Step;
use crate::boilerplate::{Rule, RuleId};
use crate::text::Span;

/// Something that can be taken back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Hiding {
    /// A passage of an article, for this session.
    Session(usize, Span),
    /// A rule.
    Rule(RuleId),
    /// A step in the rules: how it is taken back, and how it is made again.
    Step(Step, Step),
    /// A change in the notes.
    Note(NoteChange),
}

/// Something that was taken back and can be made again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Undone {
    /// A passage of an article.
    Session(usize, Span),
    /// A rule.
    Rule(Rule),
    /// A step, as in [`Hiding::Step`].
    Step(Step, Step),
    /// A change in the notes.
    Note(NoteChange),
}

impl App {
    /// Takes note of something that can be taken back; what was taken back before can not be made again then.
    pub(super) fn done(&mut self, hiding: Hiding) {
        self.hidings.push(hiding);
        self.undone.clear();
    }

    /// Takes the last hiding or step in the rules back; where there was none, the last step that was saved before.
    pub(super) fn undo(&mut self) -> Vec<Effect> {
        match self.hidings.pop() {
            None if self.undone.is_empty() => {
                self.say("looking for the last saved step");
                vec![self.ask_for(Step::Revert)]
            }
            None => {
                self.warn("there is nothing more to take back");
                Vec::new()
            }
            Some(Hiding::Session(index, span)) => {
                self.undone.push(Undone::Session(index, span));
                if let Some(at) = self.session[index].iter().rposition(|hidden| *hidden == span) {
                    self.session[index].remove(at);
                }
                self.remask(index);
                let open = self.pair();
                let elsewhere = index != open.left && index != open.right;
                let place = if elsewhere { format!(" in {}", self.articles[index].name) } else { String::new() };
                self.say(format!("shown again{place}"));
                self.collate_anew()
            }
            Some(Hiding::Rule(id)) => {
                self.undone.extend(self.rules.get(&id).cloned().map(Undone::Rule));
                self.forget(&id);
                self.say("the rule is taken back");
                let mut effects = vec![Effect::Remove(id)];
                effects.extend(self.collate_anew());
                effects
            }
            Some(Hiding::Step(back, again)) => {
                self.say(format!("taken back: {}", again.said(&self.rules)));
                let effects = self.stepped(&back);
                self.undone.push(Undone::Step(back, again));
                effects
            }
            Some(Hiding::Note(change)) => {
                self.say("the note is as it was before");
                let effect = self.keep_note(change.reversed());
                self.undone.push(Undone::Note(change));
                vec![effect]
            }
        }
    }

    /// Makes again what was taken back last.
    pub(super) fn redo(&mut self) -> Vec<Effect> {
        match self.undone.pop() {
            None => {
                self.warn("nothing was taken back that could be made again");
                Vec::new()
            }
            Some(Undone::Session(index, span)) => {
                self.session[index].push(span);
                self.hidings.push(Hiding::Session(index, span));
                self.remask(index);
                self.say("hidden again");
                self.collate_anew()
            }
            Some(Undone::Rule(rule)) => {
                let kept = std::mem::take(&mut self.undone);
                let effects = self.add_rule(rule);
                self.undone = kept;
                effects
            }
            Some(Undone::Step(back, again)) => {
                self.say(format!("made again: {}", again.said(&self.rules)));
                let effects = self.stepped(&again);
                self.hidings.push(Hiding::Step(back, again));
                effects
            }
            Some(Undone::Note(change)) => {
                self.say("the note is again as it was written");
                let effect = self.keep_note(change.clone());
                self.hidings.push(Hiding::Note(change));
                vec![effect]
            }
        }
    }
}
