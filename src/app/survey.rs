//! Surveys asked for: what is asked of all open articles at once, away from the keys.

use std::sync::Arc;

use super::app::App;
use crate::app::jobs::Effect;
use crate::app::jobs::Question;
use crate::app::jobs::Survey;
use crate::app::jobs::Told;

impl App {
    /// Gives the survey of a question.
    pub(super) fn survey(&self, ticket: u64, question: Question) -> Effect {
        let pair = self.collation().map(|collation| (self.row.pair(), Arc::clone(collation)));
        let told = Told { pair, clusters: self.clusters.clone() };
        Effect::Survey(Survey { ticket, question, articles: self.articles.clone(), told })
    }
}
