//! The keymap in words, for the help and for the manual's tables.

use super::action::Action;
use super::bindings::actions_in;
use super::key::Keys;
use super::keymap::Bound;
use super::keymap::Keymap;
use super::phase::{Group, Phase};

/// A row of the help.
#[derive(Clone, Copy, Debug)]
pub enum HelpRow<'a> {
    /// The heading of a chapter.
    Heading(Group),
    /// Keys and what they do.
    Binding(&'a Bound),
}

/// The rows of the help in a phase: each a heading or a binding.
pub fn help(keymap: &Keymap, phase: Phase) -> Vec<HelpRow<'_>> {
    listed(keymap, |row| row.binding.phase == phase && is_in_help(keymap, row))
}

/// The rows of the help in all other phases.
pub(in crate::app) fn help_elsewhere(keymap: &Keymap, phase: Phase) -> Vec<HelpRow<'_>> {
    let own = |row: &Bound| !row.binding.help.is_empty() && !row.keys.is_empty();
    listed(keymap, |row| row.binding.phase != phase && own(row))
}

fn listed<'a>(keymap: &'a Keymap, is_in_help: impl Fn(&Bound) -> bool) -> Vec<HelpRow<'a>> {
    let mut rows = Vec::new();
    for group in Group::ALL {
        let here = keymap.rows().iter().filter(|row| row.binding.group == group && is_in_help(row));
        let bindings: Vec<HelpRow<'_>> = here.map(HelpRow::Binding).collect();
        rows.extend((!bindings.is_empty()).then_some(HelpRow::Heading(group)));
        rows.extend(bindings);
    }
    rows
}

/// The keys of a phase.
#[derive(Clone, Copy, Debug)]
pub(in crate::app) struct PhaseKeys<'a> {
    /// All keys.
    pub keymap: &'a Keymap,
    /// The phase.
    pub phase: Phase,
}

/// A binding's help as worded for a phase; a binding of another phase names that.
pub(in crate::app) fn help_on(on: PhaseKeys<'_>, bound: &Bound) -> String {
    let PhaseKeys { keymap, phase } = on;
    if bound.binding.phase == phase { help_here(keymap, bound) } else { help_with_phase(keymap, bound) }
}

/// A binding's help; if it has none of its own, that of the same action in reading.
fn help_here(keymap: &Keymap, bound: &Bound) -> String {
    if bound.keys.is_empty() || !bound.binding.help.is_empty() {
        return help_of(keymap, bound);
    }
    let same = |row: &&Bound| row.binding.phase == Phase::Reading && row.binding.action == bound.binding.action;
    keymap.rows().iter().find(same).map(|row| help_of(keymap, row)).unwrap_or_default()
}

/// Whether it is in the help: a binding without keys is not, unless it is a command.
fn is_in_help(keymap: &Keymap, row: &Bound) -> bool {
    !help_here(keymap, row).is_empty() && (!row.keys.is_empty() || row.binding.phase == Phase::Reading)
}

/// Writes the default keymap for the manual: a table for each phase.
pub fn markdown() -> String {
    let keymap = Keymap::default();
    let tables = Phase::ALL.into_iter().map(|phase| {
        let rows = help(&keymap, phase);
        format!("### {}\n\n{}", heading(phase), table(&keymap, phase, &rows))
    });
    tables.collect::<Vec<_>>().join("\n")
}

/// The heading of a phase's keys in the manual.
fn heading(phase: Phase) -> &'static str {
    match phase {
        Phase::Reading => "In the reading view",
        Phase::Marking => "While marking sentences",
        Phase::Picking => "In the hide question",
        Phase::Helping => "In the help",
        Phase::Prompting => "While typing a line",
        Phase::Ruling => "In the rules",
        Phase::Proposing => "In the boilerplate proposals",
        Phase::Listing => "In a list",
        Phase::Diffing => "In a diff",
        Phase::Matrix => "In the matrix",
        Phase::Synopsis => "In the synopsis",
    }
}

fn table(keymap: &Keymap, phase: Phase, rows: &[HelpRow<'_>]) -> String {
    let mut table = String::from("| keys | what they do |\n|---|---|\n");
    for row in rows {
        table.push_str(&match row {
            HelpRow::Heading(group) if phase == Phase::Reading => format!("| **{}** | |\n", group.title()),
            HelpRow::Heading(_) => String::new(),
            HelpRow::Binding(bound) => {
                format!("| {} | {} |\n", table_cell(&written(bound, "`")), table_cell(&help_here(keymap, bound)))
            }
        });
    }
    table
}

/// Escapes a cell of a Markdown table, which a vertical bar would end.
fn table_cell(words: &str) -> String {
    words.replace('|', "\\|")
}

/// A binding's keys, each between `quote`s; digits as a range; the command if there are no keys.
pub fn written(bound: &Bound, quote: &str) -> String {
    let quoted = |keys: &Keys| format!("{quote}{keys}{quote}");
    match bound.keys.as_slice() {
        [] => format!("{quote}:{}{quote}", bound.binding.action.name()),
        [first, .., last] if bound.binding.action == Action::Choose => format!("{}-{}", quoted(first), quoted(last)),
        keys => keys.iter().map(quoted).collect::<Vec<_>>().join(" "),
    }
}

/// A binding's help, with its phase if that is not reading.
pub fn help_with_phase(keymap: &Keymap, bound: &Bound) -> String {
    let help = help_of(keymap, bound);
    match bound.binding.phase {
        Phase::Reading => help,
        Phase::Marking => format!("marking: {help}"),
        Phase::Picking => format!("hide question: {help}"),
        Phase::Helping => format!("help: {help}"),
        Phase::Prompting => format!("typing: {help}"),
        Phase::Ruling => format!("rules: {help}"),
        Phase::Proposing => format!("proposals: {help}"),
        Phase::Listing => format!("list: {help}"),
        Phase::Diffing => format!("diff: {help}"),
        Phase::Matrix => format!("matrix: {help}"),
        Phase::Synopsis => format!("synopsis: {help}"),
    }
}

/// A binding's help, with the keys that it names filled in.
pub(in crate::app) fn help_of(keymap: &Keymap, bound: &Bound) -> String {
    actions_in(Phase::Reading).fold(bound.binding.help.to_owned(), |help, action| {
        let place = format!("{{{}}}", action.name());
        if help.contains(&place) { help.replace(&place, &keymap.key(Phase::Reading, action)) } else { help }
    })
}
