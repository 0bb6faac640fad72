//! How well the kind of a change is told, on invented changes labelled by hand (`benches/changes/variants.tsv`); half are kept aside.

use super::facts_tests::kinds_of;
use super::{ChangeKind, ChangeKinds};

const LABELLED: &str = include_str!("../../benches/changes/variants.tsv");

/// What is kept aside follows from this, and from nothing else: rules are made by the other half.
const SEED: u64 = 20_311_128;

/// The least share that is right, in percent, of what is told as a number, name, date or negation; and of those that are found.
const RIGHT: usize = 90;
const FOUND: usize = 85;

struct Labelled {
    kind: &'static str,
    drawn: &'static str,
    aside: bool,
}

fn labelled() -> Vec<Labelled> {
    let mut state = SEED;
    let mut aside = || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        state >> 63 == 1
    };
    let lines = LABELLED.lines().filter(|line| !line.starts_with('#'));
    let read = lines.map(|line| {
        let (kind, drawn) = line.split_once('\t').unwrap_or_else(|| panic!("{line}"));
        Labelled { kind, drawn, aside: aside() }
    });
    read.collect()
}

#[test]
fn what_kind_a_change_is_is_told_right() {
    let all = labelled();
    assert!(all.len() >= 300);
    for aside in [false, true] {
        let half: Vec<&Labelled> = all.iter().filter(|it| it.aside == aside).collect();
        let told: Vec<ChangeKinds> = half.iter().map(|it| kinds_of(it.drawn)).collect();
        for kind in ChangeKind::ALL.into_iter().filter(|kind| kind.is_fact()) {
            let (mut right, mut said, mut there) = (0, 0, 0);
            let mut wrong = Vec::new();
            for (it, kinds) in half.iter().zip(&told) {
                let (is, tells) = (it.kind == kind.name(), kinds.has(kind));
                right += usize::from(is && tells);
                said += usize::from(tells);
                there += usize::from(is);
                if is != tells {
                    wrong.push(format!("{}: told {}: {}", it.kind, kinds.names(), it.drawn));
                }
            }
            println!(
                "aside {aside}: {}: {right} right of {said} told, {there} there\n  {}",
                kind.name(),
                wrong.join("\n  ")
            );
            assert!(right * 100 >= said * RIGHT, "{} aside {aside}: {right} of {said}: {wrong:#?}", kind.name());
            assert!(right * 100 >= there * FOUND, "{} aside {aside}: {right} of {there}: {wrong:#?}", kind.name());
        }
    }
}
