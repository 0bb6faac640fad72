//! Reads DOCX documents: their paragraphs now, and before the tracked changes.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::block::{Block, Furniture, Part};
use super::elements::{meant, unentitied};
use super::kind::Kind;
use super::meta::{Meta, line};
use super::pack;
use super::reading::{Reading, Refused};
use super::setting::{CELL, CELL_WORDS, PieceKind, set};
use crate::text::Span;

/// What is done with the tracked changes of a document.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum TrackedChanges {
    /// They are rejected.
    Before,
    /// They are accepted.
    #[default]
    After,
}

/// The deepest nesting of elements that is read.
const DEEPEST: usize = 2_000;
/// Elements of a document that are not its text: notes.
const NOTES: [&str; 2] = ["word/footnotes.xml", "word/endnotes.xml"];

/// Reads a document with its tracked changes accepted.
pub fn document(bytes: &[u8]) -> Result<Reading, Refused> {
    let (reading, _) = draft(bytes, TrackedChanges::After)?;
    if reading.text.is_empty() {
        return Err(Refused::new(Kind::Docx, "is a Word document without text"));
    }
    Ok(reading)
}

/// Reads both versions of a document, if it has tracked changes.
pub fn drafts(bytes: &[u8]) -> Result<Option<[Reading; 2]>, Refused> {
    let (before, tracked) = draft(bytes, TrackedChanges::Before)?;
    let (after, _) = draft(bytes, TrackedChanges::After)?;
    Ok(tracked.then_some([before, after]))
}

/// Reads a version, and returns whether there are tracked changes.
fn draft(bytes: &[u8], changes: TrackedChanges) -> Result<(Reading, bool), Refused> {
    let body = pack::entry(bytes, "word/document.xml")?.ok_or_else(|| Refused::new(Kind::Docx, "holds no document"))?;
    let mut walk = DocxWalk { changes, ..DocxWalk::default() };
    walk.walk(&String::from_utf8_lossy(&body));
    for name in NOTES {
        if let Some(notes) = pack::entry(bytes, name).ok().flatten() {
            walk.walk(&String::from_utf8_lossy(&notes));
        }
    }
    let known = pack::entry(bytes, "docProps/core.xml").ok().flatten().unwrap_or_default();
    let meta = properties(&String::from_utf8_lossy(&known)).or(Meta { title: walk.title, ..Meta::default() });
    let remarks = if walk.broken { vec!["is damaged; read up to the damage".to_owned()] } else { Vec::new() };
    let reading = Reading { remarks, ..Reading::extracted(walk.text, walk.blocks, meta) };
    Ok((reading, walk.tracked))
}

/// The open paragraph.
#[derive(Debug, Default)]
struct Para {
    part: Part,
    /// Whether it continues in the next one, because the break between them is only in the other version.
    goes_on: bool,
}

#[derive(Default)]
struct DocxWalk {
    changes: TrackedChanges,
    /// The open elements, by their local names.
    open: Vec<String>,
    deeper: usize,
    /// How many open elements hold text that is only in the other version, or that is there twice.
    left_out: usize,
    paragraph: Para,
    current: String,
    text: String,
    blocks: Vec<Block>,
    /// The first block of the open table row.
    row: usize,
    title: Option<String>,
    tracked: bool,
    broken: bool,
}

impl DocxWalk {
    fn walk(&mut self, xml: &str) {
        let mut reader = Reader::from_str(xml);
        reader.config_mut().check_end_names = false;
        loop {
            match reader.read_event() {
                Ok(Event::Start(start)) => self.start(&start),
                Ok(Event::Empty(start)) => {
                    self.start(&start);
                    self.end();
                }
                Ok(Event::End(_)) => self.end(),
                Ok(Event::Text(text)) => self.add(&text),
                Ok(Event::GeneralRef(entity)) => self.add(&meant(&entity)),
                Ok(Event::Eof) => break,
                Ok(_) => {}
                Err(_) => {
                    self.broken = true;
                    break;
                }
            }
        }
        self.paragraph.goes_on = false;
        self.flush();
        (self.left_out, self.deeper) = (0, 0);
        self.open.clear();
    }

    fn start(&mut self, start: &BytesStart<'_>) {
        if self.open.len() >= DEEPEST {
            self.deeper += 1;
            return;
        }
        let name = start.local_name().as_ref().to_owned();
        let value = || {
            let found = start.attributes().flatten().find(|attr| attr.key.local_name().as_ref() == "val")?;
            Some(unentitied(&found.value))
        };
        let inside = self.open.last().cloned().unwrap_or_default();
        match (name.as_str(), inside.as_str()) {
            // The paragraph break itself was changed.
            ("ins" | "moveTo", "rPr") if self.of_paragraph() => {
                self.tracked = true;
                self.paragraph.goes_on |= self.changes == TrackedChanges::Before;
            }
            ("del" | "moveFrom", "rPr") if self.of_paragraph() => {
                self.tracked = true;
                self.paragraph.goes_on |= self.changes == TrackedChanges::After;
            }
            ("pStyle", _) => self.style(&value().unwrap_or_default()),
            ("numPr", _) if self.paragraph.part == Part::Prose => self.paragraph.part = Part::Item,
            ("tr", _) if !self.in_row() => self.row = self.blocks.len(),
            ("tab", "r") => self.put(" "),
            ("br" | "cr", "r") => self.put("\n"),
            ("noBreakHyphen", _) => self.put("-"),
            _ => {}
        }
        self.left_out += usize::from(self.is_left_out(&name));
        self.tracked |= matches!(name.as_str(), "ins" | "del" | "moveFrom" | "moveTo") && inside != "rPr";
        self.open.push(name);
    }

    /// Whether the properties of the paragraph's own end are open.
    fn of_paragraph(&self) -> bool {
        self.open.iter().rev().nth(1).is_some_and(|name| name == "pPr")
    }

    /// Whether the text of an element is not in this version, or is elsewhere too.
    fn is_left_out(&self, name: &str) -> bool {
        let others = match self.changes {
            TrackedChanges::Before => ["ins", "moveTo"],
            TrackedChanges::After => ["del", "moveFrom"],
        };
        others.contains(&name) || name == "Fallback"
    }

    fn style(&mut self, style: &str) {
        let style = style.to_ascii_lowercase();
        let begins = |names: &[&str]| names.iter().any(|name| style.starts_with(name));
        self.paragraph.part = match () {
            () if begins(&["heading", "title", "subtitle", "berschrift", "titre", "titel"]) => Part::Heading,
            () if begins(&["quote", "intensequote", "blocktext", "zitat"]) => Part::Quote,
            () if begins(&["caption"]) => Part::Caption,
            // pandoc gives this style to list items and table cells.
            () if begins(&["list"]) || (begins(&["compact"]) && !self.in_row()) => Part::Item,
            () if begins(&["sourcecode", "htmlpreformatted"]) => Part::Verbatim,
            () => return,
        };
    }

    fn end(&mut self) {
        if self.deeper > 0 {
            self.deeper -= 1;
            return;
        }
        let Some(name) = self.open.pop() else { return };
        self.left_out -= usize::from(self.left_out > 0 && self.is_left_out(&name));
        match name.as_str() {
            "p" => self.flush(),
            // A cell ends a paragraph whatever is tracked.
            "tc" | "footnote" | "endnote" => {
                self.paragraph.goes_on = false;
                self.flush();
            }
            "tr" if !self.in_row() => self.join_row(),
            _ => {}
        }
    }

    fn in_row(&self) -> bool {
        self.open.iter().any(|name| name == "tr")
    }

    /// Joins the cells of a row into one paragraph, if all are short.
    fn join_row(&mut self) {
        let cells: Vec<Block> = self.blocks.get(self.row..).unwrap_or_default().to_vec();
        let is_short = |cell: &Block| cell.span.of(&self.text).split_whitespace().count() <= CELL_WORDS;
        let (Some(first), true) = (cells.first(), cells.len() > 1) else { return };
        if !cells.iter().all(|cell| cell.part == Part::Cell && is_short(cell)) {
            return;
        }
        let row = cells.iter().map(|cell| cell.span.of(&self.text)).collect::<Vec<_>>().join(CELL);
        self.text.truncate(first.span.start());
        self.text.push_str(&row);
        let span = Span::new(first.span.start(), self.text.len());
        self.blocks.truncate(self.row);
        self.blocks.push(Block { span, ..*first });
    }

    fn add(&mut self, text: &str) {
        if matches!(self.open.last().map(String::as_str), Some("t" | "delText")) && self.deeper == 0 {
            self.put(text);
        }
    }

    fn put(&mut self, text: &str) {
        if self.left_out == 0 {
            self.current.push_str(text);
        }
    }

    /// Ends a paragraph, unless it continues in the next.
    fn flush(&mut self) {
        let Para { part, goes_on } = std::mem::take(&mut self.paragraph);
        if goes_on {
            self.paragraph.part = part;
            return;
        }
        let current = std::mem::take(&mut self.current);
        let block = current.trim();
        if block.is_empty() {
            return;
        }
        let part = if self.open.iter().any(|name| name == "tc") && part == Part::Prose { Part::Cell } else { part };
        if part == Part::Heading && self.title.is_none() {
            self.title = line(block);
        }
        set(&mut self.text, &mut self.blocks, block, PieceKind { part, furniture: Furniture::No });
    }
}

/// Reads the author and the title of a document.
fn properties(xml: &str) -> Meta {
    let (mut meta, mut name, mut value) = (Meta::default(), String::new(), String::new());
    let mut reader = Reader::from_str(xml);
    reader.config_mut().check_end_names = false;
    loop {
        match reader.read_event() {
            Ok(Event::Start(start)) => {
                name = start.local_name().as_ref().to_owned();
                value.clear();
            }
            Ok(Event::Text(text)) => value.push_str(&text),
            Ok(Event::GeneralRef(entity)) => value.push_str(&meant(&entity)),
            Ok(Event::End(_)) => match name.as_str() {
                "title" => meta.title = line(&value),
                "creator" => meta.byline = line(&value),
                _ => {}
            },
            Ok(Event::Eof) | Err(_) => return meta,
            Ok(_) => {}
        }
    }
}
