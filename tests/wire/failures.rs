//! Refusals and answers that are none: each becomes the variant that a user can act on, and what the
//! API itself said is kept.

use clipcart::domain::search::error::{ApiNote, ErrorSource, LONG_WAIT, SearchError};
use clipcart::domain::videos::response::CacheStatus;
use serde_json::{Value, json};

use crate::{DataSource, body, cache_status, read};

const HTML: &str = "<!doctype html><title>Sign in</title>";

fn note(code: Option<i64>, message: &str, request_id: &str) -> ApiNote {
    ApiNote {
        code,
        message: message.to_owned(),
        request_id: request_id.to_owned(),
        source: ErrorSource::Api,
    }
}

/// A note from something on the way: the API sends its code with every response.
fn intermediary(note: ApiNote) -> ApiNote {
    ApiNote {
        source: ErrorSource::Intermediary,
        ..note
    }
}

/// What a status or a code stands for, with its note.
fn refusal(code: u16, seconds: Option<u32>, note: ApiNote) -> SearchError {
    match code {
        400 => SearchError::InvalidRequest(note),
        401 | 403 => SearchError::KeyRefused(note),
        402 => SearchError::QuotaUsedUp(note),
        429 => SearchError::TooFast { seconds, note },
        500 | 502 | 503 | 504 | 529 => SearchError::Server(note),
        404 | 405 | 418 => SearchError::Refused(note),
        other => panic!("{other} is not in the table"),
    }
}

#[test]
fn an_error_status_says_what_to_do_and_keeps_what_the_api_said() {
    for status in [
        400, 401, 402, 403, 404, 405, 418, 429, 500, 502, 503, 504, 529,
    ] {
        let body = json!({"code": status, "message": "said", "data": null, "requestId": "r-1"});
        let said = note(Some(status.into()), "said", "r-1");
        for seconds in [None, Some(0), Some(17)] {
            let error = read(status, seconds, &body.to_string(), DataSource::Live).unwrap_err();
            assert_eq!(error, refusal(status, seconds, said.clone()), "{status}");
        }
    }
}

#[test]
fn an_error_status_holds_without_json_too() {
    for status in [400, 401, 402, 403, 429, 500, 502, 503, 529] {
        for body in [HTML, "", "{\"code\":", "nope"] {
            let error = read(status, Some(3), body, DataSource::Live).unwrap_err();
            let expected = refusal(
                status,
                Some(3),
                intermediary(note(Some(status.into()), "", "")),
            );
            assert_eq!(error, expected, "{status} {body:?}");
        }
    }
    // A wrong proxy address: what answers there says more than "not found" does.
    for status in [302, 404, 405, 410] {
        let error = read(status, None, HTML, DataSource::Live).unwrap_err();
        let said = intermediary(note(Some(status.into()), "", ""));
        assert_eq!(error, SearchError::NotJson(said));
    }
}

/// Nothing broke off where a server refuses without a body, or with a body that is not the API's.
#[test]
fn any_failure_without_a_body_is_what_its_status_says() {
    for status in [404, 405, 406, 407, 409, 410, 418, 422, 451, 499, 600] {
        for body in ["", " ", "{", r#"{"code":"#, "[]", "7", "\"x\""] {
            let error = read(status, None, body, DataSource::Live).unwrap_err();
            let said = intermediary(note(Some(status.into()), "", ""));
            assert_eq!(error, SearchError::Refused(said), "{status} {body:?}");
        }
    }
    let error = read(451, None, HTML, DataSource::Live).unwrap_err();
    assert!(matches!(error, SearchError::Refused(_)), "{error:?}");
    for status in [204, 205] {
        let error = read(status, None, "", DataSource::Live).unwrap_err();
        assert_eq!(error, SearchError::NoData(ApiNote::default()));
    }
}

#[test]
fn a_quota_is_told_by_the_message_whatever_the_code() {
    let used_up = [
        "apiKey quota is not enough",
        "Usage Limit Exceeded",
        "USAGE LIMIT EXCEEDED, upgrade your plan",
        "Insufficient balance",
        "账户额度不足",
        "视频查询额度不足",
    ];
    let other = [
        "qps limit exceeded",
        "Too Many Requests: quota of 5 per second",
        "QPS quota exceeded",
        "每秒额度已用完",
        "请求过于频繁，额度受限",
        "apiKey is invalid",
        "said",
        "",
    ];
    let errors = |message: &str| {
        let with = |code: i64| {
            json!({"code": code, "message": message, "data": null, "requestId": "r"}).to_string()
        };
        let as_status =
            [400_u16, 401, 403, 404, 429, 500, 503].map(|status| (status, i64::from(status)));
        let as_code = [0, 200, 400, 403, 429, 500, 1001].map(|code| (200, code));
        let cases = as_status.into_iter().chain(as_code);
        let read = cases.map(|(status, code)| read(status, None, &with(code), DataSource::Live));
        read.map(Result::unwrap_err).collect::<Vec<_>>()
    };
    for message in used_up {
        for error in errors(message) {
            assert!(
                matches!(&error, SearchError::QuotaUsedUp(note) if note.message == message),
                "{error:?}"
            );
        }
        let text = json!({"code": 0, "message": message, "data": []}).to_string();
        assert!(
            matches!(body(&text), Err(SearchError::QuotaUsedUp(_))),
            "{message}"
        );
        // Rows that were paid for are shown, whatever the message.
        let text = json!({"code": 0, "message": message, "data": [crate::row()]}).to_string();
        assert!(body(&text).is_ok(), "{message}");
        // The proxy's own refusals are about its own limits.
        let text = json!({"code": 429, "message": message, "data": null, "refused_by": "proxy"});
        let error = read(429, None, &text.to_string(), DataSource::Live).unwrap_err();
        assert!(matches!(error, SearchError::TooFast { .. }), "{error:?}");
    }
    for message in other {
        for error in errors(message) {
            assert!(
                !matches!(error, SearchError::QuotaUsedUp(_)),
                "{message}: {error:?}"
            );
        }
    }
}

/// JSON of any shape under an error status is no reason to say anything but the status.
#[test]
fn an_error_status_holds_with_any_json() {
    for body in [
        "{}",
        r#"{"detail":"x"}"#,
        r#"{"code":0,"data":[],"message":7}"#,
    ] {
        for status in [400, 401, 402, 403, 404, 429, 500] {
            let error = read(status, None, body, DataSource::Live).unwrap_err();
            let message = if body.contains('7') { "7" } else { "" };
            let said = note(Some(status.into()), message, "");
            let said = if body.contains("code") {
                said
            } else {
                intermediary(said)
            };
            assert_eq!(error, refusal(status, None, said), "{status} {body}");
        }
    }
}

#[test]
fn the_proxy_says_of_its_own_refusals_that_they_are() {
    let read_as = |status: u16, by: Value, seconds| {
        let body = json!({"code": status, "message": "said", "data": null, "refused_by": by});
        read(status, seconds, &body.to_string(), DataSource::Live).unwrap_err()
    };
    for status in [400, 401, 402, 403, 404, 405, 429, 500, 502] {
        for seconds in [
            None,
            Some(1),
            Some(LONG_WAIT - 1),
            Some(LONG_WAIT),
            Some(86_400),
        ] {
            let said = ApiNote {
                source: ErrorSource::Proxy,
                ..note(Some(status.into()), "said", "")
            };
            let expected = match (status, seconds) {
                (401, _) => SearchError::SignInNeeded(said),
                (403..=405, _) => SearchError::ProxyRefused(said),
                (429, Some(seconds @ LONG_WAIT..)) => SearchError::DailyLimit {
                    seconds,
                    note: said,
                },
                _ => refusal(status, seconds, said),
            };
            assert_eq!(read_as(status, json!("proxy"), seconds), expected);
            // Nobody else's word counts.
            for by in [json!(null), json!("Proxy"), json!(true), json!(["proxy"])] {
                let api = note(Some(status.into()), "said", "");
                let expected = refusal(status, seconds, api);
                assert_eq!(read_as(status, by, seconds), expected);
            }
        }
    }
}

#[test]
fn a_proxy_says_where_its_answer_is_from() {
    let cases = [
        (("", ""), (CacheStatus::Api, 0)),
        (("MISS", ""), (CacheStatus::Api, 0)),
        (("MISS", "7"), (CacheStatus::Api, 0)),
        (("HIT", "7"), (CacheStatus::Cache, 7)),
        (("STALE", "7200"), (CacheStatus::Stale, 7200)),
        (("HIT", ""), (CacheStatus::Cache, 0)),
        (("HIT", "-1"), (CacheStatus::Cache, 0)),
        (("HIT", "soon"), (CacheStatus::Cache, 0)),
        (("Hit from cloudfront", "7"), (CacheStatus::Api, 0)),
    ];
    for ((cache, age), expected) in cases {
        assert_eq!(cache_status(cache, age), expected, "{cache} {age}");
    }
}

#[test]
fn a_code_under_a_good_status_is_a_refusal() {
    for code in [400_u16, 401, 402, 403, 404, 429, 500, 502] {
        for value in [json!(code), json!(code.to_string())] {
            for data in [Value::Null, json!([])] {
                let text =
                    json!({"code": value, "message": "said", "data": data, "requestId": "r"});
                let error = body(&text.to_string()).unwrap_err();
                let expected = refusal(code, None, note(Some(code.into()), "said", "r"));
                assert_eq!(error, expected, "{text}");
            }
        }
    }
    for code in [-1, 1, 1001, 40_001, 600] {
        let error = body(&json!({"code": code, "data": []}).to_string()).unwrap_err();
        assert_eq!(
            error,
            SearchError::Refused(note(Some(code), "", "")),
            "{code}"
        );
    }
}

#[test]
fn code_zero_as_text_is_success() {
    let answer = body(r#"{"code": "0", "message": null, "data": [], "requestId": 5}"#).unwrap();
    assert_eq!((answer.row_count, &*answer.request_id), (0, "5"));
}

#[test]
fn success_without_data_is_no_data() {
    for code in ["0", r#""0""#] {
        let text =
            format!(r#"{{"code": {code}, "message": "none", "data": null, "requestId": "r"}}"#);
        let error = body(&text).unwrap_err();
        assert_eq!(
            error,
            SearchError::NoData(note(None, "none", "r")),
            "{text}"
        );
    }
}

#[test]
fn json_of_another_shape_says_so() {
    let cases = [
        "{}",
        "[]",
        "null",
        "7",
        r#""text""#,
        r#"[0, "success", [], "r"]"#,
        r#"{"detail": "Not Found"}"#,
        r#"{"code": 0, "message": "success"}"#,
        r#"{"data": null}"#,
        r#"{"code": 0, "data": {}}"#,
        r#"{"code": 0, "data": "none"}"#,
        r#"{"code": 0, "data": 0}"#,
        r#"{"code": 0, "data": true}"#,
    ];
    for text in cases {
        let error = body(text).unwrap_err();
        let SearchError::UnexpectedShape(found, _) = &error else {
            panic!("{text}: {error:?}");
        };
        assert!(!found.is_empty(), "{text}");
    }
    let text = r#"{"code": 0, "message": "m", "data": {}, "requestId": "r"}"#;
    let error = body(text).unwrap_err();
    assert_eq!(error.note(), Some(&note(None, "m", "r")));
}

#[test]
fn what_is_not_json_says_so() {
    for text in [HTML, "nope", "{'code': 0}", "{\"code\":0}x", "\u{0}", "}{"] {
        let error = body(text).unwrap_err();
        assert_eq!(error, SearchError::NotJson(ApiNote::default()), "{text:?}");
    }
}
