//! A rule that is proposed hides what was proposed in its article, and nothing of any story.

use super::{Proposal, RuleSet, Sieve, Why, propose};
use crate::article::Article;
use crate::boilerplate::Fit;

const HEADS: [&str; 4] =
    ["Herring gets cheaper", "Orchestra finds conductor", "Bridge closed again", "Ice on the canal"];
const STORIES: [&str; 8] = [
    "Herring prices halved within weeks because trawlers from abroad landed record catches in every harbour.",
    "Merchants expect another glut before autumn and already shrink their orders for the cold months accordingly.",
    "Musicians elected Clara Winter, formerly assistant at the opera, unanimously at their meeting yesterday evening.",
    "Rehearsals of her opening programme begin after the summer holidays with two symphonies and an overture.",
    "Engineers discovered cracks beneath the eastern pillar during their yearly inspection of the old bridge.",
    "Drivers must take detours through three villages until welding has finished, which will probably take months.",
    "Skaters came from all the villages around when the canal froze over for the first time in nine years.",
    "The lock keeper measured eleven centimetres of ice at noon and let only children cross before the evening.",
];
const LINKS: [&str; 7] = [
    "A tanker ran aground off the northern lighthouse",
    "Tanker runs aground off northern lighthouse, nobody hurt",
    "Mayor of Lunn will not stand again next year",
    "Three dogs were saved from a frozen lake",
    "Firemen save three dogs from frozen lake",
    "Why the price of herring fell twice this month",
    "Ferry to Lunn stays in the harbour after the storm",
];
const LINES: [&str; 6] = [
    "Latest County News",
    "Related stories",
    "Advertisement",
    "Share this article",
    "Sign up for our free newsletter and never miss a story from the harbour.",
    "By Tom Arden",
];

fn article(name: &str, lines: &[&str]) -> Article {
    let mut article = Article::of_text(name, &lines.join("\n\n"));
    article.source = "lantern".to_owned();
    article
}

/// What the rule of a proposal hides of an article.
fn hidden(proposal: &Proposal, article: &Article) -> Vec<String> {
    let rules = RuleSet { rules: vec![proposal.rule("2031-05-03", &RuleSet::default())] };
    let mask = Sieve::of(&rules).mask(article, &[]);
    mask.hidden().iter().map(|hidden| hidden.span.of(&article.text).to_owned()).collect()
}

/// Checks all proposals of some articles.
fn check(articles: &[Article]) -> usize {
    let borrowed: Vec<&Article> = articles.iter().collect();
    let proposals = propose(&borrowed);
    for proposal in &proposals {
        for (at, article) in articles.iter().enumerate() {
            let here: Vec<&Proposal> = proposals.iter().filter(|it| it.article == at).collect();
            let hidden = hidden(proposal, article);
            let told = |line: &&&str| hidden.iter().any(|hidden| hidden.contains(**line));
            assert_eq!(STORIES.iter().find(told), None, "{proposal:#?}\nin {}", article.text);
            if at == proposal.article {
                let own = proposal.span.of(&article.text);
                assert!(hidden.iter().any(|hidden| hidden.contains(own)), "{proposal:#?} hides {hidden:#?}");
                let proposed = |line: &str| here.iter().any(|it| it.span.of(&article.text).contains(line));
                let beside = hidden.iter().flat_map(|hidden| hidden.split("\n\n")).find(|line| !proposed(line));
                assert_eq!(beside, None, "{proposal:#?}\nin {}", article.text);
            }
        }
    }
    proposals.len()
}

#[test]
fn a_heading_that_stands_above_another_story_is_no_end() {
    let here = article("here", &[&HEADS[..1], &STORIES[..4], &["Latest County News"], &LINKS[..]].concat());
    let there = article("there", &[&HEADS[2..3], &["Latest County News"], &STORIES[4..]].concat());
    let alone = propose(&[&here]);
    assert!(matches!(alone[0].fit, Fit::ToEnd(..)) && alone[0].why == Why::Links(8), "{alone:#?}");
    let found = propose(&[&here, &there]);
    assert_eq!(found.len(), 2, "{found:#?}");
    assert!(matches!(found[0].fit, Fit::Exactly(_)) && found[0].why == Why::Unheaded(8), "{found:#?}");
    assert_eq!(hidden(&found[0], &there), Vec::<String>::new());
    assert!(found[1].article == 1 && found[1].why == Why::Recurring(2), "{found:#?}");
    assert_eq!(hidden(&found[1], &there), ["Latest County News"]);
    check(&[here, there]);
}

#[test]
fn a_list_amid_the_story_is_hidden_whole() {
    let list = ["Related stories", LINKS[2], LINKS[6]];
    let one = article("one", &[&HEADS[..1], &STORIES[..2], &list, &STORIES[2..4]].concat());
    let found = propose(&[&one]);
    assert_eq!(found.len(), 1, "{found:#?}");
    assert_eq!(hidden(&found[0], &one), [list.join("\n\n")]);
}

#[test]
fn each_rule_hides_what_is_proposed_and_no_story() {
    let mut state = 0x2545_f491_4f6c_dd1d_u64;
    let mut random = move |below: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % below
    };
    let mut proposed = 0;
    for _ in 0..120 {
        let articles: Vec<Article> = (0..2 + random(2))
            .map(|at| {
                let mut lines = vec![HEADS[at % HEADS.len()]];
                for line in &STORIES[at * 2 % 6..][..2] {
                    if random(3) == 0 {
                        lines.push(LINES[random(LINES.len())]);
                    }
                    lines.push(line);
                }
                lines.push(STORIES[(at * 2 + 5) % STORIES.len()]);
                for _ in 0..random(3) {
                    lines.push(LINES[random(LINES.len())]);
                }
                let first = random(LINKS.len());
                lines.extend(&LINKS[first..]);
                article(&format!("a{at}"), &lines)
            })
            .collect();
        proposed += check(&articles);
    }
    assert!(proposed > 200, "{proposed}");
}
