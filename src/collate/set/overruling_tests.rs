//! What somebody decided of two sentences, over how sentences were put together.

use super::{Clusters, DecidedPlaces, Place, clusters, overrule_clusters};
use crate::article::Article;
use crate::boilerplate::Mask;
use crate::collate::cancel::Cancel;
use crate::collate::verdict::SentenceVerdict;
use crate::collate::witness::Witness;

const FERRY: &str = "The old ferry between Lunn and Orrin will sail again from Monday after a long winter of repairs.";
const EDITED: &str =
    "The old ferry between Lunn and Orrin will sail again from Tuesday after a long winter of repairs.";
const PIER: &str = "Engineers spent most of the cold season below the timber landing stage.";
const BREAD: &str = "Bakers in the upper town want more money for every loaf of dark bread.";

fn found(texts: &[String]) -> Clusters {
    let articles: Vec<Article> = texts.iter().map(|text| Article::of_text("a", text)).collect();
    let mask = Mask::default();
    let witnesses: Vec<Witness<'_>> = articles.iter().map(|article| Witness { article, mask: &mask }).collect();
    clusters(&witnesses, &Cancel::default()).unwrap()
}

fn place(article: usize, sentence: usize) -> Place {
    Place { article, sentence }
}

fn decided(one: Place, other: Place, verdict: SentenceVerdict) -> DecidedPlaces {
    DecidedPlaces { one, other, verdict }
}

fn three() -> Clusters {
    found(&[format!("{FERRY} {BREAD}"), format!("{EDITED} {PIER}"), format!("{FERRY} {PIER}")])
}

/// Each sentence is a member of the cluster that it is said to be of, and leads there.
fn hold_together(clusters: &Clusters) {
    for (number, cluster) in clusters.all().iter().enumerate() {
        assert!(cluster.members.contains(&cluster.lead));
        for member in &cluster.members {
            assert_eq!(clusters.number(*member), Some(number));
        }
        for whole in &cluster.wholes {
            assert!(clusters.readings[*whole].parts.contains(&number));
        }
    }
    let leads: Vec<Place> = clusters.all().iter().map(|cluster| cluster.lead).collect();
    assert!(leads.is_sorted());
    let members: usize = clusters.all().iter().map(|cluster| cluster.members.len()).sum();
    assert_eq!(members, clusters.seats.iter().flatten().flatten().count());
}

#[test]
fn without_decisions_nothing_changes() {
    assert_eq!(overrule_clusters(three(), &[]), three());
    let unsure = overrule_clusters(three(), &[decided(place(0, 0), place(1, 0), SentenceVerdict::Unsure)]);
    assert_eq!(unsure.all(), three().all());
    assert_eq!(unsure.decided(place(1, 0)), Some(SentenceVerdict::Unsure));
    assert_eq!(unsure.decided(place(2, 0)), None);
}

#[test]
fn of_two_that_are_different_the_later_leaves_and_the_same_words_stay() {
    assert_eq!(three().also_in(0, 0), [1, 2]);
    let parted = overrule_clusters(three(), &[decided(place(1, 0), place(0, 0), SentenceVerdict::Different)]);
    hold_together(&parted);
    assert_eq!((parted.also_in(0, 0), parted.also_in(1, 0)), (vec![2], Vec::new()));
    assert_eq!(parted.also_in(1, 1), [2]);
    let verbatim = overrule_clusters(three(), &[decided(place(0, 0), place(2, 0), SentenceVerdict::Different)]);
    assert_eq!(verbatim.all(), three().all());
}

#[test]
fn two_that_are_the_same_bring_their_statements_together() {
    assert_eq!(three().also_in(0, 1), Vec::<usize>::new());
    let joined = overrule_clusters(three(), &[decided(place(0, 1), place(1, 1), SentenceVerdict::Same)]);
    hold_together(&joined);
    assert_eq!(joined.also_in(0, 1), [1, 2], "what has the same words comes along");
    assert_eq!(joined.all().len(), three().all().len() - 1);
    assert_eq!(joined.decided(place(0, 1)), Some(SentenceVerdict::Same));
}

#[test]
fn who_is_the_same_as_one_that_leaves_leaves_with_it() {
    let texts = [FERRY.to_owned(), EDITED.to_owned(), BREAD.to_owned()];
    let both = [
        decided(place(0, 0), place(1, 0), SentenceVerdict::Different),
        decided(place(1, 0), place(2, 0), SentenceVerdict::Same),
    ];
    for decisions in [both, [both[1], both[0]]] {
        let clusters = overrule_clusters(found(&texts), &decisions);
        hold_together(&clusters);
        assert_eq!((clusters.also_in(0, 0), clusters.also_in(1, 0)), (Vec::new(), vec![2]));
    }
}

#[test]
fn a_part_that_is_different_leads_no_longer_to_its_whole() {
    let whole = format!(
        "{}, while bakers in the upper town want more money for every loaf of dark bread.",
        FERRY.trim_end_matches('.')
    );
    let texts = [whole, BREAD.to_owned(), FERRY.to_owned()];
    let before = found(&texts);
    assert!(before.also_in(1, 0).contains(&0), "{:?}", before.all());
    let parted = overrule_clusters(before, &[decided(place(0, 0), place(1, 0), SentenceVerdict::Different)]);
    hold_together(&parted);
    assert!(!parted.also_in(1, 0).contains(&0) && !parted.also_in(0, 0).contains(&1));
    assert!(parted.also_in(2, 0).contains(&0));
}

#[test]
fn places_that_do_not_exist_change_nothing() {
    let gone = overrule_clusters(three(), &[decided(place(7, 0), place(0, 40), SentenceVerdict::Same)]);
    assert_eq!(gone.all(), three().all());
}
