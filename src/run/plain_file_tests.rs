//! What may be there instead of a plain file.

use std::fs;
use std::os::unix::net::UnixListener;
use std::path::Path;
use std::process::Command;

use tempfile::tempdir;

use super::fresh::knows_no_locks;
use super::kept_file::locked;
use super::plain_file::{plain, read};

fn said(path: &Path, most: u64) -> String {
    read(path, most).err().map(|error| error.to_string()).unwrap_or_default()
}

#[test]
fn only_plain_files_are_read() {
    let folder = tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    assert!(Command::new("mkfifo").arg(at("pipe")).status().unwrap().success());
    let _socket = UnixListener::bind(at("socket")).unwrap();
    fs::write(at("file"), "words").unwrap();
    std::os::unix::fs::symlink("/dev/zero", at("link")).unwrap();
    std::os::unix::fs::symlink(at("file"), at("good")).unwrap();
    assert_eq!(said(&at("pipe"), 9), "this is a pipe, not a file");
    assert_eq!(said(&at("socket"), 9), "this is a socket, not a file");
    assert_eq!(said(&at("link"), 9), "this is a device, not a file");
    assert_eq!(said(folder.path(), 9), "this is a folder, not a file");
    assert_eq!(said(&at("file"), 4), "too large (more than 4 bytes)");
    assert_eq!(read(&at("good"), 5).unwrap(), b"words");
    assert_eq!(plain(&at("none")).unwrap_err().kind(), std::io::ErrorKind::NotFound);
}

#[test]
fn a_pipe_in_place_of_a_lock_is_not_waited_for() {
    let folder = tempdir().unwrap();
    assert!(Command::new("mkfifo").arg(folder.path().join("notes.toml.lock")).status().unwrap().success());
    let error = format!("{:#}", locked(&folder.path().join("notes.toml")).unwrap_err());
    assert!(error.contains("this is a pipe"), "{error}");
}

#[test]
fn a_disk_without_locks_is_no_failure() {
    use std::io::{Error, ErrorKind};

    let nobody_answers = if cfg!(target_os = "linux") { 37 } else { 77 };
    assert!(knows_no_locks(&Error::from_raw_os_error(nobody_answers)));
    assert!(knows_no_locks(&ErrorKind::Unsupported.into()));
    assert!(!knows_no_locks(&ErrorKind::PermissionDenied.into()) && !knows_no_locks(&Error::from_raw_os_error(13)));
}
