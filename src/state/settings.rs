//! The user's settings, and the API key while the page is open.
//!
//! The key stays in memory, or in this tab's storage if the user asks for that. No setting goes into an address.

use leptos::prelude::*;

use crate::api::client::ApiRequest;
use crate::domain::deployment::api_key::ApiKey;
use crate::domain::deployment::{Companion, Deployment, Mode, Source};
use crate::i18n::Language;
use crate::platform::{focus, page};
use crate::storage::web_storage::Store;

const KEY: &str = "clipcart.key";
const LANGUAGE: &str = "clipcart.language";
const THEME: &str = "clipcart.theme";
const PROXY: &str = "clipcart.proxy";
const PARALLEL: &str = "clipcart.parallel";

/// How many requests of a run may be on their way at once.
pub const MAX_PARALLEL: usize = 4;

/// The `id` of the button that opens the dialog.
pub const OPEN_SETTINGS: &str = "open-settings";

/// Light, dark, or the system's choice.
#[derive(
    Clone,
    Copy,
    PartialEq,
    Eq,
    Default,
    Debug,
    strum::EnumString,
    strum::IntoStaticStr,
    strum::VariantArray,
)]
#[strum(serialize_all = "lowercase", const_into_str)]
pub enum Theme {
    /// Its code is empty: where no theme is stored, the system chooses.
    #[default]
    #[strum(serialize = "")]
    System,
    Light,
    Dark,
}

/// What in the dialog gets the focus when it opens.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub enum SettingsField {
    #[default]
    Key,
    Language,
}

/// The settings, as signals.
#[derive(Clone, Copy)]
pub struct Settings {
    deployment: StoredValue<Deployment>,
    pub source: RwSignal<Source>,
    pub key: RwSignal<Option<ApiKey>>,
    pub language: RwSignal<Language>,
    pub theme: RwSignal<Theme>,
    /// How many requests of a run are on their way at once: 1 to [`MAX_PARALLEL`].
    pub parallel: RwSignal<usize>,
    /// Whether the dialog is open.
    pub is_open: RwSignal<bool>,
    /// What gets the focus when the dialog opens.
    pub first_field: RwSignal<SettingsField>,
}

/// The language that the user has chosen, or else the one that the browser prefers.
pub fn chosen_language() -> Language {
    let stored = Store::Browser.get(LANGUAGE);
    let stored = stored.and_then(|code| Language::from_tag(&code));
    stored.unwrap_or_else(|| Language::preferred(page::languages()))
}

impl Settings {
    /// Reads what was stored.
    pub fn restore(deployment: Deployment) -> Self {
        let chosen = Store::Browser
            .get(PROXY)
            .and_then(|base| Source::new(Mode::Proxy, &base).ok());
        let source = deployment.source.clone().or(chosen).unwrap_or_default();
        let theme = Store::Browser.get(THEME);
        let parallel = Store::Browser
            .get(PARALLEL)
            .and_then(|count| count.parse().ok());
        Self {
            deployment: StoredValue::new(deployment),
            source: RwSignal::new(source),
            key: RwSignal::new(Store::Tab.get(KEY).as_deref().and_then(ApiKey::new)),
            language: RwSignal::new(chosen_language()),
            theme: RwSignal::new(theme.and_then(|code| code.parse().ok()).unwrap_or_default()),
            parallel: RwSignal::new(parallel.unwrap_or(1).clamp(1, MAX_PARALLEL)),
            is_open: RwSignal::new(false),
            first_field: RwSignal::new(SettingsField::Key),
        }
    }

    /// Opens the dialog.
    pub fn open(self) {
        self.is_open.set(true);
    }

    /// Closes the dialog.
    pub fn close(self) {
        self.is_open.set(false);
    }

    /// After the dialog has closed. The browser gives the focus back to what opened it; where that is gone, such as a
    /// panel that asked for a key, the button in the masthead gets it.
    pub fn closed(self) {
        self.first_field.set(SettingsField::Key);
        request_animation_frame(|| focus::focus_if_lost(OPEN_SETTINGS));
    }

    /// Whether the deployment says where data comes from.
    pub fn is_source_fixed(self) -> bool {
        self.deployment
            .with_value(|deployment| deployment.source.is_some())
    }

    pub fn ids_per_request(self) -> usize {
        self.deployment
            .with_value(|deployment| deployment.ids_per_request)
    }

    /// Whether an opened link runs its query.
    pub fn auto_run(self) -> bool {
        self.deployment.with_value(|deployment| deployment.auto_run)
    }

    pub fn is_proxy(self) -> bool {
        self.source.with(Source::mode) == Mode::Proxy
    }

    /// Whether a request cannot be made because there is no key.
    pub fn needs_key(self) -> bool {
        !self.is_proxy() && self.key.with(Option::is_none)
    }

    pub fn parallel_requests(self) -> usize {
        self.parallel.get_untracked()
    }

    /// Sets how many requests of a run are on their way at once.
    pub fn set_parallel(self, count: usize) {
        let count = count.clamp(1, MAX_PARALLEL);
        Store::Browser.set(PARALLEL, &count.to_string());
        self.parallel.set(count);
    }

    /// The URL of a call beside the one for videos, without its parameter; `None` if it is off.
    pub fn companion_url(self, companion: Companion) -> Option<String> {
        self.source.with(|source| {
            self.deployment
                .with_value(|deployment| deployment.companion_url(companion, source))
        })
    }

    /// A request that needs no key: to the page's own origin, or to a proxy.
    pub fn request_without_key(self, url: String) -> ApiRequest {
        ApiRequest {
            url,
            mode: Mode::Proxy,
            key: None,
        }
    }

    /// A request to an address of the data source.
    pub fn request(self, url: &str) -> ApiRequest {
        ApiRequest {
            url: url.to_owned(),
            mode: self.source.with_untracked(Source::mode),
            key: self.key.get_untracked(),
        }
    }

    /// Whether the key survives a reload.
    pub fn is_key_stored(self) -> bool {
        Store::Tab.get(KEY).is_some()
    }

    /// Keeps the key for this tab's reloads as well, or no longer.
    pub fn store_key(self, store: bool) {
        if let Some(key) = self.key.get_untracked() {
            self.set_key(key, store);
        }
    }

    /// Sets the key, for this tab's reloads as well if `store`.
    pub fn set_key(self, key: ApiKey, store: bool) {
        if store {
            Store::Tab.set(KEY, key.reveal());
        } else {
            Store::Tab.remove(KEY);
        }
        self.key.set(Some(key));
    }

    pub fn forget_key(self) {
        Store::Tab.remove(KEY);
        self.key.set(None);
    }

    /// Sets where data comes from, unless the deployment fixes it.
    pub fn set_source(self, source: Source) {
        if self.is_source_fixed() {
            return;
        }
        match source.mode() {
            Mode::Proxy => {
                Store::Browser.set(PROXY, source.base());
            }
            Mode::Direct => Store::Browser.remove(PROXY),
        }
        self.source.set(source);
    }

    /// Sets the language. The page is drawn anew, and with it the dialog.
    pub fn set_language(self, language: Language) {
        Store::Browser.set(LANGUAGE, language.code());
        self.first_field.set(SettingsField::Language);
        self.language.set(language);
    }

    pub fn set_theme(self, theme: Theme) {
        match theme {
            Theme::System => Store::Browser.remove(THEME),
            Theme::Light | Theme::Dark => {
                Store::Browser.set(THEME, theme.into_str());
            }
        }
        page::set_theme((theme != Theme::System).then_some(theme.into_str()));
        self.theme.set(theme);
    }
}
