//! How well it is told what contradicts each other and what may both be so, on invented statements labelled by hand
//! (`benches/changes/figures.tsv`); half are kept aside.

use super::{ChangeKind, FactFinder, Frame, conflicts};
use crate::article::Article;
use crate::text::{Pair, Side, Span};

const LABELLED: &str = include_str!("../../benches/changes/figures.tsv");

/// What is kept aside follows from this, and from nothing else.
const SEED: u64 = 20_261_128;

/// The least share of contradictions that is found, and of those told that is right, in percent.
const FOUND: usize = 90;
const RIGHT: usize = 90;

fn told(drawn: &str) -> Vec<ChangeKind> {
    let (before, rest) = drawn.split_once('{').unwrap_or_else(|| panic!("{drawn}"));
    let (change, behind) = rest.split_once('}').unwrap_or_else(|| panic!("{drawn}"));
    let (old, new) = change.split_once('|').unwrap_or_else(|| panic!("{drawn}"));
    let articles = Pair::new(old, new).map(|words| Article::of_text("a", &format!("{before}{words}{behind}")));
    let spans =
        Pair::new(Span::new(before.len(), before.len() + old.len()), Span::new(before.len(), before.len() + new.len()));
    let finders = articles.as_ref().map(FactFinder::new);
    let facts = Pair::from_fn(|side: Side| finders[side].facts(0..articles[side].tokens.len()));
    conflicts(facts.as_ref().map(Vec::as_slice), spans, Frame::Alike).into_iter().map(|(kind, _, _)| kind).collect()
}

#[test]
fn what_contradicts_each_other_is_told_and_what_may_both_be_so_is_not() {
    let mut state = SEED;
    let mut halves: Pair<Vec<(bool, bool, &str)>> = Pair::default();
    for line in LABELLED.lines().filter(|line| !line.starts_with('#')) {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let side = if state >> 63 == 1 { Side::Right } else { Side::Left };
        let (kind, drawn) = line.split_once('\t').unwrap_or_else(|| panic!("{line}"));
        let told = told(drawn);
        let right = told.iter().any(|told| told.name() == kind);
        halves[side].push((kind != "none", if kind == "none" { !told.is_empty() } else { right }, line));
    }
    for (name, half) in [("read", &halves.left), ("aside", &halves.right)] {
        let there = half.iter().filter(|it| it.0).count();
        let right = half.iter().filter(|it| it.0 && it.1).count();
        let said = half.iter().filter(|it| it.1).count();
        let wrong: Vec<&str> = half.iter().filter(|it| it.0 != it.1).map(|it| it.2).collect();
        println!("{name}: {right} of {there} found, {said} told: {wrong:#?}");
        assert!(right * 100 >= there * FOUND, "{name}: {right} of {there}: {wrong:#?}");
        assert!(right * 100 >= said * RIGHT, "{name}: {right} right of {said}: {wrong:#?}");
    }
}
