//! JSON with a line a value, written by hand: a report on long texts has hundreds of thousands of values, nearly all of them numbers
//! with short names.

use std::io::{self, Write};

/// As many spaces as a line is ever indented.
const SPACES: &[u8; 32] = b"                                ";
/// Spaces a level.
const STEP: usize = 2;
/// Bytes that are written at once.
const PIECE: usize = 1 << 16;

/// A form that is being filled in. Names are written as they are, texts with their odd characters escaped.
pub(super) struct Leaves<'w> {
    out: &'w mut dyn Write,
    waiting: Vec<u8>,
    written: io::Result<()>,
    level: usize,
    /// Whether something stands in what is open.
    filled: bool,
}

impl<'w> Leaves<'w> {
    /// Prepares to write to `out`.
    pub fn new(out: &'w mut dyn Write) -> Self {
        Self { out, waiting: Vec::with_capacity(2 * PIECE), written: Ok(()), level: 0, filled: false }
    }

    /// Writes what is left.
    ///
    /// # Errors
    ///
    /// Says why `out` takes no more.
    pub fn finish(mut self) -> io::Result<()> {
        self.waiting.push(b'\n');
        self.pass_on();
        self.written
    }

    /// Writes an object of fields.
    pub fn object(&mut self, fields: impl FnOnce(&mut Self)) {
        self.open(b'{');
        fields(self);
        self.close(b'}');
    }

    /// Writes a row of values, each as `write` says.
    pub fn array<T>(&mut self, items: impl IntoIterator<Item = T>, mut write: impl FnMut(&mut Self, T)) {
        self.open(b'[');
        for item in items {
            self.line();
            write(self, item);
        }
        self.close(b']');
    }

    /// Writes the name of a field, after which its value is to be written.
    pub fn field(&mut self, name: &'static str) -> &mut Self {
        self.line();
        self.waiting.push(b'"');
        self.waiting.extend_from_slice(name.as_bytes());
        self.waiting.extend_from_slice(b"\": ");
        self
    }

    /// Writes a number.
    pub fn number(&mut self, number: usize) {
        let (mut digits, mut at, mut rest) = ([0; 20], 20, number);
        loop {
            at -= 1;
            digits[at] = b'0' + (rest % 10) as u8;
            rest /= 10;
            if rest == 0 {
                break;
            }
        }
        self.waiting.extend_from_slice(&digits[at..]);
    }

    /// Writes yes or no.
    pub fn flag(&mut self, flag: bool) {
        self.waiting.extend_from_slice(if flag { b"true" } else { b"false" });
    }

    /// Writes a text, or that there is none.
    pub fn text(&mut self, text: Option<&str>) {
        let written = serde_json::to_writer(&mut self.waiting, &text);
        self.note(written.map_err(Into::into));
    }

    fn open(&mut self, bracket: u8) {
        self.waiting.push(bracket);
        self.level += 1;
        self.filled = false;
    }

    fn close(&mut self, bracket: u8) {
        self.level -= 1;
        if self.filled {
            self.indent();
        }
        self.waiting.push(bracket);
        self.filled = true;
        if self.waiting.len() >= PIECE {
            self.pass_on();
        }
    }

    /// Begins the line of a value.
    fn line(&mut self) {
        if self.filled {
            self.waiting.push(b',');
        }
        self.indent();
        self.filled = true;
    }

    fn indent(&mut self) {
        self.waiting.push(b'\n');
        let end = self.waiting.len() + (self.level * STEP).min(SPACES.len());
        self.waiting.extend_from_slice(SPACES);
        self.waiting.truncate(end);
    }

    fn pass_on(&mut self) {
        let written = if self.written.is_ok() { self.out.write_all(&self.waiting) } else { Ok(()) };
        self.note(written);
        self.waiting.clear();
    }

    /// Keeps the first thing that went wrong.
    fn note(&mut self, written: io::Result<()>) {
        if self.written.is_ok() {
            self.written = written;
        }
    }
}
