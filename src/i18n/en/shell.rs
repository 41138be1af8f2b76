//! The page around the features.

use crate::i18n::boot;
use crate::i18n::texts::shell::ShellTexts;

pub const SHELL: ShellTexts = ShellTexts {
    page_title: boot::EN.page.title,
    title_with_results: |videos| format!("{videos} · ClipCart"),
    skip_to_results: "Skip to results",
    tagline: boot::EN.page.tagline,
    settings: "Settings",
    help: "Help",
    footer: "Sales data is estimated by KeyAPI, in US dollars, and is about a day old. Not affiliated with TikTok.",
    sample_badge: "Sample data",
    sample_note: "These videos, products and numbers are made up.",
    leave_sample: "Leave sample data",
    proxy_note: "Connected through your team's proxy",
    bad_config_title: "ClipCart can't start",
    bad_config_advice: "config.json is invalid. Ask the site's administrator. Details:",
};
