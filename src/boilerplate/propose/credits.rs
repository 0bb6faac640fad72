//! Finds credits: who took a picture, which agency sent the text.
//!
//! They are recognised by their form: brackets after a full stop or at the end of a caption, a slash between two names, a word for picture
//! before a name.

use super::cues::Cue;
use super::found::{Found, Reach, Why};
use super::sheet::{CuedArticle, Line};
use crate::boilerplate::rule::{Fit, Unit};
use crate::text::{Span, Token};

/// The most words of a credit (benches/constants.md).
const LONGEST: usize = 10;
/// News and picture agencies, which sign with their name alone.
const AGENCIES: &[&str] = &[
    "AP",
    "AFP",
    "PA",
    "UPI",
    "AAP",
    "PTI",
    "IANS",
    "dpa",
    "DPA",
    "APA",
    "SDA",
    "KNA",
    "epd",
    "ANP",
    "EFE",
    "ANSA",
    "Ansa",
    "LaPresse",
    "Lusa",
    "LUSA",
    "Belga",
    "BELGA",
    "NTB",
    "Ritzau",
    "PAP",
    "ČTK",
    "TASS",
    "ТАСС",
    "Reuters",
    "REUTERS",
    "Bloomberg",
    "Getty",
    "Getty Images",
    "EPA",
    "epa",
    "Shutterstock",
    "Alamy",
    "iStock",
    "imago",
    "Kyodo",
    "Yonhap",
    "Associated Press",
    "Europa Press",
];

/// Finds the credits of an article.
pub(super) fn find(sheet: &CuedArticle<'_>) -> Vec<Found> {
    let each = sheet.lines.iter().enumerate().filter_map(|(at, line)| {
        let bracketed = in_brackets(sheet, line).or_else(|| behind_a_label(sheet, line));
        bracketed.or_else(|| alone(sheet, at, line)).or_else(|| signed(line))
    });
    each.collect()
}

/// Finds a credit in brackets at the end of a paragraph.
fn in_brackets(sheet: &CuedArticle<'_>, line: &Line<'_>) -> Option<Found> {
    let end = line.text.trim_end();
    let inner_end = end.strip_suffix([')', '）'])?;
    let (before, inner) = inner_end.rsplit_once(['(', '（'])?;
    let span = Span::new(line.span.start() + before.len(), line.span.start() + end.len());
    let words = sheet.article.tokens.get(sheet.article.tokens_in(span)).unwrap_or_default();
    if words.is_empty() || words.len() > LONGEST {
        return None;
    }
    let fit = match sign(inner)? {
        Sign::Agency(name) => format!(r"[(（]{}[)）]$", regex::escape(name)),
        Sign::Via(name) => format!(r"[(（][^()]{{1,80}} via {}[)）]$", regex::escape(name)),
        Sign::Slash(name) => format!(r"[(（][^()]{{1,80}}/\s?{}[)）]$", regex::escape(name)),
        Sign::Maker(maker) => format!(r"[(（]{}\s?/[^()]{{1,80}}[)）]$", regex::escape(maker)),
        Sign::Marked => r"[(（][^()]{0,80}©[^()]{0,80}[)）]$".to_owned(),
        Sign::None if names_a_picture(sheet, words) => {
            let name = regex::escape(inner.split_whitespace().next().unwrap_or_default());
            format!(r"[(（]{name}\b[^()]{{0,80}}[)）]$")
        }
        Sign::None => return None,
    };
    Some(pattern(span, fit))
}

/// Whether the words in brackets begin or end with a word for picture.
fn names_a_picture(sheet: &CuedArticle<'_>, words: &[Token]) -> bool {
    let ends = sheet.cues.places(words, Cue::Photo).any(|at| {
        let rest = words.get(at..).unwrap_or_default();
        at == 0 || sheet.cues.begins(rest, Cue::Photo) == rest.len()
    });
    words.len() > 1 && ends
}

/// Returns why brackets hold a credit, if they do.
enum Sign<'a> {
    Agency(&'a str),
    Via(&'a str),
    Slash(&'a str),
    Maker(&'a str),
    Marked,
    None,
}

fn sign(inner: &str) -> Option<Sign<'_>> {
    let inner = inner.trim();
    if !inner.starts_with(|c: char| c.is_uppercase() || c == '©' || AGENCIES.iter().any(|name| inner.starts_with(name)))
        && !inner.is_ascii()
    {
        return Some(Sign::None);
    }
    if inner.contains('©') {
        return Some(Sign::Marked);
    }
    if inner.split([',', '/']).all(|name| AGENCIES.contains(&name.trim())) {
        return Some(Sign::Agency(inner));
    }
    if let Some((_, name)) = inner.rsplit_once(" via ").filter(|(_, name)| name.starts_with(char::is_uppercase)) {
        return Some(Sign::Via(name));
    }
    if let Some((maker, name)) = inner.rsplit_once('/') {
        let (maker, name) = (maker.trim(), name.trim());
        let named =
            [maker, name].iter().all(|name| name.starts_with(char::is_alphabetic) && !name.contains(['.', ';', '?']));
        let known = AGENCIES.iter().any(|agency| name.starts_with(agency) || maker == *agency);
        let capital = |name: &str| name.split_whitespace().all(|word| word.starts_with(char::is_uppercase));
        if named && AGENCIES.iter().any(|agency| maker.starts_with(agency)) && !AGENCIES.contains(&name) {
            return Some(Sign::Maker(maker));
        }
        if named && (known || capital(maker) && capital(name) && maker.split_whitespace().count() > 1) {
            return Some(Sign::Slash(name));
        }
    }
    Some(Sign::None)
}

/// Finds `Photo: NAME` at the end of a paragraph or as a whole paragraph.
fn behind_a_label(sheet: &CuedArticle<'_>, line: &Line<'_>) -> Option<Found> {
    if line.stopped {
        return None;
    }
    let tail = line.words.len().saturating_sub(LONGEST);
    let (at, length) = (tail..line.words.len()).find_map(|at| {
        let length = sheet.cues.begins(line.words.get(at..)?, Cue::Photo);
        let colon = line.words.get(at + length.checked_sub(1)?)?.span.end();
        let marked = line.text.get(colon - line.span.start()..)?.trim_start();
        let marked = marked.starts_with([':', '|', '：']) || length > 1 && marked.starts_with(',');
        (length > 0 && marked).then_some((at, length))
    })?;
    let first = line.words.get(at)?.span.start();
    let label = Span::new(first, line.words.get(at + length - 1)?.span.end()).of(&sheet.article.text);
    let before = line.text.get(..first - line.span.start())?.trim_end();
    let opens = before.is_empty()
        || before.ends_with(['.', '!', '?', '|', ')', '”', '"', '。', '-', '–', '—', ',', ']'])
        || label.starts_with(char::is_uppercase);
    let rest = line.words.get(at + length..)?;
    let named = rest.first().is_some_and(|word| {
        word.span.of(&sheet.article.text).starts_with(|c: char| !c.is_lowercase())
            || AGENCIES.contains(&word.span.of(&sheet.article.text))
    });
    (opens && named).then(|| {
        let span = Span::new(first, line.span.end());
        pattern(span, format!(r"\b{}\s?[:|：,][^:\n]{{1,80}}$", regex::escape(label)))
    })
}

/// Finds an agency's name by itself, and a line that begins with `©`.
fn alone(sheet: &CuedArticle<'_>, at: usize, line: &Line<'_>) -> Option<Found> {
    let text = line.text.trim();
    let bare = text.trim_start_matches(['(', '-', '–', '—', '/', ' ']).trim_end_matches([')', '.', ' ']);
    let signed = bare.split('/').any(|name| AGENCIES.contains(&name)) && line.words.len() <= 4 && !bare.contains(' ');
    if (signed || AGENCIES.contains(&bare)) && sheet.is_outside(at) {
        return Some(Found {
            span: line.span,
            why: Why::Credit,
            fit: Fit::Exactly(text.to_owned()),
            reach: Reach::Everywhere,
        });
    }
    let marked = text.starts_with('©') || text.starts_with("(c) ") || text.starts_with("(C) ");
    let cut = text.chars().take_while(|c| *c == '©').count() > 0;
    (marked && line.words.len() <= 2 * LONGEST).then(|| {
        let fit = if cut { "^©.{0,200}$" } else { r"^\([cC]\) .{0,200}$" };
        Found {
            span: line.span,
            why: Why::Credit,
            fit: Fit::Pattern(Unit::Paragraph, fit.to_owned()),
            reach: Reach::Source,
        }
    })
}

/// Finds `NAME / AGENCY` after the last sentence of a caption.
fn signed(line: &Line<'_>) -> Option<Found> {
    let text = line.text.trim_end();
    let at = text.rfind(". ").map(|stop| stop + 2)?;
    let tail = text.get(at..)?;
    let (maker, name) = tail.rsplit_once('/').map(|(maker, name)| (maker.trim(), name.trim()))?;
    if tail.split_whitespace().count() > LONGEST / 2 || line.stopped {
        return None;
    }
    let fit = if AGENCIES.contains(&name) {
        format!(r"[^.\n]{{1,60}}/\s?{}$", regex::escape(name))
    } else if AGENCIES.contains(&maker) {
        format!(r"\b{}\s?/[^.\n]{{1,60}}$", regex::escape(maker))
    } else {
        return None;
    };
    let start = line.span.start() + at;
    Some(pattern(Span::new(start, line.span.start() + text.len()), fit))
}

fn pattern(span: Span, pattern: String) -> Found {
    Found { span, why: Why::Credit, fit: Fit::Pattern(Unit::Words, pattern), reach: Reach::Everywhere }
}
