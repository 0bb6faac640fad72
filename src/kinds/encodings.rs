//! Decoders of single encodings: each returns the text and the map back to the bytes.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Decoder, Encoding};

use super::disk::{DiskMap, Step};

/// A decoded text.
#[derive(Clone, Debug)]
pub struct Read {
    /// The text.
    pub text: String,
    /// The map back to the bytes.
    pub disk: DiskMap,
    /// How many bytes were invalid and became U+FFFD.
    pub misfits: usize,
}

impl Read {
    fn after(skipped: usize, capacity: usize) -> Self {
        Self { text: String::with_capacity(capacity), disk: DiskMap::identity(skipped), misfits: 0 }
    }

    fn push_same(&mut self, text: &str) {
        self.text.push_str(text);
        self.disk.push_same(text.len());
    }

    fn push(&mut self, c: char, bytes: usize) {
        self.text.push(c);
        self.disk.push(Step { text: c.len_utf8() as u16, disk: bytes as u16 });
    }

    fn push_misfit(&mut self, bytes: usize) {
        self.push(char::REPLACEMENT_CHARACTER, bytes);
        self.misfits += bytes;
    }
}

/// Reads UTF-8 after `skipped` bytes.
pub fn utf8(bytes: &[u8], skipped: usize) -> Read {
    let mut read = Read::after(skipped, bytes.len());
    let bytes = bytes.get(skipped..).unwrap_or_default();
    if let Ok(text) = std::str::from_utf8(bytes) {
        read.push_same(text);
        return read;
    }
    for chunk in bytes.utf8_chunks() {
        read.push_same(chunk.valid());
        if !chunk.invalid().is_empty() {
            read.push_misfit(chunk.invalid().len());
        }
    }
    read
}

/// Reads UTF-16 after `skipped` bytes; `unit` makes a code unit of two bytes.
pub fn utf16(bytes: &[u8], skipped: usize, unit: fn([u8; 2]) -> u16) -> Read {
    let mut read = Read::after(skipped, bytes.len() / 2);
    let mut pairs = bytes.get(skipped..).unwrap_or_default().chunks_exact(2);
    let units = pairs.by_ref().filter_map(|pair| Some(unit(pair.try_into().ok()?)));
    for decoded in char::decode_utf16(units) {
        match decoded {
            Ok(c) => read.push(c, 2 * c.len_utf16()),
            Err(_) => read.push_misfit(2),
        }
    }
    if !pairs.remainder().is_empty() {
        read.push_misfit(1);
    }
    read
}

/// Guesses the encoding of bytes that are not UTF-8.
pub fn guess(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    detector.guess(None, Utf8Detection::Deny)
}

/// Reads an ASCII-compatible encoding of one or several bytes per character.
///
/// Outside ASCII, the decoder is fed byte by byte, because it does not say which bytes made which character.
pub fn legacy(bytes: &[u8], encoding: &'static Encoding) -> Read {
    let mut read = Read::after(0, bytes.len());
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let mut made = String::new();
    let (mut from, mut at) = (0, 0);
    while at < bytes.len() {
        let plain = if from == at { ascii_len(&bytes[at..]) } else { 0 };
        let fed = &bytes[at..at + plain.max(1)];
        feed(&mut decoder, fed, &mut made);
        at += fed.len();
        if made.as_bytes() == fed && from + fed.len() == at {
            read.push_same(&made);
            from = at;
        } else if !made.is_empty() {
            read.push_made(&made, &bytes[from..at]);
            from = at;
        }
        made.clear();
    }
    made.reserve(16);
    let _ = decoder.decode_to_string(&[], &mut made, true);
    if !made.is_empty() {
        read.push_made(&made, &bytes[from..]);
    }
    read
}

/// Counts the ASCII bytes at the start, up to 4096.
fn ascii_len(bytes: &[u8]) -> usize {
    bytes.iter().take(4096).take_while(|byte| byte.is_ascii()).count()
}

fn feed(decoder: &mut Decoder, bytes: &[u8], made: &mut String) {
    made.reserve(decoder.max_utf8_buffer_length(bytes.len()).unwrap_or(16 + 3 * bytes.len()));
    let _ = decoder.decode_to_string(bytes, made, false);
}

impl Read {
    /// Adds the result of `bytes`: mostly one character. After an invalid sequence plain bytes may follow at once; they are separated from
    /// it, so that each keeps its own place.
    fn push_made(&mut self, made: &str, bytes: &[u8]) {
        let plain = made.bytes().rev().zip(bytes.iter().rev()).take_while(|(a, b)| a == *b && a.is_ascii()).count();
        let (head, tail) = made.split_at(made.len() - plain);
        let taken = bytes.len() - plain;
        let misfits = head.chars().filter(|&c| c == char::REPLACEMENT_CHARACTER).count();
        self.misfits += if misfits > 0 { taken } else { 0 };
        self.text.push_str(head);
        if !head.is_empty() {
            self.disk.push(Step { text: head.len() as u16, disk: taken as u16 });
        }
        self.push_same(tail);
    }
}
