//! Answers through a team's proxy: one question whatever the order of its ids, whose cache answered, and
//! what that says of its price.

use super::acts::*;
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

            // The same ids in another order are the same question, already answered.
            let other = ids_of([2, 3, 1]);
            ids_field(&page).await.fill(&other.join("\n")).await;
            until_price(&page, "Search", "free").await;
            page.click("button", "Search").await;
            until_videos(&page, &other).await;
            page.until_text("shown for free").await;
            page.until_url(&other.join(",")).await;
            page.back().await;
            until_videos(&page, &mixed).await;
            assert_credits(&env.api, 1);

            // Each page in the user's order, as far as it goes.
            page.role("spinbutton", "Page size").await.fill("2").await;
            page.click("button", "Search").await;
            until_videos(&page, &ids_of([1, 2])).await;
            page.click("link", "Next").await;
            until_videos(&page, &ids_of([3])).await;
            assert_credits(&env.api, 3);
        })
        .await;
}

/// Waits until the price beside a button is this one, as assistive tools hear it.
async fn until_price(page: &Page, button: &str, price: &str) {
    let button = page.role("button", button).await;
    let id = button.attribute("aria-describedby").await.unwrap();
    let said = format!("document.getElementById({id:?}).textContent === {price:?}");
    page.until(&format!("the price {price:?}"), &said).await;
}

/// How the page says that a moment was so many seconds ago. Two, when a minute ends meanwhile.
async fn moments(page: &Page, age: u32) -> Vec<String> {
    let script = "
        const format = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' });
        return [60, 0].map((sooner) => format.format(Date.now() - (arguments[0] + sooner) * 1000));";
    let found = page.run(script, vec![age.into()]).await;
    serde_json::from_value(found).unwrap()
}

/// Waits until the page says this of a moment so many seconds ago; gives the whole sentence.
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
    const HIT: &str = "From your team's cache, answered {}: no credit spent";
    const STALE: &str = "No newer answer for now (asking may have cost a credit); your team's cache has this one of {}";
    const TAB: &str = "Kept in this tab, answered {}: shown for free";
    Setup::proxy(Browser::Chromium)
        .run(async |env| {
            let page = env.open("/").await;
            page.role("banner", "")
                .await
                .until_text("Connected through your team's proxy")
                .await;
            until_price(&page, "Search", "up to 1 credit").await;
            for (cache, age, sentence) in [
                ("MISS", 0, "Answered {}"),
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
                until_price(&page, "Search", "free").await;
                if cache == "MISS" {
                    assert!(!page.text().await.contains("cache"));
                } else {
                    let status = page.role("status", "").await;
                    assert!(
                        status
                            .js("it.textContent")
                            .await
                            .as_str()
                            .unwrap()
                            .contains(&said)
                    );
                }
                // In the tab it gets no younger.
                page.reload().await;
                until_said(&page, age, TAB).await;
            }
            assert_credits(&env.api, 3);
        })
        .await;
}

/// Caches on the way to KeyAPI have a header of that name too, and a credit was spent all the same.
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
            until_said(&page, 0, "Answered {}").await;
            until_price(&page, "Refresh", "1 credit").await;
            assert!(!page.text().await.contains("cache"));
        })
        .await;
}
