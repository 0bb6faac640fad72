use std::io::{self, Write};

use super::headless::print;
use super::paper::{Layout, Paper};
use super::reading::Named;
use super::rules::Keeping;
use super::start::Opened;
use super::state::State;
use crate::app::Notes;
use crate::article::Article;
use crate::boilerplate::RuleSet;

/// An output that refuses everything.
struct Refusing(io::ErrorKind);

impl Write for Refusing {
    fn write(&mut self, _bytes: &[u8]) -> io::Result<usize> {
        Err(self.0.into())
    }

    fn flush(&mut self) -> io::Result<()> {
        Err(self.0.into())
    }
}

fn opened(names: &[&str]) -> Opened {
    let article = |name: &&str| Article::of_text(name, "The ferry to Lunn sails again from Monday, its owners said.");
    Opened {
        articles: names.iter().map(article).collect(),
        rules: RuleSet::default(),
        keeping: Keeping::Nowhere("no"),
        beside: Vec::new(),
        state: State::default(),
        notes: Notes::default(),
        mouse: false,
        complaints: Vec::new(),
        named: Named::default(),
        unread: None,
    }
}

#[test]
fn each_pair_is_printed_once_in_the_order_of_the_articles() {
    let mut out = Vec::new();
    print(&opened(&["a", "b", "c"]), Paper { layout: Layout::Json, ..Paper::default() }, &mut out).unwrap();
    let report: serde_json::Value = serde_json::from_slice(&out).unwrap();
    let names: Vec<_> =
        report["pairs"].as_array().unwrap().iter().map(|p| [&p["left"]["name"], &p["right"]["name"]]).collect();
    assert_eq!(names, [["a", "b"], ["a", "c"], ["b", "c"]]);
}

#[test]
fn a_closed_output_ends_it_without_a_word_and_another_failure_is_told() {
    for layout in [Layout::Text, Layout::Json, Layout::Markdown, Layout::Html, Layout::Csv] {
        let paper = Paper { layout, ..Paper::default() };
        assert!(print(&opened(&["a", "b"]), paper, &mut Refusing(io::ErrorKind::BrokenPipe)).is_ok());
        let error = print(&opened(&["a", "b"]), paper, &mut Refusing(io::ErrorKind::StorageFull)).unwrap_err();
        assert!(format!("{error:#}").starts_with("cannot write the report: "), "{error:#}");
    }
}

#[test]
fn a_single_article_is_nothing_to_compare() {
    let error = print(&opened(&["a"]), Paper::default(), &mut Vec::new()).unwrap_err();
    assert_eq!(error.to_string(), "only one article could be opened: a report needs two");
}
