//! Files with ids: read by the worker, searched, and with their other columns in the table and the export.

use rust_xlsxwriter::Workbook;
use serde_json::Value;

use super::export::{CATCH, column, file, open_export, pick};
use crate::harness::{Browser, Page, Setup, eventually};
use crate::support::rows;

/// Chooses a file of these bytes, as the browser's dialog would.
const CHOOSE: &str = "
    const [name, bytes] = arguments;
    const data = new DataTransfer();
    data.items.add(new File([new Uint8Array(bytes)], name));
    const input = document.querySelector('input[type=file]');
    input.files = data.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));";

async fn choose_file(page: &Page, name: &str, bytes: &[u8]) {
    page.role("button", "Open file…").await;
    let bytes: Vec<Value> = bytes.iter().map(|byte| (*byte).into()).collect();
    page.run(CHOOSE, vec![name.into(), bytes.into()]).await;
}

/// Searches for the videos of the file, and looks for its column in the table and in an exported file.
async fn search_and_export(page: &Page) {
    page.until_text("IDs from column “Video link”").await;
    page.until_text("also: Campaign").await;
    page.until_text("12 IDs recognized").await;
    page.click("button", "Search").await;
    page.role_like("button", "^Start").await.click().await;
    page.until_text("12 videos").await;
    page.click("button", "Table").await;
    page.role_like("columnheader", "Campaign").await;
    page.until_text("Campaign 12").await;
    page.run(CATCH, vec![]).await;
    open_export(page).await;
    pick(page, "^CSV").await;
    page.click("button", "Download").await;
    let (_, _, bytes) = file(page, 1).await;
    let campaigns = column(&bytes, "Campaign");
    let expected: Vec<String> = (1..=12).map(|n| format!("Campaign {n}")).collect();
    assert_eq!(campaigns, expected);
}

fn link(n: u64) -> String {
    format!("https://www.tiktok.com/@somebody/video/{}", rows::id(n))
}

#[tokio::test]
async fn a_csv_brings_its_columns() {
    Setup::proxy(Browser::Chromium)
        .run(async |env| {
            let page = env.open("/").await;
            let lines = (1..=12).map(|n| format!("{},Campaign {n}\n", link(n)));
            let csv = format!("Video link,Campaign\n{}", lines.collect::<String>());
            choose_file(&page, "campaigns.csv", csv.as_bytes()).await;
            search_and_export(&page).await;
            // They are stored with the search.
            page.reload().await;
            page.until_text("Campaign 12").await;
            page.check_accessibility("a file's columns").await;
        })
        .await;
}

#[tokio::test]
async fn a_workbook_brings_its_columns() {
    Setup::proxy(Browser::Chromium)
        .run(async |env| {
            let mut book = Workbook::new();
            let sheet = book.add_worksheet();
            sheet.write_string(0, 0, "Video link").unwrap();
            sheet.write_string(0, 1, "Campaign").unwrap();
            for n in 1..=12_u32 {
                sheet.write_string(n, 0, link(n.into())).unwrap();
                sheet.write_string(n, 1, format!("Campaign {n}")).unwrap();
            }
            let page = env.open("/").await;
            choose_file(&page, "campaigns.xlsx", &book.save_to_buffer().unwrap()).await;
            search_and_export(&page).await;
        })
        .await;
}

#[tokio::test]
async fn a_damaged_file_says_so() {
    Setup::proxy(Browser::Chromium)
        .run(async |env| {
            let page = env.open("/").await;
            choose_file(&page, "broken.xlsx", b"PK\x03\x04 and nothing else").await;
            page.until_alert("broken.xlsx").await;
            eventually("no ids", async || !page.text().await.contains("recognized")).await;
        })
        .await;
}
