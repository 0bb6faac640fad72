//! What is a statement in other words, and what only looks like one.

use super::Class;
use super::drawn::of_texts;

const DAM: &str = "Engineers open talks on the cracked dam at Varn

The reservoir above Varn was lowered by four metres on Monday after divers found a crack near the second sluice.

Farmers in the valley said they had not been told, and that two fields lay under water by noon.

The ministry promised a report before the autumn rains.

Nobody was hurt, and the road along the river stays closed until Friday.";

/// Gives the right passages that are linked as reworded.
fn reworded(left: &str, right: &str) -> Vec<String> {
    let (articles, collation) = of_texts(left, right);
    let found = collation.matches.iter().filter(|found| found.class == Class::Reworded);
    found.map(|found| found.passages.right.span.of(&articles.right.text).to_owned()).collect()
}

#[test]
fn a_crosshead_states_nothing() {
    let right = "Valley under water as Varn lowers its lake

Two fields were flooded on Monday when water was let out of the lake above the town.

Talks between engineers

Specialists from three countries gathered in the town hall in the evening and went through old drawings of the wall.

The mayor spoke of a bad surprise. She had heard of the crack from a diver, she said, and not from the capital.

Buses take the long way round by the mill.";
    let found = reworded(DAM, right);
    assert!(!found.iter().any(|passage| passage.contains("Talks")), "{found:?}");
    assert!(found.iter().any(|passage| passage.contains("Two fields were flooded")), "{found:?}");
}
