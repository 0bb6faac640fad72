//! What holds for each file by itself: its first line, its length, its imports.

use super::house::{Source, sources};
use super::tidy::{Breaches, used};

fn silent(sources: &[Source]) -> Breaches {
    let says = |source: &&Source| source.lines.first().is_some_and(|line| line.starts_with("//! "));
    used(sources).filter(|source| !says(source)).map(|source| source.path.clone()).collect()
}

#[test]
fn every_file_says_its_purpose_first() {
    assert_eq!(silent(&sources()), Breaches::new());
    assert_eq!(silent(&[Source::of("page/a.rs", "use std::fmt;\n")]), ["page/a.rs"]);
}

fn long(sources: &[Source]) -> Breaches {
    used(sources).filter(|source| source.lines.len() > 300).map(|source| source.path.clone()).collect()
}

#[test]
fn a_file_is_one_room() {
    assert_eq!(long(&sources()), Breaches::new(), "over 300 lines");
    assert_eq!(long(&[Source::of("page/a.rs", &"\n".repeat(301))]), ["page/a.rs"]);
}

fn globs(sources: &[Source]) -> Breaches {
    let mut wrong = Vec::new();
    for source in used(sources) {
        let all = source.code().filter(|(_, code)| code.contains("use ") && code.contains("::*"));
        wrong.extend(all.map(|(line, _)| format!("{}:{line}", source.path)));
    }
    wrong
}

#[test]
fn no_glob_imports() {
    assert_eq!(globs(&sources()), Breaches::new());
    assert_eq!(globs(&[Source::of("page/a.rs", "use super::*;\n")]), ["page/a.rs:1"]);
}
