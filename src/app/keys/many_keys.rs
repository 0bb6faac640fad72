//! The keys for many articles at once: the matrix and the synopsis.

use super::action::Action as A;
use super::binding::{Binding, on};
use super::phase::Group as G;
use super::phase::Phase as P;

/// The keys of the matrix and of the synopsis.
pub(super) const MANY: [Binding; 48] = [
    on(P::Matrix, G::Articles, A::Accept).by(
        &["Enter"],
        "open the pair",
        "open the pair, the row's article on the left",
    ),
    on(P::Matrix, G::Articles, A::NextLink).by(&["n"], "next pair", "next pair that shares text"),
    on(P::Matrix, G::Articles, A::PreviousLink).by(&["N"], "", "previous pair that shares text"),
    on(P::Matrix, G::Articles, A::Sort).by(&["s"], "order", "sort by similarity or opening order"),
    on(P::Matrix, G::Articles, A::Down).by(&["j", "↓"], "", ""),
    on(P::Matrix, G::Articles, A::Up).by(&["k", "↑"], "", ""),
    on(P::Matrix, G::Articles, A::LeftPane).by(&["h", "←"], "", ""),
    on(P::Matrix, G::Articles, A::RightPane).by(&["l", "→"], "", ""),
    on(P::Matrix, G::Articles, A::HalfDown).by(&["Ctrl-d"], "", ""),
    on(P::Matrix, G::Articles, A::HalfUp).by(&["Ctrl-u"], "", ""),
    on(P::Matrix, G::Articles, A::PageDown).by(&["PgDn", "Space", "Ctrl-f"], "", ""),
    on(P::Matrix, G::Articles, A::PageUp).by(&["PgUp", "Ctrl-b"], "", ""),
    on(P::Matrix, G::Articles, A::Top).by(&["gg", "Home"], "", "first row; with a count, that row"),
    on(P::Matrix, G::Articles, A::Bottom).by(&["G", "End"], "", "last row; with a count, that row"),
    on(P::Matrix, G::Articles, A::FirstColumn).by(&["0", "^"], "", "first column"),
    on(P::Matrix, G::Articles, A::LastColumn).by(&["$"], "", "last column"),
    on(P::Matrix, G::Articles, A::Articles).by(&["b"], "articles", "choose an open article"),
    on(P::Matrix, G::Articles, A::Origins).by(&["o"], "origins", ""),
    on(P::Matrix, G::Program, A::Legend).by(&["K"], "", ""),
    on(P::Matrix, G::Articles, A::Cancel).by(&["Esc", "m", "q"], "close", "back to the articles"),
    on(P::Matrix, G::Program, A::Help).by(&["?"], "help", ""),
    on(P::Matrix, G::Program, A::Suspend).by(&["Ctrl-z"], "", ""),
    on(P::Matrix, G::Program, A::Quit).by(&["Ctrl-c"], "", ""),
    on(P::Synopsis, G::Articles, A::Accept).by(
        &["Enter"],
        "open",
        "open this article beside the base, at this statement; on a fold, open it",
    ),
    on(P::Synopsis, G::Articles, A::NextLink).by(&["n"], "differs", "next statement in which a fact differs"),
    on(P::Synopsis, G::Articles, A::PreviousLink).by(&["N"], "", "previous"),
    on(P::Synopsis, G::Articles, A::Sieve).by(
        &["f"],
        "filter",
        "all, in all articles, in all but one, unmatched, unmatched in this one, no match in this one, a fact differs",
    ),
    on(P::Synopsis, G::Articles, A::Base).by(&["="], "base", "show statements in the words of this article"),
    on(P::Synopsis, G::Articles, A::Sort).by(
        &["s"],
        "order",
        "sort: order of the story, most articles first, or order of the base",
    ),
    on(P::Synopsis, G::Articles, A::Fold).by(&["z"], "folds", "open or close all folds"),
    on(P::Synopsis, G::Articles, A::Search).by(&["/"], "words", "show only statements with these words"),
    on(P::Synopsis, G::Articles, A::Down).by(&["j", "↓"], "", ""),
    on(P::Synopsis, G::Articles, A::Up).by(&["k", "↑"], "", ""),
    on(P::Synopsis, G::Articles, A::LeftPane).by(&["h", "←"], "", ""),
    on(P::Synopsis, G::Articles, A::RightPane).by(&["l", "→"], "", ""),
    on(P::Synopsis, G::Articles, A::HalfDown).by(&["Ctrl-d"], "", ""),
    on(P::Synopsis, G::Articles, A::HalfUp).by(&["Ctrl-u"], "", ""),
    on(P::Synopsis, G::Articles, A::PageDown).by(&["PgDn", "Space", "Ctrl-f"], "", ""),
    on(P::Synopsis, G::Articles, A::PageUp).by(&["PgUp", "Ctrl-b"], "", ""),
    on(P::Synopsis, G::Articles, A::Top).by(&["gg", "Home"], "", ""),
    on(P::Synopsis, G::Articles, A::Bottom).by(&["G", "End"], "", ""),
    on(P::Synopsis, G::Articles, A::FirstColumn).by(&["0", "^"], "", ""),
    on(P::Synopsis, G::Articles, A::LastColumn).by(&["$"], "", ""),
    on(P::Synopsis, G::Articles, A::Cancel).by(
        &["Esc", "S", "q"],
        "close",
        "clear the filter, then go back to the articles",
    ),
    on(P::Synopsis, G::Program, A::Help).by(&["?"], "help", ""),
    on(P::Synopsis, G::Program, A::Legend).by(&["K"], "", ""),
    on(P::Synopsis, G::Program, A::Suspend).by(&["Ctrl-z"], "", ""),
    on(P::Synopsis, G::Program, A::Quit).by(&["Ctrl-c"], "", ""),
];
