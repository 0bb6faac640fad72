//! Aligns the versions of a statement in columns: what all have, and where they differ. For the formats of critical editions.

use rustc_hash::FxHashMap;

use super::phrases::line_between;
use super::synoptic::Synoptic;
use crate::article::Article;
use crate::collate::{Class, Place, StoryRow, Wording};
use crate::text::{Key, Token};

/// Words of a sentence that are laid side by side; a longer one stands as a whole.
const LAID: usize = 400;

/// A statement.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Laid {
    /// The columns; in each, what every article has there, if it has anything.
    pub columns: Vec<Vec<Option<String>>>,
    /// The articles whose sentence is laid out in the columns.
    pub within: Vec<usize>,
    /// The sentences of the others that tell it: in other words, or only a part of it.
    pub apart: Vec<(usize, String)>,
    /// Further sentences of an article that tell it and stand with no other statement.
    pub further: Vec<(usize, String)>,
    /// The articles that tell it in a sentence that stands with another statement, and which one that is.
    pub elsewhere: Vec<(usize, usize)>,
}

/// A sentence in pieces: a word each, with all that stands before the next.
struct WordRow {
    article: usize,
    keys: Vec<Key>,
    texts: Vec<String>,
}

/// Lays out all statements, each sentence once: one that tells several statements stands with the one it fits best, and the others say where.
/// What tells the rest of a statement stands there only if it stands in no other. A statement is left out if all that tell it stand elsewhere.
pub(super) fn all_laid(synoptic: &Synoptic<'_>) -> Vec<(usize, Laid)> {
    let homes = homes(synoptic);
    let rows = synoptic.synopsis.rows.iter().enumerate();
    let found = rows.map(|(number, row)| {
        let at_home = |place: Place| homes.get(&place) == Some(&number);
        let mut laid = laid(synoptic, row, &at_home);
        for cell in &row.cells {
            if !at_home(cell.place) {
                laid.elsewhere.extend(homes.get(&cell.place).map(|home| (cell.place.article, *home)));
            }
            let further = cell.more.iter().map(|more| Place { sentence: more.sentence, ..cell.place });
            let mut further: Vec<Place> = further.filter(|place| at_home(*place)).collect();
            further.sort();
            let said: Vec<String> = further.into_iter().map(|place| synoptic.words_of(place)).collect();
            if !said.is_empty() {
                laid.further.push((cell.place.article, said.join(" ")));
            }
        }
        (number, laid)
    });
    found.filter(|(_, laid)| !(laid.columns.is_empty() && laid.apart.is_empty() && laid.further.is_empty())).collect()
}

/// The statement with which each sentence stands: before others one that it leads, then one of which it is told whole, then the first.
fn homes(synoptic: &Synoptic<'_>) -> FxHashMap<Place, usize> {
    let mut ranked: FxHashMap<Place, (u8, usize)> = FxHashMap::default();
    for (number, row) in synoptic.synopsis.rows.iter().enumerate() {
        for cell in &row.cells {
            let rank = match cell.wording {
                _ if cell.place == row.lead => 0,
                Wording::Exact => 1,
                Wording::Edited => 2,
                _ => 3,
            };
            let more = cell.more.iter().map(|more| (Place { sentence: more.sentence, ..cell.place }, 4));
            for (place, rank) in more.chain([(cell.place, rank)]) {
                let home = ranked.entry(place).or_insert((rank, number));
                *home = (*home).min((rank, number));
            }
        }
    }
    ranked.into_iter().map(|(place, (_, number))| (place, number)).collect()
}

/// Lays out the sentences of a statement that stand with it. Costs the product of the lengths of the first sentence and each other.
fn laid(synoptic: &Synoptic<'_>, row: &StoryRow, at_home: &dyn Fn(Place) -> bool) -> Laid {
    let count = synoptic.witnesses.len();
    let mut here = row.cells.iter().filter(|cell| at_home(cell.place));
    let said = [row.said_by(synoptic.base), row.lead].into_iter().find(|place| at_home(*place));
    let Some(said) = said.or_else(|| here.clone().next().map(|cell| cell.place)) else { return Laid::default() };
    let (mut within, mut apart) = (Vec::new(), Vec::new());
    for cell in &mut here {
        let place = cell.place;
        let worded = !matches!(synoptic.like(said, place), Some((Class::Reworded, _)));
        let whole = matches!(cell.wording, Wording::Exact | Wording::Edited);
        let pieces = pieces(synoptic, place.article, place.sentence);
        match pieces.filter(|pieces| place == said || worded && whole && pieces.keys.len() <= LAID) {
            Some(pieces) if place == said => within.insert(0, pieces),
            Some(pieces) => within.push(pieces),
            None => apart.push((place.article, synoptic.words_of(place))),
        }
    }
    let columns = within.first().map_or(Vec::new(), |base| columns(base, &within, count));
    Laid { columns, within: within.iter().map(|pieces| pieces.article).collect(), apart, ..Laid::default() }
}

fn pieces(synoptic: &Synoptic<'_>, article: usize, sentence: usize) -> Option<WordRow> {
    let witness = synoptic.witnesses.get(article)?;
    let known: &Article = witness.article;
    let sentence = known.sentences.get(sentence)?;
    let tokens = known.tokens.get(sentence.tokens.clone())?;
    let shown: Vec<&Token> = tokens.iter().filter(|token| witness.mask.at(token.span.start()).is_none()).collect();
    let starts: Vec<usize> = shown
        .iter()
        .enumerate()
        .map(
            |(at, token)| {
                if at == 0 && shown.len() == tokens.len() { sentence.span.start() } else { token.span.start() }
            },
        )
        .collect();
    let text = |at: usize| {
        let own = shown.get(at).map_or(0, |token| token.span.end());
        let next = starts.get(at + 1).copied().unwrap_or_else(|| sentence.span.end());
        // What is hidden between two words is left out.
        let end = if witness.mask.visible(crate::text::Span::new(own, next)).len() > 1 { own } else { next };
        line_between(known, starts[at], end.max(own))
    };
    let texts = (0..shown.len()).map(text).collect();
    Some(WordRow { article, keys: shown.iter().map(|token| token.key).collect(), texts })
}

/// Who agrees on a segment, whether they write it alike, and what each article has there.
type Segment<'a> = ((Vec<usize>, bool), Vec<Vec<&'a str>>);

/// Puts the pieces of all sentences into columns, by the words each has in common with the first; columns next to each other in which
/// the same articles agree are one.
fn columns(base: &WordRow, all: &[WordRow], count: usize) -> Vec<Vec<Option<String>>> {
    // Between the words of the base, and on them: 2 i + 1 is its word i, 2 i what stands before it.
    let slots = base.keys.len() * 2 + 1;
    let mut cells: Vec<Vec<Vec<&str>>> = vec![vec![Vec::new(); count]; slots];
    let mut agrees: Vec<Vec<usize>> = vec![Vec::new(); slots];
    for pieces in all {
        let mut free = 0;
        let steps = common(&base.keys, &pieces.keys);
        let mut next = steps.iter().peekable();
        for (at, text) in pieces.texts.iter().enumerate() {
            let slot = match next.next_if(|step| step.1 == at) {
                Some((word, _)) => {
                    agrees[word * 2 + 1].push(pieces.article);
                    free = word + 1;
                    word * 2 + 1
                }
                // What stands for words of the base goes where the first of them is; what is added, before the next.
                None => match next.peek() {
                    Some((word, _)) if *word > free => free * 2 + 1,
                    None if base.keys.len() > free => free * 2 + 1,
                    _ => free * 2,
                },
            };
            cells[slot][pieces.article].push(text);
        }
    }
    let mut found: Vec<Segment<'_>> = Vec::new();
    for (cells, agrees) in cells.into_iter().zip(agrees).filter(|(cells, _)| cells.iter().any(|cell| !cell.is_empty()))
    {
        // Words that only some write with a capital, say, stand apart from those that all write alike.
        let first = agrees.first().and_then(|article| cells.get(*article));
        let alike = agrees.iter().all(|article| cells.get(*article) == first);
        let agrees = (agrees, alike);
        match found.last_mut().filter(|(last, _)| *last == agrees) {
            Some((_, last)) => last.iter_mut().zip(cells).for_each(|(last, cell)| last.extend(cell)),
            None => found.push((agrees, cells)),
        }
    }
    let joined = |cell: Vec<&str>| (!cell.is_empty()).then(|| cell.concat());
    found.into_iter().map(|(_, cells)| cells.into_iter().map(joined).collect()).collect()
}

/// The longest row of words that both have, in order, as places in each.
fn common(one: &[Key], other: &[Key]) -> Vec<(usize, usize)> {
    let width = other.len() + 1;
    let mut lengths = vec![0_u32; (one.len() + 1) * width];
    for a in (0..one.len()).rev() {
        for b in (0..other.len()).rev() {
            lengths[a * width + b] = match one[a] == other[b] {
                true => lengths[(a + 1) * width + b + 1] + 1,
                false => lengths[(a + 1) * width + b].max(lengths[a * width + b + 1]),
            };
        }
    }
    let (mut a, mut b, mut found) = (0, 0, Vec::new());
    while a < one.len() && b < other.len() {
        if one[a] == other[b] {
            found.push((a, b));
            (a, b) = (a + 1, b + 1);
        } else if lengths[(a + 1) * width + b] >= lengths[a * width + b + 1] {
            a += 1;
        } else {
            b += 1;
        }
    }
    found
}
