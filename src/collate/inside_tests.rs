//! A short text, such as a quotation to look for, matches the place that has its words.

use super::Class;
use super::drawn::{check, of_texts};

/// An article of ordinary length around what stands in it.
fn article(within: &str) -> String {
    format!(
        "The brass band played on the quay until the rain came.\n\nA boy sold chestnuts from a cart with three wheels.\n\n\
         {within}\n\nNobody bought the blue umbrellas, and the ferry came late because of fog."
    )
}

#[test]
fn a_few_words_inside_a_sentence() {
    let within = "The festival drew an [1 estimated two thousand] guests, the mayor said.";
    check("[1 estimated two thousand]", &article(within));
    check(&article(within), "[1 estimated two thousand]");
    check("[1 “Estimated two thousand”]", &article(within));
}

#[test]
fn a_quotation_that_goes_on_in_the_article() {
    let within = "[1 The festival drew an estimated two thousand guests], the mayor and her deputy said on Tuesday.";
    check("[1 The festival drew an estimated two thousand guests.]", &article(within));
}

#[test]
fn each_line_of_several() {
    let (articles, collation) = of_texts(
        "estimated two thousand\n\nchestnuts from a cart\n\nred umbrellas",
        &article("The festival drew an estimated two thousand guests."),
    );
    let passages = collation.matches.iter().map(|found| found.passages.right.span.of(&articles.right.text));
    assert_eq!(passages.collect::<Vec<_>>(), ["estimated two thousand", "chestnuts from a cart"]);
    assert!(collation.matches.iter().all(|found| found.class == Class::Verbatim));
}

#[test]
fn words_that_say_nothing_match_nothing() {
    check("of the", &article("A friend of the mayor paid for it."));
}

#[test]
fn other_words_between_are_not_verbatim() {
    for within in ["It drew two thousand guests, as estimated.", "It drew an estimated crowd of two thousand guests."] {
        assert!(!has_verbatim("estimated two thousand", &article(within)), "{within}");
    }
}

#[test]
fn hidden_words_between_do_not_count() {
    check("[1 large crowd]", &article("It drew a [1 large ‹and noisy› crowd] today."));
}

#[test]
fn a_part_of_an_article_is_no_quotation() {
    let long = "The harbour fair was colder than in other years, and the mayor did not open it this time.\n\n\
        Two gulls sat on the crane all day and looked at the grey sea.\n\nestimated two thousand";
    assert!(!has_verbatim(long, &article("The festival drew an estimated two thousand guests.")));
}

#[test]
fn a_sentence_with_more_words_keeps_its_edits() {
    let (_, collation) = of_texts("The mill stands on the river.", "The mill still stands on the river, they said.");
    let classes: Vec<Class> = collation.matches.iter().map(|found| found.class).collect();
    assert_eq!(classes, [Class::Edited]);
}

fn has_verbatim(left: &str, right: &str) -> bool {
    of_texts(left, right).1.matches.iter().any(|found| found.class == Class::Verbatim)
}
