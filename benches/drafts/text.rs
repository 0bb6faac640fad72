//! A text as its words, each known again wherever it goes, and as it is written down.

use std::ops::Range;

use super::prng::Prng;
use super::prose::Author;
use super::words::STOCK;

/// What a word does in a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A small word of the language itself.
    Function,
    /// A small word after which a `not` may stand.
    Helper,
    /// A thing.
    Thing,
    /// A deed.
    Deed,
    /// A property.
    Property,
    /// How something is done.
    Manner,
    /// Somebody, somewhere or some day.
    Name,
    /// A number.
    Number,
    /// A sum, a percentage, a check box.
    Symbol,
}

/// A word with the marks around it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// By what it is known in both versions.
    pub id: u32,
    /// As it is written.
    pub text: String,
    /// What it does.
    pub kind: Kind,
    /// The marks before it.
    pub before: String,
    /// The marks after it.
    pub after: String,
}

/// A sentence, a heading or a line of a list.
pub type Sentence = Vec<Word>;

/// What a block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A line over what follows.
    Heading,
    /// A paragraph.
    Prose,
    /// An item behind a bullet.
    Bullet,
    /// An item behind its number.
    Numbered,
}

/// A paragraph, a heading or an item of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// By what its number is known in both versions, if it has one.
    pub id: u32,
    /// What it is.
    pub shape: Shape,
    /// The list in which it stands; items of one list follow each other line by line.
    pub list: Option<u32>,
    /// What it says.
    pub sentences: Vec<Sentence>,
}

impl Block {
    /// Tells whether it stands in a list.
    pub fn is_item(&self) -> bool {
        self.list.is_some()
    }

    /// Gives its words.
    pub fn words(&self) -> impl Iterator<Item = &Word> {
        self.sentences.iter().flatten()
    }
}

/// A text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Doc {
    /// What it consists of.
    pub blocks: Vec<Block>,
    /// The most characters of a line, where lines are wrapped.
    pub width: Option<usize>,
}

/// A word where it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placed {
    /// By what it is known in both versions.
    pub id: u32,
    /// Where it stands, without the marks around it.
    pub span: Range<usize>,
    /// Where it stands with them.
    pub dressed: Range<usize>,
    /// What it says, without case.
    pub key: String,
    /// Whether it is the number of an item, which is no word.
    pub numbers: bool,
}

/// A text as it is written, with the places of its words.
#[derive(Clone, Debug, Default)]
pub struct Written {
    /// The text.
    pub text: String,
    /// Its words, in order.
    pub words: Vec<Placed>,
}

/// Draws a text: headings, paragraphs, lists; some lines stand several times.
pub fn drawn(author: &mut Author) -> Doc {
    let target = *author.prng().pick(&[150, 250, 400, 600, 900, 1_400]);
    let width = author.prng().chance(45).then(|| author.prng().between(56, 100));
    let headed = author.prng().chance(60);
    let lists = author.prng().between(10, 50);
    let stock = author.prng().chance(30).then(|| *author.prng().pick(STOCK));
    let mut doc = Doc { blocks: vec![heading(author)], width };
    while doc.blocks.iter().flat_map(Block::words).count() < target {
        if headed && author.prng().chance(35) && doc.blocks.last().is_some_and(|last| last.shape != Shape::Heading) {
            doc.blocks.push(heading(author));
        } else if author.prng().chance(lists) && doc.blocks.last().is_some_and(|last| !last.is_item()) {
            doc.blocks.extend(list(author));
        } else {
            let mut block = paragraph(author);
            if let Some(line) = stock.filter(|_| author.prng().chance(20)) {
                block.sentences.push(author.told(line));
            }
            doc.blocks.push(block);
        }
    }
    doc
}

/// Draws a paragraph.
pub fn paragraph(author: &mut Author) -> Block {
    let sentences = *author.prng().pick(&[1, 2, 2, 3, 3, 4, 5, 6, 8]);
    let sentences = (0..sentences).map(|_| author.sentence()).collect();
    Block { id: author.number(), shape: Shape::Prose, list: None, sentences }
}

/// Draws a heading.
pub fn heading(author: &mut Author) -> Block {
    let sentences = vec![author.told("{title}")];
    Block { id: author.number(), shape: Shape::Heading, list: None, sentences }
}

/// Draws an item of a list.
pub fn item(author: &mut Author, (shape, list): (Shape, u32), boxed: bool) -> Block {
    let mut sentence = author.told("{item}");
    if boxed {
        let sign = if author.prng().chance(50) { "☐" } else { "☑" };
        sentence.insert(0, author.coined(sign, Kind::Symbol));
    }
    Block { id: author.number(), shape, list: Some(list), sentences: vec![sentence] }
}

fn list(author: &mut Author) -> Vec<Block> {
    let list = author.number();
    let shape = *author.prng().pick(&[Shape::Bullet, Shape::Numbered]);
    let boxed = shape == Shape::Bullet && author.prng().chance(25);
    (0..author.prng().between(3, 9)).map(|_| item(author, (shape, list), boxed)).collect()
}

/// Writes a text down.
pub fn written(doc: &Doc) -> Written {
    let mut out = Written::default();
    let mut number = 0;
    for (at, block) in doc.blocks.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|before| doc.blocks.get(before));
        let goes_on = before.is_some_and(|before| before.list.is_some() && before.list == block.list);
        number = if goes_on { number + 1 } else { 1 };
        if at > 0 {
            out.text += if goes_on { "\n" } else { "\n\n" };
        }
        out.block(block, number, doc.width);
    }
    out.text.push('\n');
    out
}

impl Written {
    fn block(&mut self, block: &Block, number: usize, width: Option<usize>) {
        let start = self.text.len();
        match block.shape {
            Shape::Heading => self.text += "## ",
            Shape::Prose => (),
            Shape::Bullet => self.text += "- ",
            Shape::Numbered => {
                let digits = number.to_string();
                let span = start..start + digits.len();
                self.text += &format!("{digits}. ");
                let dressed = start..span.end + 1;
                self.words.push(Placed { id: block.id, span, dressed, key: digits, numbers: true });
            }
        }
        let indent = if block.is_item() { self.text.len() - start } else { 0 };
        let mut line = self.text.len() - start;
        let mut opens = true;
        for word in block.words() {
            let len = [&word.before, &word.text, &word.after].iter().map(|part| part.chars().count()).sum::<usize>();
            if !opens && width.is_some_and(|width| block.shape != Shape::Heading && line + 1 + len > width) {
                self.text += &format!("\n{:indent$}", "");
                line = indent;
            } else if !opens {
                self.text.push(' ');
                line += 1;
            }
            opens = false;
            line += len;
            self.word(word);
        }
    }

    fn word(&mut self, word: &Word) {
        let start = self.text.len();
        self.text += &word.before;
        let from = self.text.len();
        self.text += &word.text;
        let to = self.text.len();
        self.text += &word.after;
        let dressed = start..self.text.len();
        self.words.push(Placed { id: word.id, span: from..to, dressed, key: word.text.to_lowercase(), numbers: false });
    }
}

/// Gives the words of a sentence as they are compared.
pub fn keys(sentence: &[Word]) -> Vec<String> {
    sentence.iter().map(|word| word.text.to_lowercase()).collect()
}

/// Picks one of the places where something holds.
pub fn picked<T>(all: impl Iterator<Item = T>, prng: &mut Prng) -> Option<T> {
    let mut all: Vec<T> = all.collect();
    if all.is_empty() { None } else { Some(all.swap_remove(prng.below(all.len()))) }
}
