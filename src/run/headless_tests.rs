use std::io::{self, Write};

use super::headless::print;
use super::opened::Opened;
use super::reading::Named;
use super::report_options::{Layout, ReportKind, ReportOptions};
use super::rules::Keeping;
use super::state::State;
use super::thread_pool::ThreadPool;
use crate::app::Notes;
use crate::article::Article;
use crate::boilerplate::Rulebooks;
use crate::curation::Rulings;

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
        rules: Rulebooks::default(),
        keeping: Keeping::Nowhere("no"),
        state: State::default(),
        notes: Notes::default(),
        mouse: false,
        complaints: Vec::new(),
        notices: Vec::new(),
        named: Named::default(),
        unread: None,
        version: None,
        rulings: Rulings::default(),
        curator: None,
    }
}

#[test]
fn each_pair_is_printed_once_in_the_order_of_the_articles() {
    let mut out = Vec::new();
    print(
        &opened(&["a", "b", "c"]),
        ReportOptions { layout: Layout::Json, ..ReportOptions::default() },
        ThreadPool::of(2),
        &mut out,
    )
    .unwrap();
    let report: serde_json::Value = serde_json::from_slice(&out).unwrap();
    let names: Vec<_> =
        report["pairs"].as_array().unwrap().iter().map(|p| [&p["left"]["name"], &p["right"]["name"]]).collect();
    assert_eq!(names, [["a", "b"], ["a", "c"], ["b", "c"]]);
}

#[test]
fn a_closed_output_ends_it_without_a_word_and_another_failure_is_told() {
    for layout in [Layout::Text, Layout::Json, Layout::Markdown, Layout::Html, Layout::Csv] {
        let options = ReportOptions { layout, ..ReportOptions::default() };
        assert!(
            print(&opened(&["a", "b"]), options, ThreadPool::of(2), &mut Refusing(io::ErrorKind::BrokenPipe)).is_ok()
        );
        let error = print(&opened(&["a", "b"]), options, ThreadPool::of(2), &mut Refusing(io::ErrorKind::StorageFull))
            .unwrap_err();
        assert!(format!("{error:#}").starts_with("cannot write the report: "), "{error:#}");
    }
}

#[test]
fn a_single_article_is_nothing_to_compare() {
    let error = print(&opened(&["a"]), ReportOptions::default(), ThreadPool::of(2), &mut Vec::new()).unwrap_err();
    assert_eq!(error.to_string(), "a report needs two articles; ibid text FILE prints one");
    let opened = Opened { complaints: vec!["b: no such file".to_owned()], ..opened(&["a"]) };
    let error = print(&opened, ReportOptions::default(), ThreadPool::of(2), &mut Vec::new()).unwrap_err();
    assert_eq!(error.to_string(), "only one article could be opened; a report needs two");
}

#[test]
fn it_is_the_same_report_however_many_threads_make_it() {
    let mut many = opened(&["a", "b", "c", "d", "e", "f", "g"]);
    let told = [
        "The ferry to Lunn sails again from Monday, its owners said.",
        "Fishermen had waited for it all winter, and so had the baker on the far bank.",
        "Nobody knows what a ticket will cost once the bridge is open again.",
    ];
    let texts = (0..7).map(|at| format!("{}\n\n{}\n\nAnd {at} of them.", told[at % 3], told[at / 2 % 3]));
    many.articles = texts.enumerate().map(|(at, text)| Article::of_text(&format!("a{at}"), &text)).collect();
    let layouts = [Layout::Text, Layout::Json, Layout::Markdown, Layout::Html, Layout::Csv];
    let all = [
        ReportKind::Pairs,
        ReportKind::Matrix,
        ReportKind::Apparatus,
        ReportKind::Synopsis,
        ReportKind::Story,
        ReportKind::Origins,
    ]
    .into_iter()
    .flat_map(|kind| layouts.map(|layout| ReportOptions { kind, layout, ..ReportOptions::default() }));
    for options in all.filter(|options| options.check().is_ok()) {
        let by = |threads: usize| {
            let mut out = Vec::new();
            print(&many, options, ThreadPool::of(threads), &mut out).unwrap();
            String::from_utf8(out).unwrap()
        };
        let alone = by(1);
        assert!(alone.len() > 200, "{options:?}: {alone}");
        for threads in [2, 5, 64] {
            assert_eq!(by(threads), alone, "{options:?} by {threads}");
        }
    }
}

#[test]
fn an_output_that_is_closed_early_ends_all_threads() {
    let names: Vec<String> = (0..40).map(|at| at.to_string()).collect();
    let many = opened(&names.iter().map(String::as_str).collect::<Vec<_>>());
    assert!(
        print(&many, ReportOptions::default(), ThreadPool::of(3), &mut Refusing(io::ErrorKind::BrokenPipe)).is_ok()
    );
}
