//! Bands, drawn: which paragraphs stand side by side, and what became of them.

use super::in_order_tests::{BAKER, BRIDGE, COUNCIL, DIVERS, versions};
use crate::collate::{Exactness, Fate, bands, tally};
use crate::text::{Pair, Side};

/// Writes each band as its fate and its paragraphs, counted from 1.
fn drawn(left: &[&str], right: &[&str]) -> Vec<String> {
    let (articles, collation, _) = versions(&left.join("\n\n"), &right.join("\n\n"), Exactness::WORDS);
    let found = bands(articles.as_ref(), &collation);
    for side in Side::BOTH {
        let all: Vec<usize> = found.iter().flat_map(|band| band.paragraph_ids[side].clone()).collect();
        assert_eq!(all, (0..articles[side].paragraphs.len()).collect::<Vec<_>>(), "each paragraph once, in order");
    }
    let said = |range: &std::ops::Range<usize>| match range.len() {
        0 => "-".to_owned(),
        1 => (range.start + 1).to_string(),
        _ => format!("{}-{}", range.start + 1, range.end),
    };
    let home =
        |home: Option<crate::article::ParagraphId>| home.map_or(String::new(), |home| format!(" @{}", home.0 + 1));
    let each = found.iter();
    each.map(|band| {
        format!(
            "{:?} {} {}{}",
            band.fate,
            said(&band.paragraph_ids.left),
            said(&band.paragraph_ids.right),
            home(band.home)
        )
    })
    .collect()
}

#[test]
fn paragraphs_stand_beside_what_became_of_them() {
    let early = "The bridge over the Sarn will close for nine weeks in autumn.";
    let both = format!("{BRIDGE} {DIVERS}");
    let table: &[(&[&str], &[&str], &[&str])] = &[
        (&[BRIDGE, DIVERS], &[BRIDGE, DIVERS], &["Same 1 1", "Same 2 2"]),
        (&[BRIDGE, DIVERS], &[early, DIVERS], &["Edited 1 1", "Same 2 2"]),
        (&[BRIDGE, DIVERS], &[BRIDGE], &["Same 1 1", "Removed 2 -"]),
        (&[BRIDGE], &[BAKER, BRIDGE], &["Added - 1", "Same 1 2"]),
        (&[BRIDGE, BAKER], &[DIVERS, BAKER], &["Removed 1 -", "Added - 1", "Same 2 2"]),
        // Where paragraphs end plays no part: these are the same words.
        (&[&both, BAKER], &[BRIDGE, DIVERS, BAKER], &["Same 1 1-2", "Same 2 3"]),
        (
            &[BRIDGE, DIVERS, BAKER, COUNCIL],
            &[DIVERS, BAKER, COUNCIL, BRIDGE],
            &["Gone 1 - @4", "Same 2 1", "Same 3 2", "Same 4 3", "Moved - 4 @1"],
        ),
        (&[BRIDGE, "* * *", DIVERS], &[BRIDGE, "---", DIVERS], &["Same 1 1", "Same 2 2", "Same 3 3"]),
        (&[BRIDGE, "* * *", DIVERS], &[BRIDGE, DIVERS], &["Same 1 1", "Same 2 -", "Same 3 2"]),
        (&[BRIDGE], &[], &["Removed 1 -"]),
        (&[], &[BRIDGE], &["Added - 1"]),
        (&[], &[], &[]),
    ];
    for (left, right, expected) in table {
        assert_eq!(drawn(left, right), *expected, "{left:?} -> {right:?}");
    }
}

#[test]
fn a_tally_counts_a_moved_paragraph_once() {
    let (left, right) = ([BRIDGE, DIVERS, BAKER, COUNCIL].join("\n\n"), [DIVERS, COUNCIL, BRIDGE].join("\n\n"));
    let (articles, collation, _) = versions(&left, &right, Exactness::WORDS);
    let found = bands(articles.as_ref(), &collation);
    let told = tally(&collation, &found);
    assert_eq!((told.edited, told.added, told.removed, told.moved), (0, 0, 1, 1));
    assert_eq!(told.words, Pair::new(13, 0));
    assert_eq!(found.iter().filter(|band| band.fate != Fate::Same).count(), 3);
}
