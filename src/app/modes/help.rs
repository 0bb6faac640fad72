//! The help, laid out for a screen: its rows in columns, and how far they can be scrolled.

use super::list_legend::list_legend;
use super::mode::Helping;
use crate::app::desk::desk::Desk;
use crate::app::keys::Bound;
use crate::app::keys::Group;
use crate::app::keys::HelpRow;
use crate::app::keys::LegendRow;
use crate::app::keys::Phase;
use crate::app::keys::PhaseKeys;
use crate::app::keys::help;
use crate::app::keys::help_elsewhere;
use crate::app::keys::help_on;
use crate::app::keys::legend;
use crate::app::keys::written;
use crate::app::layout::Area;

/// The width of a column of help; the screen gets two if they fit.
const COLUMN: u16 = 72;
/// Columns for the keys.
const KEYS: u16 = 18;

/// Lays the help out for the screen.
pub(in crate::app) fn sheet(desk: &Desk, help: &Helping) -> HelpSheet {
    let (on, filter) = (PhaseKeys { keymap: &desk.settings.keymap, phase: help.of }, help.filter.as_str());
    let noticed = if filter.is_empty() && !help.legend { desk.library.noticed.as_slice() } else { &[] };
    let mut rows = if help.legend && filter.is_empty() { Vec::new() } else { narrowed(on, filter) };
    if desk.curating.is_none() && filter.is_empty() {
        rows.retain(|row| !is_for_clusters(row));
    }
    let content = HelpContent { on, noticed, signs: &signs(help, filter), rows: &rows };
    HelpSheet::of(desk.geometry().body(), &content)
}

/// Whether it is for clusters: keys that do nothing in other runs.
fn is_for_clusters(row: &HelpRow<'_>) -> bool {
    match row {
        HelpRow::Heading(group) => *group == Group::Clusters,
        HelpRow::Binding(bound) => bound.binding.group == Group::Clusters,
    }
}

/// What the help says, before it is laid out.
#[derive(Clone, Copy)]
struct HelpContent<'a> {
    on: PhaseKeys<'a>,
    noticed: &'a [String],
    signs: &'a [LegendRow],
    rows: &'a [HelpRow<'a>],
}

/// The help for a screen of some size.
#[derive(Debug)]
pub struct HelpSheet {
    /// Its columns, each with its rows.
    pub columns: Vec<Vec<HelpLine>>,
    /// The width of a column, in cells.
    pub width: u16,
    /// The cells of a column that are for the keys.
    pub keys: usize,
    /// The last row that may be the first one shown.
    pub last: usize,
}

/// A row as it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HelpLine {
    /// A blank row.
    Blank,
    /// The heading of a chapter.
    Heading(&'static str),
    /// Keys and what they do, or the rest of either.
    Keys(String, String),
}

impl HelpSheet {
    /// Lays out the help for this part of the screen, inside a border.
    fn of(area: Area, content: &HelpContent<'_>) -> Self {
        let HelpContent { on, noticed, signs, rows } = *content;
        let columns = if area.width >= COLUMN * 2 + 8 { 2 } else { 1 };
        let whole = area.width.min(COLUMN * columns + 6);
        let width = whole.saturating_sub(4 + 2 * (columns - 1)) / columns;
        let keys = usize::from(KEYS).min(usize::from(width) / 3);
        let mut all = noticed_lines(noticed, usize::from(width));
        let signs = sign_lines(signs, usize::from(width), keys);
        let lines = lines(on, rows, usize::from(width), keys);
        // Whoever asks in the middle of a question wants its keys.
        let (first, then) = if is_question(on.phase) { (lines, signs) } else { (signs, lines) };
        let apart = (!first.is_empty() && !then.is_empty()).then_some(HelpLine::Blank);
        all.extend(first.into_iter().chain(apart).chain(then));
        let columns = parted(all, columns);
        let rows = columns.iter().map(Vec::len).max().unwrap_or(0);
        let last = rows.saturating_sub(usize::from(area.height.saturating_sub(2)));
        Self { columns, width, keys, last }
    }
}

/// Divides the help into columns, between chapters.
fn parted(mut all: Vec<HelpLine>, columns: u16) -> Vec<Vec<HelpLine>> {
    let blanks = all.iter().enumerate().filter(|(_, line)| **line == HelpLine::Blank).map(|(at, _)| at);
    let Some(at) = blanks.min_by_key(|at| at.abs_diff(all.len() / 2)).filter(|_| columns > 1) else { return vec![all] };
    let right = all.split_off(at).into_iter().skip(1).collect();
    vec![all, right]
}

/// Whether a text has all the words of a filter, in any case.
fn has_words(text: &str, filter: &str) -> bool {
    let text = text.to_lowercase();
    filter.to_lowercase().split_whitespace().all(|word| text.contains(word))
}

/// The marks of the legend that have all the words of the filter.
fn signs(help: &Helping, filter: &str) -> Vec<LegendRow> {
    let kept = |(sign, meaning): &LegendRow| has_words(&format!("{sign} {meaning}"), filter);
    let all = help.list.map_or_else(|| legend(help.of).to_vec(), list_legend);
    all.into_iter().filter(kept).collect()
}

/// The bindings with all the words of the filter in their keys, text or name, and their headings; with a filter, also those of other
/// phases.
fn narrowed<'a>(on: PhaseKeys<'a>, filter: &str) -> Vec<HelpRow<'a>> {
    let PhaseKeys { keymap, phase } = on;
    let mut kept = Vec::new();
    let mut heading = None;
    let mut rows = help(keymap, phase);
    if !filter.trim().is_empty() {
        rows.extend(help_elsewhere(keymap, phase));
    }
    for row in rows {
        match row {
            HelpRow::Heading(_) => heading = Some(row),
            HelpRow::Binding(bound) => {
                let told = format!("{} {} {}", written(bound, ""), help_on(on, bound), bound.name());
                if has_words(&told, filter) {
                    kept.extend(heading.take());
                    kept.push(row);
                }
            }
        }
    }
    kept
}

/// Writes the legend, under a heading of its own.
fn sign_lines(signs: &[LegendRow], width: usize, cells: usize) -> Vec<HelpLine> {
    if signs.is_empty() {
        return Vec::new();
    }
    let each = signs.iter().flat_map(|(sign, meaning)| beside(sign, meaning, width, cells));
    std::iter::once(HelpLine::Heading("Marks")).chain(each).collect()
}

/// Whether a phase asks something about what the panes show.
fn is_question(phase: Phase) -> bool {
    matches!(phase, Phase::Marking | Phase::Picking)
}

fn lines(on: PhaseKeys<'_>, rows: &[HelpRow<'_>], width: usize, keys: usize) -> Vec<HelpLine> {
    let mut all = Vec::new();
    for row in rows {
        match row {
            HelpRow::Heading(group) => {
                if !all.is_empty() {
                    all.push(HelpLine::Blank);
                }
                all.push(HelpLine::Heading(group.title()));
            }
            HelpRow::Binding(binding) => all.extend(binding_lines(on, binding, width, keys)),
        }
    }
    all
}

/// The warnings from reading.
fn noticed_lines(noticed: &[String], width: usize) -> Vec<HelpLine> {
    if noticed.is_empty() {
        return Vec::new();
    }
    let keys = usize::from(KEYS).min(width / 3);
    let each = noticed.iter().flat_map(|complaint| wrapped(complaint, width.saturating_sub(keys)));
    let lines = each.map(|line| HelpLine::Keys(String::new(), line));
    std::iter::once(HelpLine::Heading("Warnings")).chain(lines).chain([HelpLine::Blank]).collect()
}

fn binding_lines(on: PhaseKeys<'_>, binding: &Bound, width: usize, cells: usize) -> Vec<HelpLine> {
    beside(&written(binding, ""), &help_on(on, binding), width, cells)
}

/// Puts keys or a mark beside their meaning, each wrapped in its column.
fn beside(keys: &str, text: &str, width: usize, cells: usize) -> Vec<HelpLine> {
    let mut keys = wrapped(keys, cells.saturating_sub(1)).into_iter();
    let mut text = wrapped(&text.replace('`', ""), width.saturating_sub(cells)).into_iter();
    let mut both = Vec::new();
    loop {
        match (keys.next(), text.next()) {
            (None, None) => return both,
            (keys, text) => both.push(HelpLine::Keys(keys.unwrap_or_default(), text.unwrap_or_default())),
        }
    }
}

/// Wraps our own words at spaces, so that a key stays whole; each of their characters is one cell wide.
fn wrapped(text: &str, width: usize) -> Vec<String> {
    let mut rows: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match rows.last_mut() {
            Some(row) if row.chars().count() + 1 + word.chars().count() <= width => {
                row.push(' ');
                row.push_str(word);
            }
            _ => rows.push(word.to_owned()),
        }
    }
    rows
}
