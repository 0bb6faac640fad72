//! The order of the story: that of most articles.
//!
//! The orders of the articles are merged, the fullest article first. Then every statement is moved, within some places, to where the fewest
//! articles contradict it. If they are even or contradict in a circle, the fullest article decides. What only one article says comes after
//! what it says before.

use std::cmp::Reverse;
use std::collections::BTreeMap;

/// Articles, the fullest, that are asked for their order (a limit).
const ASKED: usize = 48;
/// Places by which a statement may move at once, and times that all are looked at (a limit).
const MOVES: (usize, usize) = (24, 4);

/// A statement as it stands in the articles: the article and the sentence, by article.
pub(super) type Positions = Vec<(usize, usize)>;

/// The statements in the order of the story. Costs a bounded number of looks at each.
pub(super) fn in_order(statements: &[Positions], articles: usize) -> Vec<usize> {
    let mut told: Vec<Vec<(usize, usize)>> = vec![Vec::new(); articles];
    for (number, standing) in statements.iter().enumerate() {
        for &(article, sentence) in standing {
            if let Some(told) = told.get_mut(article) {
                told.push((sentence, number));
            }
        }
    }
    told.iter_mut().for_each(|told| told.sort_unstable());
    let shared = |number: usize| statements[number].len() > 1;
    let mut fullest: Vec<usize> = (0..articles).collect();
    fullest
        .sort_by_key(|&article| (Reverse(told[article].iter().filter(|(_, number)| shared(*number)).count()), article));
    let mut order = merged(&told, &fullest, statements.len(), shared);
    settle(&mut order, statements, &fullest[..fullest.len().min(ASKED)]);
    with_the_rest(&order, &told, shared)
}

/// Merges the articles' orders of what several tell: what is new stands behind what stands before it.
fn merged(
    told: &[Vec<(usize, usize)>],
    fullest: &[usize],
    statements: usize,
    shared: impl Fn(usize) -> bool,
) -> Vec<usize> {
    // No place (defined).
    const NONE: usize = usize::MAX;
    // The place behind the last statement stands for the head of a ring.
    let head = statements;
    let mut next = vec![NONE; statements + 1];
    next[head] = head;
    let mut before = vec![NONE; statements + 1];
    before[head] = head;
    for &article in fullest {
        let own: Vec<usize> =
            told[article].iter().map(|(_, number)| *number).filter(|number| shared(*number)).collect();
        let first_known = own.iter().copied().find(|number| next[*number] != NONE);
        // What stands before all that is known stands right before it.
        let mut last = first_known.map_or(before[head], |known| before[known]);
        for number in own {
            if next[number] == NONE {
                let after = next[last];
                (next[last], next[number]) = (number, after);
                (before[after], before[number]) = (number, last);
            }
            last = number;
        }
    }
    let mut order = Vec::new();
    let mut at = next[head];
    while at != head && at != NONE {
        order.push(at);
        at = next[at];
    }
    order
}

/// Moves every statement to where fewest of the articles contradict it.
fn settle(order: &mut [usize], statements: &[Positions], asked: &[usize]) {
    let mut voices = asked.to_vec();
    voices.sort_unstable();
    let heard = |number: usize| -> Positions {
        statements[number].iter().copied().filter(|(article, _)| voices.binary_search(article).is_ok()).collect()
    };
    let standing: Vec<Positions> = (0..statements.len()).map(heard).collect();
    for _ in 0..MOVES.1 {
        let mut still = true;
        for at in 0..order.len() {
            let to = best_place(order, at, &standing);
            if to != at {
                still = false;
                if to < at { order[to..=at].rotate_right(1) } else { order[at..=to].rotate_left(1) }
            }
        }
        if still {
            return;
        }
    }
}

/// The place, near `at`, at which a statement contradicts the fewest articles; its own where that is as good.
fn best_place(order: &[usize], at: usize, standing: &[Positions]) -> usize {
    let own = &standing[order[at]];
    let (mut best, mut to) = (0, at);
    let mut gain = 0;
    for up in (at.saturating_sub(MOVES.0)..at).rev() {
        gain += votes(own, &standing[order[up]]);
        if gain > best {
            (best, to) = (gain, up);
        }
    }
    gain = 0;
    for (down, number) in order.iter().enumerate().skip(at + 1).take(MOVES.0) {
        gain += votes(&standing[*number], own);
        if gain > best {
            (best, to) = (gain, down);
        }
    }
    to
}

/// Counts the articles that tell `one` before `other`, less those that tell it after.
fn votes(one: &Positions, other: &Positions) -> i64 {
    let mut others = other.iter().peekable();
    let mut sum = 0;
    for &(article, sentence) in one {
        while others.next_if(|there| there.0 < article).is_some() {}
        if let Some(there) = others.next_if(|there| there.0 == article) {
            sum += (there.1 as i64 - sentence as i64).signum();
        }
    }
    sum
}

/// Sets what one article alone says behind what it says before, or before what follows where it begins with it.
fn with_the_rest(order: &[usize], told: &[Vec<(usize, usize)>], shared: impl Fn(usize) -> bool) -> Vec<usize> {
    let mut ahead: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    let mut behind: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    let mut nowhere = Vec::new();
    for told in told {
        let mut last = None;
        let mut early = Vec::new();
        for &(_, number) in told {
            if shared(number) {
                ahead.entry(number).or_default().append(&mut early);
                last = Some(number);
            } else {
                match last {
                    Some(last) => behind.entry(last).or_default().push(number),
                    None => early.push(number),
                }
            }
        }
        nowhere.append(&mut early);
    }
    let mut all = Vec::new();
    for number in order {
        all.extend(ahead.remove(number).unwrap_or_default());
        all.push(*number);
        all.extend(behind.remove(number).unwrap_or_default());
    }
    all.append(&mut nowhere);
    all
}
