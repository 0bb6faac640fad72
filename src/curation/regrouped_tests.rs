//! Which clusters there are after decisions.

use super::{ClusterDecision, ClusterGroup, GroupPart, Judgement, Ledger, regrouped};

fn ledger(decisions: &[(&str, Judgement, &[&str])]) -> Ledger {
    let mut ledger = Ledger::default();
    for (at, (cluster, verdict, of)) in decisions.iter().enumerate() {
        let text = |at: usize| of.get(at).map(|text| (*text).to_owned());
        let (a, b) = if *verdict == Judgement::Merge { (None, text(0)) } else { (text(0), text(1)) };
        ledger.take(ClusterDecision {
            cluster: (*cluster).to_owned(),
            a,
            b,
            verdict: *verdict,
            relation: None,
            keep: None,
            who: "ana".to_owned(),
            when: format!("2031-04-15T09:30:{at:02}Z"),
            note: String::new(),
        });
    }
    ledger
}

fn shown(groups: &[ClusterGroup]) -> Vec<String> {
    let part = |part: &GroupPart| match (part.only.join(","), part.without.join(",")) {
        (only, _) if !only.is_empty() => format!("{}={only}", part.at),
        (_, without) if !without.is_empty() => format!("{}-{without}", part.at),
        _ => part.at.to_string(),
    };
    groups
        .iter()
        .map(|group| format!("{}: {}", group.name, group.parts.iter().map(part).collect::<Vec<_>>().join(" ")))
        .collect()
}

const NAMES: [&str; 4] = ["x", "y", "z", ""];

#[test]
fn without_decisions_all_stays_as_it_is() {
    let groups = regrouped(&NAMES, &ledger(&[("x", Judgement::Same, &["a", "b"])]));
    assert_eq!(shown(&groups), ["x: 0", "y: 1", "z: 2", ": 3"]);
    assert!(groups.iter().all(ClusterGroup::is_plain));
}

#[test]
fn clusters_that_are_one_stand_together_under_the_name_of_the_other() {
    let groups = regrouped(&NAMES, &ledger(&[("x", Judgement::Merge, &["z"])]));
    assert_eq!(shown(&groups), ["z: 2 0", "y: 1", ": 3"]);
    let round =
        ledger(&[("x", Judgement::Merge, &["z"]), ("z", Judgement::Merge, &["y"]), ("y", Judgement::Merge, &["x"])]);
    assert_eq!(shown(&regrouped(&NAMES, &round)), ["x: 0 1 2", ": 3"]);
    let gone = ledger(&[("x", Judgement::Merge, &["not listed"])]);
    assert_eq!(shown(&regrouped(&NAMES, &gone))[0], "not listed: 0");
}

#[test]
fn what_is_split_off_stands_by_itself_and_may_be_one_with_another() {
    let split = [("x", Judgement::Split, &["b"][..]), ("x", Judgement::Different, &["a", "c"])];
    let groups = regrouped(&NAMES, &ledger(&split));
    assert_eq!(shown(&groups), ["x: 0-b,c", "x~b: 0=b", "x~c: 0=c", "y: 1", "z: 2", ": 3"]);
    assert!(groups[1].is_split_off() && !groups[0].is_split_off());
    assert!(groups[0].has_rest_of(0) && !groups[1].has_rest_of(0));
    let further = [split[0], split[1], ("x~b", Judgement::Merge, &["y"][..])];
    assert_eq!(shown(&regrouped(&NAMES, &ledger(&further))), ["x: 0-b,c", "y: 1 0=b", "x~c: 0=c", "z: 2", ": 3"]);
    let back = [split[0], split[1], ("x~b", Judgement::Merge, &["x"][..])];
    assert_eq!(shown(&regrouped(&NAMES, &ledger(&back)))[0], "x: 0-c");
    let part = &groups[0].parts[0];
    assert!(part.takes("a") && !part.takes("b") && groups[1].parts[0].takes("b") && !groups[1].parts[0].takes("a"));
}

#[test]
fn what_is_taken_back_changes_nothing() {
    let merged = [("x", Judgement::Merge, &["z"][..]), ("x", Judgement::Split, &["b"][..])];
    let mut all = ledger(&merged);
    let open = |decision: &ClusterDecision| ClusterDecision {
        verdict: Judgement::Open,
        when: "2031-04-16T09:30:00Z".to_owned(),
        ..decision.clone()
    };
    let decided: Vec<ClusterDecision> = all.decisions().map(open).collect();
    decided.into_iter().for_each(|decision| all.take(decision));
    assert_eq!(shown(&regrouped(&NAMES, &all)), ["x: 0", "y: 1", "z: 2", ": 3"]);
}
