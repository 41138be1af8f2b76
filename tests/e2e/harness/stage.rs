//! Everything that one journey needs, its own and fresh: the fake API, the fake CDN, the site in
//! front of them, its browsers. It cleans up after itself whether the journey ends well or not.

use std::panic::AssertUnwindSafe;
use std::path::PathBuf;
use std::sync::Arc;

use fantoccini::ClientBuilder;
use futures_util::FutureExt;
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::json;
use tokio::sync::{Mutex, Semaphore};

use super::browser::Browser;
use super::driver::Driver;
use super::front::Front;
use super::page::Page;
use crate::support::fake_api::{FakeApi, Key};
use crate::support::fake_cdn::FakeCdn;
use crate::support::hosts::{Host, Kind, Settings};

/// Browsers are heavy: two at once keep a small machine busy without starving it.
static SEATS: Semaphore = Semaphore::const_new(2);

/// The key that the fake API accepts. It must show up nowhere.
pub const KEY: &str = "canary-3f9d1c5e-key-7b2a";

/// Who may use a team's own site.
const USER: [&str; 2] = ["anna", "open-sesame-71"];

/// What a journey begins with.
pub struct Setup {
    browser: Browser,
    language: &'static str,
    key: Key,
    /// `config.json`, for the fake API's address; `None` for the one of the build.
    config: fn(&str) -> Option<String>,
    /// The path that the site lives under, with a slash at both ends.
    prefix: &'static str,
    server: Server,
}

/// What serves the site.
#[derive(Clone, Copy)]
enum Server {
    /// The local server.
    Local,
    /// The local server, adding the key as it does for `KEYAPI_KEY=… make run`.
    LocalWithKey,
    /// A proxy of `deploy/`.
    Hosted(Kind),
}

/// A journey's own world.
pub struct Stage {
    pub api: FakeApi,
    pub cdn: FakeCdn,
    pub site: Front,
    browser: Browser,
    language: &'static str,
    prefix: &'static str,
    pages: Mutex<Vec<Arc<Page>>>,
}

impl Setup {
    /// The user brings the key.
    pub fn direct(browser: Browser) -> Self {
        Self {
            browser,
            language: "en-US",
            key: Key::Required(KEY.to_owned()),
            config: |base| Some(json!({"api": {"mode": "direct", "base": base}}).to_string()),
            prefix: "/",
            server: Server::Local,
        }
    }

    /// A proxy, here on another origin, holds the key.
    pub fn proxy(browser: Browser) -> Self {
        Self {
            key: Key::AddedByProxy,
            config: |base| Some(json!({"api": {"mode": "proxy", "base": base}}).to_string()),
            ..Self::direct(browser)
        }
    }

    /// The site's own server adds the key, as it does for `KEYAPI_KEY=… make run`.
    pub fn served_key(browser: Browser) -> Self {
        Self {
            config: |_| None,
            server: Server::LocalWithKey,
            ..Self::direct(browser)
        }
    }

    /// A team's own: a proxy of `deploy/` serves the site, asks who people are, and adds the key.
    pub fn hosted(browser: Browser, kind: Kind) -> Self {
        Self {
            server: Server::Hosted(kind),
            ..Self::direct(browser)
        }
    }

    /// Another `config.json`, made from the fake API's address.
    pub fn config(self, config: fn(&str) -> Option<String>) -> Self {
        Self { config, ..self }
    }

    /// Another place for the site than the root.
    pub fn under(self, prefix: &'static str) -> Self {
        Self { prefix, ..self }
    }

    /// The browser's language.
    pub fn language(self, language: &'static str) -> Self {
        Self { language, ..self }
    }

    /// Sets the stage, goes the journey, and asserts at its end that nothing went wrong unseen.
    pub async fn run(self, journey: impl AsyncFnOnce(&Stage)) {
        let _seat = SEATS.acquire().await.unwrap();
        let api = FakeApi::start(self.key.clone()).await;
        let site = self.site(&api).await;
        let stage = Stage {
            cdn: FakeCdn::start(clip()).await,
            browser: self.browser,
            language: self.language,
            prefix: self.prefix,
            pages: Mutex::default(),
            api,
            site,
        };
        let outcome = AssertUnwindSafe(async {
            journey(&stage).await;
            for page in stage.pages.lock().await.iter() {
                page.finish().await;
            }
        })
        .catch_unwind()
        .await;
        let failed = outcome.is_err();
        for page in stage.pages.lock().await.iter() {
            close(page, failed).await;
        }
        if let Err(panic) = outcome {
            std::panic::resume_unwind(panic);
        }
    }
}

impl Setup {
    async fn site(&self, api: &FakeApi) -> Front {
        let proxied = match self.server {
            Server::Hosted(kind) => {
                let mut settings = Settings::new(api.url(), KEY);
                settings.prefix = self.prefix.to_owned();
                settings.users = vec![USER.map(str::to_owned).into()];
                return Front::hosted(Host::start(kind, &settings).await).await;
            }
            Server::Local => None,
            Server::LocalWithKey => Some((api.url(), KEY)),
        };
        Front::start(self.prefix, (self.config)(api.url()), api.url(), proxied).await
    }
}

impl Stage {
    /// A new session that signs in to a team's own site, at an address of it.
    pub async fn sign_in(&self, address: &str) -> Arc<Page> {
        let page = self.blank().await;
        let [name, password] = USER;
        let home = page.home().replace("//", &format!("//{name}:{password}@"));
        page.goto(&format!("{home}{address}")).await;
        page
    }

    /// A new session with a clean profile, at an address of the site.
    pub async fn open(&self, address: &str) -> Arc<Page> {
        let page = self.blank().await;
        page.goto(address).await;
        page
    }

    /// The journey's browser.
    pub fn browser(&self) -> Browser {
        self.browser
    }

    /// A new session that has opened nothing yet.
    pub async fn blank(&self) -> Arc<Page> {
        let rules = self.cdn.host_rules();
        let driver = Driver::start(self.browser).await;
        let client = ClientBuilder::new(HttpConnector::new())
            .capabilities(self.browser.capabilities(self.language, &rules))
            .connect(driver.url())
            .await
            .unwrap_or_else(|error| panic!("{:?} doesn't start: {error}", self.browser));
        let home = format!("{}{}", self.site.url(), self.prefix.trim_end_matches('/'));
        let page = Arc::new(Page::new(self.browser, driver, client, &home));
        self.pages.lock().await.push(page.clone());
        page.resize(1280, 900).await;
        page
    }
}

/// Ends a session; after a failure a picture and the problems of the page are left for people.
async fn close(page: &Page, failed: bool) {
    let last_words = async {
        if failed {
            let name = std::thread::current()
                .name()
                .unwrap_or("journey")
                .replace("::", "-");
            page.screenshot(&format!("failed-{name}")).await;
            let text = page
                .text()
                .await
                .split_whitespace()
                .collect::<Vec<_>>()
                .join(" ");
            let start: String = text.chars().take(1500).collect();
            eprintln!("address: {}", page.url().await);
            eprintln!("problems: {:#?}", page.problems().await);
            eprintln!("text: {start}");
        }
    };
    // A browser that is gone has no last words; the failure itself is reported anyway.
    let _ = AssertUnwindSafe(last_words).catch_unwind().await;
    let _ = page.client.clone().close().await;
}

/// The sample's own clip stands in for every clip of TikTok's.
fn clip() -> Vec<u8> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("public/sample/clip.mp4");
    std::fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}
