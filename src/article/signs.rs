//! Signs in a line: how its text begins and ends, and what it is written in.

use super::clues::{Ending, Open, Opening, width};
use crate::text::first;

/// Tells with what a line begins.
pub fn opening(line: &str) -> Opening {
    let marks = ['"', '\'', '“', '”', '„', '‘', '’', '«', '»', '(', '[', '*', '_', '¿', '¡', '!'];
    let mut chars = line.trim_start_matches(marks).chars();
    match chars.next() {
        Some(c) if c.is_lowercase() => Opening::Small,
        Some(c) if c.is_uppercase() && !chars.next().is_some_and(char::is_uppercase) => Opening::Capital,
        _ => Opening::Other,
    }
}

/// Tells with what a line ends.
pub fn ending(line: &str) -> Ending {
    let closers = ['”', '"', '’', '\'', ')', ']', '»', '“', '」', '』', '）', ' ', '\u{a0}', '*', '_', '`'];
    match line.trim_end_matches(closers).chars().next_back() {
        Some('.' | '!' | '?' | '…' | '。' | '！' | '？' | '।' | '؟' | '۔') => return Ending::Stop,
        Some(':' | '：') => return Ending::Colon,
        _ => {}
    }
    let word = line.rsplit(' ').next().unwrap_or_default();
    match line.chars().next_back() {
        Some(',' | ';' | '、' | '，') => Ending::Comma,
        Some('-') if word.trim_end_matches('-').ends_with(char::is_alphabetic) => Ending::Hyphen,
        _ if matches!(word.len(), 1..=3) && word.bytes().all(|byte| byte.is_ascii_lowercase()) => Ending::Small,
        _ => Ending::Open,
    }
}

/// Tells whether a sentence ends inside a line: after small letters or a bracket a stop and a space, then a capital letter.
pub fn has_inner_stop(line: &str) -> bool {
    let bytes = line.as_bytes();
    let mut at = 0;
    while let Some(found) = first(&bytes[at..], |byte| matches!(byte, b'.' | b'!' | b'?')) {
        let stop = at + found;
        at = stop + 1;
        let before = bytes[..stop].iter().rev().take_while(|byte| byte.is_ascii_lowercase() || **byte == b')').take(3);
        let rest = line[at..].trim_start_matches(['"', ')', '”', '’', '»', '\'']);
        let next = rest.trim_start();
        if before.count() > 2 && next.len() < rest.len() && next.starts_with(char::is_uppercase) {
            return true;
        }
    }
    !line.is_ascii() && line.contains(['。', '！', '？'])
}

/// Tells what brackets are open at the end of a line, and whether one closes that a line before has opened.
pub fn brackets(line: &str) -> (Open, bool) {
    let (mut round, mut square) = (0, 0);
    for byte in line.bytes() {
        match byte {
            b'(' => round += 1,
            b')' => round -= 1,
            b'[' => square += 1,
            b']' => square -= 1,
            _ => {}
        }
    }
    let open = match (round, square) {
        (_, 1..) => Open::Link,
        (1.., 0) => Open::Bracket,
        _ => Open::None,
    };
    (open, round + square < 0)
}

/// Tells whether a line reads as a program does, where it has no code marked as such, no tags and no address.
pub fn is_code(line: &str) -> bool {
    let begins = line.starts_with("$ ") || line.starts_with("//") || line.starts_with(['}', ']', ')']);
    if begins || line.ends_with([';', '{', '}', '[', '(']) {
        return true;
    }
    let (mut words, mut odd, mut inside, mut in_tag) = (0, 0, false, false);
    for word in line.split(' ') {
        let ticks = word.bytes().filter(|byte| *byte == b'`').count();
        in_tag |= word.starts_with('<');
        let plain = !inside && ticks == 0 && !in_tag;
        inside ^= ticks % 2 == 1;
        in_tag &= !word.contains('>');
        words += 1;
        odd += usize::from(plain && is_odd(word));
    }
    odd * 5 >= words
}

/// Tells whether a word stands rather in a program than in prose.
fn is_odd(word: &str) -> bool {
    if word.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        return false;
    }
    let called = word.find('(').is_some_and(|at| word[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_'));
    let marks = ['{', '}', ';', '=', '<', '>', '|', '\\', '$', '_', '#'];
    let odd = called || word.contains(marks) || word.contains("::") || word.starts_with("--") || word == "//";
    odd && !word.contains(['/', '@']) && !word.contains("](")
}

/// Tells whether a line begins with a name of one or two words and a colon.
pub fn is_field(line: &str) -> bool {
    let Some((name, after)) = line.split_once(':') else { return false };
    let named = |c: char| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_' | '.' | '*');
    let parted = after.chars().next().is_none_or(char::is_whitespace);
    parted && !name.is_empty() && name.split(' ').count() <= 2 && name.chars().all(named)
}

/// Gives where what follows the first wide gap of a line begins and ends.
pub fn column(line: &str) -> Option<(usize, usize)> {
    let ends = |at: usize| line[..at].ends_with(['.', '!', '?', ':', '”', '"']);
    let gap = line.match_indices("  ").map(|(at, _)| at).find(|at| !ends(*at));
    let rest = line[gap.or_else(|| line.find('\t'))?..].trim_start();
    let begins = width(&line[..line.len() - rest.len()]);
    let word = rest.split(char::is_whitespace).next().unwrap_or_default();
    Some((begins, begins + width(word)))
}
