//! Owns: the user's settings and the key while the page is open. Refuses: keeping the key anywhere but
//! in memory, unless asked to keep it for this tab; and letting a setting into an address.

use std::time::Duration;

use leptos::prelude::*;

use crate::storage::web_storage::Store;
use crate::platform::{focus, page};
use crate::domain::deployment::api_key::ApiKey;
use crate::domain::deployment::{Deployment, Mode, Source};
use crate::i18n::Language;

const KEY: &str = "clipcart.key";
const LANGUAGE: &str = "clipcart.language";
const THEME: &str = "clipcart.theme";
const PROXY: &str = "clipcart.proxy";

/// The `id`s of elements that the focus is moved to.
const KEY_FIELD: &str = "api-key";
const LANGUAGE_FIELD: &str = "language";
const OPENER: &str = "open-settings";

/// Light, dark, or as the system says.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Theme {
    System,
    Light,
    Dark,
}

impl Theme {
    /// For the store and the style sheet; nothing for the system's.
    pub fn code(self) -> Option<&'static str> {
        match self {
            Self::System => None,
            Self::Light => Some("light"),
            Self::Dark => Some("dark"),
        }
    }

    pub fn from_code(code: &str) -> Self {
        match code {
            "light" => Self::Light,
            "dark" => Self::Dark,
            _ => Self::System,
        }
    }
}

/// The settings, as signals.
#[derive(Clone, Copy)]
pub struct Settings {
    source_is_fixed: bool,
    ids_per_request: usize,
    auto_run: bool,
    pub source: RwSignal<Source>,
    pub key: RwSignal<Option<ApiKey>>,
    pub language: RwSignal<Language>,
    /// Whether the dialog is open.
    pub open: RwSignal<bool>,
    /// How often the dialog was closed: what was typed into it and not saved goes with each.
    pub closings: RwSignal<u32>,
    /// The element that gets the focus when the dialog is next shown.
    focus: StoredValue<&'static str>,
}

impl Settings {
    /// Reads what was kept.
    pub fn restore(deployment: Deployment) -> Self {
        let chosen = Store::Browser
            .get(PROXY)
            .and_then(|base| Source::new(Mode::Proxy, &base).ok());
        let source = deployment.source.clone().or(chosen).unwrap_or_default();
        let kept = Store::Browser
            .get(LANGUAGE)
            .and_then(|code| Language::from_tag(&code));
        Self {
            source_is_fixed: deployment.source.is_some(),
            ids_per_request: deployment.ids_per_request,
            auto_run: deployment.auto_run,
            source: RwSignal::new(source),
            key: RwSignal::new(Store::Tab.get(KEY).as_deref().and_then(ApiKey::new)),
            language: RwSignal::new(kept.unwrap_or_else(|| Language::wished(page::languages()))),
            open: RwSignal::new(false),
            closings: RwSignal::new(0),
            focus: StoredValue::new(KEY_FIELD),
        }
    }

    /// Moves the focus into the dialog: to the key, or where the dialog was left by drawing it anew.
    pub fn focus_field(self) {
        let wanted = self.focus.get_value();
        if wanted != KEY_FIELD || !untrack(|| self.is_proxy()) {
            focus::focus(wanted);
        }
        self.focus.set_value(KEY_FIELD);
    }

    /// The dialog was closed. The browser gives the focus back to what opened it; where that is gone,
    /// as a panel that asked for a key is, the button in the head gets it.
    pub fn closed(self) {
        self.open.set(false);
        self.closings
            .update(|closings| *closings = closings.wrapping_add(1));
        set_timeout(|| focus::focus_if_lost(OPENER), Duration::ZERO);
    }

    /// Whether the deployment says where data comes from.
    pub fn source_is_fixed(self) -> bool {
        self.source_is_fixed
    }

    pub fn ids_per_request(self) -> usize {
        self.ids_per_request
    }

    pub fn auto_run(self) -> bool {
        self.auto_run
    }

    pub fn is_proxy(self) -> bool {
        self.source.with(|source| source.mode()) == Mode::Proxy
    }

    /// Whether a request could not be made for want of a key.
    pub fn needs_key(self) -> bool {
        !self.is_proxy() && self.key.with(Option::is_none)
    }

    /// Whether the key outlives a reload.
    pub fn key_is_kept(self) -> bool {
        Store::Tab.get(KEY).is_some()
    }

    /// Keeps the key for this tab's reloads as well, or no longer.
    pub fn keep_key(self, keep: bool) {
        if let Some(key) = self.key.get_untracked() {
            self.set_key(key, keep);
        }
    }

    /// Takes a key, for this tab's reloads as well if wished.
    pub fn set_key(self, key: ApiKey, keep: bool) {
        if keep {
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

    /// Takes the user's choice of source; without effect where the deployment fixes it.
    pub fn set_source(self, source: Source) {
        if self.source_is_fixed() {
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

    pub fn set_language(self, language: Language) {
        Store::Browser.set(LANGUAGE, language.code());
        // The page is drawn anew in the other language, and the dialog with it.
        self.focus.set_value(LANGUAGE_FIELD);
        self.language.set(language);
    }

    pub fn set_theme(self, theme: Theme) {
        match theme.code() {
            Some(code) => {
                Store::Browser.set(THEME, code);
            }
            None => Store::Browser.remove(THEME),
        }
        page::set_theme(theme.code());
    }

    /// The theme in use; `boot.js` has set it before the first paint.
    pub fn theme(self) -> Theme {
        Store::Browser
            .get(THEME)
            .map_or(Theme::System, |code| Theme::from_code(&code))
    }

    /// Opens the dialog.
    pub fn show(self) {
        self.open.set(true);
    }
}
