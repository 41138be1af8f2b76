//! Looking at the rows of a run while more of them arrive: nothing that somebody does with them is undone.

use super::super::actions::*;
use super::names;
use super::steps::*;
use super::stopping::start_held;
use crate::harness::{Browser, Setup};
use crate::support::fake_api::Fault;
use crate::support::latch::Latch;
use crate::support::rows;

#[tokio::test]
async fn a_clip_plays_on_and_what_is_open_stays_open() {
    Setup::proxy(Browser::Chromium)
        .run(async |env| {
            let page = env.open("/").await;
            let latch = Latch::closed();
            start_held(env, &page, &latch).await;
            until_video(&page, &rows::id(1)).await;
            play(&page, &rows::id(1)).await;
            until_playing(&page).await;
            let second = card(&page, &rows::id(2)).await;
            second.js("it.querySelector('details').open = true").await;
            page.run(
                "document.querySelector('video').dataset.mark = 'the same'",
                vec![],
            )
            .await;
            latch.open();
            until_over(&page).await;
            until_video(&page, &rows::id(11)).await;
            page.until(
                "the same clip",
                "document.querySelector('video').dataset.mark === 'the same'",
            )
            .await;
            second.until_text("Video ID").await;
            assert_eq!(second.js("it.querySelector('details').open").await, true);
        })
        .await;
}

#[tokio::test]
async fn the_table_stays_where_it_was_scrolled_to() {
    Setup::proxy(Browser::Chromium)
        .run(async |env| {
            let page = env.open("/").await;
            let latch = Latch::closed();
            let held = latch.clone();
            env.api.faults_by(move |request, _| {
                let is_last = request.param("video_ids")?.contains(&rows::id(51));
                is_last.then(|| Fault::Slow(held.clone()))
            });
            start(&page, &ids(60)).await;
            latch.reached().await;
            page.until_text(&names::done_of(50, 60)).await;
            page.click("button", "Table").await;
            page.role_like("table", ".").await;
            let scroll = "const it = document.querySelector('.results-table'); it.scrollTop = 100; return it.scrollTop";
            let place = page.run(scroll, vec![]).await;
            assert_eq!(place, 100);
            latch.open();
            until_over(&page).await;
            page.until("all rows", "document.querySelector('table').ariaRowCount == 61").await;
            let place = page.run("return document.querySelector('.results-table').scrollTop", vec![]).await;
            assert_eq!(place, 100);
            // Another order begins at its top.
            page.role_like("columnheader", "^Views").await.role("button", "Views").await.click().await;
            page.until("the top", "document.querySelector('.results-table').scrollTop === 0").await;
        })
        .await;
}
