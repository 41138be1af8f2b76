//! A range of a metric's values, as typed by the user and as written in a URL: `gmv:100..500`, or `gmv:100..!500` if 500
//! itself is not in it. Rates are in percent, other metrics in their own unit.

use std::fmt;
use std::str::FromStr;

pub use super::bound::{Bound, InvalidRange};
use crate::domain::metrics::Metric;

/// A range with at least one bound. Both bounds are included, unless the maximum is excluded.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Range {
    metric: Metric,
    min: Option<Bound>,
    max: Option<Bound>,
    excludes_max: bool,
}

/// In a URL, before a maximum that is excluded.
const EXCLUDED: &str = "!";

impl Range {
    /// `None` without any bound.
    #[must_use]
    pub fn new(metric: Metric, min: Option<Bound>, max: Option<Bound>) -> Option<Self> {
        (min.is_some() || max.is_some()).then_some(Self {
            metric,
            min,
            max,
            excludes_max: false,
        })
    }

    /// The same range without its maximum itself, as each bin of a distribution has all values below the next one's.
    #[must_use]
    pub fn excluding_max(mut self) -> Self {
        self.excludes_max = self.max.is_some();
        self
    }

    /// The same range, which excludes its maximum if another one with the same maximum does.
    #[must_use]
    pub fn excluding_max_of(self, other: &Self) -> Self {
        match other.excludes_max && self.max == other.max {
            true => self.excluding_max(),
            false => self,
        }
    }

    #[must_use]
    pub fn excludes_max(&self) -> bool {
        self.excludes_max
    }

    #[must_use]
    pub fn metric(&self) -> Metric {
        self.metric
    }

    #[must_use]
    pub fn min(&self) -> Option<&Bound> {
        self.min.as_ref()
    }

    #[must_use]
    pub fn max(&self) -> Option<&Bound> {
        self.max.as_ref()
    }

    /// The lowest and the highest value in it, in the metric's own unit: a rate as a fraction.
    #[must_use]
    pub fn limits(&self) -> (f64, f64) {
        let unit = self.metric.unit();
        let limit = |bound: &Option<Bound>| bound.as_ref().map(|bound| bound.value(unit));
        let (min, max) = (limit(&self.min), limit(&self.max));
        let max = match self.excludes_max {
            true => max.map(f64::next_down),
            false => max,
        };
        (
            min.unwrap_or(f64::NEG_INFINITY),
            max.unwrap_or(f64::INFINITY),
        )
    }

    /// Whether the lower bound is above the upper one, so that no value is in it.
    #[must_use]
    pub fn is_inverted(&self) -> bool {
        let (min, max) = self.limits();
        min > max
    }

    /// The values that are in both ranges of the same metric.
    #[must_use]
    pub fn intersection(&self, other: &Self) -> Self {
        let ((min, max), (other_min, other_max)) = (self.limits(), other.limits());
        let min = if other_min > min {
            &other.min
        } else {
            &self.min
        };
        let lower = if other_max < max { other } else { self };
        Self {
            metric: self.metric,
            min: min.clone(),
            max: lower.max.clone(),
            excludes_max: lower.excludes_max,
        }
    }
}

impl fmt::Display for Range {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = |bound: Option<&Bound>| bound.map_or("", Bound::as_str).to_owned();
        let (min, max) = (text(self.min()), text(self.max()));
        let excluded = if self.excludes_max { EXCLUDED } else { "" };
        write!(f, "{}:{min}..{excluded}{max}", self.metric.code())
    }
}

impl FromStr for Range {
    type Err = InvalidRange;

    fn from_str(text: &str) -> Result<Self, InvalidRange> {
        let (code, bounds) = text.split_once(':').ok_or(InvalidRange)?;
        let (min, max) = bounds.split_once("..").ok_or(InvalidRange)?;
        let bound = |text: &str| match text {
            "" => Ok(None),
            text => text.parse().map(Some),
        };
        let metric = Metric::from_code(code).ok_or(InvalidRange)?;
        let range = |max| Self::new(metric, bound(min)?, bound(max)?).ok_or(InvalidRange);
        match max.strip_prefix(EXCLUDED) {
            Some("") => Err(InvalidRange),
            Some(max) => range(max).map(Self::excluding_max),
            None => range(max),
        }
    }
}
