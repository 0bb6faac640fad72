//! The keymap: keys are looked up in it, and help, hints and the README's table are made from it.

use super::bindings::BINDINGS;
use super::key::Keys;

/// What a key can ask for.
#[expect(missing_docs, reason = "the keymap says what each does")]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Action {
    NextLink,
    PreviousLink,
    NextMatch,
    PreviousMatch,
    Pull,
    NextClass,
    OnlyHere,
    Review,
    Back,
    Forward,
    Down,
    Up,
    HalfDown,
    HalfUp,
    PageDown,
    PageUp,
    RollDown,
    RollUp,
    Top,
    Bottom,
    OtherPane,
    LeftPane,
    RightPane,
    Lock,
    Choose,
    Mark,
    Hide,
    HideForGood,
    Undo,
    ShowHidden,
    NextFit,
    PreviousFit,
    NextScope,
    PreviousScope,
    Accept,
    Cancel,
    Help,
    Suspend,
    Quit,
}

/// When a binding holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Phase {
    /// Reading.
    Reading,
    /// Marking sentences.
    Marking,
    /// Choosing a hide rule.
    Picking,
    /// Reading the help.
    Helping,
}

/// A chapter of the help.
#[expect(missing_docs, reason = "each is named as its heading")]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Group {
    Matches,
    Moving,
    Articles,
    Hiding,
    Program,
}

impl Group {
    /// All chapters, in the order of the help.
    pub const ALL: [Group; 5] = [Group::Matches, Group::Moving, Group::Articles, Group::Hiding, Group::Program];

    /// Gives the heading.
    pub fn title(self) -> &'static str {
        match self {
            Group::Matches => "Matches",
            Group::Moving => "Moving",
            Group::Articles => "Articles",
            Group::Hiding => "Hiding",
            Group::Program => "Program",
        }
    }
}

/// Keys, what they do, and how that is said.
#[derive(Clone, Copy, Debug)]
pub struct Binding {
    /// When it holds.
    pub phase: Phase,
    /// The keys that do it, as [`Keys::read`] reads them; the first is the one that hints name.
    pub keys: &'static [&'static str],
    /// What they do.
    pub action: Action,
    /// The chapter of the help in which it stands.
    pub group: Group,
    /// What they do, in a few words, for the hints at the bottom; empty where no hint is given.
    pub hint: &'static str,
    /// What they do, for the help and the README.
    pub help: &'static str,
}

/// What keys typed so far amount to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// They ask for this.
    Action(Action),
    /// They begin something longer.
    Begun,
    /// They mean nothing here.
    Nothing,
}

/// Looks keys up.
pub fn find(phase: Phase, typed: &Keys) -> Found {
    let mut found = Found::Nothing;
    for binding in BINDINGS.iter().filter(|binding| binding.phase == phase) {
        for keys in binding.keys.iter().map(|keys| Keys::read(keys)) {
            if keys == *typed {
                return Found::Action(binding.action);
            }
            if keys.0.starts_with(&typed.0) {
                found = Found::Begun;
            }
        }
    }
    found
}

/// Gives the rows of the help: a heading or a binding each.
pub fn help() -> Vec<HelpRow> {
    let mut rows = Vec::new();
    for group in Group::ALL {
        rows.push(HelpRow::Heading(group));
        let bindings = BINDINGS.iter().filter(|binding| binding.group == group && !binding.help.is_empty());
        rows.extend(bindings.map(HelpRow::Binding));
    }
    rows
}

/// A row of the help.
#[derive(Clone, Copy, Debug)]
pub enum HelpRow {
    /// The heading of a chapter.
    Heading(Group),
    /// Keys and what they do.
    Binding(&'static Binding),
}

/// Writes the keymap as the README's table.
pub fn markdown() -> String {
    let mut table = String::from("| keys | what they do |\n|---|---|\n");
    for row in help() {
        table.push_str(&match row {
            HelpRow::Heading(group) => format!("| **{}** | |\n", group.title()),
            HelpRow::Binding(binding) => format!("| {} | {} |\n", written(binding, "`"), said(binding)),
        });
    }
    table
}

/// Gives a binding's keys to read, each between `quote`s; a row of digits as a range.
pub fn written(binding: &Binding, quote: &str) -> String {
    let keys = match binding.keys {
        [first, .., last] if binding.action == Action::Choose => {
            return format!("{quote}{first}{quote}-{quote}{last}{quote}");
        }
        keys => keys,
    };
    keys.iter().map(|keys| format!("{quote}{keys}{quote}")).collect::<Vec<_>>().join(" ")
}

/// Gives a binding's help, with the phase in which it holds where that is not reading.
pub fn said(binding: &Binding) -> String {
    match binding.phase {
        Phase::Reading | Phase::Helping => binding.help.to_owned(),
        Phase::Marking => format!("marking: {}", binding.help),
        Phase::Picking => format!("hide question: {}", binding.help),
    }
}
