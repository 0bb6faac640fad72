//! Steps in the rules: each can be made in memory and in the text of the file, and can be undone.

use crate::boilerplate::{Edit, Rule, RuleId, RuleSet, RulesText, edit_rule, move_rule};

/// A step in the rules.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// Insert a rule, at this index from 0.
    Insert(Box<Rule>, usize),
    /// Delete a rule.
    Delete(RuleId),
    /// Change something in a rule.
    Edit(RuleId, Edit),
    /// Move a rule this many places down, or up if negative.
    Move(RuleId, isize),
    /// Undo the step that was saved last in the file, whoever made it.
    Revert,
}

impl Step {
    /// Makes the step; returns whether it could.
    pub fn on_rules(&self, rules: &mut RuleSet) -> bool {
        let rules = &mut rules.rules;
        let at = |id: &RuleId, rules: &[Rule]| rules.iter().position(|rule| rule.id == *id);
        match self {
            Step::Insert(rule, place) => {
                let free = at(&rule.id, rules).is_none();
                if free {
                    rules.insert((*place).min(rules.len()), (**rule).clone());
                }
                free
            }
            Step::Delete(id) => at(id, rules).map(|at| rules.remove(at)).is_some(),
            Step::Edit(id, edit) => {
                let rule = rules.iter_mut().find(|rule| rule.id == *id);
                rule.map(|rule| *rule = edit.done(rule)).is_some()
            }
            Step::Move(id, by) => {
                let Some(from) = at(id, rules) else { return false };
                let Some(to) = from.checked_add_signed(*by).filter(|to| *to < rules.len()) else { return false };
                let rule = rules.remove(from);
                rules.insert(to, rule);
                true
            }
            Step::Revert => true,
        }
    }

    /// Makes the step in the text of the file; returns whether it could. Undoing the last saved step needs the backup instead.
    pub fn on_text(&self, text: &mut RulesText) -> bool {
        let place = |text: &RulesText, id: &RuleId| text.rules().rules.iter().position(|rule| rule.id == *id);
        match self {
            Step::Insert(rule, at) => {
                if place(text, &rule.id).is_some() {
                    return false;
                }
                let Some(id) = text.add(rule) else { return false };
                let last = text.rules().rules.len().saturating_sub(1);
                // A rule that cannot go back to its place goes to the end, which loses nothing.
                move_rule(text, &id, (*at).min(last));
                true
            }
            Step::Delete(id) => text.remove(id),
            Step::Edit(id, edit) => edit_rule(text, id, edit),
            Step::Move(id, by) => {
                let to = place(text, id).and_then(|from| from.checked_add_signed(*by));
                to.is_some_and(|to| move_rule(text, id, to))
            }
            Step::Revert => false,
        }
    }

    /// As [`Step::on_text`]; `back`, which undoes it, says what the reader saw. What another program made of the same rule since is never
    /// overwritten: a change is then added as a rule of its own, and nothing is deleted.
    pub fn on_text_as_seen(&self, text: &mut RulesText, back: Option<&Step>) -> bool {
        let now = self.rule().and_then(|id| text.rules().get(id).cloned());
        match (self, back, now) {
            (Step::Edit(_, edit), Some(Step::Edit(_, before)), Some(rule)) => {
                let wanted = edit.done(&rule);
                let as_seen = before.done(&rule) == rule || wanted == rule;
                if as_seen { self.on_text(text) } else { text.add(&wanted).is_some() }
            }
            (Step::Delete(_), Some(Step::Insert(seen, _)), Some(rule)) if **seen != rule => false,
            _ => self.on_text(text),
        }
    }

    /// Whether its result was added beside what another program made of the same rule.
    pub fn stands_beside(&self, rules: &RuleSet) -> bool {
        let Step::Edit(id, edit) = self else { return false };
        rules.get(id).is_some_and(|rule| edit.done(rule) != *rule)
    }

    /// The step that undoes this one, when made on these rules; `None` if it changes nothing.
    pub fn back(&self, rules: &RuleSet) -> Option<Step> {
        match self {
            Step::Insert(rule, _) => Some(Step::Delete(rule.id.clone())),
            Step::Delete(id) => {
                let at = rules.rules.iter().position(|rule| rule.id == *id)?;
                Some(Step::Insert(Box::new(rules.rules.get(at)?.clone()), at))
            }
            Step::Edit(id, edit) => {
                let rule = rules.get(id)?;
                let back = match edit {
                    Edit::Enabled(_) => Edit::Enabled(rule.enabled),
                    Edit::Name(_) => Edit::Name(rule.name.clone()),
                    Edit::Note(_) => Edit::Note(rule.note.clone()),
                    Edit::Fit(_) => Edit::Fit(rule.fit.clone()),
                    Edit::Scope(_) => Edit::Scope(rule.scope.clone()),
                };
                (back != *edit).then(|| Step::Edit(id.clone(), back))
            }
            Step::Move(id, by) => Some(Step::Move(id.clone(), by.checked_neg()?)),
            Step::Revert => None,
        }
    }

    /// The rule it is about.
    pub fn rule(&self) -> Option<&RuleId> {
        match self {
            Step::Insert(rule, _) => Some(&rule.id),
            Step::Delete(id) | Step::Edit(id, _) | Step::Move(id, _) => Some(id),
            Step::Revert => None,
        }
    }

    /// Describes it in a few words.
    pub fn describe(&self, rules: &RuleSet) -> String {
        let name = |id: &RuleId| rules.get(id).map_or_else(|| id.0.clone(), |rule| rule.name.clone());
        match self {
            Step::Insert(rule, _) => format!("“{}” added", rule.name),
            Step::Delete(id) => format!("“{}” deleted", name(id)),
            Step::Edit(id, Edit::Enabled(true)) => format!("“{}” switched on", name(id)),
            Step::Edit(id, Edit::Enabled(false)) => format!("“{}” switched off", name(id)),
            Step::Edit(_, Edit::Name(to)) => format!("Renamed to “{to}”"),
            Step::Edit(id, Edit::Note(_)) => format!("Note on “{}” changed", name(id)),
            Step::Edit(id, Edit::Scope(_)) => format!("Scope of “{}” changed", name(id)),
            Step::Edit(id, _) => format!("“{}” changed", name(id)),
            Step::Move(id, by) if *by > 0 => format!("“{}” moved down", name(id)),
            Step::Move(id, _) => format!("“{}” moved up", name(id)),
            Step::Revert => "the last saved step".to_owned(),
        }
    }
}
