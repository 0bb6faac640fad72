//! The keys of what is seen of many articles at once: the matrix, the synopsis.

use super::action::Action as A;
use super::binding::{Binding, bind};
use super::phase::Group as G;
use super::phase::Phase as P;

/// The keys of the matrix and of the synopsis.
pub(super) const MANY: [Binding; 44] = [
    bind(
        (P::Matrix, G::Articles, A::Accept),
        &["Enter"],
        "open the pair",
        "open the pair, the row's article on the left",
    ),
    bind((P::Matrix, G::Articles, A::NextLink), &["n"], "next pair", "next pair that shares text"),
    bind((P::Matrix, G::Articles, A::PreviousLink), &["N"], "", "previous pair that shares text"),
    bind((P::Matrix, G::Articles, A::Sort), &["s"], "order", "sort by similarity or opening order"),
    bind((P::Matrix, G::Articles, A::Down), &["j", "↓"], "", ""),
    bind((P::Matrix, G::Articles, A::Up), &["k", "↑"], "", ""),
    bind((P::Matrix, G::Articles, A::LeftPane), &["h", "←"], "", ""),
    bind((P::Matrix, G::Articles, A::RightPane), &["l", "→"], "", ""),
    bind((P::Matrix, G::Articles, A::HalfDown), &["Ctrl-d"], "", ""),
    bind((P::Matrix, G::Articles, A::HalfUp), &["Ctrl-u"], "", ""),
    bind((P::Matrix, G::Articles, A::PageDown), &["PgDn", "Space", "Ctrl-f"], "", ""),
    bind((P::Matrix, G::Articles, A::PageUp), &["PgUp", "Ctrl-b"], "", ""),
    bind((P::Matrix, G::Articles, A::Top), &["gg", "Home"], "", "first row; with a count, that row"),
    bind((P::Matrix, G::Articles, A::Bottom), &["G", "End"], "", "last row; with a count, that row"),
    bind((P::Matrix, G::Articles, A::FirstColumn), &["0", "^"], "", "first column"),
    bind((P::Matrix, G::Articles, A::LastColumn), &["$"], "", "last column"),
    bind((P::Matrix, G::Articles, A::Articles), &["b"], "articles", "choose an open article"),
    bind((P::Matrix, G::Articles, A::Cancel), &["Esc", "m", "q"], "close", "back to the articles"),
    bind((P::Matrix, G::Program, A::Help), &["?"], "help", ""),
    bind((P::Matrix, G::Program, A::Suspend), &["Ctrl-z"], "", ""),
    bind((P::Matrix, G::Program, A::Quit), &["Ctrl-c"], "", ""),
    bind(
        (P::Synopsis, G::Articles, A::Accept),
        &["Enter"],
        "open",
        "open the pair, base and column, at this statement; on a fold open it",
    ),
    bind((P::Synopsis, G::Articles, A::NextLink), &["n"], "differs", "next statement in which a fact differs"),
    bind((P::Synopsis, G::Articles, A::PreviousLink), &["N"], "", "previous"),
    bind(
        (P::Synopsis, G::Articles, A::Sieve),
        &["f"],
        "filter",
        "all, in all articles, in all but one, unmatched, unmatched in this one, no match in this one, a fact differs",
    ),
    bind((P::Synopsis, G::Articles, A::Base), &["="], "base", "tell statements in the words of this article"),
    bind(
        (P::Synopsis, G::Articles, A::Sort),
        &["s"],
        "order",
        "in the order of the story, what most tell first, or in that of the base",
    ),
    bind((P::Synopsis, G::Articles, A::Fold), &["z"], "folds", "open all folds, or fold what the same articles tell"),
    bind((P::Synopsis, G::Articles, A::Search), &["/"], "words", "leave the statements that have these words"),
    bind((P::Synopsis, G::Articles, A::Down), &["j", "↓"], "", ""),
    bind((P::Synopsis, G::Articles, A::Up), &["k", "↑"], "", ""),
    bind((P::Synopsis, G::Articles, A::LeftPane), &["h", "←"], "", ""),
    bind((P::Synopsis, G::Articles, A::RightPane), &["l", "→"], "", ""),
    bind((P::Synopsis, G::Articles, A::HalfDown), &["Ctrl-d"], "", ""),
    bind((P::Synopsis, G::Articles, A::HalfUp), &["Ctrl-u"], "", ""),
    bind((P::Synopsis, G::Articles, A::PageDown), &["PgDn", "Space", "Ctrl-f"], "", ""),
    bind((P::Synopsis, G::Articles, A::PageUp), &["PgUp", "Ctrl-b"], "", ""),
    bind((P::Synopsis, G::Articles, A::Top), &["gg", "Home"], "", ""),
    bind((P::Synopsis, G::Articles, A::Bottom), &["G", "End"], "", ""),
    bind((P::Synopsis, G::Articles, A::FirstColumn), &["0", "^"], "", ""),
    bind((P::Synopsis, G::Articles, A::LastColumn), &["$"], "", ""),
    bind(
        (P::Synopsis, G::Articles, A::Cancel),
        &["Esc", "S", "q"],
        "leave",
        "show all again; then back to the articles",
    ),
    bind((P::Synopsis, G::Program, A::Suspend), &["Ctrl-z"], "", ""),
    bind((P::Synopsis, G::Program, A::Quit), &["Ctrl-c"], "", ""),
];
