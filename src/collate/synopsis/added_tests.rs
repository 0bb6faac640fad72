//! What one of many adds inside a statement that others make too.

use super::synopsis_tests::Told;
use crate::collate::set::story;

const LAKE: &str = "The board will lower the lake of Halvern by five metres before Sunday";
const HALLS: &str = "and the county has opened two school halls as shelters";
const PEARS: &str = "Orchard owners near Lesk expect the smallest harvest of winter pears in forty years.";
const DAM: &str =
    "Engineers closed the road over the dam of Kellow on Friday after divers found a long crack in its wall.";
const SHARES: &str = "Shares in Fenmark Insurance fell 6 percent";

/// What of each article is reported as unmatched in all others, and which of that is an addition.
fn alone(told: &Told) -> Vec<Vec<(&str, bool)>> {
    let found = told.synopsis();
    let of = |at: usize| {
        let words = |passage: &crate::collate::Passage| passage.span.of(&told.articles[at].text);
        found.only_in(at).0.into_iter().map(|it| (words(it), found.is_addition(at, it))).collect()
    };
    (0..told.articles.len()).map(of).collect()
}

#[test]
fn a_clause_that_one_adds_to_what_all_tell_is_listed_for_it_alone() {
    let told = Told::of(&[
        format!("{LAKE}.\n\n{DAM}"),
        format!("{LAKE}, {HALLS}.\n\n{DAM}\n\n{PEARS}"),
        format!("{SHARES} on Friday after a crack was found in the Kellow dam.\n\n{LAKE}."),
    ]);
    assert_eq!(alone(&told), [vec![], vec![(HALLS, true), (PEARS, false)], vec![(SHARES, true)]]);
}

#[test]
fn a_clause_that_two_add_or_another_tells_elsewhere_is_listed_for_none() {
    let plain = format!("{LAKE}.\n\n{DAM}");
    for other in [
        format!("{LAKE}, {HALLS}."),
        format!("{HALLS}.").replacen("and t", "T", 1),
        "Shelters were opened by the county in the halls of two schools.".to_owned(),
    ] {
        let told = Told::of(&[format!("{LAKE}, {HALLS}.\n\n{DAM}"), plain.clone(), format!("{other}\n\n{DAM}")]);
        assert!(alone(&told)[0].is_empty(), "{other}: {:?}", alone(&told));
    }
}

/// In invented stories a clause is put into a sentence of one article.
#[test]
fn in_a_story_a_planted_clause_is_told_of_its_article_and_of_no_other() {
    let planted = "and goats had eaten seventeen velvet curtains";
    let (mut sought, mut found) = (0, 0);
    for seed in 0..3 {
        let plain: Vec<String> = story::story(seed).iter().map(|told| story::set(told)).collect();
        let before = alone(&Told::of(&plain)).iter().map(Vec::len).sum::<usize>();
        for at in 0..plain.len().min(3) {
            let Some(end) = plain[at].find(". ").or_else(|| plain[at].find(".\n")) else { continue };
            let mut texts = plain.clone();
            texts[at].insert_str(end, &format!(", {planted}"));
            let told = Told::of(&texts);
            let all = alone(&told);
            let has = |of: &Vec<(&str, bool)>| of.iter().any(|(words, _)| words.contains("velvet"));
            assert!(all.iter().enumerate().all(|(of, told)| of == at || !has(told)), "seed {seed}: {all:?}");
            sought += 1;
            found += usize::from(has(&all[at]));
            texts[(at + 1) % plain.len()].push_str("\n\nSeventeen velvet curtains had been eaten by goats.");
            let told = Told::of(&texts);
            let all = alone(&told);
            assert!(!all.iter().any(|told| told.iter().any(|(words, added)| *added && words.contains("velvet"))));
        }
        assert!(before > 0, "seed {seed}: somebody alone tells something");
    }
    // With six stories 14 of 18 in November 2026, and none of a wrong article.
    assert!(found * 10 >= sought * 7, "{found} of {sought}");
}
