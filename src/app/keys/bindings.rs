//! The default keymap, as one table.

use super::action::Action as A;
use super::binding::{Binding, on};
use super::cluster_keys::CLUSTERS;
use super::diff_keys::DIFFING;
use super::many_keys::MANY;
use super::phase::Group as G;
use super::phase::Phase as P;

/// The default keymap.
pub const BINDINGS: &[Binding] = &ALL;

/// All bindings; those for many articles at once come last.
const ALL: [Binding; MOST.len() + DIFFING.len() + CLUSTERS.len() + MANY.len()] = {
    let mut all = [MOST[0]; MOST.len() + DIFFING.len() + CLUSTERS.len() + MANY.len()];
    let parts: [&[Binding]; 4] = [MOST, DIFFING, &CLUSTERS, &MANY];
    let (mut part, mut at) = (0, 0);
    while part < parts.len() {
        let mut row = 0;
        while row < parts[part].len() {
            all[at] = parts[part][row];
            (row, at) = (row + 1, at + 1);
        }
        part += 1;
    }
    all
};

/// The bindings for one or two articles.
const MOST: &[Binding] = &[
    on(P::Reading, G::Matches, A::NextLink).by(&["n"], "next", "next match, its paragraphs side by side"),
    on(P::Reading, G::Matches, A::PreviousLink).by(&["N"], "previous", "previous match"),
    on(P::Reading, G::Matches, A::NextMatch).by(&["]c"], "", "next match, whatever is highlighted"),
    on(P::Reading, G::Matches, A::PreviousMatch).by(&["[c"], "", "previous match, whatever is highlighted"),
    on(P::Reading, G::Matches, A::Pull).by(
        &["gm"],
        "",
        "bring the counterpart alongside, even a moved one; again for its next copy",
    ),
    on(P::Reading, G::Matches, A::NextClass).by(&["f"], "", "highlight one class only, or where a fact differs or only one side has it"),
    on(P::Reading, G::Matches, A::OnlyHere).by(
        &["o"],
        "unmatched",
        "highlight what is unmatched in the other article, then in all others; `{next-link}` steps through it",
    ),
    on(P::Reading, G::Matches, A::Diff).by(
        &["D"],
        "",
        "diff of the two articles, from left to right; again to go back",
    ),
    on(P::Reading, G::Finding, A::Matches).by(
        &["L"],
        "list",
        "list what is highlighted: matches and why each is one, or what has none",
    ),
    on(P::Reading, G::Finding, A::Search).by(
        &["/"],
        "search",
        "search all articles; `{next-link}` `{previous-link}` step through the hits until `{cancel}`",
    ),
    on(P::Reading, G::Finding, A::Elsewhere).by(
        &["*"],
        "find",
        "find this passage in all articles, exact wording first",
    ),
    on(P::Reading, G::Finding, A::AlsoIn).by(&["a"], "versions", "compare this sentence across all articles"),
    on(P::Reading, G::Finding, A::Copy).by(
        &["y"],
        "copy",
        "copy the match or paragraph, with source and paragraph number",
    ),
    on(P::Reading, G::Articles, A::Matrix).by(&["m"], "matrix", "matrix: how much of each article is in each other"),
    on(P::Reading, G::Articles, A::Synopsis).by(
        &["S"],
        "synopsis",
        "synopsis: each statement and which articles have it",
    ),
    on(P::Reading, G::Finding, A::Figures).by(
        &["F"],
        "",
        "numbers, dates and names that differ between articles with the same statement",
    ),
    on(P::Reading, G::Finding, A::Quotations).by(
        &["Q"],
        "",
        "all quotations: speaker, and whether the words are the same, cut or changed",
    ),
    on(P::Reading, G::Finding, A::Origins).by(&[], "", "which articles come from one text, and the evidence"),
    on(P::Reading, G::Articles, A::Articles).by(&["b"], "articles", "choose an open article by typing"),
    on(P::Reading, G::Articles, A::Edit).by(&["e"], "edit", "open the article in `$VISUAL` or `$EDITOR` at this line"),
    on(P::Reading, G::Articles, A::Reload).by(&[], "", "reload the article from its file"),
    on(P::Reading, G::Matches, A::Review).by(&["r"], "", "mark as reviewed, or unmark; remembered"),
    on(P::Reading, G::Matches, A::Note).by(
        &["i"],
        "",
        "write a note on this match or paragraph (`†`); empty deletes it",
    ),
    on(P::Reading, G::Moving, A::Back).by(&["Ctrl-o", "-"], "", "jump back"),
    on(P::Reading, G::Moving, A::Forward).by(&["+", "Ctrl-i"], "", "jump forward"),
    on(P::Reading, G::Moving, A::Down).by(&["j", "↓"], "", "row down; takes a count (`5{down}`)"),
    on(P::Reading, G::Moving, A::Up).by(&["k", "↑"], "", "row up"),
    on(P::Reading, G::Moving, A::HalfDown).by(&["Ctrl-d"], "", "half a screen down"),
    on(P::Reading, G::Moving, A::HalfUp).by(&["Ctrl-u"], "", "half a screen up"),
    on(P::Reading, G::Moving, A::PageDown).by(&["PgDn", "Space", "Ctrl-f"], "", "screen down"),
    on(P::Reading, G::Moving, A::PageUp).by(&["PgUp", "Ctrl-b"], "", "screen up"),
    on(P::Reading, G::Moving, A::RollDown).by(&["Ctrl-e"], "", "scroll a row down, cursor stays"),
    on(P::Reading, G::Moving, A::RollUp).by(&["Ctrl-y"], "", "scroll a row up, cursor stays"),
    on(P::Reading, G::Moving, A::Top).by(&["gg", "Home"], "", "top; with a count, that paragraph (`12{top}`)"),
    on(P::Reading, G::Moving, A::Bottom).by(&["G", "End"], "", "end; with a count, that paragraph"),
    on(P::Reading, G::Articles, A::OtherPane).by(&["Tab"], "other pane", "other pane, or the next of several"),
    on(P::Reading, G::Articles, A::LeftPane).by(&["h", "←"], "", "pane to the left"),
    on(P::Reading, G::Articles, A::RightPane).by(&["l", "→"], "", "pane to the right"),
    on(P::Reading, G::Moving, A::Lock).by(&["s"], "", "lock the panes, so that they scroll together, or unlock them"),
    on(P::Reading, G::Articles, A::Choose).by(
        &["1", "2", "3", "4", "5", "6", "7", "8", "9"],
        "article",
        "show that article in this pane",
    ),
    on(P::Reading, G::Articles, A::OpenPane).by(
        &["|"],
        "",
        "open a third or fourth pane with the next article, or with article 4 (`4{open-pane}`); three need 120 columns",
    ),
    on(P::Reading, G::Articles, A::Base).by(
        &["="],
        "",
        "compare all panes with this one; again: each with the next one",
    ),
    on(P::Reading, G::Articles, A::ClosePane).by(&["\\"], "", "close this pane; two stay open"),
    on(P::Reading, G::Hiding, A::Hide).by(&["x"], "hide", "hide the paragraph under the cursor, for this session"),
    on(P::Reading, G::Hiding, A::Mark).by(&["v"], "", "mark sentences, to hide or copy them"),
    on(P::Reading, G::Hiding, A::HideForGood).by(
        &["X"],
        "hide for good",
        "hide for good: make a rule, here or for all articles",
    ),
    on(P::Reading, G::Hiding, A::Undo).by(&["u"], "", "undo: last hiding, rule, note or rejection"),
    on(P::Reading, G::Hiding, A::Redo).by(&["Ctrl-r"], "", "redo"),
    on(P::Reading, G::Hiding, A::Rules).by(&["R"], "", "rules: switch, rename, edit, delete, reorder"),
    on(P::Reading, G::Hiding, A::Proposals).by(&["B"], "", "review what looks like boilerplate"),
    on(P::Reading, G::Hiding, A::SaveRules).by(&["Ctrl-s"], "", "retry a failed save"),
    on(P::Reading, G::Hiding, A::ShowHidden).by(&["H"], "", "show hidden text, dimmed, or fold it"),
    on(P::Reading, G::Program, A::Help).by(&["?", "F1"], "help", "this help"),
    on(P::Reading, G::Program, A::Legend).by(&["K"], "", "what each mark means, and what the figures count"),
    on(P::Reading, G::Program, A::Command).by(&[":"], "", "command by name; a number goes to that paragraph"),
    on(P::Reading, G::Program, A::Cancel).by(
        &["Esc"],
        "",
        "cancel a count or a half-typed key, end a search, or highlight everything shared again",
    ),
    on(P::Reading, G::Program, A::Mouse).by(&["M"], "", "mouse on or off (off: the terminal selects text)"),
    on(P::Reading, G::Program, A::Suspend).by(&["Ctrl-z"], "", "suspend; `fg` returns"),
    on(P::Reading, G::Program, A::Quit).by(&["q", "Ctrl-c"], "quit", "quit"),
    on(P::Marking, G::Hiding, A::Down).by(&["j", "↓"], "extend", "mark one more sentence"),
    on(P::Marking, G::Hiding, A::Up).by(&["k", "↑"], "shrink", "mark one sentence less"),
    on(P::Marking, G::Hiding, A::RightPane).by(&["l", "→"], "", "mark the next sentence instead"),
    on(P::Marking, G::Hiding, A::LeftPane).by(&["h", "←"], "", "mark the previous sentence instead"),
    on(P::Marking, G::Hiding, A::Bottom).by(&["G", "End"], "to the end", "mark to the end"),
    on(P::Marking, G::Hiding, A::Hide).by(&["x"], "hide", "hide the marked text for this session"),
    on(P::Marking, G::Hiding, A::HideForGood).by(
        &["X"],
        "hide for good",
        "hide for good: make a rule from the marked text",
    ),
    on(P::Marking, G::Finding, A::Copy).by(&["y"], "copy", "copy the marked text, with its source"),
    on(P::Marking, G::Hiding, A::Cancel).by(&["Esc", "v", "q"], "cancel", "cancel marking"),
    on(P::Marking, G::Program, A::Help).by(&["?", "F1"], "help", ""),
    on(P::Marking, G::Program, A::Suspend).by(&["Ctrl-z"], "", ""),
    on(P::Marking, G::Program, A::Quit).by(&["Ctrl-c"], "", ""),
    on(P::Picking, G::Hiding, A::NextFit).by(&["j", "↓"], "what", "next choice of what to hide"),
    on(P::Picking, G::Hiding, A::PreviousFit).by(&["k", "↑"], "", "previous choice of what to hide"),
    on(P::Picking, G::Hiding, A::NextScope).by(&["Tab", "l", "→"], "where", "next choice of where it applies"),
    on(P::Picking, G::Hiding, A::PreviousScope).by(&["Shift-Tab", "h", "←"], "", "previous choice of where it applies"),
    on(P::Picking, G::Hiding, A::NextHome).by(&["t"], "file", "save in your own file or the team's"),
    on(P::Picking, G::Hiding, A::NextPlace).by(&["n"], "places", "next place it would hide"),
    on(P::Picking, G::Hiding, A::PreviousPlace).by(&["N"], "", "previous place it would hide"),
    on(P::Picking, G::Hiding, A::EditWords).by(&["e"], "edit", "edit the beginning, phrase or pattern"),
    on(P::Picking, G::Hiding, A::Further).by(&["]"], "mark", "set a second mark, or move it a sentence down"),
    on(P::Picking, G::Hiding, A::Nearer).by(&["["], "", "move the second mark a sentence up"),
    on(P::Picking, G::Hiding, A::Accept).by(&["Enter"], "save", "save the rule"),
    on(P::Picking, G::Hiding, A::Cancel).by(&["Esc", "q"], "cancel", "cancel: make no rule"),
    on(P::Picking, G::Program, A::Help).by(&["?", "F1"], "help", ""),
    on(P::Picking, G::Program, A::Suspend).by(&["Ctrl-z"], "", ""),
    on(P::Picking, G::Program, A::Quit).by(&["Ctrl-c"], "", ""),
    on(P::Helping, G::Program, A::Down).by(&["j", "↓"], "down", ""),
    on(P::Helping, G::Program, A::Up).by(&["k", "↑"], "up", ""),
    on(P::Helping, G::Program, A::HalfDown).by(&["Ctrl-d", "PgDn", "Space"], "", ""),
    on(P::Helping, G::Program, A::HalfUp).by(&["Ctrl-u", "PgUp"], "", ""),
    on(P::Helping, G::Program, A::Top).by(&["gg", "Home"], "", "first row"),
    on(P::Helping, G::Program, A::Bottom).by(&["G", "End"], "", "last row"),
    on(P::Helping, G::Program, A::Search).by(&["/"], "search", "search this help"),
    on(P::Helping, G::Program, A::Cancel).by(
        &["Esc", "?", "F1", "q"],
        "close",
        "clear the filter, then close the help",
    ),
    on(P::Helping, G::Program, A::Suspend).by(&["Ctrl-z"], "", ""),
    on(P::Helping, G::Program, A::Quit).by(&["Ctrl-c"], "", ""),
    on(P::Prompting, G::Program, A::Complete).by(&["Tab"], "complete", "complete; again for the next completion"),
    on(P::Prompting, G::Program, A::CompleteBack).by(&["Shift-Tab"], "", "previous completion"),
    on(P::Prompting, G::Program, A::Earlier).by(&["↑", "Ctrl-p"], "earlier", "previous line"),
    on(P::Prompting, G::Program, A::Later).by(&["↓", "Ctrl-n"], "", "next line"),
    on(P::Prompting, G::Program, A::Accept).by(&["Enter"], "accept", "accept what is typed"),
    on(P::Prompting, G::Program, A::Cancel).by(&["Esc"], "cancel", "cancel"),
    on(P::Prompting, G::Program, A::Help).by(&["F1"], "help", ""),
    on(P::Prompting, G::Program, A::Suspend).by(&["Ctrl-z"], "", ""),
    on(P::Prompting, G::Program, A::Quit).by(&["Ctrl-c"], "", ""),
    on(P::Ruling, G::Hiding, A::Down).by(&["j", "↓"], "", ""),
    on(P::Ruling, G::Hiding, A::Up).by(&["k", "↑"], "", ""),
    on(P::Ruling, G::Hiding, A::Top).by(&["gg", "Home"], "", "first rule"),
    on(P::Ruling, G::Hiding, A::Bottom).by(&["G", "End"], "", "last rule"),
    on(P::Ruling, G::Hiding, A::Toggle).by(&["Space"], "on/off", "switch the rule on or off"),
    on(P::Ruling, G::Hiding, A::Rename).by(&["c"], "rename", "rename it"),
    on(P::Ruling, G::Hiding, A::EditWords).by(&["e"], "edit", "edit its text"),
    on(P::Ruling, G::Hiding, A::EditScope).by(&["w"], "where", "change where it applies"),
    on(P::Ruling, G::Hiding, A::EditNote).by(&["n"], "note", "edit its note"),
    on(P::Ruling, G::Hiding, A::Delete).by(&["d"], "delete", "delete it"),
    on(P::Ruling, G::Hiding, A::MoveDown).by(&["J"], "move", "move it down"),
    on(P::Ruling, G::Hiding, A::MoveUp).by(&["K"], "", "move it up"),
    on(P::Ruling, G::Hiding, A::Undo).by(&["u"], "undo", "undo the last change"),
    on(P::Ruling, G::Hiding, A::Redo).by(&["Ctrl-r"], "", ""),
    on(P::Ruling, G::Hiding, A::Cancel).by(&["Esc", "R", "q"], "close", "back to the articles"),
    on(P::Ruling, G::Program, A::Help).by(&["?", "F1"], "help", ""),
    on(P::Ruling, G::Program, A::Suspend).by(&["Ctrl-z"], "", ""),
    on(P::Ruling, G::Program, A::Quit).by(&["Ctrl-c"], "", ""),
    on(P::Proposing, G::Hiding, A::Accept).by(&["y"], "hide for good", "hide for good: make a rule"),
    on(P::Proposing, G::Hiding, A::Refuse).by(&["n"], "reject", "reject: never propose it again"),
    on(P::Proposing, G::Hiding, A::NextHome).by(&["t"], "file", "save in your own file or the team's"),
    on(P::Proposing, G::Hiding, A::Down).by(&["j", "↓"], "next", "next, leaving this one undecided"),
    on(P::Proposing, G::Hiding, A::Up).by(&["k", "↑"], "", "previous"),
    on(P::Proposing, G::Hiding, A::Undo).by(&["u"], "", "undo the last rule or rejection"),
    on(P::Proposing, G::Hiding, A::Redo).by(&["Ctrl-r"], "", ""),
    on(P::Proposing, G::Hiding, A::Cancel).by(&["Esc", "B", "q"], "close", "back to the articles"),
    on(P::Proposing, G::Program, A::Help).by(&["?", "F1"], "help", ""),
    on(P::Proposing, G::Program, A::Suspend).by(&["Ctrl-z"], "", ""),
    on(P::Proposing, G::Program, A::Quit).by(&["Ctrl-c"], "", ""),
    on(P::Listing, G::Program, A::Down).by(&["↓", "Ctrl-n"], "next", "next row; typing filters the list"),
    on(P::Listing, G::Program, A::Up).by(&["↑", "Ctrl-p"], "previous", "previous row"),
    on(P::Listing, G::Program, A::PageDown).by(&["PgDn"], "", ""),
    on(P::Listing, G::Program, A::PageUp).by(&["PgUp"], "", ""),
    on(P::Listing, G::Program, A::Accept).by(&["Enter"], "open", "open it"),
    on(P::Listing, G::Program, A::Sieve).by(
        &["Tab"],
        "other list",
        "another list of the pair: matches, unmatched here, unmatched in all others, differences (numbers, dates, names), quotations; among versions, choose one to compare; among clusters, sort",
    ),
    on(P::Listing, G::Program, A::Cancel).by(&["Esc"], "close", "close the list"),
    on(P::Listing, G::Program, A::Help).by(&["?", "F1"], "help", "this help; `?` only while the filter is empty"),
    on(P::Listing, G::Program, A::Suspend).by(&["Ctrl-z"], "", ""),
    on(P::Listing, G::Program, A::Quit).by(&["Ctrl-c"], "", ""),
];

/// Finds the action with this name.
pub fn action_named(name: &str) -> Option<A> {
    BINDINGS.iter().map(|binding| binding.action).find(|action| action.name() == name)
}

/// Lists the actions in a phase, in the order of the help.
pub fn actions_in(phase: P) -> impl Iterator<Item = A> {
    BINDINGS.iter().filter(move |binding| binding.phase == phase).map(|binding| binding.action)
}
