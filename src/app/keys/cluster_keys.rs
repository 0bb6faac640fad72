//! The keys for an engine's clusters, in reading.

use super::action::Action as A;
use super::binding::{Binding, on};
use super::phase::Group as G;
use super::phase::Phase as P;

/// The keys of clusters: `c` and another key.
pub(super) const CLUSTERS: [Binding; 11] = [
    on(P::Reading, G::Clusters, A::Clusters).by(&["cc"], "", "list the clusters an engine found (`ibid clusters`)"),
    on(P::Reading, G::Clusters, A::NextUndecided).by(&["cn"], "", "open the next undecided cluster of the list"),
    on(P::Reading, G::Clusters, A::Same).by(&["cs"], "", "these two texts are the same"),
    on(P::Reading, G::Clusters, A::Different).by(&["cd"], "", "they are different"),
    on(P::Reading, G::Clusters, A::Unsure).by(&["cu"], "", "not sure"),
    on(P::Reading, G::Clusters, A::Keep).by(&["ck"], "", "keep this text: it represents its cluster"),
    on(P::Reading, G::Clusters, A::Drop).by(&["cx"], "", "drop this text"),
    on(P::Reading, G::Clusters, A::Split).by(&["cp"], "", "split this text off its cluster"),
    on(P::Reading, G::Clusters, A::Merge).by(&["cm"], "", "merge this cluster with another, found by typing"),
    on(P::Reading, G::Clusters, A::Relation).by(
        &["cr"],
        "",
        "add to the last decision: `exact`, `edited`, `excerpt`, `updated`, `translation` or `template`, and a note",
    ),
    on(P::Reading, G::Clusters, A::TakeBack).by(&["cz"], "", "undo the last decision"),
];
