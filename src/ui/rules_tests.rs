//! The rule list and the picker's row of files, with a team's rules too.

use std::path::Path;

use super::desk::{LEFT, characters, drawn, open};
use crate::article::{Article, DiskMap, Origin};
use crate::boilerplate::{Does, Fit, Reach, Rule, RuleId, RuleSet, Rulebook, Rulebooks, Scope, Unit};

fn article(place: &str) -> Article {
    let name = Path::new(place).file_name().unwrap_or_default().to_string_lossy().into_owned();
    let origin = Origin::File { named: place.into(), place: place.into() };
    Article::new(name, origin, LEFT.to_owned(), DiskMap::identity(0))
}

fn rule(id: &str, words: &str, note: &str) -> Rule {
    Rule {
        id: RuleId(id.to_owned()),
        name: format!("the {id}"),
        fit: Fit::BeginsSo(Unit::Paragraph, words.to_owned()),
        scope: Scope::Source("press".to_owned()),
        created: "2031-04-05".to_owned(),
        note: note.to_owned(),
        does: Does::default(),
        enabled: true,
    }
}

fn book(shown: &str, reach: Reach, rules: Vec<Rule>) -> Rulebook {
    let lines = (0..rules.len()).map(|at| at * 9 + 6).collect();
    let made = !rules.is_empty();
    Rulebook {
        file: shown.into(),
        shown: shown.to_owned(),
        made,
        reach,
        rules: RuleSet { rules },
        lines,
        ..Rulebook::default()
    }
}

fn screen(team: Vec<Rule>, keys: &[&str]) -> String {
    let own = book("~/.config/ibid/rules.toml", Reach::Everywhere, vec![rule("seals", "Nobody", "")]);
    let team = book("press/.ibid/rules.toml", Reach::Below("/press".into()), team);
    let articles = vec![article("/press/a.txt"), article("/other/b.txt")];
    characters(&drawn(&open((articles, Rulebooks { books: vec![own, team] }), (80, 24), keys)))
}

#[test]
fn each_file_is_named_over_its_rules_and_a_shadowed_rule_says_so() {
    let team = vec![rule("coin", "Like this story?", "asks for money"), rule("seals", "Nobody", "")];
    let screen = screen(team, &["R", "j"]);
    for row in [
        "│ ~/.config/ibid/rules.toml                                                    │",
        "│   on  the seals                                                    1 passage │",
        "│ press/.ibid/rules.toml                                                       │",
        "│ ▸ on  the coin                                                     1 passage │",
        "│   on  the seals                                           yours overrides it │",
        "│ begins (paragraph): Like this story?                                         │",
        "│ applies in articles from ‘press’ · 2031-04-05 · asks for money               │",
        "│ press/.ibid/rules.toml:6                                                     │",
    ] {
        assert!(screen.contains(row), "{row}\n{screen}");
    }
}

#[test]
fn the_picker_says_into_which_file_the_rule_goes() {
    let asked = screen(Vec::new(), &["2gg", "X"]);
    assert!(asked.contains("│ file   ▸ yours  the team’s   ~/.config/ibid/rules.toml "), "{asked}");
    let turned = screen(Vec::new(), &["2gg", "X", "t"]);
    assert!(turned.contains("│ file   yours  ▸ the team’s   press/.ibid/rules.toml (new) "), "{turned}");
    let elsewhere = screen(Vec::new(), &["Tab", "2gg", "X"]);
    assert!(elsewhere.contains("│ file   ▸ yours   ~/.config/ibid/rules.toml "), "{elsewhere}");
}
