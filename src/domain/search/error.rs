//! What can go wrong with a search: a variant for each thing that the user can do about it. The texts are in `i18n`, the
//! detection in `api`.

use thiserror::Error;

/// From this many seconds on, the page shows a wait as a time of day, not as a countdown.
pub const LONG_WAIT: u32 = 121;

/// Who sent an error response.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum ErrorSource {
    /// Neither the API nor the proxy: something in between, such as a sign-in page in front of the proxy.
    #[default]
    Intermediary,
    /// The API, directly or through the proxy.
    Api,
    /// The team's proxy, without a request to the API.
    Proxy,
}

/// What an error response says, to be shown and copied as it is.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct ApiNote {
    /// The HTTP status or the code in the response.
    pub code: Option<i64>,
    /// The message; empty if there is none.
    pub message: String,
    /// The API's `requestId`; empty if there is none.
    pub request_id: String,
    pub source: ErrorSource,
}

/// Why a search failed. The API's documentation does not say whether failures cost a credit, so only those that happen
/// before the API counts anything are called free.
#[derive(Clone, PartialEq, Eq, Debug, Error)]
pub enum SearchError {
    /// There is no key, and nothing was sent: enter one.
    #[error("no key")]
    KeyNeeded,
    /// The API refused the parameters (400): edit the search.
    #[error("invalid request")]
    InvalidRequest(ApiNote),
    /// The key is missing, wrong or not allowed (401, 403): enter another key.
    #[error("key refused")]
    KeyRefused(ApiNote),
    /// The proxy needs to know the user (401): sign in.
    #[error("sign-in needed")]
    SignInNeeded(ApiNote),
    /// The proxy does not forward this request (403, 404, 405): ask its administrator.
    #[error("refused by the proxy")]
    ProxyRefused(ApiNote),
    /// The team has used its credits for the day (429, with a long wait): come back in `seconds`.
    #[error("the day's credits spent")]
    DailyLimit { seconds: u32, note: ApiNote },
    /// The account has no credits left (402, or any code with a message that says so): top up.
    #[error("quota used up")]
    QuotaUsedUp(ApiNote),
    /// Too many requests per second (429): wait `seconds`, if the API says how many.
    #[error("too many requests")]
    TooFast { seconds: Option<u32>, note: ApiNote },
    /// The API failed (5xx): try again later.
    #[error("server error")]
    Server(ApiNote),
    /// The API refused with an undocumented code: read its message.
    #[error("refused with an undocumented code")]
    Refused(ApiNote),
    /// The response is not JSON, but for example a sign-in page: check the data source.
    #[error("not JSON")]
    NotJson(ApiNote),
    /// The response is incomplete: try again.
    #[error("truncated JSON")]
    Truncated(ApiNote),
    /// The response is JSON, but not in the documented format. The text says what it is instead.
    #[error("unexpected shape: {0}")]
    UnexpectedShape(&'static str, ApiNote),
    /// `code` 0 and `data: null`: there is no data for these videos.
    #[error("no data")]
    NoData(ApiNote),
    /// No response within the time limit, in seconds.
    #[error("timed out after {0} s")]
    Timeout(u32),
    /// The browser is offline: connect. `sent` says whether the request had been sent before.
    #[error("offline{}", if *sent { " after sending" } else { "" })]
    Offline { sent: bool },
    /// The user cancelled the search.
    #[error("cancelled")]
    Cancelled,
    /// The browser got no response that it may read: CORS, a content blocker, or the network.
    #[error("blocked")]
    Blocked,
    /// The bundled sample could not be read.
    #[error("sample unavailable")]
    SampleUnavailable,
}

/// Whether a failed search may have cost a credit.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Cost {
    /// Nothing was counted.
    None,
    /// The API got the request, and may count failures.
    Possible,
}

impl SearchError {
    /// What the response says, if there was one.
    pub fn note(&self) -> Option<&ApiNote> {
        match self {
            Self::InvalidRequest(note)
            | Self::KeyRefused(note)
            | Self::SignInNeeded(note)
            | Self::ProxyRefused(note)
            | Self::DailyLimit { note, .. }
            | Self::QuotaUsedUp(note)
            | Self::TooFast { note, .. }
            | Self::Server(note)
            | Self::Refused(note)
            | Self::NotJson(note)
            | Self::Truncated(note)
            | Self::UnexpectedShape(_, note)
            | Self::NoData(note) => Some(note),
            Self::KeyNeeded
            | Self::Timeout(_)
            | Self::Offline { .. }
            | Self::Cancelled
            | Self::Blocked
            | Self::SampleUnavailable => None,
        }
    }

    /// Whether the same request can succeed later without any change by the user.
    pub fn retryable(&self) -> bool {
        !matches!(
            self,
            Self::KeyNeeded
                | Self::InvalidRequest(_)
                | Self::KeyRefused(_)
                | Self::SignInNeeded(_)
                | Self::ProxyRefused(_)
                | Self::QuotaUsedUp(_)
        )
    }

    /// Whether the response says that there is no such call at this address. 400 with these words may be about what was
    /// asked for.
    pub fn is_call_missing(&self) -> bool {
        match self {
            Self::ProxyRefused(note) | Self::NotJson(note) | Self::Refused(note) => {
                matches!(note.code, Some(404 | 405 | 410))
                    || note.message.to_lowercase().contains("not found")
            }
            _ => false,
        }
    }

    /// The seconds of a wait that is too long for a countdown.
    pub fn long_wait(&self) -> Option<u32> {
        match self {
            Self::DailyLimit { seconds, .. } => Some(*seconds),
            Self::TooFast { seconds, .. } => seconds.filter(|seconds| *seconds >= LONG_WAIT),
            _ => None,
        }
    }

    /// Whether the search may have cost a credit.
    pub fn cost(&self) -> Cost {
        match self {
            Self::KeyNeeded | Self::Offline { sent: false } | Self::SampleUnavailable => Cost::None,
            error => match error.note() {
                Some(note) if note.source == ErrorSource::Proxy => Cost::None,
                _ => Cost::Possible,
            },
        }
    }
}
