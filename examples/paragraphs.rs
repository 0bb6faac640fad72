//! Prints each paragraph of texts on one line: `cargo run --example paragraphs FILE...`. A blank line ends each file.

use std::env;
use std::fs;
use std::io::{self, BufWriter, Write};

use ibid::article::{Article, decode};

fn main() -> io::Result<()> {
    let mut out = BufWriter::new(io::stdout().lock());
    for file in env::args_os().skip(1) {
        let text = decode(&fs::read(&file)?).map(|decoded| decoded.text).unwrap_or_default();
        let article = Article::of_text("", &text);
        for paragraph in &article.paragraphs {
            let words: Vec<&str> = paragraph.span.of(&article.text).split_whitespace().collect();
            writeln!(out, "{}", words.join(" "))?;
        }
        writeln!(out)?;
    }
    Ok(())
}
