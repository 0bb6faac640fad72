//! Decisions on sentences: which sentences their ids mean, in the articles there are.

use std::collections::BTreeMap;

use super::decision::Judgement;
use super::ledger::Ledger;
use crate::article::Article;
use crate::collate::{DecidedPair, SentenceVerdict};
use crate::text::{Pair, Side, Span};

/// The id of a sentence: its article, the bytes of its file, and a sum of its words, by which it is seen when the text is another.
pub fn sentence_id(article: &Article, span: Span) -> String {
    let on_disk = article.disk.on_disk(span);
    format!("{}:{}-{}#{:08x}", article.name, on_disk.start(), on_disk.end(), sum(span.of(&article.text)))
}

/// What was decided of sentences.
#[derive(Clone, Debug, Default)]
pub struct Rulings {
    /// By the names of the two articles, the lesser first, each with the place in its article.
    by_names: BTreeMap<(String, String), Vec<Ruling>>,
    /// Decisions that are not on two sentences.
    others: usize,
}

#[derive(Clone, Debug)]
struct Ruling {
    places: [String; 2],
    verdict: SentenceVerdict,
    who: String,
}

/// Decisions that change nothing, and why.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Idle {
    /// Those on sentences that have changed.
    pub stale: usize,
    /// Those on articles that are not open.
    pub elsewhere: usize,
    /// Those that are not on two sentences.
    pub others: usize,
}

impl Rulings {
    /// Takes the decisions on pairs of sentences; of two on one pair the newest counts.
    pub fn of(ledger: &Ledger) -> Self {
        let mut all: Vec<_> = ledger.decisions().collect();
        all.sort_by(|one, other| one.when.cmp(&other.when));
        let mut newest: BTreeMap<[(&str, &str); 2], (SentenceVerdict, &str)> = BTreeMap::new();
        let mut others = 0;
        for decision in all {
            let (a, b) = (decision.a.as_deref().and_then(parted), decision.b.as_deref().and_then(parted));
            let verdict = match decision.verdict {
                Judgement::Same => Some(SentenceVerdict::Same),
                Judgement::Different => Some(SentenceVerdict::Different),
                Judgement::Unsure => Some(SentenceVerdict::Unsure),
                _ => None,
            };
            match (a, b, verdict) {
                (Some(a), Some(b), Some(verdict)) => {
                    newest.insert([a.min(b), a.max(b)], (verdict, decision.who.as_str()));
                }
                _ => others += 1,
            }
        }
        let mut by_names: BTreeMap<(String, String), Vec<Ruling>> = BTreeMap::new();
        for ([(one, at), (other, there)], (verdict, who)) in newest {
            let places = [at.to_owned(), there.to_owned()];
            let ruling = Ruling { places, verdict, who: who.to_owned() };
            by_names.entry((one.to_owned(), other.to_owned())).or_default().push(ruling);
        }
        Self { by_names, others }
    }

    /// Whether nothing is decided of sentences.
    pub fn is_empty(&self) -> bool {
        self.by_names.is_empty()
    }

    /// What is decided of the sentences of two articles, and how many decisions are on sentences that do not stand there.
    pub fn on(&self, articles: Pair<&Article>) -> (Vec<DecidedPair>, usize) {
        let rulings = self.between(articles);
        let pair = |ruling: &Ruling| Some(DecidedPair { spans: ruling.spans(articles)?, verdict: ruling.verdict });
        let decided: Vec<DecidedPair> = rulings.iter().filter_map(pair).collect();
        let stale = rulings.len() - decided.len();
        (decided, stale)
    }

    /// Who decided of the sentences in which two places stand.
    pub fn who(&self, articles: Pair<&Article>, places: Pair<Span>) -> Option<&str> {
        let is_of = |ruling: &&Ruling| {
            let spans = ruling.spans(articles);
            spans.is_some_and(|spans| Side::BOTH.into_iter().all(|side| spans[side].overlaps(places[side])))
        };
        self.between(articles).iter().rfind(is_of).map(|ruling| ruling.who.as_str()).filter(|who| !who.is_empty())
    }

    fn between(&self, articles: Pair<&Article>) -> &[Ruling] {
        let Pair { left: Article { name: left, .. }, right: Article { name: right, .. } } = articles;
        let names = if left > right { (right.clone(), left.clone()) } else { (left.clone(), right.clone()) };
        self.by_names.get(&names).map_or(&[][..], Vec::as_slice)
    }

    /// Counts the decisions that change nothing among these articles.
    pub fn idle(&self, articles: &[Article]) -> Idle {
        let mut by_name: BTreeMap<&str, Vec<&Article>> = BTreeMap::new();
        articles.iter().for_each(|article| by_name.entry(&article.name).or_default().push(article));
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
        idle
    }

    /// Goes by the names that articles have now, where decisions have others for them: a name grows with what was opened beside it.
    pub fn renamed(self, articles: &[Article]) -> Self {
        let now = |name: &str| {
            let mut called = articles.iter().filter(|article| article.name != name && article.is_called(name));
            let is_here = articles.iter().any(|article| article.name == name);
            match (is_here, called.next(), called.next()) {
                (false, Some(article), None) => article.name.clone(),
                _ => name.to_owned(),
            }
        };
        let mut names: BTreeMap<String, String> = BTreeMap::new();
        for name in self.by_names.keys().flat_map(|(one, other)| [one, other]) {
            if !names.contains_key(name) {
                names.insert(name.clone(), now(name));
            }
        }
        let name = |was: String| names.get(&was).cloned().unwrap_or(was);
        let mut by_names: BTreeMap<(String, String), Vec<Ruling>> = BTreeMap::new();
        for ((one, other), rulings) in self.by_names {
            let (one, other) = (name(one), name(other));
            let swapped = one > other;
            let rulings = rulings.into_iter().map(|Ruling { places: [at, there], verdict, who }| {
                let places = if swapped { [there, at] } else { [at, there] };
                Ruling { places, verdict, who }
            });
            let key = if swapped { (other, one) } else { (one, other) };
            by_names.entry(key).or_default().extend(rulings);
        }
        Self { by_names, others: self.others }
    }
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

impl Idle {
    /// Says how many decisions change nothing, and why; nothing where all do.
    pub fn said(self) -> Option<String> {
        let Idle { stale, elsewhere, others } = self;
        let parts = [
            (stale, "on sentences that have changed"),
            (elsewhere, "on articles that are not open"),
            (others, "not on two sentences"),
        ];
        let parts: Vec<String> =
            parts.iter().filter(|(count, _)| *count > 0).map(|(count, what)| format!("{count} {what}")).collect();
        let all = stale + elsewhere + others;
        let noun = if all == 1 { "decision changes" } else { "decisions change" };
        (all > 0).then(|| format!("{all} {noun} nothing: {}", parts.join(", ")))
    }
}

/// The name of the article in an id, and the place in it.
fn parted(id: &str) -> Option<(&str, &str)> {
    let (name, place) = id.rsplit_once(':')?;
    bounds(place).map(|_| (name, place))
}

/// The bytes in a place, and the sum of the words there; an id that others have made may lack the sum.
fn bounds(place: &str) -> Option<(usize, usize, Option<u32>)> {
    let (bytes, sum) = place.split_once('#').map_or((place, None), |(bytes, sum)| (bytes, Some(sum)));
    let (start, end) = bytes.split_once('-')?;
    let sum = match sum {
        Some(sum) => Some(u32::from_str_radix(sum, 16).ok()?),
        None => None,
    };
    Some((start.parse().ok()?, end.parse().ok()?, sum))
}

/// Where a place is in the text, if the same words still stand there.
fn found(article: &Article, place: &str) -> Option<Span> {
    let (start, end, sum_then) = bounds(place)?;
    let on_disk = |span: Span| article.disk.on_disk(span);
    let first = article.sentences.partition_point(|sentence| on_disk(sentence.span).end() <= start);
    let sentence = article.sentences.get(first)?;
    let tokens = article.tokens.get(sentence.tokens.clone())?;
    let spans = || std::iter::once(sentence.span).chain(tokens.iter().map(|token| token.span));
    let begins = spans().find(|span| on_disk(*span).start() == start)?;
    let ends = spans().find(|span| on_disk(*span).end() == end)?;
    let span = Span::new(begins.start(), ends.end().max(begins.start()));
    sum_then.is_none_or(|then| sum(span.of(&article.text)) == then).then_some(span)
}

/// A sum over bytes (FNV-1a, 32 bits).
fn sum(text: &str) -> u32 {
    text.bytes().fold(0x811c_9dc5, |sum: u32, byte| (sum ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}
