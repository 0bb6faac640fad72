//! The mouse: what it points at, and what comes of it.

use super::app::App;
use super::app::Mode;
use crate::app::jobs::Effect;
use crate::app::keys::Action;
use crate::app::layout::Gesture;
use crate::app::layout::Target;

impl App {
    /// Takes in what is done with the mouse: the wheel acts on the pane under it, a click sets the cursor or goes to what it points at.
    pub(super) fn pointed(&mut self, target: Target, gesture: Gesture) -> Vec<Effect> {
        match (&self.mode, gesture) {
            (Mode::Reading, Gesture::Wheel(rows)) if self.diff.is_some() => {
                self.message = None;
                self.roll_diff(rows);
                Vec::new()
            }
            (Mode::Reading, Gesture::Click) => {
                self.message = None;
                self.clicked(target);
                Vec::new()
            }
            (Mode::Reading | Mode::Marking { .. }, Gesture::Wheel(rows)) => {
                self.message = None;
                self.wheel(target, rows);
                Vec::new()
            }
            (Mode::Helping { row, .. }, Gesture::Wheel(rows)) => {
                let (row, action) = (*row, if rows > 0 { Action::Down } else { Action::Up });
                self.helping(action, row)
            }
            (Mode::Listing(_), Gesture::Wheel(rows)) => {
                self.choose_row(rows.signum());
                Vec::new()
            }
            (Mode::Matrix(_), Gesture::Wheel(rows)) => {
                let action = if rows > 0 { Action::Down } else { Action::Up };
                self.walk_matrix(action, Some(rows.unsigned_abs()));
                Vec::new()
            }
            _ => Vec::new(),
        }
    }

    fn wheel(&mut self, target: Target, rows: isize) {
        self.roll_along(target.seat().unwrap_or(self.row.ix(self.row.focus)), rows);
    }

    fn clicked(&mut self, target: Target) {
        match target {
            Target::Text(seat, place) => {
                self.sit(seat);
                let side = self.row.focus;
                let pane = &mut self.row[side];
                pane.cursor = place;
                let top = pane.top;
                self.carry_along(side, top);
            }
            Target::Strip(seat, place) if self.diff.is_some() => self.go_to_place_in_diff(self.row.side(seat), place),
            Target::Strip(seat, place) => {
                self.leave();
                self.sit(seat);
                self.go_to_place(self.row.focus, Some(place));
            }
            Target::Link(seat, loci) => {
                self.leave();
                if self.row.out(seat) > 0 {
                    self.sit(seat);
                }
                self.row.pairing_mut().current = self.link_of(loci);
                self.face_to_face();
            }
            Target::Elsewhere(seat) => {
                if let Some(seat) = seat {
                    self.sit(seat);
                }
            }
            Target::Sheet(side, spot) => self.click_diff(side, spot),
        }
    }

    /// Lets the program hear the mouse, or leaves it to the terminal, so that text can be marked and copied there.
    pub(super) fn switch_mouse(&mut self) -> Vec<Effect> {
        self.settings.mouse = !self.settings.mouse;
        let key = self.key(Action::Mouse);
        self.say(match self.settings.mouse {
            true => format!("the mouse scrolls and clicks here; {key} leaves it to the terminal"),
            false => format!("the mouse is the terminal's own, to mark and copy; {key} takes it back"),
        });
        vec![Effect::Mouse(self.settings.mouse)]
    }
}
