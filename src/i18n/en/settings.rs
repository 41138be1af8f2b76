//! The Settings dialog.

use super::shell::SHELL;
use crate::i18n::texts::settings::SettingsTexts;

pub const SETTINGS: SettingsTexts = SettingsTexts {
    title: SHELL.settings,
    data_source: "Data source",
    fixed_by_deployment: "Set by the site's administrator; it can't be changed here.",
    source_direct: "KeyAPI, directly",
    source_direct_note: "Your browser sends requests to KeyAPI with your own key.",
    source_proxy: "A proxy",
    source_proxy_note: "The proxy holds the key; you don't need to enter one.",
    covers_refused: "Covers are not available: the request that unlocks them was refused. It is not sent again until you reload the page.",
    products_refused: "Product names are not available: there is no such request here. It is not sent again until you reload the page.",
    sign_covers: "Load covers with my key",
    sign_covers_note: "Most covers need an extra request: 10 covers each, reported free, not documented.",
    proxy_address: "Proxy address",
    proxy_address_problem: "Enter a path of this site such as /api, or an https address that this site allows.",

    api_key: "API key",
    api_key_note: "Forgotten when you close or reload this page, unless you keep it. Sent only to KeyAPI.",
    api_key_problem: "Enter a key, without spaces or special characters.",
    show_key: "Show key",
    hide_key: "Hide key",
    save: "Save",
    keep_for_tab: "Keep for this tab, even after a reload",
    forget_key: "Forget key",
    key_set: "A key is set.",
    key_forgotten: "The key was forgotten.",

    language: "Language",
    theme: "Theme",
    theme_system: "System",
    theme_light: "Light",
    theme_dark: "Dark",
    single_keys: "Single-key shortcuts",
    single_keys_note: "They are listed in Help. Turn them off if speech input or another tool triggers them by accident.",
};
