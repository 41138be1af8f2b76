//! The comparison: up to six videos, selected on cards or in the table, with the best of each metric.

use super::actions::*;
use super::analysis::{four_rows, results_url, scroll_to_top, until_results};
use crate::harness::{Browser, Page, Setup, eventually};
use crate::support::rows;
use serde_json::json;

/// Waits for the comparison, and returns the cells of a metric's row.
async fn cells(page: &Page, metric: &str) -> Vec<String> {
    page.role("table", "Compare").await;
    let script = "
        const row = [...document.querySelectorAll('.compare tbody tr')]
            .find((row) => row.querySelector('th').textContent === arguments[0]);
        return [...row.querySelectorAll('td')].map((cell) => cell.innerText.replace(/\\s+/g, ' ').trim());";
    let cells = page.run(script, vec![json!(metric)]).await;
    let cells = cells.as_array().into_iter().flatten();
    cells
        .filter_map(|cell| cell.as_str())
        .map(str::to_owned)
        .collect()
}

/// Clicks "Compare" on a card.
async fn choose(page: &Page, id: &str) {
    let card = card(page, id).await;
    card.role("button", "Compare").await.click().await;
}

#[tokio::test]
async fn the_best_is_marked_and_differences_are_from_the_chosen_base() {
    Setup::proxy(Browser::Chromium)
        .run(async |env| {
            env.api.set_rows(four_rows());
            let page = env.open(&results_url("")).await;
            choose(&page, &rows::id(1)).await;
            choose(&page, &rows::id(2)).await;
            choose(&page, &rows::id(3)).await;
            for id in &ids(3) {
                let chosen = card(&page, id).await;
                let chosen = chosen.role("button", "Compare").await;
                let pressed = chosen.attribute("aria-pressed").await;
                assert_eq!(pressed.as_deref(), Some("true"), "{id}");
            }
            page.click("button", "Compare (3)").await;
            assert_eq!(
                cells(&page, "Views").await,
                ["1,000", "4,000 ★ best +300%", "2,000 +100%"]
            );
            assert_eq!(
                cells(&page, "GMV").await,
                ["$200.00 ★ best", "$100.00 -50%", "—"]
            );
            // A price is not ranked.
            assert_eq!(
                cells(&page, "Price per unit").await,
                ["$20.00", "$2.50 -87.5%", "—"]
            );
            page.check_accessibility("comparison").await;
            page.screenshot("comparison").await;
            let second = page.role_like("columnheader", "Red Teapot").await;
            second.role("button", "Set as baseline").await.click().await;
            eventually("differences from the second", async || {
                cells(&page, "Views").await == ["1,000 -75%", "4,000 ★ best", "2,000 -50%"]
            })
            .await;
            page.until_url(&format!("cc_base={}", rows::id(2))).await;
            page.reload().await;
            eventually("the same after a reload", async || {
                cells(&page, "Views").await == ["1,000 -75%", "4,000 ★ best", "2,000 -50%"]
            })
            .await;
            let second = page.role_like("columnheader", "Red Teapot").await;
            second
                .role("button", "Remove from comparison")
                .await
                .click()
                .await;
            eventually("two left", async || {
                cells(&page, "Views").await == ["1,000", "2,000 ★ best +100%"]
            })
            .await;
            assert_credits(&env.api, 1);
        })
        .await;
}

#[tokio::test]
async fn a_seventh_is_not_taken_and_clips_play_side_by_side() {
    Setup::proxy(Browser::Chromium)
        .run(async |env| {
            env.api.set_rows(reachable_rows(env, &ids(8)));
            let page = env.open(&format!("/?video_ids={}&cc_view=cards", ids(8).join(","))).await;
            until_results(&page).await;
            until_videos(&page, &ids(8)).await;
            for id in &ids(6) {
                choose(&page, id).await;
            }
            let seventh = card(&page, &rows::id(7)).await;
            let seventh = seventh.role("button", "Compare").await;
            assert!(seventh.attribute("disabled").await.is_some());
            scroll_to_top(&page).await;
            page.click("button", "Compare (6)").await;
            page.role("table", "Compare").await;
            for _ in 0..2 {
                let play = page.all_named("button", "Play video").await;
                play[0].click().await;
            }
            page.until(
                "two clips to play",
                "[...document.querySelectorAll('video')].filter((it) => it.currentTime > 0.2).length === 2",
            )
            .await;
            // They play on when another video is removed.
            let last = page.all_named("button", "Remove from comparison").await;
            last[5].click().await;
            page.role("button", "Compare (5)").await;
            page.until(
                "two clips still playing",
                "[...document.querySelectorAll('video')].filter((it) => !it.paused).length === 2",
            )
            .await;
        })
        .await;
}

#[tokio::test]
async fn several_products_have_a_value_each_and_none_is_best() {
    Setup::proxy(Browser::Chromium)
        .run(async |env| {
            let line = |n: u64, product: &str, gmv: f64| {
                rows::row_with(
                    &rows::id(n),
                    &[
                        ("product_id", json!(product)),
                        ("total_video_sale_gmv_amt", json!(gmv)),
                        ("total_views_cnt", json!(1000 * n)),
                    ],
                )
            };
            env.api.set_rows([
                line(1, "1729000000000000001", 900.0),
                line(1, "1729000000000000002", 50.0),
                line(2, "1729000000000000003", 100.0),
                line(3, "1729000000000000004", 300.0),
            ]);
            let address = format!(
                "/?video_ids={all}&cc_view=compare&cc_selected={all}",
                all = ids(3).join(",")
            );
            let page = env.open(&address).await;
            page.role("table", "Compare").await;
            assert_eq!(
                cells(&page, "GMV").await,
                ["$900.00 / $50.00", "$100.00", "$300.00 ★ best"]
            );
            assert_eq!(
                cells(&page, "Views").await,
                ["1,000", "2,000 +100%", "3,000 ★ best +200%"]
            );
            // The views of the first count once, though it has two rows.
            let sums = page.role("region", "Summary").await;
            sums.until_text("6,000").await;
            sums.js("[...it.querySelectorAll('summary')].at(-1).click()")
                .await;
            sums.until_text("GMV: 1 video with several products excluded")
                .await;
            sums.until_text("with them is between $1,300 and $1,350")
                .await;
        })
        .await;
}

#[tokio::test]
async fn nothing_selected_says_how_to_select() {
    Setup::proxy(Browser::Chromium)
        .run(async |env| {
            env.api.set_rows(four_rows());
            let page = env
                .open(&results_url(
                    "&cc_view=compare&cc_selected=7521783049722289999",
                ))
                .await;
            page.until_text("1 selected video is not in these results.")
                .await;
            page.until_text("No videos are selected").await;
            page.check_accessibility("nothing to compare").await;
        })
        .await;
}
