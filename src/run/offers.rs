//! Offers: what a terminal says it can do beyond drawing, taken up only then, and given back with it.
//!
//! The questions go out with that for the background, which stands last, so that its answer is the last of all. A terminal that does not know
//! a question says nothing, and nothing is taken up.

use std::sync::atomic::{AtomicU8, Ordering};

/// Asks whether changes of the theme are told (mode 2031), whether the focus is (mode 1004), and whether keys are told apart (the kitty
/// protocol).
pub const QUESTIONS: &str = "\x1b[?2031$p\x1b[?1004$p\x1b[?u";

/// Which offers are taken up, a bit each. It is global since a panic must give them back from wherever it breaks out.
static TAKEN: AtomicU8 = AtomicU8::new(0);

/// What a terminal offers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Offer {
    /// It tells when it turns from dark to light or back.
    Theme,
    /// It tells when it has the focus again; its theme may have changed meanwhile.
    Focus,
    /// It tells `Ctrl-i` from `Tab` and the key Esc from the beginning of a sequence.
    Keys,
}

impl Offer {
    const ALL: [Self; 3] = [Self::Theme, Self::Focus, Self::Keys];

    /// Reads the answer on a mode: its number, and how it is now. One that cannot be changed is no offer.
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

/// Takes up an offer, and gives the order for it; nothing where it is taken up already.
pub fn take_up(offer: Offer) -> &'static str {
    let before = TAKEN.fetch_or(offer.bit(), Ordering::SeqCst);
    if before & offer.bit() == 0 { offer.taken_up() } else { "" }
}

/// The orders that take up again what was given back for a while.
pub fn again() -> String {
    taken().map(Offer::taken_up).collect()
}

/// The orders that give back what was taken up.
pub fn back() -> String {
    taken().map(Offer::given_back).collect()
}

fn taken() -> impl Iterator<Item = Offer> {
    let taken = TAKEN.load(Ordering::SeqCst);
    Offer::ALL.into_iter().filter(move |offer| taken & offer.bit() > 0)
}
