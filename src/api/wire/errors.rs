//! Which error a failed response is: by HTTP status, by the envelope's `code`, or by a body that cannot be decoded.

use crate::domain::search::error::{ApiNote, ErrorSource, LONG_WAIT, SearchError};

/// Why a body has no envelope.
#[derive(Clone, Copy)]
pub enum BodyProblem {
    NotJson,
    /// The JSON ends too early.
    Truncated,
    /// JSON, but not an envelope: of this type.
    NotAnEnvelope(&'static str),
}

/// The error for a body without an envelope. An HTTP error status says more than such a body.
pub fn without_envelope(
    failed_status: Option<i64>,
    retry_after: Option<u32>,
    problem: BodyProblem,
) -> SearchError {
    let note = ApiNote {
        code: failed_status,
        ..ApiNote::default()
    };
    match (failed_status, problem) {
        (Some(status @ (400..=403 | 429 | 500..)), _) => with_code(status, retry_after, note),
        (_, BodyProblem::NotJson) => SearchError::NotJson(note),
        (_, BodyProblem::Truncated) => SearchError::Truncated(note),
        (_, BodyProblem::NotAnEnvelope(found)) => SearchError::UnexpectedShape(found, note),
    }
}

/// The error for an HTTP status, or for an envelope's `code` under status 200.
pub fn with_code(code: i64, retry_after: Option<u32>, note: ApiNote) -> SearchError {
    let by_proxy = note.source == ErrorSource::Proxy;
    match code {
        400 => SearchError::InvalidRequest(note),
        401 if by_proxy => SearchError::SignInNeeded(note),
        403..=405 if by_proxy => SearchError::ProxyRefused(note),
        401 | 403 => SearchError::KeyRefused(note),
        402 => SearchError::QuotaUsedUp(note),
        429 => match retry_after {
            Some(seconds @ LONG_WAIT..) if by_proxy => SearchError::DailyLimit { seconds, note },
            seconds => SearchError::TooFast { seconds, note },
        },
        500..=599 => SearchError::Server(note),
        _ => SearchError::Refused(note),
    }
}
