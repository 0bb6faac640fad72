//! What files say of themselves, what teams say of them, and what commands of the settings make of them.

use std::fs;
use std::os::unix::fs::PermissionsExt;

use super::stage::{LEFT, RIGHT, Stage};

#[test]
fn what_a_team_says_of_its_articles_is_shown() {
    let meta = "[\"left.txt\"]\ntitle = \"Ferry back\"\noutlet = \"Gazette\"\ndate = 2031-04-15\n\n[right.txt]\ntitle = \"It sails\"\n";
    let stage = Stage::set().file(".ibid/meta.toml", meta);
    let ran = stage.run(&["report", "left.txt", "right.txt"]);
    assert!(
        ran.out.starts_with("left and right\n\nleft: Ferry back — Gazette, 2031-04-15\nright: It sails"),
        "{ran:?}"
    );
    let stage = stage.file(".ibid/meta.toml", "[\"left.txt\"\n");
    let ran = stage.run(&["report", "left.txt", "right.txt"]);
    assert!(ran.err.contains("meta.toml:") && ran.err.contains("ignoring the file"), "{ran:?}");
}

/// Counts its calls, refuses what is called bad, and gives a file without the marks at its head.
const OPENER: &str = "#!/bin/sh\necho called >>calls\n\
    case \"$1\" in *bad*) echo 'no such font' >&2; exit 3;; esac\nsed 's/^=//' \"$1\"\n";

fn opening() -> Stage {
    let stage = Stage::bare().file("open.sh", OPENER).file("a.deed", format!("={LEFT}")).file("b.txt", RIGHT);
    fs::set_permissions(stage.path("open.sh"), fs::Permissions::from_mode(0o755)).unwrap();
    stage.file("mine.toml", "[open]\n\"*.deed\" = [\"./open.sh\", \"{}\"]\n\"*.lost\" = [\"./none\", \"{}\"]\n")
}

#[test]
fn the_answer_of_a_command_is_kept_until_its_file_changes() {
    let stage = opening();
    let read = || stage.run(&["text", "--config", "mine.toml", "a.deed"]).out;
    assert_eq!([read(), read()], [LEFT, LEFT]);
    assert_eq!(fs::read_to_string(stage.path("calls")).unwrap(), "called\n");
    fs::write(stage.path("a.deed"), "=The ferry sails again, after all, on Sunday.\n").unwrap();
    assert_eq!(read(), "The ferry sails again, after all, on Sunday.\n");
}

#[test]
fn what_a_command_cannot_open_is_named_with_its_reason() {
    let stage = opening().file("bad.deed", "x").file("c.lost", "x");
    let ran = stage.run(&["text", "--config", "mine.toml", "b.txt", "bad.deed", "c.lost"]);
    assert_eq!((ran.status, ran.out.as_str()), (Some(1), RIGHT));
    assert!(ran.err.contains("bad.deed: cannot be opened: ./open.sh said: no such font"), "{ran:?}");
    assert!(ran.err.contains("c.lost: cannot be opened: ./none is not installed"), "{ran:?}");
}

#[test]
fn no_folder_of_articles_names_commands() {
    let stage = opening().file(".ibid/config.toml", "[open]\n\"*.txt\" = [\"./open.sh\", \"{}\"]\n");
    assert_eq!(stage.run(&["text", "b.txt"]).out, RIGHT);
    assert!(!stage.path("calls").exists());
}

#[test]
fn the_head_of_a_file_is_printed_only_with_all_of_it() {
    let text = "---\ntitle: Locks\n---\n\n# Locks\n\nThe lock is shut.\n";
    let stage = Stage::bare().file("a.md", text).file("b.txt", "\n  The lock is shut.\n");
    assert_eq!(stage.run(&["text", "a.md"]).out, "Locks\n\nThe lock is shut.\n");
    assert_eq!(stage.run(&["text", "--as", "text", "a.md"]).out, "# Locks\n\nThe lock is shut.\n");
    assert_eq!(stage.run(&["text", "--all", "a.md"]).out, text);
    assert_eq!(stage.run(&["text", "b.txt"]).out, "\n  The lock is shut.\n");
}

#[test]
fn what_was_spoken_is_cited_by_its_time() {
    let cues = "1\n00:01:02,000 --> 00:01:04,000\nThe keeper closed the gates of the lock on Monday.\n";
    let stage = Stage::bare().file("a.srt", cues).file("b.txt", "The keeper closed the gates of the lock on Monday.\n");
    let text = stage.run(&["report", "a.srt", "b.txt"]).out;
    assert!(text.contains("00:01:02 → ¶1  verbatim"), "{text}");
    let markdown = stage.run(&["report", "--format", "markdown", "a.srt", "b.txt"]).out;
    assert!(markdown.contains("— a.srt, 00:01:02\n") && markdown.contains("— b, ¶1\n"), "{markdown}");
    let apparatus = stage.run(&["report", "--apparatus", "a.srt", "b.txt"]).out;
    assert!(apparatus.contains("1. a.srt 00:01:02: The keeper"), "{apparatus}");
}

#[test]
fn quoted_mail_is_left_out_with_other_quotations() {
    let said = "The keeper closed the gates of the lock on Monday, before the water rose.";
    let mail = format!(
        "From: a@b.example\nTo: c@d.example\nSubject: Lock\nDate: Mon, 14 Apr 2031 08:00:00 +0000\n\n> {said}\n\nWas it Monday? Please ask.\n"
    );
    let stage = Stage::bare().file("a.eml", mail).file("b.txt", format!("{said}\n"));
    let counted = |more: &[&str]| {
        let ran = stage.run(&[&["report", "--format", "json", "a.eml", "b.txt"], more].concat());
        let report: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
        ["quoted", "shared"].map(|it| report["pairs"][0]["left"]["coverage"][it].as_u64())
    };
    assert_eq!(counted(&[]), [Some(0), Some(14)]);
    assert_eq!(counted(&["--without-quotes"]), [Some(14), Some(0)]);
}
