//! Searches for words in all articles: hits are highlighted in both panes and stepped through until the search ends.

use super::desk::Desk;
use super::diff_search::{go_to_first_hit_in_diff, step_hits_in_diff};
use super::finding::Search;
use super::leaving::leave;
use super::lighting::go_to_place;
use super::panes::shown_panes;
use super::panes::sit;

use crate::app::jobs::Effect;
use crate::app::jobs::Hits;
use crate::app::jobs::Lookup;
use crate::app::jobs::Quest;
use crate::app::keys::Action;
use crate::app::layout::PaneIx;
use crate::page::{Folding, spoken};
use crate::text::Span;

/// Searches for the text being typed, if it changed.
pub(in crate::app) fn look_for_typed(desk: &mut Desk, typed: &str) {
    let known = desk.finding.search.as_ref().map_or("", |search| search.query.as_str());
    if typed != known {
        look_for(desk, typed.to_owned());
    }
}

fn look_for(desk: &mut Desk, query: String) {
    if query.is_empty() {
        desk.finding.search = None;
        return;
    }
    let (ticket, articles) = (desk.next_ticket(), desk.library.articles.clone());
    let of = articles.iter().map(|article| article.id).collect();
    desk.finding.search =
        Some(Search { query: query.clone(), hits: Lookup::awaiting(ticket), of, now: None, goes: false });
    desk.ask(Effect::Search(Quest { ticket, query, articles }));
}

/// Repeats the search in articles that replaced others.
pub(in crate::app) fn look_again(desk: &mut Desk) {
    let query = desk.finding.search.as_ref().map(|search| search.query.clone());
    if let Some(query) = query {
        look_for(desk, query);
    }
}

/// Goes to the first hit of what was typed, as soon as it is known; if nothing was typed, of the last search.
pub(in crate::app) fn searched(desk: &mut Desk, said: &str) {
    let last = desk.finding.searches.last().cloned().unwrap_or_default();
    let query = if said.is_empty() { last } else { said.to_owned() };
    if query.is_empty() {
        return desk.say("Nothing to search for");
    }
    match &desk.finding.search {
        Some(search) if search.query == query => {}
        _ => look_for(desk, query),
    }
    if let Some(search) = &mut desk.finding.search {
        search.goes = true;
    }
    go_to_first_hit(desk);
}

/// Takes in the hits, unless the search has changed.
pub(in crate::app) fn take_hits(desk: &mut Desk, found: Hits) {
    if desk.finding.search.as_mut().is_some_and(|search| search.hits.take(found.ticket, found.hits)) {
        go_to_first_hit(desk);
    }
}

/// Goes to the first hit at or after the cursor, if the reader waits for that and the hits are known.
fn go_to_first_hit(desk: &mut Desk) {
    let Some(search) = desk.finding.search.as_mut().filter(|search| search.goes && search.is_done()) else {
        return;
    };
    search.goes = false;
    if desk.diff.view.is_some() {
        if !go_to_first_hit_in_diff(desk) {
            say_where_else(desk);
        }
        return;
    }
    let cursor = desk.focused().cursor;
    let hits = hits_of(desk, desk.row.ix(desk.row.focus));
    let after = hits.partition_point(|hit| hit.end() <= cursor);
    let here = if after < hits.len() { after } else { 0 };
    if !hits.is_empty() {
        go_to_hit(desk, desk.row.ix(desk.row.focus), here);
        return;
    }
    let with_hits: Vec<PaneIx> = shown_panes(desk).into_iter().filter(|ix| !hits_of(desk, *ix).is_empty()).collect();
    let Some(ix) = with_hits.first().copied() else { return say_where_else(desk) };
    go_to_hit(desk, ix, 0);
    if with_hits.len() == 1 {
        desk.say(format!("Only in {}", spoken(desk.focused().open_article())));
    } else {
        desk.say(format!("Now in {}", spoken(desk.focused().open_article())));
    }
}

fn say_where_else(desk: &mut Desk) {
    let Some(search) = &desk.finding.search else { return };
    let elsewhere =
        (0..desk.library.articles.len()).find(|at| !search.hits_in(*at, &desk.library.articles[*at]).is_empty());
    let query = &search.query;
    let none = if shown_panes(desk).len() > 2 { "none of these" } else { "neither of these two" };
    let next = desk.diff_key(Action::NextChange);
    desk.warn(match elsewhere {
        None if desk.diff.view.is_some() => {
            format!("Neither version contains “{query}”; {next} steps through the changes")
        }
        Some(article) => {
            let (name, opens) = (spoken(&desk.library.articles[article]), opens(desk, article));
            format!("“{query}” is in {none}, but it is in {} {name}; {opens} opens it", article + 1)
        }
        None => format!("No open article contains “{query}”"),
    });
}

/// Says how many hits are in articles that no pane shows, and how to get there.
fn where_more(desk: &Desk) -> Option<String> {
    let search = desk.finding.search.as_ref()?;
    let shown: Vec<usize> = shown_panes(desk).into_iter().filter_map(|ix| Some(desk.row.get(ix)?.article)).collect();
    let all = desk.library.articles.iter().enumerate().filter(|(at, _)| !shown.contains(at));
    let hits: Vec<(usize, usize)> =
        all.map(|(at, article)| (at, search.hits_in(at, article).len())).filter(|(_, hits)| *hits > 0).collect();
    let (first, more) = (hits.first()?.0, hits.iter().map(|(_, hits)| hits).sum::<usize>());
    let place = match hits.len() {
        1 => format!("in article {}", first + 1),
        many => format!("in {many} articles that are not shown"),
    };
    Some(format!("{} more {place}; {} opens article {}", more, opens(desk, first), first + 1))
}

/// The key that opens an article: its number, or beyond the digits the list of articles.
fn opens(desk: &Desk, article: usize) -> String {
    if article < 9 { (article + 1).to_string() } else { desk.key(Action::Articles) }
}

/// The hits in a pane's article.
pub fn hits_of(desk: &Desk, ix: PaneIx) -> &[Span] {
    let found = desk.finding.search.as_ref().zip(desk.row.get(ix));
    found.map_or(&[], |(search, pane)| search.hits_in(pane.article, pane.open_article()))
}

/// Steps through the hits: those of the first visible pane, then those of the next one.
pub(in crate::app) fn step_hits(desk: &mut Desk, times: isize) {
    if desk.finding.search.as_ref().is_some_and(|search| !search.is_done()) {
        desk.say("Still searching");
        return;
    }
    if desk.diff.view.is_some() {
        if !step_hits_in_diff(desk, times) {
            say_where_else(desk);
        }
        return;
    }
    let panes = shown_panes(desk);
    let all: usize = panes.iter().map(|ix| hits_of(desk, *ix).len()).sum();
    let all = all as isize;
    if all == 0 {
        say_where_else(desk);
        return;
    }
    let (at, on_it) = hit_at_cursor(desk);
    let to = at as isize + times - isize::from(times > 0 && !on_it);
    let (article, mut next) = (desk.focused().article, to.rem_euclid(all) as usize);
    for ix in panes {
        let hits = hits_of(desk, ix).len();
        if next < hits {
            go_to_hit(desk, ix, next);
            break;
        }
        next -= hits;
    }
    if to < 0 || to >= all {
        match where_more(desk) {
            Some(more) => desk.say(format!("Wrapped · {more}")),
            None => desk.say_wrapped(),
        }
    } else if desk.focused().article != article {
        desk.say(format!("Now in {}", spoken(desk.focused().open_article())));
    }
}

/// The index, among the hits of all panes, of the current hit, else of the first one at or after the cursor; and whether it is the current
/// one.
fn hit_at_cursor(desk: &Desk) -> (usize, bool) {
    let focus = desk.row.ix(desk.row.focus);
    let before = shown_panes(desk).into_iter().take_while(|ix| *ix != focus);
    let before: usize = before.map(|ix| hits_of(desk, ix).len()).sum();
    let (pane, hits) = (desk.focused(), hits_of(desk, focus));
    let now =
        desk.finding.search.as_ref().and_then(|search| search.now).filter(|(article, _)| *article == pane.article);
    let on_row = |at: &usize| hits.get(*at).is_some_and(|hit| pane.page.spot_of(hit.start()) == pane.at());
    match now.map(|(_, at)| at).filter(on_row) {
        Some(at) => (before + at, true),
        None => (before + hits.partition_point(|hit| hit.end() <= pane.cursor), false),
    }
}

fn go_to_hit(desk: &mut Desk, ix: PaneIx, at: usize) {
    let Some(hit) = hits_of(desk, ix).get(at).copied() else { return };
    leave(desk);
    sit(desk, ix);
    let (side, article) = (desk.row.focus, desk.focused().article);
    if let Some(search) = &mut desk.finding.search {
        search.now = Some((article, at));
    }
    go_to_place(desk, side, Some(hit.start()));
    if desk.view.folding == Folding::Folded && desk.row[side].page.mask().at(hit.start()).is_some() {
        desk.say(format!("In hidden text; {} shows it", desk.key(Action::ShowHidden)));
    }
}
