//! Files that differ from the published ones in one byte: none of them runs, and the page says so, in
//! every browser.

use super::actions::*;
use crate::harness::{Browser, Page, Setup};

/// A text of each file that no other file contains.
const WASM: &str = "Try sample data";
const PROGRAM_SCRIPT: &str = "Function(${";
const STYLE: &str = "PingFang SC";
const BOOT_SCRIPT: &str = "ClipCart did not start";

const NOT_LOADED: &str = "ClipCart could not be loaded";
const NOT_STARTED: &str = "ClipCart has not started";

async fn refused(browser: Browser) {
    for word in [WASM, PROGRAM_SCRIPT, STYLE] {
        Setup::proxy(browser)
            .run(async |env| {
                env.site.tamper(word);
                let page = env.open("/").await;
                page.until_alert(NOT_LOADED).await;
                assert!(!page.alert_text().await.contains(NOT_STARTED));
                assert_not_running(&page).await;
                page.expect_problem("console.error: ClipCart did not start");
                page.tolerate_problem("integrity");
                if word != STYLE {
                    page.check_accessibility("refused").await;
                }
            })
            .await;
    }
    Setup::proxy(browser)
        .run(async |env| {
            env.site.tamper(BOOT_SCRIPT);
            let page = env.open("/").await;
            assert!(!page.text().await.contains(NOT_STARTED));
            page.until_text(NOT_STARTED).await;
            page.until_text("尚未启动").await;
            assert_not_running(&page).await;
            page.tolerate_problem("integrity");
            page.check_accessibility("nothing started").await;
            page.screenshot("nothing-started").await;
        })
        .await;
}

/// The static form is there, without anything that the program adds.
async fn assert_not_running(page: &Page) {
    static_ids_field(page).await;
    assert!(page.all_named("button", "Settings").await.is_empty());
}

#[tokio::test]
async fn in_chromium() {
    refused(Browser::FullChromium).await;
}

#[tokio::test]
async fn in_firefox() {
    refused(Browser::Firefox).await;
}

#[tokio::test]
async fn in_webkit() {
    refused(Browser::WebKit).await;
}
