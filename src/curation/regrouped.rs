//! Clusters after decisions: merged ones together, split ones apart.

use std::collections::{BTreeMap, BTreeSet};

use super::ledger::{Labels, Ledger};

/// A cluster after decisions: an engine's, several that are one, or what was split off one.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct ClusterGroup {
    /// Its name.
    pub name: String,
    /// What it is made of; first the cluster of its name, if that is there.
    pub parts: Vec<GroupPart>,
}

/// A cluster of an engine's, or some of its texts.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct GroupPart {
    /// Which cluster, by its place among the engine's.
    pub at: usize,
    /// Texts that belong here, if the others do not.
    pub only: Vec<String>,
    /// Texts that belong elsewhere, if the others belong here.
    pub without: Vec<String>,
}

impl ClusterGroup {
    /// A cluster as the engine has it.
    pub fn plain(name: &str, at: usize) -> Self {
        Self { name: name.to_owned(), parts: vec![GroupPart { at, ..GroupPart::default() }] }
    }

    /// Whether it is a cluster as the engine has it.
    pub fn is_plain(&self) -> bool {
        self.parts.len() == 1 && self.parts.iter().all(|part| part.only.is_empty() && part.without.is_empty())
    }

    /// Whether all of it was split off.
    pub fn is_split_off(&self) -> bool {
        self.parts.iter().all(|part| !part.only.is_empty())
    }

    /// Whether the rest of an engine's cluster belongs here.
    pub fn has_rest_of(&self, at: usize) -> bool {
        self.parts.iter().any(|part| part.at == at && part.only.is_empty())
    }
}

impl GroupPart {
    /// What it is called, of a cluster of this name: `f22`, or `f22~a210` for texts that were split off.
    pub fn called(&self, cluster: &str) -> String {
        self.only.first().map_or_else(|| cluster.to_owned(), |text| format!("{cluster}~{text}"))
    }

    /// Whether a text of the cluster belongs here.
    pub fn takes(&self, text: &str) -> bool {
        let is = |other: &String| other == text;
        if self.only.is_empty() { !self.without.iter().any(is) } else { self.only.iter().any(is) }
    }
}

/// The clusters after decisions, in the order of the engine's by their names; one without a name stays as it is.
pub fn regrouped(names: &[&str], ledger: &Ledger) -> Vec<ClusterGroup> {
    let labels = ledger.labels();
    let concerned: BTreeSet<&str> =
        labels.iter().flat_map(|((cluster, _), label)| [cluster.as_str(), label.as_str()]).collect();
    let mut groups: Vec<ClusterGroup> = Vec::with_capacity(names.len());
    let mut places: BTreeMap<&str, usize> = BTreeMap::new();
    for (at, name) in names.iter().enumerate() {
        if name.is_empty() || !concerned.contains(name) {
            groups.push(ClusterGroup::plain(name, at));
            continue;
        }
        let rest = Ledger::label(&labels, name, None);
        let mut parts: Vec<(&str, GroupPart)> = vec![(rest, GroupPart { at, ..GroupPart::default() })];
        for (text, label) in leaving(&labels, name) {
            if label == rest {
                continue;
            }
            if let Some((_, part)) = parts.first_mut() {
                part.without.push(text.to_owned());
            }
            match parts.iter_mut().skip(1).find(|(known, _)| *known == label) {
                Some((_, part)) => part.only.push(text.to_owned()),
                None => {
                    let only = vec![text.to_owned()];
                    parts.push((label, GroupPart { at, only, ..GroupPart::default() }));
                }
            }
        }
        for (label, part) in parts {
            let place = *places.entry(label).or_insert_with(|| {
                groups.push(ClusterGroup { name: label.to_owned(), parts: Vec::new() });
                groups.len() - 1
            });
            let Some(group) = groups.get_mut(place) else { continue };
            // The cluster that gives its name to all comes first.
            if *name == label { group.parts.insert(0, part) } else { group.parts.push(part) }
        }
    }
    groups
}

/// The texts of a cluster that stand under a name of their own, each with that.
fn leaving<'l>(labels: &'l Labels, cluster: &str) -> impl Iterator<Item = (&'l str, &'l str)> {
    let first = (cluster.to_owned(), String::new());
    let own = labels.range(first.clone()..).take_while(move |((of, _), _)| *of == first.0);
    let texts = own.filter(|((_, text), _)| !text.is_empty());
    texts.map(|((cluster, text), _)| (text.as_str(), Ledger::label(labels, cluster, Some(text))))
}
