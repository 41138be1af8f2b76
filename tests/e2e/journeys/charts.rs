//! Charts: their kinds, pointing at marks by pointer and keys, the data as a table, downloads.

mod downloads;
mod kinds;
mod pointing;

use std::sync::Arc;
use std::time::Instant;

use serde_json::{Value, json};

use super::actions::*;
use crate::harness::{Browser, Locator, Page, Setup, TestEnv, eventually, key};
use crate::support::fake_api::Fault;
use crate::support::rows;

/// WebDriver's codes for keys.
const LEFT: char = '\u{E012}';
const RIGHT: char = '\u{E014}';
const END: char = '\u{E010}';
const HOME: char = '\u{E011}';

/// A link to a chart of some videos.
fn link(ids: &[String], chart: &str) -> String {
    format!(
        "/?video_ids={}&cc_view=charts&cc_chart={chart}",
        ids.join(",")
    )
}

/// The slider that arrow keys move through the marks.
async fn marks(page: &Page) -> Locator<'_> {
    page.role("slider", "Data points").await
}

/// Waits until the current mark's text contains `part`.
async fn until_pointed(page: &Page, part: &str) {
    let what = format!("a mark that says {part:?}");
    eventually(&what, async || {
        let said = marks(page).await.attribute("aria-valuetext").await;
        said.is_some_and(|said| said.contains(part))
    })
    .await;
}

async fn until_chart(page: &Page, name: &str) {
    page.role_like("img", name).await;
}

/// Rows that differ in region, hashtag and date, some of them unknown or zero, and a video with two
/// products.
fn mixed(count: u64) -> Vec<Value> {
    let mut all: Vec<Value> = (1..=count).map(row_of).collect();
    let twice = rows::row_with(
        &rows::id(1),
        &[("product_id", json!("1729999999999999999"))],
    );
    all.push(twice);
    all
}

fn row_of(n: u64) -> Value {
    let id = (7_521_783_049_722_285_000 + n).to_string();
    let views = 1_000 + n * n * 977 % 3_000_000;
    let gmv = if n.is_multiple_of(9) {
        0.0
    } else {
        (n * 7919 % 40_000) as f64 * (n % 5 + 1) as f64 / 3.0
    };
    let region = ["US", "GB", "MY", "TH", "ID"][(n * n % 5) as usize];
    let tags = [
        "#summer #SkinCare ",
        "#skincare ",
        "#kitchen #dad ",
        "",
        "#ootd ",
    ][(n % 5) as usize];
    let mut row = rows::row_with(
        &id,
        &[
            ("total_views_cnt", json!(views)),
            ("total_video_sale_gmv_amt", json!(gmv)),
            ("region", json!(region)),
            ("hash_tag", json!(tags)),
            (
                "create_time",
                json!((1_738_000_000 + n * 61_000).to_string()),
            ),
            (
                "video_desc",
                json!(format!(
                    "Clip {n}, which shows a thing and then shows it once more"
                )),
            ),
        ],
    );
    if n % 11 == 3 {
        row["total_views_cnt"] = json!(-1);
    }
    row
}

async fn open(env: &TestEnv, chart: &str) -> Arc<Page> {
    env.api.always(Fault::DataIs(mixed(40).into()));
    env.open(&link(&ids(1), chart)).await
}
