//! Reads JSON lines one by one and passes them on, for several commands.

use std::fs::File;
use std::io::{self, BufRead, BufReader, ErrorKind, Read, Write, stdin};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use flate2::read::MultiGzDecoder;

use super::ending::Ending;
use super::out::{complain, out};
use super::packing::{PackedOut, Packing};
use crate::text::visible;

/// The first bytes of gzip files.
const GZIP: &[u8] = &[0x1f, 0x8b];
/// Lines with problems that are reported one by one.
const MOST_SAID: usize = 5;

/// A line as it was read.
#[derive(Debug, Default)]
pub(super) struct JsonLine {
    /// Its number, from 1.
    pub number: usize,
    /// The whole line, or its beginning.
    pub bytes: Vec<u8>,
    /// Whether it is the whole line.
    pub whole: bool,
}

impl JsonLine {
    /// Reads the line with this number, at most `longest` bytes of it. `None` at the end.
    ///
    /// # Errors
    ///
    /// The input cannot be read.
    pub fn read(lines: &mut dyn BufRead, number: usize, longest: u64) -> io::Result<Option<Self>> {
        let mut bytes = Vec::new();
        Read::take(lines, longest).read_until(b'\n', &mut bytes)?;
        let whole = bytes.ends_with(b"\n") || (bytes.len() as u64) < longest;
        Ok((!bytes.is_empty()).then_some(Self { number, bytes, whole }))
    }

    /// Returns its text, if the line is whole.
    ///
    /// # Errors
    ///
    /// Says what is wrong with it.
    pub fn text(&self) -> Result<&str, String> {
        if !self.whole {
            return Err(format!("is longer than {} bytes", self.bytes.len()));
        }
        std::str::from_utf8(&self.bytes).map_err(|_| "is not UTF-8".to_owned())
    }

    /// Whether it is blank.
    pub fn is_empty(&self) -> bool {
        self.whole && self.bytes.trim_ascii().is_empty()
    }
}

/// The output, and how many lines were written unchanged.
pub(super) struct LineSink<'a> {
    out: &'a mut dyn Write,
    passed_on: usize,
}

impl LineSink<'_> {
    /// Writes the result of a line.
    ///
    /// # Errors
    ///
    /// The output cannot be written.
    pub fn write(&mut self, bytes: &[u8]) -> Result<()> {
        self.out.write_all(bytes).context("cannot write the lines")
    }

    /// Passes a line on unchanged, including what was not read of it, and says why.
    ///
    /// # Errors
    ///
    /// The input cannot be read or the output cannot be written.
    pub fn pass_on(&mut self, line: &JsonLine, shown: &str, reason: &str, rest: &mut dyn BufRead) -> Result<()> {
        self.passed_on += 1;
        if self.passed_on <= MOST_SAID {
            let number = line.number;
            complain(&[visible(&format!("{shown}:{number}: {reason}; passed on unchanged")).into_owned()]);
        }
        self.write(&line.bytes)?;
        if line.whole { Ok(()) } else { self.rest_of_line(rest) }
    }

    fn rest_of_line(&mut self, lines: &mut dyn BufRead) -> Result<()> {
        loop {
            let piece = lines.fill_buf().context("cannot read the rest of a line")?;
            let end = piece.iter().position(|byte| *byte == b'\n');
            let length = end.map_or(piece.len(), |at| at + 1);
            self.out.write_all(&piece[..length]).context("cannot write the lines")?;
            lines.consume(length);
            if end.is_some() || length == 0 {
                return Ok(());
            }
        }
    }
}

/// Processes the lines of each file, or of standard input if no file is named. `complaints` are earlier warnings.
///
/// # Errors
///
/// The input cannot be read or the output cannot be written.
pub(super) fn stream(
    names: &[PathBuf],
    complaints: usize,
    packing: Packing,
    mut work: impl FnMut(&mut LineSink<'_>, &str, &mut dyn BufRead) -> Result<()>,
) -> Result<Ending> {
    let mut out = PackedOut::of(out(), packing)?;
    let mut sink = LineSink { out: &mut out, passed_on: 0 };
    let names = if names.is_empty() { &["-".into()][..] } else { names };
    let written = names.iter().try_for_each(|name| match name.as_os_str() == "-" {
        true => work(&mut sink, "standard input", &mut stdin().lock()),
        false => work(&mut sink, &name.display().to_string(), &mut *opened(name)?),
    });
    let passed_on = sink.passed_on;
    if passed_on > MOST_SAID {
        complain(&[format!("{passed_on} lines were passed on unchanged")]);
    }
    match written.and_then(|()| out.end().context("cannot write the lines")) {
        Err(error) if closed(&error) => Ok(Ending::Fine),
        written => written.map(|()| Ending::with(complaints + passed_on)),
    }
}

fn opened(name: &Path) -> Result<Box<dyn BufRead>> {
    let cannot = || format!("{}: cannot be read", name.display());
    let file = File::open(name).with_context(cannot)?;
    let endless = is_device(&file);
    let mut lines = BufReader::new(file);
    if endless && !lines.fill_buf().with_context(cannot)?.is_empty() {
        bail!("{}: this is a device, not a file", name.display());
    }
    let is_packed = lines.fill_buf().with_context(cannot)?.starts_with(GZIP);
    Ok(if is_packed { Box::new(BufReader::new(MultiGzDecoder::new(lines))) } else { Box::new(lines) })
}

/// Whether a file is a device that may never end. On a terminal the reader ends the input.
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
    error.downcast_ref::<io::Error>().is_some_and(|error| error.kind() == ErrorKind::BrokenPipe)
}
