//! Owns: values brought together by day, region or hashtag. Refuses: adding up rates: of these a group has
//! the median.

use super::samples::Sample;
use super::{What, is_summed};
use crate::domain::day::Day;
use crate::domain::filter::NO_REGION;
use crate::domain::lines::{LineNo, Lines};
use crate::domain::metrics::Figure;
use crate::domain::sort::arrange;
use crate::domain::summary::median;

/// Some values as one.
#[derive(Clone, PartialEq, Debug)]
pub struct Group {
    pub what: What,
    pub value: f64,
    pub count: usize,
}

/// How long a step of a timeline is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Every {
    Day,
    Week,
    Month,
    Year,
}

const DAY: u64 = 86_400;

/// The last moment of the year 9999. A video of later is taken to be of then, so that no sum of days is
/// more than a number holds.
const LAST: u64 = 253_402_300_799;

/// The day of a line's publication.
#[must_use]
pub fn published(lines: &Lines, line: LineNo) -> Day {
    Day::of(lines.video(line).published.min(LAST))
}

impl Every {
    pub const ALL: [Self; 4] = [Self::Day, Self::Week, Self::Month, Self::Year];

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

/// Brings the samples together: `key` gives each its group, or several times the same sample for several
/// groups. Groups are in the order of their keys.
fn grouped<K: Clone + Ord>(
    keyed: &[(K, f64)],
    figure: Figure,
    what: &dyn Fn(&K) -> What,
) -> Vec<Group> {
    let mut order: Vec<u32> = (0..keyed.len() as u32).collect();
    let key = |place: u32| &keyed[place as usize].0;
    arrange(&mut order, &|a, b| key(a).cmp(key(b)));
    let same = order.chunk_by(|a, b| key(*a) == key(*b));
    let group = |places: &[u32]| {
        let mut values: Vec<f64> = places
            .iter()
            .map(|place| keyed[*place as usize].1)
            .collect();
        Group {
            what: what(key(places[0])),
            value: of_group(&mut values, figure),
            count: values.len(),
        }
    };
    same.map(group).collect()
}

fn of_group(values: &mut [f64], figure: Figure) -> f64 {
    match is_summed(figure) {
        true => values.iter().sum(),
        false => median(values).unwrap_or_default(),
    }
}

/// By the step of their publication, in order of time.
#[must_use]
pub fn by_time(
    lines: &Lines,
    samples: &[Sample],
    figure: Figure,
    every: Every,
) -> Vec<(u32, Group)> {
    let step = |line| every.step(published(lines, line));
    let keyed: Vec<(u32, f64)> = samples.iter().map(|it| (step(it.line), it.value)).collect();
    let what = |step: &u32| What::Days(every.first(*step), every.last(*step));
    let groups = grouped(&keyed, figure, &what);
    let step = |group: &Group| match group.what {
        What::Days(first, _) => every.step(first),
        _ => 0,
    };
    groups
        .into_iter()
        .map(|group| (step(&group), group))
        .collect()
}

/// By region, in no order that means anything.
#[must_use]
pub fn by_region(lines: &Lines, samples: &[Sample], figure: Figure) -> Vec<Group> {
    let code = |line| {
        lines
            .video(line)
            .region
            .clone()
            .unwrap_or(NO_REGION.to_owned())
    };
    let keyed: Vec<(String, f64)> = samples.iter().map(|it| (code(it.line), it.value)).collect();
    grouped(&keyed, figure, &|code| What::Region(code.clone()))
}

/// By hashtag, capitals aside; a video is in the group of each that it has.
#[must_use]
pub fn by_hashtag(lines: &Lines, samples: &[Sample], figure: Figure) -> Vec<Group> {
    let mut keyed: Vec<(String, f64)> = Vec::with_capacity(samples.len());
    for sample in samples {
        let start = keyed.len();
        for tag in &lines.video(sample.line).hashtags {
            let tag = tag.to_ascii_lowercase();
            if !keyed[start..].iter().any(|(known, _)| *known == tag) {
                keyed.push((tag, sample.value));
            }
        }
    }
    grouped(&keyed, figure, &|tag| What::Hashtag(tag.clone()))
}
