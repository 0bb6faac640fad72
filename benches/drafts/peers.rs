//! What other programs tell of a draft, word for word.

use std::fs;
use std::ops::Range;
use std::path::Path;
use std::process::Command;

use ibid::text::{Pair, Side};
use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::draft::Draft;
use super::found::{Found, Knows};
use super::text::Placed;
use super::truth::Fate;

/// What stands around removed and added text, so that it is told from any text.
const SIGNS: [char; 4] = ['\u{1}', '\u{2}', '\u{3}', '\u{4}'];
/// What git takes for words if it is asked to part marks from them.
const WORDS: &str = "--word-diff-regex=[[:alnum:]]+|[^[:space:]]";

/// A program that compares words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Peer {
    /// `git diff --word-diff`.
    Git,
    /// The same, told what a word is.
    GitRegex,
    /// `wdiff`.
    Wdiff,
    /// `dwdiff`, which parts marks from words if asked.
    Dwdiff,
    /// The crate `similar`, on words without case and marks.
    Similar,
}

impl Peer {
    /// All of them.
    pub const ALL: [Peer; 5] = [Peer::Git, Peer::GitRegex, Peer::Wdiff, Peer::Dwdiff, Peer::Similar];

    /// Gives what it is called in a table.
    pub fn name(self) -> &'static str {
        match self {
            Peer::Git => "git diff --word-diff",
            Peer::GitRegex => "git diff --word-diff-regex",
            Peer::Wdiff => "wdiff",
            Peer::Dwdiff => "dwdiff --punctuation",
            Peer::Similar => "similar, on words",
        }
    }

    /// Tells whether it is here to be asked.
    pub fn is_here(self) -> bool {
        let program = match self {
            Peer::Git | Peer::GitRegex => "git",
            Peer::Wdiff => "wdiff",
            Peer::Dwdiff => "dwdiff",
            Peer::Similar => return true,
        };
        Command::new(program).arg("--version").output().is_ok_and(|output| output.status.success())
    }

    /// Compares a draft, whose texts it writes into a folder; nothing where the program cannot be read.
    pub fn compares(self, draft: &Draft, folder: &Path) -> Option<Found> {
        if self == Peer::Similar {
            return Some(by_similar(draft));
        }
        let paths = Pair::new(folder.join("old"), folder.join("new"));
        for side in Side::BOTH {
            fs::write(&paths[side], &draft.texts[side]).ok()?;
        }
        let mut command = Command::new(match self {
            Peer::Wdiff => "wdiff",
            Peer::Dwdiff => "dwdiff",
            _ => "git",
        });
        match self {
            Peer::Git | Peer::GitRegex => {
                command.args(["diff", "--no-index", "--no-color", "-U1000000", "--word-diff=porcelain"]);
                command.args((self == Peer::GitRegex).then_some(WORDS));
            }
            _ => {
                for (option, sign) in ["-w", "-x", "-y", "-z"].into_iter().zip(SIGNS) {
                    command.arg(option).arg(sign.to_string());
                }
                command.args((self == Peer::Dwdiff).then_some("--punctuation"));
            }
        }
        let output = command.arg(&paths.left).arg(&paths.right).output().ok()?;
        let text = String::from_utf8(output.stdout).ok()?;
        let parts = if matches!(self, Peer::Git | Peer::GitRegex) { porcelain(&text) } else { signed(&text) };
        let same = text.is_empty();
        read(draft, if same { vec![(Part::Both, draft.texts.left.clone())] } else { parts }, self)
    }
}

/// Where a part of a text stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Both,
    Old,
    New,
}

fn porcelain(text: &str) -> Vec<(Part, String)> {
    let body = text.lines().skip_while(|line| !line.starts_with("@@")).skip(1);
    let part = |line: &str| {
        let part = match line.chars().next()? {
            ' ' => Part::Both,
            '-' => Part::Old,
            '+' => Part::New,
            _ => return None,
        };
        Some((part, line[1..].to_owned()))
    };
    body.filter_map(part).collect()
}

fn signed(text: &str) -> Vec<(Part, String)> {
    let mut found = vec![(Part::Both, String::new())];
    for c in text.chars() {
        match SIGNS.iter().position(|sign| *sign == c) {
            Some(0) => found.push((Part::Old, String::new())),
            Some(2) => found.push((Part::New, String::new())),
            Some(_) => found.push((Part::Both, String::new())),
            None => found.iter_mut().next_back().into_iter().for_each(|(_, text)| text.push(c)),
        }
    }
    found
}

/// Reads the parts of both texts back into places of words. White space plays no part.
fn read(draft: &Draft, parts: Vec<(Part, String)>, peer: Peer) -> Option<Found> {
    let mut at = Pair::new(0, 0);
    let mut changed: Pair<Vec<Range<usize>>> = Pair::default();
    // For each byte of the old text with which a character begins, the byte of the new text.
    let mut links: Vec<(usize, usize)> = Vec::new();
    for (part, text) in parts {
        for c in text.chars().filter(|c| !c.is_whitespace()) {
            let here = Pair::from_fn(|side: Side| next(&draft.texts[side], at[side], c));
            let sides: &[Side] = match part {
                Part::Both => &Side::BOTH,
                Part::Old => &[Side::Left],
                Part::New => &[Side::Right],
            };
            for &side in sides {
                let place = here[side]?;
                at[side] = place + c.len_utf8();
                if part != Part::Both {
                    changed[side].push(place..at[side]);
                }
            }
            if part == Part::Both {
                links.push((here.left?, here.right?));
            }
        }
    }
    let fates = fates(draft, &changed, &links);
    let knows = Knows { marks: matches!(peer, Peer::GitRegex | Peer::Dwdiff), ..Knows::default() };
    Some(Found { fates, marks: changed.clone(), changed, knows })
}

/// Finds the next character of a text, if it is the one that is looked for.
fn next(text: &str, from: usize, sought: char) -> Option<usize> {
    let (at, c) = text.get(from..)?.char_indices().find(|(_, c)| !c.is_whitespace())?;
    (c == sought).then_some(from + at)
}

fn fates(draft: &Draft, changed: &Pair<Vec<Range<usize>>>, links: &[(usize, usize)]) -> Pair<Vec<Fate>> {
    let hit = |side: Side, span: &Range<usize>| {
        let after = changed[side].partition_point(|other| other.end <= span.start);
        changed[side].get(after).is_some_and(|other| other.start < span.end)
    };
    let mut fates = Pair::from_fn(|side: Side| {
        let words = draft.words[side].iter();
        // A word with its marks is one for a program that does not part them; then the marks alone change nothing.
        words.map(|word| if hit(side, &word.span) { Fate::Changed } else { Fate::Kept(None) }).collect::<Vec<Fate>>()
    });
    for (left, word) in
        draft.words.left.iter().enumerate().filter(|(at, _)| fates.left[*at] != Fate::Changed).collect::<Vec<_>>()
    {
        let Ok(link) = links.binary_search_by_key(&word.span.start, |link| link.0) else { continue };
        let there = links[link].1;
        let right = draft.words.right.partition_point(|word| word.span.end <= there);
        if fates.right.get(right).is_some_and(|fate| *fate != Fate::Changed) {
            fates.left[left] = Fate::Kept(Some(right));
            fates.right[right] = Fate::Kept(Some(left));
        }
    }
    fates
}

fn by_similar(draft: &Draft) -> Found {
    let keys = draft.words.as_ref().map(|words| words.iter().map(|word| word.key.as_str()).collect::<Vec<&str>>());
    let mut fates = keys.as_ref().map(|keys| vec![Fate::Changed; keys.len()]);
    for op in capture_diff_slices(Algorithm::Myers, &keys.left, &keys.right) {
        if let DiffOp::Equal { old_index, new_index, len } = op {
            for at in 0..len {
                fates.left[old_index + at] = Fate::Kept(Some(new_index + at));
                fates.right[new_index + at] = Fate::Kept(Some(old_index + at));
            }
        }
    }
    let changed = Pair::from_fn(|side: Side| {
        let words = draft.words[side].iter().zip(&fates[side]).filter(|(_, fate)| **fate == Fate::Changed);
        words.map(|(word, _): (&Placed, _)| word.span.clone()).collect()
    });
    Found { fates, changed, marks: Pair::default(), knows: Knows { marks: true, case: true, moves: false } }
}
