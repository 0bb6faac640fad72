//! What works in reading works in a diff: search, notes, what is reviewed, lists, commands.

use std::path::PathBuf;
use std::sync::Arc;

use super::diffing_tests::{NEW, OLD};
use super::reader::Reader;
use super::{Effect, Event, Keys, Layout, Mode, Phase, Reopened, hits_in_diff, list_row, note_in_diff, update};
use crate::article::{Article, Origin};
use crate::boilerplate::{Fit, RuleSet, Scope, new_rule};
use crate::page::SheetRow;
use crate::text::{Pair, Side};

fn reader(size: (u16, u16)) -> Reader {
    let mut reader = Reader::open(&[("old.txt", OLD), ("new.txt", NEW)], size);
    reader.press("D gg");
    reader
}

/// The words on the cursor's row, on both sides.
fn row(reader: &Reader) -> String {
    let diff = reader.app.desk.diff.view.as_ref().expect("a diff");
    match diff.sheet.row(diff.cursor) {
        SheetRow::Beside(spots) => {
            let text = |side: Side| {
                let glyphs = spots[side].map(|spot| diff.sheet.pages()[side].glyphs(spot));
                glyphs.into_iter().flatten().map(|glyph| glyph.symbol.into_owned()).collect::<String>()
            };
            text(Side::Left) + &text(Side::Right)
        }
        SheetRow::Inline(band, row) => {
            let column = diff.sheet.column(band).expect("a band");
            column.glyphs(row, 200).map(|(glyph, ..)| glyph.symbol.into_owned()).collect()
        }
        SheetRow::Fold(_) => "fold".to_owned(),
        SheetRow::Gap => "gap".to_owned(),
    }
}

fn number(reader: &Reader) -> Option<usize> {
    Some(reader.app.desk.diff.view.as_ref().expect("a diff").number()?.0)
}

#[test]
fn a_search_steps_through_what_stands_on_either_side_once() {
    for size in [(140, 40), (70, 20)] {
        let mut reader = reader(size);
        reader.press("/ s a i l s Enter");
        let diff = reader.app.desk.diff.view.as_deref().expect("a diff");
        assert_eq!(diff.layout(), if size.0 > 100 { Layout::Beside } else { Layout::Inline });
        let hits = |side: Side| hits_in_diff(&reader.app.desk, diff, side).len();
        assert_eq!((hits(Side::Left), hits(Side::Right)), (2, 2));
        assert!(row(&reader).contains("sails and"), "{size:?} {}", row(&reader));
        reader.press("n");
        // It was in a fold.
        assert!(row(&reader).contains("sails are mended"), "{size:?} {}", row(&reader));
        reader.press("n");
        assert_eq!(reader.said(), "Wrapped");
        assert!(row(&reader).contains("sails and"), "{size:?} {}", row(&reader));
        reader.press("N");
        assert_eq!(reader.said(), "Wrapped");
        // What only the old version has is found there.
        reader.press("/ m a y o r Enter");
        assert!(row(&reader).contains("mayor"), "{size:?} {}", row(&reader));
        assert_eq!(reader.app.desk.row.focus, Side::Left);
        reader.press("/ 1 9 8 8 Enter");
        assert!(row(&reader).contains("1988"), "{size:?} {}", row(&reader));
        reader.press("]c");
        assert!(number(&reader).is_some(), "a change, whatever is looked for");
        reader.press("Esc n");
        assert!(reader.app.desk.finding.search.is_none() && number(&reader).is_some());
        reader.press("/ z e b r a Enter");
        assert_eq!(reader.said(), "Neither version contains “zebra”; n steps through the changes");
    }
}

#[test]
fn what_is_reviewed_is_counted_and_left_out() {
    let mut reader = reader((140, 40));
    reader.press("n r");
    assert!(reader.said().ends_with("1 of 4 reviewed"), "both ends of a move are one change: {}", reader.said());
    assert!(matches!(reader.effects.last(), Some(Effect::Keep(review)) if review.done));
    reader.press("f");
    assert_eq!(reader.said(), "n steps through 3 of 4 changes: not reviewed");
    let mut seen = Vec::new();
    for _ in 0..3 {
        reader.press("n");
        seen.push(number(&reader).expect("a change"));
    }
    seen.sort_unstable();
    assert_eq!(seen, [2, 3, 4]);
    reader.press("N r");
    let left = reader.said().to_owned();
    assert!(left.ends_with("2 of 4 reviewed"), "{left}");
    reader.press("r");
    assert!(reader.said().contains("no longer reviewed"), "{}", reader.said());
    reader.press("gg r");
    assert!(reader.said().starts_with("Nothing changed here"), "{}", reader.said());
}

#[test]
fn a_mark_falls_where_a_comma_changes_and_stays_where_a_line_does() {
    let open = |new: &str| Reader::open(&[("old.txt", OLD), ("new.txt", new)], (140, 40));
    let mut first = open(NEW);
    first.press("D G N r");
    let Some(Effect::Keep(review)) = first.effects.pop() else { panic!("nothing kept") };
    let done = |mut reader: Reader| {
        reader.app.desk.memory.reviewed.take(review);
        reader.press("D G N");
        let diff = reader.app.desk.diff.view.as_deref().expect("a diff");
        super::is_change_done(&reader.app.desk, diff, diff.sheet.bands_at(diff.cursor).start)
    };
    assert!(done(open(&NEW.replace("the wall on kite", "the\nwall on kite"))));
    assert!(!done(open(&NEW.replace("the wall on kite", "the wall, on kite"))));
}

#[test]
fn the_filter_passes_over_what_leaves_nothing() {
    let mut reader = reader((140, 40));
    let mut said = Vec::new();
    for _ in 0..5 {
        reader.press("f");
        said.push(reader.said().rsplit(": ").next().unwrap_or_default().to_owned());
    }
    assert_eq!(said, ["not reviewed", "edited", "added or removed", "moved", "a fact differs"]);
    reader.press("n");
    assert_eq!(number(&reader), Some(2), "1987 became 1988");
}

#[test]
fn a_note_on_a_change_is_known_in_reading_too() {
    let mut reader = reader((140, 40));
    reader.press("G N i o u c h Enter");
    assert!(row(&reader).contains("Dogs"), "{}", row(&reader));
    let diff = reader.app.desk.diff.view.as_deref().expect("a diff");
    let band = diff.sheet.bands_at(diff.cursor).start;
    assert_eq!(note_in_diff(&reader.app.desk, diff, band).map(|note| note.text.as_str()), Some("ouch"));
    reader.press("D");
    let pane = reader.app.desk.focused();
    let notes = super::notes_at(&reader.app.desk, reader.app.desk.row.focus, pane.paragraph_id());
    assert_eq!(notes.first().map(|note| note.note.text.as_str()), Some("ouch"));
    reader.press("D u");
    let diff = reader.app.desk.diff.view.as_deref().expect("a diff");
    assert!(note_in_diff(&reader.app.desk, diff, band).is_none());
}

#[test]
fn the_list_tells_of_a_sentence_left_out_beside_a_changed_word() {
    let old = "Boats land at the north steps while the crane is mended. The smell of tar lasts a week.\n\nNobody asked the gulls.";
    let new = "Boats land at the south steps while the crane is mended.\n\nNobody asked the gulls. They came at noon.";
    let mut reader = Reader::open(&[("old.txt", old), ("new.txt", new)], (140, 40));
    reader.press("D L");
    let Some(Mode::Listing(list)) = reader.app.modes.top() else { panic!("no list") };
    let rows: Vec<_> = (0..list.rows.len()).filter_map(|at| list_row(&reader.app.desk, list, at)).collect();
    let told: Vec<&str> = rows.iter().map(|row| row.words.as_str()).collect();
    assert_eq!(told, ["north → south · − The smell of tar lasts a week", "+ They came at noon"]);
}

#[test]
fn the_list_names_what_nobody_sees_and_says_what_moved_inside_a_paragraph() {
    let old = "The ferry sails on Tuesday morning.\n\nOpponents spoke briefly. They left before the vote. Nobody followed \
               them out of the hall.\n\n1. Sign the contract with them.\n\n2. Burn the letters of the mayor.\n";
    let new = "The ferry sails on Tues\u{200b}day morning.\n\nOpponents spoke briefly. Nobody followed them out of the \
               hall. They left before the vote.\n\n1. Sign the contract with them.\n\n2. Write a long report to all of \
               us.\n\n3. Burn the letters of the mayor.\n";
    let mut reader = Reader::open(&[("old.txt", old), ("new.txt", new)], (140, 40));
    reader.press("D gg L");
    let Some(Mode::Listing(list)) = reader.app.modes.top() else { panic!("no list") };
    let rows: Vec<_> = (0..list.rows.len()).filter_map(|at| list_row(&reader.app.desk, list, at)).collect();
    let told: Vec<&str> = rows.iter().map(|row| row.why.as_str()).collect();
    let expected = [
        "edited · only punctuation or case",
        "edited · 1 passage moved",
        "added",
        "edited · only the number of the item",
    ];
    assert_eq!((told.as_slice(), rows[0].words.as_str()), (&expected[..], "Tuesday → Tues‹ZWSP›day"));
    assert_eq!(rows.iter().map(|row| row.moved).collect::<Vec<_>>(), [false, true, false, false]);
    reader.press("Esc g g");
    for _ in 0..8 {
        reader.press("f");
        if reader.said().ends_with(": moved") {
            break;
        }
    }
    assert_eq!(reader.said(), "n steps through 1 of 4 changes: moved");
}

#[test]
fn the_list_says_what_kind_each_change_is_and_leads_to_it() {
    let mut reader = reader((140, 40));
    reader.press("n r L");
    let Some(Mode::Listing(list)) = reader.app.modes.top() else { panic!("no list") };
    let rows: Vec<_> = (0..list.rows.len()).filter_map(|at| list_row(&reader.app.desk, list, at)).collect();
    let told: Vec<String> = rows.iter().map(|row| format!("{} | {} | {}", row.place, row.words, row.why)).collect();
    assert_eq!(
        told,
        [
            "  ¶3 → ¶2 | 1987 → 1988 | edited · date",
            "  ¶4 | The mayor usually wins the prize for the worst landing. | removed",
            "✓ ¶2 → ¶3 | old → worn | moved",
            "  ¶8 | Dogs are not allowed on the wall on kite days. | added",
        ]
    );
    reader.press("d o g s Enter");
    assert!(row(&reader).contains("Dogs"), "{}", row(&reader));
    reader.press("Ctrl-o");
    assert_eq!(number(&reader), Some(1));
    reader.press("Ctrl-i");
    assert!(row(&reader).contains("Dogs"), "{}", row(&reader));
}

#[test]
fn a_star_leads_to_the_passage_on_the_other_side() {
    let mut reader = reader((140, 40));
    reader.press("Tab 7gg *");
    let Some(Mode::Listing(_)) = reader.app.modes.top() else { panic!("no list: {}", reader.said()) };
    let from = reader.app.desk.row.focus;
    reader.press("Enter");
    assert_eq!(reader.app.phase(), Phase::Diffing);
    assert_eq!(reader.app.desk.row.focus, from.other());
}

#[test]
fn what_is_for_panes_alone_leads_to_the_reading_view() {
    let mut reader = reader((140, 40));
    reader.press("4gg s");
    assert_eq!(reader.app.phase(), Phase::Reading);
    reader.press("D : l o c k Enter");
    assert_eq!(reader.app.phase(), Phase::Reading);
    reader.press("D o");
    assert_eq!(reader.app.phase(), Phase::Reading);
    assert!(reader.said().starts_with("Left the diff, D opens it again. Highlighting unmatched"), "{}", reader.said());
    reader.press("D m");
    assert_eq!(reader.said(), "Left the diff; in the reading view D opens the diff again");
    reader.press("Esc D");
    assert_eq!(reader.app.phase(), Phase::Diffing);
    reader.press("Ctrl-q");
    assert_eq!(reader.said(), "Ctrl-q is not bound here; ? shows the keys");
}

#[test]
fn what_cannot_be_done_leaves_the_diff_open() {
    let mut reader = reader((140, 40));
    reader.press("4gg");
    let before = row(&reader);
    for (keys, said) in
        [("H", "Nothing is hidden in these two"), ("|", "No other article is open"), ("R", "No rules yet; X makes one")]
    {
        reader.press(keys);
        assert_eq!((reader.app.phase(), reader.said()), (Phase::Diffing, said), "{keys}");
        assert_eq!(row(&reader), before, "{keys}");
    }
}

#[test]
fn figures_that_differ_are_listed_over_the_diff() {
    let mut reader = reader((140, 40));
    reader.press("F");
    let Some(Mode::Listing(_)) = reader.app.modes.top() else { panic!("no list: {}", reader.said()) };
    reader.press("Enter");
    assert_eq!(reader.app.phase(), Phase::Diffing);
    assert!(row(&reader).contains("1988"), "{}", row(&reader));
    reader.press("gg F Esc");
    assert_eq!(reader.app.phase(), Phase::Diffing);
}

#[test]
fn hiding_in_a_diff_compares_without_it() {
    let mut reader = reader((140, 40));
    reader.press("G N x");
    assert_eq!(reader.app.phase(), Phase::Diffing);
    let all = |reader: &Reader| reader.app.desk.diff.view.as_ref().expect("a diff").sheet.compared().changes.len();
    assert_eq!(all(&reader), 4);
    reader.press("u");
    assert_eq!(all(&reader), 5);
}

#[test]
fn what_is_hidden_in_a_diff_is_hidden_in_both_versions() {
    let old = "The ferry left at noon.\n\nThe old bell rang twice on Monday.\n\nGulls slept on the roof.";
    let new = "The ferry left at one.\n\nThe old bell rang once on Monday.\n\nGulls slept on the roof.";
    let mut reader = Reader::open(&[("old.txt", old), ("new.txt", new)], (140, 40));
    let tally = |reader: &Reader| reader.app.desk.diff.view.as_ref().expect("a diff").sheet.compared().tally;
    reader.press("D n x");
    let told = tally(&reader);
    assert_eq!((told.edited, told.added, told.removed), (1, 0, 0));
    assert!(reader.said().starts_with("Hid 14 words for this session"), "{}", reader.said());
    reader.press("u");
    assert_eq!((tally(&reader).edited, tally(&reader).added), (2, 0));
}

#[test]
fn nothing_of_a_fold_is_hidden_in_one_version_only() {
    let old: Vec<String> =
        (0..9).map(|at| format!("Paragraph {at} tells of the harbour and of its boats at noon.")).collect();
    let mut new = old.clone();
    new[0] = new[0].replace("noon", "night");
    let (old, new) = (old.join("\n\n"), new.join("\n\n"));
    let mut reader = Reader::open(&[("old.txt", &old), ("new.txt", &new)], (140, 40));
    reader.press("D G x");
    assert_eq!(reader.said(), "Several paragraphs; Enter opens the fold");
    let told = reader.app.desk.diff.view.as_ref().expect("a diff").sheet.compared().tally;
    assert_eq!((told.edited, told.words), (1, Pair::new(1, 1)));
    assert!(reader.app.desk.library.hidden_by_hand.iter().all(Vec::is_empty));
}

#[test]
fn a_paragraph_of_which_a_rule_hides_a_part_is_hidden_in_both_versions() {
    let old = "The ferry left at noon.\n\nThe old bell rang twice on Monday. Photo: Lunn Archive.\n\nGulls slept on the roof.";
    let new =
        "The ferry left at one.\n\nThe old bell rang once on Monday. Photo: Lunn Archive.\n\nGulls slept on the roof.";
    let rule =
        new_rule(Fit::Exactly("Photo: Lunn Archive.".to_owned()), Scope::Everywhere, "2031-04-05", &RuleSet::default());
    let articles = [("old.txt", old), ("new.txt", new)].map(|(name, text)| Article::of_text(name, text)).to_vec();
    let mut reader = Reader::of_articles((articles, RuleSet { rules: vec![rule] }), (140, 40));
    let tally = |reader: &Reader| reader.app.desk.diff.view.as_ref().expect("a diff").sheet.compared().tally;
    reader.press("D");
    assert_eq!((tally(&reader).edited, tally(&reader).added, tally(&reader).removed), (2, 0, 0));
    reader.press("n x");
    assert!(reader.said().starts_with("Hid 14 words for this session"), "{}", reader.said());
    assert_eq!((tally(&reader).edited, tally(&reader).added, tally(&reader).removed), (1, 0, 0));
}

#[test]
fn what_is_hidden_in_a_diff_is_a_paragraph_of_the_article_that_is_open() {
    let old = "The ferry left at noon.\n\nThe old bell rang twice on Monday.\n\nGulls slept on the roof.";
    let new = "The ferry left at one.\n\nThe old bell rang once on Monday.\n\nGulls slept on the roof.";
    let file = |name: &str, text: &str| {
        let place = PathBuf::from(format!("/harbour/{name}"));
        Article { origin: Origin::File { named: place.clone(), place }, ..Article::of_text(name, text) }
    };
    let articles = vec![file("old.txt", old), file("new.txt", new)];
    let mut reader = Reader::of_articles((articles, RuleSet::default()), (140, 40));
    reader.press("D n Tab : r e l o a d Enter");
    let Some(Effect::Reread(task)) = reader.effects.pop() else { panic!("nothing is read anew") };
    let longer = Arc::new(file("new.txt", &format!("A line in front of all of it, which is new.\n\n{new}")));
    let articles = vec![Arc::clone(&task.articles[0]), longer];
    // It is read, and not compared yet.
    update(&mut reader.app, Event::Reopened(Reopened { ticket: task.ticket, articles, complaints: Vec::new() }));
    for key in Keys::read("x").0 {
        update(&mut reader.app, Event::Key(key));
    }
    let article = &reader.app.desk.library.articles[1];
    let hidden: Vec<&str> =
        reader.app.desk.library.hidden_by_hand[1].iter().map(|span| span.of(&article.text)).collect();
    assert_eq!(hidden, ["The old bell rang once on Monday."]);
}

#[test]
fn another_article_is_compared_at_once() {
    let third = NEW.replace("Dogs", "Cats");
    let mut reader = Reader::open(&[("old.txt", OLD), ("new.txt", NEW), ("third.txt", &third)], (140, 40));
    reader.press("D Tab : a r t i c l e Space 3 Enter");
    assert_eq!(reader.app.phase(), Phase::Diffing);
    let diff = reader.app.desk.diff.view.as_ref().expect("a diff");
    assert_eq!(diff.sheet.compared().articles.right.name, "third.txt");
}
