use proptest::prelude::*;

use super::sample::{begins, exactly, rule, to_end};
use super::{Does, Fit, Rule, RuleId, RulesText, Scope, Unit};

fn id(id: &str) -> RuleId {
    RuleId(id.to_owned())
}

fn parsed(text: &str) -> RulesText {
    RulesText::parse(text).unwrap_or_else(|misread| panic!("{misread}\n{text:?}"))
}

#[test]
fn a_new_file_explains_itself() {
    let mut text = RulesText::default();
    let donation = Rule {
        name: "Donation appeal".to_owned(),
        created: "2031-04-05".to_owned(),
        ..rule("donation", exactly("Keep our \"light\" burning.\nCall now."))
    };
    assert_eq!(text.add(&donation), Some(id("donation")));
    let expected = r#"# What ibid hides, and where. Each [[rule]] is one thing to hide; read, edit, reorder and comment freely.
# match: kind = "exactly" or "loosely" (numbers, dates and small changes free), or, each with unit = "paragraph",
# "sentence" or "words", "begins", "contains", "pattern" (a regular expression), "to-end", "span" (with to = "…").
# scope: "everywhere", { article = "NAME" } or { source = "NAME" }. enabled = false switches a rule off.
# does = "ignore-in-diff": read as ever, but no change between two versions (times, page numbers, running heads).

[[rule]]
id = "donation"
name = "Donation appeal"
match = { kind = "exactly", text = "Keep our \"light\" burning.\nCall now." }
scope = "everywhere"
created = 2031-04-05
note = ""
enabled = true
"#;
    assert_eq!(text.text(), expected);
    assert_eq!(parsed(&text.text()), text);
}

#[test]
fn each_kind_and_scope_is_written_so_that_it_reads_back() {
    let mut text = RulesText::default();
    let rules = [
        rule("a", exactly("x")),
        Rule { scope: Scope::Article("x \"y\".txt".to_owned()), ..rule("b", begins(Unit::Paragraph, "* * *")) },
        Rule { scope: Scope::Source("Ä/ö".to_owned()), enabled: false, ..rule("c", begins(Unit::Sentence, "x")) },
        Rule { created: "in spring".to_owned(), ..rule("d", to_end(Unit::Paragraph, "x")) },
        Rule {
            created: "2031-04-05T06:07:08".to_owned(),
            name: String::new(),
            ..rule("e", to_end(Unit::Sentence, "x"))
        },
    ];
    for rule in &rules {
        text.add(rule);
    }
    assert_eq!(text.rules().rules, rules);
    assert_eq!(parsed(&text.text()).rules().rules, rules);
}

#[test]
fn an_id_that_is_taken_gives_way() {
    let mut text = RulesText::default();
    let ids: Vec<_> = (0..3).filter_map(|_| text.add(&rule("a", exactly("x")))).collect();
    assert_eq!(ids, [id("a"), id("a-2"), id("a-3")]);
    assert_eq!(text.add(&rule("", exactly("x"))), Some(id("rule")));
    assert_eq!(parsed(&text.text()).rules().rules.len(), 4);
}

#[test]
fn a_blank_rule_is_not_written() {
    let mut text = parsed("# mine\n");
    assert_eq!(text.add(&rule("a", exactly(" \n"))), None);
    assert_eq!(text.text(), "# mine\n");
    assert!(!text.remove(&id("a")));
}

#[test]
fn a_rule_is_taken_out_with_the_comments_that_touch_it() {
    let body = |id: &str| format!("[[rule]]\nid = \"{id}\"\nmatch = {{ kind = \"exactly\", text = \"x\" }}");
    let (a, b, c) = (body("a"), body("b"), body("c"));
    let table = [
        ("the only one", format!("{b}\n"), String::new()),
        ("the only one, no line end", b.clone(), String::new()),
        ("the first", format!("{b}\n\n{c}\n"), format!("{c}\n")),
        ("the middle", format!("{a}\n\n{b}\n\n{c}\n"), format!("{a}\n\n{c}\n")),
        ("the last", format!("{a}\n\n{b}\n"), format!("{a}\n")),
        ("the last, no line end", format!("{a}\n\n{b}"), a.clone()),
        ("tight", format!("{a}\n{b}\n{c}\n"), format!("{a}\n{c}\n")),
        ("wide", format!("{a}\n\n\n{b}\n\n\n{c}\n"), format!("{a}\n\n\n\n{c}\n")),
        ("comments above", format!("{a}\n\n# b1\n  # b2\n{b}\n\n# c\n{c}\n"), format!("{a}\n\n# c\n{c}\n")),
        ("comments below", format!("{a}\n\n{b} # b\n# b2\n\n# c\n\n{c}\n"), format!("{a}\n\n# c\n\n{c}\n")),
        ("comment of the next", format!("{a}\n{b}\n# c\n{c}\n"), format!("{a}\n# c\n{c}\n")),
        ("comment of the one before", format!("{a} # a\n# b\n{b}\n"), format!("{a} # a\n")),
        ("apart", format!("{a}\n\n# end of a\n\n{b}\n\n# end\n"), format!("{a}\n\n# end of a\n\n# end\n")),
        ("the file's own head", format!("# mine\n{b}\n\n{c}\n"), format!("# mine\n\n{c}\n")),
        ("head and comment", format!("# mine\n\n# b\n{b}\n"), "# mine\n".to_owned()),
        ("byte order mark", format!("\u{feff}{b}\n\n{c}\n"), format!("\u{feff}{c}\n")),
        ("indented", format!("{a}\n\n   {b}\n \t\n{c}\n"), format!("{a}\n \t\n{c}\n")),
        ("tables below", format!("{a}\n\n{b}\n\n# s\n[rule.scope]\n\narticle = 'y'\n\n{c}\n"), format!("{a}\n\n{c}\n")),
        (
            "no comment but text",
            format!("{a}\nnote = '''\n\n# text'''\n{b}\n"),
            format!("{a}\nnote = '''\n\n# text'''\n"),
        ),
    ];
    for (what, text, expected) in table {
        for (text, expected) in
            [(text.clone(), expected.clone()), (text.replace('\n', "\r\n"), expected.replace('\n', "\r\n"))]
        {
            let mut rules = parsed(&text);
            let left: Vec<_> = rules.rules().rules.into_iter().filter(|rule| rule.id != id("b")).collect();
            assert!(rules.remove(&id("b")), "{what}");
            assert_eq!(rules.text(), expected, "{what}");
            assert_eq!(rules.rules().rules, left, "{what}");
            assert_eq!(parsed(&rules.text()), rules, "{what}");
            assert!(!rules.remove(&id("b")), "{what}");
        }
    }
}

fn any_rule() -> impl Strategy<Value = Rule> {
    let text = || prop_oneof![any::<String>(), "[\"'\\\\\n\r\t#\u{0}-\u{9f}\u{2028}\u{feff}a ]{0,12}"];
    let fit = (0usize..5, text().prop_filter("says something", |text| !text.trim().is_empty()));
    let scope = (0usize..3, text());
    let day = prop_oneof![Just(String::new()), Just("2031-04-05".to_owned()), Just("2031-02-30".to_owned()), text()];
    (fit, scope, day, (text(), text(), text()), any::<bool>()).prop_map(|(fit, scope, created, texts, enabled)| Rule {
        id: RuleId(format!("x{}", texts.0)),
        name: texts.1,
        fit: match fit.0 {
            0 => Fit::Exactly(fit.1),
            1 => Fit::BeginsSo(Unit::Paragraph, fit.1),
            2 => Fit::BeginsSo(Unit::Sentence, fit.1),
            3 => Fit::ToEnd(Unit::Paragraph, fit.1),
            _ => Fit::ToEnd(Unit::Sentence, fit.1),
        },
        does: if texts.2.len() % 3 == 0 { Does::IgnoreInDiff } else { Does::Hide },
        scope: match scope.0 {
            0 => Scope::Article(scope.1),
            1 => Scope::Source(scope.1),
            _ => Scope::Everywhere,
        },
        created,
        note: texts.2,
        enabled,
    })
}

/// A rules file as a reader may have left it: `ID` stands for a number of its own.
fn any_file() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        3 => Just("\n"),
        1 => Just("  \t\n"),
        2 => Just("# a remark, [[rule]] and \"quotes\n"),
        1 => Just("   # indented\n"),
        2 => Just("[[rule]]\nid = \"ID\"\nmatch = { kind = \"exactly\", text = \"Call now\" }\n"),
        1 => Just("[[ rule ]]   # mine\n\n  id=\"ID\"\n# inside\nmatch   =   {kind='begins',text='x'} # why\n"),
        1 => Just("  [[rule]]\nid = 'ID'\nnote = '''\n\n# no remark\n[[rule]]'''\n[rule.match]\ntext = \"\"\"a\n# b\"\"\"\nkind = 'to-end'\n"),
        1 => Just("[[rule]]\nmatch.kind = 'exactly'\nmatch.text = 'x'\nid = \"ID\"\n\n[rule.scope] # where\nsource = 'y'\n"),
    ];
    let parts = prop::collection::vec(part, 0..8);
    (parts, any::<bool>(), any::<bool>(), 0usize..3).prop_map(|(parts, crlf, mark, chop)| {
        let numbered = parts.iter().enumerate().map(|(at, part)| part.replace("ID", &at.to_string()));
        let mut text: String = numbered.collect();
        for _ in 0..chop.min(1) {
            text.pop();
        }
        if chop == 2 {
            text.push_str("   ");
        }
        if crlf {
            text = text.replace('\n', "\r\n");
        }
        if mark { format!("\u{feff}{text}") } else { text }
    })
}

proptest! {
    #[test]
    fn adding_keeps_the_old_text_and_taking_out_gives_it_back(
        file in any_file(),
        rules in prop::collection::vec(any_rule(), 1..4),
    ) {
        let old = parsed(&file);
        let mut text = old.clone();
        let mut added = Vec::new();
        for rule in &rules {
            let before = text.clone();
            let id = text.add(rule).unwrap();
            prop_assert!(text.text().starts_with(&before.text()));
            let expected = Rule { id: id.clone(), ..rule.clone() };
            prop_assert_eq!(text.rules().rules.pop(), Some(expected));
            prop_assert_eq!(&parsed(&text.text()), &text);
            let mut again = text.clone();
            prop_assert!(again.remove(&id));
            if !before.text().is_empty() {
                prop_assert_eq!(again, before);
            }
            added.push(id);
        }
        for id in added.iter().rev() {
            prop_assert!(text.remove(id));
        }
        if !file.is_empty() {
            prop_assert_eq!(text, old);
        }
    }

    #[test]
    fn taking_out_leaves_all_other_rules_and_cuts_one_stretch(file in any_file(), at in 0usize..8) {
        let old = parsed(&file);
        let rules = old.rules().rules;
        if let Some(gone) = rules.get(at) {
            let mut text = old.clone();
            prop_assert!(text.remove(&gone.id));
            prop_assert_eq!(&parsed(&text.text()), &text);
            let left: Vec<_> = rules.iter().filter(|rule| rule.id != gone.id).cloned().collect();
            prop_assert_eq!(text.rules().rules, left);
            let left = text.text();
            let front = file.bytes().zip(left.bytes()).take_while(|(a, b)| a == b).count();
            let back = file.bytes().rev().zip(left.bytes().rev()).take_while(|(a, b)| a == b).count();
            prop_assert!(front + back >= left.len());
        }
    }
}
