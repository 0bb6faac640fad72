//! Hiding as its reader meets it: keys in, what is hidden and said out.

use super::app_tests::{LEFT, RIGHT, pair};
use super::reader::Reader;
use super::{Effect, Event, Keys, Mode, Saved, Written, update};
use crate::boilerplate::{Rule, RuleId, RuleSet};
use crate::text::Side;

#[test]
fn x_hides_at_once_and_u_takes_it_back() {
    let mut reader = pair();
    let words = |reader: &Reader| reader.app.desk.collation().map(|c| c.coverage.map(|side| (side.words, side.hidden)));
    let before = words(&reader);
    reader.press("2gg x");
    let hidden = words(&reader).expect("collated").left;
    assert_eq!(hidden, (before.expect("collated").left.0 - 13, 13));
    assert_eq!(reader.at(Side::Left).0, "⋯");
    assert!(
        reader.app.desk.collation().is_some_and(|c| c.only(Side::Right).any(|paragraph_id| paragraph_id.0 == 1)),
        "its counterpart stands alone"
    );
    reader.press("x");
    assert!(reader.said().starts_with("Already hidden by you"), "{}", reader.said());
    reader.press("u");
    assert_eq!(words(&reader), before);
    assert_eq!(reader.at(Side::Left).0, "The keeper of the seventh gate");
    reader.press("u");
    assert_eq!(reader.said(), "Nothing to undo");
}

#[test]
fn marked_sentences_are_hidden_alone() {
    let text = "Give us money. Only your gift makes it possible.The barrier closed on Tuesday for good.";
    let mut reader = Reader::open(&[("a", text), ("b", RIGHT)], (80, 24));
    reader.press("v j x");
    let hidden: Vec<_> =
        reader.app.desk.row[Side::Left].page.mask().hidden().iter().map(|h| h.span.of(text).to_owned()).collect();
    assert_eq!(hidden, ["Give us money. Only your gift makes it possible."]);
    assert_eq!(reader.app.modes.top(), None);
    let hidden_after = |reader: &mut Reader, keys: &str| {
        let mask = reader.press(keys).app.desk.row[Side::Left].page.mask().clone();
        mask.hidden().iter().map(|h| h.span.of(text).to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(hidden_after(&mut reader, "u v l l x"), ["The barrier closed on Tuesday for good."]);
    assert_eq!(hidden_after(&mut reader, "u v l l h x"), ["Only your gift makes it possible."]);
    reader.press("u v v");
    assert_eq!(reader.app.modes.top(), None);
}

#[test]
fn a_rule_is_saved_holds_elsewhere_and_is_taken_back() {
    let mut reader = pair();
    reader.press("Tab 1 gg X");
    let Some(Mode::Picking(picker)) = reader.app.modes.top() else { panic!("no question was asked") };
    assert_eq!(picker.counted().as_deref(), Some(&[(0, 0), (1, 13), (0, 0)][..]), "in this article");
    reader.press("Tab Tab");
    let Some(Mode::Picking(picker)) = reader.app.modes.top() else { panic!("the question is gone") };
    assert_eq!(picker.counted().as_deref(), Some(&[(1, 13), (1, 13), (1, 13)][..]), "everywhere");
    reader.press("Enter");
    assert_eq!(reader.file.len(), 1);
    assert_eq!(reader.file[0].created, "2031-04-15");
    assert!(reader.said().starts_with("Saved as"), "{}", reader.said());
    for side in Side::BOTH {
        assert_eq!(reader.app.desk.row[side].page.mask().hidden().len(), 1);
    }
    reader.press("u");
    assert!(reader.file.is_empty());
    assert!(reader.app.desk.row[Side::Left].page.mask().hidden().is_empty());
    reader.press("X Esc");
    assert_eq!(reader.app.modes.top(), None);
    assert!(reader.file.is_empty());
}

#[test]
fn a_rule_that_cannot_be_saved_holds_for_the_session() {
    let mut reader = pair();
    reader.press("X");
    let Some(Mode::Picking(picker)) = reader.app.modes.top() else { panic!("no question was asked") };
    let id = picker.rule.id.clone();
    reader.press("Enter");
    reader.send(Event::Saved(Saved::NotAdded(id, "rules.toml:3:7: unclosed table".to_owned())));
    assert_eq!(
        reader.said(),
        "Not saved, kept for this session only (Ctrl-s tries again): rules.toml:3:7: unclosed table"
    );
    assert_eq!(reader.app.desk.row[Side::Left].page.mask().hidden().len(), 1);
}

#[test]
fn a_rule_that_was_not_saved_holds_on_when_another_is() {
    let mut reader = pair();
    reader.press("X");
    let Some(Mode::Picking(picker)) = reader.app.modes.top() else { panic!("no question was asked") };
    let rule = picker.rule.clone();
    let effects = update(&mut reader.app, Event::Key(Keys::read("Enter").0[0]));
    assert!(matches!(effects[..], [Effect::Save(..), Effect::Collate(_), Effect::Gather(_)]));
    reader.send(Event::Saved(Saved::NotAdded(rule.id.clone(), "the disk is full".to_owned())));
    reader.press("G X Enter");
    let ids =
        |reader: &Reader| reader.app.desk.rules.books.own().iter().map(|rule| rule.id.clone()).collect::<Vec<_>>();
    assert_eq!((ids(&reader).len(), reader.file.len()), (2, 1));
    reader.press("u u");
    assert!(ids(&reader).is_empty());
}

#[test]
fn a_rule_whose_id_was_taken_is_taken_back_and_the_other_stays() {
    let mut reader = pair();
    reader.press("X");
    let Some(Mode::Picking(picker)) = reader.app.modes.top() else { panic!("no question was asked") };
    let theirs = Rule { name: "theirs".to_owned(), ..picker.rule.clone() };
    update(&mut reader.app, Event::Key(Keys::read("Enter").0[0]));
    let id = RuleId(format!("{}-2", theirs.id.0));
    let ours = Rule { id: id.clone(), ..theirs.clone() };
    let rules = RuleSet { rules: vec![theirs.clone(), ours] };
    let written = Written { rules, ..Written::default() };
    reader.send(Event::Saved(Saved::Added { asked: theirs.id.clone(), id: id.clone(), written }));
    let effects = update(&mut reader.app, Event::Key(Keys::read("u").0[0]));
    assert!(matches!(&effects[..], [Effect::Remove(_, gone), ..] if *gone == id), "{effects:?}");
    assert_eq!(reader.app.desk.rules.books.own(), [theirs]);
}

#[test]
fn what_is_hidden_for_the_session_can_be_hidden_for_good() {
    let mut reader = pair();
    reader.press("x X");
    let Some(Mode::Picking(picker)) = reader.app.modes.top() else { panic!("{}", reader.said()) };
    assert_eq!(
        reader.app.desk.library.articles[0].text[picker.marked.range()],
        LEFT.lines().next().unwrap_or_default()[..]
    );
    reader.press("Enter X");
    assert!(reader.said().starts_with("Already hidden by Opening lines"), "{}", reader.said());
}

#[test]
fn hiding_a_second_time_counts_only_what_was_still_to_be_seen() {
    let text = "Give us money. Only your gift makes it possible. The barrier closed on Tuesday for good.";
    let mut reader = Reader::open(&[("a", text), ("b", RIGHT)], (80, 24));
    assert_eq!(reader.press("v x").said(), "Hid 3 words for this session; u undoes, X hides for good");
    assert_eq!(reader.press("gg v x").said(), "Already hidden by you; H shows hidden text");
    assert_eq!(reader.press("Esc gg v j x").said().split(';').next(), Some("Hid 6 words for this session"));
    reader.press("u");
    let hidden: Vec<_> =
        reader.app.desk.row[Side::Left].page.mask().hidden().iter().map(|h| h.span.of(text).trim()).collect();
    assert_eq!(hidden, ["Give us money."]);
}

#[test]
fn h_shows_what_is_hidden_and_folds_it_again() {
    let mut reader = pair();
    reader.press("x H");
    assert_eq!(reader.at(Side::Left).0, "Opening lines that stand only");
    reader.press("H");
    assert_eq!(reader.at(Side::Left).0, "⋯");
}

#[test]
fn after_everything_is_hidden_all_keys_still_answer() {
    let mut reader = pair();
    reader.press("gg v G x Tab gg v G x n");
    assert_eq!(reader.said(), "No matches in these two articles");
    reader.press("j k G gg Ctrl-d x v j Esc X Esc H n u u n");
    assert!(reader.app.desk.paragraph_link().is_some());
}

#[test]
fn what_is_hidden_folds_before_it_is_known_what_is_shared() {
    use std::sync::Arc;

    use super::{Effect, Event, Masked, Size, update};
    use crate::article::Article;
    use crate::boilerplate::{Hidden, HiddenBy, Mask, RuleSet};
    use crate::text::Pair;

    let articles = vec![Article::of_text("a", LEFT), Article::of_text("b", RIGHT)];
    let first = articles[0].paragraphs[0].span;
    let (mut app, effects) = super::open(articles, RuleSet::default(), "", Size { width: 80, height: 24 });
    let [Effect::Collate(job)] = &effects[..] else { panic!("{effects:?}") };
    let masks =
        Pair::new(Mask::new(vec![Hidden { span: first, by: HiddenBy::Session }]), Mask::default()).map(Arc::new);
    update(&mut app, Event::Masked(Masked { ticket: job.ticket + 1, masks: masks.clone() }));
    assert!(app.desk.row[Side::Left].page.mask().hidden().is_empty(), "somebody else's answer");
    update(&mut app, Event::Masked(Masked { ticket: job.ticket, masks }));
    assert_eq!(app.desk.row[Side::Left].page.mask().hidden().len(), 1);
    assert!(app.desk.collating() && app.desk.collation().is_none());
}
