//! Rows as the reader sees them, and what holds for every text.

use proptest::collection::vec;
use proptest::prelude::{Just, ProptestConfig, Strategy, any, prop_assert, prop_assert_eq, prop_oneof, proptest};
use proptest::sample::select;
use unicode_segmentation::UnicodeSegmentation;

use super::cluster::clusters;
use super::glyph::{Glyph, glyphs, width};
use super::wrap::{TypesetText, row_glyphs, wrap};
use crate::kinds::Typeset;
use crate::text::Span;

/// Pieces of which odd texts are made.
const ODD: &[&str] = &[
    " ",
    " ",
    " ",
    "  ",
    "\n",
    "\r\n",
    " \n ",
    "\t",
    "\u{a0}",
    "\u{3000}",
    "\u{2028}",
    "\u{85}",
    "harbour",
    "a",
    "-",
    "—",
    "!",
    "“",
    "1,000",
    "/",
    "漢",
    "字",
    "。",
    "> ",
    "ไทย",
    "e\u{301}",
    "\u{301}",
    "\u{30a}\u{323}",
    "👩‍👩‍👧",
    "❤\u{fe0f}",
    "\u{fe0f}",
    "🇳🇴",
    "\u{200b}",
    "\u{200d}",
    "\u{2060}",
    "\u{ad}",
    "\u{feff}",
    "\u{0}",
    "\u{1b}[2J",
    "\u{9b}",
    "\u{7f}",
    "\u{202e}",
    "\u{2066}",
    "שלום",
    "سلام",
    "क्षि",
    "\u{93f}",
    "ｶ\u{ff9e}",
    "\u{ff9e}",
    "한",
    "\u{1161}",
    "\u{17d8}",
    "\u{600}",
    "ภาษา",
    "\u{10ffff}",
];

/// Makes texts of odd pieces and of any characters.
pub fn odd_text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        6 => select(ODD).prop_map(str::to_owned),
        2 => Just("word ".to_owned()),
        1 => any::<char>().prop_map(String::from),
    ];
    vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

/// Draws the rows of a text as they are shown.
fn drawn(text: &str, measure: usize) -> Vec<String> {
    let rows = wrap(text, Span::new(0, text.len()), measure);
    rows.iter().map(|row| shown(text, &rows, *row, measure).0).collect()
}

/// What is shown of a row and how wide it is.
fn shown(text: &str, rows: &[Span], row: Span, measure: usize) -> (String, usize) {
    let last = rows.last().copied().unwrap_or_default();
    row_glyphs(TypesetText { text, typeset: &Typeset::default() }, row, last, measure)
        .fold((String::new(), 0), |(drawn, cells), glyph| (drawn + &glyph.symbol, cells + glyph.width))
}

#[test]
fn breaks_between_words_as_late_as_it_can() {
    let cases: &[(&str, usize, &[&str])] = &[
        ("the ferry left at noon", 9, &["the ferry", "left at", "noon"]),
        ("the ferry left at noon", 100, &["the ferry left at noon"]),
        ("the ferry", 3, &["the", "fer", "ry"]),
        ("hard-line view", 6, &["hard-", "line", "view"]),
        ("tide—and—time", 6, &["tide—", "and—", "time"]),
        ("no\u{a0}break here", 6, &["no bre", "ak", "here"]),
        ("said \u{201c}no\u{201d} so", 7, &["said", "\u{201c}no\u{201d} so"]),
        ("ab", 0, &["a", "b"]),
        ("", 5, &[""]),
    ];
    for (text, measure, rows) in cases {
        assert_eq!(drawn(text, *measure), *rows, "{text:?} at {measure}");
    }
}

#[test]
fn lets_white_space_hang_at_a_break() {
    let text = "salt   wind";
    assert_eq!(wrap(text, Span::new(0, text.len()), 4), [Span::new(0, 7), Span::new(7, 11)]);
    assert_eq!(drawn(text, 4), ["salt", "wind"]);
    assert_eq!(drawn(text, 11), ["salt   wind"], "spaces inside a row are kept as typed");
    assert_eq!(drawn("salt !", 4), ["salt", "!"]);
}

#[test]
fn reads_line_breaks_as_one_space() {
    for text in ["low\ntide", "low\r\ntide", "low \n  tide", "low\rtide", "low\u{2028}tide", "low\t\ntide"] {
        assert_eq!(drawn(text, 20), ["low tide"], "{text:?}");
        assert_eq!(drawn(text, 4), ["low", "tide"], "{text:?}");
    }
}

#[test]
fn measures_in_cells() {
    let cases: &[(&str, usize, &[&str])] = &[
        ("港口今天關閉", 4, &["港口", "今天", "關閉"]),
        ("港口今天關閉", 5, &["港口", "今天", "關閉"]),
        ("港口。今天", 4, &["港", "口。", "今天"]),
        ("港a", 1, &["港", "a"]),
        ("e\u{301}e\u{301}e\u{301}", 2, &["e\u{301}e\u{301}", "e\u{301}"]),
        ("👩‍👩‍👧👩‍👩‍👧", 3, &["👩‍👩‍👧", "👩‍👩‍👧"]),
    ];
    for (text, measure, rows) in cases {
        assert_eq!(drawn(text, *measure), *rows, "{text:?} at {measure}");
    }
}

#[test]
fn shows_a_soft_hyphen_only_where_it_breaks_a_word() {
    let text = "light\u{ad}house keeper";
    assert_eq!(drawn(text, 20), ["lighthouse keeper"]);
    assert_eq!(drawn(text, 6), ["light-", "house", "keeper"]);
    assert_eq!(drawn(text, 5), ["light", "house", "keepe", "r"], "no room for the hyphen");
    assert_eq!(drawn("light\u{ad}", 6), ["light"], "nothing follows");
}

#[test]
fn breaks_at_a_zero_width_space_without_a_trace() {
    assert_eq!(drawn("north\u{200b}wind", 6), ["north", "wind"]);
    assert_eq!(drawn("north\u{200b}wind", 9), ["northwind"]);
}

#[test]
fn sets_a_very_long_paragraph_in_one_go() {
    for unit in ["a", " ", "word ", "\u{301}", "\u{ad}", "漢", "a\u{a0}", " \n"] {
        let text = unit.repeat(100_000);
        let rows = wrap(&text, Span::new(0, text.len()), 40);
        assert_eq!(rows.iter().map(|row| row.len()).sum::<usize>(), text.len(), "{unit:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn rows_hold_every_byte_once_and_tear_no_cluster(text in odd_text(), measure in 1_usize..30) {
        let rows = wrap(&text, Span::new(0, text.len()), measure);
        let borders = text.grapheme_indices(true).map(|(at, _)| at).chain([text.len()]).collect::<Vec<_>>();
        let mut at = 0;
        for row in &rows {
            prop_assert_eq!(row.start(), at);
            prop_assert!(!row.is_empty() || text.is_empty());
            prop_assert!(borders.binary_search(&row.end()).is_ok());
            at = row.end();
        }
        prop_assert_eq!(at, text.len());
    }

    #[test]
    fn no_row_is_wider_than_the_measure(text in odd_text(), measure in 1_usize..30) {
        let rows = wrap(&text, Span::new(0, text.len()), measure);
        for row in &rows {
            let (drawn, cells) = shown(&text, &rows, *row, measure);
            let inked = clusters(&text, *row).filter(|cluster| width(*cluster) > 0 && cluster.space.is_none()).count();
            prop_assert!(cells <= measure || inked == 1, "{:?} is {} cells", drawn, cells);
        }
    }

    #[test]
    fn a_narrower_measure_loses_no_ink(text in odd_text(), measure in 1_usize..30, less in 1_usize..30) {
        let ink = |measure: usize| {
            let rows = drawn(&text, measure).concat();
            rows.chars().filter(|c| !c.is_whitespace() && *c != '-').collect::<String>()
        };
        prop_assert_eq!(ink(measure), ink(measure.saturating_sub(less)));
    }

    #[test]
    fn a_row_ends_only_where_the_next_word_has_no_room(words in vec("[a-z]{1,8}", 1..40), measure in 8_usize..30) {
        let rows = drawn(&words.join(" "), measure);
        prop_assert_eq!(rows.join(" "), words.join(" "));
        for pair in rows.windows(2) {
            let next = pair[1].split(' ').next().unwrap();
            prop_assert!(pair[0].len() + 1 + next.len() > measure);
        }
    }
}

#[test]
fn a_mark_that_ends_a_sentence_never_begins_a_row_because_a_line_broke_before_it() {
    let text = "港の事務所は十二人の船員を雇い\n。誰も知らなかった";
    for measure in 4..60 {
        let rows = wrap(text, Span::new(0, text.len()), measure);
        assert!(rows.iter().all(|row| !row.of(text).starts_with('。')), "at {measure}: {rows:?}");
    }
}

proptest! {
    #[test]
    fn a_plain_row_is_shown_as_the_glyphs_of_its_text(text in "[ -~]{0,60}") {
        let row = Span::new(0, text.len());
        let quick: Vec<Glyph<'_>> =
            row_glyphs(TypesetText { text: &text, typeset: &Typeset::default() }, row, row, 80).collect();
        let slow: Vec<Glyph<'_>> = glyphs(text.trim_end(), Span::new(0, text.trim_end().len())).collect();
        prop_assert_eq!(quick, slow);
    }
}
