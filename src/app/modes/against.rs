//! A sentence with what it has more, and less, than another article's.

use rustc_hash::FxHashSet;

use crate::article::Article;
use crate::collate::{Weight, Worded};
use crate::text::{Key, Pair, Span, break_len, gap};

/// From how many words in a row words stand elsewhere, or all of them if they are fewer; runs of five count in the matrix, too (chosen).
const IN_A_ROW: usize = 5;

/// A sentence that is compared, and others that the list shows of its article.
pub(super) struct Against {
    /// The sentence.
    pub sentence: usize,
    /// The others, which may have what this one lacks.
    pub also: Vec<usize>,
}

/// A sentence as the right article has it: what the left one lacks is highlighted, and what the left one has in addition is between `[-`
/// and `-]`, unless it stands nearby.
pub(super) fn against(articles: Pair<&Article>, there: Against, found: &Worded) -> (String, Vec<Span>) {
    let Some(whole) = articles.right.sentences.get(there.sentence).map(|sentence| sentence.span) else {
        return (String::new(), Vec::new());
    };
    let (mut words, mut lit, mut from) = (String::new(), Vec::new(), whole.start());
    for variant in found.variants.iter().filter(|variant| variant.weight == Weight::Changed) {
        let (gone, come) = (variant.spans.left, variant.spans.right);
        let lacks = lacking(articles, &there, gone);
        if come.start() < from || (come.is_empty() && lacks.is_empty()) {
            continue;
        }
        words.push_str(&on_one_line_lit(articles.right, Span::new(from, come.start()), &[]).0);
        if come.is_empty() && words.ends_with(char::is_alphanumeric) {
            words.push(' ');
        }
        let start = words.len();
        match come.is_empty() {
            true => {
                let gone = lacks.iter().map(|gone| format!("[-{}-]", on_one_line_lit(articles.left, *gone, &[]).0));
                words.push_str(&gone.collect::<Vec<String>>().join(" "));
            }
            false => words.push_str(&on_one_line_lit(articles.right, come, &[]).0),
        }
        lit.push(Span::new(start, words.len()));
        let next = articles.right.text.get(come.end()..).and_then(|rest| rest.chars().next());
        if come.is_empty() && next.is_some_and(char::is_alphanumeric) {
            words.push(' ');
        }
        from = come.end();
    }
    words.push_str(&on_one_line_lit(articles.right, Span::new(from.min(whole.end()), whole.end()), &[]).0);
    (words, lit)
}

/// The parts of `gone` that stand neither in the right article's paragraph nor in the other sentences listed of it.
fn lacking(articles: Pair<&Article>, there: &Against, gone: Span) -> Vec<Span> {
    let tokens = articles.left.tokens.get(articles.left.tokens_in(gone)).unwrap_or_default();
    let keys: Vec<Key> = tokens.iter().map(|token| token.key).collect();
    let length = IN_A_ROW.min(keys.len());
    if length < 2 {
        return vec![gone];
    }
    let around =
        articles.right.sentences.get(there.sentence).map(|own| articles.right.paragraph_id_at(own.span.start()));
    let paragraph = around.and_then(|id| articles.right.paragraphs.get(id.0)).map(|own| own.tokens.clone());
    let also = there.also.iter().filter_map(|at| Some(articles.right.sentences.get(*at)?.tokens.clone()));
    let places = paragraph.into_iter().chain(also);
    let words = places.filter_map(|place| articles.right.tokens.get(place));
    let rows = words.flat_map(|words| words.windows(length)).map(|row| row.iter().map(|word| word.key).collect());
    let rows: FxHashSet<Vec<Key>> = rows.collect();
    let mut stands = vec![false; keys.len()];
    for (at, row) in keys.windows(length).enumerate() {
        if rows.contains(row) {
            stands[at..at + length].fill(true);
        }
    }
    if !stands.contains(&true) {
        return vec![gone];
    }
    let mut lacks: Vec<Span> = Vec::new();
    for (at, token) in tokens.iter().enumerate().filter(|(at, _)| !stands[*at]) {
        match lacks.last_mut().filter(|_| at > 0 && !stands[at - 1]) {
            Some(last) => *last = last.join(token.span),
            None => lacks.push(token.span),
        }
    }
    lacks
}

/// A stretch of a text on one line, and where the highlighted words are in it.
pub(super) fn on_one_line_lit(article: &Article, span: Span, lit: &[Span]) -> (String, Vec<Span>) {
    let mut words = String::new();
    let mut found: Vec<Span> = Vec::new();
    let mut lit = lit.iter().peekable();
    let mut set = span.start();
    for (at, c) in article.text.get(span.range()).unwrap_or_default().char_indices() {
        let (place, start) = (span.start() + at, words.len());
        if place >= set {
            let (before, rest) = article.text.split_at(place);
            let blank = rest.len() - rest.trim_start().len();
            let broken = break_len(&article.text, place);
            set = place + broken.max(blank).max(c.len_utf8());
            match (broken, blank) {
                (0, 0) => words.push(c),
                (0, _) => words.push(' '),
                _ => words.push_str(gap(before.chars().next_back(), rest[broken..].chars().next())),
            }
        }
        while lit.next_if(|lit| lit.end() <= place).is_some() {}
        if lit.peek().is_some_and(|lit| lit.contains(place)) {
            match found.last_mut().filter(|last| last.end() == start) {
                Some(last) => *last = last.join(Span::new(start, words.len())),
                None => found.push(Span::new(start, words.len())),
            }
        }
    }
    (words, found)
}
