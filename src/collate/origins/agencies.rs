//! News agencies: their names, and where an article says that its text is from one.

use std::borrow::Cow;
use std::sync::LazyLock;

use crate::article::Article;
use crate::text::Span;

const TABLE: &str = include_str!("../../../assets/agencies.txt");

/// Paragraphs at the head of an article in which a dateline or a byline may stand, and at its end for a closing line (benches/constants.md).
const NEAR: usize = 8;
/// Bytes from the start of a paragraph within which a dateline ends (benches/constants.md).
const DATELINE: usize = 80;
/// Words of a byline, and of a line that says whose text it is (benches/constants.md).
const SHORT: (usize, usize) = (14, 30);

/// An agency of the table.
#[derive(Debug, Default)]
struct Agency {
    /// Its name first, then how else it is called, by itself and in the addresses of its pages.
    called: Vec<String>,
}

impl Agency {
    fn name(&self) -> &str {
        self.called.first().map_or("", String::as_str)
    }
}

#[derive(Debug, Default)]
struct Agencies {
    all: Vec<Agency>,
    picture: Vec<String>,
    credit: Vec<String>,
    byline: Vec<String>,
}

static AGENCIES: LazyLock<Agencies> = LazyLock::new(read);

/// An agency that an article credits, or whose own article it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AgencyCredit {
    /// The name of the agency: that of the table, or as a dateline has it.
    pub agency: Cow<'static, str>,
    /// Where the article says so; `None` if its metadata do.
    pub span: Option<Span>,
    /// Whether it is the agency's own article.
    pub own: bool,
}

/// Finds the agency an article is from: by its outlet, byline, dateline or a line at its end. Picture credits and quoted agencies do not
/// count. Takes time linear in its first and last paragraphs.
pub(super) fn credit(article: &Article) -> Option<AgencyCredit> {
    let table = &*AGENCIES;
    let published = |agency: &&Agency| agency.called.iter().any(|name| name.eq_ignore_ascii_case(&article.source));
    if let Some(agency) = table.all.iter().find(published) {
        return Some(AgencyCredit { agency: Cow::Borrowed(agency.name()), span: None, own: true });
    }
    let byline = article.meta.byline.as_deref().and_then(|byline| named_in(byline));
    if let Some((agency, _)) = byline {
        return Some(AgencyCredit { agency: Cow::Borrowed(agency), span: None, own: false });
    }
    let count = article.paragraphs.len();
    let near = (0..count.min(NEAR)).chain(count.saturating_sub(NEAR).max(NEAR.min(count))..count);
    let known = near.filter_map(|at| in_paragraph(article, at)).next().or_else(|| sole_byline(article));
    known.or_else(|| (0..count.min(NEAR)).find_map(|at| unknown(article, at)))
}

/// Words of a byline that is nothing but the agency's: `By Press Association` (benches/constants.md).
const BARE: usize = 5;

/// The one byline of an agency that stands by itself anywhere: pages set it behind the text, before their lists of other articles. Where
/// there are several, they belong to these.
fn sole_byline(article: &Article) -> Option<AgencyCredit> {
    let short = |at: &usize| article.paragraphs.get(*at).is_some_and(|it| it.tokens.len() <= BARE);
    let found = |at: usize| {
        let span = article.paragraphs.get(at)?.span;
        let text = span.of(&article.text);
        let (agency, within) = line(text, Where { head: true, tail: false, last: false }, 0)?;
        let rest = text.get(within.end()..)?.chars().any(char::is_alphanumeric);
        let (start, end) = (span.start() + within.start(), span.start() + within.end());
        (!rest).then(|| AgencyCredit { agency: Cow::Borrowed(agency), span: Some(Span::new(start, end)), own: false })
    };
    let mut all = (0..article.paragraphs.len()).filter(short).filter_map(found);
    all.next().filter(|_| all.next().is_none())
}

fn in_paragraph(article: &Article, at: usize) -> Option<AgencyCredit> {
    let paragraph = article.paragraphs.get(at)?;
    let text = paragraph.span.of(&article.text);
    let left = article.paragraphs.len() - at;
    let place = Where { head: at < NEAR, tail: left <= NEAR, last: left == 1 };
    let found = if place.head { dateline(text) } else { None };
    let short = paragraph.tokens.len() <= SHORT.1;
    let found = found.or_else(|| if short { line(text, place, paragraph.tokens.len()) } else { None });
    let (agency, within) = found?;
    let start = paragraph.span.start();
    let span = Some(Span::new(start + within.start(), start + within.end()));
    Some(AgencyCredit { agency: Cow::Borrowed(agency), span, own: false })
}

/// Words of the name of an agency that the table lacks, and bytes of it, at the most (chosen).
const NAME: (usize, usize) = (3, 30);
/// What stands in brackets at the head of a text and is no name of an agency.
#[rustfmt::skip]
const NO_AGENCY: &[&str] = &[
    "update", "updated", "correction", "corrected", "corrects", "video", "watch", "opinion", "analysis", "exclusive", "live", "breaking", "sponsored",
    "advertisement", "kommentar", "meinung", "anzeige", "vidéo", "opinión", "opinione", "opinião",
];

/// Reads a dateline with the name of an agency that the table lacks: `HALVERN, May 3 (Northwire) —`, `(Northwire) -`, `Halvern
/// (Northwire).-`. In `Ada Lindt (Greens) –` it may be a party.
fn unknown(article: &Article, at: usize) -> Option<AgencyCredit> {
    let paragraph = article.paragraphs.get(at)?.span;
    let text = paragraph.of(&article.text);
    let open = text.find('(').filter(|open| *open <= DATELINE)?;
    let close = open + text.get(open..)?.find(')')?;
    let name = text.get(open + 1..close)?.split('/').next()?;
    let start = paragraph.start() + open + 1;
    let told = is_dateline(text.get(..open)?, text.get(close + 1..)?) && is_agency(name);
    let own = name.eq_ignore_ascii_case(&article.source);
    let span = Some(Span::new(start, start + name.len()));
    (told && !own).then(|| AgencyCredit { agency: Cow::Owned(name.to_owned()), span, own: false })
}

/// Whether what stands around a name in brackets shows that it opens a report: no word before it or a place in capitals, and a dash behind
/// it; or a full stop and a dash.
fn is_dateline(before: &str, behind: &str) -> bool {
    let place = before.split_whitespace().next().map(|word| word.trim_end_matches(','));
    let capitals = |word: &str| word.chars().count() > 1 && word.chars().all(|c| c.is_uppercase() || c == '-');
    let stopped = behind.strip_prefix('.');
    let dash = stopped.unwrap_or(behind).trim_start().strip_prefix(['-', '–', '—', '―']);
    let goes_on = dash.is_some_and(|rest| rest.chars().any(char::is_alphabetic));
    let ended = before.contains(['!', '?', ':'])
        || before.split('.').rev().skip(1).any(|part| part.ends_with(char::is_lowercase));
    // `Almorada, 3 de junio de 2026 (Nortepress) -`
    let year = before.split_whitespace().next_back().is_some_and(|word| word.len() == 4 && word.parse::<u16>().is_ok());
    let dated = year && before.contains(',');
    goes_on && !ended && (stopped.is_some() || dated || place.is_none_or(capitals))
}

/// Whether a name may be of an agency: few words, each with a capital.
fn is_agency(name: &str) -> bool {
    let sign = |c: char| c.is_alphanumeric() || matches!(c, '-' | '.' | '’' | '\'');
    let named = |word: &str| word.starts_with(char::is_uppercase) && word.chars().all(sign);
    let other = |word: &str| NO_AGENCY.contains(&word) || AGENCIES.picture.iter().any(|picture| picture == word);
    let words = name.split(' ').count();
    let lower = name.to_lowercase();
    words <= NAME.0 && (2..=NAME.1).contains(&name.len()) && name.split(' ').all(named) && !lower.split(' ').any(other)
}

/// Reads `LUNN (AP) — `.
fn dateline(text: &str) -> Option<(&'static str, Span)> {
    let open = text.find('(').filter(|open| *open <= DATELINE)?;
    let close = open + text.get(open..)?.find(')')?;
    let dash = text.get(close + 1..)?.trim_start().starts_with(['-', '–', '—', '―', ':']);
    let (agency, span) = named_in(text.get(open..close)?).filter(|_| dash)?;
    Some((agency, Span::new(open + span.start(), open + span.end())))
}

/// Where in its article a paragraph stands.
#[derive(Clone, Copy, Debug)]
struct Where {
    head: bool,
    tail: bool,
    last: bool,
}

/// Reads a short line: a byline, a line that says whose text it is, or at the very end nothing but the agency's name.
fn line(text: &str, place: Where, words: usize) -> Option<(&'static str, Span)> {
    let table = &*AGENCIES;
    let lower = text.to_lowercase();
    if table.picture.iter().any(|word| holds_word(&lower, word)) {
        return None;
    }
    let found = named_in(text)?;
    let by = place.head
        && words <= SHORT.0
        && lower.split_whitespace().next().is_some_and(|first| table.byline.iter().any(|word| word == first));
    let credits = place.tail && table.credit.iter().any(|phrase| lower.contains(phrase.as_str()));
    let alone = place.last && text.len() <= found.1.len() + 4;
    (by || credits || alone).then_some(found)
}

/// Finds the first agency that a text names, and where.
fn named_in(text: &str) -> Option<(&'static str, Span)> {
    let each = AGENCIES.all.iter().flat_map(|agency| agency.called.iter().map(|name| (agency.name(), name.as_str())));
    let found = each.filter_map(|(agency, name)| Some((word_at(text, name)?, name.len(), agency)));
    let (at, len, agency) = found.min_by_key(|(at, len, _)| (*at, std::cmp::Reverse(*len)))?;
    Some((agency, Span::new(at, at + len)))
}

fn holds_word(text: &str, word: &str) -> bool {
    word_at(text, word).is_some()
}

/// Where a text has these words, not inside of longer ones.
fn word_at(text: &str, words: &str) -> Option<usize> {
    let ends = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
    let whole = |at: usize| ends(text[..at].chars().next_back()) && ends(text[at + words.len()..].chars().next());
    text.match_indices(words).map(|(at, _)| at).find(|at| whole(*at))
}

fn read() -> Agencies {
    let mut table = Agencies::default();
    for line in TABLE.lines().filter(|line| !line.starts_with('#')) {
        let Some((heading, entries)) = line.split_once(' ') else { continue };
        let each = entries.split_ascii_whitespace().map(|entry| entry.replace('_', " "));
        match heading {
            "agency" => table.all.push(Agency { called: each.collect() }),
            "picture" => table.picture.extend(each),
            "credit" => table.credit.extend(each),
            "byline" => table.byline.extend(each),
            _ => {}
        }
    }
    table
}
