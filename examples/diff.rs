//! Compares two versions of a text: `cargo run --no-default-features --example diff -- OLD NEW`.
//!
//! What went stands in [-brackets-], what came in {+braces+}; paragraphs that are the same are left out.

use std::{env, fs, io};

use ibid::article::Article;
use ibid::boilerplate::Mask;
use ibid::report::{Reported, Writing, diff};
use ibid::text::Pair;

fn main() -> io::Result<()> {
    let files: Vec<String> = env::args().skip(1).collect();
    let [old, new] = files.as_slice() else { return Err(io::Error::other("two files are needed")) };
    let (old, new) = (read(old)?, read(new)?);
    let (collation, bare) = (ibid::diff(&old, &new), Mask::default());
    let articles = Pair::new(&old, &new);
    let reported = Reported { articles, masks: Pair::new(&bare, &bare), collation: &collation, remarks: &[] };
    let names = articles.map(|article| article.name.clone());
    print!("{}", diff(&reported, &Writing { names, ..Writing::default() }));
    Ok(())
}

fn read(file: &str) -> io::Result<Article> {
    Ok(Article::of_text(file, &fs::read_to_string(file)?))
}
