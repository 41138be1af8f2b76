//! Owns: values brought together by day, region or hashtag. Refuses: adding up rates: of these a group has
//! the median.

use crate::domain::charts::samples::Sample;
use crate::domain::charts::shapes::MarkTarget;
use crate::domain::charts::time_bucket::TimeBucket;
use crate::domain::dates::day::Day;
use crate::domain::filter::NO_REGION;
use crate::domain::metrics::Metric;
use crate::domain::rows::sort::arrange;
use crate::domain::rows::summary::median;
use crate::domain::rows::{ResultRows, RowIndex};

/// Some values as one.
#[derive(Clone, PartialEq, Debug)]
pub struct Group {
    pub what: MarkTarget,
    pub value: f64,
    pub count: usize,
}

/// The last moment of the year 9999. A video of later is taken to be of then, so that no sum of days is
/// more than a number holds.
const LAST: u64 = 253_402_300_799;

/// The day of a row's publication.
#[must_use]
pub fn published(rows: &ResultRows, row: RowIndex) -> Day {
    Day::of(rows.video(row).published.min(LAST))
}

/// Brings the samples together: `key` gives each its group, or several times the same sample for several
/// groups. Groups are in the order of their keys.
fn grouped<K: Clone + Ord>(
    keyed: &[(K, f64)],
    metric: Metric,
    what: &dyn Fn(&K) -> MarkTarget,
) -> Vec<Group> {
    let mut order: Vec<u32> = (0..keyed.len() as u32).collect();
    let key = |index: u32| &keyed[index as usize].0;
    arrange(&mut order, &|a, b| key(a).cmp(key(b)));
    let same = order.chunk_by(|a, b| key(*a) == key(*b));
    let group = |places: &[u32]| {
        let mut values: Vec<f64> = places
            .iter()
            .map(|index| keyed[*index as usize].1)
            .collect();
        Group {
            what: what(key(places[0])),
            value: of_group(&mut values, metric),
            count: values.len(),
        }
    };
    same.map(group).collect()
}

fn of_group(values: &mut [f64], metric: Metric) -> f64 {
    match metric.is_summed() {
        true => values.iter().sum(),
        false => median(values).unwrap_or_default(),
    }
}

/// By the step of their publication, in order of time.
#[must_use]
pub fn by_time(
    rows: &ResultRows,
    samples: &[Sample],
    metric: Metric,
    every: TimeBucket,
) -> Vec<(u32, Group)> {
    let step = |row| every.step(published(rows, row));
    let keyed: Vec<(u32, f64)> = samples.iter().map(|it| (step(it.row), it.value)).collect();
    let what = |step: &u32| MarkTarget::Days(every.first(*step), every.last(*step));
    let groups = grouped(&keyed, metric, &what);
    let step = |group: &Group| match group.what {
        MarkTarget::Days(first, _) => every.step(first),
        _ => 0,
    };
    groups
        .into_iter()
        .map(|group| (step(&group), group))
        .collect()
}

/// By region, in no order that means anything.
#[must_use]
pub fn by_region(rows: &ResultRows, samples: &[Sample], metric: Metric) -> Vec<Group> {
    let code = |row| {
        rows.video(row)
            .region
            .clone()
            .unwrap_or(NO_REGION.to_owned())
    };
    let keyed: Vec<(String, f64)> = samples.iter().map(|it| (code(it.row), it.value)).collect();
    grouped(&keyed, metric, &|code| MarkTarget::Region(code.clone()))
}

/// By hashtag, capitals aside; a video is in the group of each that it has.
#[must_use]
pub fn by_hashtag(rows: &ResultRows, samples: &[Sample], metric: Metric) -> Vec<Group> {
    let mut keyed: Vec<(String, f64)> = Vec::with_capacity(samples.len());
    for sample in samples {
        let start = keyed.len();
        for tag in &rows.video(sample.row).hashtags {
            let tag = tag.to_ascii_lowercase();
            if !keyed[start..].iter().any(|(known, _)| *known == tag) {
                keyed.push((tag, sample.value));
            }
        }
    }
    grouped(&keyed, metric, &|tag| MarkTarget::Hashtag(tag.clone()))
}
