//! Undo: hidings, steps in the rules and refusals, taken back and made again.

use std::path::{Path, PathBuf};

use super::app::App;
use super::event::Effect;
use super::notes::NoteChange;
use super::reviewed::{Review, ReviewMark};
use super::steps::Step;
use crate::boilerplate::{Rule, RuleId};
use crate::text::Span;

/// Something that can be taken back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Hiding {
    /// A passage of an article, for this session.
    Session(usize, Span),
    /// A rule in a file.
    Rule(PathBuf, RuleId),
    /// A step in the rules of a file: how it is taken back, and how it is made again.
    Step(PathBuf, Step, Step),
    /// What was proposed is not to be proposed again.
    Refusal(ReviewMark),
    /// A change in the notes.
    Note(NoteChange),
}

/// Something that was taken back and can be made again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Undone {
    /// A passage of an article.
    Session(usize, Span),
    /// A rule in a file.
    Rule(PathBuf, Rule),
    /// A step, as in [`Hiding::Step`].
    /// A change in the notes.
    Note(NoteChange),
    Step(PathBuf, Step, Step),
    /// A refusal.
    Refusal(ReviewMark),
}

impl App {
    /// Takes note of something that can be taken back; what was taken back before can not be made again then.
    pub(super) fn done(&mut self, hiding: Hiding) {
        self.hidings.push(hiding);
        self.undone.clear();
    }

    /// Takes the last hiding, step in the rules or refusal back; where there was none, the last step that was saved before.
    pub(super) fn undo(&mut self) -> Vec<Effect> {
        match self.hidings.pop() {
            None if self.undone.is_empty() => {
                self.say("looking for the last saved step");
                let own = self.own_file();
                vec![self.ask_for(&own, Step::Revert, None)]
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
                let elsewhere = !self.row().contains(&index);
                let place = if elsewhere { format!(" in {}", self.articles[index].name) } else { String::new() };
                self.say(format!("shown again{place}"));
                self.collate_anew()
            }
            Some(Hiding::Rule(file, id)) => {
                let rule = self.rules.of_file(&file).and_then(|book| book.rules.get(&id)).cloned();
                self.undone.extend(rule.map(|rule| Undone::Rule(file.clone(), rule)));
                self.forget(&file, &id);
                self.say("the rule is taken back");
                let mut effects = vec![Effect::Remove(file, id)];
                effects.extend(self.collate_anew());
                effects
            }
            Some(Hiding::Step(file, back, again)) => {
                self.say(format!("taken back: {}", self.said_of(&file, (&back, &again))));
                let effects = self.stepped(&file, &back);
                self.undone.push(Undone::Step(file, back, again));
                effects
            }
            Some(Hiding::Note(change)) => {
                self.say("the note is as it was before");
                let effect = self.keep_note(change.reversed());
                self.undone.push(Undone::Note(change));
                vec![effect]
            }
            Some(Hiding::Refusal(mark)) => {
                self.undone.push(Undone::Refusal(mark));
                self.say("the refusal is taken back; it will be proposed again");
                self.review_anew(Review { mark, done: false })
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
            Some(Undone::Rule(file, rule)) => {
                let kept = std::mem::take(&mut self.undone);
                let effects = self.add_rule(file, rule);
                self.undone = kept;
                effects
            }
            Some(Undone::Step(file, back, again)) => {
                self.say(format!("made again: {}", self.said_of(&file, (&back, &again))));
                let effects = self.stepped(&file, &again);
                self.hidings.push(Hiding::Step(file, back, again));
                effects
            }
            Some(Undone::Note(change)) => {
                self.say("the note is again as it was written");
                let effect = self.keep_note(change.clone());
                self.hidings.push(Hiding::Note(change));
                vec![effect]
            }
            Some(Undone::Refusal(mark)) => {
                self.hidings.push(Hiding::Refusal(mark));
                self.say("refused again");
                self.review_anew(Review { mark, done: true })
            }
        }
    }

    /// Says what a step does; of a rule that it has deleted the step back knows the name.
    fn said_of(&self, file: &Path, (back, step): (&Step, &Step)) -> String {
        let mut rules = self.rules.of_file(file).map(|book| book.rules.clone()).unwrap_or_default();
        if let (Step::Insert(..), Step::Delete(_)) = (back, step) {
            back.on_rules(&mut rules);
        }
        step.said(&rules)
    }

    fn review_anew(&mut self, review: Review) -> Vec<Effect> {
        self.reviewed.take(review);
        vec![Effect::Keep(review)]
    }
}
