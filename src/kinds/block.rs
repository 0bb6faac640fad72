//! Paragraphs as a file separates them: what each is, and whether it belongs to the article.

use crate::text::Span;

/// A paragraph that the file itself sets apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    /// Its span.
    pub span: Span,
    /// What it is.
    pub part: Part,
    /// Whether it belongs to the article.
    pub furniture: Furniture,
}

/// What a paragraph is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Part {
    /// Prose, or anything else.
    #[default]
    Prose,
    /// A heading.
    Heading,
    /// An item of a list.
    Item,
    /// A quotation.
    Quote,
    /// A caption.
    Caption,
    /// A cell of a table.
    Cell,
    /// Code, or anything else that keeps its lines.
    Verbatim,
}

/// Whether a paragraph belongs to the article or to the page around it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Furniture {
    /// It belongs to the article.
    #[default]
    No,
    /// It may belong to the page.
    Perhaps,
    /// It belongs to the page.
    Surely,
}
