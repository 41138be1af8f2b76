//! The page in Chinese, state by state. The only English words are names without a Chinese form.

use super::actions::*;
use crate::harness::{Browser, Page, Setup, key};
use crate::support::fake_api::proxied::Proxied;
use crate::support::fake_api::{Fault, RetryAfter};
use crate::support::latch::Latch;
use crate::support::rows;

/// Every visible or announced word in Latin letters, except URLs, ids and names of parameters.
const WORDS: &str = r#"
    const said = [document.title];
    const unseen = "script, style, noscript, [hidden]";
    for (const element of document.body.querySelectorAll("*")) {
        if (element.closest(unseen)) continue;
        const names = ["aria-label", "title", "placeholder", "alt"].map((name) => element.getAttribute(name));
        const texts = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE);
        said.push(...names, ...texts.map((node) => node.data));
    }
    const address = /https?:\/\/\S+|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|\w+_\w+|\w+\.com|\/api\b/g;
    return said.flatMap((text) => (text ?? "").replace(address, "").match(/[A-Za-z]{2,}/g) ?? []);
"#;

/// Names and abbreviations that Chinese uses, keys of the keyboard, the English option of the
/// language setting, and the message of the API's responses.
const ALLOWED: [&str; 21] = [
    "API", "BOM", "ClipCart", "CORS", "CSV", "Ctrl", "English", "Enter", "Excel", "GMV", "GPM",
    "ID", "JSON", "KeyAPI", "MB", "TikTok", "US", "UTF", "XLSX", "https", "success",
];

pub async fn assert_chinese(page: &Page, state: &str) {
    let words = page.run(WORDS, vec![]).await;
    let words = words.as_array().into_iter().flatten();
    let words = words.filter_map(|word| word.as_str());
    let english: Vec<_> = words.filter(|word| !ALLOWED.contains(word)).collect();
    assert!(english.is_empty(), "{state}: {english:?} left in English");
}

async fn ask(page: &Page, text: &str) {
    open_form(page).await.fill(text).await;
    page.click("button", "查询").await;
}

/// A row whose own texts are Chinese.
fn row(id: &str, product: &str) -> serde_json::Value {
    let own = [
        ("video_desc", "一条很长的文案。".repeat(20).into()),
        ("hash_tag", "#好物 ".into()),
        ("product_id", product.into()),
        (
            "play_addr",
            rows::play_addr("https://v19.tiktokcdn-us.com/x.mp4", 1_700_000_000).into(),
        ),
    ];
    rows::row_with(id, &own)
}

#[tokio::test]
async fn from_the_start_to_the_player() {
    Setup::proxy(Browser::Chromium)
        .language("zh-CN")
        .run(async |env| {
            let page = env.open("/").await;
            page.role("button", "试用示例数据").await;
            let lang = page
                .run("return document.documentElement.lang", vec![])
                .await;
            assert!(lang.as_str().unwrap().starts_with("zh"), "{lang}");
            assert_chinese(&page, "start").await;
            page.run(
                "[...document.querySelectorAll('summary')].find((it) => it.textContent === '高级').click()",
                vec![],
            )
            .await;
            page.role("spinbutton", "页码").await.fill("0").await;
            ask(&page, "12345 https://vm.tiktok.com/Z/ https://example.org/").await;
            page.alert_text().await;
            assert_chinese(&page, "problems").await;
            // The proxy knows of no such short link.
            page.tolerate_problem("status of 404");
            page.goto(&format!("/?video_ids={},12345&page_size=99", rows::id(1)))
                .await;
            page.alert_text().await;
            page.role("textbox", "视频 ID 或链接")
                .await
                .fill(&ids(11).join(" "))
                .await;
            assert_chinese(&page, "a malformed link").await;

            let latch = Latch::closed();
            env.api.next(Fault::Slow(latch.clone()));
            page.goto(&format!("/?video_ids={}", ids(2).join(",")))
                .await;
            latch.reached().await;
            page.role_like("progressbar", ".").await;
            assert_chinese(&page, "loading").await;
            let [first, second] = [
                row(&rows::id(1), "1729000000000000001"),
                row(&rows::id(1), "1729000000000000002"),
            ];
            env.api.set_rows([first, second]);
            latch.open();
            until_videos(&page, &ids(2)).await;
            page.click("button", "刷新").await;
            until_videos(&page, &ids(1)).await;
            assert_chinese(&page, "results, and an ID without a row").await;
            page.click("button", "导出").await;
            page.role("dialog", "导出结果").await;
            page.role_like("radio", "^CSV").await.click().await;
            assert_chinese(&page, "the export").await;
            page.press(&[key::ESCAPE]).await;
            page.click("button", "播放视频").await;
            page.alert_text().await;
            assert_chinese(&page, "an expired clip").await;
            page.click("button", "使用 TikTok 播放器").await;
            page.role("button", "关闭播放器").await;
            assert_chinese(&page, "the player").await;
            env.api
                .next(Fault::BadRows(vec!["no row".into(), serde_json::json!({})]));
            page.click("button", "刷新").await;
            page.alert_text().await;
            assert_chinese(&page, "unreadable rows").await;
            env.api.set_rows([]);
            page.click("button", "刷新").await;
            until_videos(&page, &[]).await;
            assert_chinese(&page, "no rows").await;
        })
        .await;
}

#[tokio::test]
async fn what_went_wrong() {
    Setup::proxy(Browser::Chromium)
        .language("zh-CN")
        .run(async |env| {
            let page = env.open("/").await;
            let latch = Latch::closed();
            env.api.next(Fault::Slow(latch.clone()));
            ask(&page, &rows::id(1)).await;
            latch.reached().await;
            page.click("button", "取消").await;
            page.alert_text().await;
            assert_chinese(&page, "cancelled").await;
            ask(&page, &rows::id(2)).await;
            until_videos(&page, &ids(2)[1..]).await;
            page.back().await;
            page.role("button", "开始查询").await;
            assert_chinese(&page, "not run").await;
            let message = "消息";
            let cases = [
                Fault::code(400, message),
                Fault::code(401, message),
                Fault::code(402, message),
                Fault::code(500, message),
                Fault::code(77, message),
                Fault::NotJson,
                Fault::TruncatedJson,
                Fault::DataNull,
                Fault::NoCors,
                Proxied::refuses(401, message).into(),
                Proxied::refuses(403, message).into(),
                Proxied::SignInPage(401).into(),
                Proxied::Refuses {
                    status: 429,
                    message,
                    retry_after: Some(RetryAfter::exposed("40000")),
                }
                .into(),
                Fault::Status {
                    status: 429,
                    message: message.to_owned(),
                    retry_after: Some(RetryAfter::exposed("600")),
                },
            ];
            for (n, fault) in cases.into_iter().enumerate() {
                let state = format!("{fault:?}");
                env.api.next(fault);
                ask(&page, &rows::id(n as u64 + 3)).await;
                page.until_gone("button", "取消").await;
                page.alert_text().await;
                assert_chinese(&page, &state).await;
            }
            let own = [1, 2].map(|n| row(&rows::id(n + 90), "1729000000000000001"));
            env.api.set_rows(own);
            for (n, (cache, part)) in [("HIT", "来自团队缓存"), ("STALE", "暂无更新的数据")]
                .into_iter()
                .enumerate()
            {
                env.api.next(Proxied::Cached { cache, age: 2400 });
                ask(&page, &rows::id(n as u64 + 91)).await;
                page.until_text(part).await;
                page.role("button", "刷新").await;
                assert_chinese(&page, cache).await;
            }
            for part in [
                "status of 401",
                "status of 403",
                "status of 429",
                "blocked by CORS policy",
                "net::ERR_FAILED",
            ] {
                page.expect_problem(part);
            }
        })
        .await;
}

#[tokio::test]
async fn settings_and_the_sample() {
    Setup::direct(Browser::Chromium)
        .language("zh-CN")
        .config(|_| Some("{}".to_owned()))
        .run(async |env| {
            let page = env.open("/").await;
            ask(&page, &rows::id(1)).await;
            page.alert_text().await;
            assert_chinese(&page, "a key needed").await;
            page.click("button", "设置").await;
            let dialog = page.role("dialog", "设置").await;
            dialog.role("textbox", "API 密钥").await.fill("两 个").await;
            dialog.role("button", "保存").await.click().await;
            dialog.until_text("请输入密钥").await;
            assert_chinese(&page, "a key that can't be one").await;
            page.role_like("radio", "代理").await.click().await;
            let address = page.role("textbox", "代理地址").await;
            address.fill("ftp://").await;
            page.press(&[key::TAB]).await;
            page.until_text("请输入本站路径").await;
            assert_chinese(&page, "a proxy's address").await;
            page.press(&[key::ESCAPE]).await;
            page.goto("/?sample=1").await;
            page.role("button", "退出示例数据").await;
            // The sample's captions and names of products are English, as real ones may be. Captions name the cards and the
            // tab, too. Regions have their codes.
            page.run(
                "document.querySelectorAll('.caption, .tags, .facts__region, .media__none, .sale__product a').forEach((it) => it.remove());
                 document.querySelectorAll('article').forEach((it) => it.removeAttribute('aria-label'));
                 document.title = '';",
                vec![],
            )
            .await;
            assert_chinese(&page, "the sample").await;
        })
        .await;
}
