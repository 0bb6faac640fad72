use std::time::{Duration, UNIX_EPOCH};

use jiff::tz::{Offset, TimeZone};

use super::day::day;

#[test]
fn days_are_those_of_the_calendar() {
    let cases = [
        (0, "1970-01-01"),
        (86_399, "1970-01-01"),
        (86_400, "1970-01-02"),
        (951_782_400, "2000-02-29"),
        (1_078_012_800, "2004-02-29"),
        (1_767_225_599, "2025-12-31"),
        (1_767_225_600, "2026-01-01"),
        (4_107_542_400, "2100-03-01"),
    ];
    for (seconds, expected) in cases {
        assert_eq!(day(UNIX_EPOCH + Duration::from_secs(seconds), &TimeZone::UTC), expected, "{seconds} s");
    }
}

#[test]
fn a_day_begins_at_the_readers_midnight() {
    let late = UNIX_EPOCH + Duration::from_secs(1_767_225_600 - 1_800);
    let east = TimeZone::fixed(Offset::constant(1));
    assert_eq!(day(late, &TimeZone::UTC), "2025-12-31");
    assert_eq!(day(late, &east), "2026-01-01");
    let west = TimeZone::fixed(Offset::constant(-8));
    assert_eq!(day(late + Duration::from_secs(3_600), &west), "2025-12-31");
}

#[test]
fn a_moment_outside_the_calendar_gives_a_day_all_the_same() {
    let far = UNIX_EPOCH + Duration::from_secs(1 << 40);
    assert_eq!(day(far, &TimeZone::UTC), "1970-01-01");
}
