//! What the footer says, as tables.

use std::path::PathBuf;

use super::desk::{characters, desk, drawn, open};
use crate::app::{App, Event, Keys, Message, OnDisk, Size, Tone, Touched, configured, update};
use crate::article::{Article, Origin};
use crate::boilerplate::RuleSet;

fn footer(width: u16, keys: &[&str]) -> Vec<String> {
    let rows = characters(&drawn(&desk((width, 24), keys)));
    rows.lines().skip(22).map(str::to_owned).collect()
}

#[test]
fn says_where_one_stands_and_what_differs() {
    let table: [(&[&str], &str); 13] = [
        (&[], " match 1/4 · edited · ¶1 → ¶2 · n goes to it · date: ‘spring’ → ‘autumn’"),
        (&["3gg"], " match 3/4 · verbatim · ¶3 → ¶4 · n goes to it · honoured/honored"),
        (&["n", "2gg", "gg"], " match 1/4 · edited · ¶1 → ¶2 · date: ‘spring’ → ‘autumn’"),
        (&["Tab"], " match 1/4 · verbatim · ¶1 → ¶5 · moved · n goes to it · the same words"),
        (&["f", "3gg", "gg"], " match 1/4 · edited · ¶1 → ¶2 · date: ‘spring’ → ‘autumn’"),
        (&["n"], " match 1/4 · edited · ¶1 → ¶2 · date: ‘spring’ → ‘autumn’"),
        (&["n", "n"], " match 2/4 · edited · ¶2 → ¶3 · + ‘while a choir sang below’"),
        (&["n", "n", "n"], " match 3/4 · verbatim · ¶3 → ¶4 · honoured/honored"),
        (&["4n"], " match 4/4 · verbatim · ¶5 → ¶1 · moved · the same words"),
        (&["5n"], " Wrapped · match 1/4 · edited · ¶1 → ¶2 · date: ‘spring’ → ‘autumn’"),
        (&["n", "N"], " Wrapped · match 4/4 · verbatim · ¶5 → ¶1 · moved · the same words"),
        (&["4gg"], " ¶4 of 6 · unmatched · 4 matches · n steps to the next"),
        (&["G"], " ¶6 of 6 · hidden by ‘coin in the tin’ · 4 matches · n steps to the next"),
    ];
    for (keys, said) in table {
        assert_eq!(footer(100, keys)[0], said, "{keys:?}");
    }
}

#[test]
fn says_what_is_typed_and_what_is_marked() {
    assert_eq!(footer(100, &["2"])[0], " 2 times n N j k · or pause for article 2, island.txt");
    assert_eq!(footer(100, &["12"])[0], " 12 times n N j k · G goes to that paragraph");
    assert_eq!(footer(100, &["g"])[0], " g …");
    assert_eq!(footer(100, &["v", "j"])[0], " 2 sentences marked · 37 words");
}

#[test]
fn drops_hints_but_not_help_and_quit() {
    assert_eq!(footer(100, &[])[1], " n next  o unmatched  L list  / search  Tab other pane  x hide  ? help  q quit");
    assert_eq!(footer(60, &[])[1], " n next  Tab other pane  x hide  ? help  q quit");
    assert_eq!(footer(60, &["v"])[1], " j extend  x hide  X hide for good  Esc cancel  ? help");
    assert_eq!(footer(40, &[])[1], " n next  Tab other pane  ? help  q quit");
}

#[test]
fn says_how_many_articles_are_open() {
    let articles = ["a", "b", "c"].map(|name| Article::of_text(name, "One word.")).to_vec();
    let rows = characters(&drawn(&open((articles, RuleSet::default()), (100, 24), &[])));
    let last = rows.lines().last().unwrap_or_default().to_owned();
    assert!(last.contains("1-9 article") && last.ends_with("  2 of 3 shown"), "{last}");
}

#[test]
fn what_changed_on_disk_leaves_room_for_the_hints() {
    let file = |at: usize| {
        let place = PathBuf::from(format!("/harbour/{at}.txt"));
        Article { origin: Origin::File { named: place.clone(), place }, ..Article::of_text("paper", "One word.") }
    };
    let last = |changed: usize| {
        let mut app = open(((0..40).map(file).collect(), RuleSet::default()), (100, 24), &[]);
        let touched = (0..changed).map(|at| Touched { place: PathBuf::from(format!("/harbour/{at}.txt")), text: 1 });
        update(&mut app, Event::OnDisk(OnDisk { touched: touched.collect(), new: None }));
        characters(&drawn(&app)).lines().last().unwrap_or_default().to_owned()
    };
    assert!(last(1).ends_with("  article 1 changed on disk: :reload"), "{}", last(1));
    assert!(last(2).ends_with("  1, 2 changed on disk: :reload"), "{}", last(2));
    assert!(last(40).ends_with("  40 changed on disk: :reload") && last(40).contains("? help"), "{}", last(40));
}

#[test]
fn a_help_that_no_key_opens_now_is_not_hinted() {
    let mut app = desk((100, 24), &[]);
    let (settings, misread) = configured("[keys.listing]\nhelp = \"?\"\n");
    assert!(misread.is_empty(), "{misread:?}");
    app.desk.settings.keymap = settings.keymap;
    let hints = |app: &mut App, key: &str| {
        Keys::read(key).0.into_iter().for_each(|key| drop(update(app, Event::Key(key))));
        characters(&drawn(app)).lines().last().unwrap_or_default().to_owned()
    };
    assert!(hints(&mut app, "L").contains("? help"));
    assert!(!hints(&mut app, "a").contains("help"), "{}", hints(&mut app, "a"));
}

#[test]
fn with_three_articles_it_says_in_which_one_a_paragraph_is_unmatched() {
    use super::desk::{LEFT, RIGHT};
    let texts = [("harbour.txt", LEFT), ("island.txt", RIGHT), ("third.txt", "One word.")];
    let articles = texts.map(|(name, text)| Article::of_text(name, text)).to_vec();
    let line = |keys: &[&str]| {
        let rows = characters(&drawn(&open((articles.clone(), RuleSet::default()), (100, 24), keys)));
        rows.lines().nth(22).unwrap_or_default().to_owned()
    };
    assert!(line(&["4gg"]).starts_with(" ¶4 of 6 · unmatched in 2 · "), "{}", line(&["4gg"]));
    assert!(line(&["o", "4gg", "n"]).starts_with(" unmatched in 2: "), "{}", line(&["o", "4gg", "n"]));
    assert!(!line(&["/", "k", "e", "e", "p", "Enter", "4gg"]).contains("steps to"), "the key steps to hits");
}

#[test]
fn says_together_what_is_lit_and_that_the_panes_move_alone() {
    let end = |keys: &[&str]| footer(100, keys)[1].split("  ").last().unwrap_or_default().trim().to_owned();
    assert_eq!(end(&["s"]), "panes unlocked");
    assert_eq!(end(&["f"]), "verbatim highlighted");
    assert_eq!(end(&["f", "s"]), "verbatim highlighted · panes unlocked");
}

#[test]
fn a_message_that_is_longer_than_the_screen_is_wide_is_said_to_its_end() {
    let mut app = desk((60, 24), &[]);
    let text = "`nmae` in a rule; expected `name`; continuing without rules";
    app.desk.message = Some(Message { text: text.to_owned(), tone: Tone::Warning });
    let screen = characters(&drawn(&app));
    let rows: Vec<&str> = screen.lines().skip(20).map(str::trim).collect();
    assert_eq!(rows[1..3].join(" "), text);
    assert!(rows[3].starts_with("n next"), "{rows:?}");
    app.desk.message = Some(Message { text: "word ".repeat(200), tone: Tone::Warning });
    assert!(characters(&drawn(&app)).lines().nth(22).is_some_and(|row| row.ends_with('…')));
}

#[test]
fn says_that_it_is_collating_while_older_figures_stand_there() {
    let mut app = desk((80, 24), &[]);
    let _ = update(&mut app, Event::Key(Keys::read("x").0[0]));
    assert!(characters(&drawn(&app)).trim_end().ends_with("comparing …"));
}

#[test]
fn on_the_smallest_screen_the_hide_question_can_be_answered() {
    let screen = characters(&drawn(&desk((40, 10), &["X", "j", "Tab", "Tab"])));
    for part in ["what   ▸ loosely", "where  ▸ everywhere", "hides  1 here", "Enter save  Esc cancel  ? help"] {
        assert!(screen.contains(part), "{part} in\n{screen}");
    }
}

#[test]
fn a_long_difference_is_cut_in_its_middle_so_that_both_sides_are_read() {
    let about = "the harbour board of Lunn had its sluices inspected";
    let long = "by nobody at all for three winters, as the rules of the harbour so plainly require";
    let texts = [
        format!("On Monday the mayor said that {about} {long}, and that the herring were not to blame for it."),
        format!(
            "On Monday the mayor said that {about} in 1987 and twice each spring since, and that the herring were not to blame for it."
        ),
    ];
    let articles: Vec<Article> = texts.iter().map(|text| Article::of_text("paper", text)).collect();
    for width in [90, 110, 140] {
        let rows = characters(&drawn(&open((articles.clone(), RuleSet::default()), (width, 24), &["n"])));
        let line = rows.lines().nth(22).unwrap_or_default().to_owned();
        assert!(line.contains("‘by nobody") && line.contains(" → ‘in 19"), "at {width}: {line}");
        assert!(line.ends_with("spring since’") || line.ends_with("since’"), "at {width}: {line}");
    }
}

#[test]
fn where_facts_are_highlighted_the_fact_is_said_first() {
    let before = "The harbour board of Lunn spent a very great deal on the eastern quay, 1.3 million crowns, before the herring came.";
    let after = "The harbour board of Lunn spent next to nothing whatever on the eastern quay, 1.2 million crowns, before the herring came.";
    let articles = [before, after].map(|text| Article::of_text("paper", text)).to_vec();
    let rows = characters(&drawn(&open((articles, RuleSet::default()), (80, 24), &["f", "f", "f", "f", "f", "n"])));
    let line = rows.lines().nth(22).unwrap_or_default();
    assert!(line.starts_with(" a fact differs 1/1 · edited · ¶1 → ¶1 · number: ‘1.3’ → ‘1.2’ · "), "{line}");
}

#[test]
fn a_word_that_a_quotation_has_otherwise_is_said_before_what_is_told_of_its_speaker() {
    let texts = [
        "“A gate that opens at the hour it promised is worth less to a sailor than any treaty we could sign.”",
        "“A gate that opens at the hour it promised,” Juro Stavek, the envoy of the towns whose ships use the river, said, \
         “is worth more to a sailor than any treaty we could sign.”",
    ];
    let articles = texts.map(|text| Article::of_text("paper", text)).to_vec();
    let rows = characters(&drawn(&open((articles, RuleSet::default()), (80, 24), &["n"])));
    let line = rows.lines().nth(22).unwrap_or_default();
    assert!(line.contains("quotation: ‘less’ → ‘more’"), "{line}");
}

#[test]
fn a_count_says_what_it_will_do() {
    assert_eq!(footer(100, &["v", "2"])[0], " 2 times j k");
}

#[test]
fn a_quotation_that_stands_there_word_for_word_is_not_called_edited() {
    let texts = [
        "“We shall rebuild every plank of this quay before the herring comes back to us,” the mayor of Lunn said on Monday to the paper.",
        "In a speech the mayor of Lunn said on Tuesday: “We shall rebuild every plank of this quay before the herring comes back to us.”",
        "“We shall mend every plank of this quay before the herring comes back to us,” the mayor of Lunn said on Monday to the paper.",
    ];
    let articles: Vec<Article> = texts.iter().map(|text| Article::of_text("paper", text)).collect();
    let line = |pair: [usize; 2]| {
        let articles = pair.map(|at| articles[at].clone()).to_vec();
        let rows = characters(&drawn(&open((articles, RuleSet::default()), (140, 24), &["n"])));
        rows.lines().nth(22).unwrap_or_default().to_owned()
    };
    assert!(line([0, 1]).contains("edited · the quotation verbatim"), "{}", line([0, 1]));
    assert!(!line([0, 2]).contains("verbatim"), "{}", line([0, 2]));
}

#[test]
fn a_list_says_by_which_key_its_help_opens() {
    assert!(footer(80, &["L"])[1].contains("? help"), "{:?}", footer(80, &["L"]));
    assert!(footer(80, &["L", "a"])[1].contains("F1 help"), "{:?}", footer(80, &["L", "a"]));
    assert!(footer(80, &["/"])[1].contains("F1 help"), "{:?}", footer(80, &["/"]));
    let every = [&[][..], &["v"], &["X"], &[":"], &["R"], &["B"], &["L"], &["L", "a"], &["D"], &["m"], &["S"], &["i"]];
    for keys in every {
        for width in [40, 60, 80, 100, 110, 120] {
            let row = &footer(width, keys)[1];
            assert!(row.contains("? help") || row.contains("F1 help"), "{keys:?} at {width}: {row}");
        }
    }
}

#[test]
fn a_wider_screen_has_the_hints_of_a_narrower_one_and_the_most_useful_come_first() {
    let opened = |keys: &[&str]| open((crate::article::bundled(), RuleSet::default()), (80, 24), keys);
    let hints = |app: &mut App, width: u16| -> Vec<String> {
        update(app, Event::Resized(Size { width, height: 24 }));
        let row = characters(&drawn(app)).lines().last().unwrap_or_default().to_owned();
        row.split("  ").map(|hint| hint.trim().to_owned()).filter(|hint| !hint.is_empty()).collect()
    };
    for keys in [&[][..], &["v"], &["X"], &["R"], &["L"], &["D"], &["m"], &["S"]] {
        let (mut app, mut before) = (opened(keys), Vec::new());
        for width in 80..=140 {
            let now = hints(&mut app, width);
            let gone: Vec<&String> = before.iter().filter(|hint| !now.contains(hint)).collect();
            assert!(gone.is_empty(), "{keys:?} at {width}: {gone:?}");
            assert!(now.iter().any(|hint| hint == "? help"), "{keys:?} at {width}: {now:?}");
            before = now;
        }
    }
    for (width, keys, wanted) in [
        (80, &[][..], "n next, Tab other pane, 1-9 article, x hide"),
        (100, &[], "o unmatched"),
        (110, &[], "/ search"),
        (120, &[], "L list, m matrix"),
        (80, &["D"], "n next change, N previous, f filter, < take, > keep"),
        (110, &["D"], "z folds, r reviewed, / search"),
    ] {
        let now = hints(&mut opened(keys), width);
        for hint in wanted.split(", ") {
            assert!(now.iter().any(|shown| shown == hint), "{keys:?} at {width}: {hint} in {now:?}");
        }
    }
}

#[test]
fn what_no_other_article_has_is_counted_in_the_article_one_reads() {
    let texts = [
        "Nobody asked the seals of Cape Merrow.",
        "Rain fell on the brass band all afternoon.",
        "The ferry will carry no goats.",
    ];
    let articles = texts.iter().enumerate().map(|(at, text)| Article::of_text(&format!("{at}"), text)).collect();
    let rows = characters(&drawn(&open((articles, RuleSet::default()), (100, 24), &["o", "o", "n"])));
    assert!(rows.contains("unmatched in all others 1/1 in article 1 · ¶1 · 7 words"), "{rows}");
}
