//! Takes out what looks like boilerplate: `cargo run --no-default-features --example clean -- FILE...` prints the first text without it.
//!
//! The other texts help: what several articles of one paper have in common is more likely the paper's.

use std::{env, fs, io};

use ibid::article::Article;
use ibid::boilerplate::{RuleSet, propose};
use ibid::text::one_line;

fn main() -> io::Result<()> {
    let read = |file: String| fs::read_to_string(&file).map(|text| Article::of_text(&file, &text));
    let articles = env::args().skip(1).map(read).collect::<io::Result<Vec<Article>>>()?;
    let Some(first) = articles.first() else { return Err(io::Error::other("a file is needed")) };
    let mut rules = RuleSet::default();
    for proposal in propose(&articles.iter().collect::<Vec<_>>()).iter().filter(|found| found.article == 0) {
        eprintln!("{}: {}", proposal.why.describe(), one_line(proposal.span.of(&first.text)));
        let rule = proposal.rule("", &rules);
        rules.rules.push(rule);
    }
    println!("{}", ibid::clean(first, &rules));
    Ok(())
}
