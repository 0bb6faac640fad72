//! Stems: words that differ only in inflection count as one when whole sentences are compared.
//!
//! A light stemmer for English after Harman's S-stemmer (1991), with `-ed` and `-ing`. Words of other languages rarely have such endings and
//! are kept. Korean words lose their particle. Stems have no influence on what is verbatim.

/// Korean particles of two syllables and more, the longer first: without them a syllable is left at least.
const LONG_PARTICLES: &[&str] = &[
    "에게서는",
    "으로부터",
    "에서부터",
    "으로서는",
    "에게서",
    "에게는",
    "에서는",
    "에서도",
    "으로는",
    "으로도",
    "으로서",
    "으로써",
    "로부터",
    "에게",
    "에서",
    "에는",
    "에도",
    "으로",
    "로서",
    "로써",
    "부터",
    "까지",
    "마다",
    "처럼",
    "보다",
    "하고",
    "이나",
    "이라",
    "들이",
    "들은",
    "들을",
    "들의",
    "께서",
    "한테",
];
/// Those of a single syllable, which many a word ends in by itself: without them two are left at least.
const SHORT_PARTICLES: &[char] = &['은', '는', '이', '가', '을', '를', '의', '에', '로', '와', '과', '도', '만'];

/// The stem of a folded word.
pub(super) fn stem(word: &str) -> String {
    if word.starts_with(is_hangul) {
        return without_particle(word).to_owned();
    }
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

fn is_hangul(c: char) -> bool {
    matches!(c, '가'..='힣')
}

fn without_particle(word: &str) -> &str {
    let long = LONG_PARTICLES.iter().find_map(|particle| word.strip_suffix(particle));
    if let Some(noun) = long.filter(|noun| !noun.is_empty()) {
        return noun;
    }
    word.strip_suffix(SHORT_PARTICLES).filter(|noun| noun.chars().nth(1).is_some()).unwrap_or(word)
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

#[cfg(test)]
mod tests {
    use super::stem;

    #[test]
    fn a_korean_noun_loses_its_particle() {
        for (written, noun) in [("주민들에게는", "주민들"), ("댐에서", "댐"), ("항구를", "항구"), ("시장은", "시장")]
        {
            assert_eq!(stem(written), noun, "{written}");
        }
    }

    #[test]
    fn a_korean_word_of_two_syllables_is_whole() {
        for word in ["회의", "결과", "도로", "아이", "개"] {
            assert_eq!(stem(word), word);
        }
    }
}
