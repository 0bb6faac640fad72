//! `ibid merge` and `ibid diff --output` from outside: what is written, how, and the exit status.

use std::fs;

use super::stage::Stage;

const BASE: &str = "\
The council met on Monday evening. It heard three reports about the harbour. Nobody objected to the first one.

The second report dealt with the old ferry. Its engine had failed twice since March.
";

fn versions(ours: &str, theirs: &str) -> Stage {
    Stage::bare().file("base", BASE).file("ours", ours).file("theirs", theirs)
}

#[test]
fn changes_of_one_paragraph_are_merged_into_a_file() {
    let ours = BASE.replace("three", "four");
    let theirs = BASE.replace("Nobody objected to", "Few minded").replace("twice", "again");
    let both = ours.replace("Nobody objected to", "Few minded").replace("twice", "again");
    let stage = versions(&ours, &theirs);
    let ran = stage.run(&["merge", "base", "ours", "theirs"]);
    assert_eq!((ran.status, ran.out.as_str(), ran.err.as_str()), (Some(0), both.as_str(), ""));
    let ran = stage.run(&["merge", "base", "ours", "theirs", "--output", "ours"]);
    assert_eq!((ran.status, ran.out.as_str(), ran.err.as_str()), (Some(0), "", ""));
    assert_eq!(fs::read_to_string(stage.path("ours")).unwrap(), both);
}

#[test]
fn a_conflict_is_marked_and_told() {
    let stage = versions(&BASE.replace("three", "four"), &BASE.replace("three", "five"));
    let ran =
        stage.run(&["merge", "base", "ours", "theirs", "-o", "out", "-L", "old", "-L", "mine", "--marker-size", "9"]);
    assert_eq!((ran.status, ran.err.as_str()), (Some(1), "ibid: out: 1 conflict is left to decide\n"));
    let expected = BASE.replace(
        " It heard three reports about the harbour. ",
        "\n<<<<<<<<< mine\nIt heard four reports about the harbour.\n||||||||| old\nIt heard three reports about the harbour.\n\
         =========\nIt heard five reports about the harbour.\n>>>>>>>>> theirs\n",
    );
    assert_eq!(fs::read_to_string(stage.path("out")).unwrap(), expected);
}

#[test]
fn a_merge_into_another_file_says_that_it_is_done() {
    let stage = versions(&BASE.replace("three", "four"), &BASE.replace("twice", "again"));
    let ran = stage.run(&["merge", "base", "ours", "theirs", "-o", "out"]);
    assert_eq!((ran.status, ran.err.as_str()), (Some(0), "ibid: out: merged; no conflicts\n"));
    // A merge driver for git writes to one of the three, and git itself tells the user.
    assert_eq!(stage.run(&["merge", "base", "ours", "theirs", "-o", "ours"]).err, "");
}

#[test]
fn trouble_leaves_the_output_alone() {
    let stage = versions(BASE, BASE).file("blob", [0, 159, 146, 150, 0, 1]).file("out", "kept");
    for names in [["base", "ours", "none"], ["blob", "ours", "theirs"], ["-", "-", "theirs"]] {
        let ran = stage.run(&[&["merge"], names.as_slice(), &["-o", "out"]].concat());
        assert_eq!(ran.status, Some(2), "{ran:?}");
        assert!(ran.err.starts_with("ibid: "), "{ran:?}");
    }
    assert_eq!(fs::read_to_string(stage.path("out")).unwrap(), "kept");
    assert_eq!(stage.run(&["merge", "base", "ours"]).status, Some(2));
}

#[test]
fn it_is_written_as_ours_is() {
    let returns = |text: &str| text.replace('\n', "\r\n");
    let ours = returns(&BASE.replace("three", "four"));
    let theirs = BASE.replace("twice", "again");
    let both = returns(&BASE.replace("three", "four").replace("twice", "again"));
    let wide = |text: &str| -> Vec<u8> {
        "\u{feff}".encode_utf16().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect()
    };
    let stage = versions(&ours, &theirs).file("wide", wide(&ours));
    assert_eq!(stage.run(&["merge", "base", "ours", "theirs", "-o", "out"]).status, Some(0));
    assert_eq!(fs::read_to_string(stage.path("out")).unwrap(), both);
    assert_eq!(stage.run(&["merge", "base", "wide", "theirs", "-o", "out"]).status, Some(0));
    assert_eq!(fs::read(stage.path("out")).unwrap(), wide(&both));
}

#[test]
fn line_ends_that_only_one_version_changed_are_taken() {
    let returns = BASE.replace('\n', "\r\n");
    let theirs = BASE.replace("twice", "again");
    let stage = versions(&returns, &theirs).file("base", returns.as_bytes());
    let ran = stage.run(&["merge", "base", "ours", "theirs"]);
    assert_eq!(ran.out, theirs);
}

#[test]
fn two_versions_become_one_with_marks() {
    let stage = versions(BASE, &BASE.replace("twice", "again"));
    let ran = stage.run(&["diff", "--output", "out", "ours", "theirs"]);
    assert_eq!((ran.status, ran.err.as_str()), (Some(1), "ibid: out: 1 conflict is left to decide\n"));
    let expected = BASE.replace(
        " Its engine had failed twice since March.",
        "\n<<<<<<< ours\nIts engine had failed twice since March.\n=======\nIts engine had failed again since March.\n>>>>>>> theirs",
    );
    assert_eq!(fs::read_to_string(stage.path("out")).unwrap(), expected);
    assert_eq!(stage.run(&["diff", "--output", "out", "ours", "base"]).status, Some(0));
    assert_eq!(fs::read_to_string(stage.path("out")).unwrap(), BASE);
}
