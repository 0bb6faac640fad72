//! The house rules that a reader of the code relies on, each found again in the code itself.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// A source file: its path below `src` and its lines, tests left out.
struct Source {
    path: String,
    lines: Vec<String>,
}

impl Source {
    fn room(&self) -> &str {
        self.path.split(['/', '.']).next().unwrap_or_default()
    }

    fn is_test(&self) -> bool {
        const TESTING: [&str; 5] = ["tests/", "_tests.rs", "drawn.rs", "sample.rs", "reader.rs"];
        TESTING.iter().any(|mark| self.path.contains(mark))
    }
}

fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    let mut open = vec![root.clone()];
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(&folder).expect("a readable folder") {
            let path: PathBuf = entry.expect("a readable entry").path();
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let text = fs::read_to_string(&path).expect("a readable file");
                let path = path.strip_prefix(&root).expect("below src").to_string_lossy().replace('\\', "/");
                found.push(Source { path, lines: text.lines().map(str::to_owned).collect() });
            }
        }
    }
    found.sort_by(|a, b| a.path.cmp(&b.path));
    found
}

/// Rooms in the order in which `lib.rs` lists them.
fn rooms() -> Vec<String> {
    let house = include_str!("../lib.rs");
    let listed = house.lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';'));
    listed.map(str::to_owned).collect()
}

fn code(source: &Source) -> impl Iterator<Item = (usize, &str)> {
    let lines = source.lines.iter().enumerate().map(|(at, line)| (at + 1, line.trim_start()));
    lines.filter(|(_, line)| !line.starts_with("//"))
}

#[test]
fn a_room_uses_only_rooms_above_it() {
    let order: BTreeMap<String, usize> = rooms().into_iter().enumerate().map(|(at, room)| (room, at)).collect();
    let mut wrong = Vec::new();
    for source in sources().iter().filter(|source| !source.is_test()) {
        let Some(here) = order.get(source.room()) else { continue };
        for (line, code) in code(source) {
            for used in code.split("crate::").skip(1) {
                let used: String = used.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
                if order.get(&used).is_some_and(|there| there > here) {
                    wrong.push(format!("{}:{line} uses {used}", source.path));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Names a crate or module, and where alone it may be used.
fn stays_in(name: &str, allowed: &[&str]) {
    let mut wrong = Vec::new();
    for source in sources().iter().filter(|source| !source.is_test()) {
        if allowed.iter().any(|place| source.path.starts_with(place)) {
            continue;
        }
        wrong.extend(
            code(source).filter(|(_, code)| code.contains(name)).map(|(line, _)| format!("{}:{line}", source.path)),
        );
    }
    assert!(wrong.is_empty(), "{name} stands outside {allowed:?}: {wrong:#?}");
}

#[test]
fn the_terminal_is_touched_in_one_place() {
    stays_in("crossterm::", &["run/terminal.rs", "run/console.rs"]);
    stays_in("ratatui::", &["ui/", "run/"]);
}

#[test]
fn there_is_one_way_out() {
    stays_in("stdout()", &["run/out.rs", "run/terminal.rs"]);
    stays_in("stderr()", &["run/out.rs", "run/progress.rs"]);
    for printing in ["print!(", "println!(", "eprint!(", "eprintln!(", "dbg!(", ".print()", "Stdio::inherit"] {
        stays_in(printing, &[]);
    }
}

#[test]
fn the_disk_is_touched_at_the_edges() {
    stays_in("std::fs", &["article/load.rs", "article/heads.rs", "article/folder.rs", "run/"]);
}

#[test]
fn threads_run_in_one_room() {
    stays_in("std::thread", &["run/"]);
    stays_in("thread::spawn", &["run/"]);
}

#[test]
fn values_are_serialised_only_through_mirrors() {
    stays_in("serde::", &["report/"]);
}

#[test]
fn every_file_says_its_purpose_first() {
    let silent: Vec<_> = sources()
        .into_iter()
        .filter(|s| !s.is_test() && !s.lines.first().is_some_and(|line| line.starts_with("//! ")))
        .collect();
    let paths: Vec<_> = silent.iter().map(|source| &source.path).collect();
    assert!(paths.is_empty(), "{paths:?}");
}

#[test]
fn a_file_is_one_room() {
    let long: Vec<_> = sources().into_iter().filter(|s| !s.is_test() && s.lines.len() > 300).map(|s| s.path).collect();
    assert!(long.is_empty(), "over 300 lines: {long:?}");
}

#[test]
fn no_glob_imports() {
    let mut wrong = Vec::new();
    for source in sources().iter().filter(|source| !source.is_test()) {
        wrong.extend(
            code(source)
                .filter(|(_, code)| code.starts_with("use ") && code.ends_with("::*;"))
                .map(|(line, _)| format!("{}:{line}", source.path)),
        );
    }
    assert!(wrong.is_empty(), "{wrong:?}");
}
