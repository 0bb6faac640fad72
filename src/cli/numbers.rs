//! Numbers on the command line.

use std::ops::RangeInclusive;

/// Reads a number of a range, and says in plain words what is expected.
pub fn number(range: RangeInclusive<usize>) -> impl Fn(&str) -> Result<usize, String> + Clone + Send + Sync + 'static {
    move |text| {
        let is_number = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        // One too large to be read is as good as the largest.
        let number = is_number.then(|| text.parse().unwrap_or(usize::MAX));
        number.filter(|number| range.contains(number)).ok_or_else(|| expected(&range))
    }
}

fn expected(range: &RangeInclusive<usize>) -> String {
    match (*range.start(), *range.end()) {
        (0, usize::MAX) => "expected a number, 0 or more".to_owned(),
        (least, usize::MAX) => format!("expected a number, {least} or more"),
        (least, most) => format!("expected a number from {least} to {most}"),
    }
}
