//! Blocks that show where the article ends: headings of comments and link lists, and lines that say who commented when.

use super::letters::{Features, log};
use super::page::{Block, Page};
use super::walk::words_in;

/// Words in headings of comments, in lower case.
const COMMENTS: &str = "\
comment|discussion|responses to|replies|leave a reply|join the conversation|what do you think|kommentar|commentaire|réagir|\
comentario|comentário|commenti|reacties|комментари|komentar|yorum|评论|評論|コメント|댓글|تعليق";

/// Words in headings of links to other articles, in lower case.
const OTHERS: &str = "\
related|recommended|you may also|you might also|more from|more on|more in|more stories|read next|read more|see also|further reading|\
most popular|most read|trending|top stories|latest|don't miss|up next|sponsored|around the web|promoted|also read|next post|\
previous post|mehr zum thema|das könnte|weitere artikel|lesen sie|à lire|lire aussi|articles liés|relacionad|leia também|\
veja também|le puede interesar|te puede interesar|potrebbe interessar|leggi anche|lees ook|читайте также|関連|相关|関係|관련|اقرأ";

/// Words in headings about the authors, and in their own descriptions, in lower case.
const AUTHORS: &str = "\
about the author|about us|written by|about the writer|über den autor|à propos|sobre el autor|sobre o autor|our experts|reviewed by|\
editorial note|disclosure|disclaimer|get in touch|newsletter|subscribe|sign up|share this|share on|follow us|tags|filed under|\
topics|table of contents|in this article|on this page|jump to|references|sources|footnotes";

/// The most words of a heading.
const HEADING: usize = 7;
/// The most words of a line that says who commented when.
const STAMP: usize = 14;
/// Blocks on either side in which such lines are counted.
const NEAR: usize = 6;

/// Signs of where the article ends.
pub struct Landmarks {
    /// The last heading of each of the three kinds at each block or before it.
    last: Vec<[Option<usize>; 3]>,
    /// How many lines say who commented when, up to each block.
    stamps: Vec<usize>,
}

impl Landmarks {
    /// Finds them.
    pub fn of(page: &Page) -> Self {
        let (mut last, mut stamps) = (Vec::with_capacity(page.blocks.len()), vec![0]);
        let mut here = [None; 3];
        for (at, block) in page.blocks.iter().enumerate() {
            if block.words <= HEADING {
                let text = block.text.to_lowercase();
                for (place, list) in here.iter_mut().zip([COMMENTS, OTHERS, AUTHORS]) {
                    if list.split('|').any(|it| text.contains(it)) {
                        *place = Some(at);
                    }
                }
            }
            last.push(here);
            stamps.push(stamps.last().copied().unwrap_or(0) + usize::from(is_stamp(block)));
        }
        Self { last, stamps }
    }

    /// Returns how far back each kind of heading is, and how many lines nearby say who commented when.
    pub fn features(&self, at: usize) -> Features {
        let back = |place: Option<usize>| place.map_or(-1.0, |place| log(at - place));
        let mut found: Features = self.last[at].into_iter().map(back).collect();
        let count = |from: usize, to: usize| self.stamps[to.min(self.stamps.len() - 1)] - self.stamps[from];
        let own = count(at, at + 1);
        found.extend([own as f32, count(at.saturating_sub(NEAR), at) as f32, count(at + 1, at + 1 + NEAR) as f32]);
        found
    }
}

/// Whether a block may say who commented when: a short line with a time of day, a year or how long ago.
fn is_stamp(block: &Block) -> bool {
    if block.words > STAMP || words_in(&block.text) < 2 {
        return false;
    }
    let is_number = |part: &str, from: u32, to: u32| part.parse().is_ok_and(|it| (from..=to).contains(&it));
    let mut parts = block.text.split(|c: char| !c.is_alphanumeric() && c != ':');
    parts.any(|part| {
        is_number(part, 1990, 2100)
            || part.eq_ignore_ascii_case("ago")
            || part.split_once(':').is_some_and(|(hour, minute)| {
                is_number(hour, 0, 24) && minute.get(..2).is_some_and(|minute| is_number(minute, 0, 59))
            })
    })
}
