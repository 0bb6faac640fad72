//! Prints what the rule of reworded statements goes by, for `benches/fit/fit.py`.
//!
//! usage: cargo bench --bench features -- FOLDER...
//!
//! Each folder holds `left.txt` and `right.txt`. A line for each two sentences that are looked at: the folder, where the left one
//! begins and ends, where the right one does, in bytes, then the features; separated by tabs.

use std::fs;
use std::path::Path;

use ibid::article::Article;
use ibid::boilerplate::Mask;
use ibid::collate::{Cancel, Witness, weighed};
use ibid::text::Pair;

fn main() {
    for folder in std::env::args().skip(1).filter(|argument| !argument.starts_with("--")) {
        let read = |name: &str| fs::read_to_string(Path::new(&folder).join(name)).unwrap_or_default();
        let articles = Pair::new("left.txt", "right.txt").map(|name| Article::of_text(name, &read(name)));
        let mask = Mask::default();
        let witnesses = articles.as_ref().map(|article| Witness { article, mask: &mask });
        for found in weighed(witnesses, &Cancel::default()) {
            let (left, right) = (found.spans.left, found.spans.right);
            let places = [left.start(), left.end(), right.start(), right.end()].map(|place| place.to_string());
            let features = found.features.map(|feature| feature.to_string());
            println!("{folder}\t{}\t{}", places.join("\t"), features.join("\t"));
        }
    }
}
