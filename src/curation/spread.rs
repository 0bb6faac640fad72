//! How similar the members of a cluster are, and which may not belong to it.

use crate::article::Article;
use crate::boilerplate::Mask;
use crate::collate::{Cancel, Matrix, Witness, matrix};
use crate::text::{Key, Token, percent_of};

/// Members that are compared, the first ones: of more the pairs grow without end.
pub const COMPARED: usize = 300;
/// Bytes of a word that tells what a text is about, at the least.
const LONG: usize = 6;
/// How the odds follow that a text is not of its cluster: from nothing shared, from how much of it stands word for word in another,
/// and from how many of its long words do (each from 0 to 1). Fitted by logistic regression on invented families and stories, 3,990 texts
/// with 125 strangers (`cargo bench --bench set -- features`); of other seeds, 966 clusters of which 252 hold a stranger, the first 50 by
/// it all hold one and name it, where of the first 50 by the distance of the least alike pair from 25 % none did
/// (`cargo bench --bench set -- doubt`). Strangers on the very same topic were not tried.
const DOUBT: [f64; 3] = [7.1, -66.0, -17.0];

/// How like every two members of a cluster are, in percent of the words of both.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Likenesses {
    /// Of the two that are least alike.
    pub least: usize,
    /// Of the pair in the middle.
    pub median: usize,
    /// Members that were compared.
    pub compared: usize,
    /// The member that is least like any other.
    pub odd: usize,
    /// How likely that one is not of the cluster: the logarithm of the odds, in thousandths.
    pub doubt: i32,
}

/// How much a member has in common with the one that it has most in common with, from 0 to 1.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct MemberLikeness {
    /// Words of either that stand in the other, five or more in a row.
    pub wording: f64,
    /// Long words of the one with fewer that stand in the other.
    pub words: f64,
}

/// Words from which on two texts are compared as in a matrix; two that both have fewer may differ in a word and have no run of five. As many
/// as origins need (`collate/origins`).
pub const SHORT: usize = 20;

/// Returns how similar the members of a cluster are; `None` if no two of them have words, or once `cancel` is raised. Words count as in
/// a matrix, in runs of five or more; if both texts have fewer than 20 words, in runs of two or more.
pub fn likenesses(members: &[(&Article, &Mask)], cancel: &Cancel) -> Option<Likenesses> {
    let members = members.get(..COMPARED).unwrap_or(members);
    let witnesses: Vec<Witness<'_>> = members.iter().map(|(article, mask)| Witness { article, mask }).collect();
    let matrix = matrix(&witnesses, cancel)?;
    let told: Vec<usize> = (0..members.len()).filter(|at| matrix.words(*at) > 0).collect();
    let is_brief = |at: usize| matrix.words(at) < SHORT;
    let brief: Vec<Option<Vec<Key>>> =
        witnesses.iter().enumerate().map(|(at, witness)| is_brief(at).then(|| visible_words(witness))).collect();
    let pairs =
        told.iter().enumerate().flat_map(|(at, left)| told.iter().skip(at + 1).map(move |right| (*left, *right)));
    let mut all: Vec<usize> = pairs
        .map(|(left, right)| {
            let shared = match brief.get(left).zip(brief.get(right)) {
                Some((Some(left), Some(right))) => in_runs_of_two(left, right) + in_runs_of_two(right, left),
                _ => matrix.shared(left, right) + matrix.shared(right, left),
            };
            percent_of(shared, matrix.words(left) + matrix.words(right))
        })
        .collect();
    all.sort_unstable();
    let (odd, odds) = nearest(&witnesses, &matrix, &told)
        .into_iter()
        .map(|(at, likeness)| (at, likeness.odds_of_none()))
        .max_by(|one, other| one.1.total_cmp(&other.1).then(other.0.cmp(&one.0)))?;
    let doubt = (odds * 1000.0).round() as i32;
    let (least, median) = (*all.first()?, *all.get(all.len() / 2)?);
    Some(Likenesses { least, median, compared: members.len(), odd, doubt })
}

/// How like each member with words is to the one that it is most like.
pub fn nearest_of(members: &[(&Article, &Mask)], cancel: &Cancel) -> Option<Vec<(usize, MemberLikeness)>> {
    let witnesses: Vec<Witness<'_>> = members.iter().map(|(article, mask)| Witness { article, mask }).collect();
    let matrix = matrix(&witnesses, cancel)?;
    let told: Vec<usize> = (0..members.len()).filter(|at| matrix.words(*at) > 0).collect();
    Some(nearest(&witnesses, &matrix, &told))
}

fn nearest(witnesses: &[Witness<'_>], matrix: &Matrix, told: &[usize]) -> Vec<(usize, MemberLikeness)> {
    let long: Vec<Vec<Key>> = told.iter().filter_map(|at| Some(long_words(witnesses.get(*at)?))).collect();
    let mut found: Vec<(usize, MemberLikeness)> = told.iter().map(|at| (*at, MemberLikeness::default())).collect();
    for (one, left) in told.iter().enumerate() {
        for (other, right) in told.iter().enumerate().skip(one + 1) {
            let part = |of: usize, with: usize| matrix.shared(of, with) as f64 / matrix.words(of).max(1) as f64;
            let wording = part(*left, *right).max(part(*right, *left));
            let words = overlap(&long[one], &long[other]);
            for at in [one, other] {
                let known = &mut found[at].1;
                *known = MemberLikeness { wording: known.wording.max(wording), words: known.words.max(words) };
            }
        }
    }
    found
}

/// The words of a text that are not hidden.
fn visible_words(witness: &Witness<'_>) -> Vec<Key> {
    let is_visible = |token: &&Token| witness.mask.at(token.span.start()).is_none();
    witness.article.tokens.iter().filter(is_visible).map(|token| token.key).collect()
}

/// Counts the words of one text that stand in the other together with the word before or behind. Both are short.
fn in_runs_of_two(one: &[Key], other: &[Key]) -> usize {
    let has = |two: &[Key]| other.windows(2).any(|there| there == two);
    let two: Vec<bool> = one.windows(2).map(has).collect();
    let is_in = |at: usize| two.get(at) == Some(&true) || at.checked_sub(1).is_some_and(|before| two[before]);
    if one == other { one.len() } else { (0..one.len()).filter(|at| is_in(*at)).count() }
}

/// The long words of a text that are not hidden, each once, in order.
fn long_words(witness: &Witness<'_>) -> Vec<Key> {
    let tokens = witness.article.tokens.iter().filter(|token| token.span.len() >= LONG);
    let mut keys: Vec<Key> =
        tokens.filter(|token| witness.mask.at(token.span.start()).is_none()).map(|token| token.key).collect();
    keys.sort_unstable();
    keys.dedup();
    keys
}

/// Returns how much of the shorter of two sorted lists is in the other.
fn overlap(one: &[Key], other: &[Key]) -> f64 {
    let both = one.iter().filter(|key| other.binary_search(key).is_ok()).count();
    both as f64 / one.len().min(other.len()).max(1) as f64
}

impl MemberLikeness {
    /// How likely a text is not of its cluster that has no more in common with any other there, as the logarithm of the odds.
    pub fn odds_of_none(self) -> f64 {
        let [none, wording, words] = DOUBT;
        none + wording * self.wording + words * self.words
    }
}
