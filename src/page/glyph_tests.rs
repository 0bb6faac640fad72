//! What the reader sees for characters that are no plain letters.

use proptest::prelude::{ProptestConfig, prop_assert, prop_assert_eq, proptest};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::glyph::glyphs;
use super::wrap_tests::odd_text;
use crate::text::Span;

/// Draws each glyph as its symbol and its width.
fn drawn(text: &str) -> Vec<(String, usize)> {
    glyphs(text, Span::new(0, text.len())).map(|glyph| (glyph.symbol.into_owned(), glyph.width)).collect()
}

#[test]
fn shows_each_character_in_its_cells() {
    let cases: &[(&str, &[(&str, usize)])] = &[
        ("", &[]),
        ("ab", &[("a", 1), ("b", 1)]),
        ("e\u{301}é", &[("e\u{301}", 1), ("é", 1)]),
        ("港口", &[("港", 2), ("口", 2)]),
        ("👩‍👩‍👧❤\u{fe0f}🇳🇴", &[("👩‍👩‍👧", 2), ("❤\u{fe0f}", 2), ("🇳🇴", 2)]),
        ("한\u{1112}\u{1161}", &[("한", 2), ("\u{1112}\u{1161}", 2)]),
        ("שלום", &[("ש", 1), ("ל", 1), ("ו", 1), ("ם", 1)]),
    ];
    for (text, expected) in cases {
        let expected = expected.iter().map(|(symbol, width)| ((*symbol).to_owned(), *width)).collect::<Vec<_>>();
        assert_eq!(drawn(text), expected, "{text:?}");
    }
}

#[test]
fn parts_a_syllable_wider_than_two_cells() {
    assert_eq!(drawn("क्षि"), [("क्ष".to_owned(), 2), ("ि".to_owned(), 1)]);
}

#[test]
fn shows_half_width_sound_marks_on_their_letter() {
    assert_eq!(drawn("ｶ\u{ff9e}ﾊ\u{ff9f}"), [("ｶ\u{3099}".to_owned(), 1), ("ﾊ\u{309a}".to_owned(), 1)]);
}

#[test]
fn shows_white_space_as_spaces() {
    for text in
        [" ", "\t", "\u{a0}", "\u{3000}", "\u{202f}", "\n", "\r\n", "\r", "\u{2028}", "\u{85}", " \n\t ", "\r\n\r\n"]
    {
        assert_eq!(drawn(text), [(" ".to_owned(), 1)], "{text:?}");
    }
    assert_eq!(drawn("  \t").len(), 3, "a run without a line break is kept");
}

#[test]
fn shows_nothing_for_a_line_break_between_letters_that_no_space_parts() {
    let shown = |text: &str| drawn(text).into_iter().map(|(symbol, _)| symbol).collect::<String>();
    for (text, row) in [
        ("再び\n開く", "再び開く"),
        ("た\r\n 。誰", "た。誰"),
        ("ตอน\nคน", "ตอนคน"),
        ("수문\n은", "수문 은"),
        ("> the\n> lock", "> the lock"),
        ("> 再\n> び", "> 再び"),
        ("the\n>5", "the >5"),
    ] {
        assert_eq!(shown(text), row);
        let whole: usize = glyphs(text, Span::new(0, text.len())).map(|glyph| glyph.span.len()).sum();
        assert_eq!(whole, text.len(), "{text:?}");
    }
    let first: String = glyphs("再び\n開く", Span::new(0, 7)).map(|glyph| glyph.symbol.into_owned()).collect();
    assert_eq!(first, "再び", "by what stands after the span");
}

#[test]
fn shows_controls_without_sending_them() {
    let cases = [
        ("\0", "\u{2400}"),
        ("\u{1b}", "\u{241b}"),
        ("\u{1f}", "\u{241f}"),
        ("\u{7f}", "\u{2421}"),
        ("\u{9b}", "\u{fffd}"),
        ("\u{202e}", "\u{fffd}"),
        ("\u{2067}", "\u{fffd}"),
    ];
    for (text, symbol) in cases {
        assert_eq!(drawn(text), [(symbol.to_owned(), 1)], "{text:?}");
    }
    let escape = drawn("a\u{1b}[31m").into_iter().map(|(symbol, _)| symbol).collect::<String>();
    assert_eq!(escape, "a\u{241b}[31m");
}

#[test]
fn gives_a_lone_mark_a_circle_to_stand_on() {
    assert_eq!(drawn("\u{301}"), [("\u{25cc}\u{301}".to_owned(), 1)]);
    assert_eq!(drawn("\n\u{301}"), [(" ".to_owned(), 1), ("\u{25cc}\u{301}".to_owned(), 1)]);
    assert_eq!(drawn(" \u{301}"), [(" \u{301}".to_owned(), 1)], "a space is a base of its own");
}

#[test]
fn keeps_unseen_what_is_meant_to_be_unseen() {
    for text in ["\u{ad}", "\u{200b}", "\u{feff}", "\u{200f}", "\u{2060}", "\u{200d}", "\u{fe0f}", "\u{3164}"] {
        assert_eq!(drawn(text), [(String::new(), 0)], "{text:?}");
    }
}

#[test]
fn shows_the_first_of_endless_marks_only() {
    let text = format!("a{}", "\u{301}".repeat(100_000));
    let shown = drawn(&text);
    assert_eq!(shown.len(), 1);
    assert!(shown[0].0.starts_with("a\u{301}") && shown[0].0.len() < 100);
    let wide = format!("क{}", "\u{93f}".repeat(10_000));
    assert!(drawn(&wide).iter().all(|(_, width)| *width <= 2));
}

#[test]
fn reads_spans_that_fit_no_character() {
    let text = "é漢";
    let shown = glyphs(text, Span::new(1, 3)).map(|glyph| glyph.symbol.into_owned()).collect::<String>();
    assert_eq!(shown, text);
    assert_eq!(glyphs(text, Span::new(50, 90)).count(), 0);
}

/// Whether `c` turns the reading direction for what follows.
fn turns(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn every_byte_has_one_glyph_that_is_safe_to_send(text in odd_text()) {
        let mut at = 0;
        for glyph in glyphs(&text, Span::new(0, text.len())) {
            prop_assert_eq!(glyph.span.start(), at);
            prop_assert!(!glyph.span.is_empty());
            at = glyph.span.end();
            prop_assert!(glyph.width <= 2);
            prop_assert_eq!(glyph.width, glyph.symbol.width());
            prop_assert_eq!(glyph.width == 0, glyph.symbol.is_empty());
            prop_assert!(!glyph.symbol.contains(|c: char| c.is_control()));
            prop_assert!(!glyph.symbol.contains(turns));
            prop_assert!(glyph.symbol.graphemes(true).count() <= 2);
        }
        prop_assert_eq!(at, text.len());
    }
}
