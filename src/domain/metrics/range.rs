//! Owns: a range of a metric, as it is typed and as it stands in an address: `gmv:100..500`.
//! Refuses: rounding: a bound keeps its digits as typed. Rates are in percent, all else in its unit.

use std::fmt;
use std::str::FromStr;

use crate::domain::ids::chars::{is_invisible, narrowed};
use crate::domain::metrics::{Metric, Unit};

/// A bound of a range: a number that is not negative, in plain digits.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Bound(String);

/// A text that is no bound, or no range.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
#[error("not a range")]
pub struct NotARange;

impl Bound {
    /// The number that it says, or the fraction if it says percent.
    fn value(&self, unit: Unit) -> f64 {
        // The point is moved in the text, since a division would round once more, and a rate of just
        // 92.41 % would not be in its own range.
        let exponent = if unit == Unit::Percent { "e-2" } else { "" };
        // It is a number of JSON's, by its constructor.
        serde_json::from_str(&[&self.0, exponent].concat())
            .ok()
            .and_then(|value: serde_json::Value| value.as_f64())
            .unwrap_or(f64::NAN)
    }

    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Bound {
    type Err = NotARange;

    /// Reads what a person may type: `1500`, `0.5`, `.5`, `10,000`, full-width digits, `$` or `%` beside
    /// them.
    fn from_str(text: &str) -> Result<Self, NotARange> {
        let mark =
            |c: char| c.is_whitespace() || is_invisible(c) || matches!(c, '$' | '%' | '＄' | '％');
        let text: String = text.trim_matches(mark).chars().map(plain).collect();
        let (whole, part) = text.split_once('.').unwrap_or((&text, ""));
        // A comma is only one of thousands: who means 1.5 by "1,5" does not mean 15.
        if whole
            .rsplit_once(',')
            .is_some_and(|(first, last)| first.is_empty() || last.len() != 3)
        {
            return Err(NotARange);
        }
        let whole: String = whole.split(',').collect();
        let count = whole.len() + part.len();
        let are_digits = whole
            .bytes()
            .chain(part.bytes())
            .all(|byte| byte.is_ascii_digit());
        if !(1..=20).contains(&count) || !are_digits {
            return Err(NotARange);
        }
        let (whole, part) = (whole.trim_start_matches('0'), part.trim_end_matches('0'));
        let whole = if whole.is_empty() { "0" } else { whole };
        let point = if part.is_empty() { "" } else { "." };
        Ok(Self([whole, point, part].concat()))
    }
}

/// A digit or a mark of either width as the narrow one.
fn plain(c: char) -> char {
    match c {
        '．' => '.',
        '，' => ',',
        _ => narrowed(c),
    }
}

/// From a bound to a bound, both included; at least one of them is there.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Range {
    metric: Metric,
    min: Option<Bound>,
    max: Option<Bound>,
}

impl Range {
    /// `None` without any bound.
    #[must_use]
    pub fn new(metric: Metric, min: Option<Bound>, max: Option<Bound>) -> Option<Self> {
        (min.is_some() || max.is_some()).then_some(Self { metric, min, max })
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

    /// The least and the greatest value in it, in the metric's own unit: a rate as a fraction.
    #[must_use]
    pub fn limits(&self) -> (f64, f64) {
        let unit = self.metric.unit();
        let limit = |bound: &Option<Bound>| bound.as_ref().map(|bound| bound.value(unit));
        let (min, max) = (limit(&self.min), limit(&self.max));
        (
            min.unwrap_or(f64::NEG_INFINITY),
            max.unwrap_or(f64::INFINITY),
        )
    }
}

impl Range {
    /// What is in both, of the same metric.
    #[must_use]
    pub fn narrowed(&self, other: &Self) -> Self {
        let ((least, most), (other_least, other_most)) = (self.limits(), other.limits());
        Self {
            metric: self.metric,
            min: match other_least > least {
                true => other.min.clone(),
                false => self.min.clone(),
            },
            max: match other_most < most {
                true => other.max.clone(),
                false => self.max.clone(),
            },
        }
    }
}

impl fmt::Display for Range {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text =
            |bound: &Option<Bound>| bound.clone().map(|Bound(text)| text).unwrap_or_default();
        let (min, max) = (text(&self.min), text(&self.max));
        write!(f, "{}:{min}..{max}", self.metric.code())
    }
}

impl FromStr for Range {
    type Err = NotARange;

    fn from_str(text: &str) -> Result<Self, NotARange> {
        let (code, bounds) = text.split_once(':').ok_or(NotARange)?;
        let (min, max) = bounds.split_once("..").ok_or(NotARange)?;
        let bound = |text: &str| match text {
            "" => Ok(None),
            text => text.parse().map(Some),
        };
        let metric = Metric::from_code(code).ok_or(NotARange)?;
        Self::new(metric, bound(min)?, bound(max)?).ok_or(NotARange)
    }
}
