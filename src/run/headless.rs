//! Without a screen: reports on all pairs, printed.

use std::io::{ErrorKind, Write};

use anyhow::{Context, Result, bail};

use super::request::Format;
use super::start::Opened;
use crate::article::Article;
use crate::boilerplate::{Mask, mask};
use crate::collate::{Cancel, Collation, Witness, collate};
use crate::report::{Reported, json, text};
use crate::text::Pair;

/// Prints a report on each pair of articles, in their order, one after another, under the same rules as on the screen.
///
/// An output that is closed early, as by `head`, ends it without a word.
///
/// # Errors
///
/// Says that there is nothing to compare, or why the output cannot be written.
pub fn print(opened: &Opened, format: Format, out: &mut dyn Write) -> Result<()> {
    if opened.articles.len() < 2 {
        bail!("only one article could be opened: a report needs two");
    }
    let masked: Vec<Masked<'_>> = opened.articles.iter().map(|article| Masked::of(article, opened)).collect();
    let written = match format {
        Format::Text => print_text(&masked, out),
        Format::Json => print_json(&masked, out),
    };
    match written.and_then(|()| out.flush()) {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        written => written.context("cannot write the report"),
    }
}

/// An article and what is hidden of it.
#[derive(Debug)]
struct Masked<'a> {
    article: &'a Article,
    mask: Mask,
}

impl<'a> Masked<'a> {
    fn of(article: &'a Article, opened: &Opened) -> Self {
        Self { article, mask: mask(article, &opened.rules, &[]) }
    }
}

fn print_text(masked: &[Masked<'_>], out: &mut dyn Write) -> std::io::Result<()> {
    for (number, pair) in pairs(masked).enumerate() {
        if number > 0 {
            out.write_all(b"\n")?;
        }
        let collation = collated(pair);
        out.write_all(text(&reported(pair, &collation)).as_bytes())?;
    }
    Ok(())
}

fn print_json(masked: &[Masked<'_>], out: &mut dyn Write) -> std::io::Result<()> {
    let collated: Vec<_> = pairs(masked).map(|pair| (pair, collated(pair))).collect();
    let reports: Vec<_> = collated.iter().map(|(pair, collation)| reported(*pair, collation)).collect();
    out.write_all(json(&reports).as_bytes())
}

fn pairs<'m, 'a>(masked: &'m [Masked<'a>]) -> impl Iterator<Item = Pair<&'m Masked<'a>>> {
    let from = |left: usize| masked.iter().skip(left + 1);
    masked.iter().enumerate().flat_map(move |(at, left)| from(at).map(move |right| Pair::new(left, right)))
}

fn collated(pair: Pair<&Masked<'_>>) -> Collation {
    let witnesses = pair.map(|masked| Witness { article: masked.article, mask: &masked.mask });
    // Nobody raises the flag, so there always is an answer.
    collate(witnesses, &Cancel::default()).unwrap_or_default()
}

fn reported<'a>(pair: Pair<&'a Masked<'_>>, collation: &'a Collation) -> Reported<'a> {
    Reported { articles: pair.map(|masked| masked.article), masks: pair.map(|masked| &masked.mask), collation }
}
