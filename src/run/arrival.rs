//! What arrives through the one channel of the event loop.

use super::background::Background;
use super::offers::Offer;
use crate::app::{Event, Gesture};

/// What other threads send.
#[derive(Clone, Debug)]
pub enum Arrival {
    /// An event for the program.
    Event(Event),
    /// A signal that ends the program.
    Ended(i32),
    /// A mouse gesture at this column and row.
    Pointed((u16, u16), Gesture),
    /// The terminal may have another size.
    Resized,
    /// The terminal's background; `None` if it did not answer in time.
    Background(Option<Background>),
    /// Something the terminal can do.
    Offered(Offer),
    /// The terminal's theme may have changed.
    Rethemed,
    /// The program must stop until it is continued.
    Stopped,
    /// The program was continued after a stop from outside; the terminal may have changed meanwhile.
    Continued,
    /// No more keys will come, and why.
    Deaf(String),
}
