//! `ibid log` and `ibid blame` where the versions of a file are no single row: after branches, merges and renames.

use std::collections::BTreeMap;

use super::git::{Repository, ibid_in};

/// A text of these paragraphs, each on a line.
fn text(paragraphs: &[&str]) -> String {
    paragraphs.join("\n\n") + "\n"
}

/// A repository whose commits are a day apart, or as the test says.
struct Past {
    repository: Repository,
    day: u32,
}

impl Past {
    fn begin(name: &str, paragraphs: &[&str]) -> Option<Self> {
        let repository = Repository::with(&["unused.md"])?;
        repository.git(&["checkout", "-q", "-b", "main"]);
        let mut past = Self { repository, day: 1 };
        past.commit(name, paragraphs, "base");
        Some(past)
    }

    fn dated(&self, arguments: &[&str]) {
        let date = format!("@{} +0000", 86_400 * (365 + self.day));
        let dates = [("GIT_COMMITTER_DATE", &*date), ("GIT_AUTHOR_DATE", &*date)];
        let (status, said) = self.repository.git_with(arguments, &dates);
        assert_eq!(status, Some(0), "git {arguments:?}: {said}");
    }

    fn commit(&mut self, name: &str, paragraphs: &[&str], message: &str) {
        self.repository.write(name, &text(paragraphs));
        self.repository.git(&["add", "-A"]);
        self.dated(&["commit", "-q", "-m", message]);
        self.day += 1;
    }

    fn branch(&self, name: &str, from: &str) {
        assert_eq!(self.repository.git(&["checkout", "-q", "-b", name, from]).0, Some(0));
    }

    fn on(&self, name: &str) {
        assert_eq!(self.repository.git(&["checkout", "-q", name]).0, Some(0));
    }

    fn merge(&mut self, other: &str) {
        self.dated(&["merge", "-q", "--no-ff", "--no-edit", "-m", &format!("take {other}"), other]);
        self.day += 1;
    }

    /// Which commit `ibid blame` and `git blame` credit each paragraph to, by the first line of its message.
    fn blamed(&self, name: &str) -> Pair {
        let messages: BTreeMap<String, String> = self
            .repository
            .git(&["log", "--all", "--format=%H %s"])
            .1
            .lines()
            .filter_map(|line| line.split_once(' '))
            .map(|(commit, message)| (commit.get(..8).unwrap_or_default().to_owned(), message.to_owned()))
            .collect();
        let of = |commit: &str| messages.get(commit.get(..8).unwrap_or_default()).cloned().unwrap_or_default();
        let (status, said) = ibid_in(&self.repository, &["blame", name]);
        assert_eq!(status, Some(0), "{said}");
        let ibid = said.lines().map(|line| {
            let words = line.split_once('¶').unwrap().1.split_once("  ").unwrap().1;
            (words.split("  [").next().unwrap_or_default().trim().to_owned(), of(line))
        });
        let (_, told) = self.repository.git(&["blame", "--porcelain", name]);
        let mut git = Vec::new();
        let mut commit = String::new();
        for line in told.lines() {
            match line.strip_prefix('\t') {
                Some("") => {}
                Some(words) => git.push((words.to_owned(), of(&commit))),
                None if line.split(' ').next().is_some_and(|word| word.len() == 40) => commit = line.to_owned(),
                None => {}
            }
        }
        Pair { ibid: ibid.collect(), git }
    }

    /// The rows of `ibid log` without names, dates and authors.
    fn listed(&self, name: &str) -> Vec<String> {
        let (status, said) = ibid_in(&self.repository, &["log", name]);
        assert_eq!(status, Some(0), "{said}");
        let row = |line: &str| line.split_whitespace().skip(2).collect::<Vec<_>>().join(" ").replace("Keeper ", "");
        said.lines().map(row).collect()
    }
}

struct Pair {
    ibid: Vec<(String, String)>,
    git: Vec<(String, String)>,
}

const ALPHA: &str = "Alpha says one thing of the mill.";
const BETA: &str = "Beta walked along the harbour wall.";
const GAMMA: &str = "Gamma keeps one boat at the quay.";
const DELTA: &str = "Delta bought seven lamps in the spring.";

/// A history with a branch for Gamma and one for Alpha, while Delta is added on the main one; merged in this order.
fn branched(order: [&str; 2]) -> Option<Past> {
    let mut past = Past::begin("t.txt", &[ALPHA, BETA, GAMMA])?;
    past.branch("gamma", "main");
    past.commit("t.txt", &[ALPHA, BETA, &GAMMA.replace("one", "nine")], "side: gamma");
    past.on("main");
    past.commit("t.txt", &[ALPHA, BETA, "Between them lay the old field.", GAMMA], "main: between");
    past.commit("t.txt", &[DELTA, ALPHA, BETA, "Between them lay the old field.", GAMMA], "main: delta");
    past.branch("alpha", "main~2");
    past.commit("t.txt", &[&ALPHA.replace("one", "nine"), BETA, GAMMA], "side: alpha");
    past.on("main");
    for branch in order {
        past.merge_text(branch);
    }
    Some(past)
}

impl Past {
    /// Merges a branch, with what git does not merge by itself settled as both sides wanted.
    fn merge_text(&mut self, branch: &str) {
        let (status, said) = self.repository.git(&["merge", "--no-commit", "--no-ff", branch]);
        let conflict = status != Some(0);
        let found = std::fs::read_to_string(self.repository.stage.path("t.txt")).unwrap();
        let wanted = match branch {
            "gamma" => GAMMA.replace("one", "nine"),
            _ => ALPHA.replace("one", "nine"),
        };
        if conflict {
            let kept = self.repository.git(&["show", "HEAD:t.txt"]).1;
            let old = if branch == "gamma" { GAMMA } else { ALPHA };
            self.repository.write("t.txt", &kept.replace(old, &wanted));
        }
        assert!(conflict || found.contains(&wanted), "{said}");
        self.repository.git(&["add", "-A"]);
        self.dated(&["commit", "-q", "-m", &format!("take {branch}")]);
        self.day += 1;
    }
}

#[test]
fn log_compares_each_version_with_its_parent_and_lists_merges() {
    for order in [["gamma", "alpha"], ["alpha", "gamma"]] {
        let Some(past) = branched(order) else { return };
        let listed = past.listed("t.txt");
        let mut sorted = listed.clone();
        sorted.sort();
        let expected = [
            "first version base",
            "words −0 +6 main: between",
            "words −0 +7 main: delta",
            "words −1 +1 side: alpha",
            "words −1 +1 side: gamma",
            "words −1 +1 take alpha (merge)",
            "words −1 +1 take gamma (merge)",
        ];
        assert_eq!(sorted, expected, "{listed:#?}");
        assert!(listed[0].contains(&format!("take {}", order[1])), "{listed:#?}");
        let (_, json) = ibid_in(&past.repository, &["log", "t.txt", "--format", "json"]);
        assert_eq!(super::git::breaches(super::git::LOG, &json), Vec::<String>::new());
        let json: serde_json::Value = serde_json::from_str(&json).unwrap();
        assert_eq!(
            (&json["versions"][0]["merge"], &json["versions"][6]["merge"]),
            (&true.into(), &serde_json::Value::Null)
        );
    }
}

#[test]
fn blame_credits_each_paragraph_as_git_does_after_merges_in_both_orders() {
    for order in [["gamma", "alpha"], ["alpha", "gamma"]] {
        let Some(past) = branched(order) else { return };
        let Pair { ibid, git } = past.blamed("t.txt");
        assert_eq!(ibid.len(), 5, "{ibid:#?}");
        assert_eq!(ibid, git);
    }
}

#[test]
fn blame_follows_a_file_renamed_on_one_branch_and_edited_on_the_other() {
    for renamed_first in [true, false] {
        let Some(mut past) = Past::begin("old.txt", &[ALPHA, BETA, GAMMA]) else { return };
        past.branch("side", "main");
        let edited: &[&str] = &[ALPHA, BETA, &GAMMA.replace("one", "nine")];
        if renamed_first {
            past.repository.git(&["mv", "old.txt", "new.txt"]);
            past.commit("new.txt", &[&ALPHA.replace("one", "nine"), BETA, GAMMA], "renamed");
        } else {
            past.commit("old.txt", edited, "edited");
        }
        past.on("main");
        if renamed_first {
            past.commit("old.txt", edited, "edited");
        } else {
            past.repository.git(&["mv", "old.txt", "new.txt"]);
            past.commit("new.txt", &[&ALPHA.replace("one", "nine"), BETA, GAMMA], "renamed");
        }
        past.commit("unused.md", &["Something else."], "elsewhere");
        past.dated(&["merge", "-q", "--no-ff", "-m", "merged", "side"]);
        let Pair { ibid, git } = past.blamed("new.txt");
        assert_eq!(ibid, git, "renamed on the side: {renamed_first}");
        let credited: Vec<&str> = ibid.iter().map(|(_, commit)| commit.as_str()).collect();
        assert_eq!(credited, ["renamed", "base", "edited"]);
        let mut listed = past.listed("new.txt");
        listed.sort();
        let expected =
            ["first version base", "words −1 +1 edited", "words −1 +1 merged (merge)", "words −1 +1 renamed"];
        assert_eq!(listed, expected);
    }
}

#[test]
fn dates_out_of_order_change_nothing() {
    let Some(mut past) = Past::begin("t.txt", &[ALPHA, BETA]) else { return };
    past.day = 40;
    past.commit("t.txt", &[ALPHA, BETA, GAMMA], "gamma");
    past.day = 10;
    past.commit("t.txt", &[ALPHA, BETA, GAMMA, DELTA], "delta");
    past.branch("side", "main~1");
    past.day = 60;
    past.commit("t.txt", &[&ALPHA.replace("one", "nine"), BETA, GAMMA], "alpha");
    past.on("main");
    past.day = 20;
    past.merge("side");
    let expected = [
        "words −1 +1 take side (merge)",
        "words −1 +1 alpha",
        "words −0 +7 delta",
        "words −0 +7 gamma",
        "first version base",
    ];
    assert_eq!(past.listed("t.txt"), expected);
    let Pair { ibid, git } = past.blamed("t.txt");
    assert_eq!(ibid, git);
    assert_eq!(ibid.len(), 4);
}

#[test]
fn a_merge_that_took_one_side_whole_is_not_listed_and_one_that_is_not_committed_is_of_both() {
    let Some(mut past) = Past::begin("t.txt", &[ALPHA, BETA]) else { return };
    past.branch("side", "main");
    past.commit("t.txt", &[ALPHA, BETA, GAMMA], "gamma");
    past.on("main");
    past.commit("unused.md", &["Something else."], "elsewhere");
    past.merge("side");
    assert_eq!(past.listed("t.txt"), ["words −0 +7 gamma", "first version base"]);
    past.branch("other", "main~1");
    past.commit("t.txt", &[DELTA, ALPHA, BETA], "delta");
    past.on("main");
    past.repository.git(&["merge", "--no-commit", "--no-ff", "other"]);
    past.repository.write("t.txt", &text(&[DELTA, ALPHA, BETA, GAMMA]));
    let (_, said) = ibid_in(&past.repository, &["log", "t.txt"]);
    assert!(said.lines().next().unwrap_or_default().ends_with("words −0 +7  not committed  (merge)"), "{said}");
    let credited: Vec<String> = past.blamed("t.txt").ibid.into_iter().map(|(_, commit)| commit).collect();
    assert_eq!(credited, ["delta", "base", "base", "gamma"]);
}

#[test]
fn what_a_branch_took_out_is_said_of_that_branch() {
    let long = "Alpha says one thing of the old mill.";
    let Some(mut past) = Past::begin("t.txt", &[long, BETA, GAMMA]) else { return };
    past.branch("side", "main");
    past.commit("t.txt", &[&long.replace("old ", ""), BETA, GAMMA], "shorter");
    past.on("main");
    past.commit("t.txt", &[long, BETA, GAMMA, DELTA], "delta");
    past.merge("side");
    let (_, json) = ibid_in(&past.repository, &["blame", "t.txt", "--format", "json"]);
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    let removed = &json["sentences"][0]["removed"];
    let (_, side) = past.repository.git(&["log", "--format=%h", "--abbrev=8", "-n1", "side"]);
    assert_eq!(removed.as_array().map(Vec::len), Some(1), "{json}");
    assert!(removed[0]["name"].as_str().is_some_and(|name| name.starts_with(side.trim())), "{json}");
    assert_eq!(removed[0]["text"], "old", "{json}");
}

#[test]
fn before_the_first_commit_there_is_no_version() {
    let Some(repository) = Repository::with(&["unused.md"]) else { return };
    repository.git(&["checkout", "-q", "--orphan", "empty"]);
    repository.write("t.txt", &text(&[ALPHA]));
    let (status, said) = ibid_in(&repository, &["log", "t.txt"]);
    assert_eq!((status, said.as_str()), (Some(2), "ibid: t.txt: git has no version of it\n"));
}
