//! The rule list and proposals as their reader meets them; whatever is done, undo restores the rules.

use proptest::prelude::{prop, prop_assert, prop_assert_eq, proptest};

use super::reader::Reader;
use super::{Effect, Event, Mode, Saved};
use crate::article::Article;
use crate::boilerplate::{Does, Fit, Rule, RuleId, RuleSet, Rulebook, Rulebooks, Scope, Unit};

const TEXT: &str = "A heron stood upon the weir all night.\n\nGive us a coin.\n\nRead more here.";

fn rule(id: &str, words: &str) -> Rule {
    Rule {
        id: RuleId(id.to_owned()),
        name: id.to_owned(),
        fit: Fit::BeginsSo(Unit::Paragraph, words.to_owned()),
        scope: Scope::Everywhere,
        created: "2031-04-05".to_owned(),
        note: String::new(),
        does: Does::default(),
        enabled: true,
    }
}

fn reader() -> Reader {
    let rules = vec![rule("coin", "Give us"), rule("more", "Read more"), rule("gull", "A gull")];
    let articles = ["a", "b"].map(|name| Article::of_text(name, TEXT)).to_vec();
    Reader::of_articles((articles, RuleSet { rules }), (80, 24))
}

fn names(reader: &Reader) -> String {
    let each = reader.file.iter().map(|rule| format!("{}{}", if rule.enabled { "" } else { "!" }, rule.name));
    assert_eq!(reader.file, reader.app.desk.rules.books.own(), "the file and the program say the same");
    each.collect::<Vec<_>>().join(" ")
}

#[test]
fn rules_are_switched_renamed_edited_moved_and_deleted() {
    let mut reader = reader();
    reader.press("R");
    let Some(Mode::Ruling(list)) = reader.app.modes.top() else { panic!("{}", reader.said()) };
    assert_eq!(list.counted.known().map(Vec::as_slice), Some(&[(2, 2), (2, 2), (0, 0)][..]));
    reader.press("Space");
    assert_eq!(names(&reader), "!coin more gull");
    reader.press("j c 2 Enter");
    assert_eq!(names(&reader), "!coin more2 gull");
    reader.press("J d");
    assert_eq!(names(&reader), "!coin gull");
    reader.press("e Ctrl-u A Enter");
    assert_eq!(reader.file[1].fit.text(), "A");
    reader.press("u u u u u");
    assert_eq!(names(&reader), "coin more gull");
    reader.press("Ctrl-r Ctrl-r");
    assert_eq!(names(&reader), "!coin more2 gull");
    reader.press("Esc");
    assert_eq!(reader.app.modes.top(), None);
}

#[test]
fn the_marker_stays_on_its_rule_when_a_move_is_undone_and_redone() {
    let mut reader = reader();
    reader.press("R J u c 2 Enter");
    assert_eq!(names(&reader), "coin2 more gull");
    reader.press("u Ctrl-r J u Ctrl-r d");
    assert_eq!(names(&reader), "more gull");
}

#[test]
fn the_list_is_walked_to_both_ends() {
    let mut reader = reader();
    reader.press("R");
    let at = |reader: &Reader| match reader.app.modes.top() {
        Some(Mode::Ruling(list)) => list.at,
        _ => panic!("{}", reader.said()),
    };
    let walked: Vec<usize> = ["G", "k", "gg", "j"]
        .map(|key| {
            reader.press(key);
            at(&reader)
        })
        .to_vec();
    assert_eq!(walked, [2, 1, 0, 1]);
    reader.press("G j");
    assert_eq!((at(&reader), reader.said()), (2, "Last rule"));
    reader.press("gg k");
    assert_eq!((at(&reader), reader.said()), (0, "First rule"));
}

#[test]
fn a_step_that_cannot_be_saved_holds_on_and_is_offered_again() {
    let mut reader = reader();
    reader.press("R");
    let effects = super::update(&mut reader.app, Event::Key(super::Keys::read("d").0[0]));
    let Some(Effect::Step(number, ..)) = effects.first() else { panic!("{effects:?}") };
    reader.send(Event::Saved(Saved::NotStepped(*number, "the disk is full".to_owned())));
    assert!(reader.said().ends_with("(Ctrl-s tries again): the disk is full"), "{}", reader.said());
    assert_eq!((reader.app.desk.rules.books.count(), reader.file.len()), (2, 3));
    reader.press("Esc Ctrl-s");
    assert_eq!(reader.file.len(), 2);
    assert_eq!(reader.press("Ctrl-s").said(), "Everything is saved");
}

#[test]
fn a_refused_proposal_is_not_made_again_and_a_taken_one_is_a_rule() {
    let text = "A heron stood upon the weir all night.\n\nPlease support our paper with a donation today. \
        Subscribe to our newsletter here.";
    let articles = ["a", "b"].map(|name| Article::of_text(name, text)).to_vec();
    let mut reader = Reader::of_articles((articles, RuleSet::default()), (80, 24));
    reader.press("B");
    let Some(Mode::Proposing(proposals)) = reader.app.modes.top() else { panic!("{}", reader.said()) };
    let count = proposals.found.known().map_or(0, Vec::len);
    assert!(count > 0);
    reader.press(&"n ".repeat(count));
    assert!(reader.effects.iter().any(|effect| matches!(effect, Effect::Keep(_))));
    reader.press("Esc B");
    assert!(reader.said().starts_with("Found no new boilerplate"), "{}", reader.said());
    reader.app.desk.memory.reviewed = super::Reviewed::default();
    reader.press("B y");
    assert_eq!(reader.file.len(), 1);
    reader.press("Esc u");
    assert!(reader.file.is_empty());
}

#[test]
fn each_rule_is_proposed_once_and_refused_for_all_its_places() {
    let foot = "Please support our paper with a donation today. Subscribe to our newsletter here.";
    let articles =
        [("a", "A heron stood upon the weir."), ("b", "An otter swam beneath the old bridge.")].map(|(name, story)| {
            Article {
                source: "lantern".to_owned(),
                ..Article::of_text(name, &format!("{story}\n\n{foot}\n\nAdvertisement"))
            }
        });
    let mut reader = Reader::of_articles((articles.to_vec(), RuleSet::default()), (80, 24));
    let count = |reader: &mut Reader| match reader.press("B").app.modes.top() {
        Some(Mode::Proposing(proposals)) => proposals.found.known().map_or(0, Vec::len),
        _ => 0,
    };
    assert_eq!(count(&mut reader), 2);
    reader.press("n Esc");
    assert_eq!(count(&mut reader), 1);
}

/// As [`reader`], with two more rules in a team's file.
fn with_a_team() -> Reader {
    let own = reader().app.desk.rules.books.all();
    let team = RuleSet { rules: vec![rule("tern", "A tern"), rule("heron", "A heron")] };
    let book = |rules, file: &str| Rulebook { rules, file: file.into(), made: true, ..Rulebook::default() };
    let books = Rulebooks { books: vec![book(own, ""), book(team, "team.toml")] };
    Reader::of_articles((vec![Article::of_text("a", TEXT), Article::of_text("b", TEXT)], books), (80, 24))
}

const KEYS: &[&str] = &[
    "j",
    "k",
    "Space",
    "d",
    "J",
    "K",
    "G",
    "c x Enter",
    "c x Esc",
    "e y Enter",
    "e Ctrl-u Enter",
    "u Ctrl-r",
    "n z Enter",
    "w Ctrl-u s o u r c e Space a Enter",
    "w Esc",
];

proptest! {
    #[test]
    fn undo_after_any_steps_restores_the_rules_of_all_files(keys in prop::collection::vec(prop::sample::select(KEYS), 0..14)) {
        let mut reader = with_a_team();
        let on_disk = |reader: &Reader| (reader.file.clone(), reader.others.clone());
        let in_force = |reader: &Reader| reader.app.desk.rules.books.each().map(|it| it.rule.clone()).collect::<Vec<_>>();
        let before = (on_disk(&reader), in_force(&reader));
        reader.press("R");
        for keys in &keys {
            reader.press(keys);
        }
        let after = (on_disk(&reader), in_force(&reader));
        for _ in 0..keys.len() {
            reader.press("u");
        }
        prop_assert_eq!(&(on_disk(&reader), in_force(&reader)), &before);
        for _ in 0..keys.len() {
            reader.press("Ctrl-r");
        }
        prop_assert_eq!(&(on_disk(&reader), in_force(&reader)), &after);
        reader.press("Esc Esc");
        prop_assert!(reader.app.modes.top().is_none());
    }
}
