//! Look-alike letters of another script inside a word, such as a Cyrillic `а` among Latin letters.
//!
//! The look-alikes come from Unicode's confusables.

use std::borrow::Cow;

use unicode_security::confusable_detection::skeleton;
use unicode_security::mixed_script::AugmentedScriptSet;

use super::span::Span;

/// The scripts whose letters are checked for look-alikes, with their names and ranges: Latin first.
const SCRIPTS: &[(&str, &[std::ops::RangeInclusive<char>])] = &[
    ("Latin", &['A'..='Z', 'a'..='z', '\u{c0}'..='\u{24f}']),
    ("Greek", &['\u{370}'..='\u{3ff}']),
    ("Cyrillic", &['\u{400}'..='\u{52f}']),
    ("Armenian", &['\u{531}'..='\u{587}']),
];

/// Finds the letters of a word that belong to another script than most of the letters around them but look like letters of that script.
/// Returns each with its place in the word and a name: `‹Cyrillic а›`. Takes linear time.
pub fn strangers(word: &str) -> Vec<(Span, String)> {
    let mut found = Vec::new();
    if word.is_ascii() {
        return found;
    }
    let mut at = 0;
    for part in word.split_inclusive(|c: char| !c.is_alphabetic()) {
        among(part, at, &mut found);
        at += part.len();
    }
    found
}

/// Returns a text in which each look-alike letter is replaced with its name.
pub fn with_strangers(text: &str) -> Cow<'_, str> {
    let found = strangers(text);
    if found.is_empty() {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 16);
    let mut from = 0;
    for (span, name) in found {
        out.push_str(&text[from..span.start()]);
        out.push_str(&name);
        from = span.end();
    }
    out.push_str(&text[from..]);
    Cow::Owned(out)
}

/// Adds the look-alikes of a run of letters that begins at `start`.
fn among(letters: &str, start: usize, found: &mut Vec<(Span, String)>) {
    let counts =
        SCRIPTS.iter().map(|(name, _)| letters.chars().filter(|c| script(*c).as_deref() == Some(*name)).count());
    let counts: Vec<usize> = counts.collect();
    // If two scripts are equally frequent, the first, which is Latin.
    let most = counts.iter().copied().max().unwrap_or(0);
    let Some(own) = counts.iter().position(|count| *count == most).filter(|_| most > 0) else { return };
    for (at, c) in letters.char_indices() {
        let Some(name) = script(c).filter(|name| name != SCRIPTS[own].0) else { continue };
        if looks_like(c, own) {
            let span = Span::new(start + at, start + at + c.len_utf8());
            found.push((span, format!("‹{name} {c}›")));
        }
    }
}

/// Returns the script to which a letter belongs.
pub(super) fn script(c: char) -> Option<String> {
    if c.is_ascii() {
        return c.is_alphabetic().then(|| SCRIPTS[0].0.to_owned());
    }
    let set = AugmentedScriptSet::for_char(c);
    let mut scripts = set.base.iter();
    let only = scripts.next().filter(|_| !set.is_all() && scripts.next().is_none())?;
    Some(only.full_name().to_owned())
}

/// Whether a letter of this script (an index into the list) looks like `c`.
fn looks_like(c: char, own: usize) -> bool {
    let shape = |c: char| skeleton(c.encode_utf8(&mut [0; 4])).collect::<String>();
    let wanted = shape(c);
    SCRIPTS[own].1.iter().cloned().flatten().any(|other| other.is_alphabetic() && shape(other) == wanted)
}
