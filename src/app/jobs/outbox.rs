//! The outbox: requests to the world outside, kept until the loop carries them out, so that no function passes them on for another.

use super::event::Effect;
use super::ticket::Ticket;

/// The requests, and the number of the newest question.
#[derive(Debug, Default)]
pub struct Outbox {
    effects: Vec<Effect>,
    newest: Ticket,
}

impl Outbox {
    /// Adds a request after all earlier ones.
    pub fn push(&mut self, effect: Effect) {
        self.effects.push(effect);
    }

    /// Removes and returns all requests.
    pub fn take(&mut self) -> Vec<Effect> {
        std::mem::take(&mut self.effects)
    }

    /// Numbers a new question.
    pub fn next_ticket(&mut self) -> Ticket {
        self.newest += 1;
        self.newest
    }
}
