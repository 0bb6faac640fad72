//! The rules in force: which files are found for which articles.

use std::fs;
use std::path::{Path, PathBuf};

use tempfile::{TempDir, tempdir};

use super::in_force::{InForce, named_folders, team_file_for};
use super::places::RulesPlace;
use super::rules::{Keeping, UNWANTED};
use super::sample::rule;
use crate::boilerplate::rule_toml;

/// Makes a folder with `own.toml`, a team's file in `news/`, another in `news/deep/`, and none in `else/`.
fn folder() -> (TempDir, PathBuf) {
    let folder = tempdir().unwrap();
    let root = folder.path().canonicalize().unwrap();
    for (home, id) in [("news/.ibid", "coin"), ("news/deep/.ibid", "inner")] {
        fs::create_dir_all(root.join(home)).unwrap();
        fs::write(root.join(home).join("rules.toml"), format!("# Ours.\n\n{}", rule_toml(&rule(id)))).unwrap();
    }
    fs::create_dir_all(root.join("news/deep/er")).unwrap();
    fs::create_dir_all(root.join("else/.ibid")).unwrap();
    fs::write(root.join("own.toml"), rule_toml(&rule("mine"))).unwrap();
    (folder, root)
}

fn read(root: &Path, folders: &[&str]) -> InForce {
    let folders: Vec<PathBuf> = folders.iter().map(|folder| root.join(folder)).collect();
    InForce::read(&Keeping::of(RulesPlace::File(root.join("own.toml"))), &folders)
}

fn files(in_force: &InForce, root: &Path) -> Vec<String> {
    let shown = |file: &Path| file.strip_prefix(root).unwrap_or(file).display().to_string();
    let each = in_force.books.books.iter();
    each.map(|book| format!("{}{}", shown(&book.file), if book.made { "" } else { " new" })).collect()
}

#[test]
fn files_are_found_in_the_folders_of_articles_and_around_them_inner_ones_first() {
    let (_folder, root) = folder();
    let cases: [(&[&str], &[&str]); 4] = [
        (&["news"], &["own.toml", "news/.ibid/rules.toml"]),
        (&["news/deep/er"], &["own.toml", "news/deep/.ibid/rules.toml", "news/.ibid/rules.toml"]),
        (&["else"], &["own.toml", "else/.ibid/rules.toml new"]),
        (&["news", "news/deep"], &["own.toml", "news/deep/.ibid/rules.toml", "news/.ibid/rules.toml"]),
    ];
    for (folders, expected) in cases {
        let found = read(&root, folders);
        assert_eq!(files(&found, &root), expected, "{folders:?}");
        assert!(found.complaints.is_empty());
    }
    let line = read(&root, &["news"]).books.nth(1).and_then(|placed| placed.line());
    assert_eq!(line, Some(3));
}

#[test]
fn a_file_with_a_mistake_is_told_and_the_others_hold() {
    let (_folder, root) = folder();
    fs::write(root.join("news/.ibid/rules.toml"), "# ours\n[[rule\n").unwrap();
    let found = read(&root, &["news/deep"]);
    assert_eq!(found.books.count(), 2);
    assert_eq!(found.complaints.len(), 1);
    assert!(found.complaints[0].contains("rules.toml:2:"), "{:?}", found.complaints);
    assert!(found.complaints[0].ends_with("; continuing without these rules"));
}

#[test]
fn a_reader_who_wants_no_rules_gets_none_and_a_named_file_is_not_read_twice() {
    let (_folder, root) = folder();
    let none = InForce::read(&Keeping::Nowhere(UNWANTED), &[root.join("news")]);
    assert_eq!((none.books.count(), none.books.books.len()), (0, 1));
    let named = Keeping::of(RulesPlace::File(root.join("news/.ibid/rules.toml")));
    assert_eq!(InForce::read(&named, &[root.join("news")]).books.count(), 1);
}

#[test]
fn folders_that_are_named_bring_those_in_them_and_a_team_s_file_is_the_nearest() {
    let (_folder, root) = folder();
    let named = named_folders(&[root.join("news")]);
    assert_eq!(named, ["news", "news/deep", "news/deep/er"].map(|folder| root.join(folder)));
    assert_eq!(team_file_for(&root.join("news/deep/er")), root.join("news/deep/.ibid/rules.toml"));
    fs::create_dir(root.join("bare")).unwrap();
    assert_eq!(team_file_for(&root.join("bare")), root.join("bare/.ibid/rules.toml"));
}
