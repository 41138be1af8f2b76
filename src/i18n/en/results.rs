//! The results region.

use super::plural::plural;
use crate::domain::videos::response::CacheStatus;
use crate::i18n::texts::results::ResultsTexts;

pub const RESULTS: ResultsTexts = ResultsTexts {
    load_covers: "Load covers",
    load_covers_note: "10 covers a request, reported free, not documented; your choice is remembered",
    title: "Results",

    intro_title: "Paste videos, see what they sell",
    intro_steps: [
        "Paste TikTok video IDs or links, one or thousands, or open a file with them.",
        "See each clip with its products, estimated units and GMV, and reach.",
        "Watch the clips, and send a colleague the link: it holds the whole search.",
    ],
    try_sample: "Try sample data",
    sample_free: "No key, no credits.",
    consent_title: "Run this search?",
    consent_note: "It is not saved in this browser.",
    run_search: "Run search",
    loading: "Fetching data from KeyAPI…",

    video_count: |count| plural(count, "video", "videos"),
    row_count: |count| plural(count, "row", "rows"),
    row_tip: "A row is a video with one of its products (video × product).",
    page_position: |page| format!("Page {page}"),
    last_page: "last page",
    data_origin: |status, time| match status {
        CacheStatus::Api => format!("Data from {time}"),
        CacheStatus::Browser => {
            format!("Saved in this browser · data from {time} · no credit used")
        }
        CacheStatus::Cache => {
            format!("From your team's cache · data from {time} · no credit used")
        }
        CacheStatus::Stale => {
            format!(
                "Newer data isn't available right now (the request may have used a credit) · from your team's cache · data from {time}"
            )
        }
    },
    refresh: "Refresh",
    copy_link: "Copy link",
    link_copied: "Link copied.",

    pages: "Pages",
    previous: "Previous",
    next: "Next",
    all_pages: |count| format!("Show all {count} loaded pages together"),
    one_page_loaded: "This link shows all loaded pages together. This browser has saved one of them; load the others with the page links above.",

    empty_title: "No data for these videos",
    empty_advice: "New videos take about a day to appear.",
    empty_later_page: "This page is past the last result.",
    empty_sample: "They are not in the sample data. Leave sample data to search for real videos.",
    ids_without_data: |count| format!("No data returned for {}", plural(count, "ID", "IDs")),
    no_data_reason: "KeyAPI may not cover these videos, or not yet: data comes a day later.",
    unreadable_rows: |count| plural(count, "row could not be read", "rows could not be read"),
    unreadable_row: |response, row| match response {
        Some(response) => format!("Response {response}, row {row}"),
        None => format!("Row {row}"),
    },
    row_without_id: "no usable video_id",
    row_not_an_object: "unexpected data format",
    odd_values: |count| {
        plural(
            count,
            "value could not be read and is shown as “—”",
            "values could not be read and are shown as “—”",
        )
    },
    not_a_number: |field| format!("{field} is not a number"),

    view: "View",
    view_loading: "This view is still loading. Meanwhile, here are the results as cards.",
    cards: "Cards",
    table: "Table",
    charts: "Charts",
    compare: "Compare",
    compare_count: |count| format!("Compare ({count})"),
    sort_by: "Sort by",
    input_order: "Input order",
    descending: "Descending",
    ascending: "Ascending",
};
