//! The keymap: one table from which keys are looked up and help, hints and the README's table are made.

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
    Back,
    Forward,
    Down,
    Up,
    HalfDown,
    HalfUp,
    PageDown,
    PageUp,
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

use Action as A;
use Group as G;
use Phase as P;

const fn bind(
    (phase, group, action): (Phase, Group, Action),
    keys: &'static [&'static str],
    hint: &'static str,
    help: &'static str,
) -> Binding {
    Binding { phase, keys, action, group, hint, help }
}

/// The default keymap.
pub const BINDINGS: &[Binding] = &[
    bind((P::Reading, G::Matches, A::NextLink), &["n"], "next", "next matching paragraphs, face to face"),
    bind((P::Reading, G::Matches, A::PreviousLink), &["N"], "previous", "previous matching paragraphs"),
    bind((P::Reading, G::Matches, A::NextMatch), &["]c"], "", "next matching paragraphs, whatever is lit"),
    bind((P::Reading, G::Matches, A::PreviousMatch), &["[c"], "", "previous matching paragraphs, whatever is lit"),
    bind(
        (P::Reading, G::Matches, A::Pull),
        &["gm"],
        "",
        "pull the counterpart alongside, a moved one too; again for its next copy",
    ),
    bind(
        (P::Reading, G::Matches, A::NextClass),
        &["f"],
        "class",
        "light one class alone: verbatim, edited, reworded, moved",
    ),
    bind(
        (P::Reading, G::Matches, A::OnlyHere),
        &["o"],
        "only here",
        "light what stands only here; `n` steps through it",
    ),
    bind((P::Reading, G::Moving, A::Back), &["Ctrl-o", "-"], "", "back to where the last jump began"),
    bind((P::Reading, G::Moving, A::Forward), &["+", "Ctrl-i"], "", "forward again"),
    bind((P::Reading, G::Moving, A::Down), &["j", "↓"], "", "a row down; a count before it repeats it (`5j`)"),
    bind((P::Reading, G::Moving, A::Up), &["k", "↑"], "", "a row up"),
    bind((P::Reading, G::Moving, A::HalfDown), &["Ctrl-d"], "", "half a screen down"),
    bind((P::Reading, G::Moving, A::HalfUp), &["Ctrl-u"], "", "half a screen up"),
    bind((P::Reading, G::Moving, A::PageDown), &["PgDn", "Space", "Ctrl-f"], "", "a screen down"),
    bind((P::Reading, G::Moving, A::PageUp), &["PgUp", "Ctrl-b"], "", "a screen up"),
    bind((P::Reading, G::Moving, A::Top), &["gg", "Home"], "", "to the top; with a count to that paragraph (`12gg`)"),
    bind((P::Reading, G::Moving, A::Bottom), &["G", "End"], "", "to the end; with a count to that paragraph"),
    bind((P::Reading, G::Articles, A::OtherPane), &["Tab"], "other pane", "to the other pane"),
    bind((P::Reading, G::Articles, A::LeftPane), &["h", "←"], "", "to the left pane"),
    bind((P::Reading, G::Articles, A::RightPane), &["l", "→"], "", "to the right pane"),
    bind((P::Reading, G::Moving, A::Lock), &["s"], "", "lock the panes together, or let each move alone"),
    bind(
        (P::Reading, G::Articles, A::Choose),
        &["1", "2", "3", "4", "5", "6", "7", "8", "9"],
        "article",
        "put that article into this pane",
    ),
    bind((P::Reading, G::Hiding, A::Hide), &["x"], "hide", "hide the paragraph under the cursor, for this session"),
    bind((P::Reading, G::Hiding, A::Mark), &["v"], "", "mark sentences, to hide these only"),
    bind(
        (P::Reading, G::Hiding, A::HideForGood),
        &["X"],
        "hide for good",
        "make a rule that hides it, here and elsewhere, for good",
    ),
    bind((P::Reading, G::Hiding, A::Undo), &["u"], "", "take the last hiding back"),
    bind((P::Reading, G::Hiding, A::ShowHidden), &["H"], "", "show what is hidden, dimmed; fold it again"),
    bind((P::Reading, G::Program, A::Help), &["?"], "help", "this help"),
    bind((P::Reading, G::Program, A::Cancel), &["Esc"], "", "forget a count or a half-typed key"),
    bind((P::Reading, G::Program, A::Suspend), &["Ctrl-z"], "", "back to the shell for a while; `fg` returns"),
    bind((P::Reading, G::Program, A::Quit), &["q", "Ctrl-c"], "quit", "quit"),
    bind((P::Marking, G::Hiding, A::Down), &["j", "↓"], "sentence more", "mark a sentence more"),
    bind((P::Marking, G::Hiding, A::Up), &["k", "↑"], "sentence less", "mark a sentence less"),
    bind((P::Marking, G::Hiding, A::RightPane), &["l", "→"], "", "mark the next sentence instead"),
    bind((P::Marking, G::Hiding, A::LeftPane), &["h", "←"], "", "mark the sentence before instead"),
    bind((P::Marking, G::Hiding, A::Bottom), &["G", "End"], "to the end", "mark everything to the end"),
    bind((P::Marking, G::Hiding, A::Hide), &["x"], "hide", "hide what is marked, for this session"),
    bind((P::Marking, G::Hiding, A::HideForGood), &["X"], "hide for good", "make a rule of what is marked"),
    bind((P::Marking, G::Hiding, A::Cancel), &["Esc", "v", "q"], "leave", "mark nothing"),
    bind((P::Marking, G::Program, A::Suspend), &["Ctrl-z"], "", ""),
    bind((P::Marking, G::Program, A::Quit), &["Ctrl-c"], "", ""),
    bind((P::Picking, G::Hiding, A::NextFit), &["j", "↓"], "what", "what the rule hides: next choice"),
    bind((P::Picking, G::Hiding, A::PreviousFit), &["k", "↑"], "", "what the rule hides: previous choice"),
    bind((P::Picking, G::Hiding, A::NextScope), &["Tab", "l", "→"], "where", "where the rule holds: next choice"),
    bind(
        (P::Picking, G::Hiding, A::PreviousScope),
        &["Shift-Tab", "h", "←"],
        "",
        "where the rule holds: previous choice",
    ),
    bind((P::Picking, G::Hiding, A::Accept), &["Enter"], "save", "save the rule"),
    bind((P::Picking, G::Hiding, A::Cancel), &["Esc", "q"], "leave", "make no rule"),
    bind((P::Picking, G::Program, A::Suspend), &["Ctrl-z"], "", ""),
    bind((P::Picking, G::Program, A::Quit), &["Ctrl-c"], "", ""),
    bind((P::Helping, G::Program, A::Down), &["j", "↓"], "down", ""),
    bind((P::Helping, G::Program, A::Up), &["k", "↑"], "up", ""),
    bind((P::Helping, G::Program, A::HalfDown), &["Ctrl-d", "PgDn", "Space"], "", ""),
    bind((P::Helping, G::Program, A::HalfUp), &["Ctrl-u", "PgUp"], "", ""),
    bind((P::Helping, G::Program, A::Top), &["gg", "Home"], "", ""),
    bind((P::Helping, G::Program, A::Bottom), &["G", "End"], "", ""),
    bind((P::Helping, G::Program, A::Cancel), &["Esc", "?", "q"], "leave", ""),
    bind((P::Helping, G::Program, A::Suspend), &["Ctrl-z"], "", ""),
    bind((P::Helping, G::Program, A::Quit), &["Ctrl-c"], "", ""),
];

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
