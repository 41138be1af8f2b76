//! Days, weeks, months and years as the buckets of a timeline.

use strum::VariantArray;
use time::{Date, Month};

use crate::domain::dates::day::Day;

/// The length of a timeline's buckets.
#[derive(Clone, Copy, PartialEq, Eq, Debug, VariantArray)]
pub enum TimeBucket {
    Day,
    /// From Monday to Sunday.
    Week,
    Month,
    Year,
}

/// The days from the Monday of its week to 1970-01-01, a Thursday.
const FIRST_MONDAY: i32 = -3;

impl TimeBucket {
    /// The index of the bucket that a day is in. Consecutive buckets have consecutive indices.
    #[must_use]
    pub fn index(self, day: Day) -> i32 {
        let (year, month, _) = day.date().to_calendar_date();
        match self {
            Self::Day => day.index(),
            Self::Week => (day.index() - FIRST_MONDAY) / 7,
            Self::Month => year * 12 + i32::from(u8::from(month)) - 1,
            Self::Year => year,
        }
    }

    /// The first day of a bucket.
    #[must_use]
    pub fn first_day(self, index: i32) -> Day {
        match self {
            Self::Day => Day::from_index(index),
            Self::Week => Day::from_index(index * 7 + FIRST_MONDAY),
            Self::Month => first_of_month(index / 12, index % 12 + 1),
            Self::Year => first_of_month(index, 1),
        }
    }

    /// The last day of a bucket.
    #[must_use]
    pub fn last_day(self, index: i32) -> Day {
        match self {
            Self::Day => Day::from_index(index),
            Self::Week => Day::from_index(index * 7 + FIRST_MONDAY + 6),
            Self::Month | Self::Year => before(self.first_day(index + 1)),
        }
    }
}

/// The day before another; the calendar's last day stays, since no bucket comes after it.
fn before(day: Day) -> Day {
    match day.date() == Date::MAX {
        true => day,
        false => Day::from_index(day.index() - 1),
    }
}

/// The first day of a month; the calendar's last day if there is no such month.
fn first_of_month(year: i32, month: i32) -> Day {
    let month = u8::try_from(month)
        .ok()
        .and_then(|month| Month::try_from(month).ok());
    let date = month.and_then(|month| Date::from_calendar_date(year, month, 1).ok());
    date.unwrap_or(Date::MAX).into()
}
