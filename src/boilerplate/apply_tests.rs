use std::path::PathBuf;

use proptest::prelude::*;

use super::sample::{article, begins, drawn, exactly, place, rule, rules, to_end};
use super::{Fit, HiddenBy, RuleId, RuleSet, Scope, Unit, mask};
use crate::article::{Article, DiskMap, Origin};
use crate::text::{Span, tokens};

const PAGE: &str = "\
The ferry left at noon. | Nobody was hurt. | Share this story.
Share this story. | With a friend.
“Share this – story!” | Nobody was hurt.
Read more: the old pier
Read more: the new pier
© 2031 The Lantern. | * * *
";

fn check(fits: Vec<Fit>, expected: &str) {
    let article = article(PAGE);
    let got = drawn(&article, &mask(&article, &rules(fits.clone()).into(), &[]));
    assert_eq!(got, expected.trim().replace('\n', " / "), "{fits:?}");
}

#[test]
fn exactly_fits_whole_sentences_wherever_they_stand() {
    check(
        vec![exactly("share THIS story")],
        "\
The ferry left at noon. Nobody was hurt. [Share this story.
Share this story.] With a friend.
[“Share this – story!”] Nobody was hurt.
Read more: the old pier
Read more: the new pier
© 2031 The Lantern. * * *",
    );
}

#[test]
fn exactly_goes_over_paragraphs() {
    check(
        vec![exactly("Share this story. Share this story. With a friend.")],
        "\
The ferry left at noon. Nobody was hurt. [Share this story.
Share this story. With a friend.]
“Share this – story!” Nobody was hurt.
Read more: the old pier
Read more: the new pier
© 2031 The Lantern. * * *",
    );
}

#[test]
fn exactly_takes_the_bare_marks_of_its_paragraph_along() {
    check(
        vec![exactly("2031 The Lantern")],
        "\
The ferry left at noon. Nobody was hurt. Share this story.
Share this story. With a friend.
“Share this – story!” Nobody was hurt.
Read more: the old pier
Read more: the new pier
[© 2031 The Lantern. * * *]",
    );
}

#[test]
fn what_begins_so_may_be_paragraphs_or_sentences() {
    check(
        vec![begins(Unit::Paragraph, "Share this")],
        "\
The ferry left at noon. Nobody was hurt. Share this story.
[Share this story. With a friend.
“Share this – story!” Nobody was hurt.]
Read more: the old pier
Read more: the new pier
© 2031 The Lantern. * * *",
    );
    check(
        vec![begins(Unit::Sentence, "nobody")],
        "\
The ferry left at noon. [Nobody was hurt.] Share this story.
Share this story. With a friend.
“Share this – story!” [Nobody was hurt.]
Read more: the old pier
Read more: the new pier
© 2031 The Lantern. * * *",
    );
}

#[test]
fn to_the_end_begins_with_the_first_that_fits() {
    check(
        vec![to_end(Unit::Paragraph, "Read more")],
        "\
The ferry left at noon. Nobody was hurt. Share this story.
Share this story. With a friend.
“Share this – story!” Nobody was hurt.
[Read more: the old pier
Read more: the new pier
© 2031 The Lantern. * * *]",
    );
    check(
        vec![to_end(Unit::Sentence, "Share")],
        "\
The ferry left at noon. Nobody was hurt. [Share this story.
Share this story. With a friend.
“Share this – story!” Nobody was hurt.
Read more: the old pier
Read more: the new pier
© 2031 The Lantern. * * *]",
    );
}

#[test]
fn what_has_no_words_or_does_not_fit_hides_nothing() {
    let article = article(PAGE);
    let fits = vec![
        exactly(""),
        exactly("* * *"),
        begins(Unit::Paragraph, " … "),
        to_end(Unit::Sentence, "—"),
        exactly("Share this"),
        exactly("this story"),
        exactly("The ferry left at noon. Nobody was"),
        begins(Unit::Sentence, "Nobody was hurt. Share"),
        begins(Unit::Paragraph, "Nobody"),
        begins(Unit::Paragraph, "Read more: the old pier Read"),
    ];
    assert_eq!(mask(&article, &rules(fits).into(), &[]).hidden(), &[]);
    let empty = Article::of_text("empty", "");
    assert_eq!(mask(&empty, &rules(vec![to_end(Unit::Paragraph, "Read")]).into(), &[Span::new(0, 9)]).hidden(), &[]);
}

#[test]
fn rules_hold_where_their_scope_says_and_while_they_are_on() {
    let text = "One boat came in.\n\nKeep our light burning.";
    let place = PathBuf::from("/press/lantern/ferry.txt");
    let origin = Origin::File { named: place.clone(), place };
    let article = Article::new("ferry.txt".to_owned(), origin, text.to_owned(), DiskMap::identity(0));
    let hides = |scope: Scope, enabled: bool| {
        let rule = super::Rule { scope, enabled, ..rule("light", exactly("Keep our light burning")) };
        !mask(&article, &RuleSet { rules: vec![rule] }.into(), &[]).hidden().is_empty()
    };
    let source = article.origin.source();
    assert!(hides(Scope::Everywhere, true));
    assert!(!hides(Scope::Everywhere, false));
    assert!(hides(Scope::Article("ferry.txt".to_owned()), true));
    assert!(hides(Scope::Article("ferry".to_owned()), true), "as it is called alone");
    assert!(hides(Scope::Article("lantern/ferry.txt".to_owned()), true), "as it is called beside another ferry");
    assert!(!hides(Scope::Article("harbour/ferry.txt".to_owned()), true));
    assert!(!hides(Scope::Article("pier.txt".to_owned()), true));
    assert!(hides(Scope::Source(source.clone()), true));
    assert!(!hides(Scope::Source(format!("{source}x")), true));
}

#[test]
fn the_earlier_rule_counts_and_any_rule_before_the_session() {
    let article = article("Help us now. | Call today. | Thank you.");
    let fits = vec![exactly("Call today"), begins(Unit::Paragraph, "Help us"), exactly("Thank you")];
    let mask = mask(&article, &rules(fits).into(), &[article.paragraphs[0].span]);
    let by: Vec<_> = mask.hidden().iter().map(|h| h.by.clone()).collect();
    let rule = |id: &str| HiddenBy::Rule(RuleId(id.to_owned()));
    assert_eq!(by, [rule("r1"), rule("r0"), rule("r1")]);
    assert_eq!(mask.rule_count(), 2);
}

#[test]
fn no_white_space_is_left_between_hidden_sentences_of_a_paragraph() {
    let article = article("Help us now. | Call today. | The boat sank.\nThank you.");
    let session = [place(&article, "Call today."), place(&article, "Thank you.")];
    let mask = mask(&article, &rules(vec![exactly("Help us now")]).into(), &session);
    assert_eq!(drawn(&article, &mask), "[Help us now. ][Call today.] The boat sank. / [Thank you.]");
    assert!(mask.is_hidden(place(&article, "Help us now. Call today.")));
}

#[test]
fn session_marks_cut_no_word_and_no_character() {
    let article = article("Änne swam… | The boat sank.");
    let swam = article.text.find("wam").unwrap();
    for (span, expected) in [
        (Span::new(swam, swam + 1), "Änne [swam]… The boat sank."),
        (Span::new(1, 2), "[Änne] swam… The boat sank."),
        (Span::new(swam + 4, swam + 5), "Änne swam[…] The boat sank."),
        (Span::new(swam + 3, 9_000), "Änne swam[… The boat sank.]"),
        (Span::new(7_000, 9_000), "Änne swam… The boat sank."),
    ] {
        let mask = mask(&article, &RuleSet::default().into(), &[span]);
        assert_eq!(drawn(&article, &mask), expected, "{span:?}");
    }
}

#[test]
fn thousands_of_rules_that_begin_alike_stay_quick() {
    let page = "Read more about the ferry and the pier today.\n".repeat(5_000);
    let article = article(&page);
    let rules = rules((0..5_000).map(|at| exactly(&format!("Read more about the ferry and pier {at}"))).collect());
    assert_eq!(mask(&article, &rules.into(), &[]).hidden(), &[]);
}

/// Says for each word whether `fits` hide it, by trying each rule at each sentence.
fn hidden_words(article: &Article, fits: &[Fit]) -> Vec<bool> {
    let mut hidden = vec![false; article.tokens.len()];
    for fit in fits {
        let text = fit.text();
        let words: Vec<_> = tokens(text, Span::new(0, text.len())).iter().map(|t| t.key).collect();
        let stands = |start: usize, end: usize| {
            end <= article.tokens.len() && article.tokens[start..end].iter().map(|t| t.key).eq(words.iter().copied())
        };
        let units: Vec<_> = match fit {
            Fit::BeginsSo(Unit::Paragraph, _) | Fit::ToEnd(Unit::Paragraph, _) => {
                article.paragraphs.iter().map(|p| p.tokens.clone()).collect()
            }
            _ => article.sentences.iter().map(|s| s.tokens.clone()).collect(),
        };
        for unit in units.iter().filter(|unit| !unit.is_empty() && !words.is_empty()) {
            let end = unit.start + words.len();
            let reach = match fit {
                Fit::Exactly(_) if units.iter().any(|other| !other.is_empty() && other.end == end) => end,
                Fit::BeginsSo(..) if end <= unit.end => unit.end,
                Fit::ToEnd(..) if end <= unit.end => article.tokens.len(),
                _ => continue,
            };
            if stands(unit.start, end) {
                hidden[unit.start..reach].fill(true);
            }
        }
    }
    hidden
}

fn any_text() -> impl Strategy<Value = String> {
    prop::collection::vec(prop_oneof![4 => "[ab]", 1 => Just("* *".to_owned())], 1..5).prop_map(|words| words.join(" "))
}

fn any_fit() -> impl Strategy<Value = Fit> {
    (0usize..5, any_text()).prop_map(|(kind, text)| match kind {
        0 => begins(Unit::Paragraph, &text),
        1 => begins(Unit::Sentence, &text),
        2 => to_end(Unit::Paragraph, &text),
        3 => to_end(Unit::Sentence, &text),
        _ => exactly(&text),
    })
}

proptest! {
    #[test]
    fn hides_what_trying_each_rule_at_each_sentence_hides(
        page in prop::collection::vec(prop::collection::vec(any_text(), 1..4), 0..5),
        fits in prop::collection::vec(any_fit(), 0..5),
    ) {
        let lines: Vec<String> = page.iter().map(|sentences| sentences.join(" | ")).collect();
        let article = article(&lines.join("\n"));
        let mask = mask(&article, &rules(fits.clone()).into(), &[]);
        let got: Vec<bool> = article.tokens.iter().map(|word| mask.is_hidden(word.span)).collect();
        let expected = hidden_words(&article, &fits);
        prop_assert_eq!(mask.hidden_words(&article), expected.iter().filter(|hidden| **hidden).count());
        prop_assert_eq!(got, expected);
        prop_assert!(mask.hidden().iter().all(|h| article.text.get(h.span.range()).is_some()));
    }
}
