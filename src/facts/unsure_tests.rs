//! Names that are not surely of who speaks.

use super::{FactFinder, quotations_of};
use crate::article::Article;

#[test]
fn nobody_is_credited_who_does_not_surely_speak() {
    let opening = "Ada Brandt and Lena Holm met the mayor of Lunn, Erik Dahl, in the town hall on Monday.";
    let by = |told: &str| {
        let article = Article::of_text("a", &format!("{opening}\n\n{told}"));
        let found = quotations_of(&FactFinder::new(&article));
        found.last().and_then(|it| it.speaker).map(|name| name.of(&article.text).to_owned())
    };
    for told in [
        "“The harbour stays open for another year,” neither Brandt nor Holm said.",
        "“The harbour stays open for another year,” said neither Brandt nor Holm.",
        "“The harbour stays open for another year,” said Dahl's mother Inga.",
        "“The harbour stays open for another year,” said Brandt or Holm.",
        "“The harbour stays open for another year,” Brandt or Holm said.",
        "Did Brandt say “the harbour stays open for another year”?",
        "If Dahl says “the harbour stays open for another year”, it does.",
        "Not even Brandt said “the harbour stays open for another year”.",
        "“The harbour stays open for another year,” said Brandt and Holm on Monday.",
    ] {
        assert_eq!(by(told), None, "{told}");
    }
    for (told, name) in [
        ("“The harbour stays open for another year,” said Brandt.", "Brandt"),
        ("It does not close, Brandt said: “The harbour stays open for another year.”", "Brandt"),
        ("“The harbour stays open for another year,” Dahl said, and Holm agreed.", "Dahl"),
    ] {
        assert!(by(told).is_some_and(|by| by.ends_with(name)), "{told}: {:?}", by(told));
    }
}
