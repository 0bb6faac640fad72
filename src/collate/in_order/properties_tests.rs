//! What holds for any two versions.

use proptest::prelude::{Strategy, prop, prop_assert, prop_assert_eq, proptest};

use super::in_order_tests::{BAKER, BRIDGE, COUNCIL, DIVERS, versions};
use super::lettering::is_blank;
use crate::collate::{Case, Class, Exactness, Spaces};
use crate::text::Side;

const EXACTLY: Exactness = Exactness::marks(Case::Heeded, Spaces::AsOne);

/// Paragraphs put together from a few sentences, some of them twice.
fn story() -> impl Strategy<Value = Vec<String>> {
    const MORE: [&str; 5] = [
        "Its “temporary” railing, set up in May, has outlived two mayors!",
        "Who pays? The ministry gives 1.3 million, the town 20 %.",
        "Paints, ropes and lanterns are stored under the northern arch until the work is done.",
        "Пароход уходит вечером в пятницу с последнего причала у маяка.",
        "Nobody in the valley remembers a winter without the ferry, which is slow, loud and never late.",
    ];
    let sentences: Vec<&str> = [BRIDGE, DIVERS, BAKER, COUNCIL].into_iter().chain(MORE).collect();
    let paragraph = prop::collection::vec(prop::sample::select(sentences), 1..5).prop_map(|all| all.join(" "));
    prop::collection::vec(paragraph, 1..8)
}

/// Wraps paragraphs anew.
fn wrapped(paragraphs: &[String], width: usize) -> String {
    let lines = |paragraph: &String| {
        let mut lines: Vec<String> = vec![String::new()];
        for word in paragraph.split_whitespace() {
            let last = lines.last_mut().expect("a line");
            if !last.is_empty() && last.chars().count() + 1 + word.chars().count() > width {
                lines.push(word.to_owned());
            } else {
                let space = if last.is_empty() { "" } else { " " };
                last.push_str(space);
                last.push_str(word);
            }
        }
        lines.join("\n")
    };
    paragraphs.iter().map(lines).collect::<Vec<_>>().join("\n\n")
}

/// Paragraphs from very few sentences, so that repeats are the rule.
fn repeating() -> impl Strategy<Value = Vec<String>> {
    let pool = prop::sample::subsequence(vec![BRIDGE, DIVERS, BAKER, COUNCIL], 1..4);
    pool.prop_flat_map(|pool| {
        let paragraph = prop::collection::vec(prop::sample::select(pool), 1..4).prop_map(|all| all.join(" "));
        prop::collection::vec(paragraph, 1..40)
    })
}

/// What becomes of a word.
#[derive(Clone, Copy, Debug)]
enum Change {
    Replaced,
    Added,
    Removed,
}

fn change() -> impl Strategy<Value = Change> {
    prop::sample::select(vec![Change::Replaced, Change::Added, Change::Removed])
}

impl Change {
    /// Changes one of the words of a paragraph.
    fn made(self, paragraph: &mut String, at: usize) {
        let mut words: Vec<&str> = paragraph.split_whitespace().collect();
        let plain: Vec<usize> = (0..words.len()).filter(|&at| words[at].chars().all(char::is_alphabetic)).collect();
        let at = plain[at % plain.len()];
        match self {
            Change::Replaced => words[at] = "zwick",
            Change::Added => words.insert(at, "zwick"),
            Change::Removed => drop(words.remove(at)),
        }
        *paragraph = words.join(" ");
    }
}

/// How much was found.
#[derive(Debug, PartialEq, Eq)]
struct Found {
    changes: usize,
    moved: usize,
    same: bool,
}

fn found(left: &str, right: &str) -> Found {
    let (_, collation, same) = versions(left, right, Exactness::WORDS);
    let edited = collation.matches.iter().filter(|m| m.class != Class::Verbatim).count();
    let only = collation.only_here.left.len() + collation.only_here.right.len();
    Found { changes: edited + only, moved: collation.matches.iter().filter(|m| m.moved).count(), same }
}

proptest! {
    #[test]
    fn a_text_wrapped_anew_is_the_same_text(story in story(), widths in (1usize..240, 1usize..240)) {
        let (left, right) = (wrapped(&story, widths.0), wrapped(&story, widths.1));
        prop_assert!(versions(&left, &right, Exactness::WORDS).2, "{}\n===\n{}", left, right);
        prop_assert!(versions(&left, &right, EXACTLY).2, "{}\n===\n{}", left, right);
    }

    #[test]
    fn one_changed_word_is_one_change(
        story in repeating(),
        change in change(),
        at in (0usize..1000, 0usize..1000),
        widths in (30usize..240, 30usize..240),
    ) {
        let mut changed = story.clone();
        change.made(&mut changed[at.0 % story.len()], at.1);
        let found = found(&wrapped(&story, widths.0), &wrapped(&changed, widths.1));
        prop_assert_eq!(found, Found { changes: 1, moved: 0, same: false }, "{:?}\n===\n{:?}", story, changed);
    }

    #[test]
    fn changed_words_far_apart_are_as_many_changes(
        story in repeating(),
        each in prop::collection::vec((change(), 0usize..1000), 1..4),
        width in 30usize..240,
    ) {
        // With a paragraph between them that nobody touched.
        let mut changed = story.clone();
        let places = each.iter().zip((0..story.len()).step_by(2));
        let changes = places.map(|((change, at), place)| change.made(&mut changed[place], *at)).count();
        let found = found(&wrapped(&story, 80), &wrapped(&changed, width));
        prop_assert_eq!(found, Found { changes, moved: 0, same: false }, "{:?}\n===\n{:?}", story, changed);
    }

    #[test]
    fn every_word_stands_in_one_place_and_both_sides_agree(left in story(), right in story()) {
        let (left, right) = (left.join("\n\n"), right.join("\n\n"));
        let (articles, collation, same) = versions(&left, &right, Exactness::WORDS);
        let (_, back, back_same) = versions(&right, &left, Exactness::WORDS);
        prop_assert_eq!(same, back_same);
        for side in Side::BOTH {
            let mut times = vec![0; articles[side].tokens.len()];
            let matched = collation.matches.iter().flat_map(|m| m.passages[side].tokens.clone());
            let lonely = collation.only_here[side].iter().flat_map(|passage| passage.tokens.clone());
            matched.chain(lonely).for_each(|token| times[token] += 1);
            prop_assert!(times.iter().all(|&times| times == 1), "{:?}", times);
            prop_assert_eq!(collation.coverage[side].words, back.coverage[side.other()].words);
        }
        prop_assert_eq!(collation, versions(&left, &right, Exactness::WORDS).1);
    }

    #[test]
    fn two_texts_are_the_same_only_if_they_are(
        left in story(),
        at in 0usize..4000,
        mark in prop::sample::select(vec!["", ",", ";", "…", "\u{a0}", "\u{200b}", "“", "–", "*", "* * *", "\n\n* * *\n\n", "\n", " ", "A", "a", "5"]),
        width in 20usize..200,
        removes in prop::bool::ANY,
    ) {
        // A character is put in or taken out anywhere, words or not.
        let left = wrapped(&left, width);
        let mut right = left.clone();
        let places: Vec<usize> = left.char_indices().map(|(at, _)| at).collect();
        let at = places[at % places.len()];
        if removes { right.remove(at); } else { right.insert_str(at, mark); }
        // At the ends of a line any white space is only that.
        let seen = |line: &str| line.trim().chars().filter(|c| !is_blank(*c)).collect::<String>();
        let said = |text: &str| text.lines().map(seen).collect::<String>();
        let (_, collation, same) = versions(&left, &right, EXACTLY);
        let words = |text: &str| text.split(is_blank).filter(|word| !word.is_empty()).map(str::to_owned).collect::<Vec<String>>();
        if said(&left) != said(&right) {
            prop_assert!(!same, "{left}\n===\n{right}");
        }
        if words(&left) == words(&right) {
            prop_assert!(same, "{left}\n===\n{right}\n{collation:#?}");
        }
    }
}
