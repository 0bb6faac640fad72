use proptest::prelude::*;

use super::sample::{article, begins, drawn, exactly, place, to_end};
use super::{Choice, Fit, Marked, Rule, RuleId, RuleSet, Scope, Unit, mask};
use crate::article::Article;
use crate::text::Span;

const PAGE: &str = "\
The ferry left at noon. | Your support helps us keep the light burning, night after night. | Call now.
Your support helps us keep the light burning, and the rooms warm. | Thank you.
Read  more:\u{1b}the\told pier
";

fn made(article: &Article, span: Span, choice: Choice) -> Option<Rule> {
    Marked { article, span, choice }.rule(Scope::Everywhere, "2031-04-05", &RuleSet::default())
}

#[test]
fn a_mark_becomes_a_rule() {
    let article = article(PAGE);
    let (first, second) = (article.paragraphs[0].span, article.paragraphs[1].span);
    let support = place(&article, "Your support");
    let table: Vec<(&str, Span, Choice, Fit)> = vec![
        (
            "sentences, touched",
            support,
            Choice::Exactly,
            exactly("Your support helps us keep the light burning, night after night."),
        ),
        (
            "over paragraphs",
            Span::new(first.end() - 3, second.start() + 1),
            Choice::Exactly,
            exactly("Call now. Your support helps us keep the light burning, and the rooms warm."),
        ),
        ("spacing", place(&article, "more"), Choice::Exactly, exactly("Read more: the old pier")),
        ("a sentence", support, Choice::BeginsSo, begins(Unit::Sentence, "Your support helps us keep the")),
        ("a paragraph", second, Choice::BeginsSo, begins(Unit::Paragraph, "Your support helps us keep the")),
        (
            "two paragraphs",
            first.join(second),
            Choice::BeginsSo,
            begins(Unit::Paragraph, "The ferry left at noon. Your"),
        ),
        (
            "half a paragraph",
            place(&article, "Your support helps us keep the light burning, and"),
            Choice::BeginsSo,
            begins(Unit::Sentence, "Your support helps us keep the"),
        ),
        ("a short one", place(&article, "Call now."), Choice::BeginsSo, begins(Unit::Sentence, "Call now")),
        (
            "from a paragraph on",
            Span::new(second.start(), second.start() + 1),
            Choice::ToEnd,
            to_end(Unit::Paragraph, "Your support helps us keep the"),
        ),
        ("from a sentence on", place(&article, "Call"), Choice::ToEnd, to_end(Unit::Sentence, "Call now")),
    ];
    for (what, span, choice, expected) in table {
        assert_eq!(made(&article, span, choice).map(|rule| rule.fit), Some(expected), "{what}");
    }
}

#[test]
fn to_the_end_tells_itself_from_what_began_alike() {
    let article = article(
        "Read more on the old stone pier and boats\nThe gulls left.\nRead more on the old stone pier and nets\nBye.",
    );
    let rule = made(&article, article.paragraphs[2].span, Choice::ToEnd).unwrap();
    assert_eq!(rule.fit, to_end(Unit::Paragraph, "Read more on the old stone pier and nets"));
    let shown = drawn(&article, &mask(&article, &RuleSet { rules: vec![rule] }.into(), &[]));
    assert!(shown.ends_with("The gulls left. / [Read more on the old stone pier and nets / Bye.]"), "{shown}");
}

#[test]
fn nothing_is_made_of_no_words() {
    let article = article("* * *\nThe boat sank.");
    for choice in [Choice::Exactly, Choice::BeginsSo, Choice::ToEnd] {
        assert_eq!(made(&article, article.paragraphs[0].span, choice), None);
        assert_eq!(made(&article, Span::new(4, 4), choice), None);
        assert_eq!(made(&article, Span::new(900, 950), choice), None);
        assert_eq!(made(&Article::of_text("empty", ""), Span::new(0, 9), choice), None);
    }
    let from_marks = made(&article, Span::new(0, article.text.len()), Choice::ToEnd).unwrap();
    assert_eq!(from_marks.fit, to_end(Unit::Paragraph, "The boat sank"));
}

#[test]
fn names_and_ids_can_be_read() {
    for (text, name, id) in [
        ("Your support helps us keep the light on.", "Your support helps us …", "your-support-helps-us"),
        ("Donate", "Donate", "donate"),
        ("It’s a hard-line view", "It’s a hard-line view", "its-a-hardline-view"),
        ("Für Ämter in Öl und mehr", "Für Ämter in Öl …", "fur-amter-in-ol"),
        ("A b c d e f g h i j", "A b c d e f g …", "a-b-c-d-e-f-g"),
        ("Прочитайте больше новостей на сайте", "Прочитайте больше новостей на …", "rule-1"),
        ("阅读更多关于港口的新闻报道内容", "阅读更多关于港口的新闻报 …", "rule-1"),
        ("“Help!”, she said, and left us", "Help!”, she said, and …", "help-she-said-and"),
    ] {
        let article = article(text);
        let rule = made(&article, article.paragraphs[0].span, Choice::Exactly).unwrap();
        assert_eq!((rule.name.as_str(), rule.id.0.as_str()), (name, id), "{text}");
        assert_eq!(rule.created, "2031-04-05");
        assert!(rule.enabled && rule.note.is_empty());
    }
    let long = article(&"x".repeat(500));
    let rule = made(&long, long.paragraphs[0].span, Choice::Exactly).unwrap();
    assert_eq!(rule.name.chars().count(), 41);
}

#[test]
fn ids_are_free() {
    let mut rules = RuleSet::default();
    for expected in ["help-us", "help-us-2", "help-us-3", "rule-4", "rule-5"] {
        let article = article(if expected.starts_with("help") { "Help us." } else { "Помогите." });
        let marked = Marked { article: &article, span: article.paragraphs[0].span, choice: Choice::Exactly };
        let rule = marked.rule(Scope::Everywhere, "", &rules).unwrap();
        assert_eq!(rule.id, RuleId(expected.to_owned()));
        rules.rules.push(rule);
    }
}

proptest! {
    #[test]
    fn a_rule_hides_what_it_was_made_of(
        page in prop::collection::vec(prop::collection::vec("([abcU.é“’-]|US|U\\.N\\.|5\\.|3,1| )([a-c.,'’!…-]| |\u{1b}|é|1){1,9}", 1..4), 1..5),
        from in 0usize..60,
        length in 1usize..30,
        choice in prop::sample::select(vec![Choice::Exactly, Choice::BeginsSo, Choice::ToEnd]),
    ) {
        let lines: Vec<String> = page.iter().map(|sentences| sentences.join(" | ")).collect();
        let article = article(&lines.join("\n"));
        let marked = Marked { article: &article, span: Span::new(from, from + length), choice };
        if let Some(rule) = marked.rule(Scope::Everywhere, "", &RuleSet::default()) {
            let touched: Vec<_> = article
                .sentences
                .iter()
                .filter(|s| s.span.overlaps(marked.span) && !s.tokens.is_empty())
                .collect();
            let mask = mask(&article, &RuleSet { rules: vec![rule.clone()] }.into(), &[]);
            let expected = if choice == Choice::Exactly { touched.len() } else { 1 };
            for sentence in touched.iter().take(expected) {
                for word in &article.tokens[sentence.tokens.clone()] {
                    prop_assert!(mask.is_hidden(word.span), "{:?} in {:?}", rule.fit, article.text);
                }
            }
            if choice == Choice::ToEnd {
                let rest = Span::new(touched[0].span.start(), article.paragraphs.last().unwrap().span.end());
                prop_assert!(mask.is_hidden(rest));
            }
        }
    }
}
