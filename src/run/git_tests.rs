//! What git says with seven or nine arguments, in our words.

use std::path::PathBuf;

use super::git::{Called, Told, called};
use crate::text::Pair;

const OLD: &str = "257cc5642cb1a054f08cc83f2d943e56fd3ebe99";
const NEW: &str = "5716ca5987cbf97d6bb54920bea6adde242d87e6";
const NONE: &str = "0000000000000000000000000000000000000000";

fn told(words: &[&str]) -> Told {
    let names: Vec<PathBuf> = words.iter().map(PathBuf::from).collect();
    match called(&names) {
        Ok(Called::ByGit(told)) => told,
        other => panic!("{words:?}: {other:?}"),
    }
}

#[test]
fn it_is_told_what_became_of_the_file() {
    let renamed = "similarity index 92%\nrename from old.md\nrename to new.md\n";
    let table: &[(&[&str], &[&str])] = &[
        (&["a.md", "/tmp/x/a.md", OLD, "100644", "a.md", NONE, "100644"], &[]),
        (&["a.md", "a.md", OLD, "100644", "a.md", OLD, "100755"], &["a.md mode 100644 → 100755"]),
        (&["a.md", "/dev/null", ".", ".", "a.md", NEW, "100644"], &["added a.md"]),
        (&["a.sh", "/dev/null", ".", ".", "a.sh", NEW, "100755"], &["added a.sh, mode 100755"]),
        (&["a.md", "/tmp/x/a.md", OLD, "100644", "/dev/null", ".", "."], &["deleted a.md"]),
        (
            &["old.md", "/tmp/x/old.md", OLD, "100644", "new.md", OLD, "100644", "new.md", renamed],
            &["renamed old.md → new.md"],
        ),
        (
            &["old.md", "/tmp/x/old.md", OLD, "100644", "new.md", OLD, "100755", "new.md", renamed],
            &["renamed old.md → new.md", "new.md mode 100644 → 100755"],
        ),
        (
            &[
                "old.md",
                "old.md",
                OLD,
                "100644",
                "new.md",
                OLD,
                "100644",
                "new.md",
                "copy from old.md\ncopy to new.md\n",
            ],
            &["copied old.md → new.md"],
        ),
    ];
    for (words, expected) in table {
        assert_eq!(told(words).deeds, *expected, "{words:?}");
    }
}

#[test]
fn an_object_is_known_by_its_short_name_where_git_has_one() {
    let found = told(&["a.md", "/tmp/x/a.md", OLD, "100644", "a.md", NONE, "100644"]);
    assert_eq!(found.objects, Pair::new(Some("257cc56".to_owned()), None));
    let added = told(&["a.md", "/dev/null", ".", ".", "a.md", NEW, "100644"]);
    assert_eq!(added.objects, Pair::new(None, Some("5716ca5".to_owned())));
    assert_eq!(added.sources.as_ref().map(|source| source.shown.as_str()), Pair::new("/dev/null", "b/a.md"));
}

#[test]
fn a_name_is_safe_to_print() {
    let found = told(&["a\u{1b}[2J.md", "/dev/null", ".", ".", "a\u{1b}[2J.md", NEW, "100644"]);
    assert!(found.deeds.iter().all(|deed| !deed.contains('\u{1b}')), "{found:?}");
}
