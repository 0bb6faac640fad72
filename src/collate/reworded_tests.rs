//! What is a statement in other words, and what only looks like one.

use super::Class;
use super::drawn::of_texts;

const DAM: &str = "Engineers open talks on the cracked dam at Varn

The reservoir above Varn was lowered by four metres on Monday after divers found a crack near the second sluice.

Farmers in the valley said they had not been told, and that two fields lay under water by noon.

The ministry promised a report before the autumn rains.

Nobody was hurt, and the road along the river stays closed until Friday.";

/// The right passages that are linked as reworded.
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

#[test]
fn korean_statements_are_found_whatever_particles_their_words_have() {
    let left = "바른 마을 댐에 금이 갔다\n\n당국은 월요일에 잠수부들이 균열을 발견한 뒤 저수지의 수위를 낮췄다.\n\n계곡의 농부들은 아무 통보도 받지 못했고 밭 두 곳이 물에 잠겼다고 말했다.\n\n강변 도로는 금요일까지 폐쇄된다.";
    let right = "저수지 문제로 주민 불안\n\n저수지에서 수위가 월요일부터 내려간 것은 잠수부들의 균열이 알려졌기 때문이라고 당국이 밝혔다.\n\n시장은 새 보고서를 약속했다.\n\n버스는 방앗간 쪽으로 돌아간다.";
    let found = reworded(left, right);
    assert!(found.iter().any(|passage| passage.contains("잠수부들의")), "{found:?}");
}

/// The passages of both sides that are linked as reworded.
fn both(left: &str, right: &str) -> Vec<(String, String)> {
    let (articles, collation) = of_texts(left, right);
    let found = collation.matches.iter().filter(|found| found.class == Class::Reworded);
    let text =
        |found: &super::Match, side: crate::text::Side| found.passages[side].span.of(&articles[side].text).to_owned();
    found.map(|found| (text(found, crate::text::Side::Left), text(found, crate::text::Side::Right))).collect()
}

#[test]
fn a_statement_never_begins_amid_a_noun_phrase() {
    for (left, right, begins) in [
        (
            "The end of a long, bitter strike in the harbour of Karlo came on Monday.\n\nShips left at noon.\n\nThe owners gave way on wages after a night of talks.",
            "Karlo's dockers have called off their bitter strike at the harbour.\n\nThe owners agreed to higher wages.\n\nIt rained.",
            "The end of",
        ),
        (
            "On May 23, 2031, the Danube bridge was blown up by saboteurs.\n\nThe cook was asleep.\n\nTrains were late for a week.",
            "In 2031 saboteurs had blown the bridge over the Danube up.\n\nNo train ran on time for seven days.\n\nA cat purred.",
            "On May 23",
        ),
        (
            "Ministers from Arvia, Belgor, Cassia and Dorn met in Pell to settle the dispute over herring.\n\nRain fell.\n\nThe talks lasted all night long.",
            "A dispute over herring between Cassia and Dorn was settled in Pell.\n\nThey talked through the night.\n\nA dog barked.",
            "Ministers from",
        ),
        (
            "Divers of the port searched his boat, looking under the seats of the cabin.\n\nShips left at noon.\n\nNobody sang.",
            "He shouted at divers searching his boat in the port.\n\nThe fog lifted.\n\nIt rained.",
            "Divers of the port searched his boat",
        ),
        (
            "After a night of talks, the owners of the tugs gave way on wages.\n\nShips left at noon.\n\nNobody sang.",
            "The owners of the tugs agreed to higher wages.\n\nThe fog lifted.\n\nIt rained.",
            "the owners",
        ),
    ] {
        let found = both(left, right);
        assert!(
            found.iter().any(|(left, _)| left.starts_with(begins) && !left.contains("looking")),
            "{begins}: {found:?}"
        );
    }
}
