use proptest::collection::vec;
use proptest::prelude::{ProptestConfig, Strategy, any, prop_assert_eq, proptest};

use super::two::merge_two;
use crate::article::Article;
use crate::merge::{Merged, Names, Trio};

fn both(old: &str, new: &str) -> Merged {
    merge_two(&Article::of_text("old", old), &Article::of_text("new", new))
}

/// What the marked file gives back: the words of a reader who takes the old side everywhere, and of one who takes the new one.
fn sides(merged: &Merged) -> (String, String) {
    let marked = merged.text(&Names { names: Trio::default(), marks: 7 });
    let (mut old, mut new, mut within) = (String::new(), String::new(), None);
    for line in marked.split_inclusive('\n') {
        match (line.trim_end(), within) {
            ("<<<<<<<", None) => within = Some(true),
            ("=======", Some(true)) => within = Some(false),
            (">>>>>>>", Some(false)) => within = None,
            (_, None) => {
                old.push_str(line);
                new.push_str(line);
            }
            (_, Some(true)) => old.push_str(line),
            (_, Some(false)) => new.push_str(line),
        }
    }
    (words(&old), words(&new))
}

fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<&str>>().join(" ")
}

/// What happened to a text.
#[derive(Clone, Debug)]
enum Happened {
    Moved,
    Copied,
    Deleted,
    Written,
    Edited,
    Joined,
    Swapped,
    Listed,
}

const SENTENCES: [&str; 12] = [
    "The barrier closed on Tuesday for the first time in three years.",
    "Nine gates were shut within eleven minutes.",
    "Engineers said the tower was sound.",
    "It had stood for a century, and nobody had doubted it.",
    "Ada Brandt, the harbour master, said: \"We are ready.\"",
    "She did not say for what, and no reporter asked.",
    "The market reopened on Friday with fewer stalls.",
    "No.",
    "The ferry goes again on Monday at six.",
    "Two boats lay on the quay, and one of them had sunk.",
    "First the pumps",
    "Nobody asked.",
];

type Paragraphs = Vec<Vec<String>>;

fn begun() -> impl Strategy<Value = Paragraphs> {
    let sentence = (0..SENTENCES.len()).prop_map(|at| SENTENCES[at].to_owned());
    vec(vec(sentence, 1..4), 1..7)
}

fn history() -> impl Strategy<Value = Vec<(Happened, usize, usize)>> {
    let kinds = [
        Happened::Moved,
        Happened::Copied,
        Happened::Deleted,
        Happened::Written,
        Happened::Edited,
        Happened::Joined,
        Happened::Swapped,
        Happened::Listed,
    ];
    vec(((0..kinds.len()).prop_map(move |at| kinds[at].clone()), any::<usize>(), any::<usize>()), 1..5)
}

fn changed(mut text: Paragraphs, history: &[(Happened, usize, usize)]) -> Paragraphs {
    for (happened, one, other) in history {
        if text.is_empty() {
            break;
        }
        let at = one % text.len();
        let to = other % text.len();
        match happened {
            Happened::Moved => {
                let moved = text.remove(at);
                text.insert(to, moved);
            }
            Happened::Copied => text.insert(to, text[at].clone()),
            Happened::Deleted => drop(text.remove(at)),
            Happened::Written => text.insert(at, vec![format!("A wholly new paragraph stands here at {other}.")]),
            Happened::Edited => {
                let nth = other % text[at].len();
                let mut words: Vec<&str> = text[at][nth].split(' ').collect();
                words.insert(other % words.len(), "otherwise");
                text[at][nth] = words.join(" ");
            }
            Happened::Joined => {
                let joined = text.remove(at);
                match text.get_mut(to.saturating_sub(1)) {
                    Some(before) => before.extend(joined),
                    None => text.push(joined),
                }
            }
            Happened::Swapped => {
                let sentence = text[at].remove(0);
                text[to].push(sentence);
                text.retain(|paragraph| !paragraph.is_empty());
            }
            Happened::Listed => {
                let items = text.iter().enumerate().map(|(nth, said)| format!("{}. {}", nth + 1, said[0])).collect();
                text.insert(to, items);
            }
        }
    }
    text
}

/// A text as it is written; the items of a list stand on lines of their own.
fn written(text: &Paragraphs) -> String {
    let each = text.iter().map(|said| said.join(if said[0].starts_with("1. ") { "\n" } else { " " }) + "\n");
    each.collect::<Vec<String>>().join("\n")
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn either_side_taken_everywhere_gives_its_file_back(old in begun(), before in history(), since in history()) {
        let old = changed(old, &before);
        let new = changed(old.clone(), &since);
        let (old, new) = (written(&old), written(&new));
        prop_assert_eq!(sides(&both(&old, &new)), (words(&old), words(&new)));
    }
}

#[test]
fn a_paragraph_that_moved_stands_once_in_each_place() {
    let (one, two) =
        ("The first paragraph says that nine gates were shut.", "The second is about the market on Friday.");
    let three = "The third says a few words about the harbour master and her dog.";
    let old = format!("{one}\n\n{two}\n\n{three}\n");
    let new = format!("{three}\n\n{one}\n\n{two}\n");
    let merged = both(&old, &new);
    assert_eq!(sides(&merged), (words(&old), words(&new)));
    assert_eq!(merged.conflicts(), 2, "{merged:#?}");
}

#[test]
fn an_item_keeps_its_number_on_each_side() {
    let old = "It goes so:\n\n1. First the pumps\n2. Then the gates\n3. Last the lights\n\nThen all is dark.\n";
    let new = old.replace("3. Last", "3. Then the horns\n4. Last");
    assert_eq!(sides(&both(old, &new)), (words(old), words(&new)));
}

#[test]
fn lines_wrapped_anew_are_no_difference() {
    let old = "The barrier closed on Tuesday for the first time. Nine gates were shut.\n";
    let new = old.replace("Tuesday for", "Tuesday\nfor");
    assert_eq!(both(old, &new).conflicts(), 0);
}
