//! A collation that is given up at any moment ends, and tells nothing half.

use super::{Cancel, Witness, collate};
use crate::article::Article;
use crate::boilerplate::Mask;
use crate::text::Pair;

const PLACES: [&str; 7] = ["Lasmere", "Pellon", "Orvik", "Tammerholt", "Hestrow", "Quillen", "Bresk"];

/// A text of so many paragraphs, of which some stand twice and `worded` tells the others.
fn told(paragraphs: usize, worded: impl Fn(usize, &str) -> String) -> String {
    let paragraph = |at: usize| {
        let place = PLACES[at % PLACES.len()];
        let again = "The warning horn carries as far as the outer islands on a still night.";
        format!("{} {again}\n\n", worded(at, place))
    };
    (0..paragraphs).map(paragraph).collect()
}

#[test]
fn a_collation_given_up_after_any_look_is_whole_or_nothing() {
    let left = told(30, |at, place| {
        format!("Envoy number {at} left {place} by the morning ferry, with {at} crates of blue glass lanterns.")
    });
    let right = told(30, |at, place| match at % 3 {
        0 => format!("Envoy number {at} left {place} by the evening ferry, with {at} crates of blue glass lanterns."),
        1 => format!("With {at} crates, lanterns of blue glass, the ferry took envoy number {at} out of {place}."),
        _ => format!("Nobody in {place} had heard of a ferry, a crate, or the {at} envoys."),
    });
    let articles = Pair::new(Article::of_text("left", &left), Article::of_text("right", &right));
    let mask = Mask::default();
    let witnesses = articles.as_ref().map(|article| Witness { article, mask: &mask });
    let whole = collate(witnesses, &Cancel::default()).expect("not cancelled");
    let mut given_up = 0;
    for looks in (0..).step_by(3) {
        match collate(witnesses, &Cancel::after(looks)) {
            None => given_up += 1,
            Some(found) => {
                assert_eq!(found, whole);
                break;
            }
        }
    }
    assert!(given_up > 50, "{given_up} times only");
}
