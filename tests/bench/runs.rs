//! Runs of 10,000 ids: pasting them, fetching 1,000 answers, and opening saved ones among 10,000.

use serde_json::Value;

use super::page::{self, Watched};
use super::rounds::median;
use crate::harness::{Browser, Page, Setup};
use crate::support::rows;

const IDS: u64 = 10_000;
/// Ids in a request.
const GROUP: u64 = 10;
/// Saved before [`saved`] is measured.
const SAVED_ANSWERS: u64 = 10_000;
/// A paste is the median of so many rounds.
const ROUNDS: usize = 7;

/// The limits of a paste, in milliseconds: until it is parsed, and for the longest task.
const PARSED: f64 = 100.0;
const TASK: f64 = 50.0;

/// Of the notice at the end of a run: every tenth id has no row, so that no page is full.
const OVER: &str = "/No data returned for 1,?000 IDs/.test(document.body.textContent)";
const CARD: &str = "document.querySelector('article') !== null";

/// Measures, and prints the results. Returns whether a paste is within its limits.
pub async fn run() -> bool {
    println!("\n| runs | ms | longest task | longest frame |\n| --- | ---: | ---: | ---: |");
    let is_quick = pasted().await;
    fetched().await;
    saved().await;
    is_quick
}

fn ids() -> Vec<String> {
    (1..=IDS).map(rows::id).collect()
}

fn rows_of(id: &str) -> Vec<Value> {
    match rows::number(id) {
        Some(n) if n % GROUP == 0 => Vec::new(),
        _ => vec![rows::row_with(id, &[("reflow_cover", Value::Null)])],
    }
}

/// Half of the lines are ids and half are links.
async fn pasted() -> bool {
    let lines = ids().into_iter().enumerate().map(|(n, id)| match n % 2 {
        0 => id,
        _ => format!("https://www.tiktok.com/@some.creator/video/{id}?lang=en"),
    });
    let text = lines.collect::<Vec<_>>().join("\n");
    let mut all: Vec<Watched> = Vec::new();
    for _ in 0..ROUNDS {
        Setup::proxy(Browser::FullChromium)
            .run(async |env| {
                let page = env.open("/").await;
                page.role("button", "Search").await;
                page.role("textbox", "Video IDs or links")
                    .await
                    .fill("1 2")
                    .await;
                page::prepare(&page).await;
                all.push(paste(&page, &text).await);
            })
            .await;
    }
    let middle = |of: fn(&Watched) -> f64| median(all.iter().map(of));
    let watched = Watched {
        times: vec![middle(|watched| watched.times[0])],
        longest_task: middle(|watched| watched.longest_task),
        longest_frame: middle(|watched| watched.longest_frame),
    };
    line("10,000 lines pasted, until they are parsed", &watched, 0);
    watched.times[0] <= PARSED && watched.longest_task <= TASK
}

async fn paste(page: &Page, text: &str) -> Watched {
    let field = page.role("textbox", "Video IDs or links").await;
    let act = "
        const clipboardData = new DataTransfer();
        clipboardData.setData('text/plain', given[1]);
        given[0].select();
        given[0].dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));";
    let parsed = "/10,?000 IDs recognized/.test(document.body.textContent)";
    page::watch(page, act, &[parsed], vec![field.reference(), text.into()]).await
}

/// Pastes all ids and searches, which opens the plan. The time is from the click on Search.
async fn plan(page: &Page) -> Watched {
    paste(page, &ids().join("\n")).await;
    let search = page.role("button", "Search").await;
    let there = "[...document.querySelectorAll('button')].some((it) => it.textContent.trim().startsWith('Start'))";
    page::watch(page, "given[0].click()", &[there], vec![search.reference()]).await
}

async fn start(page: &Page) -> Watched {
    let button = page.role_like("button", r"^Start\b").await;
    page::watch(
        page,
        "given[0].click()",
        &[CARD, OVER],
        vec![button.reference()],
    )
    .await
}

async fn fetched() {
    Setup::proxy(Browser::FullChromium)
        .run(async |env| {
            env.api.rows_by(rows_of);
            let page = env.open("/").await;
            page::prepare(&page).await;
            let planned = plan(&page).await;
            line("plan of 10,000 ids, nothing saved", &planned, 0);
            let limit = page.role("spinbutton", "Credit limit").await;
            limit.fill("100000").await;
            let watched = start(&page).await;
            line("1,000 answers fetched, first card", &watched, 0);
            line("1,000 answers fetched, all rows", &watched, 1);
            let rows = (IDS - IDS / GROUP) as f64;
            let requests = env.api.requests().len();
            println!(
                "\n{:.0} rows a second, {requests} requests.\n",
                rows / watched.times[1] * 1_000.0
            );
        })
        .await;
}

/// Copies the only answer that the app has stored, and its description: the same records with other ids in their keys and
/// rows. So this does not depend on what else a record has.
const SEED: &str = "
    const [ids, size] = arguments;
    const asked = (request) => new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
    });
    const database = await asked(indexedDB.open('clipcart'));
    const change = database.transaction(['answers', 'answer_index'], 'readwrite');
    const [answers, index] = ['answers', 'answer_index'].map((name) => change.objectStore(name));
    const [key] = await asked(answers.getAllKeys());
    const model = await asked(answers.get(key));
    const described = await asked(index.get(key));
    const field = Object.keys(model).find((name) => typeof model[name] === 'string' && model[name].startsWith('{'));
    const body = JSON.parse(model[field]);
    for (let start = 0; start < ids.length; start += size) {
        const group = ids.slice(start, start + size);
        const query = [...new URLSearchParams(key.split('?')[1])].map(([name, value]) => `${name}=${name === 'video_ids' ? group.join(',') : value}`);
        const url = `${key.split('?')[0]}?${query.join('&')}`;
        const data = group.slice(0, -1).map((id) => ({ ...body.data[0], video_id: id }));
        answers.put({ ...model, url, [field]: JSON.stringify({ ...body, data }), row_count: data.length });
        index.put({ ...described, url, row_count: data.length });
    }
    const count = await asked(answers.count());
    await new Promise((done) => { change.oncomplete = done; });
    database.close();
    return count;";

async fn saved() {
    Setup::proxy(Browser::FullChromium)
        .run(async |env| {
            env.api.rows_by(rows_of);
            let page = env.open("/").await;
            let one = page.role("textbox", "Video IDs or links").await;
            one.fill(&rows::id(1)).await;
            page.click("button", "Search").await;
            page.until("a card", CARD).await;
            let all: Vec<String> = (1..=SAVED_ANSWERS * GROUP).map(rows::id).collect();
            let count = page.run_async(SEED, vec![all.into(), GROUP.into()]).await;
            assert_eq!(count, SAVED_ANSWERS + 1);
            page.goto("/").await;
            page.role("button", "Search").await;
            page::prepare(&page).await;
            // Nothing is left to ask for, so there is no plan.
            paste(&page, &ids().join("\n")).await;
            let search = page.role("button", "Search").await;
            let click = vec![search.reference()];
            let watched = page::watch(&page, "given[0].click()", &[CARD, OVER], click).await;
            line(
                "1,000 of 10,000 saved answers opened, first card",
                &watched,
                0,
            );
            line(
                "1,000 of 10,000 saved answers opened, all rows",
                &watched,
                1,
            );
            assert_eq!(env.api.requests().len(), 1, "they are free");
        })
        .await;
}

fn line(name: &str, watched: &Watched, condition: usize) {
    println!(
        "| {name} | {:.0} | {:.0} | {:.0} |",
        watched.times[condition], watched.longest_task, watched.longest_frame
    );
}
