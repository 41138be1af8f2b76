//! The calls beside the one for videos: covers that show, products with names, links of the phone app.

mod chinese;
mod core;
mod covers;
mod links;
mod products;

use serde_json::{Value, json};

use super::actions::*;
use super::export::{CATCH, column, file, open_export, pick};
use super::runs::steps::{start, until_over};
use crate::harness::{Browser, KEY, Page, Setup, TestEnv, eventually};
use crate::support::fake_api::companion::Call;
use crate::support::fake_api::redirect::Redirect;
use crate::support::fake_api::shapes::{CoverShape, ProductShape};
use crate::support::fake_api::{FakeApi, Fault, RetryAfter};
use crate::support::latch::Latch;
use crate::support::rows;

const COVERS: &str = "/v1/tiktok/covers/batch/download";
const PRODUCTS: &str = "/v1/tiktok/product/detail/analytics";

/// A proxy on another origin that has covers and product names, in Chromium.
fn with_companions() -> Setup {
    with_companions_in(Browser::Chromium)
}

fn with_companions_in(browser: Browser) -> Setup {
    Setup::proxy(browser).config(|base| {
        let api = json!({"mode": "proxy", "base": base});
        Some(json!({"api": api, "covers": COVERS, "products": PRODUCTS}).to_string())
    })
}

/// The origins that the page has had anything from, its own and `blob:` excluded.
async fn other_origins(page: &Page) -> Vec<String> {
    let script = "
        const own = [location.origin, 'null'];
        const all = performance.getEntriesByType('resource').map((it) => new URL(it.name).origin);
        return [...new Set(all)].filter((it) => !own.includes(it));";
    let found = page.run(script, vec![]).await;
    serde_json::from_value(found).unwrap()
}

/// Screenshots of a state, light and dark, on a phone and on a desk. Nothing is wider than the page.
async fn looks(page: &Page, name: &str) {
    for (width, height) in [(360, 740), (1280, 900)] {
        page.resize(width, height).await;
        for scheme in ["light", "dark"] {
            page.prefer(scheme, true).await;
            page.screenshot(&format!("{name}-{width}-{scheme}")).await;
        }
        page.until(
            "no sideways scrolling",
            "document.documentElement.scrollWidth <= innerWidth",
        )
        .await;
    }
    page.check_accessibility(name).await;
}

/// How many requests a call has had.
fn calls(api: &FakeApi, call: Call) -> usize {
    api.companion().requests(call).len()
}
