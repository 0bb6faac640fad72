//! Carriers: which sentences carry what a sentence says. Whatever asks it asks here, so that all give one answer.

use super::row::StoryRow;
use crate::collate::set::{Member, Place};

/// In which statements each sentence stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Carriers {
    /// Sentences and rows, in order.
    seats: Vec<(Place, usize)>,
}

impl Carriers {
    /// Notes who stands in which row. Costs the sorting of all tellings.
    pub fn new(rows: &[StoryRow]) -> Self {
        let each = rows.iter().enumerate();
        let mut seats: Vec<(Place, usize)> =
            each.flat_map(|(at, row)| row.places().map(move |place| (place, at))).collect();
        seats.sort_unstable();
        seats.dedup();
        Self { seats }
    }

    /// In how many rows a sentence stands.
    pub fn count(&self, place: Place) -> usize {
        let first = self.seats.partition_point(|(seat, _)| *seat < place);
        self.seats[first..].iter().take_while(|(seat, _)| *seat == place).count()
    }

    /// The other sentences that stand in a row with one, by article and sentence, each as it reads seen from that one.
    pub fn of(&self, rows: &[StoryRow], place: Place) -> Vec<Member> {
        let first = self.seats.partition_point(|(seat, _)| *seat < place);
        let own = self.seats[first..].iter().take_while(|(seat, _)| *seat == place);
        let mut members: Vec<Member> =
            own.filter_map(|(_, at)| rows.get(*at)).flat_map(|row| row.carriers(place)).collect();
        members.sort_unstable();
        members.dedup_by_key(|member| member.place);
        members
    }
}
