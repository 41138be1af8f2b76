//! Texts of searches for many videos: plan, progress, outcome.

pub struct RunsTexts {
    pub plan_title: &'static str,
    pub plan_facts: fn(ids: usize, requests: u32) -> String,
    pub plan_more: fn(ids_per_request: usize) -> String,
    /// How many IDs are saved, and when the oldest of the data was sent.
    pub known: fn(known: usize, ids: usize, time: &str) -> String,
    pub use_saved: &'static str,
    /// In place of `known` where everything is asked for again.
    pub fetched_again: fn(done: usize, ids: usize) -> String,
    pub earlier_shown: &'static str,
    pub use_saved_instead: &'static str,
    pub credit_limit: &'static str,
    pub credit_limit_hint: &'static str,
    pub credit_limit_problem: &'static str,
    pub limit_below_least: &'static str,
    /// In place of the hint where an earlier visit has used credits.
    pub credit_limit_hint_left: &'static str,
    /// What an earlier visit has used.
    pub used_before: fn(used: u32, possible: Option<u32>) -> String,
    pub start: fn(credits: u32) -> String,
    pub go_on: fn(credits: u32) -> String,
    pub loading_plan: &'static str,
    /// Beside "Refresh".
    pub plan_first: &'static str,
    /// Beside the form's button.
    pub price: &'static str,

    pub progress: &'static str,
    pub ids_done: fn(done: usize, ids: usize) -> String,
    /// Groups of IDs: each is a request at least.
    pub groups_done: fn(done: usize, groups: usize) -> String,
    pub rows_per_minute: fn(count: usize) -> String,
    /// `None` is less than a minute.
    pub time_left: fn(minutes: Option<u64>) -> String,
    pub credits_used: fn(used: u32, limit: Option<u32>) -> String,
    pub credits_possible: fn(count: u32) -> String,
    pub credits_today: fn(count: u32) -> String,
    pub pause: &'static str,
    pub resume: &'static str,
    pub stop: &'static str,
    pub running: &'static str,
    pub waiting: &'static str,
    pub goes_on_in: fn(seconds: u32) -> String,
    /// Requests on their way while the search is paused or stopped.
    pub in_flight: fn(requests: usize) -> String,
    pub paused: &'static str,
    pub paused_offline: &'static str,
    pub paused_failures: &'static str,
    pub stopped: &'static str,
    pub stopped_limit: &'static str,
    /// Before what it cost.
    pub finished: &'static str,
    pub allow: fn(credits: u32) -> String,

    pub failed_title: &'static str,
    pub failed: fn(requests: usize, ids: usize) -> String,
    pub failed_before: &'static str,
    pub retry: fn(credits: u32) -> String,
    pub copy_ids: &'static str,

    pub elsewhere_title: &'static str,
    pub elsewhere_note: &'static str,
    pub look_again: &'static str,

    pub unfinished_title: &'static str,
    pub unfinished_list: &'static str,
    /// Which search it is.
    pub first_id: fn(id: &str) -> String,
    pub unfinished: fn(known: usize, ids: usize, time: &str) -> String,
    pub continue_search: &'static str,
    pub discard: &'static str,

    /// Where a full page may not be all, and how many ids have no row yet.
    pub more_rows: fn(ids_without_row: usize) -> String,
    pub load_rest: &'static str,
    pub load_rest_price: &'static str,
    pub link_too_long: &'static str,
    /// The same where nothing is saved.
    pub list_not_saved: &'static str,
    pub export_list: &'static str,

    pub parallel: &'static str,
    pub parallel_hint: &'static str,
}
