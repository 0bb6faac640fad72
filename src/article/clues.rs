//! What of a line tells whether the next one goes on with it: how far it reaches, how it begins and ends.

use unicode_width::UnicodeWidthStr;

use super::lines::Line;
use super::marks::{Kind, content};
use crate::text::{Span, first, is_unspaced};

/// A line in its block.
#[derive(Clone, Copy, Debug)]
pub struct Clues {
    /// Where it stands, without white space at the ends.
    pub span: Span,
    /// What it is.
    pub kind: Kind,
    /// How deep it is quoted.
    pub depth: usize,
    /// How far it is indented, in cells, behind the marks of a quotation.
    pub indent: usize,
    /// Where it ends, in cells.
    pub edge: usize,
    /// How wide its first word is, in cells; nothing breaks inside of code and tags.
    pub first: usize,
    /// Whether it could have been broken: it has more than one word, its mark left out.
    pub breakable: bool,
    /// The first bytes of that word.
    pub head: u64,
    /// What its first letter is.
    pub opening: Opening,
    /// What it ends with.
    pub ending: Ending,
    /// Whether a sentence ends inside of it.
    pub inner: bool,
    /// How many brackets it leaves open, less those it closes for a line before.
    pub brackets: i32,
    /// Whether it ends inside the text of a link.
    pub link: bool,
    /// Whether it ends with a comma.
    pub comma: bool,
    /// Whether it ends inside a word.
    pub hyphen: bool,
    /// Whether it begins with a picture of Markdown.
    pub picture: bool,
    /// Whether its author broke it: two spaces or a backslash stand at its end.
    pub broken: Broken,
    /// Whether it reads as a program does.
    pub code: bool,
    /// Whether it begins as a field does (`Name: …`).
    pub field: bool,
    /// Where its second column begins and ends, if it has one.
    pub column: Option<(usize, usize)>,
}

impl Clues {
    /// Gives the mark with which the line begins, if it is one of ASCII; a zero stands for all digits.
    pub fn mark(&self) -> Option<u8> {
        let first = self.head.to_be_bytes().into_iter().find(|byte| *byte != 0);
        let first = first.map(|byte| if byte.is_ascii_digit() { b'0' } else { byte });
        first.filter(|byte| matches!(byte, b'0' | b'[' | b'`' | b'*' | b'@' | b'\\' | b'<' | b'#' | b'$' | b'/' | b'-' | b'+') && self.kind == Kind::Text)
    }
}

/// How a line begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opening {
    /// With a small letter.
    Small,
    /// With a capital letter.
    Capital,
    /// With something else: a digit, code, a word in capitals, a letter of a script without case.
    Other,
}

/// How a line ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// As a sentence does.
    Stop,
    /// With a colon, as what announces something does.
    Colon,
    /// With a short word in small letters, as hardly a heading does.
    Small,
    /// With something else.
    Open,
}

/// What of a line's end may mean that its author broke it there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Broken {
    /// A backslash.
    Surely,
    /// Two spaces.
    Perhaps,
    /// Nothing.
    No,
}

/// Gives the clues of a line.
pub fn clues(text: &str, (line, kind): (&Line, Kind)) -> Clues {
    let whole = line.span.of(text);
    let content = content(whole);
    let quote = &whole[..whole.len() - content.len()];
    let lead = &text[line.span.start() - line.lead..line.span.start()];
    let shift = cells(lead) + quote.len();
    let depth = quote.bytes().filter(|byte| *byte == b'>').count();
    let indent = if depth > 0 { (quote.len() - quote.trim_end().len()).saturating_sub(1) } else { shift };
    let behind_mark = content.split_once(char::is_whitespace).map_or(content, |(_, rest)| rest.trim_start());
    let inner = if matches!(kind, Kind::Item(_)) { behind_mark } else { content };
    let first = chunk(content);
    Clues {
        span: line.span,
        kind,
        depth,
        indent,
        edge: shift + width(content),
        first: width(&content[..first]),
        head: content.bytes().take(first.min(8)).fold(0, |head, byte| head << 8 | u64::from(byte)),
        breakable: chunk(inner) < inner.len(),
        opening: opening(content),
        ending: ending(content),
        inner: has_inner_stop(content),
        brackets: brackets(content),
        link: content.rfind('[').is_some_and(|at| !content[at..].contains(']')),
        comma: content.ends_with([',', ';', '、', '，']),
        hyphen: content.ends_with('-') && content[..content.len() - 1].ends_with(char::is_alphabetic),
        picture: ["[![", "![", "[<img", "<img", "<a "].iter().any(|begun| content.starts_with(begun)),
        broken: if content.ends_with('\\') { Broken::Surely } else if line.spaced { Broken::Perhaps } else { Broken::No },
        code: is_code(content),
        field: is_field(content),
        column: column(content),
    }
}

/// Gives the width of white space in cells; a tab leads to the next column of four.
fn cells(blank: &str) -> usize {
    blank.chars().fold(0, |at, c| if c == '\t' { (at / 4 + 1) * 4 } else { at + 1 })
}

/// Gives the width of a text in cells: of plain letters and marks each has one.
fn width(text: &str) -> usize {
    if first(text.as_bytes(), |byte| !matches!(byte, b' '..=b'~')).is_none() { text.len() } else { text.width() }
}

/// The most bytes of a word in a script without spaces, other than Chinese and Japanese, that are moved to the next line as one.
const UNSPACED: usize = 36;

/// Gives the length of the first piece of a line at which nothing breaks: a word, or code or a tag of several; where nothing parts
/// words, a character with the marks after it.
fn chunk(line: &str) -> usize {
    let mut at = 0;
    loop {
        let rest = &line[at..];
        let Some((plain, c)) = rest.char_indices().find(|(_, c)| is_space(*c) || matches!(c, '`' | '<') || is_unspaced(*c)) else {
            return line.len();
        };
        at += plain;
        match c {
            '`' | '<' => at += closed(&line[at..]),
            c if is_space(c) => return at,
            _ if at > 0 => return at,
            _ => return unspaced(line, c),
        }
    }
}

/// Tells whether a line may break at a character.
fn is_space(c: char) -> bool {
    c.is_whitespace() && !matches!(c, '\u{a0}' | '\u{2007}' | '\u{202f}')
}

fn unspaced(line: &str, first: char) -> usize {
    let goes_on = |at: usize, c: char| {
        is_unspaced(c) && if first < '\u{2e80}' { at < UNSPACED } else { !c.is_alphanumeric() }
    };
    line.char_indices().skip(1).find(|(at, c)| !goes_on(*at, *c)).map_or(line.len(), |(at, _)| at)
}

/// Gives the length of code or a tag at the start of a text, else of its mark.
fn closed(text: &str) -> usize {
    let ticks = text.bytes().take_while(|byte| *byte == b'`').count();
    if ticks > 0 {
        return text[ticks..].find(&text[..ticks]).map_or(ticks, |end| end + 2 * ticks);
    }
    let tag = text[1..].starts_with(|c: char| c.is_ascii_alphabetic() || c == '/');
    text.find('>').filter(|_| tag).map_or(1, |end| end + 1)
}

fn opening(line: &str) -> Opening {
    let begun = line.trim_start_matches(['"', '\'', '“', '”', '„', '‘', '’', '«', '»', '(', '[', '*', '_', '¿', '¡', '!']);
    let mut chars = begun.chars();
    match chars.next() {
        Some(c) if c.is_lowercase() => Opening::Small,
        Some(c) if c.is_uppercase() && chars.next().is_some_and(char::is_uppercase) => Opening::Other,
        Some(c) if c.is_uppercase() => Opening::Capital,
        _ => Opening::Other,
    }
}

fn ending(line: &str) -> Ending {
    let closers = ['”', '"', '’', '\'', ')', ']', '»', '“', '」', '』', '）', ' ', '\u{a0}', '*', '_', '`'];
    let last = line.trim_end_matches(closers).chars().next_back();
    match last {
        Some('.' | '!' | '?' | '…' | '。' | '！' | '？' | '।' | '؟' | '۔') => return Ending::Stop,
        Some(':' | '：') => return Ending::Colon,
        _ => {}
    }
    let word = line.rsplit(' ').next().unwrap_or_default();
    let small = matches!(word.len(), 1..=3) && word.bytes().all(|byte| byte.is_ascii_lowercase());
    if small { Ending::Small } else { Ending::Open }
}

/// Tells whether a sentence ends inside a line: after a small letter or a closing mark a stop and a space, then a capital.
fn has_inner_stop(line: &str) -> bool {
    let mut at = 0;
    let bytes = line.as_bytes();
    while let Some(found) = first(&bytes[at..], |byte| matches!(byte, b'.' | b'!' | b'?')) {
        let stop = at + found;
        at = stop + 1;
        let before = bytes[..stop].iter().rev().take_while(|byte| byte.is_ascii_lowercase() || **byte == b')').count();
        let rest = line[at..].trim_start_matches(['"', ')', '”', '’', '»', '\'']);
        let next = rest.trim_start();
        if before > 2 && next.len() < rest.len() && next.starts_with(char::is_uppercase) {
            return true;
        }
    }
    line.contains(['。', '！', '？'])
}

fn brackets(line: &str) -> i32 {
    line.bytes().map(|byte| i32::from(matches!(byte, b'(' | b'[')) - i32::from(matches!(byte, b')' | b']'))).sum()
}

/// Tells whether a line reads as a program does: what stands there in no code of Markdown's own and no address.
fn is_code(line: &str) -> bool {
    if line.starts_with("$ ") || line.starts_with("//") || line.ends_with([';', '{', '}']) {
        return true;
    }
    let mut odd = 0;
    let mut inside = false;
    for word in line.split(' ') {
        let ticks = word.bytes().filter(|byte| *byte == b'`').count();
        let quoted = inside || ticks > 0;
        inside ^= ticks % 2 == 1;
        if !quoted && !word.contains("://") && !word.contains("](") && !word.contains('@') {
            odd += usize::from(is_odd(word));
        }
    }
    odd * 5 >= line.split(' ').count()
}

/// Tells whether a word stands rather in a program than in prose.
fn is_odd(word: &str) -> bool {
    let called = word.find('(').is_some_and(|at| word[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_'));
    called || word.contains(['{', '}', ';', '=', '<', '>', '|', '\\', '$', '_', '#']) || word.contains("::") || word.starts_with("--") || word == "//"
}

/// Tells whether a line begins with a name of one or two words and a colon.
fn is_field(line: &str) -> bool {
    let Some(at) = line.find(':').filter(|at| *at > 0) else { return false };
    let name = line[..at].trim_end();
    let after = line[at + 1..].chars().next();
    after.is_none_or(char::is_whitespace) && name.split(' ').count() <= 2 && name.chars().all(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_' | '.' | '*'))
}

/// Gives where what follows the first wide gap of a line begins and ends.
fn column(line: &str) -> Option<(usize, usize)> {
    let gap = line.match_indices("  ").map(|(at, _)| at).find(|at| !line[..*at].ends_with(['.', '!', '?', ':', '”', '"']));
    let at = gap.or_else(|| line.find('\t'))?;
    let rest = line[at..].trim_start();
    let begins = width(&line[..line.len() - rest.len()]);
    let word = rest.split(char::is_whitespace).next().unwrap_or_default();
    Some((begins, begins + width(word)))
}
