//! Detects the kind of a file by its first bytes, or else by its extension.

use serde_json::value::RawValue;

use super::START;
use super::decode::{Undecodable, decode};
use super::kind::Kind;

/// Returns the kind of a file from its `name` and its first bytes, `start`.
pub fn tell(start: &[u8], name: &str) -> Kind {
    let ending = ending(name);
    if let Some(kind) = by_magic(start, &ending) {
        return kind;
    }
    let named = Kind::of_ending(&ending);
    let text = match decode(start) {
        Ok(decoded) => decoded.text,
        Err(Undecodable::Binary) if start.len() >= 8 => {
            return named.filter(|kind| is_no_text(*kind)).unwrap_or(Kind::Binary);
        }
        Err(_) => return named.unwrap_or(Kind::Text),
    };
    if let Some(kind) = by_beginning(text.trim_start_matches(['\u{feff}', ' ', '\n', '\r', '\t'])) {
        return refined(kind, named);
    }
    match named {
        // A file whose name says page, e-mail or the like but whose content is not is read as plain text.
        Some(Kind::Markdown | Kind::Csv | Kind::Tsv | Kind::Json | Kind::JsonLines) => named.unwrap_or(Kind::Text),
        Some(Kind::Html) if text.contains("</") || text.contains("/>") => Kind::Html,
        Some(Kind::Xml) if text.contains("</") => Kind::Xml,
        Some(Kind::Subtitles) if text.contains("-->") => Kind::Subtitles,
        Some(Kind::Mail) if text.contains(": ") => Kind::Mail,
        Some(Kind::Mailbox) if text.starts_with("From ") => Kind::Mailbox,
        _ => Kind::Text,
    }
}

/// Whether the first bytes of a file that has [`START`] of them or more are not text.
pub fn begins_as_binary(bytes: &[u8]) -> bool {
    bytes.get(..START as usize).is_some_and(|start| decode(start).err() == Some(Undecodable::Binary))
}

/// Returns the extension of a name, in lower case.
pub fn ending(name: &str) -> String {
    name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase()).unwrap_or_default()
}

fn is_no_text(kind: Kind) -> bool {
    !matches!(kind, Kind::Text | Kind::Markdown | Kind::Html | Kind::Json | Kind::JsonLines | Kind::Csv | Kind::Tsv)
        && !matches!(
            kind,
            Kind::Subtitles | Kind::Mail | Kind::Mailbox | Kind::Xml | Kind::Gzip | Kind::Zstd | Kind::Zip
        )
}

fn by_magic(start: &[u8], ending: &str) -> Option<Kind> {
    let begins = |marks: &[&[u8]]| marks.iter().any(|mark| start.starts_with(mark));
    if start.starts_with(b"PK\x03\x04") || start.starts_with(b"PK\x05\x06") {
        return Some(zipped(start, ending));
    }
    let film = start.get(4..8) == Some(b"ftyp") || begins(&[b"\x1a\x45\xdf\xa3"]);
    let riff = start.starts_with(b"RIFF");
    let found = match () {
        () if start.starts_with(b"%PDF-") => Kind::Pdf,
        () if start.starts_with(b"\x1f\x8b") => Kind::Gzip,
        () if start.starts_with(b"\x28\xb5\x2f\xfd") => Kind::Zstd,
        () if start.starts_with(b"{\\rtf") => Kind::Rtf,
        () if start.starts_with(b"\xd0\xcf\x11\xe0") => match Kind::of_ending(ending) {
            Some(Kind::Office) => Kind::Office,
            _ => Kind::Doc,
        },
        () if begins(&[b"\x89PNG", b"GIF87a", b"GIF89a", b"\xff\xd8\xff", b"BM\x00\x00"]) => Kind::Picture,
        () if riff && start.get(8..12) == Some(b"WEBP") => Kind::Picture,
        () if begins(&[b"OggS\0", b"ID3\x03", b"ID3\x04", b"fLaC"]) || film || riff => Kind::Sound,
        () if begins(&[b"7z\xbc\xaf", b"Rar!\x1a", b"\xfd7zXZ"]) => Kind::Archive,
        () if start.starts_with(b"BZh") && start.get(4..8) == Some(b"1AY&") => Kind::Archive,
        () => return None,
    };
    Some(found)
}

/// Returns the kind of a zip by its first file, or else by its extension.
fn zipped(start: &[u8], ending: &str) -> Kind {
    let holds = |part: &[u8]| start.windows(part.len()).any(|window| window == part);
    if holds(b"mimetypeapplication/epub+zip") {
        return Kind::Epub;
    }
    if holds(b"mimetypeapplication/vnd.oasis.opendocument.text") {
        return Kind::Odt;
    }
    if holds(b"mimetypeapplication/vnd.oasis.opendocument") || holds(b"xl/workbook") || holds(b"ppt/presentation") {
        return Kind::Office;
    }
    if holds(b"word/document") {
        return Kind::Docx;
    }
    match Kind::of_ending(ending) {
        Some(kind @ (Kind::Docx | Kind::Odt | Kind::Epub | Kind::Office | Kind::Archive)) => kind,
        _ => Kind::Zip,
    }
}

/// Detects the kind of a text by its beginning.
fn by_beginning(text: &str) -> Option<Kind> {
    let head: String = text.chars().take(512).flat_map(char::to_lowercase).collect();
    if head.starts_with("<!doctype html") || head.starts_with("<html") || head.starts_with("<head>") {
        return Some(Kind::Html);
    }
    if head.starts_with("<?xml") || head.starts_with("<tei") || head.starts_with("<nitf") || head.starts_with("<alto") {
        let page = head.contains("<!doctype html") || head.contains("<html");
        return Some(if page && !text.contains("ocr_page") { Kind::Html } else { Kind::Xml });
    }
    if head.starts_with("<!--") && (head.contains("<!doctype html") || head.contains("<html")) {
        return Some(Kind::Html);
    }
    if text.starts_with("WEBVTT") || begins_with_cue(text) {
        return Some(Kind::Subtitles);
    }
    if text.starts_with("From ") && text.lines().nth(1).is_some_and(is_header) {
        return Some(Kind::Mailbox);
    }
    if is_mail(text) {
        return Some(Kind::Mail);
    }
    is_json(text)
}

/// Whether a text begins with a number and a line of two times.
fn begins_with_cue(text: &str) -> bool {
    let mut lines = text.lines().map(str::trim);
    let number = lines.next().is_some_and(|line| !line.is_empty() && line.bytes().all(|byte| byte.is_ascii_digit()));
    number && lines.next().is_some_and(|line| line.contains("-->") && line.starts_with(|c: char| c.is_ascii_digit()))
}

fn is_header(line: &str) -> bool {
    let Some((name, value)) = line.split_once(':') else { return false };
    let named = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    named && (value.is_empty() || value.starts_with([' ', '\t']))
}

/// Whether a text begins with e-mail headers, at least one of which only e-mails have.
fn is_mail(text: &str) -> bool {
    const ONLY: &[&str] =
        &["message-id", "mime-version", "received", "return-path", "delivered-to", "content-transfer-encoding"];
    let mut only = false;
    let mut count = 0;
    for line in text.lines().take(200) {
        if line.is_empty() {
            break;
        }
        if line.starts_with([' ', '\t']) && count > 0 {
            continue;
        }
        if !is_header(line) {
            return false;
        }
        count += 1;
        let name = line.split(':').next().unwrap_or_default().to_ascii_lowercase();
        only |= ONLY.contains(&name.as_str());
    }
    only && count >= 3
}

/// Whether a text is JSON: an object with a key, or an array of objects.
fn is_json(text: &str) -> Option<Kind> {
    let after = |open: char, text: &str| text.strip_prefix(open).map(|rest| rest.trim_start().to_owned());
    if after('[', text).is_some_and(|rest| after('{', &rest).is_some_and(|rest| rest.starts_with('"'))) {
        return Some(Kind::Json);
    }
    if !after('{', text).is_some_and(|rest| rest.starts_with('"')) {
        return None;
    }
    let mut lines = text.lines().filter(|line| !line.trim().is_empty());
    let first = lines.next().unwrap_or_default();
    let next = lines.next();
    let whole = serde_json::from_str::<&RawValue>(first).is_ok();
    let row = whole && next.is_none_or(|line| line.starts_with('{'));
    Some(if row { Kind::JsonLines } else { Kind::Json })
}

/// Lets the extension decide between kinds that begin alike.
fn refined(kind: Kind, named: Option<Kind>) -> Kind {
    match (kind, named) {
        (Kind::Json, Some(Kind::JsonLines)) => Kind::JsonLines,
        (Kind::JsonLines, Some(Kind::Json)) => Kind::JsonLines,
        (Kind::Json | Kind::JsonLines, Some(named @ (Kind::Markdown | Kind::Csv | Kind::Tsv))) => named,
        (Kind::Mail, Some(Kind::Markdown)) => Kind::Markdown,
        (kind, _) => kind,
    }
}
