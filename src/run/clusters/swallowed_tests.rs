//! Rows that must not be lost silently.

use std::fs;
use std::path::PathBuf;

use tempfile::tempdir;

use super::build::ClusterFiles;
use super::index::ClusterIndex;
use super::members::{RowManner, cluster};
use crate::curation::Columns;
use crate::kinds::With;

/// What is said about a file, and its texts in no cluster; `texts` is a table beside it.
fn said(bytes: &str, texts: Option<&str>) -> (String, u64) {
    let folder = tempdir().unwrap();
    let path = |name: &str| -> PathBuf { folder.path().join(name) };
    fs::write(path("all.csv"), bytes).unwrap();
    let tables: Vec<PathBuf> = texts.map(|_| path("texts.jsonl")).into_iter().collect();
    fs::write(path("texts.jsonl"), texts.unwrap_or_default()).unwrap();
    let asked = ClusterFiles {
        names: vec![path("all.csv")],
        texts: tables,
        columns: Columns::default(),
        ..ClusterFiles::default()
    };
    let index = ClusterIndex::of(&asked, None).unwrap();
    let plain = index.complaints.join("\n").replace(&format!("{}/", folder.path().display()), "");
    (plain, index.tally.alone)
}

#[test]
fn a_quote_that_is_never_closed_is_said_with_its_line() {
    let never = |line: u32| {
        format!("all.csv:{line}: opens a quote that is never closed, so its row takes in all that follows; skipped")
    };
    let rows = "id,cluster,text\na,x,\"The ferry\nsails.\"\nb,x,Left.\n";
    assert_eq!(said(rows, None).0, "");
    assert_eq!(said(&format!("{rows}c,x,\"It \"\"sails\nd,x,Left.\n"), None).0, never(5));
    assert_eq!(said(&format!("\u{feff}{rows}c,\"x,It sails\nd,x,Left.\n"), None).0, never(5));
    assert_eq!(said(&rows.replace('\n', "\r\n").replace("b,x", "\"b,x"), None).0, never(4));
    assert_eq!(said(&format!("{rows}c,x,A 5\" pipe\nd,x,\"\"\n"), None).0, "", "one within a value is none");
}

#[test]
fn ids_without_a_text_in_the_table_are_counted() {
    let texts = "{\"id\":\"a\",\"text\":\"The ferry.\"}\n{\"id\":\"b\",\"text\":\"The ferry.\"}\n";
    assert_eq!(said("id1,id2\na,b\n", Some(texts)).0, "");
    assert_eq!(said("id1,id2\na,b\nb,y\ny,z\n", Some(texts)).0, "2 ids without a text in the table; left out");
    assert_eq!(said("id,cluster\na,x\nb,x\nz,x\n", Some(texts)).0, "1 id without a text in the table; left out");
}

#[test]
fn a_pair_that_is_not_likely_is_no_text() {
    let pairs = "unique_id_l,unique_id_r,match_probability\na,b,0.9\na,b,0.1\n";
    assert_eq!(said(pairs, None), (String::new(), 0));
}

#[test]
fn pairs_of_passages_are_read_with_their_texts() {
    let folder = tempdir().unwrap();
    let rows = concat!(
        r#"{"uid":-4,"uid2":7,"title":"One","title2":"Two","begin":0,"end":20,"begin2":3,"end2":22,"#,
        "\"s1\":\"The mail\u{2010}boat--- sails\",\"s2\":\"The mail\u{2010}boat now sails\",\"matches\":15}\n"
    );
    fs::write(folder.path().join("align.json"), rows).unwrap();
    let asked = ClusterFiles { names: vec![folder.path().join("align.json")], ..ClusterFiles::default() };
    let index = ClusterIndex::of(&asked, None).unwrap();
    let manner = RowManner { columns: &Columns::default(), with: &With::default() };
    let read = cluster(&index, index.entries(0).unwrap(), manner).unwrap();
    let told = |member: &super::members::EngineMember| {
        let article = &member.article;
        (member.id.clone(), article.meta.title.clone().unwrap_or_default(), article.text.clone())
    };
    let mut told: Vec<_> = read.members.iter().map(told).collect();
    told.sort();
    let expected = [("-4", "One", "The mail-boat sails"), ("7", "Two", "The mail-boat now sails")];
    assert_eq!(told, expected.map(|(id, title, text)| (id.to_owned(), title.to_owned(), text.to_owned())));
}
