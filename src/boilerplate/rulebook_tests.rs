//! Rulebooks: which rules hold in which article.

use std::path::PathBuf;

use super::sample::{begins, rule};
use super::{Reach, Rule, RuleSet, Rulebook, Rulebooks, Unit, mask};
use crate::article::{Article, DiskMap, Origin};

fn article(place: &str) -> Article {
    let origin = Origin::File { named: place.into(), place: place.into() };
    let text = "Rain fell on the quay.\n\nGive us a coin.\n\nRead more here.".to_owned();
    Article::new("a".to_owned(), origin, text, DiskMap::identity(0))
}

fn coin(id: &str) -> Rule {
    rule(id, begins(Unit::Paragraph, "Give us"))
}

fn more(id: &str) -> Rule {
    rule(id, begins(Unit::Paragraph, "Read more"))
}

fn book(below: &str, rules: Vec<Rule>) -> Rulebook {
    let reach = if below.is_empty() { Reach::Everywhere } else { Reach::Below(below.into()) };
    let file = PathBuf::from(below).join("rules.toml");
    Rulebook { file, made: true, reach, rules: RuleSet { rules }, ..Rulebook::default() }
}

#[test]
fn the_rules_of_a_folder_hold_in_it_and_below_and_of_one_id_the_first_counts() {
    let off = |rule: Rule| Rule { enabled: false, ..rule };
    type Case = (&'static str, Vec<Rulebook>, &'static [(&'static str, usize)]);
    let cases: [Case; 5] = [
        ("own ones hold everywhere", vec![book("", vec![coin("a")])], &[("/n/a", 1), ("/m/a", 1)]),
        (
            "a team's hold below its folder",
            vec![book("", vec![]), book("/n", vec![coin("a")])],
            &[("/n/a", 1), ("/n/deep/a", 1), ("/m/a", 0), ("/nn/a", 0)],
        ),
        (
            "one of the same id switches it off",
            vec![book("", vec![off(coin("a"))]), book("/n", vec![coin("a"), more("b")])],
            &[("/n/a", 1), ("/m/a", 0)],
        ),
        (
            "an inner folder's goes before an outer one's, there alone",
            vec![book("", vec![]), book("/n/deep", vec![off(coin("a"))]), book("/n", vec![coin("a")])],
            &[("/n/a", 1), ("/n/deep/a", 0)],
        ),
        (
            "two teams may each have one of the same id",
            vec![book("", vec![]), book("/m", vec![coin("a")]), book("/n", vec![more("a")])],
            &[("/n/a", 1), ("/m/a", 1)],
        ),
    ];
    for (what, books, hidden) in cases {
        let books = Rulebooks { books };
        for (place, expected) in hidden {
            assert_eq!(mask(&article(place), &books, &[]).hidden().len(), *expected, "{what}: {place}");
        }
    }
}

#[test]
fn what_is_on_no_disk_is_in_no_folder() {
    let books = Rulebooks { books: vec![book("", vec![]), book("/", vec![coin("a")])] };
    assert_eq!(mask(&Article::of_text("a", "Give us a coin."), &books, &[]).hidden().len(), 0);
    assert_eq!(mask(&article("/n/a"), &books, &[]).hidden().len(), 1);
}

#[test]
fn a_rule_is_named_as_the_one_that_counts_there() {
    let named = |rule: Rule, name: &str| Rule { name: name.to_owned(), ..rule };
    let books = Rulebooks {
        books: vec![
            book("", vec![named(coin("own"), "mine")]),
            book("/m", vec![named(coin("a"), "of m")]),
            book("/n", vec![named(coin("a"), "of n"), named(coin("own"), "theirs")]),
        ],
    };
    let name = |id: &str, place: &str| {
        books.counting(&super::RuleId(id.to_owned()), &article(place)).map(|rule| rule.name.as_str())
    };
    assert_eq!(name("a", "/m/x"), Some("of m"));
    assert_eq!(name("a", "/n/x"), Some("of n"));
    assert_eq!(name("own", "/n/x"), Some("mine"));
    assert_eq!(name("a", "/x"), None);
    let shadowed: Vec<_> = books.each().map(|placed| books.shadowing(placed).is_some()).collect();
    assert_eq!(shadowed, [false, false, false, true]);
}
