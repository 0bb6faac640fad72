//! Cleans JSON lines, one article per line, holding only one in memory.
//!
//! Everything in a line except the text stays as it was written, including numbers and escapes; only the spaces between keys are dropped. A
//! line that is not an object, or has no such text, is passed on unchanged, with a warning.

use std::io::BufRead;

use anyhow::{Context, Result};

use super::clean::shown_as;
use super::ending::Ending;
use super::hiding::Jsonl;
use super::in_force::InForce;
use super::json_lines::{self, JsonLine, LineSink};
use super::out::complain;
use super::packing::Packing;
use super::request::Request;
use super::rules::Keeping;
use crate::article::Article;
use crate::boilerplate::Sieve;
use crate::report::Record;

/// The longest line that is read whole, in bytes: many times the longest article.
const LONGEST: u64 = 64 << 20;

/// Cleans the JSON lines of the named files or of standard input.
///
/// # Errors
///
/// The input cannot be read or the output cannot be written.
pub fn stream(jsonl: &Jsonl, request: &Request) -> Result<Ending> {
    let in_force = InForce::read(&Keeping::of(request.rules.clone()), &[]);
    complain(&in_force.complaints);
    let sieve = Sieve::over(&in_force.books);
    json_lines::stream(&request.names, in_force.complaints.len(), Packing::Plain, |sink, shown, lines| {
        clean(&|line: &JsonLine| cleaned(line, jsonl, &sieve), sink, shown, lines)
    })
}

fn clean(
    cleaned: &dyn Fn(&JsonLine) -> Result<Vec<u8>, String>,
    sink: &mut LineSink<'_>,
    shown: &str,
    lines: &mut dyn BufRead,
) -> Result<()> {
    for number in 1.. {
        let read = JsonLine::read(lines, number, LONGEST).with_context(|| format!("{shown}:{number}: cannot be read"));
        let Some(line) = read? else { break };
        match if line.is_empty() { Ok(line.bytes.clone()) } else { cleaned(&line) } {
            Ok(cleaned) => sink.write(&cleaned)?,
            Err(reason) => sink.pass_on(&line, shown, &reason, lines)?,
        }
    }
    Ok(())
}

/// The line with its text cleaned, or why it cannot be cleaned.
fn cleaned(line: &JsonLine, jsonl: &Jsonl, sieve: &Sieve<'_>) -> Result<Vec<u8>, String> {
    let record = Record::of(line.text()?.trim())?;
    let wanted = record.string(&jsonl.text)?;
    let wanted = wanted.ok_or_else(|| format!("has no text for \"{}\"", jsonl.text))?;
    let source = jsonl.source.as_ref().map_or(Ok(None), |key| record.string(key))?;
    let mut article = Article::of_text("", &wanted);
    article.source = source.unwrap_or_default();
    let mask = sieve.mask(&article, &[]);
    if mask.hidden().is_empty() {
        return Ok(line.bytes.clone());
    }
    let mut cleaned = record.with(&jsonl.text, &shown_as(&article, &mask, jsonl.shown)).into_bytes();
    cleaned.extend_from_slice(if line.bytes.ends_with(b"\r\n") { b"\r\n" } else { b"\n" });
    Ok(cleaned)
}
