//! Finds what two texts share: `cargo run --no-default-features --example shared -- FILE FILE`.

use std::{env, fs, io};

use ibid::article::Article;
use ibid::collate::Class;
use ibid::text::one_line;

fn main() -> io::Result<()> {
    let files: Vec<String> = env::args().skip(1).collect();
    let [left, right] = files.as_slice() else { return Err(io::Error::other("two files are needed")) };
    let (left, right) = (read(left)?, read(right)?);
    let found = ibid::collate(&left, &right);
    for shared in &found.matches {
        let sign = match shared.class {
            Class::Verbatim => "=",
            Class::Edited => "~",
            Class::Reworded => "≈",
        };
        let moved = if shared.moved { " (moved)" } else { "" };
        println!("{sign} {}{moved}", one_line(shared.passages.left.span.of(&left.text)));
        if shared.class != Class::Verbatim {
            println!("  {}", one_line(shared.passages.right.span.of(&right.text)));
        }
    }
    let covered = found.coverage.map(|side| format!("{} of {} words", side.shared(), side.words));
    println!("{}: {} shared; {}: {} shared", left.name, covered.left, right.name, covered.right);
    Ok(())
}

fn read(file: &str) -> io::Result<Article> {
    Ok(Article::of_text(file, &fs::read_to_string(file)?))
}
