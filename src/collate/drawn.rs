//! Tests of collations as drawings: brackets in two texts show what they share.
//!
//! `[1 … ]` is a verbatim passage, `[1~ … ]` an edited one; a `>` after it marks it as moved, a `=` as an echo. Both sides have the same
//! numbers.

use super::{Cancel, Class, Collation, Match, Witness, collate};
use crate::article::Article;
use crate::boilerplate::{Hidden, HiddenBy, Mask};
use crate::text::{Pair, Side, Span};

/// Collates two texts of which `‹…›` is hidden and expects the brackets in them to be what is found.
pub(super) fn check(left: &str, right: &str) {
    let drawn = Pair::new(left, right);
    let articles = drawn.map(|text| Article::of_text("text", &without_brackets(text)));
    let plain = articles.as_ref().map(|article| article.text.replace(['‹', '›'], ""));
    let masks = articles.as_ref().map(|article| mask(&article.text));
    let articles = plain.map(|text| Article::of_text("text", &text));
    let collation = collated(&articles, &masks);
    for side in Side::BOTH {
        let expected = drawn[side].replace(['‹', '›'], "");
        assert_eq!(draw(&articles[side], side, &collation), expected, "{side:?}; all: {collation:#?}");
    }
}

/// Collates two texts as they are.
pub(super) fn collated(articles: &Pair<Article>, masks: &Pair<Mask>) -> Collation {
    let witnesses = Pair::from_fn(|side| Witness { article: &articles[side], mask: &masks[side] });
    collate(witnesses, &Cancel::default()).expect("not cancelled")
}

/// Collates two texts of which nothing is hidden.
pub(super) fn of_texts(left: &str, right: &str) -> (Pair<Article>, Collation) {
    let articles = Pair::new(left, right).map(|text| Article::of_text("text", text));
    let collation = collated(&articles, &Pair::default());
    (articles, collation)
}

fn without_brackets(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find(['[', ']']) {
        out.push_str(&rest[..at]);
        let opens = rest[at..].starts_with('[');
        rest = &rest[at + 1..];
        if opens {
            rest = rest.split_once(' ').map_or("", |(_, rest)| rest);
        }
    }
    out + rest
}

fn mask(text: &str) -> Mask {
    let (mut hidden, mut place, mut start) = (Vec::new(), 0, 0);
    for c in text.chars() {
        match c {
            '‹' => start = place,
            '›' => hidden.push(Hidden { span: Span::new(start, place), by: HiddenBy::Session }),
            c => place += c.len_utf8(),
        }
    }
    Mask::new(hidden)
}

fn draw(article: &Article, side: Side, collation: &Collation) -> String {
    let mut marks: Vec<(usize, bool, String)> = Vec::new();
    for (at, m) in collation.matches.iter().enumerate() {
        let span = m.passages[side].span;
        marks.push((span.start(), true, format!("[{} ", label(at, m))));
        marks.push((span.end(), false, "]".to_owned()));
    }
    marks.sort_by_key(|(place, opens, _)| (std::cmp::Reverse(*place), std::cmp::Reverse(!*opens)));
    let mut text = article.text.clone();
    for (place, _, mark) in marks {
        text.insert_str(place, &mark);
    }
    text
}

fn label(at: usize, m: &Match) -> String {
    let class = match m.class {
        Class::Verbatim => "",
        Class::Edited => "~",
        Class::Reworded => "≈",
    };
    format!("{}{class}{}{}", at + 1, if m.moved { ">" } else { "" }, if m.echo { "=" } else { "" })
}
