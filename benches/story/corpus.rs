//! Many articles as lines of JSON, as an engine reads them: with an outlet, what the outlet sets below each article, and the family that
//! the article was made from.

use std::fs::File;
use std::io::{self, BufWriter, Write};

use super::families::{Language, planted};
use super::prng::Prng;

/// Outlets, and the lines that each sets below its articles.
const OUTLETS: usize = 40;

/// Writes so many articles into a file, a line each: `id`, `outlet`, `text`, `family` (null where it has none).
///
/// # Errors
///
/// The file cannot be written.
pub fn write(file: &str, articles: usize) -> io::Result<()> {
    let mut out = BufWriter::new(File::create(file)?);
    let mut prng = Prng::new(1);
    let language = Language::drawn(&mut prng);
    let mut outlets = Prng::new(2);
    let (mut number, mut written) = (0, Ok(()));
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
        let line = format!(r#"{{"id":"a{number}","outlet":"outlet-{outlet}","text":"{text}","family":{family}}}"#);
        if written.is_ok() {
            written = writeln!(out, "{line}");
        }
        number += 1;
    });
    written.and_then(|()| out.flush())
}
