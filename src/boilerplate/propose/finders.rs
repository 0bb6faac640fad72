//! Runs all finders.

use super::cues::Cues;
use super::found::{Found, Reach, Why};
use super::narrow::{narrowed, story};
use super::proposal::Proposal;
use super::recurring::Recurrence;
use super::sheet::CuedArticle;
use super::{appeals, credits, links, notices, stamps};
use crate::article::Article;
use crate::boilerplate::rule::{Fit, Scope};
use crate::kinds::Furniture;
use crate::text::Span;

/// Finds what looks like boilerplate in `articles`, by article and place, without overlaps.
///
/// Text that a related article also has is proposed only if its own words say what it is. Each proposed rule hides the proposed text in its
/// article, and nothing of any story.
pub fn propose(articles: &[&Article]) -> Vec<Proposal> {
    let cues = Cues::new();
    let mut recurrence = Recurrence::of(articles);
    articles.iter().for_each(|article| recurrence.learn(&CuedArticle::of(article, &cues)));
    let (mut proposals, mut stories) = (Vec::new(), Vec::with_capacity(articles.len()));
    for (at, article) in articles.iter().enumerate() {
        let told_by_kin = |span: Span| recurrence.is_told_by_kin(at, article, span);
        let mut sheet = CuedArticle::of(article, &cues);
        sheet.end_before(links::tail(&sheet, &told_by_kin));
        let mut found = recurrence.find(at, &sheet);
        found.extend(links::find(&sheet));
        found.extend(appeals::find(&sheet, &told_by_kin));
        found.extend(stamps::find(&sheet));
        found.extend(notices::find(&sheet));
        found.extend(credits::find(&sheet));
        found.extend(of_the_page(article));
        found.retain(|found| !is_left_out(article, found.span));
        stories.push([recurrence.titles(&sheet), story(&sheet)].concat());
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
    narrowed(proposals, articles, stories)
}

/// Finds the paragraphs that may not belong to the article, judging by their place on the page.
fn of_the_page(article: &Article) -> impl Iterator<Item = Found> {
    let perhaps = article.paragraphs.iter().filter(|paragraph| paragraph.furniture == Furniture::Perhaps);
    perhaps.filter(|paragraph| !paragraph.tokens.is_empty()).map(|paragraph| {
        let fit = Fit::Exactly(paragraph.span.of(&article.text).to_owned());
        Found { span: paragraph.span, why: Why::Page, fit, reach: Reach::Source }
    })
}

/// Whether a place is already left out of its page.
fn is_left_out(article: &Article, span: Span) -> bool {
    let paragraph = article.paragraphs.get(article.paragraph_id_at(span.start()).0);
    paragraph.is_some_and(|paragraph| paragraph.furniture == Furniture::Surely)
}

/// Sorts what was found and removes overlaps: the wider stays, or the earlier of equals.
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
