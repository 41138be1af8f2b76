//! A range of a metric's values, as typed by the user and as written in a URL, such as `gmv:100..500`. A bound keeps
//! its digits as typed. Rates are in percent, other metrics in their own unit.

use std::fmt;
use std::str::FromStr;

use crate::domain::ids::chars::{ascii_digit, is_invisible};
use crate::domain::metrics::{Metric, Unit};

/// A bound of a range: a number that is not negative, in plain digits.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Bound(String);

/// A text that is not a bound, or not a range.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
#[error("not a range")]
pub struct InvalidRange;

impl Bound {
    /// The number in the metric's unit: for percent, a fraction.
    fn value(&self, unit: Unit) -> f64 {
        // The exponent shifts the decimal point in the text. A division would round once more, and a rate of exactly
        // 92.41 % would not be in its own range.
        let exponent = if unit == Unit::Percent { "e-2" } else { "" };
        // Read as the API's numbers are, so that a bound equals a value of the same digits. What the constructor admits
        // is always a JSON number.
        serde_json::from_str(&format!("{}{exponent}", self.0)).unwrap_or(f64::NAN)
    }

    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Bound {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for Bound {
    type Err = InvalidRange;

    /// Reads what people type: `1500`, `0.5`, `.5`, `10,000`, full-width digits, `$` or `%` beside them.
    fn from_str(text: &str) -> Result<Self, InvalidRange> {
        let is_padding =
            |c: char| c.is_whitespace() || is_invisible(c) || matches!(c, '$' | '%' | '＄' | '％');
        let text: String = text
            .trim_matches(is_padding)
            .chars()
            .map(to_ascii)
            .collect();
        let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
        // A comma only separates thousands: "1,5" may mean 1.5, and must not become 15.
        if whole
            .rsplit_once(',')
            .is_some_and(|(first, last)| first.is_empty() || last.len() != 3)
        {
            return Err(InvalidRange);
        }
        let whole = whole.replace(',', "");
        let count = whole.len() + fraction.len();
        let mut bytes = whole.bytes().chain(fraction.bytes());
        if !(1..=20).contains(&count) || !bytes.all(|byte| byte.is_ascii_digit()) {
            return Err(InvalidRange);
        }
        let (whole, fraction) = (
            whole.trim_start_matches('0'),
            fraction.trim_end_matches('0'),
        );
        let whole = if whole.is_empty() { "0" } else { whole };
        let point = if fraction.is_empty() { "" } else { "." };
        Ok(Self(format!("{whole}{point}{fraction}")))
    }
}

/// A full-width digit, point or comma as its ASCII form.
fn to_ascii(c: char) -> char {
    match c {
        '．' => '.',
        '，' => ',',
        _ => ascii_digit(c),
    }
}

/// A range with at least one bound. Both bounds are included.
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

    /// The lowest and the highest value in it, in the metric's own unit: a rate as a fraction.
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
        let max = if other_max < max {
            &other.max
        } else {
            &self.max
        };
        Self {
            metric: self.metric,
            min: min.clone(),
            max: max.clone(),
        }
    }
}

impl fmt::Display for Range {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = |bound: Option<&Bound>| bound.map_or(String::new(), |bound| bound.0.clone());
        let (min, max) = (text(self.min()), text(self.max()));
        write!(f, "{}:{min}..{max}", self.metric.code())
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
        Self::new(metric, bound(min)?, bound(max)?).ok_or(InvalidRange)
    }
}
