//! Agreement of two readers, corrected for chance.

use std::collections::BTreeMap;

use super::decision::{ClusterDecision, Judgement, Subject};
use super::ledger::Ledger;

/// The verdicts that are compared.
const COMPARED: [Judgement; 3] = [Judgement::Same, Judgement::Different, Judgement::Unsure];
/// Standard errors on both sides of a value that hold it in 95 of 100 cases.
const NORMAL: f64 = 1.96;

/// How far two readers agree.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Agreement {
    /// Pairs of texts that both decided.
    pub both: usize,
    /// Those on which they agree.
    pub alike: usize,
    /// Cohen's kappa, with its 95 % confidence interval; `None` if chance alone would make them always agree.
    pub kappa: Option<(f64, f64, f64)>,
}

/// Compares what two readers decided of the same pairs of texts: Cohen's kappa (1960), its interval by the standard error of Fleiss, Cohen
/// and Everitt (1969).
pub fn agreement(one: &Ledger, other: &Ledger) -> Agreement {
    let others: BTreeMap<Subject, Judgement> = verdicts(other).collect();
    let mut table = [[0.0; COMPARED.len()]; COMPARED.len()];
    let (mut both, mut alike) = (0, 0);
    for (subject, verdict) in verdicts(one) {
        let Some(second) = others.get(&subject) else { continue };
        let place = |verdict| COMPARED.iter().position(|it| *it == verdict);
        if let (Some(row), Some(column)) = (place(verdict), place(*second)) {
            table[row][column] += 1.0;
            both += 1;
            alike += usize::from(row == column);
        }
    }
    Agreement { both, alike, kappa: kappa(&table) }
}

fn verdicts(ledger: &Ledger) -> impl Iterator<Item = (Subject, Judgement)> {
    let decided = ledger.decisions().filter(|decision| decision.verdict.is_of_pair());
    decided.map(|decision: &ClusterDecision| (decision.subject(), decision.verdict))
}

fn kappa<const N: usize>(table: &[[f64; N]; N]) -> Option<(f64, f64, f64)> {
    let all: f64 = table.iter().flatten().sum();
    let part = |row: usize, column: usize| table[row][column] / all;
    let row = |at: usize| (0..N).map(|column| part(at, column)).sum::<f64>();
    let column = |at: usize| (0..N).map(|row| part(row, at)).sum::<f64>();
    let observed: f64 = (0..N).map(|at| part(at, at)).sum();
    let chance: f64 = (0..N).map(|at| row(at) * column(at)).sum();
    if all == 0.0 || (1.0 - chance).abs() < f64::EPSILON {
        return None;
    }
    let kappa = (observed - chance) / (1.0 - chance);
    let agreed: f64 = (0..N).map(|at| part(at, at) * (1.0 - (row(at) + column(at)) * (1.0 - kappa)).powi(2)).sum();
    let pairs = (0..N).flat_map(|one| (0..N).map(move |other| (one, other))).filter(|(one, other)| one != other);
    let differing: f64 = pairs.map(|(one, other)| part(one, other) * (column(one) + row(other)).powi(2)).sum();
    let variance = agreed + (1.0 - kappa).powi(2) * differing - (kappa - chance * (1.0 - kappa)).powi(2);
    let error = (variance.max(0.0) / all).sqrt() / (1.0 - chance);
    Some((kappa, (kappa - NORMAL * error).max(-1.0), (kappa + NORMAL * error).min(1.0)))
}
