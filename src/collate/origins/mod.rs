//! Origins: how many independent texts stand behind many articles, and who has the text of whom.
//!
//! ```text
//! quotations left out -> shared rows of words -> kin -> families
//! credits, dates, who has what of whom -> descent -> origins
//! ```
//!
//! What stands in quotation marks is copied from the speaker, so it makes no family. Direction is told only where a credit, a date or
//! what each has of the others decides it.
//!
//! Known weakness: a date is taken at its word. A later version of the source beside an earlier copy turns the direction round.

mod agencies;
mod copied;
mod descent;
mod families;
mod found;
mod stamp;

pub use agencies::AgencyCredit;
pub use descent::ToldBy;
pub use found::{OriginFamily, OriginKind, OriginRelation, Origins, Related, SharedRow, origins};

#[cfg(test)]
mod origins_tests;
