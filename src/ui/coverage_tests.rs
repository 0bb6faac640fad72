//! Coverage in words, at every width.

use proptest::prelude::{prop_assert, proptest};

use super::coverage::{Covered, parted, phrase};
use crate::collate::Coverage;

fn covered() -> Covered {
    let coverage = Coverage { words: 494, hidden: 157, verbatim: 203, edited: 89, reworded: 15, moved: 25 };
    Covered { coverage, other: 2, rules: Some(3) }
}

#[test]
fn says_less_where_there_is_less_room() {
    let table = [
        (
            250,
            "62 % of 494 words match 2: 41 % verbatim · 18 % edited · 3 % reworded · 5 % moved · 157 words hidden by 3 rules",
        ),
        (100, "62 % of 494 words match 2: 41 verbatim · 18 edited · 3 reworded · 5 moved · 157 hidden · 3 rules"),
        (95, "62 % of 494 words match 2: 41 verbatim · 18 edited · 3 reworded · 5⇄ · 157 hidden · 3 rules"),
        (90, "62 % of 494 match 2: 41 verbatim · 18 edited · 3 reworded · 5 moved · 157 hidden · 3 rules"),
        (86, "62 % of 494 match 2: 41 verbatim · 18 edited · 3 reworded · 5⇄ · 157 hidden · 3 rules"),
        (84, "62 % of 494 words match 2: 41│ 18~ 3≈ 5⇄ · 157 hidden · 3 rules"),
        (63, "62 % of 494 words match 2: 41│ 18~ 3≈ 5⇄ · 157 hidden · 3 rules"),
        (60, "62 % of 494 match 2: 41│ 18~ 3≈ 5⇄ · 157 hidden · 3 rules"),
        (55, "62 % of 494: 41│ 18~ 3≈ 5⇄ · 157 hidden · 3 rules"),
        (45, "62 % of 494 · 157 hidden · 3 rules"),
        (34, "62 % of 494 · 157 hidden · 3 rules"),
        (24, "62 % of 494 · 157 hidden"),
        (17, "62 % · 157 hidden"),
        (16, "62 % 157⋯"),
        (0, "62 % 157⋯"),
    ];
    for (width, said) in table {
        assert_eq!(phrase(&covered(), width).1.words(), said, "at {width}");
    }
}

#[test]
fn leaves_out_what_is_not_there_and_calls_little_not_nothing() {
    let one = Coverage { words: 494, verbatim: 1, ..Coverage::default() };
    let said = |coverage| phrase(&Covered { coverage, other: 1, rules: Some(0) }, 250).1.words();
    assert_eq!(said(one), "<1 % of 494 words match 1: <1 % verbatim");
    assert_eq!(said(Coverage { words: 494, ..Coverage::default() }), "0 % of 494 words match 1");
    assert_eq!(said(Coverage::default()), "0 % of 0 words match 1");
    assert_eq!(said(Coverage { words: 1, ..Coverage::default() }), "0 % of 1 word matches 1");
    let all = Coverage { words: 12, hidden: 3, edited: 12, ..Coverage::default() };
    assert_eq!(said(all), "100 % of 12 words match 1: 100 % edited · 3 hidden");
}

#[test]
fn what_is_hidden_stands_beside_the_name_where_the_classes_need_the_room() {
    let said = |width, beside| {
        let (phrase, apart) = parted(&covered(), width, beside);
        (phrase.words(), apart.unwrap_or_default())
    };
    let apart = "157 hidden · 3 rules";
    let named = "62 % of 494 match 2: 41 verbatim · 18 edited · 3 reworded";
    assert_eq!(said(90, 30), (format!("{named} · 5 moved · {apart}"), String::new()));
    assert_eq!(said(80, 30).0, "62 % of 494 words match 2: 41 verbatim · 18 edited · 3 reworded · 5 moved");
    let signs = "62 % of 494 words match 2: 41│ 18~ 3≈ 5⇄";
    assert_eq!(said(80, 19), (format!("{signs} · {apart}"), String::new()));
    assert_eq!(said(63, 30), (format!("{named} · 5⇄"), apart.to_owned()));
    assert_eq!(said(60, 30), (signs.to_owned(), apart.to_owned()));
    assert_eq!(said(45, 30), ("62 % of 494 words match 2: 41│ 18~ 3≈ 5⇄".to_owned(), apart.to_owned()));
    assert_eq!(said(50, 19), (format!("62 % of 494: 41│ 18~ 3≈ 5⇄ · {apart}"), String::new()));
    assert_eq!(said(34, 20).0, "62 % of 494 match 2: 41│ 18~ 3≈ 5⇄");
    assert_eq!(said(33, 20).0, "62 % of 494: 41│ 18~ 3≈ 5⇄");
}

proptest! {
    #[test]
    fn the_said_fits_from_a_narrow_pane_on(width in 25..250_usize) {
        prop_assert!(phrase(&covered(), width).1.width() <= width);
    }
}
