//! Saving among others: an editor that knows no lock, a process that is killed, a disk without room. However the moments fall, nothing is
//! lost.

use std::fs;
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

use super::stage::Stage;

/// How often each is tried; the measured figures are of ten times as many.
const TIMES: u64 = 60;

const BASE: &str = "[[rule]]\nid = \"first\"\nname = \"F\"\nmatch = { kind = \"contains\", text = \"first one\" }\nscope = \"everywhere\"\n";

fn adding(stage: &Stage, words: &str) -> Command {
    let mut command = stage.command(&["rules", "add", "--rules", "r.toml", words]);
    command.stdout(Stdio::null()).stderr(Stdio::null());
    command
}

/// Elsewhere two files cannot change places in one step.
#[cfg(any(target_os = "linux", target_vendor = "apple"))]
#[test]
fn what_an_editor_saves_at_the_same_moment_is_never_lost() {
    let stage = Stage::bare();
    let (file, fresh) = (stage.path("r.toml"), stage.path("r.toml.swp"));
    for race in 0..TIMES {
        fs::write(&file, BASE).unwrap();
        let mut child = adding(&stage, &format!("word {race}")).spawn().unwrap();
        // Not at a known moment, but at many different ones.
        sleep(Duration::from_micros(race * 7_919 % 12_000));
        fs::write(&fresh, fs::read_to_string(&file).unwrap() + &format!("# editor {race}\n")).unwrap();
        fs::rename(&fresh, &file).unwrap();
        assert!(child.wait().unwrap().success(), "race {race}");
        let now = fs::read_to_string(&file).unwrap();
        assert!(now.starts_with(BASE) && now.contains(&format!("# editor {race}\n")), "race {race}: {now}");
    }
}

#[test]
fn a_process_killed_while_it_saves_leaves_the_old_file_or_the_new_one() {
    let stage = Stage::bare().file("r.toml", BASE);
    let mut known = 1;
    for kill in 0..TIMES {
        let mut child = adding(&stage, &format!("word {kill}")).spawn().unwrap();
        sleep(Duration::from_micros(kill * 7_919 % 12_000));
        child.kill().unwrap();
        child.wait().unwrap();
        let listed = stage.run(&["rules", "list", "--rules", "r.toml"]);
        let rules = listed.out.lines().count();
        assert!(listed.status == Some(0) && (known..=known + 1).contains(&rules), "kill {kill}: {listed:?}");
        known = rules;
    }
    assert!(adding(&stage, "last").status().unwrap().success());
    let names = fs::read_dir(stage.folder()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let left: Vec<String> = names.filter(|name| name.contains(".ibid-")).collect();
    assert!(left.is_empty(), "{left:?}");
}

#[test]
fn a_disk_without_room_leaves_the_old_file_or_the_new_one() {
    for blocks in 0..TIMES / 4 {
        let long = format!("{BASE}{}", "# A long remark that somebody wrote.\n".repeat(60));
        let stage = Stage::bare().file("r.toml", &long);
        let line = format!("trap '' XFSZ; ulimit -f {blocks}; exec \"$IBID\" rules add --rules r.toml 'a few words'");
        let mut shell = stage.command_of("sh", &["-c", &line]);
        let ended = shell.stdout(Stdio::null()).stderr(Stdio::null()).status().unwrap();
        let now = fs::read_to_string(stage.path("r.toml")).unwrap();
        match ended.code() {
            Some(0) => assert!(now.starts_with(&long) && now.contains("a few words"), "{blocks} blocks: {now}"),
            Some(1 | 2) => assert_eq!(now, long, "{blocks} blocks"),
            code => panic!("{blocks} blocks: {code:?}"),
        }
    }
}
