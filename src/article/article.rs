//! An article: an immutable text and the places in it.

use std::borrow::Cow;
use std::ops::Range;

use super::names::may_be_called;
use super::origin::Origin;
use super::parts::{Paragraph, ParagraphId, Sentence};
use super::segment::{Parts, dressed, of_blocks, segment, segment_from};
use super::source::source;
use super::text_id::TextId;
use crate::kinds::{DiskMap, Layout, Meta, Part, Reading, Typeset};
use crate::text::{Span, Token, begins_quoted_line, sign};

/// A text with its paragraphs, sentences and words. They all are spans of `text`, which never changes.
#[derive(Clone, Debug)]
pub struct Article {
    /// The name shown to the reader: the file name without its folder, safe to print.
    pub name: String,
    /// The file or stream it came from.
    pub origin: Origin,
    /// The source, to which a rule can be limited: what the file says, else its folder, else its name.
    pub source: String,
    /// The whole decoded text.
    pub text: String,
    /// The identity of the text.
    pub id: TextId,
    /// The paragraphs, in order. They do not overlap, and there is only white space between them.
    pub paragraphs: Vec<Paragraph>,
    /// The sentences, in order, each inside one paragraph.
    pub sentences: Vec<Sentence>,
    /// The words, in order, each inside one sentence.
    pub tokens: Vec<Token>,
    /// Maps places in `text` back to bytes of the file.
    pub disk: DiskMap,
    /// How much of the file was read.
    pub extent: Extent,
    /// Metadata from the file.
    pub meta: Meta,
    /// Whether the text was extracted, so that places in it are not places in the file.
    pub extracted: bool,
    /// How the text is laid out.
    pub typeset: Typeset,
    /// For speech: byte offsets of the text with the time, in milliseconds, at which what begins there was said.
    pub times: Vec<(usize, u64)>,
    /// Whether another open article has the same title.
    pub titled_alike: bool,
    /// Whether its source is only the folder that all open articles are in.
    pub in_one_folder: bool,
}

/// How much of a file an article holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Extent {
    /// All of it.
    #[default]
    Whole,
    /// Its beginning, shown until the rest is read. The text does not end where this ends.
    Head,
}

/// What an article is called and where it is from.
struct Identity {
    name: String,
    origin: Origin,
    source: String,
}

impl Article {
    /// Makes an article from a decoded text.
    pub fn new(name: String, origin: Origin, text: String, disk: DiskMap) -> Self {
        let (parts, source) = (segment(&text), source(&text, &origin));
        Self::of_parts(Identity { name, origin, source }, text, parts, disk)
    }

    /// Makes an article from what was read.
    pub fn of(name: String, origin: Origin, reading: Reading) -> Self {
        let parts = match &reading.layout {
            Layout::Sought(from) => segment_from(&reading.text, *from),
            Layout::Given(blocks) => of_blocks(&reading.text, blocks),
        };
        let source = reading.meta.source().unwrap_or_else(|| origin.source());
        let parts = dressed(parts, &reading.text, &reading.typeset);
        let (meta, extracted, typeset, times) = (reading.meta, reading.extracted, reading.typeset, reading.times);
        Self {
            meta,
            extracted,
            typeset,
            times,
            titled_alike: false,
            ..Self::of_parts(Identity { name, origin, source }, reading.text, parts, reading.disk)
        }
    }

    fn of_parts(identity: Identity, text: String, parts: Parts, disk: DiskMap) -> Self {
        let Identity { name, origin, source } = identity;
        let Parts { paragraphs, sentences, tokens } = parts;
        let (extent, meta, extracted, typeset) = (Extent::Whole, Meta::default(), false, Typeset::default());
        let (id, times) = (TextId::of(&text), Vec::new());
        Self {
            name,
            origin,
            source,
            id,
            text,
            paragraphs,
            sentences,
            tokens,
            disk,
            extent,
            meta,
            extracted,
            typeset,
            times,
            titled_alike: false,
            in_one_folder: false,
        }
    }

    /// Returns its title, or its name if it has no title or another open article has the same one.
    pub fn called(&self) -> &str {
        self.meta.title.as_deref().filter(|_| !self.titled_alike).unwrap_or(&self.name)
    }

    /// Returns its source, unless that is only its own name or the folder of all open articles.
    pub fn known_source(&self) -> Option<&str> {
        let source = self.source.as_str();
        (!self.in_one_folder && !source.is_empty() && source != self.name).then_some(source)
    }

    /// Returns how it is cited: by its title, with outlet and date if known, or by its name.
    pub fn cited(&self) -> String {
        let Some(title) = &self.meta.title else { return self.name.clone() };
        let source = self.meta.source();
        let by: Vec<&str> = [source.as_deref(), self.meta.day()].into_iter().flatten().collect();
        if by.is_empty() { title.clone() } else { format!("{title}{}{}", sign(" — "), by.join(", ")) }
    }

    /// Whether two consecutive paragraphs are lines of one list, table or piece of code.
    pub fn are_set_close(&self, one: ParagraphId, next: ParagraphId) -> bool {
        let (Some(one), Some(next)) = (self.paragraphs.get(one.0), self.paragraphs.get(next.0)) else { return false };
        let alike = one.part == next.part && matches!(one.part, Part::Item | Part::Cell | Part::Verbatim);
        let between = || self.text.get(one.span.end()..next.span.start()).unwrap_or_default();
        alike && between().matches('\n').count() < 2
    }

    /// Returns when the words at `place` were said, in milliseconds.
    pub fn time_at(&self, place: usize) -> Option<u64> {
        let next = self.times.partition_point(|(at, _)| *at <= place);
        self.times.get(next.checked_sub(1)?).map(|(_, time)| *time)
    }

    /// Returns how `place` is cited: by its paragraph, `¶3`, or by when it was said, `00:01:02`.
    pub fn placed(&self, place: usize) -> String {
        match self.time_at(place).map(|time| time / 1000) {
            Some(time) => format!("{:02}:{:02}:{:02}", time / 3600, time / 60 % 60, time % 60),
            None => format!("{}{}", sign("¶"), self.paragraph_id_at(place).0 + 1),
        }
    }

    /// Returns a passage as it is shown, without markup and addresses.
    pub fn shown(&self, span: Span) -> Cow<'_, str> {
        let unseen = &self.typeset.unseen;
        let within = unseen.partition_point(|markup| markup.end() <= span.start())
            ..unseen.partition_point(|markup| markup.start() < span.end());
        if within.is_empty() {
            return Cow::Borrowed(span.of(&self.text));
        }
        let mut parts = String::with_capacity(span.len());
        let mut from = span.start();
        for markup in unseen.get(within).unwrap_or_default() {
            parts.push_str(self.text.get(from..markup.start()).unwrap_or_default());
            from = markup.end().min(span.end());
        }
        parts.push_str(self.text.get(from..span.end()).unwrap_or_default());
        Cow::Owned(parts)
    }

    /// Whether all of a paragraph is quoted, as a block quotation or as quoted mail.
    pub fn is_quoted(&self, paragraph: &Paragraph) -> bool {
        paragraph.part == Part::Quote || begins_quoted_line(&self.text, paragraph.span.start())
    }

    /// Makes an article from a text that is in no file. The text must be shorter than 4 GiB.
    pub fn of_text(name: &str, text: &str) -> Self {
        Self::new(name.to_owned(), Origin::Bundled(name.to_owned()), text.to_owned(), DiskMap::identity(0))
    }

    /// Whether this is its name, or was when it was opened beside other files: names get longer if there are more files to distinguish.
    pub fn is_called(&self, name: &str) -> bool {
        let by_its_place = || matches!(&self.origin, Origin::File { place, .. } if may_be_called(place, name));
        self.name == name || by_its_place()
    }

    /// Returns the paragraph at `place`, or the nearest one before it, or the first one.
    pub fn paragraph_id_at(&self, place: usize) -> ParagraphId {
        ParagraphId(self.paragraphs.partition_point(|p| p.span.start() <= place).saturating_sub(1))
    }

    /// Returns the index of the sentence at `place`, or of the nearest one before it.
    pub fn sentence_at(&self, place: usize) -> usize {
        self.sentences.partition_point(|s| s.span.start() <= place).saturating_sub(1)
    }

    /// Returns the words that are entirely inside `span`, as indexes into [`Article::tokens`].
    pub fn tokens_in(&self, span: Span) -> Range<usize> {
        let start = self.tokens.partition_point(|t| t.span.start() < span.start());
        let end = self.tokens.partition_point(|t| t.span.end() <= span.end());
        start..end.max(start)
    }
}
