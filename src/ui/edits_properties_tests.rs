//! Whatever rules hide, and whatever an editor does to the texts while something is open over them: each state can be drawn, and all that
//! is known is about the texts on the screen.

use crate::app::{pair_view, shown_panes};
use std::sync::Arc;

use proptest::prelude::{Just, ProptestConfig, Strategy, prop, prop_assert, prop_oneof, proptest};
use ratatui::Terminal;
use ratatui::backend::TestBackend;

use super::{Theme, draw};
use crate::app::reader::Reader;
use crate::app::{Effect, Event, Keys, Reopened, update};
use crate::article::{Article, DiskMap, Origin};
use crate::boilerplate::{Does, Ends, Fit, Rule, RuleId, RuleSet, Scope, Unit};
use crate::text::Side;

/// Words and signs; few, so that much is shared and much is hidden.
const WORDS: [&str; 18] = [
    "the",
    "ferry",
    "sails",
    "at",
    "9",
    "Monday",
    "keepers",
    "carried",
    "lens",
    "well-known",
    "e\u{301}",
    "汉字，句",
    "\u{200b}",
    "“gulls”",
    "\u{1b}[31m",
    "read",
    "more",
    "…",
];
/// What is opened over the texts, and moved in.
const OPENED: [&str; 16] = [
    "D",
    "D n j",
    "D v z",
    "L",
    "L ↓ Enter",
    "/ f e r r y Enter",
    "n",
    "a",
    "a ↓ Enter",
    "m",
    "m j Enter",
    "* ↓",
    "R",
    "B",
    "Tab",
    "o n",
];

/// A change to a text: where it begins (in thousandths), how much is removed, and what is inserted.
type Change = (usize, usize, String);

fn text() -> impl Strategy<Value = String> {
    let word = prop::sample::select(WORDS.to_vec());
    let end = prop::sample::select(vec![" ", " ", " ", " ", ". ", ".\n\n", "\n"]);
    prop::collection::vec((word, end), 0..60)
        .prop_map(|parts| parts.iter().map(|(word, end)| format!("{word}{end}")).collect())
}

fn words() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(WORDS.to_vec()), 1..4).prop_map(|words| words.join(" "))
}

fn rule() -> impl Strategy<Value = Fit> {
    let unit = || prop_oneof![Just(Unit::Paragraph), Just(Unit::Sentence), Just(Unit::Words)];
    let pattern = prop::sample::select(vec![".", r"\w+", "[a-z]+ ", r"^.*\d", "(a|b)*", r"\W", "ferry|lens", "$"]);
    prop_oneof![
        words().prop_map(Fit::Exactly),
        words().prop_map(Fit::Loosely),
        (unit(), words()).prop_map(|(unit, said)| Fit::BeginsSo(unit, said)),
        (unit(), words()).prop_map(|(unit, said)| Fit::Contains(unit, said)),
        (unit(), words()).prop_map(|(unit, said)| Fit::ToEnd(unit, said)),
        (unit(), words(), words()).prop_map(|(unit, from, to)| Fit::Between(unit, Ends { from, to })),
        (unit(), pattern).prop_map(|(unit, pattern)| Fit::Pattern(unit, pattern.to_owned())),
    ]
}

fn article(at: usize, text: String) -> Article {
    let place = std::path::PathBuf::from(format!("/drafts/{at}.txt"));
    let disk = DiskMap::identity(text.len());
    Article::new(at.to_string(), Origin::File { named: place.clone(), place }, text, disk)
}

fn changed(text: &str, (at, gone, new): &Change) -> String {
    let chars: Vec<char> = text.chars().collect();
    let from = chars.len() * at / 1000;
    let to = (from + gone).min(chars.len());
    chars[..from].iter().copied().chain(new.chars()).chain(chars[to..].iter().copied()).collect()
}

proptest! {
    // Each case draws some dozens of screens.
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn what_is_known_is_known_of_what_is_shown(
        (first, others) in (text(), prop::collection::vec((0usize..1000, 0usize..80, text()), 1..4)),
        fits in prop::collection::vec(rule(), 0..4),
        steps in prop::collection::vec(
            (prop::sample::select(OPENED.to_vec()), prop::option::of((0usize..1000, 0usize..200, text()))),
            1..8,
        ),
    ) {
        let texts = std::iter::once(first.clone()).chain(others.iter().map(|change| changed(&first, change)));
        let articles = texts.enumerate().map(|(at, text)| article(at, text)).collect();
        let rule = |(at, fit): (usize, Fit)| Rule {
            id: RuleId(format!("r{at}")),
            name: "a rule".to_owned(),
            fit,
            scope: Scope::Everywhere,
            created: String::new(),
            note: String::new(),
            does: Does::default(),
            enabled: true,
        };
        let rules = RuleSet { rules: fits.into_iter().enumerate().map(rule).collect() };
        let mut reader = Reader::of_articles((articles, rules), (100, 30));
        let mut terminal = Terminal::new(TestBackend::new(100, 30)).expect("a screen");
        for (keys, change) in steps {
            reader.press(keys);
            if let Some(change) = change {
                edit(&mut reader, &change, |reader| {
                    terminal.draw(|frame| draw(frame, &reader.app, &Theme::dark())).expect("drawn");
                });
            }
            terminal.draw(|frame| draw(frame, &reader.app, &Theme::dark())).expect("drawn");
            for ix in shown_panes(&reader.app.desk) {
                let pair = pair_view(&reader.app.desk, ix);
                let Some(found) = pair.collation else { continue };
                for side in Side::BOTH {
                    let text = &pair.panes[side].open_article().text;
                    for span in found.matches.iter().map(|it| it.passages[side].span) {
                        prop_assert!(text.get(span.range()).is_some(), "{span:?} after {keys}");
                    }
                }
            }
        }
    }
}

/// Lends the texts to an editor, which changes one of them; what the program does meanwhile is checked. The answers arrive when the program
/// asks for them.
fn edit(reader: &mut Reader, change: &Change, meanwhile: impl FnOnce(&Reader)) {
    let at = reader.app.desk.focused().article;
    let effects = update(&mut reader.app, Event::Edited(at, Ok(())));
    reader.answer(effects);
    let Some(at_reread) = reader.effects.iter().rposition(|effect| matches!(effect, Effect::Reread(_))) else { return };
    let Effect::Reread(task) = reader.effects.remove(at_reread) else { return };
    // Keys continue while it is read.
    for key in Keys::read("n").0 {
        reader.send(Event::Key(key));
    }
    meanwhile(reader);
    let mut articles = task.articles.clone();
    for (at, _) in &task.files {
        let text = changed(&articles[*at].text, change);
        articles[*at] = Arc::new(article(*at, text));
    }
    reader.send(Event::Reopened(Reopened { ticket: task.ticket, articles, complaints: Vec::new() }));
}
