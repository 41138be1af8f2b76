//! What the phone app's Share gives.

use super::*;

pub const PASTED: &str =
    "Watch this! https://vm.tiktok.com/ZMaBc1/ and https://vt.tiktok.com/ZSgone/";

/// TikTok knows where the first link leads.
pub fn one_link(env: &TestEnv) {
    let companion = env.api.companion();
    companion.link(
        "https://vm.tiktok.com/ZMaBc1",
        Redirect::to_video("shop", &rows::id(1)),
    );
    companion.link("https://vt.tiktok.com/ZSgone", Redirect::Status(404));
}

#[tokio::test]
async fn a_proxy_resolves_them_and_each_is_asked_for_once() {
    Setup::served_key(Browser::Chromium)
        .run(async |env| {
            one_link(env);
            let page = env.open("/").await;
            page.expect_problem("status of 404");
            paste(&page, PASTED).await;
            page.until_text("from vm.tiktok.com/ZMaBc1").await;
            page.until_text("TikTok doesn't know it").await;
            page.until_text("1 ID recognized").await;
            page.screenshot("short-links").await;
            assert_eq!(calls(&env.api, Call::Links), 2);
            // Nothing of KeyAPI's is spent before the search, and no other site hears of it.
            assert_credits(&env.api, 0);
            assert_eq!(other_origins(&page).await, Vec::<String>::new());
            page.click("button", "Search").await;
            until_videos(&page, &ids(1)).await;
            assert_credits(&env.api, 1);
            // It is known from now on; the other one can be tried again.
            page.goto("/").await;
            paste(&page, PASTED).await;
            page.until_text("from vm.tiktok.com/ZMaBc1").await;
            page.until_text("TikTok doesn't know it").await;
            assert_eq!(calls(&env.api, Call::Links), 3);
            env.api.companion().link(
                "https://vt.tiktok.com/ZSgone",
                Redirect::to_video("shop", &rows::id(2)),
            );
            page.click("button", "Try again").await;
            page.until_text("2 IDs recognized").await;
            assert_credits(&env.api, 1);
        })
        .await;
}

#[tokio::test]
async fn a_search_waits_for_its_links() {
    Setup::served_key(Browser::Chromium)
        .run(async |env| {
            one_link(env);
            let latch = Latch::closed();
            env.site.hold("/api/resolve", latch.clone());
            let page = env.open("/").await;
            paste(
                &page,
                &format!("https://vm.tiktok.com/ZMaBc1/ {}", rows::id(2)),
            )
            .await;
            page.click("button", "Search").await;
            latch.reached().await;
            // It says so, and the link is no fault meanwhile.
            page.until_text("The search starts when the short links are resolved.")
                .await;
            page.until_text("Resolving short links: 0 of 1").await;
            let button = page.role("button", "Search").await;
            assert_eq!(button.attribute("aria-busy").await.as_deref(), Some("true"));
            assert!(!page.text().await.contains("not recognized"));
            page.until(
                "the wait",
                "[...document.querySelectorAll('[role=status]')]
                .some((it) => it.textContent.startsWith('The search starts'))",
            )
            .await;
            looks(&page, "links-search-waits").await;
            assert_credits(&env.api, 0);
            latch.open();
            until_videos(&page, &ids(2)).await;
            assert_eq!(calls(&env.api, Call::Links), 1);
            assert!(!page.text().await.contains("The search starts"));
        })
        .await;
}

/// A server says how long to wait if there are too many.
#[tokio::test]
async fn many_links_wait_as_the_server_asks() {
    Setup::served_key(Browser::Chromium)
        .run(async |env| {
            let links: Vec<String> = (1..=63)
                .map(|n| format!("https://vm.tiktok.com/ZMa{n}"))
                .collect();
            for (n, link) in (1..).zip(&links) {
                let video = Redirect::to_video("shop", &rows::id(n));
                env.api.companion().link(link, video);
            }
            let wait = Some(RetryAfter::exposed("3"));
            env.api.companion().next(Call::Links, Fault::too_fast(wait));
            let page = env.open("/").await;
            page.tolerate_problem("status of 429");
            paste(&page, &links.join(" ")).await;
            page.until_text("the server asks to wait").await;
            page.until_text("63 IDs recognized").await;
            page.until_text("and 13 more").await;
            assert_eq!(calls(&env.api, Call::Links), 1 + links.len());
            assert_credits(&env.api, 0);
        })
        .await;
}

#[tokio::test]
async fn an_address_that_is_opened_resolves_nothing() {
    Setup::served_key(Browser::Chromium)
        .run(async |env| {
            one_link(env);
            let page = env.open("/?video_ids=https://vm.tiktok.com/ZMaBc1").await;
            page.until_text("Short link: not resolved yet.").await;
            assert_eq!(calls(&env.api, Call::Links), 0);
            assert_eq!(other_origins(&page).await, Vec::<String>::new());
            // It takes a click.
            page.click("button", "Resolve short links").await;
            page.until_text("from vm.tiktok.com/ZMaBc1").await;
            assert_eq!(calls(&env.api, Call::Links), 1);
            assert_credits(&env.api, 0);
        })
        .await;
}

/// What is known stays: when Back leads to the address with the link, and also after a reload.
#[tokio::test]
async fn back_to_an_address_with_a_link_has_its_video() {
    Setup::served_key(Browser::Chromium)
        .run(async |env| {
            one_link(env);
            let page = env.open("/?video_ids=https://vm.tiktok.com/ZMaBc1").await;
            page.click("button", "Resolve short links").await;
            page.until_text("from vm.tiktok.com/ZMaBc1").await;
            page.click("button", "Search").await;
            until_videos(&page, &ids(1)).await;
            for reload in [false, true] {
                if reload {
                    page.reload().await;
                    until_videos(&page, &ids(1)).await;
                }
                page.back().await;
                page.until_url("vm.tiktok.com").await;
                page.until_text("from vm.tiktok.com/ZMaBc1").await;
                let text = open_form(&page).await.value().await;
                assert_eq!(text, "https://vm.tiktok.com/ZMaBc1");
                assert!(!page.text().await.contains("not resolved yet"));
                page.forward().await;
                until_videos(&page, &ids(1)).await;
            }
            assert_eq!(calls(&env.api, Call::Links), 1);
            assert_credits(&env.api, 1);
        })
        .await;
}

/// A proxy of all paths passes `/resolve` on to KeyAPI, whose failure says nothing of the link.
#[tokio::test]
async fn a_proxy_that_passes_everything_on_resolves_no_links() {
    Setup::proxy(Browser::Chromium)
        .run(async |env| {
            let companion = env.api.companion();
            companion.moved(Call::Products, "/resolve");
            let failures = [
                Fault::status(404, "Not Found"),
                Fault::code(404, "Not Found"),
                Fault::status(400, "invalid path"),
            ];
            for (number, failure) in failures.into_iter().enumerate() {
                companion.always(Call::Products, failure);
                let page = env.open("/").await;
                page.tolerate_problem("status of 40");
                let asked = calls(&env.api, Call::Products);
                let links = (0..20).map(|n| format!("vm.tiktok.com/ZM{number}x{n}"));
                let links: Vec<String> = links.collect();
                paste(&page, &links.join(" ")).await;
                page.until_text("this proxy doesn't resolve links").await;
                page.until_text("20 items not recognized").await;
                assert!(!page.text().await.contains("TikTok doesn't know it"));
                // The others are not asked for.
                assert!(calls(&env.api, Call::Products) - asked <= 3);
            }
            assert_credits(&env.api, 0);
        })
        .await;
}

#[tokio::test]
async fn without_a_server_the_reason_says_which_way_resolves_them() {
    Setup::direct(Browser::Chromium)
        .run(async |env| {
            one_link(env);
            let page = env.open("/").await;
            paste(&page, &format!("{PASTED} {}", rows::id(1))).await;
            page.until_text("A proxy can (Settings → Data source)")
                .await;
            page.until_text("1 ID recognized").await;
            assert_eq!(other_origins(&page).await, Vec::<String>::new());
            assert_eq!(calls(&env.api, Call::Links), 0);
            assert_credits(&env.api, 0);
            assert!(env.cdn.requests().is_empty());
        })
        .await;
}
