//! What is done in the page, each with how long it took.

use serde_json::Value;

use crate::harness::{Locator, Page};
use crate::support::fake_api::PATH;

/// Milliseconds from the act to the painted page, and of the page's own work in them. For a search the work is all
/// since the answer arrived.
#[derive(Clone, Copy, Debug)]
pub struct Time {
    pub painted: f64,
    pub work: f64,
}

/// Has to be there before any of the others, in each document.
pub async fn prepare(page: &Page) {
    page.run(include_str!("page.js"), vec![]).await;
}

pub async fn click(page: &Page, button: &Locator<'_>) -> Time {
    let body = "return await window.bench.click(arguments[0])";
    time(page.run_async(body, vec![button.reference()]).await)
}

/// Types in place of what stands there.
pub async fn fill(page: &Page, field: &Locator<'_>, text: &str) -> Time {
    let body = "return await window.bench.type(arguments[0], arguments[1])";
    let arguments = vec![field.reference(), text.into()];
    time(page.run_async(body, arguments).await)
}

/// Presses Search and waits for the cards.
pub async fn search(page: &Page, button: &Locator<'_>) -> Time {
    let body = "return await window.bench.search(arguments[0], 'article', arguments[1])";
    let arguments = vec![button.reference(), PATH.into()];
    time(page.run_async(body, arguments).await)
}

/// What is measured where nothing is done: waiting for a frame.
pub async fn nothing(page: &Page) -> Time {
    let body = "return await window.bench.time(() => {})";
    time(page.run_async(body, vec![]).await)
}

/// How long each frame took while the element scrolled down by `step` pixels a frame.
pub async fn scroll(page: &Page, element: &Locator<'_>, step: u32, frames: u32) -> Vec<f64> {
    let body = "return await window.bench.scroll(...arguments)";
    let arguments = vec![element.reference(), step.into(), frames.into()];
    let times = page.run_async(body, arguments).await;
    let times = times.as_array().into_iter().flatten();
    times.filter_map(Value::as_f64).collect()
}

/// How many elements the document has.
pub async fn elements(page: &Page) -> u64 {
    let count = page
        .run("return document.querySelectorAll('*').length", vec![])
        .await;
    count.as_u64().unwrap()
}

fn time(value: Value) -> Time {
    let of = |name: &str| value[name].as_f64().unwrap();
    Time {
        painted: of("painted"),
        work: of("work"),
    }
}
