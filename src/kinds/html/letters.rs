//! Features of the text of a block.

use std::collections::BTreeSet;

use super::page::{Block, Tag};
use super::words::cues;

/// The features of a block's text.
pub type Features = Vec<f32>;

pub fn ends_with_stop(text: &str) -> bool {
    let text = text.trim_end_matches(['"', '\'', '”', '’', '»', ')', ']', ' ']);
    text.ends_with(['.', '!', '?', '…', ':', ';', '。', '！', '？', '؟', '।'])
}

pub fn words_of(text: &str) -> Vec<String> {
    let parts = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    parts.map(str::to_lowercase).collect()
}

pub fn log(count: usize) -> f32 {
    (count as f32 + 1.0).log2()
}

pub fn share(part: usize, whole: usize) -> f32 {
    if whole == 0 { 0.0 } else { part as f32 / whole as f32 }
}

/// The fewest words of a paragraph of prose.
const PROSE: usize = 8;

/// Whether a block reads like a paragraph of prose.
pub fn is_prose(block: &Block) -> bool {
    block.words >= PROSE
        && block.linked * 3 < block.words
        && ends_with_stop(&block.text)
        && !matches!(block.tag, Tag::Heading(_) | Tag::Caption)
}

/// Words of a shingle.
const SHINGLE: usize = 4;

/// Returns a hash of the words of a text (FNV-1a).
fn hash(words: &[String]) -> u64 {
    let bytes = words.iter().flat_map(|word| word.bytes().chain([b' ']));
    bytes.fold(0xcbf2_9ce4_8422_2325u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// Returns a hash of a whole text.
pub fn known_by(text: &str) -> u64 {
    hash(&words_of(text))
}

/// Returns the shingles of a text; a shorter text is a single one.
pub fn shingles(text: &str) -> BTreeSet<u64> {
    let words = words_of(text);
    words.windows(SHINGLE.min(words.len().max(1))).map(hash).collect()
}

/// Returns how much of a text is in another.
pub fn contained(text: &str, other: &BTreeSet<u64>) -> f32 {
    let own = shingles(text);
    share(own.intersection(other).count(), own.len())
}

pub fn kind(tag: Tag) -> f32 {
    match tag {
        Tag::Other => 0.0,
        Tag::Item => 1.0,
        Tag::Cell => 2.0,
        Tag::Term => 3.0,
        Tag::Caption => 4.0,
        Tag::Heading(rank) => 5.0 + f32::from(rank) / 10.0,
        Tag::Verbatim => 6.0,
        Tag::Quote => 7.0,
        Tag::Paragraph => 8.0,
    }
}

/// Returns the features of a block's own text.
pub fn own(block: &Block) -> Features {
    let text = block.text.as_str();
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    let upper = text.split_whitespace().filter(|word| word.starts_with(char::is_uppercase)).count();
    let count = |mark: fn(char) -> bool| text.chars().filter(|c| mark(*c)).count();
    let digits = count(|c| c.is_ascii_digit());
    let commas = count(|c| matches!(c, ',' | '，' | '、' | ';'));
    let stops = count(|c| matches!(c, '.' | '!' | '?' | '。'));
    let capitals = count(char::is_uppercase);
    let first = text.chars().next().unwrap_or(' ');
    let flag = |is: bool| f32::from(u8::from(is));
    let lower = start_of(text, 30).to_lowercase();
    vec![
        log(block.words),
        share(block.linked, block.words),
        kind(block.tag),
        flag(ends_with_stop(text)),
        flag(text.ends_with(':')),
        flag(text.ends_with('?')),
        share(letters, block.words),
        share(upper, block.words),
        share(digits, text.chars().count()),
        share(commas, block.words),
        share(stops, block.words),
        share(capitals, letters),
        flag(first.is_lowercase()),
        flag(matches!(first, '"' | '“' | '‘' | '«' | '„')),
        flag(first.is_ascii_digit()),
        flag(text.contains('©') || lower.contains("copyright")),
        flag(text.contains('@') || text.contains("http")),
        flag(text.contains('|') || text.contains('›') || text.contains('»') || text.contains('→')),
        flag(lower.starts_with("by ") || lower.starts_with("von ") || lower.starts_with("par ")),
        cues(text) as f32,
        log(text.lines().count()),
    ]
}

/// Returns at most the first `most` bytes of a text, without splitting a character.
fn start_of(text: &str, most: usize) -> &str {
    let end = (0..=most.min(text.len())).rev().find(|end| text.is_char_boundary(*end)).unwrap_or(0);
    text.get(..end).unwrap_or_default()
}
