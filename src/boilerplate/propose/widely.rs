//! Merges proposals that several sources have in common into one rule for everywhere.

use std::collections::{BTreeMap, BTreeSet};

use super::found::Why;
use super::proposal::Proposal;
use crate::boilerplate::rule::{Fit, Scope};

/// How many sources must have the same proposal before one rule covers them all (chosen).
const SOURCES: usize = 3;

/// Gives proposals with one wording in several sources the same rule, which applies everywhere. Numbers in it count only if they count for
/// the rule.
pub(super) fn widened(proposals: &[Proposal]) -> Vec<Proposal> {
    let mut groups: BTreeMap<Fit, Vec<usize>> = BTreeMap::new();
    for (at, proposal) in proposals.iter().enumerate() {
        if matches!(proposal.scope, Scope::Source(_)) {
            groups.entry(wording(&proposal.fit)).or_default().push(at);
        }
    }
    let mut wide = proposals.to_vec();
    for group in groups.into_values() {
        let of = |at: &usize| proposals.get(*at).map(|proposal| &proposal.scope);
        if group.iter().map(of).collect::<BTreeSet<_>>().len() < SOURCES {
            continue;
        }
        let articles: BTreeSet<usize> = group.iter().filter_map(|at| Some(proposals.get(*at)?.article)).collect();
        let Some(fit) = group.first().and_then(|at| Some(proposals.get(*at)?.fit.clone())) else { continue };
        for at in group {
            let Some(proposal) = wide.get_mut(at) else { continue };
            (proposal.fit, proposal.scope) = (fit.clone(), Scope::Everywhere);
            if matches!(proposal.why, Why::Recurring(_)) {
                proposal.why = Why::Widely(articles.len());
            }
        }
    }
    wide
}

/// Returns a key that is equal for equal wordings.
fn wording(fit: &Fit) -> Fit {
    let Fit::Loosely(text) = fit else { return fit.clone() };
    let mut told = String::new();
    for c in text.chars() {
        match c.is_ascii_digit() {
            true if told.ends_with('0') => {}
            true => told.push('0'),
            false => told.extend(c.to_lowercase()),
        }
    }
    Fit::Loosely(told)
}
