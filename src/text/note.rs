//! Numbers of notes above the line: which of them are words of their own (`down¹`), and which belong to their word (`m²`, `x²`, `Ca²⁺`).

use super::fold::is_superscript;

/// What is measured with an exponent.
const UNITS: &[&str] = &[
    "mm", "cm", "dm", "km", "dam", "hm", "nm", "µm", "μm", "pm", "ft", "in", "yd", "mi", "yr", "kg", "ms", "ns", "sec",
    "min", "hr", "mol", "Hz", "rad", "sr",
];

/// Digits from which on a number is none that is raised to a power: `2005²` has a note, `10²` has not.
const NO_BASE: usize = 3;

/// Whether a note's number begins or ends between `word` and what follows it, of which one stands above the line.
pub(super) fn is_note(word: &str, after: &str) -> bool {
    if !after.starts_with(is_superscript) {
        return word.chars().all(is_superscript);
    }
    let raised = &after[..after.find(|c| !is_superscript(c)).unwrap_or(after.len())];
    if raised.contains(['⁺', '⁻']) || word.ends_with(|c| matches!(c, '₀'..='₉')) {
        return false;
    }
    let unit = word.trim_start_matches(|c: char| c.is_numeric() || matches!(c, '.' | ','));
    let mut letters = unit.chars();
    match (letters.next(), letters.next()) {
        (None, _) => word.chars().filter(|c| c.is_numeric()).count() >= NO_BASE,
        (Some(_), None) => false,
        _ => !UNITS.contains(&unit),
    }
}
