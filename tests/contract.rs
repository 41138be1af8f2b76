//! Holds the fake API, which every journey trusts, and the requests against the published
//! OpenAPI document.

mod support;

use reqwest::header::{ACCESS_CONTROL_ALLOW_ORIGIN, ACCESS_CONTROL_EXPOSE_HEADERS, AUTHORIZATION};
use reqwest::{Method, Response};
use serde_json::Value;
use support::contract::{
    assert_answer_matches_contract, assert_request_matches_contract, operation, request_problems,
};
use support::fake_api::{FakeApi, Key, Misbehave, PATH, RetryAfter};
use support::recorded::RecordedRequest;
use support::{gate, http, rows};

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

    fake.next(Misbehave::EmptyPage);
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
        fake.next(Misbehave::status(
            code,
            example["message"].as_str().unwrap(),
        ));
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

#[tokio::test]
async fn rows_come_by_page_in_the_order_asked() {
    let fake = fake().await;
    fake.set_rows([
        rows::row("11"),
        rows::row("22"),
        rows::row("22"),
        rows::row("33"),
    ]);
    let cases = [(1, vec!["33", "22"]), (2, vec!["22", "11"]), (3, vec![])];
    for (page, expected) in cases {
        let query = format!("video_ids=33,22,44,11&page_num={page}&page_size=2");
        let (_, body) = json(ask(&fake, &query).await).await;
        let ids = body["data"].as_array().unwrap().iter();
        let ids: Vec<&str> = ids.map(|row| row["video_id"].as_str().unwrap()).collect();
        assert_eq!(ids, expected);
    }
    fake.requests()
        .iter()
        .for_each(assert_request_matches_contract);
}

#[tokio::test]
async fn a_page_of_another_origin_may_ask_and_read() {
    let fake = fake().await;
    let url = format!("{}{PATH}", fake.url());
    let preflight = http::client()
        .request(Method::OPTIONS, url)
        .send()
        .await
        .unwrap();
    assert_eq!(
        preflight.headers()["access-control-allow-headers"],
        "Authorization"
    );
    assert_eq!(fake.requests().len(), 0, "a preflight costs nothing");
    assert_eq!(fake.log().len(), 1);

    fake.next(Misbehave::too_fast(Some(RetryAfter::exposed("3"))));
    fake.next(Misbehave::too_fast(Some(RetryAfter::hidden("3"))));
    fake.next(Misbehave::NoCors);
    let exposed = ask(&fake, ONE).await;
    assert_eq!(exposed.headers()["retry-after"], "3");
    assert_eq!(
        exposed.headers()[ACCESS_CONTROL_EXPOSE_HEADERS],
        "Retry-After"
    );
    let hidden = ask(&fake, ONE).await;
    assert_eq!(hidden.headers()["retry-after"], "3");
    assert!(!hidden.headers().contains_key(ACCESS_CONTROL_EXPOSE_HEADERS));
    let blocked = ask(&fake, ONE).await;
    assert!(!blocked.headers().contains_key(ACCESS_CONTROL_ALLOW_ORIGIN));
}

#[tokio::test]
async fn misbehaviour_is_what_it_says() {
    let fake = fake().await;
    fake.next(Misbehave::DataNull);
    fake.next(Misbehave::MissingData);
    fake.next(Misbehave::code(1001, "video not found"));
    fake.next(Misbehave::BadRows(vec![Value::from("no row")]));
    fake.next(Misbehave::Oddities);
    let bodies = [(); 5].map(|()| async { json(ask(&fake, ONE).await).await.1 });
    let [null, missing, code, bad, odd] = bodies;
    assert_eq!(null.await["data"], Value::Null);
    assert!(missing.await.get("data").is_none());
    assert_eq!(code.await["code"], 1001);
    assert_eq!(bad.await["data"].as_array().unwrap().len(), 2);
    let odd = odd.await;
    assert_eq!(odd["data"][0]["video_id"], 7_521_783_049_722_285_367_u64);
    assert!(odd["data"][0]["total_views_cnt"].is_string());

    for unreadable in [
        Misbehave::NotJson,
        Misbehave::TruncatedJson,
        Misbehave::EmptyBody,
    ] {
        fake.next(unreadable);
        let text = ask(&fake, ONE).await.text().await.unwrap();
        assert!(serde_json::from_str::<Value>(&text).is_err(), "{text}");
    }
    fake.next(Misbehave::ResetConnection);
    let reset = http::client()
        .get(format!("{}{PATH}?{ONE}", fake.url()))
        .send()
        .await;
    assert!(reset.is_err());
}

#[tokio::test]
async fn a_slow_answer_waits_for_its_gate() {
    let fake = fake().await;
    let (gate, hold) = gate::closed();
    fake.next(Misbehave::Slow(hold));
    let (answer, ()) = tokio::join!(ask(&fake, ONE), async {
        gate.reached().await;
        assert_eq!(fake.requests().len(), 1);
        gate.open();
    });
    assert_eq!(answer.status(), 200);
}

#[tokio::test]
async fn a_request_that_is_given_up_is_noticed() {
    let fake = fake().await;
    let (gate, hold) = gate::closed();
    fake.next(Misbehave::Slow(hold));
    let asking = tokio::spawn({
        let url = format!("{}{PATH}?{ONE}", fake.url());
        http::client().get(url).bearer_auth(KEY).send()
    });
    gate.reached().await;
    asking.abort();
    gate.abandoned().await;
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
        headers: Vec::new(),
    }
}
