//! Names for invisible characters, so that a difference in them can be shown: `‹ZWSP›`, `‹NBSP›`, `‹SHY›`.

use std::borrow::Cow;

use super::invisible::is_invisible;

/// Replaces each invisible character, and each space that is not U+0020, with its name.
///
/// Control characters and line breaks stay (see [`visible`](super::visible)). Joiners and modifiers of emoji are named too, so use this only
/// for texts that differ in such characters.
pub fn named(text: &str) -> Cow<'_, str> {
    if text.is_ascii() || !text.contains(|c| name(c).is_some()) {
        return Cow::Borrowed(text);
    }
    let mut named = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match name(c) {
            Some(name) => named.extend(["‹", &name, "›"]),
            None => named.push(c),
        }
    }
    Cow::Owned(named)
}

/// The name of a character that no one can tell by sight.
fn name(c: char) -> Option<Cow<'static, str>> {
    let known = match c {
        '\u{a0}' => "NBSP",
        '\u{ad}' => "SHY",
        '\u{34f}' => "CGJ",
        '\u{61c}' => "ALM",
        '\u{1680}' => "OGHAM SPACE",
        '\u{180e}' => "MVS",
        '\u{2000}' => "EN QUAD",
        '\u{2001}' => "EM QUAD",
        '\u{2002}' => "EN SPACE",
        '\u{2003}' => "EM SPACE",
        '\u{2004}' => "1/3 EM SPACE",
        '\u{2005}' => "1/4 EM SPACE",
        '\u{2006}' => "1/6 EM SPACE",
        '\u{2007}' => "FIGURE SPACE",
        '\u{2008}' => "PUNCTUATION SPACE",
        '\u{2009}' => "THIN SPACE",
        '\u{200a}' => "HAIR SPACE",
        '\u{200b}' => "ZWSP",
        '\u{200c}' => "ZWNJ",
        '\u{200d}' => "ZWJ",
        '\u{200e}' => "LRM",
        '\u{200f}' => "RLM",
        '\u{202a}' => "LRE",
        '\u{202b}' => "RLE",
        '\u{202c}' => "PDF",
        '\u{202d}' => "LRO",
        '\u{202e}' => "RLO",
        '\u{202f}' => "NNBSP",
        '\u{205f}' => "MATH SPACE",
        '\u{2060}' => "WJ",
        '\u{2066}' => "LRI",
        '\u{2067}' => "RLI",
        '\u{2068}' => "FSI",
        '\u{2069}' => "PDI",
        '\u{3000}' => "WIDE SPACE",
        '\u{3164}' => "HANGUL FILLER",
        '\u{feff}' => "BOM",
        '\u{fe00}'..='\u{fe0f}' => return Some(format!("VS{}", c as u32 - 0xfe00 + 1).into()),
        '\u{e0100}'..='\u{e01ef}' => return Some(format!("VS{}", c as u32 - 0xe0100 + 17).into()),
        c if is_invisible(c) => return Some(format!("U+{:04X}", c as u32).into()),
        _ => return None,
    };
    Some(known.into())
}
