//! What the keymap is made of: actions, when they can be asked for, and where the help tells of them.

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
    Note,
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
    Mouse,
    Choose,
    OpenPane,
    ClosePane,
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
    Command,
    Search,
    Matches,
    Elsewhere,
    AlsoIn,
    Copy,
    Edit,
    Reload,
    Complete,
    CompleteBack,
    Earlier,
    Later,
    Suspend,
    Quit,
    NextPlace,
    PreviousPlace,
    Further,
    Nearer,
    EditWords,
    Redo,
    Rules,
    Proposals,
    SaveRules,
    Toggle,
    Rename,
    EditNote,
    EditScope,
    NextHome,
    Delete,
    MoveDown,
    MoveUp,
    Refuse,
    Diff,
    NextChange,
    PreviousChange,
    Fold,
    MoreContext,
    LessContext,
    Inline,
    Marks,
    Matrix,
    Articles,
    FirstColumn,
    LastColumn,
    Sort,
}

impl Action {
    /// Gives its name, which stays the same from version to version.
    pub fn name(self) -> &'static str {
        match self {
            Action::NextLink => "next-link",
            Action::PreviousLink => "previous-link",
            Action::NextMatch => "next-match",
            Action::PreviousMatch => "previous-match",
            Action::Pull => "pull",
            Action::NextClass => "next-class",
            Action::OnlyHere => "only-here",
            Action::Review => "review",
            Action::Note => "note",
            Action::Back => "back",
            Action::Forward => "forward",
            Action::Lock => "lock",
            Action::Mouse => "mouse",
            Action::RollDown => "row-down",
            Action::RollUp => "row-up",
            Action::Down => "down",
            Action::Up => "up",
            Action::HalfDown => "half-down",
            Action::HalfUp => "half-up",
            Action::PageDown => "page-down",
            Action::PageUp => "page-up",
            Action::Top => "top",
            Action::Bottom => "bottom",
            Action::OtherPane => "other-pane",
            Action::LeftPane => "left-pane",
            Action::RightPane => "right-pane",
            Action::Choose => "article",
            Action::OpenPane => "open-pane",
            Action::ClosePane => "close-pane",
            Action::Mark => "mark",
            Action::Hide => "hide",
            Action::HideForGood => "hide-for-good",
            Action::Undo => "undo",
            Action::ShowHidden => "show-hidden",
            Action::NextFit => "next-fit",
            Action::PreviousFit => "previous-fit",
            Action::NextScope => "next-scope",
            Action::PreviousScope => "previous-scope",
            Action::Accept => "accept",
            Action::Cancel => "cancel",
            Action::Help => "help",
            Action::Command => "command",
            Action::Search => "search",
            Action::Matches => "matches",
            Action::Elsewhere => "elsewhere",
            Action::AlsoIn => "also-in",
            Action::Copy => "copy",
            Action::Edit => "edit",
            Action::Reload => "reload",
            Action::Complete => "complete",
            Action::CompleteBack => "complete-back",
            Action::Earlier => "earlier",
            Action::Later => "later",
            Action::Suspend => "suspend",
            Action::Quit => "quit",
            Action::NextPlace => "next-place",
            Action::PreviousPlace => "previous-place",
            Action::Further => "further",
            Action::Nearer => "nearer",
            Action::EditWords => "edit-words",
            Action::Redo => "redo",
            Action::Rules => "rules",
            Action::Proposals => "proposals",
            Action::SaveRules => "save-rules",
            Action::Toggle => "on-off",
            Action::Rename => "rename",
            Action::EditNote => "edit-note",
            Action::EditScope => "edit-scope",
            Action::NextHome => "next-file",
            Action::Delete => "delete",
            Action::MoveDown => "move-down",
            Action::MoveUp => "move-up",
            Action::Refuse => "refuse",
            Action::Diff => "diff",
            Action::NextChange => "next-change",
            Action::PreviousChange => "previous-change",
            Action::Fold => "fold",
            Action::MoreContext => "more-context",
            Action::LessContext => "less-context",
            Action::Inline => "inline",
            Action::Marks => "marks",
            Action::Matrix => "matrix",
            Action::Articles => "articles",
            Action::FirstColumn => "first-column",
            Action::LastColumn => "last-column",
            Action::Sort => "order",
        }
    }
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
    /// Typing a line at the bottom.
    Prompting,
    /// Going through the rules.
    Ruling,
    /// Going through proposals.
    Proposing,
    /// Choosing from a list.
    Listing,
    /// Reading what changed from one version to the other.
    Diffing,
    /// Walking the matrix.
    Matrix,
}

impl Phase {
    /// All phases.
    pub const ALL: [Phase; 10] = [
        Phase::Reading,
        Phase::Marking,
        Phase::Picking,
        Phase::Helping,
        Phase::Prompting,
        Phase::Ruling,
        Phase::Proposing,
        Phase::Listing,
        Phase::Diffing,
        Phase::Matrix,
    ];

    /// Gives its name, by which the configuration knows it.
    pub fn name(self) -> &'static str {
        match self {
            Phase::Reading => "reading",
            Phase::Marking => "marking",
            Phase::Picking => "picking",
            Phase::Helping => "helping",
            Phase::Prompting => "prompting",
            Phase::Ruling => "ruling",
            Phase::Proposing => "proposing",
            Phase::Listing => "listing",
            Phase::Diffing => "diffing",
            Phase::Matrix => "comparing",
        }
    }
}

/// A chapter of the help.
#[expect(missing_docs, reason = "each is named as its heading")]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Group {
    Matches,
    Changes,
    Finding,
    Moving,
    Articles,
    Hiding,
    Program,
}

impl Group {
    /// All chapters, in the order of the help.
    pub const ALL: [Group; 7] =
        [Group::Matches, Group::Changes, Group::Finding, Group::Moving, Group::Articles, Group::Hiding, Group::Program];

    /// Gives the heading.
    pub fn title(self) -> &'static str {
        match self {
            Group::Matches => "Matches",
            Group::Changes => "Changes",
            Group::Finding => "Finding",
            Group::Moving => "Moving",
            Group::Articles => "Articles",
            Group::Hiding => "Hiding",
            Group::Program => "Program",
        }
    }
}

/// Keys as they are by default, what they do, and how that is said.
#[derive(Clone, Copy, Debug)]
pub struct Binding {
    /// When it holds.
    pub phase: Phase,
    /// The keys that do it, as [`Keys::read`](super::Keys::read) reads them; the first is the one that hints name.
    pub keys: &'static [&'static str],
    /// What they do.
    pub action: Action,
    /// The chapter of the help in which it stands.
    pub group: Group,
    /// What they do, in a few words, for the hints at the bottom; empty where no hint is given.
    pub hint: &'static str,
    /// What they do, for the help and the manual; an action's name in braces stands for its first key. Empty where no help is needed.
    pub help: &'static str,
}
