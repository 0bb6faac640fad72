//! Changes of one fact of which two parts differ, said as one.

use crate::article::Article;
use crate::collate::Variant;
use crate::text::{Pair, Side, Span};

/// Bytes between two parts of one fact at the most: ` September`.
const NEAR: usize = 16;

/// Joins what one article lacks before a word or two and the other behind them, if it is one fact: `[3] March`, `March [5]`.
pub(super) fn one_fact_each(articles: Pair<&Article>, all: Vec<Variant>) -> Vec<Variant> {
    let mut found: Vec<Variant> = Vec::new();
    for variant in all {
        let last = found.last_mut().filter(|last| is_rest_of(last, &variant));
        let Some(last) = last else {
            found.push(variant);
            continue;
        };
        last.spans = Pair::from_fn(|side| {
            let whole = last.spans[side].join(variant.spans[side]);
            let text = whole.of(&articles[side].text);
            Span::new(whole.end() - text.trim_start().len(), whole.end())
        });
    }
    found
}

/// Whether two changes with the same fact each are of one side alone, the one of the other side than the other, and stand near each other.
fn is_rest_of(one: &Variant, next: &Variant) -> bool {
    let only =
        |variant: &Variant, side: Side| variant.spans[side.other()].is_empty() && !variant.spans[side].is_empty();
    let near = |side: Side| next.spans[side].start().checked_sub(one.spans[side].end()).is_some_and(|gap| gap <= NEAR);
    one.kinds == next.kinds
        && Side::BOTH.into_iter().any(|side| only(one, side) && only(next, side.other()))
        && Side::BOTH.into_iter().all(near)
}

#[cfg(test)]
mod tests {
    use super::one_fact_each;
    use crate::article::Article;
    use crate::collate;
    use crate::text::Pair;

    #[test]
    fn two_parts_of_a_date_are_one_and_two_dates_are_two() {
        let end = "in the hall of the old town, as it was in the year before that one.";
        let told = |left: &str, right: &str| {
            let articles = Pair::new(left, right)
                .map(|words| Article::of_text("a", &format!("The winter fair is held {words} {end}")));
            let found = collate(&articles.left, &articles.right);
            let all =
                found.matches.iter().flat_map(|it| it.variants.clone()).filter(|it| it.kinds.has_fact()).collect();
            let joined = one_fact_each(articles.as_ref(), all).into_iter();
            joined
                .map(|it| {
                    format!("{}|{}", it.spans.left.of(&articles.left.text), it.spans.right.of(&articles.right.text))
                })
                .collect::<Vec<String>>()
        };
        assert_eq!(told("again on 3 March", "again on March 5"), ["3 March|March 5"]);
        assert_eq!(told("on Monday and on Friday", "on Tuesday and on Sunday").len(), 2);
    }
}
