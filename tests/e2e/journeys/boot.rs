//! Starting the program: a file that fails can be loaded again.

use super::actions::*;
use crate::harness::{Browser, Setup};
use crate::support::latch::Latch;

#[tokio::test]
async fn reload_starts_the_program_once_its_file_can_be_loaded() {
    Setup::proxy(Browser::Chromium)
        .run(async |env| {
            env.site.fail_once("_bg.wasm");
            let page = env.open(&format!("/?video_ids={}", ids(2).join(","))).await;
            page.until_alert("ClipCart could not be loaded").await;
            // Collected before the reload, which would lose them.
            let problems = page.problems().await;
            let is_boot_error = |line: &String| line.contains("ClipCart did not start");
            assert!(problems.iter().any(is_boot_error), "{problems:?}");
            page.click("button", "Reload").await;
            until_videos(&page, &ids(2)).await;
            assert!(!page.text().await.contains("could not be loaded"));
            page.expect_problem("ClipCart did not start");
            page.tolerate_problem("503");
            page.tolerate_problem("integrity");
            assert_credits(&env.api, 1);
        })
        .await;
}

#[tokio::test]
async fn a_program_whose_download_stalls_is_said_and_can_be_loaded_again() {
    Setup::proxy(Browser::Chromium)
        .run(async |env| {
            let latch = Latch::closed();
            env.site.hold("_bg.wasm", latch.clone());
            let page = env.blank().await;
            page.hurry().await;
            page.goto(&format!("/?video_ids={}", ids(2).join(",")))
                .await;
            page.until_alert("ClipCart could not be loaded").await;
            // Collected before the reload, which would lose them.
            page.problems().await;
            page.expect_problem("ClipCart did not start");
            latch.open();
            page.click("button", "Reload").await;
            until_videos(&page, &ids(2)).await;
            assert_credits(&env.api, 1);
        })
        .await;
}
