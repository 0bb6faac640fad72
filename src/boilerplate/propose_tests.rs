use super::{Proposal, RuleSet, Why, propose};
use crate::article::Article;
use crate::boilerplate::{Fit, Mask, Scope, Sieve};

const STORY: [&str; 6] = [
    "Harbour council votes for a longer quay",
    "The council of Orrin voted on Monday evening for a quay that is forty metres longer than the old one.",
    "Fishermen had asked for the works since the winter storms took away a part of the northern wall.",
    "“We were told to wait for your answer, and we need our quay,” said the harbour master, Anna Holt.",
    "The works begin in spring and will cost about three million crowns, most of it paid by the county.",
    "A second quay for the ferry to Lunn is planned, but nobody knows yet where the money would come from.",
];

fn article(name: &str, lines: &[&str]) -> Article {
    let mut article = Article::of_text(name, &lines.join("\n\n"));
    article.source = "lantern".to_owned();
    article
}

fn proposed(lines: &[&str]) -> Vec<(String, Why)> {
    let article = article("a", lines);
    propose(&[&article]).iter().map(|found| (found.span.of(&article.text).to_owned(), found.why)).collect()
}

fn with(head: &[&str], tail: &[&str]) -> Vec<(String, Why)> {
    proposed(&[&STORY[..1], head, &STORY[1..], tail].concat())
}

#[test]
fn a_story_is_left_alone() {
    assert_eq!(proposed(&STORY), []);
    let with_subheads = [&STORY[..3], &["What the county says"], &STORY[3..], &["What comes next"]].concat();
    assert_eq!(proposed(&with_subheads), []);
}

#[test]
fn what_only_looks_like_furniture_is_left_alone() {
    let innocent = [
        "About a million readers subscribe to the county's three newspapers, which lost a third of their income.",
        "The ministry asked its staff to sign up for the vaccine by Friday, a spokesman told the paper.",
        "“Please support us, subscribe to our newsletter and donate today,” the club's secretary begged the crowd.",
        "The agency measured the speed of the water at the mouth (in km/h) and found it much too high (see table).",
        "They moved to the island with their children, a dog and a piano (and never came back to the town).",
        "Mia Falk (CDU/CSU) and the members of her committee (NPC) left the room before the vote was taken.",
    ];
    for line in innocent {
        assert_eq!(with(&[], &[line]), [], "{line}");
        assert_eq!(with(&[line], &[]), [], "{line}");
    }
    let recipe = ["Two eggs", "A pound of flour", "Salt", "Butter for the pan", "A cup of milk", "Some sugar", "Lemon"];
    assert_eq!(with(&[], &recipe), []);
    let verses = [
        "The grey gull sat on the grey sea wall",
        "and watched the grey boats go",
        "and nobody heard its grey gull call",
    ];
    assert_eq!(with(&[], &verses), []);
}

#[test]
fn lines_around_the_story_are_told_apart() {
    let cases = [
        ("By Tom Arden", Why::Byline),
        ("Von Tom Arden und Mia Falk", Why::Byline),
        ("Par Tom Arden", Why::Byline),
        ("Published: 3 May 2031, 14:05", Why::Stamp),
        ("Aktualisiert am 3. Mai 2031 um 14:05 Uhr", Why::Stamp),
        ("Publié le 3 mai 2031 à 14h05", Why::Stamp),
        ("Publié le 3 mai 2031 à 14h05, mis à jour le 4 mai 2031 à 9h00", Why::Stamp),
        ("Published 3 hours ago", Why::Stamp),
        ("3 de mayo de 2031", Why::Stamp),
        ("2031年5月3日 14:05", Why::Stamp),
        ("记者 王小明", Why::Byline),
        ("Reporting by Tom Arden; Editing by Mia Falk", Why::Byline),
        ("See also The ferry that never came", Why::SeeMore),
        ("Share this article", Why::Furniture),
        ("Advertisement", Why::Furniture),
        ("Artikel teilen", Why::Furniture),
        ("4 min read", Why::Furniture),
        ("Read more: The ferry that never came", Why::SeeMore),
        ("À lire aussi : Le bac qui ne vint jamais", Why::SeeMore),
        ("Lea también: El barco que nunca llegó", Why::SeeMore),
        ("Foto: Tom Arden/dpa", Why::Credit),
        ("© Lantern Press", Why::Credit),
    ];
    for (line, why) in cases {
        assert_eq!(with(&[line], &[]), [(line.to_owned(), why)], "{line}");
    }
}

#[test]
fn a_credit_is_proposed_without_its_caption() {
    let caption = "The northern wall after the storm in the winter of 2030.";
    let credits = [
        "(Tom Arden/AFP)",
        "(AP Photo/Tom Arden)",
        "(Lantern Office via Reuters)",
        "(dpa)",
        "(Photo by Tom Arden)",
        "Picture: PA",
        "TOM ARDEN / AFP",
        "EFE/Tom Arden",
        "（图片来源：灯塔报）",
    ];
    for credit in credits {
        let found = with(&[], &[&format!("{caption} {credit}")]);
        assert_eq!(found, [(credit.to_owned(), Why::Credit)], "{credit}");
    }
}

#[test]
fn an_appeal_is_found_with_what_stands_in_it_and_not_the_sentence_glued_to_it() {
    let appeal = [
        "Your support keeps the Lantern burning",
        "From the harbour to the hills, the Lantern is there when things happen. We know how much our county needs it.",
        "The Lantern is read by everyone. Please subscribe to our newsletter and help our journalism.",
        "Your donation makes all of this possible.The council voted on Monday for a quay that is longer than the old one.",
    ];
    let found = with(&appeal, &[]);
    assert_eq!(found.len(), 1, "{found:?}");
    let (text, why) = &found[0];
    assert_eq!(*why, Why::Appeal);
    assert!(text.starts_with("Your support keeps") && text.ends_with("all of this possible."), "{text}");
}

#[test]
fn appeals_are_found_in_several_languages() {
    let appeals = [
        "Sign up for our free newsletter and never miss a story from the harbour.",
        "Unterstützen Sie uns mit einer Spende, damit wir weiter für Sie berichten können.",
        "Abonnez-vous à notre newsletter et recevez chaque matin les nouvelles du port.",
        "Suscríbete a nuestro boletín y recibe cada mañana las noticias del puerto.",
        "Iscriviti alla nostra newsletter per ricevere ogni mattina le notizie del porto.",
        "Inscreva-se na nossa newsletter e receba todas as manhãs as notícias do porto.",
        "Meld je aan voor onze nieuwsbrief en ontvang elke ochtend het nieuws uit de haven.",
        "Подпишитесь на нашу рассылку и получайте новости порта каждое утро.",
    ];
    for appeal in appeals {
        assert_eq!(with(&[], &[appeal]), [(appeal.to_owned(), Why::Appeal)], "{appeal}");
    }
}

const LINKS: [&str; 8] = [
    "Latest County News",
    "A tanker ran aground off the northern lighthouse",
    "Tanker runs aground off northern lighthouse, nobody hurt",
    "The mayor of Lunn has said she will not stand again next year.",
    "Mayor of Lunn will not stand again next year",
    "Three dogs were saved from a frozen lake",
    "Firemen save three dogs from frozen lake",
    "Why the price of herring fell twice this month",
];

#[test]
fn a_list_of_links_is_found_with_and_without_its_heading() {
    for (list, why) in [(&LINKS[..], Why::Links(8)), (&LINKS[1..], Why::Unheaded(7))] {
        let found = with(&[], list);
        assert_eq!(found.len(), 1, "{found:?}");
        assert_eq!(found[0].1, why);
        assert!(found[0].0.starts_with(list[0]) && found[0].0.ends_with(list[list.len() - 1]));
    }
    let found = with(&[], &[&["By Tom Arden"], &LINKS[..]].concat());
    assert_eq!(found.iter().map(|(_, why)| *why).collect::<Vec<_>>(), [Why::Byline, Why::Links(8)]);
}

#[test]
fn links_under_a_heading_amid_the_story_are_found() {
    let lines = [
        &STORY[..3],
        &["Related stories", "Storm takes away a part of the northern wall", "Ferry to Lunn stays in the harbour"],
        &STORY[3..],
    ]
    .concat();
    assert_eq!(proposed(&lines).iter().map(|(_, why)| *why).collect::<Vec<_>>(), [Why::Links(3)]);
}

#[test]
fn a_list_amid_the_story_ends_where_the_story_goes_on() {
    let list = ["Related", "Storm takes away a part of the northern wall", "Ferry to Lunn stays in the harbour"];
    let lines = [&STORY[..5], &list, &STORY[5..], &["Sign up to read on"]].concat();
    let found = proposed(&lines);
    assert_eq!(found.iter().map(|(_, why)| *why).collect::<Vec<_>>(), [Why::Links(3)], "{found:?}");
}

fn stories() -> [[&'static str; 3]; 3] {
    [
        [
            "Herring gets cheaper",
            "Herring prices halved within weeks because trawlers from abroad landed record catches.",
            "Merchants expect another glut before autumn and already shrink their orders accordingly.",
        ],
        [
            "Orchestra finds conductor",
            "Musicians elected Clara Winter, formerly assistant at the opera, unanimously yesterday.",
            "Rehearsals of her opening programme begin after the summer holidays with two symphonies.",
        ],
        [
            "Bridge closed again",
            "Engineers discovered cracks beneath the eastern pillar during their yearly inspection.",
            "Drivers must take detours through villages until welding has finished, probably months.",
        ],
    ]
}

fn recurring(articles: &[Article]) -> Vec<Proposal> {
    let borrowed: Vec<&Article> = articles.iter().collect();
    propose(&borrowed).into_iter().filter(|found| matches!(found.why, Why::Recurring(_))).collect()
}

#[test]
fn what_stands_in_unlike_articles_of_one_source_is_proposed_with_its_date_left_open() {
    let foot = [
        "The Lantern of 3 May appears daily but for Sundays",
        "The Lantern of 14 June appears daily but for Sundays",
        "The Lantern of 1 July appears daily but for Sundays",
    ];
    let articles: Vec<Article> =
        stories().iter().zip(foot).map(|(story, foot)| article(story[0], &[&story[..], &[foot]].concat())).collect();
    let found = recurring(&articles);
    assert_eq!(found.len(), 3, "{found:?}");
    assert!(found.iter().all(|found| matches!(&found.fit, Fit::Loosely(_)) && found.why == Why::Recurring(3)));
    let rule = found[0].rule("2031-05-03", &RuleSet::default());
    let rules = RuleSet { rules: vec![rule] };
    let next =
        article("next", &["Weather turns", "It will rain.", "The Lantern of 30 August appears daily but for Sundays"]);
    assert_eq!(Sieve::of(&rules).mask(&next, &[]).hidden().len(), 1);
}

#[test]
fn what_articles_on_one_matter_share_is_reporting() {
    let shared = STORY[4];
    let versions: Vec<Article> = (0..4)
        .map(|at| article(&format!("v{at}"), &[STORY[0], STORY[1], shared, STORY[2 + at % 2], STORY[5]]))
        .collect();
    assert_eq!(recurring(&versions), []);
}

#[test]
fn what_two_sources_share_does_not_recur() {
    let mut articles: Vec<Article> = stories()
        .iter()
        .map(|story| article(story[0], &[&story[..], &["The Lantern appears daily but for Sundays"]].concat()))
        .collect();
    articles[1].source = "gull".to_owned();
    articles[2].source = "heron".to_owned();
    assert_eq!(recurring(&articles), []);
}

/// Nine articles that have nothing in common, three of each source, each with a line of its source's below.
fn of_three_sources(foot: fn(usize) -> String) -> Vec<Article> {
    let made = (0..9).map(|at| {
        let own = |line: &str| {
            line.split(' ')
                .map(|word| format!("{word}{}", ["ab", "eb", "ib", "ob", "ub", "ac", "ec", "ic", "oc"][at]))
                .collect::<Vec<_>>()
                .join(" ")
                + "."
        };
        let lines = stories()[at % 3].map(|line| own(line.trim_end_matches('.')));
        let below = foot(at / 3);
        let mut lines: Vec<&str> = lines.iter().map(String::as_str).collect();
        lines.push(&below);
        let mut made = article(&format!("a{at}"), &lines);
        made.source = format!("outlet-{}", at / 3);
        made
    });
    made.collect()
}

#[test]
fn what_three_sources_set_below_their_articles_is_one_proposal_for_everywhere() {
    let all = |foot: fn(usize) -> String| {
        let articles = of_three_sources(foot);
        let borrowed: Vec<&Article> = articles.iter().collect();
        propose(&borrowed)
    };
    let found = all(|source| format!("Read more from Outlet {source} every morning with our free letter."));
    assert_eq!(found.len(), 9, "{found:#?}");
    for proposal in &found {
        assert_eq!((&proposal.fit, &proposal.scope), (&found[0].fit, &Scope::Everywhere));
        assert_eq!(proposal.why, Why::Widely(9));
    }
    let apart = all(|source| {
        format!("{} and nobody else made this page for its readers.", ["Gulls", "Herons", "Lapwings"][source])
    });
    assert_eq!(apart.len(), 9, "{apart:#?}");
    assert!(apart.iter().all(|it| matches!(it.scope, Scope::Source(_)) && it.why == Why::Recurring(3)), "{apart:#?}");
}

#[test]
fn each_rule_that_is_proposed_hides_what_was_proposed() {
    let lines = [
        &STORY[..1],
        &["By Tom Arden", "Published: 3 May 2031, 14:05", "The wall in 2030. (Tom Arden/AFP)"],
        &STORY[1..],
        &["Subscribe to our newsletter today and support our work.", "Read more: The ferry that never came"],
        &LINKS[..],
    ]
    .concat();
    let article = article("a", &lines);
    let proposals = propose(&[&article]);
    assert_eq!(proposals.len(), 6, "{proposals:#?}");
    for found in proposals {
        let rules = RuleSet { rules: vec![found.rule("2031-05-03", &RuleSet::default())] };
        let mask: Mask = Sieve::of(&rules).mask(&article, &[]);
        assert!(mask.is_hidden(found.span), "{found:?}\n{mask:?}");
        let written = super::RulesText::parse(&super::rule_toml(&rules.rules[0])).expect("a rules file");
        assert_eq!(written.rules(), rules);
    }
}

#[test]
fn odd_articles_are_looked_at_without_harm() {
    for text in [
        "",
        "\n\n",
        "...",
        "(",
        "()",
        ")",
        "Foto:",
        "Photo: ",
        "© ",
        "By",
        "Read more:",
        "Related",
        "(/AFP)",
        "date 2031-05",
        "“",
        "「」「",
    ] {
        let article = Article::of_text("odd", text);
        let _ = propose(&[&article, &article]);
    }
    assert_eq!(propose(&[]), []);
}

#[test]
fn a_line_beside_the_story_recurs_on_two_pages() {
    let foot = ["Harbour office opening hours", "The Lantern appears daily but for Sundays"];
    let page = |at: usize| article(stories()[at][0], &[&stories()[at][..], &foot].concat());
    let found = recurring(&[page(0), page(1)]);
    assert_eq!(found.len(), 4, "{found:#?}");
    let kept = article("v", &[STORY[0], STORY[1], STORY[2], foot[0]]);
    assert_eq!(recurring(&[kept.clone(), kept]), []);
}

#[test]
fn a_list_of_page_numbers_is_furniture() {
    let pages: [&[&str]; 2] = [&["1 2 3 4 5 Next"], &["1", "2", "3", "…", "27"]];
    for pages in pages {
        let article = article("a", &[&STORY[..], pages].concat());
        let found = propose(&[&article]);
        assert_eq!(found.len(), 1, "{found:#?}");
        assert_eq!(found[0].span.of(&article.text), pages.join("\n\n"));
    }
    assert_eq!(proposed(&[&STORY[..], &["1912", "2031"]].concat()), []);
}

#[test]
fn a_list_under_a_heading_with_a_colon_is_found_with_the_titles_of_other_pages() {
    let list = ["Read more:", "Herring gets cheaper this spring", "Ferry to Lunn stays in the harbour"];
    let own = [&["Herring gets cheaper this spring"], &stories()[0][1..], &["A glut again"]].concat();
    let pages = [article("a", &[&STORY[..5], &list, &STORY[5..]].concat()), article("b", &own)];
    let found = propose(&[&pages[0], &pages[1]]);
    let texts: Vec<&str> = found.iter().map(|it| it.span.of(&pages[it.article].text)).collect();
    assert_eq!(texts, [list.join("\n\n")]);
}

#[test]
fn a_byline_with_a_date_and_a_count_is_found_on_each_page_by_one_rule() {
    let line = |at: usize| {
        format!("{} | Updated: {}.04.2022 | {} comments", ["Ada Brandt, Lunn", "Jo Holt"][at], at + 3, at + 9)
    };
    let lines = [line(0), line(1)];
    let page = |at: usize| {
        article(["a", "b"][at], &[&[stories()[at][0], stories()[at][1], lines[at].as_str()], &STORY[1..]].concat())
    };
    let pages = [page(0), page(1)];
    let found = propose(&[&pages[0], &pages[1]]);
    let texts: Vec<&str> = found.iter().map(|it| it.span.of(&pages[it.article].text)).collect();
    assert_eq!(texts, lines);
    assert_eq!(found[0].fit, found[1].fit);
    for left in [
        "Lunn 3 | Orvik 1",
        "29 November 2018 | 20 January 2019",
        "The ferry | a wreck of 1912 | Lunn",
        "Norway | 3 | 4 | 5",
    ] {
        assert_eq!(proposed(&[&STORY[..3], &[left], &STORY[3..]].concat()), [], "{left}");
    }
}

#[test]
fn a_telephone_number_is_no_stamp() {
    let stamp = |line: &str| proposed(&[&STORY[..], &[line]].concat()).len();
    assert_eq!(["02-751-1500", "0171 / 555 21 40", "3.4.2022 12:30", "2022-04-03 12:30"].map(stamp), [0, 0, 1, 1]);
}

#[test]
fn a_title_that_other_pages_name_stays() {
    let mut stories = stories();
    for (story, title) in stories.iter_mut().zip([
        "Herring gets cheaper this spring",
        "Orchestra finds its conductor",
        "Eastern bridge closed again",
    ]) {
        story[0] = title;
    }
    let titles: Vec<&str> = stories.iter().map(|story| story[0]).collect();
    let pages: Vec<Article> = stories
        .iter()
        .map(|story| {
            article(story[0], &[&["Home"], &story[..], &["Most read"], &titles[..], &["Harbour office"]].concat())
        })
        .collect();
    let borrowed: Vec<&Article> = pages.iter().collect();
    let found = propose(&borrowed);
    assert!(!found.is_empty());
    for found in found {
        let rules = RuleSet { rules: vec![found.rule("2031-05-03", &RuleSet::default())] };
        for page in &pages {
            assert!(!Sieve::of(&rules).mask(page, &[]).is_hidden(page.paragraphs[1].span), "{found:?}");
        }
    }
}
