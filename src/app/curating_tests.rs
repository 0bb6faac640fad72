//! Decisions on clusters by keys that are faster than their answers.

use super::reader::Reader;
use super::{ClusterAsk, ClusterNews, ClusterRow, ClusterText, Curating, Effect, Event, Listed, Mode, curate, update};
use crate::curation::{ClusterDecision, ClusterGroup, Judgement, Ledger, Relation};

/// The first of two clusters is open; no request is answered.
fn reader(ledger: Ledger) -> Reader {
    let mut reader = Reader::open(&[("a", "The ferry sails."), ("b", "The ferry sails again.")], (80, 24));
    let text = |id: &str| ClusterText { id: id.to_owned(), cluster: "one".to_owned() };
    let mut curating = Curating::default();
    (curating.open, curating.texts) = (ClusterGroup::plain("one", 0), vec![text("a"), text("b")]);
    (curating.count, curating.ledger, curating.who) = (2, ledger, "ana".to_owned());
    curate(&mut reader.app, curating, false);
    let row = |id: &str| ClusterRow { id: id.to_owned(), size: 2, ..ClusterRow::default() };
    update(&mut reader.app, Event::Clusters(ClusterNews::Rows(vec![row("one"), row("two")])));
    reader
}

/// The decisions that keys ask to save.
fn added(reader: &mut Reader, keys: &str) -> Vec<ClusterDecision> {
    let keys = keys.split_whitespace().flat_map(|key| super::Keys::read(key).0);
    let effects: Vec<Effect> = keys.flat_map(|key| update(&mut reader.app, Event::Key(key))).collect();
    let kept = |effect| match effect {
        Effect::Curate(ClusterAsk::Add(decision)) => Some(*decision),
        _ => None,
    };
    effects.into_iter().filter_map(kept).collect()
}

fn verdicts(decisions: &[ClusterDecision]) -> Vec<&'static str> {
    decisions.iter().map(|decision| decision.verdict.name()).collect()
}

#[test]
fn what_is_typed_before_the_next_cluster_is_here_is_not_decided_of_the_one_that_is_left() {
    let mut reader = reader(Ledger::default());
    assert_eq!(verdicts(&added(&mut reader, "c n c s c p")), Vec::<&str>::new());
    assert_eq!(reader.said(), "Not decided: the next cluster is still being read");
    let asked = reader.app.desk.curating.as_ref().and_then(|it| it.opening.ticket()).unwrap();
    update(&mut reader.app, Event::Failed(asked, "it cannot be read".to_owned()));
    assert_eq!(verdicts(&added(&mut reader, "c s")), ["same"]);
}

#[test]
fn undo_brings_back_what_was_decided_a_moment_ago() {
    assert_eq!(
        verdicts(&added(&mut reader(Ledger::default()), "c s c d c z c z")),
        ["same", "different", "same", "open"]
    );
}

#[test]
fn a_relation_with_a_typo_is_no_note() {
    let mut reader = reader(Ledger::default());
    added(&mut reader, "c s");
    assert_eq!(verdicts(&added(&mut reader, "c r e d i t Enter")), Vec::<&str>::new());
    assert_eq!(reader.said(), "No relation is called edit; did you mean edited?");
    let decided = added(&mut reader, "c r e d i t e d Space l a t e r Enter");
    assert_eq!(decided[0].relation.map(Relation::name), Some("edited"));
    assert_eq!(decided[0].note, "later");
}

#[test]
fn a_decision_that_could_not_be_undone_can_be_undone_again() {
    let mut reader = reader(Ledger::default());
    added(&mut reader, "c s c d c z");
    update(&mut reader.app, Event::Clusters(ClusterNews::NotAdded("the disk is full".to_owned())));
    assert_eq!(reader.said(), "Not undone: the disk is full");
    assert_eq!(verdicts(&added(&mut reader, "c z c z")), ["same", "open"]);
}

#[test]
fn a_cluster_of_one_text_has_no_number_that_is_none_of_its_own() {
    let mut reader = Reader::open(&[("a", "The ferry sails."), ("b", "The ferry sails again.")], (80, 24));
    curate(&mut reader.app, Curating { count: 2, ..Curating::default() }, true);
    let row = |id: &str, size, likeness| ClusterRow { id: id.to_owned(), size, likeness, ..ClusterRow::default() };
    let rows = vec![row("one", 2, Some((39, 100))), row("one~a3", 1, None)];
    update(&mut reader.app, Event::Clusters(ClusterNews::Rows(rows)));
    let Some(Mode::Listing(list)) = reader.app.modes.top() else { panic!("no list") };
    assert_eq!(list.listed, Listed::Clusters);
    let figures: Vec<String> = (0..2).filter_map(|at| Some(list.rows.row(at)?.figure)).collect();
    assert_eq!(figures, ["2 texts  39–100 % alike", "1 text                "]);
}

#[test]
fn undo_takes_back_ones_own_and_leaves_what_another_decided() {
    let mut ledger = Ledger::default();
    let said = |who: &str, verdict: Judgement| ClusterDecision {
        cluster: "one".to_owned(),
        a: Some("a".to_owned()),
        b: Some("b".to_owned()),
        verdict,
        relation: None,
        keep: None,
        who: who.to_owned(),
        when: "1".to_owned(),
        note: String::new(),
    };
    ledger.take(said("ben", Judgement::Same));
    let mut reader = reader(ledger);
    let decided = added(&mut reader, "c d c z");
    assert_eq!(verdicts(&decided), ["different", "open"]);
    assert!(decided.iter().all(|decision| decision.who == "ana"), "{decided:?}");
    for decision in decided {
        let kept = ClusterDecision { when: "2".to_owned(), ..decision };
        update(&mut reader.app, Event::Clusters(ClusterNews::Added(Box::new(kept))));
    }
    assert_eq!(reader.said(), "Undone: different a and b; again: Same: a and b, as ben decided · 1 of 2 decided");
}

#[test]
fn a_cluster_whose_texts_cannot_be_compared_has_no_figure_beside_their_number() {
    let mut reader = reader(Ledger::default());
    reader.press("c c");
    let Some(super::Mode::Listing(list)) = reader.app.modes.top() else { panic!("no list: {}", reader.said()) };
    let row = super::list_row(&reader.app.desk, list, 0).expect("a row");
    assert_eq!(row.figure.trim(), "2 texts");
}
