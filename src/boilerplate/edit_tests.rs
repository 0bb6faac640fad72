use proptest::prelude::*;

use super::sample::{begins, exactly, to_end};
use super::{Edit, Fit, RuleId, RulesText, Scope, Unit, edit_rule, move_rule};

const FILE: &str = "\
# Mine, all of them.

# About the fund.
[[rule]]
id = \"fund\"   # short
name = \"The fund\"
match = { kind = \"exactly\", text = \"Give to the fund\" } # why
scope = \"everywhere\"
enabled = true  # for now

[[rule]]
  id = 'gull'
  match = { kind = 'begins', text = 'By the Gull' }

# Last.
[[rule]]
id = \"foot\"
[rule.match]
kind = \"to-end\"
text = \"More\"
";

fn file() -> RulesText {
    RulesText::parse(FILE).expect("a rules file")
}

fn id(id: &str) -> RuleId {
    RuleId(id.to_owned())
}

#[test]
fn one_value_is_changed_and_nothing_else() {
    let cases = [
        ("fund", Edit::Enabled(false), "enabled = true  # for now", "enabled = false  # for now"),
        ("fund", Edit::Name("Fund \"x\"".to_owned()), "\"The fund\"", "\"Fund \\\"x\\\"\""),
        ("fund", Edit::Scope(Scope::Source("gull".to_owned())), "\"everywhere\"", "{ source = \"gull\" }"),
        (
            "fund",
            Edit::Fit(to_end(Unit::Sentence, "Give")),
            "{ kind = \"exactly\", text = \"Give to the fund\" }",
            "{ kind = \"to-end\", unit = \"sentence\", text = \"Give\" }",
        ),
        (
            "fund",
            Edit::Note("odd".to_owned()),
            "enabled = true  # for now\n",
            "enabled = true  # for now\nnote = \"odd\"\n",
        ),
        ("gull", Edit::Enabled(false), "'By the Gull' }\n", "'By the Gull' }\nenabled = false\n"),
    ];
    for (rule, edit, before, after) in cases {
        let mut text = file();
        assert!(edit_rule(&mut text, &id(rule), &edit), "{edit:?}");
        assert_eq!(text.text(), FILE.replacen(before, after, 1), "{edit:?}");
    }
}

#[test]
fn what_cannot_be_done_changes_nothing() {
    let cases = [
        ("nobody", Edit::Enabled(false)),
        ("fund", Edit::Fit(exactly("  "))),
        ("fund", Edit::Fit(Fit::Pattern(Unit::Words, "(".to_owned()))),
        ("foot", Edit::Fit(exactly("More"))),
        ("foot", Edit::Note("behind a table of its own".to_owned())),
    ];
    for (rule, edit) in cases {
        let mut text = file();
        assert!(!edit_rule(&mut text, &id(rule), &edit), "{edit:?}");
        assert_eq!(text.text(), FILE);
    }
}

#[test]
fn a_rule_moves_with_its_comments() {
    let order =
        |text: &RulesText| text.rules().rules.iter().map(|rule| rule.id.0.clone()).collect::<Vec<_>>().join(" ");
    for (rule, to, expected) in [
        ("gull", 0, "gull fund foot"),
        ("fund", 2, "gull foot fund"),
        ("foot", 0, "foot fund gull"),
        ("foot", 2, "fund gull foot"),
    ] {
        let mut text = file();
        assert!(move_rule(&mut text, &id(rule), to), "{rule} {to}");
        assert_eq!(order(&text), expected);
        assert!(text.text().contains("# About the fund.\n[[rule]]\nid = \"fund\""), "{}", text.text());
        assert!(text.text().contains("# Last.\n[[rule]]\nid = \"foot\""), "{}", text.text());
        assert!(text.text().starts_with("# Mine, all of them.\n"), "{}", text.text());
        assert!(!text.text().contains("\n\n\n"), "one blank line parts two rules: {}", text.text());
    }
    let mut text = file();
    assert!(!move_rule(&mut text, &id("fund"), 3));
    assert!(!move_rule(&mut text, &id("nobody"), 0));
    assert_eq!(text.text(), FILE);
}

/// A rules file as somebody might write it.
fn document() -> impl Strategy<Value = String> {
    let rule = (0..4_usize, 0..3_usize, "[a-z]{1,6}( [a-z]{1,6}){0,3}", any::<bool>());
    prop::collection::vec(rule, 0..6).prop_map(|rules| {
        let mut text = String::new();
        for (at, (comment, blank, words, full)) in rules.into_iter().enumerate() {
            text += &"\n".repeat(blank);
            text += ["", "# above\n", "# one\n# two\n", "# apart\n\n"][comment];
            text +=
                &format!("[[rule]]\nid   = \"r{at}\" # its id\nmatch = {{ text = '{words}', kind = \"begins\" }}\n");
            if full {
                text += "note = \"\"\"\nover\nlines\"\"\"\n  enabled=true# yes\n";
            }
        }
        text
    })
}

#[derive(Clone, Debug)]
enum Step {
    Edit(usize, Edit),
    Move(usize, usize),
    Remove(usize),
}

fn step() -> impl Strategy<Value = Step> {
    let words = || "[a-zé\"\\\\# \n]{0,12}";
    let edit = prop_oneof![
        any::<bool>().prop_map(Edit::Enabled),
        words().prop_map(Edit::Name),
        words().prop_map(Edit::Note),
        words().prop_map(|text| Edit::Fit(begins(Unit::Sentence, &text))),
        words().prop_map(|name| Edit::Scope(Scope::Article(name))),
    ];
    prop_oneof![
        4 => (0..6_usize, edit).prop_map(|(at, edit)| Step::Edit(at, edit)),
        2 => (0..6_usize, 0..6_usize).prop_map(|(from, to)| Step::Move(from, to)),
        1 => (0..6_usize).prop_map(Step::Remove),
    ]
}

fn comments(text: &str) -> Vec<&str> {
    let mut found: Vec<&str> = text.lines().filter_map(|line| line.get(line.find('#')?..)).collect();
    found.sort_unstable();
    found
}

proptest! {
    #[test]
    fn edits_do_what_they_say_and_keep_every_comment(document in document(), steps in prop::collection::vec(step(), 1..8)) {
        for document in [document.clone(), document.replace('\n', "\r\n")] {
            let mut text = RulesText::parse(&document).expect("a rules file");
            for step in &steps {
                let (before, mut rules) = (text.text(), text.rules());
                let done = match step {
                    Step::Edit(at, edit) => {
                        let done = edit_rule(&mut text, &id(&format!("r{at}")), edit);
                        if let Some(rule) = rules.rules.iter_mut().find(|rule| done && rule.id == id(&format!("r{at}"))) {
                            *rule = edit.done(rule);
                        }
                        done
                    }
                    Step::Move(from, to) => {
                        let done = move_rule(&mut text, &id(&format!("r{from}")), *to);
                        if let Some(at) = rules.rules.iter().position(|rule| done && rule.id == id(&format!("r{from}"))) {
                            let rule = rules.rules.remove(at);
                            rules.rules.insert(*to, rule);
                        }
                        done
                    }
                    Step::Remove(at) => {
                        rules.rules.retain(|rule| rule.id != id(&format!("r{at}")));
                        text.remove(&id(&format!("r{at}")))
                    }
                };
                prop_assert_eq!(text.rules(), rules);
                prop_assert_eq!(RulesText::parse(&text.text()), Ok(text.clone()));
                if !done {
                    prop_assert_eq!(text.text(), before);
                } else if let Step::Move(..) = step {
                    let after = text.text();
                    prop_assert_eq!(comments(&after), comments(&before));
                }
            }
        }
    }
}
