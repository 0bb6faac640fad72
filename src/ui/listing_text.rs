//! The text of a list's row below its place: why it is listed, and the wrapped words.

use super::ink::{Phrase, measure, rows};
use super::pane::{MOVED, symbol};
use super::role::Role;
use crate::app::{Action, App, Highlight, ListRow, Listed, Phase};
use crate::collate::{Class, Fate};

/// The indent of a row's text below its place.
pub(super) const MARGIN: usize = 5;

/// Whether each row has its whole text below it.
pub(super) fn in_full(listed: Listed) -> bool {
    matches!(listed, Listed::Elsewhere | Listed::Readings | Listed::Figures | Listed::Quotations | Listed::Origins)
}

/// What a list is called in its title.
pub(super) fn called(app: &App, listed: Listed) -> String {
    let what = match listed {
        Listed::Clusters => return sorted(app, "Clusters"),
        Listed::MergeWith => return sorted(app, "Merge with a cluster,"),
        Listed::Matches => return matches(app),
        Listed::Elsewhere => "This passage in all articles",
        Listed::Readings => "Versions of this sentence",
        Listed::Articles => "Articles",
        Listed::Changes => "Changes",
        Listed::Files => "Files",
        Listed::Versions => "Versions",
        Listed::Unmatched => "Unmatched in the other article",
        Listed::InNone => "Unmatched in all others",
        Listed::Figures => "Numbers, dates and names that differ",
        Listed::Quotations => "Quotations",
        Listed::Origins => "Origins and the evidence",
    };
    what.to_owned()
}

fn sorted(app: &App, what: &str) -> String {
    let Some(curating) = &app.desk.curating else { return what.to_owned() };
    format!("{what} by {} (Tab: by {})", curating.sort.name(), curating.sort.next().name())
}

/// What the listed matches are called: all, or those that are highlighted.
fn matches(app: &App) -> String {
    if !app.desk.has_pair() {
        return "Notes".to_owned();
    }
    let lit = app.desk.view.lit;
    let called = if lit.is_unmatched() { Highlight::Shared.matches() } else { lit.matches() };
    let mut letters = called.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

/// Why a row is listed, in lines of this width below its place, if there is no room beside that after `between` columns: its end may
/// matter most.
pub(super) fn why_below(row: &ListRow, width: usize, between: usize) -> Vec<String> {
    let beside = measure(&row.place, width) + between + measure(&row.why, width + 1);
    if beside <= width { Vec::new() } else { rows(&row.why, width) }
}

/// Wraps the text of a row into lines of this width, with the words that differ in their own role.
pub(super) fn wrapped(row: &ListRow, width: usize) -> Vec<Phrase> {
    let mut lines = vec![Phrase::default()];
    let (mut used, mut at) = (0, 0_usize);
    for word in row.words.split(' ') {
        let wide = measure(word, width);
        if used > 0 && used + 1 + wide > width {
            lines.push(Phrase::default());
            used = 0;
        }
        if let Some(line) = lines.last_mut() {
            if used > 0 {
                line.push(if lit(row, at.saturating_sub(1)) { Role::Changed } else { Role::Text }, " ");
            }
            line.append(coloured(row, at, word));
        }
        used += wide + usize::from(used > 0);
        at += word.len() + 1;
    }
    lines
}

fn lit(row: &ListRow, place: usize) -> bool {
    row.lit.iter().any(|lit| lit.contains(place))
}

/// A word at a place in a row's text, with the roles of its parts.
fn coloured(row: &ListRow, at: usize, word: &str) -> Phrase {
    let mut phrase = Phrase::default();
    let mut start = 0;
    while let Some(first) = word.get(start..).filter(|rest| !rest.is_empty()) {
        let now = lit(row, at + start);
        let len =
            first.char_indices().find(|(on, _)| lit(row, at + start + on) != now).map_or(first.len(), |(on, _)| on);
        phrase.push_quoted(if now { Role::Changed } else { Role::Text }, &first[..len]);
        start += len;
    }
    phrase
}

/// Why the chosen row is listed, for the line at the bottom.
pub(super) fn why(row: &ListRow) -> Phrase {
    let phrase = row.class.map_or_else(Phrase::default, |class| {
        Phrase::default().with(Role::mark(class), class.name()).with(Role::Quiet, " · ")
    });
    phrase.with(Role::Quiet, row.why.clone())
}

/// The hint after the filter while nothing is typed.
pub(super) fn hint(app: &App, listed: Listed) -> String {
    match listed {
        Listed::Articles => "  type to filter by name, text or source".to_owned(),
        Listed::Versions => {
            let key = app.desk.settings.keymap.key(Phase::Listing, Action::Sieve);
            format!("  type to filter; {key} chooses one to compare")
        }
        _ => "  type to filter".to_owned(),
    }
}

/// The mark that a diff's gutter has for what happened to a paragraph.
pub(super) fn fate_mark(fate: Fate) -> Option<(&'static str, Role)> {
    match fate {
        Fate::Same => None,
        Fate::Edited => Some((symbol(Class::Edited), Role::EditedMark)),
        Fate::Removed => Some(("-", Role::Removed)),
        Fate::Added => Some(("+", Role::Added)),
        Fate::Moved | Fate::Gone => Some((MOVED, Role::Moved)),
    }
}
