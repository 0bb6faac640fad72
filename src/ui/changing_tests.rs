//! Files that change while something found in them is on the screen: what was found in one text is never looked up in another.

use std::path::PathBuf;
use std::sync::Arc;

use proptest::prelude::{ProptestConfig, prop, prop_assert, proptest};

use super::desk::{characters, drawn};
use crate::app::reader::Reader;
use crate::app::{Effect, Event, Keys, Reopened, Size, update};
use crate::article::{Article, DiskMap, Origin};
use crate::boilerplate::RuleSet;

const STORY: &str = "The kites of Osterby fly on the sea wall — every autumn.\n\nA committee has studied the hens of the low \
farms since 1987. The mayor usually wins the prize for the worst landing.\n\nThe ferry from Lund runs every hour until the \
lamps are lit. Visitors may borrow a kite at the harbour office for a coin.";

fn file(at: usize, text: &str) -> Article {
    let place = PathBuf::from(format!("/drafts/{at}.txt"));
    let map = DiskMap::identity(text.len());
    Article::new(at.to_string(), Origin::File { named: place.clone(), place }, text.to_owned(), map)
}

/// Replaces the text of an article's file, as an editor does; returns the requests that follow, unanswered.
fn changed(reader: &mut Reader, at: usize, text: &str) -> Vec<Effect> {
    let effects = update(&mut reader.app, Event::Edited(at, Ok(())));
    let reread = effects.into_iter().find_map(|it| if let Effect::Reread(task) = it { Some(task) } else { None });
    let Some(task) = reread else { return Vec::new() };
    let mut articles = task.articles.clone();
    let number = articles[at].name.parse().unwrap_or(0);
    articles[at] = Arc::new(file(number, text));
    update(&mut reader.app, Event::Reopened(Reopened { ticket: task.ticket, articles, complaints: Vec::new() }))
}

#[test]
fn a_diff_stands_on_its_own_texts_until_the_new_ones_are_compared() {
    let long: String = (0..60).map(|at| format!("word{at} alpha ")).collect();
    let texts =
        ["stands here.", "of the NEW one stands HERE now."].map(|tail| format!("One.\n\n{long} the tail {tail}"));
    for side in 0..2 {
        let mut reader =
            Reader::of_articles((vec![file(0, &texts[0]), file(1, &texts[1])], RuleSet::default()), (120, 30));
        reader.press(if side == 0 { "D n e" } else { "D n Tab e" });
        let edited = reader.app.desk.focused().article;
        let waiting = changed(&mut reader, edited, "Short — now.");
        for keys in ["n", "N", "e", "G", "e", "Tab", "e", "y", "v", "D", "n"] {
            let screen = characters(&drawn(&reader.app));
            assert!(screen.contains("word"), "{screen}");
            reader.press(keys);
            let both = reader.app.desk.row.both();
            for pane in [both.left, both.right] {
                assert!(pane.open_article().text.is_char_boundary(pane.cursor), "{keys}: {}", pane.cursor);
            }
        }
        reader.answer(waiting);
        drawn(&reader.app);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn whatever_is_open_may_change(
        opened in prop::sample::select(vec!["D", "D v", "L", "/ t h e Enter", "/ t h e", "*", "a", "M", "i a", "v l", "B", "R", "n X"]),
        edits in prop::collection::vec(
            (0usize..3, 0usize..400, 0usize..400, prop::sample::select(vec!["", "é", "The kites. ", "\n\n", "日本語の ferry "])),
            1..6,
        ),
        presses in prop::collection::vec(
            prop::sample::select(vec!["n", "N", "j", "Enter", "Tab", "e", "G", "gg", "y", "D", "Esc", "z", "x", "*", "L", "M", "gm"]),
            1..12,
        ),
        late in prop::bool::ANY,
    ) {
        let texts = [STORY.to_owned(), STORY.replace("hens", "geese"), STORY.replace("ferry", "boat")];
        let articles = texts.iter().enumerate().map(|(at, text)| file(at, text)).collect();
        let mut reader = Reader::of_articles((articles, RuleSet::default()), (110, 24));
        reader.press(opened);
        let mut waiting = Vec::new();
        for (round, (at, start, end, by)) in edits.into_iter().enumerate() {
            let at = at % reader.app.desk.library.articles.len();
            let mut text = reader.app.desk.library.articles[at].text.clone();
            let place = |at: usize| (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
            let (start, end) = (place(start.min(end)), place(start.max(end)));
            text.replace_range(start..end, by);
            waiting.push(changed(&mut reader, at, &text));
            if !late {
                waiting.drain(..).for_each(|effects| reader.answer(effects));
            }
            drawn(&reader.app);
            for keys in presses.iter().skip(round * 2).take(3) {
                for key in Keys::read(keys).0 {
                    let effects = update(&mut reader.app, Event::Key(key));
                    waiting.push(effects);
                    drawn(&reader.app);
                }
            }
        }
        waiting.into_iter().for_each(|effects| reader.answer(effects));
        reader.send(Event::Resized(Size { width: 60, height: 20 }));
        drawn(&reader.app);
        reader.press("Esc Esc Esc");
        prop_assert!(reader.app.modes.top().is_none(), "{:?}", reader.app.modes.top());
    }
}
