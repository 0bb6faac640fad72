//! Which rules are in force.

use std::fs;

use super::stage::{APPEAL, Stage};

fn hidden(stage: &Stage, options: &[&str]) -> (Option<i32>, usize, String) {
    let arguments = [&["report", "left.txt", "right.txt", "--format", "json"], options].concat();
    let ran = stage.run(&arguments);
    let hidden = ran.json()["pairs"][0]["left"]["hidden"].as_array().unwrap().len();
    (ran.status, hidden, ran.err)
}

#[test]
fn rules_are_read_from_the_usual_file_or_the_one_that_is_named_or_not_at_all() {
    let stage = Stage::set().with_rules(APPEAL).file("none.toml", "# no rules\n").file("mine.toml", APPEAL);
    let cases: &[(&[&str], usize)] =
        &[(&[], 1), (&["--rules", "mine.toml"], 1), (&["--rules", "none.toml"], 0), (&["--no-rules"], 0)];
    for (options, expected) in cases {
        assert_eq!(hidden(&stage, options), (Some(0), *expected, String::new()), "{options:?}");
    }
}

#[test]
fn no_rules_is_said() {
    let stage = Stage::set();
    let none = stage.run(&["rules", "list"]);
    assert_eq!((none.status, none.out.as_str()), (Some(0), ""));
    assert_eq!(none.err, "ibid: no rules yet; ibid rules add makes one, and so does X on the screen\n");
    assert_eq!(stage.run(&["rules", "list", "--json"]).err, "");
    assert_eq!(stage.with_rules(APPEAL).run(&["rules", "list"]).err, "");
}

#[test]
fn a_broken_rules_file_is_told_with_its_line_and_column_and_left_alone() {
    let broken = "# mine\n[[rule]]\nid = 7 7\n";
    let stage = Stage::set().with_rules(broken);
    let (status, hidden, said) = hidden(&stage, &[]);
    assert_eq!((status, hidden), (Some(1), 0));
    assert!(said.starts_with("ibid: ") && said.contains("rules.toml:3:"), "{said}");
    assert_eq!(said.lines().count(), 1, "{said}");
    assert_eq!(fs::read_to_string(stage.rules()).unwrap(), broken);
}

#[test]
fn a_rules_file_that_is_named_and_not_there_is_told() {
    let (status, hidden, said) = hidden(&Stage::set(), &["--rules", "nonesuch.toml"]);
    assert_eq!((status, hidden), (Some(1), 0));
    assert!(said.contains("nonesuch.toml: no such rules file"), "{said}");
}
