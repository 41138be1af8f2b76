//! Every text of the page, once in each language: a missing text does not compile.
//!
//! Owns: wording. Refuses: formatting numbers and dates (they come in already formatted, by the
//! browser's `Intl`) and choosing the language.

mod analysis;
mod charts;
mod developer;
mod en;
mod export;
mod help;
mod language;
mod metrics;
mod zh;

pub use analysis::AnalysisTexts;
pub use charts::ChartTexts;
pub use developer::DeveloperTexts;
pub use en::EN;
pub use export::ExportTexts;
pub use help::HelpTexts;
pub use language::Language;
pub use metrics::en as english_metric;
pub use zh::ZH;

use crate::domain::ids::{IdsProblem, TokenProblem};
use crate::domain::metrics::Metric;
use crate::domain::query::paging::PagingProblem;
use crate::domain::search::error::{Cost, SearchError};
use crate::domain::videos::answer::CacheStatus;

/// The name of a metric, and how it is worked out.
pub struct MetricText {
    pub name: &'static str,
    pub formula: &'static str,
}

/// What an error panel says.
pub struct FailureText {
    /// What happened.
    pub title: &'static str,
    /// What to do about it.
    pub advice: &'static str,
}

/// All texts of one language. Functions take what is already formatted.
pub struct Texts {
    pub page_title: &'static str,
    pub title_with_results: fn(videos: &str) -> String,
    pub skip_to_results: &'static str,
    pub tagline: &'static str,
    pub settings: &'static str,
    pub help: &'static str,
    pub for_developers: &'static str,
    pub single_keys: &'static str,
    pub single_keys_note: &'static str,
    pub footer: &'static str,

    pub ids_label: &'static str,
    pub ids_hint: &'static str,
    pub ids_placeholder: &'static str,
    pub page_label: &'static str,
    pub size_label: &'static str,
    pub search: &'static str,
    pub search_shortcut: &'static str,
    pub one_credit: &'static str,
    pub up_to_one_credit: &'static str,
    pub free: &'static str,
    pub ids_understood: fn(count: usize) -> String,
    pub duplicates_dropped: fn(count: usize) -> String,
    pub pieces_not_understood: fn(count: usize) -> String,
    pub more_pieces: fn(count: usize) -> String,
    pub many_ids: fn(limit: usize) -> String,
    pub token_problem: fn(TokenProblem) -> &'static str,
    pub ids_problem: fn(IdsProblem) -> String,
    pub page_problem: fn(PagingProblem) -> &'static str,
    pub size_problem: fn(PagingProblem) -> &'static str,
    pub link_problem: &'static str,
    pub repeated_parameter: &'static str,

    pub intro_title: &'static str,
    pub intro_steps: [&'static str; 3],
    pub try_sample: &'static str,
    pub sample_free: &'static str,
    pub sample_badge: &'static str,
    pub sample_note: &'static str,
    pub leave_sample: &'static str,
    pub proxy_note: &'static str,

    pub results: &'static str,
    pub loading: &'static str,
    pub cancel: &'static str,
    pub videos_found: fn(count: usize) -> String,
    pub products_found: fn(count: usize) -> String,
    pub page_position: fn(page: &str) -> String,
    pub last_page: &'static str,
    pub origin: fn(CacheStatus, time: &str) -> String,
    pub refresh: &'static str,
    pub copy_link: &'static str,
    pub link_copied: &'static str,
    pub copy_by_hand: &'static str,
    pub previous: &'static str,
    pub next: &'static str,
    pub pages: &'static str,
    pub empty_title: &'static str,
    pub empty_advice: &'static str,
    pub empty_later_page: &'static str,
    pub empty_sample: &'static str,
    pub without_rows: fn(count: usize) -> String,
    pub unreadable_rows: fn(count: usize) -> String,
    pub unreadable_row: fn(row: usize) -> String,
    pub row_without_id: &'static str,
    pub row_not_an_object: &'static str,
    pub row_not_a_number: fn(field: &str) -> String,
    pub held_title: &'static str,
    pub held_advice: &'static str,
    pub run_query: &'static str,
    pub add_key: &'static str,

    pub failure: fn(&SearchError, proxy: bool) -> FailureText,
    pub cost: fn(Cost) -> &'static str,
    pub kept_from_before: &'static str,
    pub opens_again: fn(time: &str) -> String,
    pub message: &'static str,
    pub api_code: &'static str,
    pub request_id: &'static str,
    pub copy_request_id: &'static str,
    pub copied: &'static str,
    pub try_again: &'static str,
    pub try_again_in: fn(seconds: u64) -> String,
    pub open_settings: &'static str,
    pub edit_query: &'static str,
    pub open_dashboard: &'static str,
    pub sign_in: &'static str,
    pub reload: &'static str,

    pub view: &'static str,
    pub cards: &'static str,
    pub table: &'static str,
    pub charts: &'static str,
    pub compare: &'static str,
    pub sort_and_filter: &'static str,
    pub export: &'static str,
    pub desk_loading: &'static str,
    pub desk_failed: &'static str,
    pub more_cards: fn(count: &str) -> String,

    pub video_by: fn(id: &str) -> String,
    pub no_caption: &'static str,
    pub show_more: &'static str,
    pub show_less: &'static str,
    pub cover_missing: &'static str,
    pub play: &'static str,
    pub close_player: &'static str,
    pub clip: &'static str,
    pub clip_expired: fn(ago: &str) -> String,
    pub clip_missing: &'static str,
    pub clip_unusable: &'static str,
    pub clip_broken: &'static str,
    pub tiktok_player: &'static str,
    pub tiktok_player_note: &'static str,
    pub open_on_tiktok: &'static str,
    pub creator: &'static str,
    pub product: fn(id: &str) -> String,
    pub product_unknown: &'static str,
    pub several_products: fn(count: usize) -> String,
    pub not_added_up: &'static str,
    pub estimated: &'static str,
    pub estimated_dollars: &'static str,
    pub published: &'static str,
    pub hashtags: &'static str,
    pub unknown: &'static str,
    pub more_metrics: &'static str,
    pub exactly: fn(value: &str) -> String,
    pub metric: fn(Metric) -> MetricText,

    pub data_source: &'static str,
    pub fixed_by_deployment: &'static str,
    pub source_direct: &'static str,
    pub source_direct_note: &'static str,
    pub source_proxy: &'static str,
    pub source_proxy_note: &'static str,
    pub proxy_address: &'static str,
    pub proxy_address_bad: &'static str,
    pub api_key: &'static str,
    pub api_key_note: &'static str,
    pub api_key_bad: &'static str,
    pub show_key: &'static str,
    pub hide_key: &'static str,
    pub keep_for_tab: &'static str,
    pub forget_key: &'static str,
    pub key_set: &'static str,
    pub key_forgotten: &'static str,
    pub language: &'static str,
    pub theme: &'static str,
    pub theme_system: &'static str,
    pub theme_light: &'static str,
    pub theme_dark: &'static str,
    pub save: &'static str,
    pub close: &'static str,

    pub bad_config_title: &'static str,
    pub bad_config_advice: &'static str,
}
