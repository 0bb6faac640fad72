//! Boilerplate without a screen: articles cleaned, rules listed, checked, changed and suggested.

use std::fs;

use super::stage::{APPEAL, LEFT, Stage};

const LINES: &str = "\
{\"id\": 1e400, \"text\": \"Rain fell.\\n\\nPlease support our newsroom with a gift.\", \"n\": 1.50}
{\"text\": \"Rain fell.\"  , \"n\": 2}

no json
{\"n\": 3}
{\"n\": 4, \"text\": \"Please support our newsroom.\\nAll went home.\", \"from\": \"gull\"}
";

fn cleaned() -> String {
    LEFT.replace("\n\nPlease support our newsroom with a small gift today.", "")
}

#[test]
fn clean_prints_what_is_not_hidden() {
    let stage = Stage::set().with_rules(APPEAL);
    assert_eq!(stage.run(&["clean", "left.txt"]).out, cleaned());
    assert_eq!(stage.run(&["clean", "--no-rules", "left.txt"]).out, LEFT);
    let marked = stage.run(&["clean", "--mark", "left.txt"]).out;
    assert!(marked.contains("⟦Please support our newsroom with a small gift today.⟧"), "{marked}");
    let json = stage.run(&["clean", "--json", "left.txt", "right.txt"]).json();
    assert_eq!(json["articles"][0]["text"], cleaned());
    let hidden = &json["articles"][0]["hidden"][0];
    assert_eq!(
        (&hidden["rule"], hidden["start"].as_u64()),
        (&"appeal".into(), LEFT.find("Please").map(|at| at as u64))
    );
}

#[test]
fn in_place_keeps_what_was_and_leaves_alone_what_needs_nothing() {
    let stage = Stage::set().with_rules(APPEAL).file("plain.txt", "Rain fell.\n").file("wide.txt", utf16(LEFT));
    let ran = stage.run(&["clean", "--in-place=.bak", "left.txt", "plain.txt", "wide.txt"]);
    let told = "ibid: 2 files rewritten; each original is kept with .bak added\n\
                ibid: 1 file unchanged: no hidden text found\n";
    assert_eq!((ran.status, ran.out.as_str(), ran.err.as_str()), (Some(0), "", told));
    let read = |name: &str| fs::read(stage.path(name)).unwrap();
    assert_eq!(read("left.txt"), cleaned().into_bytes());
    assert_eq!(read("left.txt.bak"), LEFT.as_bytes());
    assert!(!stage.path("plain.txt.bak").exists());
    assert_eq!(read("wide.txt"), utf16(&cleaned()));
    fs::write(stage.path("left.txt"), LEFT).unwrap();
    let again = stage.run(&["clean", "--in-place=.bak", "left.txt"]);
    assert_eq!(again.status, Some(1));
    assert!(again.err.contains("left.txt.bak: already exists"), "{}", again.err);
    assert_eq!(read("left.txt"), LEFT.as_bytes());
}

#[test]
fn in_place_twice_leaves_the_originals_alone() {
    let files = ["dir/a.txt", "dir/b.txt"];
    let stage = Stage::set().with_rules(APPEAL);
    let stage = files.iter().fold(stage, |stage, file| stage.file(file, LEFT));
    let clean = |suffix: &str, names: &[&str]| stage.run(&[&["clean", suffix], names].concat());
    assert_eq!(clean("--in-place=.bak", &["dir/"]).status, Some(0));
    let again = clean("--in-place=.bak", &["dir/"]);
    assert_eq!((again.status, again.err.as_str()), (Some(0), "ibid: 2 files unchanged: no hidden text found\n"));
    let all = clean("--in-place=.bak", &["dir/a.txt", "dir/a.txt.bak"]);
    let told = "ibid: 1 file unchanged: no hidden text found\n\
                ibid: 1 file left alone: its name ends with .bak\n";
    assert_eq!((all.status, all.err.as_str()), (Some(0), told));
    // With a suffix that no editor uses.
    fs::write(stage.path("dir/a.txt"), LEFT).unwrap();
    assert_eq!(clean("--in-place=-old", &["dir/"]).status, Some(0));
    assert_eq!(clean("--in-place=-old", &["dir/"]).status, Some(0));
    let mut names: Vec<_> = fs::read_dir(stage.path("dir"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    assert_eq!(names, ["a.txt", "a.txt-old", "a.txt.bak", "b.txt", "b.txt.bak"]);
    for original in ["dir/a.txt-old", "dir/a.txt.bak", "dir/b.txt.bak"] {
        assert_eq!(fs::read_to_string(stage.path(original)).unwrap(), LEFT, "{original}");
    }
}

#[test]
fn in_place_leaves_the_originals_that_it_kept_alone() {
    let stage = Stage::set().with_rules(APPEAL);
    let files = |suffix: &str| stage.run(&["clean", &format!("--in-place={suffix}"), "."]);
    assert!(files(".bak").err.contains("2 files rewritten"));
    let again = files(".bak");
    assert_eq!((again.status, again.err.as_str()), (Some(0), "ibid: 2 files unchanged: no hidden text found\n"));
    let named = stage.run(&["clean", "--in-place=.bak", "left.txt", "left.txt.bak"]);
    assert!(named.err.contains("1 file left alone: its name ends with .bak"), "{named:?}");
    assert_eq!(fs::read(stage.path("left.txt.bak")).unwrap(), LEFT.as_bytes());
    assert!(!stage.path("left.txt.bak.bak").exists());
    assert!(stage.run(&["report", ".", "--matrix"]).out.contains(" 2 right"), "no backup is opened with a folder");
}

#[test]
fn in_place_sweeps_away_what_a_killed_run_left_and_leaves_nothing_lying() {
    let stage =
        Stage::set().with_rules(APPEAL).file(".left.txt.ibid-abcd1234", "half").file(".right.txt.ibid-x", "other");
    assert_eq!(stage.run(&["clean", "--in-place=.bak", "left.txt"]).status, Some(0));
    let names = fs::read_dir(stage.folder()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<String> = names.filter(|name| name.contains(".txt")).collect();
    names.sort();
    assert_eq!(names, [".right.txt.ibid-x", "left.txt", "left.txt.bak", "right.txt"]);
}

#[cfg(unix)]
#[test]
fn in_place_opens_nothing_to_more_readers() {
    use std::os::unix::fs::PermissionsExt;

    let stage = Stage::set().with_rules(APPEAL);
    fs::set_permissions(stage.path("left.txt"), fs::Permissions::from_mode(0o600)).unwrap();
    assert_eq!(stage.run(&["clean", "--in-place=.bak", "left.txt"]).status, Some(0));
    for name in ["left.txt", "left.txt.bak"] {
        assert_eq!(fs::metadata(stage.path(name)).unwrap().permissions().mode() & 0o777, 0o600, "{name}");
    }
}

#[test]
fn in_place_takes_no_file_for_a_suffix() {
    let stage = Stage::set().with_rules(APPEAL);
    for words in [
        &["--in-place", "left.txt", "right.txt"][..],
        &["--in-place", ".bak", "left.txt"],
        &["--in-place", "left.txt"],
        &["--in-place=left.txt", "right.txt"],
        &["--inplace=", "left.txt"],
        &["--in-place=./left.txt", "right.txt"],
        &["left.txt", "--in-place"],
    ] {
        let ran = stage.run(&[&["clean"], words].concat());
        assert_eq!((ran.status, ran.out.as_str()), (Some(2), ""), "{words:?}: {ran:?}");
        assert!(ran.err.contains("--in-place"), "{ran:?}");
    }
    let mut names: Vec<_> =
        fs::read_dir(stage.folder()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.retain(|name| name.contains(".txt"));
    names.sort_unstable();
    assert_eq!(names, ["left.txt", "right.txt"]);
    assert_eq!(fs::read_to_string(stage.path("left.txt")).unwrap(), LEFT);
    assert_eq!(stage.run(&["clean", "--inplace=~", "left.txt"]).status, Some(0));
    assert_eq!(fs::read_to_string(stage.path("left.txt~")).unwrap(), LEFT);
}

fn utf16(text: &str) -> Vec<u8> {
    "\u{feff}".encode_utf16().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect()
}

#[test]
fn lines_of_json_are_cleaned_one_by_one_and_nothing_else_of_them_changes() {
    let stage = Stage::bare().with_rules(APPEAL);
    let ran = stage.run_with(&["clean", "--jsonl", "--field", "text"], LINES.as_bytes());
    let expected = "\
{\"id\":1e400,\"text\":\"Rain fell.\",\"n\":1.50}
{\"text\": \"Rain fell.\"  , \"n\": 2}

no json
{\"n\": 3}
{\"n\":4,\"text\":\"All went home.\",\"from\":\"gull\"}
";
    assert_eq!((ran.status, ran.out.as_str()), (Some(1), expected));
    assert!(ran.err.contains("standard input:4: is not a JSON object"), "{}", ran.err);
    assert!(ran.err.contains("standard input:5: has no text for \"text\""), "{}", ran.err);
    let scoped = APPEAL.replace("\"everywhere\"", "{ source = \"gull\" }");
    let stage = Stage::bare().with_rules(&scoped).file("all.jsonl", LINES);
    let ran = stage.run(&["clean", "--jsonl", "--field", "text", "--source-field", "from", "all.jsonl"]);
    assert!(
        ran.out.contains("Rain fell.\\n\\nPlease support") && ran.out.contains("\"text\":\"All went home.\""),
        "{}",
        ran.out
    );
}

#[test]
fn a_rule_that_hides_everything_is_allowed_and_said() {
    let rules = "[[rule]]\nid = \"all\"\nmatch = { kind = \"pattern\", text = \".*\" }\n";
    let ran = Stage::set().with_rules(rules).run(&["clean", "left.txt"]);
    assert_eq!((ran.status, ran.out.trim()), (Some(0), ""));
    assert!(ran.err.contains("left: all of it is hidden, by all"), "{}", ran.err);
}

#[test]
fn rules_beside_the_articles_count_behind_the_reader_s_own() {
    let team = APPEAL.replace("\"appeal\"", "\"team\"")
        + "\n[[rule]]\nid = \"both\"\nmatch = { kind = \"exactly\", text = \"Harbour council meets.\" }\n";
    let own = "[[rule]]\nid = \"both\"\nenabled = false\nmatch = { kind = \"exactly\", text = \"Rain.\" }\n";
    let stage = Stage::bare().file("press/left.txt", LEFT).file("press/.ibid/rules.toml", &team).with_rules(own);
    assert_eq!(stage.run(&["clean", "press/left.txt"]).out, cleaned());
    assert_eq!(stage.run(&["clean", "--no-rules", "press/left.txt"]).out, LEFT);
    let listed = stage.run(&["rules", "list", "press"]);
    let lines: Vec<&str> = listed.out.lines().collect();
    assert_eq!(lines.len(), 3, "{}", listed.out);
    assert!(lines[0].contains("rules.toml:1: both:") && lines[0].contains("switched off"), "{}", lines[0]);
    assert!(lines[1].contains("press/.ibid/rules.toml:1: team: hides paragraphs that begin with"), "{}", lines[1]);
    assert!(lines[2].contains("press/.ibid/rules.toml:8: both:") && lines[2].contains("shadowed by"), "{}", lines[2]);
    let json = stage.run(&["rules", "list", "--json", "press"]).json();
    assert_eq!((&json["rules"][1]["line"], &json["rules"][1]["rule"]["kind"]), (&1.into(), &"begins".into()));
}

#[test]
fn a_team_s_rules_hold_for_the_articles_of_its_folder_alone() {
    let stage = Stage::bare()
        .file("press/left.txt", LEFT)
        .file("press/deep/left.txt", LEFT)
        .file("other/left.txt", LEFT)
        .file("press/.ibid/rules.toml", APPEAL);
    for (name, expected) in
        [("press/left.txt", cleaned()), ("press/deep/left.txt", cleaned()), ("other/left.txt", LEFT.to_owned())]
    {
        assert_eq!(stage.run(&["clean", name]).out, expected, "{name}");
    }
    let both = stage.run(&["clean", "--json", "press/left.txt", "other/left.txt"]).json();
    let hidden = |at: usize| both["articles"][at]["hidden"].as_array().map(Vec::len);
    assert_eq!((hidden(0), hidden(1)), (Some(1), Some(0)));
    let listed = stage.run(&["rules", "list", "press/deep"]).out;
    assert!(listed.contains("press/.ibid/rules.toml:1: appeal:") && listed.contains(", below "), "{listed}");
    assert_eq!(stage.run(&["rules", "list", "other"]).out, "");
    let json = stage.run(&["rules", "list", "--json", "press"]).json();
    assert!(json["rules"][0]["below"].as_str().is_some_and(|folder| folder.ends_with("/press")), "{json}");
}

#[test]
fn rules_are_added_to_a_team_s_file_and_taken_out_of_it() {
    let stage = Stage::bare().file("press/deep/left.txt", LEFT);
    let team = stage.run(&["rules", "path", "--team=press"]);
    assert!(team.out.trim().ends_with("press/.ibid/rules.toml"), "{team:?}");
    let added = stage.run(&["rules", "add", "--team=press", "--kind", "begins", "please support"]);
    assert_eq!((added.status, added.out.as_str()), (Some(0), "please-support\n"), "{}", added.err);
    assert!(!stage.rules().exists());
    assert_eq!(stage.run(&["clean", "press/deep/left.txt"]).out, cleaned());
    let deeper = stage.run(&["rules", "path", "--team=press/deep"]);
    assert_eq!(deeper.out, team.out, "the nearest there is");
    assert_eq!(stage.run(&["rules", "remove", "--team=press/deep", "please-support"]).status, Some(0));
    assert_eq!(stage.run(&["clean", "press/deep/left.txt"]).out, LEFT);
    assert_eq!(stage.run(&["rules", "add", "--team=nowhere", "x"]).status, Some(2));
    assert_eq!(stage.run(&["rules", "add", "--team", "--rules", "a.toml", "x"]).status, Some(2));
}

#[test]
fn sources_are_named_in_the_settings_and_the_command_line_comes_first() {
    let scoped = APPEAL.replace("\"everywhere\"", "{ source = \"gull\" }");
    let stage = Stage::set().with_rules(&scoped).file("c.toml", "[sources]\ngull = [\"left*\", \"[x\"]\n");
    let run = |more: &[&str]| stage.run(&[&["clean", "--config", "c.toml"], more, &["left.txt"]].concat());
    let set = run(&[]);
    assert_eq!((set.out, set.status), (cleaned(), Some(1)));
    assert!(set.err.contains("c.toml:2:18: `[x` is not a file pattern"), "{}", set.err);
    assert_eq!(run(&["--source", "tern=left*"]).out, LEFT);
}

#[test]
fn a_source_can_be_named_for_files() {
    let scoped = APPEAL.replace("\"everywhere\"", "{ source = \"gull\" }");
    let stage = Stage::set().with_rules(&scoped);
    assert_eq!(stage.run(&["clean", "left.txt"]).out, LEFT);
    assert_eq!(stage.run(&["clean", "--source", "gull=left*", "left.txt"]).out, cleaned());
    let wrong = stage.run(&["clean", "--source", "gull", "left.txt"]);
    assert_eq!(wrong.status, Some(2));
    assert!(wrong.err.contains("expected NAME=GLOB"), "{}", wrong.err);
}

#[test]
fn check_tells_each_mistake_with_line_and_column() {
    let stage = Stage::bare()
        .with_rules(APPEAL)
        .file("bad.toml", "[[rule]]\nid = \"a\"\nmatch = { kind = \"pattern\", text = \"(\" }\n")
        .file("good.toml", APPEAL);
    let fine = stage.run(&["rules", "check"]);
    assert_eq!(fine.status, Some(0), "{}", fine.err);
    assert!(fine.out.contains("rules.toml: 1 rule, no errors"), "{}", fine.out);
    let wrong = stage.run(&["rules", "check", "good.toml", "bad.toml", "none.toml"]);
    assert_eq!(wrong.status, Some(1));
    assert!(wrong.err.contains("bad.toml:3:36: invalid regular expression: unclosed group"), "{}", wrong.err);
    assert!(wrong.err.contains("none.toml: no such file"), "{}", wrong.err);
}

#[test]
fn rules_are_added_and_removed() {
    let stage = Stage::set();
    assert_eq!(stage.run(&["rules", "path"]).out.trim(), stage.rules().to_str().unwrap());
    let added =
        stage.run(&["rules", "add", "--kind", "begins", "--name", "gifts", "please support", "--in-source", "gull"]);
    assert_eq!((added.status, added.out.as_str()), (Some(0), "please-support\n"), "{}", added.err);
    let file = fs::read_to_string(stage.rules()).unwrap();
    assert!(file.contains("scope = { source = \"gull\" }") && file.contains("name = \"gifts\""), "{file}");
    assert_eq!(stage.run(&["rules", "remove", "nobody"]).status, Some(2));
    let removed = stage.run(&["rules", "remove", "please-support"]);
    assert!(removed.status == Some(0) && removed.err.ends_with("rules.toml: 1 rule removed\n"), "{removed:?}");
    assert!(!fs::read_to_string(stage.rules()).unwrap().contains("please support"));
    assert!(
        added.err.ends_with("rules.toml: rule added: hides paragraphs that begin with “please support”\n"),
        "{}",
        added.err
    );
}

#[test]
fn a_rule_that_cannot_be_is_not_added() {
    let stage = Stage::set().with_rules(APPEAL);
    let same = ["rules", "add", "--kind", "begins", "please support our newsroom"];
    let cases: &[(&[&str], &str)] = &[
        (&["rules", "add", "--kind", "pattern", "("], "ibid: '(': invalid regular expression: unclosed group\n"),
        (&same, "rules.toml: this rule is there already: appeal\n"),
        (&["rules", "add", "X", "--to", "Y"], "ibid: --to is for --kind span; see ibid rules add --help\n"),
        (
            &["rules", "add", "Foo bar", "--unit", "sentence"],
            "ibid: --unit is not for --kind exactly; see ibid rules add --help\n",
        ),
        (&["rules", "remove", "999"], "rules.toml: no rule has the id 999; nothing was removed\n"),
    ];
    for (arguments, said) in cases {
        let ran = stage.run(arguments);
        assert_eq!((ran.status, ran.out.as_str()), (Some(2), ""), "{arguments:?}: {ran:?}");
        assert!(ran.err.ends_with(said), "{arguments:?}: {ran:?}");
    }
    assert_eq!(fs::read_to_string(stage.rules()).unwrap(), APPEAL);
    let off = Stage::set().with_rules(&APPEAL.replace("enabled = true", "enabled = false")).run(&same);
    assert!(off.err.ends_with("rules.toml: this rule is there already: appeal, switched off\n"), "{off:?}");
}

#[test]
fn what_is_suggested_is_a_rules_file_that_hides_it() {
    let left = LEFT.replace(
        "Please support our newsroom with a small gift today.",
        "Subscribe to our newsletter and support our newsroom.",
    );
    let stage = Stage::bare().file("left.txt", &left);
    let json = stage.run(&["rules", "suggest", "--json", "left.txt"]).json();
    let found = &json["proposals"][0];
    assert_eq!(
        (&found["kind"], found["start"].as_u64()),
        (&"appeal".into(), left.find("Subscribe").map(|at| at as u64))
    );
    let text = stage.run(&["rules", "suggest", "left.txt"]).out;
    assert!(text.starts_with("# left.txt:7: Subscribe"), "{text}");
    let stage = stage.file("mine.toml", &text);
    assert_eq!(stage.run(&["clean", "--rules", "mine.toml", "left.txt"]).out, cleaned());
    let again = stage.run(&["rules", "suggest", "--rules", "mine.toml", "left.txt"]);
    assert_eq!(again.out, "");
    assert!(again.err.ends_with("nothing else looks like boilerplate; rules hide the rest\n"), "{again:?}");
}

#[test]
fn a_filter_that_gets_nothing_gives_nothing() {
    let stage = Stage::set().file("empty.txt", "");
    for arguments in [&["clean"][..], &["clean", "-"], &["clean", "empty.txt"]] {
        let ran = stage.run(arguments);
        assert_eq!((ran.status, ran.out.as_str(), ran.err.as_str()), (Some(0), "", ""), "{arguments:?}");
    }
    assert_eq!(stage.run(&["clean", "--json"]).json()["articles"].as_array().map(Vec::len), Some(0));
    let beside = stage.run(&["clean", "empty.txt", "left.txt"]);
    assert_eq!((beside.status, beside.err.as_str()), (Some(1), "ibid: empty.txt: is empty\n"));
    let stage = stage.file("bad.toml", "[[rule]]\nid = 5\n");
    let misread = |name| stage.run(&["clean", "--rules", "bad.toml", name]);
    let (of_nothing, of_text) = (misread("empty.txt"), misread("left.txt"));
    assert!(of_nothing.err.contains("bad.toml"), "{}", of_nothing.err);
    assert_eq!((of_nothing.status, of_nothing.err), (of_text.status, of_text.err));
}

#[test]
fn a_field_of_another_name_is_read_where_the_message_says_so() {
    let line = "{\"words\": \"Rain fell on the town all day, and the river rose.\"}\n";
    let stage = Stage::set().file("a.jsonl", line);
    for command in [&["clean"][..], &["rules", "suggest"], &["notes", "list"], &["text"]] {
        let unnamed = stage.run(&[command, &["a.jsonl"]].concat());
        assert!(unnamed.err.contains("name it with --field text=KEY (fields: words)"), "{unnamed:?}");
        let named = stage.run(&[command, &["--field", "text=words", "a.jsonl"]].concat());
        assert_eq!(named.status, Some(0), "{command:?}: {named:?}");
    }
    let cleaned = stage.run(&["clean", "--field", "text=words", "a.jsonl"]).out;
    assert_eq!(cleaned.trim(), "Rain fell on the town all day, and the river rose.");
    let lines = |field: &str| stage.run(&["clean", "--jsonl", "--field", field, "a.jsonl"]);
    assert_eq!((lines("text=words").out, lines("words").out), (line.to_owned(), line.to_owned()));
    let without = lines("source=from");
    assert_eq!((without.status, without.err.contains("--field text=KEY")), (Some(2), true), "{without:?}");
}

#[test]
fn a_cleaned_page_ends_its_last_line() {
    let page =
        "<html><body><article><h1>Rain</h1><p>Rain fell on the town all day, and the river rose by noon.</p></article>";
    let stage = Stage::bare().file("page.html", page).file("open.txt", "Rain fell");
    assert!(stage.run(&["clean", "page.html"]).out.ends_with("by noon.\n"));
    assert_eq!(stage.run(&["clean", "open.txt"]).out, "Rain fell", "a text is printed as it is");
}

#[test]
fn commands_with_nothing_to_print_say_so() {
    let stage = Stage::set()
        .file("hi.txt", "Rain fell on the town.\n")
        .file("none.jsonl", "")
        .file("one.jsonl", "{\"cluster\": \"c1\", \"a\": \"a7\", \"decision\": \"keep\", \"who\": \"ana\"}\n");
    for (arguments, said) in [
        (&["rules", "suggest", "hi.txt"][..], "nothing looks like boilerplate"),
        (&["decisions", "check", "one.jsonl"], "1 decision, no errors"),
        (&["decisions", "export", "drop", "one.jsonl"], "no texts to drop follow from these decisions"),
        (&["decisions", "export", "splink", "one.jsonl"], "no labels follow from these decisions"),
        (&["decisions", "list", "none.jsonl"], "no decisions"),
        (
            &["pairs", "hi.txt", "left.txt"],
            "looked at all pairs of 2 articles; no sentences in them are close enough to need a decision",
        ),
    ] {
        let ran = stage.run(arguments);
        assert_eq!((ran.status, ran.err.as_str()), (Some(0), format!("ibid: {said}\n").as_str()), "{arguments:?}");
    }
}
