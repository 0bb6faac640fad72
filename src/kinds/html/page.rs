//! The blocks of a page: its text, split where a browser would, each with its enclosing elements.

/// What a block of text is by its own element.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tag {
    /// Anything else, as `div` or a cell.
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
    /// What stands under a picture.
    Caption,
    /// A term or its description.
    Term,
    /// Text that keeps its line breaks.
    Verbatim,
}

/// Signs of what stands around a block, a bit each, taken from the elements around it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Around(pub u32);

impl Around {
    /// Elements that tell where a block stands, in the order of their bits.
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

    /// The bit of an element.
    pub fn of(name: &str) -> u32 {
        let name = if matches!(name, "ol" | "dl" | "menu") { "ul" } else { name };
        Self::NAMES.iter().position(|it| *it == name).map_or(0, |bit| 1 << bit)
    }
}

/// An element that may part text.
#[derive(Clone, Debug)]
pub struct Element {
    /// The one around it, by its place in [`Page::elements`].
    pub parent: Option<usize>,
    /// How many stand around it.
    pub depth: usize,
    /// What its name and those around it say.
    pub around: Around,
    /// What its own class and id say.
    pub own: u32,
    /// What these and those around it say.
    pub groups: u32,
    /// A number that elements of one name and class share.
    pub alike: u64,
    /// Whether a browser does not show it, by what it says itself.
    pub unseen: bool,
    /// Whether a browser does not show it, or what stands around it.
    pub hidden: bool,
    /// What a block in it is.
    pub tag: Tag,
    /// Whether text in it keeps its lines.
    pub verbatim: bool,
}

/// A block of text.
#[derive(Clone, Debug)]
pub struct Block {
    /// Its text, white space put together.
    pub text: String,
    /// Its element, by its place in [`Page::elements`].
    pub element: usize,
    /// What it is.
    pub tag: Tag,
    /// How many of its words stand in links.
    pub linked: usize,
    /// How many words it has.
    pub words: usize,
}

/// The text of a page.
#[derive(Clone, Debug, Default)]
pub struct Page {
    /// The elements that part text, in order.
    pub elements: Vec<Element>,
    /// The text, in order.
    pub blocks: Vec<Block>,
}
