//! The origins of articles, as a value.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::agencies::{AgencyCredit, credit};
use super::copied::{BRIEF, Copied, Kinship, copied, longest_quotation};
use super::descent::{Descent, KnownOf, ToldBy, descent};
use super::families::families;
use super::stamp::Stamp;
use crate::article::{Article, TextId};
use crate::collate::cancel::Cancel;
use crate::collate::set::Index;
use crate::collate::verdict::DecidedArticles;
use crate::collate::witness::Witness;
use crate::text::{Pair, Span};

/// The most pairs of a family that are reported: those that share most (a limit).
const TOLD: usize = 2_000;

/// Articles grouped by the origin of their text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Origins {
    of: Vec<TextId>,
    /// The families, ordered by their first articles. An article with its own text is a family by itself.
    pub families: Vec<OriginFamily>,
    /// The family of each article.
    pub family: Vec<usize>,
    /// The agency that each article credits or belongs to.
    pub credits: Vec<Option<AgencyCredit>>,
    /// Where the text of each article says when it appeared, if its metadata do not.
    pub dates: Vec<Option<Span>>,
    /// The source of each article, with the evidence.
    pub sources: Vec<Option<(usize, ToldBy)>>,
    /// Pairs that share quotations, or more wording than chance explains.
    pub related: Vec<Related>,
    /// What somebody decided of two of them.
    pub decided: Vec<DecidedArticles>,
}

/// Articles with the same origin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OriginFamily {
    /// The articles, in order.
    pub members: Vec<usize>,
    /// What the origin is.
    pub kind: OriginKind,
}

/// The origin of a family.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OriginKind {
    /// The text of an agency.
    Agency(Cow<'static, str>),
    /// One of its articles.
    Outlet(usize),
    /// A text that is not among the articles: no member has what the others share.
    Elsewhere,
    /// It cannot be told.
    Unclear,
    /// The article's own text.
    Own,
    /// An article by itself that has text of one of another origin, but too little of the others of that origin to be one of them.
    Partly,
    /// It cannot be told: the article has too few words, or shares too few with another that has most of the same.
    Brief,
}

/// How two articles are related.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OriginRelation {
    /// One or both have the text of an agency.
    AgencyCopy,
    /// One has the text of the other, which is an outlet's.
    OutletCopy,
    /// Both have it from elsewhere, such as a press release or a speaker.
    CommonSource,
    /// They share wording, but it cannot be told whose.
    Unclear,
}

impl OriginRelation {
    /// The name that the reader sees.
    pub fn name(self) -> &'static str {
        match self {
            OriginRelation::AgencyCopy => "agency copy",
            OriginRelation::OutletCopy => "copy of another outlet",
            OriginRelation::CommonSource => "common source",
            OriginRelation::Unclear => "can't be told",
        }
    }
}

/// Two related articles, with the evidence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Related {
    /// The two, the earlier first.
    pub articles: (usize, usize),
    /// How they are related.
    pub relation: OriginRelation,
    /// Words outside quotations that both have in runs of eight or more; of a short article, of five or more.
    pub words: usize,
    /// The percentage of the shorter one that this is.
    pub percent: usize,
    /// Words in quotations that both have.
    pub quoted: usize,
    /// The longest run of words of both outside quotations; where they share nothing else, in quotations.
    pub longest: Option<SharedRow>,
}

/// A run of words that two articles have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SharedRow {
    /// Its words.
    pub words: usize,
    /// Its span in each.
    pub spans: (Span, Span),
}

impl Origins {
    /// Whether it was made from these texts.
    pub fn is_of<'a>(&self, articles: impl ExactSizeIterator<Item = &'a Article>) -> bool {
        self.of.len() == articles.len() && self.of.iter().zip(articles).all(|(of, article)| *of == article.id)
    }

    /// Whether an article has its text from another, directly or indirectly.
    pub fn descends(&self, article: usize, from: usize) -> bool {
        let mut at = article;
        for _ in 0..self.sources.len() {
            match self.sources.get(at).copied().flatten() {
                Some((source, _)) if source == from => return true,
                Some((source, _)) => at = source,
                None => return false,
            }
        }
        false
    }
}

/// Finds the origins of articles. Returns `None` once `cancel` is raised. Takes the time of two matrices and, in each family, of the shared
/// words of each member with each of 64 others. The order of the articles changes nothing but numbers.
/// Decisions on two articles overrule what is found.
pub fn origins(witnesses: &[Witness<'_>], decided: &[DecidedArticles], cancel: &Cancel) -> Option<Origins> {
    let credits: Vec<Option<AgencyCredit>> = witnesses.iter().map(|witness| credit(witness.article)).collect();
    let dated = witnesses.iter().map(|witness| Stamp::of_article(witness.article).unzip());
    let (stamps, dates): (Vec<Option<Stamp>>, Vec<Option<Option<Span>>>) = dated.unzip();
    let copied = copied(witnesses, cancel)?;
    let first: Vec<usize> = (0..witnesses.len()).map(|at| copied.index.first(at)).collect();
    let joined = families(&first, &copied.kin, decided);
    let parted =
        |(a, b): (usize, usize)| decided.iter().any(|it| it.parts() && [(a, b), (b, a)].contains(&it.articles));
    let close = copied.kin.iter().filter(|kin| kin.close && !parted(kin.articles));
    let close: BTreeSet<usize> = close.flat_map(|kin| [kin.articles.0, kin.articles.1]).collect();
    let known = KnownOf { copied: &copied, credits: &credits, stamps: &stamps };
    let mut found = Origins {
        of: witnesses.iter().map(|witness| witness.article.id).collect(),
        family: vec![0; witnesses.len()],
        sources: vec![None; witnesses.len()],
        ..Origins::default()
    };
    for members in joined {
        if cancel.is_cancelled() {
            return None;
        }
        let descent = descent(&members, known);
        let kind = match kind(&members, &descent, &credits) {
            OriginKind::Own if members.iter().all(|at| copied.index.words(*at) < BRIEF) => OriginKind::Brief,
            OriginKind::Own if members.iter().any(|at| close.contains(at)) => OriginKind::Partly,
            OriginKind::Own if members.iter().any(|at| copied.doubtful.contains(at)) => OriginKind::Brief,
            kind => kind,
        };
        for (member, source) in members.iter().zip(&descent.sources) {
            (found.family[*member], found.sources[*member]) = (found.families.len(), *source);
        }
        found.families.push(OriginFamily { members, kind });
    }
    found.credits = credits;
    found.dates = dates.into_iter().map(Option::flatten).collect();
    found.decided = decided.to_vec();
    found.related = related(&found, &copied, witnesses);
    Some(found)
}

/// Returns the origin of a family: an agency, if half of its members credit one, or if the source of all is an agency's article or credits
/// one.
fn kind(members: &[usize], descent: &Descent, credits: &[Option<AgencyCredit>]) -> OriginKind {
    if members.len() < 2 {
        return OriginKind::Own;
    }
    let roots: Vec<usize> =
        members.iter().zip(&descent.sources).filter(|(_, source)| source.is_none()).map(|(at, _)| *at).collect();
    let root = (roots.len() == 1).then(|| roots.first().copied()).flatten();
    let credit = |at: usize| credits.get(at).and_then(Option::as_ref);
    let own = members.iter().find_map(|at| credit(*at).filter(|credit| credit.own));
    let credited: Vec<&Cow<'static, str>> = members.iter().filter_map(|at| Some(&credit(*at)?.agency)).collect();
    if let Some(found) = root.and_then(credit).or(own) {
        return OriginKind::Agency(found.agency.clone());
    }
    if credited.len() * 2 >= members.len() {
        let often = |name: &Cow<'static, str>| credited.iter().filter(|other| **other == name).count();
        let most = credited.iter().max_by_key(|name| (often(name), std::cmp::Reverse(**name)));
        return most.map_or(OriginKind::Unclear, |name| OriginKind::Agency((*name).clone()));
    }
    match root {
        Some(root) => OriginKind::Outlet(root),
        None if descent.elsewhere => OriginKind::Elsewhere,
        None => OriginKind::Unclear,
    }
}

/// The pairs that share wording or quotations, with the evidence.
fn related(origins: &Origins, copied: &Copied, witnesses: &[Witness<'_>]) -> Vec<Related> {
    let mut found: Vec<Related> = Vec::new();
    let together = |kin: &&Kinship| origins.family.get(kin.articles.0) == origins.family.get(kin.articles.1);
    let mut kin: Vec<&Kinship> = copied.kin.iter().filter(|kin| kin.close || together(kin)).collect();
    if kin.len() > TOLD {
        kin.sort_unstable_by_key(|kin| (std::cmp::Reverse(kin.percent), kin.articles));
        kin.truncate(TOLD);
        kin.sort_unstable_by_key(|kin| kin.articles);
    }
    let kin_told = kin.len();
    for kin in kin {
        let relation = relation(origins, kin.articles.0, kin.articles.1);
        let (words, percent) = (kin.words, kin.percent);
        let longest = shared_row(&copied.index, Pair::new(kin.articles.0, kin.articles.1), witnesses);
        found.push(Related { articles: kin.articles, relation, words, percent, quoted: 0, longest });
    }
    for copy in 0..witnesses.len() {
        let (first, words) = (copied.index.first(copy), copied.index.words(copy));
        if first < copy && words > 0 && found.len() < kin_told + TOLD {
            let (articles, longest) = ((first, copy), None);
            let relation = relation(origins, first, copy);
            found.push(Related { articles, relation, words, percent: 100, quoted: 0, longest });
        }
    }
    found.sort_by_key(|related| related.articles);
    let kin = found.len();
    for &(articles, quoted) in &copied.quoted {
        match found[..kin].binary_search_by_key(&articles, |related| related.articles) {
            Ok(at) => found[at].quoted = quoted,
            Err(_) if found.len() < kin + TOLD => {
                let relation = OriginRelation::CommonSource;
                let longest = shared_quotation(copied, Pair::new(articles.0, articles.1), witnesses);
                found.push(Related { articles, relation, words: 0, percent: 0, quoted, longest });
            }
            Err(_) => {}
        }
    }
    found.sort_by_key(|related| related.articles);
    found
}

fn relation(origins: &Origins, a: usize, b: usize) -> OriginRelation {
    let (Some(one), Some(other)) = (origins.family.get(a), origins.family.get(b)) else {
        return OriginRelation::Unclear;
    };
    let Some(family) = origins.families.get(*one).filter(|_| one == other) else { return OriginRelation::Unclear };
    match &family.kind {
        OriginKind::Agency(_) => OriginRelation::AgencyCopy,
        _ if origins.descends(a, b) || origins.descends(b, a) => OriginRelation::OutletCopy,
        OriginKind::Outlet(_) | OriginKind::Elsewhere => OriginRelation::CommonSource,
        OriginKind::Unclear | OriginKind::Own | OriginKind::Partly | OriginKind::Brief => OriginRelation::Unclear,
    }
}

fn shared_row(index: &Index, articles: Pair<usize>, witnesses: &[Witness<'_>]) -> Option<SharedRow> {
    let (one, other) = index.longest_row(articles.left, articles.right)?;
    let span = |at: usize, row: &std::ops::Range<usize>| {
        let tokens = &witnesses.get(at)?.article.tokens;
        Some(tokens.get(row.start)?.span.join(tokens.get(row.end.checked_sub(1)?)?.span))
    };
    Some(SharedRow { words: one.len(), spans: (span(articles.left, &one)?, span(articles.right, &other)?) })
}

/// The longest run of words of both in quotations; where both quote the same, the longest quotation.
fn shared_quotation(copied: &Copied, articles: Pair<usize>, witnesses: &[Witness<'_>]) -> Option<SharedRow> {
    let (one, other) = (witnesses.get(articles.left)?, witnesses.get(articles.right)?);
    if copied.quotes.first(articles.left) != copied.quotes.first(articles.right) {
        return shared_row(&copied.quotes, articles, witnesses);
    }
    let spans = (longest_quotation(one)?, longest_quotation(other)?);
    Some(SharedRow { words: one.article.tokens_in(spans.0).len(), spans })
}
