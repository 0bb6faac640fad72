//! Edits of a text, each of which knows what it did.

use std::collections::{BTreeMap, BTreeSet};

use super::prose::Author;
use super::text::{Block, Doc, Sentence, Word};
use super::{block_edits, sentence_edits, word_edits};

/// How many words around an edit the next one leaves alone, so that two edits are two changes.
const APART: usize = 3;

/// Kinds of edits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Edit {
    /// A letter mistyped.
    Typo,
    /// A word spelled as on the other shore of an ocean.
    Spelling,
    /// A word put for another.
    Replaced,
    /// Words put for two to four others.
    Rephrased,
    /// A word or a phrase put in.
    Inserted,
    /// One to three words left out.
    Deleted,
    /// A `not` put in or left out.
    Negation,
    /// Another number.
    Number,
    /// Another name, often nearly the same.
    Name,
    /// Another sign before or behind a number, another check box.
    Symbol,
    /// Another punctuation mark, capital or quotes: no word changes.
    Marks,
    /// A sentence put in.
    SentenceIn,
    /// A sentence left out.
    SentenceOut,
    /// Another sentence in the place of one.
    SentenceRewritten,
    /// A sentence moved.
    SentenceMoved,
    /// A sentence moved, with other words in it.
    SentenceMovedEdited,
    /// A sentence split; only marks and a joining word differ.
    SentenceSplit,
    /// Two sentences merged; only marks and a joining word differ.
    SentencesMerged,
    /// A paragraph put in.
    ParagraphIn,
    /// A paragraph left out.
    ParagraphOut,
    /// Other sentences in the place of a paragraph's.
    ParagraphRewritten,
    /// Paragraphs before and behind a heading rewritten or left out.
    HeadingKept,
    /// A paragraph moved.
    ParagraphMoved,
    /// A paragraph moved, with other words in it.
    ParagraphMovedEdited,
    /// A paragraph split: no word changes.
    ParagraphSplit,
    /// Two paragraphs merged: no word changes.
    ParagraphsMerged,
    /// An item put into a list, numbers counting on.
    ItemIn,
    /// An item left out of a list, numbers counting on.
    ItemOut,
    /// An item moved within its list.
    ItemMoved,
    /// An item moved within its list, with another word in it.
    ItemMovedEdited,
    /// Lines wrapped at another width: no word changes.
    Rewrapped,
}

impl Edit {
    /// All kinds, with the names by which they are asked for.
    pub const ALL: [(Edit, &str); 31] = [
        (Edit::Typo, "typo"),
        (Edit::Spelling, "spelling"),
        (Edit::Replaced, "replaced"),
        (Edit::Rephrased, "rephrased"),
        (Edit::Inserted, "inserted"),
        (Edit::Deleted, "deleted"),
        (Edit::Negation, "negation"),
        (Edit::Number, "number"),
        (Edit::Name, "name"),
        (Edit::Symbol, "symbol"),
        (Edit::Marks, "marks"),
        (Edit::SentenceIn, "sentence-in"),
        (Edit::SentenceOut, "sentence-out"),
        (Edit::SentenceRewritten, "sentence-rewritten"),
        (Edit::SentenceMoved, "sentence-moved"),
        (Edit::SentenceMovedEdited, "sentence-moved-edited"),
        (Edit::SentenceSplit, "sentence-split"),
        (Edit::SentencesMerged, "sentences-merged"),
        (Edit::ParagraphIn, "paragraph-in"),
        (Edit::ParagraphOut, "paragraph-out"),
        (Edit::ParagraphRewritten, "paragraph-rewritten"),
        (Edit::HeadingKept, "heading-kept"),
        (Edit::ParagraphMoved, "paragraph-moved"),
        (Edit::ParagraphMovedEdited, "paragraph-moved-edited"),
        (Edit::ParagraphSplit, "paragraph-split"),
        (Edit::ParagraphsMerged, "paragraphs-merged"),
        (Edit::ItemIn, "item-in"),
        (Edit::ItemOut, "item-out"),
        (Edit::ItemMoved, "item-moved"),
        (Edit::ItemMovedEdited, "item-moved-edited"),
        (Edit::Rewrapped, "rewrapped"),
    ];

    /// Gives its name.
    pub fn name(self) -> &'static str {
        Self::ALL.iter().find(|(edit, _)| *edit == self).map_or("", |(_, name)| name)
    }

    /// Gives the kind of a name.
    pub fn named(name: &str) -> Option<Edit> {
        Self::ALL.iter().find(|(_, known)| *known == name).map(|(edit, _)| *edit)
    }
}

/// What was done to a text.
#[derive(Clone, Debug, Default)]
pub struct Ledger {
    /// The edits, with what each did in words.
    pub edits: Vec<(Edit, String)>,
    /// The edit that added or removed a word, by the word.
    pub changed: BTreeMap<u32, usize>,
    /// The edit that moved a word, by the word.
    pub moved: BTreeMap<u32, usize>,
    /// Words in or near an edit.
    pub near: BTreeSet<u32>,
}

/// A text that is being edited.
pub struct Desk<'a> {
    /// The text.
    pub doc: Doc,
    /// Who edits it.
    pub author: &'a mut Author,
    /// What was done so far.
    pub ledger: Ledger,
}

/// A word's place: block, sentence, word.
pub type Place = (usize, usize, usize);

impl Desk<'_> {
    /// Edits the text, or leaves it as it is where that kind of edit has no place in it.
    pub fn edit(&mut self, edit: Edit) -> bool {
        let before = (self.doc.clone(), self.ledger.clone());
        let said = match edit {
            Edit::Typo
            | Edit::Spelling
            | Edit::Replaced
            | Edit::Rephrased
            | Edit::Inserted
            | Edit::Deleted
            | Edit::Negation
            | Edit::Number
            | Edit::Name
            | Edit::Symbol
            | Edit::Marks => word_edits::edit(self, edit),
            Edit::SentenceIn
            | Edit::SentenceOut
            | Edit::SentenceRewritten
            | Edit::SentenceMoved
            | Edit::SentenceMovedEdited
            | Edit::SentenceSplit
            | Edit::SentencesMerged => sentence_edits::edit(self, edit),
            _ => block_edits::edit(self, edit),
        };
        match said {
            Some(said) => {
                self.ledger.edits.push((edit, said));
                true
            }
            None => {
                (self.doc, self.ledger) = before;
                false
            }
        }
    }

    /// Gives the number of the edit that is being made.
    pub fn number(&self) -> usize {
        self.ledger.edits.len()
    }

    /// Tells whether no word of some was edited or stands near an edit.
    pub fn is_clean<'w>(&self, words: impl IntoIterator<Item = &'w Word>) -> bool {
        words.into_iter().all(|word| !self.ledger.near.contains(&word.id))
    }

    /// Writes down that words were added or removed.
    pub fn note_changed<'w>(&mut self, words: impl IntoIterator<Item = &'w Word>) {
        let number = self.number();
        for word in words {
            self.ledger.changed.insert(word.id, number);
            self.ledger.near.insert(word.id);
        }
    }

    /// Writes down that words were moved.
    pub fn note_moved<'w>(&mut self, words: impl IntoIterator<Item = &'w Word>) {
        let number = self.number();
        for word in words {
            self.ledger.moved.insert(word.id, number);
            self.ledger.near.insert(word.id);
        }
    }

    /// Writes down that the words around a place of the row of all words are near an edit.
    pub fn note_near(&mut self, at: usize) {
        let row = self.row();
        let from = at.saturating_sub(APART);
        self.ledger.near.extend(row.iter().skip(from).take(at + APART - from));
    }

    /// Tells whether the words around a place of the row of all words are near no edit.
    pub fn is_clean_at(&self, at: usize) -> bool {
        let row = self.row();
        let from = at.saturating_sub(APART);
        row.iter().skip(from).take(at + APART - from).all(|id| !self.ledger.near.contains(id))
    }

    /// Tells of each place of the row of all words, its end included, whether the words around it are near no edit.
    pub fn clean_row(&self) -> Vec<bool> {
        let near: Vec<bool> = self.row().iter().map(|id| self.ledger.near.contains(id)).collect();
        let around = |at: usize| at.saturating_sub(APART)..(at + APART).min(near.len());
        (0..=near.len()).map(|at| !near[around(at)].iter().any(|near| *near)).collect()
    }

    /// Gives all words in a row.
    pub fn row(&self) -> Vec<u32> {
        self.doc.blocks.iter().flat_map(Block::words).map(|word| word.id).collect()
    }

    /// Counts the words before a place; it may be behind the last of a sentence or of a block.
    pub fn words_before(&self, (block, sentence, word): Place) -> usize {
        let before: usize = self.doc.blocks[..block].iter().map(|block| block.words().count()).sum();
        let within =
            self.doc.blocks.get(block).map_or(0, |block| block.sentences[..sentence].iter().map(Vec::len).sum());
        before + within + word
    }

    /// Gives all places of words.
    pub fn places(&self) -> impl Iterator<Item = (Place, &Word)> {
        self.doc.blocks.iter().enumerate().flat_map(|(b, block)| {
            block
                .sentences
                .iter()
                .enumerate()
                .flat_map(move |(s, sentence)| sentence.iter().enumerate().map(move |(w, word)| ((b, s, w), word)))
        })
    }

    /// Gives a sentence.
    pub fn sentence(&mut self, (block, sentence): (usize, usize)) -> &mut Sentence {
        &mut self.doc.blocks[block].sentences[sentence]
    }
}

/// Gives words as they are read.
pub fn said<'w>(words: impl IntoIterator<Item = &'w Word>) -> String {
    let each = words.into_iter().map(|word| format!("{}{}{}", word.before, word.text, word.after));
    each.collect::<Vec<String>>().join(" ")
}
