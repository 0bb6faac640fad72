//! Superscript numbers: footnote numbers are words of their own (`down¹`), exponents belong to their word (`m²`, `x²`, `Ca²⁺`).

use super::fold::is_superscript;

/// Units that take an exponent.
const UNITS: &[&str] = &[
    "mm", "cm", "dm", "km", "dam", "hm", "nm", "µm", "μm", "pm", "ft", "in", "yd", "mi", "yr", "kg", "ms", "ns", "sec",
    "min", "hr", "mol", "Hz", "rad", "sr",
];

/// Numbers with at least this many digits are not raised to a power: `2005²` has a footnote, `10²` has an exponent (chosen).
const NO_BASE: usize = 3;

/// Whether a footnote number begins or ends between `word` and what follows it. One of the two is superscript.
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
