//! `ibid diff` from outside: the contract of diff(1), and what is printed.

use std::io::Read;
use std::process::Stdio;

use super::schema::violations;
use super::stage::{LEFT, RIGHT, Stage};

/// One line, and the same text wrapped.
const LINE: &str =
    "The old ferry between Lunn and Orrin will sail again from Monday, its owners announced after the winter.\n";
const WRAPPED: &str =
    "The old ferry between Lunn\nand Orrin will sail again\nfrom Monday, its owners\nannounced after the winter.\n";

#[test]
fn the_exit_status_is_that_of_diff() {
    let stage = Stage::set().file("line", LINE).file("wrapped", WRAPPED).file("marks", LINE.replace(',', ";"));
    let stage = stage.file("blob", [0, 159, 146, 150, 0, 1]).file("empty", "").file("-q", LINE).file("sub/line", LINE);
    let cases: &[(&[&str], i32)] = &[
        (&["left.txt", "left.txt"], 0),
        (&["left.txt", "right.txt"], 1),
        (&["line", "wrapped"], 0),
        (&["--exact", "line", "wrapped"], 0),
        (&["line", "marks"], 1),
        (&["--exact", "line", "marks"], 1),
        (&["-biw", "line", "wrapped"], 0),
        (&["-q", "left.txt", "right.txt"], 1),
        (&["--stat", "left.txt", "right.txt"], 1),
        (&["-U", "0", "--format", "unified", "left.txt", "right.txt"], 1),
        (&["-U3", "left.txt", "right.txt"], 1),
        (&["line", "empty"], 1),
        (&["empty", "empty"], 0),
        (&["line", "blob"], 1),
        (&["--", "-q", "line"], 0),
        (&["line", "sub"], 0),
        (&["left.txt", "none.txt"], 2),
        (&["left.txt"], 2),
        (&["left.txt", "right.txt", "line"], 2),
        (&[".", "sub"], 1),
        (&["--no-such-option", "left.txt", "right.txt"], 2),
    ];
    let marks = stage.run(&["diff", "--words", "line", "marks"]);
    assert_eq!(
        (marks.status, marks.out.as_str()),
        (Some(0), "No words differ; punctuation or case does, in 1 place (run without --words to see)\n")
    );
    for (arguments, status) in cases {
        let ran = stage.run(&[&["diff"], *arguments].concat());
        assert_eq!(ran.status, Some(*status), "{arguments:?}: {ran:?}");
        assert_eq!(ran.out.is_empty(), *status != 1, "{arguments:?}: {ran:?}");
        assert_eq!(ran.err.is_empty(), *status != 2, "{arguments:?}: {ran:?}");
    }
}

#[test]
fn what_changed_is_printed_with_what_stands_around() {
    let stage = Stage::set();
    let ran = stage.run(&["diff", "left.txt", "right.txt"]);
    let expected = "\
--- left.txt
+++ right.txt

¶1  removed
- [-Harbour council meets.-]

¶3 → ¶1  moved here, edited
⇄ Fishermen had complained for months that the crossing by road takes them
⇄ [-more than-]{+almost+} three hours every single morning.

  The old ferry between Lunn and Orrin will sail again from Monday, its owners
  announced after a long winter of repairs.

¶3 → ¶1  moved away
⇄ Fishermen had complained for months that the crossing …

¶3  added
+ {+Tickets cost as much as before.+}

  Please support our newsroom with a small gift today.
";
    assert_eq!(ran.out, expected);
    assert_eq!(stage.run(&["diff", "left.txt", "right.txt"]).out, expected);
    let none = stage.run(&["diff", "-U0", "left.txt", "right.txt"]).out;
    assert!(!none.contains("Please support") && none.contains('…'), "{none}");
}

#[test]
fn the_unified_form_has_line_numbers_and_word_marks() {
    let stage = Stage::bare().file("a", "One two three four five.\n\nSix seven eight nine.\n");
    let stage = stage.file("b", "One two three four five.\n\n\nSix seven nought nine.\n\nTen.\n");
    let ran = stage.run(&["diff", "--format=unified", "-U0", "a", "b"]);
    let expected = "--- a\n+++ b\n@@ -3 +4,3 @@\nSix seven [-eight-]{+nought+} nine.\n{+Ten.+}\n";
    assert_eq!(ran.out, expected);
}

#[test]
fn one_space_stands_where_only_one_version_breaks_the_line() {
    let stage = Stage::bare().file("a", "The paper tails rattle all night when the\nwind stands in the north.\n");
    let stage = stage.file("b", "The paper tails\nclatter all night when the wind stands in the\nnorth.\n");
    for form in ["unified", "markdown", "text", "html"] {
        let out = stage.run(&["diff", "--format", form, "a", "b"]).out;
        assert!(out.contains("The paper tails ") && !out.contains("The paper tails  "), "{form}: {out}");
    }
}

#[test]
fn a_folder_beside_a_file_stands_for_the_file_of_that_name() {
    let stage = Stage::bare().file("old/k.txt", "The roof leaks.\n").file("new/k.txt", "The roof holds.\n");
    let stage = stage.file("new/j.txt", "The roof holds.\n");
    let ran = stage.run(&["diff", "old", "new/k.txt"]);
    assert!(ran.status == Some(1) && ran.out.starts_with("--- old/k.txt\n+++ new/k.txt\n"), "{ran:?}");
    for (names, said) in [
        (["old", "none"], "none: no such file"),
        (["none", "old"], "none: no such file"),
        (["old", "new/j.txt"], "old: no file j.txt in it"),
    ] {
        let ran = stage.run(&["diff", names[0], names[1]]);
        assert_eq!((ran.status, ran.err), (Some(2), format!("ibid: {said}\n")));
    }
    let ran = stage.run(&["diff", "-o", "both", "old", "new"]);
    assert_eq!((ran.status, ran.err.as_str()), (Some(2), "ibid: old: is a folder; --output needs two files\n"));
}

#[test]
fn brief_and_stat_say_it_in_a_line() {
    let stage = Stage::set();
    assert_eq!(stage.run(&["diff", "-q", "left.txt", "right.txt"]).out, "Files left.txt and right.txt differ\n");
    let stat = stage.run(&["diff", "--stat", "left.txt", "right.txt"]).out;
    assert_eq!(stat, "left.txt → right.txt: 1 paragraph added, 1 removed, 1 moved; words −5 +7\n");
    let blob = stage.file("blob", [0, 159, 146, 150, 0, 1]).run(&["diff", "left.txt", "blob"]);
    assert_eq!(blob.out, "Binary files left.txt and blob differ\n");
    let stage = Stage::set().file("blob", [0, 159, 146, 150, 0, 1]);
    assert_eq!(stage.run(&["diff", "-q", "left.txt", "blob"]).out, "Files left.txt and blob differ\n");
}

#[test]
fn one_side_may_be_the_standard_input() {
    let stage = Stage::set();
    let named = stage.run(&["diff", "left.txt", "right.txt"]).out;
    let left = stage.run_with(&["diff", "-", "right.txt"], LEFT.as_bytes());
    let right = stage.run_with(&["diff", "left.txt", "-"], RIGHT.as_bytes());
    assert_eq!((left.status, left.out), (Some(1), named.replace("--- left.txt", "--- -")));
    assert_eq!((right.status, right.out), (Some(1), named.replace("+++ right.txt", "+++ -")));
    assert_eq!(stage.run_with(&["diff", "-", "-"], LEFT.as_bytes()).status, Some(0));
}

#[test]
fn colours_are_sent_only_where_they_are_wanted() {
    let stage = Stage::set();
    let coloured = |when: &str| stage.run(&["diff", when, "left.txt", "right.txt"]).out.contains('\x1b');
    assert_eq!(
        ["--color=always", "--color", "--color=auto", "--color=never"].map(coloured),
        [true, true, false, false]
    );
}

#[test]
fn odd_names_are_shown_safely() {
    let stage = Stage::bare().file("a\x1b[31m", "One two.").file("b c\nd", "One three.");
    let ran = stage.run(&["diff", "a\x1b[31m", "b c\nd"]);
    assert!(ran.out.starts_with("--- a␛[31m\n+++ b c␊d\n"), "{ran:?}");
}

#[test]
fn nothing_is_hidden_unless_rules_are_named() {
    let stage = Stage::set().with_rules(super::stage::APPEAL).file("less.txt", LEFT.replace("Please", "Do"));
    let without = LEFT.replace("Please support our newsroom with a small gift today.\n", "");
    let stage = stage.file("without.txt", without);
    assert_eq!(stage.run(&["diff", "left.txt", "without.txt"]).status, Some(1));
    let rules = stage.rules();
    let named = ["diff", "--rules", rules.to_str().unwrap(), "left.txt", "without.txt"];
    assert_eq!(stage.run(&named).status, Some(0));
    assert_eq!(stage.run(&["diff", "--rules", "none.toml", "left.txt", "less.txt"]).status, Some(2));
}

#[test]
fn a_closed_pipe_ends_it_quietly() {
    let many = |word: &str| (0..20_000).map(|at| format!("Paragraph {at} has {word} here.\n\n")).collect::<String>();
    let stage = Stage::bare().file("a", many("something")).file("b", many("nothing"));
    let mut command = stage.command(&["diff", "a", "b"]);
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut start = [0; 8];
    child.stdout.take().unwrap().read_exact(&mut start).unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), String::from_utf8(output.stderr).unwrap()), (Some(1), String::new()));
}

const SCHEMA: &str = include_str!("../../assets/report.schema.json");

/// Gives the bytes of a span in JSON.
fn bytes<'b>(span: &serde_json::Value, bytes: &'b [u8]) -> &'b [u8] {
    let place = |key: &str| usize::try_from(span[key].as_u64().unwrap()).unwrap();
    &bytes[place("start")..place("end")]
}

#[test]
fn json_has_places_in_the_files_as_they_are_on_disk() {
    let old = "Tickets cost as much as before.\r\n\r\nThe \u{fc}nloved ferry sails from Monday, said its owners.\r\n";
    let new = "The \u{fc}nloved ferry sails from Tuesday, said its owners.\n";
    let latin = |text: &str| text.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect::<Vec<u8>>();
    let utf_16 = |text: &str| [0xff, 0xfe].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let marked = |text: &str| format!("\u{feff}{text}").into_bytes();
    let schema = serde_json::from_str(SCHEMA).unwrap();
    let wide = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    let kinds: [(Vec<u8>, Vec<u8>, Vec<u8>); 3] = [
        (latin(old), latin(new), b"Tuesday".to_vec()),
        (marked(old), marked(new), b"Tuesday".to_vec()),
        (utf_16(old), utf_16(new), wide("Tuesday")),
    ];
    for (old, new, word) in kinds {
        let stage = Stage::bare().file("old", &old).file("new", &new);
        let ran = stage.run(&["diff", "--format", "json", "old", "new"]);
        assert_eq!(ran.status, Some(1), "{ran:?}");
        let json = ran.json();
        assert_eq!(violations(&schema, &json), Vec::<String>::new());
        let pair = &json["pairs"][0];
        let matches = pair["matches"].as_array().unwrap();
        let changed: Vec<_> = matches.iter().flat_map(|m| m["variants"].as_array().unwrap()).collect();
        assert_eq!(changed.len(), 1, "{json}");
        assert_eq!(bytes(&changed[0]["right"], &new), word);
        let gone = &pair["left"]["only_here"][0];
        let said = String::from_utf8_lossy(bytes(gone, &old)).replace('\0', "");
        assert_eq!(said, "Tickets cost as much as before");
        assert_eq!(stage.run(&["diff", "--format", "json", "old", "new"]).out, ran.out);
    }
}

#[test]
fn documents_are_written_of_versions_that_say_the_same_too() {
    let stage = Stage::bare().file("line", LINE).file("wrapped", WRAPPED).file("blob", [0, 159, 146, 150, 0, 1]);
    for form in ["json", "markdown", "html"] {
        for names in [["line", "wrapped"], ["line", "line"]] {
            let ran = stage.run(&[&["diff", "--format", form][..], &names].concat());
            assert_eq!((ran.status, ran.err.as_str()), (Some(0), ""), "{form}");
            assert!(ran.out.contains(names[1]), "{form}: {}", ran.out);
        }
        let ran = stage.run(&["diff", "--format", form, "line", "blob"]);
        assert_eq!((ran.status, ran.out.as_str()), (Some(2), ""), "{form}");
        assert_eq!(ran.err, "ibid: line and blob are not both text: nothing to report\n");
    }
}

#[test]
fn markdown_and_html_mark_what_changed_and_nothing_of_a_text_means_anything() {
    let stage = Stage::bare()
        .file("a<b", "One *two* three <b>four</b> five six seven eight.\n\nNobody has asked the baker.\n\nNine ten.\n");
    let stage = stage.file("c", "Nobody has asked the baker.\n\nOne *two* three <b>nought</b> five six seven eight.\n");
    let markdown = stage.run(&["diff", "--format", "markdown", "-U0", "a<b", "c"]).out;
    let expected = "## a\\<b → c

a\\<b → c: 1 paragraph edited, 1 removed, 1 moved; words −3 +1

### ¶2 → ¶1  moved here

Nobody has asked the baker.

### ¶1 → ¶2  edited

One \\*two\\* three \\<b\\>~~four~~ **nought**\\</b\\> five six seven eight.

### ¶2 → ¶1  moved away

Nobody has asked the baker.

### ¶3  removed

~~Nine ten.~~
";
    assert_eq!(markdown, expected);
    let html = stage.run(&["diff", "--format", "html", "a<b", "c"]).out;
    assert!(html.contains("&lt;b&gt;<del>four</del> <ins>nought</ins>&lt;/b&gt; five"), "{html}");
    assert!(html.contains("<title>a&lt;b and c</title>") && !html.contains("<b>four"), "{html}");
}

#[test]
fn of_several_copies_it_is_said_that_one_is_moved() {
    let two = "Divers found cracks in two of its seven piers last October.\n\n";
    let three = "A baker on the far bank fears that nobody will cross for bread.\n\n";
    let stage = Stage::bare()
        .file("a", format!("{LINE}\n{two}{three}{LINE}\n"))
        .file("b", format!("{two}{LINE}\n{three}{LINE}\n{LINE}"));
    let said = stage.run(&["diff", "-U0", "a", "b"]).out;
    assert!(said.contains("1 of 2 copies before and 3 now"), "{said}");
    let json = stage.run(&["diff", "--format=json", "a", "b"]).json();
    let copies = &json["pairs"][0]["matches"][0]["copies"];
    assert_eq!((copies["left"].as_u64(), copies["right"].as_u64()), (Some(2), Some(3)), "{json}");
}

#[test]
fn a_moved_paragraph_whose_sentences_changed_places_is_said_to_be_in_another_order() {
    let (first, second) =
        ("The baker went to the market with a red basket.", "Her son stayed at home and read the paper.");
    let rest =
        "A first line of the council is long enough to count.\n\nA last line about the ferry is as long as that.";
    let stage = Stage::bare().file("old", format!("{first} {second}\n\n{rest}\n"));
    let stage = stage.file("new", format!("{rest}\n\n{second} {first}\n"));
    let stage = stage.file("kept", format!("{rest}\n\n{first} {second}\n"));
    let said = |new: &str| stage.run(&["diff", "old", new]).out;
    assert!(said("new").contains("¶1 → ¶3  moved here, in another order\n"), "{}", said("new"));
    assert!(said("kept").contains("¶1 → ¶3  moved here\n"), "{}", said("kept"));
}

#[test]
fn html_shows_what_moved_and_never_runs_old_and_new_words_together() {
    let mayor = "The mayor wins the prize for the worst landing of a kite.";
    let baker = "A baker on the far bank fears that nobody will cross for bread when the ferry stops.";
    let kites =
        ["The kites of Osterby fly on the wall every Sunday in May.", "Dogs may come to the wall, but only on a lead."];
    let council = "The council promised him a ferry every quarter of an hour, and nobody believed it.";
    let old = format!(
        "{} {mayor} {}\n\n{baker}\n\nTickets, I think, cost as much as before.\n\n{council}\n",
        kites[0], kites[1]
    );
    let new = format!(
        "{}\n\n{} {}\n\n{baker} {mayor}\n\nTickets cost as much as before.\n",
        council.replace("ferry", "boat"),
        kites[0],
        kites[1]
    );
    let html = Stage::bare().file("a", old).file("b", new).run(&["diff", "--format", "html", "a", "b"]).out;
    for expected in [
        "<p dir=\"auto\" class=\"moved\">The council promised him a <del>ferry</del> <ins>boat</ins> every",
        "Tickets<del>, I think,</del> cost",
        &format!("<span class=\"came\" data-at=\"¶1\" title=\"moved from ¶1\">{mayor}</span>"),
        &format!("<span class=\"went\" data-at=\"¶3\" title=\"moved to ¶3\">{mayor}</span>"),
        "words</span> moved here, from ¶3 of the old version</li>",
    ] {
        assert!(html.contains(expected), "{expected} is not in {html}");
    }
    assert!(!html.contains("</del><ins>"), "{html}");
}

#[test]
fn what_a_page_or_an_e_mail_holds_beside_its_text_counts() {
    let page = |menu: &str, address: &str| {
        format!(
            "<html><body><nav>{menu}</nav><article><h1>The ferry stays</h1><p>The ferry over the Sarn will go on until \
             the new bridge opens, the council said on Friday.</p><p>Its <a href=\"{address}\">timetable</a> stays as it \
             was in spring, and so do the fares for all who live on the far bank.</p></article></body></html>"
        )
    };
    let mail =
        |about: &str| format!("From: a@sarn.example\nSubject: {about}\n\nThe ferry stays until the bridge opens.\n");
    let stage = Stage::bare()
        .file("old.html", page("Home News", "/a"))
        .file("menu.html", page("Home Sport", "/a"))
        .file("link.html", page("Home News", "/b"))
        .file("old.eml", mail("Ferry"))
        .file("new.eml", mail("Bridge"));
    for (old, new) in [("old.html", "menu.html"), ("old.html", "link.html"), ("old.eml", "new.eml")] {
        let ran = stage.run(&["diff", old, new]);
        assert_eq!(ran.status, Some(1), "{new}: {ran:?}");
    }
    let ran = stage.run(&["diff", "--as", "html", "old.html", "link.html"]);
    assert_eq!(ran.status, Some(0), "{ran:?}");
    assert!(ran.err.contains("only the text was compared"), "{ran:?}");
}

/// A document of a word processor: an archive of one file, not packed.
fn document(body: &str) -> Vec<u8> {
    let (name, text) = ("word/document.xml", format!("<w:document><w:body>{body}</w:body></w:document>"));
    let sizes = [text.len() as u32, text.len() as u32, name.len() as u32].map(u32::to_le_bytes).concat();
    let file = [&b"PK\x03\x04\x14\0"[..], &[0; 12], &sizes, name.as_bytes(), text.as_bytes()].concat();
    let list = [&b"PK\x01\x02\x14\0\x14\0"[..], &[0; 12], &sizes, &[0; 14], name.as_bytes()].concat();
    let ends = [list.len() as u32, file.len() as u32].map(u32::to_le_bytes).concat();
    [&file[..], &list, b"PK\x05\x06\0\0\0\0\x01\0\x01\0", &ends, &[0, 0]].concat()
}

#[test]
fn the_changes_tracked_in_a_document_are_compared() {
    let run = |text: &str| format!("<w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r>");
    let (kept, new) = (run("The ferry sails from "), run("Tuesday"));
    let old = "<w:del><w:r><w:delText>Monday</w:delText></w:r></w:del>";
    let stage = Stage::bare().file("draft.docx", document(&format!("<w:p>{kept}{old}<w:ins>{new}</w:ins></w:p>")));
    let stage = stage.file("plain.docx", document(&format!("<w:p>{kept}{new}</w:p>")));
    let ran = stage.run(&["diff", "draft.docx"]);
    assert_eq!(ran.status, Some(1), "{ran:?}");
    assert!(ran.out.contains("The ferry sails from [-Monday-]{+Tuesday+}"), "{ran:?}");
    assert_eq!(stage.run(&["diff", "draft.docx", "draft.docx"]).status, Some(0));
    assert_eq!(stage.run(&["diff", "draft.docx", "plain.docx"]).out, "");
    let ran = stage.run(&["diff", "plain.docx"]);
    assert_eq!(ran.status, Some(2));
    assert!(ran.err.contains("plain.docx: no changes are tracked in it; a diff needs two files"), "{ran:?}");
}

#[test]
fn the_address_and_the_title_of_a_link_are_words() {
    let link = |path: &str, title: &str| format!("The [lock](https://lock.example/{path} \"{title}\") is shut.\n");
    let stage = Stage::bare().file("a.md", link("old", "map")).file("b.md", link("new", "map"));
    let stage = stage.file("c.md", link("new", "plan")).file("d.md", "The [lock][1] is shut.\n\n[1]: /old\n");
    let stage = stage.file("e.md", "The [lock][1] is shut.\n\n[1]: /new\n");
    for (names, expected) in [
        (["a.md", "b.md"], "edited\n~ The [lock](https://lock.example/[-old-]{+new+} \"map\") is shut."),
        (["b.md", "c.md"], "edited\n~ The [lock](https://lock.example/new \"[-map-]{+plan+}\") is shut."),
        (["d.md", "e.md"], "~ [1]: /[-old-]{+new+}"),
    ] {
        let shown = stage.run(&[&["diff"][..], &names].concat()).out;
        assert!(shown.contains(expected), "{shown}");
        let words = stage.run(&[&["diff", "--words"][..], &names].concat());
        assert_eq!((words.status, words.out.contains(expected)), (Some(1), true), "{words:?}");
        let told = stage.run(&[&["diff", "--stat"][..], &names].concat()).out;
        assert!(told.contains("words −1 +1"), "{told}");
    }
}

#[test]
fn min_words_sets_aside_both_halves_of_a_replacement_or_none() {
    let text = |what: &str| format!("We saw {what}.\n\nThen {what} stood there, as all could see.\n");
    let stage = Stage::bare().file("a.txt", text("a footbridge over the canal")).file("b.txt", text("a bicycle shed"));
    let ran = stage.run(&["diff", "--min-words", "3", "a.txt", "b.txt"]);
    assert!(ran.out.contains("We saw a [-footbridge over the canal.-] {+bicycle shed.+}"), "{ran:?}");
    assert!(ran.out.contains("Then a [-footbridge over the canal-]{+bicycle shed+} stood there"), "{ran:?}");
    assert!(!ran.out.contains("not counted"), "{ran:?}");
    let ran = stage.run(&["diff", "--min-words", "5", "a.txt", "b.txt"]);
    assert!(!ran.out.contains("[-") && !ran.out.contains("{+"), "{ran:?}");
}

#[test]
fn binary_files_that_differ_are_named_in_every_form() {
    let stage = Stage::bare().file("a/x.bin", [0, 159, 146, 1]).file("b/x.bin", [0, 159, 146, 2]);
    for form in ["text", "markdown", "html"] {
        let ran = stage.run(&["diff", "--format", form, "a", "b"]);
        assert!(ran.out.contains("Binary files") && ran.out.contains("x.bin"), "{ran:?}");
    }
    let json = stage.run(&["diff", "--format", "json", "a", "b"]).json();
    assert_eq!(json["binary"], serde_json::json!([{ "left": "a/x.bin", "right": "b/x.bin" }]));
    let schema = serde_json::from_str(include_str!("../../assets/report.schema.json")).unwrap();
    assert_eq!(violations(&schema, &json), [""; 0]);
}

#[test]
fn two_folders_are_compared_file_by_file() {
    let stage = Stage::set().file("old/line", LINE).file("new/line", LINE.replace("old ferry", "new ferry"));
    let stage = stage.file("old/s", LINE).file("new/s", LINE);
    let stage = stage.file("old/a/kept", WRAPPED).file("new/a/kept", LINE).file("old/gone", "It rained.\n");
    let told = "Nobody had counted the lanterns before the keeper of the lighthouse went up the stairs.\n";
    let stage = stage.file("old/b/first", told).file("new/b/second", told.replace("stairs", "ladder"));
    let stage = stage.file("new/blob", [0, 159, 146, 150, 0, 1]).file("old/blob", [0, 159, 146, 150, 0, 2]);
    let stage = stage.file("old/image", [0, 159, 146, 150, 7]).file("new/picture", [0, 159, 146, 150, 7]);
    let stage = stage.file("new/sound", [0, 159, 146, 150, 8]);
    let ran = stage.run(&["diff", "old", "new"]);
    let expected = "\
unchanged a/kept: only white space or what is ignored differs
renamed   b/first → b/second: 1 paragraph edited; words −1 +1
binary    blob: the bytes differ
removed   gone: 1 paragraph removed; words −2 +0
changed   line: 1 paragraph edited; words −1 +1
renamed   image → picture
added     sound
same      1 file
";
    assert_eq!((ran.status, ran.out.as_str(), ran.err.as_str()), (Some(1), expected, ""));
    let ran = stage.run(&["diff", "--format", "text", "old", "new"]);
    assert!(ran.out.contains("[-stairs-]{+ladder+}") && ran.out.contains("[-old-]{+new+} ferry"), "{}", ran.out);
    let ran = stage.run(&["diff", "-q", "old", "new"]);
    assert!(ran.out.contains("Only the old folder has old/gone\n"), "{}", ran.out);
    for form in ["html", "markdown", "json", "unified"] {
        let ran = stage.run(&["diff", "--format", form, "old", "new"]);
        assert!(ran.status == Some(1) && ran.out.contains("ladder") == (form != "json"), "{form}: {ran:?}");
    }
    let pairs = stage.run(&["diff", "--format", "json", "old", "new"]).json()["pairs"].clone();
    assert_eq!(pairs.as_array().map(Vec::len), Some(3), "the three that changed: {pairs}");
    assert_eq!(stage.run(&["diff", "new", "new"]).out, "same      7 files\n");
    assert_eq!(stage.run(&["diff", "new", "new"]).status, Some(0));
}

#[test]
fn words_that_differ_in_diacritics_alone_can_be_set_aside() {
    let aside = "--ignore-diacritics";
    let old = "He sent his r\u{e9}sum\u{e9} to \u{5e9}\u{5c1}\u{5b8}\u{5dc}\u{5d5}\u{5b9}\u{5dd} by post.\n";
    let new = "He sent his resume to \u{5e9}\u{5dc}\u{5d5}\u{5dd} by post.\n";
    let stage = Stage::set().file("a/one", old).file("b/one", new).file("b/more", new.replace("post", "hand"));
    let stage = stage.file("b/case", new.replace("resume", "Resume"));
    assert_eq!(stage.run(&["diff", "a/one", "b/one"]).status, Some(1));
    let ran = stage.run(&["diff", aside, "a/one", "b/one"]);
    let said = "Nothing else differs: 2 words differ in diacritics alone (run without --ignore-diacritics to see)\n";
    assert_eq!((ran.status, ran.out.as_str()), (Some(0), said));
    let ran = stage.run(&["diff", aside, "a/one", "a/one"]);
    assert_eq!((ran.status, ran.out.as_str()), (Some(0), ""));
    let ran = stage.run(&["diff", aside, "a/one", "b/more"]);
    assert_eq!(ran.status, Some(1));
    assert!(ran.out.contains("[-post-]{+hand+}") && !ran.out.contains("{+resume+}"), "{}", ran.out);
    assert!(ran.out.ends_with("\n2 words differ in diacritics alone (not counted)\n"), "{}", ran.out);
    let ran = stage.run(&["diff", aside, "--stat", "a/one", "b/more"]);
    assert!(ran.out.ends_with("words −1 +1; 2 words differ in diacritics alone (not counted)\n"), "{}", ran.out);
    let ran = stage.run(&["diff", aside, "a/one", "b/case"]);
    assert!(
        ran.status == Some(1) && ran.out.contains("edited, punctuation or case only"),
        "a capital still counts: {}",
        ran.out
    );
    let ran = stage.run(&["diff", aside, "-i", "a/one", "b/case"]);
    assert_eq!((ran.status, ran.out.as_str()), (Some(0), said));
    let ran = stage.run(&["diff", aside, "a", "b"]);
    assert!(ran.out.contains("unchanged one: 2 words differ in diacritics alone (not counted)\n"), "{}", ran.out);
}

#[test]
fn changes_of_few_words_can_be_set_aside_and_are_counted() {
    let old =
        "The old ferry crossed the river at dawn every day, and the baker waved to it.\n\nNobody paid for bread.\n";
    let new = old.replace("old", "new").replace("dawn", "dusk").replace("day,", "day");
    let long = new.replace("Nobody paid for bread.", "A widow with four sons bought the last loaf.");
    let stage = Stage::set().file("a/one", old).file("b/one", new).file("long", long);
    let ran = stage.run(&["diff", "--min-words", "2", "a/one", "b/one"]);
    let said = "Nothing else differs: 2 changes of fewer than 2 words (run without --min-words to see); \
                punctuation or case does, in 1 place (run without --min-words to see)\n";
    assert_eq!((ran.status, ran.out.as_str()), (Some(0), said));
    let ran = stage.run(&["diff", "--min-words", "1", "a/one", "b/one"]);
    assert!(ran.status == Some(1) && ran.out.contains("[-old-]{+new+}") && ran.out.contains("[-dawn-]"), "{ran:?}");
    let ran = stage.run(&["diff", "--min-words", "2", "a/one", "long"]);
    assert!(ran.status == Some(1) && !ran.out.contains("[-old-]") && ran.out.contains("widow"), "{}", ran.out);
    assert!(ran.out.ends_with("\n2 changes of fewer than 2 words (not counted)\n"), "{}", ran.out);
    let ran = stage.run(&["diff", "--min-words", "2", "--stat", "a/one", "long"]);
    let aside = "punctuation/case 1 (not counted); 2 changes of fewer than 2 words (not counted)\n";
    assert!(ran.out.contains("; words −4 +9; ") && ran.out.ends_with(aside), "{}", ran.out);
    let ran = stage.run(&["diff", "--min-words", "2", "a", "b"]);
    let aside = "unchanged one: 2 changes of fewer than 2 words; punctuation/case 1 (not counted)\n";
    assert!(ran.status == Some(0) && ran.out.contains(aside), "{}", ran.out);
    let ran = stage.run(&["diff", "--min-words", "2", "a/one", "a/one"]);
    assert_eq!((ran.status, ran.out.as_str()), (Some(0), ""));
}

#[test]
fn breaks_count_on_demand() {
    let old = "The tide comes in,\nthe tide goes out,\nand no one rows.\n\nThe lamp is lit.\nThe keeper sleeps.\n";
    let new = "The tide comes in, the tide\ngoes out,\nand no one rows.\nThe lamp is lit.\n\nThe keeper sleeps.\n";
    let stage = Stage::set().file("a/one", old).file("b/one", new).file("crlf", old.replace('\n', "\r\n"));
    let stage = stage.file("wrapped", old.replace(",\n", ", ")).file("word", old.replace("lit", "out"));
    assert_eq!(stage.run(&["diff", "a/one", "b/one"]).status, Some(0));
    let ran = stage.run(&["diff", "--lines", "a/one", "b/one"]);
    let said = "--- a/one\n+++ b/one\n\n4 breaks differ\n\
                line 1 → 1  line break removed: tide comes in / the tide goes\n\
                line 2 → 1  line break added: in, the tide / goes out, and\n\
                line 3 → 3  blank line removed: no one rows / The lamp is\n\
                line 5 → 4  blank line added: lamp is lit / The keeper sleeps\n";
    assert_eq!((ran.status, ran.out.as_str()), (Some(1), said));
    let ran = stage.run(&["diff", "--paragraphs", "--format", "unified", "a/one", "b/one"]);
    assert!(ran.status == Some(1) && ran.out.contains("\n2 breaks differ\nline 3 → 3  blank line removed"), "{ran:?}");
    let ran = stage.run(&["diff", "--lines", "--stat", "a/one", "b/one"]);
    assert_eq!((ran.status, ran.out.ends_with("words −0 +0; 4 breaks differ\n")), (Some(1), true), "{}", ran.out);
    assert_eq!(stage.run(&["diff", "--paragraphs", "a/one", "wrapped"]).status, Some(0));
    assert_eq!(stage.run(&["diff", "--lines", "a/one", "wrapped"]).status, Some(1));
    assert_eq!(stage.run(&["diff", "--lines", "a/one", "crlf"]).status, Some(0));
    let ran = stage.run(&["diff", "--lines", "a/one", "word"]);
    assert!(ran.status == Some(1) && ran.out.contains("[-lit-]{+out+}") && !ran.out.contains("break"), "{}", ran.out);
    let ran = stage.run(&["diff", "--lines", "a", "b"]);
    assert!(ran.status == Some(1) && ran.out.contains("4 breaks differ"), "{}", ran.out);
    let ran = stage.run(&["diff", "--lines", "--format", "json", "a/one", "b/one"]);
    let json = ran.json();
    assert_eq!(violations(&serde_json::from_str(SCHEMA).unwrap(), &json), Vec::<String>::new());
    let breaks = json["pairs"][0]["breaks"].as_array().unwrap();
    let is = |at: usize, side: &str| breaks[at][side]["is"].as_str().unwrap();
    assert_eq!((ran.status, breaks.len()), (Some(1), 4), "{json}");
    assert_eq!((is(0, "left"), is(0, "right")), ("line", "none"));
    assert_eq!((is(2, "left"), is(2, "right")), ("paragraph", "line"));
    let after = breaks[0]["left"]["after"].as_u64().unwrap();
    assert_eq!((after, breaks[3]["right"]["line"].as_u64()), ("The tide comes in".len() as u64, Some(4)), "{json}");
    let ran = stage.run(&["diff", "--format", "json", "a/one", "b/one"]);
    assert_eq!((ran.status, ran.json()["pairs"][0].get("breaks")), (Some(0), None));
}

#[test]
fn rules_say_what_is_no_change_without_an_option() {
    let page = |time: &str, said: &str| format!("Minutes of {time} o'clock\n\nThe roof {said} again.\n\nThe end.\n");
    let rules = "[[rule]]\nid = \"times\"\nmatch = { kind = \"pattern\", text = '\\d+:\\d+' }\ndoes = \"ignore-in-diff\"\n\
                 [[rule]]\nid = \"hidden\"\nmatch = { kind = \"exactly\", text = \"The end.\" }\n";
    let stage = Stage::set().file("one", page("9:15", "leaks")).file("other", page("10:40", "leaks"));
    let stage = stage.file("third", page("10:40", "drips")).file(".ibid/rules.toml", rules);
    let ran = stage.run(&["diff", "one", "other"]);
    let said = "Nothing else differs: ignored 2 words by times (run with --no-rules to see)\n";
    assert_eq!((ran.status, ran.out.as_str()), (Some(0), said), "{ran:?}");
    assert_eq!(stage.run(&["diff", "--no-rules", "one", "other"]).status, Some(1));
    for form in ["text", "unified"] {
        let ran = stage.run(&["diff", "--format", form, "one", "third"]);
        assert!(ran.out.contains("[-leaks-]{+drips+}") && !ran.out.contains("[-9"), "{}", ran.out);
        assert!(ran.out.ends_with("\nignored 2 words by times (not counted)\n"), "{}", ran.out);
    }
    let ran = stage.run(&["diff", "--stat", "one", "third"]);
    assert!(ran.out.contains("; words −1 +1; ignored 2 words by times (not counted)"), "{}", ran.out);
    let json = stage.run(&["diff", "--format", "json", "one", "third"]).json();
    assert_eq!(json["pairs"][0]["left"]["hidden"][0]["rule"].as_str(), Some("times"), "{json}");
    // What it is for a diff is read as ever elsewhere.
    let ran = stage.run(&["clean", "one"]);
    assert!(ran.out.contains("9:15") && !ran.out.contains("The end"), "{}", ran.out);
    let ran = stage.run(&["rules", "list"]);
    assert!(
        ran.out.contains("”, below ")
            && !ran.out.contains("everywhere")
            && ran.out.contains(": ignores in a diff words that match"),
        "{}",
        ran.out
    );
}

#[test]
fn what_is_set_aside_is_told_in_each_form() {
    let stage =
        Stage::set().file("old", "The old café is open.\n\nA gull sat there.\n\nOne two three four five six.\n");
    let stage = stage.file("new", "The new cafe is open.\n\nA gull sat there.\n\nOne nine ten eleven five six.\n");
    let asked =
        |form: &str| stage.run(&["diff", "--ignore-diacritics", "--min-words", "2", "--format", form, "old", "new"]);
    let aside = "1 word differs in diacritics alone, 1 change of fewer than 2 words (not counted)\n";
    assert!(asked("text").out.ends_with(aside), "{}", asked("text").out);
    assert!(asked("unified").out.ends_with(aside), "{}", asked("unified").out);
    let json = asked("json").json();
    assert_eq!(violations(&serde_json::from_str(SCHEMA).unwrap(), &json), Vec::<String>::new());
    let told = &json["pairs"][0]["set_aside"];
    assert_eq!(told, &serde_json::json!({ "diacritics": 1, "changes": 1, "fewer_than": 2 }));
}

#[test]
fn a_hunk_without_lines_of_one_side_stands_behind_the_last_line_above() {
    let old = "One here.\n\nTwo there.\n\nThree.\n\nFour.\n";
    let stage = Stage::set().file("a", old).file("b", format!("One now here.\n{}\nFive.\n", &old[10..]));
    let ran = stage.run(&["diff", "--format", "unified", "-U0", "a", "b"]);
    assert!(ran.out.contains("\n@@ -7,0 +9 @@\n{+Five.+}\n"), "{}", ran.out);
}

#[test]
fn what_is_ignored_is_whole_words_so_that_no_change_hides_in_the_rest_of_one() {
    let stage = Stage::bare().file("one", "The old bridge at Lesk stays closed.\n");
    let stage = stage.file("other", "The old bridges at Lesk stays closed.\n");
    let ran = stage.run(&["diff", "--ignore", "bridge", "one", "other"]);
    assert_eq!(ran.status, Some(1), "{}", ran.out);
    assert!(ran.out.contains("bridges"), "{}", ran.out);
    let ran = stage.run(&["diff", "--ignore", "bridges?", "one", "other"]);
    assert_eq!(ran.status, Some(0), "{}", ran.out);
}

#[test]
fn a_missing_folder_or_rules_file_is_named() {
    let stage = Stage::set().file("one", "The roof leaks.\n").file("other", "The roof holds.\n");
    for command in [&["diff", "one", "other"][..], &["merge", "one", "one", "other"]] {
        let ran = stage.run(&[command, &["-o", "none/merged"]].concat());
        let said = "ibid: none/merged: there is no folder none; make it first\n";
        assert_eq!((ran.status, ran.err.as_str()), (Some(2), said));
    }
    let ran = stage.run(&["rules", "check", "--rules", "none.toml"]);
    assert_eq!((ran.status, ran.err.as_str()), (Some(1), "ibid: none.toml: no such file\n"));
}

#[test]
fn what_is_to_be_ignored_is_no_change() {
    let page = |day: &str, number: u32| format!("Minutes of {day} June\n\nThe roof leaks again.\n\nPage {number}\n");
    let stage = Stage::set().file("one", page("3", 7)).file("other", page("14", 8));
    assert_eq!(stage.run(&["diff", "one", "other"]).status, Some(1));
    let ran = stage.run(&["diff", "--ignore", r"\d+ June", "--ignore", r"Page \d+", "one", "other"]);
    let said = "Nothing else differs: ignored 2 words by --ignore '\\d+ June', 2 words by --ignore 'Page \\d+' (run without --ignore to see)\n";
    assert_eq!((ran.status, ran.out.as_str()), (Some(0), said));
    let ran = stage.run(&["diff", "--ignore", "", "one", "other"]);
    assert!(ran.status == Some(2) && ran.err.contains("--ignore needs a regular expression"), "{ran:?}");
    let ran = stage.run(&["diff", "--ignore", "(", "one", "other"]);
    assert_eq!((ran.status, ran.out.as_str()), (Some(2), ""));
    assert!(ran.err.contains("--ignore (: invalid regular expression"), "{}", ran.err);
}

#[cfg(unix)]
#[test]
fn a_pipe_in_a_folder_is_named_and_not_waited_for() {
    let stage = Stage::set().file("old/line", LINE).file("new/line", LINE.replace(',', ";"));
    let made = std::process::Command::new("mkfifo").arg(stage.path("old/pipe")).status().unwrap();
    assert!(made.success());
    let ran = stage.run(&["diff", "--words", "old", "new"]);
    assert_eq!(
        (ran.status, ran.out.as_str()),
        (Some(2), "unchanged line: no words differ; punctuation/case 1 (not counted)\n")
    );
    assert!(ran.err.contains("old/pipe: not a plain file; skipped"), "{}", ran.err);
}

#[test]
fn a_log_of_files_has_their_dates_and_calls_only_the_words_the_same() {
    let stage = Stage::bare().file("one", "It rained.\n\nIt snowed.\n").file("two", "It rained. It snowed.\n");
    let ran = stage.run(&["log", "one", "two", "--format", "json"]);
    let version = &ran.json()["versions"][0];
    assert_eq!((version["change"].as_str(), version["author"].as_str()), (Some("same words"), Some("")), "{ran:?}");
    let name = version["name"].as_str().unwrap_or_default();
    assert!(name.starts_with("two 2") && name.len() == "two 2031-04-15".len(), "{name}");
}
