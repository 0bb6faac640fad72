//! Words with which outlets refer to themselves, their staff and their other articles, in a dozen languages.
//!
//! They are compared by key, like all words: case and quotes do not count.

use super::lists::{ASKS, BYLINES, DATES, FURNITURE, LABELS, LATEST, MAKERS, NEWS, PHOTOS, READERS, SEE_MORE, WRITERS};
use crate::boilerplate::wordings::{Wordings, without_last_signs};
use crate::text::{Span, Token, tokens};

/// What a wording shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cue {
    /// The outlet asks the reader for something: `support us`.
    Ask,
    /// It addresses the reader: `you`.
    Reader,
    /// The outlet speaks of itself: `our`.
    Writer,
    /// What outlets offer: `newsletter`.
    Maker,
    /// A whole line that is a button or a heading of furniture: `advertisement`.
    Furniture,
    /// A link to another article: `read more`.
    SeeMore,
    /// A word before an author's name: `by`.
    Byline,
    /// The name of a month or a weekday.
    Date,
    /// A word beside a date: `updated`.
    Label,
    /// A word before a photographer's name: `photo`.
    Photo,
    /// The first word of a news heading: `latest`.
    Latest,
    /// The last word of a news heading: `news`.
    News,
}

/// The wordings, prepared for lookup.
#[derive(Debug)]
pub struct Cues {
    wordings: Wordings,
    kinds: Vec<Cue>,
}

impl Cues {
    /// Adds all lists.
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

    /// Returns the number of words of the longest cue of this kind that `words` begin with, or 0.
    pub fn begins(&self, words: &[Token], kind: Cue) -> usize {
        let found = self.wordings.beginning(words);
        let lengths =
            found.iter().filter(|(number, _)| self.kinds.get(*number) == Some(&kind)).map(|(_, length)| *length);
        lengths.max().unwrap_or(0)
    }

    /// Whether `words` are exactly a cue of this kind.
    pub fn is(&self, words: &[Token], kind: Cue) -> bool {
        let words = without_last_signs(words);
        !words.is_empty() && self.begins(words, kind) == words.len()
    }

    /// Whether `words` are a heading like `Latest … news`, with one or more words between.
    pub fn is_latest(&self, words: &[Token]) -> bool {
        let ends = words.len().checked_sub(1).and_then(|last| words.get(last..));
        self.begins(words, Cue::Latest) > 0 && ends.is_some_and(|last| self.begins(last, Cue::News) > 0)
    }

    /// Returns where in `words` a cue of this kind begins.
    pub fn places(&self, words: &[Token], kind: Cue) -> impl Iterator<Item = usize> {
        (0..words.len()).filter(move |&at| words.get(at..).is_some_and(|rest| self.begins(rest, kind) > 0))
    }
}
