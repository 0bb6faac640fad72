//! The only way out: everything printed to standard output or error goes through here, and a terminal gets no control sequences from texts.
//! A file or a pipe gets every byte unchanged.
//!
//! Exceptions: the screen is drawn by `terminal`, cell by cell, and the progress line is written by `progress`.

use std::env;
use std::io::{self, BufWriter, ErrorKind, IsTerminal, Write, stderr, stdout};
use std::sync::atomic::{AtomicBool, Ordering};

use anyhow::{Context, Result};

use super::links;
use super::wrapping::hung;
use crate::text::visible;

/// Whether the reader wants it printed, whatever the terminal can do.
static LINEAR: AtomicBool = AtomicBool::new(false);

/// Bytes that are written at once.
const PIECE: usize = 1 << 16;

/// The control sequences that a text has on purpose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meant {
    /// None.
    Nothing,
    /// Those for colours and weights.
    Looks,
}

/// Whether standard output is a terminal.
pub fn is_seen() -> bool {
    stdout().is_terminal()
}

/// Whether a screen can be drawn: on a terminal that can move its cursor.
pub fn is_drawable() -> bool {
    is_seen() && !is_dumb()
}

/// Whether it only prints, line after line: the reader wants it so, or the terminal can do no more.
pub fn is_dumb() -> bool {
    LINEAR.load(Ordering::Relaxed) || dumb_name().is_some()
}

/// Only prints from now on, and never draws a screen.
pub fn only_print() {
    LINEAR.store(true, Ordering::Relaxed);
}

/// What `TERM` says of a terminal that cannot move its cursor.
pub(super) fn dumb_name() -> Option<&'static str> {
    match env::var_os("TERM")?.to_str()? {
        "" => Some("empty"),
        "dumb" => Some("dumb"),
        _ => None,
    }
}

/// Standard output.
pub fn out() -> Out<impl Write> {
    Out::new(stdout().lock(), is_seen().then_some(Meant::Nothing))
}

/// Prints a text; ends quietly if the reader closes the output early.
///
/// # Errors
///
/// The output cannot be written.
pub fn print(text: &[u8], meant: Meant) -> Result<()> {
    let mut out = Out::new(stdout().lock(), is_seen().then_some(meant));
    match out.write_all(text).and_then(|()| out.flush()) {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        written => written.context("cannot write"),
    }
}

/// Prints warnings to standard error, one per line; ignores a closed one.
pub fn complain(complaints: &[String]) {
    for complaint in complaints {
        let said = without_codes(complaint);
        let said = visible(&said);
        let said = if stderr().is_terminal() && links::are_known() {
            links::linked(&said, links::whole_path)
        } else {
            said.into_owned()
        };
        let _ = writeln!(stderr(), "ibid: {said}");
    }
}

/// A message without the number that the system gives to an error, and with ibid's own words for the most frequent one.
pub(super) fn without_codes(said: &str) -> String {
    let mut plain = said.to_owned();
    while let Some((before, rest)) = plain.split_once(" (os error ") {
        let after = rest.trim_start_matches(|c: char| c.is_ascii_digit());
        plain = format!("{before}{}", after.strip_prefix(')').unwrap_or(after));
    }
    plain
        .replace(": cannot be read: No such file or directory", ": no such file")
        .replace(": No such file or directory", ": no such file")
}

/// A text made safe for a terminal: keeps line ends, tabs and the intended sequences.
pub fn shown(text: &str, meant: Meant) -> String {
    let mut shown = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        let (said, end) = match line.strip_suffix('\n') {
            None => (line, ""),
            Some(said) => said.strip_suffix('\r').map_or((said, "\n"), |said| (said, "\r\n")),
        };
        for (at, part) in said.split('\t').enumerate() {
            shown.push_str(if at > 0 { "\t" } else { "" });
            show_part(part, meant, &mut shown);
        }
        shown.push_str(end);
    }
    shown
}

fn show_part(part: &str, meant: Meant, shown: &mut String) {
    let mut rest = part;
    while let Some(at) = rest.find('\x1b').filter(|_| meant == Meant::Looks) {
        let (before, from) = rest.split_at(at);
        let looks = look(from);
        let (command, behind) = from.split_at(looks.max(1));
        shown.push_str(&visible(before));
        shown.push_str(&if looks > 0 { command.into() } else { visible(command) });
        rest = behind;
    }
    shown.push_str(&visible(rest));
}

/// The length of a sequence for colours and weights, `ESC [ digits m`, at the start of a text; 0 if there is none.
fn look(text: &str) -> usize {
    let Some(said) = text.strip_prefix("\x1b[") else { return 0 };
    let digits = said.bytes().take_while(|byte| byte.is_ascii_digit() || *byte == b';').count();
    if said.as_bytes().get(digits) == Some(&b'm') { 2 + digits + 1 } else { 0 }
}

/// An output that makes text safe for a terminal, line by line.
#[derive(Debug)]
pub struct Out<W: Write> {
    to: BufWriter<W>,
    meant: Option<Meant>,
    /// Whether it adds links.
    links: bool,
    /// The width in cells, if lines are wrapped.
    width: Option<usize>,
    line: Vec<u8>,
}

impl<W: Write> Out<W> {
    pub(super) fn new(to: W, seen: Option<Meant>) -> Self {
        Self {
            to: BufWriter::with_capacity(PIECE, to),
            meant: seen,
            links: seen.is_some() && links::are_known(),
            width: None,
            line: Vec::new(),
        }
    }

    /// Wraps longer lines, if the output is a terminal.
    pub fn wrapped(self, width: Option<usize>) -> Self {
        Self { width, ..self }
    }

    fn put_line(&mut self, meant: Meant) -> io::Result<()> {
        let line = std::mem::take(&mut self.line);
        let shown = shown(&String::from_utf8_lossy(&line), meant);
        let shown = if let Some(width) = self.width { hung(&shown, width) } else { shown };
        let shown = if self.links { links::linked(&shown, links::whole_path) } else { shown };
        self.to.write_all(shown.as_bytes())
    }
}

impl<W: Write> Write for Out<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let Some(meant) = self.meant else { return self.to.write(bytes) };
        for part in bytes.split_inclusive(|byte| *byte == b'\n') {
            self.line.extend_from_slice(part);
            if part.ends_with(b"\n") {
                self.put_line(meant)?;
            }
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        if let Some(meant) = self.meant {
            self.put_line(meant)?;
        }
        self.to.flush()
    }
}
