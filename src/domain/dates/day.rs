//! Calendar days from 1970-01-01 to 9999-12-31. They are UTC days, so that a link means the same day in every time
//! zone.

use std::fmt;
use std::str::FromStr;

use time::{Date, Month};

const DAY: u64 = 86_400;

/// The Julian day number of 1970-01-01.
const EPOCH: i32 = 2_440_588;

/// 9999-12-31T23:59:59 in Unix seconds.
const LAST_SECOND: u64 = 253_402_300_799;

/// A time in Unix seconds as `2025-06-30T16:40:03Z`. Times after the year 9999 become its last second.
#[must_use]
pub fn iso_8601(seconds: u64) -> String {
    let seconds = seconds.min(LAST_SECOND);
    let (hours, minutes) = (seconds % DAY / 3600, seconds % 3600 / 60);
    format!(
        "{}T{hours:02}:{minutes:02}:{:02}Z",
        Day::of(seconds),
        seconds % 60
    )
}

/// A calendar day.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Day(Date);

impl Day {
    /// The day of a time in Unix seconds.
    #[must_use]
    pub fn of(seconds: u64) -> Self {
        let days = seconds.min(LAST_SECOND) / DAY;
        Self::from_index(i32::try_from(days).unwrap_or(i32::MAX))
    }

    /// The day that comes so many days after 1970-01-01. Days outside of the calendar become its first or last day.
    #[must_use]
    pub fn from_index(index: i32) -> Self {
        let last = Date::MAX.to_julian_day();
        let julian_day = index.saturating_add(EPOCH).clamp(EPOCH, last);
        Self(Date::from_julian_day(julian_day).unwrap_or(Date::MAX))
    }

    /// How many days it comes after 1970-01-01.
    #[must_use]
    pub fn index(self) -> i32 {
        self.0.to_julian_day() - EPOCH
    }

    #[must_use]
    pub fn date(self) -> Date {
        self.0
    }

    /// Its first second, in Unix seconds.
    #[must_use]
    pub fn start(self) -> u64 {
        u64::from(self.index().unsigned_abs()) * DAY
    }
}

impl From<Date> for Day {
    /// A date before 1970 becomes 1970-01-01.
    fn from(date: Date) -> Self {
        Self::from_index(date.to_julian_day() - EPOCH)
    }
}

impl fmt::Display for Day {
    /// Such as `2025-06-30`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.0.to_calendar_date();
        write!(f, "{year:04}-{:02}-{day:02}", u8::from(month))
    }
}

/// A text that is not a day.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
#[error("not a day")]
pub struct InvalidDay;

impl FromStr for Day {
    type Err = InvalidDay;

    /// Reads `2025-06-30` and no other form.
    fn from_str(text: &str) -> Result<Self, InvalidDay> {
        let parts: Vec<&str> = text.split('-').collect();
        let [year, month, day] = parts[..] else {
            return Err(InvalidDay);
        };
        let (Ok(year), Ok(month), Ok(day)) = (year.parse(), month.parse::<u8>(), day.parse())
        else {
            return Err(InvalidDay);
        };
        let month = Month::try_from(month).map_err(|_| InvalidDay)?;
        let date = Date::from_calendar_date(year, month, day).map_err(|_| InvalidDay)?;
        // A date before 1970, or written in another way, reads back as another text.
        let day = Self::from(date);
        match day.to_string() == text {
            true => Ok(day),
            false => Err(InvalidDay),
        }
    }
}
