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

#[test]
fn two_persons_of_one_surname_are_not_one() {
    let left = "Floods in the lower town\n\nKaren Holt told the council that the repairs would cost three million crowns.\n\nHolt has led the works for nine years, and the council trusts her.\n\nThe bridge stays closed.";
    let right = "A quarrel about the river\n\nPeter Holt told the council that he would not pay for the damage.\n\nHe owns the mill above the weir.\n\nNobody knows who opened the gates.";
    let found = reworded(left, right);
    assert!(!found.iter().any(|passage| passage.contains("Holt told")), "{found:?}");
}

#[test]
fn a_title_and_a_first_name_are_one_person() {
    let left = "Floods in the lower town\n\nKaren Holt told the council that the repairs would cost three million crowns.\n\nHolt has led the works for nine years.\n\nThe bridge stays closed.";
    let right = "A quarrel about the river\n\nThe repairs will cost three million crowns, Director Holt said to the council.\n\nThe mill stands above the weir.\n\nNobody knows who opened the gates.";
    let (_, collation) = of_texts(left, right);
    assert!(!collation.matches.is_empty());
}
