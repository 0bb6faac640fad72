use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use flate2::Compression;
use flate2::write::GzEncoder;
use tempfile::{TempDir, tempdir};

use super::build::ClusterFiles;
use super::index::ClusterIndex;
use super::members::{RowManner, cluster};
use super::sorter::Sorter;
use crate::curation::Columns;
use crate::kinds::With;

/// Clusters as they are read: the name, and each text's id and first words.
type Read = Vec<(String, Vec<(String, String)>)>;

fn asked(folder: &TempDir, names: &[&str], texts: &[&str]) -> ClusterFiles {
    let at = |names: &[&str]| -> Vec<PathBuf> { names.iter().map(|name| folder.path().join(name)).collect() };
    ClusterFiles { names: at(names), texts: at(texts), columns: Columns::default(), ..ClusterFiles::default() }
}

fn read(index: &ClusterIndex) -> Read {
    let (columns, with) = (Columns::default(), With::default());
    let told = |at| cluster(index, index.entries(at).unwrap(), RowManner { columns: &columns, with: &with }).unwrap();
    let clusters = (0..index.tally.clusters).map(told);
    let told = clusters.map(|cluster| {
        assert_eq!(cluster.size, cluster.members.len() as u64);
        let members = cluster.members.into_iter().map(|member| {
            let words: Vec<&str> = member.article.text.split_whitespace().take(2).collect();
            (member.id, words.join(" "))
        });
        (cluster.id, members.collect())
    });
    told.collect()
}

fn written(folder: &TempDir, files: &[(&str, &[u8])]) {
    for (name, bytes) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
}

fn of(files: &[(&str, &[u8])], names: &[&str], texts: &[&str]) -> Read {
    let folder = tempdir().unwrap();
    written(&folder, files);
    read(&ClusterIndex::of(&asked(&folder, names, texts), None).unwrap())
}

fn expected(clusters: &[(&str, &[(&str, &str)])]) -> Read {
    let own = |(id, words): &(&str, &str)| ((*id).to_owned(), (*words).to_owned());
    clusters.iter().map(|(id, members)| ((*id).to_owned(), members.iter().map(own).collect())).collect()
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut packed = GzEncoder::new(Vec::new(), Compression::default());
    packed.write_all(bytes).unwrap();
    packed.finish().unwrap()
}

const LINES: &str = r#"{"id":"a","cluster_id":7,"text":"The ferry sails."}
{"id":"b","cluster_id":9,"text":"Rain fell."}
{"id":"c","cluster_id":7,"text":"The ferry left."}
{"id":"d","cluster_id":null,"text":"Alone here."}
{"id":"e","cluster_id":9,"text":"Rain stopped."}
{"id":"f","cluster_id":9,"text":"Rain again."}
{"id":"g","cluster_id":3,"text":"One only."}
"#;
/// The lines compressed by zstd 1.5, in two frames.
const ZSTD: &[u8] = b"\
    \x28\xb5\x2f\xfd\x04\x68\x05\x03\x00\x72\x05\x12\x11\x90\x7d\x8c\x01\x06\x44\x7e\x44\x59\xbf\x29\x11\x21\x8a\x79\
    \x1f\x1d\xa0\xff\x78\xf6\xc5\xf0\x68\x9d\x67\xce\x4c\x1d\x86\x6f\xb6\x39\x1f\x0c\x54\x2e\x54\x18\xe8\x3f\xee\x94\
    \xeb\x86\x6d\xed\x83\xe1\xc5\xf4\xe6\xb1\x7e\xf8\x05\x31\xef\xa4\xb2\x0f\xdf\x3c\xdb\x8b\x5f\x6f\xde\xc9\xe7\x01\
    \x08\x00\x59\x15\x04\xfa\xb5\x6a\x90\x32\x90\x1b\x55\x3c\xa0\x1d\xe8\x8c\x6e\xa6\xf6\x38\x05\xf2\x3e\x28\xb5\x2f\
    \xfd\x04\x68\x6d\x02\x00\x52\x04\x0f\x11\x90\x7d\x8c\x81\x1c\xc0\xb2\x38\x4c\x9e\x39\x07\x64\x24\xf3\x39\x1d\x60\
    \xfb\xc8\x30\xca\xf0\xf1\x10\x17\x9f\x72\xaa\x81\xed\x83\xfd\x9c\xd2\xd6\x10\x9f\x42\x6e\xdc\xe2\xb7\x2e\x8a\x71\
    \xf6\x12\x7d\x5b\x2f\x5c\x2e\xfc\xdd\x38\x7b\xae\x03\x05\x00\xa0\x10\xd0\xaf\x54\x86\x02\xc1\x82\xba\x6a\x0f\x45\
    \x79\x05\xc4\
";
const OF_LINES: &[(&str, &[(&str, &str)])] = &[
    ("9", &[("b", "Rain fell."), ("e", "Rain stopped."), ("f", "Rain again.")]),
    ("7", &[("a", "The ferry"), ("c", "The ferry")]),
];

#[test]
fn lines_with_a_cluster_are_put_together_the_largest_first() {
    assert_eq!(of(&[("all.jsonl", LINES.as_bytes())], &["all.jsonl"], &[]), expected(OF_LINES));
    assert_eq!(of(&[("all.jsonl.gz", &gzip(LINES.as_bytes()))], &["all.jsonl.gz"], &[]), expected(OF_LINES));
    assert_eq!(of(&[("all.jsonl.zst", ZSTD)], &["all.jsonl.zst"], &[]), expected(OF_LINES));
    let folder = tempdir().unwrap();
    written(&folder, &[("all.jsonl", LINES.as_bytes())]);
    let tally = ClusterIndex::of(&asked(&folder, &["all.jsonl"], &[]), None).unwrap().tally;
    assert_eq!((tally.clusters, tally.members, tally.alone), (2, 5, 2));
}

#[test]
fn a_table_may_have_rows_over_several_lines() {
    let table = "id;cluster;text\na;x;\"The ferry\nsails; now.\"\nb;y;Rain fell.\nc;x;The other.\n";
    let all = of(&[("all.csv", table.as_bytes())], &["all.csv"], &[]);
    assert_eq!(all, expected(&[("x", &[("a", "The ferry"), ("c", "The other.")])]));
}

#[test]
fn passages_of_passim_stand_in_parts() {
    let parts: [(&str, &[u8]); 4] = [
        ("out.json/part-0.json", br#"{"cluster":4,"uid":"p","begin":10,"end":90,"text":"Moon rises."}"#),
        ("out.json/part-1.json", br#"{"cluster":4,"uid":"q","begin":0,"end":80,"text":"Moon rose."}"#),
        ("out.json/_SUCCESS", b""),
        ("align.json/part-0.json", br#"{"uid":"p","uid2":"q","text":"Moon","text2":"Moon"}"#),
    ];
    let clusters = expected(&[("4", &[("p:10-90", "Moon rises."), ("q:0-80", "Moon rose.")])]);
    assert_eq!(of(&parts, &["out.json"], &[]), clusters);
    assert_eq!(of(&parts, &[""], &[]), clusters);
}

#[test]
fn pairs_hold_their_texts_or_find_them_in_a_table() {
    let aligned = "{\"uid\":\"p\",\"uid2\":\"q\",\"text\":\"Moon rises.\",\"text2\":\"Moon rose.\"}\n{\"uid\":\"q\",\"uid2\":\"r\",\"text\":\"Moon rose.\",\"text2\":\"Moon set.\"}\n";
    let one: &[(&str, &[(&str, &str)])] = &[("p", &[("p", "Moon rises."), ("q", "Moon rose."), ("r", "Moon set.")])];
    assert_eq!(of(&[("align.json", aligned.as_bytes())], &["align.json"], &[]), expected(one));
    let labels = "unique_id_l,source_dataset_l,unique_id_r,source_dataset_r,clerical_match_score\na,s,c,s,1.0\nb,s,f,s,0.1\nb,s,e,s,0.9\n";
    let files: [(&str, &[u8]); 3] =
        [("all.jsonl", LINES.as_bytes()), ("labels.csv", labels.as_bytes()), ("pairs.tsv", b"a\tc\nb\te\n")];
    let both: &[(&str, &[(&str, &str)])] =
        &[("a", &[("a", "The ferry"), ("c", "The ferry")]), ("b", &[("b", "Rain fell."), ("e", "Rain stopped.")])];
    for name in ["labels.csv", "pairs.tsv"] {
        assert_eq!(of(&files, &[name], &["all.jsonl"]), expected(both), "{name}");
    }
    let bare: &[(&str, &[(&str, &str)])] = &[("a", &[("a", ""), ("c", "")]), ("b", &[("b", ""), ("e", "")])];
    assert_eq!(of(&files, &["pairs.tsv"], &[]), expected(bare));
}

#[test]
fn clusters_and_texts_may_stand_apart() {
    let told = "id,cluster\na,x\nc,x\nb,y\ne,y\nf,y\n";
    let files: [(&str, &[u8]); 2] = [("all.jsonl", LINES.as_bytes()), ("told.csv", told.as_bytes())];
    let expected = expected(&[("y", OF_LINES[0].1), ("x", OF_LINES[1].1)]);
    assert_eq!(of(&files, &["told.csv"], &["all.jsonl"]), expected);
}

#[test]
fn datatrove_numbers_the_rows_of_the_documents_beside() {
    let numbers: Vec<u8> = [(2u32, 7u32), (0, 7), (1, 9), (4, 9), (5, 9)]
        .iter()
        .flat_map(|(row, cluster)| [row.to_le_bytes(), cluster.to_le_bytes()].concat())
        .collect();
    let documents: &[u8] = &gzip(LINES.as_bytes());
    let beside: [(&str, &[u8]); 2] = [("m/00000.clusters", &numbers), ("m/00000.jsonl.gz", documents)];
    assert_eq!(of(&beside, &["m"], &[]), expected(OF_LINES));
    let apart: [(&str, &[u8]); 2] = [("m/00000.clusters", &numbers), ("d/00000.jsonl.gz", documents)];
    assert_eq!(of(&apart, &["m/00000.clusters"], &["d"]), expected(OF_LINES));
    // As datatrove 0.10 writes it: six digits for clusters, five for documents.
    let written: [(&str, &[u8]); 2] = [("m/000003.clusters", &numbers), ("d/00003.jsonl.gz", documents)];
    assert_eq!(of(&written, &["m"], &["d"]), expected(OF_LINES));
}

#[test]
fn an_index_is_kept_and_made_anew_where_a_file_has_changed() {
    let (folder, state) = (tempdir().unwrap(), tempdir().unwrap());
    written(&folder, &[("all.jsonl", LINES.as_bytes())]);
    let asked = asked(&folder, &["all.jsonl"], &[]);
    let kept = |folder: &Path| {
        fs::read_dir(folder)
            .unwrap()
            .filter(|entry| entry.as_ref().unwrap().path().extension().is_some_and(|it| it == "index"))
            .count()
    };
    for _ in 0..2 {
        assert_eq!(read(&ClusterIndex::of(&asked, Some(state.path())).unwrap()), expected(OF_LINES));
        assert_eq!(kept(state.path()), 1);
    }
    written(
        &folder,
        &[("all.jsonl", format!("{LINES}{}", "{\"id\":\"h\",\"cluster_id\":3,\"text\":\"Now two.\"}\n").as_bytes())],
    );
    assert_eq!(read(&ClusterIndex::of(&asked, Some(state.path())).unwrap()).len(), 3);
}

#[test]
fn rows_that_cannot_be_read_are_passed_over_and_said() {
    let folder = tempdir().unwrap();
    written(&folder, &[("all.jsonl", format!("{LINES}no json\n").as_bytes())]);
    let index = ClusterIndex::of(&asked(&folder, &["all.jsonl"], &[]), None).unwrap();
    assert_eq!(read(&index), expected(OF_LINES));
    let [said] = index.complaints.as_slice() else { panic!("{:?}", index.complaints) };
    assert!(said.contains("all.jsonl:8: is not a JSON object") && said.ends_with("; skipped"), "{said}");
}

fn row(id: &str, cluster: &str, text: &str) -> String {
    format!("{{\"id\":{id},\"cluster\":{cluster},\"text\":\"{text}\"}}\n")
}

/// Two texts of the cluster `x`.
fn two() -> [String; 2] {
    [row("\"a\"", "\"x\"", "The ferry sails."), row("\"b\"", "\"x\"", "The ferry left.")]
}

fn of_two() -> Read {
    expected(&[("x", &[("a", "The ferry"), ("b", "The ferry")])])
}

#[test]
fn parts_may_be_packed_empty_or_deeper_in_folders() {
    let [a, b] = two();
    let (packed, nothing) = (gzip(b.as_bytes()), gzip(b""));
    let parts: [(&str, &[u8]); 6] = [
        ("p/lang=en/part-0.json", a.as_bytes()),
        ("p/lang=en/part-1.json", b"\n"),
        ("p/lang=no/part-0.json.gz", &packed),
        ("p/lang=no/part-1.json.gz", &nothing),
        ("p/_temporary/part-9.json", b"no json"),
        ("p/_SUCCESS", b""),
    ];
    assert_eq!(of(&parts, &["p"], &[]), of_two());
    let tables: [(&str, &[u8]); 2] =
        [("t/0.csv", b"id,cluster,text\na,x,The ferry sails.\nb,x,The ferry left.\n"), ("t/1.csv", b"")];
    assert_eq!(of(&tables, &["t"], &[]), of_two());
    let folder = tempdir().unwrap();
    written(&folder, &[("e/0.json", b""), ("e/1.json", b"\xef\xbb\xbf \n")]);
    let refused = ClusterIndex::of(&asked(&folder, &["e"], &[]), None).unwrap_err();
    assert!(refused.to_string().ends_with("0.json: is empty"), "{refused}");
}

#[test]
fn marks_capitals_blanks_and_encodings_do_not_matter() {
    let [a, b] = two();
    let marked = format!("\u{feff}{}{}", a.replace('\n', "\r\n"), b);
    assert_eq!(of(&[("all.jsonl", marked.as_bytes())], &["all.jsonl"], &[]), of_two());
    let table = "ID, Cluster, Text\r\na, x,The ferry sails.\r\nb, x,The ferry left.\r\n";
    assert_eq!(of(&[("all.csv", table.as_bytes())], &["all.csv"], &[]), of_two());
    let wide: Vec<u8> = std::iter::once(0xfeff).chain(table.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    assert_eq!(of(&[("all.csv", &wide)], &["all.csv"], &[]), of_two());
    let inside = "{\"id\":\"a\",\"metadata\":{\"cluster\":\"x\"},\"text\":\"The ferry sails.\"}\n{\"id\":\"b\",\"metadata\":{\"cluster\":\"x\"},\"text\":\"The ferry left.\"}\n";
    assert_eq!(of(&[("all.jsonl", inside.as_bytes())], &["all.jsonl"], &[]), of_two());
}

#[test]
fn numbers_are_names_however_they_are_written_and_what_is_no_cluster_is_none() {
    let rows = row("1", "7", "The ferry sails.") + &row("2.0", "7.0", "The ferry left.") + &row("3e0", "NaN", "Alone.");
    let rows = rows
        + "{\"id\":4,\"text\":\"First of none\"}\n"
        + "{\"id\":5,\"cluster\":7,\"score\":-Infinity,\"text\":\"NaN here\"}\n";
    let clusters = expected(&[("7", &[("1", "The ferry"), ("2", "The ferry"), ("5", "NaN here")])]);
    assert_eq!(of(&[("all.jsonl", rows.as_bytes())], &["all.jsonl"], &[]), clusters);
    let first = "{\"id\":\"z\",\"text\":\"No column\"}\n".to_owned() + &two().concat();
    assert_eq!(of(&[("all.jsonl", first.as_bytes())], &["all.jsonl"], &[]), of_two());
    let table = "id,cluster,text\na,x,The ferry sails.\nb,x,The ferry left.\nc,NA,n\nd,NA,n\ne,<NA>,n\nf,<NA>,n\ng,-1.0,n\nh,-1.0,n\n";
    assert_eq!(of(&[("all.csv", table.as_bytes())], &["all.csv"], &[]), of_two());
}

#[test]
fn what_is_odd_in_rows_is_said_and_never_guessed() {
    let said = |name: &str, bytes: &[u8]| {
        let folder = tempdir().unwrap();
        written(&folder, &[(name, bytes)]);
        match ClusterIndex::of(&asked(&folder, &[name], &[]), None) {
            Ok(index) => index.complaints.join("\n"),
            Err(error) => format!("{error:#}"),
        }
    };
    let list = row("1", "[\"x\",\"y\"]", "t") + &two().concat();
    assert!(
        said("all.jsonl", list.as_bytes()).ends_with(":1: has a list or an object under \"cluster\"; in no cluster")
    );
    let latin = b"id,cluster,text\na,x,F\xe4hre\nb,x,The ferry.\nc,x,The ferry left.\n";
    assert!(said("all.csv", latin).ends_with(":2: is not UTF-8; skipped"));
    let ragged = "id,cluster,text\na,x,The ferry, sails.\nb,x,Left.\n";
    assert!(said("all.csv", ragged.as_bytes()).ends_with(":2: has 4 values, expected 3; skipped"));
    assert!(said("all.parquet", b"PAR1\0\0PAR1").contains("is Parquet; expected JSON lines, CSV or TSV"));
}

#[test]
fn rows_without_an_id_are_known_by_file_and_number() {
    let rows =
        "{\"cluster\":\"x\",\"text\":\"The ferry sails.\"}\n\n{\"cluster\":\"x\",\"text\":\"The ferry left.\"}\n";
    let clusters = expected(&[("x", &[("all.jsonl row 1", "The ferry"), ("all.jsonl row 3", "The ferry")])]);
    assert_eq!(of(&[("all.jsonl", rows.as_bytes())], &["all.jsonl"], &[]), clusters);
}

#[test]
fn more_entries_than_are_held_are_sorted_all_the_same() {
    let mut sorter = Sorter::default();
    let count = (1 << 20) * 2 + 7;
    for at in 0..count {
        sorter.push([(at * 7_919) % count, at, 0, 0]).unwrap();
    }
    let mut next = 0;
    sorter
        .finish(|entry| {
            assert_eq!(entry[0], next);
            next += 1;
            Ok(())
        })
        .unwrap();
    assert_eq!(next, count);
}

#[test]
fn an_index_tells_which_named_clusters_it_lacks() {
    let folder = tempdir().unwrap();
    let file = folder.path().join("all.csv");
    fs::write(&file, "id,cluster,text\na,x,The ferry.\nb,x,The ferry.\nc,y,Alone.\n").unwrap();
    let asked = ClusterFiles { names: vec![file], ..ClusterFiles::default() };
    let index = ClusterIndex::of(&asked, None).unwrap();
    let names = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
    assert!(!index.lacks(&names(&[])).unwrap() && !index.lacks(&names(&["x"])).unwrap());
    assert!(index.lacks(&names(&["x", "y"])).unwrap(), "y has one text");
    let index = ClusterIndex::of(&ClusterFiles { merged: names(&["x", "y"]), ..asked }, None).unwrap();
    assert!(!index.lacks(&names(&["x", "y"])).unwrap());
}
