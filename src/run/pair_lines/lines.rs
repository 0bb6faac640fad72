//! Pairs of texts, one a line of JSON, collated one by one: any number in the memory of a few. An engine runs it over its shards.
//!
//! All of a line but the two texts is carried along as it was written. A line that is no object, or lacks one of them, is passed on as
//! it is, and said.

use std::fs::File;
use std::io::{BufRead, BufReader, ErrorKind, Read, Write, stdin};
use std::path::PathBuf;

use anyhow::{Context, Result};

use super::wanted::PairLines;
use crate::article::Article;
use crate::boilerplate::Sieve;
use crate::collate::{Cancel, Witness, collate};
use crate::report::{Record, Reported, pair_measures, pair_whole};
use crate::run::crew::Crew;
use crate::run::ending::Ending;
use crate::run::in_force::InForce;
use crate::run::out::{complain, out};
use crate::run::request::Request;
use crate::run::rules::Keeping;
use crate::text::{Pair, visible};

/// The longest line that is read as a whole, in bytes: many times two of the longest articles.
const LONGEST: u64 = 128 << 20;
/// Lines that are shared out at once, and the bytes that they may have together before no more is read.
const TOGETHER: usize = 256;
const MUCH: usize = 8 << 20;
/// So many lines are complained about one by one.
const MOST_SAID: usize = 5;

/// Collates what stands in lines of JSON, in the files named or the standard input.
///
/// # Errors
///
/// Says what cannot be read or written.
pub fn stream(pairs: &PairLines, request: &Request) -> Result<Ending> {
    let in_force = InForce::read(&Keeping::of(request.rules.clone()), &[]);
    complain(&in_force.complaints);
    let mut out = out();
    let mut streaming = PairStream { pairs, sieve: Sieve::over(&in_force.books), out: &mut out, passed_on: 0 };
    let names = if request.names.is_empty() { &[PathBuf::from("-")][..] } else { &request.names };
    let written = names.iter().try_for_each(|name| streaming.file(name));
    let passed_on = streaming.passed_on;
    if passed_on > MOST_SAID {
        complain(&[format!("{passed_on} lines were passed on unchanged")]);
    }
    match written.and_then(|()| out.flush().context("cannot write the lines")) {
        Err(error) if closed(&error) => Ok(Ending::Fine),
        written => written.map(|()| Ending::with(in_force.complaints.len() + passed_on)),
    }
}

fn closed(error: &anyhow::Error) -> bool {
    error.downcast_ref::<std::io::Error>().is_some_and(|error| error.kind() == ErrorKind::BrokenPipe)
}

struct PairStream<'a> {
    pairs: &'a PairLines,
    sieve: Sieve<'a>,
    out: &'a mut dyn Write,
    passed_on: usize,
}

/// A line as it was read: its number, and whether it is whole.
struct ReadLine {
    number: usize,
    bytes: Vec<u8>,
    whole: bool,
}

impl PairStream<'_> {
    fn file(&mut self, name: &PathBuf) -> Result<()> {
        if name.as_os_str() == "-" {
            return self.lines("standard input", &mut stdin().lock());
        }
        let shown = name.display().to_string();
        let file = File::open(name).with_context(|| format!("{shown}: cannot be read"))?;
        self.lines(&shown, &mut BufReader::with_capacity(1 << 16, file))
    }

    fn lines(&mut self, shown: &str, from: &mut dyn BufRead) -> Result<()> {
        let mut number = 0;
        loop {
            let (mut some, mut bytes) = (Vec::new(), 0);
            while some.len() < TOGETHER && bytes < MUCH {
                number += 1;
                let mut line = Vec::new();
                let cannot = || format!("{shown}:{number}: cannot be read");
                Read::take(&mut *from, LONGEST).read_until(b'\n', &mut line).with_context(cannot)?;
                if line.is_empty() {
                    break;
                }
                let whole = line.ends_with(b"\n") || (line.len() as u64) < LONGEST;
                bytes += line.len();
                some.push(ReadLine { number, bytes: line, whole });
                if !whole {
                    break;
                }
            }
            let Some(last) = some.last() else { return Ok(()) };
            let cut = !last.whole;
            self.some(shown, &some)?;
            if cut {
                self.rest_of_line(from).with_context(|| format!("{shown}:{number}: cannot be read"))?;
            }
        }
    }

    fn some(&mut self, shown: &str, some: &[ReadLine]) -> Result<()> {
        let (pairs, sieve) = (self.pairs, &self.sieve);
        let each = Crew::all_hands().all(some.len(), |at| some.get(at).map(|line| collated(line, (pairs, sieve))));
        for (line, collated) in some.iter().zip(each.into_iter().flatten()) {
            match collated {
                Ok(collated) => self.out.write_all(collated.as_bytes()).context("cannot write the lines")?,
                Err(reason) => {
                    self.passed_on += 1;
                    if self.passed_on <= MOST_SAID {
                        let number = line.number;
                        complain(&[visible(&format!("{shown}:{number}: {reason}; passed on unchanged")).into_owned()]);
                    }
                    self.out.write_all(&line.bytes).context("cannot write the lines")?;
                }
            }
        }
        Ok(())
    }

    /// Passes on what is left of a line, in pieces.
    fn rest_of_line(&mut self, from: &mut dyn BufRead) -> std::io::Result<()> {
        loop {
            let piece = from.fill_buf()?;
            let end = piece.iter().position(|byte| *byte == b'\n');
            let length = end.map_or(piece.len(), |at| at + 1);
            self.out.write_all(piece.get(..length).unwrap_or_default())?;
            from.consume(length);
            if end.is_some() || length == 0 {
                return Ok(());
            }
        }
    }
}

/// Gives a line with what its two texts share, or why that cannot be.
fn collated(line: &ReadLine, (pairs, sieve): (&PairLines, &Sieve<'_>)) -> Result<String, String> {
    if line.bytes.trim_ascii().is_empty() {
        return Ok(String::from_utf8_lossy(&line.bytes).into_owned());
    }
    if !line.whole {
        return Err(format!("is longer than {LONGEST} bytes"));
    }
    let text = std::str::from_utf8(&line.bytes).map_err(|_| "is not UTF-8".to_owned())?;
    let record = Record::of(text.trim())?;
    let keys = Pair::new(pairs.left.as_str(), pairs.right.as_str());
    let text = |key: &str| record.string(key)?.ok_or_else(|| format!("has no text under \"{key}\""));
    let articles =
        Pair::new(Article::of_text(keys.left, &text(keys.left)?), Article::of_text(keys.right, &text(keys.right)?));
    let masks = articles.as_ref().map(|article| sieve.mask(article, &[]));
    let (articles, masks) = (articles.as_ref(), masks.as_ref());
    let witnesses = Pair::from_fn(|side| Witness { article: articles[side], mask: masks[side] });
    // Nobody raises the flag, so there always is an answer.
    let collation = collate(witnesses, &Cancel::default()).unwrap_or_default();
    let reported = Reported { articles, masks, collation: &collation, remarks: &[] };
    let told = if pairs.whole { pair_whole(&reported) } else { pair_measures(&reported) };
    Ok(record.with_others(&[keys.left, keys.right], &[("collation", &told)]) + "\n")
}
