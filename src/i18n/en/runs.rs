//! Searches for many videos.

use super::plural::plural;
use crate::i18n::texts::runs::RunsTexts;

pub const RUNS: RunsTexts = RunsTexts {
    plan_title: "Search plan",
    plan_facts: |ids, requests| {
        format!(
            "{} · at least {}",
            plural(ids, "ID", "IDs"),
            plural(requests as usize, "request", "requests")
        )
    },
    plan_more: |limit| {
        let ids = plural(limit, "ID", "IDs");
        format!(
            "Each request is 1 credit, for up to {ids} and 10 rows. Where a group of IDs has 10 rows or more, the next page takes another one."
        )
    },
    known: |known, ids, time| {
        format!(
            "{known} of {ids} IDs are saved in this browser. The oldest of their data is from {time}."
        )
    },
    use_saved: "Use saved data",
    fetched_again: |done, ids| format!("{done} of {} fetched again.", plural(ids, "ID", "IDs")),
    earlier_shown: "Until then, saved data of the others is shown.",
    use_saved_instead: "Use saved data instead",
    credit_limit: "Credit limit",
    credit_limit_hint: "The search stops before it would pass this limit.",
    limit_below_least: "The limit is less than the search takes at least: it will stop before its end, and can go on with another limit.",
    credit_limit_hint_left: "For what is left. The search stops before it would pass this limit.",
    used_before: |used, possible| match possible {
        None => format!("{} used so far.", credits_text(used)),
        Some(possible) => format!(
            "{} used so far, and up to {possible} more for failed or interrupted requests.",
            credits_text(used)
        ),
    },
    credit_limit_problem: "Enter a whole number of credits, 1 or more.",
    start: |credits| format!("Start (≥ {})", credits_text(credits)),
    go_on: |credits| format!("Continue (≥ {})", credits_text(credits)),
    loading_plan: "Preparing the plan…",
    plan_first: "plan first",
    price: "plan and price first",

    progress: "Search progress",
    ids_done: |done, ids| format!("{done} of {}", plural(ids, "ID", "IDs")),
    groups_done: |done, groups| format!("{done} of {}", plural(groups, "group", "groups")),
    rows_per_minute: |count| format!("{} per minute", plural(count, "row", "rows")),
    time_left: |minutes| match minutes {
        Some(minutes) => format!("about {minutes} min left"),
        None => "less than a minute left".to_owned(),
    },
    credits_used: |used, limit| match limit {
        Some(limit) => format!("{} used (limit {limit})", credits_text(used)),
        None => format!("{} used", credits_text(used)),
    },
    credits_possible: |count| format!("up to {count} more for failed or interrupted requests"),
    credits_today: |count| format!("{} today in this browser", credits_text(count)),
    pause: "Pause",
    resume: "Resume",
    stop: "Stop",
    running: "Fetching data from KeyAPI…",
    waiting: "KeyAPI asks for a slower pace. The search goes on by itself.",
    goes_on_in: |seconds| format!("goes on in {seconds} s"),
    in_flight: |requests| match requests {
        1 => "1 request is still on its way: its rows will be shown.".to_owned(),
        requests => {
            format!("{requests} requests are still on their way: their rows will be shown.")
        }
    },
    paused: "Paused.",
    paused_offline: "Paused: you are offline. The search goes on when the connection is back.",
    paused_failures: "Paused: 10 requests in a row have failed.",
    stopped: "Stopped. What was fetched stays here.",
    stopped_limit: "Stopped at your credit limit. What was fetched stays here.",
    finished: "Finished",
    allow: |credits| format!("Go on (≤ {})", credits_text(credits)),

    failed_title: "Failed requests",
    failed: |requests, ids| {
        format!(
            "{} failed ({}). {}",
            plural(requests, "request", "requests"),
            plural(ids, "ID", "IDs"),
            match requests {
                1 => "It may have cost a credit.",
                _ => "They may have cost a credit each.",
            }
        )
    },
    failed_before: "Failed before this page was loaded",
    retry: |credits| format!("Retry failed (≤ {})", credits_text(credits)),
    copy_ids: "Copy IDs",

    elsewhere_title: "This search is running in another tab",
    elsewhere_note: "Its rows appear here too.",
    look_again: "Check again",

    unfinished_title: "Unfinished search",
    unfinished_list: "Unfinished searches",
    first_id: |id| format!("first ID {id}"),
    unfinished: |known, ids, time| format!("{known} of {ids} IDs fetched · {time}"),
    continue_search: "Continue",
    discard: "Discard",

    more_rows: |ids| {
        let missing = match ids {
            0 => String::new(),
            ids => format!(" {} no row yet.", plural(ids, "ID has", "IDs have")),
        };
        format!(
            "There may be more rows: KeyAPI gives 10 a request.{missing} Sums and exports hold what is loaded."
        )
    },
    load_rest: "Load the rest",
    load_rest_price: "up to 1 credit a page",
    link_too_long: "These IDs are too many for a link. This address works in this browser only. To pass the list on, export it.",
    list_not_saved: "These IDs are too many for a link, and nothing is saved in this browser: a reload loses the list. To keep it, export it.",
    export_list: "Export list",

    parallel: "Requests at once",
    parallel_hint: "For searches that take several requests. More is faster, and reaches KeyAPI's rate limit sooner.",
};

fn credits_text(count: u32) -> String {
    plural(count as usize, "credit", "credits")
}
