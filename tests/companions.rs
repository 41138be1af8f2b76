//! The calls beside the one for videos: where they are, what they ask, and what their responses mean, whatever shape
//! these have.
#![cfg(not(target_arch = "wasm32"))]

use clipcart::api::endpoint;
use clipcart::api::wire::{read_covers, read_link};
use clipcart::domain::deployment::{Companion, Deployment, Source};
use clipcart::domain::ids::short_link::LinkFailure;
use clipcart::domain::videos::covers::{SignedCover, TONES, tone};
use clipcart::domain::videos::links::MediaUrl;
use proptest::prelude::*;
use serde_json::{Value, json};

#[path = "companions/links.rs"]
mod links;
#[path = "companions/products.rs"]
mod products;
#[path = "companions/rules.rs"]
mod rules;

const COVER: &str =
    "https://echosell-images.tos-ap-southeast-1.volces.com/video-cover/7/a%20b/1.jpeg";
const SIGNED: &str =
    "https://echosell-images.tos-ap-southeast-1.volces.com/video-cover/7/a%20b/1.jpeg?X-Sign=1";

fn urls(config: &Value, source: Option<&str>) -> [Option<String>; 3] {
    let deployment = Deployment::from_json(&config.to_string()).unwrap();
    // The source of the deployment, or else the user's.
    let chosen = source.map(|source| {
        let config = json!({"api": {"mode": source, "base": "/mine"}});
        Deployment::from_json(&config.to_string()).unwrap().source
    });
    let source: Source = deployment
        .source
        .clone()
        .or(chosen.flatten())
        .unwrap_or_default();
    [Companion::Covers, Companion::Products, Companion::Links]
        .map(|companion| deployment.companion_url(companion, &source))
}

#[test]
fn each_call_has_the_path_that_the_deployment_gives_it() {
    let keyapi = "https://api.keyapi.ai";
    let covers = format!("{keyapi}/v1/tiktok/covers/batch/download");
    let products = format!("{keyapi}/v1/tiktok/product/detail/analytics");
    let some = |text: &str| Some(text.to_owned());
    let cases = [
        // With the user's key the first two have defaults.
        (json!({}), None, [some(&covers), some(&products), None]),
        (
            json!({"covers": "", "products": "", "links": ""}),
            None,
            [None, None, None],
        ),
        (
            json!({"covers": "/c", "products": null, "links": "/api/resolve"}),
            None,
            [
                some(&format!("{keyapi}/c")),
                some(&products),
                some("/api/resolve"),
            ],
        ),
        // A proxy has what it says, and resolves links unless it says otherwise.
        (
            json!({"api": {"mode": "proxy"}}),
            None,
            [None, None, some("/api/resolve")],
        ),
        (
            json!({"api": {"mode": "proxy"}, "links": ""}),
            None,
            [None, None, None],
        ),
        (
            json!({"api": {"mode": "proxy"}, "covers": "/c", "products": "/p", "links": "/resolve"}),
            None,
            [some("/api/c"), some("/api/p"), some("/api/resolve")],
        ),
        // A proxy of the user's own.
        (
            json!({}),
            Some("proxy"),
            [None, None, some("/mine/resolve")],
        ),
        (
            json!({"covers": "/c", "links": "/api/resolve"}),
            Some("proxy"),
            [some("/mine/c"), None, some("/api/resolve")],
        ),
    ];
    for (config, source, expected) in cases {
        assert_eq!(urls(&config, source), expected, "{config} {source:?}");
    }
}

#[test]
fn what_is_not_a_path_is_an_error() {
    for path in [
        "c",
        "//x.example/c",
        "https://x.example",
        "/a?b",
        "/a#b",
        "/a\\b",
        "/a b",
    ] {
        let config = json!({"covers": path}).to_string();
        let error = Deployment::from_json(&config).unwrap_err();
        assert!(error.contains("`covers`"), "{path}: {error}");
    }
}

#[test]
fn addresses_are_encoded_as_proxies_take_them() {
    let covers = [
        COVER.to_owned(),
        "https://x.example/a,b'(1)*!~?c=d&e".to_owned(),
    ];
    assert_eq!(
        endpoint::signed_covers("/api/c", &covers),
        "/api/c?cover_urls=https%3A%2F%2Fechosell-images.tos-ap-southeast-1.volces.com%2Fvideo-cover%2F7%2Fa%2520b%2F1.jpeg,\
         https%3A%2F%2Fx.example%2Fa%2Cb'(1)*!~%3Fc%3Dd%26e"
    );
    assert_eq!(
        endpoint::products("/api/p", &["1", "2"]),
        "/api/p?product_ids=1,2"
    );
}

fn envelope(data: &Value) -> String {
    json!({"code": 0, "message": "success", "data": data}).to_string()
}

#[test]
fn signed_covers_come_in_three_shapes_and_as_json_in_a_text() {
    let shapes = [
        json!([{COVER: SIGNED}]),
        json!([{"original_url": COVER, "converted_url": SIGNED}]),
        json!({COVER: SIGNED}),
        json!(json!({COVER: SIGNED}).to_string()),
        // One that cannot be used hides no other.
        json!([null, {"original_url": 1}, {"https://x.example/2": "http://plain"}, {COVER: SIGNED}]),
    ];
    for shape in shapes {
        let covers =
            read_covers(200, &envelope(&shape)).unwrap_or_else(|code| panic!("{code}: {shape}"));
        assert_eq!(covers.len(), 1, "{shape}");
        assert_eq!(covers[COVER].as_str(), SIGNED, "{shape}");
    }
}

#[test]
fn what_is_no_list_of_covers_is_a_refusal() {
    let good = envelope(&json!({COVER: SIGNED}));
    let refusals = [
        (404, good.clone()),
        (403, good.clone()),
        (500, good),
        (200, "<!doctype html>".to_owned()),
        (200, String::new()),
        (
            200,
            json!({"code": 402, "message": "quota", "data": {COVER: SIGNED}}).to_string(),
        ),
        (200, envelope(&Value::Null)),
        (200, envelope(&json!(5))),
        (200, envelope(&json!([1, 2]))),
        (200, envelope(&json!([{"cover": {"url": SIGNED}}]))),
        (200, envelope(&json!({"error": "no such cover"}))),
        (200, json!({"code": 0}).to_string()),
    ];
    for (status, body) in refusals {
        assert!(read_covers(status, &body).is_err(), "{status} {body}");
    }
    // What passes is told from what does not, also where it comes with status 200.
    let failure = |code: i64| json!({"code": code, "message": "no", "data": null}).to_string();
    for (status, code, expected) in [
        (200, 429, 429),
        (200, 500, 500),
        (200, 402, 402),
        (403, 500, 403),
        (200, -1, 200),
    ] {
        assert_eq!(
            read_covers(status, &failure(code)),
            Err(expected),
            "{status} {code}"
        );
    }
    let used_up =
        json!({"code": 0, "message": "apiKey quota is not enough", "data": []}).to_string();
    assert_eq!(read_covers(200, &used_up), Err(200));
    // None of these covers is known.
    for data in [json!([]), json!({})] {
        assert_eq!(read_covers(200, &envelope(&data)).map(|it| it.len()), Ok(0));
    }
}

#[test]
fn a_signed_address_is_used_for_twenty_hours() {
    let at = 1_763_964_000;
    let signed = SignedCover {
        url: MediaUrl::https(SIGNED).unwrap(),
        signed_at: at,
    };
    let hours = 3_600;
    for (now, works) in [
        (at, true),
        (at + 20 * hours - 1, true),
        (at + 20 * hours, false),
        (at - 1, false),
    ] {
        assert_eq!(signed.works_at(now), works, "{now}");
    }
    let json = serde_json::to_string(&signed).unwrap();
    assert_eq!(serde_json::from_str::<SignedCover>(&json).unwrap(), signed);
    let plain = json.replace("https:", "http:");
    assert!(serde_json::from_str::<SignedCover>(&plain).is_err());
}

/// Videos of the same day still differ.
#[test]
fn neighbouring_placeholders_differ_in_tone() {
    let ids = (0..60).map(|n| 7_521_783_049_722_285_367 + n * 4_294_967_296 * 60);
    let mut counts = vec![0; TONES as usize];
    ids.for_each(|id| counts[tone(id) as usize] += 1);
    assert!(counts.iter().all(|count| *count >= 2), "{counts:?}");
}

#[test]
fn a_resolved_link_has_a_video_or_a_reason() {
    let good = envelope(
        &json!({"link": "https://vm.tiktok.com/ZMa", "video_id": "7521783049722285367", "url": ""}),
    );
    let id = "7521783049722285367".parse().unwrap();
    assert_eq!(read_link(200, &good), Ok(id));
    let failed = |status: u16, data: Value| json!({"code": status, "data": data}).to_string();
    let unknown = failed(404, json!({"link": "https://vm.tiktok.com/ZMa"}));
    let by_proxy = |status: u16| {
        json!({"code": status, "message": "no", "data": null, "refused_by": "proxy"}).to_string()
    };
    // A proxy without this call of its own passes it on to KeyAPI.
    let by_keyapi = |code: i64| {
        json!({"code": code, "message": "no", "requestId": "r-1", "data": null}).to_string()
    };
    let index = "<!doctype html>".to_owned();
    use LinkFailure::{NoVideo, NotOffered, NotReached, Refused, TooMany};
    let cases = [
        (200, envelope(&json!({"video_id": "x"})), NotReached),
        (200, index.clone(), Refused),
        (200, "{\"code\": 0".to_owned(), NotReached),
        (404, unknown.clone(), NoVideo),
        // No such path on this server.
        (404, "not found".to_owned(), NotOffered),
        (404, index, NotOffered),
        (405, String::new(), NotOffered),
        // Links are switched off, or not for this user.
        (404, by_proxy(404), NotOffered),
        (400, by_proxy(400), Refused),
        (401, by_proxy(401), Refused),
        (403, by_proxy(403), Refused),
        (403, "sign in".to_owned(), Refused),
        (404, by_keyapi(404), NotOffered),
        (404, failed(404, Value::Null), NotOffered),
        (400, by_keyapi(400), NotOffered),
        (401, failed(401, Value::Null), NotOffered),
        (200, by_keyapi(404), NotOffered),
        (200, by_keyapi(0), NotOffered),
        (200, envelope(&json!([])), NotOffered),
        (500, by_keyapi(500), NotOffered),
        (429, by_keyapi(429), TooMany),
        (429, unknown.clone(), TooMany),
        (502, failed(502, Value::Null), NotReached),
        (504, String::new(), NotReached),
    ];
    for (status, body, expected) in cases {
        assert_eq!(read_link(status, &body), Err(expected), "{status} {body}");
    }
}

proptest! {
    #[test]
    fn any_response_is_read(status in 100_u16..600, body in "\\PC{0,80}") {
        let _ = read_covers(status, &body);
        let _ = read_link(status, &body);
    }
}
