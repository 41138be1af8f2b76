//! The types of single fields, which are read liberally: a number for a string, a string for a number, or `null`. No
//! value of a field makes the row around it unreadable.
//!
//! An id never goes through a float: a number that JSON can only express as a float does not become text.

use serde::{Deserialize, Deserializer};
use serde_json::value::RawValue;
use serde_json::{Number, Value};

/// The largest float below which every integer is exact.
const MAX_EXACT: f64 = 9_007_199_254_740_991.0;

/// A number of a row as it was sent.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub enum NumberField<T> {
    Known(T),
    /// Missing, null, empty, negative, or not finite.
    #[default]
    Unknown,
    /// Something that is neither a number nor the absence of one.
    NotANumber,
}

impl<T> NumberField<T> {
    /// The number if it is known. Something else than a number is unknown too, and its field is added to `odd`.
    pub fn noting(self, field: &'static str, odd: &mut Vec<&'static str>) -> Option<T> {
        if matches!(self, Self::NotANumber) {
            odd.push(field);
        }
        self.known()
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
        Ok(Self(match any_value(deserializer)? {
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
        Ok(Self(match any_value(deserializer)? {
            Value::Number(number) => number.as_i64(),
            Value::String(text) => text.trim().parse().ok(),
            _ => None,
        }))
    }
}

/// A count. A fraction is rounded.
impl<'de> Deserialize<'de> for NumberField<u64> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let number = number(any_value(deserializer)?);
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
        let number = number(any_value(deserializer)?);
        Ok(number.and_then(|number| number.as_f64()))
    }
}

/// A field that is there, even if it is `null`.
pub fn present<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<&'de RawValue>, D::Error> {
    Deserialize::deserialize(deserializer).map(Some)
}

/// Any JSON value. One that serde_json cannot hold, such as `1e999` or very deep nesting, counts as `null`.
pub fn any_value<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Value, D::Error> {
    let json = <&RawValue>::deserialize(deserializer)?;
    Ok(serde_json::from_str(json.get()).unwrap_or_default())
}

/// A number that is not negative.
fn number(value: Value) -> NumberField<Number> {
    let number = match value {
        Value::Null => return NumberField::Unknown,
        Value::String(text) if says_unknown(text.trim()) => return NumberField::Unknown,
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

/// Whether a text stands for an unknown number: by a word, or as a number such as `1e999` that no type holds.
fn says_unknown(text: &str) -> bool {
    const WORDS: [&str; 9] = [
        "",
        "—",
        "null",
        "none",
        "n/a",
        "undefined",
        "nan",
        "inf",
        "infinity",
    ];
    let unsigned = text.strip_prefix(['+', '-']).unwrap_or(text);
    let is_number = |b: u8| b.is_ascii_digit() || b"+-.eE".contains(&b);
    let has_exponent = unsigned.contains(['e', 'E']) && unsigned.bytes().all(is_number);
    WORDS.iter().any(|word| unsigned.eq_ignore_ascii_case(word))
        || (has_exponent && serde_json::from_str::<Number>(text).is_err())
}
