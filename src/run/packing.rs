//! Compresses output with gzip, on request.

use std::io::{self, Write};

use anyhow::{Result, bail};
use flate2::Compression;
use flate2::write::GzEncoder;

use super::out::is_seen;

/// Whether the output is compressed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Packing {
    /// No.
    #[default]
    Plain,
    /// With gzip.
    Gzip,
}

/// An output, compressed or not.
#[derive(Debug)]
pub enum PackedOut<W: Write> {
    /// Unchanged.
    Plain(W),
    /// Through gzip.
    Gzip(GzEncoder<W>),
}

impl<W: Write> PackedOut<W> {
    /// Wraps an output, compressed if requested.
    ///
    /// # Errors
    ///
    /// Compressed bytes are refused on a terminal.
    pub fn of(out: W, packing: Packing) -> Result<Self> {
        match packing {
            Packing::Plain => Ok(Self::Plain(out)),
            Packing::Gzip if is_seen() => {
                bail!("--gz prints packed bytes, which a terminal cannot show; name a file with >")
            }
            Packing::Gzip => Ok(Self::Gzip(GzEncoder::new(out, Compression::default()))),
        }
    }

    /// Writes what is left.
    ///
    /// # Errors
    ///
    /// The output cannot be written.
    pub fn end(self) -> io::Result<()> {
        match self {
            Self::Plain(mut out) => out.flush(),
            Self::Gzip(packed) => packed.finish()?.flush(),
        }
    }
}

impl<W: Write> Write for PackedOut<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Self::Plain(out) => out.write(bytes),
            Self::Gzip(packed) => packed.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Self::Plain(out) => out.flush(),
            // Flushing in between would only make it larger.
            Self::Gzip(_) => Ok(()),
        }
    }
}
