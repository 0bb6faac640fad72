//! What is proposed, and all finders in turn.

use super::cues::Cues;
use super::found::{Found, Reach, Why};
use super::recurring::Recurrence;
use super::sheet::Sheet;
use super::{appeals, credits, links, notices, stamps};
use crate::article::Article;
use crate::boilerplate::naming::{id, name_of};
use crate::boilerplate::rule::{Fit, Rule, RuleSet, Scope};
use crate::kinds::Furniture;
use crate::text::Span;

/// Something that looks like boilerplate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// The article, by its place in the list.
    pub article: usize,
    /// Where it stands.
    pub span: Span,
    /// Why it is proposed.
    pub why: Why,
    /// What a rule against it would fit.
    pub fit: Fit,
    /// Where that rule would hold.
    pub scope: Scope,
}

impl Proposal {
    /// Makes the rule that hides this, made on `day`, with an id that is free in `rules`.
    pub fn rule(&self, day: &str, rules: &RuleSet) -> Rule {
        let name = name_of(self.fit.text(), self.why.name());
        let id = id(&name, rules);
        let (fit, scope) = (self.fit.clone(), self.scope.clone());
        Rule { id, name, fit, scope, created: day.to_owned(), note: self.why.said(), enabled: true }
    }
}

/// Looks through `articles` for what looks like boilerplate; gives it by article and place, none inside another.
///
/// Text that a kindred article has too is proposed only where its own words say what it is.
pub fn propose(articles: &[&Article]) -> Vec<Proposal> {
    let cues = Cues::new();
    let recurrence = Recurrence::of(articles);
    let mut proposals = Vec::new();
    for (at, article) in articles.iter().enumerate() {
        let told_by_kin = |span: Span| recurrence.is_told_by_kin(at, article, span);
        let mut sheet = Sheet::of(article, &cues);
        sheet.end_before(links::tail(&sheet, &told_by_kin));
        let mut found = recurrence.found(at, &sheet);
        found.extend(links::found(&sheet));
        found.extend(appeals::found(&sheet, &told_by_kin));
        found.extend(stamps::found(&sheet));
        found.extend(notices::found(&sheet));
        found.extend(credits::found(&sheet));
        found.extend(of_the_page(article));
        found.retain(|found| !is_left_out(article, found.span));
        proposals.extend(apart(found).into_iter().map(|found| Proposal {
            article: at,
            span: found.span,
            why: found.why,
            fit: found.fit,
            scope: match found.reach {
                Reach::Source => Scope::Source(article.source.clone()),
                Reach::Everywhere => Scope::Everywhere,
            },
        }));
    }
    proposals
}

/// Finds the paragraphs that may be none of the article, by where they stand on their page.
fn of_the_page(article: &Article) -> impl Iterator<Item = Found> {
    let perhaps = article.paragraphs.iter().filter(|paragraph| paragraph.furniture == Furniture::Perhaps);
    perhaps.filter(|paragraph| !paragraph.tokens.is_empty()).map(|paragraph| {
        let fit = Fit::Exactly(paragraph.span.of(&article.text).to_owned());
        Found { span: paragraph.span, why: Why::Page, fit, reach: Reach::Source }
    })
}

/// Tells whether a place stands in what is left out of a page already.
fn is_left_out(article: &Article, span: Span) -> bool {
    let paragraph = article.paragraphs.get(article.locus_at(span.start()).0);
    paragraph.is_some_and(|paragraph| paragraph.furniture == Furniture::Surely)
}

/// Puts what was found in order and leaves out what lies in another's place; the wider stays, of equals the earlier.
fn apart(mut found: Vec<Found>) -> Vec<Found> {
    found.sort_by_key(|found| (found.span.start(), std::cmp::Reverse(found.span.end())));
    let mut apart: Vec<Found> = Vec::with_capacity(found.len());
    for next in found {
        if apart.last().is_none_or(|last| !last.span.overlaps(next.span)) {
            apart.push(next);
        }
    }
    apart
}
