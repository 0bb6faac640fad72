//! Tests of what articles that tell the same disagree in, and of what they quote.

use super::{Cancel, QuoteFate, Witness, clusters, discords, quoted_by_many, synopsis};
use crate::article::Article;
use crate::boilerplate::Mask;
use crate::facts::{ChangeKind, ChangeKinds};

fn articles(texts: &[&str]) -> Vec<Article> {
    texts.iter().map(|text| Article::of_text("a", text)).collect()
}

#[test]
fn a_figure_that_differs_is_told_with_those_who_say_so() {
    let articles = articles(&[
        "The council of Orvana said on Monday that 43 of the old ferries would be sold to the bank in the spring.",
        "The council of Orvana said on Monday that 34 of the old ferries would be sold to the bank in the spring.",
        "The council of Orvana said on Monday that 43 of the old ferries would be sold to a bank in the spring.",
    ]);
    let mask = Mask::default();
    let witnesses: Vec<Witness<'_>> = articles.iter().map(|article| Witness { article, mask: &mask }).collect();
    let clusters = clusters(&witnesses, &Cancel::default()).expect("nobody cancels");
    let found = discords(&witnesses, &clusters);
    assert_eq!(found.len(), 1, "{found:#?}");
    assert_eq!(found[0].kind, ChangeKind::Number);
    let by: Vec<Vec<usize>> =
        found[0].versions.iter().map(|version| version.by.iter().map(|it| it.place.article).collect()).collect();
    assert_eq!(by, [vec![0, 2], vec![1]]);
}

#[test]
fn a_quotation_is_the_same_cut_or_changed() {
    let articles = articles(&[
        "“We shut the gates of the harbour at night,” Brand said to the council.",
        "She said that they “shut the gates of the harbour” that night.",
        "“We shut all gates of the harbour at night,” Frost said to the council of the town.",
        "“Nobody has seen the old ferry since,” it was said.",
    ]);
    let mask = Mask::default();
    let witnesses: Vec<Witness<'_>> = articles.iter().map(|article| Witness { article, mask: &mask }).collect();
    let found = quoted_by_many(&witnesses, &[]);
    assert_eq!(found.len(), 2, "{found:#?}");
    let fates: Vec<QuoteFate> = found[0].takers.iter().map(|taker| taker.fate).collect();
    assert_eq!(fates, [QuoteFate::Same, QuoteFate::Cut, QuoteFate::Changed]);
}

#[test]
fn short_quotations_with_another_word_in_one_statement_are_one_that_is_changed() {
    let articles = articles(&[
        "Mayor Ada Brand said the crossing would stay “shut until next spring” while the piers are repaired by a firm.",
        "Mayor Ada Brand said the crossing would stay “shut until next autumn” while the piers are repaired by a firm.",
        "The ferry of the island was sold, “shut until next winter” as it was, to a bank that nobody there knew.",
    ]);
    let mask = Mask::default();
    let witnesses: Vec<Witness<'_>> = articles.iter().map(|article| Witness { article, mask: &mask }).collect();
    let cancel = Cancel::default();
    let clusters = clusters(&witnesses, &cancel).expect("nobody cancels");
    let told = synopsis(&witnesses, &clusters, &[], &cancel).expect("nobody cancels");
    let found = quoted_by_many(&witnesses, &told.rows);
    let by: Vec<Vec<(usize, QuoteFate)>> =
        found.iter().map(|it| it.takers.iter().map(|taker| (taker.article, taker.fate)).collect()).collect();
    assert_eq!(by, [vec![(0, QuoteFate::Same), (1, QuoteFate::Changed)], vec![(2, QuoteFate::Same)]]);
}

#[test]
fn a_quotation_with_the_speaker_between_its_parts_is_not_cut() {
    let articles = articles(&[
        "“We shut the gates of the harbour at night. We would gladly have been wrong about that,” Brand said.",
        "“We shut the gates of the harbour at night,” said Ada Brand. “We would gladly have been wrong about that.”",
        "“We shut the gates of the harbour at night,” said Ada Brand. She “would gladly have been wrong about that”.",
    ]);
    let mask = Mask::default();
    let witnesses: Vec<Witness<'_>> = articles.iter().map(|article| Witness { article, mask: &mask }).collect();
    let found = quoted_by_many(&witnesses, &[]);
    let by: Vec<Vec<(usize, QuoteFate)>> =
        found.iter().map(|it| it.takers.iter().map(|taker| (taker.article, taker.fate)).collect()).collect();
    let (parts, cut) = (QuoteFate::InParts, QuoteFate::Cut);
    assert_eq!(by, [[(0, QuoteFate::Same), (1, parts), (1, parts), (2, cut), (2, cut)]]);
}

#[test]
fn a_quotation_with_other_words_between_its_rows_is_one_saying() {
    let articles = articles(&[
        "“We heard a crack like a whip and then the whole pier began to lean towards the sea,” Brand said.",
        "“We heard a crack like a shot and the entire quay began to lean towards the sea,” Brand said.",
        "“We heard a crack like a door, and nobody thought of the sea or of the old people in the hall,” Frost said.",
    ]);
    let mask = Mask::default();
    let witnesses: Vec<Witness<'_>> = articles.iter().map(|article| Witness { article, mask: &mask }).collect();
    let found = quoted_by_many(&witnesses, &[]);
    let by: Vec<Vec<(usize, QuoteFate)>> =
        found.iter().map(|it| it.takers.iter().map(|taker| (taker.article, taker.fate)).collect()).collect();
    assert_eq!(by, [vec![(0, QuoteFate::Same), (1, QuoteFate::Changed)], vec![(2, QuoteFate::Same)]]);
}

#[test]
fn a_quotation_that_lost_a_negation_between_its_words_is_changed_and_not_cut() {
    let articles = articles(&[
        "“We will not shut the gates of the harbour at night,” Brand said to the council.",
        "“We will shut the gates of the harbour at night,” Brand said to the council.",
        "She said that they would “shut the gates of the harbour at night”.",
        "“We will not shut the gates at night,” Brand said.",
    ]);
    let mask = Mask::default();
    let witnesses: Vec<Witness<'_>> = articles.iter().map(|article| Witness { article, mask: &mask }).collect();
    let found = quoted_by_many(&witnesses, &[]);
    let fates: Vec<QuoteFate> = found[0].takers.iter().map(|taker| taker.fate).collect();
    assert_eq!(fates, [QuoteFate::Same, QuoteFate::Changed, QuoteFate::Cut, QuoteFate::Cut]);
}

#[test]
fn a_sentence_that_lost_the_negation_it_began_with_is_changed_and_not_cut() {
    let articles = articles(&[
        "«No habrá subida de las tarifas del puerto», dijo Prado. El puerto de Halvern fue cerrado por la noche.",
        "«Habrá subida de las tarifas del puerto», dijo Prado. El puerto de Halvern fue cerrado por la noche.",
        "Prado negó que «habrá subida de las tarifas del puerto». El puerto de Halvern fue cerrado por la noche.",
    ]);
    let mask = Mask::default();
    let witnesses: Vec<Witness<'_>> = articles.iter().map(|article| Witness { article, mask: &mask }).collect();
    let found = quoted_by_many(&witnesses, &[]);
    let fates: Vec<QuoteFate> = found[0].takers.iter().map(|taker| taker.fate).collect();
    assert_eq!(fates, [QuoteFate::Same, QuoteFate::Changed, QuoteFate::Cut]);
}

#[test]
fn who_names_only_the_month_is_not_listed_with_the_day() {
    let articles = articles(&[
        "The council of Orvana said that the old ferries had been looked at on 2 February by men of the bank and found sound.",
        "The council of Orvana said that the old ferries had been looked at on 12 February by men of the bank and found sound.",
        "The council of Orvana said that the old ferries had been looked at in February by men of the bank and found sound.",
        "The council of Orvana said that the old ferries had been looked at on 2 February 2031 by men of the bank and found sound.",
    ]);
    let mask = Mask::default();
    let witnesses: Vec<Witness<'_>> = articles.iter().map(|article| Witness { article, mask: &mask }).collect();
    let clusters = clusters(&witnesses, &Cancel::default()).expect("nobody cancels");
    let found = discords(&witnesses, &clusters);
    let by: Vec<Vec<usize>> =
        found[0].versions.iter().map(|version| version.by.iter().map(|it| it.place.article).collect()).collect();
    assert_eq!(by, [vec![0, 3], vec![1]]);
}

#[test]
fn a_number_of_something_else_is_not_listed_as_the_same_figure() {
    let articles = articles(&[
        "The council of Orvana said on Monday that 43 per cent of the old ferries would be sold to the bank in the spring.",
        "The council of Orvana said on Monday that 34 per cent of the old ferries would be sold to the bank in the spring.",
        "The council of Orvana said on Monday that the old ferries, 12 kilometres off, would be sold to the bank in the spring.",
    ]);
    let mask = Mask::default();
    let witnesses: Vec<Witness<'_>> = articles.iter().map(|article| Witness { article, mask: &mask }).collect();
    let clusters = clusters(&witnesses, &Cancel::default()).expect("nobody cancels");
    let found = discords(&witnesses, &clusters);
    let by: Vec<Vec<usize>> =
        found[0].versions.iter().map(|version| version.by.iter().map(|it| it.place.article).collect()).collect();
    assert_eq!(by, [vec![0], vec![1]]);
}

#[test]
fn a_number_that_stands_elsewhere_in_the_paragraph_does_not_differ() {
    let kinds = |left: &str, right: &str| {
        let found = crate::collate(&Article::of_text("a", left), &Article::of_text("b", right));
        found.matches.iter().fold(ChangeKinds::NONE, |kinds, found| kinds.and(found.kinds))
    };
    let long = "The harbour of Lesk was flooded for the first time on Monday when the old gate would not shut";
    let left = format!("{long}, but two people are in hospital and the road is shut.");
    let elsewhere = |said: &str| format!("{long}, and the road is shut. {said}");
    let found = kinds(&left, &elsewhere("The hall was open all night. Two people were asleep there in the morning."));
    assert!(!found.has(ChangeKind::Number), "{found:?}");
    let other = kinds(&left, &elsewhere("The hall was open all night. Two cats were asleep there in the morning."));
    assert!(other.has(ChangeKind::Number), "{other:?}");
}

/// The kinds of what differs between two texts, and what is listed of it: `number 10 to 20 | 10 to 30`.
fn told(left: &str, right: &str) -> (String, Vec<String>) {
    let end = "\n\nThe keeper of the old lighthouse on the rock wrote a long letter to the board of the islands.";
    let articles = articles(&[&format!("{left}{end}"), &format!("{right}{end}")]);
    let kinds =
        crate::collate(&articles[0], &articles[1]).matches.iter().fold(ChangeKinds::NONE, |all, it| all.and(it.kinds));
    let mask = Mask::default();
    let witnesses: Vec<Witness<'_>> = articles.iter().map(|article| Witness { article, mask: &mask }).collect();
    let clusters = clusters(&witnesses, &Cancel::default()).expect("nobody cancels");
    let listed = discords(&witnesses, &clusters).into_iter().map(|discord| {
        let words = discord.versions.iter().map(|version| {
            let by = &version.by[0];
            by.span.of(&articles[by.place.article].text)
        });
        format!("{} {}", discord.kind.name(), words.collect::<Vec<_>>().join(" | "))
    });
    (kinds.facts().names(), listed.collect())
}

/// What is told of a change that stands in braces.
fn told_of(drawn: &str) -> (String, Vec<String>) {
    let (before, rest) = drawn.split_once('{').expect("a change");
    let (change, behind) = rest.split_once('}').expect("its end");
    let (old, new) = change.split_once('|').expect("both");
    told(&format!("{before}{old}{behind}"), &format!("{before}{new}{behind}"))
}

#[test]
fn what_a_match_says_differs_is_listed() {
    for (drawn, kind, listed) in [
        ("The firm lost {$|€}3 million in the first half of the year.", "number", "$3 million | €3 million"),
        ("The old hall was sold for {£|$}40 to a man from the town of Lund.", "number", "£40 | $40"),
        ("The old hall was sold for 40 {euros|pounds} to a man from Lund.", "number", "40 euros | 40 pounds"),
        ("The boat costs 10 to {20|30} crowns an hour to hire in the summer.", "number", "10 to 20 | 10 to 30"),
        (
            "The sales of the mill fell by 3 {percent|percentage points} in the first half of the year.",
            "number",
            "3 percent | 3 percentage points",
        ),
        ("The hall holds some {300 to 400|350 to 900} people, the warden said.", "number", "300 to 400 | 350 to 900"),
        ("The team of the valley won {3-1|1-3} against the team of the coast.", "number", "3-1 | 1-3"),
        (
            "{More|Fewer} than 300 people came to hear the keeper of the lock.",
            "number",
            "More than 300 | Fewer than 300",
        ),
        ("Temperatures fell to {minus |}14C during the night in the street.", "number", "minus 14C | 14C"),
        ("The price of the salt from the mill has {doubled|tripled} since the war.", "number", "doubled | tripled"),
        ("The board of the harbour will meet {today|tomorrow} to talk of the lock.", "date", "today | tomorrow"),
        ("The board of the harbour met last {week|month} to talk of the lock.", "date", "last week | last month"),
        ("The winter fair is to be held again on {3 March|March 5} in the hall.", "date", "3 March | March 5"),
        ("The bridge over the river was built in the {1980s|1990s} by the company.", "date", "1980s | 1990s"),
    ] {
        assert_eq!(told_of(drawn), (kind.to_owned(), vec![format!("{kind} {listed}")]), "{drawn}");
    }
}

#[test]
fn what_may_both_be_so_is_not_listed() {
    for drawn in [
        "The path along the shore is {3 miles|5 kilometres} long and was laid in the winter.",
        "The guard of the coast has {10 to 15|12} boats, and most of these are old.",
        "The firm lost {$3.9|£3} million in the first half of the year.",
    ] {
        assert_eq!(told_of(drawn).1, Vec::<String>::new(), "{drawn}");
    }
    let (_, listed) = told(
        "The board of the harbour will meet today to talk of the big lock.",
        "The board of the harbour will meet tomorrow to talk of the great lock.",
    );
    assert_eq!(listed, Vec::<String>::new(), "other words differ too: the one may be older than the other");
}

#[test]
fn two_names_that_changed_places_differ_unless_that_says_the_same() {
    let name = |listed: &str| ("name".to_owned(), vec![format!("name {listed}")]);
    let rest = "in the court of the old town over the fence in the garden.";
    let found = told(&format!("Lena Dahl sued Karl Ode {rest}"), &format!("Karl Ode sued Lena Dahl {rest}"));
    assert_eq!(found, name("Lena Dahl | Karl Ode"));
    let found = told(
        "One half of the butter goes to Germany, and the rest goes to Denmark by the old ferry.",
        "One half of the butter goes to Denmark, and the rest goes to Germany by the old ferry.",
    );
    assert_eq!(found, name("Germany | Denmark"));
    let same = |left: &str, right: &str| {
        assert_eq!(told(left, right), (String::new(), Vec::new()), "{left}");
    };
    same(
        "The council met, and Germany, France and Denmark signed the letter to the board.",
        "The council met, and Denmark, France and Germany signed the letter to the board.",
    );
    same(&format!("Lena Dahl met Karl Ode {rest}"), &format!("Karl Ode met Lena Dahl {rest}"));
}
