//! The synopsis as a value.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use super::added::added;
use super::alone::alone;
use super::carriers::Carriers;
use super::moved::moved;
use super::odds::odds;
use super::order::in_order;
use super::pairs::PairFound;
use super::row::{Further, StoryCell, StoryRow};
use super::rows::{Rough, rows};
use crate::article::{Article, TextId};
use crate::collate::cancel::Cancel;
use crate::collate::collation::{Class, Passage};
use crate::collate::discord::Discord;
use crate::collate::only::joined;
use crate::collate::set::{Clusters, Member, Place};
use crate::collate::witness::Witness;
use crate::facts::{ChangeKinds, FactFinder};

/// The fewest words of an unmatched passage that is reported: shorter ones are inside sentences that are worded differently (chosen).
const LEAST_ALONE: usize = 4;

/// The whole story: which articles make which statement, in the order of most of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Synopsis {
    of: Vec<TextId>,
    /// The statements, in the order of the story.
    pub rows: Vec<StoryRow>,
    /// The statements of each sentence.
    carriers: Carriers,
    /// The numbers, dates and names in which the versions of a statement contradict each other, by statement.
    pub discords: Vec<Discord>,
    /// What is in one article and unmatched in all others, by article, with what it adds to statements that others make too.
    pub alone: Vec<Vec<Passage>>,
    /// The additions among them.
    added: Vec<Vec<Passage>>,
    /// The sentences of two articles that are one reworded match, the earlier article first.
    reworded: BTreeSet<(Place, Place)>,
    /// Whether all pairs of articles were collated. If not, reworded statements may have been missed.
    pub close: bool,
}

impl Synopsis {
    /// Whether it was made from these texts.
    pub fn is_of<'a>(&self, articles: impl ExactSizeIterator<Item = &'a Article>) -> bool {
        self.of.len() == articles.len() && self.of.iter().zip(articles).all(|(of, article)| *of == article.id)
    }

    /// Counts the articles.
    pub fn articles(&self) -> usize {
        self.of.len()
    }

    /// Counts the statements that exactly this many articles make; of those that one alone makes, only those without a weak match.
    pub fn told_by(&self, articles: usize) -> usize {
        self.rows.iter().filter(|row| row.cells.len() == articles && (articles > 1 || !row.weak)).count()
    }

    /// Counts the statements that one article makes and that have only a weak match in another.
    pub fn weakly_told(&self) -> usize {
        self.rows.iter().filter(|row| row.weak && row.cells.len() == 1).count()
    }

    /// Returns the other sentences that state the same as a sentence, or part of it: exactly those in the same statements.
    pub fn carriers(&self, place: Place) -> Vec<Member> {
        self.carriers.of(&self.rows, place)
    }

    /// Counts the statements that a sentence makes, or a part of which it makes.
    pub fn made_by(&self, place: Place) -> usize {
        self.carriers.count(place)
    }

    /// Returns the other articles that state the same as a sentence, or part of it, in order.
    pub fn also_in(&self, place: Place) -> Vec<usize> {
        let mut articles: Vec<usize> = self.carriers(place).iter().map(|member| member.place.article).collect();
        articles.retain(|other| *other != place.article);
        articles.dedup();
        articles
    }

    /// Returns the class of two wordings of a statement: as the match of the two has it where one holds both, else as they compare by
    /// themselves.
    pub fn class(&self, one: Place, other: Place, compared: Class) -> Class {
        let places = (one.min(other), one.max(other));
        let reworded = compared == Class::Edited && self.reworded.contains(&places);
        if reworded { Class::Reworded } else { compared }
    }

    /// Returns the article that makes the most shared statements.
    pub fn fullest(&self) -> usize {
        let mut told = vec![0_usize; self.of.len()];
        for cell in self.rows.iter().filter(|row| row.cells.len() > 1).flat_map(|row| &row.cells) {
            if let Some(told) = told.get_mut(cell.place.article) {
                *told += 1;
            }
        }
        (0..told.len()).max_by_key(|at| (told[*at], Reverse(*at))).unwrap_or(0)
    }

    /// Returns the unmatched passages of an article that are long enough to report, and how many are shorter.
    pub fn only_in(&self, article: usize) -> (Vec<&Passage>, usize) {
        let all = self.alone.get(article).map(Vec::as_slice).unwrap_or_default();
        let told: Vec<&Passage> = all.iter().filter(|passage| passage.tokens.len() >= LEAST_ALONE).collect();
        let shorter = all.len() - told.len();
        (told, shorter)
    }

    /// Whether an unmatched passage of an article, or a part of it, lies inside a statement that others make too.
    pub fn is_addition(&self, article: usize, passage: &Passage) -> bool {
        let added = self.added.get(article).map(Vec::as_slice).unwrap_or_default();
        let next = added.partition_point(|it| it.tokens.end <= passage.tokens.start);
        added.get(next).is_some_and(|it| it.tokens.start < passage.tokens.end)
    }
}

/// Makes the synopsis of all witnesses from their statements and, if there are any, from the collations of pairs. Returns `None` once
/// `cancel` is raised. Takes the time to sort the sentences, and a few dozen steps for each statement.
pub fn synopsis(
    witnesses: &[Witness<'_>],
    clusters: &Clusters,
    pairs: &[PairFound],
    cancel: &Cancel,
) -> Option<Synopsis> {
    let go_on = || (!cancel.is_cancelled()).then_some(());
    let rough = rows(clusters, pairs);
    go_on()?;
    let mut told: Vec<StoryRow> = rough.into_iter().map(row).collect();
    let standing: Vec<Vec<(usize, usize)>> = told
        .iter()
        .map(|row| row.cells.iter().map(|cell| (cell.place.article, cell.place.sentence)).collect())
        .collect();
    let order = in_order(&standing, witnesses.len());
    go_on()?;
    let mut slots: Vec<Option<StoryRow>> = told.drain(..).map(Some).collect();
    let mut rows: Vec<StoryRow> = order.iter().filter_map(|number| slots.get_mut(*number)?.take()).collect();
    tell_moved(&mut rows, witnesses.len());
    rows.iter_mut().for_each(|row| row.decided = row.places().filter_map(|place| clusters.decided(place)).min());
    let weak: BTreeSet<Place> = pairs.iter().flat_map(|pair| &pair.weak).flat_map(|it| [it.0, it.1]).collect();
    rows.iter_mut().for_each(|row| row.weak = row.cells.len() == 1 && row.places().any(|place| weak.contains(&place)));
    let finders: Vec<FactFinder<'_>> = witnesses.iter().map(|witness| FactFinder::new(witness.article)).collect();
    let mut discords = Vec::new();
    for row in rows.iter_mut().filter(|row| row.cells.len() > 1).take_while(|_| !cancel.is_cancelled()) {
        let (kinds, told) = odds(witnesses, &finders, row);
        row.odds = kinds;
        discords.extend(told.into_iter().map(|told| Discord { decided: row.decided, ..told }));
    }
    go_on()?;
    let (alone, added) = (alone(witnesses, &rows, pairs), added(witnesses, pairs, cancel));
    let alone = alone.into_iter().zip(&added).map(|(alone, added)| joined([alone, added.clone()].concat())).collect();
    go_on()?;
    let of = witnesses.iter().map(|witness| witness.article.id).collect();
    let carriers = Carriers::new(&rows);
    let reworded = pairs.iter().flat_map(|pair| pair.reworded.iter().copied()).collect();
    let close = witnesses.len() < 2 || !pairs.is_empty();
    Some(Synopsis { of, rows, carriers, discords, alone, added, reworded, close })
}

fn row(rough: Rough) -> StoryRow {
    let mut cells: Vec<StoryCell> = Vec::new();
    for teller in rough.told {
        let place = Place { article: teller.article, sentence: teller.sentence };
        match cells.last_mut().filter(|cell| cell.place.article == teller.article) {
            Some(cell) => cell.more.push(Further { sentence: teller.sentence, wording: teller.wording }),
            None => cells.push(StoryCell { place, wording: teller.wording, moved: false, more: Vec::new() }),
        }
    }
    StoryRow { lead: rough.lead, cells, odds: ChangeKinds::NONE, weak: false, decided: None }
}

/// Marks what each article says out of order. What only one article says is never moved.
fn tell_moved(rows: &mut [StoryRow], articles: usize) {
    let mut told: Vec<Vec<(usize, usize)>> = vec![Vec::new(); articles];
    for (at, row) in rows.iter().enumerate().filter(|(_, row)| row.cells.len() > 1) {
        for cell in &row.cells {
            told[cell.place.article].push((cell.place.sentence, at));
        }
    }
    for (article, mut told) in told.into_iter().enumerate() {
        told.sort_unstable();
        let places: Vec<usize> = told.iter().map(|(_, row)| *row).collect();
        for (at, moved) in places.iter().zip(moved(&places)) {
            let cell = rows[*at].cells.iter_mut().find(|cell| cell.place.article == article);
            if let Some(cell) = cell {
                cell.moved = moved;
            }
        }
    }
}
