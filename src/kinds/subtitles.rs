//! Reads subtitles: speech, joined across cues.

use super::decode::Decoded;
use super::kind::Kind;
use super::meta::Meta;
use super::reading::{Block, Furniture, Part, Reading, Refused};
use crate::text::Span;

/// The pause after which a new paragraph begins, in thousandths of a second: after the end of a sentence, and anywhere.
const PAUSE: (u64, u64) = (2_000, 6_000);
/// Bytes from which on a paragraph ends with its sentence: about as long as those of an article.
const LONG: usize = 600;

/// A cue: text shown for a time.
struct Cue {
    from: u64,
    to: u64,
    speaker: Option<String>,
    text: String,
}

/// Reads subtitles, SRT or VTT.
pub fn subtitles(decoded: &Decoded) -> Result<Reading, Refused> {
    let cues = cues(&decoded.text);
    if cues.is_empty() {
        return Err(Refused::new(Kind::Subtitles, "contains no subtitles"));
    }
    let (mut text, mut blocks, mut times) = (String::new(), Vec::new(), Vec::new());
    let mut start = 0;
    let mut before: Option<&Cue> = None;
    for cue in &cues {
        if let Some(before) = before {
            let pause = cue.from.saturating_sub(before.to);
            let ended =
                text.trim_end_matches(['"', '”', '’', '\'', ')']).ends_with(['.', '!', '?', '…', '。', '！', '？']);
            let other = cue.speaker.is_some() && cue.speaker != before.speaker;
            let parted = other || pause >= PAUSE.1 || (ended && (pause >= PAUSE.0 || text.len() - start > LONG));
            if parted {
                blocks.push(block(start, text.len()));
                text.push_str("\n\n");
                start = text.len();
            } else {
                text.push(' ');
            }
        }
        times.push((text.len(), cue.from));
        text.push_str(&cue.text);
        before = Some(cue);
    }
    blocks.push(block(start, text.len()));
    Ok(Reading { times, ..Reading::extracted(text, blocks, Meta::default()) })
}

fn block(start: usize, end: usize) -> Block {
    Block { span: Span::new(start, end), part: Part::Prose, furniture: Furniture::No }
}

/// Finds the cues: a line with two times, and the lines after it up to a blank one.
fn cues(text: &str) -> Vec<Cue> {
    let mut cues: Vec<Cue> = Vec::new();
    let mut lines = text.lines().map(str::trim).peekable();
    let mut speaker = None;
    while let Some(row) = lines.next() {
        let Some((from, to)) = times(row) else { continue };
        let mut parts: Vec<String> = Vec::new();
        while let Some(row) = lines.next_if(|row| !row.is_empty()) {
            parts.push(row.to_owned());
        }
        let joined = parts.join(" ");
        let (said, words) = spoken(&joined);
        let words = without_tags(words);
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        let words = words.strip_prefix("- ").unwrap_or(&words);
        if said.is_some() {
            speaker = said;
        }
        // A cue that repeats the one before is shown again, not said again.
        if words.is_empty() || cues.last().is_some_and(|before| before.text == words) {
            continue;
        }
        cues.push(Cue { from, to, speaker: speaker.clone(), text: words.to_owned() });
    }
    cues
}

/// Reads `00:01:02,300 --> 00:01:04,000`, in thousandths of a second.
fn times(row: &str) -> Option<(u64, u64)> {
    let (from, to) = row.split_once("-->")?;
    Some((time(from.trim())?, time(to.split_whitespace().next()?)?))
}

fn time(written: &str) -> Option<u64> {
    let mut total = 0u64;
    let (whole, part) = written.split_once([',', '.']).unwrap_or((written, "0"));
    for number in whole.split(':') {
        total = total.checked_mul(60)?.checked_add(number.trim().parse().ok()?)?;
    }
    let part: u64 = part.get(..3.min(part.len()))?.parse().ok()?;
    total.checked_mul(1000)?.checked_add(part)
}

/// Returns the speaker, if the cue names one (`<v Name>` or `NAME:`), and the words.
fn spoken(text: &str) -> (Option<String>, &str) {
    if let Some((_, rest)) = text.split_once("<v ")
        && let Some((name, said)) = rest.split_once('>')
    {
        return (Some(name.to_owned()), said);
    }
    if let Some((name, said)) = text.split_once(": ") {
        let name = name.trim_start_matches(['-', '>', ' ']);
        let letters = name.chars().filter(|c| c.is_alphabetic()).count();
        if letters > 1 && name.len() < 40 && !name.chars().any(char::is_lowercase) {
            return (Some(name.to_owned()), said);
        }
    }
    (None, text)
}

/// Removes `<i>` and `{\an8}`.
fn without_tags(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut inside = None;
    for c in text.chars() {
        match (inside, c) {
            (None, '<') => inside = Some('>'),
            (None, '{') => inside = Some('}'),
            (Some(end), c) if c == end => inside = None,
            (None, c) => out.push(c),
            _ => {}
        }
    }
    out.replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">").replace("&nbsp;", " ")
}
