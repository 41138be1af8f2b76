//! Actions in the page, and how long they take.

use std::time::Duration;

use serde_json::Value;

use crate::harness::{Locator, Page, eventually_within};
use crate::support::fake_api::PATH;

/// Milliseconds from the action to the painted page, and the page's own work in them. For a search the work begins when
/// the response has arrived.
#[derive(Clone, Copy, Debug)]
pub struct Time {
    pub painted: f64,
    pub work: f64,
}

/// How long a run of a thousand requests may take.
const PATIENCE: Duration = Duration::from_secs(300);

/// Installs what the other functions need. Call it in each document.
pub async fn prepare(page: &Page) {
    page.run(include_str!("page.js"), vec![]).await;
}

pub async fn click(page: &Page, button: &Locator<'_>) -> Time {
    let body = "return await window.bench.click(arguments[0])";
    time(page.run_async(body, vec![button.reference()]).await)
}

/// Replaces the field's text.
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

/// The time of doing nothing, which is a wait for a frame.
pub async fn nothing(page: &Page) -> Time {
    let body = "return await window.bench.time(() => {})";
    time(page.run_async(body, vec![]).await)
}

/// The time of each frame while the element scrolls down by `step` pixels per frame.
pub async fn scroll(page: &Page, element: &Locator<'_>, step: u32, frames: u32) -> Vec<f64> {
    let body = "return await window.bench.scroll(...arguments)";
    let arguments = vec![element.reference(), step.into(), frames.into()];
    let times = page.run_async(body, arguments).await;
    let times = times.as_array().into_iter().flatten();
    times.filter_map(Value::as_f64).collect()
}

/// What [`watch`] saw, in milliseconds.
pub struct Watched {
    /// Until each condition was true and painted.
    pub times: Vec<f64>,
    /// 0 below 50: browsers report no shorter ones.
    pub longest_task: f64,
    pub longest_frame: f64,
}

/// Does something, and waits for conditions, one after another. `act` is a statement and each condition an expression, in
/// which `given` has the arguments.
pub async fn watch(page: &Page, act: &str, conditions: &[&str], given: Vec<Value>) -> Watched {
    let conditions: String = conditions
        .iter()
        .map(|condition| format!("() => {condition},"))
        .collect();
    let script =
        format!("const given = arguments; window.bench.watch(() => {{ {act} }}, [{conditions}])");
    page.run(&script, given).await;
    let watched = "return window.bench.watched";
    eventually_within(PATIENCE, act, async || {
        page.run(&format!("{watched}.done"), vec![]).await == true
    })
    .await;
    let watched = page.run(watched, vec![]).await;
    let number = |value: &Value| value.as_f64().unwrap();
    Watched {
        times: watched["times"]
            .as_array()
            .unwrap()
            .iter()
            .map(number)
            .collect(),
        longest_task: number(&watched["longestTask"]),
        longest_frame: number(&watched["longestFrame"]),
    }
}

/// The number of elements in the document.
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
