//! Traits of words: which are names, numbers or function words, to know what a sentence is about.

use super::cancel::Cancel;
use super::witness::{Word, Words};
use super::word_kind::Trait;
use crate::article::Article;
use crate::text::{Pair, Side};

/// Short words over which a name goes on: `Ministry for Coasts`.
const BINDING: &[&str] = &["of", "for", "the", "de", "la", "du", "von", "van", "der", "al", "bin"];

/// The share of words with a capital, in hundredths, from which on a capital does not tell a name: German has 37 in its news, English 5 to 20
/// (benches/constants.md).
const MANY: usize = 28;

/// What each stem is, and which words are one name.
#[derive(Debug)]
pub(super) struct Traits {
    /// By stem.
    pub of: Vec<Trait>,
    /// For each visible word of a side the name of which it is a part, numbered as they come.
    pub names: Pair<Vec<Option<u32>>>,
}

impl Traits {
    /// Looks at the visible words of both articles; a stem is a name's where it is mostly written with a capital inside
    /// sentences, and a name is a row of capitals with nothing but a space or a short binding word between. Linear.
    pub fn new(words: &Words, articles: Pair<&Article>, cancel: &Cancel) -> Self {
        let mut tally = vec![0i32; words.kinds.len()];
        let (mut with, mut without) = (0usize, 0usize);
        let capitals = Pair::from_fn(|side| {
            let article = articles[side];
            let mut before = None;
            let mut capitals = Vec::with_capacity(words.rows[side].len());
            for part in cancel.parts(&words.rows[side]) {
                capitals.extend(part.iter().map(|word| {
                    let case = case(written(word, article));
                    if before == Some(word.sentence) {
                        let stem = words.stems[word.id as usize] as usize;
                        tally[stem] += i32::from(case == Casing::Capital) - i32::from(case == Casing::Small);
                        with += usize::from(case == Casing::Capital);
                        without += usize::from(case == Casing::Small);
                    }
                    before = Some(word.sentence);
                    case == Casing::Capital
                }));
            }
            capitals
        });
        let tells = with * 100 <= (with + without) * MANY;
        let settled = |(kind, tally): (&Trait, i32)| settled(*kind, if tells { tally } else { 0 });
        let of: Vec<Trait> = words.kinds.iter().zip(tally).map(settled).collect();
        let capitals = Capitals { words, of: &of, capitals: &capitals };
        let names = Pair::from_fn(|side| names(&capitals, side, articles[side], cancel));
        Self { of, names }
    }
}

fn settled(kind: Trait, capitals: i32) -> Trait {
    if kind == Trait::Content && capitals > 0 { Trait::Name } else { kind }
}

/// The visible words of both articles, by which names are told.
struct Capitals<'a> {
    words: &'a Words,
    /// What each stem is.
    of: &'a [Trait],
    /// Which words are written with a capital.
    capitals: &'a Pair<Vec<bool>>,
}

fn names(capitals: &Capitals<'_>, side: Side, article: &Article, cancel: &Cancel) -> Vec<Option<u32>> {
    let Capitals { words, of, capitals } = *capitals;
    let (row, capitals) = (&words.rows[side], &capitals[side]);
    let mut names = vec![None; row.len()];
    let (mut open, mut count): (Option<u32>, u32) = (None, 0);
    for (at, (word, capital)) in cancel.watched(row.iter().zip(capitals).enumerate()) {
        if open.is_none() && !capital {
            continue;
        }
        open = open.filter(|_| at.checked_sub(1).is_some_and(|before| follows(&row[before], word, article)));
        let kind = of[words.stems[word.id as usize] as usize];
        if *capital && matches!(kind, Trait::Content | Trait::Name) {
            let name = *open.get_or_insert_with(|| {
                count += 1;
                count
            });
            names[at] = Some(name);
        } else if open.is_some() && !BINDING.contains(&written(word, article)) && !(*capital && kind == Trait::Function)
        {
            open = None;
        }
    }
    names
}

/// Whether nothing but white space stands between two words of one sentence.
fn follows(before: &Word, word: &Word, article: &Article) -> bool {
    let (end, start) =
        (article.tokens[before.token as usize].span.end(), article.tokens[word.token as usize].span.start());
    before.sentence == word.sentence && start >= end && article.text[end..start].chars().all(char::is_whitespace)
}

fn written<'a>(word: &Word, article: &'a Article) -> &'a str {
    article.tokens[word.token as usize].span.of(&article.text)
}

/// How a word is written: with a capital that goes on small, or small; what is written in capitals throughout tells nothing.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Casing {
    Capital,
    Small,
    Other,
}

fn case(word: &str) -> Casing {
    match word.as_bytes() {
        [b'a'..=b'z', ..] => Casing::Small,
        [b'A'..=b'Z', b'a'..=b'z', ..] => Casing::Capital,
        _ if word.starts_with(char::is_lowercase) => Casing::Small,
        _ if word.starts_with(char::is_uppercase) && word.contains(char::is_lowercase) => Casing::Capital,
        _ => Casing::Other,
    }
}
