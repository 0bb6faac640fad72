//! What people decide of clusters: added, read again, compared and put to use.

use std::fs;
use std::process::Stdio;
use std::thread::sleep;
use std::time::Duration;

use super::schema::violations;
use super::stage::Stage;
#[cfg(unix)]
use super::terminal::Terminal;

fn add(stage: &Stage, file: &str, words: &str) {
    let arguments: Vec<&str> = ["decisions", "add", file].into_iter().chain(words.split(' ')).collect();
    let ran = stage.run(&arguments);
    assert!(ran.status == Some(0) && ran.err.starts_with(&format!("ibid: {file}: added ")), "{words}: {ran:?}");
}

#[test]
fn decisions_are_added_and_read_in_every_form() {
    let stage = Stage::bare();
    add(&stage, "d.jsonl", "9 same b e --relation exact --keep b --who ana");
    add(&stage, "d.jsonl", "9 different b f --who ana");
    add(&stage, "d.jsonl", "9 drop q --who ana");
    let schema = serde_json::from_str(include_str!("../../assets/decisions.schema.json")).unwrap();
    let lines = fs::read_to_string(stage.path("d.jsonl")).unwrap();
    assert_eq!(lines.lines().count(), 3);
    for line in lines.lines() {
        assert_eq!(violations(&schema, &serde_json::from_str(line).unwrap()), Vec::<String>::new());
    }
    let out = |arguments: &[&str]| stage.run(&[&["decisions"], arguments].concat()).out;
    assert!(out(&["list", "d.jsonl"]).starts_with("9: b and e belong together (exact), b is kept [ana 20"));
    assert_eq!(out(&["list", "--format", "csv", "d.jsonl"]).lines().count(), 4);
    assert_eq!(out(&["export", "keep", "d.jsonl"]), "b\n");
    assert_eq!(out(&["export", "drop", "d.jsonl"]), "e\nq\n");
    let labels =
        "unique_id_l,source_dataset_l,unique_id_r,source_dataset_r,clerical_match_score\r\nb,,e,,1.0\r\nb,,f,,0.0\r\n";
    assert_eq!(out(&["export", "splink", "d.jsonl"]), labels);
    fs::write(stage.path("labels.csv"), labels).unwrap();
    assert!(
        stage.run(&["clusters", "labels.csv", "--format", "csv"]).out.contains("b,2,,,e,"),
        "what is written is read again"
    );
}

#[test]
fn a_table_is_written_again_with_other_names_of_clusters() {
    let rows = "{\"id\":\"b\",\"n\":1.50,\"cluster_id\":9}\n{\"id\":\"f\",\"cluster_id\":9}\n{\"id\":\"a\",\"cluster_id\":\"7\"}\n{\"id\":\"z\"}\n";
    let stage = Stage::bare().file("all.jsonl", rows).file("all.csv", "id;cluster\n\"b; 1\";9\nf;9\na;7\n");
    add(&stage, "d.jsonl", "9 different b f");
    add(&stage, "d.jsonl", "7 merge 9");
    let ran = stage.run(&["decisions", "relabel", "all.jsonl", "--by", "d.jsonl"]);
    let expected = "{\"id\":\"b\",\"n\":1.50,\"cluster_id\":9}\n{\"id\":\"f\",\"cluster_id\":\"9~f\"}\n{\"id\":\"a\",\"cluster_id\":\"9\"}\n{\"id\":\"z\"}\n";
    assert_eq!((ran.status, ran.out.as_str()), (Some(0), expected), "{ran:?}");
    let ran = stage.run(&["decisions", "relabel", "all.csv", "--by", "d.jsonl"]);
    assert_eq!(ran.out, "id;cluster\n\"b; 1\";9\nf;9~f\na;9\n");
}

#[test]
fn clusters_as_decided_are_named_and_counted_as_the_table_says() {
    let row = |id: &str, cluster: &str| format!("{{\"id\":\"{id}\",\"cluster\":\"{cluster}\",\"text\":\"Rain.\"}}\n");
    let rows = row("a", "one") + &row("b", "one") + &row("c", "one") + &row("d", "two") + &row("e", "two");
    let rows = rows + &row("y", "three") + &row("z", "four") + &row("q", "");
    let stage = Stage::bare().file("all.jsonl", rows);
    let printed = || {
        let ran = stage.run(&["clusters", "all.jsonl", "--decisions", "d.jsonl"]);
        let shown = ran.out.lines().skip_while(|line| !line.contains("number")).skip(1);
        let row = |line: &str| line.split_whitespace().skip(1).collect::<Vec<_>>().join(" ");
        (ran.out.lines().next().unwrap_or_default().to_owned(), shown.map(row).collect::<Vec<_>>())
    };
    add(&stage, "d.jsonl", "one split c");
    let (said, rows) = printed();
    assert_eq!(said, "2 clusters of 4 texts; 4 texts are in no cluster or alone in one");
    assert_eq!(rows, ["2 100 % 100 % one b", "2 100 % 100 % two e", "1 - - one~c c"]);
    add(&stage, "d.jsonl", "three merge two");
    let (said, rows) = printed();
    assert_eq!(said, "2 clusters of 5 texts; 3 texts are in no cluster or alone in one");
    assert_eq!(rows, ["3 100 % 100 % two + three y", "2 100 % 100 % one b", "1 - - one~c c"]);
    let table = stage.run(&["decisions", "relabel", "all.jsonl", "--by", "d.jsonl"]).out;
    assert!(table.contains("\"y\",\"cluster\":\"two\""), "{table}");
    add(&stage, "d.jsonl", "one~c merge four");
    assert_eq!(printed().1[2], "2 100 % 100 % four + one~c c");
    add(&stage, "d.jsonl", "two split d");
    add(&stage, "d.jsonl", "two split e");
    assert!(printed().1.iter().all(|row| !row.starts_with("0 ")), "what is empty is no cluster");
}

#[test]
fn readers_are_compared_and_what_cannot_be_read_is_said() {
    let stage = Stage::bare();
    for (who, verdicts) in [("ana", ["same", "same", "different"]), ("ben", ["same", "different", "different"])] {
        for (at, verdict) in verdicts.iter().enumerate() {
            add(&stage, &format!("{who}.jsonl"), &format!("c {verdict} x{at} y{at} --who {who}"));
        }
    }
    let ran = stage.run(&["decisions", "agree", "ana.jsonl", "ben.jsonl"]);
    assert!(
        ran.out
            .starts_with("ana and ben: agree on 2 of 3 pairs that both decided; kappa 0.400, 95 % of the time from "),
        "{ran:?}"
    );
    let ran = stage.run(&["decisions", "check", "ana.jsonl", "ben.jsonl"]);
    assert_eq!((ran.status, ran.out.lines().count()), (Some(1), 2), "{ran:?}");
    assert_eq!(ran.err, "ibid: readers differ on 1; the newest decision counts\n");
    let merged = stage.run(&["decisions", "merge", "ana.jsonl", "ben.jsonl"]).out;
    fs::write(stage.path("both.jsonl"), format!("{merged}{{\"cluster\":\"c\"}}\nno json")).unwrap();
    let ran = stage.run(&["decisions", "list", "both.jsonl"]);
    assert!(ran.status == Some(1) && ran.err.contains("both.jsonl:7: has no \"decision\"; skipped"), "{ran:?}");
    assert_eq!(stage.run(&["decisions", "agree", "ana.jsonl"]).status, Some(2));
    let nobody = merged.replace("\"ana\"", "\"\"");
    fs::write(stage.path("nobody.jsonl"), nobody).unwrap();
    let ran = stage.run(&["decisions", "agree", "nobody.jsonl", "ben.jsonl"]);
    assert!(ran.out.starts_with("a reader without a name and ben: agree on 2 of 3"), "{ran:?}");
    assert_eq!(stage.run(&["decisions", "list", "nowhere.jsonl"]).status, Some(2));
}

/// How often it is tried.
const TIMES: u64 = 60;

#[test]
fn a_process_killed_while_it_adds_loses_nothing_that_was_there() {
    let stage = Stage::bare();
    let mut known = 0;
    for kill in 0..TIMES {
        let text = format!("x{kill}");
        let mut command = stage.command(&["decisions", "add", "d.jsonl", "c", "keep", &text]);
        let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        // Not at a known moment, but at many different ones.
        sleep(Duration::from_micros(kill * 7_919 % 12_000));
        child.kill().unwrap();
        child.wait().unwrap();
        let now = fs::read_to_string(stage.path("d.jsonl")).unwrap_or_default();
        let whole = now.lines().filter(|line| serde_json::from_str::<serde_json::Value>(line).is_ok()).count();
        assert!((known..=known + 1).contains(&whole), "kill {kill}: {now}");
        known = whole;
    }
    fs::write(stage.path("cut.jsonl"), "{\"version\":1,\"cluster\":\"c\",\"deci").unwrap();
    add(&stage, "cut.jsonl", "c keep x");
    assert_eq!(stage.run(&["decisions", "export", "keep", "cut.jsonl"]).out, "x\n");
}

/// How often a session is killed while it decides; `IBID_KILLS=1000` tries it as often as the figures in `benches/README.md` say.
#[cfg(unix)]
const KILLS: u64 = 8;

#[cfg(unix)]
#[test]
fn a_session_killed_while_it_decides_by_key_loses_nothing_it_has_acknowledged() {
    let kills = std::env::var("IBID_KILLS").ok().and_then(|kills| kills.parse().ok()).unwrap_or(KILLS);
    let row = |id: &str, text: &str| format!("{{\"id\":\"{id}\",\"cluster\":\"one\",\"text\":\"{text}\"}}\n");
    let rows = row("a", "The ferry sails from Lunn.") + &row("b", "The ferry sails again from Lunn.");
    let stage = Stage::bare().file("all.jsonl", rows);
    let lines = || {
        let text = fs::read_to_string(stage.path("decisions.jsonl")).unwrap_or_default();
        let is_whole = |line: &&str| serde_json::from_str::<serde_json::Value>(line).is_ok();
        text.lines().filter(is_whole).map(str::to_owned).collect::<Vec<String>>()
    };
    let mut known: Vec<String> = Vec::new();
    for kill in 0..kills {
        let mut terminal = Terminal::start(&stage, &["clusters", "all.jsonl", "--show", "1", "--who", "ana"]);
        terminal.wait_for_text("Cluster 1 of 1");
        terminal.press("cs");
        terminal.wait_for_text("Same: a and b");
        let mut acknowledged = 1;
        // Not at a known moment, but at many different ones.
        terminal.press("cu");
        sleep(Duration::from_micros(kill * 7_919 % 24_000));
        terminal.signal("KILL");
        terminal.wait_for_end();
        acknowledged += usize::from(terminal.shown().contains("Unsure: a and b"));
        let now = lines();
        assert!(now.starts_with(&known), "kill {kill}: {now:?}");
        let fresh = now.len() - known.len();
        assert!((acknowledged..=2).contains(&fresh), "kill {kill}: {acknowledged} acknowledged, {fresh} kept");
        assert!(now[known.len()].contains("\"same\""), "kill {kill}: {now:?}");
        known = now;
    }
    let listed = stage.run(&["decisions", "list", "decisions.jsonl"]);
    assert!(listed.status != Some(2) && listed.out.lines().count() == 1, "{listed:?}");
}

#[test]
fn several_add_beside_each_other() {
    let stage = Stage::bare();
    let add = |at: usize| {
        let text = format!("x{at}");
        stage.command(&["decisions", "add", "d.jsonl", "c", "keep", &text]).spawn().unwrap()
    };
    let children: Vec<_> = (0..30).map(add).collect();
    for mut child in children {
        assert!(child.wait().unwrap().success());
    }
    assert_eq!(stage.run(&["decisions", "export", "keep", "d.jsonl"]).out.lines().count(), 30);
}

#[test]
fn labels_for_splink_name_ids_as_they_are() {
    let stage = Stage::bare();
    let line = |a: &str, b: &str| {
        format!("{{\"version\":1,\"cluster\":\"c\",\"a\":\"{a}\",\"b\":\"{b}\",\"decision\":\"same\"}}\n")
    };
    fs::write(stage.path("d.jsonl"), line("-7919", "=x, y")).unwrap();
    let ran = stage.run(&["decisions", "export", "splink", "d.jsonl"]);
    assert_eq!(ran.out.lines().nth(1), Some("-7919,,\"=x, y\",,1.0"), "{ran:?}");
}

#[test]
fn half_a_decision_is_refused_and_nothing_added() {
    let stage = Stage::bare();
    for (words, said) in [
        ("c same x", "names one text; \"same\" takes two, \"a\" and \"b\""),
        ("c same x x", "names one text twice"),
        ("c keep", "names no text; \"keep\" takes one, \"a\""),
        ("c keep a b", "names two texts; \"keep\" takes one, \"a\""),
        ("c drop a b", "names two texts; \"drop\" takes one, \"a\""),
        ("c merge", "names no other cluster; \"merge\" takes one"),
        ("c merge d e", "names two things; \"merge\" takes one other cluster"),
        ("c merge c", "merges a cluster with itself"),
        ("c open", "does not say what is open again"),
        ("c open a", "d.jsonl has no such decision by this reader"),
        ("c sme a b", "expected same, different, unsure, keep, drop, split, merge or open"),
    ] {
        let arguments: Vec<&str> = ["decisions", "add", "d.jsonl"].into_iter().chain(words.split(' ')).collect();
        let ran = stage.run(&arguments);
        assert!(ran.status == Some(2) && ran.err.contains(said), "{words}: {ran:?}");
    }
    assert!(!stage.path("d.jsonl").exists());
    let ran = stage.run(&["decisions", "add", "none/d.jsonl", "c", "keep", "a"]);
    assert!(ran.status == Some(2) && ran.err.contains("there is no folder none; make it first"), "{ran:?}");
    assert!(!stage.path("none").exists());
}

#[test]
fn open_undoes_what_the_same_reader_decided_and_says_so_of_a_merge_too() {
    let stage = Stage::bare();
    add(&stage, "d.jsonl", "c merge d --who ana");
    add(&stage, "d.jsonl", "c keep a --who ana");
    let ran = stage.run(&["decisions", "add", "d.jsonl", "c", "open", "d", "--who", "ben"]);
    assert!(ran.status == Some(2) && ran.err.contains("no such decision by this reader"), "{ran:?}");
    add(&stage, "d.jsonl", "c open d --who ana");
    assert_eq!(stage.run(&["decisions", "list", "d.jsonl"]).out.lines().count(), 1);
    add(&stage, "d.jsonl", "c open a --who ana");
    assert!(stage.run(&["decisions", "list", "d.jsonl"]).err.contains("no decisions"));
}

#[test]
fn one_pair_is_too_few_to_measure_and_no_empty_brackets_are_listed() {
    let stage = Stage::bare();
    add(&stage, "ana.jsonl", "c same a b --who ana");
    add(&stage, "ben.jsonl", "c different a b --who ben");
    add(&stage, "eve.jsonl", "c same x y --who eve");
    let out = |other: &str| stage.run(&["decisions", "agree", "ana.jsonl", other]).out;
    let said = "both decided one pair, each differently; too few to measure agreement\n";
    assert_eq!(out("ben.jsonl"), format!("ana and ben: {said}"));
    assert_eq!(out("eve.jsonl"), "ana and eve: both decided no pair; too few to measure agreement\n");
    let line = "{\"version\":1,\"cluster\":\"c\",\"a\":\"a\",\"decision\":\"keep\"}\n";
    fs::write(stage.path("bare.jsonl"), line).unwrap();
    assert_eq!(stage.run(&["decisions", "list", "bare.jsonl"]).out, "c: a is kept\n");
}

#[test]
fn a_table_is_written_again_with_numbers_for_numbers_and_all_its_rows() {
    let rows = "{\"id\":\"a\",\"cluster\":7}\n{\"id\":\"b\",\"cluster\":9}\n";
    let open = "id,cluster,text\na,7,Left.\nb,9,\"The ferry\nc,9,Left.\n";
    let stage = Stage::bare().file("all.jsonl", rows).file("open.csv", open).file("00.clusters", "12345678");
    add(&stage, "d.jsonl", "7 merge 9");
    let ran = stage.run(&["decisions", "relabel", "all.jsonl", "--by", "d.jsonl"]);
    assert_eq!(ran.out, rows.replace('7', "9"), "{ran:?}");
    let ran = stage.run(&["decisions", "relabel", "open.csv", "--by", "d.jsonl"]);
    assert_eq!((ran.status, ran.out.as_str()), (Some(1), open.replace("a,7", "a,9").as_str()), "{ran:?}");
    assert!(ran.err.contains("open.csv:3: opens a quote that is never closed"), "{ran:?}");
    let ran = stage.run(&["decisions", "relabel", "00.clusters", "--by", "d.jsonl"]);
    assert!(ran.status == Some(2) && ran.out.is_empty() && ran.err.contains("has numbers in it, no rows"), "{ran:?}");
}
