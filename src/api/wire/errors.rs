//! Which error a failed response is: by its message, by HTTP status or the envelope's `code`, or by a body that cannot
//! be decoded.

use super::quota;
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

/// The error for a body without an envelope. An HTTP error status says more than such a body, unless it says that
/// something else is at this address.
pub fn without_envelope(
    status: u16,
    retry_after: Option<u32>,
    problem: BodyProblem,
) -> SearchError {
    let code = (!(200..300).contains(&status)).then_some(i64::from(status));
    let note = ApiNote {
        code,
        ..ApiNote::default()
    };
    match (code, problem) {
        // By their definition without a body.
        (None, _) if matches!(status, 204 | 205) => SearchError::NoData(note),
        (Some(300..=399 | 404 | 405 | 410) | None, BodyProblem::NotJson) => {
            SearchError::NotJson(note)
        }
        (Some(code), _) => with_code(code, retry_after, note),
        (None, BodyProblem::Truncated) => SearchError::Truncated(note),
        (None, BodyProblem::NotAnEnvelope(found)) => SearchError::UnexpectedShape(found, note),
    }
}

/// The error for an HTTP status, or for an envelope's `code` under status 200.
pub fn with_code(code: i64, retry_after: Option<u32>, note: ApiNote) -> SearchError {
    let by_proxy = note.source == ErrorSource::Proxy;
    match code {
        _ if !by_proxy && quota::is_used_up(&note.message) => SearchError::QuotaUsedUp(note),
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
