//! What an engine found, printed and decided.

use std::fs;

use super::schema::violations;
use super::stage::{LEFT, RIGHT, Stage};
#[cfg(unix)]
use super::terminal::Terminal;

const ROWS: &str = r#"{"id":"a","cluster_id":7,"title":"Ferry","date":"2031-04-15","text":"The old ferry between Lunn and Orrin will sail again from Monday."}
{"id":"b","cluster_id":9,"text":"Rain fell on the hills above the town for the whole of the day."}
{"id":"c","cluster_id":7,"text":"The old ferry between Lunn and Orrin will sail again from Sunday, its owners said."}
{"id":"d","cluster_id":null,"text":"Alone here."}
{"id":"e\u001b[31m","cluster_id":9,"text":"Rain fell on the hills above the town for the whole of the day."}
{"id":"f","cluster_id":9,"text":"Nothing else was to be heard of that."}
"#;

#[test]
fn clusters_are_printed_in_three_forms() {
    let stage = Stage::bare().file("all.jsonl", ROWS);
    let ran = stage.run(&["clusters", "all.jsonl", "--format", "json"]);
    let schema = serde_json::from_str(include_str!("../../assets/clusters.schema.json")).unwrap();
    assert_eq!((violations(&schema, &ran.json()), ran.status), (Vec::new(), Some(0)), "{ran:?}");
    assert!(!ran.out.contains('\x1b'), "{ran:?}");
    let told = |cluster: &serde_json::Value| {
        let ids = cluster["members"].as_array().unwrap().iter().map(|member| member["id"].as_str().unwrap().to_owned());
        let figure = |key: &str| cluster[key].as_u64().unwrap();
        (cluster["id"].as_str().unwrap().to_owned(), ids.collect::<Vec<_>>(), figure("least"), figure("median"))
    };
    let json = ran.json();
    let clusters: Vec<_> = json["clusters"].as_array().unwrap().iter().map(told).collect();
    let ids = |ids: &[&str]| ids.iter().map(|id| (*id).to_owned()).collect::<Vec<_>>();
    assert_eq!(clusters[0], ("9".to_owned(), ids(&["b", "e\x1b[31m", "f"]), 0, 0));
    assert_eq!((clusters[1].0.as_str(), &clusters[1].1), ("7", &ids(&["a", "c"])));
    assert!((60..100).contains(&clusters[1].2) && clusters[1].2 == clusters[1].3, "{clusters:?}");
    let csv = stage.run(&["clusters", "all.jsonl", "--format", "csv"]).out;
    assert_eq!(csv.lines().next(), Some("cluster,size,least,median,id,words,title,outlet,date"));
    assert!(csv.lines().count() == 6 && csv.contains("Ferry,,2031-04-15"), "{csv}");
    let text = stage.run(&["clusters", "all.jsonl"]).out;
    assert!(text.starts_with("2 clusters of 5 texts; 1 text is in no cluster or alone in one\n"), "{text}");
    assert!(text.contains("     1       3    0 %     0 %  9  "), "{text}");
    assert!(text.lines().all(|line| line.chars().count() < 80), "{text}");
}

#[test]
fn a_cluster_as_text_names_the_outlets_of_its_texts() {
    let row = |id: u32, outlet: &str| {
        format!("{{\"id\":{id},\"cluster\":1,\"text\":\"The ferry left the quay at ten.\",\"source\":\"{outlet}\"}}\n")
    };
    let rows: String = ["Post", "Herald", "Post", "Wire", "Echo"].iter().zip(1..).map(|(it, id)| row(id, it)).collect();
    let text = Stage::bare().file("all.jsonl", rows).run(&["clusters", "all.jsonl"]).out;
    assert!(text.ends_with("  (Post, Herald, Wire and 1 more)\n"), "{text}");
}

#[test]
fn a_text_alone_after_decisions_has_no_figures_and_is_not_said_to_have_no_words() {
    let stage = Stage::bare().file("all.jsonl", ROWS);
    assert_eq!(stage.run(&["decisions", "add", "d.jsonl", "9", "different", "b", "f"]).status, Some(0));
    let text = stage.run(&["clusters", "all.jsonl", "--decisions", "d.jsonl", "--format", "text"]).out;
    let alone = text.lines().find(|line| line.contains("9~f")).unwrap();
    assert_eq!(alone.split_whitespace().collect::<Vec<_>>()[..5], ["3", "1", "-", "-", "9~f"], "{text}");
    assert!(text.contains("-: only one text; ?: the texts have no words"), "{text}");
}

#[test]
fn what_is_no_cluster_file_is_refused_in_a_sentence() {
    let stage = Stage::bare().file("all.jsonl", "{\"id\":1,\"body\":\"t\",\"lot\":4}\n").file("list.json", "[1, 2]");
    for (arguments, said) in [
        (
            &["clusters", "all.jsonl"][..],
            "all.jsonl: has no known cluster column; name it with --cluster KEY (columns: id, body, lot)",
        ),
        (&["clusters", "all.jsonl", "--cluster", "x"], "all.jsonl: has no \"x\"; it has id, body, lot"),
        (&["clusters", "list.json"], "list.json: is one JSON array; expected one JSON object per line, or a table"),
        (&["clusters", "nowhere"], "nowhere: no such file"),
        (&["clusters", "/dev/zero"], "/dev/zero: cannot be read: this is a device, not a file"),
    ] {
        let ran = stage.run(arguments);
        assert_eq!((ran.status, ran.err.as_str()), (Some(2), format!("ibid: {said}\n").as_str()));
    }
    assert_eq!(stage.run(&["clusters", "all.jsonl", "--cluster", "lot"]).status, Some(0));
}

#[cfg(unix)]
#[test]
fn a_cluster_is_shown_on_the_screen_by_its_number() {
    let stage = Stage::bare().file("all.jsonl", ROWS);
    let mut terminal = Terminal::start(&stage, &["clusters", "all.jsonl", "--show", "2"]);
    terminal.wait_for_text("ferry between Lunn");
    terminal.wait_for_text("Ferry");
    terminal.press("q");
    assert_eq!(terminal.wait_for_end(), 0);
    let ran = stage.run(&["clusters", "all.jsonl", "--show", "2"]);
    assert_eq!((ran.status, ran.err.as_str()), (Some(2), "ibid: --show needs a terminal; --format prints clusters\n"));
}

#[cfg(unix)]
#[test]
fn the_number_of_a_cluster_is_that_of_the_list_after_decisions() {
    let split = |text: &str| {
        format!("{{\"cluster\": \"one\", \"a\": \"{text}\", \"decision\": \"split\", \"who\": \"ana\"}}\n")
    };
    let stage = three_clusters().file("d.jsonl", split("a") + &split("b"));
    let listed = stage.run(&["clusters", "all.jsonl", "--decisions", "d.jsonl", "--format", "text"]).out;
    assert!(listed.lines().any(|line| line.trim_start().starts_with("1") && line.contains("two")), "{listed}");
    let shown =
        |number| Terminal::start(&stage, &["clusters", "all.jsonl", "--show", number, "--decisions", "d.jsonl"]);
    let mut first = shown("1");
    first.wait_for_text("Cluster 1 of 5: two, 2 texts, undecided · 1 of the engine's 3 decided");
    first.press("cm");
    first.wait_for_text("Enter merge");
    assert!(!first.shown().contains("1 two"), "{}", first.shown());
    shown("5").wait_for_text("Cluster 5 of 5: one~b, 1 text, decided · 1 of the engine's 3 decided");
}

#[cfg(unix)]
#[test]
fn clusters_are_gone_through_and_decided_by_key() {
    let row = |id: &str, cluster: &str, text: &str| {
        format!(
            "{}\n",
            serde_json::json!({ "id": id, "cluster": cluster, "text": text, "source": "gazette", "date": "2031-04-15" })
        )
    };
    let rows = row("a", "one", LEFT)
        + &row("b", "one", RIGHT)
        + &row("x", "one", LEFT)
        + &row("c", "two", "The ferry sails.")
        + &row("d", "two", "The ferry sails again.");
    let stage = Stage::bare().file("all.jsonl", rows);
    let mut terminal = Terminal::start(&stage, &["clusters", "all.jsonl", "--who", "ana"]);
    terminal.wait_for_text("Clusters by size (Tab: by doubt) · 2");
    terminal.wait_for_text("2 two");
    terminal.press("\t");
    terminal.wait_for_text("Clusters by doubt (Tab: by date) · 2");
    terminal.press("tw");
    terminal.wait_for_text("1 of 2");
    terminal.press("\r");
    terminal.wait_for_text("Cluster 2 of 2: two, 2 texts, undecided · 0 of 2 decided");
    terminal.wait_for_text("The ferry sails again.");
    terminal.press("cs");
    terminal.wait_for_text("Same: c and d · 1 of 2 decided");
    terminal.press("cr");
    terminal.wait_for_text("relation, note:");
    terminal.press("edited a word more\r");
    terminal.wait_for_text("Same: c and d, edited, with a note");
    terminal.press("cn");
    terminal.wait_for_text("Cluster 1 of 2: one, 3 texts, undecided · 1 of 2 decided");
    terminal.press("cx");
    terminal.wait_for_text("Drop: a · 2 of 2 decided");
    terminal.press("cz");
    terminal.wait_for_text("Undone: drop a · 1 of 2 decided");
    terminal.press("cm");
    terminal.wait_for_text("Merge with a cluster");
    terminal.press("two\r");
    terminal.wait_for_text("One with two · 2 of the engine's 2 decided");
    terminal.press("q");
    terminal.wait_for_end();
    let listed = stage.run(&["decisions", "list", "decisions.jsonl"]);
    let said: Vec<&str> = listed.out.lines().map(|line| line.split(" [").next().unwrap()).collect();
    assert_eq!(said, ["one: it is one with two", "two: c and d belong together (edited); a word more"]);
    assert!(listed.out.contains("[ana 2"), "{}", listed.out);
    assert_eq!(fs::read_to_string(stage.path("decisions.jsonl")).unwrap().lines().count(), 5);
}

/// Rows of three clusters, `one` with three texts and the others with two each.
fn three_clusters() -> Stage {
    let row = |id: &str, cluster: &str, source: &str| {
        let text = format!("The ferry of {id} sails from Lunn on Monday.");
        format!(
            "{}\n",
            serde_json::json!({ "id": id, "cluster": cluster, "text": text, "source": source, "date": "2031-04-15" })
        )
    };
    let rows = row("a", "one", "gazette") + &row("b", "one", "herald") + &row("c", "one", "herald");
    let rows = rows + &row("d", "two", "gazette") + &row("e", "two", "courier");
    Stage::bare().file("all.jsonl", rows + &row("f", "three", "gazette") + &row("g", "three", "gazette"))
}

#[cfg(unix)]
#[test]
fn what_is_merged_or_split_off_is_listed_so_and_undo_brings_back() {
    let stage = three_clusters();
    let mut terminal = Terminal::start(&stage, &["clusters", "all.jsonl", "--show", "1", "--who", "ana"]);
    terminal.wait_for_text("Cluster 1 of 3: one, 3 texts, undecided · 0 of 3 decided");
    terminal.press("cm");
    terminal.wait_for_text("Merge with a cluster");
    terminal.wait_for_text("2 two");
    terminal.press("two\r");
    terminal.wait_for_text("One with two · 2 of the engine's 3 decided");
    terminal.press("cc");
    terminal.wait_for_text("1 two + one  5 texts");
    terminal.wait_for_text("decided · 3 sources · 2031-04-15");
    terminal.wait_for_text("· 2 ");
    terminal.press("\r");
    terminal.wait_for_text("Cluster 1 of 2: two + one, 5 texts, decided · 2 of the engine's 3 decided");
    terminal.press("cz");
    terminal.wait_for_text("Undone: merge two");
    terminal.press("cc");
    terminal.wait_for_text("1 one  ");
    terminal.wait_for_text("· 3 ");
    terminal.press("\u{1b}");
    terminal.wait_for("reading", |screen| !screen.contents().contains("Clusters by size"));
    terminal.press("cp");
    terminal.wait_for_text("Split: a · 1 of the engine's 3 decided");
    terminal.press("cc");
    terminal.wait_for_text("one~a");
    terminal.wait_for_text("· 4 ");
    terminal.press("~a");
    terminal.wait_for_text("1 of 4");
    terminal.wait_for_text("1 text ");
    terminal.press("\r");
    terminal.wait_for_text("one~a, 1 text, decided");
    terminal.press("q");
    terminal.wait_for_end();
    let printed = stage.run(&["clusters", "all.jsonl", "--decisions", "decisions.jsonl", "--format", "json"]);
    let schema = serde_json::from_str(include_str!("../../assets/clusters.schema.json")).unwrap();
    assert_eq!(violations(&schema, &printed.json()), Vec::<String>::new());
    let told: Vec<String> = printed.json()["clusters"]
        .as_array()
        .unwrap()
        .iter()
        .map(|cluster| format!("{} {}", cluster["id"].as_str().unwrap(), cluster["size"]))
        .collect();
    assert_eq!(told, ["one 2", "two 2", "three 2", "one~a 1"]);
    assert!(stage.run(&["clusters", "all.jsonl", "--format", "text"]).out.contains("3 clusters of 7 texts"));
}

#[test]
fn what_is_decided_of_sentences_counts_on_the_screen() {
    let stage = Stage::bare()
        .file(
            "one.txt",
            "A new ferry\n\nRepairs of the old pier took all winter, engineers said.\n\nThe mill stays shut.\n",
        )
        .file(
            "two.txt",
            "A new ferry\n\nIt took engineers the winter to repair the old pier.\n\nBread is dear this year.\n",
        );
    let pairs = stage.run(&["pairs", "--doubtful", "--jsonl", "one.txt", "two.txt"]).out;
    let line = pairs.lines().find(|line| line.contains("Repairs of the old pier")).unwrap_or_else(|| panic!("{pairs}"));
    let decided = |verdict: &str| {
        format!("{}\n", line.replacen('{', &format!("{{\"decision\":\"{verdict}\",\"who\":\"ana\","), 1))
    };
    let stage = stage.file("same.jsonl", decided("same")).file("different.jsonl", decided("different"));
    let mut terminal = Terminal::start(&stage, &["--decisions", "same.jsonl", "one.txt", "two.txt"]);
    terminal.wait_for_text("n goes to it");
    terminal.press("n");
    terminal.wait_for_text("match 1/2");
    terminal.press("n");
    terminal.wait_for_text("reworded · ¶2 → ¶2 · decided by ana");
    terminal.press("q");
    let mut terminal = Terminal::start(&stage, &["--decisions", "different.jsonl", "one.txt", "two.txt"]);
    terminal.wait_for_text("17 % of 17 words match 2: 17 % verbatim");
    terminal.press("q");
}

#[cfg(unix)]
#[test]
fn views_of_all_articles_on_the_screen_say_what_was_decided() {
    let (one, two) = ("The mill stays shut.", "Bread is dear this year.");
    let shared = "A new ferry will sail from Lunn on Monday, its owners said.";
    let decisions = format!(
        "{}\n{}\n",
        serde_json::json!({ "cluster": "c", "a": format!("one:0-{}", one.len()), "b": format!("two:0-{}", two.len()),
            "decision": "same", "who": "ana" }),
        serde_json::json!({ "cluster": "c", "a": "one", "b": "two", "decision": "same", "relation": "template", "who": "ben" })
    );
    let stage = Stage::bare()
        .file("one.txt", format!("{one}\n\n{shared}\n"))
        .file("two.txt", format!("{two}\n\n{shared}\n"))
        .file("three.txt", format!("{shared}\n"))
        .file("d.jsonl", decisions);
    let mut terminal = Terminal::start(&stage, &["--decisions", "d.jsonl", "one.txt", "two.txt", "three.txt"]);
    terminal.wait_for_text("match 1/");
    let lists = |screen: &vt100::Screen| screen.contents().contains("Esc close");
    terminal.press_until("a", |screen| lists(screen) && screen.contents().contains("decided by ana"));
    terminal.press("\u{1b}");
    terminal.wait_for("reading", |screen| !lists(screen));
    terminal.press("m");
    terminal.wait_for_text("decided same, template by ben");
    terminal.press("q");
    terminal.press_until("s", |screen| screen.contents().contains("decided same"));
    terminal.signal("KILL");
    terminal.wait_for_end();
}

#[cfg(unix)]
#[test]
fn decisions_on_changed_sentences_are_said_where_heads_were_read_first() {
    let long = "The ferry sails from Lunn to Orrin on every other day of the week.\n\n".repeat(60_000);
    let stale =
        serde_json::json!({ "cluster": "c", "a": "one:0-20#00000001", "b": "two:0-20#00000001", "decision": "same" });
    let stage = Stage::bare().file("one.txt", &long).file("two.txt", &long).file("d.jsonl", format!("{stale}\n"));
    let mut terminal = Terminal::start(&stage, &["--decisions", "d.jsonl", "one.txt", "two.txt"]);
    terminal.wait_for_text("1 decision changes nothing: 1 on sentences that have changed");
    terminal.signal("KILL");
    terminal.wait_for_end();
}
