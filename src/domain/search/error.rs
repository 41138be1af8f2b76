//! Owns: what can go wrong with a search, one variant for each thing that a user can do about it.
//! Refuses: wording (that is `messages`) and how a failure was noticed (that is `api`).

use thiserror::Error;

/// The shortest wait, in seconds, that is told as a time of day; nobody watches a count from there.
pub const LONG_WAIT: u32 = 121;

/// Who speaks in an answer that is a failure.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum ErrorSource {
    /// Not the API: something on the way, such as the sign-in before a proxy.
    #[default]
    Intermediary,
    /// The API, directly or through a proxy.
    Api,
    /// The team's proxy, which never asked the API.
    Proxy,
}

/// What was said of a failure, to be shown and copied as it is.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct ApiNote {
    /// The status or envelope code, where there was one.
    pub code: Option<i64>,
    /// The message in its own words; empty when there was none.
    pub message: String,
    /// The API's `requestId`; empty when it gave none.
    pub request_id: String,
    pub speaker: ErrorSource,
}

/// Why a search brought no answer. Whether a failure is billed is not documented, so that only the
/// failures known to happen before the API counts anything are called free.
#[derive(Clone, PartialEq, Eq, Debug, Error)]
pub enum SearchError {
    /// There is no key to ask with, and nothing was sent: give one.
    #[error("no key")]
    KeyNeeded,
    /// The API refused the parameters (400): correct the form.
    #[error("invalid request")]
    InvalidRequest(ApiNote),
    /// The key is missing, wrong or not allowed (401, 403): give another key.
    #[error("key refused")]
    KeyRefused(ApiNote),
    /// The proxy wants to know who asks (401): sign in.
    #[error("sign-in needed")]
    SignInNeeded(ApiNote),
    /// The proxy does not pass this on (403, 404, 405): ask whoever runs it.
    #[error("refused by the proxy")]
    ProxyRefused(ApiNote),
    /// The team has spent what it may spend in a day (429, with a long wait): come back in `seconds`.
    #[error("the day's credits spent")]
    DailyLimit { seconds: u32, note: ApiNote },
    /// The account has no credits left (402): top up.
    #[error("quota used up")]
    QuotaUsedUp(ApiNote),
    /// Too many requests a second (429): wait `seconds`, as far as the API said.
    #[error("too many requests")]
    TooFast { seconds: Option<u32>, note: ApiNote },
    /// The API failed (5xx): try again later.
    #[error("server error")]
    Server(ApiNote),
    /// The API refused with a code that is not documented: read its message.
    #[error("refused with an undocumented code")]
    Refused(ApiNote),
    /// The answer is not JSON at all, such as a sign-in page: check where data comes from.
    #[error("not JSON")]
    NotJson(ApiNote),
    /// The answer breaks off in the middle: ask again.
    #[error("truncated JSON")]
    Truncated(ApiNote),
    /// JSON, but not of the documented shape; says what was found instead.
    #[error("unexpected shape: {0}")]
    UnexpectedShape(&'static str, ApiNote),
    /// `code` 0 and `data: null`: nothing is known of these videos.
    #[error("no data")]
    NoData(ApiNote),
    /// No answer within the time limit, in seconds.
    #[error("timed out after {0} s")]
    Timeout(u32),
    /// The browser has no network: connect. `sent` says whether the request had left before.
    #[error("offline{}", if *sent { " after sending" } else { "" })]
    Offline { sent: bool },
    /// The user stopped waiting for the answer.
    #[error("cancelled")]
    Cancelled,
    /// The browser got no readable answer: CORS, a blocker, or the network.
    #[error("blocked")]
    Blocked,
    /// The bundled sample could not be read.
    #[error("sample unavailable")]
    SampleUnavailable,
}

/// Whether a failed search may have cost a credit.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Cost {
    /// Nothing reached a counter.
    None,
    /// The API saw the request; whether it bills failures is not documented.
    Possible,
}

impl SearchError {
    /// What was said, where anything was.
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

    /// Whether the very same request can succeed without the user changing anything.
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

    /// The seconds of a wait that is too long to be counted down.
    pub fn long_wait(&self) -> Option<u32> {
        match self {
            Self::DailyLimit { seconds, .. } => Some(*seconds),
            Self::TooFast { seconds, .. } => seconds.filter(|seconds| *seconds >= LONG_WAIT),
            _ => None,
        }
    }

    /// Whether a credit may be gone.
    pub fn cost(&self) -> Cost {
        match self {
            Self::KeyNeeded | Self::Offline { sent: false } | Self::SampleUnavailable => Cost::None,
            error => match error.note() {
                Some(note) if note.speaker == ErrorSource::Proxy => Cost::None,
                _ => Cost::Possible,
            },
        }
    }
}
