//! Pointing at marks with the mouse, a finger and keys, and opening their videos.

use super::*;

async fn core(browser: Browser) {
    Setup::proxy(browser)
        .run(async |env| {
            let page = open(env, "scatter").await;
            until_chart(
                &page,
                r"^GMV \(est\.\) vs\. views: 3\d data points\. Highest: Clip",
            )
            .await;
            let marks = marks(&page).await;
            // With keys, starting at the fewest views; Enter opens the card.
            marks.js("it.focus()").await;
            page.press(&[END]).await;
            let last = marks.attribute("aria-valuetext").await.unwrap_or_default();
            page.press(&[LEFT]).await;
            eventually("another mark", async || {
                marks.attribute("aria-valuetext").await.unwrap_or_default() != last
            })
            .await;
            let said = marks.attribute("aria-valuetext").await.unwrap_or_default();
            let id = said
                .split(", ")
                .find(|part| part.len() == 19)
                .expect(&said)
                .to_owned();
            page.press(&[key::ENTER]).await;
            card(&page, &id).await.until_focused().await;
            assert!(!page.url().await.contains("cc_view=charts"));
            // Back to the chart, and with the pointer.
            page.back().await;
            until_chart(&page, "^GMV").await;
            let at = page.run(MIDDLE_MARK, vec![]).await;
            page.point_at(at["x"].as_i64().unwrap(), at["y"].as_i64().unwrap())
                .await;
            until_pointed(&page, "Clip ").await;
            page.click_here().await;
            page.until(
                "a card with the focus",
                "document.activeElement.matches('article')",
            )
            .await;
            assert_credits(&env.api, 1);
        })
        .await;
}

/// The position of a mark on the screen.
const MIDDLE_MARK: &str = r#"
    const picture = document.querySelector('.chart svg'), box = picture.getBoundingClientRect();
    picture.scrollIntoView({ block: 'center' });
    const d = picture.querySelector('.chart__points').getAttribute('d').match(/M(\d+) (\d+)/);
    const at = picture.getBoundingClientRect();
    return { x: Math.round(at.x + +d[1]), y: Math.round(at.y + +d[2]) };
"#;

#[tokio::test]
async fn lead_to_cards_in_chromium() {
    core(Browser::Chromium).await;
}

#[tokio::test]
async fn lead_to_cards_in_firefox() {
    core(Browser::Firefox).await;
}

#[tokio::test]
async fn lead_to_cards_in_webkit() {
    core(Browser::WebKit).await;
}

/// The number of cards, drawn or not.
const SHOWN: &str = "
    const left = document.querySelector('.cards__more:not([hidden])')?.textContent.match(/\\d+/)?.[0] ?? 0;
    return document.querySelectorAll('article').length + Number(left);
";

#[tokio::test]
async fn a_group_leads_to_its_videos() {
    Setup::proxy(Browser::Chromium)
        .run(async |env| {
            let page = open(env, "regions").await;
            until_chart(&page, r"^Total GMV \(est\.\) by region").await;
            marks(&page).await.js("it.focus()").await;
            page.press(&[END]).await;
            let said = marks(&page).await.attribute("aria-valuetext").await.unwrap_or_default();
            let region = said.split(',').next().unwrap_or_default().to_owned();
            // Such as "United States (US)".
            let code = region.rsplit('(').next().unwrap_or_default().trim_end_matches(')');
            page.press(&[key::ENTER]).await;
            page.until_url(&format!("cc_region={code}")).await;
            page.until("its cards", "document.querySelectorAll('article').length > 1").await;
            let regions = page
                .run("return [...new Set([...document.querySelectorAll('.facts__region')].map((it) => it.textContent))]", vec![])
                .await;
            assert_eq!(regions, json!([region]));

            for (chart, parameter) in [("hashtags", "cc_q=%23"), ("timeline", "cc_from="), ("distribution", "cc_where=gmv")] {
                page.goto(&link(&ids(1), chart)).await;
                until_chart(&page, "^.*GMV").await;
                marks(&page).await.js("it.focus()").await;
                page.press(&[RIGHT]).await;
                let said = marks(&page).await.attribute("aria-valuetext").await.unwrap_or_default();
                page.press(&[key::ENTER]).await;
                page.until_url(parameter).await;
                let count = said.rsplit(' ').next().and_then(|count| count.parse::<usize>().ok()).expect(&said);
                eventually(&format!("{count} videos for {said}"), async || {
                    page.run(SHOWN, vec![]).await.as_u64().unwrap() as usize == count
                })
                .await;
            }
        })
        .await;
}

#[tokio::test]
async fn ten_thousand_points_are_no_burden() {
    Setup::proxy(Browser::Chromium)
        .run(async |env| {
            let many: Vec<Value> = (1..=10_000).map(row_of).collect();
            env.api.always(Fault::DataIs(many.into()));
            let page = env.open(&link(&ids(1), "scatter")).await;
            until_chart(&page, "^GMV").await;
            page.screenshot("chart-ten-thousand").await;
            let nodes = page.run("return document.querySelectorAll('.chart *').length", vec![]).await;
            assert!(nodes.as_u64().unwrap() < 120, "{nodes} elements");
            let marks = marks(&page).await;
            marks.js("it.focus()").await;
            let start = Instant::now();
            for _ in 0..20 {
                page.press(&[RIGHT]).await;
            }
            until_pointed(&page, "Clip ").await;
            assert_eq!(marks.attribute("aria-valuenow").await.as_deref(), Some("21"));
            eprintln!("20 key presses: {:?}", start.elapsed());
            let pointing = "
                const over = document.querySelector('.chart__over'), box = over.getBoundingClientRect();
                const said = new Set();
                const times = [];
                for (let n = 0; n < 40; n++) {
                    const start = performance.now();
                    over.dispatchEvent(new PointerEvent('pointermove', { clientX: box.x + 100 + n * 20, clientY: box.y + 200 + n % 7, bubbles: true }));
                    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
                    times.push(performance.now() - start);
                    said.add(over.getAttribute('aria-valuetext'));
                }
                times.sort((a, b) => a - b);
                return { median: times[20], worst: times[39], said: said.size };
            ";
            let times = page.run_async(pointing, vec![]).await;
            eprintln!("pointing, in milliseconds to the next frame: {times}");
            assert!(times["said"].as_u64().unwrap() > 10, "{times}");
        })
        .await;
}

#[tokio::test]
async fn a_finger_points_first_and_opens_then() {
    Setup::proxy(Browser::Chromium)
        .run(async |env| {
            let page = open(env, "bars").await;
            until_chart(&page, "^GMV").await;
            let tap = "
                const over = document.querySelector('.chart__over'), box = over.getBoundingClientRect();
                const at = { clientX: box.x + 300, clientY: box.y + 20, bubbles: true, pointerType: 'touch' };
                for (const name of ['pointerdown', 'pointerleave', 'click'])
                    over.dispatchEvent(new PointerEvent(name, at));
            ";
            page.run(tap, vec![]).await;
            until_pointed(&page, "Clip ").await;
            let tip = "document.querySelector('.chart__tip').checkVisibility()";
            page.until("what is said of the mark", tip).await;
            assert!(page.all_role("article").await.is_empty());
            page.run(tap, vec![]).await;
            page.until("a card with the focus", "document.activeElement.matches('article')").await;
        })
        .await;
}
