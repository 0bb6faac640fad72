use std::fs;
use std::path::PathBuf;

use tempfile::tempdir;

use super::request::RulesPlace;
use super::rules::Keeping;
use super::saving::{Change, saving};
use super::worker::Hearing;
use crate::app::{Event, Saved};
use crate::boilerplate::{Fit, Rule, RuleId, Scope};
use crate::collate::Cancel;

fn rule(id: &str, text: &str) -> Rule {
    Rule {
        id: RuleId(id.to_owned()),
        name: id.to_owned(),
        fit: Fit::Exactly(text.to_owned()),
        scope: Scope::Everywhere,
        created: "2026-11-22".to_owned(),
        note: String::new(),
        enabled: true,
    }
}

fn file(path: PathBuf) -> Keeping {
    Keeping::of(RulesPlace::File(path))
}

/// Makes changes one after another, and tells what came of each with the ids that are there then.
fn made(keeping: Keeping, changes: &[Change]) -> Vec<String> {
    let mut craft = saving(keeping, Vec::new());
    let mut told = Vec::new();
    for change in changes {
        let Some(Event::Saved(saved)) = (craft.work)(change, &alone(&Cancel::default())) else { panic!("no answer") };
        let ids =
            |rules: crate::boilerplate::RuleSet| rules.rules.into_iter().map(|rule| rule.id.0).collect::<Vec<_>>();
        told.push(match saved {
            Saved::Added { id, rules, .. } => format!("+{} {}", id.0, ids(rules).join(",")),
            Saved::Removed(id, rules) => format!("-{} {}", id.0, ids(rules).join(",")),
            Saved::NeverThere(id) => format!("never {}", id.0),
            Saved::NotAdded(id, reason) => format!("no +{}: {reason}", id.0),
            Saved::NotRemoved(id, reason) => format!("no -{}: {reason}", id.0),
        });
    }
    told
}

#[test]
fn rules_come_and_go() {
    let folder = tempdir().unwrap();
    let path = folder.path().join("deep/er/rules.toml");
    let (one, two) = (rule("one", "Give to us."), rule("two", "Read more."));
    let changes = [Change::Add(one), Change::Add(two), Change::Remove(RuleId("one".to_owned()))];
    assert_eq!(made(file(path.clone()), &changes), ["+one one", "+two one,two", "-one two"]);
    assert_eq!(made(file(path), &[Change::Remove(RuleId("gone".to_owned()))]), ["never gone"]);
}

#[test]
fn a_rule_whose_id_another_program_took_is_taken_back_under_its_new_id() {
    let folder = tempdir().unwrap();
    let path = folder.path().join("rules.toml");
    made(file(path.clone()), &[Change::Add(rule("one", "Theirs."))]);
    let changes = [Change::Add(rule("one", "Ours.")), Change::Remove(RuleId("one".to_owned()))];
    assert_eq!(made(file(path.clone()), &changes), ["+one-2 one,one-2", "-one one"]);
    assert!(fs::read_to_string(path).unwrap().contains("Theirs."));
}

#[test]
fn a_rule_of_somebody_else_is_never_taken_out() {
    let folder = tempdir().unwrap();
    let path = folder.path().join("rules.toml");
    fs::write(&path, "[[rule").unwrap();
    let mut craft = saving(file(path.clone()), Vec::new());
    let mut told = |change| (craft.work)(&change, &alone(&Cancel::default()));
    assert!(matches!(told(Change::Add(rule("one", "Ours."))), Some(Event::Saved(Saved::NotAdded(..)))));
    fs::remove_file(&path).unwrap();
    made(file(path.clone()), &[Change::Add(rule("one", "Mended by hand."))]);
    let back = told(Change::Remove(RuleId("one".to_owned())));
    assert!(matches!(back, Some(Event::Saved(Saved::NeverThere(_)))), "{back:?}");
    assert!(fs::read_to_string(path).unwrap().contains("Mended by hand."));
}

#[test]
fn what_cannot_be_saved_is_told_and_changes_nothing() {
    let folder = tempdir().unwrap();
    let path = folder.path().join("rules.toml");
    fs::write(&path, "# mine\nrule = 3 3\n").unwrap();
    let add = [Change::Add(rule("one", "Give."))];
    let told = made(file(path.clone()), &add);
    assert!(told[0].starts_with("no +one: ") && told[0].contains("rules.toml:2:"), "{told:?}");
    assert_eq!(fs::read_to_string(&path).unwrap(), "# mine\nrule = 3 3\n");
    let nowhere = Keeping::of(RulesPlace::Nowhere);
    assert_eq!(made(nowhere.clone(), &add), ["no +one: --no-rules keeps none"]);
    let back = [Change::Remove(RuleId("one".to_owned()))];
    assert_eq!(made(nowhere, &back), ["never one"]);
    let blank = [Change::Add(rule("blank", " "))];
    let told = made(file(folder.path().join("other.toml")), &blank);
    assert_eq!(told, ["no +blank: the rule has no words to know anything by"]);
}

#[test]
fn a_named_file_must_be_there_to_be_read_and_the_reason_is_told() {
    let folder = tempdir().unwrap();
    let missing = file(folder.path().join("missing.toml")).placed().unwrap_err().to_string();
    assert!(missing.ends_with("missing.toml: there is no such rules file yet"), "{missing}");
    assert!(Keeping::of(RulesPlace::Nowhere).placed().unwrap().is_empty());
}

/// Somebody who hears only the whole answer.
fn alone(cancel: &Cancel) -> Hearing<'_> {
    Hearing { cancel, tell: &|_| () }
}
