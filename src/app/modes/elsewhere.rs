//! Lists a passage or sentence as other articles have it.

use super::against::{Against, against, on_one_line_lit};
use super::article_words::{ArticleWords, class_of, witness};
use super::listing::Listing;
use super::mode::Mode;
use super::turn::Turn;
use crate::app::desk::at_cursor::{found_here, match_here, sentence_here};
use crate::app::desk::collating::MOST_GATHERED;
use crate::app::desk::desk::Desk;
use crate::app::desk::narrate::narrate;
use crate::app::desk::place::members;
use crate::app::desk::status::STILL_READING;
use crate::page::spoken;
use std::cmp::Reverse;
use std::ops::Range;
use std::sync::Arc;

use crate::app::jobs::Effect;
use crate::app::jobs::Goal;
use crate::app::jobs::ListRow;
use crate::app::jobs::Listed;
use crate::app::jobs::Rows;
use crate::app::jobs::Traced;
use crate::app::jobs::Tracing;
use crate::article::Article;
use crate::collate::{Class, Member, Place, Trace, Worded, Wording, at_odds, differing, same_words, worded};
use crate::facts::{ChangeKind, FactFinder};
use crate::text::{Pair, Span, visible};

/// The most characters of a passage that a message quotes.
const QUOTED: usize = 40;

/// Searches for the passage at the cursor in all articles: the shared text there, else the sentence.
pub(in crate::app) fn trace(desk: &mut Desk) {
    let Some(tokens) = passage_here(desk) else {
        desk.warn("No words here to look for");
        return;
    };
    let ticket = desk.next_ticket();
    desk.finding.tracing.ask(ticket);
    let (article, articles) = (desk.focused().article, desk.library.articles.clone());
    desk.ask(Effect::Trace(Tracing { ticket, article, tokens, articles }));
}

/// The words of the passage at the cursor, as indexes into the article's tokens; `None` if there are no words.
pub(in crate::app) fn passage_here(desk: &Desk) -> Option<Range<usize>> {
    let pane = desk.focused();
    let shared = found_here(desk).map(|found| found.passages[desk.row.focus].tokens.clone());
    let sentence = || Some(pane.open_article().sentences.get(sentence_here(desk).sentence)?.tokens.clone());
    shared.or_else(sentence).filter(|tokens| !tokens.is_empty())
}

/// Lists where else the passage is, or says that it is nowhere else.
pub(in crate::app) fn list_traces(desk: &mut Desk, traced: Traced) -> Turn {
    let here = ArticleWords { article: traced.article, words: traced.tokens };
    if traced.traces.is_empty() {
        let quoted = quoted(&row_at(desk, &here, &here).words);
        let others = desk.library.articles.len() - 1;
        desk.say(match others {
            _ if !desk.has_pair() => "No other article is open".to_owned(),
            1 => format!("{quoted} is not in the other article"),
            others => format!("{quoted} is in none of the {others} other articles"),
        });
        return Turn::Stay;
    }
    let found = traced.traces.into_iter().map(|trace| {
        let Trace { article, tokens, percent } = trace;
        let there = ArticleWords { article, words: tokens };
        let mut row = row_at(desk, &here, &there);
        row.class = percent.map_or(Some(Class::Verbatim), |_| class_of(desk, &here, &there));
        let similar =
            |percent| if percent < 100 { format!("{percent} % similar") } else { "nearly word for word".to_owned() };
        row.why = percent.map_or("word for word".to_owned(), similar);
        row
    });
    let rows = std::iter::once(row_here(desk, &here)).chain(found).collect();
    Turn::Open(Mode::Listing(Box::new(Listing::of(Listed::Elsewhere, Rows::made(rows), 1))))
}

/// Lists the sentence at the cursor as each article has it. Uses the synopsis, so that both agree.
pub(in crate::app) fn apparatus(desk: &mut Desk) -> Turn {
    if desk.synopsis().is_some() && desk.narrating.found.settled().is_some() {
        return list_readings(desk);
    }
    match desk.library.articles.len() {
        _ if desk.library.is_reading() => desk.warn(STILL_READING),
        _ if !desk.has_pair() => desk.warn("Only one article is open; nothing to compare it with"),
        more if more > MOST_GATHERED => {
            desk.warn(format!("Too many articles are open for this: more than {MOST_GATHERED}"));
        }
        _ => {
            desk.narrating.wanted = Some(Listed::Readings);
            desk.say("Searching all articles …");
            narrate(desk);
        }
    }
    Turn::Stay
}

/// Lists the versions of the sentence at the cursor.
pub(in crate::app) fn list_readings(desk: &mut Desk) -> Turn {
    let pane = desk.focused();
    if match_here(desk).is_none() && pane.page.mask().at(pane.cursor).is_some() {
        desk.warn("Hidden text is not compared");
        return Turn::Stay;
    }
    let place = sentence_here(desk);
    let Some(members) = members(desk, place) else { return Turn::Stay };
    let matched = matched_beside(desk).filter(|beside| members.iter().all(|member| member.place != *beside));
    let Some(here) = ArticleWords::of(desk, place).filter(|_| !members.is_empty() || matched.is_some()) else {
        desk.say("No match for this sentence in any other article");
        return Turn::Stay;
    };
    let (same, others): (Vec<Member>, Vec<Member>) =
        members.into_iter().partition(|member| member.place.article == place.article);
    let listed: Vec<Place> = others.iter().chain(&same).map(|member| member.place).collect();
    let others = others.into_iter().filter_map(|member| row_of_member(desk, place, member, &listed));
    let same = same.into_iter().filter_map(|member| row_of_member(desk, place, member, &listed));
    // A match in the panes is never left out; if it counts as another statement, the row says so.
    let beside = matched.and_then(|beside| {
        let row = row_of_member(desk, place, Member { place: beside, wording: Wording::Clause }, &listed)?;
        Some(ListRow { why: "matched here; another statement in the synopsis".to_owned(), ..row })
    });
    let rows = std::iter::once(row_here(desk, &here)).chain(others).chain(beside).chain(same).collect();
    Turn::Open(Mode::Listing(Box::new(Listing::of(Listed::Readings, Rows::made(rows), 1))))
}

/// The sentence in the other pane that the match at the cursor has.
fn matched_beside(desk: &Desk) -> Option<Place> {
    let found = found_here(desk)?;
    let other = desk.row.focus.other();
    let (article, tokens) = (desk.row[other].open_article(), &found.passages[other].tokens);
    let words = |at: usize| {
        let own = article.sentences.get(at).map_or(0..0, |sentence| sentence.tokens.clone());
        own.end.min(tokens.end).saturating_sub(own.start.max(tokens.start))
    };
    let first = article.sentence_at(found.passages[other].span.start());
    let fullest = (first..article.sentences.len()).take_while(|at| words(*at) > 0);
    Some(Place { article: desk.row[other].article, sentence: fullest.max_by_key(|at| (words(*at), Reverse(*at)))? })
}

/// The row for a sentence that has the statement; `listed` are all sentences that have it.
fn row_of_member(desk: &Desk, here: Place, member: Member, listed: &[Place]) -> Option<ListRow> {
    let there = member.place;
    let witnesses = Pair::new(witness(desk, here.article)?, witness(desk, there.article)?);
    let words = Pair::new(ArticleWords::of(desk, here)?.words, ArticleWords::of(desk, there)?.words);
    let found = worded(witnesses, words.clone());
    let class = desk.synopsis().map_or(found.class, |synopsis| synopsis.class(here, there, found.class));
    let found = Worded { class, ..found };
    let finders = Pair::new((here, witnesses.left), (there, witnesses.right))
        .map(|(place, witness)| FactFinder::near(witness.article, place.sentence));
    let odds = at_odds(witnesses, finders.as_ref(), words.clone());
    let named: Vec<&str> = odds.each().map(ChangeKind::name).collect();
    let exact = same_words(witnesses, &words);
    // A part of a third wording is no part of this one if it has the same words; nor does what denies it hold all of it.
    let denied = odds.has(ChangeKind::Negation);
    let wording = match member.wording {
        Wording::Part | Wording::Whole if found.is_nearly_all() || denied => Wording::Edited,
        wording => wording,
    };
    let (class, why) = match wording {
        _ if exact => (Class::Verbatim, "word for word".to_owned()),
        _ if found.class == Class::Verbatim => (Class::Verbatim, "another spelling".to_owned()),
        Wording::Exact | Wording::Edited if named.is_empty() => (found.class, found.class.name().to_owned()),
        Wording::Exact | Wording::Edited => {
            (found.class, format!("{}; differs in: {}", found.class.name(), named.join(", ")))
        }
        Wording::Part => (found.class.max(Class::Edited), "part of it".to_owned()),
        Wording::Whole => (found.class.max(Class::Edited), "all of it and more".to_owned()),
        Wording::Clause if found.class == Class::Reworded => {
            (Class::Reworded, "may share part of it, in other words".to_owned())
        }
        Wording::Clause => (Class::Edited, "shares part of it".to_owned()),
    };
    let articles = witnesses.map(|witness| witness.article);
    let spans =
        Pair::from_fn(|side| articles[side].tokens.get(words[side].start).map_or(Span::default(), |it| it.span));
    let why = match desk.library.rulings.decider(articles, spans) {
        None => why,
        Some("") => format!("{why}; decided"),
        Some(who) => format!("{why}; decided by {}", visible(who)),
    };
    let here = ArticleWords { article: here.article, words: words.left };
    let row = row_at(desk, &here, &ArticleWords { article: there.article, words: words.right });
    let also = listed.iter().filter(|place| place.article == there.article).map(|place| place.sentence).collect();
    let (words, lit) = against(articles, Against { sentence: there.sentence, also }, &found);
    Some(ListRow { class: Some(class), why, words, lit, ..row })
}

fn row_here(desk: &Desk, here: &ArticleWords) -> ListRow {
    ListRow { why: "here".to_owned(), ..row_at(desk, here, here) }
}

/// The row for words of an article; those that differ from `here` are highlighted.
fn row_at(desk: &Desk, here: &ArticleWords, there: &ArticleWords) -> ListRow {
    let tokens = |of: &ArticleWords| {
        desk.library.articles.get(of.article).and_then(|open| open.tokens.get(of.words.clone())).unwrap_or_default()
    };
    let Some(open) = desk.library.articles.get(there.article).cloned() else { return ListRow::default() };
    let span = span_of(&open, &there.words);
    let other = tokens(there);
    let lit: Vec<Span> =
        differing(tokens(here), other).into_iter().filter_map(|at| Some(other.get(at)?.span)).collect();
    let (words, lit) = on_one_line_lit(&open, span, &lit);
    let place = format!("{} {} ¶{}", there.article + 1, spoken(&open), open.paragraph_id_at(span.start()).0 + 1);
    ListRow { place, words, lit, goal: Goal::Place(there.article, span.start()), ..ListRow::default() }
}

/// The beginning of a passage in quotes.
fn quoted(words: &str) -> String {
    match words.char_indices().nth(QUOTED) {
        Some((end, _)) => format!("“{}…”", words.get(..end).unwrap_or_default().trim_end()),
        None => format!("“{}”", words.trim_end_matches(['.', ',', ';'])),
    }
}

/// The span of some words: a whole sentence with its punctuation.
fn span_of(article: &Arc<Article>, words: &Range<usize>) -> Span {
    let known = article.tokens.get(words.clone()).unwrap_or_default();
    let (Some(first), Some(last)) = (known.first(), known.last()) else { return Span::default() };
    let sentence = article.sentences.get(article.sentence_at(first.span.start()));
    let whole = sentence.filter(|sentence| sentence.tokens == *words).map(|sentence| sentence.span);
    whole.unwrap_or(first.span.join(last.span))
}
