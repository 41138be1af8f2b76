//! Owns: days of the calendar, in UTC, so that a link means the same day wherever it is opened.
//! Refuses: the reader's time zone, and days before 1970.

use std::fmt;
use std::str::FromStr;

const SECONDS: u64 = 86_400;

/// A day, counted from 1970-01-01.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Day(u32);

impl Day {
    /// The day of a moment in Unix seconds.
    #[must_use]
    pub fn of(seconds: u64) -> Self {
        Self(u32::try_from(seconds / SECONDS).unwrap_or(u32::MAX))
    }

    /// Its first moment, in Unix seconds.
    #[must_use]
    pub fn start(self) -> u64 {
        u64::from(self.0) * SECONDS
    }

    /// Year, month and day of the month, by the Gregorian calendar in cycles of 400 years.
    #[must_use]
    pub fn date(self) -> (u32, u32, u32) {
        // Counted from 1 March 0000, so that the leap day is a year's last.
        let days = self.0.saturating_add(719_468);
        let (cycle, day) = (days / 146_097, days % 146_097);
        let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365;
        let day = day - (365 * year + year / 4 - year / 100);
        let month = (5 * day + 2) / 153;
        let date = day - (153 * month + 2) / 5 + 1;
        let (month, over) = if month < 10 {
            (month + 3, 0)
        } else {
            (month - 9, 1)
        };
        (cycle * 400 + year + over, month, date)
    }

    /// The day of a date; not before 1970. A day of the month that the month has not is one of the next.
    pub fn from_date(year: u32, month: u32, date: u32) -> Option<Self> {
        let (year, month) = match month {
            1 | 2 => (year.checked_sub(1)?, month + 9),
            3..=12 => (year, month - 3),
            _ => return None,
        };
        let (cycle, year) = (year / 400, year % 400);
        let day = (153 * month + 2) / 5 + date.checked_sub(1)?;
        let days = cycle * 146_097 + year * 365 + year / 4 - year / 100 + day;
        days.checked_sub(719_468).map(Self)
    }
}

impl fmt::Display for Day {
    /// As `2025-06-30`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, date) = self.date();
        write!(f, "{year:04}-{month:02}-{date:02}")
    }
}

/// A text that is no day.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
#[error("not a day")]
pub struct NotADay;

impl FromStr for Day {
    type Err = NotADay;

    /// Reads `2025-06-30`, and no day that the calendar does not have.
    fn from_str(text: &str) -> Result<Self, NotADay> {
        let digits = |text: &str, count: usize| {
            let sound = text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit());
            sound.then(|| text.parse().ok()).flatten()
        };
        let mut parts = text.split('-');
        let mut next = |count| digits(parts.next()?, count);
        let day = (|| Self::from_date(next(4)?, next(2)?, next(2)?))();
        // 31 June would be 1 July, and is none.
        day.filter(|day| day.to_string() == text).ok_or(NotADay)
    }
}
