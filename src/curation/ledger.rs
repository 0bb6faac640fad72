//! A ledger: many decisions, of which the newest on each subject counts, with their consequences.

use std::collections::{BTreeMap, BTreeSet};

use super::decision::{ClusterDecision, Judgement, Subject};

/// What counts of many decisions.
#[derive(Clone, Debug, Default)]
pub struct Ledger {
    /// The newest of each reader on each subject.
    newest: BTreeMap<(Subject, String), (usize, ClusterDecision)>,
    count: usize,
}

/// A text of a cluster.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct TextIn<'t> {
    cluster: &'t str,
    text: &'t str,
}

/// A text that leaves its cluster, and under which name.
pub(super) type Labels = BTreeMap<(String, String), String>;

impl Ledger {
    /// Takes a decision in. The later one counts; of two of one moment the one that is taken later.
    pub fn take(&mut self, decision: ClusterDecision) {
        let key = (decision.subject(), decision.who.clone());
        self.count += 1;
        match self.newest.get(&key) {
            Some((_, known)) if known.when > decision.when => {}
            _ => {
                self.newest.insert(key, (self.count, decision));
            }
        }
    }

    /// What counts: for each subject the newest decision, whoever made it. Who takes one back takes back the own: what others decided stands.
    pub fn decisions(&self) -> impl Iterator<Item = &ClusterDecision> {
        let mut last: BTreeMap<&Subject, (&str, usize, &ClusterDecision)> = BTreeMap::new();
        for ((subject, _), (number, decision)) in &self.newest {
            if decision.verdict == Judgement::Open {
                continue;
            }
            let new = (decision.when.as_str(), *number, decision);
            let known = last.entry(subject).or_insert(new);
            if (new.0, new.1) > (known.0, known.1) {
                *known = new;
            }
        }
        last.into_values().map(|(_, _, decision)| decision)
    }

    /// The newest decision of each reader on each subject.
    pub fn of_each(&self) -> impl Iterator<Item = &ClusterDecision> {
        self.newest.values().map(|(_, decision)| decision)
    }

    /// The newest decision on a subject that is not taken back.
    pub fn on(&self, subject: &Subject) -> Option<&ClusterDecision> {
        let of = self.newest.range((subject.clone(), String::new())..).take_while(|((it, _), _)| it == subject);
        let standing = of.filter(|(_, (_, decision))| decision.verdict != Judgement::Open);
        let newest = standing
            .map(|(_, (number, decision))| (decision.when.as_str(), *number, decision))
            .max_by_key(|it| (it.0, it.1));
        newest.map(|(_, _, decision)| decision)
    }

    /// Whether anything is decided of a cluster.
    pub fn is_decided(&self, cluster: &str) -> bool {
        let first = Subject { cluster: cluster.to_owned(), texts: Vec::new(), other: None };
        let of = self.newest.range((first, String::new())..).take_while(|((subject, _), _)| subject.cluster == cluster);
        of.into_iter().any(|((subject, _), _)| self.on(subject).is_some())
    }

    /// The readers, in order.
    pub fn readers(&self) -> Vec<&str> {
        let all: BTreeSet<&str> = self.newest.keys().map(|(_, who)| who.as_str()).collect();
        all.into_iter().collect()
    }

    /// The subjects on which readers differ, each with what they decided.
    pub fn disputed(&self) -> Vec<Vec<&ClusterDecision>> {
        let mut by_subject: BTreeMap<&Subject, Vec<&ClusterDecision>> = BTreeMap::new();
        for ((subject, _), (_, decision)) in &self.newest {
            if decision.verdict != Judgement::Open {
                by_subject.entry(subject).or_default().push(decision);
            }
        }
        let differ = |of: &Vec<&ClusterDecision>| {
            of.iter().any(|decision| of.first().is_some_and(|first| first.verdict != decision.verdict))
        };
        by_subject.into_values().filter(differ).collect()
    }

    /// The texts to keep and those to drop: what was said of them, and of two of which one is kept the other. What is to be kept by
    /// one word and dropped by another is in neither.
    pub fn kept_and_dropped(&self) -> (BTreeSet<&str>, BTreeSet<&str>) {
        let (mut kept, mut dropped) = (BTreeSet::new(), BTreeSet::new());
        for decision in self.decisions() {
            match (decision.verdict, decision.a.as_deref()) {
                (Judgement::Keep, Some(text)) => drop(kept.insert(text)),
                (Judgement::Drop, Some(text)) => drop(dropped.insert(text)),
                (Judgement::Same, _) => {
                    let Some(keep) = decision.keep.as_deref() else { continue };
                    kept.insert(keep);
                    dropped.extend(
                        [&decision.a, &decision.b].into_iter().flatten().map(String::as_str).filter(|it| *it != keep),
                    );
                }
                _ => {}
            }
        }
        let both: Vec<&str> = kept.intersection(&dropped).copied().collect();
        for text in both {
            kept.remove(text);
            dropped.remove(text);
        }
        (kept, dropped)
    }

    /// Under which name each text stands that is decided to be elsewhere than in its cluster: one that was split off or is
    /// different from another, with all that are the same as it, under its cluster's name and its own; and a cluster that is one with
    /// another under that one's name (with no text).
    pub fn labels(&self) -> Labels {
        let mut labels = Labels::new();
        let mut same: BTreeMap<TextIn<'_>, TextIn<'_>> = BTreeMap::new();
        let decisions: Vec<&ClusterDecision> = self.decisions().collect();
        for decision in decisions.iter().filter(|decision| decision.verdict == Judgement::Same) {
            if let (Some(a), Some(b)) = (decision.a.as_deref(), decision.b.as_deref()) {
                let [one, other] = [a, b].map(|text| root(&same, TextIn { cluster: &decision.cluster, text }));
                if one != other {
                    same.insert(one.max(other), one.min(other));
                }
            }
        }
        let mut parted: BTreeSet<TextIn<'_>> = BTreeSet::new();
        // What was split off leaves first: of two that are different the other may stay then.
        for decision in decisions.iter().filter(|decision| decision.verdict == Judgement::Split) {
            let text = decision.a.as_deref().unwrap_or_default();
            let group = root(&same, TextIn { cluster: &decision.cluster, text });
            labels.insert((decision.cluster.clone(), text.to_owned()), format!("{}~{}", decision.cluster, group.text));
            parted.insert(group);
        }
        for decision in &decisions {
            let of = |text: &'_ Option<String>| text.is_some();
            match decision.verdict {
                Judgement::Different if of(&decision.a) && of(&decision.b) => {
                    let [a, b] = [&decision.a, &decision.b].map(|text| {
                        let text = text.as_deref().unwrap_or_default();
                        root(&same, TextIn { cluster: &decision.cluster, text })
                    });
                    if a != b && !parted.contains(&a) {
                        parted.insert(b);
                    }
                }
                Judgement::Merge => {
                    let other = decision.b.clone().unwrap_or_default();
                    labels.insert((decision.cluster.clone(), String::new()), other);
                }
                _ => {}
            }
        }
        for decision in &decisions {
            for text in [&decision.a, &decision.b].into_iter().flatten().filter(|_| decision.verdict.is_of_pair()) {
                let group = root(&same, TextIn { cluster: &decision.cluster, text });
                if parted.contains(&group) {
                    let label = format!("{}~{}", decision.cluster, group.text);
                    labels.entry((decision.cluster.clone(), text.clone())).or_insert(label);
                }
            }
        }
        labels
    }

    /// The clusters that are said to be one with another, and those others; not what was split off.
    pub fn merged(&self) -> BTreeSet<String> {
        let labels = self.labels();
        let (whole, texts): (Vec<_>, Vec<_>) = labels.iter().partition(|((_, text), _)| text.is_empty());
        let split_off: BTreeSet<&String> = texts.into_iter().map(|(_, label)| label).collect();
        let named = whole.into_iter().flat_map(|((cluster, _), other)| [cluster, other]);
        named.filter(|name| !split_off.contains(name)).cloned().collect()
    }

    /// Under which name a text of a cluster stands after all decisions, or what is left of the cluster.
    pub fn label<'l>(labels: &'l Labels, cluster: &'l str, text: Option<&str>) -> &'l str {
        let own = text.filter(|text| !text.is_empty());
        let own = own.and_then(|text| labels.get(&(cluster.to_owned(), text.to_owned())));
        let mut at = own.map_or(cluster, String::as_str);
        let mut passed = vec![at];
        while let Some(next) = labels.get(&(at.to_owned(), String::new())) {
            // Clusters that are said to be one in a circle are one under the first of their names.
            if let Some(first) = passed.iter().position(|it| *it == next.as_str()) {
                return passed.get(first..).unwrap_or_default().iter().min().copied().unwrap_or(at);
            }
            at = next;
            passed.push(at);
        }
        at
    }
}

fn root<'t>(same: &BTreeMap<TextIn<'t>, TextIn<'t>>, text: TextIn<'t>) -> TextIn<'t> {
    let mut at = text;
    while let Some(above) = same.get(&at) {
        at = *above;
    }
    at
}
