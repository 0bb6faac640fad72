//! Walks through the elements of a page to find its blocks.

use dom_query::{Document, NodeRef};

use super::letters::is_prose;
use super::page::{Around, Block, Element, Page, Tag};
use super::words::groups;
use crate::kinds::setting::{CELL, CELL_WORDS};
use crate::text::is_unspaced;

/// Elements nested deeper than this count as their parents: no page that people write is so deep.
const DEEPEST: usize = 200;
/// More blocks than the longest page has; the rest is left out.
const MOST: usize = 60_000;

/// Reads the blocks of a page.
pub fn page(document: &Document) -> Page {
    let mut walk = Walk::default();
    walk.enter("html", &document.root());
    let Some(body) = document.body() else { return walk.page };
    let mut node = Some(body);
    let mut level = 0usize;
    while let Some(here) = node {
        if walk.page.blocks.len() >= MOST {
            break;
        }
        let entered = walk.begin(&here);
        if entered && let Some(child) = here.first_child() {
            level += 1;
            node = Some(child);
            continue;
        }
        if entered {
            walk.end(&here);
        }
        let mut at = here;
        node = loop {
            if level == 0 {
                break None;
            }
            if let Some(next) = at.next_sibling() {
                break Some(next);
            }
            let Some(parent) = at.parent() else { break None };
            level -= 1;
            walk.end(&parent);
            at = parent;
        };
    }
    walk.flush();
    show(&mut walk.page);
    walk.page
}

#[derive(Default)]
struct Walk {
    page: Page,
    /// The open elements, by index; deeper ones count as the last.
    open: Vec<usize>,
    deeper: usize,
    text: String,
    linked: usize,
    links: usize,
    breaks: usize,
    /// Whether a row of a table is one block.
    in_row: bool,
}

const SKIPPED: &[&str] = &[
    "script", "style", "noscript", "template", "svg", "iframe", "object", "select", "textarea", "head", "canvas",
    "audio", "video", "map", "math", "option", "datalist", "input",
];

const INLINE: &[&str] = &[
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "img",
    "ins", "kbd", "label", "mark", "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strike", "strong", "sub",
    "sup", "time", "tt", "u", "var", "wbr", "nobr", "button", "amp-img", "picture", "source",
];

impl Walk {
    /// Enters a node; returns whether its contents are read.
    fn begin(&mut self, node: &NodeRef<'_>) -> bool {
        if node.is_text() {
            self.add(&node.text());
            return false;
        }
        let Some(name) = node.node_name() else { return false };
        if SKIPPED.contains(&&*name) || (INLINE.contains(&&*name) && is_unseen(node)) {
            return false;
        }
        match &*name {
            "br" if self.in_row => {
                self.text.push(' ');
                false
            }
            "br" => {
                self.breaks += 1;
                if self.breaks > 1 {
                    self.flush();
                } else {
                    self.text.push('\n');
                }
                false
            }
            "hr" => {
                self.flush();
                false
            }
            inline if INLINE.contains(&inline) => {
                self.links += usize::from(inline == "a");
                true
            }
            "td" | "th" if self.in_row => {
                if !self.text.is_empty() {
                    self.text.truncate(self.text.trim_end().len());
                    self.text.push_str(CELL);
                }
                true
            }
            _ if self.in_row => true,
            _ => {
                self.flush();
                self.enter(&name, node);
                self.in_row = &*name == "tr" && is_row(node);
                true
            }
        }
    }

    fn end(&mut self, node: &NodeRef<'_>) {
        let Some(name) = node.node_name() else { return };
        if INLINE.contains(&&*name) {
            self.links -= usize::from(&*name == "a" && self.links > 0);
            return;
        }
        if self.in_row && &*name != "tr" {
            return;
        }
        self.in_row = false;
        self.flush();
        if self.deeper > 0 {
            self.deeper -= 1;
        } else if self.open.len() > 1 {
            self.open.pop();
        }
    }

    fn enter(&mut self, name: &str, node: &NodeRef<'_>) {
        if self.open.len() >= DEEPEST {
            self.deeper += 1;
            return;
        }
        let parent = self.open.last().copied();
        let around = parent.and_then(|at| self.page.elements.get(at)).cloned();
        let attr = |name: &str| node.attr(name).map(|it| it.to_string()).unwrap_or_default();
        let (class, id, role) = (attr("class"), attr("id"), attr("role"));
        let is_whole = matches!(name, "html" | "body");
        let own = if is_whole { 0 } else { groups(&format!("{class} {id} {role} {}", attr("itemprop"))) };
        let unseen = is_unseen(node) || attr("aria-hidden") == "true";
        let tag = match name {
            "p" => Tag::Paragraph,
            "li" => Tag::Item,
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => Tag::Heading(name.as_bytes()[1] - b'0'),
            "td" | "th" | "tr" => Tag::Cell,
            "blockquote" => Tag::Quote,
            "figcaption" | "caption" => Tag::Caption,
            "dt" | "dd" => Tag::Term,
            "pre" => Tag::Verbatim,
            _ => Tag::Other,
        };
        let inherited = around.as_ref().map_or(Tag::Other, |it| it.tag);
        let tag = match (tag, inherited) {
            (Tag::Paragraph | Tag::Other, Tag::Quote | Tag::Caption | Tag::Item | Tag::Verbatim) => inherited,
            (tag, _) => tag,
        };
        self.page.elements.push(Element {
            parent,
            depth: around.as_ref().map_or(0, |it| it.depth + 1),
            around: Around(around.as_ref().map_or(0, |it| it.around.0) | Around::of(name)),
            own,
            groups: around.as_ref().map_or(0, |it| it.groups) | own,
            alike: alike(name, &class, around.as_ref().map_or(0, |it| it.own.into())),
            unseen,
            hidden: unseen || around.as_ref().is_some_and(|it| it.hidden),
            tag,
            verbatim: name == "pre" || around.as_ref().is_some_and(|it| it.verbatim),
        });
        self.open.push(self.page.elements.len() - 1);
    }

    fn add(&mut self, text: &str) {
        let verbatim = self.open.last().and_then(|at| self.page.elements.get(*at)).is_some_and(|it| it.verbatim);
        if self.links > 0 {
            self.linked += words_in(text);
        }
        if verbatim {
            return self.text.push_str(text);
        }
        for c in text.chars() {
            if c.is_ascii_whitespace() {
                if !self.text.is_empty() && !self.text.ends_with([' ', '\n']) {
                    self.text.push(' ');
                }
                continue;
            }
            self.breaks = 0;
            self.text.push(c);
        }
    }

    fn flush(&mut self) {
        self.breaks = 0;
        let linked = std::mem::take(&mut self.linked);
        let text = std::mem::take(&mut self.text);
        let Some(element) = self.open.last().copied() else { return };
        let text = text.trim_matches(|c: char| c.is_whitespace() || c == '|');
        if !text.contains(char::is_alphanumeric) {
            return;
        }
        let words = words_in(text);
        let tag = self.page.elements.get(element).map_or(Tag::Other, |it| it.tag);
        let text = text.replace(" \n", "\n");
        self.page.blocks.push(Block { text, element, tag, linked: linked.min(words), words });
    }
}

/// The most nodes of a row that are examined.
const ROW_NODES: usize = 600;

/// Whether a table row is read as one block: it has several cells with text, all short.
fn is_row(row: &NodeRef<'_>) -> bool {
    const NO_ROW: &[&str] = &["table", "ul", "ol", "dl", "h1", "h2", "h3", "h4", "h5", "form", "blockquote", "pre"];
    let parts = |node: &NodeRef<'_>| node.node_name().is_some_and(|name| NO_ROW.contains(&&*name));
    let mut nodes = row.descendants_it().take(ROW_NODES);
    if nodes.by_ref().any(|node| parts(&node)) || row.descendants_it().nth(ROW_NODES).is_some() {
        return false;
    }
    let words: Vec<usize> = row.children_it(false).map(|cell| words_in(&cell.text())).filter(|it| *it > 0).collect();
    words.len() > 1 && words.iter().all(|words| *words <= CELL_WORDS)
}

/// Words of prose in a hidden part from which on it may be the content of the page, shown by a script.
const SHOWN: usize = 100;

/// Treats a part that a script would show as visible, if it has more prose than everything visible.
fn show(page: &mut Page) {
    let (mut seen, mut unseen) = (0, vec![0; page.elements.len()]);
    for block in page.blocks.iter().filter(|block| is_prose(block)) {
        let (mut at, mut outermost) = (Some(block.element), None);
        while let Some(element) = at.and_then(|at| page.elements.get(at)) {
            outermost = if element.unseen { at } else { outermost };
            at = element.parent;
        }
        match outermost.and_then(|at| unseen.get_mut(at)) {
            Some(words) => *words += block.words,
            None => seen += block.words,
        }
    }
    for (at, words) in unseen.into_iter().enumerate() {
        if words >= SHOWN && words > seen {
            page.elements[at].unseen = false;
        }
    }
    for at in 0..page.elements.len() {
        let around = page.elements[at].parent.is_some_and(|parent| page.elements[parent].hidden);
        page.elements[at].hidden = page.elements[at].unseen || around;
    }
}

/// Whether a browser hides an element, by its own attributes.
fn is_unseen(node: &NodeRef<'_>) -> bool {
    let by_style = |style: &str| style.replace(' ', "").contains("display:none");
    node.has_attr("hidden") || node.attr("style").is_some_and(|style| by_style(&style))
}

/// Counts the words of a text; in a script without spaces, two characters count as one word.
pub fn words_in(text: &str) -> usize {
    let unspaced = if text.is_ascii() { 0 } else { text.chars().filter(|c| is_unspaced(*c)).count() };
    text.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count() + unspaced / 2
}

/// Returns a hash of the name and class of an element (FNV-1a).
fn alike(name: &str, class: &str, around: u64) -> u64 {
    let bytes = name.bytes().chain([b' ']).chain(class.bytes().filter(|byte| !byte.is_ascii_digit()));
    bytes
        .chain(around.to_le_bytes())
        .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}
