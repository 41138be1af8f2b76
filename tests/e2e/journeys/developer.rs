//! The dialog for developers: the request as code that runs, the masked key, and the raw response.

use std::process::Stdio;

use serde_json::Value;

use super::actions::*;
use super::canary::{assert_no_trace, shows_key};
use crate::harness::{Browser, KEY, Locator, Page, Setup, key};
use crate::support::rows;

const PATH: &str = "/v1/tiktok/video/products/analytics?video_ids=";

async fn open_dialog(page: &Page) -> Locator<'_> {
    page.click("button", "For developers").await;
    // Its contents have a file of their own, which may still be on its way.
    page.until(
        "its contents",
        "!!document.querySelector('dialog[open] dt')",
    )
    .await;
    page.role("dialog", "For developers").await
}

/// Shows and returns the code in a language.
async fn program(page: &Page, language: &str) -> String {
    page.click("button", language).await;
    let chosen = page.role("button", language).await;
    assert_eq!(
        chosen.attribute("aria-pressed").await.as_deref(),
        Some("true")
    );
    let shown = page.role("region", "Request").await;
    shown
        .js("it.textContent")
        .await
        .as_str()
        .unwrap()
        .to_owned()
}

/// Runs the code, with the key in the environment. Returns its output.
async fn run(command: &str, arguments: &[&str], program: &str) -> String {
    let command = std::process::Command::new(command)
        .args(arguments)
        .env("KEYAPI_KEY", KEY)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn();
    let mut child = command.unwrap();
    let program = program.to_owned();
    tokio::task::spawn_blocking(move || {
        use std::io::Write;
        child
            .stdin
            .take()
            .unwrap()
            .write_all(program.as_bytes())
            .unwrap();
        let output = child.wait_with_output().unwrap();
        assert!(output.status.success(), "{program}");
        String::from_utf8(output.stdout).unwrap()
    })
    .await
    .unwrap()
}

async fn masked_in_each_language(browser: Browser) {
    Setup::direct(browser)
        .run(async |env| {
            let page = open_with_key(env, "/").await;
            search(&page, &ids(2).join(" ")).await;
            until_videos(&page, &ids(2)).await;
            open_dialog(&page).await;
            for (language, part) in [
                ("cURL (bash)", "-H \"Authorization: Bearer $KEYAPI_KEY\""),
                ("cURL (cmd)", "-H \"Authorization: Bearer %KEYAPI_KEY%\""),
                ("PowerShell", "Bearer $env:KEYAPI_KEY"),
                ("Python", "os.environ[\"KEYAPI_KEY\"]"),
                ("JavaScript", "process.env.KEYAPI_KEY"),
                ("Rust", "std::env::var(\"KEYAPI_KEY\")"),
            ] {
                let program = program(&page, language).await;
                assert!(program.contains(part), "{program}");
                let url = format!("{}{PATH}{}&", env.api.url(), ids(2).join(","));
                assert!(program.contains(&url), "{url} in {program}");
                let reveals = page.all_named("checkbox", "Reveal key").await.len();
                assert_eq!(
                    reveals,
                    usize::from(language == "cURL (bash)"),
                    "{language}"
                );
            }
            assert_no_trace(env, &page).await;
            page.check_accessibility("For developers").await;
            assert_credits(&env.api, 1);
        })
        .await;
}

#[tokio::test]
async fn masked_in_each_language_in_chromium() {
    masked_in_each_language(Browser::Chromium).await;
}

#[tokio::test]
async fn masked_in_each_language_in_firefox() {
    masked_in_each_language(Browser::Firefox).await;
}

#[tokio::test]
async fn masked_in_each_language_in_webkit() {
    masked_in_each_language(Browser::WebKit).await;
}

#[tokio::test]
async fn what_is_copied_runs_and_asks_the_same() {
    Setup::direct(Browser::Chromium)
        .run(async |env| {
            let page = open_with_key(env, "/").await;
            page.allow_clipboard().await;
            search(&page, &ids(2).join(" ")).await;
            until_videos(&page, &ids(2)).await;
            open_dialog(&page).await;
            for (language, command, arguments) in [
                ("cURL (bash)", "sh", &[][..]),
                ("Python", "python3", &["-"]),
                ("JavaScript", "node", &["--input-type=module", "-"]),
            ] {
                let program = program(&page, language).await;
                page.click("button", "Copy").await;
                page.until_text("Copied.").await;
                let copied = page.clipboard().await;
                assert_eq!(copied, program);
                let answer = run(command, arguments, &copied).await;
                assert!(answer.contains(&rows::id(2)), "{language}: {answer}");
            }
            let asked = env.api.requests();
            assert_credits(&env.api, 4);
            for request in &asked {
                assert_eq!(request.query, asked[0].query);
                assert_eq!(
                    request.header("authorization"),
                    asked[0].header("authorization")
                );
            }
        })
        .await;
}

#[tokio::test]
async fn the_key_is_shown_in_curl_alone_and_only_while_that_is_wished() {
    Setup::direct(Browser::Chromium)
        .run(async |env| {
            let page = open_with_key(env, "/").await;
            page.allow_clipboard().await;
            search(&page, &rows::id(1)).await;
            until_videos(&page, &ids(1)).await;
            for close in ["Escape", "Close"] {
                let dialog = open_dialog(&page).await;
                assert_no_trace(env, &page).await;
                page.click("checkbox", "Reveal key").await;
                let shown = page.role("region", "Request").await;
                shown
                    .until_text(&format!("'Authorization: Bearer {KEY}'"))
                    .await;
                dialog
                    .until_text("anyone who sees it can spend your credits")
                    .await;
                page.role("checkbox", "Reveal key")
                    .await
                    .until_focused()
                    .await;
                page.click("button", "Copy").await;
                page.until_text("Copied, including your key").await;
                assert!(shows_key(&page.clipboard().await));
                page.check_accessibility("with the key").await;
                if close == "Escape" {
                    let python = program(&page, "Python").await;
                    assert!(!shows_key(&python), "{python}");
                    assert_no_trace(env, &page).await;
                    // It stays hidden.
                    let curl = program(&page, "cURL (bash)").await;
                    assert!(!shows_key(&curl), "{curl}");
                    page.click("checkbox", "Reveal key").await;
                    page.press(&[key::ESCAPE]).await;
                } else {
                    page.click("button", "Close").await;
                }
                page.until_gone("dialog", "For developers").await;
                page.role("button", "For developers")
                    .await
                    .until_focused()
                    .await;
                assert_no_trace(env, &page).await;
            }
            assert_credits(&env.api, 1);
        })
        .await;
}

#[tokio::test]
async fn through_a_proxy_no_key_is_spoken_of() {
    Setup::served_key(Browser::Chromium)
        .config(|_| Some(r#"{"api": {"mode": "proxy", "base": "/api"}}"#.to_owned()))
        .run(async |env| {
            let page = env.open(&format!("/?video_ids={}", rows::id(1))).await;
            until_videos(&page, &ids(1)).await;
            let dialog = open_dialog(&page).await;
            dialog.until_text("a program has to sign in too").await;
            for language in [
                "Python",
                "JavaScript",
                "Rust",
                "PowerShell",
                "cURL (cmd)",
                "cURL (bash)",
            ] {
                let program = program(&page, language).await;
                let url = format!("{}/api{PATH}", page.home());
                assert!(program.contains(&url), "{url} in {program}");
                for word in ["Authorization", "KEYAPI_KEY", "Bearer"] {
                    assert!(!program.contains(word), "{word} in {program}");
                }
            }
            assert!(page.all_named("checkbox", "Reveal key").await.is_empty());
            let answer = run("sh", &[], &program(&page, "cURL (bash)").await).await;
            assert!(answer.contains(&rows::id(1)), "{answer}");
        })
        .await;
}

#[tokio::test]
async fn the_sample_says_that_nothing_was_sent() {
    Setup::direct(Browser::Chromium)
        .run(async |env| {
            let page = open_with_key(env, "/").await;
            page.click("button", "Try sample data").await;
            let dialog = open_dialog(&page).await;
            dialog.until_text("Sample data: nothing was sent.").await;
            let curl = program(&page, "cURL (bash)").await;
            assert!(curl.contains("$KEYAPI_KEY"), "{curl}");
            assert!(page.all_named("checkbox", "Reveal key").await.is_empty());
            assert_eq!(fact(&page, "Status").await, "none: sample data");
            assert_eq!(fact(&page, "Time").await, "none: sample data");
            assert_credits(&env.api, 0);
            for (width, scheme) in [(1280, "light"), (320, "dark")] {
                page.resize(width, 900).await;
                page.prefer(scheme, false).await;
                page.check_accessibility(&format!("For developers, {width} px, {scheme}"))
                    .await;
                assert_eq!(page.sideways().await, Value::Null);
                page.screenshot(&format!("developer-{width}-{scheme}"))
                    .await;
            }
        })
        .await;
}

/// The value of a fact about the response.
async fn fact(page: &Page, name: &str) -> String {
    let script = "
        const names = [...document.querySelectorAll('dialog[open] dt')];
        return names.find((it) => it.textContent === arguments[0]).nextSibling.textContent;";
    let found = page.run(script, vec![name.into()]).await;
    found.as_str().unwrap_or_default().to_owned()
}

#[tokio::test]
async fn the_answer_is_there_as_it_came() {
    Setup::direct(Browser::Chromium)
        .run(async |env| {
            let page = open_with_key(env, "/").await;
            page.allow_clipboard().await;
            let caption = (
                "video_desc",
                Value::from("Grün, 绿色 \"{[:,]}\" \\ <b>".repeat(400)),
            );
            env.api.set_rows([rows::row_with(&rows::id(1), &[caption])]);
            search(&page, &rows::id(1)).await;
            until_videos(&page, &ids(1)).await;
            open_dialog(&page).await;
            assert_eq!(fact(&page, "Status").await, "HTTP 200");
            assert!(fact(&page, "Time").await.ends_with(" ms"));
            page.click("button", "Copy response").await;
            page.until_text("Response copied.").await;
            let copied = page.clipboard().await;
            let answer: Value = serde_json::from_str(&copied).unwrap();
            assert_eq!(
                fact(&page, "Request ID").await,
                answer["requestId"].as_str().unwrap()
            );
            let size = fact(&page, "Size").await.replace(',', "");
            assert!(
                size.ends_with(&format!(" {} bytes", copied.len())),
                "{size}"
            );
            let shown = page.role("region", "Raw response").await;
            let shown = shown
                .js("it.textContent")
                .await
                .as_str()
                .unwrap()
                .to_owned();
            assert!(shown.contains("\n      \"video_id\": \""), "{shown}");
            assert_eq!(serde_json::from_str::<Value>(&shown).unwrap(), answer);

            // The file that the browser saves.
            let watch = "
                const made = URL.createObjectURL;
                URL.createObjectURL = (blob) => {
                    blob.text().then((text) => { window.handed = text; });
                    return made.call(URL, blob);
                };
                HTMLAnchorElement.prototype.click = function () { window.named = this.download; };";
            page.run(watch, vec![]).await;
            page.click("button", "Download response").await;
            page.until("the file", "window.handed && window.named")
                .await;
            assert_eq!(page.run("return window.handed", vec![]).await, copied);
            let named = page.run("return window.named", vec![]).await;
            let named = named.as_str().unwrap();
            assert!(
                named.starts_with("clipcart-response-20") && named.ends_with(".json"),
                "{named}"
            );

            // A saved response has no status and no duration.
            page.reload().await;
            until_videos(&page, &ids(1)).await;
            open_dialog(&page).await;
            assert_eq!(fact(&page, "Status").await, "unknown: saved response");
            assert_eq!(fact(&page, "Time").await, "unknown: saved response");
            assert_eq!(
                fact(&page, "Request ID").await,
                answer["requestId"].as_str().unwrap()
            );
            assert_credits(&env.api, 1);
        })
        .await;
}

/// Only the beginning of a large response is shown. All of it is copied.
#[tokio::test]
async fn a_large_answer_opens_at_once() {
    Setup::proxy(Browser::Chromium)
        .language("zh-CN")
        .run(async |env| {
            let tags = Value::from("#tag ".repeat(30_000));
            let row = |id: &String| rows::row_with(id, &[("hash_tag", tags.clone())]);
            env.api.set_rows(ids(2).iter().map(row));
            let page = env.open(&format!("/?video_ids={}", ids(2).join(","))).await;
            page.allow_clipboard().await;
            until_videos(&page, &ids(2)).await;
            page.click("button", "开发者").await;
            page.until_text("仅显示开头部分").await;
            let shown = page.role("region", "原始响应").await;
            let length = shown.js("it.textContent.length").await.as_u64().unwrap();
            assert!((90_000..=110_000).contains(&length), "{length}");
            page.click("button", "复制响应").await;
            page.until_text("响应已复制").await;
            assert!(page.clipboard().await.len() > 300_000);
            page.screenshot("developer-zh").await;
        })
        .await;
}
