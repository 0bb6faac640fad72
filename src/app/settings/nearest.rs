//! Finds the name that may have been meant.

/// How similar a name must be to what was typed to be suggested, from 0 to 1.
const ALIKE: f64 = 0.8;

/// The name most similar to what was typed, if any is similar enough.
pub fn nearest<'a>(typed: &str, names: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let likeness = names.map(|name| (strsim::jaro_winkler(typed, name), name));
    let best = likeness.max_by(|(one, _), (other, _)| one.total_cmp(other));
    best.filter(|(alike, _)| *alike >= ALIKE).map(|(_, name)| name)
}
