//! The row of panes: opening and closing, moving the pair, requests, and going back.

use super::{open_heads, pair_view, shown_panes, standing, take_settings};
use crate::app::desk::pair_places::stands;
use crate::app::desk::reopen::read_anew;
use std::sync::Arc;

use super::reader::Reader;
use super::{Effect, Event, Gesture, Keys, PaneIx, Reopened, Settings, Size, Target, update};
use crate::article::{Article, Extent, ParagraphId};
use crate::boilerplate::RuleSet;
use crate::page::Spot;
use crate::text::Side;

pub const WIDE: (u16, u16) = (200, 40);

/// Writes the row: the digits of its articles, the pair's in brackets, the focused one with a star.
pub fn row(reader: &Reader) -> String {
    let app = &reader.app;
    let digit = |ix: &PaneIx| {
        let number = app.desk.row.get(*ix).map_or(0, |pane| pane.article + 1);
        match (app.desk.row.out(*ix), app.desk.row.side(*ix), *ix == app.desk.row.ix(app.desk.row.focus)) {
            (0, Side::Left, true) => format!("[{number}*"),
            (0, Side::Left, false) => format!("[{number}"),
            (0, Side::Right, true) => format!("{number}*]"),
            (0, Side::Right, false) => format!("{number}]"),
            _ => number.to_string(),
        }
    };
    app.desk.row.places().map(|ix| digit(&ix)).collect::<Vec<_>>().join(" ")
}

/// Where the panes are, to the row.
pub fn rows_of(reader: &Reader) -> Vec<(usize, Spot, Spot)> {
    let panes = reader.app.desk.row.places().filter_map(|ix| reader.app.desk.row.get(ix));
    panes.map(|pane| (pane.article, pane.top, pane.at())).collect()
}

fn check(steps: &[(&str, &str, &str)]) {
    let mut reader = Reader::bundled(WIDE);
    for (keys, expected, said) in steps {
        reader.press(keys).wait();
        assert_eq!(row(&reader), *expected, "after {keys}");
        assert!(reader.said().contains(said), "after {keys}: {}", reader.said());
    }
}

#[test]
fn panes_are_opened_and_closed() {
    check(
        &[
            ("|", "[1* 2] 3", "on the right; \\ closes the pane with the cursor"),
            ("5 |", "[1* 2] 3 5", "on the right"),
            ("|", "[1* 2] 3 5", "No more than 4 panes"),
            ("\\", "[2* 3] 5", "Closed"),
            ("\\", "[3* 5]", "Closed"),
            ("\\", "[3* 5]", "At least two panes stay open; | opens a third"),
            ("5 |", "[3* 5]", "is already shown"),
            ("9 |", "[3* 5]", "No article 9; 5 are open"),
            ("|", "[3* 5] 1", "on the right"),
            ("Tab Tab \\", "[3 5*]", ""),
        ][..10],
    );
    check(&[("| Tab Tab", "1 [2 3*]", ""), ("\\", "[1 2*]", ""), ("|", "[1 2*] 3", ""), ("\\", "[1 3*]", "")]);
}

#[test]
fn the_focus_takes_the_pair_along_the_row() {
    check(&[
        ("| |", "[1* 2] 3 4", ""),
        ("Tab", "[1 2*] 3 4", ""),
        ("Tab", "1 [2 3*] 4", ""),
        ("l", "1 2 [3 4*]", ""),
        ("l", "1 2 [3 4*]", "Already in the right pane"),
        ("h", "1 2 [3* 4]", ""),
        ("h", "1 [2* 3] 4", ""),
        ("← ←", "[1* 2] 3 4", "Already in the left pane"),
        ("l l l Tab", "[1* 2] 3 4", ""),
    ]);
}

#[test]
fn a_number_puts_an_article_into_the_focused_pane_and_loses_none() {
    check(&[
        ("|", "[1* 2] 3", ""),
        ("3", "[3* 2] 1", "Swapped the two articles"),
        ("4", "[4* 2] 1", ""),
        ("Tab 4", "[2 4*] 1", "Swapped the two articles"),
        ("Tab 4", "2 [1 4*]", "Swapped the two articles"),
    ]);
}

#[test]
fn going_back_undoes_what_was_done_to_the_row() {
    check(&[
        ("|", "[1* 2] 3", ""),
        ("Tab Tab n", "1 [2 3*]", ""),
        ("\\", "[1 2*]", ""),
        ("Ctrl-o", "1 [2 3*]", ""),
        ("Ctrl-o Ctrl-o", "[1* 2]", ""),
        ("Ctrl-i", "1 [2 3*]", ""),
        ("Ctrl-i", "1 [2 3*]", ""),
        ("Ctrl-i", "[1 2*]", ""),
    ]);
}

#[test]
fn where_there_is_no_room_it_says_how_much_is_needed() {
    let cases = [
        (119, 2, "No room for a third pane: it needs 120 columns, there are 119"),
        (120, 3, "on the right"),
        (161, 3, "No room for a fourth pane: it needs 162 columns, there are 161"),
        (162, 4, "on the right"),
    ];
    for (width, panes, said) in cases {
        let mut reader = Reader::bundled((width, 30));
        reader.press(if width < 150 { "|" } else { "| |" });
        assert_eq!(reader.app.desk.row.articles().len(), panes, "{width}");
        assert!(reader.said().contains(said), "{width}: {}", reader.said());
    }
    let mut two = Reader::open(&[("a", "One stone."), ("b", "Two stones.")], WIDE);
    two.press("|");
    assert_eq!(two.said(), "No other article is open");
    let mut alone = Reader::open(&[("a", "One stone.")], WIDE);
    alone.press("|");
    assert_eq!(alone.said(), "Only one article is open");
}

#[test]
fn panes_that_have_no_room_are_kept_and_come_back() {
    let mut reader = Reader::bundled(WIDE);
    reader.press("| | Tab");
    let shown = |reader: &Reader| -> Vec<usize> {
        let panes = shown_panes(&reader.app.desk).into_iter();
        panes.filter_map(|ix| reader.app.desk.row.get(ix)).map(|pane| pane.article + 1).collect()
    };
    for (width, expected) in [(161, vec![1, 2, 3]), (90, vec![1, 2]), (161, vec![1, 2, 3]), (170, vec![1, 2, 3, 4])] {
        reader.send(Event::Resized(Size { width, height: 40 }));
        assert_eq!(shown(&reader), expected, "{width}");
    }
    reader.send(Event::Resized(Size { width: 90, height: 40 }));
    reader.press("|");
    assert!(reader.said().starts_with("No room for a third pane"), "{}", reader.said());
    reader.press("l");
    assert_eq!((row(&reader).as_str(), shown(&reader)), ("1 [2 3*] 4", vec![2, 3]), "it goes on to what has no room");
    reader.press("Tab Tab");
    assert_eq!(shown(&reader), [2, 3], "it goes round those that are shown");
}

#[test]
fn the_panes_of_the_settings_are_there_from_the_start() {
    for (panes, expected) in [(2, "[1* 2]"), (3, "[1* 2] 3"), (4, "[1* 2] 3 4")] {
        let mut reader = Reader::bundled(WIDE);
        let asked = take_settings(&mut reader.app.desk, Settings { panes, ..Settings::default() });
        assert_eq!(asked.len(), panes - 2);
        assert_eq!(row(&reader), expected);
    }
    let mut few = Reader::open(&[("a", "One stone."), ("b", "Two stones.")], WIDE);
    assert!(take_settings(&mut few.app.desk, Settings { panes: 4, ..Settings::default() }).is_empty());
    assert_eq!(row(&few), "[1* 2]");
}

/// Presses keys and returns the tickets requested, with those of jobs that cancel others marked; answers nothing.
fn asked(reader: &mut Reader, keys: &str) -> Vec<(&'static str, [String; 2])> {
    let mut asked = Vec::new();
    for key in keys.split_whitespace().flat_map(|written| Keys::read(written).0) {
        for effect in update(&mut reader.app, Event::Key(key)) {
            let names = |job: &super::Job| [job.articles.left.name.clone(), job.articles.right.name.clone()];
            match &effect {
                Effect::Collate(job) => asked.push(("first", names(job))),
                Effect::CollateNext(job) => asked.push(("next", names(job))),
                _ => {}
            }
        }
    }
    asked
}

#[test]
fn only_what_is_not_known_is_asked_for_and_the_pair_first() {
    let texts: Vec<(String, String)> = ["a", "b", "c", "d"]
        .iter()
        .map(|name| ((*name).to_owned(), "The ferry of Orrin stayed in the harbour all night.".to_owned()))
        .collect();
    let texts: Vec<(&str, &str)> = texts.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    let pair = |one: &str, other: &str| [one.to_owned(), other.to_owned()];
    let mut reader = Reader::open(&texts, WIDE);
    assert_eq!(asked(&mut reader, "|"), [("next", pair("b", "c"))], "the pair's own job goes on");
    assert_eq!(asked(&mut reader, "Tab Tab Tab"), [], "what is asked for is not asked for again");
    assert_eq!(asked(&mut reader, "x"), [("first", pair("a", "b")), ("next", pair("b", "c"))]);
    let mut reader = Reader::open(&texts, WIDE);
    reader.press("| |");
    assert_eq!(asked(&mut reader, "n j l l l h h h"), [], "all is known");
    assert_eq!(asked(&mut reader, "l \\"), [("first", pair("a", "c"))]);
}

#[test]
fn what_is_known_of_a_pair_is_kept_while_another_is_open() {
    let mut reader = Reader::bundled(WIDE);
    reader.press("| n n");
    let known = reader.app.desk.collation().cloned().unwrap();
    reader.press("Tab Tab n");
    assert!(!Arc::ptr_eq(&known, reader.app.desk.collation().unwrap()));
    reader.press("h h");
    assert!(Arc::ptr_eq(&known, reader.app.desk.collation().unwrap()));
    assert!(standing(&reader.app.desk).is_some(), "one stands on the link that has come alongside");
}

#[test]
fn an_answer_goes_to_the_pair_that_asked_wherever_it_stands_by_then() {
    let mut reader = Reader::bundled(WIDE);
    let key = |written: &str| Event::Key(Keys::read(written).0[0]);
    let effects = update(&mut reader.app, key("|"));
    let Some(Effect::CollateNext(job)) = effects.into_iter().find(|effect| matches!(effect, Effect::CollateNext(_)))
    else {
        panic!("nothing asked")
    };
    reader.press("Tab Tab");
    assert!(reader.app.desk.collation().is_none() && reader.app.desk.collating());
    reader.answer(vec![Effect::CollateNext(job)]);
    assert!(reader.app.desk.collation().is_some() && !reader.app.desk.collating());
}

#[test]
fn work_that_broke_off_is_not_asked_for_again_and_again() {
    let mut reader = Reader::bundled(WIDE);
    let effects = update(&mut reader.app, Event::Key(Keys::read("|").0[0]));
    let Some(Effect::CollateNext(job)) = effects.first() else { panic!("{effects:?}") };
    assert!(update(&mut reader.app, Event::Failed(job.ticket, "no".to_owned())).is_empty());
    assert_eq!(asked(&mut reader, "j k"), []);
}

const TOLD: [&str; 4] = [
    "The bell of Saint Orrin rang at nine on Monday evening for the lost boat.",
    "Three keepers rowed out with lamps and found the mast but not the crew.",
    "On Wednesday the harbour master closed the northern channel to all ferries.",
    "A reward of forty silver crowns is offered for news of the missing sailors.",
];

/// Three articles with the same text, and more and more other text in between.
fn told() -> Reader {
    let other = |name: &str, at: usize| {
        ["lee", "tin", "ost", "ram", "ull"].map(|end| format!("{name}{at}{end}")).join(" ") + ".\n\n"
    };
    let text = |name: &str, between: usize| -> String {
        TOLD.iter().map(|told| (0..between).map(|at| other(name, at)).collect::<String>() + told + "\n\n").collect()
    };
    let texts = [("a", text("gull", 1)), ("b", text("seal", 5)), ("c", text("heron", 9))];
    Reader::open(&texts.each_ref().map(|(name, text)| (*name, text.as_str())), (200, 20))
}

fn screen_row(reader: &Reader, ix: PaneIx, told: &str) -> isize {
    let pane = reader.app.desk.row.get(ix).expect("a pane");
    let place = pane.open_article().text.find(told).expect("it is told there");
    pane.row_of(pane.page.spot_of(place), 1000)
}

#[test]
fn all_panes_go_along() {
    let mut reader = told();
    reader.press("|");
    for (keys, told) in [("n n", TOLD[1]), ("n", TOLD[2]), ("Tab Tab n", TOLD[3]), ("N N", TOLD[1]), ("Tab n", TOLD[2])]
    {
        reader.press(keys);
        let rows: Vec<isize> = reader.app.desk.row.places().map(|ix| screen_row(&reader, ix, told)).collect();
        assert_eq!(rows, [rows[0]; 3], "{keys}: {told}");
    }
    reader.press("s gg");
    let far = reader.app.desk.row.outside(Side::Right, 1).expect("a pane");
    let top = reader.app.desk.row.get(far).map(|pane| pane.top);
    reader.press("n n");
    assert_eq!(reader.app.desk.row.get(far).map(|pane| pane.top), top, "apart, each stays where it is");
    reader.press("s");
    assert_eq!(screen_row(&reader, far, TOLD[1]), screen_row(&reader, reader.app.desk.row.ix(Side::Right), TOLD[1]));
}

#[test]
fn a_pane_opened_in_the_middle_stands_alongside() {
    let mut reader = told();
    reader.press("n n n |");
    let rows = reader.app.desk.row.places().map(|ix| screen_row(&reader, ix, TOLD[2]));
    assert_eq!(rows.collect::<std::collections::BTreeSet<_>>().len(), 1);
}

#[test]
fn the_wheel_over_a_pane_beside_takes_the_others_along() {
    let mut reader = told();
    reader.press("| n n n");
    let far = reader.app.desk.row.outside(Side::Right, 1).expect("a pane");
    let stands = |reader: &Reader| stands(&reader.app.desk);
    let (before, focus) = (stands(&reader), reader.app.desk.row.focus);
    reader.send(Event::Pointed(Target::Text(far, 0), Gesture::Wheel(2)));
    let pane = reader.app.desk.row.get(far).expect("a pane");
    assert_eq!(pane.page.between(before[2].1, pane.top, 100), 2);
    let now = stands(&reader);
    assert!(now[0] != before[0] && now[1] != before[1], "{before:?} {now:?}");
    assert_eq!((reader.app.desk.row.focus, row(&reader).as_str()), (focus, "[1* 2] 3"));
}

#[test]
fn a_click_beside_moves_the_pair_there() {
    let mut reader = told();
    reader.press("|");
    let far = reader.app.desk.row.outside(Side::Right, 1).expect("a pane");
    let place = reader.app.desk.row.get(far).unwrap().page.place_of(reader.app.desk.row.get(far).unwrap().top);
    reader.send(Event::Pointed(Target::Text(far, place), Gesture::Click));
    assert_eq!(row(&reader), "1 [2 3*]");
    let paragraph_ids = pair_view(&reader.app.desk, reader.app.desk.row.outside(Side::Left, 1).expect("a pane"))
        .links_of(Side::Left, ParagraphId(1))
        .next()
        .unwrap()
        .paragraph_ids;
    reader.send(Event::Pointed(
        Target::Link(reader.app.desk.row.outside(Side::Left, 1).expect("a pane"), paragraph_ids),
        Gesture::Click,
    ));
    assert_eq!(row(&reader), "[1* 2] 3");
    assert_eq!(
        reader.app.desk.paragraph_link().map(|paragraph_link| paragraph_link.paragraph_ids),
        Some(paragraph_ids)
    );
}

#[test]
fn what_is_hidden_takes_no_part_beside_the_pair_either() {
    let mut reader = told();
    reader.press("|");
    let far = reader.app.desk.row.outside(Side::Right, 1).expect("a pane");
    let words = |reader: &Reader| pair_view(&reader.app.desk, far).collation.map(|found| found.coverage.right.hidden);
    assert_eq!(words(&reader), Some(0));
    reader.press("l l x h h");
    assert!(words(&reader) > Some(0), "hidden in the third");
    reader.press("u");
    assert_eq!(words(&reader), Some(0));
}

#[test]
fn a_search_walks_through_all_panes() {
    let mut reader = told();
    reader.press("| / h e r o n 8 Enter");
    assert_eq!((row(&reader).as_str(), reader.said()), ("1 [2 3*]", "Only in c"));
    reader.press("Esc / r e w a r d Enter");
    assert_eq!(row(&reader), "1 [2 3*]");
    reader.press("n");
    assert_eq!((row(&reader).as_str(), reader.said()), ("[1* 2] 3", "Wrapped"));
    reader.press("n");
    assert_eq!((row(&reader).as_str(), reader.said()), ("[1 2*] 3", "Now in b"));
}

#[test]
fn what_stands_elsewhere_comes_alongside_where_its_article_is() {
    let mut reader = told();
    reader.press("| l n n a ↓ Enter");
    assert!(reader.said().contains("of c alongside"), "{}", reader.said());
    assert_eq!(row(&reader), "1 [2* 3]");
    reader.press("Ctrl-o");
    assert_eq!(row(&reader), "[1 2*] 3");
    reader.press("h a ↓ Enter");
    assert_eq!(row(&reader), "[1* 3] 2", "what stands further off comes into the other pane");
}

#[test]
fn articles_read_anew_stay_in_their_panes() {
    let mut reader = told();
    reader.press("| n n");
    let articles: Vec<Arc<Article>> = reader.app.desk.library.articles.iter().take(3).cloned().collect();
    let shown = |reader: &Reader| -> Vec<String> {
        let panes = reader.app.desk.row.places();
        panes.filter_map(|ix| reader.app.desk.row.get(ix)).map(|pane| pane.open_article().name.clone()).collect()
    };
    let cases = [(vec![2, 1, 0], vec!["a", "b", "c"]), (vec![0, 1], vec!["a", "b"]), (vec![2, 1], vec!["c", "b"])];
    for (kept, expected) in cases {
        let mut reader = told();
        reader.press("| n n");
        read_anew(&mut reader.app.desk);
        let articles = kept.iter().map(|at| Arc::clone(&articles[*at])).collect();
        reader.send(Event::Reopened(Reopened {
            ticket: reader.app.desk.library.reading.ticket().expect("asked"),
            articles,
            complaints: Vec::new(),
        }));
        assert_eq!(shown(&reader), expected, "{kept:?}");
        assert!(reader.app.desk.row.places().all(|ix| pair_view(&reader.app.desk, ix).collation.is_some()));
    }
}

#[test]
fn of_heads_the_further_panes_open_when_all_is_read() {
    let articles = crate::article::bundled();
    let mut heads = articles.clone();
    heads.truncate(2);
    heads.iter_mut().for_each(|head| head.extent = Extent::Head);
    let (mut app, effects) = open_heads(heads, RuleSet::default(), "2031-04-15", Size { width: 200, height: 40 });
    assert!(take_settings(&mut app.desk, Settings { panes: 3, ..Settings::default() }).is_empty());
    assert_eq!(app.desk.row.articles(), [0, 1]);
    let Some(Effect::Read(ticket)) = effects.first() else { panic!("{effects:?}") };
    update(&mut app, Event::Key(Keys::read("|").0[0]));
    assert_eq!(
        (app.desk.row.articles().len(), app.desk.message.as_ref().map(|said| said.text.as_str())),
        (2, Some("Still reading"))
    );
    let articles = articles.into_iter().map(Arc::new).collect();
    let effects = update(&mut app, Event::Reopened(Reopened { ticket: *ticket, articles, complaints: Vec::new() }));
    assert_eq!(app.desk.row.articles(), [0, 1, 2]);
    assert!(matches!(effects[..], [Effect::Collate(_), Effect::Gather(_), Effect::CollateNext(_)]), "{effects:?}");
}

#[test]
fn a_pane_beside_the_pair_comes_back_to_where_it_stood() {
    let mut reader = Reader::bundled(WIDE);
    for keys in ["|", "Ctrl-d", "Tab", "Tab"] {
        reader.press(keys).wait();
    }
    let stood = rows_of(&reader);
    reader.press("1").wait();
    reader.press("Ctrl-o");
    assert_eq!((row(&reader).as_str(), rows_of(&reader)), ("1 [2 3*]", stood));
}
