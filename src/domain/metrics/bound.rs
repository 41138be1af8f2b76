//! A bound of a range of a metric's values. It keeps its digits as typed.

use std::fmt;
use std::str::FromStr;

use crate::domain::ids::chars::{ascii_digit, is_invisible};
use crate::domain::metrics::Unit;

/// A bound of a range: a number that is not negative, in plain digits.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Bound(String);

/// A text that is not a bound, or not a range.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
#[error("not a range")]
pub struct InvalidRange;

impl Bound {
    /// The bound that is exactly a value, in the metric's unit: for percent, a fraction. `None` for what is not a bound.
    #[must_use]
    pub fn of(value: f64, unit: Unit) -> Option<Self> {
        // The shortest digits that read back as the value, without an exponent.
        let digits = value.to_string();
        match unit {
            Unit::Percent => hundredfold(&digits).parse().ok(),
            _ => digits.parse().ok(),
        }
    }

    /// The number in the metric's unit: for percent, a fraction.
    pub(super) fn value(&self, unit: Unit) -> f64 {
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
        let has_length = (1..=MAX_DIGITS).contains(&count) && whole.len() <= MAX_WHOLE_DIGITS;
        let mut bytes = whole.bytes().chain(fraction.bytes());
        if !has_length || !bytes.all(|byte| byte.is_ascii_digit()) {
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

/// Before the point, and in all. A chart's largest value has 21 as a percentage, and small values have many after the
/// point.
const MAX_WHOLE_DIGITS: usize = 21;
const MAX_DIGITS: usize = 40;

/// The decimal point of plain digits two places further. A multiplication would round.
fn hundredfold(digits: &str) -> String {
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let fraction = format!("{fraction:0<2}");
    let (hundredths, rest) = fraction.split_at(2);
    format!("{whole}{hundredths}.{rest}")
}

/// A full-width digit, point or comma as its ASCII form.
fn to_ascii(c: char) -> char {
    match c {
        '．' => '.',
        '，' => ',',
        _ => ascii_digit(c),
    }
}
