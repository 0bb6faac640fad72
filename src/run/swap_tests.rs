//! What is saved between the last check and the replacing is kept.

use std::fs;
use std::io::Write;

use tempfile::tempdir;

use super::fresh::{Readers, fresh_file};
use super::swap::{put, put_unlooked};

#[test]
fn what_stands_there_is_replaced_only_if_it_was_read() {
    for (there, before, is_put) in [
        (Some("old"), "old", true),
        (Some("edited"), "old", false),
        (Some(""), "old", false),
        (Some(""), "", true),
        (Some("made"), "", false),
        (None, "", true),
        (None, "old", false),
    ] {
        for looked in [true, false] {
            let folder = tempdir().unwrap();
            let path = folder.path().join("rules.toml");
            if let Some(there) = there {
                fs::write(&path, there).unwrap();
            }
            let mut fresh = fresh_file(&path, Readers::All).unwrap();
            fresh.write_all(b"new").unwrap();
            let put = if looked {
                put(fresh, &path, before.as_bytes())
            } else {
                put_unlooked(fresh, &path, before.as_bytes())
            };
            assert_eq!(put.unwrap(), is_put, "{there:?} {before:?}");
            let now = fs::read_to_string(&path).ok();
            assert_eq!(now.as_deref(), if is_put { Some("new") } else { there }, "{there:?} {before:?}");
            assert_eq!(
                fs::read_dir(folder.path()).unwrap().count(),
                usize::from(now.is_some()),
                "nothing is left over"
            );
        }
    }
}
