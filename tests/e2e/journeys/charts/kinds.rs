//! Each kind of chart: layout, accessibility, the data as a table, no data.

use super::*;

const KINDS: [&str; 6] = [
    "bars",
    "scatter",
    "distribution",
    "timeline",
    "regions",
    "hashtags",
];

#[tokio::test]
async fn each_kind_fits_and_is_accessible() {
    Setup::proxy(Browser::Chromium)
        .run(async |env| {
            let page = open(env, "bars").await;
            until_chart(&page, "^GMV").await;
            for kind in KINDS {
                choose(&page, "Chart", kind).await;
                page.until_url(if kind == "bars" { "cc_view=charts" } else { kind }).await;
                for (width, height, theme) in [(320, 640, "light"), (1280, 1000, "dark"), (1280, 1000, "light")] {
                    page.resize(width, height).await;
                    page.prefer(theme, true).await;
                    page.until(
                        "a picture as wide as its place",
                        "document.querySelector('.chart svg').clientWidth === document.querySelector('.chart__stage').clientWidth",
                    )
                    .await;
                    page.run("document.querySelector('.charts').scrollIntoView()", vec![]).await;
                    page.screenshot(&format!("chart-{kind}-{width}-{theme}")).await;
                    assert_eq!(page.sideways().await, Value::Null, "{kind} at {width} px");
                    assert_eq!(page.run(OVERLAPS, vec![]).await, json!([]), "{kind} at {width} px");
                    page.check_accessibility(&format!("{kind} at {width} px, {theme}")).await;
                }
            }
        })
        .await;
}

/// Texts in the chart that overlap or are cut off.
const OVERLAPS: &str = r#"
    const picture = document.querySelector('.chart svg');
    const frame = picture.getBoundingClientRect();
    const texts = [...picture.querySelectorAll('text')].map((it) => [it.textContent, it.getBoundingClientRect()]);
    const out = texts.filter(([, box]) => box.left < frame.left - 1 || box.right > frame.right + 1).map(([text]) => text);
    for (const [i, [one, a]] of texts.entries())
        for (const [other, b] of texts.slice(i + 1))
            if (a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 3 && b.top < a.bottom - 3)
                out.push(`${one} | ${other}`);
    return out;
"#;

#[tokio::test]
async fn the_data_is_in_a_table() {
    Setup::proxy(Browser::Chromium)
        .run(async |env| {
            let page = open(env, "bars").await;
            until_chart(&page, "^GMV").await;
            assert!(page.all_role("table").await.is_empty());
            page.run("document.querySelector('.chart summary').click()", vec![])
                .await;
            let table = page.role_like("table", "^GMV").await;
            assert_eq!(table.all_role("row").await.len(), 21);
            let heads = table.all_role("columnheader").await;
            assert_eq!(heads[1].text().await, "Product");
            assert_eq!(heads[2].text().await, "GMV (est.)");
            let first = &table.all_role("rowheader").await[0];
            assert!(first.text().await.starts_with("Clip "));
            page.check_accessibility("the data of a chart").await;
            // It follows the chosen metric, and stays open.
            choose(&page, "Metric", "views").await;
            page.role_like("table", "^Views").await;
            page.until_url("cc_figure=views").await;
            page.until_text("4 excluded (no data).").await;
        })
        .await;
}

#[tokio::test]
async fn nothing_to_draw_is_said() {
    Setup::proxy(Browser::Chromium)
        .run(async |env| {
            let row = rows::row_with(&rows::id(1), &[("total_views_cnt", json!(-1))]);
            env.api.set_rows([row]);
            let page = env.open(&link(&ids(1), "scatter&cc_across=gpm")).await;
            page.until_text("No data to show").await;
            page.until_text("1 excluded (no data).").await;
            assert!(
                page.all_role("img").await.iter().len() == 0
                    || page.all_role("slider").await.is_empty()
            );
            page.check_accessibility("nothing to draw").await;
            // A chart may have one point.
            choose(&page, "X axis", "likes").await;
            until_chart(&page, "1 data point").await;
            page.check_accessibility("one point").await;
        })
        .await;
}

#[tokio::test]
async fn they_speak_chinese_and_show_what_is_pointed_at() {
    Setup::proxy(Browser::Chromium)
        .language("zh-CN")
        .run(async |env| {
            let page = open(env, "scatter").await;
            until_chart(&page, "^GMV").await;
            for (kind, width, theme) in [
                ("scatter", 1280, "light"),
                ("distribution", 360, "dark"),
                ("timeline", 360, "light"),
                ("hashtags", 1280, "dark"),
            ] {
                page.resize(width, 900).await;
                page.prefer(theme, true).await;
                choose(&page, "图表类型", kind).await;
                page.until_url(kind).await;
                let marks = page.role("slider", "图中的数据点").await;
                marks.js("it.focus()").await;
                page.press(&[HOME]).await;
                page.press(&[RIGHT]).await;
                page.until(
                    "what is said of the mark",
                    "document.querySelector('.chart__tip').checkVisibility()",
                )
                .await;
                page.run("document.querySelector('.charts').scrollIntoView()", vec![])
                    .await;
                page.screenshot(&format!("chart-chinese-{kind}-{width}-{theme}"))
                    .await;
                assert_eq!(page.sideways().await, Value::Null, "{kind} at {width} px");
                assert_eq!(
                    page.run(OVERLAPS, vec![]).await,
                    json!([]),
                    "{kind} at {width} px"
                );
                page.check_accessibility(&format!("{kind} in Chinese, {theme}"))
                    .await;
            }
        })
        .await;
}
