//! The short names of the articles over the columns of the synopsis.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::ink::measure;
use crate::article::Article;

/// The outlets of the articles where each has one of its own, else their titles.
pub(super) fn outlets(articles: &[Arc<Article>]) -> Vec<&str> {
    let sources: Vec<&str> = articles.iter().filter_map(|article| article.known_source()).collect();
    let bare: Vec<&str> = sources.into_iter().map(|source| source.strip_prefix("www.").unwrap_or(source)).collect();
    let distinct = bare.iter().collect::<BTreeSet<_>>().len();
    if distinct == articles.len() { bare } else { articles.iter().map(|article| article.called()).collect() }
}

/// Names as they fit into some columns; where they would then be alike, without the beginning that all have.
pub(super) fn short_names(all: &[&str], room: usize) -> Vec<String> {
    let cut_to = |from: usize| all.iter().map(|name| short(name.get(from..).unwrap_or_default(), room)).collect();
    let plain: Vec<String> = cut_to(0);
    let distinct = plain.iter().collect::<BTreeSet<_>>().len();
    if distinct == plain.len() {
        return plain;
    }
    let first = all.first().copied().unwrap_or_default();
    let common =
        first.char_indices().map(|(at, _)| at).take_while(|at| all.iter().all(|name| name.starts_with(&first[..*at])));
    cut_to(common.last().unwrap_or(0))
}

/// The beginning of a name.
fn short(name: &str, room: usize) -> String {
    let mut said = String::new();
    for letter in name.chars() {
        said.push(letter);
        if measure(&said, room + 1) > room {
            said.pop();
            break;
        }
    }
    said
}
