//! Decision trees that score how likely a block belongs to the article, fitted by `benches/pages/fit.py`; see `assets/blocks.txt`.

use std::sync::OnceLock;

/// A sum of trees: each leads to a number by the features of a block.
#[derive(Debug, Default)]
pub struct Forest {
    base: f32,
    roots: Vec<usize>,
    nodes: Vec<Node>,
}

#[derive(Clone, Copy, Debug)]
enum Node {
    Leaf(f32),
    /// If a feature is at most this, the next node follows, else the named one.
    Split(usize, f32, usize),
}

impl Forest {
    /// Returns the likelihood, from 0 to 1.
    pub fn weigh(&self, features: &[f32]) -> f32 {
        let sum: f32 = self.roots.iter().map(|root| self.leaf(*root, features)).sum();
        1.0 / (1.0 + (-(self.base + sum)).exp())
    }

    fn leaf(&self, root: usize, features: &[f32]) -> f32 {
        let mut at = root;
        loop {
            match self.nodes.get(at) {
                Some(Node::Leaf(value)) => return *value,
                Some(Node::Split(feature, most, other)) => {
                    let up_to = features.get(*feature).is_some_and(|value| value <= most);
                    at = if up_to { at + 1 } else { *other };
                }
                None => return 0.0,
            }
        }
    }

    /// Reads a tree: `7<0.5` followed by its two subtrees, or `=0.1` for a leaf.
    fn add(&mut self, tree: &str) {
        self.roots.push(self.nodes.len());
        // Splits whose first subtree is being read.
        let mut open: Vec<usize> = Vec::new();
        for word in tree.split(' ') {
            if let Some((feature, most)) = word.split_once('<') {
                open.push(self.nodes.len());
                self.nodes.push(Node::Split(feature.parse().unwrap_or_default(), most.parse().unwrap_or_default(), 0));
                continue;
            }
            self.nodes.push(Node::Leaf(word.trim_start_matches('=').parse().unwrap_or_default()));
            let next = self.nodes.len();
            while let Some(at) = open.pop() {
                if let Some(Node::Split(_, _, other)) = self.nodes.get_mut(at)
                    && *other == 0
                {
                    *other = next;
                    open.push(at);
                    break;
                }
            }
        }
    }
}

/// The two forests: one judges a block with its surroundings, the other also by the scores of all blocks from the first.
pub fn forests() -> &'static [Forest; 2] {
    static FORESTS: OnceLock<[Forest; 2]> = OnceLock::new();
    FORESTS.get_or_init(|| {
        let mut forests: [Forest; 2] = Default::default();
        let mut at = 0;
        for row in include_str!("../../../assets/blocks.txt").lines() {
            if let Some(base) = row.strip_prefix("forest ") {
                at += 1;
                if let Some(forest) = forests.get_mut(at - 1) {
                    forest.base = base.parse().unwrap_or_default();
                }
            } else if let Some(forest) = at.checked_sub(1).and_then(|at| forests.get_mut(at)) {
                forest.add(row);
            }
        }
        forests
    })
}
