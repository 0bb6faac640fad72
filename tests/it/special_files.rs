//! What stands in place of a file and may wait for ever or never end: pipes and devices are named, and not waited for.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;
use std::process::Command;

use super::stage::{LEFT, Stage};

fn pipe(path: &Path) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    assert!(Command::new("mkfifo").arg(path).status().unwrap().success());
}

#[test]
fn settings_and_rules_are_plain_files() {
    let stage = Stage::set();
    pipe(&stage.path("pipe"));
    for (name, kind) in [("pipe", "a pipe"), ("/dev/zero", "a device"), (".", "a folder")] {
        let ran = stage.run(&["report", "--config", name, "left.txt", "right.txt"]);
        assert_eq!(ran.status, Some(1), "{ran:?}");
        assert!(ran.err.contains(&format!("{name}: this is {kind}, not a file; using the defaults")), "{ran:?}");
        let ran = stage.run(&["report", "--rules", name, "left.txt", "right.txt"]);
        assert!(ran.err.contains("is not a file"), "{ran:?}");
    }
}

#[test]
fn what_is_kept_is_a_plain_file() {
    for device in [true, false] {
        let stage = Stage::set();
        let notes = stage.path(".state/ibid/notes.toml");
        fs::create_dir_all(notes.parent().unwrap()).unwrap();
        if device {
            symlink("/dev/zero", &notes).unwrap()
        } else {
            pipe(&notes)
        }
        let ran = stage.run(&["report", "left.txt", "right.txt"]);
        let kind = if device { "a device" } else { "a pipe" };
        assert!(ran.err.contains(&format!("this is {kind}, not a file")), "{ran:?}");
    }
}

#[test]
fn a_diff_reads_no_device_to_its_end_and_takes_a_pipe() {
    let stage = Stage::set();
    let ran = stage.run(&["diff", "/dev/zero", "left.txt"]);
    assert_eq!((ran.status, ran.out.as_str()), (Some(1), "Binary files /dev/zero and left.txt differ\n"));
    assert_eq!(stage.run(&["diff", "left.txt", "/dev/zero"]).status, Some(1));
    assert_eq!(stage.run(&["diff", "/dev/null", "/dev/null"]).status, Some(0));
    pipe(&stage.path("pipe"));
    let script = "cat left.txt >pipe & exec \"$0\" diff pipe left.txt";
    let mut command = Command::new("sh");
    command.args(["-c", script, env!("CARGO_BIN_EXE_ibid")]).current_dir(stage.folder()).envs(stage.environment());
    assert_eq!(command.status().unwrap().code(), Some(0));
}

#[test]
fn a_line_without_end_is_passed_on_in_pieces() {
    let long = "x".repeat((64 << 20) + 9);
    let lines = format!("{{\"text\":\"Rain fell.\"}}\n{long}\n{{\"text\":\"Rain fell.\"}}\n");
    let stage = Stage::bare().with_rules(super::stage::APPEAL).file("all.jsonl", &lines);
    let ran = stage.run(&["clean", "--jsonl", "--field", "text", "all.jsonl"]);
    assert_eq!((ran.status, ran.out == lines), (Some(1), true), "{}", ran.err);
    assert_eq!(ran.err, "ibid: all.jsonl:2: is longer than 67108864 bytes; passed on unchanged\n");
}

#[test]
fn lines_of_a_device_are_refused_and_those_of_a_pipe_read() {
    let stage = Stage::set();
    let clean = |name: &str| stage.run(&["clean", "--jsonl", "--field", "text", name]);
    let refused = clean("/dev/zero");
    assert_eq!((refused.status, refused.err.as_str()), (Some(2), "ibid: /dev/zero: this is a device, not a file\n"));
    assert_eq!(clean("/dev/null").status, Some(0));
    let refused = stage.run(&["report", "--jsonl", "--fields", "left=a,right=b", "/dev/zero"]);
    assert_eq!((refused.status, refused.err.as_str()), (Some(2), "ibid: /dev/zero: this is a device, not a file\n"));
    pipe(&stage.path("pipe"));
    let script = "echo '{\"text\":\"Rain.\"}' >pipe & exec \"$IBID\" clean --jsonl --field text pipe";
    let out = stage.command_of("sh", &["-c", script]).output().unwrap();
    assert_eq!(String::from_utf8_lossy(&out.stdout), "{\"text\":\"Rain.\"}\n");
}

#[test]
fn a_folder_with_a_pipe_in_it_is_read() {
    let stage = Stage::bare().file("all/left.txt", LEFT).file("all/right.txt", super::stage::RIGHT);
    pipe(&stage.path("all/pipe.txt"));
    assert_eq!(stage.run(&["report", "all"]).status, Some(0));
}

#[test]
fn a_text_far_longer_than_any_article_is_named_with_the_way_to_read_it() {
    let long = "The ferry sails again on Monday. ".repeat(50_000);
    let stage = Stage::set().file("long.txt", &long).file("same.txt", &long).file("blob", vec![0; 3 << 20]);
    let stage = stage.file("blob2", vec![0; 3 << 20]).file("other.txt", long.replacen("ferry", "Ferry!", 1));
    let run = |largest: &str, arguments: &[&str]| {
        let ran = stage.command(arguments).env("IBID_LARGEST", largest).output().unwrap();
        let [out, err] = [ran.stdout, ran.stderr].map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
        (ran.status.code(), out, err)
    };
    let said = "long.txt: is longer than 1 MB; set IBID_LARGEST=2 to read it\n";
    let (status, _, err) = run("1", &["report", "left.txt", "right.txt", "long.txt"]);
    assert_eq!((status, err), (Some(1), format!("ibid: {said}")));
    let (status, _, err) = run("1", &["diff", "long.txt", "left.txt"]);
    assert_eq!((status, err), (Some(2), format!("ibid: {said}")));
    assert_eq!(run("1", &["diff", "long.txt", "same.txt"]).0, Some(0), "the same bytes are the same, however many");
    assert_eq!(run("1", &["diff", "--brief", "blob", "blob2"]).0, Some(0));
    assert_eq!(run("1", &["diff", "long.txt", "other.txt"]).0, Some(2));
    assert_eq!(run("1", &["diff", "--brief", "blob", "left.txt"]).1, "Files blob and left.txt differ\n");
    let (status, out, err) = run("2", &["clean", "long.txt"]);
    assert_eq!((status, err.as_str()), (Some(0), ""));
    assert_eq!(out, long);
    for wrong in ["0", "much", "-1", ""] {
        let (status, _, err) = run(wrong, &["report", "left.txt", "right.txt"]);
        assert_eq!(
            (status, err.as_str()),
            (Some(2), "ibid: IBID_LARGEST: expected a number of megabytes, such as 200\n")
        );
    }
    let piped = std::fs::File::open(stage.path("long.txt")).unwrap();
    let ran = stage.command(&["clean", "-"]).env("IBID_LARGEST", "1").stdin(piped).output().unwrap();
    let err = String::from_utf8_lossy(&ran.stderr).into_owned();
    assert!(
        ran.status.code() == Some(2) && err.contains("standard input: is longer than 1 MB; set IBID_LARGEST=4 "),
        "{err}"
    );
}
