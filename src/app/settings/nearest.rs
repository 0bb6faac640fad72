//! The name that may have been meant.

/// How alike a name must be to what was typed for the reader to be asked whether it was meant, from 0 to 1.
const ALIKE: f64 = 0.7;

/// The name that is most like what was typed, if any is.
pub fn nearest<'a>(typed: &str, names: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let likeness = names.map(|name| (strsim::jaro_winkler(typed, name), name));
    let best = likeness.max_by(|(one, _), (other, _)| one.total_cmp(other));
    best.filter(|(alike, _)| *alike >= ALIKE).map(|(_, name)| name)
}
