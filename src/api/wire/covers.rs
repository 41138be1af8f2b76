//! Decodes signed covers. Integrators report three shapes of `data`: a list of `{original: signed}`, a list of
//! `{original_url, converted_url}`, and one object `original → signed`. Each may be JSON within a text.

use std::collections::HashMap;

use serde_json::{Map, Value};

use super::envelope::parse_envelope;
use super::quota;
use crate::domain::videos::links::MediaUrl;

/// The signed addresses by the covers' own; `None` if the call was refused or the response has another shape. A cover
/// may be missing.
pub fn read_covers(status: u16, body: &str) -> Option<HashMap<String, MediaUrl>> {
    let envelope = parse_envelope(body).ok()?;
    let is_good = (200..300).contains(&status) && envelope.code.0.is_none_or(|code| code == 0);
    let data = envelope.data.filter(|_| is_good)?;
    let covers = covers(serde_json::from_str(data.get()).ok()?)?;
    // KeyAPI may say in a message alone that the credits are used up.
    let is_refused = covers.is_empty() && quota::is_used_up(&envelope.message.0);
    (!is_refused).then_some(covers)
}

fn covers(data: Value) -> Option<HashMap<String, MediaUrl>> {
    match data {
        Value::Object(pairs) => {
            let is_empty = pairs.is_empty();
            let covers: HashMap<_, _> = all_of(pairs).collect();
            (is_empty || !covers.is_empty()).then_some(covers)
        }
        Value::Array(items) => {
            let count = items.len();
            let mut covers = HashMap::new();
            for item in items {
                match item {
                    Value::Object(fields) if fields.contains_key("original_url") => {
                        covers.extend(pair(&fields));
                    }
                    Value::Object(pairs) => covers.extend(all_of(pairs)),
                    _ => {}
                }
            }
            (count == 0 || !covers.is_empty()).then_some(covers)
        }
        Value::String(text) => match serde_json::from_str(&text).ok()? {
            Value::String(_) => None,
            data => covers(data),
        },
        _ => None,
    }
}

fn all_of(pairs: Map<String, Value>) -> impl Iterator<Item = (String, MediaUrl)> {
    pairs
        .into_iter()
        .filter_map(|(original, signed)| Some((original, url(&signed)?)))
}

fn pair(fields: &Map<String, Value>) -> Option<(String, MediaUrl)> {
    let original = fields.get("original_url")?.as_str()?;
    let signed = url(fields.get("converted_url")?)?;
    Some((original.to_owned(), signed))
}

fn url(signed: &Value) -> Option<MediaUrl> {
    MediaUrl::https(signed.as_str()?).filter(MediaUrl::may_load_early)
}
