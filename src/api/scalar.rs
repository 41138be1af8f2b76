//! Owns: reading one field liberally: a number for a string, a string for a number, `null`, or nothing.
//! Refuses: rounding an id. A number that JSON can only give as a float never becomes text.

use std::fmt;

use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

use crate::domain::video::{Count, Dollars};

/// The largest double below which every whole number is exact.
const EXACT: f64 = 9_007_199_254_740_991.0;

/// A field's value as it came.
#[derive(Debug, Default)]
pub enum Scalar {
    /// Missing or `null`.
    #[default]
    Absent,
    Text(String),
    Whole(u64),
    /// A fraction, a negative number, or one beyond 64 bits.
    Float(f64),
    /// A list, an object or a truth value, where none is documented.
    Odd,
}

/// A field whose value is of no use: neither a number nor the absence of one.
#[derive(Debug)]
pub struct NotANumber;

impl Scalar {
    /// The text; numbers in their exact digits. `None` when there is none or it would be inexact.
    pub fn text(self) -> Option<String> {
        match self {
            Self::Text(text) => Some(text),
            Self::Whole(number) => Some(number.to_string()),
            Self::Absent | Self::Float(_) | Self::Odd => None,
        }
    }

    /// A count; negative means unknown.
    pub fn count(&self) -> Result<Count, NotANumber> {
        match self {
            Self::Whole(count) => Ok(Some(*count)),
            _ => Ok(self.number()?.filter(|value| *value <= EXACT).map(|value| value.round() as u64)),
        }
    }

    /// US dollars; negative means unknown.
    pub fn dollars(&self) -> Result<Dollars, NotANumber> {
        self.number()
    }

    fn number(&self) -> Result<Option<f64>, NotANumber> {
        let value = match self {
            Self::Absent => return Ok(None),
            Self::Text(text) if text.trim().is_empty() => return Ok(None),
            Self::Text(text) => serde_json::from_str(text.trim()).map_err(|_| NotANumber)?,
            Self::Whole(number) => *number as f64,
            Self::Float(number) => *number,
            Self::Odd => return Err(NotANumber),
        };
        Ok(Some(value).filter(|value| value.is_finite() && *value >= 0.0))
    }
}

impl<'de> Deserialize<'de> for Scalar {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(AnyScalar)
    }
}

struct AnyScalar;

impl<'de> Visitor<'de> for AnyScalar {
    type Value = Scalar;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_unit<E>(self) -> Result<Scalar, E> {
        Ok(Scalar::Absent)
    }

    fn visit_bool<E>(self, _: bool) -> Result<Scalar, E> {
        Ok(Scalar::Odd)
    }

    fn visit_u64<E>(self, number: u64) -> Result<Scalar, E> {
        Ok(Scalar::Whole(number))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Scalar, E> {
        Ok(Scalar::Float(number as f64))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Scalar, E> {
        Ok(Scalar::Float(number))
    }

    fn visit_str<E>(self, text: &str) -> Result<Scalar, E> {
        Ok(Scalar::Text(text.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Scalar, A::Error> {
        while list.next_element::<IgnoredAny>()?.is_some() {}
        Ok(Scalar::Odd)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Scalar, A::Error> {
        while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(Scalar::Odd)
    }
}
