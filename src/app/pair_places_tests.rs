//! Places in pairs, within a session and between sessions.

use super::{come_back, places_to_keep};
use std::path::PathBuf;

use proptest::prelude::{any, prop, prop_assert_eq, proptest};

use super::reader::Reader;
use super::{KeptPair, KeptPlace, SetPlaces, set_places, set_text};
use crate::article::{Article, DiskMap, Origin};
use crate::boilerplate::RuleSet;
use crate::text::{Pair, Side};

fn text(word: &str, paragraphs: usize) -> String {
    let lines = (1..=paragraphs)
        .map(|at| format!("Note {at} of the {word} speaks of {word}{at} and of the tide at pier {at}."));
    lines.collect::<Vec<_>>().join("\n\n")
}

fn article(name: &str, text: &str) -> Article {
    let place = PathBuf::from(format!("/in/{name}"));
    Article::new(name.to_owned(), Origin::File { named: name.into(), place }, text.to_owned(), DiskMap::identity(0))
}

fn open(texts: &[(&str, String)]) -> Reader {
    let articles = texts.iter().map(|(name, text)| article(name, text)).collect();
    Reader::of_articles((articles, RuleSet::default()), (120, 24))
}

fn three() -> Reader {
    open(&[("a", text("gull", 40)), ("b", text("crab", 40)), ("c", text("seal", 40))])
}

fn paragraphs(reader: &Reader) -> (usize, usize) {
    let at = |side: Side| reader.app.desk.row[side].paragraph_id().0 + 1;
    (at(Side::Left), at(Side::Right))
}

fn rows(reader: &Reader) -> (isize, isize) {
    (reader.at(Side::Left).1, reader.at(Side::Right).1)
}

#[test]
fn a_pair_is_found_as_it_was_left_in_both_panes() {
    let mut reader = three();
    reader.press("s 10gg Tab 20gg");
    let before = (paragraphs(&reader), rows(&reader));
    reader.press("3").wait();
    reader.press("5gg Tab 30gg Tab");
    assert_eq!(paragraphs(&reader), (30, 5));
    reader.press("2").wait();
    assert_eq!((paragraphs(&reader), rows(&reader)), before);
    reader.press("3").wait();
    assert_eq!(paragraphs(&reader), (30, 5));
}

#[test]
fn the_link_one_stood_on_is_found_again() {
    let mut reader = three();
    reader.press("n n n");
    let before = reader.app.desk.paragraph_link().map(|paragraph_link| paragraph_link.paragraph_ids);
    assert!(before.is_some());
    reader.press("Tab 3").wait();
    reader.press("2").wait();
    assert_eq!(reader.app.desk.paragraph_link().map(|paragraph_link| paragraph_link.paragraph_ids), before);
}

#[test]
fn a_set_is_found_as_it_was_left() {
    let mut reader = three();
    reader.press("7gg Tab 3").wait();
    reader.press("s 12gg");
    let kept = places_to_keep(&reader.app.desk).expect("files");
    let text = set_text(&[PathBuf::from("/in")], &kept);
    let mut again = three();
    let effects = come_back(&mut again.app.desk, set_places(&text));
    again.answer(effects);
    assert_eq!(
        again.app.desk.row.both().map(|pane| pane.open_article().name.clone()),
        Pair::new("a", "c").map(str::to_owned)
    );
    assert_eq!(
        (paragraphs(&again), rows(&again), again.app.desk.row.focus),
        (paragraphs(&reader), rows(&reader), Side::Right)
    );
    again.press("2").wait();
    assert_eq!(paragraphs(&again).0, 7, "and where one stood in the pair before");
}

#[test]
fn a_place_is_found_by_its_words_where_the_file_has_changed() {
    let mut reader = three();
    reader.press("s 10gg Tab 20gg");
    let kept = places_to_keep(&reader.app.desk).expect("files");
    let longer = format!("Something new.\n\nAnd more of it, at the top.\n\n{}", text("gull", 40));
    let mut again = open(&[("a", longer), ("b", text("crab", 12))]);
    assert!(come_back(&mut again.app.desk, kept).is_empty(), "two articles stand as they are named");
    assert_eq!(paragraphs(&again), (12, 12), "the words further down; the last paragraph where they are gone");
}

#[test]
fn what_comes_with_the_program_is_no_set() {
    let reader = Reader::bundled((100, 24));
    assert_eq!(places_to_keep(&reader.app.desk).map(|kept| (kept.open, kept.pairs)), Some((None, Vec::new())));
}

#[test]
fn a_damaged_file_costs_only_places() {
    for text in ["", "open = 3", "[[pair]]\narticles = [\"a\"]\n", "pair = [", "focus = \"up\"\n"] {
        assert_eq!(set_places(text), SetPlaces::default(), "{text}");
    }
}

proptest! {
    #[test]
    fn what_is_written_is_read_again(
        names in prop::collection::vec((any::<String>(), any::<String>(), any::<u64>(), 0..9999_usize), 0..4),
        right in any::<bool>(),
    ) {
        let pairs = names.iter().map(|(one, other, mark, number)| KeptPair {
            articles: [one.into(), other.into()],
            places: [
                KeptPlace { mark: *mark, paragraph: *number, word: number / 7, row: number % 60 },
                KeptPlace::default(),
            ],
            linked: number % 2 == 0,
        });
        let focus = Some(if right { Side::Right } else { Side::Left });
        let places = SetPlaces { open: Some(Pair::new("/a".into(), "/b\"'\n".into())), focus, pairs: pairs.collect() };
        prop_assert_eq!(set_places(&set_text(&["/in".into()], &places)), places);
    }
}
