//! Values grouped by time, region or hashtag. A group of counts or money has their sum, a group of other values (rates,
//! prices) has their median.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::charts::samples::Sample;
use crate::domain::charts::time_bucket::TimeBucket;
use crate::domain::dates::day::Day;
use crate::domain::filter::NO_REGION;
use crate::domain::metrics::Metric;
use crate::domain::rows::ResultRows;
use crate::domain::rows::summary::median;

/// The samples with the same key.
#[derive(Clone, PartialEq, Debug)]
pub struct Group<K> {
    pub key: K,
    /// Their sum or their median.
    pub value: f64,
    pub count: usize,
}

/// Groups values by their keys. The groups are in the order of the keys.
fn group<K: Ord>(keyed: impl IntoIterator<Item = (K, f64)>, metric: Metric) -> Vec<Group<K>> {
    let mut groups: BTreeMap<K, Vec<f64>> = BTreeMap::new();
    for (key, value) in keyed {
        groups.entry(key).or_default().push(value);
    }
    let groups = groups.into_iter().map(|(key, mut values)| Group {
        key,
        count: values.len(),
        value: match metric.is_summed() {
            true => values.iter().sum(),
            false => median(&mut values).unwrap_or_default(),
        },
    });
    groups.collect()
}

/// Grouped by the time bucket of publication; the keys are the indices of the buckets.
#[must_use]
pub fn by_time(
    rows: &ResultRows,
    samples: &[Sample],
    metric: Metric,
    bucket: TimeBucket,
) -> Vec<Group<i32>> {
    let index = |sample: &Sample| bucket.index(Day::of(rows.video(sample.row).published));
    let keyed = samples.iter().map(|sample| (index(sample), sample.value));
    group(keyed, metric)
}

/// Grouped by region; the keys are codes, or [`NO_REGION`].
#[must_use]
pub fn by_region(rows: &ResultRows, samples: &[Sample], metric: Metric) -> Vec<Group<String>> {
    let keyed = samples.iter().map(|sample| {
        let region = rows.video(sample.row).region.as_deref();
        (region.unwrap_or(NO_REGION).to_owned(), sample.value)
    });
    group(keyed, metric)
}

/// Grouped by hashtag in lower case. A video is in the group of each of its hashtags.
#[must_use]
pub fn by_hashtag(rows: &ResultRows, samples: &[Sample], metric: Metric) -> Vec<Group<String>> {
    let keyed = samples.iter().flat_map(|sample| {
        let hashtags = rows.video(sample.row).hashtags.iter();
        let hashtags: BTreeSet<String> = hashtags.map(|tag| tag.to_ascii_lowercase()).collect();
        hashtags.into_iter().map(|tag| (tag, sample.value))
    });
    group(keyed, metric)
}
