//! Days, weeks, months and years as the buckets of a timeline.

use jiff::SignedDuration;
use jiff::civil::{Date, date};
use strum::VariantArray;

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

const FIRST_DAY: Date = date(1970, 1, 1);
/// The Monday of the week of [`FIRST_DAY`].
const FIRST_MONDAY: Date = date(1969, 12, 29);

impl TimeBucket {
    /// The index of the bucket that a day is in. Consecutive buckets have consecutive indices.
    #[must_use]
    pub fn index(self, day: Day) -> i32 {
        let date = day.date();
        let (year, month) = (i32::from(date.year()), i32::from(date.month()));
        match self {
            Self::Day => days_between(FIRST_DAY, date),
            Self::Week => days_between(FIRST_MONDAY, date) / 7,
            Self::Month => year * 12 + month - 1,
            Self::Year => year,
        }
    }

    /// The first day of a bucket.
    #[must_use]
    pub fn first_day(self, index: i32) -> Day {
        let first = match self {
            Self::Day => add_days(FIRST_DAY, index),
            Self::Week => add_days(FIRST_MONDAY, index * 7),
            Self::Month => first_of_month(index / 12, index % 12 + 1),
            Self::Year => first_of_month(index, 1),
        };
        first.into()
    }

    /// The last day of a bucket.
    #[must_use]
    pub fn last_day(self, index: i32) -> Day {
        let first = self.first_day(index).date();
        let last = match self {
            Self::Day => first,
            Self::Week => {
                let weekday = i32::from(first.weekday().to_monday_zero_offset());
                add_days(first, 6 - weekday)
            }
            Self::Month => first.last_of_month(),
            Self::Year => first.last_of_year(),
        };
        last.into()
    }
}

fn days_between(from: Date, to: Date) -> i32 {
    (to.duration_since(from).as_hours() / 24) as i32
}

fn add_days(date: Date, days: i32) -> Date {
    date.saturating_add(SignedDuration::from_hours(i64::from(days) * 24))
}

/// The first day of a month; the last month of the calendar if there is no such month.
fn first_of_month(year: i32, month: i32) -> Date {
    let date = match (i16::try_from(year), i8::try_from(month)) {
        (Ok(year), Ok(month)) => Date::new(year, month, 1).ok(),
        _ => None,
    };
    date.unwrap_or_else(|| Date::MAX.first_of_month())
}
