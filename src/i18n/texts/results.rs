//! Texts of the results region: empty states, loading, toolbar, notes, pager, and the bar over the views.

use crate::domain::videos::response::CacheStatus;

pub struct ResultsTexts {
    /// The button that signs covers with the user's key, and what is said about it.
    pub load_covers: &'static str,
    pub load_covers_note: &'static str,
    pub title: &'static str,

    pub intro_title: &'static str,
    pub intro_steps: [&'static str; 3],
    pub try_sample: &'static str,
    pub sample_free: &'static str,
    /// A search that would cost a credit waits for the user's consent.
    pub consent_title: &'static str,
    pub consent_note: &'static str,
    pub run_search: &'static str,
    pub loading: &'static str,

    pub video_count: fn(count: usize) -> String,
    pub row_count: fn(count: usize) -> String,
    pub row_tip: &'static str,
    pub page_position: fn(page: &str) -> String,
    pub last_page: &'static str,
    /// Where the data is from, since when, and what that says of its price.
    pub data_origin: fn(CacheStatus, time: &str) -> String,
    pub refresh: &'static str,
    pub copy_link: &'static str,
    pub link_copied: &'static str,

    pub pages: &'static str,
    pub previous: &'static str,
    pub next: &'static str,
    pub all_pages: fn(count: usize) -> String,
    pub one_page_loaded: &'static str,

    pub empty_title: &'static str,
    pub empty_advice: &'static str,
    pub empty_later_page: &'static str,
    pub empty_sample: &'static str,
    pub ids_without_data: fn(count: usize) -> String,
    /// Why there may be none.
    pub no_data_reason: &'static str,
    pub unreadable_rows: fn(count: usize) -> String,
    /// A row of a response; with the number of the response if there are several.
    pub unreadable_row: fn(response: Option<usize>, row: usize) -> String,
    pub row_without_id: &'static str,
    pub row_not_an_object: &'static str,
    pub odd_values: fn(count: usize) -> String,
    pub not_a_number: fn(field: &str) -> String,

    pub view: &'static str,
    /// While a view's code is loaded and the results are shown as cards.
    pub view_loading: &'static str,
    pub cards: &'static str,
    pub table: &'static str,
    pub charts: &'static str,
    pub compare: &'static str,
    pub compare_count: fn(count: usize) -> String,
    pub sort_by: &'static str,
    pub input_order: &'static str,
    pub descending: &'static str,
    pub ascending: &'static str,
}
