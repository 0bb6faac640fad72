//! Today's date: all that the program needs of the clock.

use std::time::SystemTime;
use std::{env, fs};

use jiff::Timestamp;
use jiff::tz::TimeZone;

/// Returns today's date in the reader's time zone, as `2026-11-22`.
pub fn today() -> String {
    day(SystemTime::now(), &here())
}

/// The reader's time zone. If `TZ` is not set, it is read from the system's own file: looking it up by name would walk through the folders
/// of all time zones before the first frame.
pub(super) fn here() -> TimeZone {
    let is_named = env::var_os("TZ").is_some_and(|name| !name.is_empty());
    let file = if is_named { None } else { fs::read("/etc/localtime").ok() };
    file.and_then(|bytes| TimeZone::tzif("", &bytes).ok()).unwrap_or_else(TimeZone::system)
}

/// Returns the day of a moment in a time zone, or 1970-01-01 for a moment outside the calendar.
pub(super) fn day(moment: SystemTime, zone: &TimeZone) -> String {
    let moment = Timestamp::try_from(moment).unwrap_or(Timestamp::UNIX_EPOCH);
    zone.to_datetime(moment).date().to_string()
}

/// Returns a moment in UTC, to the second, as `2026-11-22T09:30:05Z`, or 1970-01-01 for one outside the calendar.
pub fn moment(moment: SystemTime) -> String {
    let moment = Timestamp::try_from(moment).unwrap_or(Timestamp::UNIX_EPOCH);
    moment.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
}
