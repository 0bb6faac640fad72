//! What holds for any two versions.

use proptest::prelude::{Strategy, prop, prop_assert, prop_assert_eq, proptest};

use super::in_order_tests::{BAKER, BRIDGE, COUNCIL, DIVERS, versions};
use crate::collate::{Case, Class, Exactness, Spaces};
use crate::text::Side;

const EXACTLY: Exactness = Exactness::Characters(Case::Heeded, Spaces::AsOne);

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

proptest! {
    #[test]
    fn a_text_wrapped_anew_is_the_same_text(story in story(), widths in (1usize..240, 1usize..240)) {
        let (left, right) = (wrapped(&story, widths.0), wrapped(&story, widths.1));
        prop_assert!(versions(&left, &right, Exactness::Words).2, "{}\n===\n{}", left, right);
        prop_assert!(versions(&left, &right, EXACTLY).2, "{}\n===\n{}", left, right);
    }

    #[test]
    fn one_changed_word_is_one_changed_match(at in 0usize..1000, width in 40usize..240) {
        // Among copies of a sentence it is open which one was changed: each stands once.
        let story = vec![format!("{BRIDGE} {DIVERS}"), format!("{BAKER} {COUNCIL}")];
        let mut changed = story.clone();
        let paragraph = at % changed.len();
        let mut words: Vec<String> = changed[paragraph].split_whitespace().map(str::to_owned).collect();
        let letters: Vec<usize> = (0..words.len()).filter(|&at| words[at].chars().all(char::is_alphabetic)).collect();
        let place = letters[at / changed.len() % letters.len()];
        words[place] = "zwick".to_owned();
        changed[paragraph] = words.join(" ");
        let (left, right) = (story.join("\n\n"), wrapped(&changed, width));
        let (_, collation, same) = versions(&left, &right, Exactness::Words);
        prop_assert!(!same);
        let edited = collation.matches.iter().filter(|m| m.class != Class::Verbatim).count();
        prop_assert_eq!(edited, 1, "{}\n===\n{}\n{:#?}", left, right, collation);
        prop_assert!(collation.matches.iter().all(|m| !m.moved));
        prop_assert!(collation.only_here.left.is_empty() && collation.only_here.right.is_empty());
    }

    #[test]
    fn every_word_stands_in_one_place_and_both_sides_agree(left in story(), right in story()) {
        let (left, right) = (left.join("\n\n"), right.join("\n\n"));
        let (articles, collation, same) = versions(&left, &right, Exactness::Words);
        let (_, back, back_same) = versions(&right, &left, Exactness::Words);
        prop_assert_eq!(same, back_same);
        for side in Side::BOTH {
            let mut times = vec![0; articles[side].tokens.len()];
            let matched = collation.matches.iter().flat_map(|m| m.passages[side].tokens.clone());
            let lonely = collation.only_here[side].iter().flat_map(|passage| passage.tokens.clone());
            matched.chain(lonely).for_each(|token| times[token] += 1);
            prop_assert!(times.iter().all(|&times| times == 1), "{:?}", times);
            prop_assert_eq!(collation.coverage[side].words, back.coverage[side.other()].words);
        }
        prop_assert_eq!(collation, versions(&left, &right, Exactness::Words).1);
    }
}
