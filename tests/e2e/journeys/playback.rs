//! Clips that play, that have expired, that cannot be used; and the requests that TikTok receives.

use serde_json::json;

use super::actions::*;
use crate::harness::{Browser, Setup};
use crate::support::rows;

#[tokio::test]
async fn one_clip_plays_at_a_time_and_tiktok_hears_nothing_before_a_click() {
    Setup::proxy(Browser::Chromium)
        .run(async |env| {
            let page = env.open(&format!("/?video_ids={}", ids(2).join(","))).await;
            until_videos(&page, &ids(2)).await;
            page.until("the covers", "document.querySelector('article img')?.naturalWidth > 0").await;
            assert!(env.cdn.requests_to("tiktok").is_empty());

            play(&page, &rows::id(1)).await;
            until_playing(&page).await;
            play(&page, &rows::id(2)).await;
            page.until("the other clip", &format!("document.querySelector('video').src.includes('{}')", rows::id(2)))
                .await;
            until_playing(&page).await;
            let attributes = "(({ controls, playsInline, crossOrigin }) => [controls, playsInline, crossOrigin])\
                              (document.querySelector('video'))";
            let attributes = page.run(&format!("return {attributes}"), vec![]).await;
            assert_eq!(attributes, json!([true, true, null]));
            for asked in env.cdn.requests_to("tiktokcdn") {
                for name in ["referer", "origin", "cookie"] {
                    assert_eq!(asked.header(name), None, "{name}");
                }
            }
            assert!(env.cdn.requests_to("www.tiktok.com").is_empty());
            page.click("button", "Close player").await;
            page.until("no clip", "!document.querySelector('video')").await;
        })
        .await;
}

#[tokio::test]
async fn a_clip_does_not_start_again_by_itself() {
    Setup::proxy(Browser::Chromium)
        .run(async |env| {
            let all = ids(2).join(",");
            let page = env.open(&format!("/?video_ids={all}&page_size=1")).await;
            until_videos(&page, &ids(1)).await;
            play(&page, &rows::id(1)).await;
            until_playing(&page).await;
            page.click("link", "Next").await;
            until_videos(&page, &ids(2)[1..]).await;
            let asked = env.cdn.requests_to("tiktokcdn").len();
            assert_ne!(asked, 0);
            page.back().await;
            until_videos(&page, &ids(1)).await;
            page.role("button", "Play video").await;
            page.until(
                "the cover",
                "document.querySelector('article img')?.naturalWidth > 0",
            )
            .await;
            assert_eq!(
                page.run("return document.querySelectorAll('video').length", vec![])
                    .await,
                0
            );
            assert_eq!(env.cdn.requests_to("tiktokcdn").len(), asked);
        })
        .await;
}

#[tokio::test]
async fn an_expired_clip_offers_tiktoks_player_and_asks_only_on_a_click() {
    Setup::proxy(Browser::Chromium)
        .run(async |env| {
            env.api.set_rows([rows::documented()]);
            let id = "7521783049722285367";
            let page = env.open(&format!("/?video_ids={id}")).await;
            play(&page, id).await;
            page.until_alert("This clip's link expired").await;
            let alert = page.role_like("alert", ".*").await;
            let out = alert.role("link", "Open on TikTok").await;
            let href = out.attribute("href").await;
            assert_eq!(
                href.as_deref(),
                Some("https://www.tiktok.com/@_/video/7521783049722285367")
            );
            assert!(env.cdn.requests_to("tiktok").is_empty());

            page.click("button", "Use TikTok player").await;
            page.until("the frame", "document.querySelector('iframe')")
                .await;
            let frame = page
                .run(
                    "return document.querySelector('iframe').getAttribute('sandbox')",
                    vec![],
                )
                .await;
            assert_eq!(
                frame,
                "allow-scripts allow-same-origin allow-popups allow-presentation"
            );
            crate::harness::eventually("the frame's request", async || {
                !env.cdn.requests_to("www.tiktok.com").is_empty()
            })
            .await;
            let asked = &env.cdn.requests_to("www.tiktok.com")[0];
            assert_eq!(asked.path, format!("/player/v1/{id}"));
            assert_eq!(asked.header("referer"), None);
            assert!(env.cdn.requests_to("tiktokcdn").is_empty());
        })
        .await;
}

#[tokio::test]
async fn clips_that_cannot_play_say_why() {
    Setup::proxy(Browser::Chromium)
        .run(async |env| {
            env.cdn.clips(404);
            let clip = |n: u64, address: &str| {
                rows::row_with(&rows::id(n), &[("play_addr", json!(address))])
            };
            env.api.set_rows([
                clip(1, "http://v19.tiktokcdn-us.com/clip.mp4"),
                clip(2, ""),
                clip(
                    3,
                    &rows::play_addr("https://v19.tiktokcdn-us.com/x.mp4", u32::MAX),
                ),
                clip(
                    4,
                    "https://v16.tiktokcdn-us.com/video/?x-expires=1700000000&x=1",
                ),
            ]);
            let page = env.open(&format!("/?video_ids={}", ids(4).join(","))).await;
            let cases = [
                (1, "isn't a secure https link"),
                (2, "There is no clip link"),
                (3, "couldn't be played"),
                (4, "link expired"),
            ];
            page.expect_problem("status of 404");
            for (n, reason) in cases {
                play(&page, &rows::id(n)).await;
                page.until_alert(reason).await;
                page.role("button", "Use TikTok player").await;
            }
        })
        .await;
}
