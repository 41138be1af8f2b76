//! The object around a response's data: what it says, and the error if it reports a failure.

use serde_json::Value;

use super::dto::Envelope;
use super::errors::{self, BodyProblem};
use crate::domain::search::error::{ApiNote, ErrorSource, SearchError};

/// The envelope of a response that reports no failure, and what it says beside its data.
///
/// # Errors
/// The HTTP status or the envelope's `code` reports a failure, or there is no envelope.
pub fn checked(
    status: u16,
    retry_after: Option<u32>,
    body: &str,
) -> Result<(Envelope<'_>, ApiNote), SearchError> {
    let failed_status = (!(200..300).contains(&status)).then_some(i64::from(status));
    let mut envelope = parse_envelope(body)
        .map_err(|problem| errors::without_envelope(status, retry_after, problem))?;
    let note = ApiNote {
        code: failed_status.or(envelope.code.0).filter(|code| *code != 0),
        source: error_source(&envelope),
        message: std::mem::take(&mut envelope.message.0),
        request_id: std::mem::take(&mut envelope.request_id.0),
    };
    match note.code {
        Some(code) => Err(errors::with_code(code, retry_after, note)),
        None => Ok((envelope, note)),
    }
}

/// The envelope of a body.
///
/// # Errors
/// Why there is none.
pub fn parse_envelope(body: &str) -> Result<Envelope<'_>, BodyProblem> {
    let body = body.trim_start();
    // Serde would also accept an array for a struct.
    if body.starts_with('{')
        && let Ok(envelope) = serde_json::from_str(body)
    {
        return Ok(envelope);
    }
    // The reason comes from parsing everything: where serde_json only skips a value, it reports a truncated number as
    // an invalid one.
    Err(match serde_json::from_str::<Value>(body) {
        Ok(_) => BodyProblem::NotAnEnvelope(json_type(body)),
        Err(error) if error.is_eof() => BodyProblem::Truncated,
        Err(_) => BodyProblem::NotJson,
    })
}

/// The API sends its own `code` with every response, and our proxies mark what they refuse themselves.
fn error_source(envelope: &Envelope) -> ErrorSource {
    match envelope.code.0 {
        _ if envelope.refused_by.0 == "proxy" => ErrorSource::Proxy,
        Some(_) => ErrorSource::Api,
        None => ErrorSource::Intermediary,
    }
}

/// The type of a valid JSON value, by its first character.
pub fn json_type(json: &str) -> &'static str {
    match json.as_bytes().first() {
        Some(b'n') => "null",
        Some(b't' | b'f') => "true or false",
        Some(b'"') => "a text",
        Some(b'[') => "a list",
        Some(b'{') => "an object",
        _ => "a number",
    }
}
