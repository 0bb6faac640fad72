//! Words hidden inside a sentence take no part in what is found, wherever they stand.

use proptest::prelude::{Just, Strategy, prop, prop_assert, prop_assert_eq, proptest};

use super::drawn::{check, collated};
use super::{Class, Exactness, Witness, collate_in_order, variants};
use crate::article::Article;
use crate::boilerplate::{Hidden, HiddenBy, Mask};
use crate::collate::Cancel;
use crate::text::{Pair, Side, Span};

const WORDS: [&str; 12] = [
    "candle", "orchard", "harbour", "mountain", "needle", "kettle", "engine", "palace", "dragon", "jungle", "river",
    "lantern",
];

/// Makes an article of words, and hides those that are marked.
fn article(words: &[(&str, bool)]) -> (Article, Mask) {
    let (mut text, mut hidden) = (String::new(), Vec::new());
    for (word, hides) in words {
        let start = text.len();
        text.push_str(word);
        if *hides {
            hidden.push(Hidden { span: Span::new(start, text.len()), by: HiddenBy::Session });
        }
        text.push(' ');
    }
    text.push('.');
    (Article::of_text("text", &text), Mask::new(hidden))
}

#[test]
fn words_hidden_inside_a_sentence_are_no_change() {
    check(
        "[1 The keeper of the gate ‹hidden words› counted every lantern twice before dawn.]",
        "[1 The keeper of the gate counted every lantern twice before dawn.]",
    );
    check(
        "[1~ candle orchard harbour mountain needle mountain forest kettle ‹hidden words› orchard engine palace garden dragon needle river needle dragon jungle.]",
        "[1~ candle orchard harbour mountain needle mountain forest kettle orchard engine palace garden dragon needle river needle orchard jungle.]",
    );
}

#[test]
fn the_readings_of_a_statement_leave_hidden_words_out() {
    let drawn = [("candle", false), ("orchard", false), ("hidden", true), ("river", false)];
    let (left, right) = (article(&drawn), article(&[("candle", false), ("orchard", false), ("lantern", false)]));
    let witnesses = Pair::new(&left, &right).map(|(article, mask)| Witness { article, mask });
    let found = variants(witnesses, Pair::new(0..4, 0..3));
    let said: Vec<&str> = found.iter().map(|variant| variant.spans.left.of(&left.0.text)).collect();
    assert_eq!(said, ["river"]);
}

#[test]
fn the_number_of_an_item_goes_with_what_is_seen_of_it() {
    for (text, hides) in [
        ("Tea is served.\n\n10. Ferries sail.\n\nGulls sleep.", "Ferries sail."),
        ("Tea is served.\n\n2. Ferries sail.\n\nGulls sleep.", "Ferries"),
    ] {
        let start = text.find(hides).expect("it stands there");
        let hidden = Hidden { span: Span::new(start, start + hides.len()), by: HiddenBy::Session };
        let (article, mask) = (Article::of_text("text", text), Mask::new(vec![hidden]));
        let witness = Witness { article: &article, mask: &mask };
        let found = collate_in_order(Pair::new(witness, witness), Exactness::default(), &Cancel::default());
        assert!(found.expect("not cancelled").is_same(), "{text}");
    }
}

/// Words, and whether each is hidden.
type Drawn = Vec<(&'static str, bool)>;

fn story() -> impl Strategy<Value = Drawn> {
    let word = (prop::sample::select(WORDS.to_vec()), prop::sample::select(vec![false, false, false, true]));
    prop::collection::vec(word, 4..40)
}

fn edited() -> impl Strategy<Value = (Drawn, Drawn)> {
    let edits = prop::collection::vec((0usize..40, 0usize..4, prop::sample::select(WORDS.to_vec())), 0..6);
    (story(), edits).prop_flat_map(|(story, edits)| {
        let mut other = story.clone();
        for (at, kind, word) in edits {
            let at = at % other.len();
            match kind {
                0 => other[at].0 = word,
                1 if other.len() > 2 => drop(other.remove(at)),
                2 => other.insert(at, (word, true)),
                _ => other[at].1 = !other[at].1,
            }
        }
        (Just(story), Just(other))
    })
}

proptest! {
    #[test]
    fn what_is_hidden_is_never_told_as_changed((left, right) in edited()) {
        let both = Pair::new(article(&left), article(&right));
        let (articles, masks) = (both.as_ref().map(|it| it.0.clone()), both.as_ref().map(|it| it.1.clone()));
        for in_order in [false, true] {
            let witnesses = Pair::from_fn(|side| Witness { article: &articles[side], mask: &masks[side] });
            let found = match in_order {
                false => collated(&articles, &masks),
                true => collate_in_order(witnesses, Exactness::WORDS, &Cancel::default()).expect("not cancelled"),
            };
            for m in &found.matches {
                for side in Side::BOTH {
                    let tokens = &articles[side].tokens;
                    let is_visible = |span: Span| !masks[side].hidden().iter().any(|hidden| hidden.span.overlaps(span));
                    let visible = tokens[m.passages[side].tokens.clone()].iter().filter(|token| is_visible(token.span));
                    prop_assert_eq!(m.changed(side), visible.count() - m.shared, "{:?} in order: {}", m, in_order);
                    prop_assert!(m.class != Class::Verbatim || m.changed(side) == 0, "{m:?} in order: {in_order}");
                    for span in m.variants.iter().map(|variant| variant.spans[side]).filter(|span| !span.is_empty()) {
                        let inside = tokens.iter().filter(|token| span.covers(token.span)).collect::<Vec<_>>();
                        let ends = [inside.first(), inside.last()].into_iter().flatten();
                        prop_assert!({ ends }.all(|token| is_visible(token.span)), "{m:?} in order: {in_order}");
                    }
                }
            }
        }
    }
}
