//! Double clicks and held keys send a search once.

use super::actions::*;
use crate::harness::{Browser, Page, Setup, TestEnv, key};
use crate::support::fake_api::Fault;
use crate::support::latch::Latch;
use crate::support::rows;

/// Asserts that `act` spends one credit while the response is delayed.
async fn assert_sent_once(env: &TestEnv, page: &Page, act: impl AsyncFnOnce()) {
    let before = env.api.requests().len();
    let latch = Latch::closed();
    env.api.always(Fault::Slow(latch.clone()));
    act().await;
    latch.reached().await;
    // A second request would have arrived before the response to this one.
    page.run_async("await fetch('config.json')", vec![]).await;
    env.api.always(None);
    latch.open();
    page.until_gone("progressbar", "Fetching data from KeyAPI…")
        .await;
    assert_credits(&env.api, before + 1);
}

#[tokio::test]
async fn held_keys_and_double_clicks_spend_one_credit() {
    Setup::proxy(Browser::Chromium)
        .run(async |env| {
            let page = env.open("/").await;
            ids_field(&page).await.type_text(&rows::id(1)).await;
            assert_sent_once(env, &page, async || {
                page.hold_down(key::CONTROL, key::ENTER, 6).await;
            })
            .await;
            until_videos(&page, &ids(1)).await;

            open_form(&page).await.fill(&rows::id(2)).await;
            assert_sent_once(env, &page, async || {
                for _ in 0..3 {
                    page.press(&[key::CONTROL, key::ENTER]).await;
                }
            })
            .await;
            until_videos(&page, &ids(2)[1..]).await;

            open_form(&page).await.fill(&rows::id(3)).await;
            for name in ["Search", "Refresh"] {
                let button = page.role("button", name).await;
                assert_sent_once(env, &page, async || button.double_click().await).await;
                until_videos(&page, &ids(3)[2..]).await;
            }
        })
        .await;
}
