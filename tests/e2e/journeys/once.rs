//! A query under way is not sent again, however impatient the hands.

use super::acts::*;
use crate::harness::{Browser, Page, Setup, Stage, key};
use crate::support::fake_api::Misbehave;
use crate::support::{gate, rows};

/// Asserts that what is done spends one credit, though the answer takes its time.
async fn assert_sent_once(stage: &Stage, page: &Page, act: impl AsyncFnOnce()) {
    let before = stage.api.requests().len();
    let (gate, hold) = gate::closed();
    stage.api.always(Misbehave::Slow(hold));
    act().await;
    gate.reached().await;
    // A round trip later a second request would have come.
    page.run_async("await fetch('config.json')", vec![]).await;
    stage.api.always(None);
    gate.open();
    page.until_gone("progressbar", "Asking KeyAPI…").await;
    assert_credits(&stage.api, before + 1);
}

#[tokio::test]
async fn held_keys_and_double_clicks_spend_one_credit() {
    Setup::proxy(Browser::Chromium)
        .run(async |stage| {
            let page = stage.open("/").await;
            ids_field(&page).await.type_text(&rows::id(1)).await;
            assert_sent_once(stage, &page, async || {
                page.hold_down(key::CONTROL, key::ENTER, 6).await;
            })
            .await;
            until_videos(&page, &ids(1)).await;

            ids_field(&page).await.fill(&rows::id(2)).await;
            assert_sent_once(stage, &page, async || {
                for _ in 0..3 {
                    page.press(&[key::CONTROL, key::ENTER]).await;
                }
            })
            .await;
            until_videos(&page, &ids(2)[1..]).await;

            ids_field(&page).await.fill(&rows::id(3)).await;
            for name in ["Search", "Refresh"] {
                let button = page.role("button", name).await;
                assert_sent_once(stage, &page, async || button.double_click().await).await;
                until_videos(&page, &ids(3)[2..]).await;
            }
        })
        .await;
}
