//! The three browsers: how to start their drivers, and the capabilities of a new session.

use std::path::PathBuf;

use serde_json::{Map, Value, json};

use super::profile::Profile;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Browser {
    /// Chromium's headless shell where it is installed, for a journey in English with a new profile: the same engine without
    /// the program around it, which takes half the time. Chromium otherwise.
    Chromium,
    /// Chromium as users have it, without a window.
    FullChromium,
    Firefox,
    WebKit,
}

impl Browser {
    /// Whether it is one of the two Chromiums.
    pub fn is_chromium(self) -> bool {
        matches!(self, Self::Chromium | Self::FullChromium)
    }

    /// The environment variable for the driver, its usual name, and how to install it.
    pub fn driver(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::Chromium | Self::FullChromium => {
                ("CHROMEDRIVER", "chromedriver", "install chromium-driver")
            }
            Self::Firefox => ("GECKODRIVER", "geckodriver", "cargo install geckodriver"),
            Self::WebKit => (
                "WEBKITDRIVER",
                "WebKitWebDriver",
                "install webkit2gtk-driver",
            ),
        }
    }

    pub fn driver_arguments(self, port: u16) -> Vec<String> {
        let mut arguments = vec![format!("--port={port}")];
        match self {
            // Two journeys at once cannot share the default port.
            Self::Firefox => arguments.push("--websocket-port=0".to_owned()),
            Self::WebKit => arguments.push("--host=127.0.0.1".to_owned()),
            Self::Chromium | Self::FullChromium => {}
        }
        arguments
    }

    /// Environment variables. WebKit's sandbox needs rights that a container does not have, and
    /// the journeys only open pages of their own.
    pub fn environment(self) -> Vec<(&'static str, &'static str)> {
        match self {
            Self::WebKit => vec![
                ("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1"),
                ("LC_ALL", "en_US.UTF-8"),
            ],
            Self::Firefox => vec![("MOZ_HEADLESS", "1")],
            Self::Chromium | Self::FullChromium => vec![],
        }
    }

    /// A session in `language` that cannot reach other machines, with a clean profile or that of a folder. `host_rules`
    /// maps host names in Chromium.
    pub fn capabilities(
        self,
        language: &str,
        host_rules: &str,
        profile: Option<&Profile>,
    ) -> Map<String, Value> {
        assert!(
            self.is_chromium() || profile.is_none(),
            "folders are for Chromium"
        );
        let own = match self {
            Self::Chromium | Self::FullChromium => json!({
                "goog:chromeOptions": {
                    "args": chromium_arguments(language, host_rules, profile),
                    "prefs": {"intl.accept_languages": language},
                },
                "goog:loggingPrefs": {"browser": "ALL"},
            }),
            Self::Firefox => json!({"moz:firefoxOptions": {
                "args": ["-headless"],
                "prefs": {
                    "intl.accept_languages": language,
                    "intl.locale.requested": language,
                    "network.dns.forceResolve": "127.0.0.1",
                    "network.captive-portal-service.enabled": false,
                    "network.connectivity-service.enabled": false,
                },
            }}),
            Self::WebKit => json!({"webkitgtk:browserOptions": {
                "binary": webkit_binary(),
                "args": ["--automation"],
            }}),
        };
        let Value::Object(mut all) = own else {
            unreachable!("capabilities are an object")
        };
        // The shell is in English whatever it is asked for, and a killed one does not leave its profile to the next.
        if self == Self::Chromium
            && language == "en-US"
            && profile.is_none()
            && let Some(shell) = headless_shell()
        {
            all["goog:chromeOptions"]["binary"] = json!(shell);
        }
        all.insert("acceptInsecureCerts".to_owned(), json!(true));
        // Journeys wait for what they look for, so they need not wait until every file has loaded.
        // WebKit's driver loses the results of scripts that run before the page is complete.
        let strategy = if self == Self::WebKit {
            "normal"
        } else {
            "eager"
        };
        all.insert("pageLoadStrategy".to_owned(), json!(strategy));
        all
    }
}

fn headless_shell() -> Option<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let mut programs =
        std::env::split_paths(&path).map(|folder| folder.join("chromium-headless-shell"));
    programs.find(|program| program.is_file())
}

fn chromium_arguments(language: &str, host_rules: &str, profile: Option<&Profile>) -> Vec<String> {
    let mut arguments: Vec<String> = [
        "--headless=new",
        "--no-sandbox",
        "--disable-dev-shm-usage",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-features=Translate,OptimizationHints",
        "--force-color-profile=srgb",
        "--mute-audio",
        "--ignore-certificate-errors",
    ]
    .map(str::to_owned)
    .to_vec();
    arguments.push(format!("--lang={language}"));
    arguments.push(format!("--host-resolver-rules={host_rules}"));
    arguments.extend(profile.map(Profile::argument));
    arguments
}

/// The MiniBrowser of the newest WebKitGTK that is installed.
fn webkit_binary() -> String {
    let libraries = std::fs::read_dir("/usr/lib")
        .into_iter()
        .flatten()
        .flatten();
    let mut found: Vec<_> = libraries
        .filter_map(|library| std::fs::read_dir(library.path()).ok())
        .flat_map(|inside| inside.flatten())
        .filter(|entry| {
            entry
                .file_name()
                .to_string_lossy()
                .starts_with("webkit2gtk-4.")
        })
        .map(|entry| entry.path().join("MiniBrowser"))
        .filter(|binary| binary.is_file())
        .collect();
    found.sort();
    let newest = found
        .pop()
        .expect("MiniBrowser is missing: install webkit2gtk-driver");
    newest.to_string_lossy().into_owned()
}
