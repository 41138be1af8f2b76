//! The main job on a team's site, served by each proxy of `deploy/` under a path: sign in, search, play, send the link,
//! and pay once.

use super::actions::*;
use crate::harness::{Browser, KEY, Setup};
use crate::support::hosts::Kind;
use crate::support::rows;

const CACHED: &str = "From your team's cache";

async fn main_job(kind: Kind) {
    Setup::hosted(Browser::Chromium, kind)
        .under("/tools/clipcart/")
        .run(async |env| {
            let all = ids(3);
            env.api.set_rows(reachable_rows(env, &all));
            let page = env.sign_in("/").await;
            page.until_text("Connected through your team's proxy").await;
            let order = [3, 1, 2].map(rows::id);
            ids_field(&page).await.fill(&order.join("\n")).await;
            advanced_field(&page, "Page size").await.fill("2").await;
            page.click("button", "Search").await;
            until_videos(&page, &[rows::id(1), rows::id(2)]).await;
            assert_credits(&env.api, 1);
            let asked = &env.api.requests()[0];
            assert_eq!(asked.param("video_ids"), Some(all.join(",").as_str()));
            let bearer = format!("Bearer {KEY}");
            assert_eq!(asked.header("authorization"), Some(bearer.as_str()));
            for name in ["cookie", "referer", "origin", "accept-language"] {
                assert_eq!(asked.header(name), None, "{name}");
            }
            assert!(!page.text().await.contains(CACHED));
            page.screenshot(&format!("hosted-{kind:?}").to_lowercase())
                .await;

            let first = card(&page, &rows::id(1)).await;
            first.role("button", "Play video").await.click().await;
            until_playing(&page).await;

            page.click("link", "Next").await;
            until_videos(&page, &[rows::id(3)]).await;
            assert_credits(&env.api, 2);
            page.back().await;
            until_videos(&page, &[rows::id(1), rows::id(2)]).await;

            // A colleague opens the link: the response is cached and costs nothing.
            let shared = page.url().await;
            let (_, query) = shared.split_once("/tools/clipcart/").unwrap();
            assert!(query.starts_with("?video_ids="), "{shared}");
            assert!(!shared.contains('@'), "{shared}");
            let colleague = env.sign_in(&format!("/{query}")).await;
            until_videos(&colleague, &[rows::id(1), rows::id(2)]).await;
            colleague.until_text(CACHED).await;
            colleague.until_text("no credit").await;

            // The same videos in another order are the same query.
            search(&colleague, &all.join(" ")).await;
            until_videos(&colleague, &[rows::id(1), rows::id(2)]).await;
            assert_credits(&env.api, 2);
        })
        .await;
}

#[tokio::test]
async fn on_nginx() {
    main_job(Kind::Nginx).await;
}

#[tokio::test]
async fn on_workerd() {
    main_job(Kind::Workerd).await;
}
