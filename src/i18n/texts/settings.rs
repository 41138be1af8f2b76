//! Texts of the Settings dialog.

pub struct SettingsTexts {
    pub title: &'static str,
    pub data_source: &'static str,
    pub fixed_by_deployment: &'static str,
    pub source_direct: &'static str,
    pub source_direct_note: &'static str,
    pub source_proxy: &'static str,
    pub source_proxy_note: &'static str,
    /// Covers were not signed.
    pub covers_refused: &'static str,
    /// Products were not named.
    pub products_refused: &'static str,
    /// The checkbox with which the user agrees that their key signs covers, and what is said about it.
    pub sign_covers: &'static str,
    pub sign_covers_note: &'static str,
    pub proxy_address: &'static str,
    pub proxy_address_problem: &'static str,

    pub api_key: &'static str,
    pub api_key_note: &'static str,
    pub api_key_problem: &'static str,
    pub show_key: &'static str,
    pub hide_key: &'static str,
    pub save: &'static str,
    pub keep_for_tab: &'static str,
    pub forget_key: &'static str,
    pub key_set: &'static str,
    pub key_forgotten: &'static str,

    pub language: &'static str,
    pub theme: &'static str,
    pub theme_system: &'static str,
    pub theme_light: &'static str,
    pub theme_dark: &'static str,
    pub single_keys: &'static str,
    pub single_keys_note: &'static str,
}
