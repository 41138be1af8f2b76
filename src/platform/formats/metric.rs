//! Metrics in their units, short and exact.

use super::intl::{UNKNOWN, call};
use super::{Formats, SHORT_FROM};
use crate::domain::metrics::{Metric, Unit};

/// Numbers from here on are exact to the thousandth, smaller ones to their sixth digit.
const EXACT_FROM: f64 = 1_000.0;

impl Formats {
    /// A metric in its unit, short: `33.6M`, `$133.6K`, `2.77%`, `0.133`, `2:44`.
    pub fn metric(&self, metric: Metric, value: Option<f64>) -> String {
        match metric.unit() {
            Unit::Count => self.count(value),
            Unit::Dollars => self.money_compact(value),
            Unit::Percent => self.percent(value),
            Unit::Ratio => match value {
                Some(large) if large >= SHORT_FROM => call(&self.compact, value),
                _ => self.decimal(value),
            },
            Unit::Seconds => length(value),
        }
    }

    /// The same with all the digits that are worth reading: `33,635,675`, `$133,621.60`, `$3.97262`, `2.76906%`,
    /// `164 seconds`.
    pub fn metric_exactly(&self, metric: Metric, value: Option<f64>) -> String {
        let is_small = value.is_some_and(|value| value < EXACT_FROM);
        let format = match metric.unit() {
            Unit::Count => &self.exact,
            Unit::Dollars if metric.is_given() => return self.money_exactly(value),
            Unit::Dollars if is_small => &self.money_precise,
            Unit::Dollars => &self.money_full,
            Unit::Percent => &self.percent_precise,
            Unit::Ratio if is_small => &self.precise,
            Unit::Ratio => &self.exact,
            Unit::Seconds => &self.seconds,
        };
        call(format, value)
    }

    /// With cents, and tenths of them if there are any: a median may be between two cents.
    fn money_exactly(&self, value: Option<f64>) -> String {
        match value {
            Some(small) if small > 0.0 && small < 0.01 => call(&self.money_small, value),
            _ => call(&self.money_full, value),
        }
    }

    /// A round value on an axis, which needs no cents.
    pub fn metric_round(&self, metric: Metric, value: f64) -> String {
        match metric.unit() {
            Unit::Dollars if value.fract() == 0.0 && value < SHORT_FROM => {
                call(&self.money_whole, Some(value))
            }
            _ => self.metric(metric, Some(value)),
        }
    }
}

/// Seconds as minutes and seconds, hours where there are any, and tenths of a second where a median has some.
fn length(seconds: Option<f64>) -> String {
    let Some(tenths) = seconds.map(|seconds| (seconds * 10.0).round() as u64) else {
        return UNKNOWN.to_owned();
    };
    let (seconds, tenth) = (tenths / 10, tenths % 10);
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    let length = match hours {
        0 => format!("{minutes}:{seconds:02}"),
        _ => format!("{hours}:{minutes:02}:{seconds:02}"),
    };
    match tenth {
        0 => length,
        _ => format!("{length}.{tenth}"),
    }
}
