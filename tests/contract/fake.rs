//! Tests of the fake API itself: pages, CORS, and the faults that journeys use.

use reqwest::Method;
use reqwest::header::{ACCESS_CONTROL_ALLOW_ORIGIN, ACCESS_CONTROL_EXPOSE_HEADERS};
use serde_json::Value;

use super::support::contract::{assert_answer_matches_contract, assert_request_matches_contract};
use super::support::fake_api::proxied::Proxied;
use super::support::fake_api::{Fault, Outcome, PATH, RetryAfter};
use super::support::latch::Latch;
use super::support::{http, rows};
use super::{KEY, ONE, ask, fake, json};

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

    fake.next(Fault::too_fast(Some(RetryAfter::exposed("3"))));
    fake.next(Fault::too_fast(Some(RetryAfter::hidden("3"))));
    fake.next(Fault::NoCors);
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
    fake.next(Fault::DataNull);
    fake.next(Fault::MissingData);
    fake.next(Fault::code(1001, "video not found"));
    fake.next(Fault::BadRows(vec![Value::from("no row")]));
    fake.next(Fault::Oddities);
    let bodies = [(); 5].map(|()| async { json(ask(&fake, ONE).await).await.1 });
    let [null, missing, code, bad, odd] = bodies;
    assert_eq!(null.await["data"], Value::Null);
    assert!(missing.await.get("data").is_none());
    assert_eq!(code.await["code"], 1001);
    assert_eq!(bad.await["data"].as_array().unwrap().len(), 2);
    let odd = odd.await;
    assert_eq!(odd["data"][0]["video_id"], 7_521_783_049_722_285_367_u64);
    assert!(odd["data"][0]["total_views_cnt"].is_string());

    for unreadable in [Fault::NotJson, Fault::TruncatedJson, Fault::EmptyBody] {
        fake.next(unreadable);
        let text = ask(&fake, ONE).await.text().await.unwrap();
        assert!(serde_json::from_str::<Value>(&text).is_err(), "{text}");
    }
    fake.next(Fault::ResetConnection);
    let reset = http::client()
        .get(format!("{}{PATH}?{ONE}", fake.url()))
        .send()
        .await;
    assert!(reset.is_err());
}

#[tokio::test]
async fn a_slow_response_waits_for_its_latch() {
    let fake = fake().await;
    let latch = Latch::closed();
    fake.next(Fault::Slow(latch.clone()));
    let (answer, ()) = tokio::join!(ask(&fake, ONE), async {
        latch.reached().await;
        assert_eq!(fake.requests().len(), 1);
        latch.open();
    });
    assert_eq!(answer.status(), 200);
}

#[tokio::test]
async fn a_request_that_is_given_up_is_noticed() {
    let fake = fake().await;
    let latch = Latch::closed();
    fake.next(Fault::Slow(latch.clone()));
    let asking = tokio::spawn({
        let url = format!("{}{PATH}?{ONE}", fake.url());
        http::client().get(url).bearer_auth(KEY).send()
    });
    latch.reached().await;
    asking.abort();
    latch.abandoned().await;
}

#[tokio::test]
async fn a_proxy_says_where_its_answer_is_from_and_what_it_refuses_itself() {
    let fake = fake().await;
    fake.next(Proxied::Cached {
        cache: "HIT",
        age: 7,
    });
    let cached = ask(&fake, ONE).await;
    assert_eq!(cached.headers()["x-cache"], "HIT");
    assert_eq!(cached.headers()["age"], "7");
    let exposed = cached.headers()[ACCESS_CONTROL_EXPOSE_HEADERS].to_str();
    assert!(exposed.unwrap().contains("X-Cache, Age"));
    let (status, body) = json(cached).await;
    assert_answer_matches_contract(status, &body);

    fake.next(Proxied::Refuses {
        status: 429,
        message: "spent",
        retry_after: Some(RetryAfter::exposed("40000")),
    });
    let refused = ask(&fake, ONE).await;
    assert_eq!(refused.headers()["retry-after"], "40000");
    let (status, body) = json(refused).await;
    assert_eq!((status, &body["refused_by"]), (429, &"proxy".into()));

    fake.next(Proxied::SignInPage(403));
    fake.next(Proxied::Redirects);
    for status in [403, 302] {
        assert_eq!(ask(&fake, ONE).await.status(), status);
    }
}

#[tokio::test]
async fn a_plan_depends_on_the_page_and_on_how_often_it_was_asked_for() {
    let fake = fake().await;
    fake.rows_by(rows::rows_for_runs);
    fake.faults_by(|request, attempt| {
        let is_second = request.param("page_num") == Some("2");
        (is_second && attempt == 0).then(|| Fault::too_fast(None))
    });
    let ids: Vec<String> = (1..=10).map(rows::id).collect();
    let ids = ids.join(",");
    for (page, status, rows) in [(2, 429, 0), (1, 200, 10), (2, 200, 1), (2, 200, 1)] {
        let query = format!("video_ids={ids}&page_num={page}&page_size=10");
        let (sent, body) = json(ask(&fake, &query).await).await;
        let rows_sent = body["data"].as_array().map_or(0, Vec::len);
        assert_eq!((sent, rows_sent), (status, rows), "page {page}");
    }
    let page = |number: &str| (ids.clone(), number.to_owned());
    let asked = fake.pages_asked();
    assert_eq!((asked[&page("1")], asked[&page("2")]), (1, 2));
    let exchanges = fake.exchanges();
    assert!(exchanges[0].is_refused(429) && exchanges[1].is_good());
    let attempts: Vec<usize> = exchanges.iter().map(|exchange| exchange.attempt).collect();
    assert_eq!(attempts, [0, 0, 1, 2]);
    assert!(exchanges.is_sorted_by_key(|exchange| exchange.at));
    assert_eq!(
        fake.page_data(&page("2"), 10).as_array().map(Vec::len),
        Some(1)
    );
}

#[tokio::test]
async fn a_broken_connection_is_no_answer() {
    let fake = fake().await;
    fake.next(Fault::ResetConnection);
    let url = format!("{}{PATH}?{ONE}", fake.url());
    let asked = http::client().get(url).bearer_auth(KEY).send().await;
    assert!(asked.is_err());
    assert_eq!(fake.exchanges()[0].outcome, Outcome::Broken);
    assert!(fake.pages_asked().is_empty());
}

#[test]
fn ids_are_different_and_newer_and_look_real() {
    let all: Vec<u64> = (0..=100_000)
        .map(|n| rows::id(n).parse().unwrap())
        .collect();
    assert!(all.is_sorted_by(|a, b| a < b));
    let looks_rounded = |id: &&u64| id.is_multiple_of(1000) || id.is_multiple_of(1024);
    assert_eq!(all.iter().find(looks_rounded), None);
    assert_eq!(all[1], 7_521_783_049_722_285_001);
    assert_eq!(all[998], 7_521_783_049_722_285_999);
    // 2025-07-02.
    assert!(all[100_000] >> 32 < 1_751_414_400);
    for n in 0..=100_000 {
        assert_eq!(rows::number(&rows::id(n)), Some(n));
    }
    assert_eq!(rows::number("7521783049722285056"), None);
}

#[test]
fn runs_have_long_groups_and_empty_ones() {
    let count = |n: u64| rows::rows_for_runs(&rows::id(n)).len();
    let group = |g: u64| (1..=10).map(|n| count(g * 10 + n)).sum::<usize>();
    assert_eq!((count(1), count(3), count(5), count(1003)), (1, 3, 0, 3));
    assert_eq!((group(0), group(6), group(3)), (11, 0, 11));
}
