//! Days, weeks, months and years as the buckets of a timeline.

use strum::VariantArray;

use crate::domain::dates::day::Day;

/// How long a step of a timeline is.
#[derive(Clone, Copy, PartialEq, Eq, Debug, VariantArray)]
pub enum TimeBucket {
    Day,
    Week,
    Month,
    Year,
}

const DAY: u64 = 86_400;

impl TimeBucket {
    /// The number of the step that a day is in.
    #[must_use]
    pub fn step(self, day: Day) -> u32 {
        let (year, month, _) = day.date();
        match self {
            Self::Day => (day.start() / DAY) as u32,
            // The first day of all was a Thursday; weeks begin on Mondays.
            Self::Week => ((day.start() / DAY + 3) / 7) as u32,
            Self::Month => year * 12 + month - 1,
            Self::Year => year,
        }
    }

    /// The first day of a step.
    #[must_use]
    pub fn first(self, step: u32) -> Day {
        let date = |year, month| Day::from_date(year, month, 1).unwrap_or(Day::of(0));
        match self {
            Self::Day => Day::of(u64::from(step) * DAY),
            Self::Week => Day::of((u64::from(step) * 7).saturating_sub(3) * DAY),
            Self::Month => date(step / 12, step % 12 + 1),
            Self::Year => date(step, 1),
        }
    }

    /// The last day of a step.
    #[must_use]
    pub fn last(self, step: u32) -> Day {
        Day::of(self.first(step.saturating_add(1)).start().saturating_sub(1))
    }
}
