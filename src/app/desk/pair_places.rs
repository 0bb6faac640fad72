//! The reader's place in each pair, restored when the pair is opened again.

use super::desk::Desk;
use crate::app::memory::KeptPair;
use crate::app::memory::KeptPlace;
use crate::app::memory::SetPlaces;
use crate::app::memory::Stood;
use crate::app::memory::StoodIn;
use crate::page::Spot;
use std::path::PathBuf;

use crate::article::{Article, Extent};
use crate::text::{Pair, Side};

/// The most pairs of a set whose places are kept.
const MOST: usize = 200;

/// Keeps the reader's place in each of the open articles, and in the two as a pair.
pub(in crate::app) fn keep_places(desk: &mut Desk) {
    for (article, _, cursor) in stands(desk) {
        desk.library.cursors[article] = cursor;
    }
    let (key, stood) = stood(desk);
    desk.memory.pairs.insert(key, stood);
}

fn stood(desk: &Desk) -> ((usize, usize), StoodIn) {
    let (height, turned) = (desk.geometry().rows(), is_turned(desk));
    let places = desk.row.both().map(|pane| {
        let row = pane.row_of(pane.at(), height).max(0) as usize;
        Stood { cursor: pane.cursor, row }
    });
    let link = desk
        .paragraph_link()
        .filter(|paragraph_link| paragraph_link.paragraph_ids[desk.row.focus] == desk.focused().paragraph_id())
        .map(|paragraph_link| paragraph_link.paragraph_ids);
    (
        ordered(desk.row.pair(), turned),
        StoodIn { places: ordered(places, turned), link: link.map(|paragraph_ids| ordered(paragraph_ids, turned)) },
    )
}

/// Whether the article with the smaller index is on the right.
fn is_turned(desk: &Desk) -> bool {
    let open = desk.row.pair();
    open.left > open.right
}

/// Returns to the reader's last place in this pair, if there is one.
pub(in crate::app) fn return_to_pair(desk: &mut Desk) {
    let turned = is_turned(desk);
    let key = ordered(desk.row.pair(), turned);
    let Some(stood) = desk.memory.pairs.get(&key).copied().or_else(|| kept_pair(desk, key.0, key.1)) else { return };
    let (places, height) = (sided(stood.places.0, stood.places.1, turned), desk.geometry().rows());
    for side in Side::BOTH {
        let pane = &mut desk.row[side];
        pane.cursor = pane.page.place_of(pane.page.spot_of(places[side].cursor));
        pane.put(pane.at(), places[side].row.min(height.saturating_sub(1)));
        pane.show_cursor(height);
    }
    desk.row.pairing_mut().sought = stood.link.map(|link| sided(link.0, link.1, turned));
}

fn kept_pair(desk: &Desk, one: usize, other: usize) -> Option<StoodIn> {
    let (one, other) = (desk.library.articles.get(one)?, desk.library.articles.get(other)?);
    let (first, second) = (file_of(one)?, file_of(other)?);
    let kept = desk.memory.kept.pairs.iter().rev().find_map(|kept| {
        let [a, b] = &kept.articles;
        let turned = (b, a) == (first, second);
        (turned || (a, b) == (first, second)).then_some((kept, turned))
    });
    let (kept, turned) = kept?;
    let [a, b] = kept.places;
    let places = if turned { (b.find(one), a.find(other)) } else { (a.find(one), b.find(other)) };
    let link = kept.linked.then(|| (one.paragraph_id_at(places.0.cursor), other.paragraph_id_at(places.1.cursor)));
    Some(StoodIn { places, link })
}

/// Returns the places to keep for the next run: the present ones, and those in each pair. `None` if the articles are not read yet.
pub fn places_to_keep(desk: &Desk) -> Option<SetPlaces> {
    if desk.library.is_reading() || desk.library.articles.iter().any(|article| article.extent == Extent::Head) {
        return None;
    }
    let path = |index: usize| desk.library.articles.get(index).and_then(|article| file_of(article)).cloned();
    let open = desk.row.pair().map(path);
    let kept = |((one, other), stood): (&(usize, usize), &StoodIn)| {
        let (first, second) = (desk.library.articles.get(*one)?, desk.library.articles.get(*other)?);
        Some(KeptPair {
            articles: [file_of(first)?.clone(), file_of(second)?.clone()],
            places: [KeptPlace::of(first, stood.places.0), KeptPlace::of(second, stood.places.1)],
            linked: stood.link.is_some(),
        })
    };
    let (here, stood) = stood(desk);
    let mut visited: Vec<_> = desk.memory.pairs.iter().filter(|(pair, _)| **pair != here).collect();
    visited.sort_unstable_by_key(|(pair, _)| **pair);
    let now: Vec<KeptPair> = visited.into_iter().chain([(&here, &stood)]).filter_map(kept).collect();
    let is_new = |old: &&KeptPair| {
        let [a, b] = &old.articles;
        !now.iter().any(|new| new.articles == old.articles || new.articles == [b.clone(), a.clone()])
    };
    let mut pairs: Vec<KeptPair> = desk.memory.kept.pairs.iter().filter(is_new).cloned().collect();
    pairs.extend(now.iter().cloned());
    pairs.drain(..pairs.len().saturating_sub(MOST));
    let open = open.left.zip(open.right).map(|(left, right)| Pair::new(left, right));
    Some(SetPlaces { open, focus: Some(desk.row.focus), pairs })
}

/// The file of an article.
pub(in crate::app) fn file_of(article: &Article) -> Option<&PathBuf> {
    article.origin.place()
}

fn ordered<T>(pair: Pair<T>, turned: bool) -> (T, T) {
    if turned { (pair.right, pair.left) } else { (pair.left, pair.right) }
}

fn sided<T>(first: T, second: T, turned: bool) -> Pair<T> {
    if turned { Pair::new(second, first) } else { Pair::new(first, second) }
}

/// The panes of a row from left to right: their articles, first rows and cursors.
pub(in crate::app) type Stand = Vec<(usize, Spot, usize)>;

/// Where all panes are.
pub(in crate::app) fn stands(desk: &Desk) -> Stand {
    desk.row.panes().iter().map(|pane| (pane.article, pane.top, pane.cursor)).collect()
}
