//! Prints each paragraph of texts on one line: `cargo run --example paragraphs FILE...`. A blank line ends each file.

use std::env;
use std::fs;
use std::io::{self, BufWriter, Write};

use ibid::article::{Article, decode};
use ibid::text::one_line;

fn main() -> io::Result<()> {
    let mut out = BufWriter::new(io::stdout().lock());
    for file in env::args_os().skip(1) {
        let text = decode(&fs::read(&file)?).map(|decoded| decoded.text).unwrap_or_default();
        let article = Article::of_text("", &text);
        for paragraph in &article.paragraphs {
            writeln!(out, "{}", one_line(paragraph.span.of(&article.text)))?;
        }
        writeln!(out)?;
    }
    Ok(())
}
