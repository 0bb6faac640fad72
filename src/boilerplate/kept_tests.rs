use proptest::prelude::*;

use super::{Hidden, HiddenBy, Mask, kept, text_of};
use crate::article::Article;
use crate::text::Span;

/// Cleans a text in which brackets stand around what is hidden.
fn cleaned(drawn: &str) -> String {
    let (mut text, mut hidden, mut start) = (String::new(), Vec::new(), 0);
    for c in drawn.chars() {
        match c {
            '[' => start = text.len(),
            ']' => hidden.push(Hidden { span: Span::new(start, text.len()), by: HiddenBy::Session }),
            c => text.push(c),
        }
    }
    let article = Article::of_text("a", &text);
    text_of(&article, &kept(&article, &Mask::new(hidden)))
}

#[test]
fn what_remains_reads_as_if_nothing_had_been_there() {
    let cases = [
        ("Rain fell.\n\n[Give now.]\n\nAll went home.\n", "Rain fell.\n\nAll went home.\n"),
        ("[Give now.]\n\nRain fell.\n", "Rain fell.\n"),
        ("Rain fell.\n\n[Give now.]\n", "Rain fell.\n"),
        ("Rain fell. [Give now.] All went home.", "Rain fell. All went home."),
        ("[Give now.]All went home.", "All went home."),
        ("[Give now. ]All went home.", "All went home."),
        ("The wall stands. [(Holt/Gull)]\n\nRain.", "The wall stands.\n\nRain."),
        ("The wall [(Holt/Gull)], which stands.", "The wall, which stands."),
        ("Rain fell.\n\n([Holt/Gull]).\n\nAll went home.", "Rain fell.\n\nAll went home."),
        ("[Rain fell.]", ""),
        ("Rain fell. \n", "Rain fell. \n"),
        ("", ""),
    ];
    for (drawn, expected) in cases {
        assert_eq!(cleaned(drawn), expected, "{drawn:?}");
    }
}

proptest! {
    #[test]
    fn nothing_is_added_and_nothing_hidden_is_kept(text in "([a-c]{1,3}[ .]|\n\n|\\(|,){0,40}", cuts in prop::collection::vec((0..80_usize, 0..20_usize), 0..5)) {
        let article = Article::of_text("a", &text);
        let hidden = cuts.iter().map(|(start, length)| {
            let start = (*start).min(text.len());
            Hidden { span: Span::new(start, (start + length).min(text.len())), by: HiddenBy::Session }
        });
        let mask = Mask::new(hidden.collect());
        let kept = kept(&article, &mask);
        prop_assert!(kept.windows(2).all(|pair| pair[0].end() < pair[1].start()));
        prop_assert!(kept.iter().all(|span| span.end() <= text.len()));
        let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).count();
        let visible: usize = mask.visible(Span::new(0, text.len())).iter().map(|span| letters(span.of(&text))).sum();
        prop_assert_eq!(letters(&text_of(&article, &kept)), visible);
        if mask.hidden().is_empty() {
            prop_assert_eq!(text_of(&article, &kept), text);
        }
    }
}
