//! The types of single fields, which are read liberally: a number for a string, a string for a number, or `null`.
//!
//! An id never goes through a float: a number that JSON can only express as a float does not become text.

use serde::{Deserialize, Deserializer};
use serde_json::value::RawValue;
use serde_json::{Number, Value};

use crate::domain::videos::response::RowFault;

/// The largest float below which every integer is exact.
const MAX_EXACT: f64 = 9_007_199_254_740_991.0;

/// A number of a row as it was sent.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub enum NumberField<T> {
    Known(T),
    /// Missing, null, empty or negative.
    #[default]
    Unknown,
    /// Something that is neither a number nor the absence of one.
    NotANumber,
}

impl<T> NumberField<T> {
    /// The number if it is known.
    ///
    /// # Errors
    /// The field holds something else than a number; the error names the field.
    pub fn checked(self, field: &'static str) -> Result<Option<T>, RowFault> {
        match self {
            Self::NotANumber => Err(RowFault::NotANumber(field)),
            other => Ok(other.known()),
        }
    }

    /// The number if it is known; anything else counts as unknown.
    pub fn known(self) -> Option<T> {
        match self {
            Self::Known(number) => Some(number),
            Self::Unknown | Self::NotANumber => None,
        }
    }

    /// Converts a known number. It becomes unknown if `convert` returns `None`.
    fn and_then<U>(self, convert: impl FnOnce(T) -> Option<U>) -> NumberField<U> {
        match self {
            Self::Known(number) => convert(number).map_or(NumberField::Unknown, NumberField::Known),
            Self::Unknown => NumberField::Unknown,
            Self::NotANumber => NumberField::NotANumber,
        }
    }
}

/// Trimmed text; an integer becomes its digits, anything else an empty text.
#[derive(Default)]
pub struct Text(pub String);

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Self(match Value::deserialize(deserializer)? {
            Value::String(text) => text.trim().to_owned(),
            Value::Number(number) => number
                .as_u64()
                .map(|integer| integer.to_string())
                .unwrap_or_default(),
            _ => String::new(),
        }))
    }
}

/// A status code, as a number or as text.
#[derive(Default)]
pub struct StatusCode(pub Option<i64>);

impl<'de> Deserialize<'de> for StatusCode {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Self(match Value::deserialize(deserializer)? {
            Value::Number(number) => number.as_i64(),
            Value::String(text) => text.trim().parse().ok(),
            _ => None,
        }))
    }
}

/// A count. A fraction is rounded.
impl<'de> Deserialize<'de> for NumberField<u64> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let number = number(Value::deserialize(deserializer)?);
        Ok(number.and_then(|number| {
            number.as_u64().or_else(|| {
                let float = number.as_f64().filter(|float| *float <= MAX_EXACT);
                float.map(|float| float.round() as u64)
            })
        }))
    }
}

/// US dollars.
impl<'de> Deserialize<'de> for NumberField<f64> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let number = number(Value::deserialize(deserializer)?);
        Ok(number.and_then(|number| number.as_f64()))
    }
}

/// A field that is there, even if it is `null`.
pub fn present<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<&'de RawValue>, D::Error> {
    Deserialize::deserialize(deserializer).map(Some)
}

/// A number that is not negative.
fn number(value: Value) -> NumberField<Number> {
    let number = match value {
        Value::Null => return NumberField::Unknown,
        Value::String(text) if text.trim().is_empty() => return NumberField::Unknown,
        Value::String(text) => serde_json::from_str(text.trim()).ok(),
        Value::Number(number) => Some(number),
        _ => None,
    };
    match number {
        None => NumberField::NotANumber,
        Some(number) if number.as_f64().is_some_and(|float| float >= 0.0) => {
            NumberField::Known(number)
        }
        Some(_) => NumberField::Unknown,
    }
}
