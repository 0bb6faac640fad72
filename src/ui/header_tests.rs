//! The header: it says at any width what is hidden, with and without a second article.

use super::desk::{LEFT, RIGHT, characters, drawn, open};
use crate::article::Article;
use crate::boilerplate::{Does, Fit, Rule, RuleId, RuleSet, Scope, Unit};

fn rule(id: &str, words: &str) -> Rule {
    Rule {
        id: RuleId(id.to_owned()),
        name: id.to_owned(),
        fit: Fit::ToEnd(Unit::Paragraph, words.to_owned()),
        scope: Scope::Everywhere,
        created: String::new(),
        note: String::new(),
        does: Does::default(),
        enabled: true,
    }
}

fn header(texts: &[(&str, &str)], rules: Vec<Rule>, width: u16) -> Vec<String> {
    let articles = texts.iter().map(|(name, text)| Article::of_text(name, text)).collect();
    let app = open((articles, RuleSet { rules }), (width, 20), &[]);
    characters(&drawn(&app)).lines().take(2).map(str::to_owned).collect()
}

#[test]
fn what_is_hidden_is_said_at_any_width() {
    let texts = [("harbour.txt", LEFT), ("island.txt", RIGHT)];
    let narrow = header(&texts, vec![rule("appeal", "Like this story?")], 60);
    assert!(narrow[1].contains("17 hidden"), "{narrow:?}");
    for width in [80, 100, 120, 160, 220] {
        let header = header(&texts, vec![rule("appeal", "Like this story?")], width).join("\n");
        assert!(header.contains("17 hidden · 1 rule") || header.contains("17 words hidden by 1 rule"), "{header}");
    }
    let long = "a-name-that-takes-all-of-the-room-there-is-above-the-pane.txt";
    let header = header(&[(long, LEFT), ("island.txt", RIGHT)], vec![rule("appeal", "Like this story?")], 80);
    assert!(header[1].contains("17 hidden · 1 rule"), "{header:?}");
}

#[test]
fn an_article_alone_says_it_too() {
    let header = header(&[("harbour.txt", LEFT)], vec![rule("appeal", "Like this story?")], 80);
    assert!(header[1].contains("82 words · 17 hidden · 1 rule"), "{header:?}");
}

#[test]
fn it_is_said_that_nothing_is_left() {
    let texts = [("harbour.txt", LEFT), ("island.txt", RIGHT)];
    let one = || rule("all", "The old lighthouse");
    for width in [80, 120] {
        let header = header(&texts, vec![one()], width);
        assert!(header[1].contains("a rule hides all of this article"), "{header:?}");
    }
    let header = header(&[("harbour.txt", LEFT)], vec![rule("appeal", "Like this story?"), one()], 80);
    assert!(header[1].contains("2 rules hide all of this article"), "{header:?}");
}

#[test]
fn names_that_are_nearly_alike_are_told_apart() {
    let one = "minutes-of-the-harbour-council-2031-draft-1";
    let two = "minutes-of-the-harbour-council-2031-draft-2";
    let articles = || (vec![Article::of_text(one, LEFT), Article::of_text(two, RIGHT)], RuleSet::default());
    for (keys, width) in [(&[][..], 80), (&["D"][..], 80), (&["D"][..], 64), (&["D", "v"][..], 110), (&["D"][..], 110)]
    {
        let first =
            characters(&drawn(&open(articles(), (width, 20), keys))).lines().next().unwrap_or_default().to_owned();
        assert!(first.contains("minutes-of") && first.contains("draft-1") && first.contains("draft-2"), "{first:?}");
    }
}

#[test]
fn a_version_whose_name_has_its_source_does_not_say_it_twice() {
    let articles = ["drafts/old.md", "drafts/new.md"].into_iter().zip([LEFT, RIGHT]).map(|(name, text)| {
        let mut article = Article::of_text(name, text);
        article.source = "drafts".to_owned();
        article
    });
    let articles: Vec<Article> = articles.collect();
    let top = |keys: &[&str]| {
        let rows = characters(&drawn(&open((articles.clone(), RuleSet::default()), (120, 20), keys)));
        rows.lines().next().unwrap_or_default().to_owned()
    };
    for keys in [&[][..], &["D"]] {
        assert_eq!(top(keys).matches("drafts").count(), 2, "{}", top(keys));
    }
}

#[test]
fn a_folder_that_the_name_has_is_not_said_again_as_the_source() {
    let article = |name: &str, source: &str, text: &str| {
        let mut article = Article::of_text(name, text);
        article.source = source.to_owned();
        article
    };
    let articles = vec![article("news/gazette.txt", "news", LEFT), article("island.txt", "Island Press", RIGHT)];
    let app = open((articles, RuleSet::default()), (120, 20), &[]);
    let head = characters(&drawn(&app)).lines().next().unwrap_or_default().to_owned();
    assert_eq!(head.matches("news").count(), 1, "{head}");
    assert!(head.contains("Island Press"), "{head}");
}
