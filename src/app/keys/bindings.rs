//! The default keymap, as one table.

use super::action::Action as A;
use super::binding::{Binding, bind};
use super::cluster_keys::CLUSTERS;
use super::diff_keys::DIFFING;
use super::many_keys::MANY;
use super::phase::Group as G;
use super::phase::Phase as P;

/// The default keymap.
pub const BINDINGS: &[Binding] = &ALL;

/// All bindings, those of what is seen of many articles at once last.
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

/// The bindings of what is seen of one or two articles.
const MOST: &[Binding] = &[
    bind((P::Reading, G::Matches, A::NextLink), &["n"], "next", "next match, its paragraphs face to face"),
    bind((P::Reading, G::Matches, A::PreviousLink), &["N"], "previous", "previous match"),
    bind((P::Reading, G::Matches, A::NextMatch), &["]c"], "", "next match, whatever is highlighted"),
    bind((P::Reading, G::Matches, A::PreviousMatch), &["[c"], "", "previous match, whatever is highlighted"),
    bind(
        (P::Reading, G::Matches, A::Pull),
        &["gm"],
        "",
        "bring the counterpart alongside, even a moved one; again for its next copy",
    ),
    bind((P::Reading, G::Matches, A::NextClass), &["f"], "", "highlight one class only, or what differs in a fact"),
    bind(
        (P::Reading, G::Matches, A::OnlyHere),
        &["o"],
        "unmatched",
        "highlight what is unmatched in the other article, then in all others; `{next-link}` steps through it",
    ),
    bind(
        (P::Reading, G::Matches, A::Diff),
        &["D"],
        "",
        "diff of the two articles, from left to right; again to go back",
    ),
    bind(
        (P::Reading, G::Finding, A::Matches),
        &["L"],
        "list",
        "list what is highlighted: matches and why each is one, or what has none",
    ),
    bind(
        (P::Reading, G::Finding, A::Search),
        &["/"],
        "search",
        "search all articles; `{next-link}` `{previous-link}` step through the hits until `{cancel}`",
    ),
    bind(
        (P::Reading, G::Finding, A::Elsewhere),
        &["*"],
        "find",
        "find this passage in all articles, exact wording first",
    ),
    bind((P::Reading, G::Finding, A::AlsoIn), &["a"], "versions", "compare this sentence across all articles"),
    bind(
        (P::Reading, G::Finding, A::Copy),
        &["y"],
        "copy",
        "copy the match or paragraph, with source and paragraph number",
    ),
    bind((P::Reading, G::Articles, A::Matrix), &["m"], "matrix", "matrix: how much of each article is in each other"),
    bind(
        (P::Reading, G::Articles, A::Synopsis),
        &["S"],
        "synopsis",
        "synopsis: each statement and which articles have it",
    ),
    bind(
        (P::Reading, G::Finding, A::Figures),
        &["F"],
        "",
        "numbers, dates and names that differ between articles with the same statement",
    ),
    bind(
        (P::Reading, G::Finding, A::Quotations),
        &["Q"],
        "",
        "all quotations: speaker, and whether the words are the same, cut or changed",
    ),
    bind((P::Reading, G::Finding, A::Origins), &[], "", "which articles have one text behind them, and the evidence"),
    bind((P::Reading, G::Articles, A::Articles), &["b"], "articles", "choose an open article by typing"),
    bind((P::Reading, G::Articles, A::Edit), &["e"], "edit", "open the article in `$VISUAL` or `$EDITOR` at this line"),
    bind((P::Reading, G::Articles, A::Reload), &[], "", "reload the article from its file"),
    bind((P::Reading, G::Matches, A::Review), &["r"], "", "mark as reviewed, or unmark; remembered"),
    bind(
        (P::Reading, G::Matches, A::Note),
        &["i"],
        "",
        "write a note on this match or paragraph (`†`); empty deletes it",
    ),
    bind((P::Reading, G::Moving, A::Back), &["Ctrl-o", "-"], "", "jump back"),
    bind((P::Reading, G::Moving, A::Forward), &["+", "Ctrl-i"], "", "jump forward"),
    bind((P::Reading, G::Moving, A::Down), &["j", "↓"], "", "row down; takes a count (`5{down}`)"),
    bind((P::Reading, G::Moving, A::Up), &["k", "↑"], "", "row up"),
    bind((P::Reading, G::Moving, A::HalfDown), &["Ctrl-d"], "", "half a screen down"),
    bind((P::Reading, G::Moving, A::HalfUp), &["Ctrl-u"], "", "half a screen up"),
    bind((P::Reading, G::Moving, A::PageDown), &["PgDn", "Space", "Ctrl-f"], "", "screen down"),
    bind((P::Reading, G::Moving, A::PageUp), &["PgUp", "Ctrl-b"], "", "screen up"),
    bind((P::Reading, G::Moving, A::RollDown), &["Ctrl-e"], "", "scroll a row down, cursor stays"),
    bind((P::Reading, G::Moving, A::RollUp), &["Ctrl-y"], "", "scroll a row up, cursor stays"),
    bind((P::Reading, G::Moving, A::Top), &["gg", "Home"], "", "top; with a count, that paragraph (`12{top}`)"),
    bind((P::Reading, G::Moving, A::Bottom), &["G", "End"], "", "end; with a count, that paragraph"),
    bind((P::Reading, G::Articles, A::OtherPane), &["Tab"], "other pane", "other pane, or the next of several"),
    bind((P::Reading, G::Articles, A::LeftPane), &["h", "←"], "", "pane to the left"),
    bind((P::Reading, G::Articles, A::RightPane), &["l", "→"], "", "pane to the right"),
    bind((P::Reading, G::Moving, A::Lock), &["s"], "", "lock or unlock scrolling of the panes together"),
    bind(
        (P::Reading, G::Articles, A::Choose),
        &["1", "2", "3", "4", "5", "6", "7", "8", "9"],
        "article",
        "show that article in this pane",
    ),
    bind(
        (P::Reading, G::Articles, A::OpenPane),
        &["|"],
        "",
        "open a third or fourth pane with the next article, or with article 4 (`4{open-pane}`); three need 120 columns",
    ),
    bind(
        (P::Reading, G::Articles, A::Base),
        &["="],
        "",
        "compare all panes with this one; again: each with the next one",
    ),
    bind((P::Reading, G::Articles, A::ClosePane), &["\\"], "", "close this pane; two stay open"),
    bind((P::Reading, G::Hiding, A::Hide), &["x"], "hide", "hide the paragraph under the cursor, for this session"),
    bind((P::Reading, G::Hiding, A::Mark), &["v"], "", "mark sentences, to hide or copy them"),
    bind(
        (P::Reading, G::Hiding, A::HideForGood),
        &["X"],
        "hide for good",
        "hide for good: make a rule, here or for all articles",
    ),
    bind((P::Reading, G::Hiding, A::Undo), &["u"], "", "undo: last hiding, rule, note or rejection"),
    bind((P::Reading, G::Hiding, A::Redo), &["Ctrl-r"], "", "redo"),
    bind((P::Reading, G::Hiding, A::Rules), &["R"], "", "rules: switch, rename, edit, delete, reorder"),
    bind((P::Reading, G::Hiding, A::Proposals), &["B"], "", "review what looks like boilerplate"),
    bind((P::Reading, G::Hiding, A::SaveRules), &["Ctrl-s"], "", "retry a failed save"),
    bind((P::Reading, G::Hiding, A::ShowHidden), &["H"], "", "show hidden text, dimmed, or fold it"),
    bind((P::Reading, G::Program, A::Help), &["?"], "help", "this help"),
    bind((P::Reading, G::Program, A::Legend), &["K"], "", "what each mark means, and what the figures count"),
    bind((P::Reading, G::Program, A::Command), &[":"], "", "command by name; a number goes to that paragraph"),
    bind((P::Reading, G::Program, A::Cancel), &["Esc"], "", "cancel a count or a half-typed key"),
    bind((P::Reading, G::Program, A::Mouse), &["M"], "", "mouse on or off (off: the terminal selects text)"),
    bind((P::Reading, G::Program, A::Suspend), &["Ctrl-z"], "", "suspend; `fg` returns"),
    bind((P::Reading, G::Program, A::Quit), &["q", "Ctrl-c"], "quit", "quit"),
    bind((P::Marking, G::Hiding, A::Down), &["j", "↓"], "extend", "mark one more sentence"),
    bind((P::Marking, G::Hiding, A::Up), &["k", "↑"], "shrink", "mark one sentence less"),
    bind((P::Marking, G::Hiding, A::RightPane), &["l", "→"], "", "mark the next sentence instead"),
    bind((P::Marking, G::Hiding, A::LeftPane), &["h", "←"], "", "mark the previous sentence instead"),
    bind((P::Marking, G::Hiding, A::Bottom), &["G", "End"], "to the end", "mark to the end"),
    bind((P::Marking, G::Hiding, A::Hide), &["x"], "hide", "hide the marked text for this session"),
    bind(
        (P::Marking, G::Hiding, A::HideForGood),
        &["X"],
        "hide for good",
        "hide for good: make a rule from the marked text",
    ),
    bind((P::Marking, G::Finding, A::Copy), &["y"], "copy", "copy the marked text, with its source"),
    bind((P::Marking, G::Hiding, A::Cancel), &["Esc", "v", "q"], "cancel", "cancel marking"),
    bind((P::Marking, G::Program, A::Help), &["?"], "help", ""),
    bind((P::Marking, G::Program, A::Suspend), &["Ctrl-z"], "", ""),
    bind((P::Marking, G::Program, A::Quit), &["Ctrl-c"], "", ""),
    bind((P::Picking, G::Hiding, A::NextFit), &["j", "↓"], "what", "next choice of what to hide"),
    bind((P::Picking, G::Hiding, A::PreviousFit), &["k", "↑"], "", "previous choice of what to hide"),
    bind((P::Picking, G::Hiding, A::NextScope), &["Tab", "l", "→"], "where", "next choice of where it applies"),
    bind(
        (P::Picking, G::Hiding, A::PreviousScope),
        &["Shift-Tab", "h", "←"],
        "",
        "previous choice of where it applies",
    ),
    bind((P::Picking, G::Hiding, A::NextHome), &["t"], "file", "save in your own file or the team's"),
    bind((P::Picking, G::Hiding, A::NextPlace), &["n"], "places", "next place it would hide"),
    bind((P::Picking, G::Hiding, A::PreviousPlace), &["N"], "", "previous place it would hide"),
    bind((P::Picking, G::Hiding, A::EditWords), &["e"], "edit", "edit the beginning, phrase or pattern"),
    bind((P::Picking, G::Hiding, A::Further), &["]"], "mark", "set a second mark, or move it a sentence down"),
    bind((P::Picking, G::Hiding, A::Nearer), &["["], "", "move the second mark a sentence up"),
    bind((P::Picking, G::Hiding, A::Accept), &["Enter"], "save", "save the rule"),
    bind((P::Picking, G::Hiding, A::Cancel), &["Esc", "q"], "cancel", "cancel: make no rule"),
    bind((P::Picking, G::Program, A::Help), &["?"], "help", ""),
    bind((P::Picking, G::Program, A::Suspend), &["Ctrl-z"], "", ""),
    bind((P::Picking, G::Program, A::Quit), &["Ctrl-c"], "", ""),
    bind((P::Helping, G::Program, A::Down), &["j", "↓"], "down", ""),
    bind((P::Helping, G::Program, A::Up), &["k", "↑"], "up", ""),
    bind((P::Helping, G::Program, A::HalfDown), &["Ctrl-d", "PgDn", "Space"], "", ""),
    bind((P::Helping, G::Program, A::HalfUp), &["Ctrl-u", "PgUp"], "", ""),
    bind((P::Helping, G::Program, A::Top), &["gg", "Home"], "", ""),
    bind((P::Helping, G::Program, A::Bottom), &["G", "End"], "", ""),
    bind((P::Helping, G::Program, A::Search), &["/"], "search", "search this help"),
    bind((P::Helping, G::Program, A::Cancel), &["Esc", "?", "q"], "close", ""),
    bind((P::Helping, G::Program, A::Suspend), &["Ctrl-z"], "", ""),
    bind((P::Helping, G::Program, A::Quit), &["Ctrl-c"], "", ""),
    bind((P::Prompting, G::Program, A::Complete), &["Tab"], "complete", "complete; again for the next completion"),
    bind((P::Prompting, G::Program, A::CompleteBack), &["Shift-Tab"], "", "previous completion"),
    bind((P::Prompting, G::Program, A::Earlier), &["↑", "Ctrl-p"], "earlier", "previous line"),
    bind((P::Prompting, G::Program, A::Later), &["↓", "Ctrl-n"], "", "next line"),
    bind((P::Prompting, G::Program, A::Accept), &["Enter"], "accept", "accept what is typed"),
    bind((P::Prompting, G::Program, A::Cancel), &["Esc"], "cancel", "cancel"),
    bind((P::Prompting, G::Program, A::Suspend), &["Ctrl-z"], "", ""),
    bind((P::Prompting, G::Program, A::Quit), &["Ctrl-c"], "", ""),
    bind((P::Ruling, G::Hiding, A::Down), &["j", "↓"], "", ""),
    bind((P::Ruling, G::Hiding, A::Up), &["k", "↑"], "", ""),
    bind((P::Ruling, G::Hiding, A::Top), &["gg", "Home"], "", ""),
    bind((P::Ruling, G::Hiding, A::Bottom), &["G", "End"], "", ""),
    bind((P::Ruling, G::Hiding, A::Toggle), &["Space"], "on/off", "switch the rule on or off"),
    bind((P::Ruling, G::Hiding, A::Rename), &["c"], "rename", "rename it"),
    bind((P::Ruling, G::Hiding, A::EditWords), &["e"], "edit", "edit its text"),
    bind((P::Ruling, G::Hiding, A::EditScope), &["w"], "where", "change where it applies"),
    bind((P::Ruling, G::Hiding, A::EditNote), &["n"], "note", "edit its note"),
    bind((P::Ruling, G::Hiding, A::Delete), &["d"], "delete", "delete it"),
    bind((P::Ruling, G::Hiding, A::MoveDown), &["J"], "move", "move it down"),
    bind((P::Ruling, G::Hiding, A::MoveUp), &["K"], "", "move it up"),
    bind((P::Ruling, G::Hiding, A::Undo), &["u"], "undo", "undo the last change"),
    bind((P::Ruling, G::Hiding, A::Redo), &["Ctrl-r"], "", ""),
    bind((P::Ruling, G::Hiding, A::Cancel), &["Esc", "R", "q"], "close", "back to the articles"),
    bind((P::Ruling, G::Program, A::Help), &["?"], "help", ""),
    bind((P::Ruling, G::Program, A::Suspend), &["Ctrl-z"], "", ""),
    bind((P::Ruling, G::Program, A::Quit), &["Ctrl-c"], "", ""),
    bind((P::Proposing, G::Hiding, A::Accept), &["y"], "hide for good", "hide for good: make a rule"),
    bind((P::Proposing, G::Hiding, A::Refuse), &["n"], "reject", "reject: never propose it again"),
    bind((P::Proposing, G::Hiding, A::NextHome), &["t"], "file", "save in your own file or the team's"),
    bind((P::Proposing, G::Hiding, A::Down), &["j", "↓"], "next", "next, leaving this one undecided"),
    bind((P::Proposing, G::Hiding, A::Up), &["k", "↑"], "", "previous"),
    bind((P::Proposing, G::Hiding, A::Undo), &["u"], "", "undo the last rule or rejection"),
    bind((P::Proposing, G::Hiding, A::Redo), &["Ctrl-r"], "", ""),
    bind((P::Proposing, G::Hiding, A::Cancel), &["Esc", "B", "q"], "close", "back to the articles"),
    bind((P::Proposing, G::Program, A::Help), &["?"], "help", ""),
    bind((P::Proposing, G::Program, A::Suspend), &["Ctrl-z"], "", ""),
    bind((P::Proposing, G::Program, A::Quit), &["Ctrl-c"], "", ""),
    bind((P::Listing, G::Program, A::Down), &["↓", "Ctrl-n"], "next", "next row; typing filters the list"),
    bind((P::Listing, G::Program, A::Up), &["↑", "Ctrl-p"], "previous", "previous row"),
    bind((P::Listing, G::Program, A::PageDown), &["PgDn"], "", ""),
    bind((P::Listing, G::Program, A::PageUp), &["PgUp"], "", ""),
    bind((P::Listing, G::Program, A::Accept), &["Enter"], "open", "open it"),
    bind(
        (P::Listing, G::Program, A::Sieve),
        &["Tab"],
        "other list",
        "another list: matches, unmatched here, unmatched in all others, figures that differ, quotations",
    ),
    bind((P::Listing, G::Program, A::Cancel), &["Esc"], "close", "close the list"),
    bind((P::Listing, G::Program, A::Suspend), &["Ctrl-z"], "", ""),
    bind((P::Listing, G::Program, A::Quit), &["Ctrl-c"], "", ""),
];

/// Finds the action of this name.
pub fn action_named(name: &str) -> Option<A> {
    BINDINGS.iter().map(|binding| binding.action).find(|action| action.name() == name)
}

/// Lists the actions that can be asked for in a phase, in the order of the help.
pub fn actions_in(phase: P) -> impl Iterator<Item = A> {
    BINDINGS.iter().filter(move |binding| binding.phase == phase).map(|binding| binding.action)
}
