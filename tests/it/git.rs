//! `ibid diff` under a real git: as a difftool, as the external diff, as a driver's command. Left out where there is no git.

use std::process::{Command, Stdio};

use super::schema::violations;
use super::stage::Stage;
use super::terminal::Terminal;

const OLD: &str = "The old ferry between Lunn and Orrin will sail again from Monday, its owners announced.\n";
const NEW: &str = "The old ferry between Lunn and Orrin\nwill sail again from Tuesday, its owners announced.\n";
const WRAPPED: &str = "The old ferry between Lunn and Orrin\nwill sail again from Monday, its owners announced.\n";

/// A repository with a first version of some files.
pub(super) struct Repository {
    pub(super) stage: Stage,
}

impl Repository {
    pub(super) fn with(files: &[&str]) -> Option<Self> {
        if Command::new("git").arg("--version").stdout(Stdio::null()).status().is_err() {
            eprintln!("there is no git: not tested");
            return None;
        }
        let repository = Self { stage: files.iter().fold(Stage::bare(), |stage, name| stage.file(name, OLD)) };
        repository.git(&["init", "-q"]);
        repository.git(&["add", "-A"]);
        repository.git(&["commit", "-q", "-m", "first"]);
        Some(repository)
    }

    pub(super) fn write(&self, name: &str, text: &str) {
        drop(self.stage.clone().file(name, text));
    }

    pub(super) fn git(&self, arguments: &[&str]) -> (Option<i32>, String) {
        self.git_with(arguments, &[])
    }

    /// Runs git on a terminal.
    fn git_shown(&self, settings: &[&str], arguments: &str) -> Terminal {
        let all = ["user.name=Keeper", "user.email=keeper@example.org"].iter().chain(settings);
        let settings: String = all.map(|setting| format!(" -c '{}'", setting.replace('\'', "'\\''"))).collect();
        let alone =
            "export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_NOSYSTEM=1 GIT_PAGER=cat; unset GIT_EXTERNAL_DIFF GIT_DIR";
        Terminal::run(&self.stage, "sh", &["-c", &format!("{alone}; git{settings} {arguments}; echo ended $?")])
    }

    pub(super) fn git_with(&self, arguments: &[&str], environment: &[(&str, &str)]) -> (Option<i32>, String) {
        let mut command = Command::new("git");
        command.args(["-c", "user.name=Keeper", "-c", "user.email=keeper@example.org", "-c", "core.quotePath=false"]);
        command.args(arguments).current_dir(self.stage.folder()).envs(self.stage.environment());
        command.env("GIT_CONFIG_GLOBAL", "/dev/null").env("GIT_CONFIG_NOSYSTEM", "1").env_remove("GIT_EXTERNAL_DIFF");
        command.env_remove("NO_COLOR").env_remove("GIT_DIR").envs(environment.iter().copied()).stdin(Stdio::null());
        let output = command.output().unwrap();
        let said = String::from_utf8(output.stdout).unwrap() + &String::from_utf8(output.stderr).unwrap();
        (output.status.code(), said)
    }
}

fn ibid(rest: &str) -> String {
    format!("'{}' diff {rest}", env!("CARGO_BIN_EXE_ibid"))
}

#[test]
fn it_is_the_external_diff() {
    let Some(repository) = Repository::with(&["a.md", "gone.md", "same.md", "odd näme.md", "-x.md"]) else { return };
    for name in ["a.md", "odd näme.md", "-x.md"] {
        repository.write(name, NEW);
    }
    repository.write("added.md", "Tickets cost as much as before.\n");
    repository.write("same.md", WRAPPED);
    repository.git(&["rm", "-q", "gone.md"]);
    repository.git(&["add", "-N", "added.md"]);
    let external = ibid("--");
    let by_variable = repository.git_with(&["diff"], &[("GIT_EXTERNAL_DIFF", &external)]);
    let by_setting = repository.git(&["-c", &format!("diff.external={external}"), "diff"]);
    assert_eq!(by_variable, by_setting);
    let (status, said) = repository.git_with(&["diff", "HEAD"], &[("GIT_EXTERNAL_DIFF", &external)]);
    assert_eq!(status, Some(0), "{said}");
    for expected in [
        "--- a/a.md\t",
        "\n+++ b/a.md\n",
        "[-Monday-]{+Tuesday+}, its",
        "--- a/odd näme.md\t",
        "--- a/-x.md\t",
        "added added.md\n+++ b/added.md (new file)\n",
        "{+Tickets cost as much as before.+}",
        "deleted gone.md\n--- a/gone.md (removed file)\t",
    ] {
        assert!(said.contains(expected), "{expected:?} is not in {said}");
    }
    assert!(!said.contains("same.md"), "{said}");
}

#[test]
fn its_exit_status_can_be_trusted() {
    let Some(repository) = Repository::with(&["a.md"]) else { return };
    let external = format!("diff.external={}", ibid("--exit-code --"));
    let trusted = ["-c", &external, "-c", "diff.trustExitCode=true", "diff", "--exit-code"];
    repository.write("a.md", WRAPPED);
    let (_, version) = repository.git(&["--version"]);
    let number = |at: usize| version.split(['.', ' ']).filter_map(|part| part.trim().parse().ok()).nth(at).unwrap_or(0);
    if (number(0), number(1)) < (2u32, 46u32) {
        eprintln!("git knows no trustExitCode: not tested");
        return;
    }
    assert_eq!(repository.git(&trusted), (Some(0), String::new()));
    repository.write("a.md", NEW);
    let (status, said) = repository.git(&trusted);
    assert_eq!((status, said.contains("{+Tuesday+}")), (Some(1), true), "{said}");
    let variables = [("GIT_EXTERNAL_DIFF", &*ibid("--")), ("GIT_EXTERNAL_DIFF_TRUST_EXIT_CODE", "true")];
    assert_eq!(repository.git_with(&["diff", "--exit-code"], &variables).0, Some(1));
    repository.write("a.md", WRAPPED);
    assert_eq!(repository.git_with(&["diff", "--exit-code"], &variables), (Some(0), String::new()));
}

#[test]
fn it_is_a_drivers_command_for_some_files() {
    let Some(repository) = Repository::with(&["a.md", "code.rs"]) else { return };
    repository.write(".gitattributes", "*.md diff=ibid\n*.txt diff=ibid\n");
    repository.write("a.md", NEW);
    repository.write("code.rs", NEW);
    let (status, said) = repository.git(&["-c", &format!("diff.ibid.command={}", ibid("--")), "diff"]);
    assert_eq!(status, Some(0), "{said}");
    assert!(said.contains("[-Monday-]{+Tuesday+}") && said.contains("diff --git a/code.rs b/code.rs"), "{said}");
}

#[test]
fn a_renamed_file_and_one_that_is_not_merged_are_named() {
    let Some(repository) = Repository::with(&["a.md"]) else { return };
    let external = [("GIT_EXTERNAL_DIFF", &*ibid("--"))];
    repository.git(&["mv", "a.md", "b.md"]);
    repository.write("b.md", &format!("{OLD}\nTickets cost as much as before.\n"));
    let (status, said) = repository.git_with(&["diff", "-M", "HEAD"], &external);
    assert_eq!(status, Some(0), "{said}");
    assert!(said.contains("renamed a.md → b.md\n--- a/a.md\t") && said.contains("\n+++ b/b.md\n"), "{said}");
    repository.git(&["commit", "-q", "-a", "-m", "second"]);
    repository.git(&["checkout", "-q", "-b", "other", "HEAD~1"]);
    repository.write("a.md", &OLD.replace("Monday", "Friday"));
    repository.git(&["commit", "-q", "-a", "-m", "third"]);
    repository.git(&["merge", "-X", "no-renames", "-"]);
    let (status, said) = repository.git_with(&["diff", "--ours"], &external);
    assert_eq!(status, Some(0), "{said}");
    assert!(said.contains("Unmerged path b.md"), "{said}");
}

#[test]
fn it_is_a_difftool() {
    let files = ["a.md", "odd näme.md", "-x.md"];
    let Some(repository) = Repository::with(&files) else { return };
    files.iter().for_each(|name| repository.write(name, NEW));
    let tool = format!("difftool.ibid.cmd={}", ibid("-- \"$LOCAL\" \"$REMOTE\""));
    let (status, said) = repository.git(&["-c", &tool, "difftool", "-y", "-t", "ibid"]);
    assert_eq!((status, said.matches("[-Monday-]{+Tuesday+}").count()), (Some(0), 3), "{said}");
}

#[test]
fn what_became_of_a_file_is_told_also_where_its_words_are_the_same() {
    let files = ["run.md", "old.md", "gone.md", "both.md", "wrapped.md"];
    let Some(repository) = Repository::with(&files) else { return };
    // Each has words of its own, so that git can tell which one was renamed.
    files.iter().for_each(|name| repository.write(name, &format!("Of {name}. {OLD}")));
    repository.git(&["commit", "-q", "-a", "-m", "second"]);
    repository.git(&["mv", "old.md", "new.md"]);
    repository.git(&["mv", "both.md", "moved.md"]);
    repository.git(&["rm", "-q", "gone.md"]);
    repository.write("wrapped.md", &format!("Of wrapped.md. {WRAPPED}"));
    repository.write("empty.md", "");
    repository.git(&["add", "-A"]);
    repository.git(&["update-index", "--chmod=+x", "run.md", "moved.md", "wrapped.md"]);
    let by_number = |arguments: &[&str]| {
        let external = ibid(&[arguments, &["--exit-code", "--"]].concat().join(" "));
        repository.git_with(
            &["diff", "--cached", "-M"],
            &[("GIT_EXTERNAL_DIFF", &external), ("GIT_EXTERNAL_DIFF_TRUST_EXIT_CODE", "true")],
        )
    };
    let (_, said) = by_number(&[]);
    let (deeds, rest) = said.split_once("--- a/gone.md").unwrap();
    assert_eq!(deeds, "added empty.md\ndeleted gone.md\n");
    let rest: Vec<&str> = rest.lines().filter(|line| line.contains(" → ")).collect();
    let expected = [
        "renamed both.md → moved.md",
        "moved.md mode 100644 → 100755",
        "renamed old.md → new.md",
        "run.md mode 100644 → 100755",
        "wrapped.md mode 100644 → 100755",
    ];
    let mut found: Vec<&str> = rest.clone();
    found.sort_unstable();
    let mut wanted = expected.to_vec();
    wanted.sort_unstable();
    assert_eq!(found, wanted, "{said}");
    let (_, json) = by_number(&["--format", "json"]);
    assert!(!json.contains("renamed") && !json.contains(" mode "), "{json}");
    let changed = repository.git_with(&["diff", "--cached", "--exit-code", "--quiet", "-M", "--", "run.md"], &[]);
    assert_eq!(changed.0, Some(1));
    let trusted = [("GIT_EXTERNAL_DIFF", &*ibid("--exit-code --")), ("GIT_EXTERNAL_DIFF_TRUST_EXIT_CODE", "true")];
    let (status, said) = repository.git_with(&["diff", "--cached", "--exit-code", "--", "run.md"], &trusted);
    assert_eq!((status, said.as_str()), (Some(1), "run.md mode 100644 → 100755\n"));
}

#[test]
fn as_a_difftool_it_opens_the_screen_under_names_one_knows() {
    let Some(repository) = Repository::with(&["texts/a.md"]) else { return };
    repository.write("texts/a.md", NEW);
    let plain = ibid("-- \"$LOCAL\" \"$REMOTE\"");
    repository.git(&["commit", "-q", "-a", "-m", "second"]);
    repository.write("texts/a.md", OLD);
    // Where neither version stands in a file, only the helper knows in which folder they belong.
    for (command, arguments) in [(plain.clone(), ""), (format!("MERGED=\"$MERGED\" {plain}"), "HEAD~1 HEAD")] {
        let tool = format!("difftool.ibid.cmd={command}");
        let mut terminal = repository.git_shown(&[&tool], &format!("difftool -y -t ibid {arguments}"));
        terminal.wait_for_text("change 1/1");
        let shown = terminal.shown();
        let named = shown.contains("a/texts/a.md") && shown.contains("b/texts/a.md") && !shown.contains("git-blob");
        assert!(named, "{command}:\n{shown}");
        terminal.press("q");
        terminal.wait_for_text("ended 0");
    }
}

#[test]
fn as_a_difftool_it_opens_the_screen_also_where_it_is_the_driver() {
    let Some(repository) = Repository::with(&["texts/a.md"]) else { return };
    repository.write(".gitattributes", "*.md diff=ibid\n");
    repository.write("texts/a.md", NEW);
    repository.git(&["add", "-A"]);
    repository.git(&["commit", "-q", "-m", "second"]);
    let driver = format!("diff.ibid.command={}", ibid("--"));
    let tool = format!("difftool.ibid.cmd={}", ibid("-- \"$LOCAL\" \"$REMOTE\""));
    // It asks first, as for any tool, and shows two versions of which neither stands in a file.
    let mut terminal = repository.git_shown(&[&driver, &tool], "difftool -t ibid HEAD HEAD~1 -- texts");
    terminal.wait_for_text("Launch 'ibid' [Y/n]?");
    terminal.press("y\r");
    terminal.wait_for_text("change 1/1");
    let shown = terminal.shown();
    assert!(shown.contains("a/texts/a.md") && shown.contains("b/texts/a.md") && !shown.contains("git-blob"), "{shown}");
    terminal.press("q");
    terminal.wait_for_text("ended 0");
    assert!(!terminal.has_sent("[-Tuesday-]"));
    // The same settings print where git is asked for a diff.
    let mut terminal = repository.git_shown(&[&driver, &tool], "diff HEAD~1 -- texts");
    terminal.wait_for_text("ended 0");
    assert!(terminal.shown().contains("[-Monday-]{+Tuesday+}"), "{}", terminal.shown());
}

#[test]
fn as_a_driver_it_leaves_a_difftool_of_another_name_to_that() {
    let Some(repository) = Repository::with(&["a.md"]) else { return };
    repository.write(".gitattributes", "*.md diff=ibid\n");
    repository.write("a.md", NEW);
    let driver = format!("diff.ibid.command={}", ibid("--"));
    let tool = "difftool.other.cmd=echo \"other tool of $MERGED\"; cat \"$REMOTE\"; exit 3";
    let (status, said) = repository.git(&["-c", &driver, "-c", tool, "difftool", "-y", "-t", "other", "--", "a.md"]);
    assert_eq!((status, said), (Some(0), format!("other tool of a.md\n{NEW}")));
    let trusting = ["-c", &driver, "-c", tool, "difftool", "-y", "--trust-exit-code", "-t", "other", "--", "a.md"];
    assert_ne!(repository.git(&trusting).0, Some(0));
}

#[test]
fn git_merges_with_it() {
    let text = "The old ferry will sail again from Monday. Its owners announced that. Nobody had asked them.\n";
    let Some(repository) = Repository::with(&["a.md"]) else { return };
    repository.write("a.md", text);
    repository.write(".gitattributes", "*.md merge=ibid\n");
    repository.git(&["add", "-A"]);
    repository.git(&["commit", "-q", "-m", "second"]);
    repository.git(&["checkout", "-q", "-b", "theirs"]);
    repository.write("a.md", &text.replace("Monday", "Tuesday"));
    repository.git(&["commit", "-q", "-a", "-m", "theirs"]);
    repository.git(&["checkout", "-q", "-"]);
    repository.write("a.md", &text.replace("had asked", "asked"));
    repository.git(&["commit", "-q", "-a", "-m", "ours"]);
    let driver = format!("merge.ibid.driver='{}' merge %O %A %B -o %A --marker-size %L", env!("CARGO_BIN_EXE_ibid"));
    let (status, said) = repository.git(&["-c", &driver, "merge", "-q", "--no-edit", "theirs"]);
    assert_eq!(status, Some(0), "{said}");
    let found = std::fs::read_to_string(repository.stage.path("a.md")).unwrap();
    assert_eq!(found, text.replace("Monday", "Tuesday").replace("had asked", "asked"));
    // A conflict is labelled as git labels it, if git says how (since 2.44).
    repository.git(&["reset", "-q", "--hard", "HEAD^"]);
    repository.write("a.md", &text.replace("Monday", "Friday"));
    repository.git(&["commit", "-q", "-a", "-m", "ours"]);
    let driver = format!("{driver} -L %S -L %X -L %Y");
    let (status, said) = repository.git(&["-c", &driver, "merge", "-q", "--no-edit", "theirs"]);
    assert_eq!(status, Some(1), "{said}");
    assert!(said.contains("1 conflict is left to decide") && !said.contains(".merge_file_"), "{said}");
    let found = std::fs::read_to_string(repository.stage.path("a.md")).unwrap();
    let (ours, theirs) = if found.contains("%X") { ("%X", "%Y") } else { ("HEAD", "theirs") };
    assert!(found.starts_with(&format!("<<<<<<< {ours}\nThe old ferry will sail again from Friday.\n")), "{found}");
    assert!(found.contains(&format!(">>>>>>> {theirs}\n")), "{found}");
}

/// Runs the program in a repository; what it prints and how it ends.
pub(super) fn ibid_in(repository: &Repository, words: &[&str]) -> (Option<i32>, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ibid"));
    command.args(words).current_dir(repository.stage.folder()).envs(repository.stage.environment());
    command.env("GIT_CONFIG_GLOBAL", "/dev/null").env("GIT_CONFIG_NOSYSTEM", "1").env_remove("GIT_DIR");
    let output = command.stdin(Stdio::null()).output().unwrap();
    let said = String::from_utf8(output.stdout).unwrap() + &String::from_utf8(output.stderr).unwrap();
    (output.status.code(), said)
}

/// A text of four paragraphs, of which the first says this.
fn paragraphs(first: &str) -> String {
    let rest =
        ["The pier was mended in the spring.", "A band will play on the quay.", "Tickets cost as much as before."];
    format!("{first}\n\n{}\n", rest.join("\n\n"))
}

/// A file through a change, a renaming with a change, and a line break; and one that is not committed.
fn history() -> Option<Repository> {
    let repository = Repository::with(&["unused.md"])?;
    let steps = [
        ("ferry.md", "The old ferry sails again from Monday.", "first"),
        ("ferry.md", "The old ferry sails again from Tuesday.", "Tuesday\n\nand more"),
        ("boat.md", "The old ferry boat sails again from Tuesday.", "boat"),
        ("boat.md", "The old ferry boat\nsails again from Tuesday.", "wrapped"),
    ];
    for (name, first, message) in steps {
        if name == "boat.md" && message == "boat" {
            repository.git(&["mv", "ferry.md", name]);
        }
        repository.write(name, &paragraphs(first));
        repository.git(&["add", "-A"]);
        repository.git(&["commit", "-q", "-m", message]);
    }
    repository.write("boat.md", &paragraphs("The old ferry boat sails once more from Tuesday."));
    Some(repository)
}

#[test]
fn the_versions_of_a_file_are_listed_through_renames() {
    let Some(repository) = history() else { return };
    let (status, said) = ibid_in(&repository, &["log", "boat.md", "--format", "text"]);
    assert_eq!(status, Some(0), "{said}");
    let told: Vec<String> = said.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" ")).collect();
    let ends = [
        "now words −1 +2 not committed",
        "no words Keeper wrapped (same words, punctuation and case)",
        "words −0 +1 Keeper boat",
        "words −1 +1 Keeper Tuesday",
        "first version Keeper first",
    ];
    assert_eq!(told.len(), ends.len(), "{said}");
    for (told, end) in told.iter().zip(ends) {
        assert!(told.ends_with(end), "{told} | {end}");
    }
    let (_, json) = ibid_in(&repository, &["log", "boat.md", "--format", "json"]);
    assert_eq!(breaches(LOG, &json), Vec::<String>::new());
    assert!(json.contains("\"change\": \"first\"") && json.contains("\"message\": \"boat\""), "{json}");
    let (_, two) = ibid_in(&repository, &["log", "boat.md", "-n", "2"]);
    assert_eq!(two.lines().count(), 2, "{two}");
}

#[test]
fn blame_names_the_version_that_brought_the_words() {
    let Some(repository) = history() else { return };
    repository
        .write("boat.md", &(paragraphs("The old ferry boat sails again from Tuesday.") + "\nNobody was asked.\n"));
    let (status, said) = ibid_in(&repository, &["blame", "boat.md"]);
    assert_eq!(status, Some(0), "{said}");
    let commit = |message: &str| {
        let (_, said) = repository.git(&["log", "--format=%h", "--abbrev=8", "-n1", &format!("--grep=^{message}")]);
        said.trim().to_owned()
    };
    let lines: Vec<&str> = said.lines().collect();
    assert!(lines[0].starts_with(&commit("boat")) && lines[0].ends_with("[1 of 8 words]"), "{said}");
    assert!(lines[1].starts_with(&commit("first")) && lines[1].ends_with("spring."), "{said}");
    assert!(lines[4].starts_with("now ") && lines[4].ends_with("Nobody was asked."), "{said}");
    let (_, json) = ibid_in(&repository, &["blame", "boat.md", "--format", "json"]);
    assert_eq!(breaches(BLAME, &json), Vec::<String>::new());
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["sentences"][4]["versions"][0]["words"].as_u64(), Some(3), "{json}");
}

#[test]
fn blame_takes_words_for_the_same_however_they_are_joined() {
    let apart = "The two year plan for a four lane road to the mill. A bus leaves the old station.\n";
    let joined = "The two-year plan for a four-lane road to the mill. A bus leaves the old station.\n";
    let mixed = "The two-year plan for a four lane road to the mill. A bus leaves the station.\n";
    let stage = Stage::bare().file("apart", apart).file("joined", joined).file("mixed", mixed);
    for versions in [["apart", "joined"], ["joined", "apart"]] {
        let ran = stage.run(&["blame", versions[0], versions[1]]);
        assert!(ran.out.lines().all(|line| line.starts_with(versions[0]) && line.ends_with('.')), "{ran:?}");
    }
    let ran = stage.run(&["blame", "apart", "joined", "mixed"]);
    let lines: Vec<&str> = ran.out.lines().collect();
    assert!(
        lines[0].ends_with("mill.") && lines[1].contains("[mixed ") && lines[1].ends_with("took out “old”]"),
        "{ran:?}"
    );
}

#[test]
fn blame_names_the_version_that_only_took_words_out() {
    let texts = [
        "The plan is not fair, the fishermen say. Nobody was asked. The harbour stays open until the end of May, they hope.\n",
        "The plan is fair, the fishermen say. The harbour stays open until the end of May, they hope.\n",
        "The plan is fair, the fishermen say. The harbour stays open until the end of May.\n",
    ];
    let named = ["v1.txt", "v2.txt", "v3.txt"];
    let stage = named.iter().zip(texts).fold(Stage::bare(), |stage, (name, text)| stage.file(name, text));
    let ran = stage.run(&["blame", "v1.txt", "v2.txt", "v3.txt"]);
    let lines: Vec<&str> = ran.out.lines().collect();
    for (line, by, gone) in
        [(lines[0], "say.  [v2.txt ", "took out “not”]"), (lines[1], "May.  [v3.txt ", "took out “they hope”]")]
    {
        assert!(line.contains(by) && line.ends_with(gone), "{ran:?}");
    }
    let plain = stage.run(&["--ascii", "blame", "v1.txt", "v2.txt", "v3.txt"]).out;
    assert!(plain.contains("took out \"not\"]"), "{plain}");
    let json = stage.run(&["blame", "v1.txt", "v2.txt", "v3.txt", "--format", "json"]).out;
    assert_eq!(breaches(BLAME, &json), Vec::<String>::new());
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    let removed = &json["sentences"][0]["removed"][0];
    assert!(
        removed["name"].as_str().is_some_and(|name| name.starts_with("v2.txt")) && removed["text"] == "not",
        "{json}"
    );
}

#[test]
fn on_the_screen_blame_names_what_was_taken_out_as_well() {
    let texts = [
        "The plan is not fair, the fishermen say. The harbour stays open until the end of May, they hope.\n",
        "The plan is fair, the fishermen say. The harbour stays open until the end of May, they hope.\n",
        "The plan is fair, the fishermen say. The harbour stays open until the end of June, they hope.\n",
    ];
    let named = ["v1.txt", "v2.txt", "v3.txt"];
    let stage = named.iter().zip(texts).fold(Stage::bare(), |stage, (name, text)| stage.file(name, text));
    let mut terminal = Terminal::start(&stage, &["log", "v1.txt", "v2.txt", "v3.txt"]);
    terminal.wait_for_text("Versions");
    terminal.press("\r");
    terminal.wait_for_text("change 1/1");
    terminal.press("lgggb");
    terminal.wait_for_text("took out “not”");
    assert!(!terminal.shown().contains("Old version: "), "{}", terminal.shown());
    terminal.press("hgggb");
    terminal.wait_for_text("Old version: ");
    terminal.press("q");
    terminal.wait_for_end();
}

pub(super) const LOG: &str = include_str!("../../assets/log.schema.json");
const BLAME: &str = include_str!("../../assets/blame.schema.json");

pub(super) fn breaches(schema: &str, said: &str) -> Vec<String> {
    violations(&serde_json::from_str(schema).unwrap(), &serde_json::from_str(said).unwrap())
}

#[test]
fn outside_a_work_tree_it_says_so() {
    let stage = Stage::bare().file("alone.md", "One.\n");
    for words in [["log", "alone.md"], ["blame", "alone.md"]] {
        let ran = stage.run(&words);
        let said = "ibid: alone.md: not in a git repository; for versions in files, name them all, oldest first\n";
        assert_eq!((ran.status, ran.err.as_str()), (Some(2), said), "{ran:?}");
    }
}

#[test]
fn the_history_is_read_and_nothing_written() {
    let Some(repository) = history() else { return };
    let stamps = |folder: std::path::PathBuf| {
        let mut all = std::collections::BTreeMap::new();
        let mut open = vec![folder];
        while let Some(folder) = open.pop() {
            for entry in std::fs::read_dir(folder).unwrap().flatten() {
                let (path, found) = (entry.path(), entry.metadata().unwrap());
                if found.is_dir() {
                    open.push(path);
                } else {
                    all.insert(path.clone(), (found.modified().unwrap(), std::fs::read(path).unwrap()));
                }
            }
        }
        all
    };
    let before = stamps(repository.stage.folder().join(".git"));
    for words in [&["log", "boat.md"][..], &["blame", "boat.md"]] {
        assert_eq!(ibid_in(&repository, words).0, Some(0));
    }
    assert!(before == stamps(repository.stage.folder().join(".git")));
    std::fs::write(repository.stage.folder().join("new.md"), "New.").unwrap();
    for (names, reason) in [
        (&["nowhere.md"][..], "nowhere.md: no such file\n"),
        (&["new.md"], "new.md: git has no version of it\n"),
        (&["."], ".: a folder has no versions of its own; name a file in it, or versions, the oldest first\n"),
        (&["none1.md", "boat.md", "none2.md"], "none1.md: no such file\nibid: none2.md: no such file\n"),
    ] {
        for command in ["log", "blame"] {
            let (status, said) = ibid_in(&repository, &[&[command][..], names].concat());
            assert_eq!((status, said), (Some(2), format!("ibid: {reason}")), "{command} {names:?}");
        }
    }
}

#[test]
fn versions_in_files_need_no_git() {
    let first = "The old ferry sails again from Monday.";
    let texts = [first.to_owned(), first.replace("ferry ", "ferry\n"), first.replace("Monday", "Tuesday")];
    let texts = texts.map(|first| paragraphs(&first));
    let stage = ["v1.txt", "v2.txt", "v3.txt"]
        .iter()
        .zip(texts)
        .fold(Stage::bare(), |stage, (name, text)| stage.file(name, text));
    let run = |words: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_ibid"));
        let output = command.args(words).current_dir(stage.folder()).envs(stage.environment()).output().unwrap();
        String::from_utf8(output.stdout).unwrap()
    };
    let said = run(&["log", "v1.txt", "v2.txt", "v3.txt"]);
    let told: Vec<&str> = said.lines().collect();
    assert!(told[0].starts_with("v3.txt") && told[0].contains("−1 +1"), "{said}");
    assert!(told[1].starts_with("v2.txt") && told[1].contains("same words, punctuation and case"), "{said}");
    assert!(told[2].starts_with("v1.txt") && told[2].contains("first"), "{said}");
    assert!(run(&["blame", "v1.txt", "v2.txt", "v3.txt"]).starts_with("v3.txt"));
    let stage = stage.file("v4.txt", paragraphs(&first.replace("Monday.", "monday!")));
    let marks = |words: &[&str]| {
        let output = Command::new(env!("CARGO_BIN_EXE_ibid")).args(words).current_dir(stage.folder()).output().unwrap();
        String::from_utf8(output.stdout).unwrap().lines().next().unwrap().to_owned()
    };
    let said = marks(&["log", "v1.txt", "v4.txt"]);
    assert!(said.ends_with("  no words  (1 paragraph edited; punctuation/case 2)"), "{said}");
    let said = marks(&["log", "--words", "v1.txt", "v4.txt"]);
    assert!(said.ends_with("  no words  (punctuation/case 2 (not counted))"), "{said}");
}

#[test]
fn difftool_opens_the_list_of_a_folder() {
    let Some(repository) = Repository::with(&["a.md", "b.md", "same.md"]) else { return };
    repository.write("a.md", NEW);
    repository.write("b.md", &NEW.replace("ferry", "boat"));
    let tool = format!("difftool.ibid.cmd={}", ibid("\"$LOCAL\" \"$REMOTE\""));
    let mut terminal = repository.git_shown(&[&tool], "difftool -d -y -t ibid");
    terminal.wait_for_text("a.md");
    terminal.wait_for_text("words −1 +1");
    terminal.press("\r");
    terminal.wait_for_text("change 1/1");
    terminal.press("n");
    terminal.wait_for_text("boat");
    terminal.press("q");
    terminal.wait_for_text("ended");
}

#[test]
fn mergetool_lets_conflicts_be_decided() {
    let Some(repository) = Repository::with(&["unused.md"]) else { return };
    let commit = |first: &str, message: &str| {
        repository.write("a.md", &paragraphs(first));
        repository.git(&["add", "-A"]);
        repository.git(&["commit", "-q", "-m", message]);
    };
    commit("The mayor wins the prize for the worst landing.", "base");
    repository.git(&["checkout", "-q", "-b", "theirs"]);
    commit("The mayor wins the prize for the best landing.", "theirs");
    repository.git(&["checkout", "-q", "-"]);
    commit("The mayor wins the prize for the oddest landing.", "ours");
    repository.git(&["merge", "theirs"]);
    let tool = format!(
        "mergetool.ibid.cmd='{}' merge \"$BASE\" \"$LOCAL\" \"$REMOTE\" -o \"$MERGED\"",
        env!("CARGO_BIN_EXE_ibid")
    );
    let settings = [tool.as_str(), "mergetool.ibid.trustExitCode=true", "mergetool.keepBackup=false"];
    let mut terminal = repository.git_shown(&settings, "mergetool -y -t ibid");
    terminal.wait_for_text("conflict 1/1");
    terminal.press(":w\r");
    terminal.wait_for_text("1 conflict not decided yet");
    terminal.press("<");
    terminal.wait_for_text("No differences are left");
    terminal.press(":w\r");
    terminal.wait_for_text("Wrote a.md");
    terminal.press("q");
    terminal.wait_for_text("ended 0");
    let merged = std::fs::read_to_string(repository.stage.path("a.md")).unwrap();
    assert_eq!(merged, paragraphs("The mayor wins the prize for the best landing."));
}
