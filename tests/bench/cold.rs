//! A shared link opened cold on a phone: a new profile, a slow processor and a slow network.

use serde_json::json;

use super::rounds::median;
use crate::harness::{Browser, Page, Setup};
use crate::support::rows;

/// The number is the median of so many sessions.
const ROUNDS: usize = 5;
/// How many times slower the processor is.
const CPU: u32 = 4;
/// Of the network, in bits per second, and its latency in milliseconds.
const BANDWIDTH: f64 = 1_600_000.0;
const LATENCY: u32 = 150;

/// Sets `tenCardsPainted` to the milliseconds from the start of the navigation.
const OBSERVE: &str = "
    const observer = new MutationObserver(() => {
        if (document.querySelectorAll('article').length < 10) return;
        observer.disconnect();
        requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => { window.tenCardsPainted = performance.now(); };
            port2.postMessage(null);
        });
    });
    observer.observe(document, { childList: true, subtree: true });";

/// Measures, and prints the result.
pub async fn run() {
    let ids: Vec<String> = (1..=10).map(rows::id).collect();
    let link = format!("/?video_ids={}&page_num=1&page_size=10", ids.join(","));
    let mut times = Vec::new();
    for _ in 0..ROUNDS {
        Setup::proxy(Browser::FullChromium)
            .run(async |env| {
                let page = env.blank().await;
                slow_down(&page).await;
                page.goto(&link).await;
                page.until("ten cards", "window.tenCardsPainted").await;
                let time = page.run("return window.tenCardsPainted", vec![]).await;
                times.push(time.as_f64().unwrap());
            })
            .await;
    }
    let all: Vec<String> = times.iter().map(|time| format!("{time:.0}")).collect();
    println!(
        "\nA shared link opened cold, processor {CPU} times slower, {} Mbit/s, {LATENCY} ms: \
         {:.0} ms until ten cards are painted (median of {}).",
        BANDWIDTH / 1e6,
        median(times.into_iter()),
        all.join(", ")
    );
}

async fn slow_down(page: &Page) {
    page.cdp("Emulation.setCPUThrottlingRate", json!({"rate": CPU}))
        .await;
    page.cdp("Network.enable", json!({})).await;
    let bytes_per_second = BANDWIDTH / 8.0;
    let conditions = json!({
        "offline": false,
        "latency": LATENCY,
        "downloadThroughput": bytes_per_second,
        "uploadThroughput": bytes_per_second,
    });
    page.cdp("Network.emulateNetworkConditions", conditions)
        .await;
    page.before_load(OBSERVE).await;
}
