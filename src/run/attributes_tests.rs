//! What belongs to a file besides its bytes is kept; and a held lock is waited for, but not forever.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::thread;
use std::time::Duration;

use tempfile::tempdir;

use super::RulesFile;
use super::fresh::Lock;
use super::kept_file::replace;
use super::sample::rule;

/// An access list as Linux stores it: the owner reads and writes, user 1000 reads, the group and others nothing.
#[cfg(target_os = "linux")]
const READERS: [u8; 44] = [
    2, 0, 0, 0, 1, 0, 6, 0, 255, 255, 255, 255, 2, 0, 4, 0, 0xe8, 3, 0, 0, 4, 0, 0, 0, 255, 255, 255, 255, 16, 0, 4, 0,
    255, 255, 255, 255, 32, 0, 0, 0, 255, 255, 255, 255,
];

#[cfg(target_os = "linux")]
#[test]
fn extended_attributes_and_readers_stay_where_the_disk_has_them() {
    use rustix::fs::{XattrFlags, getxattr, setxattr};

    let folder = tempdir().unwrap();
    let path = folder.path().join("rules.toml");
    fs::write(&path, "# mine\n").unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o600)).unwrap();
    let set = |name: &str, value: &[u8]| setxattr(&path, name, value, XattrFlags::empty()).is_ok();
    let (tagged, listed) = (set("user.tag", b"harbour"), set("system.posix_acl_access", &READERS));
    let mode = |path: &std::path::Path| fs::metadata(path).unwrap().permissions().mode() & 0o7777;
    let before = mode(&path);
    RulesFile { path: path.clone() }.change(|text| assert!(text.add(&rule("one")).is_some())).unwrap();
    for path in [path.clone(), folder.path().join("rules.toml.bak")] {
        let mut value = [0; 99];
        let mut got = |name: &str| getxattr(&path, name, &mut value[..]).ok().map(|length| value[..length].to_vec());
        assert!(!tagged || got("user.tag") == Some(b"harbour".to_vec()), "{path:?}");
        assert!(!listed || got("system.posix_acl_access") == Some(READERS.to_vec()), "{path:?}");
        assert_eq!(mode(&path), before, "{path:?}");
    }
    replace(&path, "# other\n").unwrap();
    assert_eq!((fs::read_to_string(&path).unwrap(), mode(&path)), ("# other\n".to_owned(), before));
}

#[test]
fn a_lock_that_somebody_holds_is_waited_for_but_not_for_ever() {
    let folder = tempdir().unwrap();
    let path = folder.path().join("rules.toml");
    let held = Lock::on(&path).unwrap();
    let refused = Lock::within(&path, Duration::ZERO).unwrap_err().to_string();
    assert!(refused.contains("another program keeps rules.toml locked"), "{refused}");
    let waiting = thread::spawn({
        let path = path.clone();
        move || Lock::within(&path, Duration::from_secs(3600)).is_ok()
    });
    drop(held);
    assert!(waiting.join().unwrap());
    assert!(Lock::on(&path).is_ok(), "who has given up keeps nothing");
}
