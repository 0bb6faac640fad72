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
