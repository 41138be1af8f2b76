//! Charts: seen, pointed at, gone through by keys, read as a table, and saved.

use std::sync::Arc;
use std::time::Instant;

use serde_json::{Value, json};

use super::acts::*;
use crate::harness::{Browser, Found, Page, Setup, Stage, eventually, key};
use crate::support::fake_api::Misbehave;
use crate::support::rows;

/// As WebDriver writes them.
const LEFT: char = '\u{E012}';
const RIGHT: char = '\u{E014}';
const END: char = '\u{E010}';
const HOME: char = '\u{E011}';

const KINDS: [&str; 6] = [
    "bars",
    "scatter",
    "distribution",
    "timeline",
    "regions",
    "hashtags",
];

/// A link to a chart of some videos.
fn link(ids: &[String], chart: &str) -> String {
    format!("/?video_ids={}&view=charts&chart={chart}", ids.join(","))
}

/// What arrow keys go through.
async fn marks(page: &Page) -> Found<'_> {
    page.role("slider", "Marks of the chart").await
}

/// Waits until what is pointed at says `part`.
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
    let gmv = if n % 9 == 0 {
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

async fn open(stage: &Stage, chart: &str) -> Arc<Page> {
    stage.api.always(Misbehave::DataIs(mixed(40).into()));
    stage.open(&link(&ids(1), chart)).await
}

async fn core(browser: Browser) {
    Setup::proxy(browser)
        .run(async |stage| {
            let page = open(stage, "scatter").await;
            until_chart(
                &page,
                r"^GMV \(est\.\) against Views 3\d marks\. The most: Clip",
            )
            .await;
            let marks = marks(&page).await;
            // By keys: from the least views on, to the card of what is pointed at.
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
            assert!(!page.url().await.contains("view=charts"));
            // Back to the chart, and by pointer.
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
            assert_credits(&stage.api, 1);
        })
        .await;
}

/// Where a mark is on the screen.
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

#[tokio::test]
async fn each_kind_fits_and_is_accessible() {
    Setup::proxy(Browser::Chromium)
        .run(async |stage| {
            let page = open(stage, "bars").await;
            until_chart(&page, "^GMV").await;
            for kind in KINDS {
                choose(&page, "Chart", kind).await;
                page.until_url(if kind == "bars" { "view=charts" } else { kind }).await;
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

/// Texts of the picture that lie on one another, or are cut off.
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

/// How many cards there are, drawn or not.
const SHOWN: &str = "
    const left = document.querySelector('.cards__more:not([hidden])')?.textContent.match(/\\d+/)?.[0] ?? 0;
    return document.querySelectorAll('article').length + Number(left);
";

#[tokio::test]
async fn a_group_leads_to_its_videos() {
    Setup::proxy(Browser::Chromium)
        .run(async |stage| {
            let page = open(stage, "regions").await;
            until_chart(&page, r"^GMV \(est\.\), sum by region").await;
            marks(&page).await.js("it.focus()").await;
            page.press(&[HOME]).await;
            let said = marks(&page).await.attribute("aria-valuetext").await.unwrap_or_default();
            let code = said.split(',').next().unwrap_or_default().to_owned();
            page.press(&[key::ENTER]).await;
            page.until_url(&format!("region={code}")).await;
            page.until("its cards", "document.querySelectorAll('article').length > 1").await;
            let regions = page
                .run("return [...new Set([...document.querySelectorAll('.facts__region')].map((it) => it.textContent))]", vec![])
                .await;
            assert_eq!(regions, json!([code]));

            for (chart, parameter) in [("hashtags", "q=%23"), ("timeline", "from="), ("distribution", "where=gmv")] {
                page.goto(&link(&ids(1), chart)).await;
                until_chart(&page, "^.*GMV").await;
                marks(&page).await.js("it.focus()").await;
                page.press(&[RIGHT]).await;
                let said = marks(&page).await.attribute("aria-valuetext").await.unwrap_or_default();
                page.press(&[key::ENTER]).await;
                page.until_url(parameter).await;
                let count = said.rsplit(' ').next().and_then(|count| count.parse::<usize>().ok()).expect(&said);
                eventually(&format!("{count} videos for {said}"), async || {
                    // Videos with several products are shown, though they are in no sum.
                    let shown = page.run(SHOWN, vec![]).await.as_u64().unwrap() as usize;
                    shown == count || shown == count + 1
                })
                .await;
            }
        })
        .await;
}

#[tokio::test]
async fn the_data_stands_in_a_table() {
    Setup::proxy(Browser::Chromium)
        .run(async |stage| {
            let page = open(stage, "bars").await;
            until_chart(&page, "^GMV").await;
            assert!(page.all_role("table").await.is_empty());
            page.run("document.querySelector('.chart summary').click()", vec![])
                .await;
            let table = page.role_like("table", "^GMV").await;
            assert_eq!(table.all_role("row").await.len(), 21);
            let heads = table.all_role("columnheader").await;
            assert_eq!(heads[1].text().await, "GMV (est.)");
            let first = &table.all_role("rowheader").await[0];
            assert!(first.text().await.starts_with("Clip "));
            page.check_accessibility("the data of a chart").await;
            // It follows the choice, and stays open.
            choose(&page, "Figure", "views").await;
            page.role_like("table", "^Views").await;
            page.until_url("figure=views").await;
            page.until_text("4 left out: not known.").await;
        })
        .await;
}

#[tokio::test]
async fn nothing_to_draw_is_said() {
    Setup::proxy(Browser::Chromium)
        .run(async |stage| {
            let row = rows::row_with(&rows::id(1), &[("total_views_cnt", json!(-1))]);
            stage.api.set_rows([row]);
            let page = stage.open(&link(&ids(1), "scatter&across=gpm")).await;
            page.until_text("Nothing to draw").await;
            page.until_text("1 left out: not known.").await;
            assert!(
                page.all_role("img").await.iter().len() == 0
                    || page.all_role("slider").await.is_empty()
            );
            page.check_accessibility("nothing to draw").await;
            // One point is a chart.
            choose(&page, "Across", "likes").await;
            until_chart(&page, "1 mark").await;
            page.check_accessibility("one point").await;
        })
        .await;
}

/// Keeps what is handed to the reader, for the test to look at.
const CATCH: &str = "
    window.caught = [];
    const make = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (blob) => { caught.push({ blob }); return make(blob); };
    HTMLAnchorElement.prototype.click = function () { caught.at(-1).name = this.download; };
";
/// What was handed over: name, type, and what a browser makes of it as an image alone.
const CAUGHT: &str = "
    const { blob, name } = caught.at(-1);
    const text = blob.type.startsWith('image/svg') ? await blob.text() : '';
    const address = await new Promise((done) => {
        const reader = new FileReader();
        reader.onload = () => done(reader.result);
        reader.readAsDataURL(blob);
    });
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
    const paint = canvas.getContext('2d');
    paint.drawImage(image, 0, 0);
    const { data } = paint.getImageData(0, 0, canvas.width, canvas.height);
    const colours = new Set();
    for (let at = 0; at < data.length; at += 4) colours.add(data.slice(at, at + 4).join());
    return { name, type: blob.type, text, width: canvas.width, colours: colours.size,
             ground: data.slice(0, 4).join(), own: getComputedStyle(document.querySelector('.chart__stage')).backgroundColor };
";

async fn downloads(browser: Browser) {
    Setup::proxy(browser)
        .run(async |stage| {
            let page = open(stage, "scatter").await;
            until_chart(&page, "^GMV").await;
            page.run(CATCH, vec![]).await;
            let width = page
                .run(
                    "return document.querySelector('.chart svg').clientWidth",
                    vec![],
                )
                .await;
            let width = width.as_i64().unwrap();
            for (button, mime, kind, scale) in [
                ("Download SVG", "image/svg+xml", "svg", 1),
                ("Download PNG", "image/png", "png", 2),
            ] {
                page.click("button", button).await;
                page.until(button, &format!("caught.at(-1)?.name?.endsWith('.{kind}')"))
                    .await;
                let caught = page.run_async(CAUGHT, vec![]).await;
                let (name, text) = (
                    caught["name"].as_str().unwrap(),
                    caught["text"].as_str().unwrap(),
                );
                assert!(name.starts_with("clipcart-scatter-20"), "{name}");
                assert_eq!(caught["type"], mime);
                assert_eq!(caught["width"], (width + 32) * scale);
                assert!(
                    caught["colours"].as_u64().unwrap() > 8,
                    "{} colours",
                    caught["colours"]
                );
                assert_eq!(caught["own"], "rgb(255, 255, 255)");
                assert_eq!(caught["ground"], "255,255,255,255");
                if kind == "svg" {
                    for part in [
                        "<title>GMV (est.) against Views</title>",
                        "font-family",
                        "stroke-linecap=\"round\"",
                        "rgb(",
                    ] {
                        assert!(text.contains(part), "{part} in {text}");
                    }
                    assert!(!text.contains("class=") && !text.contains("var("), "{text}");
                }
            }
        })
        .await;
}

#[tokio::test]
async fn are_saved_in_chromium() {
    downloads(Browser::Chromium).await;
}

#[tokio::test]
async fn are_saved_in_firefox() {
    downloads(Browser::Firefox).await;
}

#[tokio::test]
async fn are_saved_in_webkit() {
    downloads(Browser::WebKit).await;
}

#[tokio::test]
async fn ten_thousand_points_are_no_burden() {
    Setup::proxy(Browser::Chromium)
        .run(async |stage| {
            let many: Vec<Value> = (1..=10_000).map(row_of).collect();
            stage.api.always(Misbehave::DataIs(many.into()));
            let page = stage.open(&link(&ids(1), "scatter")).await;
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
async fn they_speak_chinese_and_show_what_is_pointed_at() {
    Setup::proxy(Browser::Chromium)
        .language("zh-CN")
        .run(async |stage| {
            let page = open(stage, "scatter").await;
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
