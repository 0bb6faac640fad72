use proptest::prelude::*;

use super::sample::{article, place};
use super::{Hidden, HiddenBy, Mask, RuleId};
use crate::text::Span;

fn by(name: &str) -> HiddenBy {
    if name == "session" { HiddenBy::Session } else { HiddenBy::Rule(RuleId(name.to_owned())) }
}

fn mask(parts: &[(usize, usize, &str)]) -> Mask {
    let hidden = |&(start, end, name): &(usize, usize, &str)| Hidden { span: Span::new(start, end), by: by(name) };
    Mask::new(parts.iter().map(hidden).collect())
}

#[test]
fn the_first_keeps_its_place_and_the_later_is_cut() {
    type Parts<'a> = &'a [(usize, usize, &'a str)];
    let table: &[(&str, Parts<'_>, Parts<'_>)] = &[
        ("nothing", &[], &[]),
        ("empty ones", &[(3, 3, "a"), (0, 0, "b")], &[]),
        ("sorted", &[(10, 12, "a"), (2, 4, "b")], &[(2, 4, "b"), (10, 12, "a")]),
        ("cut behind", &[(5, 9, "a"), (2, 7, "b")], &[(2, 5, "b"), (5, 9, "a")]),
        ("cut in front", &[(5, 9, "a"), (7, 12, "b")], &[(5, 9, "a"), (9, 12, "b")]),
        ("cut in two", &[(5, 9, "a"), (2, 12, "b")], &[(2, 5, "b"), (5, 9, "a"), (9, 12, "b")]),
        ("nothing left", &[(2, 12, "a"), (5, 9, "b")], &[(2, 12, "a")]),
        ("touching stay two", &[(2, 5, "a"), (5, 9, "a")], &[(2, 5, "a"), (5, 9, "a")]),
        (
            "over many",
            &[(2, 3, "a"), (5, 6, "b"), (8, 9, "c"), (0, 10, "session")],
            &[
                (0, 2, "session"),
                (2, 3, "a"),
                (3, 5, "session"),
                (5, 6, "b"),
                (6, 8, "session"),
                (8, 9, "c"),
                (9, 10, "session"),
            ],
        ),
    ];
    for (what, given, expected) in table {
        let got = mask(given);
        let got: Vec<_> = got.hidden().iter().map(|h| (h.span.start(), h.span.end(), h.by.clone())).collect();
        let expected: Vec<_> = expected.iter().map(|&(start, end, name)| (start, end, by(name))).collect();
        assert_eq!(got, expected, "{what}");
    }
}

#[test]
fn words_and_rules_are_counted() {
    let article = article("The quay was closed. | Send us a letter.\nAll rights kept.");
    let letter = place(&article, "Send us a letter.");
    let rights = place(&article, "All rights kept.");
    let mask = Mask::new(vec![
        Hidden { span: letter, by: by("a") },
        Hidden { span: rights, by: by("a") },
        Hidden { span: place(&article, "The quay"), by: HiddenBy::Session },
    ]);
    assert_eq!(mask.hidden_words(&article), 9);
    assert_eq!(mask.rule_count(), 1);
    assert_eq!(Mask::default().hidden_words(&article), 0);
    assert_eq!(Mask::default().rule_count(), 0);
}

#[test]
fn many_wide_spans_over_many_small_ones_are_quick() {
    let small = (0..50_000).map(|at| (at * 10, at * 10 + 5, "a"));
    let wide = (0..50_000).map(|at| (at, 500_000 - at, "b"));
    let parts: Vec<_> = small.chain(wide).collect();
    let mask = mask(&parts);
    assert!(mask.is_hidden(Span::new(0, 500_000)));
    assert_eq!(mask.hidden().len(), 100_000);
}

proptest! {
    #[test]
    fn answers_agree_with_painting_byte_for_byte(
        parts in prop::collection::vec((0usize..40, 0usize..14, 0usize..4), 0..12),
        from in 0usize..45,
        length in 0usize..20,
    ) {
        let names = ["a", "b", "c", "session"];
        let parts: Vec<_> = parts.iter().map(|&(start, len, name)| (start, start + len, names[name])).collect();
        let mut painted = vec![None; 80];
        for &(start, end, name) in &parts {
            for cell in &mut painted[start..end] {
                cell.get_or_insert(name);
            }
        }
        let mask = mask(&parts);
        for (place, cell) in painted.iter().enumerate() {
            prop_assert_eq!(mask.at(place).map(|h| h.by.clone()), cell.map(by));
        }
        for pair in mask.hidden().windows(2) {
            prop_assert!(pair[0].span.end() <= pair[1].span.start());
        }
        prop_assert!(mask.hidden().iter().all(|h| !h.span.is_empty()));
        let span = Span::new(from, from + length);
        let expected: Vec<usize> = span.range().filter(|&at| painted[at].is_none()).collect();
        let visible = mask.visible(span);
        prop_assert_eq!(visible.iter().flat_map(|part| part.range()).collect::<Vec<_>>(), expected.clone());
        prop_assert!(visible.windows(2).all(|pair| pair[0].end() < pair[1].start()));
        if !span.is_empty() {
            prop_assert_eq!(mask.is_hidden(span), expected.is_empty());
        }
    }
}
