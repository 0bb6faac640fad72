//! The files in which a new rule can be saved.

use super::desk::Desk;
use std::path::PathBuf;

use crate::boilerplate::{Reach, Rulebook};

/// The files in which a rule for an article can be saved: the reader's own, then the team's, the nearest first; if the team has none yet,
/// the one that would be beside the article.
pub fn rule_files(desk: &Desk, article: usize) -> Vec<&Rulebook> {
    let Some(article) = desk.library.articles.get(article) else { return Vec::new() };
    let mut files: Vec<&Rulebook> = desk.rules.books.reaching(article).collect();
    let known = |book: &Rulebook| book.made || book.reach == Reach::Everywhere;
    if files.iter().skip(1).any(|book| known(book)) {
        files.retain(|book| known(book));
    } else {
        files.truncate(2);
    }
    files
}

/// The file with this number among them (the last one if there are fewer), and how far its rules reach.
pub(in crate::app) fn rule_file(desk: &Desk, article: usize, number: usize) -> (PathBuf, Reach) {
    let files = rule_files(desk, article);
    let file = files.get(number).or(files.last());
    file.map(|book| (book.file.clone(), book.reach.clone())).unwrap_or_default()
}

/// The number of the next file; after the last comes the first. Says so if there is only one.
pub(in crate::app) fn next_rule_file(desk: &mut Desk, article: usize, number: usize) -> usize {
    let count = rule_files(desk, article).len();
    if count < 2 {
        desk.warn("This article is in no folder that could hold team rules");
        return 0;
    }
    (number.min(count - 1) + 1) % count
}

/// The reader's own file.
pub(in crate::app) fn own_file(desk: &Desk) -> PathBuf {
    desk.rules.books.books.first().map(|book| book.file.clone()).unwrap_or_default()
}
