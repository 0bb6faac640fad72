//! Joins ids that pairs say belong together.

use rustc_hash::FxHashMap;

/// Groups of ids, each id known by its hash. About forty bytes an id.
#[derive(Debug, Default)]
pub struct Joined {
    places: FxHashMap<u64, u32>,
    parents: Vec<u32>,
    /// The hash of each id.
    hashes: Vec<u64>,
    /// Whether each id was asked for.
    wanted: Vec<bool>,
}

impl Joined {
    /// Joins two ids.
    pub fn join(&mut self, left: u64, right: u64) {
        let (left, right) = (self.place(left), self.place(right));
        let (left, right) = (self.root(left), self.root(right));
        // The id that came first represents the group.
        if let Some(parent) = self.parents.get_mut(left.max(right) as usize) {
            *parent = left.min(right);
        }
    }

    /// The id that represents this one's group; `None` if it is in none.
    pub fn group(&mut self, id: u64) -> Option<u64> {
        let place = *self.places.get(&id)?;
        let root = self.root(place);
        self.hashes.get(root as usize).copied()
    }

    /// The same, and notes that this id was asked for.
    pub fn find(&mut self, id: u64) -> Option<u64> {
        let place = *self.places.get(&id)?;
        if let Some(wanted) = self.wanted.get_mut(place as usize) {
            *wanted = true;
        }
        self.group(id)
    }

    /// How many ids were never asked for.
    pub fn never_found(&self) -> usize {
        self.wanted.iter().filter(|wanted| !**wanted).count()
    }

    fn place(&mut self, id: u64) -> u32 {
        let next = self.parents.len() as u32;
        let place = *self.places.entry(id).or_insert(next);
        if place == next {
            self.parents.push(next);
            self.hashes.push(id);
            self.wanted.push(false);
        }
        place
    }

    fn root(&mut self, from: u32) -> u32 {
        let mut at = from;
        while let Some(&parent) = self.parents.get(at as usize)
            && parent != at
        {
            let above = self.parents.get(parent as usize).copied().unwrap_or(parent);
            if let Some(known) = self.parents.get_mut(at as usize) {
                *known = above;
            }
            at = above;
        }
        at
    }
}
