//! Prints the blocks of pages and what is known of each, for `benches/pages/fit.py`.
//!
//! usage: cargo bench --bench blocks -- FILE.html...
//!
//! A line for each block, separated by tabs: the file, its text as JSON, its words, its element and those around it from the inside out, the
//! number of elements alike, then the features.

use std::fs;
use std::io::{self, BufWriter, Write};

use ibid::kinds::html::{features, page, page_meta};

fn main() -> io::Result<()> {
    let mut out = BufWriter::new(io::stdout().lock());
    for file in std::env::args().skip(1).filter(|argument| !argument.starts_with("--")) {
        let bytes = fs::read(&file)?;
        let document = dom_query::Document::from(String::from_utf8_lossy(&bytes).into_owned());
        let page = page(&document);
        let told = page_meta(&document);
        for (block, features) in page.blocks.iter().zip(features(&page, &told)) {
            let features: Vec<String> = features.iter().map(|feature| format!("{feature:.4}")).collect();
            let around = |at: &usize| page.elements[*at].parent;
            let chain: Vec<String> =
                std::iter::successors(Some(block.element), around).map(|at| at.to_string()).collect();
            let text = serde_json::Value::from(block.text.as_str());
            let alike = page.elements[block.element].alike;
            let (words, chain, features) = (block.words, chain.join(","), features.join("\t"));
            writeln!(out, "{file}\t{text}\t{words}\t{chain}\t{alike}\t{features}")?;
        }
    }
    Ok(())
}
