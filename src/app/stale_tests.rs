//! What was found in other texts than the open ones is not used, however it arrived.

use super::{alone, also_in, copies, hits_of, pair_view, standing};
use std::sync::Arc;

use super::reader::Reader;
use super::{Answer, Compared, Event, Gathered, Traced};
use crate::article::Article;
use crate::boilerplate::Mask;
use crate::collate::{Cancel, Depth, Trace, Witness, clusters, collate};
use crate::text::{Pair, Side};

const LONG: &str =
    "The ferry sails at nine. The keepers carried the lens up the stair in forty pieces.\n\nAnd the gulls slept.";
const SHORT: &str = "The gulls.";

fn reader() -> Reader {
    Reader::open(&[("one.txt", SHORT), ("two.txt", "The gulls sleep.")], (80, 24))
}

#[test]
fn a_collation_of_other_texts_is_not_known() {
    let mut reader = reader();
    let (mask, article) = (Mask::default(), Article::of_text("one.txt", LONG));
    let witnesses = Pair::from_fn(|_| Witness { article: &article, mask: &mask });
    let collation = Arc::new(collate(witnesses, &Cancel::default()).expect("not cancelled"));
    assert!(collation.is_of(witnesses.map(|witness| witness.article)) && !collation.matches.is_empty());
    assert!(reader.app.desk.collation().is_some());
    reader.app.desk.row.pairing_mut().found.ask(77);
    let masks = Pair::from_fn(|_| Arc::new(Mask::default()));
    reader.send(Event::Answered(Answer { ticket: 77, masks, collation, depth: Depth::Statements }));
    assert!(
        reader.app.desk.collation().is_none()
            && pair_view(&reader.app.desk, reader.app.desk.row.ix(Side::Left)).collation.is_none()
    );
    reader.press("n N o n o f gm y L Esc r i z Enter D q j k G");
    assert!(
        standing(&reader.app.desk).is_none()
            && copies(&reader.app.desk).is_empty()
            && alone(&reader.app.desk).is_none()
    );
}

#[test]
fn statements_and_hits_of_other_texts_are_not_known() {
    let mut reader = reader();
    let (mask, article) = (Mask::default(), Article::of_text("one.txt", LONG));
    let witnesses = [Witness { article: &article, mask: &mask }; 2];
    let found = Arc::new(clusters(&witnesses, &Cancel::default()).expect("not cancelled"));
    assert!(!found.also_in(0, 0).is_empty() && found.is_of(1, &article));
    reader.app.desk.library.clusters.ask(78);
    reader.send(Event::Gathered(Gathered { ticket: 78, clusters: found, masks: Vec::new() }));
    assert!(also_in(&reader.app.desk).is_empty() && reader.app.desk.clusters().is_none());
    reader.press("/ g u l l s Enter");
    assert_eq!(hits_of(&reader.app.desk, reader.app.desk.row.ix(Side::Left)).len(), 1);
    // A pane's text is always that of its article; if it were not, it would have no hits.
    let search = reader.app.desk.finding.search.clone().expect("a search");
    assert!(search.hits_in(0, &article).is_empty() && search.hits_in(7, &article).is_empty());
}

#[test]
fn figures_and_traces_of_other_texts_are_not_taken() {
    let mut reader = reader();
    let strange = vec![Article::of_text("one.txt", LONG).id, Article::of_text("two.txt", SHORT).id];
    reader.app.desk.sharing.found.ask(79);
    let (matrix, order) = (Arc::default(), Some(vec![0, 1]));
    reader.send(Event::Compared(Compared {
        ticket: 79,
        of: strange.clone(),
        matrix,
        settled: 2,
        order,
        origins: None,
        goes_on: false,
    }));
    assert!(!reader.app.desk.sharing.is_ordered());
    reader.app.desk.finding.tracing.ask(80);
    let traces = vec![Trace { article: 1, tokens: 0..9, percent: None }];
    reader.send(Event::Traced(Traced { ticket: 80, article: 0, tokens: 0..2, of: strange, traces }));
    assert_eq!(reader.app.modes.top(), None);
}
