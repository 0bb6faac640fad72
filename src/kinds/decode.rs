//! Decodes bytes to text.
//!
//! The encoding is that of the byte order mark; else UTF-8 if the bytes are valid; else UTF-16 if their zeros suggest it; else UTF-8 again
//! if all but a few bytes are valid; else it is guessed. Whether it is text is decided from the decoded text, because UTF-16 is full of
//! zeros, and from the first bytes, because some binary formats begin like text.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

use super::disk::DiskMap;
use super::encodings::{Read, guess, legacy, utf8, utf16};
use crate::text::count;

/// A decoded text and its encoding.
#[derive(Clone, Debug)]
pub struct Decoded {
    /// The whole text, without a byte order mark.
    pub text: String,
    /// The map back to the bytes.
    pub disk: DiskMap,
    /// The encoding's name.
    pub encoding: &'static str,
    /// Whether the encoding was guessed.
    pub guessed: bool,
    /// How many bytes were invalid and became U+FFFD.
    pub misfits: usize,
}

/// Why bytes are not text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Undecodable {
    /// They are empty, or only white space.
    Empty,
    /// They are binary.
    Binary,
    /// They are longer than 4 GiB.
    TooLong,
}

/// Decodes a file's bytes.
///
/// Control characters, line breaks and white space are kept: every place in the text has its place on disk.
///
/// # Errors
///
/// Returns why the bytes are no text: they are empty, binary or longer than 4 GiB.
pub fn decode(bytes: &[u8]) -> Result<Decoded, Undecodable> {
    if bytes.len() > LONGEST {
        return Err(Undecodable::TooLong);
    }
    if has_binary_start(bytes) {
        return Err(Undecodable::Binary);
    }
    let decoded = by_mark(bytes).unwrap_or_else(|| by_bytes(bytes));
    if decoded.text.len() > LONGEST {
        return Err(Undecodable::TooLong);
    }
    if decoded.text.chars().all(|c| c.is_whitespace() || c == '\u{feff}') {
        return Err(Undecodable::Empty);
    }
    if is_binary(&decoded, bytes) {
        return Err(Undecodable::Binary);
    }
    Ok(decoded)
}

/// Decodes a file in the encoding that the reader chose. A byte order mark takes precedence.
///
/// # Errors
///
/// The file is empty or too long.
pub fn decode_as(bytes: &[u8], encoding: &'static Encoding) -> Result<Decoded, Undecodable> {
    if bytes.len() > LONGEST {
        return Err(Undecodable::TooLong);
    }
    let decoded = by_mark(bytes).unwrap_or_else(|| {
        let read = match encoding {
            it if it == UTF_8 => utf8(bytes, 0),
            it if it == UTF_16LE => utf16(bytes, 0, u16::from_le_bytes),
            it if it == UTF_16BE => utf16(bytes, 0, u16::from_be_bytes),
            it => legacy(bytes, it),
        };
        finish(read, encoding.name())
    });
    if decoded.text.len() > LONGEST {
        return Err(Undecodable::TooLong);
    }
    if decoded.text.trim().is_empty() { Err(Undecodable::Empty) } else { Ok(decoded) }
}

/// The longest file and the longest text, in bytes: places are kept in 32 bits.
pub(crate) const LONGEST: usize = u32::MAX as usize;

/// Whether bytes begin like a well-known binary format.
pub(super) fn has_binary_start(bytes: &[u8]) -> bool {
    const STARTS: &[&[u8]] = &[
        b"%PDF-",
        b"PK\x03\x04",
        b"PK\x05\x06",
        b"\x1f\x8b",
        b"\x89PNG",
        b"GIF87a",
        b"GIF89a",
        b"\xff\xd8\xff",
        b"\x7fELF",
        b"OggS\0",
        b"ID3\x03",
        b"ID3\x04",
        b"7z\xbc\xaf",
        b"Rar!\x1a",
        b"\xfd7zXZ",
        b"\x28\xb5\x2f\xfd",
        b"SQLite format 3\0",
        b"\xd0\xcf\x11\xe0",
        b"\xca\xfe\xba\xbe",
        b"{\\rtf",
    ];
    let riff = bytes.starts_with(b"RIFF") && matches!(bytes.get(8..12), Some(b"WEBP" | b"WAVE" | b"AVI "));
    let bzip = bytes.starts_with(b"BZh") && bytes.get(4..8) == Some(b"1AY&");
    riff || bzip || STARTS.iter().any(|start| bytes.starts_with(start))
}

/// Decodes bytes that begin with a byte order mark.
fn by_mark(bytes: &[u8]) -> Option<Decoded> {
    let (encoding, mark) = Encoding::for_bom(bytes)?;
    let read = match encoding {
        it if it == UTF_16LE => utf16(bytes, mark, u16::from_le_bytes),
        it if it == UTF_16BE => utf16(bytes, mark, u16::from_be_bytes),
        _ => utf8(bytes, mark),
    };
    Some(finish(read, encoding.name()))
}

/// Decodes bytes without a byte order mark.
fn by_bytes(bytes: &[u8]) -> Decoded {
    let unmarked = finish(utf8(bytes, 0), UTF_8.name());
    if unmarked.misfits == 0 && !is_binary(&unmarked, bytes) {
        return unmarked;
    }
    if let Some(decoded) = by_zeros(bytes) {
        return decoded;
    }
    if mostly_fits(bytes) {
        return unmarked;
    }
    let encoding = guess(bytes);
    Decoded { guessed: true, ..finish(legacy(bytes, encoding), encoding.name()) }
}

/// Decodes UTF-16 without a byte order mark, recognised by the zeros of its spaces and line breaks.
fn by_zeros(bytes: &[u8]) -> Option<Decoded> {
    if !bytes.contains(&0) {
        return None;
    }
    let little = finish(utf16(bytes, 0, u16::from_le_bytes), UTF_16LE.name());
    let big = finish(utf16(bytes, 0, u16::from_be_bytes), UTF_16BE.name());
    let gaps = |it: &Decoded| it.text.matches([' ', '\n', '\r', '。', '，', '、']).count();
    [little, big].into_iter().filter(|it| gaps(it) > 0 && reads_as_prose(it)).max_by_key(gaps)
}

/// Whether nearly all of a text is letters, digits, spaces and common punctuation, with nothing that does not fit.
fn reads_as_prose(decoded: &Decoded) -> bool {
    let prose = |c: char| c.is_alphanumeric() || c.is_whitespace() || c.is_ascii_punctuation() || is_mark(c);
    let (all, odd) = decoded.text.chars().fold((0, 0), |(all, odd), c| (all + 1, odd + usize::from(!prose(c))));
    decoded.misfits <= 1 && odd * 10 <= all
}

/// Whether `c` is typographic or CJK punctuation, or a combining character.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{203a}' | '\u{3001}'..='\u{3011}' | '\u{ff01}'..='\u{ff0f}'
        | '\u{a1}'..='\u{bf}' | '\u{feff}')
        || unicode_normalization::char::is_combining_mark(c)
}

/// Whether UTF-8 has at least two multi-byte characters for each invalid sequence.
fn mostly_fits(bytes: &[u8]) -> bool {
    let (good, broken) = bytes.utf8_chunks().fold((0, 0), |(good, broken), chunk| {
        let long = chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        (good + long, broken + usize::from(!chunk.invalid().is_empty()))
    });
    good >= 2 * broken
}

fn finish(read: Read, encoding: &'static str) -> Decoded {
    Decoded { text: read.text, disk: read.disk, encoding, guessed: false, misfits: read.misfits }
}

/// Whether a decoded text is not really text: it was guessed despite zeros, or a quarter of it is no valid character, or a tenth is unusual
/// control characters, or a hundredth zeros.
fn is_binary(decoded: &Decoded, bytes: &[u8]) -> bool {
    if decoded.guessed && bytes.contains(&0) {
        return true;
    }
    let text = decoded.text.as_bytes();
    let all = count(text, |byte| byte & 0xc0 != 0x80);
    let zeros = count(text, |byte| byte == 0);
    // Control characters of one byte, and of two except for the line break among them.
    let short = count(text, |byte| matches!(byte, 0..=6 | 0x0e..=0x1a | 0x1c..=0x1f | 0x7f));
    let is_long = |two: &[u8]| two[0] == 0xc2 && matches!(two[1], 0x80..=0x84 | 0x86..=0x9f);
    let long = if text.len() == all { 0 } else { text.windows(2).filter(|two| is_long(two)).count() };
    let odd = short + long;
    let broken = decoded.misfits > 2 && decoded.misfits * 4 > all;
    broken || odd * 10 > all || zeros > 1 + all / 100
}
