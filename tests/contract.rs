//! Checks the fake API, which all journeys use, and our requests against the published OpenAPI document.
#![cfg(not(target_arch = "wasm32"))]

mod support;

#[path = "contract/fake.rs"]
mod fakes;

use std::time::Instant;

use clipcart::api::endpoint;
use clipcart::domain::deployment::{Mode, Source};
use clipcart::domain::ids::parsed_ids::parse_ids;
use clipcart::domain::ids::rules::IdRules;
use clipcart::domain::query::SearchQuery;
use clipcart::domain::query::form::RawForm;
use proptest::prelude::*;
use reqwest::Response;
use reqwest::header::AUTHORIZATION;
use serde_json::Value;
use support::contract::{
    assert_answer_matches_contract, assert_request_matches_contract, operation, request_problems,
};
use support::fake_api::{FakeApi, Fault, Key, PATH};
use support::recorded::RecordedRequest;
use support::{http, rows};

const KEY: &str = "contract-test-key";

async fn fake() -> FakeApi {
    FakeApi::start(Key::Required(KEY.to_owned())).await
}

async fn ask(fake: &FakeApi, query: &str) -> Response {
    let url = format!("{}{PATH}?{query}", fake.url());
    let request = http::client()
        .get(url)
        .header(AUTHORIZATION, format!("Bearer {KEY}"));
    request.send().await.unwrap()
}

async fn json(response: Response) -> (u16, Value) {
    let status = response.status().as_u16();
    let text = response.text().await.unwrap();
    (status, serde_json::from_str(&text).expect(&text))
}

const ONE: &str = "video_ids=7521783049722285367&page_num=1&page_size=10";

#[test]
fn the_documented_example_is_an_answer_of_the_contract() {
    let example: Value = serde_json::from_str(rows::DOCUMENTED_EXAMPLE).unwrap();
    assert_answer_matches_contract(200, &example);
    let shown =
        &operation()["responses"]["200"]["content"]["application/json"]["schema"]["example"];
    assert_eq!(*shown, example);
}

#[tokio::test]
async fn answers_made_up_and_documented_match() {
    let fake = fake().await;
    let (status, body) = json(ask(&fake, ONE).await).await;
    assert_answer_matches_contract(status, &body);
    assert_eq!(status, 200);

    fake.set_rows([rows::documented()]);
    let (status, body) = json(ask(&fake, ONE).await).await;
    assert_answer_matches_contract(status, &body);
    assert_eq!(body["data"], Value::Array(vec![rows::documented()]));

    fake.next(Fault::EmptyPage);
    let (status, body) = json(ask(&fake, ONE).await).await;
    assert_answer_matches_contract(status, &body);
    assert_eq!(body["data"], Value::Array(vec![]));
}

#[tokio::test]
async fn every_documented_error_can_be_had_and_matches() {
    let documented = operation();
    let documented = documented["responses"].as_object().unwrap();
    for (status, response) in documented.iter().filter(|(status, _)| *status != "200") {
        let fake = fake().await;
        let example = &response["content"]["application/json"]["schema"]["example"];
        let code: u16 = status.parse().unwrap();
        fake.next(Fault::status(code, example["message"].as_str().unwrap()));
        let (sent, body) = json(ask(&fake, ONE).await).await;
        assert_eq!(sent, code);
        assert_answer_matches_contract(code, &body);
        assert_eq!(body, *example);
    }
}

#[tokio::test]
async fn wrong_parameters_are_refused_and_so_break_the_contract() {
    let cases = [
        (
            "page_num=1&page_size=10",
            "Missing required parameter: video_ids",
        ),
        (
            "video_ids=&page_num=1&page_size=10",
            "Missing required parameter: video_ids",
        ),
        (
            "video_ids=1,x&page_num=1&page_size=10",
            "Invalid parameter: video_ids (x)",
        ),
        (
            "video_ids=1,2,3,4,5,6,7,8,9,10,11&page_num=1&page_size=10",
            "Invalid parameter: video_ids (at most 10)",
        ),
        (
            "video_ids=1&page_size=10",
            "Missing required parameter: page_num",
        ),
        (
            "video_ids=1&page_num=0&page_size=10",
            "Invalid parameter: page_num",
        ),
        (
            "video_ids=1&page_num=100001&page_size=10",
            "Invalid parameter: page_num",
        ),
        (
            "video_ids=1&page_num=1",
            "Missing required parameter: page_size",
        ),
        (
            "video_ids=1&page_num=1&page_size=0",
            "Invalid parameter: page_size",
        ),
        (
            "video_ids=1&page_num=1&page_size=11",
            "Invalid parameter: page_size",
        ),
    ];
    for (query, message) in cases {
        let fake = fake().await;
        let (status, body) = json(ask(&fake, query).await).await;
        assert_eq!(
            (status, body["message"].as_str()),
            (400, Some(message)),
            "{query}"
        );
        assert_answer_matches_contract(status, &body);
        assert!(breaks_the_contract(&fake.requests()[0]), "{query}");
    }
}

#[test]
fn requests_beyond_the_document_break_the_contract() {
    for extra in ["region=US", "page_num=1", "page_num=01"] {
        let query = if extra == "page_num=01" {
            ONE.replace("page_num=1", extra)
        } else {
            format!("{ONE}&{extra}")
        };
        assert!(
            breaks_the_contract(&recorded("GET", PATH, &query)),
            "{query}"
        );
    }
    assert!(breaks_the_contract(&recorded("POST", PATH, ONE)));
    assert!(breaks_the_contract(&recorded("GET", "/v1/other", ONE)));
    let mut keyless = recorded("GET", PATH, ONE);
    keyless
        .headers
        .push(("authorization".to_owned(), "Bearer ".to_owned()));
    assert!(breaks_the_contract(&keyless));
    assert_request_matches_contract(&recorded("GET", PATH, ONE));
}

#[tokio::test]
async fn the_key_is_checked() {
    let fake = fake().await;
    let url = format!("{}{PATH}?{ONE}", fake.url());
    let (status, body) = json(http::client().get(&url).send().await.unwrap()).await;
    assert_eq!(body["message"], "apiKey is null");
    assert_answer_matches_contract(status, &body);
    let wrong = http::client()
        .get(&url)
        .header(AUTHORIZATION, "Bearer other");
    let (status, body) = json(wrong.send().await.unwrap()).await;
    assert_eq!((status, &body["data"]), (401, &Value::Null));
}

proptest! {
    /// Any query to any source becomes a request that the document allows.
    #[test]
    fn our_addresses_keep_the_contract(
        ids in prop::collection::vec(7_000_000_000_000_000_000_u64..8_000_000_000_000_000_000, 1..=10),
        page in 1..=100_000_u32,
        size in 1..=10_u8,
        base in prop::sample::select(vec!["https://api.keyapi.ai", "https://proxy.example/keyapi/"]),
    ) {
        let first = ids.iter().min().unwrap().to_string();
        let ids = ids.iter().map(u64::to_string).collect::<Vec<_>>().join(" ");
        let form = RawForm { ids, page: page.to_string(), size: size.to_string(), allows_rounded: true };
        let rules = IdRules { now: u64::MAX, allows_rounded: true };
        let parsed_ids = parse_ids(&form.ids, rules);
        let source = Source::new(Mode::Direct, base).unwrap();
        let SearchQuery::Page(query) = form.check(&parsed_ids).unwrap() else {
            panic!("all pages");
        };
        let address = endpoint::analytics(&source, &query);
        let (before, query) = address.split_once('?').unwrap();
        prop_assert_eq!(before, format!("{}{PATH}", base.trim_end_matches('/')));
        let request = recorded("GET", PATH, query);
        prop_assert_eq!(request_problems(&request), Vec::<String>::new());
        prop_assert!(request.param("video_ids").unwrap().starts_with(&first));
        prop_assert_eq!(request.param("page_num").unwrap(), page.to_string());
        prop_assert_eq!(request.param("page_size").unwrap(), size.to_string());
    }
}

fn breaks_the_contract(request: &RecordedRequest) -> bool {
    !request_problems(request).is_empty()
}

fn recorded(method: &str, path: &str, query: &str) -> RecordedRequest {
    let pairs = query.split('&').map(|pair| {
        let (name, value) = pair.split_once('=').unwrap();
        (name.to_owned(), value.to_owned())
    });
    RecordedRequest {
        method: method.to_owned(),
        path: path.to_owned(),
        query: pairs.collect(),
        raw_query: query.to_owned(),
        headers: Vec::new(),
        at: Instant::now(),
    }
}
