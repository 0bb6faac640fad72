use std::time::{Duration, UNIX_EPOCH};

use super::day::day;

#[test]
fn days_are_those_of_the_calendar() {
    let cases = [
        (0, "1970-01-01"),
        (86_399, "1970-01-01"),
        (86_400, "1970-01-02"),
        (951_782_399, "2000-02-28"),
        (951_782_400, "2000-02-29"),
        (951_868_800, "2000-03-01"),
        (1_077_926_400, "2004-02-28"),
        (1_078_012_800, "2004-02-29"),
        (1_767_225_599, "2025-12-31"),
        (1_767_225_600, "2026-01-01"),
        (1_795_305_600, "2026-11-22"),
        (4_107_456_000, "2100-02-28"),
        (4_107_542_400, "2100-03-01"),
        (253_402_214_400, "9999-12-31"),
    ];
    for (seconds, expected) in cases {
        assert_eq!(day(UNIX_EPOCH + Duration::from_secs(seconds)), expected, "{seconds} s");
    }
}

#[test]
fn a_clock_before_1970_gives_its_first_day() {
    let before = UNIX_EPOCH.checked_sub(Duration::from_secs(5)).unwrap_or(UNIX_EPOCH);
    assert_eq!(day(before), "1970-01-01");
}
