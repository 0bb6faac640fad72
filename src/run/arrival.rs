//! What arrives through the one channel of the event loop.

use super::background::Background;
use super::offers::Offer;
use crate::app::{Event, Gesture};

/// What comes in from other threads.
#[derive(Clone, Debug)]
pub enum Arrival {
    /// Something for the program.
    Event(Event),
    /// A signal that ends the program.
    Ended(i32),
    /// Something is done with the mouse at this column and row.
    Pointed((u16, u16), Gesture),
    /// The terminal may have another size.
    Resized,
    /// What the terminal says of its background; none where it said nothing in time.
    Background(Option<Background>),
    /// The terminal can do this.
    Offered(Offer),
    /// The terminal may have another theme than before.
    Rethemed,
    /// The program is to stop until it is told to go on.
    Stopped,
    /// The program goes on after it was stopped from outside; the terminal may have been changed meanwhile.
    Continued,
    /// No key will come any more; the reason.
    Deaf(String),
}
