//! An article: an immutable text and the places in it.

use std::ops::Range;

use super::names::may_be_called;
use super::origin::Origin;
use super::parts::{Paragraph, ParagraphId, Sentence};
use super::segment::{Parts, dressed, of_blocks, segment, segment_from};
use super::source::source;
use super::text_id::TextId;
use crate::kinds::{DiskMap, Layout, Meta, Part, Reading, Typeset};
use crate::text::{Span, Token, begins_quoted_line, sign};

/// A text with its paragraphs, sentences and words. Everything in it is a place in `text`, which is never rewritten.
#[derive(Clone, Debug)]
pub struct Article {
    /// What the reader calls it: the file's name without its folder, made safe to show.
    pub name: String,
    /// Where it came from.
    pub origin: Origin,
    /// The source a rule can be scoped to: what the file says of itself, else its folder, else its name.
    pub source: String,
    /// The decoded text, whole.
    pub text: String,
    /// What tells the text from others.
    pub id: TextId,
    /// Paragraphs in order. They do not overlap; only white space stands between them.
    pub paragraphs: Vec<Paragraph>,
    /// Sentences in order, each inside one paragraph.
    pub sentences: Vec<Sentence>,
    /// Words in order, each inside one sentence.
    pub tokens: Vec<Token>,
    /// The way back from `text` to the bytes on the disk.
    pub disk: DiskMap,
    /// How much of what stands on the disk it is.
    pub extent: Extent,
    /// What its file says of it.
    pub meta: Meta,
    /// Whether its text was taken out of a file in which it does not stand as it is here: places in it are none in the file.
    pub extracted: bool,
    /// How its text is set.
    pub typeset: Typeset,
    /// When what begins at a byte of the text was said, in thousandths of a second; for speech.
    pub times: Vec<(usize, u64)>,
    /// Whether another that was opened with it has the same title.
    pub titled_alike: bool,
    /// Whether its source is no more than the folder that all that were opened stand in.
    pub in_one_folder: bool,
}

/// How much of what stands on the disk an article is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Extent {
    /// All of it.
    #[default]
    Whole,
    /// Its beginning, to be read while the rest is fetched: what it ends with is no end.
    Head,
}

impl Article {
    /// Makes an article of a decoded text.
    pub fn new(name: String, origin: Origin, text: String, disk: DiskMap) -> Self {
        let (parts, source) = (segment(&text), source(&text, &origin));
        Self::of_parts((name, origin, source), text, parts, disk)
    }

    /// Makes an article of what was read.
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
            ..Self::of_parts((name, origin, source), reading.text, parts, reading.disk)
        }
    }

    fn of_parts((name, origin, source): (String, Origin, String), text: String, parts: Parts, disk: DiskMap) -> Self {
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

    /// Its title, or the name of its file, which tells it from others of the same title.
    pub fn called(&self) -> &str {
        self.meta.title.as_deref().filter(|_| !self.titled_alike).unwrap_or(&self.name)
    }

    /// Its source where that says something: more than its own name, and more than the folder of all.
    pub fn known_source(&self) -> Option<&str> {
        let source = self.source.as_str();
        (!self.in_one_folder && !source.is_empty() && source != self.name).then_some(source)
    }

    /// Its title, with outlet and date where they are known, or the name of its file: how it is cited.
    pub fn cited(&self) -> String {
        let Some(title) = &self.meta.title else { return self.name.clone() };
        let source = self.meta.source();
        let by: Vec<&str> = [source.as_deref(), self.meta.day()].into_iter().flatten().collect();
        if by.is_empty() { title.clone() } else { format!("{title}{}{}", sign(" — "), by.join(", ")) }
    }

    /// Whether two paragraphs, one behind the other, are lines of one list, one table or one piece of code.
    pub fn are_set_close(&self, one: ParagraphId, next: ParagraphId) -> bool {
        let (Some(one), Some(next)) = (self.paragraphs.get(one.0), self.paragraphs.get(next.0)) else { return false };
        let alike = one.part == next.part && matches!(one.part, Part::Item | Part::Cell | Part::Verbatim);
        let between = || self.text.get(one.span.end()..next.span.start()).unwrap_or_default();
        alike && between().matches('\n').count() < 2
    }

    /// When what stands at `place` was said, in thousandths of a second.
    pub fn time_at(&self, place: usize) -> Option<u64> {
        let next = self.times.partition_point(|(at, _)| *at <= place);
        self.times.get(next.checked_sub(1)?).map(|(_, time)| *time)
    }

    /// Says where `place` stands, as it is cited: by its paragraph, `¶3`, or by when it was said, `00:01:02`.
    pub fn placed(&self, place: usize) -> String {
        match self.time_at(place).map(|time| time / 1000) {
            Some(time) => format!("{:02}:{:02}:{:02}", time / 3600, time / 60 % 60, time % 60),
            None => format!("{}{}", sign("¶"), self.paragraph_id_at(place).0 + 1),
        }
    }

    /// Whether all of a paragraph is quoted: as a block, or as mail that is answered.
    pub fn is_quoted(&self, paragraph: &Paragraph) -> bool {
        paragraph.part == Part::Quote || begins_quoted_line(&self.text, paragraph.span.start())
    }

    /// Makes an article of a text that stands on no disk.
    pub fn of_text(name: &str, text: &str) -> Self {
        Self::new(name.to_owned(), Origin::Bundled(name.to_owned()), text.to_owned(), DiskMap::identity(0))
    }

    /// Whether the reader has called it so, now or when it was opened beside others: a name grows with the number of files
    /// it is to be told from.
    pub fn is_called(&self, name: &str) -> bool {
        let by_its_place = || matches!(&self.origin, Origin::File { place, .. } if may_be_called(place, name));
        self.name == name || by_its_place()
    }

    /// The paragraph in which `place` stands, or the nearest one before it; the first one where there is none.
    pub fn paragraph_id_at(&self, place: usize) -> ParagraphId {
        ParagraphId(self.paragraphs.partition_point(|p| p.span.start() <= place).saturating_sub(1))
    }

    /// The index of the sentence in which `place` stands, or the nearest one before it.
    pub fn sentence_at(&self, place: usize) -> usize {
        self.sentences.partition_point(|s| s.span.start() <= place).saturating_sub(1)
    }

    /// The words that stand wholly in `span`, as indexes into [`Article::tokens`].
    pub fn tokens_in(&self, span: Span) -> Range<usize> {
        let start = self.tokens.partition_point(|t| t.span.start() < span.start());
        let end = self.tokens.partition_point(|t| t.span.end() <= span.end());
        start..end.max(start)
    }
}
