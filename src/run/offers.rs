//! Offers: what a terminal says it can do beyond drawing; used only then, and given back at the end.
//!
//! The questions are sent before the one for the background, so its answer comes last. A terminal that does not know a question does not
//! answer, and nothing is used.

use std::sync::atomic::{AtomicU8, Ordering};

/// Asks for reports of theme changes (mode 2031), of focus (mode 1004), and for unambiguous keys (the kitty protocol).
pub const QUESTIONS: &str = "\x1b[?2031$p\x1b[?1004$p\x1b[?u";

/// The offers in use, one bit each. Global, because a panic must give them back wherever it happens.
static TAKEN: AtomicU8 = AtomicU8::new(0);

/// What a terminal offers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Offer {
    /// It reports when it turns from dark to light or back.
    Theme,
    /// It reports when it gets the focus; its theme may have changed meanwhile.
    Focus,
    /// It distinguishes `Ctrl-i` from `Tab`, and the Esc key from the beginning of a sequence.
    Keys,
}

impl Offer {
    const ALL: [Self; 3] = [Self::Theme, Self::Focus, Self::Keys];

    /// Reads the answer about a mode: its number and its state. A mode that cannot be changed is no offer.
    pub fn of_mode(number: u32, now: u32) -> Option<Self> {
        let offer = match number {
            2031 => Self::Theme,
            1004 => Self::Focus,
            _ => return None,
        };
        matches!(now, 1 | 2).then_some(offer)
    }

    fn bit(self) -> u8 {
        1 << self as u8
    }

    fn taken_up(self) -> &'static str {
        match self {
            Self::Theme => "\x1b[?2031h",
            Self::Focus => "\x1b[?1004h",
            Self::Keys => "\x1b[>1u",
        }
    }

    fn given_back(self) -> &'static str {
        match self {
            Self::Theme => "\x1b[?2031l",
            Self::Focus => "\x1b[?1004l",
            Self::Keys => "\x1b[<u",
        }
    }
}

/// Starts using an offer, and returns the sequence for it; empty if it is in use already.
pub fn take_up(offer: Offer) -> &'static str {
    let before = TAKEN.fetch_or(offer.bit(), Ordering::SeqCst);
    if before & offer.bit() == 0 { offer.taken_up() } else { "" }
}

/// The sequences that take up again what was given back for a while.
pub fn again() -> String {
    taken().map(Offer::taken_up).collect()
}

/// The sequences that give back what is in use.
pub fn back() -> String {
    taken().map(Offer::given_back).collect()
}

fn taken() -> impl Iterator<Item = Offer> {
    let taken = TAKEN.load(Ordering::SeqCst);
    Offer::ALL.into_iter().filter(move |offer| taken & offer.bit() > 0)
}
