//! Surveys asked for: what is asked of all open articles at once, away from the keys.

use super::desk::Desk;
use std::sync::Arc;

use crate::app::jobs::Effect;
use crate::app::jobs::Question;
use crate::app::jobs::Survey;
use crate::app::jobs::Told;

/// Gives the survey of a question.
pub(super) fn survey(desk: &Desk, ticket: u64, question: Question) -> Effect {
    let pair = desk.collation().map(|collation| (desk.row.pair(), Arc::clone(collation)));
    let told = Told { pair, clusters: desk.library.clusters.known().cloned() };
    Effect::Survey(Survey { ticket, question, articles: desk.library.articles.clone(), told })
}
