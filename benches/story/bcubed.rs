//! How well sentences are put together, by B-cubed (Bagga and Baldwin 1998).
//!
//! Taken over a relation: of what is held together with an item, how much belongs there, and of what belongs there, how much is
//! held. Where the relation parts the items into classes this is B-cubed as published. A merged sentence belongs with all that
//! carries any of its statements, half of a split one with all that carries any of its clauses.

/// Precision, recall and their harmonic mean, from 0 to 1.
#[derive(Clone, Copy, Debug, Default)]
pub struct Figures {
    /// Of what is held together, how much belongs together.
    pub precision: f64,
    /// Of what belongs together, how much is held together.
    pub recall: f64,
}

impl Figures {
    /// Gives the harmonic mean.
    pub fn f1(self) -> f64 {
        2.0 * self.precision * self.recall / (self.precision + self.recall).max(f64::MIN_POSITIVE)
    }
}

/// Judges a relation of `items` things by the true one; each thing stands in relation to itself.
pub fn bcubed(items: usize, found: impl Fn(usize, usize) -> bool, truth: impl Fn(usize, usize) -> bool) -> Figures {
    let mut sum = Figures::default();
    for a in 0..items {
        let (mut both, mut held, mut belong) = (0, 0, 0);
        for b in 0..items {
            let (held_here, belongs) = (a == b || found(a, b), a == b || truth(a, b));
            both += usize::from(held_here && belongs);
            held += usize::from(held_here);
            belong += usize::from(belongs);
        }
        sum.precision += f64::from(both as u32) / f64::from(held as u32);
        sum.recall += f64::from(both as u32) / f64::from(belong as u32);
    }
    let count = f64::from(items.max(1) as u32);
    Figures { precision: sum.precision / count, recall: sum.recall / count }
}
