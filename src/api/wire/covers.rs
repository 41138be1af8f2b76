//! Decodes signed covers. Integrators report three shapes of `data`: a list of `{original: signed}`, a list of
//! `{original_url, converted_url}`, and one object `original → signed`. Each may be JSON within a text.

use std::collections::HashMap;

use serde_json::{Map, Value};

use super::envelope::parse_envelope;
use super::quota;
use crate::domain::videos::links::MediaUrl;

/// The signed addresses by the covers' own. A cover may be missing.
///
/// # Errors
/// The code of a failure, which KeyAPI may send with status 200, or else the status.
pub fn read_covers(status: u16, body: &str) -> Result<HashMap<String, MediaUrl>, u16> {
    let envelope = parse_envelope(body).map_err(|_| status)?;
    if !(200..300).contains(&status) {
        return Err(status);
    }
    let code = envelope.code.0.unwrap_or_default();
    if code != 0 {
        return Err(u16::try_from(code).unwrap_or(status));
    }
    let data = envelope
        .data
        .and_then(|data| serde_json::from_str(data.get()).ok());
    let covers = data.and_then(covers).ok_or(status)?;
    // KeyAPI may say in a message alone that the credits are used up.
    match covers.is_empty() && quota::is_used_up(&envelope.message.0) {
        true => Err(status),
        false => Ok(covers),
    }
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
