//! What both have whole, in words however few.

use proptest::prelude::{Strategy, prop, prop_assert, proptest};

use super::drawn::{check, of_texts};
use crate::text::{Pair, Side};

const BEFORE: &str = "The gardener pruned the pear trees along the southern wall before noon.";
const BEHIND: &str = "A barge loaded with roof tiles waited for the lock to fill.";

#[test]
fn names_in_a_list() {
    check(
        &format!("[1 {BEFORE}]\n\n- Ostrow\n[2 - Hallam]\n[3 - Perrin]\n- Quist\n\n[4 {BEHIND}]"),
        &format!("[1 {BEFORE}]\n\n- Ostrov\n[2 - Hallam]\n[3 - Perrin]\n- Kvist\n\n[4 {BEHIND}]"),
    );
}

#[test]
fn what_one_side_has_more_often_is_an_echo() {
    check(
        &format!("[1 {BEFORE}]\n\n[3>= [2 Rain.]]\n\n[4 {BEHIND}]"),
        &format!("[1 {BEFORE}]\n\n[2 Rain.]\n\n[4 {BEHIND}]\n\n[3>= Rain.]"),
    );
}

proptest! {
    #[test]
    fn what_stands_in_both_whole_is_never_only_here(left in lines(), right in lines()) {
        let (articles, collation) = of_texts(&left, &right);
        let keys = Pair::from_fn(|side: Side| -> Vec<Vec<_>> {
            let article = &articles[side];
            let each = article.sentences.iter().map(|s| article.tokens[s.tokens.clone()].iter().map(|t| t.key).collect());
            each.collect()
        });
        for side in Side::BOTH {
            for stretch in &collation.only_here[side] {
                for (at, sentence) in articles[side].sentences.iter().enumerate() {
                    let within = !sentence.tokens.is_empty()
                        && stretch.tokens.start <= sentence.tokens.start
                        && sentence.tokens.end <= stretch.tokens.end;
                    let text = sentence.span.of(&articles[side].text);
                    prop_assert!(!within || !keys[side.other()].contains(&keys[side][at]), "{side:?}: {text}");
                }
            }
        }
    }
}

/// Short lines and sentences of them, some told twice.
fn lines() -> impl Strategy<Value = String> {
    const LINES: [&str; 9] = [
        "- Hallam",
        "- Perrin",
        "Weather",
        "No.",
        "Yes, he said.",
        "The mill stands.",
        "The mill still stands on the river.",
        "The gardener pruned the pear trees along the southern wall before noon.",
        "Марта Браун",
    ];
    let line = prop::sample::select(LINES.to_vec());
    let paragraph = prop::collection::vec(line, 1..4).prop_map(|lines| lines.join(" "));
    prop::collection::vec(paragraph, 0..9).prop_map(|paragraphs| paragraphs.join("\n\n"))
}
