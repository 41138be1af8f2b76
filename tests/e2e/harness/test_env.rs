//! The environment of one journey: a fake API, a fake CDN, the site and the browsers, all new. It
//! cleans up whether the journey passes or fails.

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
use super::page::Page;
use super::profile::Profile;
use super::test_proxy::TestProxy;
use crate::support::fake_api::{FakeApi, Key};
use crate::support::fake_cdn::FakeCdn;
use crate::support::hosts::{Host, Kind, Settings};

/// Two browsers at once keep two cores busy.
static BROWSER_SLOTS: Semaphore = Semaphore::const_new(2);

/// The key that the fake API accepts. It must not appear anywhere else.
pub const KEY: &str = "canary-3f9d1c5e-key-7b2a";

/// The user of a team's site, and the password.
const USER: [&str; 2] = ["anna", "open-sesame-71"];

/// The options of a journey.
pub struct Setup {
    browser: Browser,
    language: &'static str,
    key: Key,
    /// Makes `config.json` from the fake API's URL; `None` keeps the build's.
    config: fn(&str) -> Option<String>,
    /// The path of the site, with a slash at both ends.
    prefix: &'static str,
    server: Server,
}

/// The server of the site.
#[derive(Clone, Copy)]
enum Server {
    /// The local server.
    Local,
    /// The local server, adding the key as it does for `KEYAPI_KEY=… make run`.
    LocalWithKey,
    /// A proxy of `deploy/`.
    Hosted(Kind),
}

/// The environment of one journey.
pub struct TestEnv {
    pub api: FakeApi,
    pub cdn: FakeCdn,
    pub site: TestProxy,
    browser: Browser,
    language: &'static str,
    prefix: &'static str,
    // Pages are closed before the folders of their profiles are removed.
    pages: Mutex<Vec<Arc<Page>>>,
    profiles: Mutex<Vec<Arc<Profile>>>,
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

    /// A proxy on another origin adds the key.
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

    /// A team's site: a proxy of `deploy/` serves it, signs users in, and adds the key.
    pub fn hosted(browser: Browser, kind: Kind) -> Self {
        Self {
            server: Server::Hosted(kind),
            ..Self::direct(browser)
        }
    }

    /// Another `config.json`, made from the fake API's URL.
    pub fn config(self, config: fn(&str) -> Option<String>) -> Self {
        Self { config, ..self }
    }

    /// Another path for the site than the root.
    pub fn under(self, prefix: &'static str) -> Self {
        Self { prefix, ..self }
    }

    /// The browser's language.
    pub fn language(self, language: &'static str) -> Self {
        Self { language, ..self }
    }

    /// Runs the journey, then asserts that its pages had no unexpected problems.
    pub async fn run(self, journey: impl AsyncFnOnce(&TestEnv)) {
        let _slot = BROWSER_SLOTS.acquire().await.unwrap();
        let api = FakeApi::start(self.key.clone()).await;
        let site = self.site(&api).await;
        let env = TestEnv {
            cdn: FakeCdn::start(clip()).await,
            browser: self.browser,
            language: self.language,
            prefix: self.prefix,
            pages: Mutex::default(),
            profiles: Mutex::default(),
            api,
            site,
        };
        let outcome = AssertUnwindSafe(async {
            journey(&env).await;
            for page in env.pages.lock().await.iter() {
                page.finish().await;
            }
        })
        .catch_unwind()
        .await;
        let failed = outcome.is_err();
        for page in env.pages.lock().await.iter() {
            close(page, failed).await;
        }
        if let Err(panic) = outcome {
            std::panic::resume_unwind(panic);
        }
    }
}

impl Setup {
    async fn site(&self, api: &FakeApi) -> TestProxy {
        let proxied = match self.server {
            Server::Hosted(kind) => {
                let mut settings = Settings::new(api.url(), KEY);
                settings.prefix = self.prefix.to_owned();
                settings.users = vec![USER.map(str::to_owned).into()];
                return TestProxy::hosted(Host::start(kind, &settings).await).await;
            }
            Server::Local => None,
            Server::LocalWithKey => Some((api.url(), KEY)),
        };
        TestProxy::start(self.prefix, (self.config)(api.url()), api.url(), proxied).await
    }
}

impl TestEnv {
    /// A new session, signed in to a team's site, at a path of it.
    pub async fn sign_in(&self, address: &str) -> Arc<Page> {
        let page = self.blank().await;
        let [name, password] = USER;
        let home = page.home().replace("//", &format!("//{name}:{password}@"));
        page.goto(&format!("{home}{address}")).await;
        page
    }

    /// A new session with a clean profile, at a path of the site.
    pub async fn open(&self, address: &str) -> Arc<Page> {
        let page = self.blank().await;
        page.goto(address).await;
        page
    }

    /// The journey's browser.
    pub fn browser(&self) -> Browser {
        self.browser
    }

    /// A new session that has not opened a page.
    pub async fn blank(&self) -> Arc<Page> {
        self.session(None).await
    }

    /// The folder of a profile, empty at first, that stays until the end of the journey: for Chromium.
    pub async fn new_profile(&self) -> Arc<Profile> {
        let profile = Arc::new(Profile::new());
        self.profiles.lock().await.push(profile.clone());
        profile
    }

    /// A new session with this profile, at a path of the site. Only one at a time can use it.
    pub async fn open_in_profile(&self, profile: &Arc<Profile>, address: &str) -> Arc<Page> {
        let page = self.blank_in_profile(profile).await;
        page.goto(address).await;
        page
    }

    /// A new session with this profile that has not opened a page.
    pub async fn blank_in_profile(&self, profile: &Arc<Profile>) -> Arc<Page> {
        self.session(Some(profile.clone())).await
    }

    async fn session(&self, profile: Option<Arc<Profile>>) -> Arc<Page> {
        let rules = self.cdn.host_rules();
        let driver = Driver::start(self.browser).await;
        let capabilities = self
            .browser
            .capabilities(self.language, &rules, profile.as_deref());
        let client = ClientBuilder::new(HttpConnector::new())
            .capabilities(capabilities)
            .connect(driver.url())
            .await
            .unwrap_or_else(|error| panic!("{:?} doesn't start: {error}", self.browser));
        let home = format!("{}{}", self.site.url(), self.prefix.trim_end_matches('/'));
        let page = Arc::new(Page::new(self.browser, driver, client, &home, profile));
        self.pages.lock().await.push(page.clone());
        page.resize(1280, 900).await;
        page
    }
}

/// Which element has the focus, whether the window has it, and which elements received the last keys.
const FOCUS: &str = "
    const { activeElement } = document;
    const tag = activeElement?.cloneNode().outerHTML.slice(0, 200);
    return [tag, document.hasFocus(), window.watchedKeys?.slice(-10)];";

/// Ends a session. After a failure it saves a screenshot and prints what is known of the page.
async fn close(page: &Page, failed: bool) {
    if page.is_killed() {
        return;
    }
    let report = async {
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
            eprintln!("focus: {}", page.run(FOCUS, vec![]).await);
        }
    };
    // A browser that has crashed cannot report anything; the failure itself is reported anyway.
    let _ = AssertUnwindSafe(report).catch_unwind().await;
    let _ = page.client.clone().close().await;
}

/// The sample's clip is used for every clip of TikTok's.
fn clip() -> Vec<u8> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("public/sample/clip.mp4");
    std::fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}
