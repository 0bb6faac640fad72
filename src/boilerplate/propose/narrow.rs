//! Makes sure that the rule of each proposal hides what is proposed, and nothing of any story.
//!
//! A rule is made from one article and applied to all: the first line of a link list here may be above the story elsewhere. Such a rule is
//! narrowed to the exact words, and dropped if even these are in a story.

use std::collections::{BTreeMap, BTreeSet};

use super::found::Why;
use super::proposal::Proposal;
use super::sheet::CuedArticle;
use super::widely::widened;
use crate::article::Article;
use crate::boilerplate::apply::Sieve;
use crate::boilerplate::rule::{Does, Fit, Rule, RuleId, RuleSet, Scope};
use crate::kinds::Furniture;
use crate::text::Span;

/// Returns the story paragraphs of an article, without page furniture.
pub(super) fn story(sheet: &CuedArticle<'_>) -> Vec<Span> {
    let body = sheet.lines.get(sheet.body.clone()).unwrap_or_default();
    let of_the_page = |span: Span| {
        let paragraph = sheet.article.paragraphs.get(sheet.article.paragraph_id_at(span.start()).0);
        paragraph.is_some_and(|paragraph| paragraph.furniture != Furniture::No)
    };
    body.iter().filter(|line| line.is_story() && !of_the_page(line.span)).map(|line| line.span).collect()
}

/// Keeps the proposals whose rules hide what is proposed in their article and nothing of the story in any. Other rules are narrowed or
/// dropped. Anything else that a rule hides in its article is proposed too. `stories` are the story paragraphs of each article. Scans the
/// words of all articles twice.
pub(super) fn narrowed(
    mut proposals: Vec<Proposal>,
    articles: &[&Article],
    mut stories: Vec<Vec<Span>>,
) -> Vec<Proposal> {
    for (at, story) in stories.iter_mut().enumerate() {
        let spans: Vec<Span> = proposals.iter().filter(|it| it.article == at).map(|it| it.span).collect();
        story.retain(|line| !is_covered(&spans, *line));
    }
    let (kept, given_up) = held(&proposals, articles, &stories);
    proposals = kept;
    proposals.extend(given_up.into_iter().filter_map(|it| exactly(it, articles)));
    let (kept, _) = held(&proposals, articles, &stories);
    // If a rule for all sources harms a story or does not match, each source gets its own.
    let (mut wide, unfit) = held(&widened(&kept), articles, &stories);
    let own = |it: &Proposal| kept.iter().find(|own| own.article == it.article && own.span == it.span);
    wide.extend(unfit.iter().filter_map(own).cloned());
    let mut kept = wide;
    kept.sort_by_key(|it| (it.article, it.span.start()));
    kept
}

/// Returns a proposal narrowed to its exact words, if it was not yet.
fn exactly(mut proposal: Proposal, articles: &[&Article]) -> Option<Proposal> {
    if matches!(proposal.fit, Fit::Exactly(_)) {
        return None;
    }
    proposal.fit = Fit::Exactly(proposal.span.of(&articles.get(proposal.article)?.text).to_owned());
    if let Why::Links(lines) = proposal.why {
        proposal.why = Why::Unheaded(lines);
    }
    Some(proposal)
}

/// Separates the proposals whose rules hide just what they should from the others.
fn held(proposals: &[Proposal], articles: &[&Article], stories: &[Vec<Span>]) -> (Vec<Proposal>, Vec<Proposal>) {
    let mut numbers: BTreeMap<(&Fit, &Scope), usize> = BTreeMap::new();
    let mut rules = RuleSet::default();
    let mut spans: BTreeMap<usize, Vec<Span>> = BTreeMap::new();
    let mut own: BTreeMap<(usize, usize), Vec<Span>> = BTreeMap::new();
    let mut keys = Vec::with_capacity(proposals.len());
    for proposal in proposals {
        let number = *numbers.entry((&proposal.fit, &proposal.scope)).or_insert_with(|| {
            rules.rules.push(rule(proposal, rules.rules.len()));
            rules.rules.len() - 1
        });
        keys.push((number, proposal.article));
        let span = articles.get(proposal.article).map_or(proposal.span, |article| words(article, proposal.span));
        spans.entry(proposal.article).or_default().push(span);
        own.entry((number, proposal.article)).or_default().push(span);
    }
    let sieve = Sieve::of(&rules);
    let mut harmful: BTreeSet<usize> = BTreeSet::new();
    let mut places: BTreeMap<(usize, usize), Vec<Span>> = BTreeMap::new();
    for (at, article) in articles.iter().enumerate() {
        let story = stories.get(at).map_or(&[][..], Vec::as_slice);
        for (rule, span) in sieve.places(article) {
            let to_end = rules.rules.get(rule).is_some_and(|rule| matches!(rule.fit, Fit::ToEnd(..)));
            if own.contains_key(&(rule, at)) {
                places.entry((rule, at)).or_default().push(words(article, span));
            }
            if hides_of(story, span, to_end) {
                harmful.insert(rule);
            }
        }
    }
    let (mut kept, mut given_up, mut added) = (Vec::new(), Vec::new(), BTreeSet::new());
    for (proposal, key) in proposals.iter().zip(keys) {
        let of = |map: &BTreeMap<(usize, usize), Vec<Span>>| map.get(&key).cloned().unwrap_or_default();
        let (hidden, mine) = (of(&places), of(&own));
        let proposed = spans.get(&proposal.article).map_or(&[][..], Vec::as_slice);
        let beside: Vec<Span> = hidden.iter().filter(|span| !is_covered(proposed, **span)).copied().collect();
        let overlaps = beside.iter().any(|it| proposed.iter().any(|other| other.overlaps(*it)));
        if harmful.contains(&key.0) || overlaps || !mine.iter().all(|span| hidden.contains(span)) {
            given_up.push(proposal.clone());
            continue;
        }
        kept.push(proposal.clone());
        if added.insert(key) {
            kept.extend(beside.into_iter().map(|span| Proposal { span, ..proposal.clone() }));
        }
    }
    (kept, given_up)
}

/// Returns the span of the words alone: the punctuation around them may belong to either side.
fn words(article: &Article, span: Span) -> Span {
    let words = article.tokens.get(article.tokens_in(span)).unwrap_or_default();
    words.first().zip(words.last()).map_or(span, |(first, last)| first.span.join(last.span))
}

fn rule(proposal: &Proposal, number: usize) -> Rule {
    Rule {
        id: RuleId(number.to_string()),
        name: String::new(),
        fit: proposal.fit.clone(),
        scope: proposal.scope.clone(),
        created: String::new(),
        note: String::new(),
        does: Does::default(),
        enabled: true,
    }
}

/// Whether a span contains a paragraph of the story. One that goes to the end does if any is after it.
fn hides_of(story: &[Span], span: Span, to_end: bool) -> bool {
    let first = story.partition_point(|line| line.start() < span.start());
    story.get(first).is_some_and(|line| to_end || span.covers(*line))
}

fn is_covered(by: &[Span], span: Span) -> bool {
    by.iter().any(|it| it.covers(span))
}
