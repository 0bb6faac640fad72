//! `ibid diff` under a real git: as a difftool, as the external diff, as a driver's command. Left out where there is no git.

use std::process::{Command, Stdio};

use super::stage::Stage;

const OLD: &str = "The old ferry between Lunn and Orrin will sail again from Monday, its owners announced.\n";
const NEW: &str = "The old ferry between Lunn and Orrin\nwill sail again from Tuesday, its owners announced.\n";
const WRAPPED: &str = "The old ferry between Lunn and Orrin\nwill sail again from Monday, its owners announced.\n";

/// A repository with a first version of some files.
struct Repository {
    stage: Stage,
}

impl Repository {
    fn with(files: &[&str]) -> Option<Self> {
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

    fn write(&self, name: &str, text: &str) {
        drop(self.stage.clone().file(name, text));
    }

    fn git(&self, arguments: &[&str]) -> (Option<i32>, String) {
        self.git_with(arguments, &[])
    }

    fn git_with(&self, arguments: &[&str], environment: &[(&str, &str)]) -> (Option<i32>, String) {
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
        "--- a/a.md\n+++ b/a.md\n",
        "[-Monday-]{+Tuesday+}, its",
        "--- a/odd näme.md\n+++ b/odd näme.md\n",
        "--- a/-x.md\n+++ b/-x.md\n",
        "--- /dev/null\n+++ b/added.md\n",
        "{+Tickets cost as much as before.+}",
        "--- a/gone.md\n+++ /dev/null\n",
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
    assert!(said.contains("--- a/a.md\n+++ b/b.md\n"), "{said}");
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
