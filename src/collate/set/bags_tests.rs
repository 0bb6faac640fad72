//! What counts as a name or number of a sentence.

use super::bags::names_at;
use crate::article::Article;
use crate::boilerplate::Mask;
use crate::collate::Witness;
use crate::text::Key;

fn names(text: &str) -> Vec<Key> {
    let (article, mask) = (Article::of_text("text", text), Mask::default());
    names_at(Witness { article: &article, mask: &mask }, 0)
}

fn keys(words: &[&str]) -> Vec<Key> {
    let mut keys: Vec<Key> = words.iter().map(|word| Article::of_text("text", word).tokens[0].key).collect();
    keys.sort_unstable();
    keys
}

#[test]
fn a_capital_inside_a_sentence_and_a_digit_make_a_name() {
    assert_eq!(names("Then the mayor of Osterby counted 40 kites."), keys(&["Osterby", "40"]));
    assert_eq!(names("40 kites flew over the wall."), keys(&["40"]));
}

#[test]
fn a_headline_has_numbers_alone() {
    assert_eq!(names("Mayor of Osterby Counts 40 Kites"), keys(&["40"]));
}
