//! Many articles as lines of JSON, as an engine reads them: with an outlet, what the outlet sets below each article, and the family that
//! the article was made from.

use std::fs::File;
use std::io::{BufWriter, Write};

use super::families::{Language, planted};
use super::prng::Prng;

/// Outlets, and the lines that each sets below its articles.
const OUTLETS: usize = 40;

/// Writes so many articles into a file, a line each: `id`, `outlet`, `text`, `family` (null where it has none).
///
/// # Panics
///
/// Where the file cannot be written.
pub fn write(file: &str, articles: usize) {
    let mut out = BufWriter::new(File::create(file).expect("the file can be made"));
    let mut prng = Prng::new(1);
    let language = Language::drawn(&mut prng);
    let mut outlets = Prng::new(2);
    let mut number = 0;
    planted(&language, articles, &mut prng, |family, article| {
        let outlet = outlets.below(OUTLETS);
        let text = language.set(&article);
        let below = format!(
            "Read more from Outlet {outlet} every morning: sign up for our letter.\n\n\
             Outlet {outlet} is a member of the council of the press."
        );
        let family = family.map_or("null".to_owned(), |family| format!("\"f{family}\""));
        let text = format!("{}\n\n{below}", text.trim_end()).replace('\n', "\\n");
        // Nothing else in these texts has to be escaped.
        writeln!(out, r#"{{"id":"a{number}","outlet":"outlet-{outlet}","text":"{text}","family":{family}}}"#)
            .expect("the file can be written");
        number += 1;
    });
    out.flush().expect("the file can be written");
}
