//! Finds the sentences and articles to which decisions apply.

use std::collections::BTreeMap;

use super::decision::{ClusterDecision, Judgement, Relation};
use super::idle::Idle;
use super::ledger::Ledger;
use super::places::{found, parted};
use crate::article::Article;
use crate::collate::{DecidedArticles, DecidedPair, DecidedPlaces, Place, SentenceVerdict};
use crate::text::{Pair, Side, Span};

/// Two names, the lesser first.
type ArticleNames = (String, String);

/// What was decided of sentences and of whole articles.
#[derive(Clone, Debug, Default)]
pub struct Rulings {
    /// Of sentences, by the names of the two articles, each with the place in its article.
    by_names: BTreeMap<ArticleNames, Vec<Ruling>>,
    /// Of articles, by their names.
    of_articles: BTreeMap<ArticleNames, ArticleRuling>,
    /// Decisions that are on neither.
    others: usize,
}

#[derive(Clone, Debug)]
struct Ruling {
    places: [String; 2],
    verdict: SentenceVerdict,
    who: String,
}

/// What was decided of two articles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ArticleRuling {
    /// What of them.
    pub verdict: SentenceVerdict,
    /// How they are related.
    pub relation: Option<Relation>,
    /// Who decided.
    pub who: String,
}

impl Rulings {
    /// Takes the decisions on pairs of sentences and of articles; of two on one pair the newest counts.
    pub fn of(ledger: &Ledger) -> Self {
        let mut all: Vec<&ClusterDecision> = ledger.decisions().collect();
        all.sort_by(|one, other| one.when.cmp(&other.when));
        let mut newest: BTreeMap<[(&str, &str); 2], (SentenceVerdict, &str)> = BTreeMap::new();
        let mut rulings = Self::default();
        for decision in all {
            let verdict = match decision.verdict {
                Judgement::Same => SentenceVerdict::Same,
                Judgement::Different => SentenceVerdict::Different,
                Judgement::Unsure => SentenceVerdict::Unsure,
                _ => {
                    rulings.others += 1;
                    continue;
                }
            };
            let (a, b) = (decision.a.as_deref().unwrap_or_default(), decision.b.as_deref().unwrap_or_default());
            match (parted(a), parted(b)) {
                (Some(a), Some(b)) => {
                    newest.insert([a.min(b), a.max(b)], (verdict, decision.who.as_str()));
                }
                (None, None) if a != b => {
                    let ruling = ArticleRuling { verdict, relation: decision.relation, who: decision.who.clone() };
                    rulings.of_articles.insert(names(a, b), ruling);
                }
                _ => rulings.others += 1,
            }
        }
        for ([(one, at), (other, there)], (verdict, who)) in newest {
            let places = [at.to_owned(), there.to_owned()];
            let ruling = Ruling { places, verdict, who: who.to_owned() };
            rulings.by_names.entry((one.to_owned(), other.to_owned())).or_default().push(ruling);
        }
        rulings
    }

    /// Whether nothing is decided.
    pub fn is_empty(&self) -> bool {
        self.by_names.is_empty() && self.of_articles.is_empty()
    }

    /// What is decided of two articles as a whole.
    pub fn whole(&self, articles: Pair<&Article>) -> Option<&ArticleRuling> {
        self.of_articles.get(&names(&articles.left.name, &articles.right.name))
    }

    /// What is decided of the sentences of many articles, by where they stand.
    pub fn places(&self, articles: &[&Article]) -> Vec<DecidedPlaces> {
        let at = numbers(articles);
        let mut decided = Vec::new();
        for (one, other) in self.by_names.keys() {
            let (Some(&one), Some(&other)) = (at.get(one.as_str()), at.get(other.as_str())) else { continue };
            let (Some(left), Some(right)) = (articles.get(one), articles.get(other)) else { continue };
            let place = |number: usize, article: &Article, span: Span| Place {
                article: number,
                sentence: article.sentence_at(span.start()),
            };
            decided.extend(self.on(Pair::new(left, right)).0.into_iter().map(|pair| DecidedPlaces {
                one: place(one, left, pair.spans.left),
                other: place(other, right, pair.spans.right),
                verdict: pair.verdict,
            }));
        }
        decided
    }

    /// What is decided of many articles as a whole, by their numbers.
    pub fn articles(&self, articles: &[&Article]) -> Vec<DecidedArticles> {
        let at = numbers(articles);
        let number = |name: &String| at.get(name.as_str()).copied();
        let decided = self.of_articles.iter().filter_map(|((one, other), ruling)| {
            let (one, other) = (number(one)?, number(other)?);
            let template = ruling.relation == Some(Relation::Template);
            Some(DecidedArticles { articles: (one.min(other), one.max(other)), verdict: ruling.verdict, template })
        });
        let mut decided: Vec<DecidedArticles> = decided.collect();
        decided.sort_by_key(|decided| decided.articles);
        decided
    }

    /// What is decided of the sentences of two articles, and how many decisions are on sentences that do not stand there.
    pub fn on(&self, articles: Pair<&Article>) -> (Vec<DecidedPair>, usize) {
        let rulings = self.between(articles);
        let pair = |ruling: &Ruling| Some(DecidedPair { spans: ruling.spans(articles)?, verdict: ruling.verdict });
        let decided: Vec<DecidedPair> = rulings.iter().filter_map(pair).collect();
        let stale = rulings.len() - decided.len();
        (decided, stale)
    }

    /// Who decided of the sentences in which two places stand, if it is known who did.
    pub fn who(&self, articles: Pair<&Article>, places: Pair<Span>) -> Option<&str> {
        self.decider(articles, places).filter(|who| !who.is_empty())
    }

    /// The name under which somebody decided of the sentences in which two places stand; it may be empty.
    pub fn decider(&self, articles: Pair<&Article>, places: Pair<Span>) -> Option<&str> {
        let is_of = |ruling: &&Ruling| {
            let spans = ruling.spans(articles);
            spans.is_some_and(|spans| Side::BOTH.into_iter().all(|side| spans[side].overlaps(places[side])))
        };
        self.between(articles).iter().rfind(is_of).map(|ruling| ruling.who.as_str())
    }

    fn between(&self, articles: Pair<&Article>) -> &[Ruling] {
        let names = names(&articles.left.name, &articles.right.name);
        self.by_names.get(&names).map_or(&[][..], Vec::as_slice)
    }

    /// Counts the decisions that change nothing among these articles, and those that stand.
    pub fn idle<'a>(&self, articles: impl IntoIterator<Item = &'a Article>) -> Idle {
        let mut by_name: BTreeMap<&str, Vec<&Article>> = BTreeMap::new();
        articles.into_iter().for_each(|article| by_name.entry(&article.name).or_default().push(article));
        let mut idle = Idle { others: self.others, ..Idle::default() };
        for ((one, other), rulings) in &self.by_names {
            let (Some(one), Some(other)) = (by_name.get(one.as_str()), by_name.get(other.as_str())) else {
                idle.elsewhere += rulings.len();
                continue;
            };
            let stands = |among: &[&Article], place: &str| among.iter().any(|article| found(article, place).is_some());
            let is_stale = |ruling: &&Ruling| !(stands(one, &ruling.places[0]) && stands(other, &ruling.places[1]));
            idle.stale += rulings.iter().filter(is_stale).count();
        }
        idle.sentences = self.by_names.values().map(Vec::len).sum::<usize>() - idle.stale - idle.elsewhere;
        let is_here = |name: &String| by_name.contains_key(name.as_str());
        idle.whole = self.of_articles.keys().filter(|(one, other)| is_here(one) && is_here(other)).count();
        idle.elsewhere += self.of_articles.len() - idle.whole;
        idle
    }

    /// Goes by the names that articles have now, where decisions have others for them: a name grows with what was opened beside it.
    pub fn renamed<'a>(self, articles: impl IntoIterator<Item = &'a Article> + Clone) -> Self {
        let now = |name: &str| {
            let articles = || articles.clone().into_iter();
            let mut called = articles().filter(|article| article.name != name && article.is_called(name));
            let is_here = articles().any(|article| article.name == name);
            match (is_here, called.next(), called.next()) {
                (false, Some(article), None) => article.name.clone(),
                _ => name.to_owned(),
            }
        };
        let mut known: BTreeMap<&String, String> = BTreeMap::new();
        for name in self.by_names.keys().chain(self.of_articles.keys()).flat_map(|(one, other)| [one, other]) {
            known.entry(name).or_insert_with(|| now(name));
        }
        let name = |was: &String| known.get(was).cloned().unwrap_or_else(|| was.clone());
        let mut renamed = Self { others: self.others, ..Self::default() };
        for ((one, other), rulings) in &self.by_names {
            let swapped = name(one) > name(other);
            let rulings = rulings.iter().cloned().map(|Ruling { places: [at, there], verdict, who }| {
                let places = if swapped { [there, at] } else { [at, there] };
                Ruling { places, verdict, who }
            });
            renamed.by_names.entry(names(&name(one), &name(other))).or_default().extend(rulings);
        }
        for ((one, other), ruling) in &self.of_articles {
            renamed.of_articles.insert(names(&name(one), &name(other)), ruling.clone());
        }
        renamed
    }
}

fn names(one: &str, other: &str) -> ArticleNames {
    (one.min(other).to_owned(), one.max(other).to_owned())
}

/// The number of each article, by its name.
fn numbers<'a>(articles: &[&'a Article]) -> BTreeMap<&'a str, usize> {
    articles.iter().enumerate().rev().map(|(at, article)| (article.name.as_str(), at)).collect()
}

impl Ruling {
    /// Where its sentences stand.
    fn spans(&self, articles: Pair<&Article>) -> Option<Pair<Span>> {
        let [at, there] = &self.places;
        match articles.left.name > articles.right.name {
            true => Some(Pair::new(found(articles.left, there)?, found(articles.right, at)?)),
            false => Some(Pair::new(found(articles.left, at)?, found(articles.right, there)?)),
        }
    }
}
