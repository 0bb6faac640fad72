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
    /// What else than the cluster of its name it is made of.
    pub with: Vec<String>,
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
        all.with.extend(Some(part.called(&id)).filter(|name| *name != group.name));
        all.of.push(id);
    }
    Ok(all)
}

/// The engine's clusters, by name and size.
#[derive(Clone, Debug, Default)]
pub struct EngineNames {
    /// The name of each.
    pub names: Vec<String>,
    sizes: Vec<u64>,
}

impl EngineNames {
    /// Reads each cluster once.
    ///
    /// # Errors
    ///
    /// A file cannot be read again, or has changed.
    pub fn read(index: &ClusterIndex, manner: RowManner<'_>) -> Result<Self> {
        let mut read = Self::default();
        for at in 0..index.tally.clusters {
            let found = cluster(index, index.entries(at)?, manner)?;
            read.names.push(found.id);
            read.sizes.push(found.size);
        }
        Ok(read)
    }
}

/// The clusters after decisions, and how many texts are where.
#[derive(Clone, Debug, Default)]
pub struct DecidedGroups {
    /// The clusters that have texts, the largest first.
    pub groups: Vec<ClusterGroup>,
    /// How many have two or more texts, and how many texts are in these.
    pub counted: [u64; 2],
}

/// Finds the clusters after decisions. Reads those again that decisions have changed.
///
/// # Errors
///
/// A file cannot be read again, or has changed.
pub fn groups(index: &ClusterIndex, of: &EngineNames, ledger: &Ledger, manner: RowManner<'_>) -> Result<DecidedGroups> {
    let names: Vec<&str> = of.names.iter().map(String::as_str).collect();
    let mut sized = Vec::new();
    for group in regrouped(&names, ledger) {
        let plain = group.parts.first().filter(|_| group.is_plain());
        let size = match plain.and_then(|part| of.sizes.get(part.at)) {
            Some(size) => *size,
            None => decided(index, &group, manner)?.size,
        };
        if size > 0 {
            sized.push((size, group));
        }
    }
    sized.sort_by_key(|(size, _)| Reverse(*size));
    let together = || sized.iter().map(|(size, _)| *size).filter(|size| *size > 1);
    let counted = [together().count() as u64, together().sum()];
    Ok(DecidedGroups { counted, groups: sized.into_iter().map(|(_, group)| group).collect() })
}
