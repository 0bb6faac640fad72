//! Bounded reading: what no reader can open, or what is too long, is not read to its end.

use std::io::{self, Read};

use crate::kinds::START;

/// What was read from a file or a stream.
#[derive(Debug)]
pub enum Bytes {
    /// All of it.
    Whole(Vec<u8>),
    /// Its first bytes, because no more is wanted.
    Start(Vec<u8>),
    /// It is longer than the limit.
    TooLong {
        /// The limit, in bytes.
        most: usize,
        /// Its length in bytes, if known.
        length: Option<u64>,
    },
}

/// Reads the first bytes, asks for the limit of what begins with them, and reads no further than that. If nothing is wanted, the first
/// bytes are all.
///
/// # Errors
///
/// Returns the error of the system.
pub fn bounded(
    from: &mut dyn Read,
    length: Option<u64>,
    wanted: impl FnOnce(&[u8]) -> Option<usize>,
) -> io::Result<Bytes> {
    let mut bytes = Vec::new();
    from.take(START).read_to_end(&mut bytes)?;
    let Some(most) = wanted(&bytes) else { return Ok(Bytes::Start(bytes)) };
    if length.is_some_and(|length| length > most as u64) {
        return Ok(Bytes::TooLong { most, length });
    }
    let room = (most + 1).saturating_sub(bytes.len());
    let expected = length.and_then(|length| usize::try_from(length).ok()).unwrap_or_default();
    // One byte more, so that the end is seen without growing the buffer.
    bytes.reserve_exact((expected + 1).saturating_sub(bytes.len()).min(room));
    from.take(room as u64).read_to_end(&mut bytes)?;
    Ok(if bytes.len() > most { Bytes::TooLong { most, length: None } } else { Bytes::Whole(bytes) })
}
