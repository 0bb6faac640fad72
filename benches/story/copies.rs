//! Articles of one event of which some copied others, with the tree of who copied whom.
//!
//! A set has up to three sources: an agency's report, an outlet's, a press release. Takers keep most sentences, change words, add
//! sentences of their own; some take from a taker. Other articles are their own. All of them may quote the same two sayings and have
//! stock sentences in common, and that is no copying. Dates and credits are given as papers give them: not always.

use std::collections::BTreeSet;

use super::families::{Language, Sentence};
use super::prng::Prng;

/// Words of a source.
const LENGTH: usize = 420;
const AGENCIES: &[&str] = &["AP", "Reuters", "AFP", "dpa"];
const OUTLETS: &[&str] = &["Lunn Post", "Harbour Times", "Weser Blatt", "Tamm Courier", "North Ledger"];

/// An article and what is known of it beside its text.
#[derive(Clone, Debug)]
pub struct Planted {
    /// Its text.
    pub text: String,
    /// Who published it.
    pub outlet: String,
    /// When, if it says so.
    pub date: Option<String>,
    /// The family, by its number.
    pub family: usize,
    /// The article it has its text from, if that one is there.
    pub parent: Option<usize>,
    /// Whether a credit to an agency whose article is there, or a date, tells the direction; or what it has of the others.
    pub told: bool,
}

/// A set of articles.
#[derive(Clone, Debug, Default)]
pub struct Copies {
    /// The articles.
    pub all: Vec<Planted>,
}

#[derive(Clone, Debug)]
struct Draft {
    sentences: Vec<Sentence>,
    outlet: String,
    credit: Option<&'static str>,
    minute: usize,
    family: usize,
    /// As an index into the drafts.
    parent: Option<usize>,
    there: bool,
}

/// Writes a set.
pub fn copies(seed: u64) -> Copies {
    let mut prng = Prng::new(seed.wrapping_add(7_000));
    let language = Language::drawn(&mut prng);
    let sayings: Vec<String> = (0..2).map(|_| saying(&language, &mut prng)).collect();
    let mut drafts: Vec<Draft> = Vec::new();
    let families = prng.between(1, 3);
    for family in 0..families {
        plant(&mut drafts, family, (&language, &mut prng));
    }
    for family in families..families + prng.between(1, 4) {
        let (sentences, minute) = (language.article(LENGTH, &mut prng), prng.below(4_000));
        let outlet = outlet(drafts.len());
        drafts.push(Draft { sentences, outlet, credit: None, minute, family, parent: None, there: true });
    }
    let dates = prng.below(10);
    set(&drafts, (&language, &sayings, dates), &mut prng)
}

fn outlet(at: usize) -> String {
    format!("{} {at}", OUTLETS[at % OUTLETS.len()])
}

/// Writes a family: a source, which may not be among the articles, and its takers.
fn plant(drafts: &mut Vec<Draft>, family: usize, (language, prng): (&Language, &mut Prng)) {
    let kind = prng.below(3);
    let agency = (kind == 0).then(|| AGENCIES[family % AGENCIES.len()]);
    // A press release never is among the articles, an agency's report every other time.
    let there = match kind {
        0 => prng.chance(50),
        1 => true,
        _ => false,
    };
    let root = drafts.len();
    let outlet = agency.map_or_else(|| outlet(root), str::to_owned);
    let sentences = language.article(LENGTH, prng);
    let minute = prng.below(600);
    drafts.push(Draft { sentences, outlet, credit: None, minute, family, parent: None, there });
    for _ in 0..prng.between(1, 6) {
        let takers = root + 1..drafts.len();
        let from =
            if !takers.is_empty() && prng.chance(15) { prng.between(takers.start, takers.end - 1) } else { root };
        let (share, edits) = (prng.between(45, 100), prng.between(0, 9));
        let own = if prng.chance(60) { prng.between(20, LENGTH / 2) } else { 0 };
        let sentences = language.taken_from(&drafts[from].sentences, (share, edits, own), prng);
        let minute = drafts[from].minute + prng.between(5, 2_500);
        let credit = agency.filter(|_| prng.chance(75));
        let outlet = self::outlet(drafts.len());
        drafts.push(Draft { sentences, outlet, credit, minute, family, parent: Some(from), there: true });
    }
}

fn saying(language: &Language, prng: &mut Prng) -> String {
    let sentence = language.sentence(prng);
    format!("“{}”", language.set(&[sentence]).trim().trim_end_matches('.'))
}

/// Sets all that are there.
fn set(drafts: &[Draft], (language, sayings, dates): (&Language, &[String], usize), prng: &mut Prng) -> Copies {
    let there: Vec<usize> = (0..drafts.len()).filter(|at| drafts[*at].there).collect();
    let mut all = Vec::new();
    for &at in &there {
        let draft = &drafts[at];
        let mut text = language.set(&draft.sentences);
        for saying in sayings {
            if prng.chance(50) {
                text = format!("{}\n\n{saying}, the keeper said.\n", text.trim_end());
            }
        }
        if let Some(agency) = draft.credit {
            text = match prng.below(3) {
                0 => format!("LUNN ({agency}) — {text}"),
                1 => format!("By Staff and {agency}\n\n{text}"),
                _ => format!("{}\n\n{agency} contributed to this report.\n", text.trim_end()),
            };
        } else if prng.chance(30) {
            text = format!(
                "{}\n\nA boat at the quay. (Picture: AP)\n\nThe keeper told Reuters that the boat was old.\n",
                text.trim_end()
            );
        }
        let date = match dates {
            0..=5 => Some(stamp(draft.minute)),
            6..=7 => Some(stamp(draft.minute)[..10].to_owned()),
            _ => None,
        };
        // The nearest source that is there.
        let parent = draft.parent.filter(|parent| drafts[*parent].there);
        let number = parent.and_then(|parent| there.iter().position(|other| *other == parent));
        let told = parent.is_some_and(|parent| is_told(drafts, (at, parent), dates));
        all.push(Planted { text, outlet: draft.outlet.clone(), date, family: draft.family, parent: number, told });
    }
    Copies { all }
}

/// Tells whether the direction can be known: a dated pair, a credit, or a star of four or more.
fn is_told(drafts: &[Draft], (at, parent): (usize, usize), dates: usize) -> bool {
    let (own, other) = (&drafts[at], &drafts[parent]);
    let dated = match dates {
        0..=5 => own.minute > other.minute,
        6..=7 => own.minute / 1440 > other.minute / 1440,
        _ => false,
    };
    let credited = own.credit.is_some_and(|agency| agency == other.outlet);
    let family: BTreeSet<Option<usize>> =
        drafts.iter().filter(|draft| draft.family == own.family).map(|draft| draft.parent).collect();
    let size = drafts.iter().filter(|draft| draft.there && draft.family == own.family).count();
    let star = other.there && family.len() == 2 && size >= 4 && own.credit.is_none();
    dated && size > 2 && own.credit.is_none() || credited || star
}

fn stamp(minute: usize) -> String {
    format!("2031-04-{:02}T{:02}:{:02}Z", 10 + minute / 1440, minute / 60 % 24, minute % 60)
}
