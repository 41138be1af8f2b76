//! Calendar days from 1970-01-01 to 9999-12-31. They are UTC days, so that a link means the same day in every time
//! zone.

use std::fmt;
use std::str::FromStr;

use jiff::SignedDuration;
use jiff::civil::{Date, DateTime, Time, date};

const EPOCH: Date = date(1970, 1, 1);

/// 9999-12-31T23:59:59 in Unix seconds.
const LAST_SECOND: u64 = 253_402_300_799;

/// The UTC date and time of Unix seconds. Times after the year 9999 become its last second.
#[must_use]
pub fn utc(seconds: u64) -> DateTime {
    let seconds = SignedDuration::from_secs(seconds.min(LAST_SECOND).cast_signed());
    EPOCH.to_datetime(Time::midnight()).saturating_add(seconds)
}

/// A calendar day.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Day(Date);

impl Day {
    /// The day of a time in Unix seconds.
    #[must_use]
    pub fn of(seconds: u64) -> Self {
        Self(utc(seconds).date())
    }

    #[must_use]
    pub fn date(self) -> Date {
        self.0
    }

    /// Its first second, in Unix seconds.
    #[must_use]
    pub fn start(self) -> u64 {
        self.0.duration_since(EPOCH).as_secs().unsigned_abs()
    }
}

impl From<Date> for Day {
    /// A date before 1970 becomes 1970-01-01.
    fn from(date: Date) -> Self {
        Self(date.max(EPOCH))
    }
}

impl fmt::Display for Day {
    /// Such as `2025-06-30`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// A text that is not a day.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
#[error("not a day")]
pub struct InvalidDay;

impl FromStr for Day {
    type Err = InvalidDay;

    /// Reads `2025-06-30` and no other form. (jiff's parser reads many, and makes the page 36 KB larger.)
    fn from_str(text: &str) -> Result<Self, InvalidDay> {
        let parts: Vec<&str> = text.split('-').collect();
        let [year, month, day] = parts[..] else {
            return Err(InvalidDay);
        };
        let (Ok(year), Ok(month), Ok(day)) = (year.parse(), month.parse(), day.parse()) else {
            return Err(InvalidDay);
        };
        let date = Date::new(year, month, day).map_err(|_| InvalidDay)?;
        match date >= EPOCH && date.to_string() == text {
            true => Ok(Self(date)),
            false => Err(InvalidDay),
        }
    }
}
