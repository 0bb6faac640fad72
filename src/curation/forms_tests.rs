use std::collections::BTreeMap;

use super::{Columns, Form, Told};

fn told(columns: &Columns, row: &[(&str, &str)]) -> Result<(Form, Told), String> {
    let row: BTreeMap<&str, &str> = row.iter().copied().collect();
    let names: Vec<&str> = row.keys().copied().collect();
    let form = Form::of(columns, &names, &|name| row.contains_key(name))?;
    let told = form.read(columns, &|name| row.get(name).map(|value| (*value).to_owned()));
    Ok((form, told))
}

fn member(cluster: &str, id: &str) -> Told {
    Told::Member { cluster: cluster.to_owned(), id: Some(id.to_owned()) }
}

#[test]
fn each_engine_is_known_by_the_names_in_its_rows() {
    let by_itself = Columns::default();
    let of = |row: &[(&str, &str)]| told(&by_itself, row).unwrap().1;
    assert_eq!(of(&[("id", "a"), ("text", "t"), ("cluster_id", "7")]), member("7", "a"));
    assert_eq!(of(&[("metadata.minhash_cluster", "9"), ("id", "x"), ("text", "t")]), member("9", "x"));
    let passim = [("cluster", "4"), ("uid", "p1"), ("begin", "10"), ("end", "90"), ("text", "t")];
    assert_eq!(of(&passim), member("4", "p1:10-90"));
    let splink = |score| [("unique_id_l", "a"), ("unique_id_r", "b"), ("clerical_match_score", score)];
    assert_eq!(of(&splink("1.0")), Told::Pair("a".to_owned(), "b".to_owned()));
    assert_eq!(of(&splink("0.2")), Told::Nothing);
    for none in ["", "-1", "null"] {
        assert_eq!(of(&[("cluster", none), ("id", "a"), ("text", "t")]), Told::Nothing);
    }
}

#[test]
fn the_reader_names_columns_and_is_told_what_there_is() {
    let named = Columns { cluster: Some("lot".to_owned()), id: Some("n".to_owned()) };
    assert_eq!(told(&named, &[("lot", "3"), ("n", "k"), ("id", "a")]).unwrap().1, member("3", "k"));
    let refused = told(&named, &[("n", "k"), ("text", "t")]).unwrap_err();
    assert_eq!(refused, "has no \"lot\"; it has n, text");
    let refused = told(&Columns::default(), &[("n", "k"), ("text", "t"), ("x", "y")]).unwrap_err();
    assert!(refused.contains("--cluster KEY"), "{refused}");
    assert_eq!(told(&Columns::default(), &[("p-17", ""), ("p-18", "")]).unwrap().0, Form::Bare);
    for heading in [[("id", ""), ("text", "")], [("Url", ""), ("n", "")]] {
        assert!(told(&Columns::default(), &heading).unwrap_err().contains("--cluster KEY"), "{heading:?}");
    }
}
