//! Questions about all open articles together: which have which statement, and how much of each is in each other.

use std::sync::Arc;

use super::hands::Hands;
use super::story::{Narrated, Story};
use crate::article::{Article, TextId};
use crate::boilerplate::{Mask, Rulebooks, Sieve};
use crate::collate::{
    Cancel, Census, Clusters, Matrix, Origins, PairFound, Witness, by_likeness, clusters, origins, overrule_clusters,
    quoted_by_many, read_closely, shared_by, synopsis,
};
use crate::curation::Rulings;
use crate::text::Span;

/// All open articles, to find which have which statement, or how much of each is in each other.
#[derive(Clone, Debug)]
pub struct Gathering {
    /// The number of the request; answers to older ones are dropped.
    pub ticket: u64,
    /// The open articles.
    pub articles: Vec<Arc<Article>>,
    /// What the reader hid in each, for this session.
    pub session: Vec<Vec<Span>>,
    /// The rules in force.
    pub rules: Arc<Rulebooks>,
    /// The decisions.
    pub rulings: Arc<Rulings>,
}

/// Which articles have which statement, and what is hidden in them.
#[derive(Clone, Debug)]
pub struct Gathered {
    /// The ticket of the request.
    pub ticket: u64,
    /// The statements of all open articles.
    pub clusters: Arc<Clusters>,
    /// What is hidden in each.
    pub masks: Vec<Arc<Mask>>,
}

/// How much of each open article is in each other, as far as it is known.
#[derive(Clone, Debug)]
pub struct Compared {
    /// The ticket of the question.
    pub ticket: u64,
    /// The texts that were compared; the figures mean nothing for others.
    pub of: Vec<TextId>,
    /// What is known.
    pub matrix: Arc<Matrix>,
    /// How many of the first articles have all been compared with each other.
    pub settled: usize,
    /// The articles ordered so that similar ones are together, once all are compared.
    pub order: Option<Vec<usize>>,
    /// Where the articles have their text from, once that is known.
    pub origins: Option<Arc<Origins>>,
    /// Whether more will follow.
    pub goes_on: bool,
}

/// The number of articles from which the figures are sent in parts, and the number of parts.
const MANY: usize = 300;
const PARTS: usize = 10;
/// Pairs that are compared closely before progress is reported.
const PAIRS: usize = 12;
/// The most articles whose origins are found: it costs two more matrices.
const MOST_TRACED: usize = 2_000;
/// Articles that are masked between two checks for cancelling.
const TOGETHER: usize = 64;

impl Gathering {
    /// Masks all articles and finds their statements. `None` if cancelled.
    pub fn clusters(&self, hands: &impl Hands, cancel: &Cancel) -> Option<Gathered> {
        let masks = self.masks(hands, cancel)?;
        let each = self.articles.iter().zip(&masks);
        let witnesses: Vec<Witness<'_>> = each.map(|(article, mask)| Witness { article, mask }).collect();
        let clusters = overrule_clusters(clusters(&witnesses, cancel)?, &self.rulings.places(&self.borrowed()));
        let clusters = Arc::new(clusters);
        Some(Gathered { ticket: self.ticket, clusters, masks: masks.into_iter().map(Arc::new).collect() })
    }

    /// Masks all articles and compares all pairs; sends the figures of many in parts. `None` if cancelled.
    pub fn compare(&self, hands: &impl Hands, cancel: &Cancel, tell: &dyn Fn(Compared)) -> Option<Compared> {
        let masks = self.masks(hands, cancel)?;
        let each = self.articles.iter().zip(&masks);
        let witnesses: Vec<Witness<'_>> = each.map(|(article, mask)| Witness { article, mask }).collect();
        let census = Census::new(&witnesses);
        let grams = hands.share(&hands.shards(1), |shard| census.grams(*shard, cancel))?;
        let index = census.index(grams);
        let all = witnesses.len();
        let parts = if all < MANY { 1 } else { PARTS };
        let shards = hands.shards(parts);
        let mut cells = Vec::new();
        for (part, shards) in shards.chunks(shards.len().div_ceil(parts)).enumerate() {
            cells.extend(hands.share(shards, |shard| crate::collate::cells(&index, *shard, cancel))?.concat());
            if part + 1 < parts {
                let matrix = Arc::new(index.so_far(&cells));
                let settled = all * (part + 1) / parts;
                tell(Compared {
                    ticket: self.ticket,
                    of: self.texts(),
                    matrix,
                    settled,
                    order: None,
                    origins: None,
                    goes_on: true,
                });
            }
        }
        let matrix = Arc::new(index.matrix(vec![cells]));
        let names: Vec<&str> = self.articles.iter().map(|article| article.name.as_str()).collect();
        let order = Some(by_likeness(&matrix, &names, cancel)?);
        let (goes_on, of) = (all <= MOST_TRACED, self.texts());
        let compared = Compared { ticket: self.ticket, of, matrix, settled: all, order, origins: None, goes_on };
        if !goes_on {
            return Some(compared);
        }
        tell(compared.clone());
        let origins = Some(Arc::new(origins(&witnesses, &self.rulings.articles(&self.borrowed()), cancel)?));
        Some(Compared { origins, goes_on: false, ..compared })
    }

    fn borrowed(&self) -> Vec<&Article> {
        self.articles.iter().map(Arc::as_ref).collect()
    }

    fn texts(&self) -> Vec<TextId> {
        self.articles.iter().map(|article| article.id).collect()
    }

    /// Masks all articles and builds their synopsis; reports how many pairs have been compared closely. `None` if cancelled.
    pub fn narrate(&self, hands: &impl Hands, cancel: &Cancel, tell: &dyn Fn(Narrated)) -> Option<Narrated> {
        let masks = self.masks(hands, cancel)?;
        let each = self.articles.iter().zip(&masks);
        let witnesses: Vec<Witness<'_>> = each.map(|(article, mask)| Witness { article, mask }).collect();
        let articles = self.borrowed();
        let (near, decided) = (read_closely(&articles), self.rulings.places(&articles));
        let mut pairs: Vec<PairFound> = Vec::with_capacity(near.len());
        for some in near.chunks(PAIRS) {
            tell(Narrated { ticket: self.ticket, done: (pairs.len(), near.len()), story: None });
            pairs.extend(hands.share(some, |pair| shared_by(&witnesses, *pair, &decided, cancel))?);
        }
        let clusters = overrule_clusters(clusters(&witnesses, cancel)?, &decided);
        let synopsis = synopsis(&witnesses, &clusters, &pairs, cancel)?;
        let quotations = quoted_by_many(&witnesses, &synopsis.rows);
        let story = Some(Arc::new(Story::of(synopsis, quotations, masks)));
        Some(Narrated { ticket: self.ticket, done: (near.len(), near.len()), story })
    }

    /// Finds what is hidden in each article. `None` if cancelled.
    fn masks(&self, hands: &impl Hands, cancel: &Cancel) -> Option<Vec<Mask>> {
        let sieve = Sieve::over(&self.rules);
        let each: Vec<_> = self.articles.iter().zip(&self.session).collect();
        let some: Vec<&[_]> = each.chunks(TOGETHER).collect();
        let masks = hands.share(&some, |some| {
            let mask = |(article, session): &(&Arc<_>, &Vec<_>)| sieve.mask(article, session);
            (!cancel.is_cancelled()).then(|| some.iter().map(mask).collect::<Vec<Mask>>())
        })?;
        Some(masks.into_iter().flatten().collect())
    }
}
