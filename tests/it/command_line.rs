//! The command line: exit statuses, complaints, help.

use std::process::Stdio;

use super::stage::{LEFT, Stage};

#[test]
fn the_exit_status_says_how_it_went() {
    let stage = Stage::set().file("blob", [0, 159, 146, 150, 0, 0, 1, 2, 3]).file("empty.txt", "");
    let cases: &[(&[&str], i32, &[&str])] = &[
        (&["report", "left.txt", "right.txt"], 0, &[]),
        (&["left.txt", "right.txt"], 0, &[]),
        (&["left.txt", "right.txt", "none.txt"], 1, &["ibid: none.txt: "]),
        (&["report", "left.txt", "blob", "right.txt", "empty.txt"], 1, &["ibid: blob: ", "ibid: empty.txt: "]),
        (&["left.txt"], 0, &[]),
        (&["left.txt", "nosuch/", "right.txt"], 1, &["ibid: nosuch/: no such folder"]),
        (&["report", "left.txt"], 2, &["ibid: a report needs two articles; ibid text left.txt prints one"]),
        (&["report", "left.txt", "none.txt"], 2, &["ibid: none.txt: ", "a report needs two"]),
        (&["none.txt", "blob"], 2, &["ibid: none.txt: ", "ibid: blob: ", "ibid: nothing could be opened"]),
        (&["report"], 2, &["ibid: ", "missing argument: FILES", "--help"]),
        (&["report", "left.txt", "right.txt", "--format", "xml"], 2, &["ibid: invalid value 'xml'"]),
        (&["--nonsense"], 2, &["ibid: unknown option --nonsense"]),
    ];
    for (arguments, status, said) in cases {
        let ran = stage.run(arguments);
        assert_eq!(ran.status, Some(*status), "{arguments:?}: {ran:?}");
        assert!(said.iter().all(|said| ran.err.contains(said)), "{arguments:?}: {ran:?}");
        assert_eq!(ran.err.is_empty(), said.is_empty(), "{arguments:?}: {ran:?}");
        assert!(ran.err.lines().all(|line| line.starts_with("ibid: ")), "{ran:?}");
    }
}

#[test]
fn the_usage_says_what_is_required() {
    let help = Stage::set().run(&["report", "--help"]).out;
    let usage = "Usage: ibid report [OPTIONS] <FILES>...\n       ibid report --jsonl [OPTIONS] [FILES]...\n";
    assert!(help.contains(usage), "{help}");
}

#[cfg(target_os = "linux")]
#[test]
fn what_cannot_be_printed_is_told() {
    let stage = Stage::set();
    for arguments in [
        &["--help"][..],
        &["--version"],
        &["diff", "--help"],
        &["man"],
        &["completions", "bash"],
        &["config"],
        &["config", "--default"],
        &["rules", "path"],
        &["report", "left.txt", "right.txt"],
        &["clean", "left.txt"],
        &["diff", "left.txt", "right.txt"],
    ] {
        let full = std::fs::File::create("/dev/full").unwrap();
        let ran = stage.command(arguments).stdout(full).output().unwrap();
        let said = String::from_utf8_lossy(&ran.stderr).into_owned();
        assert_eq!(ran.status.code(), Some(2), "{arguments:?}: {said}");
        assert!(said.starts_with("ibid: cannot write") && said.contains("No space left"), "{arguments:?}: {said}");
    }
}

#[test]
fn every_mistake_in_the_settings_is_told_where_nobody_sees_a_screen() {
    let wrong = "measure = 3\nmouse = 7\n[keys]\nhide = \"Ctrl-m\"\npull = \"g m  m\"\nquit = []\n";
    let stage = Stage::set().file("c.toml", wrong);
    for arguments in [
        &["report", "--config", "c.toml", "left.txt", "right.txt"][..],
        &["--config", "c.toml", "left.txt", "right.txt"],
        &["clean", "--config", "c.toml", "left.txt"],
        &["rules", "suggest", "--config", "c.toml", "left.txt", "right.txt"],
    ] {
        let ran = stage.run(arguments);
        assert_eq!(ran.status, Some(1), "{arguments:?}: {ran:?}");
        for line in [1, 2, 4, 6] {
            assert!(ran.err.contains(&format!("ibid: c.toml:{line}:")), "{arguments:?}: {ran:?}");
        }
    }
}

#[test]
fn the_settings_are_told_of() {
    let stage = Stage::set();
    let path = stage.run(&["config"]);
    assert!(path.out.trim_end().ends_with("config.toml") && path.status == Some(0), "{path:?}");
    assert_eq!(stage.run(&["config", "--path"]).out, path.out);
    let default = stage.run(&["config", "--default"]);
    assert!(default.out.contains("measure = 76") && default.err.is_empty(), "{default:?}");
    let stage = stage.file("c.toml", "nonsense = 1\n");
    let ran = stage.run(&["report", "--config", "c.toml", "left.txt", "right.txt"]);
    assert_eq!(ran.status, Some(1), "{ran:?}");
    let near = stage.clone().file("d.toml", "themee = 1\n").run(&["kinds", "--config", "d.toml"]).err;
    let said = "ibid: d.toml:1:1: unknown setting `themee`; did you mean `theme`? Using the rest of the settings\n";
    assert_eq!(near, said);
    assert_eq!(ran.err, "ibid: c.toml:1:1: unknown setting `nonsense`; using the rest of the settings\n");
}

#[cfg(unix)]
#[test]
fn the_advertised_way_to_begin_a_settings_file_works_on_a_new_machine() {
    let stage = Stage::set();
    let advertised = "ibid config --default >\"$(ibid config)\"";
    assert!(stage.run(&["config", "--help"]).out.contains(advertised));
    let script = advertised.replace("ibid config", "\"$IBID\" config");
    let ran = stage.command_of("sh", &["-c", &script]).output().unwrap();
    assert!(ran.status.success(), "{ran:?}");
    let path = stage.run(&["config"]).out;
    assert!(std::fs::read_to_string(path.trim_end()).unwrap().contains("measure = 76"));
    // A file that was named is the reader's own.
    stage.run(&["config", "--config", "mine/c.toml"]);
    assert!(!stage.path("mine").exists());
}

#[test]
fn without_a_terminal_the_articles_are_printed_as_the_report_prints_them() {
    let stage = Stage::set();
    assert_eq!(stage.run(&["left.txt", "right.txt"]).out, stage.run(&["report", "left.txt", "right.txt"]).out);
}

#[test]
fn a_file_called_report_is_opened_after_two_dashes() {
    let stage = Stage::set().file("report", LEFT);
    let ran = stage.run(&["--", "report", "right.txt"]);
    assert_eq!((ran.status, ran.err.as_str()), (Some(0), ""), "{ran:?}");
    let ran = stage.run(&["report", "--format", "json", "--", "report", "right.txt"]);
    assert_eq!(ran.json()["pairs"][0]["left"]["path"], "report");
}

#[test]
fn help_starts_with_examples_and_fits_80_columns() {
    let stage = Stage::bare();
    for arguments in [
        &["--help"][..],
        &["-h"],
        &["report", "--help"],
        &["diff", "--help"],
        &["help", "rules", "add"],
        &["help", "notes", "add"],
    ] {
        let ran = stage.run(arguments);
        let starts = ["Usage:", "Examples:", "Options:"].map(|part| ran.out.find(part));
        assert!(starts.iter().all(Option::is_some) && starts.is_sorted(), "{arguments:?}: {}", ran.out);
        assert_eq!((ran.status, ran.err.as_str()), (Some(0), ""), "{arguments:?}");
        let wide: Vec<&str> = ran.out.lines().filter(|line| line.chars().count() > 80).collect();
        assert!(wide.is_empty(), "{arguments:?}: {wide:?}");
    }
    let help = stage.run(&["--help"]).out;
    let places = ["Usage:", "Examples:", "Options:", "Exit status:"].map(|part| help.find(part));
    assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{help}");
    assert!(help.lines().count() <= 76, "{} lines", help.lines().count());
}

#[test]
fn the_version_is_that_of_the_package() {
    let ran = Stage::bare().run(&["--version"]);
    assert_eq!((ran.status, ran.out), (Some(0), format!("ibid {}\n", env!("CARGO_PKG_VERSION"))));
}

#[test]
fn control_characters_of_a_name_are_not_sent_on() {
    let hostile = "a\x1b]0;owned\x07b\u{9b}31m";
    let stage = Stage::set().file("held.txt", "");
    for arguments in [&[hostile][..], &["left.txt", "right.txt", hostile], &["report", "--format", hostile, "x"]] {
        let ran = stage.run(arguments);
        assert_ne!(ran.status, Some(0), "{ran:?}");
        assert!(!ran.err.is_empty() && !ran.err.contains(['\x1b', '\x07', '\u{9b}']), "{ran:?}");
    }
}

#[test]
fn a_closed_pipe_ends_it_quietly() {
    let paragraphs: String =
        (0..600).map(|n| format!("Boat number {n} of the Orrin fleet left on day {n}.\n\n")).collect();
    let stage = Stage::bare().file("a.txt", &paragraphs).file("b.txt", &paragraphs);
    let mut command = stage.command(&["report", "a.txt", "b.txt", "--format", "json"]);
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), output.stderr), (Some(0), Vec::new()));
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_told() {
    let stage = Stage::set();
    let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let output = stage.command(&["report", "left.txt", "right.txt", "--format", "json"]).stdout(full).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).starts_with("ibid: cannot write the report: "), "{output:?}");
}

#[test]
fn there_is_a_page_for_each_command() {
    let stage = Stage::bare();
    for command in ["report", "clean", "rules", "config", "diff", "completions"] {
        let ran = stage.run(&["man", command]);
        assert_eq!((ran.status, ran.err.as_str()), (Some(0), ""), "{command}");
        assert!(ran.out.contains(&format!("ibid\\-{command} \\- ")), "{command}: {}", ran.out);
    }
}

#[test]
fn completions_offer_values_and_say_what_help_says() {
    let stage = Stage::bare();
    let bash = stage.run(&["completions", "bash"]).out;
    assert!(bash.contains("compgen -W \"auto dark light high-contrast\""), "{bash}");
    assert!(bash.contains("compgen -W \"text markdown html"), "{bash}");
    let fish = stage.run(&["completions", "fish"]).out;
    assert!(!fish.contains("subcommand(s)") && fish.contains("Print this help, or the help of a command"), "{fish}");
}

#[test]
fn help_of_help_is_help() {
    let stage = Stage::bare();
    let help = stage.run(&["help", "help"]);
    assert!(help.status == Some(0) && help.out.contains("The command to describe"), "{help:?}");
    for arguments in [["help", "--help"], ["help", "-h"]] {
        assert_eq!(stage.run(&arguments).out, help.out);
    }
    for arguments in [&["rules", "help", "--help"][..], &["rules", "help", "add", "-h"]] {
        assert_eq!(stage.run(arguments).status, Some(0), "{arguments:?}");
    }
}

#[test]
fn a_mistake_in_the_settings_is_told_with_its_line_and_ends_with_1() {
    let stage = Stage::set();
    let config = stage.rules().with_file_name("config.toml");
    std::fs::create_dir_all(config.parent().unwrap()).unwrap();
    std::fs::write(&config, "measure = \"wide\"\nnonsense = 1\n").unwrap();
    for arguments in [
        &["report", "left.txt", "right.txt"][..],
        &["clean", "left.txt"],
        &["rules", "suggest", "left.txt"],
        &["kinds"],
        &["diff", "left.txt", "right.txt"],
    ] {
        let ran = stage.run(arguments);
        assert_eq!(ran.status, Some(1), "{ran:?}");
        assert!(ran.err.contains("config.toml:1:11: ") && ran.err.contains("config.toml:2:1: "), "{ran:?}");
        // That two texts differ is 1, too.
        let fine = if arguments[0] == "diff" { 1 } else { 0 };
        assert_eq!(stage.run(&[arguments, &["--no-config"]].concat()).status, Some(fine));
    }
}

#[cfg(target_os = "linux")]
#[test]
fn help_that_cannot_be_written_is_told() {
    for arguments in [&["--help"][..], &["report", "--help"], &["--version"], &["config"], &["rules", "path"], &["man"]]
    {
        let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
        let ran = Stage::bare().command(arguments).stdout(full).output().unwrap();
        assert_eq!(ran.status.code(), Some(2), "{arguments:?}");
        assert!(String::from_utf8_lossy(&ran.stderr).contains("cannot write"), "{arguments:?}: {ran:?}");
    }
}

#[test]
fn words_that_changed_command_no_terminal_in_a_report() {
    let said = |word: &str| {
        format!("The keeper of the harbour gate counted every {word} twice before the first ferry left.\n")
    };
    let stage = Stage::bare().file("left.txt", said("lan\x1b[31mtern")).file("right.txt", said("bar\u{9b}2Jrel"));
    let ran = stage.run(&["report", "left.txt", "right.txt"]);
    assert!(ran.out.contains("{+") && !ran.out.contains(['\x1b', '\u{9b}']), "{ran:?}");
}
