//! Highlights, footer, list and JSON say the same of every link, and nothing that is not true.

use serde_json::Value;

use super::Role;
use super::desk::{characters, drawn, letters};
use crate::app::reader::Reader;
use crate::app::{self, Goal, Highlight, Mode};
use crate::article::{Article, bundled};
use crate::boilerplate::RuleSet;
use crate::collate::{Class, Link, ParagraphLink};
use crate::report::{Reported, json};
use crate::text::{Pair, Side};

/// Invented pairs: each has something of every class, and something on one side only.
const PAIRS: &[(&str, &str)] = &[
    (super::desk::LEFT, super::desk::RIGHT),
    (
        "The jury acquitted him.\n\nThe ferry from Lunn was late because of fog, its captain said on Tuesday.\n\nNobody sang.",
        "The jury convicted him.\n\nFog made the Lunn ferry late on Tuesday, according to the captain.\n\nThe mill burned.",
    ),
    (
        "“I rowed too far and I was wrong,” he said. Eleven boats sank in the storm off Cape Merrow on Friday.\n\nThe old mill will be lit again in spring.",
        "He wrote: “I rowed way too far.”\n\nThe old mill will be lit again in spring.\n\nOn Friday the gale off Cape Merrow took 11 boats.",
    ),
];

fn letter(role: Role) -> char {
    Role::ALL.iter().find(|(other, _)| *other == role).map_or('?', |(_, letter)| *letter)
}

/// What the JSON says of the open pair.
fn in_json(reader: &Reader) -> Value {
    let app = &reader.app;
    let articles = Pair::from_fn(|side: Side| app.desk.row[side].open_article().as_ref());
    let masks = Pair::from_fn(|side: Side| app.desk.row[side].page.mask().as_ref());
    let collation = app.desk.collation().unwrap();
    let json = json(&[Reported { articles, masks, collation, remarks: &[] }]);
    serde_json::from_str::<Value>(&json).unwrap()["pairs"][0].clone()
}

fn roles(class: Class) -> Vec<char> {
    let (now, changed) = match class {
        Class::Verbatim => (Role::VerbatimNow, Role::VerbatimNow),
        Class::Edited => (Role::EditedNow, Role::ChangedNow),
        Class::Reworded => (Role::RewordedNow, Role::RewordedNow),
    };
    vec![letter(now), letter(changed)]
}

/// Steps through all links of a pair and compares what is said of each. Returns how many there are.
fn agree(articles: Vec<Article>) -> usize {
    let mut reader = Reader::of_articles((articles, RuleSet::default()), (160, 60));
    let told = in_json(&reader);
    let collation = reader.app.desk.collation().cloned().unwrap();
    for (at, found) in collation.matches.iter().enumerate() {
        assert_eq!(told["matches"][at]["class"], found.class.name());
    }
    let paragraph_links: Vec<&ParagraphLink> = collation
        .alignment
        .iter()
        .filter_map(|link| if let Link::Both(paragraph_link) = link { Some(paragraph_link) } else { None })
        .collect();
    let in_json: Vec<&Value> = told["links"].as_array().unwrap().iter().collect();
    assert_eq!(in_json.len(), paragraph_links.len());
    for (paragraph_link, said) in paragraph_links.iter().zip(in_json) {
        assert_eq!(said["class"], paragraph_link.class.name());
    }
    let steps = reader.app.desk.stepping_order(Highlight::Shared).len();
    for _ in 0..steps {
        reader.press("n");
        let standing = app::standing(&reader.app.desk).unwrap();
        let (paragraph_link, matches) = (standing.paragraph_link.clone(), standing.matches.clone());
        assert!(paragraph_links.contains(&&paragraph_link));
        let classes: Vec<Class> = matches.iter().map(|found| found.class).collect();
        assert!(classes.contains(&paragraph_link.class), "{paragraph_link:?}");
        let all_verbatim = classes.iter().all(|class| *class == Class::Verbatim);
        assert_eq!(paragraph_link.class == Class::Verbatim, all_verbatim, "{paragraph_link:?}");
        let screen = drawn(&reader.app);
        let footer: String = characters(&screen).lines().rev().take(3).collect::<Vec<_>>().join("\n");
        assert!(footer.contains(&format!(" · {} · ", paragraph_link.class.name())), "{footer}");
        assert_eq!(
            footer.contains("the same words"),
            all_verbatim && matches.iter().all(|found| found.variants.is_empty()),
            "{footer}"
        );
        let letters = letters(&screen);
        for class in classes {
            assert!(roles(class).iter().any(|role| letters.contains(*role)), "no {class:?} is lit: {footer}");
        }
        for class in Class::ALL.into_iter().filter(|class| !matches.iter().any(|found| found.class == *class)) {
            assert!(!letters.contains(roles(class)[0]), "{class:?} is lit: {footer}");
        }
        reader.press("L");
        let Some(Mode::Listing(list)) = reader.app.modes.top() else { panic!("no list: {:?}", reader.app.modes.top()) };
        let rows = (0..list.rows.len()).filter_map(|at| app::list_row(&reader.app.desk, list, at));
        let row = rows.into_iter().find(|row| row.goal == Goal::Link(paragraph_link.paragraph_ids)).unwrap();
        assert_eq!(row.class, Some(paragraph_link.class));
        reader.press("Esc");
    }
    steps
}

#[test]
fn all_say_the_same_of_every_link() {
    let bundled = bundled();
    let mut links = 0;
    for left in &bundled {
        for right in bundled.iter().filter(|right| right.name != left.name) {
            links += agree(vec![left.clone(), right.clone()]);
        }
    }
    for (left, right) in PAIRS {
        links += agree(vec![Article::of_text("left", left), Article::of_text("right", right)]);
    }
    assert!(links > 20, "{links}");
}

#[test]
fn what_stands_in_a_third_article_does_not_stand_only_here() {
    let texts = [("left", "Nobody sang on the pier that night but the gulls.\n\nThe ferry was late because of fog.")];
    let third = [("right", "A mill burned down in the valley of the two rivers."), ("third", texts[0].1)];
    let mut reader = Reader::open(&[texts[0], third[0], third[1]], (160, 40));
    for keys in ["j", "k", "o n", "N"] {
        reader.press(keys);
        let screen = characters(&drawn(&reader.app));
        assert!(screen.contains("also in 3"), "{screen}");
        assert!(!screen.contains("only here"), "{screen}");
    }
}

#[test]
fn of_an_added_clause_it_says_that_others_have_its_sentence_not_the_clause() {
    let lake = "The board will lower the lake of Halvern by five metres before Sunday";
    let fuller = format!("{lake}, and the county has opened two school halls as shelters.");
    let plain = format!("{lake}.");
    let mut reader = Reader::open(&[("one", &fuller), ("two", &plain), ("three", &plain)], (160, 40));
    for keys in ["o n", "o Tab Tab"] {
        reader.press(keys);
        let screen = characters(&drawn(&reader.app));
        assert!(screen.contains("10 words · its sentence also in"), "{screen}");
    }
}
