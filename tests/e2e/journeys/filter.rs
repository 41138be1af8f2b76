//! The filter: by text, region, sales, dates and metric ranges; the active filters; the counts of options.

use super::actions::*;
use super::analysis::{four_rows, results_url, until_order};
use crate::harness::{Browser, Page, Setup, key};

/// The count beside an option.
async fn count(page: &Page, role: &str, name: &str) -> String {
    let choice = page.role_like(role, &format!("^{name} ?\\d")).await;
    let count = choice
        .js("it.closest('label').querySelector('small').textContent")
        .await;
    count.as_str().unwrap_or_default().to_owned()
}

#[tokio::test]
async fn each_part_narrows_shows_as_a_chip_and_goes_by_a_click() {
    Setup::proxy(Browser::Chromium)
        .run(async |env| {
            env.api.set_rows(four_rows());
            let page = env.open(&results_url("&cc_view=table")).await;
            until_order(&page, "1234").await;
            page.click("button", "Filter").await;
            for (name, left) in [
                (r"United States \(US\)", "2"),
                (r"United Kingdom \(GB\)", "1"),
                ("Region unknown", "1"),
            ] {
                assert_eq!(count(&page, "checkbox", name).await, left, "{name}");
            }
            for (name, left) in [
                ("Any", "4"),
                ("Has sales", "2"),
                ("No sales", "1"),
                ("Sales unknown", "1"),
            ] {
                assert_eq!(count(&page, "radio", name).await, left, "{name}");
            }
            page.role_like("checkbox", "^United States")
                .await
                .click()
                .await;
            until_order(&page, "13").await;
            // The count of an option depends on the other filters.
            assert_eq!(count(&page, "radio", "No sales").await, "0");
            assert_eq!(
                count(&page, "checkbox", r"United Kingdom \(GB\)").await,
                "1"
            );
            page.role_like("radio", "^Sales unknown")
                .await
                .click()
                .await;
            until_order(&page, "3").await;
            page.until_url("cc_region=US&cc_sales=unknown").await;
            page.check_accessibility("filter").await;
            page.screenshot("filter").await;
            page.click("button", "Remove filter: United States (US)")
                .await;
            page.until_gone("button", "Remove filter: United States (US)")
                .await;
            page.click("button", "Remove filter: Sales unknown").await;
            until_order(&page, "1234").await;
            // Days are in UTC. The first and the last are included.
            page.run(
                "const set = (name, value) => {
                    const field = [...document.querySelectorAll('input[type=date]')]
                        .find((it) => it.closest('label').textContent.trim() === name);
                    field.value = value;
                    field.dispatchEvent(new Event('input', { bubbles: true }));
                };
                set('From', '2025-07-31');
                set('To', '2025-08-31');",
                vec![],
            )
            .await;
            until_order(&page, "23").await;
            page.role(
                "button",
                "Remove filter: Published: 2025-07-31 to 2025-08-31",
            )
            .await;
            choose(&page, "Metric", "views").await;
            page.role("textbox", "Min").await.fill("3,000").await;
            until_order(&page, "2").await;
            page.until_url("cc_where=views:3000..").await;
            page.click("button", "Clear all").await;
            until_order(&page, "1234").await;
            assert_eq!(page.role("textbox", "Min").await.value().await, "");
            page.role("textbox", "Max").await.fill("many").await;
            page.until_text("Enter a number").await;
            until_order(&page, "1234").await;
            assert_credits(&env.api, 1);
        })
        .await;
}

#[tokio::test]
async fn words_are_found_whatever_their_case_and_script_and_ids_too() {
    Setup::proxy(Browser::Chromium)
        .run(async |env| {
            env.api.set_rows(four_rows());
            let page = env.open(&results_url("&cc_view=table")).await;
            let find = page.role("searchbox", "Find in results").await;
            for (words, left) in [
                ("TEAPOT", "12"),
                ("teapot blue", "1"),
                ("茶壶", "4"),
                ("#kitchen", "4"),
                ("ＬＡＭＰ", "3"),
                (&crate::support::rows::id(2)[..], "2"),
            ] {
                find.fill(words).await;
                until_order(&page, left).await;
            }
            find.fill("nothing of the kind").await;
            page.until_text("No videos match your filters").await;
            page.check_accessibility("nothing passes").await;
            page.click("button", "Clear all").await;
            until_order(&page, "1234").await;
            assert_eq!(find.value().await, "");
        })
        .await;
}

#[tokio::test]
async fn cards_and_summary_follow_and_another_query_starts_without_it() {
    Setup::proxy(Browser::Chromium)
        .run(async |env| {
            env.api.set_rows(four_rows());
            let page = env
                .open(&results_url("&cc_region=US&cc_sort=-views&cc_q=e"))
                .await;
            until_videos(&page, &[ids(3)[2].clone(), ids(1)[0].clone()]).await;
            let sums = page.role("region", "Summary").await;
            sums.until_text("2 of 4").await;
            // Only the sales of the first are known.
            sums.until_text("1 of 2 videos").await;
            sums.js("[...it.querySelectorAll('summary')].at(-1).click()")
                .await;
            sums.until_text("GMV: 1 video excluded (no data).").await;
            sums.until_text("$200.00").await;
            sums.until_text("3,000").await;
            search(&page, &ids(4)[1]).await;
            until_videos(&page, &ids(4)[1..2]).await;
            assert!(!page.url().await.contains("region"), "{}", page.url().await);
            page.until_url("cc_sort=-views").await;
            page.back().await;
            until_videos(&page, &[ids(3)[2].clone(), ids(1)[0].clone()]).await;
        })
        .await;
}

/// Digit by digit a browser tells of the years 2, 20 and 202.
async fn typed_year(browser: Browser) {
    Setup::proxy(browser)
        .run(async |env| {
            env.api.set_rows(four_rows());
            let page = env
                .open(&results_url("&cc_view=table&cc_from=2024-07-31"))
                .await;
            until_order(&page, "1234").await;
            page.click("button", "Filter (1)").await;
            let field = "[...document.querySelectorAll('input[type=date]')][0]";
            page.until("the day", &format!("{field}?.value === '2024-07-31'"))
                .await;
            page.run(&format!("{field}.focus()"), vec![]).await;
            // In English the year comes last.
            page.press(&[key::RIGHT]).await;
            page.press(&[key::RIGHT]).await;
            for digit in "2025".chars() {
                page.press(&[digit]).await;
            }
            page.until("the year", &format!("{field}.value === '2025-07-31'"))
                .await;
            page.until_url("cc_from=2025-07-31").await;
            until_order(&page, "234").await;
            assert_credits(&env.api, 1);
        })
        .await;
}

#[tokio::test]
async fn a_year_can_be_typed_in_chromium() {
    typed_year(Browser::Chromium).await;
}

#[tokio::test]
async fn a_year_can_be_typed_in_firefox() {
    typed_year(Browser::Firefox).await;
}
