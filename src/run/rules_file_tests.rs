use std::fs;
use std::path::Path;
use std::thread;

use tempfile::{TempDir, tempdir};

use super::RulesFile;
use super::sample::rule;
use crate::boilerplate::RuleId;

const KEPT: &str = "\
# My rules, do not sort!

[[rule]]   # the light
  id    = \"light\"
match = { kind = 'begins', text = 'Keep our light' } # burning

# The end.
";

fn add(file: &RulesFile, id: &str) -> anyhow::Result<usize> {
    let rules = file.change(|text| {
        text.add(&rule(id));
    });
    rules.map(|there| there.rules.rules.len())
}

fn file_with(bytes: &[u8]) -> (TempDir, RulesFile) {
    let folder = tempdir().unwrap();
    let path = folder.path().join("rules.toml");
    fs::write(&path, bytes).unwrap();
    (folder, RulesFile { path })
}

/// The names in a folder, sorted.
fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<_> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn a_file_that_is_not_there_has_no_rules_and_is_made_with_its_folder() {
    let folder = tempdir().unwrap();
    let file = RulesFile { path: folder.path().join("a/b/rules.toml") };
    assert_eq!(file.read().unwrap().rules.rules, []);
    assert_eq!(names(folder.path()), [""; 0]);
    assert_eq!(add(&file, "one").unwrap(), 1);
    assert_eq!(file.read().unwrap().rules.rules, [rule("one")]);
    assert!(fs::read_to_string(&file.path).unwrap().starts_with("# What ibid hides"));
    assert_eq!(names(&folder.path().join("a/b")), ["rules.toml", "rules.toml.bak", "rules.toml.lock"]);
}

#[test]
fn comments_order_and_spacing_stay() {
    let (folder, file) = file_with(KEPT.as_bytes());
    assert_eq!(add(&file, "one").unwrap(), 2);
    assert!(fs::read_to_string(&file.path).unwrap().starts_with(KEPT));
    let rules = file.change(|text| assert!(text.remove(&RuleId("one".to_owned())))).unwrap();
    assert_eq!(rules.rules.rules.len(), 1);
    assert_eq!(fs::read_to_string(&file.path).unwrap(), KEPT);
    assert_eq!(names(folder.path()), ["rules.toml", "rules.toml.bak", "rules.toml.lock"]);
}

#[test]
fn a_change_that_changes_nothing_writes_nothing() {
    let folder = tempdir().unwrap();
    let file = RulesFile { path: folder.path().join("rules.toml") };
    let rules = file.change(|text| assert!(!text.remove(&RuleId("one".to_owned())))).unwrap();
    assert_eq!(rules.rules.rules, []);
    assert!(!file.path.exists());
}

#[test]
fn a_broken_file_is_reported_and_left_as_it_is() {
    let table: &[(&[u8], &str)] = &[
        (b"# mine\n\n[[rule]]\nid = \n", "rules.toml:4:6: "),
        (b"[[rule]]\nid = 'a'\nmach = 3\n", "rules.toml:3:1: unknown key `mach`"),
        (b"# a\n# b \xff\n", "rules.toml:2: byte 9 is not UTF-8"),
    ];
    for (bytes, expected) in table {
        let (_folder, file) = file_with(bytes);
        for error in [file.read().unwrap_err(), add(&file, "one").unwrap_err()] {
            assert!(format!("{error:#}").contains(expected), "{error:#}");
        }
        assert_eq!(fs::read(&file.path).unwrap(), *bytes);
    }
}

#[test]
fn what_is_no_file_is_reported() {
    let folder = tempdir().unwrap();
    let file = RulesFile { path: folder.path().to_owned() };
    assert!(format!("{:#}", file.read().unwrap_err()).contains("is not a file"));
    let (_folder, blocked) = file_with(b"");
    let below = RulesFile { path: blocked.path.join("rules.toml") };
    for error in [below.read().unwrap_err(), add(&below, "one").unwrap_err()] {
        assert!(format!("{error:#}").contains("rules.toml"), "{error:#}");
    }
}

#[test]
fn a_read_only_file_is_left_as_it_is() {
    let (folder, file) = file_with(KEPT.as_bytes());
    let mut permissions = fs::metadata(&file.path).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&file.path, permissions).unwrap();
    assert_eq!(file.read().unwrap().rules.rules.len(), 1);
    assert!(format!("{:#}", add(&file, "one").unwrap_err()).contains("read-only"));
    assert_eq!(fs::read_to_string(&file.path).unwrap(), KEPT);
    assert_eq!(names(folder.path()), ["rules.toml", "rules.toml.lock"]);
}

#[test]
fn the_lock_file_does_not_hurt() {
    let (folder, file) = file_with(KEPT.as_bytes());
    fs::write(folder.path().join("rules.toml.lock"), "left behind").unwrap();
    assert_eq!(add(&file, "one").unwrap(), 2);
    assert_eq!(add(&file, "two").unwrap(), 3);
    assert_eq!(fs::read_to_string(folder.path().join("rules.toml.lock")).unwrap(), "left behind");
}

#[test]
fn what_somebody_left_behind_who_was_killed_is_taken_away_and_nothing_else() {
    let (folder, file) = file_with(KEPT.as_bytes());
    let left = [".rules.toml.ibid-a1B2c3D4", ".rules.toml.ibid-00000000"];
    let others = [
        ".other.toml.ibid-a1B2c3D4",
        ".rules.toml.bak.ibid-a1B2c3D4",
        ".rules.toml.ibid-a1B2c3D",
        ".rules.toml.ibid-a1B2c3D4~",
        ".rules.toml.ibid-mine.txt",
        ".rulesAbCdEf",
    ];
    for name in left.iter().chain(&others) {
        fs::write(folder.path().join(name), "half a fi").unwrap();
    }
    fs::create_dir(folder.path().join(".rules.toml.ibid-afolder1")).unwrap();
    assert_eq!(add(&file, "one").unwrap(), 2);
    let mut expected: Vec<_> = others.to_vec();
    expected.extend([".rules.toml.ibid-afolder1", "rules.toml", "rules.toml.bak", "rules.toml.lock"]);
    expected.sort_unstable();
    assert_eq!(names(folder.path()), expected);
}

#[test]
fn two_that_save_at_once_both_keep_all_their_rules() {
    let (folder, file) = file_with(KEPT.as_bytes());
    thread::scope(|scope| {
        for who in ["left", "right"] {
            let file = &file;
            scope.spawn(move || {
                for number in 0..50 {
                    add(file, &format!("{who}-x{number}")).unwrap();
                    add(file, "same").unwrap();
                }
            });
        }
    });
    let rules = file.read().unwrap().rules;
    assert_eq!(rules.rules.len(), 1 + 200);
    for who in ["left", "right"] {
        let own = rules.rules.iter().filter(|rule| rule.id.0.starts_with(who)).map(|rule| rule.name.clone());
        assert_eq!(own.collect::<Vec<_>>(), (0..50).map(|number| format!("{who}-x{number}")).collect::<Vec<_>>());
    }
    assert!(fs::read_to_string(&file.path).unwrap().starts_with(KEPT));
    assert_eq!(names(folder.path()), ["rules.toml", "rules.toml.bak", "rules.toml.lock"]);
}

#[cfg(unix)]
mod on_unix {
    use std::fs;
    use std::os::unix::fs::{MetadataExt, PermissionsExt, chown, symlink};
    use std::path::Path;

    use tempfile::tempdir;

    use super::{KEPT, RulesFile, add, file_with, names};

    fn mode(file: &RulesFile) -> u32 {
        fs::metadata(&file.path).unwrap().permissions().mode() & 0o777
    }

    #[test]
    fn a_link_stays_a_link() {
        let folder = tempdir().unwrap();
        let (dotfiles, config) = (folder.path().join("dotfiles"), folder.path().join("config"));
        fs::create_dir(&dotfiles).unwrap();
        fs::create_dir(&config).unwrap();
        fs::write(dotfiles.join("ibid.toml"), KEPT).unwrap();
        symlink("../dotfiles/ibid.toml", config.join("again.toml")).unwrap();
        symlink("again.toml", config.join("rules.toml")).unwrap();
        let file = RulesFile { path: config.join("rules.toml") };
        assert_eq!(add(&file, "one").unwrap(), 2);
        assert!(fs::symlink_metadata(&file.path).unwrap().is_symlink());
        assert!(fs::symlink_metadata(config.join("again.toml")).unwrap().is_symlink());
        assert!(fs::read_to_string(dotfiles.join("ibid.toml")).unwrap().starts_with(KEPT));
        assert_eq!(file.read().unwrap().rules.rules.len(), 2);
        assert_eq!(names(&dotfiles), ["ibid.toml", "ibid.toml.bak", "ibid.toml.lock"]);
    }

    #[test]
    fn a_link_to_what_is_not_there_yet_makes_it() {
        let folder = tempdir().unwrap();
        let file = RulesFile { path: folder.path().join("rules.toml") };
        symlink("kept/ibid.toml", &file.path).unwrap();
        assert_eq!(file.read().unwrap().rules.rules, []);
        assert_eq!(add(&file, "one").unwrap(), 1);
        assert!(folder.path().join("kept/ibid.toml").is_file());
        assert!(fs::symlink_metadata(&file.path).unwrap().is_symlink());
    }

    #[test]
    fn a_link_to_itself_is_reported() {
        let folder = tempdir().unwrap();
        let file = RulesFile { path: folder.path().join("rules.toml") };
        symlink("rules.toml", &file.path).unwrap();
        assert!(format!("{:#}", file.read().unwrap_err()).contains("rules.toml"));
        assert!(format!("{:#}", add(&file, "one").unwrap_err()).contains("broken link"));
    }

    #[test]
    fn who_may_read_the_rules_stays() {
        let (_folder, file) = file_with(KEPT.as_bytes());
        fs::set_permissions(&file.path, fs::Permissions::from_mode(0o640)).unwrap();
        add(&file, "one").unwrap();
        assert_eq!(mode(&file), 0o640);
    }

    #[test]
    fn a_backup_is_open_to_nobody_more_than_the_rules() {
        let (folder, file) = file_with(KEPT.as_bytes());
        let backup = folder.path().join("rules.toml.bak");
        fs::write(&backup, "open to all\n").unwrap();
        fs::set_permissions(&backup, fs::Permissions::from_mode(0o644)).unwrap();
        for open in [0o600, 0o640, 0o604] {
            fs::set_permissions(&file.path, fs::Permissions::from_mode(open)).unwrap();
            add(&file, &format!("x{open}")).unwrap();
            let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
            assert_eq!((mode(&file.path), mode(&backup)), (open, open));
        }
    }

    #[test]
    fn the_superuser_takes_the_rules_from_nobody() {
        let (folder, file) = file_with(KEPT.as_bytes());
        // Only the superuser can give a file away, so only then is there something to see.
        if chown(&file.path, Some(4711), Some(4712)).is_err() {
            return;
        }
        add(&file, "one").unwrap();
        for name in names(folder.path()) {
            let found = fs::metadata(folder.path().join(&name)).unwrap();
            assert_eq!((found.uid(), found.gid()), (4711, 4712), "{name}");
        }
    }

    #[test]
    fn a_new_file_is_the_owners_to_write() {
        let folder = tempdir().unwrap();
        let file = RulesFile { path: folder.path().join("rules.toml") };
        add(&file, "one").unwrap();
        assert_eq!(mode(&file) & !0o044, 0o600);
    }

    #[test]
    fn a_read_only_folder_is_reported() {
        let (folder, file) = file_with(KEPT.as_bytes());
        fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o555)).unwrap();
        // The superuser can write everywhere, so then there is nothing to see.
        let binding = fs::write(folder.path().join("probe"), "").is_err();
        if binding {
            let error = add(&file, "one").unwrap_err();
            assert!(format!("{error:#}").contains("make this folder writable"), "{error:#}");
            assert_eq!(file.read().unwrap().rules.rules.len(), 1);
            assert_eq!(fs::read_to_string(&file.path).unwrap(), KEPT);
        }
        fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o755)).unwrap();
    }
}
