//! Reads news and editions in XML, by lists of elements: TEI, NITF, NewsML-G2, JATS, ALTO; hOCR is read as a web page.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::decode::Decoded;
use super::elements::{HEADS, INLINE, ROOTS, SKIPPED, meant, unentitied};
use super::html;
use super::kind::Kind;
use super::meta::{Meta, is_day, line};
use super::reading::{Block, Furniture, Part, Reading, Refused};
use super::setting::{CELL, CELL_WORDS, PieceKind, set};
use crate::text::Span;

/// Elements nested deeper than this are read as if they were at this depth.
const DEEPEST: usize = 10_000;

/// Reads the articles of a document.
pub fn articles(decoded: &Decoded) -> Result<Vec<Reading>, Refused> {
    let text = &decoded.text;
    if text.contains("ocr_page") || text.contains("ocr_par") {
        return html::whole(text).map(|page| vec![page]).ok_or_else(|| Refused::new(Kind::Xml, "contains no text"));
    }
    let mut document = Document::default();
    let mut reader = Reader::from_str(text);
    reader.config_mut().check_end_names = false;
    loop {
        match reader.read_event() {
            Ok(Event::Start(start)) => document.start(&start)?,
            Ok(Event::Empty(start)) => {
                document.start(&start)?;
                document.end();
            }
            Ok(Event::End(_)) => document.end(),
            Ok(Event::Text(text)) => document.add(&text),
            Ok(Event::CData(data)) => document.add(&data),
            Ok(Event::GeneralRef(entity)) => document.add(&meant(&entity)),
            Ok(Event::Eof) => break,
            Ok(_) => {}
            Err(_) if document.text.is_empty() => {
                return Err(Refused::new(Kind::Xml, format!("is broken XML (at byte {})", reader.buffer_position())));
            }
            Err(_) => {
                document.broken = Some(reader.buffer_position());
                break;
            }
        }
    }
    document.flush();
    document.finished()
}

#[derive(Default)]
struct Document {
    /// The names of the open elements.
    open: Vec<String>,
    deeper: usize,
    /// How many of them hold metadata, and how many are left out.
    heads: usize,
    skipped: usize,
    text: String,
    blocks: Vec<Block>,
    current: String,
    /// The cells of the open table row.
    row: Option<Vec<String>>,
    meta: Meta,
    broken: Option<u64>,
}

impl Document {
    fn start(&mut self, start: &BytesStart<'_>) -> Result<(), Refused> {
        let name = start.local_name().as_ref().to_ascii_lowercase();
        if self.open.is_empty() && !ROOTS.contains(&name.as_str()) {
            return Err(Refused::new(
                Kind::Xml,
                format!("is XML of an unknown kind (root element <{name}>); --as text shows its source"),
            ));
        }
        if self.open.len() >= DEEPEST {
            self.deeper += 1;
            return Ok(());
        }
        if !INLINE.contains(&name.as_str()) && name != "textline" {
            self.flush();
        }
        let attr = |wanted: &str| {
            let found = start
                .attributes()
                .flatten()
                .find(|attr| attr.key.local_name().as_ref().eq_ignore_ascii_case(wanted))?;
            Some(found.value.into_owned())
        };
        match name.as_str() {
            "string" => {
                self.space();
                self.current.push_str(&unentitied(&attr("CONTENT").unwrap_or_default()));
            }
            "hyp" => self.current.push('\u{ad}'),
            "lb" | "pb" | "cb" => self.space(),
            _ => {}
        }
        if is_row(&name) {
            self.row.get_or_insert_default();
        } else if is_cell(&name)
            && let Some(row) = &mut self.row
        {
            row.push(String::new());
        }
        self.heads += usize::from(HEADS.contains(&name.as_str()) || self.is_head(&name));
        self.skipped += usize::from(self.is_skipped(&name));
        if self.heads > 0 || name == "byline" || name == "dateline" {
            self.tell(&name, &attr);
        }
        self.open.push(name);
        Ok(())
    }

    /// Whether `head` holds metadata: in NITF and pages it is right below the root, in TEI it is a heading.
    fn is_head(&self, name: &str) -> bool {
        let below = self.open.last().map(String::as_str);
        (name == "head" && matches!(below, Some("nitf" | "html"))) || (name == "front" && below == Some("article"))
    }

    /// Whether the text of an element is left out: of an editor's alternatives, the original reading is used.
    fn is_skipped(&self, name: &str) -> bool {
        let choice = self.open.last().is_some_and(|around| around == "choice");
        match name {
            "corr" | "reg" | "expan" => choice,
            name => SKIPPED.contains(&name),
        }
    }

    /// Reads attributes.
    fn tell(&mut self, name: &str, attr: &dyn Fn(&str) -> Option<String>) {
        let dated = ["when", "date.publication", "norm", "when-iso"].iter().find_map(|key| attr(key));
        if let Some(date) =
            dated.filter(|_| matches!(name, "date" | "pubdata" | "date.issue" | "date.release" | "story.date"))
        {
            self.meta.date.get_or_insert(day(&date));
        }
        if name == "pubdata" {
            self.meta.outlet = self.meta.outlet.take().or_else(|| attr("name"));
        }
    }

    fn end(&mut self) {
        if self.deeper > 0 {
            self.deeper -= 1;
            return;
        }
        let Some(name) = self.open.last().cloned() else { return };
        if self.heads > 0 && !self.current.trim().is_empty() && self.current.len() < 2000 {
            self.named(&name);
        }
        // A paragraph of a scanned page is a block of lines.
        if name != "textline" && (!INLINE.contains(&name.as_str()) || self.heads > 0) {
            self.flush();
        }
        self.open.pop();
        if is_row(&name) {
            self.end_row();
        }
        self.heads -= usize::from(self.heads > 0 && (HEADS.contains(&name.as_str()) || self.is_head(&name)));
        self.skipped -= usize::from(self.skipped > 0 && self.is_skipped(&name));
    }

    /// Reads an element of metadata.
    fn named(&mut self, name: &str) {
        let Some(value) = line(&self.current) else { return };
        let place = match name {
            "title" | "headline" | "hl1" | "article-title" => &mut self.meta.title,
            "author" | "by" | "creator" | "byline" | "persname" => &mut self.meta.byline,
            "publisher" | "infosource" | "provider" | "publicationstmt" => &mut self.meta.outlet,
            "date" | "versioncreated" | "contentcreated" | "firstcreated" => &mut self.meta.date,
            _ => return,
        };
        let value = if matches!(name, "date" | "versioncreated" | "contentcreated" | "firstcreated") {
            day(&value)
        } else {
            value
        };
        place.get_or_insert(value);
    }

    fn space(&mut self) {
        if self.current.ends_with('\u{ad}') {
            self.current.pop();
        } else if !self.current.is_empty() && !self.current.ends_with(char::is_whitespace) {
            self.current.push(' ');
        }
    }

    fn add(&mut self, text: &str) {
        if self.skipped > 0 {
            return;
        }
        for c in text.chars() {
            if c.is_whitespace() {
                if !self.current.ends_with('\u{ad}') {
                    self.space();
                }
            } else {
                self.current.push(c);
            }
        }
    }

    /// Ends a block, if it has text.
    fn flush(&mut self) {
        let name = self.open.last().map_or("", String::as_str);
        let current = std::mem::take(&mut self.current);
        let block = current.trim();
        if block.is_empty() || self.heads > 0 || self.skipped > 0 {
            return;
        }
        if let Some(cell) = self.row.as_mut().and_then(|row| row.last_mut()) {
            cell.push_str(if cell.is_empty() { "" } else { " " });
            cell.push_str(block);
            return;
        }
        let part = match name {
            "head" | "hl1" | "hl2" | "headline" | "title" => Part::Heading,
            "item" | "li" => Part::Item,
            "quote" | "blockquote" | "bq" | "cit" => Part::Quote,
            name if is_cell(name) => Part::Cell,
            "caption" | "media-caption" | "figcaption" => Part::Caption,
            _ => Part::Prose,
        };
        if part == Part::Heading && self.meta.title.is_none() {
            self.meta.title = line(block);
        }
        if !self.text.is_empty() {
            self.text.push_str("\n\n");
        }
        let start = self.text.len();
        self.text.push_str(block);
        self.blocks.push(Block { span: Span::new(start, self.text.len()), part, furniture: Furniture::No });
    }

    /// Adds a row as one paragraph, or each of its cells if one is long.
    fn end_row(&mut self) {
        let cells = self.row.take().unwrap_or_default();
        let is_layout = cells.iter().any(|cell| cell.split_whitespace().count() > CELL_WORDS);
        let pieces = if is_layout { cells } else { vec![cells.join(CELL)] };
        for piece in pieces.iter().filter(|piece| piece.contains(char::is_alphanumeric)) {
            set(&mut self.text, &mut self.blocks, piece, PieceKind { part: Part::Cell, furniture: Furniture::No });
        }
    }

    fn finished(self) -> Result<Vec<Reading>, Refused> {
        if self.blocks.is_empty() {
            return Err(Refused::new(Kind::Xml, "contains no text"));
        }
        let remarks = self.broken.map(|at| format!("is damaged at byte {at}; read up to there"));
        let reading = Reading::extracted(self.text, self.blocks, self.meta);
        Ok(vec![Reading { remarks: remarks.into_iter().collect(), ..reading }])
    }
}

fn is_row(name: &str) -> bool {
    matches!(name, "row" | "tr")
}

fn is_cell(name: &str) -> bool {
    matches!(name, "cell" | "td" | "th")
}

fn day(date: &str) -> String {
    let compact = date.len() >= 8 && date.bytes().take(8).all(|byte| byte.is_ascii_digit());
    match (is_day(date), compact) {
        (true, _) => date.get(..10).unwrap_or(date).to_owned(),
        (_, true) => format!("{}-{}-{}", &date[..4], &date[4..6], &date[6..8]),
        _ => date.to_owned(),
    }
}
