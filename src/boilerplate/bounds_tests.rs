//! Rules that somebody else wrote cost no more than they should.

use super::rule::{Fit, Unit};
use super::{RulesText, Sieve};
use crate::article::Article;

fn patterns(texts: impl Iterator<Item = String>) -> String {
    let rule = |(at, text): (usize, String)| {
        format!("[[rule]]\nid = 'r{at}'\nmatch = {{ kind = 'pattern', unit = 'words', text = '{text}' }}\n\n")
    };
    texts.enumerate().map(rule).collect()
}

#[test]
fn large_patterns_are_bounded_together_and_usual_ones_are_not() {
    let large = patterns((0..200).map(|at| format!(r"\w{{12}}{at}z")));
    let error = RulesText::parse(&large).expect_err("too much").to_string();
    assert!(error.contains("take more than 32 MB") && error.starts_with(|c: char| c.is_ascii_digit()), "{error}");
    let usual = patterns((0..500).map(|at| format!(r"^Read more about {at}: .+$")));
    assert_eq!(RulesText::parse(&usual).expect("rules").rules().rules.len(), 500);
}

#[test]
fn the_lines_of_rules_are_counted_once() {
    let text = patterns((0..50).map(|at| format!("one {at}")));
    let lines: Vec<usize> = (0..50).map(|at| at * 4 + 1).collect();
    assert_eq!(RulesText::parse(&text).expect("rules").lines(), lines);
}

#[test]
fn a_pattern_on_each_character_hides_what_it_fits_and_the_marks_around() {
    let rules = RulesText::parse(&patterns(["[.🐈)-]".to_owned()].into_iter())).expect("rules").rules();
    assert!(matches!(rules.rules[0].fit, Fit::Pattern(Unit::Words, _)));
    let books = rules.into();
    let sieve = Sieve::over(&books);
    for (text, hidden) in [
        ("🐈🐈 - 🐈 word 🐈.)..", vec!["🐈🐈 - 🐈 ", "🐈.).."]),
        ("word - 🐈 - word", vec!["- 🐈 -"]),
        ("🐈", vec!["🐈"]),
        ("....", vec!["...."]),
    ] {
        let article = Article::of_text("a", text);
        let mask = sieve.mask(&article, &[]);
        let found: Vec<&str> = mask.hidden().iter().map(|hidden| hidden.span.of(&article.text)).collect();
        assert_eq!(found, hidden, "{text}");
    }
    // Linear: the square of this would not end.
    let article = Article::of_text("a", &"🐈".repeat(200_000));
    assert_eq!(sieve.mask(&article, &[]).hidden().len(), 1);
}
