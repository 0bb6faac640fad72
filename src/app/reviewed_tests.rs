//! What is reviewed.

use super::reader::Reader;
use super::{Effect, Event, Keys, Review, Size, update};
use super::{open, pair_view};
use crate::article::{Article, ParagraphId};
use crate::boilerplate::RuleSet;
use crate::text::Side;

const SHARED: &str = "The gate was shut at nine on Tuesday evening by the keeper of the lamp.";
const ALONE: &str = "One whole paragraph that the other has not.";

fn reviews(reader: &Reader) -> Vec<Review> {
    reader
        .effects
        .iter()
        .filter_map(|effect| if let Effect::Keep(review) = effect { Some(*review) } else { None })
        .collect()
}

fn is_done(reader: &Reader, side: Side, paragraph_id: ParagraphId) -> bool {
    pair_view(&reader.app.desk, reader.app.desk.row.ix(side)).is_done(side, paragraph_id)
}

#[test]
fn r_marks_a_link_on_both_sides_and_takes_the_mark_away() {
    let texts = [("a", format!("{SHARED}\n\n{ALONE}")), ("b", format!("Tea was served.\n\n{SHARED}"))];
    let mut reader = Reader::open(&[("a", &texts[0].1), ("b", &texts[1].1)], (120, 30));
    reader.press("n r");
    assert!(reader.said().starts_with("¶1 → ¶2 reviewed · 1 of "), "{}", reader.said());
    assert!(is_done(&reader, Side::Left, ParagraphId(0)) && is_done(&reader, Side::Right, ParagraphId(1)));
    assert!(!is_done(&reader, Side::Left, ParagraphId(1)) && !is_done(&reader, Side::Right, ParagraphId(0)));
    reader.press("r");
    assert!(reader.said().starts_with("¶1 → ¶2 no longer reviewed · 0 of "), "{}", reader.said());
    assert!(!is_done(&reader, Side::Left, ParagraphId(0)));
    let kept = reviews(&reader);
    assert_eq!(kept.iter().map(|review| review.done).collect::<Vec<_>>(), [true, false]);
    assert_eq!(kept[0].mark, kept[1].mark);
}

#[test]
fn r_marks_the_match_at_the_cursor_and_says_which() {
    let two = format!("{SHARED} {ALONE}");
    let right = format!("{ALONE}\n\n{SHARED}");
    let mut reader = Reader::open(&[("a", &two), ("b", &right)], (120, 30));
    reader.press("r");
    assert!(reader.said().starts_with("¶1 → ¶2 reviewed"), "the row begins with it: {}", reader.said());
    assert!(!is_done(&reader, Side::Left, ParagraphId(0)), "its other link is not");
}

#[test]
fn nothing_is_marked_before_it_is_known_what_is_shared() {
    let articles = [("a", SHARED), ("b", SHARED)].map(|(name, text)| Article::of_text(name, text)).to_vec();
    let (mut app, _) = open(articles, RuleSet::default(), "2031-04-15", Size { width: 120, height: 30 });
    let effects = update(&mut app, Event::Key(Keys::read("r").0[0]));
    assert!(effects.is_empty(), "{effects:?}");
    assert_eq!(app.desk.message.map(|message| message.text).as_deref(), Some("Still comparing"));
}

#[test]
fn a_mark_knows_its_words_and_nothing_else() {
    let mark = |left: &str, right: &str, keys: &str| {
        let mut reader = Reader::open(&[("a", left), ("b", right)], (120, 30));
        reader.press(keys);
        reviews(&reader)[0].mark
    };
    let other = format!("Tea was served.\n\n{SHARED}");
    let plain = mark(SHARED, &other, "n r");
    assert_eq!(plain, mark(&other, SHARED, "n r"), "the sides exchanged");
    assert_eq!(plain, mark(&SHARED.replace(',', " –"), &other.to_uppercase(), "n r"), "shouted");
    assert_ne!(plain, mark(&SHARED.replace("nine", "ten"), &other, "n r"), "a word changed");
    assert_ne!(plain, mark(ALONE, &other, "r"), "a paragraph that stands alone");
    assert_eq!(mark(ALONE, &other, "r"), mark(ALONE, "Nothing like it.", "r"));
}

#[test]
fn marks_stay_what_they_are_from_version_to_version() {
    let mut reader = Reader::open(&[("a", ALONE), ("b", SHARED)], (120, 30));
    reader.press("r");
    assert_eq!(format!("{:016x}", reviews(&reader)[0].mark.0), "97aa46000481d2e9");
}
