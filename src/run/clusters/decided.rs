//! Clusters as they are after decisions, with their texts.

use std::cmp::Reverse;

use anyhow::Result;

use super::index::ClusterIndex;
use super::members::{EngineCluster, EngineMember, RowManner, cluster};
use crate::curation::{ClusterGroup, Ledger, regrouped};

/// A cluster after decisions.
#[derive(Clone, Debug, Default)]
pub struct DecidedCluster {
    /// The number of its texts; of a very large cluster not all are read.
    pub size: u64,
    /// The texts, each with the name of the engine's cluster it was in.
    pub members: Vec<(String, EngineMember)>,
    /// The names of the engine's clusters it is made of.
    pub of: Vec<String>,
}

/// Reads a cluster as it is after decisions: the texts of all clusters joined in it, without those split off.
///
/// # Errors
///
/// A file cannot be read again, or has changed.
pub fn decided(index: &ClusterIndex, group: &ClusterGroup, manner: RowManner<'_>) -> Result<DecidedCluster> {
    let mut all = DecidedCluster::default();
    for part in &group.parts {
        let EngineCluster { id, size, members } = cluster(index, index.entries(part.at as u64)?, manner)?;
        let (read, before) = (members.len() as u64, all.members.len());
        let taken = members.into_iter().filter(|member| part.takes(&member.id));
        all.members.extend(taken.map(|member| (id.clone(), member)));
        let unread = if part.only.is_empty() { size.saturating_sub(read) } else { 0 };
        all.size += (all.members.len() - before) as u64 + unread;
        all.of.push(id);
    }
    Ok(all)
}

/// Finds the clusters after decisions, the largest first. Reads each of the engine's once.
///
/// # Errors
///
/// A file cannot be read again, or has changed.
pub fn groups(index: &ClusterIndex, ledger: &Ledger, manner: RowManner<'_>) -> Result<Vec<ClusterGroup>> {
    let mut names = Vec::new();
    let mut sizes = Vec::new();
    for at in 0..index.tally.clusters {
        let found = cluster(index, index.entries(at)?, manner)?;
        names.push(found.id);
        sizes.push(found.size);
    }
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let mut groups = regrouped(&names, ledger);
    let size = |group: &ClusterGroup| -> u64 {
        let part = |part: &crate::curation::GroupPart| match part.only.len() as u64 {
            0 => sizes.get(part.at).copied().unwrap_or_default().saturating_sub(part.without.len() as u64),
            only => only,
        };
        group.parts.iter().map(part).sum()
    };
    groups.sort_by_cached_key(|group| Reverse(size(group)));
    Ok(groups)
}
