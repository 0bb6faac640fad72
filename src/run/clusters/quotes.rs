//! Finds a quote in a table that is never closed, from the bytes as they are read.

use std::io::{self, Read};

/// The byte order mark of UTF-8, which is not part of the first value.
const MARK: &[u8] = b"\xef\xbb\xbf";

/// Reads a table and follows its quotes.
#[derive(Debug)]
pub struct TableQuotes<R> {
    from: R,
    /// The separator between values.
    mark: u8,
    at: At,
    before: u8,
    /// Bytes of the byte order mark that were read.
    passed: usize,
    line: u64,
    opened: u64,
    ended: bool,
}

/// Where a byte is in a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum At {
    Start,
    Bare,
    Quoted,
    /// After a quote within quotes, which ends them or is the first of two.
    Quote,
}

impl<R: Read> TableQuotes<R> {
    /// Reads from `from`, with this separator between values.
    pub fn of(from: R, mark: u8) -> Self {
        Self { from, mark, at: At::Start, before: 0, passed: 0, line: 1, opened: 0, ended: false }
    }

    /// The line of the quote that is never closed; `None` until the end is read.
    pub fn unclosed(&self) -> Option<u64> {
        (self.ended && self.at == At::Quoted).then_some(self.opened)
    }

    fn see(&mut self, byte: u8) {
        if MARK.get(self.passed) == Some(&byte) {
            self.passed += 1;
            return;
        }
        self.passed = MARK.len();
        self.at = match (self.at, byte) {
            (At::Start, b'"') => {
                self.opened = self.line;
                At::Quoted
            }
            (At::Quoted, b'"') => At::Quote,
            (At::Quoted, _) | (At::Quote, b'"') => At::Quoted,
            (_, b'\n' | b'\r') => At::Start,
            (_, byte) if byte == self.mark => At::Start,
            _ => At::Bare,
        };
        self.line += u64::from(byte == b'\r' || (byte == b'\n' && self.before != b'\r'));
        self.before = byte;
    }
}

impl<R: Read> Read for TableQuotes<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let read = self.from.read(into)?;
        self.ended = read == 0 && !into.is_empty();
        into.iter().take(read).for_each(|byte| self.see(*byte));
        Ok(read)
    }
}
