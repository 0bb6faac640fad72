//! The keys of an engine's clusters, in reading.

use super::action::Action as A;
use super::binding::{Binding, bind};
use super::phase::Group as G;
use super::phase::Phase as P;

/// The keys of clusters: `c`, and what is done.
pub(super) const CLUSTERS: [Binding; 11] = [
    bind((P::Reading, G::Clusters, A::Clusters), &["cc"], "", "list the clusters an engine found (`ibid clusters`)"),
    bind((P::Reading, G::Clusters, A::NextUndecided), &["cn"], "", "open the next undecided cluster of the list"),
    bind((P::Reading, G::Clusters, A::Same), &["cs"], "", "these two texts are the same"),
    bind((P::Reading, G::Clusters, A::Different), &["cd"], "", "they are different"),
    bind((P::Reading, G::Clusters, A::Unsure), &["cu"], "", "it cannot be told"),
    bind((P::Reading, G::Clusters, A::Keep), &["ck"], "", "keep this text: it stands for its cluster"),
    bind((P::Reading, G::Clusters, A::Drop), &["cx"], "", "drop this text"),
    bind((P::Reading, G::Clusters, A::Split), &["cp"], "", "split this text off its cluster"),
    bind((P::Reading, G::Clusters, A::Merge), &["cm"], "", "merge this cluster with another, found by typing"),
    bind(
        (P::Reading, G::Clusters, A::Relation),
        &["cr"],
        "",
        "add to the last decision: `exact`, `edited`, `excerpt`, `updated`, `translation` or `template`, and a note",
    ),
    bind((P::Reading, G::Clusters, A::TakeBack), &["cz"], "", "take the last decision back"),
];
