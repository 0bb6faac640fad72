use super::{ClusterDecision, Judgement, Ledger, Relation, agreement};

/// Reads a decision: `who when cluster verdict a b`, with `-` for none.
fn decided(line: &str) -> ClusterDecision {
    let words: Vec<&str> = line.split(' ').collect();
    let word = |at: usize| words.get(at).filter(|word| **word != "-").map(|word| (*word).to_owned());
    ClusterDecision {
        cluster: word(2).unwrap(),
        a: word(4),
        b: word(5),
        verdict: Judgement::named(words[3]).unwrap(),
        relation: None,
        keep: word(6),
        who: word(0).unwrap(),
        when: word(1).unwrap(),
        note: String::new(),
    }
}

fn ledger(lines: &[&str]) -> Ledger {
    let mut ledger = Ledger::default();
    lines.iter().for_each(|line| ledger.take(decided(line)));
    ledger
}

fn verdicts(ledger: &Ledger) -> Vec<&'static str> {
    ledger.decisions().map(|decision| decision.verdict.name()).collect()
}

#[test]
fn the_newest_decision_on_a_subject_counts_and_what_was_taken_back_does_not() {
    assert_eq!(verdicts(&ledger(&["ana 1 c same x y", "ana 2 c different y x"])), ["different"]);
    assert_eq!(verdicts(&ledger(&["ana 2 c same x y", "ben 1 c different x y"])), ["same"]);
    assert_eq!(
        verdicts(&ledger(&["ana 1 c same x y", "ben 1 c different x y"])),
        ["different"],
        "the later line of one moment"
    );
    assert!(verdicts(&ledger(&["ana 1 c same x y", "ana 2 c open y x"])).is_empty());
    assert!(!ledger(&["ana 1 c same x y", "ana 2 c open y x"]).is_decided("c"));
    let two = ledger(&["ana 1 c same x y", "ben 2 c different x y", "ben 3 d keep z -"]);
    assert!(two.is_decided("c") && two.is_decided("d") && !two.is_decided("e"));
    assert_eq!((two.disputed().len(), two.readers()), (1, vec!["ana", "ben"]));
}

#[test]
fn what_is_kept_and_dropped_follows_and_a_contradiction_is_in_neither() {
    let all = ledger(&["ana 1 c same x y x", "ana 1 c drop q -", "ana 1 c keep z -", "ana 1 d same z w w"]);
    let (kept, dropped) = all.kept_and_dropped();
    assert_eq!(
        (kept.into_iter().collect::<Vec<_>>(), dropped.into_iter().collect::<Vec<_>>()),
        (vec!["w", "x"], vec!["q", "y"])
    );
}

#[test]
fn labels_follow_what_was_parted_and_joined() {
    let all = ledger(&[
        "a 1 c different x y",
        "a 1 c same y z",
        "a 1 c split q -",
        "a 1 d merge - e",
        "a 1 e merge - f",
        "a 1 g merge - h",
        "a 1 h merge - g",
    ]);
    let labels = all.labels();
    let label = |cluster, text| Ledger::label(&labels, cluster, Some(text));
    assert_eq!(["x", "y", "z", "q", "other"].map(|text| label("c", text)), ["c", "c~y", "c~y", "c~q", "c"]);
    assert_eq!(["d", "e", "f", "g", "h"].map(|cluster| label(cluster, "t")), ["f", "f", "f", "g", "g"]);
}

#[test]
fn kappa_and_its_interval_are_those_of_a_worked_example() {
    // Two readers, 50 pairs: 20 both same, 15 both different, 5 and 10 apart: po 0.7, pe 0.5, kappa 0.4.
    let mut lines = (Vec::new(), Vec::new());
    for (count, one, other) in
        [(20, "same", "same"), (5, "same", "different"), (10, "different", "same"), (15, "different", "different")]
    {
        for _ in 0..count {
            let pair = format!("c {{}} x{0} y{0}", lines.0.len());
            lines.0.push(format!("ana 1 {}", pair.replace("{}", one)));
            lines.1.push(format!("ben 1 {}", pair.replace("{}", other)));
        }
    }
    let of = |lines: &[String]| ledger(&lines.iter().map(String::as_str).collect::<Vec<_>>());
    let found = agreement(&of(&lines.0), &of(&lines.1));
    let (kappa, least, most) = found.kappa.unwrap();
    assert_eq!((found.both, found.alike), (50, 35));
    assert!(
        (kappa - 0.4).abs() < 1e-9 && (least - 0.1511).abs() < 0.002 && (most - 0.6489).abs() < 0.002,
        "{kappa} {least} {most}"
    );
    let same = ledger(&["ana 1 c same x y"]);
    assert_eq!(agreement(&same, &ledger(&["ben 1 c same y x"])).kappa, None);
}

#[test]
fn a_decision_that_says_too_little_is_refused_with_what_it_lacks() {
    let of = |parts: &[(&str, &str)]| {
        let read = |name: &str| parts.iter().find(|(it, _)| *it == name).map(|(_, value)| (*value).to_owned());
        ClusterDecision::of(&read)
    };
    let whole = [
        ("cluster", "c"),
        ("decision", "same"),
        ("a", "x"),
        ("b", "y"),
        ("relation", "excerpt"),
        ("keep", "x"),
        ("who", "ana"),
    ];
    let read = of(&whole).unwrap();
    assert_eq!((read.relation, read.keep.as_deref(), read.who.as_str()), (Some(Relation::Excerpt), Some("x"), "ana"));
    for (parts, said) in [
        (&[("decision", "same")][..], "has no \"cluster\""),
        (&[("cluster", "c"), ("decision", "same"), ("a", "x")], "names one text; \"same\" takes two, \"a\" and \"b\""),
        (&[("cluster", "c"), ("decision", "merge")], "names no other cluster; \"merge\" takes one, \"b\""),
        (&[("cluster", "c"), ("decision", "merge"), ("b", "c")], "merges a cluster with itself"),
        (&[("cluster", "c"), ("decision", "merge"), ("a", "x"), ("b", "d")], "names two things; \"merge\" takes one"),
        (
            &[("cluster", "c"), ("decision", "keep"), ("a", "x"), ("b", "y")],
            "names two texts; \"keep\" takes one, \"a\"",
        ),
        (&[("cluster", "c"), ("decision", "open")], "does not say what is open again"),
        (&[("cluster", "c"), ("decision", "sane"), ("a", "x")], "has an unknown decision \"sane\""),
        (
            &[("cluster", "c"), ("decision", "keep"), ("a", "x"), ("keep", "z")],
            "keeps z, which is neither of its texts",
        ),
        (&[("version", "2"), ("cluster", "c")], "has version 2"),
    ] {
        let refused = of(parts).unwrap_err();
        assert!(refused.starts_with(said), "{refused}");
    }
}

#[test]
fn taking_back_leaves_what_others_decided() {
    let both = ledger(&["ben 1 c same x y", "ana 2 c different x y", "ana 3 c open x y"]);
    assert_eq!(verdicts(&both), ["same"]);
    let on = both.on(&decided("ben 1 c same x y").subject()).map(|it| it.who.as_str());
    assert!(on == Some("ben") && both.is_decided("c"), "{on:?}");
}

#[test]
fn all_that_are_the_same_as_what_was_split_off_leave_with_it() {
    let all = ledger(&["a 1 c same x y", "a 1 c split y -", "a 1 c split q -", "a 1 c different q z"]);
    let labels = all.labels();
    let label = |text| Ledger::label(&labels, "c", Some(text));
    assert_eq!(["x", "y", "q", "z", "other"].map(label), ["c~x", "c~x", "c~q", "c", "c"]);
}

#[test]
fn a_decision_on_one_text_and_itself_is_refused() {
    let of = |verdict: &str, other: &str| {
        let parts = [("cluster", "c"), ("decision", verdict), ("a", "x"), ("b", other)];
        ClusterDecision::of(&|name| parts.iter().find(|(it, _)| *it == name).map(|(_, value)| (*value).to_owned()))
    };
    let twice = "names one text twice; \"same\" takes two, \"a\" and \"b\"";
    assert_eq!(of("same", "x"), Err(twice.to_owned()));
    assert!(of("keep", "x").is_err() && of("same", "y").is_ok());
}
