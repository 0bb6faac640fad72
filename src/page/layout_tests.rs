//! The map between places and rows: drawn once, then whatever the text.

use std::sync::Arc;

use proptest::collection::vec;
use proptest::prelude::{Just, ProptestConfig, Strategy, any, prop_assert, prop_assert_eq, prop_oneof, proptest};

use super::block::Folding;
use super::block_tests::set;
use super::layout::Page;
use super::spot::{Row, Spot};
use super::wrap_tests::odd_text;
use crate::article::{Article, Origin, ParagraphId};
use crate::boilerplate::{Hidden, HiddenBy, Mask, RuleId};
use crate::kinds::{self, With};
use crate::text::Span;

const TEXT: &str = "Gulls circled the mast. Give today.\n\nSubscribe now.\n\nThe crew slept.";

/// `Gulls circled / the mast. / ⋯ / (gap) / Subscribe now. / (gap) / The crew / slept.`
fn page() -> Page {
    set(TEXT, &[("Give today.", "appeal")], Folding::Folded, 14)
}

fn spot(block: usize, row: usize) -> Spot {
    Spot { block, row }
}

#[test]
fn finds_the_row_of_a_place() {
    let page = page();
    let cases = [
        ("Gulls", spot(0, 0)),
        (" the mast", spot(0, 0)),
        ("the mast", spot(0, 1)),
        (" Give", spot(0, 1)),
        ("Give", spot(1, 0)),
        ("today", spot(1, 0)),
        ("\nSubscribe", spot(1, 0)),
        ("now", spot(2, 0)),
        ("slept", spot(3, 1)),
    ];
    for (passage, expected) in cases {
        assert_eq!(page.spot_of(TEXT.find(passage).unwrap()), expected, "{passage:?}");
    }
    assert_eq!(page.spot_of(9_999), page.last());
}

#[test]
fn the_columns_of_a_table_are_aligned_and_lead_to_the_source() {
    let source = "The fares are these.\n\n| to | fare |\n|---|---:|\n| Lunn | 4 |\n| the isle | 12 |\n\nSo it is.\n";
    let reading = kinds::read(source.as_bytes(), "fares.md", &With::default()).unwrap().remove(0);
    let origin = Origin::Bundled("fares".to_owned());
    let article = Arc::new(Article::of("fares.md".to_owned(), origin, reading));
    let shown = |measure: usize| -> Vec<String> {
        let page = Page::new(Arc::clone(&article), Arc::new(Mask::default()), Folding::Folded, measure);
        let rows = page.from(Spot::default()).map(|(spot, _)| spot);
        let row = |spot: Spot| {
            for glyph in page.glyphs(spot).filter(|glyph| glyph.span.start() < glyph.span.end()) {
                assert_eq!(glyph.symbol, glyph.span.of(&article.text), "a glyph stands for its bytes");
                assert_eq!(page.spot_of(glyph.span.start()), spot);
            }
            page.glyphs(spot).map(|glyph| glyph.symbol.into_owned()).collect::<String>()
        };
        rows.map(row).collect()
    };
    let table = ["| to       | fare |", "|---       |  ---:|", "| Lunn     |    4 |", "| the isle |   12 |"];
    assert_eq!(shown(40)[2..6], table);
    // Where it has no room it stands as it is written.
    assert_eq!(shown(18)[3], "| to | fare |");
}

#[test]
fn finds_the_place_of_a_row() {
    let page = page();
    let cases = [
        (spot(0, 1), "the mast"),
        (spot(1, 0), "Give"),
        (spot(1, 1), "Give"),
        (spot(2, 1), "Subscribe"),
        (spot(2, 50), "Subscribe"),
        (spot(70, 0), "The crew"),
    ];
    for (spot, passage) in cases {
        assert_eq!(page.place_of(spot), TEXT.find(passage).unwrap(), "{spot:?}");
    }
}

#[test]
fn steps_over_rows_and_gaps() {
    let page = page();
    let walk = page.from(page.first()).collect::<Vec<_>>();
    assert_eq!(walk.len(), 8);
    assert_eq!(walk[2], (spot(1, 0), Row::Fold));
    assert_eq!(walk[3], (spot(1, 1), Row::Gap));
    assert_eq!(walk[7].0, page.last());
    assert_eq!(page.step(page.first(), 3), spot(1, 1));
    assert_eq!(page.step(page.last(), -3), spot(2, 0));
    assert_eq!(page.step(page.first(), isize::MAX), page.last());
    assert_eq!(page.step(page.last(), isize::MIN), page.first());
    assert_eq!(page.step(spot(90, 3), 0), page.last());
}

#[test]
fn counts_rows_between_two_spots_up_to_a_limit() {
    let page = page();
    assert_eq!(page.between(page.first(), page.last(), 100), 7);
    assert_eq!(page.between(page.last(), page.first(), 100), -7);
    assert_eq!(page.between(page.last(), page.first(), 4), -4);
    assert_eq!(page.between(page.first(), page.last(), 0), 0);
    assert_eq!(page.between(spot(0, 0), spot(99, 99), usize::MAX), 7);
}

#[test]
fn sets_only_what_is_looked_at() {
    let text = "The lamp was lit at dusk and put out at dawn.\n\n".repeat(1_000);
    let page = set(&text, &[], Folding::Folded, 20);
    assert_eq!(page.paragraphs_set(), 0);
    let middle = page.spot_of(text.len() / 2);
    assert_eq!(page.paragraphs_set(), 1);
    assert_eq!(page.between(page.first(), page.last(), 30), 30);
    assert_eq!(page.between(page.last(), middle, 30), -30);
    assert_eq!(page.from(middle).take(40).count(), 40);
    page.step(middle, -40);
    assert!(page.paragraphs_set() < 60, "{} of 1000", page.paragraphs_set());
}

#[test]
fn counts_the_rows_of_a_paragraph() {
    let page = page();
    assert_eq!(page.rows_of(ParagraphId(0)), Some((spot(0, 0), 3)));
    assert_eq!(page.rows_of(ParagraphId(1)), Some((spot(2, 0), 1)));
    assert_eq!(page.rows_of(ParagraphId(2)), Some((spot(3, 0), 2)));
    assert_eq!(page.rows_of(ParagraphId(3)), None);
    let folded = set(TEXT, &[("Give today.\n\nSubscribe now.", "appeal")], Folding::Folded, 14);
    assert_eq!(folded.rows_of(ParagraphId(1)), Some((spot(1, 0), 1)), "the fold stands for it");
}

#[test]
fn an_empty_article_is_an_empty_page() {
    let page = set("", &[], Folding::Folded, 0);
    assert_eq!((page.first(), page.last()), (spot(0, 0), spot(0, 0)));
    assert_eq!(page.row(page.first()), Row::Gap);
    assert_eq!(page.from(page.first()).count(), 0);
    assert_eq!(page.spot_of(7), page.first());
    assert_eq!(page.place_of(spot(3, 3)), 0);
    assert_eq!(page.step(spot(3, 3), -2), page.first());
    assert_eq!(page.between(page.first(), spot(3, 3), 9), 0);
    assert_eq!(page.glyphs(page.first()).count(), 0);
    assert_eq!(page.rows_of(ParagraphId(0)), None);
}

/// Makes pages of odd texts, parts of them hidden.
fn any_page() -> impl Strategy<Value = Page> {
    let text = vec(odd_text(), 0..6).prop_map(|paragraphs| paragraphs.join("\n\n"));
    let cuts = vec((0..400_usize, 0..60_usize, 0..2_usize), 0..6);
    let folding = prop_oneof![Just(Folding::Folded), Just(Folding::Shown)];
    (text, cuts, folding, 1_usize..30).prop_map(|(text, cuts, folding, measure)| {
        let mask = Mask::new(hidden(cuts));
        Page::new(Arc::new(Article::of_text("odd", &text)), Arc::new(mask), folding, measure)
    })
}

/// Makes hidden passages of `(bytes after the last, length, rule)`.
fn hidden(cuts: Vec<(usize, usize, usize)>) -> Vec<Hidden> {
    let mut at = 0;
    let passages = cuts.into_iter().map(|(skip, length, rule)| {
        let start = at + skip;
        at = start + length;
        Hidden { span: Span::new(start, at), by: HiddenBy::Rule(RuleId(rule.to_string())) }
    });
    passages.collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn blocks_hold_every_paragraph_whole(page in any_page()) {
        let text = &page.article().text;
        let set = page.blocks().iter().map(|block| block.span().of(text)).collect::<String>();
        let unspaced = |text: &str| text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')).collect::<String>();
        let paragraphs = page.article().paragraphs.iter().map(|paragraph| paragraph.span.of(text)).collect::<String>();
        prop_assert_eq!(unspaced(&set), unspaced(&paragraphs));
        prop_assert!(page.blocks().windows(2).all(|pair| pair[0].span().end() <= pair[1].span().start()));
        prop_assert!(page.blocks().iter().all(|block| !block.span().is_empty()));
    }

    #[test]
    fn a_row_is_found_again_by_its_place(page in any_page()) {
        for (spot, row) in page.from(page.first()) {
            let found = page.spot_of(page.place_of(spot));
            match row {
                Row::Text(span) => {
                    prop_assert_eq!(found, spot);
                    prop_assert_eq!(page.spot_of(span.end() - 1), spot);
                }
                Row::Fold => prop_assert_eq!(found, spot),
                Row::Gap => prop_assert_eq!(found.block, spot.block),
            }
        }
    }

    #[test]
    fn every_place_has_a_row(page in any_page(), place in any::<u16>()) {
        let spot = page.spot_of(usize::from(place));
        if !page.blocks().is_empty() {
            prop_assert!(page.row(spot) != Row::Gap);
        }
    }

    #[test]
    fn steps_and_counts_agree(page in any_page(), start in 0_isize..200, by in -200_isize..200) {
        let walk = page.from(page.first()).map(|(spot, _)| spot).collect::<Vec<_>>();
        let last = walk.len().saturating_sub(1) as isize;
        let from = page.step(page.first(), start);
        let index = start.min(last);
        prop_assert_eq!(from, walk.get(index as usize).copied().unwrap_or_default());
        let to = page.step(from, by);
        let landed = (index + by).clamp(0, last);
        prop_assert_eq!(to, walk.get(landed as usize).copied().unwrap_or_default());
        prop_assert_eq!(page.between(from, to, 1_000), landed - index);
        prop_assert_eq!(page.between(from, to, 5), (landed - index).clamp(-5, 5));
        prop_assert_eq!(from.cmp(&to), index.cmp(&landed));
    }

    #[test]
    fn paragraphs_and_gaps_are_all_the_rows(page in any_page()) {
        let rows = page.from(page.first()).map(|(_, row)| row).collect::<Vec<_>>();
        let gaps = rows.iter().filter(|row| **row == Row::Gap).count();
        let shown = (0..page.article().paragraphs.len()).filter_map(|index| page.rows_of(ParagraphId(index))).collect::<Vec<_>>();
        prop_assert_eq!(shown.len(), page.article().paragraphs.len());
        prop_assert!(shown.iter().all(|(spot, rows)| *rows > 0 && page.row(*spot) != Row::Gap));
        prop_assert!(gaps < page.article().paragraphs.len().max(1));
        prop_assert!(rows.last() != Some(&Row::Gap));
    }
}

/// Markdown, set in rows of so many cells.
fn markdown(text: &str, measure: usize) -> Vec<String> {
    let read = kinds::read(text.as_bytes(), "a.md", &With::default()).unwrap().remove(0);
    let article = Article::of("a".to_owned(), Origin::Stdin, read);
    let page = Page::new(Arc::new(article), Arc::default(), Folding::Folded, measure);
    let shown = |spot: Spot| page.glyphs(spot).map(|glyph| glyph.symbol.into_owned()).collect();
    page.from(page.first()).map(|(spot, _)| shown(spot)).collect()
}

#[test]
fn marks_of_markdown_take_no_cells_and_rows_break_before_them() {
    let rows = markdown("See **the list** and [the map](https://a.example/x-y \"Map\"), both of *today*.\n", 14);
    assert_eq!(rows, ["See the list", "and the map,", "both of today."]);
    assert_eq!(markdown("# The weir\n\nIt **broke**.\n", 20), ["The weir", "", "It broke."]);
}

#[test]
fn lists_tables_and_code_keep_their_form() {
    let rows = markdown(
        "Bring:\n\n- tea,\n  - black\n- milk.\n\n```\nif wet:\n    stay\n```\n\n| a | b  |\n|---|---:|\n| 1 | 20 |\n",
        30,
    );
    assert_eq!(
        rows,
        [
            "Bring:",
            "",
            "- tea,",
            "  - black",
            "- milk.",
            "",
            "```",
            "if wet:",
            "    stay",
            "```",
            "",
            "| a | b  |",
            "|---|---:|",
            "| 1 | 20 |"
        ]
    );
}
