//! Lines of JSON, each with an article in it, read and written again one by one: any number in the memory of one.
//!
//! All of a line but the text stays as it was written, numbers and escapes with it; only the spaces between keys go. A line
//! that is no object, or has no such text, is passed on unchanged, and said.

use std::fs::File;
use std::io::{BufRead, BufReader, ErrorKind, Read, Write, stdin};
use std::path::Path;

use anyhow::{Context, Result, bail};

use super::clean::shown_as;
use super::ending::Ending;
use super::hiding::Jsonl;
use super::in_force::InForce;
use super::out::{complain, out};
use super::request::Request;
use super::rules::Keeping;
use crate::article::Article;
use crate::boilerplate::Sieve;
use crate::report::Record;
use crate::text::visible;

/// The longest line that is read as a whole, in bytes: many times the longest article.
const LONGEST: u64 = 64 << 20;
/// So many lines are complained about one by one.
const MOST_SAID: usize = 5;

/// Cleans what stands in lines of JSON, in the files named or the standard input.
///
/// # Errors
///
/// Says what cannot be read or written.
pub fn stream(jsonl: &Jsonl, request: &Request) -> Result<Ending> {
    let keeping = Keeping::of(request.rules.clone());
    let in_force = InForce::read(&keeping, &[]);
    complain(&in_force.complaints);
    let mut out = out();
    let mut streaming = Streaming { jsonl, sieve: Sieve::over(&in_force.books), out: &mut out, passed_on: 0 };
    let names = if request.names.is_empty() { &["-".into()][..] } else { &request.names };
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

/// Tells whether a file is a device that may never end. A terminal ends where its reader says so.
fn is_device(file: &File) -> bool {
    #[cfg(unix)]
    {
        use std::io::IsTerminal;
        use std::os::unix::fs::FileTypeExt;

        let kind = file.metadata().map(|found| found.file_type());
        kind.is_ok_and(|kind| kind.is_char_device() || kind.is_block_device()) && !file.is_terminal()
    }
    #[cfg(not(unix))]
    {
        let _ = file;
        false
    }
}

fn closed(error: &anyhow::Error) -> bool {
    error.downcast_ref::<std::io::Error>().is_some_and(|error| error.kind() == ErrorKind::BrokenPipe)
}

struct Streaming<'a> {
    jsonl: &'a Jsonl,
    sieve: Sieve<'a>,
    out: &'a mut dyn Write,
    passed_on: usize,
}

impl Streaming<'_> {
    fn file(&mut self, name: &Path) -> Result<()> {
        if name.as_os_str() == "-" {
            return self.lines("standard input", &mut stdin().lock());
        }
        let shown = name.display().to_string();
        let cannot = || format!("{shown}: cannot be read");
        let file = File::open(name).with_context(cannot)?;
        let endless = is_device(&file);
        let mut lines = BufReader::new(file);
        if endless && !lines.fill_buf().with_context(cannot)?.is_empty() {
            bail!("{shown}: this is a device, not a file");
        }
        self.lines(&shown, &mut lines)
    }

    fn lines(&mut self, shown: &str, lines: &mut dyn BufRead) -> Result<()> {
        let mut line = Vec::new();
        for number in 1.. {
            line.clear();
            let cannot = || format!("{shown}:{number}: cannot be read");
            Read::take(&mut *lines, LONGEST).read_until(b'\n', &mut line).with_context(cannot)?;
            if line.is_empty() {
                break;
            }
            if line.trim_ascii().is_empty() {
                self.out.write_all(&line).context("cannot write the lines")?;
                continue;
            }
            let whole = line.ends_with(b"\n") || (line.len() as u64) < LONGEST;
            let long = || Err(format!("is longer than {LONGEST} bytes"));
            match if whole { self.cleaned(&line) } else { long() } {
                Ok(cleaned) => self.out.write_all(&cleaned).context("cannot write the lines")?,
                Err(reason) => {
                    self.passed_on += 1;
                    if self.passed_on <= MOST_SAID {
                        complain(&[visible(&format!("{shown}:{number}: {reason}; passed on unchanged")).into_owned()]);
                    }
                    self.out.write_all(&line).context("cannot write the lines")?;
                    if !whole {
                        self.rest_of_line(lines).with_context(cannot)?;
                    }
                }
            }
        }
        Ok(())
    }

    /// Passes on what is left of a line, in pieces.
    fn rest_of_line(&mut self, lines: &mut dyn BufRead) -> std::io::Result<()> {
        loop {
            let piece = lines.fill_buf()?;
            let end = piece.iter().position(|byte| *byte == b'\n');
            let length = end.map_or(piece.len(), |at| at + 1);
            self.out.write_all(&piece[..length])?;
            lines.consume(length);
            if end.is_some() || length == 0 {
                return Ok(());
            }
        }
    }

    /// Gives the line with its text cleaned, or why that cannot be.
    fn cleaned(&self, line: &[u8]) -> Result<Vec<u8>, String> {
        let text = std::str::from_utf8(line).map_err(|_| "is not UTF-8".to_owned())?;
        let record = Record::of(text.trim())?;
        let wanted = record.string(&self.jsonl.text)?;
        let wanted = wanted.ok_or_else(|| format!("has no text under \"{}\"", self.jsonl.text))?;
        let source = self.jsonl.source.as_ref().map_or(Ok(None), |key| record.string(key))?;
        let mut article = Article::of_text("", &wanted);
        article.source = source.unwrap_or_default();
        let mask = self.sieve.mask(&article, &[]);
        if mask.hidden().is_empty() {
            return Ok(line.to_vec());
        }
        let mut cleaned = record.with(&self.jsonl.text, &shown_as(&article, &mask, self.jsonl.shown)).into_bytes();
        cleaned.extend_from_slice(if line.ends_with(b"\r\n") { b"\r\n" } else { b"\n" });
        Ok(cleaned)
    }
}
