//! Whatever word is changed, and however little, the reader of a diff is told.

use proptest::prelude::{ProptestConfig, Strategy, prop, prop_assert, prop_assert_eq, prop_assume, proptest};

use super::desk::{characters, drawn, open};
use crate::app::{App, Event, Keys, update};
use crate::article::Article;
use crate::boilerplate::RuleSet;
use crate::report::{Reported, Tint, Writing, diff, diff_html, diff_markdown, json, stat, unified};
use crate::text::{Pair, Side};

/// Words, many of them nearly alike.
const WORDS: [&str; 40] = [
    "county",
    "country",
    "adopt",
    "adapt",
    "death",
    "depth",
    "thousand",
    "thousands",
    "statue",
    "statute",
    "the",
    "that",
    "than",
    "a",
    "an",
    "at",
    "not",
    "now",
    "his",
    "this",
    "ferry",
    "ferries",
    "Slovenia",
    "Slovakia",
    "immoral",
    "immortal",
    "labeled",
    "labelled",
    "grey",
    "gray",
    "minister",
    "minister's",
    "its",
    "it's",
    "1987",
    "1978",
    "13",
    "colour",
    "well-known",
    "harbour",
];

/// Sentences of random words, some in one paragraph.
fn story() -> impl Strategy<Value = Vec<Vec<Vec<String>>>> {
    let word = prop::sample::select(WORDS.to_vec()).prop_map(str::to_owned);
    let sentence = prop::collection::vec(word, 3..14);
    let paragraph = prop::collection::vec(sentence, 1..4);
    prop::collection::vec(paragraph, 1..6)
}

fn written(story: &[Vec<Vec<String>>]) -> String {
    let sentence = |words: &Vec<String>| format!("{}.", words.join(" "));
    let paragraph = |all: &Vec<Vec<String>>| all.iter().map(sentence).collect::<Vec<_>>().join(" ");
    story.iter().map(paragraph).collect::<Vec<_>>().join("\n\n")
}

/// Changes one letter or digit of a word.
fn respelled(word: &str, at: usize, other: char) -> String {
    let plain: Vec<usize> = word.char_indices().filter(|(_, c)| c.is_ascii_alphanumeric()).map(|(at, _)| at).collect();
    let at = plain[at % plain.len()];
    format!("{}{other}{}", &word[..at], &word[at + 1..])
}

fn opened(left: &str, right: &str) -> App {
    let articles = vec![Article::of_text("old.txt", left), Article::of_text("new.txt", right)];
    open((articles, RuleSet::default()), (100, 40), &["D"])
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn a_changed_word_is_told_in_every_form(
        story in story(),
        place in (0usize..100, 0usize..100, 0usize..100),
        by_letter in prop::bool::ANY,
        at in 0usize..20,
        letter in prop::sample::select("abdeilmnorstuz0179".chars().collect::<Vec<_>>()),
        other in prop::sample::select(WORDS.to_vec()),
    ) {
        let mut changed = story.clone();
        let paragraph = place.0 % story.len();
        let sentence = place.1 % story[paragraph].len();
        let word = &mut changed[paragraph][sentence][place.2 % story[paragraph][sentence].len()];
        let old = word.clone();
        *word = if by_letter { respelled(word, at, letter) } else { other.to_owned() };
        let new = word.clone();
        prop_assume!(old.to_lowercase() != new.to_lowercase());

        let mut app = opened(&written(&story), &written(&changed));
        prop_assert!(app.desk.diff.view.is_some(), "{old} -> {new}: {:?}", app.desk.message);
        let compared = app.desk.diff.view.as_ref().expect("a diff").sheet.compared().clone();
        prop_assert!(compared.tally.words.left + compared.tally.words.right > 0, "{old} -> {new}");
        prop_assert!(!compared.collation.is_same());

        let reported = Reported {
            articles: Pair::from_fn(|side| compared.articles[side].as_ref()),
            masks: Pair::from_fn(|side| compared.masks[side].as_ref()),
            collation: &compared.collation,
            remarks: &[],
        };
        let names = Pair::new("old.txt".to_owned(), "new.txt".to_owned());
        let writing = Writing { names, context: 0, tint: Tint::Plain, width: None };
        let marked = |text: &str| text.contains("[-") || text.contains("{+") || text.contains('⇄');
        prop_assert!(marked(&diff(&reported, &writing)), "{old} -> {new}");
        prop_assert!(marked(&unified(&reported, &writing)), "{old} -> {new}");
        let markdown = diff_markdown(&reported, &writing);
        prop_assert!(markdown.contains("~~") || markdown.contains("**") || markdown.contains("moved"), "{markdown}");
        let html = diff_html(&reported, &writing);
        let main = html.split("<main>").nth(1).unwrap_or_default();
        prop_assert!(main.contains("<del") || main.contains("<ins") || main.contains("moved"), "{main}");
        prop_assert!(!stat(&reported, &writing).contains("words −0 +0"), "{old} -> {new}");
        let told = json(&[reported]);
        let alone = |side: Side| !compared.collation.only_here[side].is_empty();
        let moved = compared.collation.matches.iter().any(|m| m.moved);
        let varied = told.contains("\"weight\": \"changed\"") || told.contains("\"weight\":\"changed\"");
        prop_assert!(varied || alone(Side::Left) || alone(Side::Right) || moved, "{told}");

        // On the screen the step to the next change ends on a row with a mark in the gutter.
        update(&mut app, Event::Key(Keys::read("n").0[0]));
        let screen = characters(&drawn(&app));
        prop_assert!(screen.contains("change 1/"), "{screen}");
        prop_assert!(["~", "- ", "+ ", "⇄"].iter().any(|mark| screen.contains(mark)), "{screen}");
        let diff = app.desk.diff.view.as_ref().expect("a diff");
        prop_assert_eq!(diff.number().map(|(number, _)| number), Some(1));
    }
}
