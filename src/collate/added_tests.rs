//! What one side adds inside a sentence that both have.

use proptest::prelude::{Strategy, prop, prop_assert, prop_assert_eq, proptest};

use super::drawn::of_texts;
use super::{Cancel, Class, Collation, DecidedPair, Passage, SentenceVerdict, Witness, collate, overrule};
use crate::article::Article;
use crate::boilerplate::{Hidden, HiddenBy, Mask};
use crate::text::{Pair, Side, Span};

const REST: &str = "Nobody in Orrin was asked.\n\nThe mill of Upper Tolle stays shut until the millers are paid.\n\n\
    Bread is dear this year, and no baker is glad of it.";
const LAKE: &str = "The board will lower the lake of Halvern by five metres before Sunday";
const HALLS: &str = "and the county has opened two school halls as shelters";

fn said(article: &Article, found: &Collation, side: Side) -> Vec<String> {
    found.added[side].iter().map(|passage| passage.span.of(&article.text).to_owned()).collect()
}

/// What each of two texts adds, both with more to tell.
fn added(left: &str, right: &str) -> Pair<Vec<String>> {
    let (articles, found) = of_texts(&format!("{left}\n\n{REST}"), &format!("{right}\n\n{REST}"));
    Pair::from_fn(|side: Side| said(&articles[side], &found, side))
}

#[test]
fn a_clause_behind_or_before_or_inside_an_edited_sentence_is_added() {
    for (left, clause) in [
        (format!("{LAKE}, {HALLS}."), HALLS),
        (
            LAKE.replace("of Halvern", "of Halvern, where divers found a crooked anchor last summer,") + ".",
            "where divers found a crooked anchor last summer",
        ),
        (
            format!("As rain poured onto the broken embankment, {}.", LAKE.replacen('T', "t", 1)),
            "As rain poured onto the broken embankment",
        ),
        (format!("{LAKE} (engineers had advised seven)."), ""),
    ] {
        let found = added(&left, &format!("{LAKE}."));
        assert_eq!(found.left.join("|"), clause, "{left}");
        assert!(found.right.is_empty());
    }
}

#[test]
fn what_the_other_tells_in_another_sentence_is_not_added() {
    let left = format!("{LAKE}, {HALLS}.");
    for other in [
        "Two school halls were opened as shelters by the county.",
        "As shelters serve the halls of a school, which the county opened.",
        "In a school, people find shelter.",
    ] {
        assert_eq!(added(&left, &format!("{LAKE}.\n\n{other}")).left, [""; 0], "{other}");
    }
    assert_eq!(added(&left, &format!("{LAKE}.\n\nThe county is proud of its bakers.")).left, [HALLS]);
}

#[test]
fn other_words_in_its_place_are_no_addition_but_for_names_and_figures_that_stand_nowhere_else() {
    let (before, behind) = ("The ferry of Lunn was stopped on Monday", "before the spring tide of the year");
    let told = |words: &str| format!("{before}, {words}, {behind}.");
    let plain = told("because its oldest boiler leaked steam again");
    let other = told("for want of coal and sober stokers");
    assert_eq!(added(&plain, &other), Pair::default());
    let named = told("because Captain Ada Brandt counted 47 rusty bolts");
    assert_eq!(added(&named, &other).left, ["because Captain Ada Brandt counted 47 rusty bolts"]);
    let elsewhere = format!("{other}\n\nBrandt is captain. Ada is her name. Bolts cost 47 crowns.");
    assert_eq!(added(&named, &elsewhere).left, [""; 0]);
}

#[test]
fn of_a_reworded_sentence_only_names_and_figures_that_stand_nowhere_else_are_added() {
    let other =
        "Engineers closed the road over the dam of Kellow on Friday after divers found a long crack in its wall.";
    let told = |words: &str| format!("{words} on Friday after a crack was found in the Kellow dam.");
    let of = |words: &str| {
        let (articles, found) = of_texts(&told(words), other);
        assert!(found.matches.iter().all(|found| found.class == Class::Reworded) && !found.matches.is_empty());
        said(&articles.left, &found, Side::Left)
    };
    assert_eq!(of("Shares in Fenmark Insurance fell 6 percent"), ["Shares in Fenmark Insurance fell 6 percent"]);
    assert_eq!(of("Traffic over every bridge nearby stood still"), [""; 0]);
}

#[test]
fn what_is_hidden_is_not_added() {
    let (articles, _) = of_texts(&format!("{LAKE}, {HALLS}.\n\n{REST}"), &format!("{LAKE}.\n\n{REST}"));
    let added = |hidden: &str| {
        let start = articles.left.text.find(hidden).expect("it stands there");
        let span = Span::new(start, start + hidden.len());
        let masks = Pair::new(Mask::new(vec![Hidden { span, by: HiddenBy::Session }]), Mask::default());
        let witnesses = Pair::from_fn(|side: Side| Witness { article: &articles[side], mask: &masks[side] });
        let found = collate(witnesses, &Cancel::default()).expect("not cancelled");
        said(&articles.left, &found, Side::Left)
    };
    assert_eq!(added("Nobody in Orrin was asked."), [HALLS]);
    assert_eq!(added(HALLS), [""; 0]);
    assert_eq!(added("opened two"), [""; 0], "it is in two parts");
}

#[test]
fn what_is_decided_to_be_the_same_adds_nothing_and_what_is_decided_to_differ_has_no_match() {
    let (left, right) = (format!("{LAKE}, {HALLS}."), format!("{LAKE}."));
    let (articles, before) = of_texts(&format!("{left}\n\n{REST}"), &format!("{right}\n\n{REST}"));
    let mask = Mask::default();
    let witnesses = articles.as_ref().map(|article| Witness { article, mask: &mask });
    let spans = Pair::new(Span::new(0, left.len()), Span::new(0, right.len()));
    for (verdict, unmatched) in [
        (SentenceVerdict::Same, vec![]),
        (SentenceVerdict::Different, vec![left.as_str()]),
        (SentenceVerdict::Unsure, vec![HALLS]),
    ] {
        let mut found = before.clone();
        overrule(&mut found, witnesses, &[DecidedPair { spans, verdict }]);
        let all: Vec<&str> = found.unmatched(Side::Left).iter().map(|it| it.span.of(&articles.left.text)).collect();
        let all: Vec<&str> = all.into_iter().map(|said| said.trim_end_matches('.')).collect();
        let unmatched: Vec<&str> = unmatched.into_iter().map(|said| said.trim_end_matches('.')).collect();
        assert_eq!(all, unmatched, "{verdict:?}");
    }
}

/// Sentences with a clause of a few words put behind some of them.
fn story() -> impl Strategy<Value = String> {
    const SENTENCES: [&str; 5] = [
        "The keeper counted nine lanterns before the tide turned on Tuesday evening",
        "Divers will check the sills of all sluices every month until the autumn comes",
        "Repairs of the old pier cost 1.3 billion crowns and took the whole winter",
        "The brass band played from the roof of the customs house",
        "The town's brass band played instead from the customs house roof",
    ];
    const CLAUSES: [&str; 5] = [
        "",
        ", and the county has opened two school halls as shelters",
        ", while Mayor Ada Brandt sold 47 painted kites",
        ", and painted kites were sold by Brandt, the mayor",
        " (which goats had eaten twice before anybody noticed)",
    ];
    let sentence = (prop::sample::select(SENTENCES.to_vec()), prop::sample::select(CLAUSES.to_vec()));
    let sentence = sentence.prop_map(|(sentence, clause)| format!("{sentence}{clause}."));
    prop::collection::vec(sentence, 1..6).prop_map(|sentences| sentences.join("\n\n"))
}

proptest! {
    #[test]
    fn additions_lie_in_matches_and_in_no_other_place_of_the_other_text(left in story(), right in story()) {
        let (articles, found) = of_texts(&left, &right);
        for side in Side::BOTH {
            let other = &articles[side.other()].text;
            for passage in &found.added[side] {
                let inside = |m: &&super::Match| {
                    let tokens = &m.passages[side].tokens;
                    tokens.start <= passage.tokens.start && passage.tokens.end <= tokens.end
                };
                prop_assert!(found.matches.iter().any(|m| inside(&m)));
                prop_assert!(found.matches.iter().filter(inside).all(|m| m.class != Class::Verbatim));
                let words = passage.span.of(&articles[side].text);
                prop_assert!(!other.contains(words), "{words}");
                prop_assert!(!found.only_here[side].iter().any(|only| only.span.overlaps(passage.span)));
            }
            let all: usize = found.unmatched(side).iter().map(|it| it.tokens.len()).sum();
            let each = found.only_here[side].iter().chain(&found.added[side]);
            prop_assert_eq!(all, each.map(|it| it.tokens.len()).sum::<usize>());
            let apart = |a: &Passage, b: &Passage| {
                a.tokens.end < b.tokens.start + usize::from(a.paragraph_id != b.paragraph_id)
            };
            prop_assert!(found.unmatched(side).is_sorted_by(apart));
        }
        let (back, mirrored) = of_texts(&right, &left);
        for side in Side::BOTH {
            prop_assert_eq!(said(&articles[side], &found, side), said(&back[side.other()], &mirrored, side.other()));
        }
    }
}
