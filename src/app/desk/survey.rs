//! Surveys: questions about all open articles at once, answered off the screen's thread.

use super::desk::Desk;
use std::sync::Arc;

use crate::app::jobs::Effect;
use crate::app::jobs::Question;
use crate::app::jobs::Survey;
use crate::app::jobs::Told;

/// Asks a question about all open articles.
pub(in crate::app) fn survey(desk: &mut Desk, ticket: u64, question: Question) {
    let pair = desk.collation().map(|collation| (desk.row.pair(), Arc::clone(collation)));
    let told = Told { pair, clusters: desk.library.clusters.known().cloned() };
    let articles = desk.library.articles.clone();
    desk.ask(Effect::Survey(Survey { ticket, question, articles, told }));
}
