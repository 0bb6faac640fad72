//! Words by which articles speak of themselves, their makers and their neighbours, in a dozen languages.
//!
//! Compared as all words are, by key: case and quotes do not count.

use super::lists::{ASKS, BYLINES, DATES, FURNITURE, LABELS, LATEST, MAKERS, NEWS, PHOTOS, READERS, SEE_MORE, WRITERS};
use crate::boilerplate::wordings::{Wordings, without_last_signs};
use crate::text::{Span, Token, tokens};

/// What a wording tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cue {
    /// The paper asks the reader for something: `support us`.
    Ask,
    /// The reader is meant: `you`.
    Reader,
    /// The paper speaks: `our`.
    Writer,
    /// The paper's trade, of which it speaks where it asks: `newsletter`.
    Maker,
    /// A line that is a button or a heading of furniture, whole: `advertisement`.
    Furniture,
    /// What leads to another article: `read more`.
    SeeMore,
    /// What stands before a name: `by`.
    Byline,
    /// The name of a month or a weekday.
    Date,
    /// What stands beside a date: `updated`.
    Label,
    /// What stands before the name of one who made a picture: `photo`.
    Photo,
    /// How a heading of news begins: `latest`.
    Latest,
    /// What it ends with: `news`.
    News,
}

/// The wordings, looked up at once.
#[derive(Debug)]
pub struct Cues {
    wordings: Wordings,
    kinds: Vec<Cue>,
}

impl Cues {
    /// Takes in all lists.
    pub fn new() -> Self {
        let lists: [(&[&str], Cue); 12] = [
            (ASKS, Cue::Ask),
            (READERS, Cue::Reader),
            (WRITERS, Cue::Writer),
            (MAKERS, Cue::Maker),
            (FURNITURE, Cue::Furniture),
            (SEE_MORE, Cue::SeeMore),
            (BYLINES, Cue::Byline),
            (DATES, Cue::Date),
            (LABELS, Cue::Label),
            (PHOTOS, Cue::Photo),
            (LATEST, Cue::Latest),
            (NEWS, Cue::News),
        ];
        let mut cues = Self { wordings: Wordings::new(), kinds: Vec::new() };
        for (list, kind) in lists {
            for wording in list.iter().flat_map(|list| list.split('|')) {
                cues.wordings.add(&tokens(wording, Span::new(0, wording.len())), cues.kinds.len());
                cues.kinds.push(kind);
            }
        }
        cues
    }

    /// How many words of a cue of this kind `words` begin with, the longest; 0 for none.
    pub fn begins(&self, words: &[Token], kind: Cue) -> usize {
        let found = self.wordings.beginning(words);
        let lengths =
            found.iter().filter(|(number, _)| self.kinds.get(*number) == Some(&kind)).map(|(_, length)| *length);
        lengths.max().unwrap_or(0)
    }

    /// Whether `words` are a cue of this kind and nothing else.
    pub fn is(&self, words: &[Token], kind: Cue) -> bool {
        let words = without_last_signs(words);
        !words.is_empty() && self.begins(words, kind) == words.len()
    }

    /// Whether `words` are a heading like `Latest … news`, in which a word or more says of what.
    pub fn is_latest(&self, words: &[Token]) -> bool {
        let ends = words.len().checked_sub(1).and_then(|last| words.get(last..));
        self.begins(words, Cue::Latest) > 0 && ends.is_some_and(|last| self.begins(last, Cue::News) > 0)
    }

    /// Where in `words` a cue of this kind begins.
    pub fn places(&self, words: &[Token], kind: Cue) -> impl Iterator<Item = usize> {
        (0..words.len()).filter(move |&at| words.get(at..).is_some_and(|rest| self.begins(rest, kind) > 0))
    }
}
