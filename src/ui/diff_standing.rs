//! The status of a diff: how much changed, and which change the cursor is on.

use super::diffing::numbers;
use super::ink::Phrase;
use super::role::Role;
use super::standing::{LONGEST as LONGEST_VARIANT, describe_variant, on_one_row};
use crate::app::{
    Action, App, ChangeFilter, DiffView, change_kinds, changes_done, decides, is_change_done, is_unsaved, note_in_diff,
    steps_taken,
};
use crate::article::ParagraphId;
use crate::collate::{Fate, Tally, Variant, Weight};
use crate::page::{Compared, Item, NOTED};
use crate::report::describe_break;
use crate::text::{Pair, Side, Span, plural};

/// The most differences that are shown; more would not fit any screen.
const MOST: usize = 12;
/// The most letters shown of a passage that only one side has.
const LONGEST: usize = 40;

/// Says how much changed.
pub(super) fn tally(tally: &Tally) -> String {
    let counts = [(tally.edited, "edited"), (tally.added, "added"), (tally.removed, "removed"), (tally.moved, "moved")];
    let said: Vec<String> =
        counts.into_iter().filter(|(count, _)| *count > 0).map(|(count, what)| format!("{count} {what}")).collect();
    let Pair { left, right } = tally.words;
    let words = match (left, right) {
        (0, 0) => String::new(),
        (gone, new) => format!("words −{gone} +{new}"),
    };
    let marks = match tally.marks {
        0 => String::new(),
        count => format!("punctuation/case {count}"),
    };
    let shifted = match tally.shifted {
        0 => String::new(),
        count => format!("{} moved", plural(count, "passage")),
    };
    let breaks = match tally.breaks {
        0 => String::new(),
        count => plural(count, "break"),
    };
    let parts = [said.join(", "), shifted, words, marks, breaks];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("; ")
}

/// Says which change the cursor is on, and what it is.
pub(super) fn standing(app: &App, diff: &DiffView) -> Phrase {
    let compared = diff.sheet.compared();
    let bands = diff.sheet.bands_at(diff.cursor);
    let Some(band) = compared.bands.get(bands.start) else { return Phrase::default() };
    let Some((number, all)) = diff.number() else { return unchanged(app, diff) };
    let (said, role) = match band.fate {
        Fate::Same => ("only breaks differ", Role::EditedMark),
        Fate::Edited => ("edited", Role::EditedMark),
        Fate::Removed => ("removed", Role::Removed),
        Fate::Added => ("added", Role::Added),
        Fate::Moved if band.is_reordered(&compared.collation) => ("moved here, in another order", Role::Moved),
        Fate::Moved => ("moved here", Role::Moved),
        Fate::Gone => ("moved away", Role::Moved),
    };
    // A move is one change with two ends; at the later one the number runs backwards.
    let end = if compared.is_later_end(bands.start) { ", other end" } else { "" };
    let mut phrase = Phrase::default().with(Role::Figure, format!("{} {number}/{all}{end}", what(app)));
    phrase.push(Role::Quiet, " · ");
    phrase.push(role, said);
    if let moved @ 1.. = compared.passages_moved(bands.start) {
        phrase.push(Role::Quiet, ", ");
        phrase.push(Role::Moved, format!("{} moved", plural(moved, "passage")));
    }
    if let Some(kinds) = change_kinds(compared, bands.start) {
        phrase.push(Role::Quiet, format!(" · {kinds}"));
    }
    let home = |side: Side| band.home.filter(|_| band.paragraph_ids[side].is_empty()).map(|home| home.0..home.0 + 1);
    let paragraph_ids = Pair::from_fn(|side| numbers(&home(side).unwrap_or_else(|| band.paragraph_ids[side].clone())));
    let arrow = if paragraph_ids.left.is_empty() || paragraph_ids.right.is_empty() { "" } else { " → " };
    phrase.push(Role::Quiet, format!(" · {}{arrow}{}", paragraph_ids.left, paragraph_ids.right));
    phrase.append(progress(app, diff));
    phrase.append(noted(app, diff));
    phrase.join(differing(diff, bands.start))
}

/// What is stepped through.
fn what(app: &App) -> &'static str {
    if decides(&app.desk) { "conflict" } else { "change" }
}

/// Says whether the change is reviewed, and how many are, once one is; of conflicts always how many are decided.
fn progress(app: &App, diff: &DiffView) -> Phrase {
    let (done, all) = changes_done(&app.desk, diff);
    let here = is_change_done(&app.desk, diff, diff.sheet.bands_at(diff.cursor).start);
    let is_deciding = decides(&app.desk);
    let mut phrase = Phrase::default();
    if done > 0 || is_deciding && all > 0 {
        let said = if is_deciding { "decided" } else { "reviewed" };
        phrase.push(Role::Quiet, format!(" · {}{done} of {all} {said}", if here { "✓ " } else { "" }));
    }
    if is_deciding && done == all {
        phrase.push(Role::Key, " · :w writes the result");
    }
    if is_unsaved(&app.desk) {
        phrase.push(Role::Figure, format!(" · {} not saved", plural(steps_taken(&app.desk), "edit")));
    }
    if app.desk.diff.filter() != ChangeFilter::All {
        let filter = match app.desk.diff.filter() {
            ChangeFilter::Unreviewed if is_deciding => "not decided",
            filter => filter.name(),
        };
        phrase.push(Role::Quiet, format!(" · filter: {filter}"));
    }
    phrase
}

/// Shows the reader's note here.
fn noted(app: &App, diff: &DiffView) -> Phrase {
    let note = note_in_diff(&app.desk, diff, diff.sheet.bands_at(diff.cursor).start);
    note.map_or_else(Phrase::default, |note| {
        let phrase = Phrase::default().with(Role::Quiet, " · ").with(Role::Figure, format!("{NOTED} "));
        phrase.with(Role::Text, on_one_row(&note.text))
    })
}

fn unchanged(app: &App, diff: &DiffView) -> Phrase {
    let (compared, bands) = (diff.sheet.compared(), diff.sheet.bands_at(diff.cursor));
    let all = compared.count();
    let next = app.desk.diff_key(Action::NextChange);
    let changes = match all {
        0 if decides(&app.desk) => "no conflict left".to_owned(),
        0 => "no words changed".to_owned(),
        1 => format!("1 {} · {next} goes to it", what(app)),
        _ => format!("{} · {next} steps to the next", plural(all, what(app))),
    };
    if let Some(Item::Fold(_)) = diff.sheet.items().get(diff.cursor.block) {
        let said = format!(" · {} opens it · {changes}", app.desk.diff_key(Action::Accept));
        let count = plural(bands.len(), "paragraph");
        return Phrase::default().with(Role::Text, format!("{count} unchanged")).with(Role::Quiet, said);
    }
    let band = compared.bands.get(bands.start);
    let paragraph_ids = band.map(|band| band.paragraph_ids.as_ref().map(numbers)).unwrap_or_default();
    let arrow = if paragraph_ids.left.is_empty() || paragraph_ids.right.is_empty() { "" } else { " → " };
    Phrase::default()
        .with(Role::Text, format!("{}{arrow}{} unchanged", paragraph_ids.left, paragraph_ids.right))
        .with(Role::Quiet, format!(" · {changes}"))
        .join(progress(app, diff))
        .join(noted(app, diff))
}

/// Says what differs: words before marks.
fn differing(diff: &DiffView, at: usize) -> Phrase {
    let compared = diff.sheet.compared();
    let Some(band) = compared.bands.get(at) else { return Phrase::default() };
    let side = if band.paragraph_ids.right.is_empty() { Side::Left } else { Side::Right };
    let all: Vec<&Variant> = band.paragraph_ids[side]
        .clone()
        .flat_map(|at| compared.collation.matches_in(side, ParagraphId(at)))
        .filter_map(|&at| compared.collation.matches.get(at))
        .flat_map(|m| &m.variants)
        .take(MOST)
        .collect();
    let weighing = |weight: Weight| all.iter().filter(move |variant| variant.weight == weight);
    let mut phrase = Phrase::default();
    for variant in weighing(Weight::Changed).chain(weighing(Weight::Mark)) {
        phrase.push(Role::Quiet, " · ");
        let articles = compared.articles.as_ref().map(AsRef::as_ref);
        phrase.append(describe_variant(articles, Side::Left, variant, LONGEST_VARIANT));
    }
    if matches!(band.fate, Fate::Edited | Fate::Moved | Fate::Gone) {
        phrase.append(alone(compared, at));
    }
    for (_, one) in compared.breaks_in(at).take(MOST) {
        phrase.push(Role::Quiet, " · ");
        phrase.push(Role::Text, describe_break(&compared.articles.right, one));
    }
    phrase
}

/// Says which passages of a band only one side has.
fn alone(compared: &Compared, at: usize) -> Phrase {
    let mut phrase = Phrase::default();
    let Some(band) = compared.bands.get(at) else { return phrase };
    for (side, sign) in [(Side::Left, "− "), (Side::Right, "+ ")] {
        let article = &compared.articles[side];
        let within = article.paragraphs.get(band.paragraph_ids[side].clone()).unwrap_or_default();
        let whole = within.iter().map(|paragraph| paragraph.span).reduce(Span::join).unwrap_or_default();
        for alone in compared.alone_on(side, whole).take(MOST) {
            phrase =
                phrase.with(Role::Quiet, format!(" · {sign}")).quoted(Role::Text, quotation(alone.of(&article.text)));
        }
    }
    phrase
}

/// The first letters of a passage, on one row.
fn quotation(text: &str) -> String {
    let line = on_one_row(text);
    match line.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("‘{}…’", &line[..end]),
        None => format!("‘{line}’"),
    }
}
