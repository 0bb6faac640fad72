//! What is printed of many articles of one story: origins, differences (numbers, dates, names), quotations.

use serde_json::Value;

use super::schema::violations;
use super::stage::Stage;

const ORIGINS: &str = include_str!("../../assets/origins.schema.json");
const FIGURES: &str = include_str!("../../assets/figures.schema.json");
const STORY: &str = include_str!("../../assets/story.schema.json");
const QUOTES: &str = include_str!("../../assets/quotes.schema.json");

const STORM: &str = "The storm tore eleven boats from the quay of Lunn before the harbour crew could reach the outer wall.\n\n\
    Two of them were found the next morning on the sands behind the lighthouse, one without its mast.\n\n\
    “We shall rebuild every plank of this quay before the herring comes back to us,” Mayor Orla Tamm said.\n";
const SEALS: &str = "Wardens counted nine hundred seals on the northern banks this week, more than in any year since the count began.\n\n\
    “We shall rebuild every plank before the herring comes back to us,” Mayor Orla Tamm said.\n";

/// An article with metadata.
fn dated(outlet: &str, day: &str, text: &str) -> String {
    format!("---\ntitle: Harbour news of {outlet}\nsource: {outlet}\ndate: {day}\n---\n\n{text}")
}

/// Five outlets: an agency's report, two that credit it, one that copied without a credit, one that wrote its own.
fn five() -> Stage {
    let twelve = STORM.replace("eleven boats", "twelve boats");
    Stage::bare()
        .file("courier.txt", dated("Courier", "2031-04-16", &format!("LUNN (AP) — {twelve}")))
        .file("ap.txt", dated("Associated Press", "2031-04-15", STORM))
        .file(
            "post.txt",
            dated("Post", "2031-04-16", &format!("{STORM}\nThe Associated Press contributed to this report.\n")),
        )
        .file(
            "ledger.txt",
            dated("Ledger", "2031-04-17", &format!("{STORM}\nReaders sent pictures of the broken wall.\n")),
        )
        .file("warden.txt", dated("Warden", "2031-04-16", SEALS))
}

const NAMES: [&str; 6] = ["report", "courier.txt", "ap.txt", "post.txt", "ledger.txt", "warden.txt"];
const HEADING: &str = "5 outlets, 2 origins: 4 have agency copy (AP, named in 3), 1 has own text";

fn print(stage: &Stage, options: &[&str]) -> String {
    let ran = stage.run(&[&NAMES[..], options].concat());
    assert_eq!((ran.status, ran.err.as_str()), (Some(0), ""), "{options:?}");
    ran.out
}

fn json(stage: &Stage, options: &[&str], schema: &str) -> Value {
    let said: Value = serde_json::from_str(&print(stage, &[options, &["--format", "json"]].concat())).unwrap();
    assert_eq!(violations(&serde_json::from_str(schema).unwrap(), &said), Vec::<String>::new());
    said
}

#[test]
fn the_origins_say_who_has_whose_text_and_how_that_is_known() {
    let stage = five();
    let text = print(&stage, &["--origins"]);
    assert!(text.starts_with(HEADING), "{text}");
    for expected in [
        "Origin 1: agency copy, AP\n",
        "  1 courier  has the text of 2 ap, an agency's own; credits AP; dated 2031-04-16\n",
        "  2 ap  is AP's own; dated 2031-04-15\n",
        "  4 ledger  has the text of 2 ap, an agency's own; dated 2031-04-17\n",
        "Origin 2: own text\n  5 warden  dated 2031-04-16\n",
        "\nArticles 1 and 5: common source (quotation); ",
    ] {
        assert!(text.contains(expected), "{expected:?} is not in\n{text}");
    }
    let said = json(&stage, &["--origins"], ORIGINS);
    assert_eq!(said["articles"][0]["source"]["article"], 1);
    assert_eq!(said["articles"][2]["source"]["by"], "credit");
    let place = &said["articles"][2]["credit"]["place"];
    let file = std::fs::read_to_string(stage.path("post.txt")).unwrap();
    let at = |end: &str| usize::try_from(place[end].as_u64().unwrap()).unwrap();
    assert_eq!(&file[at("start")..at("end")], "The Associated Press");
    assert!(print(&stage, &["--origins", "--format", "markdown"]).contains("| 1, 2 | agency copy | "));
}

#[test]
fn the_matrix_and_the_synopsis_begin_with_the_origins() {
    let stage = five();
    assert!(print(&stage, &["--matrix"]).starts_with(HEADING));
    for form in ["text", "markdown", "html"] {
        let synopsis = print(&stage, &["--synopsis", "--format", form]);
        assert!(synopsis.contains(HEADING), "{form}: {synopsis}");
    }
}

#[test]
fn figures_and_quotations_keep_to_their_schemas() {
    let stage = five();
    let figures = json(&stage, &["--figures"], FIGURES);
    assert_eq!(figures["figures"][0]["said"][0]["text"], "twelve", "{figures:#}");
    let quotes = json(&stage, &["--quotes"], QUOTES);
    let by = quotes["quotations"][0]["by"].as_array().unwrap();
    assert_eq!((by.len(), by[4]["words"].as_str(), by[4]["speaker"].as_str()), (5, Some("cut"), Some("Orla Tamm")));
    let text = print(&stage, &["--quotes"]);
    assert!(text.contains("\n  courier ¶3  Orla Tamm  the longest version\n"), "{text}");
    assert!(text.contains("\n  warden ¶2  Orla Tamm  cut: “We shall rebuild every plank before"), "{text}");
}

#[test]
fn a_figure_is_given_in_each_article_s_own_words() {
    let tell = |boats: &str| {
        format!(
            "Harbour fire\n\nThe fire in the harbour destroyed {boats} boats on the night of the storm, the council of the town said.\n"
        )
    };
    let stage = Stage::bare().file("a.txt", tell("12")).file("b.txt", tell("14")).file("c.txt", tell("a dozen"));
    let told = |args: &[&str]| stage.run(&[&["report", "a.txt", "b.txt", "c.txt", "--figures"][..], args].concat()).out;
    let text = told(&[]);
    assert!(text.contains("\n  “12”  a ¶2; “a dozen”  c ¶2\n  “14”  b ¶2\n"), "{text}");
    let said: Value = serde_json::from_str(&told(&["--format", "json"])).unwrap();
    assert_eq!(violations(&serde_json::from_str(FIGURES).unwrap(), &said), Vec::<String>::new());
    let by = &said["figures"][0]["said"][0]["by"];
    assert_eq!((by[0]["text"].as_str(), by[1]["text"].as_str()), (None, Some("a dozen")), "{said:#}");
}

#[test]
fn beside_a_negation_it_is_not_said_that_nothing_differs() {
    let denied = "The minister of the coast said the old dam was not safe for the boats in May.\n";
    let stage = Stage::bare()
        .file("a.txt", denied)
        .file("b.txt", "The minister of the coast stated the old dam is safe for the boats in May.\n")
        .file("c.txt", "The bakers of the town met on the hill and talked of nothing but bread all night.\n")
        .file("d.txt", denied);
    let told = |other: &str| stage.run(&["report", "a.txt", other, "--figures"]).out;
    assert_eq!(told("b.txt"), "Found no number, date or name that differs, but 1 negation: see the synopsis\n");
    assert_eq!(told("d.txt"), "Found no number, date or name that differs in 1 shared statement\n");
    assert_eq!(told("c.txt"), "Found no statement in two articles, so no facts to compare\n");
}

#[test]
fn the_apparatus_marks_a_sentence_as_the_synopsis_does() {
    let stage = Stage::bare()
        .file("a.txt", "The minister crossed the barrier on foot with the nine gatekeepers, each with a lantern from the old tower.\n")
        .file(
            "b.txt",
            "The minister crossed the barrier on foot with the nine gatekeepers, each with a lantern from the old tower, and said \
             that all would be told of it within a week.\n",
        );
    let told = |form: &str| stage.run(&["report", "a.txt", "b.txt", form]).out;
    let (apparatus, synopsis) = (told("--apparatus"), told("--synopsis"));
    assert!(apparatus.contains("\n  ~ b ¶1, all of it and more: "), "{apparatus}");
    assert!(synopsis.contains("\n     │  ~   The minister crossed"), "{synopsis}");
}

#[test]
fn articles_too_short_to_tell_are_not_numbered_as_origins() {
    let long = "The ferry left at ten, two hours late, and nobody on the quay of Lunn had been told why it had to wait so long there.\n";
    let stage = Stage::bare().file("a.txt", "Nobody was hurt.\n").file("b.txt", long).file("c.txt", "Bread is dear.\n");
    let told = |args: &[&str]| stage.run(&[&["report", "--origins"][..], args].concat()).out;
    let text = told(&["a.txt", "b.txt"]);
    assert!(text.starts_with("2 articles, 1 origin: 1 has own text, 1 is too short to tell\n"), "{text}");
    assert!(text.contains("\ntoo short to tell\n") && text.contains("\nOrigin 1: own text\n"), "{text}");
    assert!(told(&["a.txt", "c.txt"]).starts_with("2 articles: 2 are too short to tell\n"), "{text}");
    let list = told(&["a.txt", "b.txt", "--format", "markdown"]);
    assert!(list.contains("\n- too short to tell\n") && list.contains("\n1. own text\n"), "{list}");
}

#[test]
fn origins_have_no_page_of_their_own() {
    let ran = five().run(&[&NAMES[..], &["--origins", "--format", "html"]].concat());
    assert_eq!((ran.status, ran.out.as_str()), (Some(2), ""));
    assert!(ran.err.contains("--origins prints text, json or markdown"), "{ran:?}");
}

#[test]
fn the_page_of_many_articles_has_every_part_and_every_link_leads_somewhere() {
    let page = print(&five(), &["--format", "html"]);
    for part in ["summary", "synopsis", "alone", "matrix", "figures", "quotations", "origins", "articles", "pairs"] {
        assert!(page.contains(&format!("<section id=\"{part}\">")), "{part}");
    }
    for expected in [
        HEADING,
        "<th scope=\"row\">2 Harbour news of Associated Press — Associated Press, 2031-04-15</th>",
        "<strong>number</strong>",
        "<h2>courier and ap</h2>",
        "data-class=\"edited\"",
    ] {
        assert!(page.contains(expected), "{expected:?} is not in\n{page}");
    }
    let after = |mark: &'static str| page.split(mark).skip(1).map(|rest| rest.split('"').next().unwrap());
    let ids: Vec<&str> = after(" id=\"").collect();
    let mut once = ids.clone();
    once.sort_unstable();
    once.dedup();
    assert_eq!(once.len(), ids.len(), "an id stands twice");
    let lost: Vec<&str> = after(" href=\"#").filter(|link| once.binary_search(link).is_err()).collect();
    assert_eq!(lost, Vec::<&str>::new());
    assert_eq!(page.matches("<script>").count(), 1);
}

#[test]
fn the_story_is_told_as_json_and_as_markdown_too() {
    let stage = five();
    let story = json(&stage, &["--story"], STORY);
    for (part, schema) in [("origins", ORIGINS), ("figures", FIGURES), ("quotes", QUOTES)] {
        assert_eq!(violations(&serde_json::from_str(schema).unwrap(), &story[part]), Vec::<String>::new(), "{part}");
        assert_eq!(story[part], json(&stage, &[&format!("--{part}")], schema), "{part} is what it is alone");
    }
    let markdown = print(&stage, &["--story", "--format", "markdown"]);
    for heading in [
        "# The story",
        "## Synopsis",
        "## Matrix",
        "## Numbers, dates and names that differ",
        "## Quotations",
        "## Origins",
    ] {
        assert!(markdown.contains(heading), "{heading} is not in\n{markdown}");
    }
}

/// Gives the text of one witness out of an edition, and what of the markup does not fit together.
fn witness_of(tei: &str, sigil: &str) -> String {
    let body = tei.split_once("<body>").unwrap().1.split_once("</body>").unwrap().0;
    let (mut out, mut open, mut rest) = (String::new(), Vec::new(), body);
    while let Some(start) = rest.find('<') {
        let (text, from) = rest.split_at(start);
        let end = from.find('>').unwrap();
        let tag = &from[1..end];
        if open.iter().all(|(_, shown)| *shown) {
            out.push_str(text);
        }
        rest = &from[end + 1..];
        let name = tag.trim_end_matches('/').trim_start_matches('/').split(' ').next().unwrap().to_owned();
        assert!(["ab", "app", "rdg"].contains(&name.as_str()), "{tag}");
        if tag.starts_with('/') {
            assert_eq!(open.pop().map(|(name, _)| name), Some(name), "{tag} closes");
        } else if !tag.ends_with('/') {
            let wit = tag.split_once("wit=\"").map(|(_, wit)| wit.split('"').next().unwrap());
            let shown = wit.is_none_or(|wit| wit.split(' ').any(|other| other == sigil));
            open.push((name, shown));
        }
    }
    assert!(open.is_empty());
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn an_edition_has_every_word_of_every_witness() {
    let stage = five();
    let tei = print(&stage, &["--format", "tei"]);
    assert!(tei.contains("<variantEncoding method=\"parallel-segmentation\" location=\"internal\"/>"), "{tei}");
    assert!(tei.contains("<app><rdg wit=\"#w1\">twelve </rdg><rdg wit=\"#w2 #w3 #w4\">eleven </rdg></app>"), "{tei}");
    for (sigil, said) in [
        ("#w1", "tore twelve boats from the quay of Lunn before the harbour crew could reach the outer wall."),
        ("#w3", "The Associated Press contributed to this report."),
        ("#w4", "one without its mast."),
        ("#w5", "“We shall rebuild every plank before the herring comes back to us,” Mayor Orla Tamm said."),
    ] {
        let text = witness_of(&tei, sigil);
        assert!(text.contains(said), "{sigil} has not {said:?}: {text}");
    }
    assert!(!witness_of(&tei, "#w5").contains("lighthouse"));
}

/// The words of a text, in alphabetical order.
fn words_of(text: &str) -> Vec<&str> {
    let mut words: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    words.sort_unstable();
    words
}

#[test]
fn each_sentence_of_each_witness_stands_once_in_both_forms_of_an_edition() {
    let [lantern, ferry] = [
        "The old lantern of the Lunn pier was lit again on Sunday night",
        "the evening ferry sailed with forty passengers and a brass band",
    ];
    let merged = format!("{lantern}, and {ferry}, the harbour office said.");
    let halves = format!("{lantern}, the harbour office said. After that {ferry}.");
    let bare = Stage::bare().file("one.txt", &merged).file("two.txt", &halves).file("three.txt", &halves);
    let assets = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/articles");
    for (stage, paths) in
        [(bare, vec!["one.txt", "two.txt", "three.txt"]), (five(), NAMES[1..].to_vec()), (Stage::bare(), vec![assets])]
    {
        let run = |command: &[&str]| stage.run(&[command, &paths].concat()).out;
        let table: Value = serde_json::from_str(&run(&["report", "--format", "collatex", "--no-rules"])).unwrap();
        let tei = run(&["report", "--format", "tei", "--no-rules"]);
        let names: Vec<&str> = table["witnesses"].as_array().unwrap().iter().filter_map(Value::as_str).collect();
        for (at, name) in names.iter().enumerate() {
            let path = if paths.len() == 1 { format!("{assets}/{name}.txt") } else { format!("{name}.txt") };
            let text = stage.run(&["text", "--no-rules", &path]).out;
            let cells = table["table"][at].as_array().unwrap().iter().filter_map(|cell| cell[0]["t"].as_str());
            assert_eq!(words_of(&cells.collect::<Vec<_>>().join(" ")), words_of(&text), "{name} in CollateX");
            let edited = witness_of(&tei, &format!("#w{}", at + 1)).replace("&#39;", "'").replace("&quot;", "\"");
            assert_eq!(words_of(&edited), words_of(&text), "{name} in TEI");
        }
    }
}

#[test]
fn an_edition_has_both_sentences_of_a_statement_that_one_article_splits() {
    let crane =
        "The old crane on the coal pier of Lunn toppled into the basin on Sunday after its northern leg gave way";
    let whole =
        format!("{crane}, hurting four dockers and blocking the ferry berth for the rest of the month, the port said.");
    let second =
        "Four dockers were hurt and the ferry berth was blocked for the rest of the month, according to the port.";
    let rest = "The pilots of Lunn will vote on the tug contract in the guild hall next week.";
    let stage = Stage::bare()
        .file("one.txt", format!("{whole}\n\n{rest}\n"))
        .file("two.txt", format!("{whole}\n\n{rest}\n"))
        .file("three.txt", format!("{crane}. {second}\n\n{rest}\n"));
    let run = |format: &str| stage.run(&["report", "one.txt", "two.txt", "three.txt", "--format", format]).out;
    let tei = run("tei");
    let text = witness_of(&tei, "#w3");
    for said in [&format!("{crane}."), second, rest] {
        assert_eq!(text.matches(said).count(), 1, "{said:?} in {text}");
    }
    let text = witness_of(&tei, "#w1");
    assert!(text.contains(&whole) && !text.contains(second), "{text}");
    assert_eq!(run("collatex").matches(second).count(), 1);
}

#[test]
fn a_table_of_collatex_is_written_and_read_again() {
    let stage = five();
    let table = print(&stage, &["--format", "collatex"]);
    let json: Value = serde_json::from_str(&table).unwrap();
    assert_eq!(json["witnesses"][0], "courier");
    let lengths: Vec<usize> =
        json["table"].as_array().unwrap().iter().map(|row| row.as_array().unwrap().len()).collect();
    assert!(lengths.iter().all(|length| *length == lengths[0]), "{lengths:?}");
    let java = r#"{"witnesses":["A","B"],"table":[[["The ","black "],["The "]],[["cat"],["dog"]]]}"#;
    let given = r#"{"witnesses":[{"id":"A","content":"The black cat sat."},{"id":"B","tokens":[{"t":"A "},{"t":"dog","n":"dog"}]}]}"#;
    let again = Stage::bare().file("t.json", &table).file("java.json", java).file("given.json", given);
    let all = again.run(&["text", "t.json"]).out;
    assert!(
        all.contains("tore twelve boats from the quay of Lunn before the harbour crew could reach the outer wall."),
        "{all}"
    );
    for (name, texts) in [("java.json", ["The black cat", "The dog"]), ("given.json", ["The black cat sat.", "A dog"])]
    {
        let read = again.run(&["text", name]).out;
        assert!(texts.iter().all(|text| read.contains(text)), "{name}: {read}");
    }
}

#[test]
fn of_very_many_origins_the_heading_counts_the_rest() {
    let mut stage = Stage::bare();
    for family in ["quay", "barn", "mill", "farm", "pier", "lock", "dyke", "weir"] {
        let words: Vec<String> = (0..60).map(|at| format!("{family}{}", char::from(b'a' + at % 26))).collect();
        for copy in ["one", "two"] {
            stage = stage.file(&format!("{family}-{copy}.txt"), format!("Of {family} {copy}: {}.", words.join(" ")));
        }
    }
    let text = stage.run(&["report", ".", "--origins"]).out;
    let heading = text.lines().next().unwrap();
    assert!(
        heading.starts_with("16 articles, 8 origins: ") && heading.ends_with(", 4 share 2 other texts"),
        "{heading}"
    );
}
