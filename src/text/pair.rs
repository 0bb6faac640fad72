//! Pairs of values, one for each side of a comparison.

use std::ops::{Index, IndexMut};

/// One of the two sides of a comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Side {
    /// The left article.
    Left,
    /// The right article.
    Right,
}

impl Side {
    /// Both sides, left first.
    pub const BOTH: [Side; 2] = [Side::Left, Side::Right];

    /// The opposite side.
    pub fn other(self) -> Side {
        match self {
            Side::Left => Side::Right,
            Side::Right => Side::Left,
        }
    }
}

/// Two values, indexed by [`Side`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Pair<T> {
    /// The left value.
    pub left: T,
    /// The right value.
    pub right: T,
}

impl<T> Pair<T> {
    /// Makes a pair of two values.
    pub fn new(left: T, right: T) -> Self {
        Self { left, right }
    }

    /// Makes both values with a function of the side.
    pub fn from_fn(mut make: impl FnMut(Side) -> T) -> Self {
        Self { left: make(Side::Left), right: make(Side::Right) }
    }

    /// Borrows both values.
    pub fn as_ref(&self) -> Pair<&T> {
        Pair { left: &self.left, right: &self.right }
    }

    /// Applies a function to both values.
    pub fn map<U>(self, mut turn: impl FnMut(T) -> U) -> Pair<U> {
        Pair { left: turn(self.left), right: turn(self.right) }
    }

    /// Swaps the sides.
    pub fn swapped(self) -> Self {
        Self { left: self.right, right: self.left }
    }
}

impl<T> Index<Side> for Pair<T> {
    type Output = T;

    fn index(&self, side: Side) -> &T {
        match side {
            Side::Left => &self.left,
            Side::Right => &self.right,
        }
    }
}

impl<T> IndexMut<Side> for Pair<T> {
    fn index_mut(&mut self, side: Side) -> &mut T {
        match side {
            Side::Left => &mut self.left,
            Side::Right => &mut self.right,
        }
    }
}
