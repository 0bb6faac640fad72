//! The outbox: what is asked of the world, kept until the loop carries it out, so that no function hands it on for another.

use super::event::Effect;
use super::ticket::Ticket;

/// What is asked of the world, and the number of the newest question.
#[derive(Debug, Default)]
pub struct Outbox {
    effects: Vec<Effect>,
    newest: Ticket,
}

impl Outbox {
    /// Asks for something, after all that was asked before.
    pub fn push(&mut self, effect: Effect) {
        self.effects.push(effect);
    }

    /// Takes out all that is asked, to be carried out.
    pub fn take(&mut self) -> Vec<Effect> {
        std::mem::take(&mut self.effects)
    }

    /// Numbers a new question.
    pub fn next_ticket(&mut self) -> Ticket {
        self.newest += 1;
        self.newest
    }

    /// The number of the newest question.
    pub fn newest(&self) -> Ticket {
        self.newest
    }
}
