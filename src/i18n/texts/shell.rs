//! Texts of the page around the features: title, masthead, sample bar, footer.

pub struct ShellTexts {
    pub page_title: &'static str,
    /// In the title of the tab: a video by its name, and how many others.
    pub and_more: fn(name: &str, others: usize) -> String,
    pub skip_to_results: &'static str,
    pub tagline: &'static str,
    pub settings: &'static str,
    pub help: &'static str,
    pub footer: &'static str,
    pub sample_badge: &'static str,
    pub sample_note: &'static str,
    pub leave_sample: &'static str,
    pub proxy_note: &'static str,
    /// In place of the page when `config.json` is malformed or can't be loaded.
    pub bad_config_title: &'static str,
    pub bad_config_advice: &'static str,
    pub config_not_loaded: &'static str,
}
