//! Lookup: something asked of the world outside, and the one rule by which answers that nobody awaits any longer are dropped.
//!
//! What is known and what is asked are separate, because an older answer is shown until the newer one arrives: together they say unknown,
//! asked, partly known, known, outdated or given up. An answer that changes something at once and is not kept is a `Lookup<()>`.

/// The number of a question; newer ones have larger numbers.
pub type Ticket = u64;

/// What is known, and whether more is awaited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lookup<T> {
    known: Option<T>,
    awaiting: Awaiting,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Awaiting {
    /// Nobody has asked, or the answer is out of date.
    #[default]
    Open,
    /// An answer is awaited.
    Asked(Ticket),
    /// All that will be known is known, or it was given up.
    Settled,
}

impl<T> Default for Lookup<T> {
    fn default() -> Self {
        Self { known: None, awaiting: Awaiting::Open }
    }
}

impl<T> Lookup<T> {
    /// Starts with what is known from the beginning.
    pub fn known_as(value: T) -> Self {
        Self { known: Some(value), awaiting: Awaiting::Settled }
    }

    /// Starts by awaiting the answer with this ticket.
    pub fn awaiting(ticket: Ticket) -> Self {
        Self { known: None, awaiting: Awaiting::Asked(ticket) }
    }

    /// What is known so far, perhaps in part, perhaps outdated.
    pub fn known(&self) -> Option<&T> {
        self.known.as_ref()
    }

    /// What is known so far, mutable.
    pub fn known_mut(&mut self) -> Option<&mut T> {
        self.known.as_mut()
    }

    /// What is known, if no newer answer is awaited.
    pub fn settled(&self) -> Option<&T> {
        self.known.as_ref().filter(|_| self.awaiting == Awaiting::Settled)
    }

    /// The ticket of the answer that is awaited.
    pub fn ticket(&self) -> Option<Ticket> {
        if let Awaiting::Asked(ticket) = self.awaiting { Some(ticket) } else { None }
    }

    /// Whether it should be asked for.
    pub fn is_open(&self) -> bool {
        self.awaiting == Awaiting::Open
    }

    /// Whether an answer is awaited.
    pub fn is_awaited(&self) -> bool {
        matches!(self.awaiting, Awaiting::Asked(_))
    }

    /// Whether the answer with this ticket is awaited.
    pub fn awaits(&self, ticket: Ticket) -> bool {
        self.awaiting == Awaiting::Asked(ticket)
    }

    /// Awaits the answer with this ticket, and no older one; keeps what is known until then.
    pub fn ask(&mut self, ticket: Ticket) {
        self.awaiting = Awaiting::Asked(ticket);
    }

    /// Takes the whole answer; returns whether it was the one awaited.
    pub fn take(&mut self, ticket: Ticket, value: T) -> bool {
        let taken = self.take_part(ticket, value);
        if taken {
            self.awaiting = Awaiting::Settled;
        }
        taken
    }

    /// Takes a part of the answer, with more to come; returns whether it was the one awaited.
    pub fn take_part(&mut self, ticket: Ticket, value: T) -> bool {
        let awaited = self.awaits(ticket);
        if awaited {
            self.known = Some(value);
        }
        awaited
    }

    /// Stops awaiting this answer, because the work failed; it is not asked for again until something changes.
    pub fn give_up(&mut self, ticket: Ticket) -> bool {
        let awaited = self.awaits(ticket);
        if awaited {
            self.awaiting = Awaiting::Settled;
        }
        awaited
    }

    /// Allows asking again, because what it depends on has changed; keeps what is known until then.
    pub fn renew(&mut self) {
        self.awaiting = Awaiting::Open;
    }

    /// Allows asking again if it is awaited, because the work was cancelled.
    pub fn call_off(&mut self) {
        if self.is_awaited() {
            self.awaiting = Awaiting::Open;
        }
    }

    /// Forgets what is known and what was asked.
    pub fn forget(&mut self) {
        *self = Self::default();
    }
}
