//! Real articles, where they are at hand: they are not part of the program's sources.

use std::path::Path;

use serde_json::Value;

use super::schema::violations;
use super::stage::Stage;

#[test]
fn real_articles_make_a_valid_report_with_places_that_are_in_the_files() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/articles");
    if !folder.is_dir() {
        eprintln!("skipped: {} is not there", folder.display());
        return;
    }
    let ran = Stage::bare().run(&["report", "--format", "json", folder.to_str().unwrap()]);
    assert!(ran.status < Some(2), "{}", ran.err);
    let schema: Value = serde_json::from_str(include_str!("../../assets/report.schema.json")).unwrap();
    let report = ran.json();
    assert_eq!(violations(&schema, &report), Vec::<String>::new());
    for pair in report["pairs"].as_array().unwrap() {
        for side in ["left", "right"] {
            let size = std::fs::metadata(pair[side]["path"].as_str().unwrap()).unwrap().len();
            for m in pair["matches"].as_array().unwrap() {
                let (start, end) = (m[side]["start"].as_u64().unwrap(), m[side]["end"].as_u64().unwrap());
                assert!(start < end && end <= size, "{m}");
            }
        }
    }
}
