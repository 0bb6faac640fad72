use super::{Furniture, Kind, Layout, Reading, Refused, With, front, read, tell};

fn one(bytes: &[u8], name: &str) -> Reading {
    let mut all = read(bytes, name, &With::default()).unwrap();
    assert_eq!(all.len(), 1);
    all.remove(0)
}

fn refused(bytes: &[u8], name: &str) -> String {
    let Refused { reason, .. } = read(bytes, name, &With::default()).unwrap_err();
    reason
}

fn packed(bytes: &[u8]) -> Vec<u8> {
    use std::io::Write;
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

#[test]
fn first_bytes_tell_before_the_ending() {
    let told = |text: &str, name: &str| tell(text.as_bytes(), name);
    assert_eq!(told("<!DOCTYPE html><p>The lock is shut.</p>", "page.txt"), Kind::Html);
    assert_eq!(told("%PDF-1.7\n1 0 obj", "report.txt"), Kind::Pdf);
    assert_eq!(told("{\"text\": \"One.\"}\n{\"text\": \"Two.\"}\n", "all.txt"), Kind::JsonLines);
    assert_eq!(told("1\n00:00:01,000 --> 00:00:02,000\nHello.\n", "talk"), Kind::Subtitles);
    assert_eq!(told("Message-ID: <a@b>\nFrom: a@b\nSubject: Lock\n\nShut.", "mail"), Kind::Mail);
    assert_eq!(told("From: here\nTo: there\n\nA letter.", "letter.txt"), Kind::Text);
    assert_eq!(told("[Editor's note: the lock is shut.]\n", "a.txt"), Kind::Text);
    assert_eq!(told("# Lock\n\nIt is shut.", "a.md"), Kind::Markdown);
    assert_eq!(told("The lock is shut.", "a.html"), Kind::Text);
    assert_eq!(tell(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "a.txt"), Kind::Picture);
}

#[test]
fn front_matter_is_metadata_and_no_text() {
    let read = one(
        b"---\ntitle: \"The lock\"\nurl: https://www.gazette.example/lock\ndate: 2031-04-15\n---\n\nIt is shut.\n",
        "a.md",
    );
    assert_eq!(read.meta.title.as_deref(), Some("The lock"));
    assert_eq!(read.meta.source().as_deref(), Some("gazette.example"));
    let Layout::Sought(from) = read.layout else { panic!("its paragraphs are looked for") };
    assert_eq!(read.text[from..].trim(), "It is shut.");
    assert_eq!(front("---\nThe keeper: a man of few words said nothing, and went.\nNo more\n---\n").1, 0);
}

#[test]
fn a_short_first_line_without_a_full_stop_is_a_title() {
    let title = |text: &str| one(text.as_bytes(), "a.txt").meta.title;
    assert_eq!(title("Lock to shut\n\nThe keeper closed the lock on Monday.\n").as_deref(), Some("Lock to shut"));
    assert_eq!(title("The keeper closed the lock on Monday.\n\nNobody came.\n"), None);
    let dated = "Lock to shut for the whole of the winter\n\n3 May 2031\nBy Jo Marsh\n\nThe keeper closed the lock on Monday and told the town that it would stay so.\n";
    assert_eq!(title(dated).as_deref(), Some("Lock to shut for the whole of the winter"));
    assert_eq!(title("Bread and butter\n\nMilk\n\nEggs\n\nA lock\n\nTwo keys\n\nJam\n"), None);
    let wrapped = "The keeper closed the lock on Monday, after the water had\nrisen for three days and nobody in the town knew what to do.\n";
    assert_eq!(title(wrapped), None);
}

#[test]
fn packed_files_are_unpacked() {
    assert_eq!(one(&packed(b"The lock is shut.\n"), "a.txt.gz").text, "The lock is shut.\n");
    assert_eq!(refused(&packed(b"\0\0\0\0\0\0\0\0").repeat(3), "a.gz"), "is not a text file (binary)");
    assert_eq!(refused(&packed(&b"a word ".repeat(10 << 20)), "a.txt.gz"), "is longer than 64 MB unpacked");
    let cut = packed(&b"The lock is shut. ".repeat(900));
    assert_eq!(refused(&cut[..cut.len() / 2], "a.txt.gz"), "is damaged: it cannot be unpacked to the end");
}

#[test]
fn places_in_a_record_are_places_in_its_file() {
    let line = "{\"id\": 7, \"title\": \"Lock\", \"text\": \"She said \\u201cshut\\u201d.\\nAll \\ud83d\\ude00 went.\", \"url\": \"https://www.herald.example/1\"}\n";
    let read = one(line.as_bytes(), "a.jsonl");
    assert_eq!(read.text, "She said “shut”.\nAll 😀 went.");
    assert!(!read.extracted);
    let at = read.text.find("All").unwrap();
    let span = read.disk.on_disk(crate::text::Span::new(at, at + 3));
    assert_eq!(&line[span.start()..span.end()], "All");
    let end = read.disk.on_disk(crate::text::Span::new(at, read.text.len()));
    assert_eq!(&line[end.start()..end.end()], "All \\ud83d\\ude00 went.");
    assert_eq!(read.meta.source().as_deref(), Some("herald.example"));
}

#[test]
fn a_record_without_a_known_text_is_refused_with_its_names() {
    let reason = refused(b"{\"a\": 1, \"words\": \"The lock.\"}\n", "a.jsonl");
    assert_eq!(reason, "line 1 has no known text field; name it with --field text=KEY (fields: a, words)");
    let with =
        With { fields: super::Fields { text: Some("words".to_owned()), ..Default::default() }, ..With::default() };
    assert_eq!(read(b"{\"a\": 1, \"words\": \"The lock.\"}\n", "a.jsonl", &with).unwrap()[0].text, "The lock.");
    let reason = refused(b"a,b\n1,2\n", "a.csv");
    assert!(reason.contains("fields: a, b"), "{reason}");
}

#[test]
fn rows_of_a_table_are_articles() {
    let table = b"title,body,publisher,published\nLock,\"The lock, it is said,\nis shut.\",Gazette,2031-04-15T10:00\n";
    let read = one(table, "a.csv");
    assert_eq!(read.text, "The lock, it is said,\nis shut.");
    assert_eq!((read.meta.outlet.as_deref(), read.meta.date.as_deref()), (Some("Gazette"), Some("2031-04-15")));
}

#[test]
fn speech_is_joined_over_cues() {
    let text = "WEBVTT\n\n1\n00:01.000 --> 00:02.000\n<v Ann>The lock\n\n2\n00:02.100 --> 00:04.000\nis shut.\n\n3\n00:08.000 --> 00:09.000\n<v Ben>Why?\n";
    let read = one(text.as_bytes(), "a.vtt");
    assert_eq!(read.text, "The lock is shut.\n\nWhy?");
    assert_eq!(read.times, [(0, 1000), (9, 2100), (19, 8000)]);
}

#[test]
fn a_mail_is_decoded() {
    let mail = b"Message-ID: <1@a>\nFrom: Ann Bo <ann@gazette.example>\nSubject: =?UTF-8?Q?Lock_=E2=80=93_shut?=\nDate: Wed, 15 Apr 2031 08:30:00 +0000\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\nThe lock =E2=80=93 it is sh=\nut.\n";
    let read = one(mail, "a.eml");
    assert_eq!(read.text.trim(), "The lock – it is shut.");
    assert_eq!(read.meta.title.as_deref(), Some("Lock – shut"));
    assert_eq!(read.meta.date.as_deref(), Some("2031-04-15"));
    let twice = [b"From a\n".as_slice(), mail, b"\nFrom b\n", mail].concat();
    assert_eq!(super::read(&twice, "a.mbox", &With::default()).unwrap().len(), 2);
}

#[test]
fn a_row_of_a_table_in_xml_is_a_paragraph() {
    let long = "word ".repeat(40);
    let tei = format!(
        "<TEI><text><p>Fares.</p><table><row><cell>Lunn</cell><cell><p>4</p></cell></row><row><cell>Orrin</cell><cell>7</cell></row>\
         <row><cell>{long}</cell><cell>The end.</cell></row></table><p>All of it.</p></text></TEI>"
    );
    let read = one(tei.as_bytes(), "a.xml");
    let text = format!("Fares.\n\nLunn | 4\nOrrin | 7\n{}\nThe end.\n\nAll of it.", long.trim());
    assert_eq!(read.text.trim_end(), text);
}

#[test]
fn news_in_xml_is_read_by_its_elements() {
    let tei = "<?xml version=\"1.0\"?><TEI><teiHeader><fileDesc><titleStmt><title>The lock</title><author>Ann Bo</author></titleStmt><publicationStmt><publisher>Gazette</publisher><date when=\"2031-04-15\"/></publicationStmt></fileDesc></teiHeader><text><body><head>Shut</head><p>The <hi>lock</hi> is shut&#x2014;for good.</p></body></text></TEI>";
    let read = one(tei.as_bytes(), "a.xml");
    assert_eq!(read.text, "Shut\n\nThe lock is shut—for good.");
    assert_eq!(read.meta.title.as_deref(), Some("The lock"));
    assert_eq!((read.meta.outlet.as_deref(), read.meta.date.as_deref()), (Some("Gazette"), Some("2031-04-15")));
    let alto = "<alto><Layout><Page><PrintSpace><TextBlock><TextLine><String CONTENT=\"The\"/><SP/><String CONTENT=\"lo\"/><HYP/></TextLine><TextLine><String CONTENT=\"ck\"/></TextLine></TextBlock></PrintSpace></Page></Layout></alto>";
    assert_eq!(one(alto.as_bytes(), "a.xml").text, "The lock");
    assert!(refused(b"<?xml version=\"1.0\"?><svg><text>a</text></svg>", "a.xml").contains("<svg>"));
}

#[test]
fn entities_that_a_document_makes_are_not_followed() {
    let bomb = "<?xml version=\"1.0\"?><!DOCTYPE TEI [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><TEI><text><p>One &b; two.</p></text></TEI>";
    assert_eq!(one(bomb.as_bytes(), "a.xml").text, "One &b; two.");
}

#[test]
fn a_page_keeps_its_furniture_apart() {
    let prose = "The keeper closed the lock on Monday after the water had risen for three days, she said, and nobody in the town knew what to do next.";
    let page = format!(
        "<html><head><title>Lock | Gazette</title><meta property='og:site_name' content='Gazette'></head><body><nav><a href='/'>Home</a> <a href='/a'>News</a></nav><article><h1>Lock</h1><p>{prose}</p><p>{prose} Again.</p><p>{prose} And again.</p></article><footer><a href='/c'>Contact</a></footer></body></html>"
    );
    let read = one(page.as_bytes(), "a.html");
    assert!(read.extracted);
    assert_eq!(read.meta.outlet.as_deref(), Some("Gazette"));
    let Layout::Given(blocks) = &read.layout else { panic!("a page gives its paragraphs") };
    let kept: Vec<&str> =
        blocks.iter().filter(|block| block.furniture == Furniture::No).map(|block| block.span.of(&read.text)).collect();
    assert!(kept.iter().filter(|text| text.starts_with("The keeper")).count() == 3, "{kept:?}");
    assert!(!kept.iter().any(|text| text.contains("Home")), "{kept:?}");
}

#[test]
fn a_page_that_is_nested_too_deep_is_read_all_the_same() {
    let page = format!("<html><body>{}<p>The lock is shut.</p></body></html>", "<div>".repeat(20_000));
    assert!(one(page.as_bytes(), "a.html").text.contains("The lock is shut."));
}

#[test]
fn of_what_an_editor_offers_for_one_place_the_original_is_read() {
    let tei = "<TEI><text><body><p>Shut on <choice><sic>Mondy</sic><corr>Monday</corr></choice>, \
               <choice><abbr>Dr</abbr><expan>Doctor</expan></choice> Lee <corr>said</corr>.</p></body></text></TEI>";
    assert_eq!(one(tei.as_bytes(), "a.xml").text.trim_end(), "Shut on Mondy, Dr Lee said.");
}
