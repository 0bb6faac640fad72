//! Decodes JSON strings, with a map back from each character.

use super::disk::{DiskMap, Step};

/// Decodes a JSON string, with a map back to it. Its first character is at byte `start`.
pub fn unescaped(written: &str, start: usize) -> Option<(String, DiskMap)> {
    let inner = written.strip_prefix('"')?.strip_suffix('"')?;
    let mut text = String::with_capacity(inner.len());
    let mut disk = DiskMap::identity(start);
    let mut rest = inner;
    while !rest.is_empty() {
        let plain = rest.find('\\').unwrap_or(rest.len());
        let (same, after) = rest.split_at(plain);
        text.push_str(same);
        disk.push_same(same.len());
        if after.is_empty() {
            break;
        }
        let (c, taken) = escape(after)?;
        text.push(c);
        disk.push(Step { text: c.len_utf8() as u16, disk: taken as u16 });
        rest = after.get(taken..)?;
    }
    Some((text, disk))
}

/// Reads an escape sequence: the character, and its length in bytes.
fn escape(text: &str) -> Option<(char, usize)> {
    let unit = |at: usize| u16::from_str_radix(text.get(at..at + 4)?, 16).ok();
    let c = match text.as_bytes().get(1)? {
        b'n' => '\n',
        b't' => '\t',
        b'r' => '\r',
        b'b' => '\u{8}',
        b'f' => '\u{c}',
        b'u' => {
            let first = unit(2)?;
            if let Some(c) = char::from_u32(first.into()) {
                return Some((c, 6));
            }
            let second = (text.get(6..8)? == "\\u").then(|| unit(8))??;
            let c = char::decode_utf16([first, second]).next()?.ok()?;
            return Some((c, 12));
        }
        other => *other as char,
    };
    Some((c, 2))
}
