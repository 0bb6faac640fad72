//! The other printed forms: Markdown, HTML, CSV, the matrix, the apparatus, completions, man pages.

use serde_json::Value;

use super::schema::violations;
use super::stage::{APPEAL, LEFT, Stage};

const MATRIX: &str = include_str!("../../assets/matrix.schema.json");
const APPARATUS: &str = include_str!("../../assets/apparatus.schema.json");
const SYNOPSIS: &str = include_str!("../../assets/synopsis.schema.json");
/// A sentence that means something in every form, and to every terminal.
const HOSTILE: &str = "Then <script>alert(1)</script> \"the keeper\" & 'his' *old* _dog_ met @warden at [pier](x) #12 \u{1b}[31m\u{202e} on \
                       the long winter road to the harbour of Lunn.";

fn hostile() -> Stage {
    let text = |own: &str| format!("{own}\n\n=2+3 is what {HOSTILE}\n");
    Stage::bare().file("a.txt", text("Nothing else is here.")).file("b.txt", text("A line of its own."))
}

#[test]
fn every_form_is_the_same_every_time_and_says_nothing_on_the_side() {
    let stage = Stage::set().file("third.txt", LEFT).with_rules(APPEAL);
    for form in [
        &["--format", "text"][..],
        &["--format", "json"],
        &["--format", "markdown"],
        &["--format", "html"],
        &["--format", "csv"],
        &["--matrix"],
        &["--matrix", "--format", "json"],
        &["--matrix", "--format", "csv", "--without-quotes"],
        &["--apparatus"],
        &["--apparatus", "--format", "json"],
        &["--apparatus", "--format", "markdown"],
        &["--synopsis"],
        &["--synopsis", "--format", "json"],
        &["--synopsis", "--format", "markdown"],
        &["--synopsis", "--format", "html"],
        &["--synopsis", "--format", "csv"],
    ] {
        let arguments = [&["report", "left.txt", "right.txt", "third.txt"][..], form].concat();
        let (first, second) = (stage.run(&arguments), stage.run(&arguments));
        assert_eq!((first.status, first.err.as_str()), (Some(0), ""), "{form:?}");
        assert_eq!(first.out, second.out, "{form:?}");
        assert!(first.out.contains("left") && first.out.contains("third"), "{form:?}: {}", first.out);
    }
}

#[test]
fn forms_that_do_not_exist_are_refused() {
    let stage = Stage::set();
    for (form, said) in [
        (&["--matrix", "--format", "html"][..], "--matrix prints text, json or csv"),
        (&["--apparatus", "--format", "csv"], "--apparatus prints text, json or markdown"),
        (&["--apparatus", "--matrix"], "cannot be used together"),
        (&["--synopsis", "--matrix"], "cannot be used together"),
        (&["--base", "2"], "--synopsis"),
        (&["--synopsis", "--base", "7"], "--base 7: there is no article 7; 2 are open"),
    ] {
        let ran = stage.run(&[&["report", "left.txt", "right.txt"][..], form].concat());
        assert_eq!((ran.status, ran.out.as_str()), (Some(2), ""), "{form:?}");
        assert!(ran.err.contains(said), "{ran:?}");
    }
}

#[test]
fn nothing_of_an_article_becomes_part_of_the_page() {
    let page = hostile().run(&["report", "a.txt", "b.txt", "--format", "html"]).out;
    assert_eq!(page.matches("<script>").count(), 1, "only the page's own");
    assert!(
        page.contains("&lt;script&gt;alert(1)&lt;/script&gt; &quot;the keeper&quot; &amp; &#39;his&#39;"),
        "{page}"
    );
    assert!(page.contains("␛[31m\u{fffd}"), "controls are shown");
    assert!(!page.contains(|c: char| c.is_control() && c != '\n') && !page.contains('\u{202e}'));
    for outside in ["://", " src=", "url(", "@import"] {
        assert!(!page.contains(outside), "{outside}");
    }
}

#[cfg(unix)]
#[test]
fn nothing_of_a_name_becomes_part_of_the_page() {
    let name = "\"><img onerror=alert(1)>.txt";
    let stage = Stage::set().file(name, LEFT);
    let page = stage.run(&["report", name, "left.txt", "--format", "html"]).out;
    assert!(!page.contains("<img") && page.contains("&quot;&gt;&lt;img onerror=alert(1)&gt;"), "{page}");
}

#[test]
fn every_link_of_the_page_leads_somewhere() {
    let stage = Stage::set().file("third.txt", format!("{LEFT}\n{LEFT}"));
    let page = stage.run(&["report", "left.txt", "right.txt", "third.txt", "--format", "html"]).out;
    let after = |mark: &'static str| page.split(mark).skip(1).map(|rest| rest.split('"').next().unwrap());
    let mut ids: Vec<&str> = after(" id=\"").collect();
    let all = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), all, "an id stands twice");
    let links: Vec<&str> = after(" href=\"#").collect();
    assert!(links.len() > 6 && links.iter().all(|link| ids.binary_search(link).is_ok()), "{links:?} {ids:?}");
}

#[test]
fn markdown_quotes_both_sides_and_means_nothing_else() {
    let said = Stage::set().run(&["report", "left.txt", "right.txt", "--format", "markdown"]).out;
    for expected in [
        "## left and right\n",
        "takes them **more than** three hours every single morning.\n>\n> — left, ¶3\n",
        "takes them **almost** three hours every single morning.\n>\n> — right, ¶1\n",
        "### Unmatched in right, passages of 5 words or more\n\n- ¶3: Tickets cost as much as before.\n",
    ] {
        assert!(said.contains(expected), "{expected:?} is not in\n{said}");
    }
    let said = hostile().run(&["report", "a.txt", "b.txt", "--format", "markdown"]).out;
    assert!(said.contains(r"\=2+3 is what Then \<script\>alert(1)\</script\>"), "{said}");
    assert!(said.contains(r"\*old\* \_dog\_ met @<!-- -->warden at \[pier\](x) #<!-- -->12 ␛\[31m"), "{said}");
}

#[test]
fn csv_is_quoted_and_no_formula() {
    let rows = hostile().run(&["report", "a.txt", "b.txt", "--format", "csv"]).out;
    let (head, row) = rows.split_once("\r\n").unwrap();
    assert_eq!(head.split(',').count(), 13, "{head}");
    assert!(row.starts_with("a,2,b,2,verbatim,no,no,"), "{row}");
    assert!(row.contains(",\"'=2+3 is what Then <script>alert(1)</script> \"\"the keeper\"\" & "), "{row}");
    assert!(!rows.contains('\u{1b}') && rows.ends_with("\r\n"), "{rows}");
}

#[test]
fn quotations_may_be_left_out_of_the_figures() {
    let quote = "“the old ferry between Lunn and Orrin will sail again from Monday after a long winter of repairs”";
    let stage = Stage::bare()
        .file("a.txt", format!("The clerk told everyone: {quote}.\n\nNo more was known in the town hall.\n"))
        .file("b.txt", format!("It was the harbour office that wrote {quote}.\n\nPassengers had not been asked.\n"));
    let arguments = ["report", "a.txt", "b.txt", "--format", "json"];
    let (with, without) =
        (stage.run(&arguments).json(), stage.run(&[&arguments[..], &["--without-quotes"]].concat()).json());
    let figures = |report: &Value, key: &str| report["pairs"][0]["left"]["coverage"][key].as_u64().unwrap();
    assert_eq!((figures(&with, "words"), figures(&with, "quoted"), figures(&with, "shared")), (30, 0, 22));
    assert_eq!((figures(&without, "words"), figures(&without, "quoted"), figures(&without, "shared")), (12, 18, 0));
    assert_eq!(with["pairs"][0]["matches"], without["pairs"][0]["matches"], "what matches is the same");
    let text = stage.run(&["report", "a.txt", "b.txt", "--without-quotes"]).out;
    assert!(
        text.starts_with(
            "a and b\n\n0 % of a's 12 words are in passages that match b; 18 words in quotations left out\n"
        ),
        "{text}"
    );
    let matrix = stage.run(&["report", "a.txt", "b.txt", "--without-quotes", "--matrix"]).out;
    assert!(matrix.contains("36 words in quotations left out."), "{matrix}");
}

#[test]
fn what_stands_only_here_is_the_rest() {
    let report = Stage::set().run(&["report", "left.txt", "right.txt", "--format", "json"]).json();
    for side in ["left", "right"] {
        let witness = &report["pairs"][0][side];
        let only: u64 = witness["only_here"].as_array().unwrap().iter().map(|it| it["words"].as_u64().unwrap()).sum();
        let figures = |key: &str| witness["coverage"][key].as_u64().unwrap();
        assert_eq!(only, figures("words") - figures("shared"), "{witness:#}");
    }
}

#[test]
fn the_matrix_says_how_much_of_each_is_in_each() {
    let stage = Stage::set().file("copy.txt", LEFT).file("other.txt", "Nothing of the kind stands here.\n");
    let names = ["report", "left.txt", "right.txt", "copy.txt", "other.txt", "--matrix"];
    let text = stage.run(&names).out;
    assert!(text.contains("1 left") && text.contains("100"), "{text}");
    let json = stage.run(&[&names[..], &["--format", "json"]].concat()).json();
    assert_eq!(violations(&serde_json::from_str(MATRIX).unwrap(), &json), Vec::<String>::new());
    let cell = |article: u64, other: u64| {
        let cells = json["cells"].as_array().unwrap().iter();
        let mut cells = cells.filter(|cell| cell["article"] == article && cell["other"] == other);
        cells.next().map_or(0, |cell| cell["shared"].as_u64().unwrap())
    };
    assert_eq!((cell(0, 2), cell(0, 3)), (json["articles"][0]["words"].as_u64().unwrap(), 0));
    let csv = stage.run(&[&names[..], &["--format", "csv"]].concat()).out;
    let words = json["articles"][0]["words"].to_string();
    assert!(csv.contains(&format!("\r\nleft,{words},copy,{words},100\r\n")), "{csv}");
}

#[test]
fn the_apparatus_says_who_carries_what_with_its_variants() {
    let stage = Stage::set().file("third.md", "# The mill\n\nNothing of the kind stands here.\n");
    let names = ["report", "left.txt", "right.txt", "third.md", "--apparatus"];
    let text = stage.run(&names).out;
    let lead = "left ¶3: Fishermen had complained for months that the crossing by road takes them more than three hours every single";
    assert!(text.contains(lead), "{text}");
    assert!(text.contains("  ~ right ¶1: [-more than-] {+almost+}\n"), "{text}");
    assert!(text.contains("2 unmatched statements in third (The mill)\n"), "{text}");
    let json = stage.run(&[&names[..], &["--format", "json"]].concat()).json();
    assert_eq!(violations(&serde_json::from_str(APPARATUS).unwrap(), &json), Vec::<String>::new());
    let statements = json["statements"].as_array().unwrap();
    let edited = statements.iter().find(|it| it["carriers"][0]["wording"] == "edited").unwrap();
    let said = &edited["carriers"][0]["variants"][0]["lead"];
    let place = |end: &str| usize::try_from(said[end].as_u64().unwrap()).unwrap();
    assert_eq!(&LEFT[place("start")..place("end")], "more than");
}

#[test]
fn the_synopsis_tells_who_says_what_and_what_one_alone_says() {
    let own = "Nothing of the kind was ever said in the third town.";
    let stage = Stage::set().file("third.txt", own);
    let names = ["report", "left.txt", "right.txt", "third.txt", "--synopsis"];
    let text = stage.run(&names).out;
    assert!(text.contains("unmatched: "), "{text}");
    assert!(text.contains(&format!("·  ·  ●   {own}\n")), "{text}");
    assert!(text.contains(&format!("3 third: 1 passage\n  ¶1 {own}\n")), "{text}");
    let json = stage.run(&[&names[..], &["--format", "json"]].concat()).json();
    assert_eq!(violations(&serde_json::from_str(SYNOPSIS).unwrap(), &json), Vec::<String>::new());
    let told = json["statements"].as_array().unwrap().iter();
    let both: Vec<_> = told.filter(|it| it["told"].as_array().unwrap().len() == 2).collect();
    assert!(both.iter().any(|it| it["told"][1]["class"] == "edited"), "{json}");
    let only: Vec<_> = json["only_in_all"].as_array().unwrap().iter().filter(|it| it["article"] == 2).collect();
    assert_eq!((only.len(), only[0]["start"].as_u64(), only[0]["words"].as_u64()), (1, Some(0), Some(11)));
    let page = stage.run(&[&names[..], &["--format", "html", "--base", "2"]].concat()).out;
    assert!(page.contains("title=\"unmatched\"") && page.contains("<span id=\"a2s0\">"), "{page}");
    let csv = stage.run(&[&names[..], &["--format", "csv"]].concat()).out;
    assert!(csv.contains(&format!(",third,1,base,100,all of it,no,{own},\r\n")), "{csv}");
}

#[test]
fn nothing_of_an_article_becomes_part_of_a_synopsis() {
    let page = hostile().run(&["report", "a.txt", "b.txt", "--synopsis", "--format", "html"]).out;
    assert_eq!(page.matches("<script>").count(), 0);
    assert!(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"), "{page}");
    assert!(!page.contains(|c: char| c.is_control() && c != '\n') && !page.contains('\u{202e}'));
    let markdown = hostile().run(&["report", "a.txt", "b.txt", "--synopsis", "--format", "markdown"]).out;
    assert!(!markdown.contains("<script>") && !markdown.contains("*old*"), "{markdown}");
}

#[test]
fn the_program_completes_and_documents_itself() {
    let stage = Stage::bare();
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let ran = stage.run(&["completions", shell]);
        assert!(ran.status == Some(0) && ran.out.contains("apparatus"), "{shell}: {ran:?}");
    }
    let page = stage.run(&["man"]).out;
    for part in [".TH IBID 1", ".SH EXAMPLES", ".SH ENVIRONMENT", "NO_COLOR", "128+n"] {
        assert!(page.contains(part), "{part} is not in\n{page}");
    }
    assert!(stage.run(&["man", "report"]).out.contains(".TH IBID\\-REPORT 1"));
    assert_eq!(stage.run(&["completions", "tcsh"]).status, Some(2));
}

#[test]
fn lines_of_a_script_without_spaces_are_printed_without_one_where_they_broke() {
    let old = "議会は月曜日に水門を一年間閉めることを決めた。長老は夏までに再び\n開けると言った。村の人は不安を隠さなかったが、渡しの主人は新しい舟を買\nうと言った。番人は十一人の船頭を雇い、潮が変わる前に家に帰らせた\n。誰もその舟の色の理由を知らなかった。\n";
    let new = old.replace('\n', "").replace("十一人", "十二人");
    let stage = Stage::bare().file("old.txt", old).file("new.txt", new);
    for arguments in [
        &["report", "old.txt", "new.txt"][..],
        &["report", "old.txt", "new.txt", "--format", "markdown"],
        &["report", "old.txt", "new.txt", "--format", "html"],
        &["report", "old.txt", "new.txt", "--format", "csv"],
        &["diff", "old.txt", "new.txt"],
        &["diff", "old.txt", "new.txt", "--format", "html"],
    ] {
        let out = stage.run(arguments).out;
        assert!(out.contains("再び開け") && out.contains("買うと"), "{arguments:?}: {out}");
        assert!(!out.contains("せた 。") && !out.contains("\n。"), "{arguments:?}: {out}");
    }
}

#[test]
fn a_text_report_names_what_is_unmatched_in_a_matching_paragraph() {
    let shared = "The keeper of the seventh gate counted every lantern twice before dawn.";
    let stage = Stage::bare()
        .file("a.txt", format!("{shared} Nobody in the harbour office believes a word of it."))
        .file("b.txt", format!("{shared} The museum lends three of its oldest kites to schools."));
    let said = stage.run(&["report", "a.txt", "b.txt"]).out;
    for expected in [
        "\nUnmatched in a, in matching paragraphs: 1 passage of 5 words or more\n  ¶1  Nobody in the harbour office believes a word of it",
        "\nUnmatched in b, in matching paragraphs: 1 passage of 5 words or more\n  ¶1  The museum lends three of its oldest kites to schools",
    ] {
        assert!(said.contains(expected), "{said}");
    }
}
