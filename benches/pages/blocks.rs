//! Prints the blocks of pages and what is known of each, for `benches/pages/fit.py`.
//!
//! usage: cargo bench --bench blocks -- FILE.html...
//!
//! A line for each block: the file, its text as JSON, then the features; separated by tabs.

use std::fs;
use std::io::{self, BufWriter, Write};

use ibid::kinds::html::{features, page, told};

fn main() -> io::Result<()> {
    let mut out = BufWriter::new(io::stdout().lock());
    for file in std::env::args().skip(1).filter(|argument| !argument.starts_with("--")) {
        let bytes = fs::read(&file)?;
        let document = dom_query::Document::from(String::from_utf8_lossy(&bytes).into_owned());
        let page = page(&document);
        let told = told(&document);
        for (block, features) in page.blocks.iter().zip(features(&page, &told)) {
            let features: Vec<String> = features.iter().map(|feature| format!("{feature:.4}")).collect();
            writeln!(out, "{file}\t{}\t{}", serde_json::Value::from(block.text.as_str()), features.join("\t"))?;
        }
    }
    Ok(())
}
