//! The JSON report: its form, and its places in the files as they are on disk.

use std::fs;

use serde_json::Value;

use super::schema::violations;
use super::stage::{APPEAL, LEFT, RIGHT, Stage};

/// A sentence with letters that no two encodings write alike, and others that make the articles long enough to tell by.
const SHARED: &str = "The café on Orrin quay, a naïve façade over an old smithy, was sold to señor Ibáñez for a song";
const OTHER: &str = "Über the years the Fährhaus had seen crème brûlée, piñatas and one déjà vu too many.";

const SCHEMA: &str = include_str!("../../assets/report.schema.json");

fn utf8(text: &str) -> Vec<u8> {
    text.as_bytes().to_vec()
}

fn utf8_marked(text: &str) -> Vec<u8> {
    [b"\xef\xbb\xbf", text.as_bytes()].concat()
}

fn latin1(text: &str) -> Vec<u8> {
    text.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect()
}

fn utf16_little(text: &str) -> Vec<u8> {
    "\u{feff}".encode_utf16().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect()
}

fn utf16_big(text: &str) -> Vec<u8> {
    "\u{feff}".encode_utf16().chain(text.encode_utf16()).flat_map(u16::to_be_bytes).collect()
}

type Encode = fn(&str) -> Vec<u8>;

const ENCODINGS: [(&str, Encode); 5] = [
    ("utf-8", utf8),
    ("utf-8 marked", utf8_marked),
    ("latin-1", latin1),
    ("utf-16le", utf16_little),
    ("utf-16be", utf16_big),
];

/// Gives what a stretch of text is in an encoding, without a mark.
fn bare(encode: Encode, text: &str) -> Vec<u8> {
    let mark = encode("").len();
    encode(text)[mark..].to_vec()
}

fn slice<'a>(bytes: &'a [u8], span: &Value) -> &'a [u8] {
    let place = |end: &str| usize::try_from(span[end].as_u64().unwrap()).unwrap();
    &bytes[place("start")..place("end")]
}

#[test]
fn offsets_are_those_of_the_files_on_disk() {
    let right = format!("A notice was pinned to the door of the mill.\n\n{SHARED}.\n");
    for line_end in ["\n", "\r\n"] {
        for (name, encode) in ENCODINGS {
            let left = format!("{OTHER}\n\n{SHARED}.\n").replace('\n', line_end);
            let (left, right) = (encode(&left), utf8(&right));
            let stage = Stage::bare().file("left.txt", &left).file("right.txt", &right);
            let report = stage.run(&["report", "left.txt", "right.txt", "--format", "json"]).json();
            let matches = report["pairs"][0]["matches"].as_array().unwrap();
            assert_eq!(matches.len(), 1, "{name}: {report:#}");
            let passage = slice(&left, &matches[0]["left"]);
            assert!(passage.starts_with(&bare(encode, SHARED)), "{name} {line_end:?}: {passage:?}");
            assert!(passage.len() <= bare(encode, SHARED).len() + bare(encode, ".").len(), "{name}: {passage:?}");
            assert!(slice(&right, &matches[0]["right"]).starts_with(SHARED.as_bytes()), "{name}");
        }
    }
}

#[test]
fn variants_are_the_words_that_differ() {
    let stage = Stage::set();
    let report = stage.run(&["report", "left.txt", "right.txt", "--format", "json"]).json();
    let matches = report["pairs"][0]["matches"].as_array().unwrap();
    let variants: Vec<&Value> = matches.iter().flat_map(|m| m["variants"].as_array().unwrap()).collect();
    let said = |side: &str, text: &'static str| {
        let words = |v: &&Value| String::from_utf8(slice(text.as_bytes(), &v[side]).to_vec()).unwrap();
        variants.iter().map(words).collect::<Vec<_>>().join("|")
    };
    assert_eq!((said("left", LEFT), said("right", RIGHT)), ("more than".to_owned(), "almost".to_owned()));
}

#[test]
fn hidden_passages_are_those_of_the_rules_and_take_no_part() {
    let stage = Stage::set().with_rules(APPEAL);
    let report = stage.run(&["report", "left.txt", "right.txt", "--format", "json"]).json();
    for (side, text) in [("left", LEFT), ("right", RIGHT)] {
        let hidden = report["pairs"][0][side]["hidden"].as_array().unwrap();
        assert_eq!(hidden.len(), 1, "{report:#}");
        assert_eq!(hidden[0]["rule"], "appeal");
        assert_eq!(slice(text.as_bytes(), &hidden[0]), b"Please support our newsroom with a small gift today.");
        assert_eq!(report["pairs"][0][side]["coverage"]["hidden"], 9);
    }
    assert!(!report["pairs"][0]["matches"].to_string().contains("\"paragraph\":3"), "{report:#}");
}

#[test]
fn the_report_keeps_to_its_published_form_and_is_the_same_every_time() {
    let schema: Value = serde_json::from_str(SCHEMA).unwrap();
    let stage = Stage::set().file("third.txt", "Nothing of the kind.\n").with_rules(APPEAL);
    for names in [&["left.txt", "right.txt"][..], &["left.txt", "left.txt", "third.txt"], &["."]] {
        let arguments = [&["report", "--format", "json"], names].concat();
        let (first, second) = (stage.run(&arguments), stage.run(&arguments));
        assert_eq!(first.out, second.out, "{names:?}");
        assert_eq!(violations(&schema, &first.json()), Vec::<String>::new(), "{names:?}");
    }
}

#[test]
fn all_pairs_are_reported_in_the_order_of_the_files() {
    let stage = Stage::set().file("third.txt", "Nothing of the kind.\n");
    let report = stage.run(&["report", "third.txt", "right.txt", "left.txt", "--format", "json"]).json();
    let paths = |pair: &Value| format!("{} {}", pair["left"]["path"], pair["right"]["path"]).replace('"', "");
    let pairs: Vec<String> = report["pairs"].as_array().unwrap().iter().map(paths).collect();
    assert_eq!(pairs, ["third.txt right.txt", "third.txt left.txt", "right.txt left.txt"]);
}

#[test]
fn one_article_may_come_from_the_standard_input() {
    let stage = Stage::set();
    let ran = stage.run_with(&["report", "-", "right.txt", "--format", "json"], LEFT.as_bytes());
    let report = ran.json();
    assert_eq!((ran.status, &report["pairs"][0]["left"]["path"]), (Some(0), &Value::Null));
    let named = stage.run(&["report", "left.txt", "right.txt", "--format", "json"]).json();
    assert_eq!(report["pairs"][0]["matches"], named["pairs"][0]["matches"]);
}

#[test]
fn a_few_words_to_look_for_match_the_article_that_has_them() {
    let article = "The fair opened on Monday in spite of the rain.\n\nIt drew an estimated two thousand guests, the mayor \
        said, and most of them stayed until the lamps were lit along the quay.\n";
    let other = "The fair opened on Monday.\n\nThe mayor said that two thousand guests were estimated.\n";
    let stage = Stage::bare().file("a.txt", article).file("b.txt", other);
    let ran = stage.run_with(&["report", "-", "a.txt"], b"estimated two thousand\n");
    let said = "100 % of stdin's 3 words are in passages that match a: 100 % verbatim";
    assert!(ran.out.contains(said) && !ran.out.contains("Unmatched in stdin"), "{ran:?}");
    let json = stage.run_with(&["report", "-", "a.txt", "--format", "json"], b"estimated two thousand\n").json();
    assert_eq!(json["pairs"][0]["matches"][0]["class"], "verbatim");
    let ran = stage.run_with(&["report", "-", "b.txt"], b"estimated two thousand\n");
    assert!(!ran.out.contains("verbatim"), "{ran:?}");
}

#[test]
fn articles_and_rules_are_only_read() {
    let stage = Stage::set().with_rules(APPEAL);
    stage.run(&["report", "left.txt", "right.txt"]);
    assert_eq!(fs::read_to_string(stage.path("left.txt")).unwrap(), LEFT);
    assert_eq!(fs::read_to_string(stage.rules()).unwrap(), APPEAL);
}

#[test]
fn added_words_stand_with_the_marks_that_are_theirs() {
    let stage = Stage::bare()
        .file("a", "In storm and fog, we sail from the old pier to the far bank and back again.\n")
        .file("b", "In storm and fog, I think, we sail from the old pier to the bank and back again.\n");
    let said = stage.run(&["report", "a", "b"]).out;
    assert!(said.contains("In storm and fog, {+I think,+} we sail from the old pier to the [-far-] bank"), "{said}");
}
