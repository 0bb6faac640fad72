//! Origins: how many independent texts are behind many articles, and which article has its text from which.
//!
//! ```text
//! text without quotations -> shared runs of words -> related articles -> families
//! credits, dates, who shares what with whom -> descent -> origins
//! ```
//!
//! Quotations are copied from the speaker, so they make no family. The direction is reported only if a credit, a date or what each article
//! shares with the others decides it.
//!
//! Known weakness: dates are trusted. A later version of the source beside an earlier copy reverses the direction.

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
