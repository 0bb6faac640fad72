//! Sharing: how much of every open article stands in every other, as far as it is known.

use std::sync::Arc;

use super::app::App;
use super::app::Mode;
use crate::app::jobs::Compared;
use crate::app::jobs::Effect;
use crate::app::jobs::Gathering;
use crate::app::jobs::Listed;
use crate::collate::Matrix;

/// How much of every open article stands in every other. It is asked for when it is first looked at.
#[derive(Clone, Debug, Default)]
pub struct Sharing {
    /// What is known.
    matrix: Arc<Matrix>,
    /// Articles, the first ones, of which every two have been compared.
    settled: usize,
    /// The articles so that families stand together, and the place of each there; none until all is known.
    order: Option<Arc<(Vec<usize>, Vec<usize>)>>,
    /// The number of the answer that is awaited, and how many articles are settled there.
    awaited: Option<(u64, usize)>,
    /// Whether something else is hidden now.
    outdated: bool,
}

impl Sharing {
    /// Gives how much is shared; figures of articles that are not settled are not there yet.
    pub fn matrix(&self) -> &Matrix {
        &self.matrix
    }

    /// Tells whether it is known how much of one article stands in another.
    pub fn knows(&self, article: usize, other: usize) -> bool {
        article.max(other) < self.settled
    }

    /// Gives how many pairs are compared, and how many there are; none where nothing is being compared.
    pub fn progress(&self, articles: usize) -> Option<(usize, usize)> {
        let pairs = |articles: usize| articles * articles.saturating_sub(1) / 2;
        self.awaited.map(|(_, settled)| (pairs(settled), pairs(articles)))
    }

    /// Tells whether the order by likeness is known.
    pub fn is_ordered(&self) -> bool {
        self.order.is_some()
    }

    /// Gives the article at a place of the order by likeness; as long as that is not known, of the order of opening.
    pub fn article_at(&self, place: usize) -> usize {
        self.order.as_ref().map_or(Some(place), |order| order.0.get(place).copied()).unwrap_or(place)
    }

    /// Gives the place of an article in the same order.
    pub fn place_of(&self, article: usize) -> usize {
        self.order.as_ref().map_or(Some(article), |order| order.1.get(article).copied()).unwrap_or(article)
    }
}

impl App {
    /// Asks how much of each article stands in each other, unless that is known or asked already.
    pub(super) fn compare(&mut self) -> Vec<Effect> {
        let known = self.sharing.order.is_some() && !self.sharing.outdated;
        if known || self.sharing.awaited.is_some() || self.reading || !self.has_pair() {
            return Vec::new();
        }
        let ticket = self.next_ticket();
        self.sharing.awaited = Some((ticket, 0));
        self.sharing.outdated = false;
        vec![Effect::Compare(Gathering {
            ticket,
            articles: self.articles.clone(),
            session: self.session.clone(),
            rules: Arc::clone(&self.rules),
        })]
    }

    /// Takes note that something else is hidden now; asks anew where the reader looks at it.
    pub(super) fn compare_anew(&mut self) -> Vec<Effect> {
        self.sharing.awaited = None;
        self.sharing.outdated = true;
        let seen = match self.beneath() {
            Mode::Matrix(_) => true,
            Mode::Listing(list) => list.listed == Listed::Articles,
            _ => false,
        };
        if seen { self.compare() } else { Vec::new() }
    }

    /// Takes in how much of each article stands in each other, or part of it. Figures that are whole stay until they are as a whole
    /// replaced.
    pub(super) fn compared(&mut self, compared: Compared) -> Vec<Effect> {
        let Some((ticket, settled)) = &mut self.sharing.awaited else { return Vec::new() };
        if *ticket != compared.ticket {
            return Vec::new();
        }
        *settled = compared.settled;
        let whole = compared.order.is_some();
        if !whole && self.sharing.order.is_some() {
            return Vec::new();
        }
        let stood = self.cell();
        self.sharing.matrix = compared.matrix;
        self.sharing.settled = compared.settled;
        if let Some(order) = compared.order {
            let mut places = vec![0; order.len()];
            for (place, &article) in order.iter().enumerate() {
                if let Some(known) = places.get_mut(article) {
                    *known = place;
                }
            }
            self.sharing.order = Some(Arc::new((order, places)));
            self.sharing.awaited = None;
        }
        if let Some(cell) = stood {
            self.stand_on(cell);
        }
        Vec::new()
    }

    /// Takes note that the comparison with this ticket broke off, so that it can be asked for again.
    pub(super) fn compared_in_vain(&mut self, ticket: u64) {
        self.sharing.awaited.take_if(|(awaited, _)| *awaited == ticket);
    }
}
