//! Regions of which one side sums up the other, and what must not be one.

use proptest::prelude::{Strategy, prop, prop_assert, prop_assert_eq, proptest};
use proptest::sample::subsequence;

use super::drawn::of_texts;
use super::{Class, Collation};
use crate::text::{Pair, Side, Span};

/// A long report.
const DAM: [&str; 8] = [
    "The council of Varmland has decided to pull down the Kvarnfors dam, built in 1911 to drive a paper mill. After a debate of six \
     hours, twenty-two members voted for it and nineteen against. The mayor, Lena Bergqvist, called it a hard day.",
    "Engineers from the university had drilled into the wall in March and found cracks forty centimetres deep. In their report they \
     wrote that the concrete might give way in a flood such as that of 1995. Repairs would have cost ninety million crowns.",
    "The paper mill went bankrupt eleven years ago, and its turbines were sold to a museum. Since then the reservoir has served \
     anglers and swimmers. A club of rowers keeps its boats in the former boiler house.",
    "Above the dam lie sixty summer cottages, whose owners fear for their jetties. Their spokesman, Olof Wiklund, said that a lake \
     would become a ditch. He announced that the owners would go to court before the winter.",
    "Biologists are pleased, because salmon will reach the upper river for the first time in more than a century. Astrid Nyman of \
     the fishery board expects them to spawn near the old ferry within five years. Otters, she added, would follow the fish.",
    "The work is to begin in May and to last eighteen months. First the water is let out through the sluices, then the wall is \
     sawn into blocks, which will line the banks of the harbour downstream. The road across the dam stays closed meanwhile.",
    "Buses will take the long way by Sunne, which adds twenty minutes. Parents of the village school have asked for a footbridge. \
     The council promised to look for the money.",
    "The state pays two thirds of the thirty-four million crowns that the work costs. The rest comes from a fund to which the \
     power companies contribute. Bergqvist said that not a crown would be taken from the schools.",
];
/// The same, summed up in other words.
const DAM_SUMMED_UP: &str = "The Kvarnfors dam in Varmland, built in 1911 for a paper mill, is to be pulled down, the council \
    decided by twenty-two votes to nineteen. University engineers had found deep cracks in the wall, and repairs would have cost \
    ninety million crowns. Owners of the sixty cottages above it want to go to court, said their spokesman Olof Wiklund. Biologists \
    expect that salmon will spawn in the upper river again. The work begins in May, lasts eighteen months and costs thirty-four \
    million crowns, two thirds of which the state pays.";
/// What shares no more than a theme with the report.
const OTHER_DAM: &str = "A dam in the Pyrenees will get a new wall next year, the ministry in Lleida said. Engineers of the power \
    company found that its sluices leak. Villagers who own cottages by the reservoir ask for a better road. The work may cost \
    twelve million euros, and the state has not yet promised to pay. Biologists warn that trout will suffer.";
/// What has nothing to do with either.
const ASIDE: [&str; 2] = [
    "The chess club elected Beatrix Amsel as its president. She promised lamps for the back room and a tournament for beginners in \
     the autumn. Membership has doubled, mostly among retired dentists.",
    "Tomasz Wilk lights his brick oven behind the chapel at four every morning. His rye loaves are wrapped in newspaper and carried \
     by bicycle along the canal. Nobody has yet complained about the crust.",
];

fn regions(collation: &Collation) -> Vec<Pair<Span>> {
    collation.regions.iter().map(|region| region.spans).collect()
}

/// The report, summed up between two other paragraphs, and the report itself, with the span of the summary.
fn summed_up() -> (String, String, Span) {
    let before = format!("{}\n\n", ASIDE[0]);
    let left = format!("{before}{DAM_SUMMED_UP}\n\n{}", ASIDE[1]);
    (left, DAM.join("\n\n"), Span::new(before.len(), before.len() + DAM_SUMMED_UP.len()))
}

#[test]
fn a_summary_goes_with_all_that_it_sums_up() {
    let (left, right, summary) = summed_up();
    let (_, collation) = of_texts(&left, &right);
    let found = regions(&collation);
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0].left, summary);
    assert!(
        found[0].right.start() < 10 && found[0].right.end() > right.find("The rest comes").unwrap_or(usize::MAX) - 10
    );
}

#[test]
fn a_theme_is_no_summary() {
    let report = DAM.join("\n\n");
    for other in [OTHER_DAM.to_owned(), ASIDE.join("\n\n"), format!("{OTHER_DAM}\n\n{}", ASIDE.join("\n\n"))] {
        let (_, collation) = of_texts(&other, &report);
        assert_eq!(regions(&collation), [], "{other}");
    }
}

#[test]
fn a_copied_paragraph_of_a_long_report_is_no_summary() {
    let left = format!("{}\n\n{}\n\n{}", ASIDE[0], DAM[1], ASIDE[1]);
    let right = DAM.join("\n\n");
    let at = |text: &str| text.find(DAM[1]).map(|start| Span::new(start, start + DAM[1].len()));
    let (_, collation) = of_texts(&left, &right);
    assert_eq!(
        regions(&collation).into_iter().map(Some).collect::<Vec<_>>(),
        [at(&left).zip(at(&right)).map(|(left, right)| Pair::new(left, right))]
    );
}

#[test]
fn three_edited_matches_in_a_row_are_a_region() {
    let stories = [
        (
            "The harbour master closed the northern pier after a crane fell on Monday. Nobody was hurt, but two lorries were \
             crushed under the boom. Insurers will look at the wreck on Thursday morning.",
            "The harbour master closed the northern pier after a crane fell on Tuesday. Nobody was injured, but two lorries were \
             crushed under the boom. Insurers will look at the wreck on Friday morning.",
        ),
        (
            "Three schools in the valley will share one headmistress from the summer. Ragna Holm, who has taught physics for \
             twenty years, takes the post. Parents had collected nine hundred signatures for her.",
            "Three schools in the valley will share one headmistress from the autumn. Ragna Holm, who has taught chemistry for \
             twenty years, takes the post. Parents had collected eight hundred signatures for her.",
        ),
    ];
    for (left, right) in stories {
        let left = format!("{}\n\n{left}\n\n{}", ASIDE[0], DAM[4]);
        let right = format!("{OTHER_DAM}\n\n{right}\n\n{}", DAM[6]);
        let (_, collation) = of_texts(&left, &right);
        let edited: Vec<Pair<Span>> = collation
            .matches
            .iter()
            .filter(|m| m.class == Class::Edited)
            .map(|m| m.passages.as_ref().map(|passage| passage.span))
            .collect();
        assert_eq!(edited.len(), 3, "{edited:?}");
        let found = regions(&collation);
        assert_eq!(found.len(), 1, "{left} {right}");
        assert!(
            edited.iter().all(|spans| Side::BOTH.iter().all(|&side| found[0][side].covers(spans[side]))),
            "{found:?}"
        );
    }
}

/// Paragraphs of the report, its summary with some words left out, and others.
fn texts() -> impl Strategy<Value = (String, String)> {
    let all = || {
        let mut all = DAM.to_vec();
        all.extend([DAM_SUMMED_UP, OTHER_DAM, ASIDE[0], ASIDE[1]]);
        all
    };
    let damaged = (subsequence(all(), 1..5), prop::collection::vec(0..200usize, 0..40)).prop_map(|(chosen, holes)| {
        let whole = chosen.join("\n\n");
        let words = whole.split(' ').enumerate();
        words.filter(|(at, _)| !holes.contains(at)).map(|(_, word)| word).collect::<Vec<_>>().join(" ")
    });
    (damaged, subsequence(all(), 4..12).prop_map(|chosen| chosen.join("\n\n")))
}

proptest! {
    #[test]
    fn swapping_the_witnesses_swaps_the_regions((left, right) in texts()) {
        let mut swapped: Vec<Pair<Span>> =
            regions(&of_texts(&right, &left).1).into_iter().map(Pair::swapped).collect();
        swapped.sort_by_key(|spans| (spans.left, spans.right));
        prop_assert_eq!(regions(&of_texts(&left, &right).1), swapped);
    }

    #[test]
    fn regions_keep_apart((left, right) in texts()) {
        let (_, collation) = of_texts(&left, &right);
        for side in Side::BOTH {
            let mut spans: Vec<Span> = regions(&collation).into_iter().map(|spans| spans[side]).collect();
            spans.sort_unstable();
            prop_assert!(spans.windows(2).all(|two| two[0].end() <= two[1].start()), "{spans:?}");
        }
    }
}
