//! Every failure that a search can end in.

use clipcart::domain::search::error::{ApiNote, ErrorSource, SearchError};

/// One of each failure. Through a proxy it matters who refused.
pub fn failures(proxy: bool) -> Vec<SearchError> {
    use SearchError::*;
    let note = ApiNote::default;
    let by_api = proxy.then(|| {
        KeyRefused(ApiNote {
            source: ErrorSource::Api,
            ..note()
        })
    });
    let mut all = vec![
        KeyNeeded,
        InvalidRequest(note()),
        KeyRefused(note()),
        SignInNeeded(note()),
        ProxyRefused(note()),
        DailyLimit {
            seconds: 40_000,
            note: note(),
        },
        QuotaUsedUp(note()),
        TooFast {
            seconds: None,
            note: note(),
        },
        Server(note()),
        Refused(note()),
        NotJson(note()),
        Truncated(note()),
        UnexpectedShape("", note()),
        NoData(note()),
        Timeout(30),
        Offline { sent: true },
        Cancelled,
        Blocked,
        SampleUnavailable,
    ];
    all.extend(by_api);
    all.push(Refused(ApiNote {
        source: ErrorSource::Api,
        ..note()
    }));
    all
}
