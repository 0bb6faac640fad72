//! How like the members of a cluster are.

use crate::article::Article;
use crate::boilerplate::Mask;
use crate::collate::{Cancel, Witness, matrix};

/// Members that are compared, the first ones: of more the pairs grow without end.
pub const COMPARED: usize = 300;

/// How like every two members of a cluster are, in percent of the words of both.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Likenesses {
    /// Of the two that are least alike.
    pub least: usize,
    /// Of the pair in the middle.
    pub median: usize,
    /// Members that were compared.
    pub compared: usize,
}

/// Finds how like the members of a cluster are; nothing where no two of them have words, or once `cancel` is raised. Words count as in a
/// matrix: where five or more in a row stand in both.
pub fn likenesses(members: &[(&Article, &Mask)], cancel: &Cancel) -> Option<Likenesses> {
    let members = members.get(..COMPARED).unwrap_or(members);
    let witnesses: Vec<Witness<'_>> = members.iter().map(|(article, mask)| Witness { article, mask }).collect();
    let matrix = matrix(&witnesses, cancel)?;
    let told: Vec<usize> = (0..members.len()).filter(|at| matrix.words(*at) > 0).collect();
    let pairs =
        told.iter().enumerate().flat_map(|(at, left)| told.iter().skip(at + 1).map(move |right| (*left, *right)));
    let mut all: Vec<usize> = pairs
        .map(|(left, right)| {
            let shared = matrix.shared(left, right) + matrix.shared(right, left);
            (shared * 100).checked_div(matrix.words(left) + matrix.words(right)).unwrap_or(0)
        })
        .collect();
    all.sort_unstable();
    Some(Likenesses { least: *all.first()?, median: *all.get(all.len() / 2)?, compared: members.len() })
}
