//! Stories written from a seed and rewritten by several outlets, with the truth about which sentence says what.
//!
//! Language and topics are invented. A story is a row of statements; some of them are another speaker's words to the same point or
//! say something else in the same build. Each outlet leaves statements out, adds its own, moves, merges, splits, cuts and edits.

pub mod bcubed;
pub mod copies;
pub mod corpus;
pub mod families;
pub mod outlet;
pub mod prng;
pub mod statement;
pub mod truth;
pub mod words;

use outlet::{Sentence, told};
use prng::Prng;
use statement::Statement;
use statement::Topic;

/// The articles of one story, each a row of sentences.
pub type Story = Vec<Vec<Sentence>>;

/// Writes the story of a seed as 4 to 8 outlets tell it.
pub fn story(seed: u64) -> Story {
    let mut prng = Prng::new(seed);
    let topic = Topic::drawn(&mut prng);
    let mut statements: Vec<Statement> = (0..prng.between(18, 28)).map(|_| topic.statement(&mut prng)).collect();
    for _ in 0..3 {
        let of = prng.pick(&statements).clone();
        statements.push(topic.said_by_another(&of, &mut prng));
        let of = prng.pick(&statements).clone();
        statements.push(topic.false_friend(&of, &mut prng));
    }
    let outlets = prng.between(4, 8);
    let mut next = statements.len();
    (0..outlets).map(|_| article(&statements, &topic, &mut next, &mut prng)).collect()
}

/// Writes one outlet's article: chooses, adds, moves and tells. `next` numbers what only one outlet says.
fn article(statements: &[Statement], topic: &Topic, next: &mut usize, prng: &mut Prng) -> Vec<Sentence> {
    let kept = prng.between(55, 95);
    let own: Vec<Statement> = (0..prng.between(2, 6)).map(|_| topic.statement(prng)).collect();
    let mut chosen: Vec<(usize, &Statement)> = statements.iter().enumerate().filter(|_| prng.chance(kept)).collect();
    for statement in &own {
        chosen.insert(prng.below(chosen.len() + 1), (*next, statement));
        *next += 1;
    }
    for _ in 0..chosen.len() / 5 {
        let (from, to) = (prng.below(chosen.len()), prng.below(chosen.len()));
        let moved = chosen.remove(from);
        chosen.insert(to, moved);
    }
    told(&chosen, topic, prng)
}

/// Sets sentences as an article is: one to three a paragraph.
pub fn set(sentences: &[Sentence]) -> String {
    let mut text = String::new();
    for (at, sentence) in sentences.iter().enumerate() {
        if at > 0 {
            text += if (at * 7) % 5 < 2 { " " } else { "\n\n" };
        }
        text += &sentence.text;
    }
    text
}
