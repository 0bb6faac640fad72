//! What is highlighted, and what stepping goes to.

use super::Highlight;
use super::reader::Reader;
use super::{alone, copies, standing};
use crate::collate::Class;
use crate::text::Side;

#[test]
fn f_goes_round_the_classes() {
    let mut reader = Reader::bundled((120, 30));
    let mut seen = Vec::new();
    for _ in 0..6 {
        reader.press("f");
        seen.push(reader.app.desk.view.lit);
    }
    let class = Highlight::Class;
    let round = [Class::Verbatim, Class::Edited, Class::Reworded].map(class);
    assert_eq!(seen[..3], round);
    assert_eq!(seen[3..], [Highlight::Moved, Highlight::Facts, Highlight::Shared]);
}

#[test]
fn facts_are_lit_where_a_number_date_name_or_negation_differs() {
    let mut reader = Reader::bundled((120, 30));
    reader.press("f f f f f n");
    let standing = standing(&reader.app.desk).expect("a link");
    assert!(standing.number.1 < reader.app.desk.stepping_order(Highlight::Shared).len());
    assert!(standing.matches.iter().any(|found| found.kinds.has_fact()));
}

#[test]
fn n_steps_through_what_is_lit_and_the_bracket_through_all() {
    let mut reader = Reader::bundled((120, 30));
    reader.press("f f");
    let edited = reader.app.desk.stepping_order(reader.app.desk.view.lit).len();
    let all = reader.app.desk.stepping_order(Highlight::Shared).len();
    assert!(edited > 0 && edited < all, "{edited} of {all}");
    for _ in 0..edited {
        reader.press("n");
        let standing = standing(&reader.app.desk).expect("a link");
        assert!(standing.matches.iter().any(|found| found.class == Class::Edited));
        assert_eq!(standing.number.1, edited);
    }
    reader.press("gg");
    let mut stops = 0;
    loop {
        reader.press("]c");
        if reader.said().starts_with("Wrapped") {
            break;
        }
        stops += 1;
    }
    assert_eq!(stops, all);
}

#[test]
fn only_here_steps_through_every_row_that_stands_only_here() {
    let texts = [
        (
            "a",
            "The gate was shut at nine. Nobody had asked the seals.\n\nOne whole paragraph that the other has not.\n\nThe lamp burned all night on the northern mole.",
        ),
        ("b", "The gate was shut at nine.\n\nThe lamp burned all night on the northern mole."),
    ];
    let mut reader = Reader::open(&texts, (120, 30));
    reader.press("o");
    let at = |reader: &Reader| {
        let (number, all, stretch) = alone(&reader.app.desk).expect("a stretch");
        (number, all, stretch.span.of(&reader.app.desk.library.articles[0].text).to_owned())
    };
    assert_eq!(at(&reader), (1, 2, "Nobody had asked the seals".to_owned()), "it is on the first row");
    reader.press("n");
    assert_eq!(at(&reader), (2, 2, "One whole paragraph that the other has not".to_owned()));
    reader.press("n");
    assert_eq!(at(&reader).0, 1, "and round");
    reader.press("N");
    assert_eq!(alone(&reader.app.desk).map(|alone| alone.0), Some(2));
    reader.press("Tab n");
    assert_eq!(reader.said(), "No unmatched text in this article");
}

#[test]
fn gm_brings_a_moved_passage_alongside_and_then_its_copies() {
    let moved = "The lamp burned all night on the northern mole while the choir sang below.";
    let others =
        ["Nobody had asked the seals about any of it.", "Divers will check the sills every month until autumn."];
    let left = format!("{moved}\n\n{}\n\n{}", others[0], others[1]);
    let right = format!("{}\n\n{}\n\n{moved}\n\n{moved}", others[0], others[1]);
    let mut reader = Reader::open(&[("a", &left), ("b", &right)], (120, 30));
    assert_eq!(copies(&reader.app.desk).len(), 2);
    let top = reader.app.desk.row[Side::Left].top;
    reader.press("gm");
    assert!(reader.said().starts_with("¶3 alongside, moved: copy 1 of 2"), "{}", reader.said());
    assert!(reader.at(Side::Right).0.starts_with("The lamp burned"));
    assert_eq!(reader.at(Side::Left).1, reader.at(Side::Right).1);
    assert_eq!(reader.app.desk.row[Side::Left].top, top, "one's own place is kept");
    reader.press("gm");
    assert!(reader.said().starts_with("¶4 alongside"), "{}", reader.said());
    reader.press("Ctrl-o Ctrl-o");
    assert_eq!(reader.at(Side::Right).1, 0);
    reader.press("2gg gm");
    assert_eq!(reader.said(), "¶1 alongside, in order; Ctrl-o goes back");
}
