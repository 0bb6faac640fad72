//! Saving in real life: several processes, one that is killed, a full disk, an editor in between.

use std::env;
use std::fs;
use std::io;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

use tempfile::tempdir;

use super::RulesFile;
use super::sample::rule;
use crate::boilerplate::{Edit, RuleId, RulesText, edit_rule};

/// Tells a child process which file to save to, under which name, and how often.
const CHILD: &str = "IBID_TEST_SAVER";

fn add(file: &RulesFile, id: &str) -> anyhow::Result<()> {
    let mut added = None;
    file.change(|text| added = text.add(&rule(id)))?;
    assert!(added.is_some());
    Ok(())
}

/// Runs this test program again, as a child that saves.
fn child(before: &str, (file, who, times): (&Path, &str, usize)) -> io::Result<Child> {
    let mut command = Command::new("sh");
    command.args(["-c", &format!("{before} exec \"$0\" \"$@\"")]).arg(env::current_exe()?);
    command.args(["--exact", "run::safety_tests::a_child_saves", "--nocapture"]);
    command.env(CHILD, format!("{}\n{who}\n{times}", file.display()));
    command.stdout(Stdio::null()).stderr(Stdio::null()).spawn()
}

/// Saves rules one after another, if this process was started for that.
#[test]
fn a_child_saves() {
    let Ok(told) = env::var(CHILD) else { return };
    let [path, who, times] = told.lines().collect::<Vec<_>>()[..] else { panic!("{told}") };
    let file = RulesFile { path: path.into() };
    if times == "0" {
        let error = format!("{:#}", add(&file, who).unwrap_err());
        assert!(error.contains("check that the disk has room"), "{error}");
        return;
    }
    for number in 0..times.parse().unwrap() {
        add(&file, &format!("{who}-x{number}")).unwrap();
    }
}

#[test]
fn two_processes_that_save_many_times_lose_nothing() {
    let folder = tempdir().unwrap();
    let file = RulesFile { path: folder.path().join("rules.toml") };
    let each = 120;
    for mut child in ["left", "right"].map(|who| child("", (&file.path, who, each)).unwrap()) {
        assert!(child.wait().unwrap().success());
    }
    let rules = file.read().unwrap().rules.rules;
    for who in ["left", "right"] {
        let own = rules.iter().filter(|rule| rule.id.0.starts_with(who)).map(|rule| rule.id.0.clone());
        assert_eq!(own.collect::<Vec<_>>(), (0..each).map(|at| format!("{who}-x{at}")).collect::<Vec<_>>());
    }
}

#[test]
fn a_process_killed_while_it_saves_leaves_the_old_file_or_the_new_one() {
    let kills = env::var("IBID_TEST_KILLS").ok().and_then(|times| times.parse().ok()).unwrap_or(100);
    let folder = tempdir().unwrap();
    let file = RulesFile { path: folder.path().join("rules.toml") };
    add(&file, "first").unwrap();
    let mut known = 1;
    for kill in 0..kills {
        let before = file.read().unwrap().rules.rules;
        let mut child = child("", (&file.path, &format!("k{kill}"), 100_000)).unwrap();
        // At many different moments, not at one.
        sleep(Duration::from_micros(12_000 + kill * 7_919 % 24_000));
        child.kill().unwrap();
        child.wait().unwrap();
        let after = file.read().unwrap().rules.rules;
        assert_eq!(after.get(..before.len()), Some(&before[..]), "after kill {kill}");
        known = known.max(after.len());
    }
    assert!(known > 1, "something was saved at all");
    add(&file, "last").unwrap();
    let names = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let left: Vec<_> = names.filter(|name| name.contains(".ibid-")).collect();
    assert!(left.is_empty(), "{left:?}");
}

#[test]
fn a_disk_without_room_leaves_the_file_as_it_is() {
    let folder = tempdir().unwrap();
    let file = RulesFile { path: folder.path().join("rules.toml") };
    let text = "# A long remark that somebody wrote.\n".repeat(200);
    fs::write(&file.path, &text).unwrap();
    let mut child = child("trap '' XFSZ; ulimit -f 1;", (&file.path, "full", 0)).unwrap();
    assert!(child.wait().unwrap().success());
    assert_eq!(fs::read_to_string(&file.path).unwrap(), text);
    add(&file, "later").unwrap();
}

#[test]
fn what_an_editor_writes_meanwhile_is_never_overwritten() {
    let folder = tempdir().unwrap();
    let file = RulesFile { path: folder.path().join("rules.toml") };
    add(&file, "one").unwrap();
    let save = |written: &str| {
        let fresh = folder.path().join("editor~");
        fs::write(&fresh, written).unwrap();
        fs::rename(&fresh, &file.path).unwrap();
    };
    // Gives up on an editor that saves without end, and on one that writes what cannot be read.
    for (written, said) in [("# Mine now", "another program has changed it meanwhile"), ("[[rule", "rules.toml:1:")] {
        let mut saves = 0;
        let error = file.change(|text| {
            text.add(&rule("two"));
            saves += 1;
            save(&format!("{written}{saves}\n"));
        });
        let error = format!("{:#}", error.unwrap_err());
        assert!(error.contains(said), "{error}");
        assert_eq!(fs::read_to_string(&file.path).unwrap(), format!("{written}{saves}\n"));
    }
    // What an editor saves once is kept, and so is the change.
    fs::write(&file.path, "# Mine.\n").unwrap();
    let mut saves = 0;
    let change = |text: &mut RulesText| {
        text.add(&rule("three"));
        saves += 1;
        if saves == 1 {
            save("# Mine, and more.\n");
        }
    };
    file.change(change).unwrap();
    let now = fs::read_to_string(&file.path).unwrap();
    assert!(now.starts_with("# Mine, and more.\n") && now.contains("three"), "{now}");
    fs::write(&file.path, "# Mended.\n").unwrap();
    add(&file, "two").unwrap();
    assert!(fs::read_to_string(&file.path).unwrap().starts_with("# Mended.\n"));
}

#[test]
fn the_last_saved_step_is_taken_back_after_a_restart_and_made_again() {
    let folder = tempdir().unwrap();
    let file = RulesFile { path: folder.path().join("rules.toml") };
    assert!(format!("{:#}", file.revert().unwrap_err()).contains("no saved step"));
    add(&file, "one").unwrap();
    let before = fs::read_to_string(&file.path).unwrap();
    file.change(|text| assert!(edit_rule(text, &RuleId("one".to_owned()), &Edit::Enabled(false)))).unwrap();
    let after = fs::read_to_string(&file.path).unwrap();
    file.revert().unwrap();
    assert_eq!(fs::read_to_string(&file.path).unwrap(), before);
    file.revert().unwrap();
    assert_eq!(fs::read_to_string(&file.path).unwrap(), after);
    fs::write(&file.path, format!("{after}# Mine.\n")).unwrap();
    assert!(format!("{:#}", file.revert().unwrap_err()).contains("another program has changed the rules since"));
    assert_eq!(fs::read_to_string(&file.path).unwrap(), format!("{after}# Mine.\n"));
}
