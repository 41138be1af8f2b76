//! Responses through a team's proxy: one query for any order of ids, the cache that has the response,
//! and the price.

use super::actions::*;
use crate::harness::{Browser, Page, Setup};
use crate::support::fake_api::proxied::Proxied;
use crate::support::rows;

fn ids_of<const N: usize>(numbers: [u64; N]) -> Vec<String> {
    numbers.map(rows::id).into()
}

#[tokio::test]
async fn the_users_order_is_the_pages_and_not_the_requests() {
    Setup::proxy(Browser::Chromium)
        .run(async |env| {
            let page = env.open("/").await;
            let mixed = ids_of([3, 1, 2]);
            search(&page, &mixed.join(" ")).await;
            until_videos(&page, &mixed).await;
            let asked = env.api.requests();
            assert_eq!(asked[0].param("video_ids"), Some(&*ids(3).join(",")));
            page.until_url(&mixed.join(",")).await;
            page.reload().await;
            until_videos(&page, &mixed).await;

            // The same ids in another order are the same query, which is saved already.
            let other = ids_of([2, 3, 1]);
            open_form(&page).await.fill(&other.join("\n")).await;
            until_price(&page, "Search", "free").await;
            page.click("button", "Search").await;
            until_videos(&page, &other).await;
            page.until_text("no credit used").await;
            page.until_url(&other.join(",")).await;
            page.back().await;
            until_videos(&page, &mixed).await;
            assert_credits(&env.api, 1);

            // Each page is in the user's order.
            open_form(&page).await;
            advanced_field(&page, "Page size").await.fill("2").await;
            page.click("button", "Search").await;
            until_videos(&page, &ids_of([1, 2])).await;
            page.click("link", "Next").await;
            until_videos(&page, &ids_of([3])).await;
            assert_credits(&env.api, 3);
        })
        .await;
}

/// Waits until the description of a button is this price.
async fn until_price(page: &Page, button: &str, price: &str) {
    let button = page.role("button", button).await;
    let ids = button.attribute("aria-describedby").await.unwrap();
    let said = format!(
        "{ids:?}.split(' ').some((id) => document.getElementById(id)?.textContent === {price:?})"
    );
    page.until(&format!("the price {price:?}"), &said).await;
}

/// The time `age` seconds ago in the format of the page. Two, in case a minute ends meanwhile.
async fn moments(page: &Page, age: u32) -> Vec<String> {
    let script = "
        const format = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' });
        return [60, 0].map((sooner) => format.format(Date.now() - (arguments[0] + sooner) * 1000));";
    let found = page.run(script, vec![age.into()]).await;
    serde_json::from_value(found).unwrap()
}

/// Waits until the page has this sentence with the time `age` seconds ago. Returns the sentence.
async fn until_said(page: &Page, age: u32, sentence: &str) -> String {
    page.until_text(sentence.split("{}").next().unwrap()).await;
    let text = page.text().await;
    let sentences = moments(page, age).await;
    let mut sentences = sentences.iter().map(|time| sentence.replace("{}", time));
    sentences
        .find(|sentence| text.contains(sentence))
        .unwrap_or_else(|| panic!("{sentence:?}, {age} s ago, is not in {text}"))
}

#[tokio::test]
async fn each_answer_says_whose_cache_it_is_from_and_since_when() {
    const HIT: &str = "From your team's cache · data from {} · no credit used";
    const STALE: &str = "Newer data isn't available right now (the request may have used a credit) · from your team's cache · data from {}";
    const TAB: &str = "Saved in this browser · data from {} · no credit used";
    Setup::proxy(Browser::Chromium)
        .run(async |env| {
            let page = env.open("/").await;
            // The static page has a banner of its own, which the program's replaces.
            until_started(&page).await;
            page.role("banner", "")
                .await
                .until_text("Connected through your team's proxy")
                .await;
            until_price(&page, "Search", "up to 1 credit").await;
            for (cache, age, sentence) in [
                ("MISS", 0, "Data from {}"),
                ("HIT", 2400, HIT),
                ("STALE", 80_000, STALE),
            ] {
                env.api.next(Proxied::Cached { cache, age });
                if cache == "MISS" {
                    search(&page, &rows::id(1)).await;
                } else {
                    page.click("button", "Refresh").await;
                }
                let said = until_said(&page, age, sentence).await;
                until_price(&page, "Refresh", "up to 1 credit").await;
                open_form(&page).await;
                until_price(&page, "Search", "free").await;
                if cache == "MISS" {
                    assert!(!page.text().await.contains("cache"));
                } else {
                    let results = page.role("region", "Results").await;
                    let statuses = "[...it.querySelectorAll('[role=status]')].map((it) => it.textContent).join()";
                    let announced = results.js(statuses).await;
                    assert!(announced.as_str().unwrap().contains(&said));
                }
                // Saved in the tab, the data keeps its age.
                page.reload().await;
                until_said(&page, age, TAB).await;
            }
            assert_credits(&env.api, 3);
        })
        .await;
}

/// Other caches use that header, too, and don't make a request free.
#[tokio::test]
async fn without_a_proxy_nobody_elses_cache_counts() {
    Setup::direct(Browser::Chromium)
        .run(async |env| {
            let page = open_with_key(env, "/").await;
            assert!(!page.text().await.contains("your team's proxy"));
            let (cache, age) = ("HIT", 2400);
            env.api.next(Proxied::Cached { cache, age });
            until_price(&page, "Search", "1 credit").await;
            search(&page, &rows::id(1)).await;
            until_said(&page, 0, "Data from {}").await;
            until_price(&page, "Refresh", "1 credit").await;
            assert!(!page.text().await.contains("cache"));
        })
        .await;
}
