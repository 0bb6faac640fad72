//! An edited draft: two versions of a text and what truly became of each word.

use std::collections::BTreeMap;

use ibid::text::{Pair, Side};

use super::edits::{Desk, Edit, Ledger};
use super::prose::Author;
use super::text::{Placed, Written, drawn, written};
use super::truth::{Fate, Piece, pieces, words};

/// The most edits of a draft, and the fewest words for each.
const EDITS: (usize, usize) = (12, 35);
/// How often a draft is drawn until its edits have a place and leave no doubt.
const TRIES: u64 = 200;

/// Two versions of a text and what became of each word.
#[derive(Clone, Debug)]
pub struct Draft {
    /// The seed of which it was drawn.
    pub seed: u64,
    /// The two texts.
    pub texts: Pair<String>,
    /// The words of each, in order, numbers of items left out.
    pub words: Pair<Vec<Placed>>,
    /// The numbers of items that both versions have.
    pub numbers: Pair<Vec<Placed>>,
    /// What became of each word.
    pub fates: Pair<Vec<Fate>>,
    /// The edits, with what each did.
    pub edits: Vec<(Edit, String)>,
    /// The changes of words.
    pub changes: Vec<Change>,
    /// The moves.
    pub moves: Vec<Move>,
    /// Words that both have with other marks or another case, as indexes.
    pub marked: Vec<Pair<usize>>,
}

/// A change of words.
#[derive(Clone, Debug)]
pub struct Change {
    /// The kind of the edit that made it.
    pub edit: Edit,
    /// What changed.
    pub piece: Piece,
}

/// A unit that was moved.
#[derive(Clone, Debug)]
pub struct Move {
    /// The kind of the edit that moved it.
    pub edit: Edit,
    /// Its words that both versions have, as indexes.
    pub words: Vec<Pair<usize>>,
}

/// Draws a draft with edits of all kinds, or of one.
pub fn draft(seed: u64, kind: Option<Edit>) -> Option<Draft> {
    (0..TRIES).find_map(|again| attempt(seed, again, kind))
}

fn attempt(seed: u64, again: u64, kind: Option<Edit>) -> Option<Draft> {
    let mut author = Author::new(seed.wrapping_mul(1_000).wrapping_add(again));
    let doc = drawn(&mut author);
    let left = written(&doc);
    let mut desk = Desk { doc, author: &mut author, ledger: Ledger::default() };
    let most = (left.words.len() / EDITS.1).clamp(1, EDITS.0);
    let wanted = desk.author.prng().between(1, most);
    for _ in 0..wanted * 4 {
        if desk.ledger.edits.len() == wanted {
            break;
        }
        let edit = kind.unwrap_or_else(|| desk.author.prng().pick(&Edit::ALL).0);
        desk.edit(edit);
    }
    let (doc, ledger) = (desk.doc, desk.ledger);
    if ledger.edits.is_empty() {
        return None;
    }
    let draft = told(seed, Pair::new(left, written(&doc)), ledger);
    is_plain(&draft).then_some(draft)
}

fn told(seed: u64, versions: Pair<Written>, ledger: Ledger) -> Draft {
    let texts = versions.as_ref().map(|version| version.text.clone());
    let words = versions
        .as_ref()
        .map(|version| version.words.iter().filter(|word| !word.numbers).cloned().collect::<Vec<Placed>>());
    let at = words
        .as_ref()
        .map(|words| words.iter().enumerate().map(|(at, word)| (word.id, at)).collect::<BTreeMap<u32, usize>>());
    let fates = Pair::from_fn(|side: Side| {
        let fate = |word: &Placed| match at[side.other()].get(&word.id) {
            None => Fate::Changed,
            Some(&there) if ledger.moved.contains_key(&word.id) => Fate::Moved(there),
            Some(&there) => Fate::Kept(Some(there)),
        };
        words[side].iter().map(fate).collect::<Vec<Fate>>()
    });
    let both = |word: &Placed, side: Side| versions[side.other()].words.iter().any(|other| other.id == word.id);
    let numbers = Pair::from_fn(|side: Side| {
        versions[side].words.iter().filter(|word| word.numbers && both(word, side)).cloned().collect::<Vec<Placed>>()
    });
    let kind = |number: usize| ledger.edits.get(number).map_or(Edit::Rewrapped, |(edit, _)| *edit);
    let edit_of = |piece: &Piece| {
        let each = Side::BOTH.into_iter().flat_map(|side| self::words(piece, side).map(move |at| (side, at)));
        let number = each.filter_map(|(side, at)| ledger.changed.get(&words[side][at].id)).next();
        number.map_or(Edit::Rewrapped, |number| kind(*number))
    };
    let changes = pieces(&fates).into_iter().map(|piece| Change { edit: edit_of(&piece), piece }).collect();
    let mut moves: BTreeMap<usize, Vec<Pair<usize>>> = BTreeMap::new();
    let mut marked = Vec::new();
    for (left, word) in words.left.iter().enumerate() {
        let Some(&right) = at.right.get(&word.id) else { continue };
        let pair = Pair::new(left, right);
        if let Some(number) = ledger.moved.get(&word.id) {
            moves.entry(*number).or_default().push(pair);
        }
        let dressed = Pair::from_fn(|side: Side| &texts[side][words[side][pair[side]].dressed.clone()]);
        if dressed.left != dressed.right {
            marked.push(pair);
        }
    }
    let moves = moves.into_iter().map(|(number, words)| Move { edit: kind(number), words }).collect();
    Draft { seed, texts, words, numbers, fates, edits: ledger.edits, changes, moves, marked }
}

/// Tells whether there is no doubt what was moved: the words said to have stayed are the heaviest row that runs in order, also if
/// any one of what was moved weighed twice as much.
fn is_plain(draft: &Draft) -> bool {
    let stayed = draft.fates.left.iter().filter(|fate| matches!(fate, Fate::Kept(_))).count();
    draft.moves.iter().all(|moved| {
        let weight = |left: usize| 1 + usize::from(moved.words.iter().any(|pair| pair.left == left));
        heaviest(&draft.fates.left, weight) == stayed
    })
}

/// Gives the weight of the heaviest row of words that stand in the same order on both sides.
fn heaviest(fates: &[Fate], weight: impl Fn(usize) -> usize) -> usize {
    let size = fates.iter().filter_map(|fate| fate.link()).max().map_or(0, |most| most + 1);
    // A tree of greatest sums of prefixes (Fenwick 1994).
    let mut tree = vec![0; size + 1];
    for (left, right) in fates.iter().enumerate().filter_map(|(left, fate)| Some((left, fate.link()?))) {
        let (mut at, mut best) = (right, 0);
        while at > 0 {
            best = best.max(tree[at]);
            at &= at - 1;
        }
        best += weight(left);
        let mut at = right + 1;
        while at <= size {
            tree[at] = best.max(tree[at]);
            at += at & at.wrapping_neg();
        }
    }
    tree.into_iter().max().unwrap_or(0)
}
