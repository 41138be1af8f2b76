//! One session with one browser: URLs, scripts, screenshots. `find` finds elements.

use std::path::PathBuf;
use std::sync::{Arc, Mutex};

use fantoccini::Client;
use fantoccini::wd::WebDriverCompatibleCommand;
use serde_json::{Value, json};

use super::browser::Browser;
use super::console::Console;
use super::driver::Driver;
use super::profile::Profile;
use super::wait::{eventually, eventually_some};

/// A session with one browser. It has one tab, unless [`Page::new_tab`] adds some.
pub struct Page {
    pub browser: Browser,
    pub(super) client: Client,
    pub(super) console: Console,
    /// The site's origin, without a trailing slash.
    home: String,
    /// Firefox's and WebKit's drivers have one session only, so each page has a driver of its own. None once the browser is
    /// killed.
    pub(super) driver: Mutex<Option<Driver>>,
    /// The folder of its profile, if it is not a clean one.
    pub(super) profile: Option<Arc<Profile>>,
}

impl Page {
    pub(super) fn new(
        browser: Browser,
        driver: Driver,
        client: Client,
        home: &str,
        profile: Option<Arc<Profile>>,
    ) -> Self {
        Self {
            browser,
            client,
            console: Console::default(),
            home: home.to_owned(),
            driver: Mutex::new(Some(driver)),
            profile,
        }
    }

    /// The site's URL, without a trailing slash.
    pub fn home(&self) -> &str {
        &self.home
    }

    /// The site's origin.
    pub fn origin(&self) -> String {
        self.home
            .splitn(4, '/')
            .take(3)
            .collect::<Vec<_>>()
            .join("/")
    }

    /// Opens a path of the site (`/?video_ids=…`) or an absolute URL.
    pub async fn goto(&self, address: &str) {
        self.collect_problems().await;
        let url = match address.starts_with('/') {
            true => format!("{}{address}", self.home),
            false => address.to_owned(),
        };
        self.client.goto(&url).await.unwrap();
    }

    pub async fn reload(&self) {
        self.collect_problems().await;
        self.client.refresh().await.unwrap();
    }

    pub async fn back(&self) {
        self.collect_problems().await;
        self.client.back().await.unwrap();
    }

    pub async fn forward(&self) {
        self.collect_problems().await;
        self.client.forward().await.unwrap();
    }

    /// The URL in the address bar.
    pub async fn url(&self) -> String {
        self.client.current_url().await.unwrap().to_string()
    }

    /// Waits until the URL contains `part`.
    pub async fn until_url(&self, part: &str) {
        eventually(&format!("{part:?} in the URL"), async || {
            self.url().await.contains(part)
        })
        .await;
    }

    /// The result of a function body with `arguments`.
    pub async fn run(&self, script: &str, arguments: Vec<Value>) -> Value {
        let result = self.client.execute(script, arguments).await;
        result.unwrap_or_else(|error| panic!("{error}\nin script: {}", head(script)))
    }

    /// The same for a function body that returns elements. If one of them is removed before the driver has taken it, all
    /// are asked for again.
    pub(super) async fn run_for_elements(&self, script: &str, arguments: &[Value]) -> Value {
        eventually_some("elements that stay", async || {
            let result = self.client.execute(script, arguments.to_vec()).await;
            match result {
                Err(error) if error.is_stale_element_reference() => None,
                Err(error) => panic!("{error}\nin script: {}", head(script)),
                Ok(found) => Some(found),
            }
        })
        .await
    }

    /// The same for an asynchronous function body, whose value is awaited.
    pub async fn run_async(&self, body: &str, arguments: Vec<Value>) -> Value {
        let script = format!(
            "const done = arguments[arguments.length - 1];\
             (async (...arguments) => {{ {body} }})(...arguments)\
             .then((value) => done({{ value }}), (error) => done({{ error: String(error) }}));"
        );
        let result = self.client.execute_async(&script, arguments).await;
        let result = result.unwrap_or_else(|error| panic!("{error}\nin script: {}", head(body)));
        assert!(
            result["error"].is_null(),
            "{}\nin script: {}",
            result["error"],
            head(body)
        );
        result["value"].clone()
    }

    /// Waits until the expression is true on the page.
    pub async fn until(&self, what: &str, expression: &str) {
        let script = format!("return !!({expression})");
        eventually(what, async || self.run(&script, vec![]).await == true).await;
    }

    /// The visible text of the page.
    pub async fn text(&self) -> String {
        let text = self.run("return document.body.innerText", vec![]).await;
        text.as_str().unwrap_or_default().to_owned()
    }

    /// Waits until the text of the page contains `part`.
    pub async fn until_text(&self, part: &str) {
        eventually(&format!("{part:?} on the page"), async || {
            self.text().await.contains(part)
        })
        .await;
    }

    /// Saves a screenshot in `target/screenshots`.
    pub async fn screenshot(&self, name: &str) {
        let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("../screenshots");
        std::fs::create_dir_all(&folder).unwrap();
        let png = self.client.screenshot().await.unwrap();
        let browser = format!("{:?}", self.browser).to_lowercase();
        std::fs::write(folder.join(format!("{name}-{browser}.png")), png).unwrap();
    }

    /// A WebDriver command that the client library does not have.
    pub(super) async fn command(&self, path: &'static str, body: Value) -> Value {
        let command = Command { path, body };
        let result = self.client.issue_cmd(command).await;
        result.unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    /// A command of the Chrome DevTools Protocol.
    pub async fn cdp(&self, name: &str, parameters: Value) -> Value {
        assert!(self.browser.is_chromium(), "{name} is Chromium's");
        let body = json!({"cmd": name, "params": parameters});
        self.command("goog/cdp/execute", body).await
    }
}

fn head(script: &str) -> String {
    script.chars().take(300).collect()
}

#[derive(Debug)]
struct Command {
    path: &'static str,
    body: Value,
}

impl WebDriverCompatibleCommand for Command {
    fn endpoint(
        &self,
        base: &reqwest::Url,
        session: Option<&str>,
    ) -> Result<reqwest::Url, <reqwest::Url as std::str::FromStr>::Err> {
        base.join(&format!(
            "session/{}/{}",
            session.unwrap_or_default(),
            self.path
        ))
    }

    fn method_and_body(&self, _: &reqwest::Url) -> (reqwest::Method, Option<String>) {
        (reqwest::Method::POST, Some(self.body.to_string()))
    }
}
