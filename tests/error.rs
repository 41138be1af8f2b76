//! Errors: whether each may have cost a credit, whether the same request can succeed, and the API's note.
#![cfg(not(target_arch = "wasm32"))]

use clipcart::domain::search::error::SearchError::{
    Blocked, DailyLimit, InvalidRequest, KeyNeeded, KeyRefused, NoData, NotJson, Offline,
    ProxyRefused, QuotaUsedUp, Refused, SampleUnavailable, Server, SignInNeeded, Timeout, TooFast,
    Truncated, UnexpectedShape,
};
use clipcart::domain::search::error::{ApiNote, Cost, ErrorSource, LONG_WAIT, SearchError};

/// An error, whether it may have cost a credit, whether it is retryable, and whether it has a note.
type Case = (SearchError, Cost, bool, bool);

fn note() -> ApiNote {
    ApiNote {
        code: Some(7),
        message: "said".to_owned(),
        request_id: "r".to_owned(),
        source: ErrorSource::Api,
    }
}

/// A note of the proxy, which sent no request to the API.
fn proxy() -> ApiNote {
    ApiNote {
        source: ErrorSource::Proxy,
        ..note()
    }
}

fn cases() -> [Case; 20] {
    let (free, paid) = (Cost::None, Cost::Possible);
    [
        (KeyNeeded, free, false, false),
        (InvalidRequest(note()), paid, false, true),
        (KeyRefused(note()), paid, false, true),
        (SignInNeeded(proxy()), free, false, true),
        (ProxyRefused(proxy()), free, false, true),
        (
            DailyLimit {
                seconds: 40_000,
                note: proxy(),
            },
            free,
            true,
            true,
        ),
        (QuotaUsedUp(note()), paid, false, true),
        (
            TooFast {
                seconds: Some(3),
                note: note(),
            },
            paid,
            true,
            true,
        ),
        (Server(note()), paid, true, true),
        (Refused(note()), paid, true, true),
        (NotJson(note()), paid, true, true),
        (Truncated(note()), paid, true, true),
        (UnexpectedShape("a list", note()), paid, true, true),
        (NoData(note()), paid, true, true),
        (Timeout(30), paid, true, false),
        // The browser may have sent the request even if it could not read the response.
        (Blocked, paid, true, false),
        (Offline { sent: false }, free, true, false),
        (Offline { sent: true }, paid, true, false),
        (SearchError::Cancelled, paid, true, false),
        (SampleUnavailable, free, true, false),
    ]
}

#[test]
fn every_error_has_a_cost_and_may_be_retryable() {
    for (error, cost, retryable, _) in cases() {
        assert_eq!(error.cost(), cost, "{error:?}");
        assert_eq!(error.retryable(), retryable, "{error:?}");
    }
}

#[test]
fn the_note_of_the_api_is_kept() {
    for (error, _, _, said) in cases() {
        assert_eq!(
            error.note().is_some_and(|note| note.message == "said"),
            said,
            "{error:?}"
        );
    }
}

#[test]
fn refusals_by_the_proxy_never_cost_anything() {
    let refusals: [fn(ApiNote) -> SearchError; 5] =
        [InvalidRequest, KeyRefused, Server, Refused, |note| {
            TooFast {
                seconds: None,
                note,
            }
        }];
    for refusal in refusals {
        assert_eq!(refusal(proxy()).cost(), Cost::None);
        for source in [ErrorSource::Api, ErrorSource::Intermediary] {
            let error = refusal(ApiNote { source, ..note() });
            assert_eq!(error.cost(), Cost::Possible, "{error:?}");
        }
    }
}

#[test]
fn a_call_that_does_not_exist_is_told_from_other_refusals() {
    let with = |code: i64, message: &str| ApiNote {
        code: Some(code),
        message: message.to_owned(),
        ..ApiNote::default()
    };
    let missing = [
        Refused(with(404, "")),
        NotJson(with(404, "")),
        ProxyRefused(with(404, "")),
        ProxyRefused(with(405, "")),
        Refused(with(410, "")),
        Refused(with(-1, "Interface Not Found")),
    ];
    for error in missing {
        assert!(error.is_call_missing(), "{error:?}");
    }
    for (error, ..) in cases() {
        assert!(!error.is_call_missing(), "{error:?}");
    }
    let others = [
        KeyRefused(with(403, "")),
        ProxyRefused(with(403, "")),
        InvalidRequest(with(400, "product not found")),
        QuotaUsedUp(with(404, "quota")),
        Server(with(500, "not found")),
    ];
    for error in others {
        assert!(!error.is_call_missing(), "{error:?}");
    }
}

#[test]
fn long_waits_have_no_countdown() {
    let too_fast = |seconds| TooFast {
        seconds,
        note: note(),
    };
    let waits = [
        (None, None),
        (Some(0), None),
        (Some(LONG_WAIT - 1), None),
        (Some(LONG_WAIT), Some(LONG_WAIT)),
        (Some(u32::MAX), Some(u32::MAX)),
    ];
    for (seconds, long) in waits {
        assert_eq!(too_fast(seconds).long_wait(), long, "{seconds:?}");
    }
    let limit = DailyLimit {
        seconds: 40_000,
        note: proxy(),
    };
    assert_eq!(limit.long_wait(), Some(40_000));
    assert_eq!(Server(note()).long_wait(), None);
}

#[test]
fn each_error_has_its_own_log_text() {
    let mut words: Vec<String> = cases()
        .iter()
        .map(|(error, ..)| error.to_string())
        .collect();
    assert!(words.iter().all(|text| !text.is_empty()));
    words.sort();
    words.dedup();
    assert_eq!(words.len(), cases().len());
    // The API's message may contain anything: it is only shown in its own place.
    assert!(words.iter().all(|text| !text.contains("said")));
}
