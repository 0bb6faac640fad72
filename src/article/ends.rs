//! How a line begins and ends.

/// How a line begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opening {
    /// With a lower-case letter.
    Small,
    /// With a capital letter.
    Capital,
    /// With something else: a digit, code, a word in capitals, a letter of a script without case.
    Other,
}

/// How a line ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// With the end of a sentence.
    Stop,
    /// With a colon.
    Colon,
    /// With a comma or a semicolon.
    Comma,
    /// Inside a word, with a hyphen.
    Hyphen,
    /// With a short lower-case word, as headings and verses hardly do.
    Small,
    /// With something else.
    Open,
}

/// Returns how a line begins.
pub fn opening(line: &str) -> Opening {
    let marks = ['"', '\'', '“', '”', '„', '‘', '’', '«', '»', '(', '[', '*', '_', '¿', '¡', '!'];
    let mut chars = line.trim_start_matches(marks).chars();
    match chars.next() {
        Some(c) if c.is_lowercase() => Opening::Small,
        Some(c) if c.is_uppercase() && !chars.next().is_some_and(char::is_uppercase) => Opening::Capital,
        _ => Opening::Other,
    }
}

/// Returns how a line ends.
pub fn ending(line: &str) -> Ending {
    let closers = ['”', '"', '’', '\'', ')', ']', '»', '“', '」', '』', '）', ' ', '\u{a0}', '*', '_', '`'];
    match line.trim_end_matches(closers).chars().next_back() {
        Some('.' | '!' | '?' | '…' | '。' | '！' | '？' | '।' | '؟' | '۔' | '។') => return Ending::Stop,
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

/// The most bytes of a field name (benches/constants.md).
const LONGEST_NAME: usize = 40;

/// Whether a line begins with a name of one or two words and a colon.
pub fn is_field(line: &str) -> bool {
    let Some(colon) = line.find(':').filter(|colon| *colon < LONGEST_NAME) else { return false };
    let (name, after) = (&line[..colon], &line[colon + 1..]);
    let named = |c: char| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_' | '.' | '*');
    let parted = after.chars().next().is_none_or(char::is_whitespace);
    parted && !name.is_empty() && name.split(' ').count() <= 2 && name.chars().all(named)
}
