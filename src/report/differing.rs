//! Says how many facts were found to differ, for reports and the screen.

use crate::collate::Synopsis;
use crate::facts::ChangeKind;
use crate::text::plural;

/// Says in how many statements facts differ, as far as any were found: not all are.
pub fn differing_facts(synopsis: &Synopsis) -> String {
    match synopsis.rows.iter().filter(|row| row.odds.has_fact()).count() {
        0 => "found no facts that differ".to_owned(),
        odd => format!("facts differ in {odd}"),
    }
}

/// Says how many numbers, dates and names were found to differ, among how many statements, and how many negations, which only the synopsis has.
pub fn differences_found(synopsis: &Synopsis) -> String {
    let shared = synopsis.rows.iter().filter(|row| row.cells.len() > 1);
    let denied = shared.clone().filter(|row| row.odds.has(ChangeKind::Negation)).count();
    let negations = format!("{}: see the synopsis", plural(denied, "negation"));
    match (synopsis.discords.len(), shared.count(), denied) {
        (0, 0, _) => "Found no statement in two articles, so no facts to compare".to_owned(),
        (0, shared, 0) => {
            format!("Found no number, date or name that differs in {}", plural(shared, "shared statement"))
        }
        (0, ..) => format!("Found no number, date or name that differs, but {negations}"),
        (some, _, 0) => format!("{} (number, date or name)", plural(some, "difference")),
        (some, ..) => format!("{} (number, date or name), and {negations}", plural(some, "difference")),
    }
}
