//! Stems: words that differ in their inflexion alone, taken as one when whole sentences are compared.
//!
//! A light stemmer for English after Harman's S-stemmer (1991), with `-ed` and `-ing`; other languages keep their words,
//! since their endings rarely look so. It never decides what is verbatim.

/// Gives the stem of a folded word.
pub(super) fn stem(word: &str) -> String {
    if word.len() < 5 || !word.bytes().all(|b| b.is_ascii_lowercase()) {
        return word.to_owned();
    }
    let singular = singular(word);
    for ending in ["ing", "ed"] {
        if let Some(root) = singular.strip_suffix(ending).filter(|root| root.len() >= 3 && has_vowel(root)) {
            return undoubled(root).trim_end_matches('e').to_owned();
        }
    }
    singular.trim_end_matches('e').to_owned()
}

fn singular(word: &str) -> String {
    if let Some(root) = word.strip_suffix("ies").filter(|root| !root.ends_with(['a', 'e'])) {
        return format!("{root}y");
    }
    match word.strip_suffix('s').filter(|root| !root.ends_with(['s', 'u', 'i'])) {
        Some(root) => root.to_owned(),
        None => word.to_owned(),
    }
}

fn has_vowel(root: &str) -> bool {
    root.contains(['a', 'e', 'i', 'o', 'u', 'y'])
}

/// Takes one of two equal consonants off the end: `stopp` is `stop`, but `fall` stays.
fn undoubled(root: &str) -> &str {
    let bytes = root.as_bytes();
    match bytes {
        [.., a, b] if a == b && !matches!(b, b'l' | b's' | b'z' | b'a' | b'e' | b'i' | b'o' | b'u') => {
            &root[..root.len() - 1]
        }
        _ => root,
    }
}
