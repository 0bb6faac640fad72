//! Describes how Markdown is shown, without changing its text.

use std::cmp::Reverse;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::block::Part;
use super::columns::align;
use super::typeset::{Accent, AccentKind, Typeset};
use crate::text::Span;

/// Finds how a Markdown text is shown from `from` on.
pub fn markdown(text: &str, from: usize) -> Typeset {
    let options =
        Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_TASKLISTS;
    let mut dressing = Dressing { text, typeset: Typeset::default(), open: Vec::new(), leaf: None, picture: 0 };
    for (event, range) in Parser::new_ext(text.get(from..).unwrap_or_default(), options).into_offset_iter() {
        let span = Span::new(range.start + from, range.end + from);
        match event {
            Event::Start(tag) => dressing.start(&tag, span),
            Event::End(tag) => dressing.end(tag),
            Event::Rule => {}
            Event::Html(_) => {}
            _ => dressing.content(span),
        }
    }
    dressing.typeset.parts.sort_by_key(|(span, _)| (span.start(), Reverse(span.end())));
    dressing.typeset
}

/// What holds blocks or text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Container {
    /// A quotation.
    Quote,
    /// An item of a list.
    Item,
    /// Text is shown as it is.
    Verbatim,
    /// Its markup is not shown.
    Text,
    Other,
}

/// Text whose markup is not shown.
#[derive(Clone, Copy, Debug)]
struct Leaf {
    /// What is shown is known up to here.
    at: usize,
    /// The end of everything that began in it.
    reach: usize,
    /// Where it ends, if that is known.
    end: Option<usize>,
}

struct Dressing<'t> {
    text: &'t str,
    typeset: Typeset,
    open: Vec<Container>,
    leaf: Option<Leaf>,
    /// How many images are open: they are shown as they are written.
    picture: usize,
}

impl Dressing<'_> {
    fn start(&mut self, tag: &Tag<'_>, span: Span) {
        let kind = match tag {
            Tag::Strong => AccentKind::Strong,
            Tag::Emphasis => AccentKind::Emphasis,
            Tag::Strikethrough => AccentKind::Struck,
            Tag::Link { dest_url, .. } => AccentKind::Link(dest_url.to_string()),
            Tag::Image { .. } => {
                self.content(span);
                self.picture += 1;
                return;
            }
            block => return self.block(block, span),
        };
        if let Some(leaf) = self.leaf_at(span.start()) {
            leaf.reach = leaf.reach.max(span.end());
            self.typeset.accents.push(Accent { span, kind });
        }
    }

    fn block(&mut self, tag: &Tag<'_>, span: Span) {
        self.close();
        let inside = self.open.last().copied();
        let (open, part) = match tag {
            Tag::Heading { .. } => (Container::Text, Some(Part::Heading)),
            Tag::Paragraph if inside == Some(Container::Item) && self.begins_item(span) => (Container::Text, None),
            Tag::Paragraph if inside == Some(Container::Item) => (Container::Text, Some(Part::Prose)),
            Tag::Paragraph => (Container::Text, None),
            Tag::BlockQuote(_) => (Container::Quote, Some(Part::Quote)),
            Tag::Item => (Container::Item, Some(Part::Item)),
            Tag::CodeBlock(_) => (Container::Verbatim, Some(Part::Verbatim)),
            Tag::Table(_) => {
                align(self.text, span, &mut self.typeset.pads);
                (Container::Verbatim, Some(Part::Cell))
            }
            Tag::HtmlBlock | Tag::TableHead | Tag::TableRow | Tag::TableCell => (Container::Verbatim, None),
            _ => (Container::Other, None),
        };
        if open == Container::Text {
            self.leaf = Some(Leaf { at: span.start(), reach: span.start(), end: Some(span.end()) });
        }
        if matches!(tag, Tag::Heading { .. }) {
            self.typeset.accents.push(Accent { span, kind: AccentKind::Heading });
        }
        self.typeset.parts.extend(part.map(|part| (span, part)));
        self.open.push(open);
    }

    /// Whether only the marker of a list item is before its paragraph.
    fn begins_item(&self, paragraph: Span) -> bool {
        let item = self.typeset.parts.iter().rev().find(|(_, part)| *part == Part::Item);
        let before = item.and_then(|(item, _)| self.text.get(item.start()..paragraph.start())).unwrap_or_default();
        !before.contains('\n')
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Strong | TagEnd::Emphasis | TagEnd::Strikethrough | TagEnd::Link => {}
            TagEnd::Image => self.picture = self.picture.saturating_sub(1),
            _ => {
                self.close();
                self.open.pop();
            }
        }
    }

    /// Shows a part as it is.
    fn content(&mut self, span: Span) {
        if self.picture > 0 {
            return;
        }
        if let Some(leaf) = self.leaf_at(span.start()) {
            let marks = leaf.at..span.start();
            leaf.at = leaf.at.max(span.end());
            leaf.reach = leaf.reach.max(span.end());
            self.hide(marks.start, marks.end);
        }
    }

    /// Returns the open text; in a list item the first text opens it.
    fn leaf_at(&mut self, place: usize) -> Option<&mut Leaf> {
        if self.leaf.is_none() && self.open.last() == Some(&Container::Item) {
            self.leaf = Some(Leaf { at: place, reach: place, end: None });
        }
        self.leaf.as_mut()
    }

    /// Closes the open text: markup at its end is not shown either, but the underline of a heading is.
    fn close(&mut self) {
        let Some(Leaf { at, reach, end }) = self.leaf.take() else { return };
        let rest = end.and_then(|end| self.text.get(reach..end)).unwrap_or_default();
        let closing = rest.trim_end();
        let closes = !closing.is_empty() && closing.trim_start().chars().all(|c| c == '#');
        self.hide(at, if closes && at < reach + closing.len() { reach + closing.len() } else { reach });
    }

    fn hide(&mut self, start: usize, end: usize) {
        let start = start.max(self.typeset.unseen.last().map_or(0, |last| last.end()));
        if start < end {
            self.typeset.unseen.push(Span::new(start, end));
        }
    }
}
