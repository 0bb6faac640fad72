//! The rows of what is found in the whole story: differences (numbers, dates, names), quotations, and origins.

use std::sync::Arc;

use super::list_row::{Goal, ListRow, on_one_line};
use super::story::Story;
use crate::article::Article;
use crate::collate::{Class, Discord, DiscordVersion, Origins, QuoteFate, QuoteTaker, Quoted, Related};
use crate::page::spoken;
use crate::report::{
    LONGEST_VERSION, OriginsShown, VersionWords, called, is_longest, is_shared, relation, speaker, version_words,
};
use crate::text::{Pair, Span};

/// The most articles that are named after what they say.
const NAMED: usize = 8;

/// A row for each version of a figure that differs from what the statement's first article says.
pub(in crate::app) fn figure_rows(articles: &[Arc<Article>], story: &Story) -> Vec<ListRow> {
    let told = |discord: &Discord| {
        let Some((first, others)) = discord.versions.split_first() else { return Vec::new() };
        let row = |other: &DiscordVersion| figure_row(articles, discord, first, other);
        others.iter().filter_map(row).collect::<Vec<ListRow>>()
    };
    story.synopsis.discords.iter().flat_map(told).collect()
}

fn figure_row(
    articles: &[Arc<Article>],
    discord: &Discord,
    first: &DiscordVersion,
    other: &DiscordVersion,
) -> Option<ListRow> {
    let here = *first.by.first()?;
    let there = *other.by.first()?;
    let article = articles.get(there.place.article)?;
    let whole = article.sentences.get(there.place.sentence)?.span;
    let words = on_one_line(whole.of(&article.text));
    let said = on_one_line(there.span.of(&article.text));
    let lit = words.find(&said).map(|at| Span::new(at, at + said.len()));
    Some(ListRow {
        place: format!("{} {} {}", there.place.article + 1, spoken(article), article.placed(whole.start())),
        words,
        lit: lit.into_iter().collect(),
        why: format!("{}: {} · {}", discord.kind.name(), version(articles, first), version(articles, other)),
        goal: Goal::Both(Pair::new((here.place.article, here.span.start()), (there.place.article, there.span.start()))),
        ..ListRow::default()
    })
}

/// What is said, and by whom, each in its own words.
fn version(articles: &[Arc<Article>], version: &DiscordVersion) -> String {
    let known: Vec<&Article> = articles.iter().map(|article| &**article).collect();
    let told = |it: &VersionWords| {
        let mut by: Vec<usize> = it.places.iter().map(|place| place.article + 1).collect();
        by.dedup();
        let more = by.len().saturating_sub(NAMED);
        let mut numbers: Vec<String> = by.iter().take(NAMED).map(usize::to_string).collect();
        numbers.extend((more > 0).then(|| format!("and {more} more")));
        format!("“{}” in {}", on_one_line(&it.words), numbers.join(", "))
    };
    version_words(&known, version).iter().map(told).collect::<Vec<String>>().join("; ")
}

/// A row for each quotation, grouped by what was said; those in several articles come first.
pub(in crate::app) fn quotation_rows(articles: &[Arc<Article>], story: &Story) -> Vec<ListRow> {
    let known: Vec<&Article> = articles.iter().map(|article| &**article).collect();
    let (shared, single): (Vec<&Quoted>, Vec<&Quoted>) = story.quotations.iter().partition(|saying| is_shared(saying));
    let of = |saying: &Quoted| {
        let fullest = saying.takers.get(saying.fullest).into_iter();
        let others = saying.takers.iter().enumerate().filter(|(at, _)| *at != saying.fullest).map(|(_, taker)| taker);
        let alone = !is_shared(saying);
        let rows = fullest.map(|taker| (taker, true)).chain(others.map(|taker| (taker, false)));
        rows.filter_map(|(taker, fullest)| {
            let how = match taker.fate {
                _ if alone => "found in one article",
                _ if is_longest(saying, taker) => LONGEST_VERSION,
                fate => fate.name(),
            };
            quotation_row(&known, taker, how, alone || fullest)
        })
        .collect::<Vec<_>>()
    };
    shared.into_iter().chain(single).flat_map(of).collect()
}

fn quotation_row(articles: &[&Article], taker: &QuoteTaker, how: &str, first: bool) -> Option<ListRow> {
    let article = articles.get(taker.article)?;
    let span = taker.quotation.span;
    let credited =
        speaker(articles, taker).map_or("speaker not named".to_owned(), |name| format!("credited to “{name}”"));
    let class = match taker.fate {
        _ if first => None,
        QuoteFate::Same => Some(Class::Verbatim),
        _ => Some(Class::Edited),
    };
    Some(ListRow {
        class,
        place: format!("{} {} {}", taker.article + 1, spoken(article), article.placed(span.start())),
        words: on_one_line(span.of(&article.text)),
        why: format!("{how} · {credited}"),
        goal: Goal::There(taker.article, span.start()),
        ..ListRow::default()
    })
}

/// A row for each article, by origin, then one for each pair that shares wording.
pub(in crate::app) fn origin_rows(articles: &[Arc<Article>], origins: &Origins) -> Vec<ListRow> {
    let known: Vec<&Article> = articles.iter().map(|article| &**article).collect();
    let shown = OriginsShown { articles: &known, origins };
    let mut rows = Vec::new();
    for (number, family) in shown.families() {
        let number = number.map_or(String::new(), |number| format!("origin {number}: "));
        for &member in &family.members {
            let Some(article) = articles.get(member) else { continue };
            let said = shown.member(family, member);
            rows.push(ListRow {
                place: format!("{} {}", member + 1, spoken(article)),
                words: said,
                why: format!("{number}{}", called(&known, family)),
                goal: Goal::There(member, 0),
                ..ListRow::default()
            });
        }
    }
    rows.extend(origins.related.iter().map(|related| related_row(&shown, related)));
    rows
}

fn related_row(shown: &OriginsShown<'_>, related: &Related) -> ListRow {
    let (one, other) = related.articles;
    let row = shown.longest(related).map_or(String::new(), |(row, (here, there))| format!("¶{here}, ¶{there}: {row}"));
    let (here, there) = related.longest.map_or((0, 0), |row| (row.spans.0.start(), row.spans.1.start()));
    ListRow {
        place: format!("{} and {}", one + 1, other + 1),
        words: on_one_line(&row),
        why: format!("{}: {}", relation(related), shown.shared(related)),
        goal: Goal::Both(Pair::new((one, here), (other, there))),
        ..ListRow::default()
    }
}
