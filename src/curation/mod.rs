//! Curation: what engines say about which texts belong together, and what people decide about it.
//!
//! `forms` tells from the names in a row how an engine writes its clusters, `spread` how like the members of one are. A `decision` is what
//! somebody says of them, a `ledger` what counts of many decisions and what follows, `regrouped` which clusters there are then, `agreement` how far two people agree, `rulings` which
//! sentences and articles are meant by decisions on them. Nothing here
//! touches the disk.

mod agreement;
mod decision;
mod forms;
mod idle;
mod ledger;
mod places;
mod regrouped;
mod rulings;
mod spread;

pub use agreement::{Agreement, agreement};
pub use decision::{ClusterDecision, DECISIONS_VERSION, Judgement, Relation, Subject};
pub use forms::{Columns, Form, Told, id};
pub use idle::Idle;
pub use ledger::Ledger;
pub use places::sentence_id;
pub use regrouped::{ClusterGroup, GroupPart, regrouped};
pub use rulings::{ArticleRuling, Rulings};
pub use spread::{COMPARED, Likenesses, MemberLikeness, likenesses, nearest_of};

#[cfg(test)]
mod forms_tests;
#[cfg(test)]
mod ledger_tests;
#[cfg(test)]
mod regrouped_tests;
#[cfg(test)]
mod rulings_tests;
#[cfg(test)]
mod spread_tests;
