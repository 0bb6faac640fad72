//! Symbols that count as words: currency, per cent, operators, arrows, check boxes, emoji, a minus before a number.
//!
//! Decoration does not count: punctuation, rulers, table frames, tags, Markdown marks and list markers (see `opening`). A few surrounding
//! characters decide, and a line break counts as a space, so that wrapping makes no difference.

use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

use super::invisible::is_invisible;

/// The most bytes of an HTML tag (a limit).
const TAG: usize = 200;

/// The most bytes of marks before a line of quoted mail (a limit).
const MARKS: usize = 64;

/// Returns the length of the symbol at `place`, if there is one.
pub(super) fn symbol_len(text: &str, place: usize) -> Option<usize> {
    let rest = &text[place..];
    let c = rest.chars().next()?;
    if c.is_ascii() {
        let alone = rest.as_bytes().get(1).is_none_or(u8::is_ascii);
        return is_plain_symbol(text, place, c).then(|| if alone { 1 } else { cluster_len(rest) });
    }
    (is_symbol(c) || c == '–' && is_minus(text, place, c)).then(|| cluster_len(rest))
}

/// Returns the length of the symbol at the start with its modifiers and joined symbols, as in an emoji. Vowel signs do not count.
fn cluster_len(text: &str) -> usize {
    let cluster = text.graphemes(true).next().unwrap_or_default();
    let mut later = cluster.char_indices().skip(1);
    later.find(|(_, c)| c.is_alphanumeric()).map_or(cluster.len(), |(at, _)| at)
}

/// Returns what counts of a symbol; `None` if `word` has letters or digits.
pub(super) fn symbol_letters(word: &str) -> Option<String> {
    match word {
        "[ ]" => return Some("☐".to_owned()),
        "[x]" | "[X]" => return Some("☑".to_owned()),
        "-" | "–" => return Some("−".to_owned()),
        _ => {}
    }
    let first = word.chars().find(|c| !is_invisible(*c))?;
    if first.is_alphanumeric() || word.contains(char::is_alphanumeric) {
        return None;
    }
    // Joiners and colours stay: they make a different picture.
    Some(word.nfkc().filter(|c| !matches!(c, '\u{fe00}'..='\u{fe0f}')).collect())
}

/// Whether an ASCII character is a symbol at its place.
fn is_plain_symbol(text: &str, place: usize, c: char) -> bool {
    let before = text[..place].chars().next_back();
    let after = text[place + 1..].chars().next();
    let word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let near = |marks: &[char]| [before, after].into_iter().flatten().any(|c| marks.contains(&c));
    match c {
        '$' | '%' | '&' | '@' => true,
        '+' if text[..place].ends_with("===") || text[place + 1..].starts_with("===") => false,
        '+' | '=' => !is_run(text, place, 3) && !near(&['-', '_']),
        '<' => !is_run(text, place, 3) && tag_len(&text[place..]).is_none(),
        '>' => !is_run(text, place, 3) && !closes_tag(text, place) && !marks_quoted_line(text, place),
        '#' if is_run(text, place, 2) => false,
        '#' => word(before) || word(after),
        '*' => is_between_digits(text, place),
        '~' => after.is_some_and(char::is_numeric),
        '^' => (word(before) || before == Some(')')) && (word(after) || matches!(after, Some('(' | '-'))),
        '-' => is_minus(text, place, c),
        '.' => opens_here(before) && is_leading_stop(&text[place + 1..]),
        _ => false,
    }
}

/// Whether the byte at `place` is repeated at least `least` times, as in rulers.
fn is_run(text: &str, place: usize, least: usize) -> bool {
    let bytes = text.as_bytes();
    let same = |byte: &&u8| **byte == bytes[place];
    let after = bytes[place..].iter().take(least).take_while(same).count();
    let before = bytes[..place].iter().rev().take(least).take_while(same).count();
    before + after >= least
}

/// Whether a number or a name can begin after `before`.
fn opens_here(before: Option<char>) -> bool {
    before.is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '[' | '{' | '"' | '\'' | '“' | '‘' | '„' | '«'))
}

/// Whether a hyphen or a dash is the minus of the number behind it: `-3`, `-£50`, but not `23-28` and not `- 3 apples`.
fn is_minus(text: &str, place: usize, c: char) -> bool {
    let before = text[..place].chars().next_back();
    let rest = text[place + c.len_utf8()..].trim_start_matches(is_currency);
    let number = rest.strip_prefix('.').unwrap_or(rest).starts_with(char::is_numeric);
    let operator =
        |c: char| matches!(c, '=' | '<' | '>' | ':' | ',' | ';' | '/' | '~' | '|') || is_symbol(c) || is_currency(c);
    let signed = c == '-' && before.is_some_and(operator);
    number && (signed || opens_here(before) && !(c == '–' && goes_on_from_number(text, place)))
}

fn is_currency(c: char) -> bool {
    matches!(c, '$' | '¢'..='¥' | '₠'..='\u{20cf}')
}

/// Whether the word before is a number, so that a dash makes a range: `10 –12`.
fn goes_on_from_number(text: &str, place: usize) -> bool {
    text[..place].trim_end().ends_with(char::is_numeric)
}

/// Whether there is a digit before and after, directly or with one space between.
fn is_between_digits(text: &str, place: usize) -> bool {
    let (before, after) = (&text[..place], &text[place + 1..]);
    let blank = char::is_whitespace;
    let (near, far) = (before.strip_suffix(blank), after.strip_prefix(blank));
    near.is_some() == far.is_some()
        && near.unwrap_or(before).ends_with(char::is_numeric)
        && far.unwrap_or(after).starts_with(char::is_numeric)
}

/// Whether a full stop belongs to the word after it, as in `.5`, `.NET` and `.profile`, but not in `.Then`.
fn is_leading_stop(rest: &str) -> bool {
    let mut chars = rest.chars();
    let (first, second) = (chars.next().unwrap_or(' '), chars.next().unwrap_or(' '));
    first.is_numeric() || first.is_lowercase() || (first.is_uppercase() && second.is_uppercase())
}

/// Returns the length of the tag or the address in angle brackets at the start, if there is one.
fn tag_len(text: &str) -> Option<usize> {
    let bytes = &text.as_bytes()[1..text.len().min(TAG)];
    let len = bytes.iter().position(|byte| matches!(byte, b'<' | b'>'))?;
    let inside = &bytes[..len];
    let begins = matches!(inside, [b'/' | b'!' | b'a'..=b'z' | b'A'..=b'Z', ..]);
    let whole = matches!(inside, [b'!' | b'/', ..] | [.., b'/']) || inside.contains(&b'=') || !inside.contains(&b' ');
    (bytes[len] == b'>' && begins && whole).then_some(len + 2)
}

fn closes_tag(text: &str, place: usize) -> bool {
    let floor = place.saturating_sub(TAG);
    let before = &text.as_bytes()[floor..place];
    let Some(at) = before.iter().rposition(|byte| matches!(byte, b'<' | b'>')) else { return false };
    before[at] == b'<' && tag_len(&text[floor + at..]) == Some(place + 1 - floor - at)
}

/// Whether a `>` marks a line of quoted mail: at its start, as on the line before.
fn marks_quoted_line(text: &str, place: usize) -> bool {
    let marks =
        text.as_bytes()[..place].iter().rev().take(MARKS).take_while(|byte| matches!(byte, b' ' | b'\t' | b'>'));
    let Some(above) = text[..place - marks.count()].strip_suffix(['\n', '\r']) else { return false };
    let start = above.rfind(['\n', '\r']).map_or(0, |at| at + 1);
    above[start..].trim_start().starts_with('>')
}

/// Whether a non-ASCII character is a symbol wherever it is: the symbols of Unicode 16.0 (currency, mathematics, others) and the per mille,
/// section and paragraph signs, without box drawing and shades.
fn is_symbol(c: char) -> bool {
    matches!(c as u32,
        0xa2..=0xa7 | 0xa9 | 0xac | 0xae | 0xb0..=0xb1 | 0xb6 | 0xd7 | 0xf7 | 0x3f6 | 0x58d..=0x58f | 0x606..=0x608 | 0x60b
        | 0x66a | 0x6fd..=0x6fe | 0x9f2..=0x9f3 | 0x9fb | 0xaf1 | 0xbf3..=0xbfa | 0xe3f | 0x17db
        | 0x2030..=0x2031 | 0x2044 | 0x2052 | 0x207a..=0x207c | 0x208a..=0x208c | 0x20a0..=0x20cf | 0x2100..=0x214f
        | 0x2190..=0x2307 | 0x230c..=0x2328 | 0x232b..=0x24ff | 0x25a0..=0x2767 | 0x2776..=0x27c4 | 0x27c7..=0x27e5
        | 0x27f0..=0x2982 | 0x2999..=0x29d7 | 0x29dc..=0x29fb | 0x29fe..=0x2bff | 0x3004 | 0x3012..=0x3013 | 0x3020
        | 0x3036..=0x3037 | 0x3200..=0x33ff | 0x4dc0..=0x4dff | 0xa838 | 0xfdfc | 0xfe62 | 0xfe64..=0xfe66 | 0xfe69..=0xfe6b
        | 0xff03..=0xff06 | 0xff0b | 0xff1c..=0xff1e | 0xff20 | 0xffe0..=0xffe2 | 0xffe4..=0xffe6
        | 0x1d000..=0x1d1ff | 0x1d6c1 | 0x1d6db | 0x1d6fb | 0x1d715 | 0x1f000..=0x1faff)
}
