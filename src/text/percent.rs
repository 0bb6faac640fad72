//! A share in percent, by one rule for all that ibid says.

/// How much of `all` a part is, in whole percent: cut, so that 100 means all; 0 if there is nothing. Every percentage that ibid shows is made
/// here.
pub fn percent_of(part: usize, all: usize) -> usize {
    part.saturating_mul(100).checked_div(all).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::percent_of;

    #[test]
    fn a_hundred_percent_is_all_and_nothing_else() {
        assert_eq!(
            [percent_of(999, 1000), percent_of(1000, 1000), percent_of(5, 1000), percent_of(3, 0)],
            [99, 100, 0, 0]
        );
    }
}
