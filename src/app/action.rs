//! The names of actions, by which the configuration and the command line know them.

use super::bindings::BINDINGS;
use super::keymap::{Action, Phase};

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

    /// Finds the action of this name.
    pub fn named(name: &str) -> Option<Self> {
        BINDINGS.iter().map(|binding| binding.action).find(|action| action.name() == name)
    }

    /// Gives the actions that can be asked for in a phase, in the order of the help.
    pub fn of(phase: Phase) -> impl Iterator<Item = Action> {
        BINDINGS.iter().filter(move |binding| binding.phase == phase).map(|binding| binding.action)
    }
}
