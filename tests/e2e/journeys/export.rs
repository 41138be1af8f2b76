//! Exported files: each format, the choice of rows, and failures. Files are taken where the page passes them to the
//! browser.

use serde_json::{Value, json};

use super::actions::*;
use crate::harness::{Browser, Page, Setup, TestEnv, eventually};
use crate::support::fake_api::Fault;
use crate::support::latch::Latch;
use crate::support::rows;

/// Records files instead of saving them.
pub const CATCH: &str = "
    window.caught = [];
    const address = URL.createObjectURL;
    URL.createObjectURL = (blob) => { caught.push({ blob }); return address.call(URL, blob); };
    HTMLAnchorElement.prototype.click = function () { caught.at(-1).name = this.download; };";

/// The last file: its name, type and bytes.
pub async fn file(page: &Page, count: usize) -> (String, String, Vec<u8>) {
    page.until(
        "the file",
        &format!("caught.length === {count} && caught.at(-1).name"),
    )
    .await;
    let script = "
        const { blob, name } = caught.at(-1);
        const bytes = [...new Uint8Array(await blob.arrayBuffer())];
        return [name, blob.type, bytes];";
    let file = page.run_async(script, vec![]).await;
    let bytes = file[2].as_array().unwrap().iter();
    let bytes = bytes.map(|byte| u8::try_from(byte.as_u64().unwrap()).unwrap());
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    (text(&file[0]), text(&file[1]), bytes.collect())
}

pub async fn open_export(page: &Page) {
    page.click("button", "Export").await;
    page.role("dialog", "Export results").await;
}

pub async fn pick(page: &Page, pattern: &str) {
    page.role_like("radio", pattern).await.click().await;
}

/// The requests for the worker's files so far.
fn fetched(env: &TestEnv) -> Vec<String> {
    let requests = env.site.requests().into_iter().map(|request| request.path);
    requests
        .filter(|path| path.contains("/export_worker-"))
        .collect()
}

/// A column of a CSV file, without its name.
pub fn column(csv: &[u8], name: &str) -> Vec<String> {
    let csv = csv.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(csv);
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(csv);
    let records: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    let place = records[0].iter().position(|other| other == name).unwrap();
    records[1..]
        .iter()
        .map(|record| record[place].to_owned())
        .collect()
}

async fn exports(browser: Browser) {
    Setup::proxy(browser)
        .under("/team/")
        .run(async |env| {
            let all = ids(3);
            env.api.set_rows(reachable_rows(env, &all));
            let page = env.open(&format!("/?video_ids={}", all.join(","))).await;
            until_videos(&page, &all).await;
            page.run(CATCH, vec![]).await;
            open_export(&page).await;
            page.check_accessibility("export").await;
            page.screenshot("export").await;
            assert_eq!(fetched(env), Vec::<String>::new());
            page.click("button", "Download").await;
            let (name, kind, bytes) = file(&page, 1).await;
            page.until_text("The file is in your downloads.").await;
            assert!(
                name.starts_with(&format!("clipcart-{}-and-2-more-20", all[0])),
                "{name}"
            );
            assert!(name.ends_with(".xlsx"), "{name}");
            assert!(kind.contains("spreadsheetml"), "{kind}");
            assert_eq!(bytes[..2], *b"PK");
            assert!(fetched(env).iter().any(|path| path.ends_with("_bg.wasm")));

            pick(&page, "^CSV").await;
            page.click("button", "Download").await;
            let (name, kind, bytes) = file(&page, 2).await;
            assert!(
                name.ends_with(".csv") && kind.starts_with("text/csv"),
                "{name} {kind}"
            );
            assert!(bytes.starts_with(b"\xEF\xBB\xBFvideo_id,"));
            assert_eq!(column(&bytes, "video_id"), all);
            assert_credits(&env.api, 1);
        })
        .await;
}

#[tokio::test]
async fn in_chromium() {
    exports(Browser::FullChromium).await;
}

#[tokio::test]
async fn in_firefox() {
    exports(Browser::Firefox).await;
}

#[tokio::test]
async fn in_webkit() {
    exports(Browser::WebKit).await;
}

#[tokio::test]
async fn what_is_exported_is_what_was_chosen() {
    Setup::proxy(Browser::Chromium)
        .run(async |env| {
            let all = ids(4);
            let views = |(n, id): (i64, &String)| {
                let caption = format!("=HYPERLINK({n})");
                let own = [
                    ("video_desc", json!(caption)),
                    ("total_video_sale_gmv_amt", json!(n * 100)),
                ];
                rows::row_with(id, &own)
            };
            env.api.set_rows((1..).zip(&all).map(views));
            let address = format!(
                "/?video_ids={}&cc_sort=-gmv&cc_where=gmv:200..&cc_selected={},{}",
                all.join(","),
                all[3],
                all[0]
            );
            let page = env.open(&address).await;
            page.role("button", "Export").await;
            page.run(CATCH, vec![]).await;
            open_export(&page).await;
            pick(&page, "^CSV").await;
            page.click("button", "Download").await;
            let shown = [&all[3], &all[2], &all[1]];
            let (_, _, bytes) = file(&page, 1).await;
            assert!(column(&bytes, "video_id").iter().eq(shown), "{bytes:?}");
            assert_eq!(column(&bytes, "caption")[0], "'=HYPERLINK(4)");

            pick(&page, r"^All \(4\)").await;
            pick(&page, "^Unchanged").await;
            page.role_like("checkbox", "BOM").await.click().await;
            page.click("button", "Download").await;
            let (_, _, bytes) = file(&page, 2).await;
            assert_eq!(column(&bytes, "video_id"), all);
            assert!(bytes.starts_with(b"video_id,"));
            assert_eq!(column(&bytes, "caption")[3], "=HYPERLINK(4)");

            pick(&page, r"^Selected videos \(2\)").await;
            pick(&page, "^JSON").await;
            page.click("button", "Download").await;
            let (name, _, bytes) = file(&page, 3).await;
            assert!(name.ends_with(".json"), "{name}");
            let json: Value = serde_json::from_slice(&bytes).unwrap();
            let of = |n: usize| &json["rows"][n]["video_id"];
            assert_eq!(
                (of(0), of(1), of(2)),
                (&json!(all[3]), &json!(all[0]), &Value::Null)
            );

            page.allow_clipboard().await;
            page.click("button", "Copy as table").await;
            page.until_text("Table copied").await;
            let table = page.clipboard().await;
            let lines: Vec<&str> = table.lines().collect();
            assert_eq!(lines.len(), 3);
            assert!(lines[1].starts_with(&format!("{}\t", all[3])), "{table}");
            assert!(table.contains("\t'=HYPERLINK(4)\t"), "{table}");

            pick(&page, "^Raw response").await;
            page.click("button", "Download").await;
            let (name, _, bytes) = file(&page, 4).await;
            assert!(name.ends_with(".raw.json"), "{name}");
            let raw: Value = serde_json::from_slice(&bytes).unwrap();
            assert_eq!(raw["data"].as_array().unwrap().len(), 4);
            assert!(raw["requestId"].is_string());
            assert_credits(&env.api, 1);
        })
        .await;
}

/// Shown together while the second one is open.
#[tokio::test]
async fn a_file_of_several_pages_says_so() {
    Setup::proxy(Browser::Chromium)
        .run(async |env| {
            let all = ids(10);
            let address = format!("/?video_ids={}&page_num=1&page_size=6", all.join(","));
            let page = env.open(&address).await;
            until_videos(&page, &all[..6]).await;
            page.click("link", "Next").await;
            until_videos(&page, &all[6..]).await;
            page.run(CATCH, vec![]).await;
            let together = page.role("checkbox", "Show all 2 loaded pages together");
            together.await.click().await;
            page.until_url("pages=all").await;
            open_export(&page).await;
            pick(&page, r"^All \(10\)").await;
            pick(&page, "^JSON").await;
            page.click("button", "Download").await;
            let (name, _, bytes) = file(&page, 1).await;
            assert!(name.contains("-and-9-more-p1-to-2-20"), "{name}");
            let json: Value = serde_json::from_slice(&bytes).unwrap();
            assert_eq!(json["page_nums"], json!([1, 2]));
            assert_eq!(json["rows"].as_array().unwrap().len(), 10);
            pick(&page, "^Raw response").await;
            page.click("button", "Download").await;
            let (name, _, bytes) = file(&page, 2).await;
            assert!(name.contains("-p1-to-2-20"), "{name}");
            let raw: Vec<Value> = serde_json::from_slice(&bytes).unwrap();
            let rows = raw
                .iter()
                .map(|response| response["data"].as_array().unwrap().len());
            assert_eq!(rows.collect::<Vec<_>>(), [6, 4]);
            assert_credits(&env.api, 2);
        })
        .await;
}

#[tokio::test]
async fn the_sample_is_marked_and_costs_nothing() {
    Setup::direct(Browser::Chromium)
        .run(async |env| {
            let page = env.open("/?sample=1").await;
            page.role("button", "Export").await;
            page.run(CATCH, vec![]).await;
            open_export(&page).await;
            pick(&page, "^CSV").await;
            page.click("button", "Download").await;
            let (name, _, bytes) = file(&page, 1).await;
            assert!(name.starts_with("clipcart-sample-"), "{name}");
            let sources = column(&bytes, "data_source");
            assert!(
                sources.len() >= 24 && sources.iter().all(|source| source == "sample"),
                "{sources:?}"
            );
            assert_credits(&env.api, 0);
        })
        .await;
}

/// The file name of the worker's script.
async fn script(page: &Page) -> String {
    let name =
        "return document.querySelector('[data-export-worker]').dataset.exportWorker.slice(2)";
    page.run(name, vec![]).await.as_str().unwrap().to_owned()
}

#[tokio::test]
async fn cancelling_ends_it() {
    Setup::proxy(Browser::Chromium)
        .run(async |env| {
            let page = env.open(&format!("/?video_ids={}", ids(2).join(","))).await;
            until_videos(&page, &ids(2)).await;
            page.run(CATCH, vec![]).await;
            let latch = Latch::closed();
            env.site.hold(&script(&page).await, latch.clone());
            open_export(&page).await;
            page.click("button", "Download").await;
            latch.reached().await;
            page.role("progressbar", "Creating the file").await;
            page.click("button", "Cancel").await;
            page.until_text("Cancelled. No file was created.").await;
            page.role("button", "Download").await.until_focused().await;
            page.until_gone("progressbar", "Creating the file").await;
            latch.open();
            page.click("button", "Download").await;
            file(&page, 1).await;
        })
        .await;
}

/// Ten thousand rows: the progress is shown, the page stays responsive, and closing the dialog ends the export.
#[tokio::test]
async fn a_large_one_can_be_watched_and_ended() {
    Setup::proxy(Browser::Chromium)
        .run(async |env| {
            let id = &ids(1)[0];
            let many = (0..10_000_u64).map(|n| {
                rows::row_with(id, &[("product_id", json!((1_729_000_000_000_000_000 + n).to_string()))])
            });
            env.api.next(Fault::BadRows(many.collect()));
            // In the table only the visible rows are in the document.
            let page = env.open(&format!("/?video_ids={id}&cc_view=table")).await;
            page.role("button", "Export").await;
            page.run(CATCH, vec![]).await;
            open_export(&page).await;
            page.role_like("radio", r"^All \(10001\)").await;
            // By the page itself: on a busy machine the export could be over before the driver has seen its progress.
            let close = page.role("button", "Close").await;
            page.run(
                "const [button] = arguments;
                 const close = () => document.querySelector('progress')?.value >= 5
                   ? button.click() : requestAnimationFrame(close);
                 close();",
                vec![close.reference()],
            )
            .await;
            page.click("button", "Download").await;
            page.until_gone("dialog", "Export results").await;
            open_export(&page).await;
            assert_eq!(page.run("return caught.length", vec![]).await, 0);
            // The longest time that a frame of the page takes during the export.
            page.run(
                "window.longest = 0; let last = performance.now();
                 const tick = () => { const now = performance.now(); longest = Math.max(longest, now - last); last = now;
                 requestAnimationFrame(tick); }; tick()",
                vec![],
            )
            .await;
            let began = std::time::Instant::now();
            page.click("button", "Download").await;
            let script = "caught.length === 1 && caught[0].name";
            eventually("the large file", async || page.run(&format!("return !!({script})"), vec![]).await == true).await;
            let held = page.run("return [longest, caught[0].blob.size]", vec![]).await;
            println!("10 001 rows as XLSX: {:?}; longest frame (ms) and bytes: {held}", began.elapsed());
        })
        .await;
}

#[tokio::test]
async fn what_was_changed_on_the_way_makes_no_file() {
    // Texts that only the worker's script and the worker's wasm contain.
    for word in [
        "addEventListener(\"message\"",
        "the request cannot be decoded",
    ] {
        Setup::proxy(Browser::Chromium)
            .run(async |env| {
                let page = env.open(&format!("/?video_ids={}", ids(1)[0])).await;
                until_videos(&page, &ids(1)).await;
                page.run(CATCH, vec![]).await;
                env.site.tamper(word);
                open_export(&page).await;
                page.click("button", "Download").await;
                page.until_alert("could not be loaded, or differs from the published version")
                    .await;
                page.check_accessibility("a worker that was changed").await;
                // The rest of the page works, including the raw response.
                pick(&page, "^Raw response").await;
                page.click("button", "Download").await;
                file(&page, 1).await;
                page.tolerate_problem("integrity");
            })
            .await;
    }
}

#[tokio::test]
async fn a_file_that_fails_is_asked_for_again() {
    Setup::proxy(Browser::Chromium)
        .run(async |env| {
            let page = env.open(&format!("/?video_ids={}", ids(1)[0])).await;
            until_videos(&page, &ids(1)).await;
            page.run(CATCH, vec![]).await;
            env.site.fail_once(&script(&page).await);
            open_export(&page).await;
            page.click("button", "Download").await;
            page.until_alert("could not be loaded").await;
            page.click("button", "Download").await;
            file(&page, 1).await;
            page.tolerate_problem("integrity");
            page.expect_problem("status of 503");
        })
        .await;
}
