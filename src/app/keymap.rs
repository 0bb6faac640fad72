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
    /// The keys that do it, as [`Keys::read`] reads them; the first is the one that hints name.
    pub keys: &'static [&'static str],
    /// What they do.
    pub action: Action,
    /// The chapter of the help in which it stands.
    pub group: Group,
    /// What they do, in a few words, for the hints at the bottom; empty where no hint is given.
    pub hint: &'static str,
    /// What they do, for the help and the README; an action's name in braces stands for its first key. Empty where no help is needed.
    pub help: &'static str,
}
