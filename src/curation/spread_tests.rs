//! Which member of a cluster may not be of it.

use super::{Likenesses, likenesses};
use crate::article::Article;
use crate::boilerplate::Mask;
use crate::collate::Cancel;

const FERRY: &str =
    "The old ferry between Lunn and Orrin will sail again from Monday, its owners announced after a long winter.";
const BAKERS: &str =
    "Bakers in Orrin and Lunn announced again that a long winter will make bread cost more from Monday, owners say.";

fn found(texts: &[&str]) -> Option<Likenesses> {
    let articles: Vec<Article> = texts.iter().map(|text| Article::of_text("a", text)).collect();
    let mask = Mask::default();
    let members: Vec<(&Article, &Mask)> = articles.iter().map(|article| (article, &mask)).collect();
    likenesses(&members, &Cancel::default())
}

#[test]
fn the_text_that_has_least_in_common_is_the_odd_one() {
    let edited = FERRY.replace("Monday", "Tuesday");
    let brief = "The old ferry between Lunn and Orrin will sail again from Monday.";
    let family = found(&[FERRY, &edited, brief]).unwrap();
    let with_stranger = found(&[FERRY, BAKERS, &edited, brief]).unwrap();
    assert_eq!(with_stranger.odd, 1);
    assert!(with_stranger.doubt > family.doubt, "{with_stranger:?} {family:?}");
    // A stranger that has the very words of the topic is doubted less, but more than any of the family.
    let topical = found(&[FERRY, "Its owners announced: between winter and Monday.", &edited, brief]).unwrap();
    assert!(topical.odd == 1 && topical.doubt > family.doubt, "{topical:?}");
}

#[test]
fn texts_without_words_are_not_compared() {
    assert_eq!(found(&["", ""]), None);
    assert_eq!(found(&[FERRY, "", FERRY]).map(|found| (found.least, found.odd)), Some((100, 0)));
}

#[test]
fn two_short_texts_that_differ_in_a_word_are_alike() {
    let text = "The ferry to Orrin sails again from Monday, they said.";
    let least = |texts: &[&str]| found(texts).map(|found| found.least);
    assert_eq!(least(&[text, &text.replace("sails", "leaves")]), Some(90));
    assert_eq!(least(&["Rain", "Rain"]), Some(100));
    assert_eq!(least(&[text, "Bakers want more for bread this long winter, owners say."]), Some(0));
    assert_eq!(least(&[&format!("{FERRY} {BAKERS}"), "The old ferry"]), Some(0), "a long text is compared as ever");
}
