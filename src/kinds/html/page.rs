//! The blocks of a page: its text, split where a browser would, each with its enclosing elements.

/// What a block is by its own element.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tag {
    /// Anything else, such as a `div`.
    #[default]
    Other,
    /// A paragraph.
    Paragraph,
    /// An item of a list.
    Item,
    /// A heading of this rank.
    Heading(u8),
    /// A cell of a table.
    Cell,
    /// A quotation, or a paragraph in one.
    Quote,
    /// A caption.
    Caption,
    /// A term or its description.
    Term,
    /// Preformatted text.
    Verbatim,
}

/// Bit flags for the elements around a block.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Around(pub u32);

impl Around {
    /// Elements that say where a block is, in the order of their bits.
    pub const NAMES: [&'static str; 15] = [
        "article",
        "main",
        "nav",
        "aside",
        "header",
        "footer",
        "form",
        "figure",
        "table",
        "ul",
        "section",
        "a",
        "blockquote",
        "button",
        "details",
    ];

    /// Returns the bit of an element.
    pub fn of(name: &str) -> u32 {
        let name = if matches!(name, "ol" | "dl" | "menu") { "ul" } else { name };
        Self::NAMES.iter().position(|it| *it == name).map_or(0, |bit| 1 << bit)
    }
}

/// An element that may separate text.
#[derive(Clone, Debug)]
pub struct Element {
    /// Its parent, as an index into [`Page::elements`].
    pub parent: Option<usize>,
    /// How many elements are around it.
    pub depth: usize,
    /// What its name and the names around it mean.
    pub around: Around,
    /// What its own class and id mean.
    pub own: u32,
    /// What these and those around it mean.
    pub groups: u32,
    /// A hash of its name and class.
    pub alike: u64,
    /// Whether its own attributes hide it in a browser.
    pub unseen: bool,
    /// Whether it or an element around it is hidden in a browser.
    pub hidden: bool,
    /// What a block in it is.
    pub tag: Tag,
    /// Whether text in it keeps its line breaks.
    pub verbatim: bool,
}

/// A block of text.
#[derive(Clone, Debug)]
pub struct Block {
    /// Its text, with white space collapsed.
    pub text: String,
    /// Its element, as an index into [`Page::elements`].
    pub element: usize,
    /// What it is.
    pub tag: Tag,
    /// How many of its words are in links.
    pub linked: usize,
    /// How many words it has.
    pub words: usize,
}

/// The text of a page.
#[derive(Clone, Debug, Default)]
pub struct Page {
    /// The elements that separate text, in order.
    pub elements: Vec<Element>,
    /// The text, in order.
    pub blocks: Vec<Block>,
}
