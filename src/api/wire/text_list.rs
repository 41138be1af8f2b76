//! Fields with several texts, which come as a list, as a list in JSON within a text, or as one text.

use serde::{Deserialize, Deserializer};
use serde_json::Value;

use super::scalar::any_value;

/// The texts of a field, trimmed and not empty.
#[derive(Default)]
pub struct TextList(pub Vec<String>);

impl<'de> Deserialize<'de> for TextList {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut texts = Vec::new();
        collect(any_value(deserializer)?, &mut texts);
        Ok(Self(texts))
    }
}

fn collect(value: Value, texts: &mut Vec<String>) {
    match value {
        Value::Array(items) => items.into_iter().for_each(|item| collect(item, texts)),
        Value::Number(number) if number.is_u64() => texts.push(number.to_string()),
        // Covers are reported as `[{"url": …, "index": …}]`.
        Value::Object(mut fields) => {
            if let Some(url) = fields.remove("url") {
                collect(url, texts);
            }
        }
        Value::String(text) => match list_in(&text) {
            Some(items) => collect(Value::Array(items), texts),
            None => texts.extend(
                Some(text.trim())
                    .filter(|text| !text.is_empty())
                    .map(str::to_owned),
            ),
        },
        _ => {}
    }
}

/// The items of a text that holds a list in JSON.
fn list_in(text: &str) -> Option<Vec<Value>> {
    text.trim_start()
        .starts_with('[')
        .then(|| serde_json::from_str(text).ok())
        .flatten()
}
