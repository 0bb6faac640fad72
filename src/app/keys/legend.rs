//! The legend: what each mark on the screen means and what the figures count.

use super::phase::Phase;

/// A mark and its meaning.
pub type LegendRow = (&'static str, &'static str);

/// The marks of the reading view, and of what lies over it.
const READING: &[LegendRow] = &[
    ("│", "verbatim: the same words; case, quotation marks and punctuation do not count"),
    ("~", "edited: partly the same wording; the words that differ stand out"),
    ("≈", "reworded: probably the same statement in other words"),
    ("⇄", "moved: one of these, in another order"),
    ("no mark", "unmatched: no match was found in the article it is compared with"),
    ("base", "the article with which all panes are compared; else each with the next one"),
    ("▸ ›", "the cursor, and the row that faces it in the other pane"),
    ("⋯", "hidden text"),
    ("✓ † ‡", "reviewed; has a note; both"),
    ("×2", "the match has two copies; `gm` shows the next"),
    ("repeat", "of a better match: one of its passages matches another one better; its mark is pale"),
    ("╭ ─ ╯", "lines link matching paragraphs; a heavy one (━) is the match at the cursor"),
    ("↑ ↓", "the linked paragraph is further up or down"),
    (
        "┃ ╏ ┊ ⋯",
        "the strip at the edge is the whole article: verbatim, edited, reworded, hidden; the highlighted part is on the screen",
    ),
    ("•", "a search hit, in the strip"),
    (
        "62 % match 2",
        "how many of this article's words are in passages that match article 2, then by class (31│ 31~), and how many of them moved \
         (17⇄); an edited passage counts whole; hidden words do not count",
    ),
];

/// The marks of lists.
const LISTING: &[LegendRow] = &[
    ("▸", "the selected row"),
    ("│", "verbatim: the same words; case, quotation marks and punctuation do not count"),
    ("~", "edited: partly the same wording"),
    ("≈", "reworded: probably the same statement in other words"),
    ("⇄", "moved: one of these, in another order"),
    ("- +", "in a list of changes: removed or added"),
    ("✓ †", "reviewed; has a note"),
    ("repeat", "of a better match: one of its passages matches another one better"),
    (
        "67 % in 2",
        "in the list of articles: how many of its words are in runs of five or more that article 2 has, as in the matrix",
    ),
];

/// The marks of a diff.
const DIFFING: &[LegendRow] = &[
    ("~", "edited: words changed, or only punctuation, case or quotation marks"),
    ("- +", "a paragraph that was removed or added"),
    ("⇄", "a paragraph that moved"),
    ("↵ ¶ ·", "where breaks count: a line break, a paragraph break, or none, unlike the other version"),
    ("✓ † ‡", "reviewed; has a note; both"),
    ("⋯", "unchanged or hidden text, folded"),
    ("▸ ›", "the cursor, and the row that faces it"),
    ("words −6 +6", "how many words were removed and added"),
    ("┃ ╏ ┊", "the strip at the edge is the whole text: removed or added, changed, moved"),
];

/// The marks of the matrix.
const MATRIX: &[LegendRow] = &[
    ("62", "percent of the words of the row's article that are also in the column's article"),
    ("", "counts runs of five or more words; the header of a pair also counts edited and reworded text"),
    ("?", "one of the two has fewer than eight words: too short to tell here; the pair's header tells"),
    ("░ ▒ ▓ █", "more than 0, 25, 50 and 75 percent"),
    ("▸", "the row of the selected cell"),
];

/// The marks of the synopsis.
const SYNOPSIS: &[LegendRow] = &[
    ("│", "the same words as those shown"),
    ("~ ≈", "edited; reworded"),
    ("⇄", "out of the order of the story"),
    ("●", "unmatched: no match was found in the other articles"),
    ("○", "only a weak match, which the panes show as reworded: too little to make it one statement"),
    ("·", "no match was found in this article"),
    ("¬ #", "a negation or a number differs among the articles"),
    ("D N \"", "a date, a name or the words of a quotation differ"),
    ("⋯", "a fold: statements that the same articles have"),
    ("✓ † ‡", "reviewed; has a note; both"),
    ("▸ ‹", "the selected row and cell"),
    ("base", "the article whose wording is shown for a statement, if it has all of it; else that of another"),
];

/// The marks used in a phase.
pub fn legend(phase: Phase) -> &'static [LegendRow] {
    match phase {
        Phase::Diffing => DIFFING,
        Phase::Matrix => MATRIX,
        Phase::Synopsis => SYNOPSIS,
        Phase::Listing => LISTING,
        Phase::Prompting | Phase::Ruling | Phase::Proposing => &[],
        _ => READING,
    }
}
