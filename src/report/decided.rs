//! Decisions as JSON lines, CSV, text and labels for splink.

use super::escape::csv_row;
use super::indent::quoted;
use crate::curation::{Agreement, ClusterDecision, DECISIONS_VERSION, Judgement};
use crate::text::visible;

/// From how many pairs on agreement is measured: kappa of a single pair is 0, with no interval, whatever was decided.
const LEAST_PAIRS: usize = 2;

/// Writes a decision as a JSON object on one line.
pub fn decision_json(decision: &ClusterDecision) -> String {
    let parts = decision.parts().into_iter().map(|(name, value)| format!(",{}:{}", quoted(name), quoted(value)));
    format!("{{\"version\":{DECISIONS_VERSION}{}}}", parts.collect::<String>())
}

/// Returns the header row for [`decision_csv`].
pub fn decisions_csv_head() -> String {
    csv_row(&["cluster", "a", "b", "decision", "relation", "keep", "who", "when", "note"])
}

/// Writes a decision as a row of CSV.
pub fn decision_csv(decision: &ClusterDecision) -> String {
    let parts = decision.parts();
    let of = |wanted: &str| parts.iter().find(|(name, _)| *name == wanted).map_or("", |(_, value)| value);
    csv_row(&["cluster", "a", "b", "decision", "relation", "keep", "who", "when", "note"].map(of))
}

/// Writes a decision as a sentence.
pub fn decision_line(decision: &ClusterDecision) -> String {
    let text = |text: &Option<String>| visible(text.as_deref().unwrap_or_default()).into_owned();
    let (a, b) = (text(&decision.a), text(&decision.b));
    let said = match decision.verdict {
        Judgement::Same => format!("{a} and {b} belong together"),
        Judgement::Different => format!("{a} and {b} do not belong together"),
        Judgement::Unsure => format!("{a} and {b}: not sure"),
        Judgement::Keep => format!("{a} is kept"),
        Judgement::Drop => format!("{a} is dropped"),
        Judgement::Split => format!("{a} leaves the cluster"),
        Judgement::Merge => format!("it is one with {b}"),
        Judgement::Open => format!("{} is open again", [a, b].join(" ").trim()),
    };
    let relation = decision.relation.map_or(String::new(), |relation| format!(" ({})", relation.name()));
    let keep = decision.keep.as_ref().map_or(String::new(), |keep| format!(", {} is kept", visible(keep)));
    let note = if decision.note.is_empty() { String::new() } else { format!("; {}", visible(&decision.note)) };
    let by = [&decision.who, &decision.when].map(|it| visible(it).into_owned()).join(" ");
    let by = if by.trim().is_empty() { String::new() } else { format!(" [{}]", by.trim()) };
    format!("{}: {said}{relation}{keep}{note}{by}\n", visible(&decision.cluster))
}

/// Returns the header row of splink's labels.
pub fn splink_head() -> String {
    csv_row(&["unique_id_l", "source_dataset_l", "unique_id_r", "source_dataset_r", "clerical_match_score"])
}

/// Writes a decision on two texts as a label for splink; nothing for other or unsure decisions.
pub fn splink_row(decision: &ClusterDecision) -> Option<String> {
    let score = match decision.verdict {
        Judgement::Same => "1.0",
        Judgement::Different => "0.0",
        _ => return None,
    };
    let [a, b] = [decision.a.as_deref()?, decision.b.as_deref()?].map(as_it_is);
    Some(format!("{a},,{b},,{score}\r\n"))
}

/// Writes a value of CSV for a program: as it is, also where a spreadsheet would take it for a formula.
fn as_it_is(text: &str) -> String {
    match text.contains(['"', ',', '\n', '\r']) {
        true => format!("\"{}\"", text.replace('"', "\"\"")),
        false => text.to_owned(),
    }
}

/// Returns how far two readers agree.
pub fn describe_agreement(one: &str, other: &str, agreement: &Agreement) -> String {
    let Agreement { both, alike, kappa } = *agreement;
    let name =
        |who: &str| if who.trim().is_empty() { "a reader without a name".into() } else { visible(who).into_owned() };
    let names = format!("{} and {}", name(one), name(other));
    if both < LEAST_PAIRS {
        let decided = match both {
            0 => "both decided no pair".to_owned(),
            _ => format!("both decided one pair, {}", if alike == both { "alike" } else { "each differently" }),
        };
        return format!("{names}: {decided}; too few to measure agreement\n");
    }
    let chance = match kappa {
        Some((kappa, least, most)) => format!("kappa {kappa:.3}, 95 % of the time from {least:.3} to {most:.3}"),
        None => "no kappa, because both made the same decision every time".to_owned(),
    };
    format!("{names}: agree on {alike} of {both} pairs that both decided; {chance}\n")
}
