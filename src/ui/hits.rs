//! Search hits: highlighted in the text, marked in the strips, and counted at the bottom.

use crate::app::{DiffView, hits_in_diff, hits_of, shown_panes};
use crate::page::{NO_FILE, spoken};
use ratatui::buffer::Buffer;

use super::ink::{Phrase, rect};
use super::pane_context::PaneContext;
use super::role::Role;
use super::theme::Theme;
use crate::app::{Action, App, PaneIx, Search};
use crate::text::{Side, Span, sign};

/// The mark of a hit in a strip.
const HIT: &str = "•";

/// The hits on one row.
pub(super) struct RowHits<'a> {
    hits: &'a [Span],
    now: Option<Span>,
}

impl<'a> RowHits<'a> {
    /// Finds the hits on a row. Costs a lookup.
    pub fn on(seen: &PaneContext<'a>, row: Span) -> Self {
        let all = hits_of(&seen.app.desk, seen.ix);
        let first = all.partition_point(|hit| hit.end() <= row.start());
        let past = all.partition_point(|hit| hit.start() < row.end()).max(first);
        let article = seen.pane.article;
        let now = seen.app.desk.finding.search.as_ref().and_then(|search| search.now).filter(|(at, _)| *at == article);
        let now = now.and_then(|(_, at)| all.get(at)).copied();
        Self { hits: all.get(first..past).unwrap_or_default(), now }
    }

    /// The hits.
    pub fn spans(&self) -> impl Iterator<Item = Span> {
        self.hits.iter().copied()
    }

    /// The role of a hit at a place.
    pub fn role(&self, place: usize) -> Option<Role> {
        let hit = self.hits.iter().find(|hit| hit.contains(place))?;
        Some(if self.now == Some(*hit) { Role::HitNow } else { Role::Hit })
    }
}

/// The hits on one row of a version in a diff.
pub(super) struct VersionHits<'a> {
    hits: RowHits<'a>,
}

impl<'a> VersionHits<'a> {
    /// Finds the hits on a row. Costs a lookup.
    pub fn on(app: &'a App, diff: &DiffView, side: Side, row: Span) -> Self {
        let all = hits_in_diff(&app.desk, diff, side);
        let first = all.partition_point(|hit| hit.end() <= row.start());
        let past = all.partition_point(|hit| hit.start() < row.end()).max(first);
        let now = app.desk.finding.search.as_ref().and_then(|search| search.now);
        let now = now.filter(|(article, _)| *article == app.desk.row[side].article && app.desk.row.focus == side);
        let now = now.and_then(|(_, at)| all.get(at)).copied();
        Self { hits: RowHits { hits: all.get(first..past).unwrap_or_default(), now } }
    }

    /// The role of a hit at a place.
    pub fn role(&self, place: usize) -> Option<Role> {
        self.hits.role(place)
    }
}

/// Marks the cells of a strip whose text has hits.
pub(super) fn mark_strip(seen: &PaneContext<'_>, theme: &Theme, buf: &mut Buffer) {
    let (hits, area) = (hits_of(&seen.app.desk, seen.ix), rect(seen.part.strip));
    if hits.is_empty() || area.width == 0 {
        return;
    }
    let (length, height) = (seen.pane.open_article().text.len() as u64, u64::from(area.height.max(1)));
    let place = |row: u16| (u64::from(row) * length / height) as usize;
    for row in 0..area.height {
        let next = hits.partition_point(|hit| hit.start() < place(row));
        if hits.get(next).is_some_and(|hit| hit.start() < place(row + 1))
            && let Some(cell) = buf.cell_mut((area.x, area.y + row))
        {
            cell.set_symbol(&sign(HIT)).set_style(theme.style(Role::Hit));
        }
    }
}

/// Shows the search and its number of hits, and how to end it, with shorter names where these would not fit; `None` if there is no search.
pub(super) fn searched(app: &App, width: usize) -> Option<Phrase> {
    let search = app.desk.finding.search.as_ref()?;
    let ends = format!(" · {} ends the search", app.desk.key(Action::Cancel));
    let said = |called: HitNames| {
        let phrase = Phrase::default().with(Role::Key, format!("/{}", search.query)).with(Role::Quiet, "  ");
        phrase.join(counts(app, called)).with(Role::Quiet, ends.as_str())
    };
    let named = said(HitNames::Name);
    Some(if named.width() + AFTER > width { said(HitNames::Number) } else { named })
}

/// Cells after the search that the footer needs for an ellipsis, where more follows.
const AFTER: usize = 4;

/// The most articles with hits that are named by their numbers (chosen).
const NUMBERED: usize = 5;

/// What other articles are called where their hits are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum HitNames {
    /// By name.
    Name,
    /// By the number before the name: `article 2`, which is shorter.
    Number,
}

/// Says how many hits are here, in the other panes, and in articles that are in none.
pub(super) fn counts(app: &App, called: HitNames) -> Phrase {
    let Some(search) = &app.desk.finding.search else { return Phrase::default() };
    if !search.is_done() {
        return Phrase::default().with(Role::Quiet, "searching …");
    }
    if let Some(diff) = &app.desk.diff.view {
        return counts_in_versions(app, diff, search, called);
    }
    let here = hits_of(&app.desk, app.desk.row.ix(app.desk.row.focus)).len();
    let article = app.desk.focused().article;
    let mut phrase = match search.now.filter(|(at, _)| *at == article) {
        Some((_, at)) => Phrase::default().with(Role::Figure, format!("{} of {here} here", at + 1)),
        None => Phrase::default().with(Role::Figure, format!("{here} here")),
    };
    let shown: Vec<PaneIx> = shown_panes(&app.desk);
    for ix in shown.iter().filter(|ix| **ix != app.desk.row.ix(app.desk.row.focus)) {
        if let Some(pane) = app.desk.row.get(*ix).filter(|pane| !pane.open_article().name.is_empty()) {
            let name = match called {
                HitNames::Name => spoken(pane.open_article()),
                HitNames::Number => format!("article {}", pane.article + 1),
            };
            phrase.push(Role::Text, format!(" · {} in {name}", hits_of(&app.desk, *ix).len()));
        }
    }
    let open = |at: &usize| shown.iter().any(|ix| app.desk.row.get(*ix).is_some_and(|pane| pane.article == *at));
    let others = app.desk.library.articles.iter().enumerate().filter(|(at, _)| !open(at));
    let others: Vec<(usize, usize)> =
        others.map(|(at, article)| (at + 1, search.hits_in(at, article).len())).filter(|(_, hits)| *hits > 0).collect();
    // Stepping stays in the panes; the number is the key that opens an article.
    let numbers: Vec<String> = others.iter().map(|(number, _)| number.to_string()).collect();
    let whose = match numbers.as_slice() {
        [] => return phrase,
        [number] => format!("article {number}"),
        few if few.len() <= NUMBERED => format!("articles {}", few.join(", ")),
        _ => "others".to_owned(),
    };
    let more: usize = others.iter().map(|(_, hits)| hits).sum();
    phrase.with(Role::Text, format!(" · {more} in {whose}"))
}

/// Says how many hits are in each of two versions, the focused one first.
fn counts_in_versions(app: &App, diff: &DiffView, search: &Search, called: HitNames) -> Phrase {
    let count = |side: Side| hits_in_diff(&app.desk, diff, side).len();
    let (side, articles) = (app.desk.row.focus, &diff.sheet.compared().articles);
    if count(Side::Left) + count(Side::Right) == 0 {
        return Phrase::default().with(Role::Figure, "in neither version");
    }
    let name = |side: Side| match (called, side) {
        (HitNames::Name, _) if articles[side].name != NO_FILE => articles[side].name.as_str(),
        (_, Side::Left) => "the old text",
        (_, Side::Right) => "the new text",
    };
    let said = match search.now.filter(|(at, _)| *at == app.desk.row[side].article) {
        Some((_, at)) => format!("{} of {} in {}", at + 1, count(side), name(side)),
        None => format!("{} in {}", count(side), name(side)),
    };
    let other = format!(" · {} in {}", count(side.other()), name(side.other()));
    Phrase::default().with(Role::Figure, said).with(Role::Text, other)
}
