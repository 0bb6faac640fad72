//! The program as its reader meets it: keys in, places and sentences out.

use super::help_row;
use super::reader::Reader;
use super::{Action, BINDINGS, Effect, Event, Geometry, Keys, Phase, Size, markdown};
use super::{also_in, help_sheet};
use crate::collate::Depth;
use crate::text::{Pair, Side};

pub const LEFT: &str = "Opening lines that stand only here, in the left one.\n\
    The keeper of the seventh gate counted nine lanterns before dawn on Tuesday.\n\
    A remark of its own about mussels and manners.\n\
    Divers will check the sills of the gates every month until the autumn.\n\
    The last of the hinges arrived by barge in November, in one piece.";
pub const RIGHT: &str = "The last of the hinges arrived by barge in November, in one piece.\n\
    The keeper of the seventh gate counted nine lanterns before dawn on Tuesday.\n\
    Divers will check the sills of the gates each month until the autumn.\n\
    A closing line that nobody else has.";

pub fn pair() -> Reader {
    Reader::open(&[("left", LEFT), ("right", RIGHT), ("third", RIGHT)], (80, 24))
}

fn places(reader: &Reader) -> (usize, usize) {
    let paragraph_id = |side: Side| reader.app.desk.row[side].paragraph_id().0 + 1;
    (paragraph_id(Side::Left), paragraph_id(Side::Right))
}

#[test]
fn n_steps_through_the_matches_in_the_order_of_the_focused_pane() {
    let mut reader = pair();
    let walk: Vec<_> = (0..4).map(|_| places(reader.press("n"))).collect();
    assert_eq!(walk, [(2, 2), (4, 3), (5, 1), (2, 2)]);
    assert_eq!(reader.said(), "Wrapped");

    let mut reader = pair();
    let walk: Vec<_> = (0..3).map(|_| places(reader.press("Tab n Tab"))).collect();
    assert_eq!(walk, [(5, 1), (2, 2), (4, 3)]);
}

#[test]
fn n_begins_with_the_link_of_the_paragraph_one_stands_in() {
    let mut reader = pair();
    assert_eq!(places(reader.press("2gg n")), (2, 2));
    assert_eq!(places(reader.press("3gg n")), (4, 3));
    assert_eq!(places(reader.press("3gg N")), (2, 2));
    assert_eq!(places(reader.press("gg 3n")), (5, 1));
}

#[test]
fn a_step_brings_both_paragraphs_to_one_row() {
    let mut reader = pair();
    for _ in 0..3 {
        reader.press("n");
        assert_eq!(reader.at(Side::Left).1, reader.at(Side::Right).1);
    }
}

#[test]
fn the_cursor_walks_over_gaps_and_stops_at_the_ends() {
    let mut reader = pair();
    assert_eq!(reader.at(Side::Left).0, "Opening lines that stand only");
    assert_eq!(reader.press("j j").at(Side::Left).0, "The keeper of the seventh gate");
    assert_eq!(reader.press("k").at(Side::Left).0, "here, in the left one.");
    assert_eq!(reader.press("2k j G").at(Side::Left).0, "barge in November, in one piece.");
    reader.press("j");
    assert_eq!(reader.said(), "End of the article");
    assert_eq!(reader.press("gg").at(Side::Left), ("Opening lines that stand only".to_owned(), 0));
    reader.press("k");
    assert_eq!(reader.said(), "Top of the article");
}

#[test]
fn a_paragraph_that_is_gone_to_is_wholly_in_view_where_it_fits() {
    let mut reader = Reader::bundled((80, 24));
    for keys in ["9gg", "20gg", "21gg", "12G", "2gg"] {
        reader.press(keys);
        let rows = reader.app.desk.geometry().rows();
        let pane = &reader.app.desk.row[Side::Left];
        let tall = pane.page.rows_of(pane.paragraph_id()).map_or(0, |(_, tall)| tall);
        assert!(tall > rows * 3 / 4 || pane.shows(pane.paragraph_id(), rows), "{keys}: {tall} rows");
    }
}

#[test]
fn a_lone_digit_puts_an_article_into_the_pane_and_one_before_a_motion_counts() {
    let mut reader = pair();
    reader.press("3").wait();
    assert_eq!(reader.app.desk.row[Side::Left].article, 2);
    reader.press("1 Tab 3 Tab").wait();
    assert_eq!((reader.app.desk.row[Side::Left].article, reader.app.desk.row[Side::Right].article), (0, 2));
    reader.press("3 j");
    assert_eq!(reader.app.desk.row[Side::Left].article, 0);
    reader.press("3");
    let _ = reader.app.desk.next_ticket();
    reader.wait();
    assert_eq!(reader.app.typed.count, None, "something else that was asked for meanwhile does not hold it up");
    reader.press("7").wait();
    assert_eq!(reader.said(), "No article 7; 3 are open");
}

#[test]
fn choosing_the_article_of_the_other_pane_changes_the_two() {
    let mut reader = pair();
    reader.press("2").wait();
    assert_eq!((reader.app.desk.row[Side::Left].article, reader.app.desk.row[Side::Right].article), (1, 0));
    assert_eq!(reader.said(), "Swapped the two articles");
    assert_eq!(places(reader.press("n")), (1, 5));
}

#[test]
fn the_help_scrolls_to_its_end_and_back_at_once() {
    for size in [(40, 10), (80, 24), (160, 40)] {
        let mut reader = Reader::open(&[("a", LEFT), ("b", RIGHT)], size);
        let row = |reader: &Reader| help_row(&reader.app).expect("the help");
        let last = help_sheet(&reader.press("?").app).last;
        assert_eq!(row(reader.press("G j")), last);
        assert_eq!(row(reader.press("k")), last.saturating_sub(1));
        reader.send(Event::Resized(Size { width: 250, height: 99 }));
        assert_eq!(row(&reader), 0, "all of it has room");
    }
}

#[test]
fn a_number_alone_chooses_among_many_and_says_where_there_is_nothing_to_choose() {
    let texts: Vec<(String, &str)> = (1..=12).map(|number| (format!("a{number}"), LEFT)).collect();
    let texts: Vec<(&str, &str)> = texts.iter().map(|(name, text)| (name.as_str(), *text)).collect();
    let mut reader = Reader::open(&texts, (80, 24));
    reader.press("1 2").wait();
    assert_eq!(reader.app.desk.row[Side::Left].article, 11);
    reader.press("1 3").wait();
    assert_eq!((reader.app.desk.row[Side::Left].article, reader.app.typed.count), (11, Some(13)), "a count still");
    reader.press("x");
    assert_eq!(reader.said(), "No article 13; 12 are open");
    assert!(reader.app.desk.row[Side::Left].page.mask().hidden().is_empty());
    let mut alone = Reader::open(&[("alone", LEFT)], (80, 24));
    for keys in ["1", "2", "Tab 1"] {
        alone.press(keys).wait();
        assert_eq!(alone.said(), "Only one article is open", "{keys}");
    }
    alone.press("5 q");
    assert!(matches!(alone.effects.last(), Some(Effect::Quit)));
}

#[test]
fn a_single_article_is_read_alone_and_n_says_why_it_does_nothing() {
    let mut reader = Reader::open(&[("alone", LEFT)], (80, 24));
    reader.press("n");
    assert_eq!(reader.said(), "Only one article is open; nothing to compare it with");
    reader.press("Tab j k gg G x v X u H ? Esc");
}

#[test]
fn a_key_that_means_nothing_says_so() {
    let mut reader = pair();
    reader.press("Z");
    assert_eq!(reader.said(), "Z is not bound here; ? shows the keys");
    reader.press("g Esc");
    assert_eq!(reader.said(), "");
}

#[test]
fn q_ends_and_ctrl_z_suspends() {
    let mut reader = pair();
    reader.press("Ctrl-z q");
    assert!(matches!(reader.effects[..], [Effect::Suspend, Effect::Quit]));
}

#[test]
fn a_stale_answer_is_dropped() {
    let mut reader = pair();
    let stale = super::Answer {
        ticket: 0,
        masks: Pair::default(),
        collation: std::sync::Arc::default(),
        depth: Depth::Statements,
    };
    reader.send(Event::Answered(stale));
    assert_eq!(places(reader.press("n")), (2, 2));
}

#[test]
fn only_the_collation_that_is_awaited_ends_the_waiting_when_it_breaks_off() {
    let mut reader = pair();
    let effects = super::update(&mut reader.app, Event::Key(Keys::read("x").0[0]));
    let [Effect::Collate(job), Effect::Gather(_)] = &effects[..] else { panic!("{effects:?}") };
    reader.send(Event::Failed(job.ticket + 1, "counting failed".to_owned()));
    assert!(reader.app.desk.collating());
    reader.send(Event::Failed(job.ticket, "collating failed".to_owned()));
    assert_eq!((reader.app.desk.collating(), reader.said()), (false, "collating failed"));
}

#[test]
fn it_is_said_which_other_articles_carry_a_statement() {
    let mut reader = pair();
    assert_eq!(also_in(&reader.press("2gg").app.desk), [3], "the third says it word for word");
    assert_eq!(also_in(&reader.press("gg").app.desk), [0usize; 0], "it stands only here");
    reader.press("Tab 3").wait();
    assert_eq!(also_in(&reader.press("Tab 2gg").app.desk), [2], "not in the two that are open");
    assert_eq!(also_in(&reader.press("x").app.desk), [0usize; 0], "hidden text is in no other");
}

#[test]
fn a_first_answer_stands_until_the_whole_one_comes() {
    let mut reader = pair();
    let known = reader.app.desk.collation().cloned().expect("collated");
    let asked = reader.app.desk.next_ticket();
    reader.app.desk.row.pairing_mut().found.ask(asked);
    let masks = reader.app.desk.row.both().map(|pane| pane.page.mask().clone());
    let answer = |depth| super::Answer { ticket: asked, masks: masks.clone(), collation: known.clone(), depth };
    let (first, whole) = (answer(Depth::Wording), answer(Depth::Statements));
    reader.send(Event::Answered(first));
    assert!(reader.app.desk.collating(), "it is said that more will come");
    assert_eq!(places(reader.press("n")), (2, 2));
    reader.send(Event::Answered(whole));
    assert!(!reader.app.desk.collating());
    assert_eq!(places(&reader), (2, 2));
}

#[test]
fn every_key_of_the_map_is_told_apart() {
    for phase in Phase::ALL {
        let mut seen = std::collections::HashMap::new();
        for binding in BINDINGS.iter().filter(|binding| binding.phase == phase) {
            for keys in binding.keys {
                assert!(seen.insert(Keys::read(keys), binding.action).is_none(), "{keys} twice in {phase:?}");
            }
        }
        assert!(seen.values().any(|action| *action == Action::Quit), "{phase:?} can be left");
    }
}

#[test]
fn the_manual_shows_the_keymap() {
    let manual = include_str!("../../MANUAL.md");
    assert!(manual.contains(&markdown()), "MANUAL.md must hold these tables:\n{}", markdown());
}

#[test]
fn the_screen_is_parted_without_overlap() {
    for width in 0..=250 {
        for height in 0..=70 {
            let geometry = Geometry::of(Size { width, height });
            let (left, right) = (geometry.panes.left, geometry.panes.right);
            let columns = left.whole.width + geometry.margin.width + right.whole.width;
            assert_eq!(columns, width);
            let rows = geometry.header.height + geometry.margin.height + geometry.footer.height;
            assert_eq!(rows, height);
            for pane in [left, right] {
                assert!(pane.strip.width + pane.gutter.width + pane.text.width <= pane.whole.width);
            }
        }
    }
}
