//! Paragraphs of the same letters that share no word, where white space inside a word does not count: `foo bar` and `foobar`.

use std::collections::{BTreeMap, VecDeque};

use super::exact::{Exactness, Spaces};
use super::lettering::is_blank;
use crate::article::Article;
use crate::collate::collation::{Class, Match, Passage};
use crate::facts::ChangeKinds;
use crate::text::{Pair, Side};

/// Takes paragraphs that stand whole on one side alone as the same, where the other side has their letters at the same place. Costs a sort of
/// these paragraphs.
pub(super) fn join_spaceless(
    articles: Pair<&Article>,
    exactness: Exactness,
    matches: &mut Vec<Match>,
    only: &mut Pair<Vec<Passage>>,
) {
    if exactness.spaces() != Spaces::Ignored || only.left.is_empty() || only.right.is_empty() {
        return;
    }
    let home: Vec<&Match> = matches.iter().filter(|found| !found.moved).collect();
    let key = |side: Side, passage: &Passage| {
        let paragraph = articles[side].paragraphs.get(passage.paragraph_id.0)?;
        let before = home.partition_point(|found| found.passages[side].tokens.end <= passage.tokens.start);
        let said: String = paragraph.span.of(&articles[side].text).chars().filter(|c| !is_blank(*c)).collect();
        (paragraph.tokens == passage.tokens).then_some((before, said))
    };
    let mut there: BTreeMap<(usize, String), VecDeque<usize>> = BTreeMap::new();
    for (at, passage) in only.right.iter().enumerate() {
        if let Some(key) = key(Side::Right, passage) {
            there.entry(key).or_default().push_back(at);
        }
    }
    let (mut found, mut from): (Vec<Pair<usize>>, usize) = (Vec::new(), 0);
    for (left, passage) in only.left.iter().enumerate() {
        let Some(places) = key(Side::Left, passage).and_then(|key| there.get_mut(&key)) else { continue };
        while places.front().is_some_and(|at| *at < from) {
            places.pop_front();
        }
        if let Some(right) = places.pop_front() {
            found.push(Pair::new(left, right));
            from = right + 1;
        }
    }
    if found.is_empty() {
        return;
    }
    matches.extend(found.iter().map(|at| same(articles, Pair::from_fn(|side| &only[side][at[side]]))));
    matches.sort_by_key(|found| (found.passages.left.span, found.passages.right.span));
    for side in Side::BOTH {
        let mut at = 0..;
        only[side].retain(|_| at.next().is_some_and(|at| found.binary_search_by_key(&at, |pair| pair[side]).is_err()));
    }
}

fn same(articles: Pair<&Article>, passages: Pair<&Passage>) -> Match {
    let whole = |side: Side| {
        let span = articles[side].paragraphs.get(passages[side].paragraph_id.0).map(|paragraph| paragraph.span);
        Passage { span: span.unwrap_or(passages[side].span), ..passages[side].clone() }
    };
    Match {
        passages: Pair::from_fn(whole),
        class: Class::Verbatim,
        moved: false,
        echo: false,
        decided: None,
        copies: Pair::new(1, 1),
        variants: Vec::new(),
        shared: 0,
        aside: passages.map(|passage| passage.tokens.len()),
        kinds: ChangeKinds::NONE,
        rarity: 0,
    }
}
