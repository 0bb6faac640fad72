//! What a reader expects to be told of who copied whom.

use super::agencies::credit;
use super::stamp::Stamp;
use super::{OriginKind, OriginRelation, Origins, ToldBy, origins};
use crate::article::Article;
use crate::boilerplate::Mask;
use crate::collate::{Cancel, DecidedArticles, SentenceVerdict, Witness};
use crate::text::Span;

const STORM: &str = "The storm tore eleven boats from the quay of Lunn before the harbour crew could reach the outer wall. \
    Two of them were found the next morning on the sands behind the lighthouse, one without its mast. \
    The harbour office put the damage at four hundred thousand crowns and closed the inner basin until the spring tide. \
    Fishermen from the north shore lent nets and ropes to the crews whose boats were lost.";
const CENSUS: &str = "Wardens counted nine hundred seals on the northern banks this week, more than in any year since the count began. \
    The herd has moved closer to the mainland because the channel between the two largest banks has silted up. \
    A trawler captain had warned the office in the winter that nets were being torn by animals no one expected there. \
    The wardens will fly over the banks again before the pups are weaned.";
const SAYING: &str =
    "“We shall rebuild every plank of this quay before the herring comes back to us,” Mayor Orla Tamm said.";

/// An article: outlet, date, text.
fn published(outlet: &str, date: &str, text: &str) -> Article {
    let mut article = Article::of_text(outlet, text);
    article.source = outlet.to_owned();
    article.meta.date = (!date.is_empty()).then(|| date.to_owned());
    article
}

fn found(articles: &[Article]) -> Origins {
    found_with(articles, &[])
}

fn found_with(articles: &[Article], decided: &[DecidedArticles]) -> Origins {
    let mask = Mask::default();
    let witnesses: Vec<Witness<'_>> = articles.iter().map(|article| Witness { article, mask: &mask }).collect();
    origins(&witnesses, decided, &Cancel::default()).expect("not cancelled")
}

fn kinds(found: &Origins) -> Vec<(Vec<usize>, OriginKind)> {
    found.families.iter().map(|family| (family.members.clone(), family.kind.clone())).collect()
}

#[test]
fn the_earliest_is_the_source_where_the_others_share_nothing_that_it_lacks() {
    let later = format!("{STORM} The Courier asked the office for the names of the boats.");
    let third = format!("{STORM} Readers sent pictures of the wall.");
    let told = found(&[
        published("Courier", "2031-04-16", &later),
        published("Post", "2031-04-15", STORM),
        published("Ledger", "2031-04-17", &third),
    ]);
    assert_eq!(kinds(&told), [(vec![0, 1, 2], OriginKind::Outlet(1))]);
    assert_eq!(told.sources, [Some((1, ToldBy::Date)), None, Some((1, ToldBy::Date))]);
    let relation = |articles| told.related.iter().find(|related| related.articles == articles).unwrap().relation;
    assert_eq!((relation((0, 1)), relation((0, 2))), (OriginRelation::OutletCopy, OriginRelation::CommonSource));
}

#[test]
fn a_line_that_says_when_an_article_appeared_is_its_date() {
    let of = |article: &Article| Stamp::of_article(article).map(|(stamp, _)| stamp);
    let day = |lines: &str| of(&Article::of_text("a", &format!("The quay of Lunn\n\n{lines}\n\n{STORM}")));
    for (lines, date) in [
        ("14 March 2026, 09:10", "2026-03-14"),
        ("Saturday 14 March 2026, 11:40", "2026-03-14"),
        ("March 14, 2026", "2026-03-14"),
        ("2026-03-14", "2026-03-14"),
        ("Published 14 March 2026, 15:05", "2026-03-14"),
        ("Updated 15 March 2026 at 18:00 GMT\n\nPublished 14 March 2026", "2026-03-14"),
    ] {
        assert_eq!(day(lines), Stamp::of(date), "{lines}");
    }
    for lines in [
        "The fair of Lunn, 14 March 2026",
        "The boats were lost on 14 March 2026.",
        "March 2026",
        "09:10",
        "12 March 2026\n\nThe wall\n\n13 March 2026\n\nThe tower\n\n14 March 2026",
    ] {
        assert_eq!(day(lines), None, "{lines}");
    }
    let german = "Das ist der Text der Stadt und der Leute, die nicht mehr auf den Fluss dürfen.";
    let dated = Article::of_text("a", &format!("Der Kai\n\nStand: 14.03.2026, 18:05 Uhr\n\n{german}"));
    assert_eq!(of(&dated), Stamp::of("2026-03-14"));
    let mut told = published("a", "2031-04-15", &format!("14 March 2026\n\n{STORM}"));
    assert_eq!(of(&told), Stamp::of("2031-04-15"), "what its metadata say comes first");
    told.meta.date = None;
    assert_eq!(of(&told), Stamp::of("2026-03-14"));
}

#[test]
fn the_earliest_by_a_line_of_its_text_is_the_source() {
    let told = found(&[
        published(
            "Courier",
            "",
            &format!("16 March 2026, 09:10\n\n{STORM} The Courier asked for the names of the boats."),
        ),
        published("Post", "", &format!("15 March 2026, 09:10\n\n{STORM}")),
        published("Ledger", "", &format!("17 March 2026, 09:10\n\n{STORM} Readers sent pictures of the wall.")),
    ]);
    assert_eq!(kinds(&told), [(vec![0, 1, 2], OriginKind::Outlet(1))]);
    assert_eq!(told.sources, [Some((1, ToldBy::Date)), None, Some((1, ToldBy::Date))]);
    assert_eq!(told.dates, [Some(Span::new(0, 20)); 3]);
}

#[test]
fn it_cannot_be_told_which_of_two_has_the_text_of_the_other() {
    for (one, other) in [("", ""), ("2031-04-15", "2031-04-15"), ("2031-04-15", "2031-04-16")] {
        let told = found(&[published("Courier", one, STORM), published("Post", other, &format!("{STORM} {SAYING}"))]);
        assert_eq!(kinds(&told), [(vec![0, 1], OriginKind::Unclear)]);
        assert_eq!((told.sources, told.related[0].relation), (vec![None, None], OriginRelation::Unclear));
    }
}

#[test]
fn what_is_decided_of_two_articles_comes_before_what_they_share() {
    let articles = [
        published("Courier", "", STORM),
        published("Post", "", &format!("{STORM} Readers sent pictures of the wall.")),
        published("Ledger", "", CENSUS),
    ];
    let of = |articles: (usize, usize), verdict: SentenceVerdict, template: bool| DecidedArticles {
        articles,
        verdict,
        template,
    };
    let families = |decided: &[DecidedArticles]| {
        let told = found_with(&articles, decided);
        assert_eq!(told.decided, decided);
        told.families.into_iter().map(|family| family.members).collect::<Vec<_>>()
    };
    assert_eq!(families(&[]), [vec![0, 1], vec![2]]);
    assert_eq!(families(&[of((0, 1), SentenceVerdict::Unsure, false)]), [vec![0, 1], vec![2]]);
    for parted in [of((0, 1), SentenceVerdict::Different, false), of((0, 1), SentenceVerdict::Same, true)] {
        assert_eq!(families(&[parted]), [vec![0], vec![1], vec![2]]);
    }
    assert_eq!(families(&[of((0, 2), SentenceVerdict::Same, false)]), [vec![0, 1, 2]]);
    let both = [of((0, 1), SentenceVerdict::Different, false), of((0, 2), SentenceVerdict::Same, false)];
    assert_eq!(families(&both), [vec![0, 2], vec![1]]);
    let twins = [published("Courier", "", STORM), published("Post", "", STORM)];
    let told = found_with(&twins, &[of((0, 1), SentenceVerdict::Different, false)]);
    assert_eq!(told.families.len(), 1, "the same words stay together");
}

#[test]
fn the_longest_row_of_shared_words_is_the_evidence() {
    let texts = [STORM.to_owned(), format!("{SAYING}\n\n{STORM}")];
    let told = found(&[published("Courier", "", &texts[0]), published("Post", "", &texts[1])]);
    let row = told.related[0].longest.as_ref().expect("a row");
    let words = [(row.spans.0, &texts[0]), (row.spans.1, &texts[1])].map(|(span, text)| span.of(text));
    assert_eq!(words[0], words[1]);
    assert!(row.words >= 10 && words[0].split_whitespace().count() == row.words, "{words:?}");
}

#[test]
fn the_longest_row_is_the_same_words_in_both_where_its_first_words_stand_twice() {
    // What two articles share in pieces, one next to the other in the first only, is no row of both.
    let (head, rest) = STORM.split_at(STORM.find("Two of").unwrap());
    let texts = [
        STORM.to_owned(),
        format!("The storm tore eleven boats from the quay of Brin, too.\n\n{rest}\n\n{CENSUS}\n\n{head}"),
    ];
    let told = found(&[published("Courier", "", &texts[0]), published("Post", "", &texts[1])]);
    let row = told.related[0].longest.as_ref().expect("a row");
    assert_eq!(row.spans.0.of(&texts[0]), row.spans.1.of(&texts[1]));
    assert_eq!(format!("{}.", row.spans.0.of(&texts[0])), rest);
    assert_eq!(row.words, rest.split_whitespace().count());
}

#[test]
fn what_is_quotation_only_is_not_copying() {
    let told = found(&[
        published("Courier", "2031-04-16", &format!("{STORM}\n\n{SAYING}")),
        published("Post", "2031-04-15", &format!("{CENSUS}\n\n{SAYING}")),
    ]);
    assert_eq!(kinds(&told), [(vec![0], OriginKind::Own), (vec![1], OriginKind::Own)]);
    let related = &told.related[0];
    assert_eq!((related.relation, related.words, related.quoted), (OriginRelation::CommonSource, 0, 15));
}

#[test]
fn an_article_with_text_of_one_of_a_family_alone_is_not_called_its_own() {
    let seals = CENSUS.split_once(". A trawler").map_or(CENSUS, |(first, _)| first);
    let own = "The museum of Lunn will lend its oldest chart to the school of the north shore, where the children draw the coast again.";
    let told = found(&[
        published("A", "", &format!("{STORM} {seals}.")),
        published("B", "", STORM),
        published("C", "", STORM.trim_end_matches(" whose boats were lost.")),
        published("D", "", &format!("{seals}. {own}")),
    ]);
    let of = |kind: OriginKind| {
        told.families.iter().filter(|family| family.kind == kind).map(|it| it.members.clone()).collect::<Vec<_>>()
    };
    assert_eq!((of(OriginKind::Partly), of(OriginKind::Own)), (vec![vec![3]], vec![]), "{:?}", told.families);
}

#[test]
fn articles_that_share_nothing_are_independent() {
    let told = found(&[published("Courier", "", STORM), published("Post", "", CENSUS)]);
    assert_eq!(kinds(&told), [(vec![0], OriginKind::Own), (vec![1], OriginKind::Own)]);
    assert_eq!(told.related, []);
}

#[test]
fn a_credit_leads_to_the_agencys_own_article_whatever_the_dates() {
    let told = found(&[
        published("Courier", "", &format!("LUNN (AP) — {STORM}")),
        published("apnews.com", "2031-04-15", STORM),
        published("Post", "2031-04-15", &format!("{STORM}\n\nThe Associated Press contributed to this report.")),
    ]);
    assert_eq!(kinds(&told), [(vec![0, 1, 2], OriginKind::Agency("AP".into()))]);
    assert_eq!(told.sources, [Some((1, ToldBy::Credit)), None, Some((1, ToldBy::Credit))]);
}

#[test]
fn who_credit_an_agency_that_no_table_has_are_its_copies() {
    let told = found(&[
        published(
            "Courier",
            "",
            &format!("HALVERN (Northwire) — {STORM} The Courier asked for the names of the boats."),
        ),
        published("Post", "", &format!("(Northwire) - {STORM}")),
        published("Ledger", "", CENSUS),
    ]);
    let agency = OriginKind::Agency("Northwire".into());
    assert_eq!(kinds(&told), [(vec![0, 1], agency), (vec![2], OriginKind::Own)]);
}

#[test]
fn two_that_credit_one_agency_have_not_copied_each_other() {
    let told = found(&[
        published("Courier", "2031-04-15", &format!("LUNN (Reuters) - {STORM}")),
        published("Post", "2031-04-17", &format!("LUNN (Reuters) - {STORM} The Post adds a line of its own here.")),
    ]);
    assert_eq!(kinds(&told), [(vec![0, 1], OriginKind::Agency("Reuters".into()))]);
    assert_eq!((told.sources, told.related[0].relation), (vec![None, None], OriginRelation::AgencyCopy));
}

#[test]
fn who_has_all_that_the_others_share_is_their_source() {
    let sentences: Vec<&str> = STORM.split_inclusive(". ").chain(CENSUS.split_inclusive(". ")).collect();
    let without = |left_out: &[usize], own: &str| {
        let kept = sentences.iter().enumerate().filter(|(at, _)| !left_out.contains(at));
        format!("{} {own}", kept.map(|(_, sentence)| sentence.trim()).collect::<Vec<_>>().join(" "))
    };
    let mut articles = vec![
        published("Courier", "", &without(&[1, 6], "The Courier could not reach the owner of the red cutter.")),
        published("Post", "", &without(&[], "")),
        published("Ledger", "", &without(&[2, 4], "Readers sent pictures of the broken wall to the Ledger.")),
        published("Blatt", "", &without(&[0, 7], "A vigil is planned at the chapel on the hill.")),
    ];
    let told = found(&articles);
    assert_eq!(kinds(&told), [(vec![0, 1, 2, 3], OriginKind::Outlet(1))]);
    assert_eq!(told.sources[0], Some((1, ToldBy::Additions)));
    articles.remove(1);
    let told = found(&articles);
    assert_eq!(kinds(&told), [(vec![0, 1, 2], OriginKind::Elsewhere)], "the source is not among them");
}

#[test]
fn who_took_from_two_does_not_make_them_one() {
    let told = found(&[
        published("Post", "", STORM),
        published("Ledger", "", CENSUS),
        published("Digest", "", &format!("{STORM}\n\n{}", CENSUS.split_once(". ").map_or("", |(_, rest)| rest))),
    ]);
    assert_eq!(told.families.len(), 2, "{:?}", told.families);
    assert_ne!(told.family[0], told.family[1]);
    assert!(
        told.related.iter().any(|related| related.articles == (1, 2) && related.relation == OriginRelation::Unclear)
    );
}

#[test]
fn the_order_of_the_articles_changes_nothing_but_numbers() {
    let articles = [
        published("Courier", "2031-04-16", &format!("{STORM} The Courier asked for the names.")),
        published("Post", "2031-04-15", STORM),
        published("Ledger", "2031-04-15", CENSUS),
        published("Digest", "2031-04-18", &format!("{STORM} {SAYING}")),
    ];
    let turned: Vec<Article> = articles.iter().rev().cloned().collect();
    let (one, other) = (found(&articles), found(&turned));
    let back = |at: usize| articles.len() - 1 - at;
    let sources: Vec<_> = (0..4).map(|at| other.sources[back(at)].map(|(from, by)| (back(from), by))).collect();
    assert_eq!(one.sources, sources);
    assert_eq!(one.families.len(), other.families.len());
}

#[test]
fn copies_word_for_word_are_one_family() {
    let told = found(&[published("a", "", STORM), published("b", "", STORM), published("c", "", STORM)]);
    assert_eq!(kinds(&told), [(vec![0, 1, 2], OriginKind::Unclear)]);
    let days = ["2031-04-16", "2031-04-15", "2031-04-17"];
    let told = found(&days.map(|day| published(day, day, STORM)));
    assert_eq!(told.sources[0], Some((1, ToldBy::Date)));
}

#[test]
fn a_picture_or_a_quoted_agency_is_no_credit() {
    let agency = |text: &str| credit(&Article::of_text("Post", text)).map(|credit| credit.agency.into_owned());
    for (text, told) in [
        ("LUNN (AP) — The storm tore boats from the quay.", Some("AP")),
        ("BERLIN, 3. Mai (dpa/lno) - Der Sturm riss Boote los.", Some("dpa")),
        ("By Jane Doe, Associated Press\n\nThe storm tore boats from the quay.", Some("AP")),
        (
            "The storm tore boats.\n\nA.\n\nB.\n\nC.\n\nD.\n\nE.\n\nF.\n\nG.\n\nH.\n\nReuters contributed to this report.",
            Some("Reuters"),
        ),
        ("The storm tore boats from the quay.\n\n(AFP)", Some("AFP")),
        ("A boat at the quay. (AP Photo/Jane Doe)\n\nThe storm tore boats.", None),
        ("The storm tore boats.\n\nThe quay in May. Picture: PA", None),
        ("The keeper told The Associated Press that the boats were old.", None),
        ("The storm tore boats.\n\nThe crowd at the quay (Xinhua via AP)\n\nMore followed.", None),
        ("The PAPER said so. By the sea.", None),
        // One that no table has.
        ("HALVERN (Northwire) — The storm tore boats from the quay.", Some("Northwire")),
        ("HALVERN, 3. MAI (Northwire/abc) – Der Sturm riss Boote los.", Some("Northwire")),
        ("The quay\n\n(Northwire) - The storm tore boats from the quay.", Some("Northwire")),
        ("KELLOW, March 14 (Northwire) - Engineers closed the road.", Some("Northwire")),
        ("Almorada, 3 de junio de 2026 (Nortepress) - Un incendio destruyó el mercado.", Some("Nortepress")),
        ("Almorada (Nortepress).- Un incendio destruyó el mercado.", Some("Nortepress")),
        ("The road is shut. BY NIGHT (Northwire) - it is not.", None),
        ("Ada Lindt (Greens) – the mayor – came to the quay.", None),
        ("HALVERN (Update) — The storm tore boats from the quay.", None),
        ("(Photo) - The storm tore boats from the quay.", None),
        ("HALVERN (in the north) — The storm tore boats from the quay.", None),
        ("HALVERN (Northwire) The storm tore boats from the quay.", None),
        ("HALVERN (1931) — The storm tore boats from the quay.", None),
    ] {
        assert_eq!(agency(text).as_deref(), told, "{text}");
    }
    let article = Article::of_text("Post", "LUNN (AP) — The storm tore boats from the quay.");
    let place = credit(&article).and_then(|credit| credit.span).expect("a credit in the text");
    assert_eq!(place.of(&article.text), "AP");
    let article = Article::of_text("a", "HALVERN (Northwire) — The storm tore boats from the quay.");
    let place = credit(&article).and_then(|credit| credit.span).expect("a credit in the text");
    assert_eq!(place.of(&article.text), "Northwire");
    let own = published("Northwire", "", &article.text);
    assert_eq!(credit(&own), None, "an outlet that names itself credits nobody");
}

#[test]
fn stamps_are_compared_by_the_minute_only_where_both_say_it() {
    let stamp = |text: &str| Stamp::of(text).expect(text);
    let before = |a: &str, b: &str| stamp(a).is_before(stamp(b));
    assert!(before("2031-04-15T08:20Z", "2031-04-15T08:21Z"));
    assert!(before("2031-04-15T09:30:00+02:00", "2031-04-15T08:00:00Z"), "half past nine there is half past seven");
    assert!(!before("2031-04-15T08:20", "2031-04-15T09:20"), "no zone");
    assert!(!before("2031-04-15", "2031-04-15T09:20Z"));
    assert!(before("2031-02-28", "2031-03-01"));
    assert!(before("1999-12-31T23:59:59.500Z", "2000-01-01T00:00:00Z"));
    for odd in ["", "May 3", "2031-13-01", "2031/04/15", "2031-04", "20310415"] {
        assert_eq!(Stamp::of(odd), None, "{odd}");
    }
}

#[test]
fn an_article_that_shares_most_of_its_few_words_is_not_said_to_have_its_own_text() {
    let ferry = "The ferry to Lunn is back after eleven days in the yard and leaves at ten every morning again";
    let texts = [
        format!("{ferry}."),
        format!("{ferry}, the office said on Friday."),
        format!(
            "{ferry}, as the harbour office of Lunn told the paper, but nobody there knew for how long it would be so this time."
        ),
        STORM.to_owned(),
    ];
    let told = |at: &[usize]| {
        let articles: Vec<Article> =
            at.iter().map(|at| published(["A", "B", "C", "D"][*at], "", &texts[*at])).collect();
        kinds(&found(&articles)).into_iter().map(|(_, kind)| kind).collect::<Vec<_>>()
    };
    assert_eq!(told(&[0, 1]), [OriginKind::Brief, OriginKind::Brief], "19 words and 24");
    assert_eq!(told(&[0, 3]), [OriginKind::Brief, OriginKind::Own]);
    assert_eq!(told(&[1, 3]), [OriginKind::Own, OriginKind::Own], "nothing like it is open");
    let long = format!("{} {STORM} {STORM}", texts[0]);
    let kinds = kinds(&found(&[published("A", "", &texts[0]), published("B", "", &long)]));
    assert_eq!(kinds[1].1, OriginKind::Own, "a small part of it is shared");
    let mended =
        "Bread has cost three coins in Lunn since the mill burned down in May, and the council will talk on Monday.";
    let other = "Bread has cost three coins in Lunn since the mill burned down, which made bakers angry, wrote their guild yesterday night.";
    let told = found(&[published("A", "", mended), published("B", "", other)]);
    assert!(told.families.iter().all(|family| family.kind == OriginKind::Brief), "twelve words of some twenty each");
}

#[test]
fn of_few_words_no_origin_is_told_and_a_short_copy_with_edits_is_one() {
    let brief = "The ferry to Lunn is back after eleven days in the yard.";
    let told = found(&[published("A", "", brief), published("B", "", STORM)]);
    assert_eq!(kinds(&told), [(vec![0], OriginKind::Brief), (vec![1], OriginKind::Own)]);
    let copies = [
        "A storm tore eleven boats from the quay of Lunn before the crew could reach the outer wall, the harbour office said on Friday, \
         and two of them were found the next morning on the sands.",
        "The storm tore eleven boats from the pier of Lunn before the crew could reach the sea wall, the harbour office said on Saturday, \
         and two of them were found next morning on the sands.",
    ];
    let told = found(&copies.map(|text| published("", "", text)));
    assert_eq!(told.families.len(), 1, "{:?}", told.families);
    let apart = [
        "Eleven boats were lost when a storm hit Lunn before the harbour crew could reach the outer wall, according to the office, and the \
         inner basin will stay shut until spring for repairs to it.",
        copies[1],
    ];
    let told = found(&apart.map(|text| published("", "", text)));
    assert_eq!(told.families.len(), 2, "{:?}", told.related);
}

#[test]
fn a_byline_that_stands_alone_behind_the_text_is_a_credit_and_one_of_several_is_none() {
    let lists: Vec<String> =
        (0..12).map(|at| format!("More on the harbour, part {at}: what the crews of the north shore say")).collect();
    let text = |lines: &str| {
        let story: Vec<String> = (0..9).map(|at| format!("{STORM} It is day {at}.")).collect();
        format!("{}\n\n{lines}\n\n{}", story.join("\n\n"), lists.join("\n\n"))
    };
    let credited = |lines: &str| credit(&Article::of_text("a", &text(lines))).map(|found| found.agency);
    assert!(credited("By Press Association").is_some());
    assert_eq!(credited("By Press Association\n\nBy Reuters"), None);
    assert_eq!(credited("By Press Association readers"), None);
}
