//! Refusals by the proxy, by the API behind it and by a sign-in in front of it, and what to do next.

use super::actions::*;
use super::errors::POSSIBLE;
use crate::harness::{Browser, Setup};
use crate::support::fake_api::proxied::Proxied;
use crate::support::fake_api::{Fault, RetryAfter};
use crate::support::rows;

/// The text about a refusal without a request to the API.
const FREE: &str = "No credit was used";

struct Case {
    fault: Fault,
    title: &'static str,
    cost: &'static str,
    button: &'static str,
    /// What Chromium's log says about the response.
    log: &'static str,
}

fn case(
    fault: impl Into<Fault>,
    (title, cost, button): (&'static str, &'static str, &'static str),
    log: &'static str,
) -> Case {
    Case {
        fault: fault.into(),
        title,
        cost,
        button,
        log,
    }
}

fn cases() -> Vec<Case> {
    let signed_out = ("Sign in to your team's proxy", FREE, "Sign in again");
    let not_allowed = ("Your team's proxy doesn't allow this", FREE, "Try again");
    let bad_query = ("The search was refused", FREE, "Edit search");
    let key = ("KeyAPI refused your team's key", POSSIBLE, "Try again");
    let quota = (
        "Your team's KeyAPI account has no credits left",
        POSSIBLE,
        "Try again",
    );
    let api = ("The API had an internal error", POSSIBLE, "Try again");
    let gateway = (
        "The proxy got no valid response from KeyAPI",
        POSSIBLE,
        "Try again",
    );
    let stranger = ("You may have to sign in again", POSSIBLE, "Reload the page");
    let page = ("The response isn't JSON", POSSIBLE, "Reload the page");
    let lost = (
        "The proxy could not be reached",
        POSSIBLE,
        "Reload the page",
    );
    vec![
        case(
            Proxied::refuses(401, "sign in"),
            signed_out,
            "status of 401",
        ),
        case(Proxied::refuses(403, "no"), not_allowed, "status of 403"),
        case(Proxied::refuses(404, "no"), not_allowed, "status of 404"),
        case(Proxied::refuses(400, "no"), bad_query, "status of 400"),
        case(
            Fault::status(401, "apiKey is invalid"),
            key,
            "status of 401",
        ),
        case(Fault::code(403, "forbidden"), key, ""),
        case(Fault::status(402, "quota"), quota, "status of 402"),
        case(Fault::status(502, "no JSON"), api, "status of 502"),
        case(Proxied::SignInPage(502), gateway, "status of 502"),
        case(Proxied::SignInPage(401), stranger, "status of 401"),
        case(Proxied::SignInPage(403), stranger, "status of 403"),
        case(Fault::NotJson, page, ""),
        case(Proxied::Redirects, lost, "net::ERR_FAILED"),
    ]
}

#[tokio::test]
async fn each_names_who_refused_what_it_cost_and_what_to_do() {
    Setup::proxy(Browser::Chromium)
        .run(async |env| {
            let page = env.open("/").await;
            for (index, case) in cases().into_iter().enumerate() {
                env.api.next(case.fault);
                search(&page, &rows::id(index as u64)).await;
                page.until_alert(case.title).await;
                let said = page.alert_text().await;
                assert!(said.contains(case.cost), "{said}");
                page.role("button", case.button).await;
                // The user has neither the account nor its key.
                assert!(page.all_named("button", "Open Settings").await.is_empty());
                let dashboard = page.all_named("link", "Open the KeyAPI dashboard");
                assert!(dashboard.await.is_empty());
                assert_credits(&env.api, index + 1);
                if !case.log.is_empty() {
                    page.expect_problem(case.log);
                }
            }
            page.click("button", "Try again").await;
            until_videos(&page, &[rows::id(cases().len() as u64 - 1)]).await;
        })
        .await;
}

#[tokio::test]
async fn signing_in_again_loses_nothing() {
    Setup::proxy(Browser::Chromium)
        .run(async |env| {
            let page = env.open("/").await;
            let ways = [
                (Proxied::refuses(401, "sign in"), "Sign in again"),
                (Proxied::SignInPage(403), "Reload the page"),
                (Proxied::Redirects, "Reload the page"),
            ];
            for (index, (proxied, button)) in ways.into_iter().enumerate() {
                let id = rows::id(index as u64);
                env.api.next(proxied);
                search(&page, &id).await;
                page.run("window.before = true", vec![]).await;
                page.click("button", button).await;
                page.until("a new document", "!window.before").await;
                until_videos(&page, std::slice::from_ref(&id)).await;
                assert!(open_form(&page).await.value().await.contains(&id));
                assert_credits(&env.api, 2 * index + 2);
            }
            for log in ["status of 401", "status of 403", "net::ERR_FAILED"] {
                page.expect_problem(log);
            }
        })
        .await;
}

fn limit(seconds: &str) -> Proxied {
    Proxied::Refuses {
        status: 429,
        message: "the limit",
        retry_after: Some(RetryAfter::exposed(seconds)),
    }
}

#[tokio::test]
async fn a_days_credits_are_spent_until_a_time_of_day() {
    Setup::proxy(Browser::Chromium)
        .run(async |env| {
            let page = env.open("/").await;
            page.expect_problem("status of 429");
            env.api.next(limit("40000"));
            let script = "
                const format = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' });
                return format.format(Date.now() + 40_000_000);";
            let [before, after] = {
                let before = page.run(script, vec![]).await;
                search(&page, &rows::id(1)).await;
                page.until_alert("Your team's credits for today are used up").await;
                [before, page.run(script, vec![]).await]
            };
            let said = page.alert_text().await;
            let opens = [before, after].map(|time| {
                format!("New searches will work again from {}.", time.as_str().unwrap())
            });
            assert!(opens.iter().any(|opens| said.contains(opens)), "{said}");
            assert!(said.contains(FREE), "{said}");
            let again = page.role("button", "Try again").await;
            assert_eq!(again.js("it.disabled").await, false);
            // Cached responses are still available.
            let (cache, age) = ("STALE", 80_000);
            env.api.next(Proxied::Cached { cache, age });
            again.click().await;
            until_videos(&page, &ids(1)).await;
            assert_credits(&env.api, 2);
        })
        .await;
}

#[tokio::test]
async fn a_shorter_limit_counts_down_in_minutes_and_seconds() {
    Setup::proxy(Browser::Chromium)
        .run(async |env| {
            let page = env.open("/").await;
            page.expect_problem("status of 429");
            env.api.next(limit("119"));
            search(&page, &rows::id(1)).await;
            page.until_alert("Too many requests in a short time").await;
            assert!(page.alert_text().await.contains(FREE));
            let waiting = page
                .role_like("button", r"^Try again in 1 min \d+ s$")
                .await;
            assert_eq!(waiting.js("it.disabled").await, true);
            // The API's own limit may be long, too.
            let long = Some(RetryAfter::exposed("600"));
            env.api.next(Fault::too_fast(long));
            search(&page, &rows::id(2)).await;
            page.until_alert("New searches will work again from").await;
            assert!(page.alert_text().await.contains(POSSIBLE));
            page.role("button", "Try again").await;
        })
        .await;
}
