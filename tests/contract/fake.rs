//! The fake API does what it says: pages, CORS, and every misbehaviour that journeys rely on.

use reqwest::Method;
use reqwest::header::{ACCESS_CONTROL_ALLOW_ORIGIN, ACCESS_CONTROL_EXPOSE_HEADERS};
use serde_json::Value;

use super::support::contract::{assert_answer_matches_contract, assert_request_matches_contract};
use super::support::fake_api::proxied::Proxied;
use super::support::fake_api::{Fault, PATH, RetryAfter};
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
async fn a_slow_answer_waits_for_its_gate() {
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
