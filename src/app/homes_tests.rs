//! The reader's own file and the team's, as their reader meets them: each change goes to the rule's file.

use std::path::Path;

use super::reader::Reader;
use super::{Effect, Event, Keys, Mode, Saved, update};
use crate::article::{Article, DiskMap, Origin};
use crate::boilerplate::{Does, Fit, Reach, Rule, RuleId, RuleSet, Rulebook, Rulebooks, Scope, Unit};

const TEXT: &str = "A heron stood upon the weir all night.\n\nPlease support our paper with a donation today. \
    Subscribe to our newsletter here.\n\nRead more here.";

fn article(place: &str) -> Article {
    let name = Path::new(place).file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let origin = Origin::File { named: place.into(), place: place.into() };
    Article::new(name, origin, TEXT.to_owned(), DiskMap::identity(0))
}

fn rule(id: &str, words: &str) -> Rule {
    Rule {
        id: RuleId(id.to_owned()),
        name: id.to_owned(),
        fit: Fit::BeginsSo(Unit::Paragraph, words.to_owned()),
        scope: Scope::Everywhere,
        created: String::new(),
        note: String::new(),
        does: Does::default(),
        enabled: true,
    }
}

fn book(file: &str, below: Option<&str>, rules: Vec<Rule>) -> Rulebook {
    let reach = below.map_or(Reach::Everywhere, |folder| Reach::Below(folder.into()));
    let lines = (1..=rules.len()).collect();
    let rules = RuleSet { rules };
    Rulebook { file: file.into(), shown: file.to_owned(), made: true, reach, rules, lines, ..Rulebook::default() }
}

const TEAM: &str = "/n/.ibid/rules.toml";

fn reader(own: Vec<Rule>, team: Vec<Rule>) -> Reader {
    let books = vec![book("/home/rules.toml", None, own), book(TEAM, Some("/n"), team)];
    Reader::of_articles((vec![article("/n/a.txt"), article("/m/b.txt")], Rulebooks { books }), (100, 30))
}

fn ids(rules: Option<&Vec<Rule>>) -> String {
    let each = rules.into_iter().flatten().map(|rule| format!("{}{}", if rule.enabled { "" } else { "!" }, rule.name));
    each.collect::<Vec<_>>().join(" ")
}

fn team(reader: &Reader) -> String {
    let on_disk = reader.others.get(Path::new(TEAM));
    assert_eq!(on_disk, reader.app.desk.rules.books.of_file(Path::new(TEAM)).map(|book| &book.rules.rules));
    ids(on_disk)
}

fn places(reader: &Reader) -> usize {
    let Some(Mode::Picking(picker)) = reader.app.modes.top() else { panic!("{}", reader.said()) };
    picker.counted().expect("counted").iter().map(|(places, _)| places).sum()
}

#[test]
fn a_rule_goes_into_the_team_s_file_and_is_counted_only_where_that_holds() {
    let mut reader = reader(vec![], vec![]);
    reader.press("2gg X Tab");
    assert_eq!(places(&reader), 2, "one's own hold everywhere");
    reader.press("t");
    assert_eq!(places(&reader), 1, "the team's below its folder");
    reader.press("Enter");
    assert!(reader.said().ends_with(" in /n/.ibid/rules.toml; u undoes"), "{}", reader.said());
    assert_eq!((reader.file.len(), reader.others[Path::new(TEAM)].len()), (0, 1));
    let masked = |reader: &Reader| reader.app.desk.row.both().map(|pane| pane.page.mask().hidden().len());
    assert_eq!((masked(&reader).left, masked(&reader).right), (1, 0));
    reader.press("u");
    assert_eq!(team(&reader), "");
    assert_eq!((masked(&reader).left, masked(&reader).right), (0, 0));
    reader.press("Ctrl-r");
    assert_eq!(reader.others[Path::new(TEAM)].len(), 1);
    reader.press("Tab 2gg X t");
    assert_eq!(reader.said(), "This article is in no folder that could hold team rules");
}

#[test]
fn a_team_s_rules_are_changed_in_their_file_and_one_s_own_stay() {
    let own = vec![rule("coin", "Give us")];
    let mut reader = reader(own.clone(), vec![rule("more", "Read more"), rule("ask", "Please")]);
    reader.press("R");
    let Some(Mode::Ruling(list)) = reader.app.modes.top() else { panic!("{}", reader.said()) };
    assert_eq!(list.counted.known().map(Vec::as_slice), Some(&[(0, 0), (1, 1), (1, 1)][..]));
    reader.press("j Space");
    assert_eq!(team(&reader), "!more ask");
    reader.press("K");
    assert_eq!(reader.said(), "First rule of its file");
    reader.press("J");
    assert_eq!(team(&reader), "ask !more");
    reader.press("c 2 Enter k d");
    assert_eq!(team(&reader), "!more2");
    reader.press("e Ctrl-u R e a d Enter");
    assert_eq!(reader.others[Path::new(TEAM)][0].fit.text(), "Read");
    reader.press("n o d d Enter w Ctrl-u s o u Tab Enter");
    let changed = &reader.others[Path::new(TEAM)][0];
    assert_eq!((changed.note.as_str(), &changed.scope), ("odd", &Scope::Source("n".to_owned())));
    assert_eq!(reader.file, own);
    reader.press("u u u u");
    assert_eq!(reader.said(), "Undid: “ask” deleted");
    reader.press("u u u");
    assert_eq!(team(&reader), "more ask");
    assert_eq!(reader.file, own);
}

#[test]
fn where_a_rule_holds_is_typed_and_a_mistake_is_said() {
    let mut reader = reader(vec![rule("coin", "Please")], vec![]);
    for (typed, scope) in [
        ("a r t i c l e Space x Enter", Scope::Article("x".to_owned())),
        ("s o u r c e Space y Enter", Scope::Source("y".to_owned())),
        ("e v e r y w h e r e Enter", Scope::Everywhere),
    ] {
        reader.press(&format!("R w Ctrl-u {typed}"));
        assert_eq!(reader.file[0].scope, scope, "{typed}");
        reader.press("Esc");
    }
    reader.press("R w Ctrl-u h e r e Enter");
    assert_eq!(reader.said(), "Type everywhere, source NAME or article NAME; Tab completes");
    assert_eq!(reader.file[0].scope, Scope::Everywhere);
}

#[test]
fn what_cannot_be_saved_for_the_team_holds_on_and_is_offered_again() {
    let mut reader = reader(vec![], vec![]);
    reader.press("2gg X t");
    let Some(Mode::Picking(picker)) = reader.app.modes.top() else { panic!("{}", reader.said()) };
    let id = picker.rule.id.clone();
    let effects = update(&mut reader.app, Event::Key(Keys::read("Enter").0[0]));
    assert!(matches!(&effects[0], Effect::Save(file, _) if file == Path::new(TEAM)), "{effects:?}");
    reader.send(Event::Saved(Saved::NotAdded(id, "rules.toml:3:7: unclosed table".to_owned())));
    assert!(reader.said().ends_with("(Ctrl-s tries again): rules.toml:3:7: unclosed table"), "{}", reader.said());
    assert_eq!(reader.app.desk.rules.books.count(), 1);
    assert!(reader.others[Path::new(TEAM)].is_empty());
    reader.press("Ctrl-s");
    assert_eq!(reader.others[Path::new(TEAM)].len(), 1);
}

#[test]
fn proposals_go_where_the_reader_wants_and_decisions_are_taken_back() {
    let mut reader = reader(vec![], vec![]);
    let standing = |reader: &Reader| match reader.app.modes.top() {
        Some(Mode::Proposing(proposals)) => (proposals.at, proposals.found.known().map_or(0, Vec::len)),
        mode => panic!("{mode:?} {}", reader.said()),
    };
    reader.press("B");
    let (_, all) = standing(&reader);
    assert!(all > 1, "{all}");
    let none = reader.app.desk.memory.reviewed.clone();
    reader.press("n");
    let left = standing(&reader);
    assert!(left.1 < all);
    assert_ne!(reader.app.desk.memory.reviewed, none);
    reader.press("u");
    assert_eq!((standing(&reader), &reader.app.desk.memory.reviewed), ((0, all), &none), "it is proposed again");
    reader.press("Ctrl-r");
    assert_eq!(standing(&reader), left);
    reader.press("u t y");
    assert_eq!((reader.file.len(), reader.others[Path::new(TEAM)].len()), (0, 1));
    reader.press("u");
    assert_eq!(standing(&reader), (0, all));
    assert_eq!(team(&reader), "");
    reader.press("n Esc u");
    assert_eq!(reader.said(), "Undid the rejection; it will be proposed again");
    assert_eq!(reader.app.desk.memory.reviewed, none);
}
