use std::fs;
use std::path::PathBuf;

use tempfile::tempdir;

use super::job_queue::JobContext;
use super::places::RulesPlace;
use super::rules::Keeping;
use super::sample::about as rule;
use super::saving::{Change, saving};
use crate::app::{Event, Saved};
use crate::boilerplate::RuleId;
use crate::collate::Cancel;

fn file(path: PathBuf) -> Keeping {
    Keeping::of(RulesPlace::File(path))
}

/// Makes changes one after another, and reports the outcome of each with the ids that are there then.
fn made(keeping: Keeping, changes: &[Change]) -> Vec<String> {
    let mut craft = saving(keeping);
    let mut told = Vec::new();
    for change in changes {
        let Some(Event::Saved(saved)) = (craft.work)(change, &alone(&Cancel::default())) else { panic!("no answer") };
        let ids =
            |rules: crate::boilerplate::RuleSet| rules.rules.into_iter().map(|rule| rule.id.0).collect::<Vec<_>>();
        told.push(match saved {
            Saved::Added { id, written, .. } => format!("+{} {}", id.0, ids(written.rules).join(",")),
            Saved::Removed(id, written) => format!("-{} {}", id.0, ids(written.rules).join(",")),
            Saved::NeverThere(id) => format!("never {}", id.0),
            Saved::NotAdded(id, reason) => format!("no +{}: {reason}", id.0),
            Saved::Stepped(number, written) => format!("*{number} {}", ids(written.rules).join(",")),
            Saved::NotStepped(number, reason) => format!("no *{number}: {reason}"),
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
    let changes = [
        Change::Add(PathBuf::new(), one),
        Change::Add(PathBuf::new(), two),
        Change::Remove(PathBuf::new(), RuleId("one".to_owned())),
    ];
    assert_eq!(made(file(path.clone()), &changes), ["+one one", "+two one,two", "-one two"]);
    assert_eq!(made(file(path), &[Change::Remove(PathBuf::new(), RuleId("gone".to_owned()))]), ["never gone"]);
}

#[test]
fn a_rule_whose_id_another_program_took_is_taken_back_under_its_new_id() {
    let folder = tempdir().unwrap();
    let path = folder.path().join("rules.toml");
    made(file(path.clone()), &[Change::Add(PathBuf::new(), rule("one", "Theirs."))]);
    let changes =
        [Change::Add(PathBuf::new(), rule("one", "Ours.")), Change::Remove(PathBuf::new(), RuleId("one".to_owned()))];
    assert_eq!(made(file(path.clone()), &changes), ["+one-2 one,one-2", "-one one"]);
    assert!(fs::read_to_string(path).unwrap().contains("Theirs."));
}

#[test]
fn a_rule_of_somebody_else_is_never_taken_out() {
    let folder = tempdir().unwrap();
    let path = folder.path().join("rules.toml");
    fs::write(&path, "[[rule").unwrap();
    let mut craft = saving(file(path.clone()));
    let mut told = |change| (craft.work)(&change, &alone(&Cancel::default()));
    assert!(matches!(told(Change::Add(PathBuf::new(), rule("one", "Ours."))), Some(Event::Saved(Saved::NotAdded(..)))));
    fs::remove_file(&path).unwrap();
    made(file(path.clone()), &[Change::Add(PathBuf::new(), rule("one", "Mended by hand."))]);
    let back = told(Change::Remove(PathBuf::new(), RuleId("one".to_owned())));
    assert!(matches!(back, Some(Event::Saved(Saved::NeverThere(_)))), "{back:?}");
    assert!(fs::read_to_string(path).unwrap().contains("Mended by hand."));
}

#[test]
fn two_who_save_to_a_team_s_file_in_turn_both_keep_their_rules() {
    let folder = tempdir().unwrap();
    let (own, team) = (folder.path().join("own.toml"), folder.path().join("news/.ibid/rules.toml"));
    let mut both = [saving(file(own.clone())), saving(file(own.clone()))];
    for turn in 0..6 {
        // Each asks for an id that the other has just used.
        let change = Change::Add(team.clone(), rule(&format!("coin{}", turn / 2), &format!("Give us coin {turn}.")));
        let saver = &mut both[turn % 2];
        let Some(Event::Saved(saved)) = (saver.work)(&change, &alone(&Cancel::default())) else { panic!("no answer") };
        assert!(matches!(saved, Saved::Added { .. }), "{saved:?}");
    }
    let there = super::RulesFile { path: team.clone() }.read().unwrap().rules.rules;
    let texts: Vec<_> = there.iter().map(|rule| rule.fit.text().to_owned()).collect();
    assert_eq!(texts, (0..6).map(|turn| format!("Give us coin {turn}.")).collect::<Vec<_>>());
    assert!(!own.exists());
}

#[test]
fn what_cannot_be_saved_for_a_team_is_told_and_saved_once_it_can_be() {
    let folder = tempdir().unwrap();
    let team = folder.path().join(".ibid/rules.toml");
    fs::create_dir(folder.path().join(".ibid")).unwrap();
    fs::write(&team, "# ours\n[[rule\n").unwrap();
    let mut craft = saving(file(folder.path().join("own.toml")));
    let mut told = |change| (craft.work)(&change, &alone(&Cancel::default()));
    let add = || Change::Add(team.clone(), rule("one", "Give."));
    let refused = told(add());
    assert!(matches!(&refused, Some(Event::Saved(Saved::NotAdded(_, reason))) if reason.contains("rules.toml:2:")));
    assert_eq!(fs::read_to_string(&team).unwrap(), "# ours\n[[rule\n");
    fs::write(&team, "# mended\n").unwrap();
    assert!(matches!(told(add()), Some(Event::Saved(Saved::Added { .. }))));
    let text = fs::read_to_string(&team).unwrap();
    assert!(text.starts_with("# mended\n") && text.contains("Give."), "{text}");
    let step = Change::Step(7, team.clone(), crate::app::Step::Delete(RuleId("one".to_owned())), None);
    assert!(matches!(told(step), Some(Event::Saved(Saved::Stepped(7, written))) if written.rules.rules.is_empty()));
}

#[test]
fn what_cannot_be_saved_is_told_and_changes_nothing() {
    let folder = tempdir().unwrap();
    let path = folder.path().join("rules.toml");
    fs::write(&path, "# mine\nrule = 3 3\n").unwrap();
    let add = [Change::Add(PathBuf::new(), rule("one", "Give."))];
    let told = made(file(path.clone()), &add);
    assert!(told[0].starts_with("no +one: ") && told[0].contains("rules.toml:2:"), "{told:?}");
    assert_eq!(fs::read_to_string(&path).unwrap(), "# mine\nrule = 3 3\n");
    let nowhere = Keeping::of(RulesPlace::Nowhere);
    assert_eq!(made(nowhere.clone(), &add), ["no +one: rules are off (--no-rules, or a diff without --rules)"]);
    let back = [Change::Remove(PathBuf::new(), RuleId("one".to_owned()))];
    assert_eq!(made(nowhere, &back), ["never one"]);
    let undo = [Change::Step(1, PathBuf::new(), crate::app::Step::Revert, None)];
    assert_eq!(made(Keeping::of(RulesPlace::Nowhere), &undo), ["no *1: no saved step to undo"]);
    let blank = [Change::Add(PathBuf::new(), rule("blank", " "))];
    let told = made(file(folder.path().join("other.toml")), &blank);
    assert_eq!(told, ["no +blank: the rule has no words to match"]);
}

#[test]
fn a_named_file_must_be_there_to_be_read_and_the_reason_is_told() {
    let folder = tempdir().unwrap();
    let missing = file(folder.path().join("missing.toml")).read().unwrap_err().to_string();
    assert!(missing.ends_with("missing.toml: no such rules file yet"), "{missing}");
    assert!(Keeping::of(RulesPlace::Nowhere).read().unwrap().rules.rules.is_empty());
}

/// A listener that hears only the whole answer.
fn alone(cancel: &Cancel) -> JobContext<'_> {
    JobContext { cancel, tell: &|_| () }
}

#[test]
fn what_an_editor_made_of_the_same_rule_meanwhile_stands_too() {
    use crate::app::Step;
    use crate::boilerplate::Edit;

    let folder = tempdir().unwrap();
    let path = folder.path().join("rules.toml");
    let seen = rule("one", "Give.");
    made(file(path.clone()), &[Change::Add(PathBuf::new(), seen.clone())]);
    let id = RuleId("one".to_owned());
    let name = |name: &str| Edit::Name(name.to_owned());
    let renamed = |back: &str| {
        let back = Step::Edit(id.clone(), name(back));
        Change::Step(3, PathBuf::new(), Step::Edit(id.clone(), name("ours")), Some(Box::new(back)))
    };
    // Nobody else has changed its name, whatever else they changed.
    fs::write(&path, fs::read_to_string(&path).unwrap().replace("Give.", "Give now.")).unwrap();
    assert_eq!(made(file(path.clone()), &[renamed(&seen.name)]), ["*3 one"]);
    fs::write(&path, fs::read_to_string(&path).unwrap().replace("\"ours\"", "\"theirs\"")).unwrap();
    assert_eq!(made(file(path.clone()), &[renamed(&seen.name)]), ["*3 one,one-2"]);
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.contains("name = \"theirs\"") && text.contains("name = \"ours\""), "{text}");
    // It is not deleted either.
    let back = Step::Insert(Box::new(seen), 0);
    let delete = Change::Step(4, PathBuf::new(), Step::Delete(id.clone()), Some(Box::new(back)));
    let told = made(file(path.clone()), &[delete]);
    assert_eq!(told, ["no *4: the rule in the file has changed; check the file"]);
    assert_eq!(fs::read_to_string(&path).unwrap(), text);
}
