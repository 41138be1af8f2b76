//! How long ago something was, in the one unit that a person would use. The wording is the page's.

/// The unit of an age, with the names of the browser's `Intl.RelativeTimeFormat`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum AgeUnit {
    Minute,
    Hour,
    Day,
    Month,
    Year,
}

const MINUTE: u64 = 60;
const HOUR: u64 = 60 * MINUTE;
const DAY: u64 = 24 * HOUR;
/// Average lengths: an age says "5 months", not a date.
const MONTH: u64 = 30 * DAY + 10 * HOUR;
const YEAR: u64 = 365 * DAY + 6 * HOUR;
const TWO_YEARS: u64 = 2 * YEAR;

/// The age of `then` at `now` (both Unix seconds), rounded down. A time in the future has the age 0.
pub fn age(then: u64, now: u64) -> (u64, AgeUnit) {
    let seconds = now.saturating_sub(then);
    let (length, unit) = match seconds {
        0..HOUR => (MINUTE, AgeUnit::Minute),
        HOUR..DAY => (HOUR, AgeUnit::Hour),
        DAY..MONTH => (DAY, AgeUnit::Day),
        // "14 months" says more than "1 year".
        MONTH..TWO_YEARS => (MONTH, AgeUnit::Month),
        _ => (YEAR, AgeUnit::Year),
    };
    (seconds / length, unit)
}
