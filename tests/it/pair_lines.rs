//! Pairs of texts in lines of JSON, as an engine runs them, and which pairs of many are printed.

use std::fs;
use std::process::Stdio;

use super::stage::{LEFT, RIGHT, Stage};

fn line(number: usize, left: &str, right: &str) -> String {
    format!("{}\n", serde_json::json!({ "number": number, "a": left, "b": right, "kept": [1.5, "x"] }))
}

const FILTER: [&str; 4] = ["report", "--jsonl", "--fields", "left=a,right=b"];

#[test]
fn each_line_gets_what_its_texts_share_and_keeps_the_rest() {
    let lines = [
        line(1, LEFT, RIGHT),
        "no json\n".to_owned(),
        line(2, LEFT, "Nothing of it."),
        "{\"a\":\"x\"}\n".to_owned(),
        "\n".to_owned(),
    ]
    .concat();
    let ran = Stage::bare().run_with(&FILTER, lines.as_bytes());
    assert_eq!(ran.status, Some(1));
    let said: Vec<&str> = ran.err.lines().collect();
    assert!(said.len() == 2 && said[0].starts_with("ibid: standard input:2: is not a JSON object"), "{said:?}");
    assert_eq!(said[1], "ibid: standard input:4: has no text for \"b\"; passed on unchanged");
    let out: Vec<&str> = ran.out.lines().collect();
    assert_eq!((out.len(), out[1], out[3], out[4]), (5, "no json", "{\"a\":\"x\"}", ""));
    let first: serde_json::Value = serde_json::from_str(out[0]).unwrap();
    assert_eq!((&first["number"], &first["kept"], first.get("a")), (&1.into(), &serde_json::json!([1.5, "x"]), None));
    let measures = &first["collation"];
    assert!(
        measures["left"]["shared"].as_u64().unwrap() > 30 && measures["matches"].as_u64().unwrap() >= 2,
        "{measures}"
    );
    let second: serde_json::Value = serde_json::from_str(out[2]).unwrap();
    assert_eq!(second["collation"]["left"]["shared"], 0);
    let full = Stage::bare().run_with(&[&FILTER[..], &["--full"]].concat(), line(1, LEFT, RIGHT).as_bytes());
    assert!(full.json()["collation"]["matches"].as_array().unwrap().len() >= 2);
}

#[test]
fn lines_of_ids_are_read_beside_a_table_of_their_texts() {
    let row = |id: serde_json::Value, text: &str| format!("{}\n", serde_json::json!({ "id": id, "text": text }));
    let csv = format!("name,text\nthird,\"{LEFT}\"\n");
    let stage = Stage::bare()
        .file(
            "one.jsonl",
            row(7.into(), LEFT) + "no row\n" + &row("b".into(), "Nothing of it.") + &row(7.into(), "Not this."),
        )
        .file("two.jsonl", row("r".into(), RIGHT))
        .file("three.csv", csv);
    let ids = "{\"left\":7,\"right\":\"r\",\"score\":0.5}\n{\"left\":\"b\",\"right\":7}\n{\"left\":7,\"right\":\"gone\"}\n{\"left\":7}\n";
    let ran = stage.run_with(&["report", "--jsonl", "--texts", "one.jsonl", "--texts", "two.jsonl"], ids.as_bytes());
    let out: Vec<&str> = ran.out.lines().collect();
    let inline = Stage::bare().run_with(
        &["report", "--jsonl"],
        serde_json::json!({ "left": LEFT, "right": RIGHT, "score": 0.5 }).to_string().as_bytes(),
    );
    let first: serde_json::Value = serde_json::from_str(out[0]).unwrap();
    assert_eq!(first["collation"], inline.json()["collation"]);
    assert_eq!((&first["left"], &first["right"], &first["score"]), (&7.into(), &"r".into(), &0.5.into()));
    let second: serde_json::Value = serde_json::from_str(out[1]).unwrap();
    assert_eq!(second["collation"]["left"]["shared"], 0);
    assert_eq!(&out[2..], &ids.lines().skip(2).collect::<Vec<_>>()[..]);
    let said: Vec<&str> = ran.err.lines().collect();
    assert!(said[0].starts_with("ibid: one.jsonl:2:") && said[0].ends_with("; skipped"), "{said:?}");
    assert_eq!(
        said[1..],
        [
            "ibid: standard input:3: has an id without a text: gone; passed on unchanged",
            "ibid: standard input:4: has no id for \"right\"; passed on unchanged",
        ]
    );
    assert_eq!(ran.status, Some(1));
    let named = ["report", "--jsonl", "--texts", "three.csv", "--id", "name"];
    let ran = stage.run_with(&named, b"{\"left\":\"third\",\"right\":\"third\"}\n");
    let all = ran.json();
    assert_eq!((ran.status, &all["collation"]["left"]["shared"]), (Some(0), &all["collation"]["left"]["words"]));
}

#[test]
fn shards_change_nothing() {
    let words: Vec<&str> = LEFT.split(' ').collect();
    let lines: Vec<String> = (0..40).map(|at| line(at, &words[at % 7..].join(" "), RIGHT)).collect();
    let stage = Stage::bare().file("all.jsonl", lines.concat());
    let whole = stage.run(&[&FILTER[..], &["all.jsonl"]].concat());
    assert_eq!((whole.status, whole.out.lines().count()), (Some(0), 40));
    for (at, shard) in lines.chunks(7).enumerate() {
        fs::write(stage.path(&format!("shard-{at}")), shard.concat()).unwrap();
    }
    let script = "ls shard-? | xargs -P 4 -I {} sh -c '\"$IBID\" report --jsonl --fields left=a,right=b {} >out-{}' && cat out-shard-?";
    let out = stage.command_of("sh", &["-c", script]).stderr(Stdio::inherit()).output().unwrap();
    assert_eq!(String::from_utf8(out.stdout).unwrap(), whole.out);
}

#[test]
fn what_is_packed_is_read_and_written() {
    use std::io::Read;

    let unpacked = |bytes: &[u8]| {
        let mut text = String::new();
        flate2::read::GzDecoder::new(bytes).read_to_string(&mut text).unwrap();
        text
    };
    let stage = Stage::set();
    let run = |arguments: &[&str]| stage.command(arguments).output().unwrap();
    let plain = run(&["report", "--format", "jsonl", "left.txt", "right.txt"]);
    let packed = run(&["report", "--format", "jsonl", "--gz", "left.txt", "right.txt"]);
    assert_eq!((unpacked(&packed.stdout).as_bytes(), packed.status.code()), (&plain.stdout[..], Some(0)));
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    std::io::Write::write_all(&mut encoder, line(1, LEFT, RIGHT).as_bytes()).unwrap();
    fs::write(stage.path("all.jsonl.gz"), encoder.finish().unwrap()).unwrap();
    let lines = stage.run_with(&FILTER, line(1, LEFT, RIGHT).as_bytes());
    let packed = run(&[&FILTER[..], &["--gz", "all.jsonl.gz"]].concat());
    assert_eq!(unpacked(&packed.stdout), lines.out);
}

#[test]
fn of_many_articles_the_pairs_that_share_most_are_printed() {
    let stage = Stage::set().file("third.txt", "Nothing of this is to be found anywhere else at all.");
    let names = ["left.txt", "right.txt", "third.txt"];
    let pairs = |more: &[&str]| {
        let ran = stage.run(&[&["report", "--format", "jsonl"], more, &names].concat());
        let name = |line: &str| {
            let pair: serde_json::Value = serde_json::from_str(line).unwrap();
            ["left", "right"].map(|side| pair[side]["name"].as_str().unwrap().to_owned()).join(" ")
        };
        ran.out.lines().map(name).collect::<Vec<_>>()
    };
    assert_eq!(pairs(&[]), ["left right", "left third", "right third"]);
    assert_eq!(pairs(&["--min-shared", "30"]), ["left right"]);
    assert_eq!(pairs(&["--top", "1"]), ["left right"]);
    let json = stage.run(&[&["report", "--format", "json", "--min-shared", "30"], &names[..]].concat()).json();
    assert_eq!(json["pairs"].as_array().unwrap().len(), 1);
}

#[test]
fn the_most_doubtful_sentences_come_first_with_what_is_needed_to_decide() {
    let told = |one: &str, other: &str| {
        format!("{one} announced a new ferry for the harbour of Lunn on Monday. {other} Nobody in Orrin was asked.\n")
    };
    let stage = Stage::bare()
        .file("one.txt", told("The owners", "Repairs of the old pier took all winter, engineers said."))
        .file("two.txt", told("The company behind it", "It took engineers the winter to repair Lunn's pier."))
        .file(
            "three.txt",
            "Engineers spent the winter on the pier of Lunn. The fishermen of Orrin were not asked about a ferry.\n",
        );
    let ran = stage.run(&["pairs", "--doubtful", "--jsonl", "one.txt", "two.txt", "three.txt"]);
    assert_eq!(ran.status, Some(0), "{ran:?}");
    let lines: Vec<serde_json::Value> = ran.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert!(!lines.is_empty(), "{ran:?}");
    let doubt = |line: &serde_json::Value| {
        (line["chance"].as_f64().unwrap() / (1.0 - line["chance"].as_f64().unwrap()).max(1e-9)).ln()
    };
    let edge = (0.33f64 / 0.67).ln();
    let apart: Vec<f64> = lines.iter().map(|line| (doubt(line) - edge).abs()).collect();
    assert!(apart.windows(2).all(|two| two[0] <= two[1] + 0.02), "{apart:?}");
    for line in &lines {
        let text = std::fs::read_to_string(
            stage.path(&format!("{}.txt", line["left"]["article"].as_str().unwrap().trim_end_matches(".txt"))),
        )
        .unwrap();
        let [start, end] = ["start", "end"].map(|key| line["left"][key].as_u64().unwrap() as usize);
        assert_eq!(line["left"]["text"], text[start..end]);
        assert_eq!(line["passes"], line["chance"].as_f64().unwrap() >= 0.33);
    }
    assert_eq!(stage.run(&["pairs", "--most", "1", "one.txt", "two.txt"]).out.lines().count(), 1);
}

#[test]
fn a_short_sentence_that_both_have_in_the_same_words_is_not_doubtful() {
    let stage = Stage::bare()
        .file("one.txt", "The ferry left at nine. Nobody was hurt.\n")
        .file("two.txt", "Nobody was hurt. Bread is dear this winter in Lunn.\n");
    let ran = stage.run(&["pairs", "one.txt", "two.txt"]);
    assert_eq!(ran.status, Some(0), "{ran:?}");
    assert!(!ran.out.contains("Nobody was hurt."), "{ran:?}");
}

/// A stage with two texts, and decisions on the pairs that are doubtful there: each line as it was printed, with a decision.
fn decided(decisions: &[(&str, &str)]) -> Stage {
    let stage = Stage::bare()
        .file(
            "one.txt",
            "The owners announced a new ferry for the harbour of Lunn on Monday. Repairs of the old pier took all winter, engineers said. The mill stays shut.\n",
        )
        .file(
            "two.txt",
            "The company announced a new ferry for the harbour of Lunn on Monday. It took engineers the winter to repair Lunn's pier. Bread is dear this year in Lunn.\n",
        );
    let pairs = stage.run(&["pairs", "--doubtful", "--jsonl", "one.txt", "two.txt"]).out;
    let mut lines = String::new();
    for (words, decision) in decisions {
        let line = pairs.lines().find(|line| line.contains(words)).unwrap_or_else(|| panic!("{words}: {pairs}"));
        lines.push_str(&line.replacen('{', &format!("{{\"decision\":\"{decision}\","), 1));
        lines.push('\n');
    }
    stage.file("d.jsonl", lines)
}

const REPORT: [&str; 5] = ["report", "one.txt", "two.txt", "--decisions", "d.jsonl"];

#[test]
fn what_is_decided_different_is_no_match_in_any_form() {
    let stage = decided(&[("Repairs of the old pier", "different")]);
    let before = stage.run(&REPORT[..3]);
    assert!(before.out.contains("[-Repairs of the old pier took all winter"), "{before:?}");
    let after = stage.run(&REPORT);
    assert_eq!((after.status, after.err.as_str()), (Some(0), ""));
    assert!(!after.out.contains("[-Repairs") && !after.out.contains("reworded"), "{}", after.out);
    for (form, times) in [("json", 1), ("jsonl", 1), ("csv", 1), ("markdown", 0), ("html", 0)] {
        let of = |arguments: &[&str]| stage.run(&[arguments, &["--format", form]].concat()).out;
        let matches = |out: &str| out.matches("reworded").count();
        let (before, after) = (of(&REPORT[..3]), of(&REPORT));
        assert!(matches(&before) > matches(&after), "{form}: {after}");
        assert!(times == 0 || !after.contains("\"class\":\"reworded\""), "{form}: {after}");
    }
    let swapped = stage.run(&["report", "two.txt", "one.txt", "--decisions", "d.jsonl"]);
    assert!(!swapped.out.contains("reworded"), "{}", swapped.out);
    assert_eq!(
        stage
            .run(&["pairs", "--doubtful", "--jsonl", "one.txt", "two.txt", "--decisions", "d.jsonl"])
            .out
            .matches("Repairs of")
            .count(),
        0
    );
}

#[test]
fn what_is_decided_the_same_is_a_match_that_says_so() {
    let stage = decided(&[("Repairs of the old pier", "unsure")]);
    let unsure = stage.run(&REPORT);
    assert!(unsure.out.contains("(decided unsure) [-Repairs"), "{}", unsure.out);
    let line = stage.run(&["pairs", "--doubtful", "--jsonl", "one.txt", "two.txt", "--decisions", "d.jsonl"]).out;
    assert!(line.contains("\"decided\":\"unsure\""), "{line}");
    let ids: serde_json::Value = serde_json::from_str(line.lines().next().unwrap()).unwrap();
    let stage = decided(&[("Repairs of the old pier", "same")]);
    assert_eq!(ids["decided"], "unsure");
    let report = stage.run(&REPORT).out;
    assert!(report.contains("(decided) [-Repairs"), "{report}");
    assert!(stage.run(&[&REPORT[..], &["--format", "markdown"]].concat()).out.contains(". reworded, decided\n"));
    assert!(stage.run(&[&REPORT[..], &["--format", "html"]].concat()).out.contains("reworded, decided: "));
    let csv = stage.run(&[&REPORT[..], &["--format", "csv"]].concat()).out;
    assert!(csv.lines().any(|row| row.contains("Repairs") && row.trim_end().ends_with(",yes")), "{csv}");
    let json = stage.run(&[&REPORT[..], &["--format", "json"]].concat()).json();
    let schema = serde_json::from_str(include_str!("../../assets/report.schema.json")).unwrap();
    assert_eq!(super::schema::violations(&schema, &json), Vec::<String>::new());
    let matches = json["pairs"][0]["matches"].as_array().unwrap();
    assert_eq!(matches.iter().filter(|found| found["decided"] == true && found["class"] == "reworded").count(), 1);
}

#[test]
fn decisions_that_change_nothing_are_counted() {
    let stage = decided(&[("Repairs of the old pier", "different")]);
    let text = fs::read_to_string(stage.path("one.txt")).unwrap();
    fs::write(stage.path("one.txt"), text.replace("Repairs", "Repair ")).unwrap();
    let ran = stage.run(&REPORT);
    assert_eq!(ran.err, "ibid: 1 decision changes nothing: 1 on sentences that have changed\n");
    assert_eq!(ran.status, Some(0));
    let gone = stage.run(&["report", "one.txt", "two.txt", "--decisions", "no.jsonl"]);
    assert_eq!((gone.status, gone.err.as_str()), (Some(2), "ibid: no.jsonl: no such file\n"));
}

/// The stage of [`decided`] with a third text: a sentence of the one is the same as one of the other, and something is decided of the two
/// as a whole.
fn decided_of_three(whole: &str) -> Stage {
    let stage = decided(&[]);
    let id = |name: &str, words: &str| {
        let start = fs::read_to_string(stage.path(&format!("{name}.txt"))).unwrap().find(words).unwrap();
        format!("{name}:{start}-{}", start + words.len())
    };
    let (a, b) = (id("one", "The mill stays shut."), id("two", "Bread is dear this year in Lunn."));
    let same = serde_json::json!({ "cluster": "c", "a": a, "b": b, "decision": "same", "who": "ana" });
    let lines = format!("{same}\n{whole}\n");
    stage
        .file("d.jsonl", lines)
        .file("three.txt", "The company announced a new ferry for the harbour of Lunn on Monday.\n")
}

const OF_ALL: [&str; 6] = ["report", "one.txt", "two.txt", "three.txt", "--decisions", "d.jsonl"];

#[test]
fn views_of_all_articles_take_decisions_and_mark_them() {
    let different = "{\"cluster\":\"c\",\"a\":\"one\",\"b\":\"two\",\"decision\":\"different\",\"who\":\"ana\"}";
    let stage = decided_of_three(different);
    let out = |more: &[&str]| {
        let ran = stage.run(&[&OF_ALL[..], more].concat());
        assert_eq!(ran.status, Some(0), "{more:?}: {ran:?}");
        ran.out
    };
    for more in [&["--synopsis"][..], &["--apparatus"], &["--synopsis", "--format", "markdown"]] {
        assert!(out(more).contains("The mill stays shut. (decided same)"), "{more:?}: {}", out(more));
    }
    assert!(out(&["--apparatus", "--format", "markdown"]).contains(" (decided same)\n"));
    for more in [&["--story", "--format", "html"][..], &["--format", "html"], &["--synopsis", "--format", "html"]] {
        assert!(out(more).contains("The mill stays shut. (decided same)"), "{more:?}");
    }
    assert!(out(&["--format", "tei"]).contains("<ab n=\"3\" type=\"decided-same\">"), "{}", out(&["--format", "tei"]));
    let csv = out(&["--synopsis", "--format", "csv"]);
    assert!(csv.lines().any(|row| row.contains("The mill stays shut.") && row.trim_end().ends_with(",same")), "{csv}");
    for (schema, more) in [
        (include_str!("../../assets/synopsis.schema.json"), &["--synopsis"][..]),
        (include_str!("../../assets/apparatus.schema.json"), &["--apparatus"]),
        (include_str!("../../assets/matrix.schema.json"), &["--matrix"]),
        (include_str!("../../assets/origins.schema.json"), &["--origins"]),
    ] {
        let json = stage.run(&[&OF_ALL[..], more, &["--format", "json"]].concat());
        let schema = serde_json::from_str(schema).unwrap();
        assert_eq!(super::schema::violations(&schema, &json.json()), Vec::<String>::new(), "{more:?}");
        assert!(json.out.contains("decided\""), "{more:?}: {}", json.out);
    }
    assert!(out(&["--matrix"]).contains("Decided: 1 and 2 have different origins."), "{}", out(&["--matrix"]));
    assert!(out(&["--origins"]).contains("; 1 pair decided"), "{}", out(&["--origins"]));
}

#[test]
fn where_decisions_cannot_be_seen_they_are_refused_or_said_to_be_idle() {
    let template = "{\"cluster\":\"c\",\"a\":\"one\",\"b\":\"two\",\"decision\":\"same\",\"relation\":\"template\"}";
    let stage = decided_of_three(template);
    for (more, reason) in [
        (&["--format", "collatex"][..], "a CollateX table has no place"),
        (&["--quotes"], "quotations are grouped by their words"),
        (&["--matrix", "--format", "csv"], "a matrix as csv has no column"),
    ] {
        let ran = stage.run(&[&OF_ALL[..], more].concat());
        assert!(ran.status == Some(2) && ran.err.contains(reason) && ran.out.is_empty(), "{more:?}: {ran:?}");
    }
    let ran = stage.run(&OF_ALL);
    assert_eq!(ran.err, "ibid: 1 decision changes nothing: 1 on whole articles, which do not count here\n");
    let ran = stage.run(&[&OF_ALL[..], &["--origins"]].concat());
    assert_eq!(ran.err, "ibid: 1 decision changes nothing: 1 on sentences, which do not count here\n");
    assert!(ran.out.contains("1 and 2 share only what any text of their kind has"), "{}", ran.out);
}

#[test]
fn decisions_count_for_lines_of_ids_too() {
    let stage = decided(&[]);
    let row = |id: &str| {
        let text = fs::read_to_string(stage.path(&format!("{id}.txt"))).unwrap();
        format!("{}\n", serde_json::json!({ "id": id, "text": text }))
    };
    let table = row("one") + &row("two");
    let stage = stage.file("table.jsonl", table);
    let arguments = ["report", "--jsonl", "--full", "--texts", "table.jsonl"];
    let pair = b"{\"left\":\"one\",\"right\":\"two\"}\n";
    let before: serde_json::Value = serde_json::from_str(&stage.run_with(&arguments, pair).out).unwrap();
    let is_reworded = |found: &&serde_json::Value| found["class"] == "reworded";
    let matches = before["collation"]["matches"].as_array().unwrap();
    let found = matches.iter().find(is_reworded).unwrap_or_else(|| panic!("{before}"));
    let id = |name: &str, side: &str| format!("{name}:{}-{}", found[side]["start"], found[side]["end"]);
    let decision = |a: &str| {
        format!("{}\n", serde_json::json!({ "cluster": "c", "a": a, "b": id("two", "right"), "decision": "different" }))
    };
    let stage = stage.file("d.jsonl", decision(&id("one", "left")) + &decision("one:1-3"));
    let ran = stage.run_with(&[&arguments[..], &["--decisions", "d.jsonl"]].concat(), pair);
    let after: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    let left = after["collation"]["matches"].as_array().unwrap();
    assert_eq!((left.len(), left.iter().filter(is_reworded).count()), (matches.len() - 1, 0), "{after}");
    assert_eq!(ran.err, "ibid: 1 decision changes nothing: 1 on sentences that have changed\n");
}
