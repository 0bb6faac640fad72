//! Classifies lines by their leading mark or their place: list item, code, table, heading, metadata.

use super::lines::Line;
use crate::text::quote_len;

/// The kind of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Text that the next line may continue.
    Text,
    /// The beginning of a list item.
    Item(Bullet),
    /// A line by itself: code, a table row, a heading, a ruler, metadata.
    Alone,
}

/// The mark of a list item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bullet {
    /// A mark with no other meaning at the start of a line.
    Dot,
    /// A dash or another mark that can also be in the middle of a sentence.
    Dash,
    /// A number or a letter, with its punctuation.
    Number(Style),
}

/// How an item number is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Style {
    letter: bool,
    /// Whether a bracket opens before it.
    pub opened: bool,
    closed: bool,
}

/// The most lines of metadata at the start of a file (a limit).
const MOST_METADATA: usize = 60;

/// Returns the kind of each line.
pub fn kinds(text: &str, lines: &[Line]) -> Vec<Kind> {
    let mut kinds: Vec<Kind> = Vec::with_capacity(lines.len());
    let mut fences = Fences::default();
    let mut closing = metadata(text, lines);
    for (at, line) in lines.iter().enumerate() {
        let content = content(line.span.of(text));
        if closing.is_none_or(|end| at > end) {
            closing = fences.closing(text, &lines[at..]).map(|more| at + more);
        }
        let inside = closing.is_some_and(|end| at <= end);
        kinds.push(if inside { Kind::Alone } else { kind(content) });
    }
    head_and_rule(text, lines, &mut kinds);
    kinds
}

/// Returns a line without its quotation marks.
pub fn content(line: &str) -> &str {
    &line[quote_len(line)..]
}

/// Returns the last line of the metadata at the start of a text.
fn metadata(text: &str, lines: &[Line]) -> Option<usize> {
    let fence = lines.first().map(|line| line.span.of(text)).filter(|line| matches!(*line, "---" | "+++"))?;
    lines.get(1).filter(|line| !line.begins && line.span.of(text).contains([':', '=', '#']))?;
    let end = lines.iter().take(MOST_METADATA).skip(1).position(|line| line.span.of(text) == fence)?;
    Some(end + 1)
}

/// What is known about fences around code, and about comments.
#[derive(Default)]
struct Fences {
    /// For backticks and tildes: the length of a fence that is never closed.
    open: [Option<usize>; 2],
    /// Whether no further comment is closed.
    open_comment: bool,
}

impl Fences {
    /// Returns the line that closes the fence on the first of `lines`, counted from there.
    fn closing(&mut self, text: &str, lines: &[Line]) -> Option<usize> {
        let (first, rest) = lines.split_first()?;
        let opening = content(first.span.of(text));
        if opening.starts_with("<!--") && !self.open_comment {
            let found = lines.iter().position(|line| line.span.of(text).contains("-->"));
            self.open_comment = found.is_none();
            return found;
        }
        let Fence { mark, len, bare } = fence(opening)?;
        let known = &mut self.open[usize::from(mark == b'~')];
        // Tildes also underline headings.
        if known.is_some_and(|known| known <= len) || (mark == b'~' && bare && !first.begins) {
            return None;
        }
        for (at, line) in rest.iter().enumerate() {
            let content = content(line.span.of(text));
            if fence(content).is_some_and(|it| it.mark == mark && it.len >= len && it.bare) {
                return Some(at + 1);
            }
            // Code inside an item ends where the next item begins.
            if line.lead < first.lead && bullet(content).is_some() {
                return Some(at);
            }
        }
        *known = Some(len);
        None
    }
}

/// A fence around code.
struct Fence {
    mark: u8,
    /// The length of the fence, at most [`LONGEST_FENCE`], which bounds the number of searches.
    len: usize,
    /// Whether nothing else is on the line.
    bare: bool,
}

/// The length from which on fences are treated alike (a limit).
const LONGEST_FENCE: usize = 8;

fn fence(line: &str) -> Option<Fence> {
    let mark = *line.as_bytes().first().filter(|mark| matches!(mark, b'`' | b'~'))?;
    let len = line.bytes().take_while(|byte| *byte == mark).count();
    let info = line[len..].trim_start();
    let named = info.is_empty() || info.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '{' | '.'));
    (len >= 3 && named && !info.contains('`')).then_some(Fence {
        mark,
        len: len.min(LONGEST_FENCE),
        bare: line.len() == len,
    })
}

fn kind(line: &str) -> Kind {
    let Some(first) = line.as_bytes().first() else { return Kind::Alone };
    if first.is_ascii_alphabetic() && line.as_bytes().get(1).is_some_and(u8::is_ascii_lowercase) {
        return Kind::Text;
    }
    if line.bytes().all(|byte| byte == b'>')
        || is_heading(line)
        || is_table(line)
        || is_ruler(line)
        || is_tag(line)
        || is_definition(line)
    {
        return Kind::Alone;
    }
    bullet(line).map_or(Kind::Text, Kind::Item)
}

fn is_heading(line: &str) -> bool {
    let marks = line.bytes().take_while(|byte| *byte == b'#').count();
    matches!(marks, 1..=6) && line.as_bytes().get(marks).is_none_or(|after| *after == b' ')
}

fn is_table(line: &str) -> bool {
    line.starts_with(['|', '│', '┃', '║', '┌', '├', '└', '╔', '╠', '╚'])
        || line.starts_with("+-")
        || line.starts_with("+=")
}

fn is_ruler(line: &str) -> bool {
    let mark =
        |c: char| matches!(c, '-' | '=' | '_' | '*' | '~' | '#' | '+' | '.' | '^' | ':' | '|' | ' ' | '─' | '═' | '—');
    matches!(line, "--" | ".") || (line.len() > 2 && line.chars().all(mark))
}

/// Whether a line is nothing but an HTML tag or a comment.
fn is_tag(line: &str) -> bool {
    let Some(inner) = line.strip_prefix('<').and_then(|rest| rest.strip_suffix('>')) else { return false };
    let name = inner.split([' ', '/', '>']).find(|part| !part.is_empty()).unwrap_or_default();
    let named = inner.starts_with('!') || name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    named && !inner.contains('<') && !inner.contains('>')
}

/// Whether a line is a link definition.
fn is_definition(line: &str) -> bool {
    let Some((label, target)) = line.strip_prefix('[').and_then(|rest| rest.split_once("]: ")) else { return false };
    !label.starts_with('^') && !label.contains(']') && !target.trim().contains(' ')
}

/// Returns the list item mark at the start of a line.
fn bullet(line: &str) -> Option<Bullet> {
    let mark = line.split(char::is_whitespace).next().filter(|mark| mark.len() < line.len())?;
    match mark {
        "•" | "·" | "‣" | "▪" | "●" | "◦" | "○" | "■" | "□" | "*" | "+" => Some(Bullet::Dot),
        "-" | "–" | "—" => Some(Bullet::Dash),
        _ if mark.starts_with("[^") && mark.ends_with("]:") => Some(Bullet::Dot),
        _ => number(mark).map(Bullet::Number),
    }
}

/// Returns how a word numbers an item, if it does: `1.`, `12)`, `(3)`, `a)`, `(iv)`.
fn number(mark: &str) -> Option<Style> {
    let closed = mark.ends_with(')');
    let bare = mark.strip_suffix([')', '.'])?;
    let opened = closed && bare.starts_with('(');
    let number = &bare[usize::from(opened)..];
    let all = |is_so: fn(&u8) -> bool| number.as_bytes().iter().all(is_so);
    let digits = matches!(number.len(), 1..=2) && all(u8::is_ascii_digit);
    let letter = closed
        && (number.len() == 1 && all(u8::is_ascii_alphabetic)
            || matches!(number.len(), 2..=4) && all(|byte| matches!(byte, b'i' | b'v' | b'x')));
    (digits || letter).then_some(Style { letter, opened, closed })
}

/// Marks underlined headings, and table rows without a leading mark, as lines by themselves.
fn head_and_rule(text: &str, lines: &[Line], kinds: &mut [Kind]) {
    let mut in_table = false;
    for at in 0..lines.len() {
        let line = lines[at].span.of(text);
        if lines[at].begins {
            in_table = false;
        }
        if in_table && line.contains('|') {
            kinds[at] = Kind::Alone;
        }
        let under = at.checked_sub(1).filter(|_| kinds[at] == Kind::Alone && !lines[at].begins && is_ruler(line));
        let Some(above) = under.filter(|above| kinds[*above] == Kind::Text) else { continue };
        let head = lines[above].span.of(text);
        in_table = line.contains('|') && head.contains('|');
        if in_table || head.chars().count().abs_diff(line.chars().count()) <= 2 {
            kinds[above] = Kind::Alone;
        }
    }
}
