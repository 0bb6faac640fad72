//! Surveys: questions about all open articles at once, answered off the screen's thread.

use std::sync::Arc;

use crate::article::Article;
use crate::boilerplate::{Effect as Hides, Proposal, Reach, Rule, Rulebooks, Warning, mask, propose};
use crate::collate::{Cancel, Clusters, Collation};
use crate::text::{Pair, Side, Span};

/// Articles that are searched between two checks for cancelling.
const TOGETHER: usize = 16;

/// A question about all open articles.
#[derive(Clone, Debug)]
pub struct Survey {
    /// The number of the survey; answers to older ones are dropped.
    pub ticket: u64,
    /// The question.
    pub question: Question,
    /// The open articles.
    pub articles: Vec<Arc<Article>>,
    /// What they share, as far as it is known.
    pub told: Told,
}

/// A question.
#[derive(Clone, Debug)]
pub enum Question {
    /// What a rule would hide, in a file that reaches this far.
    Rule(Rule, Reach),
    /// What each rule hides, including those that are off.
    Rules(Arc<Rulebooks>),
    /// What looks like boilerplate and is not hidden yet, given the rules in force and what the session hides in each article.
    Proposals(Arc<Rulebooks>, Vec<Vec<Span>>),
}

/// What is known of what the articles share.
#[derive(Clone, Debug, Default)]
pub struct Told {
    /// The articles that are open side by side, and what they share.
    pub pair: Option<(Pair<usize>, Arc<Collation>)>,
    /// Which articles have which statement.
    pub clusters: Option<Arc<Clusters>>,
}

/// The answer to a survey.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Surveyed {
    /// The survey's ticket.
    pub ticket: u64,
    /// The answer.
    pub found: Found,
}

/// The answer to a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// What the rule would hide.
    Rule(RuleCheck),
    /// The number of passages and articles for each rule, in the order of the rules.
    Rules(Vec<(usize, usize)>),
    /// What looks like boilerplate.
    Proposals(Vec<Proposal>),
}

/// What a rule would hide.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RuleCheck {
    /// What it would hide in each open article, in their order.
    pub hides: Vec<Hides>,
    /// What is suspicious about that.
    pub warnings: Vec<Warning>,
}

impl Survey {
    /// Finds the answer; `None` if cancelled.
    pub fn answer(&self, cancel: &Cancel) -> Option<Surveyed> {
        let articles: Vec<&Article> = self.articles.iter().map(Arc::as_ref).collect();
        let found = match &self.question {
            Question::Rule(rule, reach) => {
                let hides = hides(rule, reach, &articles, cancel)?;
                let shared = self.told.shared(&hides, &articles);
                let warnings = Hides::warnings(&hides, &articles, &shared);
                Found::Rule(RuleCheck { hides, warnings })
            }
            Question::Rules(rules) => {
                let each = rules.each().map(|placed| {
                    let hides = hides(placed.rule, &placed.book.reach, &articles, cancel)?;
                    let places = hides.iter().map(|hides| hides.spans.len());
                    Some((places.clone().sum(), places.filter(|places| *places > 0).count()))
                });
                Found::Rules(each.collect::<Option<_>>()?)
            }
            Question::Proposals(rules, session) => {
                let mut proposals = propose(&articles);
                if cancel.is_cancelled() {
                    return None;
                }
                let hidden = |at: usize| session.get(at).map_or(&[][..], Vec::as_slice);
                let masks: Vec<_> =
                    articles.iter().enumerate().map(|(at, article)| mask(article, rules, hidden(at))).collect();
                proposals.retain(|it| masks.get(it.article).is_none_or(|mask| mask.at(it.span.start()).is_none()));
                Found::Proposals(proposals)
            }
        };
        Some(Surveyed { ticket: self.ticket, found })
    }
}

fn hides(rule: &Rule, reach: &Reach, articles: &[&Article], cancel: &Cancel) -> Option<Vec<Hides>> {
    let mut all = Vec::with_capacity(articles.len());
    for some in articles.chunks(TOGETHER) {
        if cancel.is_cancelled() {
            return None;
        }
        all.extend(Hides::of(rule, reach, some));
    }
    Some(all)
}

impl Told {
    /// The passages of each article that another one has too, where something would be hidden.
    fn shared(&self, hides: &[Hides], articles: &[&Article]) -> Vec<Vec<Span>> {
        let mut shared = vec![Vec::new(); articles.len()];
        if let Some(clusters) = &self.clusters {
            for (at, (article, hides)) in articles.iter().zip(hides).enumerate() {
                let sentences = article.sentences.iter().enumerate();
                let touched = sentences.filter(|(_, it)| hides.spans.iter().any(|span| span.overlaps(it.span)));
                let told = touched.filter(|(number, _)| !clusters.also_in(at, *number).is_empty());
                shared[at].extend(told.map(|(_, sentence)| sentence.span));
            }
        } else if let Some((open, collation)) = &self.pair {
            for side in Side::BOTH {
                let passages = collation.matches.iter().filter(|found| !found.echo);
                if let Some(shared) = shared.get_mut(open[side]) {
                    shared.extend(passages.map(|found| found.passages[side].span));
                }
            }
        }
        shared
    }
}
