use proptest::prelude::*;
use unicode_segmentation::UnicodeSegmentation;

use super::cluster::clusters;
use crate::text::Span;

proptest! {
    #[test]
    fn without_white_space_they_are_the_graphemes_of_unicode(
        parts in prop::collection::vec(
            prop::sample::select(vec![
                "a", "Z", "-", "~", "\u{301}", "é", "क", "\u{94d}", "ष", "🇩", "🇪", "👩", "\u{200d}", "🚀", "\u{fe0f}", "\u{600}", "ᄀ", "ᅡ",
                "字", "\u{ad}", "\u{7}",
            ]),
            0..24,
        )
    ) {
        let text = parts.concat();
        let found: Vec<(usize, &str)> =
            clusters(&text, Span::new(0, text.len())).map(|cluster| (cluster.start, cluster.text)).collect();
        prop_assert_eq!(found, text.grapheme_indices(true).collect::<Vec<_>>());
    }

    #[test]
    fn no_byte_is_left_out(text in "[ a\\n\\r\\t>é\u{301}]{0,20}") {
        let found = clusters(&text, Span::new(0, text.len()));
        prop_assert_eq!(found.map(|cluster| cluster.text).collect::<String>(), text);
    }
}
