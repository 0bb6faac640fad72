//! The legend of each list: the marks that it may show.

use crate::app::jobs::Listed;
use crate::app::keys::{LegendRow, Phase, legend};

/// The marks of the list of versions.
const VERSIONS: &[LegendRow] = &[
    ("▸", "the selected row"),
    ("✓", "you have read what it changed; `now`, which is not committed, gets no mark"),
    ("words −6 +6", "how many words it removed and added, compared with the version it was made from"),
    ("same words", "it changed no word"),
    ("… ?", "not compared yet; it cannot be compared"),
];

/// The marks of the list of files.
const FILES: &[LegendRow] = &[
    ("▸", "the selected row"),
    ("~", "edited"),
    ("- +", "removed or added"),
    ("⇄", "renamed"),
    ("…", "not compared yet"),
];

/// What a list of changes shows besides the marks of a diff.
const CHANGES: &[LegendRow] = &[
    ("▸", "the selected row"),
    ("~", "edited: words changed, or only punctuation, case or quotation marks"),
    ("- +", "removed or added"),
    ("⇄", "moved"),
    ("✓ †", "reviewed; has a note"),
];

/// The marks of one list.
pub(super) fn list_legend(listed: Listed) -> Vec<LegendRow> {
    let kept = |signs: &[&str]| {
        legend(Phase::Listing).iter().copied().filter(|(sign, _)| !signs.contains(sign)).collect::<Vec<LegendRow>>()
    };
    match listed {
        Listed::Versions => VERSIONS.to_vec(),
        Listed::Files => FILES.to_vec(),
        Listed::Changes => CHANGES.to_vec(),
        Listed::Articles => kept(&["│", "~", "≈", "⇄", "- +", "✓ †", "repeat"]),
        Listed::Elsewhere | Listed::Readings => {
            let mut rows = kept(&["⇄", "- +", "✓ †", "repeat", "67 % in 2"]);
            rows.push(("[- -]", "words of the passage at the cursor that are not here; what is only here stands out"));
            rows
        }
        _ => kept(&["- +", "67 % in 2"]),
    }
}
