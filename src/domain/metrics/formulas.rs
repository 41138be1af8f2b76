//! The arithmetic that the formulas of `METRICS` share. The result is unknown (`None`, shown as "—") if a part of it is
//! unknown or a denominator is zero.

use crate::domain::videos::{Count, Video};

/// Seconds in a day.
const DAY: f64 = 86_400.0;

/// Counts are far below 2^53, up to which an `f64` is exact.
pub fn number(count: Count) -> Option<f64> {
    count.map(|count| count as f64)
}

pub fn views(video: &Video) -> Option<f64> {
    number(video.reach.views)
}

/// Likes + comments + shares.
pub fn interactions(video: &Video) -> Option<f64> {
    let reach = &video.reach;
    Some(number(reach.likes)? + number(reach.comments)? + number(reach.shares)?)
}

/// The video's length in minutes.
pub fn minutes(video: &Video) -> Option<f64> {
    video.seconds.map(|seconds| f64::from(seconds) / 60.0)
}

/// Days from publication until `at` (Unix seconds), at least 1: the data is about a day old, and the metrics per day of a
/// video that is an hour old would be 24 times too high. Unknown if the video was published after `at`.
pub fn days(video: &Video, at: u64) -> Option<f64> {
    let seconds = at.checked_sub(video.published)? as f64;
    Some((seconds / DAY).max(1.0))
}

pub fn product(a: Option<f64>, b: Option<f64>) -> Option<f64> {
    Some(a? * b?).filter(|value| value.is_finite())
}

pub fn ratio(numerator: Option<f64>, denominator: Option<f64>) -> Option<f64> {
    let denominator = denominator.filter(|value| *value > 0.0)?;
    numerator
        .map(|value| value / denominator)
        .filter(|value| value.is_finite())
}

pub fn per_thousand(numerator: Option<f64>, denominator: Option<f64>) -> Option<f64> {
    ratio(numerator, denominator)
        .map(|value| value * 1000.0)
        .filter(|value| value.is_finite())
}
