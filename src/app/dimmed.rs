//! Dimmed places: what a rule in question would hide, and stepping through it.

use super::app::App;
use super::app::Mode;
use crate::app::jobs::Effect;
use crate::app::jobs::Found;
use crate::app::jobs::Surveyed;
use crate::boilerplate::Effect as Hides;
use crate::text::{Side, Span};

/// The screen row on which a place is shown while a question stands at the bottom.
const ROW: usize = 2;

impl App {
    /// Gives the passages of an article that the rule in question would hide, in order.
    pub fn would_hide(&self, article: usize) -> &[Span] {
        let hides = match self.beneath() {
            Mode::Picking(picker) => picker.hides.as_ref(),
            Mode::Proposing(proposals) => proposals.hides.as_ref(),
            _ => None,
        };
        hides.and_then(|hides: &Vec<Hides>| hides.get(article)).map_or(&[], |hides| hides.spans.as_slice())
    }

    /// Takes in the answer to the newest question; an older one is dropped.
    pub(super) fn surveyed(&mut self, surveyed: Surveyed) -> Vec<Effect> {
        let ticket = surveyed.ticket;
        match (self.beneath_mut(), surveyed.found) {
            (Mode::Picking(picker), Found::Rule(hides, warnings)) if picker.ticket == ticket => {
                picker.answered = ticket;
                picker.hides = Some(hides);
                picker.warnings = warnings;
            }
            (Mode::Proposing(proposals), Found::Rule(hides, warnings)) if proposals.ticket == ticket => {
                proposals.hides = Some(hides);
                proposals.warnings = warnings;
            }
            (Mode::Proposing(proposals), Found::Proposals(found)) if proposals.ticket == ticket => {
                return self.proposed(found);
            }
            (Mode::Ruling(list), Found::Rules(counted)) if list.ticket == ticket => list.counted = Some(counted),
            _ => {}
        }
        Vec::new()
    }

    /// Goes to the next place that would be hidden in the two panes, or to the one before.
    pub(super) fn step_places(&mut self, by: isize) -> Vec<Effect> {
        let Mode::Picking(picker) = &self.mode else { return Vec::new() };
        let (step, home) = (picker.step, picker.article);
        let Some(hides) = &picker.hides else {
            self.say("still counting");
            return Vec::new();
        };
        let all: usize = hides.iter().map(|hides| hides.spans.len()).sum();
        let open = self.row.pair();
        let first = if open.left == home { Side::Left } else { Side::Right };
        let sides = if open.left == open.right { vec![first] } else { vec![first, first.other()] };
        let places: Vec<(Side, Span)> = sides
            .into_iter()
            .flat_map(|side| self.would_hide(open[side]).iter().map(move |span| (side, *span)))
            .collect();
        let count = places.len() as isize;
        if count == 0 {
            self.say(if all == 0 { "it would hide nothing" } else { "it would hide nothing of these two articles" });
            return Vec::new();
        }
        let next = step.map_or(if by < 0 { count - 1 } else { 0 }, |at| (at as isize + by).rem_euclid(count));
        let Some((side, span)) = places.get(next as usize).copied() else { return Vec::new() };
        self.show_place(side, span.start());
        let elsewhere = all - places.len();
        let more = if elsewhere > 0 { format!(" · {elsewhere} more in other articles") } else { String::new() };
        self.say(format!("place {} of {count}, in {}{more}", next + 1, self.row[side].open_article().name));
        if let Mode::Picking(picker) = &mut self.mode {
            picker.step = Some(next as usize);
        }
        Vec::new()
    }

    /// Puts the cursor on a place and shows it near the top, where no question covers it.
    pub(super) fn show_place(&mut self, side: Side, place: usize) {
        self.row.focus = side;
        let pane = &mut self.row[side];
        pane.cursor = place;
        pane.put(pane.at(), ROW);
    }
}
