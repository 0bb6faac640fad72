//! What stands on a page and what folds away, drawn.

use std::sync::Arc;

use super::block::{Block, Folding};
use super::layout::Page;
use super::spot::Row;
use crate::article::{Article, ParagraphId};
use crate::boilerplate::{Hidden, HiddenBy, Mask, RuleId};
use crate::text::Span;

/// Hides each of the passages, named by how it reads and by its rule; they are given in the order of the text.
pub fn masked(text: &str, passages: &[(&str, &str)]) -> Mask {
    let hidden = passages.iter().map(|(passage, rule)| {
        let start = text.find(passage).unwrap();
        Hidden { span: Span::new(start, start + passage.len()), by: HiddenBy::Rule(RuleId((*rule).to_owned())) }
    });
    Mask::new(hidden.collect())
}

/// Sets a text of which some passages are hidden.
pub fn set(text: &str, passages: &[(&str, &str)], folding: Folding, measure: usize) -> Page {
    Page::new(Arc::new(Article::of_text("tide", text)), Arc::new(masked(text, passages)), folding, measure)
}

/// Draws the rows of a page: text as shown, a fold as `⋯` with the text it hides, a gap as nothing.
pub fn drawn(page: &Page) -> Vec<String> {
    let rows = page.from(page.first()).map(|(spot, row)| match row {
        Row::Text(_) => page.glyphs(spot).map(|glyph| glyph.symbol.into_owned()).collect(),
        Row::Fold => format!("⋯ {}", page.blocks()[spot.block].span().of(&page.article().text).replace("\n\n", "/")),
        Row::Gap => String::new(),
    });
    rows.collect()
}

const TEXT: &str =
    "The pier reopened. Give today. Boats sail.\n\nSubscribe now.\n\nSupport us. Winds were light.\n\nThe end.";

#[test]
fn sets_paragraphs_with_a_gap_between() {
    let page = set("Low tide.\n\nHigh tide came late.", &[], Folding::Folded, 10);
    assert_eq!(drawn(&page), ["Low tide.", "", "High tide", "came late."]);
}

#[test]
fn folds_a_sentence_inside_a_paragraph_without_a_gap() {
    let page = set(TEXT, &[("Give today.", "appeal")], Folding::Folded, 40);
    assert_eq!(
        drawn(&page),
        [
            "The pier reopened.",
            "⋯ Give today. ",
            "Boats sail.",
            "",
            "Subscribe now.",
            "",
            "Support us. Winds were light.",
            "",
            "The end.",
        ]
    );
}

#[test]
fn folds_a_whole_paragraph_with_a_gap_after_it() {
    let page = set(TEXT, &[("Subscribe now.", "appeal")], Folding::Folded, 50);
    assert_eq!(
        drawn(&page)[..6],
        ["The pier reopened. Give today. Boats sail.", "", "⋯ Subscribe now.", "", "Support us. Winds were light.", "",]
    );
}

#[test]
fn folds_neighbours_of_one_rule_into_one_row() {
    let passages = [("Boats sail.", "appeal"), ("Subscribe now.", "appeal"), ("Support us.", "appeal")];
    let page = set(TEXT, &passages, Folding::Folded, 50);
    assert_eq!(
        drawn(&page),
        [
            "The pier reopened. Give today.",
            "⋯ Boats sail./Subscribe now./Support us. ",
            "Winds were light.",
            "",
            "The end.",
        ]
    );
    let Block::Fold { first, hidden, words, .. } = &page.blocks()[1] else { panic!("no fold") };
    assert_eq!((first, hidden, words), (&ParagraphId(0), &(0..3), &6));
}

#[test]
fn folds_one_passage_over_several_paragraphs_into_one_row() {
    let page = set(TEXT, &[("Boats sail.\n\nSubscribe now.\n\nSupport us.", "appeal")], Folding::Folded, 50);
    assert_eq!(drawn(&page)[1], "⋯ Boats sail./Subscribe now./Support us. ");
    let page = set(TEXT, &[(TEXT, "all")], Folding::Folded, 50);
    assert_eq!(drawn(&page).len(), 1);
}

#[test]
fn keeps_the_folds_of_two_rules_apart() {
    let page = set(
        TEXT,
        &[("Give today.", "appeal"), ("Boats sail.", "ads"), ("Subscribe now.", "appeal")],
        Folding::Folded,
        50,
    );
    assert_eq!(drawn(&page)[..5], ["The pier reopened.", "⋯ Give today. ", "⋯ Boats sail.", "", "⋯ Subscribe now."]);
}

#[test]
fn shows_hidden_text_in_blocks_of_its_own() {
    let passages = [("Give today.", "appeal"), ("Subscribe now.", "appeal")];
    let page = set(TEXT, &passages, Folding::Shown, 50);
    assert_eq!(drawn(&page)[..6], ["The pier reopened.", "Give today.", "Boats sail.", "", "Subscribe now.", ""]);
    let revealed = page.blocks().iter().map(|block| match block {
        Block::Prose { revealed, .. } => *revealed,
        Block::Fold { .. } => panic!("a fold where all is shown"),
    });
    assert_eq!(revealed.collect::<Vec<_>>(), [None, Some(0), None, Some(1), None, None]);
}

#[test]
fn bears_with_masks_that_fit_nothing() {
    let text = "Ebbe über alles.\n\nFlut.";
    let by = HiddenBy::Session;
    let spans = [(0, 0), (4, 5), (6, 7), (6, 6), (3, 8), (17, 18), (18, 900), (700, 800)];
    let hidden = spans.map(|(start, end)| Hidden { span: Span::new(start, end), by: by.clone() });
    for folding in [Folding::Folded, Folding::Shown] {
        let article = Arc::new(Article::of_text("tide", text));
        let page = Page::new(article, Arc::new(Mask::new(hidden.to_vec())), folding, 50);
        let whole = page.blocks().iter().map(|block| block.span().of(text)).collect::<Vec<_>>();
        assert_eq!(whole.concat(), text.replace("\n\n", ""));
    }
}

#[test]
fn a_paragraph_of_many_pages_is_several_blocks_without_a_gap_between() {
    let told = "The tide came in over the bar and went out again before the ferry had been made fast. ".repeat(500);
    for (what, text, begins) in [
        ("sentences", told.clone(), "The tide "),
        ("no sentences", told.replace('.', " and").to_lowercase(), ""),
        ("one word", "tide".repeat(10_000), ""),
        ("marks", "e\u{301}\u{302}".repeat(8_000), "e\u{301}\u{302}"),
        ("spaces", format!("The tide.{}The ebb.", " ".repeat(30_000)), "The "),
    ] {
        let page = set(&text, &[], Folding::Folded, 60);
        let spans: Vec<Span> = page.blocks().iter().map(Block::span).collect();
        assert!(spans.len() > 1, "{what}");
        assert!(spans.windows(2).all(|pair| pair[0].end() == pair[1].start()), "{what}");
        let ends = (spans.first().map(|span| span.start()), spans.last().map(|span| span.end()));
        assert_eq!(ends, (Some(0), Some(text.trim_end().len())), "{what}");
        assert!(spans.iter().all(|span| span.of(&text).trim_end().len() <= 16 << 10), "{what}");
        assert!(spans.iter().all(|span| span.of(&text).starts_with(begins)), "{what}");
        assert!(page.from(page.first()).all(|(_, row)| row != Row::Gap), "{what}");
        page.spot_of(text.len() / 2);
        let anew = set(&text, &[], Folding::Folded, 60);
        anew.rows_of(ParagraphId(0));
        anew.spot_of(text.len());
        assert!(anew.paragraphs_set() <= 5, "{what}: {}", anew.paragraphs_set());
    }
}

#[test]
fn a_long_paragraph_of_an_article_stays_one_block() {
    let text = "The tide came in over the bar. ".repeat(500);
    assert_eq!(set(&text, &[], Folding::Folded, 60).blocks().len(), 1);
}

#[test]
fn a_fold_of_less_than_a_sentence_counts_words() {
    let amount = |hidden: &str| {
        let text = "Boats sail at noon (photo: M. Ostrey). Nobody was hurt. All came home.";
        let page = set(text, &[(hidden, "credit")], Folding::Folded, 40);
        page.blocks().iter().find_map(Block::amount)
    };
    assert_eq!(amount("photo: M. Ostrey").as_deref(), Some("3 words"));
    assert_eq!(amount("Nobody was hurt.").as_deref(), Some("1 sentence"));
    assert_eq!(amount("Nobody was hurt. All came").as_deref(), Some("2 sentences"));
}
