//! Clauses shared by sentences that are otherwise different, such as a quotation or one half of a merged sentence.
//!
//! A shared clause links the two sentences, but no others.

use super::bags::Bags;
use super::kin::Kin;

/// Words in a row that a clause has at the least, and what they say, in 1024ths of a nat (benches/constants.md).
const LEAST: (usize, i64) = (6, 18 * 1024);
/// Words of a reading that are looked at: what is longer is no sentence (a limit).
const LOOKED_AT: usize = 400;

/// The pairs of readings of two clusters that share a clause, each way round, in order.
pub(super) fn sharing(bags: &Bags, kin: &[Kin], cluster: &[usize]) -> Vec<(usize, usize)> {
    let apart = kin.iter().filter(|kin| cluster[kin.light] != cluster[kin.heavy]);
    let sharing = apart.filter(|kin| has_clause(bags, kin));
    let mut found: Vec<(usize, usize)> =
        sharing.flat_map(|kin| [(kin.light, kin.heavy), (kin.heavy, kin.light)]).collect();
    found.sort_unstable();
    found
}

/// Whether a common run of words is a clause. Costs the product of the two lengths.
fn has_clause(bags: &Bags, kin: &Kin) -> bool {
    let row = |reading: usize| &bags.rows[reading][..bags.rows[reading].len().min(LOOKED_AT)];
    let (light, heavy) = (row(kin.light), row(kin.heavy));
    let mut runs = vec![(0usize, 0i64); heavy.len() + 1];
    for here in light {
        for (at, there) in heavy.iter().enumerate().rev() {
            let (words, weight) = runs[at];
            let run = if here == there { (words + 1, weight + bags.weights[*here as usize]) } else { (0, 0) };
            if run.0 >= LEAST.0 && run.1 >= LEAST.1 {
                return true;
            }
            runs[at + 1] = run;
        }
    }
    false
}
