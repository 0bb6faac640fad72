//! The state of sets, on disk.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::job_queue::JobContext;
use super::sets::{SetFiles, recording};
use crate::app::{Event, Since};
use crate::article::{Article, DiskMap, Origin};
use crate::collate::Cancel;

fn article(path: &str, text: &str) -> Arc<Article> {
    let origin = Origin::File { named: path.into(), place: path.into() };
    let name = Path::new(path).file_name().unwrap_or_default().to_string_lossy().into_owned();
    Arc::new(Article::new(name, origin, text.to_owned(), DiskMap::identity(0)))
}

fn since(files: &SetFiles, articles: &[Arc<Article>]) -> Option<Since> {
    let mut craft = recording(files.clone());
    let context = JobContext { cancel: &Cancel::default(), tell: &|_| {} };
    match (craft.work)(&articles.to_vec(), &context) {
        Some(Event::Since(since)) => Some(since),
        _ => None,
    }
}

#[test]
fn what_is_new_changed_and_gone_is_told_once() {
    let folder = tempfile::tempdir().expect("a folder");
    let files = SetFiles::of(Some(folder.path().join("deep/sets")), &[folder.path().to_owned()]);
    let before = [article("/in/a.txt", "One."), article("/in/b.txt", "Two."), article("/in/line\nbreak.txt", "Odd.")];
    assert_eq!(since(&files, &before), None, "the first time");
    assert_eq!(since(&files, &before), Some(Since::default()), "nothing has changed");
    let after = [article("/in/a.txt", "Ones."), article("/in/c.txt", "Two."), article("/in/line\nbreak.txt", "Odd.")];
    let told = since(&files, &after).expect("a second time");
    assert_eq!(told.describe().as_deref(), Some("1 new (c.txt), 1 changed (a.txt), 1 gone (b)"));
    assert_eq!(since(&files, &after).and_then(|since| since.describe()), None, "told once");
}

#[test]
fn a_set_is_known_by_what_names_it_in_whatever_order() {
    let folder = tempfile::tempdir().expect("a folder");
    let of = |names: &[&str]| {
        let names: Vec<PathBuf> = names.iter().map(PathBuf::from).collect();
        SetFiles::of(Some(folder.path().to_owned()), &names)
    };
    assert_eq!(of(&["/a/one.txt", "/a/two.txt"]), of(&["/a/two.txt", "/a/one.txt"]));
    assert_ne!(of(&["/a/one.txt", "/a/two.txt"]), of(&["/a/one.txt"]));
    assert_ne!(of(&["/a/one.txt", "/a/two.txt"]), of(&["/a/one.txt/a/two.txt"]));
    assert_eq!(of(&["-", "/a/two.txt"]), SetFiles::default(), "the standard input is no file");
    assert_eq!(of(&[]), SetFiles::default(), "the articles that come with the program");
}

#[test]
fn the_sets_read_longest_ago_are_forgotten() {
    let folder = tempfile::tempdir().expect("a folder");
    for number in 0..210 {
        let names = [PathBuf::from(format!("/in/{number}.txt"))];
        let files = SetFiles::of(Some(folder.path().to_owned()), &names);
        files.keep(&files.places()).expect("kept");
    }
    assert_eq!(std::fs::read_dir(folder.path()).expect("a folder").count(), 200);
}

#[test]
fn what_a_killed_program_left_is_swept_by_the_next_that_keeps_something() {
    let folder = tempfile::tempdir().expect("a folder");
    let sets = folder.path().join("sets");
    let files = SetFiles::of(Some(sets.clone()), &[folder.path().to_owned()]);
    let stray = |name: &str| {
        let path = sets.join(name);
        std::fs::write(&path, "half").expect("written");
        path
    };
    std::fs::create_dir(&sets).expect("a folder");
    let left = [stray(".0123456789abcdef.toml.ibid-a1B2c3D4"), stray(".feed.articles.ibid-ZZZZZZZZ")];
    let others = [stray(".mine.ibid-short"), stray("notes.ibid-a1B2c3D4"), stray("0123456789abcdef.toml")];
    files.keep(&crate::app::SetPlaces::default()).expect("kept");
    assert_eq!(left.map(|path| path.exists()), [false; 2]);
    assert_eq!(others.map(|path| path.exists()), [true; 3]);
    let again = stray(".feed.articles.ibid-ZZZZZZZZ");
    since(&files, &[article("/in/a.txt", "One.")]);
    assert!(!again.exists());
}
