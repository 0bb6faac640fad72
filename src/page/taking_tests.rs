//! Taking over from the old text into the new one: all else stays byte for byte.

use std::sync::Arc;

use proptest::collection::vec;
use proptest::prelude::{prop_assert, prop_assume, proptest};

use super::taking::{TakeFrom, taken};
use crate::article::Article;
use crate::boilerplate::Mask;
use crate::collate::{Breaks, Cancel, Exactness, Witness, collate_in_order};
use crate::page::Compared;
use crate::text::Pair;

const OLD: &str = "# Kites\n\nThe kites fly on the sea wall.\n\nEvery autumn the children build them from old sails and glue, and \
                   paint them.\n\nThe mayor usually wins the prize for the worst landing.\n\n- Bring a needle.\n- Bring old glue.\n";
const NEW: &str = "# Kites\n\nThe kites fly on the wide\nsea wall.\n\nThe mayor usually wins the prize for the worst landing.\n\n\
                   Every autumn the children build them from old sails and glue, and paint them.\n\nDogs are not allowed there on \
                   kite days.\n\n- Bring a needle.\n- Bring new glue.\n";

fn compared(old: &str, new: &str) -> Compared {
    compared_by(old, new, Exactness::default())
}

fn compared_by(old: &str, new: &str, exactness: Exactness) -> Compared {
    let articles = Pair::new(old, new).map(|text| Arc::new(Article::of_text("a", text)));
    let masks = Pair::from_fn(|_| Arc::new(Mask::default()));
    let witnesses = Pair::from_fn(|side| Witness { article: &articles[side], mask: &masks[side] });
    let collation = collate_in_order(witnesses, exactness, &Cancel::default()).expect("not called off");
    Compared::of(articles, masks, collation)
}

#[test]
fn all_taken_back_one_by_one_makes_the_old_text() {
    for (old, new) in [(OLD, NEW), (NEW, OLD), ("", NEW), (OLD, "One line.\n")] {
        let mut text = new.to_owned();
        for _ in 0..40 {
            let now = compared(old, &text);
            let Some(change) = now.changes.first() else { break };
            let next = taken(&now, *change, TakeFrom::Left);
            assert_ne!(next, text, "{change}");
            text = next;
        }
        assert_eq!(text.trim(), old.trim());
    }
}

#[test]
fn what_is_not_taken_stays_byte_for_byte() {
    let now = compared(OLD, NEW);
    for change in &now.changes {
        let text = taken(&now, *change, TakeFrom::Left);
        let kept = "\n\n- Bring a needle.\n- Bring ";
        assert!(text.contains(kept) && text.starts_with("# Kites\n\n"), "{text}");
    }
}

const WRAPPED: &str = "Every autumn the children of the town build\nkites from old sails and glue, and paint\nthem.\n\n\
                       The kites fly on the wide sea wall, and the\nwind there never ends.\n\nThe mayor usually wins the prize for the\n\
                       worst landing of the day.\n";

/// The same without the line ends inside paragraphs, and with another word.
fn unwrapped() -> String {
    let old = WRAPPED.replace("\n\n", "\u{1}").replace('\n', " ").replace('\u{1}', "\n\n");
    old.replace("wind there never ends", "wind there never ends, whatever the almanac said of calm weeks to come")
        .trim_end()
        .to_owned()
        + "\n"
}

#[test]
fn what_is_taken_over_is_wrapped_as_the_new_text() {
    let now = compared(&unwrapped(), WRAPPED);
    assert_eq!(now.changes.len(), 1);
    let text = taken(&now, now.changes[0], TakeFrom::Left);
    assert_eq!(
        text,
        WRAPPED.replace(
            "wind there never ends.",
            "wind there never ends, whatever the almanac\nsaid of calm weeks to come."
        )
    );
    // And back: on one line each.
    let now = compared(WRAPPED, &unwrapped());
    let text = taken(&now, now.changes[0], TakeFrom::Left);
    let plain = unwrapped().replace(", whatever the almanac said of calm weeks to come", "");
    assert_eq!(text, plain);
}

#[test]
fn where_breaks_count_they_are_taken_over() {
    let (old, new) = (
        "The tide goes out\nand leaves the boats.\n\nA gull walks.\n",
        "The tide goes out and\nleaves the boats.\nA gull walks.\n",
    );
    let now = compared_by(old, new, Exactness::default().with_breaks(Breaks::Lines));
    let mut text = new.to_owned();
    for _ in 0..4 {
        let now = compared_by(old, &text, Exactness::default().with_breaks(Breaks::Lines));
        let Some(change) = now.changes.first() else { break };
        text = taken(&now, *change, TakeFrom::Left);
    }
    assert!(!now.changes.is_empty());
    assert_eq!(text, old);
}

#[test]
fn both_stand_one_behind_the_other_and_lines_end_as_before() {
    let (old, new) = ("One here.\n\nTwo old words here.\n", "One here.\r\n\r\nTwo new words here.\r\n");
    let now = compared(old, new);
    let change = now.changes[0];
    assert_eq!(taken(&now, change, TakeFrom::Left), "One here.\r\n\r\nTwo old words here.\r\n");
    assert_eq!(
        taken(&now, change, TakeFrom::Both),
        "One here.\r\n\r\nTwo old words here.\r\n\r\nTwo new words here.\r\n"
    );
}

fn both(old: &str, new: &str) -> String {
    let now = compared(old, new);
    taken(&now, *now.changes.first().expect("a change"), TakeFrom::Both)
}

#[test]
fn of_both_only_the_sentences_that_differ_stand_twice() {
    let shut = "Nine gates were shut within eleven minutes.";
    let text =
        |middle: &str| format!("The barrier closed on Tuesday. {middle}The market reopened with fewer stalls.\n");
    let (old, new) = ("Engineers said the tower was sound. ", "Engineers said the tower had cracks. ");
    assert_eq!(both(&text(old), &text(new)), text(&format!("{old}{new}")));
    assert_eq!(both(&text(&format!("{shut} ")), &text("")), text(&format!("{shut} ")), "what only the left has");
    let (old, new) = (format!("1. {}", text(old)), format!("2. {}", text(new)));
    assert_eq!(both(&old, &new), format!("{}\n\n{new}", old.trim_end()), "the numbers differ too");
}

#[test]
fn of_both_lines_are_wrapped_as_before() {
    let old = "The barrier closed on Tuesday.\nEngineers said the tower was sound.\nNobody asked them why.\n";
    let new = old.replace("was sound", "had cracks");
    let set = "The barrier closed on Tuesday.\nEngineers said the tower was sound.\nEngineers said the tower had \
               cracks.\nNobody asked them why.\n";
    assert_eq!(both(old, &new), set);
    let crlf = |text: &str| text.replace('\n', "\r\n");
    assert_eq!(both(old, &crlf(&new)), crlf(set));
}

proptest! {
    #[test]
    fn of_both_no_sentence_is_lost_or_doubled(old in vec(0..8_usize, 1..7), new in vec(0..8_usize, 1..7)) {
        let sentence = |at: &usize| format!("The gate number {at} closed on the evening of day {at}.");
        let text = |all: &[usize]| all.iter().map(sentence).collect::<Vec<String>>().join(" ") + "\n";
        let now = compared(&text(&old), &text(&new));
        let edited = now.bands.len() == 1 && now.changes.len() == 1;
        prop_assume!(edited);
        let result = taken(&now, now.changes[0], TakeFrom::Both);
        for at in 0..8 {
            let count = |all: &[usize]| all.iter().filter(|it| **it == at).count();
            let stands = result.matches(&sentence(&at)).count();
            let (left, right) = (count(&old), count(&new));
            prop_assert!((left.max(right)..=left + right).contains(&stands), "{at} stands {stands} times in {result}");
        }
    }
}

#[test]
fn the_first_and_the_last_item_of_a_list_are_taken_with_their_blank_lines() {
    let short = "Buy these things:\n\n- milk from the farm\n- bread of the day\n\nThat is all we need.\n";
    let long = "Buy these things:\n\n- seven ripe pears\n- milk from the farm\n- bread of the day\n- a pound of salt\n\n\
                That is all we need.\n";
    for (old, new) in [(short, long), (long, short)] {
        for ends in ["\n", "\r\n"] {
            let [old, new] = [old, new].map(|text| text.replace('\n', ends));
            let mut text = new.clone();
            for _ in 0..2 {
                let now = compared(&old, &text);
                text = taken(&now, *now.changes.first().expect("a change"), TakeFrom::Left);
            }
            assert_eq!(text, old, "from {new}");
        }
    }
}
