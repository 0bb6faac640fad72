//! The hints at the bottom: the most useful keys, as many as fit.

use super::ink::measure;
use crate::app::{Action, App, Asked, Bound, Group, Highlight, Keys, Listed, Mode, Phase, decides, written};

/// Columns between two hints.
pub(super) const BETWEEN: usize = 2;
/// The hints of reading, the most useful first; others come after them.
const IN_READING: [Action; 16] = [
    Action::NextLink,
    Action::OtherPane,
    Action::Hide,
    Action::Choose,
    Action::OnlyHere,
    Action::Search,
    Action::Matrix,
    Action::Matches,
    Action::Synopsis,
    Action::PreviousLink,
    Action::HideForGood,
    Action::Articles,
    Action::Elsewhere,
    Action::AlsoIn,
    Action::Copy,
    Action::Edit,
];
/// As many of a diff.
const IN_DIFF: [Action; 13] = [
    Action::NextChange,
    Action::PreviousChange,
    Action::NextClass,
    Action::TakeLeft,
    Action::KeepRight,
    Action::TakeBoth,
    Action::Fold,
    Action::Review,
    Action::Search,
    Action::Inline,
    Action::Matches,
    Action::Diff,
    Action::Marks,
];
/// Hints of other modes that come last.
const SPARED: [Action; 4] = [Action::Articles, Action::HideForGood, Action::Search, Action::Copy];

/// A key and what it does, in a few words.
pub(super) struct Hint {
    /// The key.
    pub key: String,
    /// What it does.
    pub words: &'static str,
}

/// The hints that fit, in the order of the keymap: those for closing and for the help before others, and these by how useful they are.
pub(super) fn fitting(app: &App, room: usize) -> Vec<Hint> {
    let hints: Vec<&Bound> = app.desk.settings.keymap.rows().iter().filter(|row| is_hinted(app, row)).collect();
    let needed = |hint: &Bound| match hint.binding.phase {
        Phase::Reading | Phase::Diffing => hint.binding.group == Group::Program,
        _ => matches!(
            hint.binding.action,
            Action::Cancel | Action::Accept | Action::Refuse | Action::Help | Action::Hide | Action::HideForGood
        ),
    };
    // What answers and what leads out come first, then the help.
    let place = |hint: &Bound| match hint.binding.action {
        Action::Hide | Action::HideForGood => 2,
        Action::Help => 1,
        _ => 0,
    };
    let useful = |hint: &Bound| {
        let place = |order: &[Action]| order.iter().position(|action| *action == hint.binding.action);
        match hint.binding.phase {
            Phase::Reading => place(&IN_READING).unwrap_or(IN_READING.len()),
            Phase::Diffing => place(&IN_DIFF).unwrap_or(IN_DIFF.len()),
            _ => place(&SPARED).map_or(0, |at| at + 1),
        }
    };
    let rank = |at: &usize| {
        hints.get(*at).map(|hint| match needed(hint) {
            true => (0, place(hint), *at),
            false => (1, useful(hint), *at),
        })
    };
    let mut ranked: Vec<usize> = (0..hints.len()).collect();
    ranked.sort_by_key(rank);
    let (mut left, mut is_full) = (room + BETWEEN, false);
    ranked.retain(|at| {
        let Some(hint) = hints.get(*at) else { return false };
        let width = measure(&key(app, hint), 100) + 1 + measure(words(app, hint), 100) + BETWEEN;
        let fits = width <= left && !is_full;
        left -= if fits { width } else { 0 };
        // A less useful one does not take its place: on a wider screen it would have to go again.
        is_full |= !fits && !needed(hint);
        fits
    });
    ranked.sort_unstable();
    let each = ranked.into_iter().filter_map(|at| hints.get(at));
    each.map(|hint| Hint { key: key(app, hint), words: words(app, hint) }).collect()
}

/// What the key of a hint does, in the list that is open.
fn words(app: &App, hint: &Bound) -> &'static str {
    match app.modes.top() {
        Some(Mode::Listing(list)) if list.listed == Listed::MergeWith && hint.binding.action == Action::Accept => {
            "merge"
        }
        _ => hint.binding.hint,
    }
}

/// The key of a hint; that of the help is one that would not go into the line being typed.
fn key(app: &App, hint: &Bound) -> String {
    let typed = || hint.keys.iter().find(|keys| !keys.types()).map(Keys::to_string);
    match hint.binding.action {
        Action::Choose => written(hint, ""),
        Action::Help if app.modes.top().is_some_and(Mode::has_typed) => typed().unwrap_or_default(),
        _ => hint.keys.first().map(Keys::to_string).unwrap_or_default(),
    }
}

/// The number of open articles; if there are two, one may be empty.
pub(super) fn open(app: &App) -> usize {
    match app.desk.library.articles.len() {
        ..=2 => app.desk.library.articles.iter().filter(|article| !article.name.is_empty()).count(),
        more => more,
    }
}

/// Whether the hints show it: it has a key, and would do something now.
fn is_hinted(app: &App, row: &Bound) -> bool {
    let asked = if let Some(Mode::Prompting(prompt)) = app.modes.top() { Some(prompt.asked) } else { None };
    let idle = match row.binding.action {
        // With many articles, digits do not name most of them.
        Action::Choose => open(app) <= 2 || open(app) > 9,
        Action::Matrix | Action::Synopsis | Action::Articles => open(app) <= 2 && app.phase() == Phase::Reading,
        Action::AlsoIn | Action::Elsewhere => open(app) <= 2,
        Action::NextLink | Action::PreviousLink if app.phase() == Phase::Reading => {
            open(app) < 2 && app.desk.finding.search.is_none()
        }
        Action::OtherPane | Action::OnlyHere => open(app) < 2,
        Action::Edit => app.desk.focused().open_article().origin.path().is_none(),
        Action::Matches => {
            open(app) < 2 || app.desk.has_pair() && app.desk.stepping_order(Highlight::Shared).is_empty()
        }
        // Where conflicts are decided, all of them are stepped through.
        Action::NextClass if app.phase() == Phase::Diffing => decides(&app.desk),
        Action::TakeBoth => !decides(&app.desk),
        Action::Sieve => matches!(app.modes.top(), Some(Mode::Listing(list)) if !list.listed.gives_way()),
        Action::Help => app.modes.help().is_some() || key(app, row).is_empty(),
        Action::Complete => asked.is_some_and(|asked| !matches!(asked, Asked::Command | Asked::Scope)),
        Action::Earlier => asked.is_some_and(|asked| !matches!(asked, Asked::Command | Asked::Search)),
        _ => false,
    };
    row.binding.phase == app.phase() && !row.binding.hint.is_empty() && !row.keys.is_empty() && !idle
}
