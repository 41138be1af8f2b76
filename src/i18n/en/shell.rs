//! The page around the features.

use crate::i18n::boot;
use crate::i18n::texts::shell::ShellTexts;

pub const SHELL: ShellTexts = ShellTexts {
    page_title: boot::EN.page.title,
    and_more: |name, others| format!("{name} and {others} more"),
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
    config_not_loaded: "config.json could not be loaded. Check your connection and try again. If that doesn't help, ask \
                        the site's administrator.",
};
