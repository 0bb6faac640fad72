//! Highlights, footer, list and JSON say the same of every link, and nothing that is not true.

use serde_json::Value;

use super::Role;
use super::desk::{characters, drawn, letters};
use crate::app::reader::Reader;
use crate::app::{self, Effect, Goal, Highlight, Mode};
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

/// The message that a key leaves.
fn said_after(reader: &mut Reader, keys: &str) -> String {
    reader.press(keys).said().to_owned()
}

/// Asserts that the bottom line and the keys `y`, `a`, `*` and `gm` mean the same match at the cursor.
fn mean_the_same_match(reader: &mut Reader) {
    let standing = app::standing(&reader.app.desk).expect("a step leads to a match");
    let (focus, pair) = (reader.app.desk.row.focus, reader.app.desk.row.pair());
    let (here, there) = (
        standing.paragraph_link.paragraph_ids[focus].0 + 1,
        standing.paragraph_link.paragraph_ids[focus.other()].0 + 1,
    );
    let (moved, copies) = (standing.matches.iter().any(|found| found.moved), standing.copies);
    let footer: String = characters(&drawn(&reader.app)).lines().rev().take(2).collect::<Vec<_>>().join("\n");
    assert!(footer.contains(&format!(" · ¶{here} → ¶{there}")), "{footer}");
    let also = app::also_in(&reader.app.desk);
    match also.first() {
        Some(other) => assert!(footer.contains(&format!("also in {other}")), "{footer}"),
        None => assert!(!footer.contains("also in"), "{footer}"),
    }

    reader.press("y");
    let copied =
        reader.effects.iter().rev().find_map(|it| if let Effect::Copy(text) = it { Some(text.clone()) } else { None });
    let copied = copied.unwrap_or_default();
    let places: Vec<&str> = copied.lines().filter(|line| line.starts_with('—')).collect();
    let ends =
        |at: usize, paragraph: usize| places.get(at).is_some_and(|line| line.ends_with(&format!(", ¶{paragraph}")));
    assert!(places.len() == 2 && ends(0, here) && ends(1, there), "{footer}: {copied}");

    reader.press("a");
    let Some(Mode::Listing(list)) = reader.app.modes.top() else { panic!("{footer}: {}", reader.said()) };
    let rows: Vec<(usize, usize)> = (0..list.rows.len())
        .filter_map(|at| match app::list_row(&reader.app.desk, list, at)?.goal {
            Goal::Place(article, place) => {
                Some((article, reader.app.desk.library.articles[article].paragraph_id_at(place).0 + 1))
            }
            _ => None,
        })
        .collect();
    assert_eq!(rows[0], (pair[focus], here), "{footer}");
    assert!(rows.contains(&(pair[focus.other()], there)), "{footer}: {rows:?}");
    let mut others: Vec<usize> = rows.iter().map(|(article, _)| *article + 1).collect();
    others.retain(|at| *at != pair.left + 1 && *at != pair.right + 1);
    others.dedup();
    assert_eq!(others, also, "{footer}");
    let said = said_after(reader.press("Esc"), "*");
    let sought = match reader.app.modes.top() {
        Some(Mode::Listing(list)) => app::list_row(&reader.app.desk, list, 0).unwrap().words,
        _ => said.split(['“', '…', '”']).nth(1).unwrap_or_default().to_owned(),
    };
    let words = copied.lines().next().unwrap_or_default();
    assert!(
        !sought.is_empty() && words.contains(sought.trim_end_matches(['.', '”', '"', '’'])),
        "{footer}: {sought} {said}"
    );
    if reader.app.modes.top().is_some() {
        reader.press("Esc");
    }

    let said = said_after(reader, "gm");
    let fetched = [format!("¶{there} alongside, "), format!("¶{there} is already alongside")];
    let fetched = fetched.iter().any(|it| said.starts_with(it)) && (moved || !said.contains(", moved"));
    assert!(fetched || copies > 1, "{footer}: {said}");
    reader.press("-");
}

/// The line would not have room for all it says on a narrower screen.
const WIDE: (u16, u16) = (400, 40);

#[test]
fn line_and_keys_mean_the_same_match_at_every_step() {
    let (mut reader, mut steps) = (Reader::bundled(WIDE), 0);
    let all = reader.app.desk.library.articles.len();
    reader.press("a Esc");
    for left in 1..=all {
        for right in (1..=all).filter(|right| *right != left) {
            for keys in [format!("h {left}"), format!("l {right}")] {
                reader.press(&keys).wait();
            }
            for pane in ["h", "l"] {
                reader.press(pane).press("gg");
                for _ in 0..reader.app.desk.stepping_order(Highlight::Shared).len() {
                    reader.press("n");
                    mean_the_same_match(&mut reader);
                    steps += 1;
                }
            }
        }
    }
    assert!(steps > 100, "{steps}");
}

#[test]
fn all_that_the_paragraphs_of_a_step_share_is_copied() {
    let mut reader = Reader::bundled((100, 30));
    reader.press("n n n n n n y");
    assert!(characters(&drawn(&reader.app)).contains("Copied"), "{}", reader.said());
    let copied = reader.effects.iter().rev().find_map(|it| if let Effect::Copy(text) = it { Some(text) } else { None });
    let copied = copied.expect("a copy");
    for words in ["old tower", "within ten days", "within a week"] {
        assert!(copied.contains(words), "{copied}");
    }
}

#[test]
fn off_the_row_of_a_step_line_and_keys_mean_what_the_row_has() {
    let mut reader = Reader::bundled((100, 30));
    reader.press("4gg");
    let screen = characters(&drawn(&reader.app));
    assert!(screen.contains(" ¶4 of 26 · this row unmatched in 2 · "), "{screen}");
    assert!(said_after(&mut reader, "gm").starts_with("No match on this row"));
    let (mut rows, mut unmatched) = (0, 0);
    reader.press("gg");
    while said_after(&mut reader, "j").is_empty() {
        rows += 1;
        let stands = app::standing(&reader.app.desk).map(|it| it.paragraph_link.paragraph_ids.right.0 + 1);
        reader.press("y");
        let copied =
            reader.effects.iter().rev().find_map(|it| if let Effect::Copy(text) = it { Some(text) } else { None });
        let last = copied.and_then(|text| text.lines().last()).unwrap_or_default();
        match stands {
            Some(there) => assert!(last.ends_with(&format!(", ¶{there}")), "{last}"),
            None => unmatched += 1,
        }
    }
    assert!(rows > 40 && unmatched > 5 && unmatched < rows, "{unmatched} of {rows}");
}

#[test]
fn over_a_match_the_line_names_the_match_while_unmatched_text_is_lit() {
    let mut reader = Reader::bundled((120, 30));
    let line = |reader: &Reader| {
        let screen = characters(&drawn(&reader.app));
        screen.lines().rev().nth(1).unwrap_or_default().trim().to_owned()
    };
    let plain = line(reader.press("2gg"));
    assert!(plain.starts_with("match ") && plain.contains(" · n goes to it"), "{plain}");
    assert_eq!(line(reader.press("o j k")), plain.replace(" · n goes to it", ""));
    assert_eq!(line(reader.press("o j k")), plain.replace(" · n goes to it", ""));
}
