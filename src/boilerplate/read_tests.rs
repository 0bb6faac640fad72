use proptest::prelude::*;

use super::sample::{begins, exactly, rule, to_end};
use super::{Does, Misread, Rule, RulesText, Scope, Unit};

const MATCH: &str = "match = { kind = \"exactly\", text = \"Call now\" }\n";

fn read(text: &str) -> Vec<Rule> {
    RulesText::parse(text).map(|text| text.rules().rules).unwrap_or_else(|misread| panic!("{misread}\n{text}"))
}

#[test]
fn what_a_rule_does_is_read_and_written() {
    let text = format!("[[rule]]\nid = \"times\"\n{MATCH}does = \"ignore-in-diff\"\n");
    let rules = read(&text);
    assert_eq!(rules[0].does, Does::IgnoreInDiff);
    let mut written = RulesText::parse("").expect("no mistake");
    written.add(&rules[0]);
    assert_eq!(read(&written.text()), rules);
    let misread = RulesText::parse(&text.replace("ignore-in", "ignored-in")).expect_err("a mistake");
    assert!(misread.to_string().contains("unknown does"), "{misread}");
}

#[test]
fn all_ways_of_writing_a_rule_are_read() {
    let full = Rule {
        name: "Donation appeal".to_owned(),
        scope: Scope::Source("lantern".to_owned()),
        created: "2031-04-05".to_owned(),
        note: "since spring".to_owned(),
        does: Does::default(),
        enabled: false,
        ..rule("donation", begins(Unit::Sentence, "Keep our \"light\""))
    };
    let written = r#"
# Mine.
[[rule]]
id = "donation"
name = "Donation appeal"
match = { kind = "begins", unit = "sentence", text = "Keep our \"light\"" }   # why
scope = { source = "lantern" }
created = 2031-04-05
note = "since spring"
enabled = false
"#;
    let tables = r#"
  [[ "rule" ]]  # mine
created = "2031-04-05"
note = 'since spring'
"id" = "donation"
name = """
Donation appeal"""
enabled = false
match.kind = "begins"
match.text = 'Keep our "light"'
match.unit = "sentence"
[rule.scope]
source = "lantern"
"#;
    let ways = [
        written.to_owned(),
        tables.to_owned(),
        written.replace('\n', "\r\n"),
        format!("\u{feff}{written}"),
        written.replace("04-05\n", "04-05T06:07:08Z\n"),
    ];
    for way in ways {
        assert_eq!(read(&way), std::slice::from_ref(&full), "{way}");
    }
}

#[test]
fn what_is_left_out_has_a_default() {
    assert_eq!(read(&format!("[[rule]]\nid = \"a\"\n{MATCH}")), [rule("a", exactly("Call now"))]);
    let kinds = "[[rule]]\nid='a'\nmatch={kind='begins',text='x'}\n[[rule]]\nid='b'\nmatch={kind='to-end',text='y'}";
    let expected = [rule("a", begins(Unit::Paragraph, "x")), rule("b", to_end(Unit::Paragraph, "y"))];
    assert_eq!(read(kinds), expected);
    let scoped = read(&format!("[[rule]]\nid = 'a'\n{MATCH}scope = {{ article = 'x.txt' }}\n"));
    assert_eq!(scoped[0].scope, Scope::Article("x.txt".to_owned()));
    for nothing in ["", "\n \n", "# only a remark", "\u{feff}"] {
        assert_eq!(read(nothing), []);
    }
}

#[test]
fn a_mistake_is_named_with_its_place() {
    let rule = |rest: &str| format!("[[rule]]\nid = \"a\"\n{MATCH}{rest}");
    let matching = |with: &str| format!("[[rule]]\nid = \"a\"\nmatch = {with}\n");
    let table: Vec<(String, usize, usize, &str)> = vec![
        ("[[rule]\n".to_owned(), 1, 8, "expected"),
        ("[[rule]]\nid = \"a\n".to_owned(), 2, 8, "a quotation mark is missing"),
        ("[[rule]]\nid = \n".to_owned(), 2, 6, "value"),
        ("[[rule]]\nid = \"a\"\nid = \"b\"\n".to_owned(), 3, 1, "duplicate key"),
        ("# ok\nrules = 1\n".to_owned(), 2, 1, "unknown key `rules` in this file; expected `rule`"),
        ("[settings]\nx = 1\n".to_owned(), 1, 2, "unknown key `settings`"),
        ("[rule]\nid = \"a\"\n".to_owned(), 1, 1, "`[[rule]]`"),
        ("rule = [{ id = \"a\" }]\n".to_owned(), 1, 8, "`[[rule]]`"),
        (format!("\n  [[rule]]\n{MATCH}"), 2, 3, "`id` is missing"),
        (format!("[[rule]]\n{MATCH}id = 7\n"), 3, 6, "`id` has type integer; expected text in quotes"),
        (format!("[[rule]]\n{MATCH}id = \"\"\n"), 3, 6, "an empty id"),
        ("[[rule]]\nid = \"a\"\n".to_owned(), 1, 1, "`match` is missing"),
        (matching("\"Call now\""), 3, 9, "`match` has type string; expected { kind"),
        (matching("{ text = \"x\" }"), 3, 9, "`kind` is missing"),
        (matching("{ kind = \"exactly\" }"), 3, 9, "`text` is missing"),
        (matching("{ kind = \"near\", text = \"x\" }"), 3, 18, "unknown kind \"near\"; expected \"exactly\""),
        (matching("{ kind = \"begins\", text = \" \" }"), 3, 35, "an empty text"),
        (matching("{ kind = \"begins\", text = 3 }"), 3, 35, "`text` has type integer"),
        (matching("{ kind = \"begins\", unit = \"line\", text = \"x\" }"), 3, 35, "unknown unit \"line\""),
        (matching("{ kind = \"exactly\", unit = \"sentence\", text = \"x\" }"), 3, 29, "`unit` does not apply"),
        (matching("{ kind = \"exactly\", txt = \"x\" }"), 3, 29, "unknown key `txt` of `match`"),
        ("[[rule]]\nid = 'a'\nmatch.kind = 'exactly'\n".to_owned(), 3, 1, "`text` is missing"),
        (rule("nmae = \"x\"\n"), 4, 1, "unknown key `nmae` of a rule; expected `id`, `name`"),
        (rule("name = \"ä\", x\n"), 4, 11, "expected"),
        (rule("name = true\n"), 4, 8, "`name` has type boolean"),
        (rule("note = []\n"), 4, 8, "`note` has type array"),
        (rule("enabled = \"yes\"\n"), 4, 11, "`enabled` has type string; expected true or false"),
        (rule("created = 12:00:00\n"), 4, 11, "`created` has type datetime; expected a day"),
        (rule("created = 2031\n"), 4, 11, "`created` has type integer"),
        (rule("scope = \"here\"\n"), 4, 9, "unknown scope \"here\"; expected \"everywhere\""),
        (rule("scope = 1\n"), 4, 9, "`scope` has type integer"),
        (rule("scope = {}\n"), 4, 9, "an empty scope"),
        (rule("scope = { artcle = \"x\" }\n"), 4, 11, "unknown key `artcle` of `scope`"),
        (rule("scope = { article = \"x\", source = \"y\" }\n"), 4, 26, "both `article` and `source`"),
        (rule("[rule.extra]\nx = 1\n"), 4, 7, "unknown key `extra` of a rule"),
        (rule("\n[[rule]]\nid = \"a\"\n") + MATCH, 6, 6, "the rule in line 1 already has this id"),
        ("\u{feff}x = 1\n".to_owned(), 1, 1, "unknown key `x`"),
        ("\"ä\\u001b\" = 1\n".to_owned(), 1, 1, "unknown key `ä\\u{1b}`"),
    ];
    for (text, line, column, reason) in table {
        let misread = RulesText::parse(&text).expect_err(&text);
        assert_eq!((misread.line, misread.column), (line, column), "{misread}\n{text}");
        assert!(misread.reason.contains(reason), "{misread}\n{text}");
    }
}

#[test]
fn a_misread_reads_as_line_column_reason() {
    let misread = Misread { line: 3, column: 7, reason: "no".to_owned() };
    assert_eq!(misread.to_string(), "3:7: no");
}

proptest! {
    #[test]
    fn nothing_makes_it_panic(
        parts in prop::collection::vec(
            prop_oneof![
                Just("[[rule]]\n"), Just("[rule]\n"), Just("[rule.match]\n"), Just("[[rule.match]]\n"), Just("rule = 1\n"),
                Just("id = 'a'\n"), Just(MATCH), Just("match.kind = 1\n"), Just("match = 1\n"), Just("scope.article = ''\n"),
                Just("rule.id = 3\n"), Just("\"\"\""), Just("'"), Just("{"), Just("["), Just("="), Just("# ä\r"), Just("\u{feff}"),
                Just("\n"), Just("\\u12"), Just("1979-13-01"), Just("a.b.c = 1\n"), Just("[a]\n"), Just("[a.b]\n"), Just("\0"),
            ],
            0..8,
        ),
    ) {
        let text = parts.concat();
        if let Err(misread) = RulesText::parse(&text) {
            prop_assert!(misread.line <= text.matches('\n').count() + 1);
            prop_assert!(!misread.reason.is_empty() && !misread.reason.contains(char::is_control));
        }
    }
}
