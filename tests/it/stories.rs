//! How well statements are matched, on labelled pairs of articles: invented ones, and real ones where they are at hand, which are not
//! part of the program's sources. The figures are those reached (28 November 2026), less what a small change may cost.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use serde_json::Value;

use super::stage::Stage;

#[test]
fn invented_stories() {
    let folder = root().join("benches/stories");
    let fitted = judged(&stories(&folder, "labels"));
    let aside = judged(&stories(&folder, "labels-aside"));
    println!("fitted to: {fitted:?}\naside: {aside:?}");
    assert!(fitted.precision() >= 0.70 && fitted.recall() >= 0.82, "{fitted:?}");
    assert!(aside.precision() >= 0.79 && aside.recall() >= 0.95, "{aside:?}");
}

#[test]
fn real_stories() {
    let folder = root().join("../shared/stories");
    if !folder.is_dir() {
        eprintln!("skipped: {} is not there", folder.display());
        return;
    }
    let stories = stories(&folder, "labels");
    let all = judged(&stories);
    println!("all: {all:?}");
    assert!(all.precision() >= 0.75 && all.recall() >= 0.64, "{all:?}");
    let reworded = all.of(&["reworded"]);
    assert!(reworded.precision() >= 0.65 && reworded.recall() >= 0.53, "{reworded:?}");
    let wording = all.of(&["verbatim", "edited"]);
    assert!(wording.precision() >= 0.955 && wording.recall() >= 0.97, "{wording:?}");
}

#[test]
fn real_wire_copy() {
    let (gold, articles) = (root().join("../shared/gold"), root().join("../shared/articles"));
    if !gold.is_dir() || !articles.is_dir() {
        eprintln!("skipped: {} is not there", gold.display());
        return;
    }
    let all = judged(&wire_copy(&gold, &articles));
    println!("all: {all:?}");
    let wording = all.of(&["verbatim", "edited"]);
    assert!(wording.precision() >= 0.93 && wording.recall() >= 0.99, "{wording:?}");
    assert!(all.precision() >= 0.83 && all.recall() >= 0.93, "{all:?}");
}

/// Two sentences by their names.
type Joined = (String, String);

/// A labelled pair of articles.
struct Story {
    left: PathBuf,
    right: PathBuf,
    /// Each sentence's name, and its bytes.
    sentences: [Vec<(String, u64, u64)>; 2],
    /// What corresponds: its class, and the sentences any of which will do.
    sought: Vec<(String, BTreeSet<Joined>)>,
    /// What counts neither for nor against.
    neutral: BTreeSet<Joined>,
}

impl Story {
    fn label(&mut self, kind: &str, flag: &str, pairs: BTreeSet<Joined>) {
        match (kind, flag) {
            ("related", _) => {}
            (_, "main") => self.sought.push((kind.to_owned(), pairs)),
            _ => self.neutral.extend(pairs),
        }
    }
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Reads the stories of a folder of which labels of this name are.
fn stories(folder: &Path, labels: &str) -> Vec<Story> {
    let mut names: Vec<_> =
        std::fs::read_dir(folder.join(labels)).unwrap().map(|entry| entry.unwrap().path()).collect();
    names.sort();
    names.iter().map(|path| story(folder, path)).collect()
}

fn story(folder: &Path, labels: &Path) -> Story {
    let folder = folder.join(labels.file_stem().unwrap());
    let text = std::fs::read_to_string(folder.join("sentences.tsv")).unwrap();
    let mut sentences = [Vec::new(), Vec::new()];
    for line in text.lines() {
        let columns: Vec<&str> = line.split('\t').collect();
        let sentence = (columns[0].to_owned(), columns[1].parse().unwrap(), columns[2].parse().unwrap());
        sentences[usize::from(columns[0].starts_with('R'))].push(sentence);
    }
    let (left, right) = (folder.join("left.txt"), folder.join("right.txt"));
    let mut story = Story { left, right, sentences, sought: Vec::new(), neutral: BTreeSet::new() };
    for line in std::fs::read_to_string(labels).unwrap().lines() {
        let columns: Vec<&str> = line.split('\t').collect();
        if let [left, right, kind, flag, ..] = columns[..] {
            story.label(kind, flag, crossed(left.split(','), &right.split(',').collect::<Vec<_>>()));
        }
    }
    story
}

fn crossed<'a>(left: impl Iterator<Item = &'a str>, right: &[&str]) -> BTreeSet<Joined> {
    left.flat_map(|a| right.iter().map(move |b| (a.to_owned(), (*b).to_owned()))).collect()
}

/// Reads the labels of a few articles compared pair by pair.
fn wire_copy(gold: &Path, articles: &Path) -> Vec<Story> {
    let read = |name: &str| -> Value { serde_json::from_slice(&std::fs::read(gold.join(name)).unwrap()).unwrap() };
    let (pairs, segments) = (read("pairs.json"), read("segments.json"));
    let story = |pair: &Value| {
        let of = |side: &str| &segments[pair[side].as_str().unwrap()];
        let place = |side: &str| articles.join(of(side)["file"].as_str().unwrap());
        let sentences = ["left", "right"].map(|side| {
            let each = of(side)["segments"].as_array().unwrap().iter();
            let name = |s: &Value| s["id"].as_str().unwrap().to_owned();
            each.map(|s| (name(s), s["start"].as_u64().unwrap(), s["end"].as_u64().unwrap())).collect()
        });
        let (left, right) = (place("left"), place("right"));
        let mut story = Story { left, right, sentences, sought: Vec::new(), neutral: BTreeSet::new() };
        for found in pair["correspondences"].as_array().unwrap() {
            let names = |side: &str| -> Vec<&str> {
                found[side].as_array().unwrap().iter().map(|name| name.as_str().unwrap()).collect()
            };
            let main = found["weak"] == false && found["secondary"] == false;
            let joined = crossed(names("left").into_iter(), &names("right"));
            story.label(found["type"].as_str().unwrap(), if main { "main" } else { "echo" }, joined);
        }
        story
    };
    pairs.as_object().unwrap().values().map(story).collect()
}

/// What came of it, by class: right and wrong links, statements found and sought.
#[derive(Debug, Default)]
struct Judged {
    links: BTreeMap<String, (usize, usize)>,
    statements: BTreeMap<String, (usize, usize)>,
}

impl Judged {
    /// Gives the figures of some classes alone.
    fn of(&self, classes: &[&str]) -> Self {
        let keep = |all: &BTreeMap<String, (usize, usize)>| {
            all.iter().filter(|(class, _)| classes.contains(&class.as_str())).map(|(c, n)| (c.clone(), *n)).collect()
        };
        Self { links: keep(&self.links), statements: keep(&self.statements) }
    }

    fn precision(&self) -> f64 {
        let (right, wrong) = sum(&self.links);
        right / (right + wrong)
    }

    fn recall(&self) -> f64 {
        let (found, sought) = sum(&self.statements);
        found / sought
    }
}

fn sum(counts: &BTreeMap<String, (usize, usize)>) -> (f64, f64) {
    counts.values().fold((0.0, 0.0), |(a, b), (x, y)| (a + *x as f64, b + *y as f64))
}

fn judged(stories: &[Story]) -> Judged {
    let stage = Stage::bare();
    let mut judged = Judged::default();
    for story in stories {
        let paths = [&story.left, &story.right].map(|path| path.to_str().unwrap());
        let ran = stage.run(&["report", "--format", "json", "--no-rules", paths[0], paths[1]]);
        let joined = joined(&ran.json()["pairs"][0]["matches"], &story.sentences);
        let right: BTreeSet<&Joined> = story.sought.iter().flat_map(|(_, pairs)| pairs).collect();
        for (pair, class) in &joined {
            let counts = judged.links.entry(class.clone()).or_default();
            counts.0 += usize::from(right.contains(pair));
            counts.1 += usize::from(!right.contains(pair) && !story.neutral.contains(pair));
        }
        for (kind, pairs) in &story.sought {
            let counts = judged.statements.entry(kind.clone()).or_default();
            counts.0 += usize::from(pairs.iter().any(|pair| joined.contains_key(pair)));
            counts.1 += 1;
        }
    }
    judged
}

/// Gives the sentences that matches join, each with the most alike class of the matches.
fn joined(matches: &Value, sentences: &[Vec<(String, u64, u64)>; 2]) -> BTreeMap<Joined, String> {
    let mut joined: BTreeMap<Joined, String> = BTreeMap::new();
    let rank = |class: &str| ["reworded", "edited", "verbatim"].iter().position(|known| *known == class);
    for found in matches.as_array().unwrap() {
        let [left, right] = ["left", "right"].map(|side| {
            let (start, end) = (found[side]["start"].as_u64().unwrap(), found[side]["end"].as_u64().unwrap());
            covered(&sentences[usize::from(side == "right")], start, end)
        });
        let most = left.len().max(right.len());
        let each: Vec<Joined> = if left.len() > 1 && right.len() > 1 {
            (0..most).map(|at| (left[at * left.len() / most].clone(), right[at * right.len() / most].clone())).collect()
        } else {
            left.iter().flat_map(|a| right.iter().map(|b| (a.clone(), b.clone()))).collect()
        };
        let class = found["class"].as_str().unwrap();
        for pair in each {
            let known = joined.entry(pair).or_insert_with(|| class.to_owned());
            if rank(class) > rank(known) {
                class.clone_into(known);
            }
        }
    }
    joined
}

/// Gives the sentences of which a passage has three tenths, or which have half of it.
fn covered(sentences: &[(String, u64, u64)], start: u64, end: u64) -> Vec<String> {
    let is_covered = |(_, first, last): &&(String, u64, u64)| {
        let overlap = (*last).min(end).saturating_sub((*first).max(start));
        overlap > 0 && (overlap * 10 >= (last - first) * 3 || overlap * 2 >= end - start)
    };
    sentences.iter().filter(is_covered).map(|(name, ..)| name.clone()).collect()
}
