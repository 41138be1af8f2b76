//! Owns: reading one field liberally: a number for a string, a string for a number, `null`, or nothing.
//! Refuses: rounding an id. A number that JSON can only give as a float never becomes text.

use serde_json::{Map, Value};

use crate::domain::videos::{Count, Dollars};

/// The largest double below which every whole number is exact.
const EXACT: f64 = 9_007_199_254_740_991.0;

/// A field whose value is of no use: neither a number nor the absence of one. Names the field.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct NotANumber(pub &'static str);

/// The text of a field, trimmed; numbers in their exact digits. Empty when there is none, or when it
/// would be inexact.
pub fn text(fields: &Map<String, Value>, name: &str) -> String {
    match fields.get(name) {
        Some(Value::String(text)) => text.trim().to_owned(),
        Some(Value::Number(number)) => number
            .as_u64()
            .map(|number| number.to_string())
            .unwrap_or_default(),
        _ => String::new(),
    }
}

/// A count; negative, null or missing means unknown.
pub fn count(fields: &Map<String, Value>, name: &'static str) -> Result<Count, NotANumber> {
    let whole = fields.get(name).and_then(Value::as_u64);
    match whole {
        Some(count) => Ok(Some(count)),
        None => Ok(dollars(fields, name)?
            .filter(|value| *value <= EXACT)
            .map(|value| (value + 0.5) as u64)),
    }
}

/// US dollars; negative, null or missing means unknown.
pub fn dollars(fields: &Map<String, Value>, name: &'static str) -> Result<Dollars, NotANumber> {
    let value = match fields.get(name) {
        None | Some(Value::Null) => return Ok(None),
        Some(Value::String(text)) if text.trim().is_empty() => return Ok(None),
        Some(Value::String(text)) => match serde_json::from_str(text.trim()) {
            Ok(Value::Number(number)) => number.as_f64(),
            _ => return Err(NotANumber(name)),
        },
        Some(Value::Number(number)) => number.as_f64(),
        Some(_) => return Err(NotANumber(name)),
    };
    Ok(value.filter(|value| *value >= 0.0))
}
