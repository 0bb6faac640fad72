//! The keymap in words: for the help and for the README's table.

use super::action::Action;
use super::bindings::actions_in;
use super::key::Keys;
use super::keymap::Bound;
use super::keymap::Keymap;
use super::phase::{Group, Phase};

/// What the README calls the keys that do not belong to reading.
const ELSEWHERE: &str = "The keys in a diff, the matrix, lists and questions, and in lines that are typed";

/// A row of the help.
#[derive(Clone, Copy, Debug)]
pub enum HelpRow<'a> {
    /// The heading of a chapter.
    Heading(Group),
    /// Keys and what they do.
    Binding(&'a Bound),
}

/// Gives the rows of the help in reading: a heading or a binding each. A diff has its own.
pub fn help(keymap: &Keymap) -> Vec<HelpRow<'_>> {
    listed(keymap, |row| row.binding.phase != Phase::Diffing && is_told(row))
}

/// Gives the rows of the help in a diff.
pub(in crate::app) fn diff_help(keymap: &Keymap) -> Vec<HelpRow<'_>> {
    listed(keymap, |row| row.binding.phase == Phase::Diffing && !diff_said(keymap, row).is_empty())
}

fn listed<'a>(keymap: &'a Keymap, is_told: impl Fn(&Bound) -> bool) -> Vec<HelpRow<'a>> {
    let mut rows = Vec::new();
    for group in Group::ALL {
        let here = keymap.rows().iter().filter(|row| row.binding.group == group && is_told(row));
        let bindings: Vec<HelpRow<'_>> = here.map(HelpRow::Binding).collect();
        rows.extend((!bindings.is_empty()).then_some(HelpRow::Heading(group)));
        rows.extend(bindings);
    }
    rows
}

/// Gives a binding's help as it is said in reading, or in a diff.
pub(in crate::app) fn said_on((keymap, ground): (&Keymap, Phase), bound: &Bound) -> String {
    if ground == Phase::Diffing { diff_said(keymap, bound) } else { said(keymap, bound) }
}

/// Gives the help for what keys do in a diff: where it has no word of its own, what they do in reading.
fn diff_said(keymap: &Keymap, bound: &Bound) -> String {
    if bound.keys.is_empty() || !bound.binding.help.is_empty() {
        return told(keymap, bound);
    }
    let same = |row: &&Bound| row.binding.phase == Phase::Reading && row.binding.action == bound.binding.action;
    keymap.rows().iter().find(same).map(|row| told(keymap, row)).unwrap_or_default()
}

/// Tells whether the help has a word on it: not on what has no keys, unless it is a command.
fn is_told(row: &Bound) -> bool {
    !row.binding.help.is_empty() && (!row.keys.is_empty() || row.binding.phase == Phase::Reading)
}

/// Writes the default keymap for the README: the keys of reading as a table, and folded away those that mean something elsewhere.
pub fn markdown() -> String {
    let keymap = Keymap::default();
    let in_reading = table(&keymap, |row| row.binding.phase == Phase::Reading && is_told(row));
    let elsewhere = table(&keymap, |row| row.binding.phase != Phase::Reading && is_told(row));
    format!("{in_reading}\n<details>\n<summary>{ELSEWHERE}</summary>\n\n{elsewhere}\n</details>\n")
}

fn table(keymap: &Keymap, is_told: impl Fn(&Bound) -> bool) -> String {
    let mut table = String::from("| keys | what they do |\n|---|---|\n");
    for row in listed(keymap, is_told) {
        table.push_str(&match row {
            HelpRow::Heading(group) => format!("| **{}** | |\n", group.title()),
            HelpRow::Binding(bound) => {
                format!("| {} | {} |\n", table_cell(&written(bound, "`")), table_cell(&said(keymap, bound)))
            }
        });
    }
    table
}

/// Writes what a cell of a Markdown table holds, in which a stroke would end it.
fn table_cell(words: &str) -> String {
    words.replace('|', "\\|")
}

/// Gives a binding's keys to read, each between `quote`s; a row of digits as a range, and the command where there are none.
pub fn written(bound: &Bound, quote: &str) -> String {
    let quoted = |keys: &Keys| format!("{quote}{keys}{quote}");
    match bound.keys.as_slice() {
        [] => format!("{quote}:{}{quote}", bound.binding.action.name()),
        [first, .., last] if bound.binding.action == Action::Choose => format!("{}-{}", quoted(first), quoted(last)),
        keys => keys.iter().map(quoted).collect::<Vec<_>>().join(" "),
    }
}

/// Gives a binding's help, with the phase in which it holds where that is not reading.
pub fn said(keymap: &Keymap, bound: &Bound) -> String {
    let help = told(keymap, bound);
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

/// Gives a binding's help with the keys that it names.
pub(in crate::app) fn told(keymap: &Keymap, bound: &Bound) -> String {
    actions_in(Phase::Reading).fold(bound.binding.help.to_owned(), |help, action| {
        let place = format!("{{{}}}", action.name());
        if help.contains(&place) { help.replace(&place, &keymap.key(Phase::Reading, action)) } else { help }
    })
}
